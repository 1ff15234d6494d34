#!/usr/bin/env python3
"""Derive resources/data/yalu_river.geojson from the OpenStreetMap border in a time zone data package.

The river line is the border of the Asia/Pyongyang time zone where it follows the Yalu: the zone's largest ring,
cut between the two ends below. The package is needed by this script only, never by the plugin:

    pip install timezonefinder-data==3.2026.3.post1
    python tools/derive_river.py

With `pip install --target DIR ...` run it as `PYTHONPATH=DIR python tools/derive_river.py`. Needs numpy.

How the package stores its rings (its schemas/polygons.fbs and layout 3): boundaries/coordinates.bin is a
FlatBuffer with one vector of 32-bit words per ring. A ring is cut into blocks of 128 vertices; a block holds
its own vertices and the first of the next block, all x first, then all y, each axis starting on a new word, each
value a whole number of steps of 1e-6 degree above the block's smallest value, in as many bits as the block
needs, least significant bit first. block_bases holds the smallest x (in 1e-7 degree), block_ranges the smallest
and largest y, block_widths the bits per x and y, block_offsets each ring's first block.
"""

from __future__ import annotations

import argparse
import json
import struct
from importlib.metadata import version
from pathlib import Path

import numpy as np

PACKAGE, VERSION = "timezonefinder-data", "3.2026.3.post1"
ZONE = "Asia/Pyongyang"
DOWNSTREAM_END = (126.794681, 41.692877)
UPSTREAM_END = (128.069837, 41.968936)
BLOCK_SIZE, WORD_BITS = 128, 32
STEP, SCALE = 10, 10**7  # a residual counts steps of 1e-6 degree; coordinates are stored in 1e-7 degree
PROPERTIES = {
    "name": "Yalu River",
    "name_en": "Yalu River",
    "name_ko": "압록강",
    "name_zh": "鸭绿江",
    "kind": "border of China and North Korea where it follows the river: a proxy for the centreline",
    "direction": "upstream",
    "direction_note": "The line was digitised from downstream to upstream: it starts below Linjiang, "
                      "ends above Samjiyon, and its vertices run against the current.",
    "source": f"OpenStreetMap 2026, from timezone-boundary-builder 2026c, from PyPI {PACKAGE} {VERSION}: "
              f"largest ring of {ZONE}, cut to the river (tools/derive_river.py)",
    "licence": "ODbL-1.0",
    "attribution": "© OpenStreetMap contributors",
}


def ring_words(buffer: bytes, ring: int) -> np.ndarray:
    """Return the 32-bit words of one ring, found by following the FlatBuffer's tables."""
    collection = _follow(buffer, 0)
    polygons = _first_field(buffer, collection)
    words = _first_field(buffer, _follow(buffer, polygons + 4 + 4 * ring))
    (length,) = struct.unpack_from("<I", buffer, words)
    return np.frombuffer(buffer, dtype="<u4", count=length, offset=words + 4)


def _follow(buffer: bytes, position: int) -> int:
    return position + int(struct.unpack_from("<I", buffer, position)[0])


def _first_field(buffer: bytes, table: int) -> int:
    """Return the position of the vector that a table's first field points to (its entry is 4 bytes into the vtable)."""
    vtable = table - int(struct.unpack_from("<i", buffer, table)[0])
    return _follow(buffer, table + int(struct.unpack_from("<H", buffer, vtable + 4)[0]))


def unpack(words: np.ndarray, width: int, count: int) -> np.ndarray:
    """Return the first `count` values of `width` bits in `words`."""
    bits = np.unpackbits(words.view(np.uint8), bitorder="little")[: count * width].reshape(count, width)
    return bits.astype(np.int64) @ (np.int64(1) << np.arange(width, dtype=np.int64))


def decode_ring(boundaries: Path, ring: int) -> np.ndarray:
    """Return longitude and latitude of one ring in degrees, (n, 2), not closed."""
    bases, ranges, widths, offsets, counts = (
        np.load(boundaries / f"{name}.npy")
        for name in ("block_bases", "block_ranges", "block_widths", "block_offsets", "nr_vertices"))
    words = ring_words((boundaries / "coordinates.bin").read_bytes(), ring)
    left, position, blocks = int(counts[ring]), 0, []
    for block in range(offsets[ring], offsets[ring + 1]):
        own = min(BLOCK_SIZE, left)
        axes = []
        for base, width in zip((bases[block], ranges[block, 0]), widths[block]):
            size = -(-(own + 1) * int(width) // WORD_BITS)
            residuals = unpack(words[position : position + size], int(width), own + 1)
            axes.append(int(base) + STEP * residuals[:own])
            position += size
        blocks.append(np.stack(axes, axis=1))
        left -= own
    return np.concatenate(blocks) / SCALE


def largest_ring(data: Path) -> np.ndarray:
    """Return the zone's ring with the most vertices, longitude and latitude in degrees."""
    zone = (data / "timezone_names.txt").read_text(encoding="utf-8").split().index(ZONE)
    rings = np.flatnonzero(np.load(data / "zone_ids.npy") == zone)
    vertices = np.load(data / "boundaries" / "nr_vertices.npy")[rings]
    return decode_ring(data / "boundaries", int(rings[vertices.argmax()]))


def cut(ring: np.ndarray, start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    """Return the shorter part of the ring from `start` to `end`, both of them vertices of it."""
    first, last = (int(np.flatnonzero((ring == point).all(axis=1))[0]) for point in (start, end))
    forward = np.roll(ring, -first, axis=0)[: (last - first) % len(ring) + 1]
    backward = np.roll(ring[::-1], first + 1, axis=0)[: (first - last) % len(ring) + 1]
    return min(forward, backward, key=len)


def feature_collection(line: np.ndarray) -> dict[str, object]:
    """Return the line and its properties as GeoJSON."""
    geometry = {"type": "LineString", "coordinates": np.round(line, 6).tolist()}
    feature = {"type": "Feature", "properties": PROPERTIES, "geometry": geometry}
    return {"type": "FeatureCollection", "name": "yalu_river", "features": [feature]}


def main() -> None:
    """Write the river line."""
    data = Path(__file__).resolve().parent.parent / "resources" / "data"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", nargs="?", type=Path, default=data / "yalu_river.geojson",
                        help="where to write the line (default: the bundled file)")
    output = parser.parse_args().output
    try:
        from timezonefinder_data import DATA_DIR
    except ImportError:
        raise SystemExit(f"{PACKAGE} is not installed. Run: pip install {PACKAGE}=={VERSION}") from None
    if version(PACKAGE) != VERSION:
        raise SystemExit(f"{PACKAGE} {version(PACKAGE)} is installed. Run: pip install {PACKAGE}=={VERSION}")
    line = cut(largest_ring(Path(DATA_DIR)), DOWNSTREAM_END, UPSTREAM_END)
    output.write_text(json.dumps(feature_collection(line), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{output}: {len(line)} vertices")


if __name__ == "__main__":
    main()

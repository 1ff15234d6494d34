"""Geometries in one canonical text form, so that GeoPackage blobs and WKT can be compared by value.

Simple features with straight edges: type and coordinates x, y with 15 significant digits, as GDAL writes WKT.
"""

from __future__ import annotations

import re
import struct

_KINDS = {1: "POINT", 2: "LINESTRING", 3: "POLYGON", 4: "MULTIPOINT", 5: "MULTILINESTRING", 6: "MULTIPOLYGON",
          7: "GEOMETRYCOLLECTION"}
_ENVELOPE = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # bytes, by the flag in a blob's header
_DEEPEST = 8  # nested collections
_WKT = re.compile(r"\s*([A-Za-z]+?)\s*(?:\s(?:ZM|Z|M)|ZM|Z)?\s*(\(.*\)|\s*EMPTY)\s*$", re.DOTALL | re.IGNORECASE)
_POSITION = re.compile(r"[^(),]+")


def shape_of_blob(text: str) -> str | None:
    """Convert a GeoPackage blob in hex; None where the geometry is empty, the text itself if it is not a blob."""
    if not text:
        return None
    try:
        blob = bytes.fromhex(text)
        flags = blob[3]
        at = 8 + _ENVELOPE[(flags >> 1) & 7]
        if blob[:2] != b"GP":
            return text
        if flags & 16:
            return None
        if blob[at:at + 5] == b"\x01\x01\x00\x00\x00" and len(blob) == at + 21:  # a point, the usual case
            x, y = struct.unpack_from("<dd", blob, at + 5)
            return None if x != x else f"POINT({x:.15g} {y:.15g})"
        return _Wkb(blob, at).geometry()
    except (ValueError, KeyError, IndexError, struct.error):
        return text


def shape_of_wkt(text: str) -> str | None:
    """Convert WKT; None where the geometry is empty, the text itself if it is not WKT."""
    found = _WKT.match(text)
    if found is None:
        return text
    kind, body = found[1].upper(), found[2]
    if body.strip().upper() == "EMPTY":
        return None
    try:
        body = _POSITION.sub(_position, body)
    except ValueError:  # collections contain names
        return text
    if kind == "MULTIPOINT":
        body = "(" + body.replace("(", "").replace(")", "") + ")"
    return kind + body


def _position(found: re.Match[str]) -> str:
    values = found[0].split()
    return f"{float(values[0]):.15g} {float(values[1]):.15g}" if len(values) > 1 else _blank(values)


def _blank(values: list[str]) -> str:
    if values:
        raise ValueError("one number is not a position")
    return ""


class _Wkb:
    """A reader of well-known binary, starting at byte `at`."""

    def __init__(self, blob: bytes, at: int) -> None:
        self._blob, self._at, self._order = blob, at, "<"

    def geometry(self, depth: int = 0) -> str | None:
        kind, dimensions = self._head()
        if depth > _DEEPEST:
            raise ValueError("collections nested too deeply")
        if kind == 1:
            x, y = self._positions(1, dimensions)[0]
            return None if x != x else f"POINT({x:.15g} {y:.15g})"
        if kind == 2:
            body = self._line(dimensions)
        elif kind == 3:
            body = ",".join(f"({self._line(dimensions)})" for _ in range(self._count()))
        else:
            parts = [self.geometry(depth + 1) or "" for _ in range(self._count())]
            body = ",".join(parts) if kind == 7 else ",".join(_body(part, kind) for part in parts)
        return f"{_KINDS[kind]}({body})" if body else None

    def _head(self) -> tuple[int, int]:
        self._order = "<" if self._blob[self._at] else ">"
        (code,) = struct.unpack_from(self._order + "I", self._blob, self._at + 1)
        self._at += 5
        kind, thousands = code & 0x0FFFFFFF, 0
        thousands, kind = divmod(kind, 1000)
        has_z = thousands in (1, 3) or bool(code & 0x80000000)
        has_m = thousands in (2, 3) or bool(code & 0x40000000)
        return kind, 2 + has_z + has_m

    def _count(self) -> int:
        (count,) = struct.unpack_from(self._order + "I", self._blob, self._at)
        self._at += 4
        if count > len(self._blob):
            raise ValueError("more parts than bytes")
        return int(count)

    def _positions(self, count: int, dimensions: int) -> list[tuple[float, float]]:
        values = struct.unpack_from(f"{self._order}{count * dimensions}d", self._blob, self._at)
        self._at += 8 * len(values)
        return list(zip(values[::dimensions], values[1::dimensions]))

    def _line(self, dimensions: int) -> str:
        return ",".join(f"{x:.15g} {y:.15g}" for x, y in self._positions(self._count(), dimensions))


def _body(part: str, kind: int) -> str:
    """Return a part for use in a multi-geometry: without its type, and for a point without parentheses."""
    inner = part[part.find("("):]
    return inner[1:-1] if kind == 4 else inner

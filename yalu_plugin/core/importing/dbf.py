"""Finds out the encoding of a Shapefile's attribute table where nothing states it.

Layout of the file: dBASE III header, as in the ESRI Shapefile Technical Description's dBASE notes.
"""

from __future__ import annotations

import struct
from pathlib import Path

from yalu_plugin.core.importing.encodings import find_encoding

_SAMPLE = 200_000


def dbf_encoding(shapefile: Path) -> str:
    """The encoding of the .dbf beside `shapefile`, found from its bytes; "" where a .cpg states it."""
    if _beside(shapefile, ".cpg") is not None:
        return ""
    table = _beside(shapefile, ".dbf")
    return find_encoding(_cells(table.read_bytes()[:_SAMPLE])) if table is not None else ""


def _beside(shapefile: Path, suffix: str) -> Path | None:
    names = (shapefile.with_suffix(suffix), shapefile.with_suffix(suffix.upper()))
    return next((name for name in names if name.is_file()), None)


def _cells(data: bytes) -> bytes:
    """Field names and text cells, one a line: a character cut off at a cell's end must not join the next."""
    if len(data) < 32:
        return b""
    header_size, record_size = struct.unpack_from("<HH", data, 8)
    fields = [data[at:at + 32] for at in range(32, min(header_size, len(data)) - 31, 32)]
    lines = [field[:11].split(b"\0")[0] for field in fields]
    for start in range(header_size, len(data) - record_size + 1, record_size or len(data)):
        at = start + 1  # the first byte marks a deleted record
        for field in fields:
            if field[11:12] == b"C":
                lines.append(data[at:at + field[16]].rstrip(b" \0"))
            at += field[16]
    return b"\n".join(lines)

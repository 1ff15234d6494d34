"""PNG images for test servers, created without Qt because servers answer in separate threads. SYNTHETIC."""

from __future__ import annotations

import random
import struct
import zlib

Colour = tuple[int, int, int, int]
CLEAR, BLACK, WHITE = (0, 0, 0, 0), (0, 0, 0, 255), (255, 255, 255, 255)


def png(rows: list[bytes], palette: bytes = b"", alpha: bytes = b"") -> bytes:
    """Return a PNG of these rows of RGBA pixels; with a palette, the rows are its indexes."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    width, kind = len(rows[0]) // (1 if palette else 4), 3 if palette else 6
    chunks = [chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, kind, 0, 0, 0))]
    chunks += [chunk(b"PLTE", palette), chunk(b"tRNS", alpha)] if palette else []
    chunks += [chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 1)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def plain_rows(colour: Colour, width: int = 256, height: int = 256) -> list[bytes]:
    """Return rows of one colour."""
    return [bytes(colour) * width] * height


def with_patch(rows: list[bytes], columns: range, lines: range, colour: Colour) -> list[bytes]:
    """Return the rows with a rectangle of another colour."""
    patch = bytes(colour) * len(columns)
    return [row[:4 * columns.start] + patch + row[4 * columns.stop:] if number in lines else row
            for number, row in enumerate(rows)]


def noise_rows(seed: object, width: int = 256, height: int = 256) -> list[bytes]:
    """Return rows of noise, like an aerial image: hardly any two pixels are equal."""
    noise = bytearray(random.Random(str(seed)).randbytes(4 * width * height))
    noise[3::4] = b"\xff" * (width * height)
    return [bytes(noise[4 * width * line:4 * width * (line + 1)]) for line in range(height)]


def transparent_palette_png() -> bytes:
    """Return a PNG with a palette of 256 colours, of which only the transparent one is used."""
    return png([bytes(256)] * 256, bytes(768), bytes(1) + b"\xff" * 255)

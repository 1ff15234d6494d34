"""Pictures for servers of tests, made without Qt: a server answers in threads of its own. SYNTHETIC."""

from __future__ import annotations

import random
import struct
import zlib

Colour = tuple[int, int, int, int]
CLEAR, BLACK, WHITE = (0, 0, 0, 0), (0, 0, 0, 255), (255, 255, 255, 255)


def png(rows: list[bytes], palette: bytes = b"", alpha: bytes = b"") -> bytes:
    """A PNG of these rows of RGBA pixels; with a palette, of its numbers."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    width, kind = len(rows[0]) // (1 if palette else 4), 3 if palette else 6
    chunks = [chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, kind, 0, 0, 0))]
    chunks += [chunk(b"PLTE", palette), chunk(b"tRNS", alpha)] if palette else []
    chunks += [chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 1)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def plain(colour: Colour, width: int = 256, height: int = 256) -> list[bytes]:
    """Rows of one colour."""
    return [bytes(colour) * width] * height


def with_patch(rows: list[bytes], columns: range, lines: range, colour: Colour) -> list[bytes]:
    """The rows with another colour in a part of them."""
    patch = bytes(colour) * len(columns)
    return [row[:4 * columns.start] + patch + row[4 * columns.stop:] if number in lines else row
            for number, row in enumerate(rows)]


def ground(seed: object, width: int = 256, height: int = 256) -> list[bytes]:
    """Rows like ground seen from above: hardly two pixels are alike."""
    noise = bytearray(random.Random(str(seed)).randbytes(4 * width * height))
    noise[3::4] = b"\xff" * (width * height)
    return [bytes(noise[4 * width * line:4 * width * (line + 1)]) for line in range(height)]


def clear_palette() -> bytes:
    """A PNG of 256 colours, the one used being clear."""
    return png([bytes(256)] * 256, bytes(768), bytes(1) + b"\xff" * 255)

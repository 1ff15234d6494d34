"""The fid and id of a row in few bytes: of a million rows they would take more memory than all else.

A key is the fid, so that keys sort by it, and the 16 bytes of a UUID; of any other id the text, after 17 zeros, so
that it is longer than one with a UUID. A row without an id has the fid alone.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence

_UUIDS = re.compile(r"(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})+")
_LENGTH = 36
_FID, _KEY, _OTHER = 8, 24, 25  # bytes
_ZERO = 1 << 63  # so that a fid below zero comes before those above


def keys(fids: Sequence[int], ids: Sequence[str | None]) -> list[bytes]:
    """The keys of many rows at once."""
    if set(map(type, ids)) != {str} or set(map(len, ids)) != {_LENGTH} or not _UUIDS.fullmatch("".join(ids)):  # type: ignore[arg-type]
        return [key(fid, row_id) for fid, row_id in zip(fids, ids)]
    numbers = struct.pack(f">{len(fids)}Q", *[fid + _ZERO for fid in fids])
    uuids = bytes.fromhex("".join(ids).replace("-", ""))  # type: ignore[arg-type]
    return [numbers[8 * row:8 * row + 8] + uuids[16 * row:16 * row + 16] for row in range(len(fids))]


def key(fid: int, row_id: str | None) -> bytes:
    """The key of one row."""
    if row_id is None:
        return beginning(fid)
    if len(row_id) == _LENGTH and _UUIDS.fullmatch(row_id):
        return beginning(fid) + bytes.fromhex(row_id.replace("-", ""))
    return beginning(fid) + bytes(17) + row_id.encode("utf-8", "surrogatepass")


def beginning(fid: int) -> bytes:
    """What the key of the row with this fid begins with, whatever its id is."""
    return struct.pack(">Q", fid + _ZERO)


def fid_of(row_key: bytes) -> int:
    """The fid of the row with this key."""
    return int(struct.unpack_from(">Q", row_key)[0]) - _ZERO


def id_of(row_key: bytes) -> str | None:
    """The id of the row with this key."""
    if len(row_key) == _FID:
        return None
    if len(row_key) > _KEY:
        return row_key[_OTHER:].decode("utf-8", "surrogatepass")
    digits = row_key[_FID:].hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

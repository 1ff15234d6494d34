"""The audit trail: every row written is chained to the one before by its hash, so a later change shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

FIRST = "0" * 64


def chained(seq: int, previous_hash: str, entry: dict[str, Any]) -> dict[str, Any]:
    """The audit row for `entry` (at, who, action, table_name, row_id, before, after), hashed onto the chain."""
    row = {**entry, "seq": seq, "previous_hash": previous_hash}
    return {**row, "hash": digest(row)}


def digest(row: dict[str, Any]) -> str:
    """SHA-256 over the row's content in a fixed order, without its own id and hash."""
    content = {name: value for name, value in row.items() if name not in ("id", "fid", "hash")}
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def first_break(rows: Iterable[dict[str, Any]]) -> int | None:
    """The seq of the first row, in order of seq, that does not fit its hash or the row before it; else None."""
    previous, expected = FIRST, 1
    for row in rows:
        if row["seq"] != expected or row["previous_hash"] != previous or row["hash"] != digest(row):
            return expected
        previous, expected = row["hash"], expected + 1
    return None

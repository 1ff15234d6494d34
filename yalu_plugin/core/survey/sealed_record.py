"""The record of changes: entries in order, each sealed to the one before by its hash, so that later changes show.

An entry is a row of the table `audit`. Its writer (a trigger, or the plugin before version 2) stored `before` and
`after` as JSON text, and exactly that text is sealed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from yalu_plugin.core.published import Row

START = "0" * 64  # the previous hash of the first entry
OUTSIDE, PLUGIN, BASELINE, ADOPTION = "outside", "plugin", "baseline", "adoption"  # the values of `origin`
_SEALED = ("seq", "at", "who", "action", "table_name", "row_id", "before", "after", "previous_hash")
_LATER = ("origin",)  # columns missing in version 1: left out where empty, so that its entries keep their hash
_FRACTION = re.compile(r"\.\d+")


class Head(NamedTuple):
    """The last sealed entry of a record: stored elsewhere, it reveals that the record was shortened or rewritten."""

    seq: int = 0
    hash: str = START


NO_HEAD = Head()  # of an empty record


def seal(entries: Iterable[Row], previous_hash: str) -> Iterator[Row]:
    """Yield the entries, in order of seq, with `previous_hash` and `hash`: sealed to the entry with `previous_hash`.

    All other columns must have their final values: changing them after sealing breaks the seal.
    """
    for entry in entries:
        row = {**entry, "previous_hash": previous_hash}
        previous_hash = digest(row)
        yield {**row, "hash": previous_hash}


def seq_of(entry: Row) -> int:
    """Return the number of an entry; 0 where it has another value."""
    seq = entry["seq"]
    return seq if isinstance(seq, int) else 0


def digest(entry: Row) -> str:
    """Return the SHA-256 of an entry's content in a fixed order, without its id and hash.

    Fractions of a second are left out of its time: some versions of GDAL write them and others do not.
    """
    content: dict[str, Any] = {name: entry[name] for name in _SEALED}
    content.update((name, entry[name]) for name in _LATER if entry.get(name) is not None)
    if isinstance(content["at"], str):
        content["at"] = _FRACTION.sub("", content["at"])
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()  # also bytes that are not text


def first_break(entries: Iterable[Row], head: Head = NO_HEAD) -> int | None:
    """Return the seq of the first entry, in order after `head`, that does not match its hash or the entry before it.

    None if all do.
    """
    expected, previous = head.seq + 1, head.hash
    for entry in entries:
        if entry["seq"] != expected or entry["previous_hash"] != previous or entry["hash"] != digest(entry):
            return expected
        previous, expected = entry["hash"], expected + 1
    return None

"""Detects the delimiter between the columns of a text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from yalu_plugin.core.importing.formats.table_header import MAX_LINES_ABOVE, holds_coordinate

DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 200_000
_STATED = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)


def stated_delimiter(text: str) -> str:
    """Return the delimiter of a first line "sep=;", which Excel obeys and hides; "" without one."""
    found = _STATED.match(text)
    return found.group(1) if found else ""


def find_delimiter(text: str) -> str:
    """Return the delimiter that splits most lines into the same number of cells; a tab where none splits them.

    Quotation marks are respected, and lines above a header may have fewer cells.
    """
    best, best_score = "\t", (0.25, 1)
    for delimiter in DELIMITERS:
        score = _score(text[:_SAMPLE], delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _score(sample: str, delimiter: str) -> tuple[float, int]:
    """Return the share of lines with the usual number of cells, and that number."""
    try:
        records = [record for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if record]
    except csv.Error:
        return 0.0, 0
    counts = [len(record) for record in records]
    usual = max(Counter(count for count in counts if count > 1).items(), key=lambda item: item[::-1], default=(0, 0))[0]
    if not usual:
        return 0.0, 0
    first = next(index for index, count in enumerate(counts) if count >= usual)
    if counts[0] < usual and (first > MAX_LINES_ABOVE or (usual == 2 and any(map(holds_coordinate, records[first])))):
        first = 0
    if counts[first] < 2:
        return 0.0, 0
    longer = sum(count > usual for count in counts)  # an extra comma in a note, or at the end of each line
    return (counts.count(usual) + 0.9 * longer) / len(counts), usual

"""Limits for reading imported files. A file that exceeds one is refused with an error."""

from __future__ import annotations

MAX_BYTES = 2_000_000_000  # of a file, or of what an archive unpacks to: several million placemarks
MAX_ROWS = 3_000_000
MAX_COLUMNS = 2_000
MAX_ROW_BYTES = 500_000_000  # bytes that rows take in memory, about 400 million for a million rows
MAX_CELL = 12_000  # characters stored of a cell: above the 10,000 of a note, so that a longer one gets a remark
MAX_TEXT = 10_000_000  # characters of a cell, a line or an element: a large polygon has one million
MAX_DEPTH = 100  # levels of nested elements
MAX_PARTS = 1_000_000  # elements of one placemark: a track of a day has 100,000

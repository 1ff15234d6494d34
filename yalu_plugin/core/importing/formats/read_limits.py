"""How much of a stranger's file is read. Whatever is beyond is refused in a sentence, never read for ever."""

from __future__ import annotations

MAX_BYTES = 2_000_000_000  # of a file, or of what an archive unpacks to: several million placemarks
MAX_ROWS = 3_000_000
MAX_COLUMNS = 2_000
MAX_KEPT = 500_000_000  # bytes that rows take in memory, more or less: a million take 400 million
MAX_CELL = 12_000  # characters kept of a cell: a site's note has room for 10,000, and says where it was longer
MAX_TEXT = 10_000_000  # characters of a cell, a line or an element: a large polygon has one million
MAX_DEPTH = 100  # elements in elements
MAX_PARTS = 1_000_000  # elements of one placemark: a track of a day has 100,000

"""Collects the rows of a source, in little memory and within the limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.read_limits import MAX_CELL, MAX_COLUMNS, MAX_ROW_BYTES, MAX_ROWS
from yalu_plugin.core.importing.import_errors import TooManyColumns, TooManyRows, TooMuchText, without_traceback
from yalu_plugin.core.importing.import_source import RowValues, SourceRow

_ROWS_PER_CALL = 1000  # rows between two calls of `on_count`
_ROW_SIZE, _CELL_SIZE = 200, 20  # bytes, on average: repeated texts cost less, others more
_WIDE = 2  # bytes of a character beyond Latin letters
_SHARED_LENGTH, _SHARED_TEXTS, _SHARED_SHAPES = 60, 50_000, 5_000


class RowList:
    """Rows in the order added, and the columns that any of them has.

    Repeated texts are stored once, as are the columns of rows of one shape. Long texts are cut to what a site can hold.
    `on_count` is called with the number of rows after every thousand; readers report their progress with it.
    """

    def __init__(self, path: Path, on_count: Callable[[int], None] = lambda count: None) -> None:
        self.path = path
        self._on_count = on_count
        self._texts: dict[str, str] = {}
        self._shapes: dict[tuple[str, ...], dict[str, int]] = {}
        self._bytes = 0  # estimated memory of the rows
        self.columns: dict[str, None] = {}
        self.rows: list[SourceRow] = []

    def shape(self, columns: tuple[str, ...]) -> Mapping[str, int]:
        """Return the index of each column in rows with these columns. Raises TooManyColumns."""
        known = self._shapes.get(columns)
        if known is not None:
            return known
        indexes = {column: place for place, column in enumerate(columns)}
        self.columns.update(dict.fromkeys(columns))
        if len(self.columns) > MAX_COLUMNS:
            raise TooManyColumns(path=self.path, limit=MAX_COLUMNS)
        if len(self._shapes) < _SHARED_SHAPES:
            self._shapes[columns] = indexes
        return indexes

    def add(self, number: int, values: Mapping[str, str], lon: float | None = None, lat: float | None = None,
            geometry: str = "", error: YaluError | None = None) -> None:
        """Append a row. Raises TooManyColumns, TooManyRows, TooMuchText, and errors of `on_count`."""
        self.add_cells(number, self.shape(tuple(values)), tuple(values.values()), lon, lat, geometry, error)

    def add_cells(self, number: int, indexes: Mapping[str, int], cells: Sequence[str], lon: float | None = None,
                  lat: float | None = None, geometry: str = "", error: YaluError | None = None) -> None:
        """Append a row of a known shape."""
        if len(self._texts) > _SHARED_TEXTS:
            self._texts.clear()
        share = self._texts.setdefault
        texts = tuple([share(cell, cell) if len(cell) < _SHARED_LENGTH else cell[:MAX_CELL] for cell in cells])
        self._bytes += _ROW_SIZE + sum(map(_size, texts)) + _CELL_SIZE * len(texts)
        bare_error = error and without_traceback(error)
        self.rows.append(SourceRow(number, RowValues(indexes, texts), lon, lat, geometry, bare_error))
        if self._bytes > MAX_ROW_BYTES:
            raise TooMuchText(path=self.path, limit=MAX_ROW_BYTES // 1_000_000)
        if len(self.rows) % _ROWS_PER_CALL == 0:
            if len(self.rows) > MAX_ROWS:
                raise TooManyRows(path=self.path, limit=MAX_ROWS)
            self._on_count(len(self.rows))

    def cut(self, count: int) -> None:
        """Remove all rows but the first `count`, and the columns that only the removed ones had."""
        del self.rows[count:]
        self.columns = dict.fromkeys(column for row in self.rows for column in row.values)
        self._shapes.clear()

    def replace(self, index: int, values: Mapping[str, str]) -> None:
        """Replace the values of a row."""
        indexes = self.shape(tuple(values))
        self.rows[index] = self.rows[index]._replace(values=RowValues(indexes, tuple(values.values())))


def _size(text: str) -> int:
    """Estimated bytes of a text."""
    return len(text) if text.isascii() else _WIDE * len(text)

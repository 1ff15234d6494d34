"""Gathers the rows of a source, in little memory and within the limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.read_limits import MAX_CELL, MAX_COLUMNS, MAX_KEPT, MAX_ROWS
from yalu_plugin.core.importing.import_errors import TooManyColumns, TooManyRows, TooMuchText, alone
from yalu_plugin.core.importing.import_source import SourceRow, Values

_OFTEN = 1000  # rows between two calls
_ROW_SIZE, _CELL_SIZE = 200, 20  # bytes; texts that come again cost less, others more
_WIDE = 2  # bytes of a character beyond Latin letters
_SHARED_LENGTH, _SHARED_TEXTS, _SHARED_SHAPES = 60, 50_000, 5_000


class RowList:
    """Rows in the order added, and the columns that any of them has.

    Texts that come again are kept once, as are the columns of rows of one shape. Of a long text no more is kept than a
    site has room for.
    `heard` is told every thousand rows how many there are; readers of a stream hear of their progress from that.
    """

    def __init__(self, path: Path, heard: Callable[[int], None] = lambda count: None) -> None:
        self.path = path
        self._heard = heard
        self._texts: dict[str, str] = {}
        self._shapes: dict[tuple[str, ...], dict[str, int]] = {}
        self._kept = 0  # bytes, as it is guessed
        self.columns: dict[str, None] = {}
        self.rows: list[SourceRow] = []

    def shape(self, columns: tuple[str, ...]) -> Mapping[str, int]:
        """The place of each column in rows of these columns. Raises TooManyColumns."""
        known = self._shapes.get(columns)
        if known is not None:
            return known
        places = {column: place for place, column in enumerate(columns)}
        self.columns.update(dict.fromkeys(columns))
        if len(self.columns) > MAX_COLUMNS:
            raise TooManyColumns(path=self.path, limit=MAX_COLUMNS)
        if len(self._shapes) < _SHARED_SHAPES:
            self._shapes[columns] = places
        return places

    def add(self, number: int, values: Mapping[str, str], lon: float | None = None, lat: float | None = None,
            geometry: str = "", error: YaluError | None = None) -> None:
        """Append a row. Raises TooManyColumns, TooManyRows, TooMuchText, and what `heard` raises."""
        self.add_cells(number, self.shape(tuple(values)), tuple(values.values()), lon, lat, geometry, error)

    def add_cells(self, number: int, places: Mapping[str, int], cells: Sequence[str], lon: float | None = None,
                  lat: float | None = None, geometry: str = "", error: YaluError | None = None) -> None:
        """Append a row of a known shape."""
        if len(self._texts) > _SHARED_TEXTS:
            self._texts.clear()
        share = self._texts.setdefault
        kept = tuple([share(cell, cell) if len(cell) < _SHARED_LENGTH else cell[:MAX_CELL] for cell in cells])
        self._kept += _ROW_SIZE + sum(map(_size, kept)) + _CELL_SIZE * len(kept)
        self.rows.append(SourceRow(number, Values(places, kept), lon, lat, geometry, error and alone(error)))
        if self._kept > MAX_KEPT:
            raise TooMuchText(path=self.path, limit=MAX_KEPT // 1_000_000)
        if len(self.rows) % _OFTEN == 0:
            if len(self.rows) > MAX_ROWS:
                raise TooManyRows(path=self.path, limit=MAX_ROWS)
            self._heard(len(self.rows))

    def cut(self, count: int) -> None:
        """Drop all rows but the first `count`, and the columns that only the others had."""
        del self.rows[count:]
        self.columns = dict.fromkeys(column for row in self.rows for column in row.values)
        self._shapes.clear()

    def replace(self, index: int, values: Mapping[str, str]) -> None:
        """Give a row other values."""
        places = self.shape(tuple(values))
        self.rows[index] = self.rows[index]._replace(values=Values(places, tuple(values.values())))


def _size(text: str) -> int:
    """Bytes, more or less."""
    return len(text) if text.isascii() else _WIDE * len(text)

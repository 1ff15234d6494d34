"""A row of a table with very many rows, stored in little memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


class CompactRow(Mapping[str, Any]):
    """The values of a row by name, read like a dict; all rows share the mapping of names, so that each stays small.

    `indexes` maps each name to the index of its value in `values`, in their order.
    """

    __slots__ = ("_indexes", "_values")

    def __init__(self, indexes: Mapping[str, int], values: Sequence[Any]) -> None:
        self._indexes, self._values = indexes, values

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a value may be anything
        return self._values[self._indexes[name]]

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - faster than that of Mapping
        """Return the value of a name, or the default."""
        at = self._indexes.get(name)
        return default if at is None else self._values[at]

    @property
    def names(self) -> Mapping[str, int]:
        """The names; the same object for rows that share them."""
        return self._indexes

    def values(self) -> Any:  # noqa: ANN401 - a tuple, which is traversed faster than a view
        """Return the values in the order of the names."""
        return self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._indexes)

    def __len__(self) -> int:
        return len(self._indexes)

    def __repr__(self) -> str:
        return repr(dict(self))


def column_indexes(*names: str) -> dict[str, int]:
    """Return the index of each name, for a CompactRow with these names."""
    return {name: at for at, name in enumerate(names)}

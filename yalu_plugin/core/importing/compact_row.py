"""A row of a table with very many rows, stored in little memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


class CompactRow(Mapping[str, Any]):
    """The values of a row by name, read like a dict; all rows share the mapping of names, so that each stays small.

    `indexes` maps each name to the index of its value in `values`.
    """

    __slots__ = ("_indexes", "_values")

    def __init__(self, indexes: Mapping[str, int], values: Sequence[Any]) -> None:
        self._indexes, self._values = indexes, values

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a value may be anything
        return self._values[self._indexes[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._indexes)

    def __len__(self) -> int:
        return len(self._indexes)

    def __repr__(self) -> str:
        return repr(dict(self))


def column_indexes(*names: str) -> dict[str, int]:
    """Return the index of each name, for a CompactRow with these names."""
    return {name: at for at, name in enumerate(names)}

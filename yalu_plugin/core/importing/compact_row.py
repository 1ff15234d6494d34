"""One row of a table whose rows are very many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


class Record(Mapping[str, Any]):
    """The values of a row by name, read like a dict; the names are shared by all rows, so that a row stays small.

    `places` says where in `values` each name's value stands.
    """

    __slots__ = ("_places", "_values")

    def __init__(self, places: Mapping[str, int], values: Sequence[Any]) -> None:
        self._places, self._values = places, values

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a value may be anything
        return self._values[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(dict(self))


def places(*names: str) -> dict[str, int]:
    """Where the values of these names stand, for a Record of them."""
    return {name: at for at, name in enumerate(names)}

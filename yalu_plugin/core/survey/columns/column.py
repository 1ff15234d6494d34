"""Compact storage of one column's values: repeated values once, UUIDs as 16 bytes, other texts concatenated."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from typing import Any

FEW = 1 << 16  # distinct values for codes of two bytes
_EMPTY = None, ""
_LENGTH, _DASHES = 36, (8, 13, 18, 23)  # of a UUID


class Codes(dict[Any, int]):
    """Numbers values from 0, in the order in which they are first looked up."""

    def __missing__(self, value: Any) -> int:
        self[value] = code = len(self)
        return code


class StoredColumn:
    """Values of any type, added page by page and accessed by number."""

    def __init__(self) -> None:
        self._store: _Repeated | _Uuids | _Texts | _Any = _Repeated()

    def extend(self, values: Sequence[Any]) -> None:
        """Add the values of a page."""
        if values and not self._store.accepts(values):
            values = [*self._store, *values]
            self._store = next(store for store in (_Uuids(), _Texts(), _Any()) if store.accepts(values))
        self._store.extend(values)

    def coded(self) -> tuple[array[int], list[Any]]:
        """Return each value as its place in a list of the distinct ones, and the list."""
        return self._store.coded() if isinstance(self._store, _Repeated) else _coded(self._store)

    def __getitem__(self, number: int) -> Any:
        return self._store[number]

    def getter(self) -> Callable[[int], Any]:
        """Return a function that returns a value by number, faster than `[]`; nothing may be added after that."""
        return self._store.__getitem__

    def filled(self) -> Iterator[bool]:
        """Return by number whether there is a value, other than an empty text."""
        return self._store.filled()

    def __len__(self) -> int:
        return len(self._store)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._store)


class _Repeated:
    """Few distinct values, stored as codes."""

    def __init__(self) -> None:
        self._code_of, self._codes, self._values = Codes(), array("H"), list[Any]()

    def accepts(self, values: Sequence[Any]) -> bool:
        return len(self._code_of) + len(values) <= FEW

    def extend(self, values: Sequence[Any]) -> None:
        codes: Iterable[int] = map(self._code_of.__getitem__, values)
        if values and values.count(values[0]) == len(values):  # in most columns, all values of a page are empty
            codes = repeat(self._code_of[values[0]], len(values))
        self._codes.extend(codes)
        if len(self._values) < len(self._code_of):
            self._values = list(self._code_of)

    def filled(self) -> Iterator[bool]:
        return map([value not in _EMPTY for value in self._values].__getitem__, self._codes)

    def coded(self) -> tuple[array[int], list[Any]]:
        return self._codes, self._values

    def __getitem__(self, number: int) -> Any:
        return self._values[self._codes[number]]

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[Any]:
        return map(self._values.__getitem__, self._codes)


class _Uuids:
    def __init__(self) -> None:
        self._bytes = bytearray()

    def accepts(self, values: Sequence[Any]) -> bool:
        return (set(map(type, values)) == {str} and set(map(len, values)) == {_LENGTH}
                and _uuid_bytes("".join(values)) is not None)

    def extend(self, values: Sequence[Any]) -> None:
        self._bytes += _uuid_bytes("".join(values)) or b""

    def filled(self) -> Iterator[bool]:
        return repeat(True, len(self))

    def __getitem__(self, number: int) -> str:
        digits = self._bytes[16 * number:16 * number + 16].hex()
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def __len__(self) -> int:
        return len(self._bytes) // 16

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))


class _Texts:
    """Texts or None, concatenated in UTF-8."""

    def __init__(self) -> None:
        self._bytes, self._ends, self._empty = bytearray(), array("q", [0]), bytearray()

    def accepts(self, values: Sequence[Any]) -> bool:
        return set(map(type, values)) <= {str, type(None)}

    def extend(self, values: Sequence[Any]) -> None:
        parts = [(value or "").encode("utf-8", "surrogatepass") for value in values]
        self._ends.extend(list(accumulate(map(len, parts), initial=self._ends[-1]))[1:])
        self._bytes += b"".join(parts)
        self._empty += bytes([value is None for value in values])

    def filled(self) -> Iterator[bool]:
        return (end > begin for begin, end in zip(self._ends, self._ends[1:]))

    def __getitem__(self, number: int) -> str | None:
        if self._empty[number]:
            return None
        return self._bytes[self._ends[number]:self._ends[number + 1]].decode("utf-8", "surrogatepass")

    def __len__(self) -> int:
        return len(self._empty)

    def __iter__(self) -> Iterator[str | None]:
        return map(self.__getitem__, range(len(self)))


class _Any(list[Any]):
    """Any other values, unchanged."""

    def accepts(self, values: Sequence[Any]) -> bool:
        return True

    def filled(self) -> Iterator[bool]:
        return (value not in _EMPTY for value in self)


def _coded(values: Iterable[Any]) -> tuple[array[int], list[Any]]:
    codes = Codes()
    return array("i", map(codes.__getitem__, values)), list(codes)


def _uuid_bytes(texts: str) -> bytes | None:
    """Return the bytes of concatenated UUIDs; None where one is not in the standard form with lower-case letters."""
    if any(set(texts[dash::_LENGTH]) != {"-"} for dash in _DASHES) or texts != texts.lower():
        return None
    try:
        found = bytes.fromhex(texts.replace("-", ""))
    except ValueError:
        return None
    return found if len(found) * _LENGTH == len(texts) * 16 else None  # spaces and extra dashes are dropped

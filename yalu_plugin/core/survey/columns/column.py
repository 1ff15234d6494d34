"""The values of one column in few bytes: what repeats is kept once, UUIDs as 16 bytes, other texts end to end."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from typing import Any

FEW = 1 << 16  # different values that a code of two bytes can tell apart
_EMPTY = None, ""
_LENGTH, _DASHES = 36, (8, 13, 18, 23)  # of a UUID


class Codes(dict[Any, int]):
    """Numbers values from 0, in the order in which they are first looked up."""

    def __missing__(self, value: Any) -> int:
        self[value] = code = len(self)
        return code


class Column:
    """Values of any kind, added page by page and found by their number."""

    def __init__(self) -> None:
        self._kept: _Repeated | _Uuids | _Texts | _Any = _Repeated()

    def extend(self, values: Sequence[Any]) -> None:
        """Add the values of a page."""
        if values and not self._kept.takes(values):
            values = [*self._kept, *values]
            self._kept = next(kept for kept in (_Uuids(), _Texts(), _Any()) if kept.takes(values))
        self._kept.extend(values)

    def coded(self) -> tuple[array[int], list[Any]]:
        """Each value as its place in a list of the different ones."""
        return self._kept.coded() if isinstance(self._kept, _Repeated) else _coded(self._kept)

    def __getitem__(self, number: int) -> Any:
        return self._kept[number]

    def filled(self) -> Iterator[bool]:
        """Whether there is a value, and not an empty text, by number."""
        return self._kept.filled()

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._kept)


class _Repeated:
    """Few different values: a code of each."""

    def __init__(self) -> None:
        self._code_of, self._codes, self._values = Codes(), array("H"), list[Any]()

    def takes(self, values: Sequence[Any]) -> bool:
        return len(self._code_of) + len(values) <= FEW

    def extend(self, values: Sequence[Any]) -> None:
        codes: Iterable[int] = map(self._code_of.__getitem__, values)
        if values and values.count(values[0]) == len(values):  # of most columns, all of a page are empty
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

    def takes(self, values: Sequence[Any]) -> bool:
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
    """Texts, or None, in UTF-8."""

    def __init__(self) -> None:
        self._bytes, self._ends, self._empty = bytearray(), array("q", [0]), bytearray()

    def takes(self, values: Sequence[Any]) -> bool:
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
    """Whatever else there is, as it is."""

    def takes(self, values: Sequence[Any]) -> bool:
        return True

    def filled(self) -> Iterator[bool]:
        return (value not in _EMPTY for value in self)


def _coded(values: Iterable[Any]) -> tuple[array[int], list[Any]]:
    codes = Codes()
    return array("i", map(codes.__getitem__, values)), list(codes)


def _uuid_bytes(texts: str) -> bytes | None:
    """The bytes of UUIDs, end to end; None where one is not written as they are here, in small letters."""
    if any(set(texts[dash::_LENGTH]) != {"-"} for dash in _DASHES) or texts != texts.lower():
        return None
    try:
        found = bytes.fromhex(texts.replace("-", ""))
    except ValueError:
        return None
    return found if len(found) * _LENGTH == len(texts) * 16 else None  # blanks are no digits, nor are more dashes

"""What is to be said about a row, and what that makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.judged import FATES, GOOD, REFUSED
from yalu_plugin.core.phrase import Phrase


class Remark(NamedTuple):
    """A sentence about a row, and the fate that it alone would give it."""

    fate: str
    phrase: Phrase


def refusal(error: YaluError) -> Remark:
    """The error as what refuses a row."""
    return Remark(REFUSED, Phrase(error.template, {"detail": error.detail, **error.values}))


def worst_fate(remarks: Iterable[Remark]) -> str:
    """The fate that all of it makes: the last of FATES that one of the remarks asks for."""
    return max((remark.fate for remark in remarks), key=FATES.index, default=GOOD)

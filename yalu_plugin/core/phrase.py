"""A sentence of the core with its values: translated by whoever shows it, English as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Phrase:
    """`template` is marked translatable where it is written; `values` fill it, phrases among them first."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def english(phrases: Iterable[Phrase]) -> str:
    """Several sentences in a row."""
    return " ".join(map(str, phrases))

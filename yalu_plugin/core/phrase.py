"""Sentences of the core with their values: translated by the code that shows them, in English as str."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Phrase:
    """A sentence: `template` is marked translatable where it is written; `values`, which may be phrases, fill it."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)

"""The state of every site on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from yalu_plugin.core.published import Row

if TYPE_CHECKING:
    from yalu_plugin.core.survey.facts import Facts


class States(Mapping[str, Row]):
    """By site id, the rows of site_states that hold at the end of a UTC day; without a day, the latest.

    Each is found when it is looked up, so that a list pays for the rows it shows. After a change they are the new ones.
    """

    def __init__(self, facts: Facts, day: date | None) -> None:
        self._facts, self._day = facts, day

    def __getitem__(self, site_id: str) -> Row:
        return self._facts.state_on(site_id, self._day)

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts.site_ids())

    def __len__(self) -> int:
        return len(self._facts.site_ids())

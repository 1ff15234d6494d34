"""The names of the sites as they were at one moment, searched in another thread."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from yalu_plugin.core.published import Row
from yalu_plugin.core.search.match_rank import NEAR, rank_of
from yalu_plugin.core.search.typos import accepted_slips, has_near_part
from yalu_plugin.core.site_name import name_shown
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.name_search import NameSearch
from yalu_plugin.core.survey.name_folding import folded

COLUMNS = ("name", "kind", "retired_on")


class SiteNames:
    """Searches the rows as they were read, which never change, and a copy of those changed since."""

    def __init__(self, sites: ColumnTable, names: NameSearch, unnamed: Mapping[str | None, str]) -> None:
        self._sites, self._names, self._unnamed = sites, names, unnamed
        self._changed = dict(sites.changed)

    def best(self, wanted: Collection[str], limit: int) -> list[tuple[int, Row]]:
        """Return the best `limit` sites for any of these folded texts, with their ranks: fid, id and COLUMNS.

        The first text is what was typed: of it names with a slip are found, too.
        """
        read = self._names.best(wanted, self._unnamed, limit + len(self._changed))
        found = [(rank, self._row(number)) for number, rank in read.items()
                 if self._sites.fids[number] not in self._changed]
        for row in self._changed.values():
            rank = self._rank(wanted, row) if row is not None else None
            if row is not None and rank is not None:
                found.append((rank, row))
        return sorted(found, key=lambda one: (one[0], one[1]["fid"]))[:limit]

    def _row(self, number: int) -> Row:
        return {"fid": self._sites.fids[number], "id": self._sites.ids[number],
                **{name: self._sites.column(name)[number] for name in COLUMNS}}

    def _rank(self, wanted: Collection[str], row: Row) -> int | None:
        name = folded(name_shown(row, self._unnamed))
        rank, typed = rank_of(wanted, name), next(iter(wanted), "")
        if rank is None and accepted_slips(typed) and has_near_part(typed, name):
            return NEAR
        return rank

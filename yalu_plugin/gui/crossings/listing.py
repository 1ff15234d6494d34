"""The sites of the list in order: sorted by a column, filtered, and grouped under headings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.site_name import visible_name
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.crossings.site_columns import KM, NAME, group_heading, site_columns
from yalu_plugin.gui.crossings.site_filter import Chip, SiteFilter
from yalu_plugin.gui.crossings.site_texts import NO_STATE, SiteContext
from yalu_plugin.layers.survey.survey_errors import NoSurveyOpen

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.attributes import Attribute
    from yalu_plugin.core.survey.columns.fid_list import FidList
    from yalu_plugin.core.survey.columns.grouped import Heading

UNGROUPED = -1
MAX_KEPT = 100  # edited sites of one change that stay listed; a larger change is an import
SortKey = tuple[Any, ...]


class Listing:
    """Sorts, filters and groups sites by their fids. The caller sets what changed, then calls `sort` and `arrange`.

    Attributes:
        order: all sites, ascending; None without a survey.
        listed: the sites that fit the filter, None without a survey: ascending, or if grouped in the order of rows,
            with headings.
        shown: number of sites that fit, including those under folded headings.
        kept: sites that do not fit the filter but were created or edited since it was set. They stay listed until the
            filter changes, so that a user who renames a site does not lose it.
    """

    def __init__(self) -> None:
        self.columns = site_columns()
        self.context: SiteContext | None = None
        self.filter = SiteFilter()
        self.column, self.descending, self.group = KM, False, UNGROUPED
        self.folded: set[str] = set()  # texts of headings
        self.kept: set[int] = set()
        self.order: FidList | None = None
        self.listed: FidList | None = None
        self._fitting_fids: FidList | None = None  # `listed` before it was grouped
        self.headings: list[Heading] = []
        self.shown = 0

    def set_context(self, context: SiteContext | None) -> None:
        """Set the survey, day and river positions to list."""
        if context is None or self.context is None or context.facts is not self.context.facts:
            self.kept.clear()
        self.context = context

    def need_context(self) -> SiteContext:
        """Return the survey, day and river positions that are listed. Raises NoSurveyOpen."""
        if self.context is None:
            raise NoSurveyOpen()
        return self.context

    def need_order(self) -> FidList:
        """Return `order`. Raises NoSurveyOpen."""
        if self.order is None:
            raise NoSurveyOpen()
        return self.order

    def need_listed(self) -> FidList:
        """Return `listed`. Raises NoSurveyOpen."""
        if self.listed is None:
            raise NoSurveyOpen()
        return self.listed

    def find(self, text: str) -> None:
        """Set the text that names must contain."""
        self.filter.find(text)
        self.kept.clear()

    def toggle(self, chip: Chip) -> None:
        """Add a value to the filter, or remove it."""
        self.filter.toggle(chip)
        self.kept.clear()

    def sort(self) -> None:
        """Sort all sites: unchanged ones as a whole, then insert the few that changed since they were read."""
        self.order = None
        if self.context is None:
            return
        column = self.columns[self.column]
        attribute = column.attribute(self.context) if column.attribute is not None else None
        order, changed = self._order_as_read(attribute), self.context.facts.all_sites.changed()
        keys = sorted((self.key(site), site["fid"]) for site in changed)
        key_of = self._key_of_read(attribute)
        places = [_insert_position(order, key, key_of) for key, _ in keys]
        self.order = order.with_others(places, [fid for _, fid in keys])

    def arrange(self) -> None:
        """Filter the sorted sites, put those with exactly the searched name first, and group them."""
        self.headings, self.listed, self.shown = [], self.order, 0
        if self.order is None:
            return
        context = self.need_context()
        listed, exact = self._filtered(context, self.order), self.filter.exact_matches(context)
        if exact is not None:
            listed = listed.parted(exact, last=self.descending)
        self.listed, self.shown, self._fitting_fids = listed, len(listed), listed
        attribute = self.columns[self.group].attribute if self.group != UNGROUPED else None
        if attribute is not None:
            self._under_headings(listed, attribute(context))

    def fids_of(self, site_ids: Iterable[str]) -> list[int]:
        """Return the fids of the sites that exist."""
        if self.context is None:
            return []
        found = (self.context.facts.fid_of("sites", site_id) for site_id in site_ids)
        return [fid for fid in found if fid is not None]

    def fitting(self, fids: Collection[int]) -> set[int]:
        """Return those of the sites that are listed or under a folded heading."""
        listed = self._fitting_fids if self.headings else self.listed
        return {listed[place] for place in listed.places(fids)} if listed is not None and fids else set()

    def keep_edited(self, delta: Delta) -> None:
        """Keep sites listed that this change, already in the facts, added or edited, even if they do not fit."""
        changes = delta.changes("sites")
        if not self.filter.is_set or len(changes) > MAX_KEPT:
            return
        self.kept -= {before["fid"] for before, _ in changes if before}
        fits = self.filter.fitting(self.need_context())
        was_listed = self.fitting([before["fid"] for before, _ in changes if before])
        self.kept |= {after["fid"] for before, after in changes
                      if after and not fits(after) and (before is None or before["fid"] in was_listed)}

    def _filtered(self, context: SiteContext, order: FidList) -> FidList:
        listed = self.filter.listed(context, order)
        if not self.kept:
            return listed
        return listed.joined(self.kept, order)

    @property
    def flipped(self) -> bool:
        """Whether the rows are `listed` in reverse."""
        return self.descending and self.group == UNGROUPED

    def heading_of(self, fid: int) -> Heading | None:
        """Return the heading that `listed` contains as this number, None if it is the fid of a site."""
        from yalu_plugin.core.survey.columns.grouped import heading_number

        number = heading_number(fid)
        return self.headings[number] if number >= 0 else None

    def _order_as_read(self, attribute: Attribute | None) -> FidList:
        context = self.need_context()
        sites = context.facts.all_sites
        if attribute is not None:
            return sites.by_attribute(attribute, self._key_of_value)
        if self.column == KM:
            return sites.by_value(context.positions.chainages, self._unknown_km)
        return sites.by_name(self.filter.unnamed)

    def _key_of_read(self, attribute: Attribute | None) -> Callable[[int], SortKey]:
        """Return a faster `key` for unchanged sites, by fid, that does not create their rows."""
        facts = self.need_context().facts
        as_read = facts.all_sites.unchanged_site
        if self.column == KM:
            return lambda fid: self.key({"id": facts.id_of("sites", fid)})
        if attribute is None:
            return lambda fid: self.key(as_read(fid)[1])
        keys = list(map(self._key_of_value, attribute.values))

        def key(fid: int) -> SortKey:
            number, site = as_read(fid)
            return *keys[attribute.codes[number]], site["id"] or ""
        return key

    def _key_of_value(self, value: Any) -> SortKey:
        return self._key_of_text(self.columns[self.column].value_text(self.need_context(), value).casefold())

    def _key_of_text(self, text: str) -> tuple[bool, str]:
        """Return a sort key that puts empty texts last in both directions."""
        return (text in ("", NO_STATE)) != self.descending, text

    def _under_headings(self, listed: FidList, attribute: Attribute) -> None:
        from yalu_plugin.core.survey.columns.grouped import grouped

        fids = listed.fids[::-1] if self.descending else listed.fids
        codes, values = self.need_context().facts.all_sites.values(attribute, fids)
        self.listed, self.headings = grouped(
            fids, codes, [group_heading(self.group, value) for value in values], self.folded)

    # single sites

    def touched(self, delta: Delta) -> set[int]:
        """Return the fids of the sites whose row a change affects."""
        facts = self.need_context().facts
        seen = {row["site_id"] for rows in delta.changes("observations") for row in rows if row}
        found = (facts.fid_of("sites", site_id) for site_id in seen)
        return {row["fid"] for before, after in delta.changes("sites") for row in (after or before,) if row} | {
            fid for fid in found if fid is not None}

    def place_in(self, fids: FidList, site: Row, key: Callable[[Row], SortKey]) -> int:
        """Return the index at which to insert a site among others sorted by `key`."""
        facts = self.need_context().facts

        def key_of(fid: int) -> SortKey:
            other = facts.row_of_fid("sites", fid)
            if other is None:
                raise KeyError(fid)
            return key(other)
        return _insert_position(fids, key(site), key_of)

    def key(self, site: Row) -> SortKey:
        """Return the sort key of a site in `order`."""
        if self.column == KM:
            return self.need_context().positions.chainages.get(site["id"], self._unknown_km), site["id"] or ""
        if self.column == NAME:
            return *self._name_key(site), site["id"] or ""
        return *self._key_of_text(self._sorted_text(site).casefold()), site["id"] or ""

    @property
    def _unknown_km(self) -> float:
        return float("-inf" if self.descending else "inf")

    def key_in_list(self, site: Row) -> SortKey:
        """Return the sort key of a site in `listed`."""
        return self.filter.has_exact_name(site) == self.descending, *self.key(site)

    def _sorted_text(self, site: Row) -> str:
        """Return the text that unchanged sites are sorted by, too: not that of the cell, which has marks in front."""
        context, column = self.need_context(), self.columns[self.column]
        return column.value_text(context, column.value(context, site))

    def _name_key(self, site: Row) -> SortKey:
        """Return the key by name; unnamed sites sort by kind, then by number."""
        from yalu_plugin.core.survey.columns.all_sites import unnamed_sort_text

        name = visible_name(site["name"]).casefold()
        return (name, False, 0) if name else (unnamed_sort_text(site["kind"], self.filter.unnamed), True, site["fid"])


def _insert_position(fids: FidList, sort_key: SortKey, key: Callable[[int], SortKey]) -> int:
    """Return the first index at which an item with this sort key can be inserted."""
    low, high = 0, len(fids)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if key(fids[middle]) < sort_key else (low, middle)
    return low

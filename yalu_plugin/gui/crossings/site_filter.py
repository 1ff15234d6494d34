"""The filter of the list of sites: by a text in the name, and by kind, state and other attributes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.search.match_rank import rank_of
from yalu_plugin.core.site_name import name_shown
from yalu_plugin.core.states import STATES, is_conclusive
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.name_folding import folded
from yalu_plugin.core.survey.retired import as_of
from yalu_plugin.gui.crossings.site_texts import SiteContext
from yalu_plugin.gui.kind_display import every_kind, kind_name, state_name
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import bundled_places
from yalu_plugin.layers.display_names import unnamed_sites

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.attributes import Attribute
    from yalu_plugin.core.survey.columns.fid_list import FidList, Fids

PUBLISHED, IMPORTED, OWN = "published", "imported", "own"
Chip = tuple[str, Any]  # a key of `filters` and one of its values


class Filter(NamedTuple):
    """An attribute to filter by.

    `options` are the values with their labels; `value` converts a value of the attribute to one of them, or to a set.
    """

    title: str
    options: dict[Any, str]
    attribute: Callable[[SiteContext], Attribute]
    value: Callable[[SiteContext, Any], Any] = lambda _, value: value


def filters() -> dict[str, Filter]:
    """Return the available filters by key."""
    return {
        "kind": Filter(tr("Kind"), {kind: kind_name(kind) for kind in every_kind()},
                       lambda context: context.facts.all_sites.attributes.column("kind"),
                       _listed_kind()),
        "state": Filter(tr("State"), {**{state: state_name(state) for state in STATES if is_conclusive(state)},
                                      None: tr("Not known")},
                        lambda context: context.facts.all_sites.attributes.state(context.day),
                        lambda _, value: value[0]),
        "origin": Filter(tr("Origin"), {PUBLISHED: tr("Published"), IMPORTED: tr("From a list"), OWN: tr("Your own")},
                         lambda context: context.facts.all_sites.attributes.column("source_id"),
                         lambda context, source_id: _origin(context.facts, source_id)),
        "place": Filter(tr("Place"), {True: tr("Located"), False: tr("Without a place")},
                        lambda context: context.facts.all_sites.attributes.has_place()),
        "review": Filter(tr("Needs a look"), {
            "unseen_30": tr("Not seen for 30 days"), "unseen_90": tr("Not seen for 90 days"),
            "unseen_365": tr("Not seen for a year"), "one_look": tr("State rests on one look"),
            "at_or_before": tr("Dated “at or before”"), "conflict": tr("Order of states not known"),
            "no_evidence": tr("Observed without image or source"), "unconfirmed": tr("Not confirmed on imagery")},
                         lambda context: context.facts.all_sites.attributes.reasons(as_of(context.day)))}


def _listed_kind() -> Callable[[SiteContext, str | None], str]:
    kinds = frozenset(every_kind())
    return lambda _, kind: kind if kind in kinds else "other"


def _origin(facts: Facts, source_id: str | None) -> str:
    """Return the origin of a site: PUBLISHED if its source names publisher or author, else IMPORTED; OWN without."""
    source = facts.row("sources", source_id) if source_id else None
    if source is None:
        return OWN
    return PUBLISHED if source["publisher"] or source["author"] else IMPORTED


@dataclass
class SiteFilter:
    """A text to find in names and, for each key, the accepted values (`chips`), of which a site must have one."""

    text: str = ""
    wanted: list[str] = field(default_factory=list)  # the folded text in every known spelling; empty without a text
    chips: dict[str, set[Any]] = field(default_factory=dict)
    unnamed: dict[str | None, str] = field(default_factory=unnamed_sites)  # see core.site_name.name_shown

    def find(self, text: str) -> None:
        """Set the text that names must contain, in any spelling."""
        self.text = text.strip()
        self.wanted = [one for one in bundled_places().spellings(self.text) if one] if self.text else []

    def toggle(self, chip: Chip) -> None:
        """Add a value, or remove it."""
        key, value = chip
        values = self.chips.pop(key, set()) ^ {value}
        if values:
            self.chips[key] = values

    def drop_kinds(self) -> None:
        """Remove kinds that no longer exist, as they would have no chip."""
        kinds = self.chips.pop("kind", set()) & set(every_kind())
        if kinds:
            self.chips["kind"] = kinds

    @property
    def is_set(self) -> bool:
        """Whether it hides anything."""
        return bool(self.wanted or self.chips)

    @property
    def depends_on_day(self) -> bool:
        """Whether the sites that fit depend on the day shown."""
        return bool({"state", "review"} & self.chips.keys())

    def listed(self, context: SiteContext, order: FidList) -> FidList:
        """Return the sites that fit, in the order given."""
        sites = context.facts.all_sites
        fids = order.only(sites.find(self.wanted, self.unnamed)) if self.wanted else order
        for attribute, fits in self._conditions(context):
            fids = fids.only(sites.with_value(attribute, fits))
        return fids

    def exact_matches(self, context: SiteContext) -> Fids | None:
        """Return the sites whose name is exactly the searched text; None without a text."""
        return context.facts.all_sites.called(self.wanted, self.unnamed) if self.wanted else None

    def fitting(self, context: SiteContext) -> Callable[[Row], bool]:
        """Return a function that returns whether a site fits."""
        conditions = self._conditions(context)
        return lambda site: (self._has_name(site) and all(fits(attribute.of(site)) for attribute, fits in conditions))

    def _has_name(self, site: Row) -> bool:
        return not self.wanted or rank_of(self.wanted, folded(name_shown(site, self.unnamed))) is not None

    def has_exact_name(self, site: Row) -> bool:
        """Whether the name of a site is exactly the searched text."""
        return folded(name_shown(site, self.unnamed)) in self.wanted

    def _conditions(self, context: SiteContext) -> list[tuple[Attribute, Callable[[Any], bool]]]:
        every = filters()
        return [(every[key].attribute(context), partial(_has_any, context, every[key].value, wanted))
                for key, wanted in self.chips.items()]


def _has_any(context: SiteContext, read: Callable[[SiteContext, Any], Any], wanted: set[Any], value: Any) -> bool:
    found = read(context, value)
    return bool(found & wanted) if isinstance(found, frozenset) else found in wanted


def sites_of(facts: Facts, origin: str) -> int:
    """Return the number of sites of an origin: PUBLISHED, IMPORTED or OWN."""
    attribute = facts.all_sites.attributes.column("source_id")
    return len(facts.all_sites.with_value(attribute, lambda source_id: _origin(facts, source_id) == origin))

"""The columns of the list of sites, and those it can group by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import STATES
from yalu_plugin.core.survey.retired import as_of, is_retired
from yalu_plugin.gui.crossings.site_texts import (
    SiteContext,
    county_text,
    gate_label,
    km_text,
    source_text,
    state_label,
)
from yalu_plugin.gui.kind_display import kind_name
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import county_name
from yalu_plugin.layers.display_names import site_name

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.attributes import Attribute

NAME, KIND, STATE, SINCE, KM, COUNTY, GATE, SOURCE = range(8)
KEYS = ("name", "kind", "state", "since", "km", "county", "gate", "source")  # as stored in settings
FIGURES = (SINCE, KM)  # numbers and days, which must not be cut
GROUPS = (COUNTY, KIND, STATE)  # columns to group by


class SiteColumn(NamedTuple):
    """One column of the list.

    Attributes:
        title: the header.
        tooltip: the tooltip of the header.
        longest: texts of which the widest is as wide as most texts of the column.
        text: returns the text of a cell.
        attribute: what sites are sorted by; None for name and km, which have their own sort order.
        value: returns the value of the attribute of a single site.
        value_text: returns the text of a value of the attribute to sort by, the same as or close to that of the cell.
        usual: a text that is as long as most, where the longest is much longer.
    """

    title: str
    tooltip: str
    longest: tuple[str, ...]
    text: Callable[[SiteContext, Row], str]
    attribute: Callable[[SiteContext], Attribute] | None = None
    value: Callable[[SiteContext, Row], Any] = lambda _, site: None
    value_text: Callable[[SiteContext, Any], str] = lambda _, value: str(value or "")
    usual: str = ""


def site_columns() -> tuple[SiteColumn, ...]:
    """Return the columns, in the order of KEYS."""
    return (
        SiteColumn(tr("Site"), tr("Its name, or its kind and a number that stays"), ("SYNTHETIC barge 6",),
                   lambda _, site: site_name(site)),
        SiteColumn(tr("Kind"), tr("What kind of site it is"), (kind_name("vehicle_ford"),),
                   lambda _, site: kind_name(site["kind"]), lambda context: _column(context, "kind"),
                   lambda _, site: site["kind"], lambda _, kind: kind_name(kind)),
        SiteColumn(tr("State"), tr("The state on the day shown; – where none is known by then, ≈ where the image is "
                                   "too coarse to tell"), tuple(map(state_label, (*STATES, ""))), _state_of, _state,
                   lambda context, site: context.facts.state_value_on(site["id"], context.day),
                   lambda _, value: state_label(*value), state_label("present")),
        SiteColumn(tr("Since"), tr("The day (UTC) by which this state was first seen, with no other seen since"),
                   ("2026-12-30",), lambda context, site: context.facts.since(site["id"], context.day) or "",
                   lambda context: context.facts.all_sites.attributes.since(context.day),
                   lambda context, site: context.facts.since(site["id"], context.day)),
        SiteColumn(tr("km"), tr("Chainage along the river, downstream"), ("-888.88",), km_text),
        SiteColumn(tr("County"), tr("The county, as the survey has it or by the reach of the river"),
                   ("Kimhyongjik ?",), county_text, _county, lambda context, site: context.positions.county_of(site)[0],
                   lambda _, county: county_name(county)),
        SiteColumn(tr("Gate"), tr("Whether it is at a gate of the border fence"), (tr("Yes"),),
                   lambda _, site: gate_label(site["at_fence_gate"]), lambda context: _column(context, "at_fence_gate"),
                   lambda _, site: site["at_fence_gate"], lambda _, value: gate_label(value)),
        SiteColumn(tr("Source"), tr("Whose word the site rests on"), ("AccessDPRK 2026-02-09",),
                   lambda context, site: source_text(context.facts, site["source_id"]),
                   lambda context: _column(context, "source_id"), lambda _, site: site["source_id"],
                   lambda context, value: source_text(context.facts, value)))


def group_heading(column: int, value: Any) -> str:
    """Return the heading of the sites with this value in a column to group by; empty if the value is unknown."""
    if column == STATE:
        return state_label(value[0]) if value[0] else ""
    return county_name(value) if column == COUNTY else kind_name(value)


def _state_of(context: SiteContext, site: Row) -> str:
    state, contradicted = context.facts.state_value_on(site["id"], context.day)
    below = context.facts.below_resolution(site["id"], context.day)
    marks = ("?" if contradicted and state is not None else "") + ("≈" if below else "")
    word = " ".join(filter(None, (marks, state_label(state))))  # marks come first, as they must not be cut
    return tr("{state}, retired").format(state=word) if is_retired(site, as_of(context.day)) else word


def _column(context: SiteContext, name: str) -> Attribute:
    return context.facts.all_sites.attributes.column(name)


def _state(context: SiteContext) -> Attribute:
    return context.facts.all_sites.attributes.state(context.day)


def _county(context: SiteContext) -> Attribute:
    return context.facts.all_sites.attributes.county(context.positions)

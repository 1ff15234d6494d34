"""Texts about a site on a day, for the list and the card."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.site_name import visible_name
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.river_positions import RiverPositions
from yalu_plugin.core.value_labels import unknown_state_reason
from yalu_plugin.gui.crossings.observation_texts import change_text, site_observations
from yalu_plugin.gui.kind_display import kind_name, state_name
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.bundled import marked_county
from yalu_plugin.layers.display_names import site_name

NO_STATE = "–"  # in a cell
NOTE = 300  # characters of a note shown on a card


class SiteContext(NamedTuple):
    """The survey's facts, a day (None: the latest) and the positions of sites along the river."""

    facts: Facts
    day: date | None
    positions: RiverPositions


def state_label(state: str | None, in_doubt: bool = False) -> str:
    """Return the label of a state, with a question mark if in doubt; NO_STATE for None, if no one has looked."""
    if state is None:
        return NO_STATE
    return state_name(state or "unknown") + (" ?" if in_doubt else "")


def km_text(context: SiteContext, site: Row) -> str:
    """Return the chainage of a site in km, empty if unknown."""
    km = context.positions.chainages.get(site["id"])
    return "" if km is None else f"{km:.2f}"


def county_text(context: SiteContext, site: Row) -> str:
    """Return the county, with a question mark near a border between two."""
    return marked_county(*context.positions.county_of(site))


def gate_label(value: str | None) -> str:
    """Return whether a site is at a gate of the border fence, empty if not stated."""
    return {"yes": tr("Yes"), "no": tr("No")}.get(value or "", "")


def source_text(facts: Facts, source_id: str | None) -> str:
    """Return a short name of a source: publisher or author and day, else title."""
    source = facts.row("sources", source_id) if source_id else None
    if source is None:
        return ""
    who = source["publisher"] or source["author"]
    return " ".join(part for part in (who, source["published_on"]) if part) if who else source["title"] or ""


def tooltip(context: SiteContext, site: Row) -> str:
    """Return the lines of a site's card: name, kind, state on a day, location, source and note."""
    from yalu_plugin.layers.layouts.statements import citation  # lazy, to keep startup fast

    note = site["note"] or ""
    kind = kind_name(site["kind"]) if visible_name(site["name"]) else ""  # otherwise site_name shows it
    lines = [one_line(site_name(site)), kind, *_state_lines(context, site), place_text(context, site)]
    source = context.facts.row("sources", site["source_id"]) if site["source_id"] else None
    retired = tr("Retired on {day}: not counted after it").format(day=site["retired_on"]) if site.get(
        "retired_on") else ""
    lines += [retired, _not_retired_note(context.facts, site), one_line(citation(source)) if source else "",
              note[:NOTE] + ("…" if len(note) > NOTE else "")]
    return "\n".join(line for line in lines if line)


def _not_retired_note(facts: Facts, site: Row) -> str:
    """Return a note that the site this one replaced is not retired, or an empty text."""
    old = facts.row("sites", site["replaces_site_id"]) if site.get("replaces_site_id") else None
    if old is None or old.get("retired_on"):
        return ""
    return tr("In place of {old}, which is not retired: both count").format(old=one_line(site_name(old)))


def _state_lines(context: SiteContext, site: Row) -> list[str]:
    state = context.facts.state_on(site["id"], context.day)
    if state["observation_id"] is None and state["valid_from"] is None:
        return [phrase_text(unknown_state_reason(context.facts.observations_of(site["id"]), context.day))]
    lines = [state_name(str(state["state"] or "unknown"))]
    if context.facts.below_resolution(site["id"], context.day):
        lines[-1] += tr(", below resolution")
    since = context.facts.since(site["id"], context.day)
    if since and since != state["seen_to"]:
        lines[-1] += tr(" since {day}").format(day=since)
    if state["seen_from"] == state["seen_to"]:
        lines[-1] += tr(", seen {seen_to} (UTC)").format(**state)
    elif state["seen_from"]:
        lines[-1] += tr(", seen {seen_from} to {seen_to} (UTC)").format(**state)
    else:
        lines[-1] += tr(", seen by {seen_to} (UTC)").format(**state)
    rivals = context.facts.rivals_of(site["id"]).get(state["observation_id"], ())
    if rivals:
        lines.append(tr("Or: {states}; seen on days that overlap, so which came last is not known.").format(
            states=", ".join(map(state_name, rivals))))
    return [*lines, *_bounds(context, site)]


def _bounds(context: SiteContext, site: Row) -> list[str]:
    """Return between which observations the state of the day began, unless only one is known."""
    seen = site_observations(context.facts, site["id"])
    until = [change for change in seen.changes() if context.day is None or change.first["seen_to"] <= str(context.day)]
    if not until or not (until[-1].without or until[-1].inconclusive or until[-1].unordered):
        return []
    return [change_text(until[-1], seen.date_kinds)]


def place_text(context: SiteContext, site: Row) -> str:
    """Return the location of a site: chainage, county, and whether at a gate; empty if all are unknown."""
    km, county = km_text(context, site), county_text(context, site)
    gate = tr("at a gate of the border fence") if site["at_fence_gate"] == "yes" else ""
    return " · ".join(part for part in (f"km {km}" if km else "", county, gate) if part)

"""Texts about observations for lists, cards and questions: days, states, evidence and changes of state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.bounds import ONE_SIDED, StateChange, changes_of_state
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.observation import date_kind
from yalu_plugin.core.value_labels import COLUMN_LABELS, DATE_KIND_LABELS, REASON_LABELS
from yalu_plugin.gui.kind_display import state_name
from yalu_plugin.i18n import tr

NAMED = 3  # observations of unknown order that a line names


class SiteObservations(NamedTuple):
    """The observations of a site, ordered by last day, with their images and sources by id."""

    rows: list[Row]
    images: dict[str, Row]
    sources: dict[str, Row]

    @property
    def date_kinds(self) -> Mapping[str, str]:
        """The kinds of date of the images, by image id."""
        return {name: image["date_kind"] for name, image in self.images.items() if image["date_kind"]}

    def changes(self) -> list[StateChange]:
        """Return the changes of state, see core.survey.bounds."""
        return changes_of_state(self.rows, self.date_kinds)


def site_observations(facts: Facts, site_id: str) -> SiteObservations:
    """Return the observations of a site with their evidence."""
    rows = facts.observations_of(site_id)
    found = {table: {name: row for name in {one[column] for one in rows if one[column]}
                     if (row := facts.row(table, name)) is not None}
             for table, column in (("images", "image_id"), ("sources", "source_id"))}
    return SiteObservations(rows, found["images"], found["sources"])


def state_text(row: Row) -> str:
    """Return the state, with the reason if not observable, and whether it is below the image's resolution."""
    reason = tr(REASON_LABELS[row["reason"]]) if row["reason"] in REASON_LABELS else ""
    parts = [state_name(row["state"] or "unknown") + (f" ({reason})" if reason else ""),
             tr("below resolution") if row.get("below_resolution") else ""]
    return ", ".join(part for part in parts if part)


def recorded_text(site: str, state: str, replaced: Sequence[Row], rivals: Sequence[Row] = ()) -> str:
    """Return a message that a state was recorded.

    Args:
        site: the name of the site.
        state: the recorded state.
        replaced: observations of the same user that this replaced.
        rivals: observations of the same user on other images of that day that contradict it.
    """
    template = tr("{site}: {state} recorded. Replaces your earlier record: {before}.") if replaced else tr(
        "{site}: {state} recorded.")
    text = template.format(site=site, state=state_name(state), before=_joined(replaced))
    if not rivals:
        return text
    return f"{text} " + tr("Your record of another image of that day differs: {others}.").format(
        others=_joined(rivals))


def _joined(rows: Sequence[Row]) -> str:
    return ", ".join(dict.fromkeys(f"{state_text(row)}, {days_text(row)}" for row in rows))


def date_kind_text(row: Row, seen: SiteObservations) -> str:
    """Return the label of the kind of date of an observation: of its image, else as reported."""
    return _label("date_kind", date_kind(row, seen.images))


def confidence_text(row: Row) -> str:
    """Return the label of the analyst's confidence."""
    return _label("confidence", row["confidence"])


def likelihood_text(row: Row) -> str:
    """Return the label of the likelihood, in the terms of ICD 203."""
    return _label("likelihood", row.get("likelihood"))


def _label(column: str, value: str | None) -> str:
    label = COLUMN_LABELS[column].get(value or "")
    return tr(label) if label is not None else ""


def evidence_text(row: Row, seen: SiteObservations) -> str:
    """Return the image or source of an observation."""
    from yalu_plugin.layers.layouts.sheet_texts import observation_line  # lazy, to keep startup fast

    return one_line(observation_line(row, seen.images, seen.sources)["evidence"])


def days_text(row: Row) -> str:
    """Return the UTC days of an observation."""
    from yalu_plugin.layers.layouts.sheet_texts import days  # lazy, to keep startup fast

    return days(row)


def change_text(change: StateChange, date_kinds: Mapping[str, str]) -> str:
    """Return between which observations a state began.

    Example: "Present: first seen 2024-06-03 to 2024-06-05, last seen without 2024-04-11; 2 looks between could not
    tell".
    """
    first, kind = change.first, date_kinds.get(change.first["image_id"] or "")
    text = tr("{state}: first seen {days}").format(state=state_text({**first, "reason": None}), days=days_text(first))
    if kind in ONE_SIDED:
        text += f" ({tr(DATE_KIND_LABELS[kind])})"
    without = change.without
    if without is not None:
        text += tr(", last seen without {days}").format(days=days_text(without))
    elif not change.unordered:
        text += tr(", not inspected before") if not change.inconclusive else tr(", nothing seen before")
    parts = [text]
    if change.inconclusive:
        texts = (tr("1 inconclusive look between"), tr("{n} inconclusive looks between")) if without is not None \
            else (tr("1 inconclusive look before"), tr("{n} inconclusive looks before"))
        parts.append(texts[change.inconclusive > 1].format(n=change.inconclusive))
    if change.unordered:
        named = [f"{state_name(row['state'])} {days_text(row)}" for row in change.unordered[:NAMED]]
        more = len(change.unordered) - NAMED
        named += [tr("{n} more").format(n=more)] if more > 0 else []
        parts.append(tr("not certain: the days may come before or after {others}").format(others=", ".join(named)))
    return "; ".join(parts)

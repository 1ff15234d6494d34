"""What the list says of a site's state on a day."""

from __future__ import annotations

from datetime import date

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.gui.crossings.site_names import site_name
from yalu_plugin.gui.kinds import kind_name, short_state, state_name
from yalu_plugin.i18n import tr


def state_text(facts: Facts, site: Row, day: date | None) -> str:
    """A site's state on a day in one word."""
    return word_of_state(*facts.word_on(site["id"], day))


def word_of_state(state: str | None, in_doubt: bool) -> str:
    """A state in one word, with a question mark where another one may have come after it; None: nobody has looked."""
    if state is None:
        return "–"
    return short_state(state or "unknown") + (" ?" if in_doubt else "")


def tooltip(facts: Facts, site: Row, day: date | None) -> str:
    """Name, kind, state on a day and note of a site."""
    state = facts.state_on(site["id"], day)
    lines = [site_name(site), kind_name(site["kind"]), state_name(_state(state))]
    if state.get("seen_from"):
        lines[-1] += tr(", seen {seen_from} to {seen_to} (UTC)").format(**state)
    rivals = facts.rivals_of(site["id"]).get(state.get("observation_id"), ())
    if rivals:
        lines.append(tr("Or: {states}; seen on days that overlap, so which came last is not known.").format(
            states=", ".join(map(state_name, rivals))))
    return "\n".join(line for line in (*lines, site["note"]) if line)


def _state(state: Row) -> str:
    return str(state.get("state") or "unknown")

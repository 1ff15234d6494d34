"""The text of an action in the undo list, with its site: "Observation (Hyesan ford, Present, 2024-05-03)"."""

from __future__ import annotations

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name, state_name

MAX_ENTRIES = 40  # entries of an action that are searched: an action with more is not about one site


def action_text(what: str, delta: Delta, facts: Facts | None) -> str:
    """Return the text of an action with its site, and the state and days of its observation.

    Without them if it has several sites or observations. `facts` may be from before or after the action.
    """
    if len(delta.entries) > MAX_ENTRIES:
        return what
    sites, seen = delta.changes("sites"), delta.changes("observations")
    left = {row["id"]: row for row in (after for _, after in sites) if row}
    ids = left.keys() | {after["site_id"] for _, after in seen if after} or {
        *(before["id"] for before, _ in sites if before), *(before["site_id"] for before, _ in seen if before)}
    if len(ids) != 1:
        return what
    shown = [after for _, after in seen if after] or [before for before, _ in seen if before]
    parts = [_name(ids.pop(), sites, facts), *_seen_text(shown)]
    about = ", ".join(part for part in parts if part)
    return tr("{what} ({about})").format(what=what, about=about) if about else what


def _name(site_id: str, sites: list[tuple[Row | None, Row | None]], facts: Facts | None) -> str:
    before, after = next(((one, other) for one, other in sites if (other or one or {}).get("id") == site_id),
                         (None, None))
    if before and after and before["name"] != after["name"]:
        return tr("{before} → {after}").format(before=one_line(site_name(before)), after=one_line(site_name(after)))
    row = after or before or (facts.row("sites", site_id) if facts is not None else None)
    return one_line(site_name(row)) if row else ""


def _seen_text(rows: list[Row]) -> list[str]:
    """State and days of the one observation; nothing if there are several."""
    if len(rows) != 1:
        return []
    from yalu_plugin.layers.layouts.sheet_texts import days  # on first use: a start has 50 ms

    state = rows[0]["state"]
    return [state_name(state) if state else "", days(rows[0])]

"""The line below the list of sites that summarises what it shows."""

from __future__ import annotations

from datetime import date

from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.retired import as_of
from yalu_plugin.gui.amounts import sites_text
from yalu_plugin.gui.crossings.site_filter import IMPORTED, OWN, sites_of
from yalu_plugin.i18n import tr


def summary_text(facts: Facts, shown: int, day: date | None, searched: str = "", kept: int = 0) -> str:
    """Return a summary of the list of sites.

    Example: "12 of 39 shown; 1 retired; 4 of 43 published located; 30 from lists; 5 of your own; states on 2025-08-01
    (UTC); 37 % of the corridor searched in Q3 2025".

    Args:
        facts: the survey.
        shown: number of sites listed.
        day: the day of the states, None for the latest.
        searched: a text on the share of the corridor that was searched.
        kept: number of listed sites that do not fit the filter but were just created or edited.
    """
    total, found = facts.count("sites"), facts.located()
    imported, own = (sites_of(facts, origin) for origin in (IMPORTED, OWN))
    parts = [sites_text(total) if shown == total else tr("{shown} of {total} shown").format(shown=shown, total=total)]
    if kept:
        parts.append(tr("1 of them only until the filter changes: it was made or edited now") if kept == 1 else tr(
            "{n} of them only until the filter changes: they were made or edited now").format(n=kept))
    retired = facts.retired(as_of(day))
    if retired:
        parts.append(tr("{n} retired").format(n=retired))
    if found is not None:
        parts.append(tr("{found} of {published} published located").format(found=found[0], published=found[1]))
    if imported:
        parts.append(tr("{n} from lists").format(n=imported))
    if own:
        parts.append(tr("{n} of your own").format(n=own))
    if total:
        parts.append(_states_text(facts, day))
    if searched:
        parts.append(searched)
    return "; ".join(parts)


def _states_text(facts: Facts, day: date | None) -> str:
    if day is not None:
        return tr("states on {day} (UTC)").format(day=day)
    last = facts.last_observed_day()
    return tr("states as last seen, by {day} (UTC)").format(day=last) if last else tr("nothing is dated yet")

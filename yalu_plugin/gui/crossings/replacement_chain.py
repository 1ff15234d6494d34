"""Which sites a site replaces and which replace it, with the distances from one to the next."""

from __future__ import annotations

from qgis.core import QgsPointXY

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.workbench import Workbench

LONGEST = 50  # steps: who links sites in a circle sees each once


def chain_texts(workbench: Workbench, site: Row) -> list[str]:
    """A line for each step of the chain that a site stands in, the oldest first; empty where it stands in none."""
    steps = [*reversed(_before(workbench, site)), *_after(workbench, site)]
    return [_step_text(workbench, old, new) + _not_retired_note(old) for old, new in steps]


def _not_retired_note(old: Row) -> str:
    """That a site which was rebuilt elsewhere was not retired."""
    name = one_line(site_name(old))
    return "" if old.get("retired_on") else tr("; {old} is not retired: both count").format(old=name)


def _before(workbench: Workbench, site: Row) -> list[tuple[Row, Row]]:
    """What it replaced, what that replaced, and so on."""
    facts, found, seen = workbench.session.facts, [], {site["id"]}
    new = site
    while new["replaces_site_id"] and new["replaces_site_id"] not in seen and len(found) < LONGEST:
        old = facts.row("sites", new["replaces_site_id"])
        if old is None:
            break
        seen.add(old["id"])
        found.append((old, new))
        new = old
    return found


def _after(workbench: Workbench, site: Row) -> list[tuple[Row, Row]]:
    """What replaced it, what replaced that, and so on."""
    facts, found, seen = workbench.session.facts, [], {site["id"]}
    waiting = [site]
    while waiting and len(found) < LONGEST:
        old = waiting.pop(0)
        for new in facts.rows_with("sites", "replaces_site_id", old["id"]):
            if new["id"] not in seen:
                seen.add(new["id"])
                found.append((old, new))
                waiting.append(new)
    return found


def _step_text(workbench: Workbench, old: Row, new: Row) -> str:
    names = {"old": one_line(site_name(old)), "new": one_line(site_name(new))}
    if not (old.get("geom") and new.get("geom")):
        return tr("{old} → {new}: where one of them lies is not known").format(**names)
    straight = wgs84_measure().measureLine(*(QgsPointXY(*lonlat_of(row["geom"])) for row in (old, new)))
    km = [workbench.river.chainages.get(row["id"]) for row in (old, new)]
    if None in km:
        return tr("{old} → {new}: {straight:.0f} m straight").format(straight=straight, **names)
    along = 1000 * (km[1] - km[0])
    words = tr("{old} → {new}: {along:.0f} m downstream along the river, {straight:.0f} m straight") if along >= 0 \
        else tr("{old} → {new}: {along:.0f} m upstream along the river, {straight:.0f} m straight")
    return words.format(along=abs(along), straight=straight, **names)

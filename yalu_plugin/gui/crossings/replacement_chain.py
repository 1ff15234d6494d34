"""The sites that a site replaces and that replace it, with the distances between them."""

from __future__ import annotations

from qgis.core import QgsPointXY

from yalu_plugin.core.plain_text import in_sentence, one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.workbench import Workbench

MAX_STEPS = 50  # sites that replace each other in a circle are listed once each


def chain_texts(workbench: Workbench, site: Row) -> list[str]:
    """Return a line for each step of the chain that a site is part of, oldest first; empty without a chain."""
    steps = [*reversed(_before(workbench, site)), *_after(workbench, site)]
    return [_step_text(workbench, old, new) + _not_retired_note(old) for old, new in steps]


def _not_retired_note(old: Row) -> str:
    """Return a note that a site which was rebuilt elsewhere is not retired, or an empty text."""
    name = one_line(site_name(old))
    return "" if old.get("retired_on") else tr("; {old} is not retired: both count").format(old=name)


def _before(workbench: Workbench, site: Row) -> list[tuple[Row, Row]]:
    """Return the steps (old, new) back to the first site, newest first."""
    facts, seen = workbench.session.need_facts(), {site["id"]}
    found: list[tuple[Row, Row]] = []
    new = site
    while new["replaces_site_id"] and new["replaces_site_id"] not in seen and len(found) < MAX_STEPS:
        old = facts.row("sites", new["replaces_site_id"])
        if old is None:
            break
        seen.add(old["id"])
        found.append((old, new))
        new = old
    return found


def _after(workbench: Workbench, site: Row) -> list[tuple[Row, Row]]:
    """Return the steps (old, new) to the sites that replaced this one, directly or in turn."""
    facts, seen = workbench.session.need_facts(), {site["id"]}
    found: list[tuple[Row, Row]] = []
    waiting = [site]
    while waiting and len(found) < MAX_STEPS:
        old = waiting.pop(0)
        for new in facts.rows_with("sites", "replaces_site_id", old["id"]):
            if new["id"] not in seen:
                seen.add(new["id"])
                found.append((old, new))
                waiting.append(new)
    return found


def _step_text(workbench: Workbench, old: Row, new: Row) -> str:
    names = {key: in_sentence(one_line(site_name(site))) for key, site in (("old", old), ("new", new))}
    if not (old.get("geom") and new.get("geom")):
        return tr("{old} → {new}: where one of them lies is not known").format(**names)
    straight = wgs84_measure().measureLine(*(QgsPointXY(*lonlat_of(row["geom"])) for row in (old, new)))
    old_km, new_km = (workbench.river.chainages.get(row["id"]) for row in (old, new))
    if old_km is None or new_km is None:
        return tr("{old} → {new}: {straight:.0f} m straight").format(straight=straight, **names)
    along = 1000 * (new_km - old_km)
    text = tr("{old} → {new}: {along:.0f} m downstream along the river, {straight:.0f} m straight") if along >= 0 \
        else tr("{old} → {new}: {along:.0f} m upstream along the river, {straight:.0f} m straight")
    return text.format(along=abs(along), straight=straight, **names)

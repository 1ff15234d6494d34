"""The expected contents of a survey, as the process that kills QGIS keeps them: sites and states on images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry

if TYPE_CHECKING:
    from yalu_plugin.layers.survey.survey import Survey

# "sites": {id: [lon, lat, kind]}, "seen": {"site image": state}; None: removed
Facts = dict[str, dict[str, Any]]


def facts_of(survey: Survey) -> Facts:
    """Return what the file holds. A site observed twice on one image by one analyst has both states, joined."""
    sites = {row["id"]: [*position(row["geom"]), row["kind"]] for row in survey.rows("sites")}
    seen: dict[str, Any] = {}
    for row in survey.rows("observations"):
        if row["image_id"]:
            key = f"{row['site_id']} {row['image_id']}"
            seen[key] = f"{seen[key]}, {row['state']}" if key in seen else row["state"]
    return {"sites": sites, "seen": seen}


def position(wkt: str) -> tuple[float, float]:
    """Return longitude and latitude of a site, rounded as its click was."""
    point = QgsGeometry.fromWkt(wkt).asPoint()
    return round(point.x(), 6), round(point.y(), 6)


def changed(facts: Facts, by: Facts) -> Facts:
    """Return the facts after a change."""
    return {part: {key: value for key, value in {**values, **by[part]}.items() if value is not None}
            for part, values in facts.items()}


def differences(expected: Facts, found: Facts) -> list[str]:
    """Return a line for each fact that is missing, unexpected, or different from what was confirmed."""
    lines = []
    for part in expected:
        for key in sorted({*expected[part], *found[part]}):
            one, other = expected[part].get(key), found[part].get(key)
            if one != other:
                lines.append(f"{part} {key}: confirmed {one}, in the file {other}")
    return lines


def with_new_ids(pending: Facts, before: Facts, found: Facts) -> Facts:
    """Return the pending changes with the file's ids for new sites whose ids were never logged.

    They are those of the sites at the same place that the file did not have before.
    """
    new = {key: value for key, value in found["sites"].items() if key not in before["sites"]}
    ids: dict[str, str] = {}
    for key, value in pending["sites"].items():
        used = ids.values()
        ids[key] = next((site for site, location in new.items() if location == value and site not in used),
                        key) if key.startswith("?") else key
    sites = {ids[key]: value for key, value in pending["sites"].items()}
    seen = {" ".join((ids.get(site, site), image)): state
            for (site, image), state in ((key.split(), state) for key, state in pending["seen"].items())}
    return {"sites": sites, "seen": seen}

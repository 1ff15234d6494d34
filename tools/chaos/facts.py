"""What a survey is to hold, as the one who killed QGIS counts it: sites and what was seen on images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry

if TYPE_CHECKING:
    from yalu_plugin.layers.survey.survey import Survey

# "sites": {id: [lon, lat, kind]}, "seen": {"site image": state}; None: there no more
Facts = dict[str, dict[str, Any]]


def facts_of(survey: Survey) -> Facts:
    """What the file holds. A site seen twice on one image by one analyst has both states in its place."""
    sites = {row["id"]: [*place(row["geom"]), row["kind"]] for row in survey.rows("sites")}
    seen: dict[str, Any] = {}
    for row in survey.rows("observations"):
        if row["image_id"]:
            key = f"{row['site_id']} {row['image_id']}"
            seen[key] = f"{seen[key]}, {row['state']}" if key in seen else row["state"]
    return {"sites": sites, "seen": seen}


def place(wkt: str) -> tuple[float, float]:
    """Longitude and latitude of a site, to as many decimals as its click had here."""
    point = QgsGeometry.fromWkt(wkt).asPoint()
    return round(point.x(), 6), round(point.y(), 6)


def changed(facts: Facts, by: Facts) -> Facts:
    """The facts after a change."""
    return {part: {key: value for key, value in {**values, **by[part]}.items() if value is not None}
            for part, values in facts.items()}


def differences(wanted: Facts, found: Facts) -> list[str]:
    """What is missing, too much, or other than it was confirmed to be."""
    told = []
    for part in wanted:
        for key in sorted({*wanted[part], *found[part]}):
            one, other = wanted[part].get(key), found[part].get(key)
            if one != other:
                told.append(f"{part} {key}: confirmed {one}, in the file {other}")
    return told


def with_new_ids(coming: Facts, before: Facts, found: Facts) -> Facts:
    """What was under way, with the ids that the file has for sites whose ids nobody was told: those that were not there
    before, at the same place.
    """
    new = {key: value for key, value in found["sites"].items() if key not in before["sites"]}
    ids: dict[str, str] = {}
    for key, value in coming["sites"].items():
        taken = ids.values()
        ids[key] = next((site for site, there in new.items() if there == value and site not in taken),
                        key) if key.startswith("?") else key
    sites = {ids[key]: value for key, value in coming["sites"].items()}
    seen = {" ".join((ids.get(site, site), image)): state
            for (site, image), state in ((key.split(), state) for key, state in coming["seen"].items())}
    return {"sites": sites, "seen": seen}

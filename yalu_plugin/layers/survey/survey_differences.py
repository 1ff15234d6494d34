"""Rows that a survey and another one, imported as a whole, have under the same id with different values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.custom_kinds import folded
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.display_names import site_name

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import Choices, ImportRow
    from yalu_plugin.core.importing.list_changes import Difference

NO_PLACE = translatable("The site has no place in the other survey.")
JOINED = translatable("It was imported as {site}.")
IN_SURVEY = translatable("The survey has this site already, with the same id.")
DIFFERENT_SITE = translatable("The survey has this site already, with other values.")
DIFFERENT_OBSERVATION = translatable("The survey has this observation of {site} already, with other values.")
_PLACE, _SAME_PLACE_DEG = "place", 1e-7
_POINT = re.compile(r"Point \([-+.\de]+ [-+.\de]+\)")  # neither empty nor of another kind


def joined_sites(theirs: Iterable[Row], ours: Mapping[str, Row], in_survey: Mapping[str, Row]) -> dict[str, str]:
    """Return the sites of the other survey that came as another site of this one, whose id it is, by observations."""
    joined = {row["site_id"]: ours[row["id"]]["site_id"] for row in theirs if row["id"] in ours}
    return {one: here for one, here in joined.items() if one not in in_survey and here in in_survey}


def known_row(number: int, site: Row, in_survey: Mapping[str, Row], joined: Mapping[str, str], choices: Choices
               ) -> ImportRow:
    """Return the row of a site that is not new, or has no place."""
    from yalu_plugin.core.importing.import_assessment import GOOD, REFUSED, ImportRow

    if site["id"] in in_survey:
        replaced = site["replaces_site_id"]
        return _known_site_row(number, {**site, "replaces_site_id": joined.get(replaced, replaced)},
                              in_survey[site["id"]], choices)
    if site["id"] in joined:
        here = in_survey[joined[site["id"]]]
        return ImportRow(number, GOOD, (Phrase(JOINED, {"site": site_name(here)}),), of_site=here["id"],
                         label=site["name"] or "")
    return ImportRow(number, REFUSED, (Phrase(NO_PLACE),), label=site["name"] or "")


def _known_site_row(number: int, theirs: Row, ours: Row, choices: Choices) -> ImportRow:
    """Return the row of a site that both surveys have; the survey's values stay unless the choices say otherwise."""
    from yalu_plugin.core.importing.import_assessment import GOOD, ImportRow

    found = (*_place_differences(number, theirs, ours, choices),
             *_differences("sites", number, theirs, ours, choices))
    reason = Phrase(DIFFERENT_SITE if found else IN_SURVEY)
    return ImportRow(number, GOOD, (reason,), of_site=ours["id"], label=site_name(ours), differences=found)


def observation_rows(first: int, theirs: Iterable[Row], ours: Mapping[str, Row], sites: Mapping[str, Row],
                     choices: Choices) -> Iterator[ImportRow]:
    """Yield a row, numbered from `first`, for each observation that both have with different values.

    `ours` are the survey's observations and `sites` its sites, by id.
    """
    from yalu_plugin.core.importing.import_assessment import GOOD, ImportRow

    for row in theirs:
        known = ours.get(row["id"])
        found = _differences("observations", first, row, known, choices) if known else ()
        if known is None or not found:
            continue
        site = sites.get(known["site_id"])
        name = site_name(site) if site else ""
        yield ImportRow(first, GOOD, (Phrase(DIFFERENT_OBSERVATION, {"site": name}),), of_site=known["site_id"],
                        label=name, differences=found, of_observation=known["id"])
        first += 1


def _differences(table: str, number: int, theirs: Row, ours: Row, choices: Choices) -> tuple[Difference, ...]:
    from yalu_plugin.core.importing.list_changes import COMPARED_COLUMNS, Difference

    return tuple(Difference(name, ours[name], theirs[name], choices.takes_list(number, name))
                 for name in COMPARED_COLUMNS[table] if not _is_same(name, ours[name], theirs[name]))


def _is_same(name: str, value: Any, other: Any) -> bool:  # noqa: ANN401 - a column may hold anything
    if name == "kind" and value and other:
        return folded(str(value)) == folded(str(other))
    return (value if value != "" else None) == (other if other != "" else None)


def _place_differences(number: int, theirs: Row, ours: Row, choices: Choices) -> Iterator[Difference]:
    """Yield the difference of the places, if both have one."""
    from yalu_plugin.core.importing.list_changes import Difference

    wkt, other_wkt = ours.get("geom") or "", theirs.get("geom") or ""
    if not (_POINT.fullmatch(wkt) and _POINT.fullmatch(other_wkt)):
        return
    place, other = lonlat_of(wkt), lonlat_of(other_wkt)
    if any(abs(one - two) > _SAME_PLACE_DEG for one, two in zip(place, other)):
        yield Difference(_PLACE, place, other, choices.takes_list(number, _PLACE), distance_m(*place, *other))

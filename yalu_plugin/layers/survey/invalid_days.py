"""The states of sites of which an observation has a day that is none, or is not written as days are.

Other programs may write “2025-02-31” or “2025/07/30” into a column of days. The file's triggers take them as they
stand, as texts; everybody else reads no day, or another one. So the states of these few sites are worked out from what
is read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.published import Row
from yalu_plugin.core.sql import literal
from yalu_plugin.core.survey.observation import state_observation_on, state_row
from yalu_plugin.layers.survey.geopackage import rows_of
from yalu_plugin.layers.survey.rows import read_rows

# a day plus no days is written as days are, and a 31st of February is one in March
_INVALID = " OR ".join(f"(\"{name}\" IS NOT NULL AND date(\"{name}\", '+0 days') IS NOT \"{name}\")"
                   for name in ("seen_to", "seen_from"))


def with_invalid_days(survey: gdal.Dataset, path: Path, states: list[Row], day: date | None,
                  equal: Mapping[str, str | bool | Collection[str]]) -> list[Row]:
    """These rows of site_states that hold on a UTC day and have the values of `equal`, those of sites with such a day
    put right; these come last and have no fid. Raises SurveyDamaged.
    """
    invalid = _sites_with_invalid_days(survey, equal.get("site_id"))
    if not invalid:
        return states
    seen: dict[str, list[Row]] = {}
    for row in read_rows(survey, path, "observations", {"site_id": invalid}):
        seen.setdefault(row["site_id"], []).append(row)
    sites = read_rows(survey, path, "sites", {"id": invalid})
    corrected = [state_row(site, *state_observation_on(seen[site["id"]], day)) for site in sites]
    return [row for row in states if row["site_id"] not in seen] + [row for row in corrected if _fits(row, equal)]


def _sites_with_invalid_days(survey: gdal.Dataset, wanted: str | bool | Collection[str] | None) -> list[str]:
    of_one = f'"site_id" = {literal(wanted)} AND ' if isinstance(wanted, str) else ""
    found = rows_of(survey, f'SELECT DISTINCT CAST("site_id" AS TEXT) FROM "observations" WHERE {of_one}({_INVALID})')
    return [str(site_id) for (site_id,) in found if site_id is not None]


def _fits(row: Row, equal: Mapping[str, str | bool | Collection[str]]) -> bool:
    return all(row[name] == value if isinstance(value, (str, bool)) else row[name] in value
               for name, value in equal.items())

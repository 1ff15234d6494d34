"""The states of sites that have an observation whose day is invalid, or not written in ISO 8601.

Other programs may write “2025-02-31” or “2025/07/30” into a column of days. The file's triggers take them unchanged, as
texts; all other readers read no day, or another one. So the states of these few sites are computed from the parsed
values.
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

_SEEN_TO = '"seen_to"'
# adding zero days writes a day in ISO 8601, and turns a 31st of February into a day in March
_INVALID = " OR ".join(f"(\"{name}\" IS NOT NULL AND date(\"{name}\", '+0 days') IS NOT \"{name}\")"
                   for name in ("seen_to", "seen_from"))


def first_and_last_day(survey: gdal.Dataset) -> tuple[date, date] | None:
    """Return the first and last of the valid days on which observations end; None without any.

    Where both ends of all texts are valid, an index has them; else each text is checked, which takes three times as
    long.
    """
    first, last, valid = f"MIN({_SEEN_TO})", f"MAX({_SEEN_TO})", "date({0}, '+0 days') = {0}".format
    for condition in ("", f" WHERE {valid(_SEEN_TO)}"):
        (days,) = rows_of(survey, f"SELECT {first}, {last}, {valid(first)} AND {valid(last)} "
                                  f'FROM "observations"{condition}')
        if days[2]:
            return date.fromisoformat(days[0]), date.fromisoformat(days[1])
    return None


def with_invalid_days(survey: gdal.Dataset, path: Path, states: list[Row], day: date | None,
                  equal: Mapping[str, str | bool | Collection[str]]) -> list[Row]:
    """Return these rows of site_states, valid on a UTC day and with the values of `equal`, corrected for sites with
    such days.

    The corrected rows come last and have no fid. Raises SurveyDamaged.
    """
    invalid = _sites_with_invalid_days(survey, equal.get("site_id"))
    if not invalid:
        return states
    seen: dict[str, list[Row]] = {}
    for row in read_rows(survey, path, "observations", {"site_id": invalid}):
        seen.setdefault(row["site_id"], []).append(row)
    sites = read_rows(survey, path, "sites", {"id": invalid})
    corrected = [state_row(site, *state_observation_on(seen[site["id"]], day)) for site in sites]
    return [row for row in states if row["site_id"] not in seen] + [row for row in corrected if _matches(row, equal)]


def _sites_with_invalid_days(survey: gdal.Dataset, site_ids: str | bool | Collection[str] | None) -> list[str]:
    of_one = f'"site_id" = {literal(site_ids)} AND ' if isinstance(site_ids, str) else ""
    found = rows_of(survey, f'SELECT DISTINCT CAST("site_id" AS TEXT) FROM "observations" WHERE {of_one}({_INVALID})')
    return [str(site_id) for (site_id,) in found if site_id is not None]


def _matches(row: Row, equal: Mapping[str, str | bool | Collection[str]]) -> bool:
    return all(row[name] == value if isinstance(value, (str, bool)) else row[name] in value
               for name, value in equal.items())

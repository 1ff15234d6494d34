"""What an import changes in rows that the survey has: the list's word where it counts, and sites that it has no longer.

The rows before are stated to `change`, which refuses to write if another program has changed them meanwhile; the record
keeps their old values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.list_changes import DELETE, RETIRE
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_errors import RowsRemoved
from yalu_plugin.layers.survey.write import utc_now

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import GoneSite, ImportRow
    from yalu_plugin.core.importing.list_changes import Difference

PLACE, _SAME_PLACE_DEG = "place", 1e-7
_OF_SITE = ("observations", "marks")  # tables whose rows are deleted with their site


class ChangedSinceShown(YaluError):
    """A value that the list would replace is not the one that the analyst saw."""

    template = translatable("Nothing was imported: {n} of the rows to be updated were changed meanwhile. Check the "
                            "list again.")


class CannotDelete(YaluError):
    """A site with a source is evidence published by others, so it is not deleted."""

    template = translatable("Nothing was imported: {name} came with a source, so it is not deleted. Retire it, or keep "
                            "it.")


class SurveyUpdate(NamedTuple):
    """Rows to be overwritten and removed, and these rows as they are now."""

    replaced: Rows
    removed: Rows
    unchanged: Rows


NO_UPDATE = SurveyUpdate({}, {}, {})


def survey_update(survey: Survey, imported: Iterable[ImportRow], gone: Iterable[GoneSite]) -> SurveyUpdate:
    """Return the changes of existing rows that were taken from a list. Raises ChangedSinceShown and CannotDelete."""
    sites: dict[str, list[Difference]] = {}
    observations: dict[str, list[Difference]] = {}
    for row in imported:
        taken = [difference for difference in row.differences if difference.taken] if row.included else []
        if taken and row.of_observation is not None:
            observations.setdefault(row.of_observation, []).extend(taken)
        elif taken and row.of_site is not None:
            sites.setdefault(row.of_site, []).extend(taken)
    before: Rows = {"sites": _rows(survey, "sites", sites), "observations": _rows(survey, "observations", observations)}
    replaced: Rows = {"sites": [_updated_site(row, sites[row["id"]]) for row in before["sites"]],
                      "observations": [_updated(row, observations[row["id"]]) for row in before["observations"]]}
    removed = _remove_gone(survey, gone, before, replaced)
    return SurveyUpdate(replaced, removed, before)


def _rows(survey: Survey, table: str, wanted: Mapping[str, Iterable[Difference]]) -> list[Row]:
    """Return the rows with these ids, if they are as they were shown. Raises ChangedSinceShown."""
    rows = survey.rows(table, id=list(wanted)) if wanted else []
    same = sum(all(_is_as_shown(row, difference) for difference in wanted[row["id"]]) for row in rows)
    if same != len(wanted):
        raise ChangedSinceShown(n=len(wanted) - same)
    return rows


def _is_as_shown(row: Row, difference: Difference) -> bool:
    if difference.field != PLACE:
        return (row[difference.field] or None) == (difference.in_survey or None)
    return bool(row["geom"]) and all(abs(one - other) <= _SAME_PLACE_DEG
                                     for one, other in zip(lonlat_of(row["geom"]), difference.in_survey))


def _updated(row: Row, differences: Iterable[Difference]) -> Row:
    return {**row, **{difference.field: difference.in_list for difference in differences}}


def _updated_site(row: Row, differences: Iterable[Difference]) -> Row:
    """Return the site with the list's values; the accuracy of a place is not that of another one."""
    values: dict[str, Any] = {"modified_by": analyst(), "modified_at": utc_now()}
    for difference in differences:
        if difference.field == PLACE:
            lon, lat = difference.in_list
            values.update(geom=f"POINT ({lon!r} {lat!r})", location_accuracy_m=None)
        else:
            values[difference.field] = difference.in_list
    return {**row, **values}


def _remove_gone(survey: Survey, gone: Iterable[GoneSite], before: Rows, replaced: Rows) -> Rows:
    """Retire and delete the sites that the list has no longer, as was chosen for each; return the rows to remove."""
    answers = {each.site.id: each.answer for each in gone if each.answer in (RETIRE, DELETE)}
    rows = survey.rows("sites", id=list(answers)) if answers else []
    if len(rows) != len(answers):
        raise RowsRemoved(n=len(answers) - len(rows), table="sites", path=survey.location)
    now = utc_now()
    for row in rows:
        before["sites"].append(row)
        if answers[row["id"]] == RETIRE:
            replaced["sites"].append({**row, "retired_on": now[:10], "modified_by": analyst(), "modified_at": now})
    deleted = [row for row in rows if answers[row["id"]] == DELETE]
    sourced = next((row for row in deleted if row["source_id"]), None)
    if sourced is not None:
        raise CannotDelete(name=one_line(site_name(sourced)))
    ids = [row["id"] for row in deleted]
    of_sites = {table: survey.rows(table, site_id=ids) for table in _OF_SITE} if ids else {}
    return {**{table: [row for row in found if not row.get("count_id")] for table, found in of_sites.items()},
            "sites": deleted}

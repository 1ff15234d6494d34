"""When sites are known present, counted by the database: the reference for what the facts in memory count."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.known_present import Known
from yalu_plugin.layers.survey.geopackage import opened, rows_of
from yalu_plugin.layers.survey.rows import missing_columns

_NEVER = "9999-12-31"
_PRESENT = f"""SELECT kind, valid_from, ends, COUNT(*) FROM (
    SELECT s.kind, s.valid_from, NULLIF(MIN(COALESCE(s.valid_to, '{_NEVER}'),
           COALESCE(date({{retired_on}}, '+1 day'), '{_NEVER}')), '{_NEVER}') AS ends
    FROM site_states s JOIN sites o ON o.id = s.site_id WHERE s.state = 'present' AND s.valid_from IS NOT NULL)
WHERE ends IS NULL OR valid_from < ends GROUP BY kind, valid_from, ends"""
_OBSERVED = """SELECT DISTINCT CAST(COALESCE(seen_from, seen_to) AS TEXT), CAST(seen_to AS TEXT) FROM observations
WHERE seen_to IS NOT NULL"""


def known_over_time(path: Path) -> tuple[list[Known], list[tuple[str, str]]]:
    """Return when sites are known present, and the first and last day (ISO 8601) of observations, each interval once.

    A site counts up to the day on which it was retired. An observation whose first day is open has only its last.
    Raises what opening a survey file raises.
    """
    with opened(path) as survey:
        older = "retired_on" in (missing_columns(survey, "sites") or ())
        present = _PRESENT.format(retired_on="NULL" if older else "o.retired_on")
        known = [Known(kind, since, until, int(sites)) for kind, since, until, sites in rows_of(survey, present)]
        return known, [(str(first), str(last)) for first, last in rows_of(survey, _OBSERVED)]

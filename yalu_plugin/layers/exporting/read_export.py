"""Read the sites of a survey for an export: in any thread, independent of the screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsFeedback

from yalu_plugin.core.exporting.export_files import ALL, PART
from yalu_plugin.core.exporting.site_export import Labels, SurveyExport
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.survey.matrix.matrix_rows import SiteRows
from yalu_plugin.core.survey.river_positions import RiverPlace
from yalu_plugin.core.worker import in_worker
from yalu_plugin.layers.display_names import kind_name, site_name, state_name
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import utc_now

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.counties import Reaches
    from yalu_plugin.core.corridor.line import Corridor


def read_export(survey: Survey, corridor: Corridor | None, datum: tuple[float, float] | None, day: date | None,
                only: Collection[str] | None = None, feedback: QgsFeedback | None = None) -> SurveyExport:
    """Return the sites of the survey's file in order downstream, or those with the ids `only`.

    Args:
        survey: the survey, of which the file is read.
        corridor: the line to measure along; None where nothing can be measured.
        datum: its longitude and latitude; None for the Hyesan ford.
        day: the UTC day that states are as known on; None: the latest.
        only: the ids of the sites to export.
        feedback: its progress is that of reading.

    Raises Cancelled and what reading the survey raises.
    """
    exported_at = utc_now()  # before: a site that is added meanwhile may be missing
    facts = survey.read(feedback or QgsFeedback())
    along = _Along() if corridor is None else in_worker(partial(_along, facts, corridor, datum))
    rows = SiteRows(facts.site_fids(), {site_id: place.km for site_id, place in along.places.items()})
    site_ids = [site_id for site_id in map(rows.site_at, range(len(rows))) if only is None or site_id in only]
    images, sources = ({row["id"]: row for row in facts.rows(table)} for table in ("images", "sources"))
    return SurveyExport(survey.id, survey.title, head_text(survey), ALL if only is None else PART, exported_at,
                        *along, day, facts, site_ids, images, sources,
                        Labels(site_name, cache(kind_name), cache(state_name)))


class _Along(NamedTuple):
    """What is measured along a line, as in SurveyExport."""

    line: str = ""
    datum: str = ""
    places: Mapping[str, RiverPlace] = MappingProxyType({})
    reaches: Reaches | None = None


def _along(facts: Facts, corridor: Corridor, datum: tuple[float, float] | None) -> _Along:
    from yalu_plugin.core.corridor.crossing_chainages import SitePlace, crossing_places
    from yalu_plugin.core.corridor.datum import datum_on
    from yalu_plugin.core.corridor.line_facts import describe
    from yalu_plugin.layers.corridor.county_breaks import reaches_from
    from yalu_plugin.layers.corridor.line_text import line_text

    sites = facts.snapshot("sites", "id", "kind", "geom")()
    places = [SitePlace(site["id"], site["kind"], *lonlat_of(site["geom"])) for site in sites if site.get("geom")]
    lon, lat = datum_on(corridor, datum)[0]
    return _Along(line_text(describe(corridor)), f"{lat:.6f}, {lon:.6f}", crossing_places(corridor, places, datum),
                  reaches_from(corridor, datum))

"""The matrix of a survey file, read for a table, a picture or a page: in any thread, independent of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step, Timeline
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.survey.matrix.matrix_axis import number_of
from yalu_plugin.core.survey.matrix.matrix_rows import SiteRows
from yalu_plugin.core.survey.matrix.survey_matrix import Matrix
from yalu_plugin.layers.survey.images import scenes_of
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor

ALL_OF_A_DAY = 1_000_000  # scenes of one day and platform are one column


@dataclass(frozen=True)
class LineChainages:
    """Chainages in kilometres by site id, and their basis as text: the river line and the datum."""

    chainages: Mapping[str, float]
    line: str = ""
    datum: str = ""


@dataclass(frozen=True)
class SurveyMatrix:
    """A matrix with the scenes by id, the order of the sites and its basis.

    `has_synthetic` is true where a synthetic scene was observed.
    """

    matrix: Matrix
    scenes: Mapping[str, Scene]
    rows: SiteRows
    along: LineChainages
    has_synthetic: bool

    def by(self, unit: str) -> SurveyMatrix:
        """Return the same by other columns."""
        return replace(self, matrix=self.matrix.by(unit))


def read_matrix(survey: Survey, along: LineChainages, unit: str, start: date | None = None, end: date | None = None,
                steps: Sequence[Step] | None = None, feedback: QgsFeedback | None = None) -> SurveyMatrix:
    """Return the matrix by `unit`, one of UNITS; `start` and `end` are those of core's Matrix, as days.

    Without `steps`, the steps are those of the survey's scenes by UTC days. Raises Cancelled and what reading the
    survey raises.
    """
    facts = survey.read(feedback or QgsFeedback())
    return matrix_of(facts, facts.site_fids(), along, unit, start, end, steps)


def matrix_of(facts: Facts, sites: Iterable[tuple[int, str]], along: LineChainages, unit: str,
              start: date | None = None, end: date | None = None, steps: Sequence[Step] | None = None) -> SurveyMatrix:
    """Return the matrix of these sites (fid and id), as read_matrix."""
    scenes = {scene.id: scene for scene in scenes_of(facts.rows("images"))}
    if steps is None:
        steps = Timeline(scenes.values(), max_per_step=ALL_OF_A_DAY).steps
    matrix = Matrix(facts, steps, unit, number_of(start), number_of(end))
    rows = SiteRows(sites, along.chainages)
    synthetic = {scene.id for scene in scenes.values() if scene.synthetic}
    has_synthetic = bool(synthetic) and any(seen.image_id in synthetic for site_id in facts.site_ids()
                                            for seen in facts.dated_observations(site_id))
    return SurveyMatrix(matrix, scenes, rows, along, has_synthetic)


def river_corridor(survey: Survey) -> Corridor:
    """Return the survey's river line, or the bundled one where it has none. Raises what corridor_from_layer raises."""
    from yalu_plugin.layers.corridor.corridor_input import line_or_bundled

    lines = survey.layer("corridors")
    return line_or_bundled(lines if lines.featureCount() else None)


def along_line(survey: Survey, corridor: Corridor, datum: tuple[float, float] | None = None) -> LineChainages:
    """Return the chainages of the survey's crossings along a line.

    The datum is a longitude and a latitude; without one, it is the Hyesan ford.
    """
    from yalu_plugin.core.corridor.crossing_chainages import SitePlace, crossing_chainages
    from yalu_plugin.core.corridor.datum import datum_on
    from yalu_plugin.core.corridor.line_facts import describe
    from yalu_plugin.layers.corridor.line_text import line_text

    places = [SitePlace(site["id"], site["kind"], *lonlat_of(site["geom"])) for site in survey.rows("sites")
              if site.get("geom")]
    lon, lat = datum_on(corridor, datum)[0]
    chainages = crossing_chainages(corridor, places, datum)
    return LineChainages(chainages, line_text(describe(corridor)), f"{lat:.6f}, {lon:.6f}")

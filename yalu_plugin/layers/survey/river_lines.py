"""The lines that crossings should lie near: those of a survey, else the bundled river."""

from __future__ import annotations

from qgis.core import QgsGeometry

from yalu_plugin.core.published import river_row
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.paths import resource


def river_lines(survey: Survey | None) -> list[list[tuple[float, float]]]:
    """Return longitudes and latitudes (EPSG:4326) along the survey's corridors, or the bundled river where it has none.

    Raises what reading a survey raises.
    """
    rows = survey.rows("corridors") if survey else []
    written = [row["geom"] for row in rows if row.get("geom")]
    if not written:
        written = [river_row(resource("data", "yalu_river.geojson"))["geom"]]
    return [[(vertex.x(), vertex.y()) for vertex in part.vertices()]
            for wkt in written for part in QgsGeometry.fromWkt(wkt).constParts()]

"""Writes the sites of a survey as a KMZ for Google Earth."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from qgis.core import QgsGeometry

from yalu_plugin.core.custom_kinds import custom_kinds
from yalu_plugin.core.exporting.export_files import FOLDERS_BY
from yalu_plugin.core.exporting.kml_texts import RiverLine
from yalu_plugin.core.exporting.kmz_file import write_kmz_file
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row, river_row
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.i18n import tr
from yalu_plugin.layers.exporting.kml_site_texts import SurveyKmlTexts
from yalu_plugin.layers.exporting.kml_symbols import SiteSymbols
from yalu_plugin.layers.layouts.river_credits import line_credits
from yalu_plugin.paths import resource


def write_kmz(path: Path, export: SurveyExport, folders_by: str = FOLDERS_BY[0],
              chips: Mapping[str, bytes] = MappingProxyType({}), progress: Progress = no_progress) -> None:
    """Write the sites of an export as a KMZ, completely or not at all. Safe in any thread.

    Args:
        path: the file, which is replaced.
        export: the sites.
        folders_by: what the folders of sites are: one of FOLDERS_BY.
        chips: pictures of sites as JPEG, by site id, see `chip_pictures`.
        progress: called with the share done.

    Raises TooMuchForKmz, OSError (the file cannot be written), and what `progress` raises.
    """
    pictures = {site_id: f"chips/{number}.jpg" for number, site_id in enumerate(chips)}
    rivers = river_lines_of(export)
    credits = [line for river in rivers for line in river.credits]
    texts = SurveyKmlTexts(export, folders_by, list(dict.fromkeys(credits)), pictures)
    symbols = SiteSymbols(custom_kinds(export.facts.rows("value_lists")))
    write_kmz_file(path, export, texts, rivers, symbols.png,
                   {pictures[site_id]: chip for site_id, chip in chips.items()}, progress)


def river_lines_of(export: SurveyExport) -> list[RiverLine]:
    """Return the river lines of the survey with their credits, or the bundled one where it has none."""
    rows = [row for row in export.facts.rows("corridors") if row.get("geom")]
    return [_river_line(row) for row in rows or [river_row(resource("data", "yalu_river.geojson"))]]


def _river_line(row: Row) -> RiverLine:
    parts = [[(vertex.x(), vertex.y()) for vertex in part.vertices()]
             for part in QgsGeometry.fromWkt(row["geom"]).constParts()]
    return RiverLine(one_line(row["name"] or "") or tr("River line"), [part for part in parts if len(part) > 1],
                     line_credits(row))

"""The writers of the formats in which sites are exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from yalu_plugin.core.exporting.delimited_file import write_csv
from yalu_plugin.core.exporting.export_tables import observation_table, site_table, state_table, waypoint_table
from yalu_plugin.core.exporting.geojson_file import write_geojson
from yalu_plugin.core.exporting.gpx_file import write_gpx
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.exporting.table_sheets import table_sheet
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, shared_progress
from yalu_plugin.core.xlsx_writer import write_xlsx
from yalu_plugin.layers.exporting.chip_pictures import chip_pictures
from yalu_plugin.layers.exporting.export_matrix import ExportMatrix
from yalu_plugin.layers.exporting.kmz_export import write_kmz
from yalu_plugin.layers.exporting.vector_tables import GEOPACKAGE, SHAPEFILE, write_vector

_WITHOUT_PLACE = (translatable("1 site has no place and is not in the file: GPX has only waypoints."),
                  translatable("{n} sites have no place and are not in the file: GPX has only waypoints."))


class ExportWork(NamedTuple):
    """An export in one format: `folder` takes the files, whose names begin with `stem`; `folders_by` is one of
    FOLDERS_BY; `notices` is filled.
    """

    export: SurveyExport
    folder: Path
    stem: str
    folders_by: str
    notices: list[Phrase]
    progress: Progress

    def path(self, suffix: str) -> Path:
        """Return the path of a file by what follows the stem."""
        return self.folder / f"{self.stem}{suffix}"

    def parts(self, *sizes: int) -> list[Progress]:
        """Return the progress of parts of the work, in order."""
        return shared_progress(self.progress, sizes)


def _kmz(work: ExportWork) -> None:
    drawing, writing = work.parts(1, 9)
    write_kmz(work.path(".kmz"), work.export, work.folders_by, chip_pictures(work.export, work.notices, drawing),
              writing)


def _geojson(work: ExportWork) -> None:
    sites, states = work.parts(1, 1)
    write_geojson(work.path(".geojson"), site_table(work.export), sites)
    write_geojson(work.path("_states.geojson"), state_table(work.export), states)


def _geopackage(work: ExportWork) -> None:
    tables = (site_table(work.export), state_table(work.export), observation_table(work.export))
    for table, progress in zip(tables, work.parts(1, 1, 1)):
        write_vector(work.path(".gpkg"), table.name, GEOPACKAGE, table, progress)


def _shapefile(work: ExportWork) -> None:
    sites, states = work.parts(1, 1)
    write_vector(work.path(".shp"), work.stem, SHAPEFILE, site_table(work.export), sites)
    write_vector(work.path("_states.shp"), f"{work.stem}_states", SHAPEFILE, state_table(work.export), states)


def _gpx(work: ExportWork) -> None:
    without = write_gpx(work.path(".gpx"), work.export.title, waypoint_table(work.export), work.progress)
    if without:
        work.notices.append(Phrase(_WITHOUT_PLACE[without > 1], {"n": without}))


def _csv(work: ExportWork) -> None:
    sites, observations, cells = work.parts(1, 1, 1)
    write_csv(work.path(".csv"), site_table(work.export), sites)
    write_csv(work.path("_observations.csv"), observation_table(work.export), observations)
    ExportMatrix(work.export, work.notices).write_csv(work.path("_matrix.csv"), cells)


def _xlsx(work: ExportWork) -> None:
    sites, observations, cells = work.parts(1, 1, 1)
    write_xlsx(work.path(".xlsx"), [
        table_sheet(site_table(work.export), sites), table_sheet(observation_table(work.export), observations),
        *ExportMatrix(work.export, work.notices).sheets(cells)])


WRITERS: dict[str, Callable[[ExportWork], None]] = {  # by name, see FORMAT_NAMES
    "KMZ": _kmz, "GeoJSON": _geojson, "GPKG": _geopackage, "CSV": _csv, "XLSX": _xlsx, "GPX": _gpx, "SHP": _shapefile}

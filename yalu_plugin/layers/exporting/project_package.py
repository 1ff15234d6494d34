"""A package for a QGIS without the plugin: a copy of the survey and a project that shows it, in one ZIP file."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.river_credits import river_credits
from yalu_plugin.layers.project import (
    PLACES,
    add_survey,
    complete_survey,
    layer_with_role,
    remember_path,
    use_local_crs,
)
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.paths import resource

SURVEY, PROJECT, PLACES_FILE = "survey.gpkg", "project.qgz", "places.geojson"
_PANEL, _FIXED = "TemporalControllerWidget", 2  # of QGIS' own entries in a project: the mode of a fixed range
_MARGIN, _WIDTH, _HEIGHT = 10.0, 277.0, 165.0  # millimetres of an A4 page, and of its map
_ROOM = 1.1  # of the map around the river


class PackageNotWritten(YaluError):
    """The package could not be written."""

    template = translatable("The package could not be written to {path}. Choose another folder with enough space.")


def new_folder(path: Path) -> Path:
    """Create a folder next to `path` for the files of the package; the caller removes it. Raises PackageNotWritten."""
    try:
        return Path(tempfile.mkdtemp(prefix="partial-", dir=path.parent))
    except OSError as error:
        raise PackageNotWritten(str(error), path=path) from error


def copy_data(survey: Survey, folder: Path) -> None:
    """Copy the survey's file and the places into the folder. Safe in any thread. Raises PackageNotWritten."""
    try:
        shutil.copyfile(survey.location, folder / SURVEY)
        shutil.copyfile(resource("data", PLACES_FILE), folder / PLACES_FILE)
    except OSError as error:
        raise PackageNotWritten(str(error), path=folder.parent) from error


def write_project(folder: Path) -> None:
    """Write a project of the data in a folder, with paths relative to it. Only on the main thread.

    It shows the states of the last day on which something was observed; QGIS' temporal controller shows other days.
    Raises PackageNotWritten and what opening a survey raises.
    """
    survey, project = open_survey(folder / SURVEY), QgsProject()
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setFileName(str(folder / PROJECT))
    project.setTitle(one_line(survey.title))
    add_survey(project, survey)
    for _ in complete_survey(project, survey):
        pass
    places = layer_with_role(project, PLACES)
    if isinstance(places, QgsVectorLayer):
        places.setDataSource(str(folder / PLACES_FILE), places.name(), "ogr")
        places.loadNamedStyle(str(resource("styles", "places.qml")))
    use_local_crs(project)
    remember_path(project, "survey", folder / SURVEY)
    _set_view(project, survey)
    _add_layout(project, survey)
    if not project.write():
        raise PackageNotWritten(project.error(), path=folder)
    project.clear()
    survey.close()


def zip_package(folder: Path, path: Path, progress: Progress) -> None:
    """Write the files of a folder into a ZIP file, whole or not at all. Raises PackageNotWritten, and as `progress`."""
    try:
        with atomic_write(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, name in enumerate((PROJECT, SURVEY, PLACES_FILE)):
                progress(number / 3)
                archive.write(folder / name, f"{path.stem}/{name}")
    except OSError as error:
        raise PackageNotWritten(str(error), path=path) from error


def _set_view(project: QgsProject, survey: Survey) -> None:
    river, day = layer_with_role(project, "corridors"), survey.last_day()
    if river is not None:
        box = river.extent()
        box.scale(_ROOM)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(box, river.crs()))
    if day is not None:
        project.writeEntry(_PANEL, "/StartDateTime", f"{day}T00:00:00.000+00:00")
        project.writeEntry(_PANEL, "/EndDateTime", f"{day}T23:59:59.000+00:00")
        project.writeEntry(_PANEL, "/NavigationMode", _FIXED)


def _add_layout(project: QgsProject, survey: Survey) -> None:
    """Add a page with map, legend, scale bar, and the credits and record of the survey."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(tr("Map"))
    map_item, legend, scale, text = (QgsLayoutItemMap(layout), QgsLayoutItemLegend(layout),
                                     QgsLayoutItemScaleBar(layout), QgsLayoutItemLabel(layout))
    for item in (map_item, legend, scale, text):
        layout.addLayoutItem(item)
    map_item.attemptMove(QgsLayoutPoint(_MARGIN, _MARGIN))
    map_item.attemptResize(QgsLayoutSize(_WIDTH, _HEIGHT))
    shown = project.viewSettings().defaultViewExtent()
    map_item.zoomToExtent(QgsCoordinateTransform(shown.crs(), project.crs(), project).transformBoundingBox(shown))
    map_item.setFrameEnabled(True)
    legend.setLinkedMap(map_item)
    legend.setLegendFilterByMapEnabled(True)
    legend.attemptMove(QgsLayoutPoint(_MARGIN + 2, _MARGIN + 2))
    scale.setLinkedMap(map_item)
    scale.applyDefaultSize()
    scale.attemptMove(QgsLayoutPoint(_WIDTH - 55, _MARGIN + _HEIGHT + 2))
    credits = *river_credits(survey), tr("Places: GeoNames (geonames.org), CC BY 4.0.")
    text.setText("\n".join([one_line(survey.title), *credits, head_text(survey)]))
    text.attemptMove(QgsLayoutPoint(_MARGIN, _MARGIN + _HEIGHT + 2))
    text.attemptResize(QgsLayoutSize(_WIDTH, 20))
    project.layoutManager().addLayout(layout)

"""A package for a QGIS without the plugin: a copy of the survey and a project that shows it, in one ZIP file."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsFeedback,
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
from qgis.PyQt import sip

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.sql import literal
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress, shared_progress
from yalu_plugin.i18n import tr
from yalu_plugin.layers.exporting.package_images import FOLDER, PackagedSurvey, PackageImage, copy_images
from yalu_plugin.layers.exporting.package_layouts import add_layouts
from yalu_plugin.layers.imagery.project_scenes import scene_layer
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.river_credits import river_credits
from yalu_plugin.layers.project import (
    PLACES,
    complete_survey,
    layer_with_role,
    remember_path,
    survey_layers,
    use_local_crs,
)
from yalu_plugin.layers.survey.geopackage import execute, opened
from yalu_plugin.layers.survey.heads import head_text
from yalu_plugin.layers.survey.open import open_survey
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.temporal import day_range
from yalu_plugin.paths import resource

SURVEY, PROJECT, PLACES_FILE = "survey.gpkg", "project.qgz", "places.geojson"
_SIDE_FILES = {".gpkg-wal", ".gpkg-shm", ".gpkg-journal"}  # of SQLite, while the project is open
_PIECE = 1 << 20  # bytes
_PANEL, _FIXED = "TemporalControllerWidget", 2  # of QGIS' own entries in a project: the mode of a fixed range
_MARGIN, _WIDTH, _HEIGHT = 10.0, 277.0, 165.0  # millimetres of an A4 page, and of its map
_ROOM = 1.1  # of the map around the river


class PackageData(NamedTuple):
    """The files of a package so far: `uris` are those of its images, by id."""

    folder: Path
    uris: Mapping[str, str]
    images: Sequence[PackageImage]


class PackageNotWritten(YaluError):
    """The package could not be written."""

    template = translatable("The package could not be written to {path}. Choose another folder with enough space.")


def new_folder(path: Path) -> Path:
    """Create a folder next to `path` for the files of the package; the caller removes it. Raises PackageNotWritten."""
    try:
        return Path(tempfile.mkdtemp(prefix="partial-", dir=path.parent))
    except OSError as error:
        raise PackageNotWritten(str(error), path=path) from error


def copy_data(survey: Survey, folder: Path, images: Sequence[PackageImage] = (), progress: Progress = no_progress
              ) -> PackageData:
    """Copy the survey's file, the places and images into the folder. Safe in any thread.

    Raises PackageNotWritten and what `progress` raises.
    """
    try:
        _copy_survey(Path(survey.location), folder / SURVEY)
        shutil.copyfile(resource("data", PLACES_FILE), folder / PLACES_FILE)
        return PackageData(folder, copy_images(images, folder, progress) if images else {}, tuple(images))
    except OSError as error:
        raise PackageNotWritten(str(error), path=folder.parent) from error


def _copy_survey(path: Path, target: Path) -> None:
    """Copy a file by SQLite: any other copy would drop the locks that QGIS has on it, and miss what is in its log."""
    with opened(path) as dataset:
        try:
            execute(dataset, f"VACUUM INTO {literal(str(target))}")
        except RuntimeError as error:
            raise OSError(str(error)) from error


def write_project(data: PackageData, wanted: Collection[str] = (), feedback: QgsFeedback | None = None
                  ) -> list[Phrase]:
    """Write a project of the data in a folder, with paths relative to it. Only on the main thread.

    It shows the states of the last day on which something was observed; QGIS' temporal controller shows other days.
    `wanted` are the layouts, see `add_layouts`; `feedback` gets a signal between any two steps and may cancel. Returns
    which layouts could not be made. Raises PackageNotWritten, ExportCancelled and what opening a survey raises.
    """
    feedback, project = feedback or QgsFeedback(), QgsProject()
    folder, opened_survey = data.folder, open_survey(data.folder / SURVEY)
    survey = PackagedSurvey(**vars(opened_survey), uris=data.uris)
    try:
        project.setFilePathStorage(Qgis.FilePathType.Relative)
        project.setFileName(str(folder / PROJECT))
        project.setTitle(one_line(survey.title))
        project.setEllipsoid("WGS84")
        for _ in _steps(project, survey, data):
            process_events(feedback)
        left_out = add_layouts(project, survey, folder, wanted, feedback) if wanted else []
        if not project.layoutManager().layouts():
            _add_layout(project, survey)
        process_events(feedback)
        if not project.write():
            raise PackageNotWritten(project.error(), path=folder)
        return left_out
    finally:
        sip.delete(project)
        survey.close()


def _steps(project: QgsProject, survey: PackagedSurvey, data: PackageData) -> Iterator[None]:
    """Fill a project with the data, one layer at each step."""
    yield from survey_layers(project, survey)
    yield from complete_survey(project, survey)
    places = layer_with_role(project, PLACES)
    if isinstance(places, QgsVectorLayer):
        places.setDataSource(str(data.folder / PLACES_FILE), places.name(), "ogr")
        places.loadNamedStyle(str(resource("styles", "places.qml")))
    yield from _image_layers(project, data)
    use_local_crs(project)
    remember_path(project, "survey", data.folder / SURVEY)
    _set_view(project, survey)


def _image_layers(project: QgsProject, data: PackageData) -> Iterator[None]:
    """Add the images below all other layers; QGIS' temporal controller shows each on the days of its acquisition."""
    if not data.images:
        return
    group = project.layerTreeRoot().addGroup(tr("Imagery"))
    for image in data.images:
        layer = scene_layer(replace(image.scene, uri=data.uris[image.scene.id]))
        range_of_days = layer.temporalProperties()
        range_of_days.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        if image.scene.day is not None and image.scene.last_day is not None:
            range_of_days.setFixedTemporalRange(day_range(image.scene.day, image.scene.last_day))
            range_of_days.setIsActive(True)
        layer.serverProperties().setAttribution(f"{image.scene.attribution}, {image.scene.licence}")
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
        yield


def zip_package(folder: Path, path: Path, progress: Progress) -> None:
    """Write the files of a folder into a ZIP file, whole or not at all. Raises PackageNotWritten, and as `progress`."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix not in _SIDE_FILES)
    parts = shared_progress(progress, [file.stat().st_size for file in files])
    try:
        with atomic_write(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as zipped:
            for file, done in zip(files, parts):
                _add_file(zipped, file, f"{path.stem}/{file.relative_to(folder).as_posix()}", done)
    except OSError as error:
        raise PackageNotWritten(str(error), path=path) from error


def _add_file(zipped: zipfile.ZipFile, file: Path, name: str, progress: Progress) -> None:
    """Add a file piece by piece, so that a large one can be cancelled; images are compressed already."""
    about = zipfile.ZipInfo.from_file(file, name)
    about.compress_type = zipfile.ZIP_STORED if FOLDER in file.parts else zipfile.ZIP_DEFLATED
    with file.open("rb") as source, zipped.open(about, "w", force_zip64=True) as target:
        while piece := source.read(_PIECE):
            progress(source.tell() / about.file_size)
            target.write(piece)


def _set_view(project: QgsProject, survey: Survey) -> None:
    river, days = layer_with_role(project, "corridors"), survey.days()
    if river is not None:
        box = river.extent()
        box.scale(_ROOM)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(box, river.crs()))
    if days is not None:
        project.writeEntry(_PANEL, "/StartDateTime", f"{days[1]}T00:00:00.000+00:00")
        project.writeEntry(_PANEL, "/EndDateTime", f"{days[1]}T23:59:59.000+00:00")
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

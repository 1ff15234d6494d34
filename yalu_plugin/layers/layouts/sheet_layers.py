"""The layers of the site sheets: an atlas layer with a row for each site, its observations, its two images.

Each text of a sheet is a field of its row, so that a template can use it in QGIS' expressions.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeedback,
    QgsField,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.bundled import bundled_text
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.imagery.pixel_checks import is_collar, is_transparent
from yalu_plugin.layers.imagery.project_scenes import scene_layer
from yalu_plugin.layers.layouts import sheet_texts
from yalu_plugin.layers.layouts.before_after_images import SceneFootprints, SelectedImage, before_after, caption
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.extents import utm_crs
from yalu_plugin.layers.layouts.layout_layers import add_hidden_layer, with_unique_name
from yalu_plugin.layers.layouts.located_sites import located_sites
from yalu_plugin.layers.layouts.measured_crossings import measured_crossings
from yalu_plugin.layers.layouts.statements import days_of
from yalu_plugin.layers.layouts.text_fit import shorten
from yalu_plugin.layers.layouts.watermark import watermark
from yalu_plugin.layers.persistent_crs import crs_wkt, set_persistent_crs
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_states import states_on

NOTHING = "|"  # no layer has this name: a map with it stays empty
PICTURES = ("before", "after")
TEXTS = ("site_id", "crs", "name", "subtitle", "position", "along_river", "sources", "note",
         *(f"{picture}_{part}" for picture in PICTURES for part in ("layer", "caption", "missing", "mark")))
OBSERVATION = ("site_id", "days", "state", "evidence", "note")
PIXELS = 100  # of the coarser image, across a picture
ACROSS_M = (400.0, 4_000.0)
AT_ONCE = 5  # sites, before the window processes its events


@dataclass
class Sheets:
    """The sites in the order of their sheets. `only`: the id of the one with a sheet; empty: all."""

    survey: Survey
    day: date
    sites: list[Row]
    only: str = ""
    table: list[dict[str, Any]] = field(default_factory=list)  # the measured crossings in order downstream
    along_km: dict[str, float] = field(default_factory=dict)  # by site id, of sites of any kind
    datum: str = ""
    measure_error: str = ""  # why nothing is measured
    retirements: Mapping[str, str] = field(default_factory=dict)  # by site id, the last day on which it counts
    site_ids: Collection[str] | None = None  # if given, only sites with one of these ids have a sheet

    @property
    def shown(self) -> list[tuple[int, Row]]:
        """The sites that have a sheet, each with its index among all."""
        return [(place, site) for place, site in enumerate(self.sites) if self.only in ("", site["id"])
                and (self.site_ids is None or site["id"] in self.site_ids)]


def read_sheets(survey: Survey, day: date, only: str = "", site_ids: Collection[str] | None = None) -> Sheets:
    """Read the located sites of `survey` that count on the UTC `day`: crossings in order downstream, others by name.

    `only`: the id of the one site with a sheet; it is the last if retired before. `site_ids`: ids of those with one.
    """
    found = located_sites(survey, day)
    result = Sheets(survey, day, found.sites, only, retirements=found.retirements, site_ids=site_ids)
    try:
        measured = measured_crossings(survey, day)
        result.table, result.datum = measured.table.drop(columns="geometry").to_dict("records"), measured.datum_text
        rows = measured.all_rows().dropna(subset="chainage_km")
        result.along_km = dict(zip(rows["site_id"], rows["chainage_km"].tolist()))
    except YaluError as error:  # a sheet without chainage is still useful, and states the reason
        result.measure_error = error_text(error)
    number = {row["site_id"]: place for place, row in enumerate(result.table)}
    result.sites.sort(key=lambda row: (number.get(row["id"], len(number)), row["name"] or "", row["id"]))
    result.sites += [row for row in found.retired if row["id"] == only]
    return result


def add_sheet_layers(project: QgsProject, sheets: Sheets, labels: Mapping[str, QgsLayoutItemLabel],
                     feedback: QgsFeedback | None = None) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """Add the layer of the atlas (EPSG:4326, a point per site) and that of the observations to `project`; return both.

    The images are added too, each once, outside the layer tree. A field that has one of `labels` is cut to the text
    that the label holds. Raises ExportCancelled, before anything is added.
    """
    survey = sheets.survey
    of_one = {"site_id": sheets.only} if sheets.only else {}
    states = states_on(survey, sheets.day, **of_one)
    observations = _by_site(survey.rows("observations", **of_one), sheets.day)
    images, sources = ({row["id"]: row for row in survey.rows(table)} for table in ("images", "sources"))
    coverage, pictures = SceneFootprints(survey_scenes(survey)), _ImageLayers()
    number = {row["site_id"]: place for place, row in enumerate(sheets.table)}
    rivers = [QgsGeometry.fromWkt(row["geom"]) for row in survey.rows("corridors") if row.get("geom")]
    rows = []
    for done, (place, site) in enumerate(sheets.shown):
        if done % AT_ONCE == 0:
            process_events(feedback)
        point, seen = _point(site), observations.get(site["id"], [])
        covering = coverage.at(point)
        two = before_after(covering, seen, states.get(site["id"]), sheets.day, partial(pictures.show, place=point))
        rows.append({
            "site_id": site["id"], "crs": utm_crs([point]).authid(), "name": site_name(site),
            "subtitle": sheet_texts.subtitle(place + 1, site, states.get(site["id"]), str(sheets.day)),
            "position": sheet_texts.position(site, point), "note": bundled_text(site["note"]),
            "along_river": sheet_texts.along_river(site, number.get(site["id"]), sheets.table, sheets.datum,
                                                   sheets.measure_error, sheets.day),
            "sources": sheet_texts.sources(site, seen, sources), "across_m": across_m(two),
            "to_river_m": to_river_m(point, rivers), "pictures": sum(one.scene is not None for one in two),
            **pictures.fields(two, bool(covering)), "geom": site["geom"]})
    for place, row in enumerate(rows):
        if place % AT_ONCE == 0:
            process_events(feedback)
        row.update({name: shorten(label, row[name]) for name, label in labels.items() if name in TEXTS})
    process_events(feedback)
    shared = sheet_texts.days_shared(images.values())
    lines = [sheet_texts.observation_line(row, images, sources, shared)
             for seen in observations.values() for row in seen]
    atlas = _memory_layer("Point?crs=EPSG:4326", tr("Site sheets"), TEXTS, rows,
                          ("across_m", "to_river_m", "pictures"))
    table = _memory_layer("None", tr("Observations on the sheets"), OBSERVATION, lines)
    project.addMapLayers(pictures.layers(), False)
    return add_hidden_layer(project, atlas), add_hidden_layer(project, table)


def across_m(two: Sequence[SelectedImage]) -> float:
    """Return the width of a picture in metres: 100 pixels of the coarser of the two images, from 400 m to 4 km."""
    coarse = max((one.scene.gsd_m for one in two if one.scene is not None and one.scene.gsd_m), default=10.0)
    return min(max(PIXELS * coarse, ACROSS_M[0]), ACROSS_M[1])


def to_river_m(point: QgsPointXY, rivers: Sequence[QgsGeometry]) -> float:
    """Return the approximate distance of `point` to the nearest river (EPSG:4326), for a map's scale; 0 without one."""
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    near = [river.closestSegmentWithContext(point)[1] for river in rivers]
    return min((float(measure.measureLine(point, place)) for place in near), default=0.0)


class _ImageLayers:
    """The images as layers, each once, and the reasons of missing ones."""

    def __init__(self) -> None:
        self._layers: dict[str, QgsRasterLayer | str] = {}  # by the scene's id; an error text if it cannot be shown
        self._used: dict[str, QgsRasterLayer] = {}

    def layers(self) -> list[QgsRasterLayer]:
        """Return the layers that are on a sheet."""
        return list(self._used.values())

    def show(self, scene: Scene, place: QgsPointXY) -> bool:
        """Return whether the image has data at `place` (EPSG:4326), or cannot be opened, which the sheet reports."""
        layer = self._layer(scene)
        return isinstance(layer, str) or not (is_transparent(layer, place) or is_collar(layer, place))

    def fields(self, two: tuple[SelectedImage, SelectedImage], any_covering: bool) -> dict[str, str]:
        """Return the fields of a site's row for its two pictures."""
        headings = {"before": tr("Before"), "after": tr("After")}
        missing = {"before": tr("No earlier image in the survey covers this site"),
                   "after": tr("No image in the survey covers this site")}
        if any_covering:
            missing["after"] = tr("The survey's images of this site are undated or later than the day shown")
        elif all(one.scene is None for one in two):
            missing["before"] = missing["after"]
        values: dict[str, str] = {}
        for picture, (scene, preferred) in zip(PICTURES, two):
            layer = self._layer(scene) if scene is not None else _no_data_text(preferred) or missing[picture]
            if scene is None or isinstance(layer, str):
                found = NOTHING, f"{headings[picture]}\n{layer}", ""
            else:
                self._used[scene.id] = layer
                found = layer.name(), "", watermark(scene, layer)
            values.update(zip((f"{picture}_layer", f"{picture}_missing", f"{picture}_mark"), found))
            values[f"{picture}_caption"] = caption(headings[picture], scene)
        return values

    def _layer(self, scene: Scene) -> QgsRasterLayer | str:
        if scene.id not in self._layers:
            try:
                layer = with_unique_name(scene_layer(scene))
                set_persistent_crs(layer, crs_wkt(layer))
                self._layers[scene.id] = layer
            except YaluError as error:  # the sheet prints it in place of the picture
                self._layers[scene.id] = error_text(error, short=True)
        return self._layers[scene.id]


def _no_data_text(scene: Scene | None) -> str:
    """Return the text in place of a picture if no image shows the site, although `scene` covers it."""
    if scene is None:
        return ""
    return tr("Image {name} of {days} has no data at this site").format(name=Path(scene.uri).name, days=days_of(scene))


def _by_site(observations: Sequence[Row], day: date) -> dict[str, list[Row]]:
    """Return the observations up to `day`, and undated ones, by site, the latest first and the undated last."""
    found: dict[str, list[Row]] = {}
    for row in sorted(observations, key=lambda row: (row["seen_to"] or "", row["seen_from"] or ""), reverse=True):
        if (row["seen_to"] or "") <= day.isoformat():
            found.setdefault(row["site_id"], []).append(row)
    return found


def _memory_layer(source: str, name: str, texts: Sequence[str], rows: Sequence[Mapping[str, Any]],
                  numbers: Sequence[str] = ()) -> QgsVectorLayer:
    layer = QgsVectorLayer(source, name, "memory")
    fields = [QgsField(text, QMetaType.Type.QString) for text in texts]
    fields += [QgsField(number, QMetaType.Type.Double) for number in numbers]
    layer.dataProvider().addAttributes([QgsField("number", QMetaType.Type.Int), *fields])
    layer.updateFields()
    features = []
    for number, row in enumerate(rows, 1):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, *(row[one.name()] for one in fields)])
        if "geom" in row:
            feature.setGeometry(QgsGeometry.fromWkt(row["geom"]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _point(site: Row) -> QgsPointXY:
    return QgsGeometry.fromWkt(site["geom"]).asPoint()

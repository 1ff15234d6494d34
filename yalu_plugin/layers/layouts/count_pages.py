"""Pages of the report: what was counted in the lots of a site, on the image, with a table by lot and class."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeedback,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.charts.chart import Statement
from yalu_plugin.core.counting.count_assessment import AssessedCount, ImageCount
from yalu_plugin.core.counting.mark_classes import MarkClass, classes_of, with_labels
from yalu_plugin.core.counting.repeated_marks import Repeats
from yalu_plugin.core.counting.tally import Tally, total
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.sql import literal
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.display_names import class_name
from yalu_plugin.layers.imagery.project_scenes import scene_layer
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import breathe
from yalu_plugin.layers.layouts.extents import utm_of
from yalu_plugin.layers.layouts.figure_pages import figure_page, without_chart, without_chart_below
from yalu_plugin.layers.layouts.layout_layers import kept
from yalu_plugin.layers.layouts.page_options import Look
from yalu_plugin.layers.layouts.page_tables import close_up, fill_table
from yalu_plugin.layers.layouts.page_template import fill, fill_licences
from yalu_plugin.layers.layouts.watermark import watermark
from yalu_plugin.layers.persistent_crs import described, give_lasting_crs
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.styles import give_style
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_counts import judged_counts, repeats_of

FEW, HIGHER_MM = 12, 85.0  # rows of a table that leave the picture so much more room
AROUND = 1.15  # of the lots' box
WARNING, WARNING_PT = QColor(179, 38, 30, 150), 30.0
NAME = 60  # characters of a lot's
SOME = 4  # that a line names


class Plate(NamedTuple):
    """The counts on one image of the lots of one site. `on_day` are the ids of all of that day; those that are in
    progress are no figures.
    """

    site: str
    scene: Scene
    counts: Sequence[ImageCount]
    on_day: Collection[str]
    in_progress: Sequence[ImageCount]


def count_pages(project: QgsProject, survey: Survey, day: date, statement: Statement, look: Look,
                feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """For each site with lots, and for the lots of none, the last day by `day` (UTC) on which they were counted: a page
    for each of its images. Raises Cancelled and what reading the survey raises.
    """
    areas = {row["id"]: row for row in survey.rows("areas")}
    if not areas:
        return []
    scenes, marks = {scene.id: scene for scene in survey_scenes(survey)}, survey.rows("marks")
    tally, classes = Tally(marks), classes_of(survey.rows("value_lists"))
    judged = judged_counts(survey.rows("counts"), areas.values(), scenes)
    repeats = repeats_of(judged, areas.values(), scenes, lambda: marks)
    made = []
    for plate in _plates(survey, judged, areas, scenes, day):
        found = {label for count in plate.counts for label in tally.of(count.id)}
        used = [kind for kind in with_labels(classes, found) if kind.value in found]
        rows, first = _rows(plate, tally, repeats, used), True
        while rows:
            page = _page(project, survey, plate, areas, statement, look)
            words = _show(page, project, survey, plate, areas, len(rows)) if first else without_chart(page)
            fill(page, {"dates": "\n".join(filter(None, (_told(plate, repeats), words)))})
            rows = rows[fill_table(page, _columns(used), rows, feedback=feedback):]
            close_up(page)
            made.append(page)
            first = False
            breathe(feedback)
    return made


def _plates(survey: Survey, judged: Sequence[AssessedCount], areas: Mapping[str, Row], scenes: Mapping[str, Scene],
            day: date) -> list[Plate]:
    names = {row["id"]: row["name"] or row["id"] for row in survey.rows("sites")}
    by_site: dict[str, list[ImageCount]] = defaultdict(list)
    in_progress: dict[str, list[ImageCount]] = defaultdict(list)
    for count, exclusion_reason in judged:
        if count.last is not None and count.last <= day and (exclusion_reason is None or count.in_progress):
            (by_site if exclusion_reason is None else in_progress)[areas[count.area_id]["site_id"] or ""].append(count)
    plates = []
    for site, counts in sorted(by_site.items()):
        last = max(count.last for count in counts if count.last is not None)
        of_day = [count for count in counts if count.last == last]
        left = [count for count in in_progress[site] if count.last == last]
        of_image: dict[str, list[ImageCount]] = defaultdict(list)
        for count in of_day:
            of_image[count.image_id].append(count)
        plates += [Plate(names.get(site, ""), scenes[image], group, {one.id for one in of_day}, left)
                   for image, group in sorted(of_image.items())]
    return plates


def _page(project: QgsProject, survey: Survey, plate: Plate, areas: Mapping[str, Row], statement: Statement,
          look: Look) -> QgsPrintLayout:
    page = figure_page(project, survey, tr("Counted objects"), "", statement, look)
    without_chart_below(page)
    fill(page, {"heading_below": "", "heading_table": tr("By lot and class")})
    projection = utm_of(_box(plate, areas)).description()
    fill_licences(page, look.words, statements.map_licences(survey, projection, "  ", plate.scene), "  ")
    return page


def _told(plate: Plate, repeats: Repeats) -> str:
    image = tr("Image: {image} ({kind})").format(image=plate.scene.label, kind=statements.date_kind(plate.scene))
    left = sorted({f"{one_line(count.area, NAME)} ({count.analyst or '?'})" for count in plate.in_progress})
    counting = tr("Counts in progress, not in the table: {lots}").format(lots=_some(left)) if left else ""
    overlaps = _some([phrase_text(phrase) for phrase in repeats.phrases(plate.on_day)], " ")
    return "\n".join(filter(None, (one_line(plate.site), image, counting, overlaps)))


def _some(texts: Sequence[str], between: str = ", ") -> str:
    return between.join([*texts[:SOME], *(["…"] if len(texts) > SOME else [])])


def _columns(used: Sequence[MarkClass]) -> list[tuple[str, float]]:
    return [(tr("Lot"), 40), (tr("Analyst"), 35), *((class_name(kind), 14) for kind in used), (tr("All"), 14),
            (tr("Share of the area shown"), 22)]


def _rows(plate: Plate, tally: Tally, repeats: Repeats, used: Sequence[MarkClass]) -> list[list[str]]:
    lots = [(count, tally.of(count.id)) for count in plate.counts]
    once = total(lot - repeats.of(count.id, plate.on_day) for count, lot in lots)

    def numbers(lot: Counter[str]) -> list[str]:
        return [*(str(lot[kind.value]) for kind in used), str(sum(lot.values()))]

    rows = [[one_line(count.area, NAME), count.analyst or "?", *numbers(lot),
             "?" if count.share is None else f"{int(100 * count.share)} %"] for count, lot in lots]
    return [*rows, [tr("All lots"), "", *numbers(once), ""]]


def _box(plate: Plate, areas: Mapping[str, Row]) -> QgsRectangle:
    """The box around the lots, EPSG:4326."""
    box = QgsRectangle()
    for count in plate.counts:
        box.combineExtentWith(QgsGeometry.fromWkt(areas[count.area_id].get("geom") or "").boundingBox())
    return box


def _show(page: QgsPrintLayout, project: QgsProject, survey: Survey, plate: Plate, areas: Mapping[str, Row], rows: int
          ) -> str:
    """Put the image with lots and marks where the chart would be; returns why the image is missing, if it is."""
    chart, heading, table = (page.itemById(name) for name in ("chart", "heading_table", "table"))
    if rows <= FEW:
        heading.attemptMoveBy(0, HIGHER_MM)
        table.attemptSetSceneRect(table.sceneBoundingRect().adjusted(0, HIGHER_MM, 0, 0))
        chart.attemptSetSceneRect(chart.sceneBoundingRect().adjusted(0, 0, 0, HIGHER_MM))
    chart.setVisibility(False)
    box = _box(plate, areas)
    layers = [_own(project, survey, "marks", "count_id", [count.id for count in plate.counts]),
              _own(project, survey, "areas", "id", [count.area_id for count in plate.counts])]
    missing, mark = "", ""
    try:
        picture = kept(project, scene_layer(plate.scene))
        give_lasting_crs(picture, described(picture))
    except YaluError as error:
        missing = error_text(error, short=True)
    else:
        layers.append(picture)
        mark = watermark(plate.scene, picture)
    item = QgsLayoutItemMap(page)
    item.setId("count_map")
    page.addLayoutItem(item)
    item.attemptSetSceneRect(chart.sceneBoundingRect())
    item.setFrameEnabled(True)
    item.setCrs(utm_of(box))
    item.setLayers(layers)
    to_map = QgsCoordinateTransform(layers[0].crs(), item.crs(), project.transformContext())
    item.zoomToExtent(to_map.transformBoundingBox(box).scaled(AROUND))
    _put_warning(page, item, mark)
    return missing


def _own(project: QgsProject, survey: Survey, table: str, column: str, ids: Sequence[str]) -> QgsMapLayer:
    layer = survey.layer(table)
    give_style(layer)
    layer.setSubsetString(f'"{column}" IN ({", ".join(map(literal, ids))})')
    return kept(project, layer)


def _put_warning(page: QgsPrintLayout, over: QgsLayoutItemMap, text: str) -> None:
    """Say across the picture what it is not."""
    if not text:
        return
    label = QgsLayoutItemLabel(page)
    label.setId("synthetic")
    label.setText(text)
    said = page.itemById("dates").textFormat()
    said.setSize(WARNING_PT)
    said.setColor(WARNING)
    label.setTextFormat(said)
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    page.addLayoutItem(label)
    label.attemptSetSceneRect(over.sceneBoundingRect())

"""Pages of the report with the objects counted in the lots of a site: the image, and a table by lot and class."""

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
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.extents import utm_crs_of_box
from yalu_plugin.layers.layouts.figure_pages import figure_page, remove_chart, remove_chart_below
from yalu_plugin.layers.layouts.layout_layers import add_hidden_layer
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.page_tables import fill_table, shrink_frame
from yalu_plugin.layers.layouts.page_template import fill, fill_licences
from yalu_plugin.layers.layouts.watermark import watermark
from yalu_plugin.layers.persistent_crs import crs_wkt, set_persistent_crs
from yalu_plugin.layers.survey.images import survey_scenes
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_counts import assessed_counts, repeats_of

FEW_ROWS, HIGHER_MM = 12, 85.0  # a table of so few rows leaves the picture so much more space
AROUND = 1.15  # of the lots' box
WARNING, WARNING_PT = QColor(179, 38, 30, 150), 30.0
NAME = 60  # characters of a lot's name
LISTED = 4  # names in a line


class CountedImage(NamedTuple):
    """The counts on one image of the lots of one site.

    `on_day`: the ids of all counts of that day. `in_progress`: counts that are not finished, which have no figures.
    """

    site: str
    scene: Scene
    counts: Sequence[ImageCount]
    on_day: Collection[str]
    in_progress: Sequence[ImageCount]


def count_pages(project: QgsProject, survey: Survey, day: date, statement: Statement, style: PageStyle,
                feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Build a page for each image of the last day by `day` (UTC) on which the lots of a site were counted.

    Lots without a site have pages of their own. Raises ExportCancelled and what reading the survey raises.
    """
    areas = {row["id"]: row for row in survey.rows("areas")}
    if not areas:
        return []
    scenes, marks = {scene.id: scene for scene in survey_scenes(survey)}, survey.rows("marks")
    tally, classes = Tally(marks), classes_of(survey.rows("value_lists"))
    assessed = assessed_counts(survey.rows("counts"), areas.values(), scenes)
    repeats = repeats_of(assessed, areas.values(), scenes, lambda: marks)
    pages = []
    for counted in _counted_images(survey, assessed, areas, scenes, day):
        found = {label for count in counted.counts for label in tally.of(count.id)}
        used = [kind for kind in with_labels(classes, found) if kind.value in found]
        rows, first = _rows(counted, tally, repeats, used), True
        while rows:
            page = _page(project, survey, counted, areas, statement, style)
            missing_reason = _show(page, project, survey, counted, areas, len(rows)) if first else ""
            if not first:
                remove_chart(page)
            fill(page, {"dates": "\n".join(filter(None, (_caption(counted, repeats), missing_reason)))})
            rows = rows[fill_table(page, _columns(used), rows, feedback=feedback):]
            shrink_frame(page)
            pages.append(page)
            first = False
            process_events(feedback)
    return pages


def _counted_images(survey: Survey, assessed: Sequence[AssessedCount], areas: Mapping[str, Row],
                    scenes: Mapping[str, Scene], day: date) -> list[CountedImage]:
    names = {row["id"]: row["name"] or row["id"] for row in survey.rows("sites")}
    by_site: dict[str, list[ImageCount]] = defaultdict(list)
    in_progress: dict[str, list[ImageCount]] = defaultdict(list)
    for count, exclusion_reason in assessed:
        if count.last is not None and count.last <= day and (exclusion_reason is None or count.in_progress):
            (by_site if exclusion_reason is None else in_progress)[areas[count.area_id]["site_id"] or ""].append(count)
    images = []
    for site, counts in sorted(by_site.items()):
        last = max(count.last for count in counts if count.last is not None)
        of_day = [count for count in counts if count.last == last]
        left = [count for count in in_progress[site] if count.last == last]
        of_image: dict[str, list[ImageCount]] = defaultdict(list)
        for count in of_day:
            of_image[count.image_id].append(count)
        images += [CountedImage(names.get(site, ""), scenes[image], group, {one.id for one in of_day}, left)
                   for image, group in sorted(of_image.items())]
    return images


def _page(project: QgsProject, survey: Survey, counted: CountedImage, areas: Mapping[str, Row], statement: Statement,
          style: PageStyle) -> QgsPrintLayout:
    page = figure_page(project, survey, tr("Counted objects"), "", statement, style)
    remove_chart_below(page)
    fill(page, {"heading_below": "", "heading_table": tr("By lot and class")})
    projection = utm_crs_of_box(_box(counted, areas)).description()
    fill_licences(page, style.texts, statements.map_licences(survey, projection, "  ", counted.scene), "  ")
    return page


def _caption(counted: CountedImage, repeats: Repeats) -> str:
    image = tr("Image: {image} ({kind})").format(image=counted.scene.label, kind=statements.date_kind(counted.scene))
    left = sorted({f"{one_line(count.area, NAME)} ({count.analyst or '?'})" for count in counted.in_progress})
    counting = tr("Counts in progress, not in the table: {lots}").format(lots=_first_few(left)) if left else ""
    overlaps = _first_few([phrase_text(phrase) for phrase in repeats.phrases(counted.on_day)], " ")
    return "\n".join(filter(None, (one_line(counted.site), image, counting, overlaps)))


def _first_few(texts: Sequence[str], between: str = ", ") -> str:
    return between.join([*texts[:LISTED], *(["…"] if len(texts) > LISTED else [])])


def _columns(used: Sequence[MarkClass]) -> list[tuple[str, float]]:
    return [(tr("Lot"), 40), (tr("Analyst"), 35), *((class_name(kind), 14) for kind in used), (tr("All"), 14),
            (tr("Share of the area shown"), 22)]


def _rows(counted: CountedImage, tally: Tally, repeats: Repeats, used: Sequence[MarkClass]) -> list[list[str]]:
    lots = [(count, tally.of(count.id)) for count in counted.counts]
    once = total(lot - repeats.of(count.id, counted.on_day) for count, lot in lots)

    def numbers(lot: Counter[str]) -> list[str]:
        return [*(str(lot[kind.value]) for kind in used), str(sum(lot.values()))]

    rows = [[one_line(count.area, NAME), count.analyst or "?", *numbers(lot),
             "?" if count.share is None else f"{int(100 * count.share)} %"] for count, lot in lots]
    return [*rows, [tr("All lots"), "", *numbers(once), ""]]


def _box(counted: CountedImage, areas: Mapping[str, Row]) -> QgsRectangle:
    """Return the bounding box of the lots, EPSG:4326."""
    box = QgsRectangle()
    for count in counted.counts:
        box.combineExtentWith(QgsGeometry.fromWkt(areas[count.area_id].get("geom") or "").boundingBox())
    return box


def _show(page: QgsPrintLayout, project: QgsProject, survey: Survey, counted: CountedImage,
          areas: Mapping[str, Row], rows: int) -> str:
    """Show the image with lots and marks in place of the chart; return why the image is missing, if it is."""
    chart, heading, table = (page.itemById(name) for name in ("chart", "heading_table", "table"))
    if rows <= FEW_ROWS:
        heading.attemptMoveBy(0, HIGHER_MM)
        table.attemptSetSceneRect(table.sceneBoundingRect().adjusted(0, HIGHER_MM, 0, 0))
        chart.attemptSetSceneRect(chart.sceneBoundingRect().adjusted(0, 0, 0, HIGHER_MM))
    chart.setVisibility(False)
    box = _box(counted, areas)
    layers = [_add_filtered_layer(project, survey, "marks", "count_id", [count.id for count in counted.counts]),
              _add_filtered_layer(project, survey, "areas", "id", [count.area_id for count in counted.counts])]
    missing, mark = "", ""
    try:
        picture = add_hidden_layer(project, scene_layer(counted.scene))
        set_persistent_crs(picture, crs_wkt(picture))
    except YaluError as error:
        missing = error_text(error, short=True)
    else:
        layers.append(picture)
        mark = watermark(counted.scene, picture)
    item = QgsLayoutItemMap(page)
    item.setId("count_map")
    page.addLayoutItem(item)
    item.attemptSetSceneRect(chart.sceneBoundingRect())
    item.setFrameEnabled(True)
    item.setCrs(utm_crs_of_box(box))
    item.setLayers(layers)
    to_map = QgsCoordinateTransform(layers[0].crs(), item.crs(), project.transformContext())
    item.zoomToExtent(to_map.transformBoundingBox(box).scaled(AROUND))
    _add_warning(page, item, mark)
    return missing


def _add_filtered_layer(project: QgsProject, survey: Survey, table: str, column: str,
                        ids: Sequence[str]) -> QgsMapLayer:
    layer = survey.layer(table)
    layer.setSubsetString(f'"{column}" IN ({", ".join(map(literal, ids))})')
    return add_hidden_layer(project, layer)


def _add_warning(page: QgsPrintLayout, over: QgsLayoutItemMap, text: str) -> None:
    """Print the watermark `text` across the picture."""
    if not text:
        return
    label = QgsLayoutItemLabel(page)
    label.setId("synthetic")
    label.setText(text)
    warning_format = page.itemById("dates").textFormat()
    warning_format.setSize(WARNING_PT)
    warning_format.setColor(WARNING)
    label.setTextFormat(warning_format)
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    page.addLayoutItem(label)
    label.attemptSetSceneRect(over.sceneBoundingRect())

"""Site sheets: a QGIS atlas with a page for each site, from resources/layouts/site_sheet.qpt or the user's template."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsFeedback,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsLayoutTableColumn,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.line_breaks import break_words
from yalu_plugin.layers.layouts.map_styles import apply_style, label_this_site, size_for
from yalu_plugin.layers.layouts.page_fonts import width_in_a4
from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE, PageStyle
from yalu_plugin.layers.layouts.page_template import fill, fill_expressions, fill_licences, from_template
from yalu_plugin.layers.layouts.sheet_layers import AT_ONCE, PICTURES, add_sheet_layers, read_sheets
from yalu_plugin.layers.persistent_crs import drop_thread_crs
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.temporal import day_range, show_sites_by_day

ITEMS = {"before_map": QgsLayoutItemMap, "after_map": QgsLayoutItemMap, "locator_map": QgsLayoutItemMap,
         "observations": QgsLayoutFrame}
LOCATOR_LAYERS = ("site_states", "sites", "places", "corridors")  # from the top down
LOCATOR_SCALE = 400_000  # or smaller, so that the river is on the map
DETAIL_SCALE = 10_000
REACHED_M = 50_000  # if the river is farther off, the map shows only the surroundings of the site
BEYOND = 1.3  # times the distance to the river
THIS_SITE_ID = "attribute(@atlas_feature, 'site_id')"
THIS_SITE = "\"site_id\" = attribute(@atlas_feature, 'site_id')"


class NoSites(YaluError):
    """A survey without a site that has a position."""

    template = translatable("The survey has no site with a position. Import sites or add one, then make the sheets.")


def build_sheets(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                 style: PageStyle = DEFAULT_STYLE, feedback: QgsFeedback | None = None, only: str = "",
                 site_ids: Collection[str] | None = None) -> QgsPrintLayout:
    """Build a layout whose atlas has a page for each located site of `survey` as of the UTC `day` (None: the latest).

    `only`: the id of the one site with a sheet, empty for all. `site_ids`: the ids of the sites with a sheet, None for
    all. `project` must hold the survey's layers; the layers that only the sheets need are added to it, outside the
    layer tree. The layout is not added to the project's layouts. Raises NoSites, ExportCancelled (before anything is
    added) and what from_template raises.
    """
    drop_thread_crs()
    day = statements.day_shown(survey, day)[0]
    sheets = read_sheets(survey, day, only, site_ids)
    if not sheets.shown:
        raise NoSites()
    process_events(feedback)
    layout, items = from_template(project, template, "site_sheet", ITEMS, style, feedback)
    layout.setName(tr("Site sheets"))
    process_events(feedback)
    coverage, observations = add_sheet_layers(project, sheets, _field_labels(layout), feedback)
    process_events(feedback)
    coverage.setRenderer(_this_site())
    label_this_site(coverage, ("locator_map", "detail_map"))
    for picture in PICTURES:
        _set_picture(items[f"{picture}_map"], picture, coverage)
    layers = {role: layer for role in LOCATOR_LAYERS for layer in [layer_with_role(project, role)] if layer is not None}
    show_sites_by_day(layers, sheets.retirements)
    process_events(feedback)
    _set_locator(items["locator_map"], layers, coverage, day, feedback)
    process_events(feedback)
    detail = layout.itemById("detail_map")  # older templates have none
    if isinstance(detail, QgsLayoutItemMap):
        _set_place(detail, layers, coverage, day, str(DETAIL_SCALE), feedback)
    process_events(feedback)
    _set_table(items["observations"].multiFrame(), observations, feedback)
    process_events(feedback)
    _set_atlas(layout, coverage)  # last: items may be of another size on the first sheet
    process_events(feedback)
    fill(layout, {
        "heading_position": tr("Position"), "heading_river": tr("Along the river"), "heading_sources": tr("Sources"),
        "heading_observations": tr("Observations up to {day}, the latest first").format(day=day),
        "survey": statements.survey_line(survey)})
    fill_licences(layout, style.texts, statements.map_licences(survey, tr("UTM zone of the site"), "  "), "  ")
    fill_expressions(layout, {
        "heading_note": "[% if(\"note\" = '', '', '{note}') %]".format(note=tr("Note").replace("'", "''")),
        "page_number": "[% @atlas_featurenumber %] / [% @atlas_totalfeatures %]"})
    process_events(feedback)
    layout.atlas().refreshCurrentFeature()
    process_events(feedback)
    layout.refresh()
    return layout


def _field_labels(layout: QgsPrintLayout) -> dict[str, QgsLayoutItemLabel]:
    """Return the labels that show one field of the row and nothing else, by that field."""
    labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
    found = ((re.fullmatch(r'\[%\s*"(\w+)"\s*%\]', label.text().strip()), label) for label in labels)
    return {match[1]: label for match, label in found if match}


def _set_atlas(layout: QgsPrintLayout, coverage: QgsVectorLayer) -> None:
    atlas = layout.atlas()
    atlas.setCoverageLayer(coverage)
    atlas.setPageNameExpression('"name"')
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"number"')
    atlas.setEnabled(True)
    atlas.updateFeatures()
    atlas.first()


def _set_picture(item: QgsLayoutItemMap, picture: str, coverage: QgsVectorLayer) -> None:
    """Show the site's image, centred on the site with a ring around it, at the same scale in both pictures."""
    _follow_site(item, [coverage])
    properties, part = item.dataDefinedProperties(), QgsLayoutObject.DataDefinedProperty
    properties.setProperty(part.MapLayers, QgsProperty.fromExpression(
        f"if(\"{picture}_missing\" = '', '{coverage.name()}|' || \"{picture}_layer\", \"{picture}_layer\")"))
    properties.setProperty(part.MapScale, QgsProperty.fromExpression(
        f'"across_m" * 1000 / {min(item.rect().width(), item.rect().height()):.3f}'))


def _set_locator(item: QgsLayoutItemMap, layers: Mapping[str, QgsVectorLayer], coverage: QgsVectorLayer, day: date,
                 feedback: QgsFeedback | None) -> None:
    _set_place(item, layers, coverage, day, f'max({LOCATOR_SCALE}, if("to_river_m" > {REACHED_M}, 0, "to_river_m" * '
               f'{BEYOND} * 2000 / {item.rect().height():.3f}))', feedback)


def _set_place(item: QgsLayoutItemMap, layers: Mapping[str, QgsVectorLayer], coverage: QgsVectorLayer, day: date,
               scale: str, feedback: QgsFeedback | None) -> None:
    """Show the site, its name, neighbours and river. scale: an expression over its row. Raises ExportCancelled."""
    _follow_site(item, [coverage, *layers.values()])
    apply_style([item], layers, item.id() == "locator_map", size_for(coverage.featureCount()), except_id=THIS_SITE_ID,
                feedback=feedback)
    item.setIsTemporal(True)
    item.setTemporalRange(day_range(day, day))
    item.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.MapScale,
                                             QgsProperty.fromExpression(scale))


def _follow_site(item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer]) -> None:
    """Show these layers around the site of each page, in the UTM zone of that site."""
    item.setKeepLayerSet(True)
    item.setLayers(layers)
    item.setExtent(QgsRectangle(0, 0, item.rect().width(), item.rect().height()))  # the atlas moves and scales it
    item.setAtlasDriven(True)
    item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Fixed)
    item.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.MapCrs,
                                             QgsProperty.fromField("crs"))


def _set_table(table: QgsLayoutItemAttributeTable, observations: QgsVectorLayer, feedback: QgsFeedback | None) -> None:
    table.setVectorLayer(observations)
    headings = {"days": tr("Seen (UTC)"), "state": tr("State"), "evidence": tr("Evidence"), "note": tr("Note")}
    widths = {"days": 38, "state": 42, "evidence": 50, "note": 50}
    times, columns = width_in_a4(table.layout()), []
    for name, heading in headings.items():
        column = QgsLayoutTableColumn(heading)
        column.setAttribute(name)
        column.setWidth(widths[name] * times)
        columns.append(column)
    table.setColumns(columns)
    _break_words(table, observations, feedback)
    table.setFeatureFilter(THIS_SITE)
    table.setFilterFeatures(True)
    table.setEmptyTableBehavior(table.EmptyTableMode.ShowMessage)
    table.setEmptyTableMessage(tr("No observation up to this day"))


def _break_words(table: QgsLayoutItemAttributeTable, observations: QgsVectorLayer, feedback: QgsFeedback | None
                 ) -> None:
    """Break words that are longer than a line of their column."""
    fields, text_format = observations.fields(), table.contentTextFormat()
    widths = {fields.indexOf(column.attribute()): column.width() for column in table.columns()}
    changed = {}
    for row in observations.getFeatures():
        changed[row.id()] = {at: break_words(row[at], table.layout(), text_format, width)
                             for at, width in widths.items()}
        if len(changed) % AT_ONCE == 0:
            process_events(feedback)
    observations.dataProvider().changeAttributeValues(changed)


def _this_site() -> QgsRuleBasedRenderer:
    """Return a renderer with a ring around the site of the sheet, which does not hide the site."""
    symbol = QgsMarkerSymbol()
    symbol.deleteSymbolLayer(0)
    for colour, width in (("#111111", 0.9), ("#ffffff", 0.45)):
        ring = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, 11)
        ring.setColor(QColor(0, 0, 0, 0))
        ring.setStrokeColor(QColor(colour))
        ring.setStrokeWidth(width)
        ring.setStrokeStyle(Qt.PenStyle.SolidLine)
        symbol.appendSymbolLayer(ring)
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, THIS_SITE))
    return QgsRuleBasedRenderer(root)

"""The strip map: the river from crossing to crossing, panel under panel, each turned along it.

From resources/layouts/strip_map.qpt or the user's template: its maps panel_1, panel_2, ... are filled in this order.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)

from yalu_plugin.core.published import Row
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.choices import PLAIN, Look
from yalu_plugin.layers.layouts.extents import scale_step_km, to_crs
from yalu_plugin.layers.layouts.legend import fill_legend
from yalu_plugin.layers.layouts.lifetime import keep_with
from yalu_plugin.layers.layouts.located import crossings_among, located_sites
from yalu_plugin.layers.layouts.map_styles import dress
from yalu_plugin.layers.layouts.strip_line import Strip, strip_of
from yalu_plugin.layers.layouts.template import fill, from_template
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.open import Survey
from yalu_plugin.layers.survey.states import states_on
from yalu_plugin.layers.temporal import day_range, make_states_temporal

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.strips import Panel

ITEMS = {"panel_1": QgsLayoutItemMap, "scale_bar": QgsLayoutItemScaleBar}
DRAWN = ("site_states", "sites", "places", "corridors")  # from the top down
INSIDE_MM = (16.0, 8.0)  # of a panel's width and height, kept free for symbols and names


def build_strip_map(project: QgsProject, survey: Survey, day: date | None, template: Path | None = None,
                    look: Look = PLAIN, pages: int = 1, scale: int = 0) -> list[QgsPrintLayout]:
    """The pages of the strip map of `survey` as of the UTC `day` (None: the survey's latest), one layout each.

    At 1:`scale`, however many pages that takes; without a scale, at the largest round one at which `pages` pages hold
    it. `project` must hold the survey's layers. Raises NoCrossings, PanelsTooSmall, MissingPackages, what
    measuring raises and what from_template raises.
    """
    located = located_sites(survey)
    crossings_among(located)
    strip = strip_of(survey)
    from yalu_plugin.core.corridor.strips import PanelsTooSmall, balanced, choose_scale, ground
    from yalu_plugin.layers.layouts.strip_layers import match_layer, tick_layer

    layout, items = from_template(project, template, "strip_map", ITEMS, look)
    slots = _slots(layout)
    box = items["panel_1"].rect()
    paper = box.width() - INSIDE_MM[0], box.height() - INSIDE_MM[1]
    stretch = strip.line, strip.from_m, strip.to_m
    points = strip.points, strip.station_m
    scale = scale or choose_scale(*stretch, paper, pages * slots, *points)
    try:
        panels = balanced(*stretch, ground(paper, scale), *points)
    except PanelsTooSmall as error:
        raise PanelsTooSmall(scale=scale) from error
    layers = [match_layer(strip, panels, scale), tick_layer(strip, scale)]
    made = []
    for first in range(0, len(panels), slots):
        if first:
            layout, _ = from_template(project, template, "strip_map", ITEMS, look)
        layout.setName(tr("Strip map"))
        keep_with(layout, *layers)
        for slot in range(slots):
            _fill_panel(layout, slot + 1, panels, first + slot, strip, scale)
        made.append(layout)
    shown = _shown(survey, located, day, made, strip)
    for layout in made:
        _fill_page(layout, project, survey, shown, layers, strip, scale)
    number_pages(made)
    return made


def number_pages(layouts: Sequence[QgsPrintLayout]) -> None:
    """Write "2 / 3" on each page of a document whose layouts are a page each."""
    for number, layout in enumerate(layouts, 1):
        fill(layout, {"page_number": f"{number} / {len(layouts)}"})
        layout.refresh()


def _shown(survey: Survey, located: Sequence[Row], day: date | None, made: Sequence[QgsPrintLayout], strip: Strip
           ) -> statements.Shown:
    """The sites on any panel of any page, and their states: what is counted does not change from page to page."""
    at, day_is = statements.day_shown(survey, day)
    grounds = [QgsGeometry.fromQPolygonF(item.visibleExtentPolygon()) for layout in made for item in _panels(layout)]
    sites = [row for row in located if _on_a_panel(row, grounds, strip.crs)]
    ids = {row["id"] for row in sites}
    states = {name: row for name, row in states_on(survey, at).items() if name in ids}
    return statements.Shown(at, day_is, sites, states, None, strip.crs, False)


def _panels(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    """The maps of a page that show a panel."""
    maps = [layout.itemById(f"panel_{slot}") for slot in range(1, _slots(layout) + 1)]
    return [item for item in maps if item.isVisible()]


def _fill_page(layout: QgsPrintLayout, project: QgsProject, survey: Survey, shown: statements.Shown,
               own: Sequence[QgsMapLayer], strip: Strip, scale: int) -> None:
    """What stands on every page: the layers and day of its maps, title, dates, legend, scale bar, sources, licences."""
    layers = {role: layer for role in DRAWN for layer in [layer_with_role(project, role)] if layer is not None}
    if "site_states" in layers:
        make_states_temporal(layers["site_states"])
    maps = _panels(layout)
    dress(maps, layers)
    for item in maps:
        item.setLayers([*own, *layers.values()])
        item.setKeepLayerSet(True)
        item.setIsTemporal(True)
        item.setTemporalRange(day_range(shown.day, shown.day))
    fill(layout, {
        "title": statements.title(), "dates": _dates(survey, shown, strip, scale),
        "sources": statements.sources(survey, shown), "licences": statements.licences(survey, shown)})
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        fill_legend(legend, layers, shown)
    bar = layout.itemById("scale_bar")
    bar.setLinkedMap(layout.itemById("panel_1"))
    bar.setUnitsPerSegment(scale_step_km(layout.itemById("panel_1").rect().width() * scale / 1000))


def _on_a_panel(site: Row, polygons: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> bool:
    point = to_crs(crs).transform(QgsGeometry.fromWkt(site["geom"]).asPoint())
    return any(polygon.contains(point) for polygon in polygons)


def _dates(survey: Survey, shown: statements.Shown, strip: Strip, scale: int) -> str:
    told = tr("Strip map 1:{scale}, each panel turned along the river; chainage in km "
              "downstream of {datum} along {line}")
    return "\n".join((statements.dates(survey, shown).split("\n")[0], told.format(
        scale=f"{scale:,}".replace(",", " "), datum=strip.measured.datum_text, line=strip.measured.corridor.credit)))


def _slots(layout: QgsPrintLayout) -> int:
    """How many panels the template's page has."""
    count = 0
    while isinstance(layout.itemById(f"panel_{count + 1}"), QgsLayoutItemMap):
        count += 1
    return count


def _fill_panel(layout: QgsPrintLayout, slot: int, panels: Sequence[Panel], number: int, strip: Strip, scale: int
                ) -> None:
    """Turn the map of this slot along the panel's reach; without a panel, take slot, caption and arrow off the page."""
    item, arrow = layout.itemById(f"panel_{slot}"), layout.itemById(f"north_{slot}")
    shown = number < len(panels)
    for part in (item, arrow):
        if part is not None:
            part.setVisibility(shown)
    if not shown:
        fill(layout, {f"panel_{slot}_caption": ""})
        return
    panel = panels[number]
    width, height = (side * scale / 1000 for side in (item.rect().width(), item.rect().height()))
    item.setCrs(strip.crs)
    item.setExtent(QgsRectangle.fromCenterAndSize(QgsPointXY(*panel.centre), width, height))
    item.setMapRotation(panel.rotation)
    if isinstance(arrow, QgsLayoutItemPicture):
        arrow.setLinkedMap(item)
    fill(layout, {f"panel_{slot}_caption": _caption(panels, number, strip)})


def _caption(panels: Sequence[Panel], number: int, strip: Strip) -> str:
    from yalu_plugin.layers.layouts.strip_layers import match_name

    panel = panels[number]
    told = [tr("Panel {number} of {total}").format(number=number + 1, total=len(panels)),
            tr("km {first:.1f} to km {last:.1f}").format(first=strip.km(panel.from_m), last=strip.km(panel.to_m))]
    if number:
        told.append(tr("at match line {name} from panel {number}").format(name=match_name(number - 1), number=number))
    if number + 1 < len(panels):
        told.append(tr("at match line {name} on to panel {number}").format(name=match_name(number), number=number + 2))
    return "  ·  ".join(told)

"""The pages after a map that numbers its sites: maps of its dense reaches, and the key to the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

from qgis.core import (
    QgsFeedback,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import kind_name, site_name, state_name
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.overview_maps import lies_under, set_scale_bar
from yalu_plugin.layers.layouts.overview_numbers import NumberedSites, hide_map, reach_caption, show_reach
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.page_tables import fill_tables
from yalu_plugin.layers.layouts.page_template import fill, fill_licences, from_template
from yalu_plugin.layers.layouts.reach_maps import ReachMap
from yalu_plugin.layers.layouts.symbol_size import scale_symbols
from yalu_plugin.layers.survey.survey import Survey

ITEMS = {"reach_1": QgsLayoutItemMap, "key_1": QgsLayoutFrame}
LEAST_MM = 25.0  # height of a key: with less space it starts on the next page
NAME = 60  # characters of a name; the site sheet has all
BETWEEN_MM = 3.0


@dataclass(frozen=True)
class FirstPage:
    """The first page of a map of many sites: its layout, what it shows, its layers by role, and its numbers, if any."""

    layout: QgsPrintLayout
    shown: statements.Shown
    layers: Mapping[str, QgsVectorLayer]
    numbered: NumberedSites | None


def add_key_pages(project: QgsProject, survey: Survey, pages: Sequence[QgsPrintLayout], first: FirstPage,
                  style: PageStyle, feedback: QgsFeedback | None = None) -> list[QgsPrintLayout]:
    """Return the pages of a map and, if it numbers its sites, those of the key, with their page numbers written."""
    all_pages = list(pages)
    if first.numbered:
        all_pages += key_pages(project, survey, first, first.numbered, style, feedback)
    for number, page in enumerate(all_pages, 1):
        fill(page, {"page_number": f"{number} / {len(all_pages)}"} if len(all_pages) > 1 else {})
    return all_pages


def key_pages(project: QgsProject, survey: Survey, first: FirstPage, numbered: NumberedSites, style: PageStyle,
              feedback: QgsFeedback | None = None, table: bool = True) -> list[QgsPrintLayout]:
    """Build pages with the dense reaches that are not on the map's own page, and a table of the numbered sites.

    The table has number, name, kind, km and state of each site. Without `table` (the document has one already) the
    pages have only the reaches, and a title accordingly. `feedback` may cancel. Raises ExportCancelled and what
    from_template raises.
    """
    reaches = [reach for reach in numbered.reaches if reach is not numbered.first]
    rows, pages = _rows(first, numbered) if table else [], list[QgsPrintLayout]()
    title = tr("Key to the numbers") if table else tr("Dense reaches")
    while reaches or rows:
        process_events(feedback)
        page = _page(project, survey, first, title, style, feedback)
        process_events(feedback)
        space = len(_items_in_series(page, "reach"))
        here, reaches = reaches[:space], reaches[space:]
        bottom = _show_reaches(page, here, first, numbered, feedback)
        scale_symbols(page)
        _add_image_credits(page, survey, first, numbered, style)
        rows = rows[_fill_keys(page, [] if reaches else rows, bottom, feedback):]
        pages.append(page)
        process_events(feedback)
    return pages


def _items_in_series(page: QgsPrintLayout, name: str) -> list[QgsLayoutItem]:
    """Return the items `name`_1, `name`_2, ... of a page."""
    found = (page.itemById(f"{name}_{number}") for number in count(1))
    return list(takewhile(lambda item: item is not None, found))


def _page(project: QgsProject, survey: Survey, first: FirstPage, title: str, style: PageStyle,
          feedback: QgsFeedback | None) -> QgsPrintLayout:
    layout, _ = from_template(project, None, "overview_key", ITEMS, style, feedback)
    process_events(feedback)
    layout.setName(title)
    fill(layout, {
        "title": title, "survey": statements.survey_line(survey),
        "dates": "\n".join((statements.as_of(first.shown), statements.names_or_numbers(first.shown)))})
    fill_licences(layout, style.texts, statements.map_licences(survey, first.shown.crs.description(), "  "), "  ")
    return layout


def _add_image_credits(page: QgsPrintLayout, survey: Survey, first: FirstPage, numbered: NumberedSites,
                       style: PageStyle) -> None:
    """Write dates, credits and watermark of the images on the page."""
    drawn = [item for item in _items_in_series(page, "reach")
             if item.isVisible() and any(lies_under(item, scene) for scene in numbered.scenes)]
    for mark in _items_in_series(page, "synthetic"):  # one watermark across each row of maps
        across, on_first = mark.sceneBoundingRect(), first.layout.itemById("synthetic")
        mark.setVisibility(any(item.sceneBoundingRect().intersects(across) for item in drawn) and on_first.isVisible())
        if mark.isVisible():
            mark.setText(on_first.text())
    if drawn:
        above = "  ·  ".join((statements.as_of(first.shown), statements.image_below(first.shown)))
        fill(page, {"dates": f"{above}\n{statements.names_or_numbers(first.shown)}"})
        fill_licences(page, style.texts, statements.map_licences(
            survey, first.shown.crs.description(), "  ", first.shown.scene), "  ")


def _show_reaches(page: QgsPrintLayout, reaches: Sequence[ReachMap], first: FirstPage, numbered: NumberedSites,
                  feedback: QgsFeedback | None) -> float:
    """Fill the maps of a page and hide the others; return where (mm from the top) the page is free below them."""
    bottom = page.itemById("reach_1_caption").pos().y()
    for number, item in enumerate(_items_in_series(page, "reach"), 1):
        bar = page.itemById(f"reach_{number}_scale_bar")
        reach = reaches[number - 1] if number <= len(reaches) else None
        fill(page, {f"reach_{number}_caption": reach_caption(reach, numbered) if reach else ""})
        if reach is None:
            hide_map(item, first.layout.referenceMap())
            bar.setVisibility(False)
            continue
        show_reach(item, reach, numbered, first.layers, first.shown.day, feedback)
        process_events(feedback)
        set_scale_bar(bar, item)
        bottom = bar.sceneBoundingRect().bottom() + BETWEEN_MM
    return float(bottom)


def _fill_keys(page: QgsPrintLayout, rows: Sequence[Sequence[str]], top: float, feedback: QgsFeedback | None) -> int:
    """Fill the tables of a page, below `top` (mm), with the first of the rows; return how many they hold."""
    columns = ((tr("No."), 7), (tr("Site"), 35), (tr("Kind"), 18), (tr("km"), 10), (tr("State"), 18))
    keys = _items_in_series(page, "key")
    width = (page.itemById("licences").rect().width() + BETWEEN_MM) / len(keys) - BETWEEN_MM
    for frame in keys:
        space = frame.sceneBoundingRect()
        space.setTop(top)
        frame.attemptSetSceneRect(space)
    enough = keys[0].rect().height() >= LEAST_MM
    return fill_tables(page, keys, columns, rows if enough else [], width, feedback)


def _rows(first: FirstPage, numbered: NumberedSites) -> list[tuple[str, ...]]:
    """Return the rows of the key: number, name, kind, chainage and state of each site on the map."""
    numbers, km = numbered.numbers.by_id(), numbered.numbers.km
    rows: list[tuple[str, ...]] = []
    for site in sorted(numbered.sites, key=lambda row: numbers[row["id"]]):
        state = first.shown.states.get(site["id"])
        rows.append((str(numbers[site["id"]]), one_line(site_name(site), NAME),
                     kind_name(site["kind"]) if site["kind"] else "",
                     f"{km[site['id']]:.2f}" if site["id"] in km else "-",
                     state_name(state["state"] if state else None)))
    return rows

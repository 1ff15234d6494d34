"""Layouts from templates: read, checked, styled, and filled with texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import (
    QgsFeedback,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from yalu_plugin.core.cartography.page_texts import PageTexts
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.layout_lifetime import new_layout
from yalu_plugin.layers.layouts.page_edges import check_page_edges
from yalu_plugin.layers.layouts.page_fonts import scale_fonts, use_local_fonts
from yalu_plugin.layers.layouts.page_options import SIZES, PageStyle
from yalu_plugin.layers.layouts.symbol_size import set_symbol_scale
from yalu_plugin.layers.layouts.template_file import TemplateUnreadable, read_template
from yalu_plugin.layers.layouts.text_fit import fit_text, has_space, shorten, with_line_breaks
from yalu_plugin.paths import resource

Items = Mapping[str, type[QgsLayoutItem]]


class TemplateIncomplete(YaluError):
    """A template that lacks items which the page needs."""

    template = translatable("The template {path} has no item with the id {ids}. Add it in QGIS' layout window.")


class NoLogo(YaluError):
    """A logo whose file does not exist."""

    template = translatable("There is no picture {path}. Choose the logo's file, or leave it empty.")


def from_template(project: QgsProject, template: Path | None, default_name: str, items: Items, style: PageStyle,
                  feedback: QgsFeedback | None = None) -> tuple[QgsPrintLayout, dict[str, QgsLayoutItem]]:
    """Create a layout from `template` (None: the plugin's `default_name`); return it, and its items to be filled by id.

    `items`: the ids that the template must have, with their classes. On larger paper texts are scaled with the page;
    symbols and names on maps by less, see symbol_size.py. The layout is not among the project's, see
    layout_lifetime.py. `feedback` may cancel. Raises TemplateUnreadable, TemplateTooMuch, TemplateIncomplete,
    TemplateCut, NoLogo and ExportCancelled.
    """
    path = template or plugin_template(default_name, style.orientation)
    document = read_template(path).document
    process_events(feedback)
    layout = _read(project, path, document)
    process_events(feedback)
    found = {name: layout.itemById(name) for name in items}
    missing = [name for name, item in found.items() if not isinstance(item, items[name])]
    if missing:
        raise TemplateIncomplete(path=path, ids=", ".join(missing))
    if template is not None:
        check_page_edges(layout, path, items)
    _apply_style(layout, style)
    return layout, found


def plugin_template(name: str, orientation: str = "") -> Path:
    """Return the plugin's template of this name, for the orientation (one of ORIENTATIONS) if there are two."""
    turned = resource("layouts", f"{name}_{orientation}.qpt")
    return turned if orientation and turned.is_file() else resource("layouts", f"{name}.qpt")


def prepare_templates() -> None:
    """Read and check the plugin's templates in advance: it takes a quarter of a second each. Safe in any thread."""
    for path in sorted(resource("layouts").glob("*.qpt")):
        read_template(path)


def fill(layout: QgsPrintLayout, texts: Mapping[str, str]) -> None:
    """Write `texts` literally into the labels of these ids, in a smaller font if they do not fit.

    A template may lack some of the labels.
    """
    fill_expressions(layout, {name: literal(text) for name, text in texts.items()})
    for name, text in texts.items():
        label = layout.itemById(name)
        if isinstance(label, QgsLayoutItemLabel):
            label.setText(literal(with_line_breaks(label, text)))  # at the size that fits


def fill_heading(layout: QgsPrintLayout, user_texts: PageTexts, dates: str) -> None:
    """Write title, subtitle and dates; if a template has no label for the subtitle, it is above the dates."""
    subtitle, below = layout.itemById("subtitle"), layout.itemById("dates")
    if user_texts.subtitle and isinstance(subtitle, QgsLayoutItemLabel) and below is not None:
        place = below.sceneBoundingRect()
        place.setTop(max(place.top(), subtitle.sceneBoundingRect().bottom()))
        below.attemptSetSceneRect(place)
    elif user_texts.subtitle:
        dates = f"{user_texts.subtitle}\n{dates}"
    fill(layout, {"title": statements.title(user_texts), "subtitle": user_texts.subtitle, "dates": dates})
    _cut_to_fit(layout, "title", user_texts.title)
    _cut_to_fit(layout, "subtitle", user_texts.subtitle)


def fill_licences(layout: QgsPrintLayout, user_texts: PageTexts, licences: str, between: str = "\n") -> None:
    """Write the required credits and, as far as there is space after them, the user's own credits."""
    text = user_texts.with_credits(licences, between)
    fill(layout, {"licences": text})
    _cut_to_fit(layout, "licences", text if user_texts.credits else "")


def _cut_to_fit(layout: QgsPrintLayout, name: str, default_name: str) -> None:
    """Cut a user's own text, filled already, if it does not fit even in the smallest font size."""
    label = layout.itemById(name)
    if default_name and isinstance(label, QgsLayoutItemLabel) and not has_space(label):
        label.setText(literal(shorten(label, default_name)))


def fill_expressions(layout: QgsPrintLayout, texts: Mapping[str, str]) -> None:
    """Write texts as `fill` does, but evaluate what is between [% and %]: only for the plugin's texts, without data."""
    for name, text in texts.items():
        item = layout.itemById(name)
        if isinstance(item, QgsLayoutItemLabel):
            item.setText(text)  # not as HTML: read_template removes that mode
            fit_text(item)


def literal(text: str) -> str:
    """Return the label text that QGIS displays as `text`: it evaluates what is between [% and %]."""
    return text.replace("[%", "[% '[%' %]")


def _read(project: QgsProject, path: Path, document: QDomDocument) -> QgsPrintLayout:
    layout = new_layout(project)
    _, understood = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not understood:
        raise TemplateUnreadable(path=path)
    return layout


def _apply_style(layout: QgsPrintLayout, style: PageStyle) -> None:
    use_local_fonts(layout)
    if style.page:
        times = _resize(layout, SIZES[style.page])
        scale_fonts(layout, times)
        set_symbol_scale(layout, times)
    fill(layout, {"classification": style.classification, "classification_foot": style.classification})
    logo = layout.itemById("logo")
    if isinstance(logo, QgsLayoutItemPicture):
        if style.logo and not Path(style.logo).is_file():
            raise NoLogo(path=style.logo)
        logo.setPicturePath(style.logo)
        logo.setVisibility(bool(style.logo))
    if style.accent:
        for item in layout.items():
            if isinstance(item, QgsLayoutItemShape) and item.id().startswith("accent"):
                symbol = item.symbol().clone()
                symbol.setColor(QColor(style.accent))
                item.setSymbol(symbol)


def _resize(layout: QgsPrintLayout, size: tuple[float, float]) -> float:
    """Resize the page to this size, and every item with it; return the factor."""
    page = layout.pageCollection().page(0)
    before = page.pageSize()
    after = QgsLayoutSize(*(size if before.height() >= before.width() else reversed(size)))
    times = min(after.width() / before.width(), after.height() / before.height())
    page.setPageSize(after)
    for item in [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item is not page]:
        place, large = item.positionWithUnits(), item.sizeWithUnits()
        item.attemptMove(QgsLayoutPoint(place.x() * times, place.y() * times))
        item.attemptResize(QgsLayoutSize(large.width() * times, large.height() * times))
    return times

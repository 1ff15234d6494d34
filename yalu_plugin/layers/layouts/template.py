"""Layouts from templates: read, checked, and given the looks that the user asks for."""

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
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.choices import SIZES, Look
from yalu_plugin.layers.layouts.fit import broken, fit_text, is_room, shortened
from yalu_plugin.layers.layouts.letters import grow_letters, localise
from yalu_plugin.layers.layouts.lifetime import new_layout
from yalu_plugin.layers.layouts.page_edges import check_page_edges
from yalu_plugin.layers.layouts.symbol_size import set_symbol_times
from yalu_plugin.layers.layouts.template_file import TemplateUnreadable, read_template
from yalu_plugin.paths import resource

Items = Mapping[str, type[QgsLayoutItem]]


class TemplateLacks(YaluError):
    """A template without items that the page needs."""

    template = translatable("The template {path} has no item with the id {ids}. Add it in QGIS' layout window.")


class NoLogo(YaluError):
    """A logo that is no file."""

    template = translatable("There is no picture {path}. Choose the logo's file, or leave it empty.")


def from_template(project: QgsProject, template: Path | None, own: str, items: Items, look: Look,
                  feedback: QgsFeedback | None = None) -> tuple[QgsPrintLayout, dict[str, QgsLayoutItem]]:
    """A layout from `template` (None: the plugin's `own`) and those of its items that have to be filled.

    `items` are the ids that the template must have, with their kinds. On larger paper words grow with the page, and
    maps show more: their symbols and names grow by less, see symbol_size.py. The layout is not among the project's, see
    lifetime.py. `feedback` may cancel. Raises TemplateUnreadable, TemplateTooMuch, TemplateLacks, TemplateCut, NoLogo
    and Cancelled.
    """
    path = template or own_template(own, look.orientation)
    document = read_template(path).document
    breathe(feedback)
    layout = _read(project, path, document)
    breathe(feedback)
    found = {name: layout.itemById(name) for name in items}
    missing = [name for name, item in found.items() if not isinstance(item, items[name])]
    if missing:
        raise TemplateLacks(path=path, ids=", ".join(missing))
    if template is not None:
        check_page_edges(layout, path, items)
    _dress(layout, look)
    return layout, found


def own_template(name: str, orientation: str = "") -> Path:
    """The plugin's template of this name, the one for the orientation (one of ORIENTATIONS) where there are two."""
    turned = resource("layouts", f"{name}_{orientation}.qpt")
    return turned if orientation and turned.is_file() else resource("layouts", f"{name}.qpt")


def prepare_templates() -> None:
    """Look through the plugin's own templates, which takes a quarter of a second each. Safe in any thread."""
    for path in sorted(resource("layouts").glob("*.qpt")):
        read_template(path)


def fill(layout: QgsPrintLayout, texts: Mapping[str, str]) -> None:
    """Write `texts`, to the letter, into the labels of these ids, as small as it takes to fit.

    A template may lack some of them.
    """
    fill_expressions(layout, {name: literal(text) for name, text in texts.items()})
    for name, text in texts.items():
        label = layout.itemById(name)
        if isinstance(label, QgsLayoutItemLabel):
            label.setText(literal(broken(label, text)))  # at the size that fits


def fill_head(layout: QgsPrintLayout, words: PageTexts, dates: str) -> None:
    """Title, subtitle and dates; where a template has no place for a subtitle, it stands above the dates."""
    subtitle, below = layout.itemById("subtitle"), layout.itemById("dates")
    if words.subtitle and isinstance(subtitle, QgsLayoutItemLabel) and below is not None:
        place = below.sceneBoundingRect()
        place.setTop(max(place.top(), subtitle.sceneBoundingRect().bottom()))
        below.attemptSetSceneRect(place)
    elif words.subtitle:
        dates = f"{words.subtitle}\n{dates}"
    fill(layout, {"title": statements.title(words), "subtitle": words.subtitle, "dates": dates})
    _cut_to_fit(layout, "title", words.title)
    _cut_to_fit(layout, "subtitle", words.subtitle)


def fill_licences(layout: QgsPrintLayout, words: PageTexts, licences: str, between: str = "\n") -> None:
    """What has to be credited and, as far as there is room after it, the user's own credits."""
    text = words.with_credits(licences, between)
    fill(layout, {"licences": text})
    _cut_to_fit(layout, "licences", text if words.credits else "")


def _cut_to_fit(layout: QgsPrintLayout, name: str, own: str) -> None:
    """Cut a user's own text, filled already, where it does not fit even in the smallest letters."""
    label = layout.itemById(name)
    if own and isinstance(label, QgsLayoutItemLabel) and not is_room(label):
        label.setText(literal(shortened(label, own)))


def fill_expressions(layout: QgsPrintLayout, texts: Mapping[str, str]) -> None:
    """As fill does, with what is between [% and %] evaluated: for texts of our own, with nobody's data in them."""
    for name, text in texts.items():
        item = layout.itemById(name)
        if isinstance(item, QgsLayoutItemLabel):
            item.setText(text)  # which is no HTML: read_template sees to that
            fit_text(item)


def literal(text: str) -> str:
    """What a label's text has to be for it to say `text`: QGIS evaluates what is between [% and %]."""
    return text.replace("[%", "[% '[%' %]")


def _read(project: QgsProject, path: Path, document: QDomDocument) -> QgsPrintLayout:
    layout = new_layout(project)
    _, understood = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not understood:
        raise TemplateUnreadable(path=path)
    return layout


def _dress(layout: QgsPrintLayout, look: Look) -> None:
    localise(layout)
    if look.page:
        times = _resize(layout, SIZES[look.page])
        grow_letters(layout, times)
        set_symbol_times(layout, times)
    fill(layout, {"classification": look.classification, "classification_foot": look.classification})
    logo = layout.itemById("logo")
    if isinstance(logo, QgsLayoutItemPicture):
        if look.logo and not Path(look.logo).is_file():
            raise NoLogo(path=look.logo)
        logo.setPicturePath(look.logo)
        logo.setVisibility(bool(look.logo))
    if look.accent:
        for item in layout.items():
            if isinstance(item, QgsLayoutItemShape) and item.id().startswith("accent"):
                symbol = item.symbol().clone()
                symbol.setColor(QColor(look.accent))
                item.setSymbol(symbol)


def _resize(layout: QgsPrintLayout, size: tuple[float, float]) -> float:
    """Give the page, and every item on it, this size. Returns how many times larger."""
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

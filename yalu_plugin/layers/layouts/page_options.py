"""The options of exported pages: file format, paper size, style. Imports little, as it is loaded at start-up."""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.cartography.page_texts import NO_TEXTS, PageTexts

GEOPDF = "geopdf"
FORMATS = ("pdf", "png", "svg", GEOPDF)
SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0), "A1": (594.0, 841.0)}  # mm, upright
ORIENTATIONS = ("landscape", "portrait")
PAGES, POSTER, BOOKLET = FORMS = ("pages", "poster", "booklet")  # of the strip map


def file_suffix(format: str) -> str:
    """Return the suffix of a file of this format, without the dot."""
    return "pdf" if format == GEOPDF else format


class PageStyle(NamedTuple):
    """The style of a page that does not need another template; an empty value leaves the template as it is.

    Attributes:
        page: paper size, one of SIZES.
        logo: path of a picture.
        classification: printed at the head and the foot.
        accent: the name of a colour or #rrggbb.
        orientation: one of ORIENTATIONS, for the plugin's own maps; a user's template has its own.
        texts: texts of the user, which are stored in the survey.
    """

    page: str = ""
    logo: str = ""
    classification: str = ""
    accent: str = ""
    orientation: str = ""
    texts: PageTexts = NO_TEXTS


DEFAULT_STYLE = PageStyle()

"""What one may choose of pages: the format, the size, the looks. Light: a start of the plugin reads it."""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.cartography.page_texts import NO_TEXTS, PageTexts

GEOPDF = "geopdf"
FORMATS = ("pdf", "png", "svg", GEOPDF)
SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0), "A1": (594.0, 841.0)}  # mm, upright
ORIENTATIONS = ("landscape", "portrait")
PAGES, POSTER, BOOKLET = FORMS = ("pages", "poster", "booklet")  # of the strip map


def ending(format: str) -> str:
    """The ending of a file of this format."""
    return "pdf" if format == GEOPDF else format


class Look(NamedTuple):
    """What may differ from page to page without another template; what is empty is left as the template has it.

    `page` is one of SIZES; `classification` stands at the head and the foot; `accent` is a colour's name or #rrggbb;
    `orientation`, one of ORIENTATIONS, is for the plugin's own maps: a user's template has its own. `words` are
    remembered in the survey.
    """

    page: str = ""
    logo: str = ""
    classification: str = ""
    accent: str = ""
    orientation: str = ""
    words: PageTexts = NO_TEXTS


PLAIN = Look()

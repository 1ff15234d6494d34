"""What a KML says in words: asked for site by site, so that the writer needs no language and no notation."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from yalu_plugin.core.exporting.site_export import SiteExport
from yalu_plugin.core.survey.state_spans import Span


class Balloon(NamedTuple):
    """The texts of a balloon, none of them HTML.

    Attributes:
        note: the note of the site, which may be edited in Google Earth.
        heading: the line above everything that is not read back.
        facts: labels and values, each value of one or more lines.
        observations: rows of a table, the first one its headings; empty without observations.
        credits: lines below: sources, images and their licences.
        picture: the name of a picture in the KMZ, or empty.
    """

    note: str
    heading: str
    facts: Sequence[tuple[str, str]]
    observations: Sequence[Sequence[str]]
    credits: Sequence[str]
    picture: str = ""


class RiverLine(NamedTuple):
    """A river line (EPSG:4326, longitude first) with its name, and lines on its source and licence."""

    name: str
    parts: Sequence[Sequence[tuple[float, float]]]
    credits: Sequence[str]


class Folder(NamedTuple):
    """A folder of sites; folders are sorted by `order`, then by their first site."""

    order: str
    name: str


class KmlTexts(ABC):
    """The texts of one KML, in the reader's language.

    Attributes:
        title: the name of the document.
        sites, states, river: the names of the three folders.
        about: lines for the balloon of the whole document.
        about_states: lines for the balloon of the folder of states.
    """

    title: str
    sites: str
    states: str
    river: str
    about: Sequence[str]
    about_states: Sequence[str]

    @abstractmethod
    def folder(self, site: SiteExport) -> Folder:
        """Return the folder that a site is in."""

    @abstractmethod
    def balloon(self, site: SiteExport) -> Balloon:
        """Return the texts of a site's balloon."""

    @abstractmethod
    def span(self, site: SiteExport, span: Span) -> Sequence[str]:
        """Return lines on a state between two days: how it is known."""

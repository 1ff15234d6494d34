"""Writes a KML: sites in folders, their states over time, and the river. Each site is read once, and none is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from tempfile import TemporaryFile
from typing import IO

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.export_files import AT, SCOPE
from yalu_plugin.core.exporting.kml_balloon import legend_markup, lines_markup
from yalu_plugin.core.exporting.kml_elements import extended_data, html_description, line_style, site_style, xml_text
from yalu_plugin.core.exporting.kml_placemarks import (
    HIDDEN,
    NO_SNIPPET,
    RIVER_STYLE,
    placemark_name,
    river_placemark,
    site_placemark,
    state_placemarks,
)
from yalu_plugin.core.exporting.kml_texts import KmlTexts, RiverLine
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.exporting.spooled_texts import SpooledTexts
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress, part_of

Symbol = tuple["str | None", str]  # kind and state of a site
LARGEST = 2 ** 31 - 1  # bytes: Google Earth reads no ZIP64
RIVER_COLOUR, RIVER_PIXELS = "#2f7fc1", 3.0
CROSSING_LABEL, OTHER_LABEL = 0.9, 0.7  # scales of names: crossings first, as on our map
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
_END = b"</Folder>\n"
_ALL = ""  # the only group of states
_READING = 0.9  # share of the work


class TooMuchForKmz(YaluError):
    """The KML would exceed what Google Earth opens."""

    template = translatable("These sites and their observations are too many for one KMZ (more than 2 GB of text). "
                            "Export a part of them.")


class UsedSymbols:
    """The symbols in use, with a number for each."""

    def __init__(self) -> None:
        self._numbers: dict[Symbol, int] = {}

    def style(self, kind: str | None, state: str) -> str:
        """Return the id of the style of sites of a kind in a state."""
        return f"site{self._numbers.setdefault((kind, state), len(self._numbers))}"

    def icons(self) -> dict[Symbol, str]:
        """Return the name in the KMZ of the picture of each symbol."""
        return {symbol: f"icons/site{number}.png" for symbol, number in self._numbers.items()}


def write_kml(stream: IO[bytes], export: SurveyExport, texts: KmlTexts, rivers: Sequence[RiverLine],
              progress: Progress = no_progress) -> dict[Symbol, str]:
    """Write the KML of an export; return the symbols in it, each with the name of the picture that it refers to.

    Raises TooMuchForKmz, OSError (the disk is full), and what `progress` raises.
    """
    with TemporaryFile() as site_file, TemporaryFile() as state_file:
        sites, states = SpooledTexts(site_file), SpooledTexts(state_file)
        content = _Content(export, texts, rivers, sites, states)
        content.read(part_of(progress, 0.0, _READING))
        rest, written = part_of(progress, _READING, 1 - _READING), 0
        for piece in content.pieces():
            written += stream.write(piece)
            rest(written / (sites.size + states.size + written))
        return content.symbols.icons()


class _Content:
    """The content of a KML; placemarks are in files, because styles and folders, which come before them, are not
    known until the last site is read.
    """

    def __init__(self, export: SurveyExport, texts: KmlTexts, rivers: Sequence[RiverLine], sites: SpooledTexts,
                 states: SpooledTexts) -> None:
        self._export, self._texts, self._rivers = export, texts, rivers
        self._sites, self._states = sites, states
        self._order: dict[str, str] = {}  # of the folders of sites, by their names
        self.symbols = UsedSymbols()

    def read(self, progress: Progress) -> None:
        """Read all sites. Raises TooMuchForKmz, OSError, and what `progress` raises."""
        for site in self._export.sites(progress):
            name, folder = placemark_name(site), self._texts.folder(site)
            style = partial(self.symbols.style, site.kind)
            self._order[folder.name] = folder.order
            self._sites.add(folder.name, site_placemark(site, name, self._export, self._texts, folder.name,
                                                        style(site.state)))
            self._states.add(_ALL, "".join(state_placemarks(site, name, self._export, self._texts, style)))
            if self._sites.size + self._states.size > LARGEST:
                raise TooMuchForKmz()

    def pieces(self) -> Iterator[bytes]:
        """Yield the document."""
        yield self._beginning().encode("utf-8")
        yield _folder(self._texts.sites, opened=True)
        for name in sorted(self._sites.groups(), key=self._order.__getitem__):
            yield _folder(name)
            yield from self._sites.texts(name)
            yield _END
        yield _END
        yield _folder(self._texts.states, HIDDEN, self._texts.about_states)
        yield from self._states.texts(_ALL)
        yield _END
        if self._rivers:
            yield _folder(self._texts.river)
            yield from (river_placemark(line, self._export).encode("utf-8") for line in self._rivers)
            yield _END
        yield b"</Document></kml>\n"

    def _beginning(self) -> str:
        """Return what comes before the folders: what the document is, its legend and styles."""
        labels, icons = self._export.labels, self.symbols.icons()
        legend = ((icon, f"{labels.kind(kind)}: {labels.state(state)}") for (kind, state), icon in icons.items())
        about = lines_markup(self._texts.about) + legend_markup(legend)
        styles = (site_style(self.symbols.style(*symbol), icon,
                             CROSSING_LABEL if symbol[0] in CROSSING_KINDS else OTHER_LABEL)
                  for symbol, icon in icons.items())
        data = {"survey_id": self._export.survey_id, SCOPE: self._export.scope,
                AT: self._export.exported_at, "record": self._export.record}
        return "".join((_HEAD, f"<name>{xml_text(self._texts.title)}</name><open>1</open>{NO_SNIPPET}",
                        html_description(about), *styles, line_style(RIVER_STYLE, RIVER_COLOUR, RIVER_PIXELS),
                        extended_data(data)))


def _folder(name: str, visibility: str = "", about: Sequence[str] = (), opened: bool = False) -> bytes:
    description = f"{NO_SNIPPET}{html_description(lines_markup(about))}" if about else ""
    folder = f"<Folder><name>{xml_text(name)}</name>{visibility}<open>{int(opened)}</open>{description}\n"
    return folder.encode("utf-8")

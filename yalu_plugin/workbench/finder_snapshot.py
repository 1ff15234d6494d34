"""One search of everything, in any thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY

from yalu_plugin.core.imagery.image_files import image_name
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.imagery.zone_days import day_in, day_start, offset_name
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.search.found import COORDINATES, DAY, IMAGE, KM, PLACE, SITE, SOURCE, Found, in_order
from yalu_plugin.core.search.item_search import ItemSearch
from yalu_plugin.core.search.match_rank import EXACT
from yalu_plugin.core.value_labels import DATE_KIND_LABELS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import bundled_places, marked_county
from yalu_plugin.layers.coordinates import in_notation
from yalu_plugin.layers.display_names import kind_name, site_name

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measured_line import MeasuredLine
    from yalu_plugin.core.survey.columns.site_names import SiteNames

OF_A_KIND = 8  # results
LONGEST = 200  # characters of what is typed
TITLE = 80  # characters; names come from data
DAYS = 3  # with images, of a span


@dataclass(frozen=True)
class FinderSnapshot:
    """The survey at one moment; `line` is None without a river line that can be measured along."""

    sites: SiteNames | None
    chainages: Mapping[str, float]
    images: ItemSearch[Scene]
    sources: ItemSearch[Row]
    timeline: Timeline
    line: MeasuredLine | None

    @property
    def is_quick(self) -> bool:
        """Whether a search takes some milliseconds, so that it needs no other thread."""
        return self.images.is_quick and self.sources.is_quick

    def find(self, text: str) -> list[Found]:
        """Return the best results for a text, the best first."""
        text = text.strip()[:LONGEST]
        if not text:
            return []
        wanted = [one for one in bundled_places().spellings(text) if one]
        parts = (self._km(text), self._coordinates(text), self._days(text), self._places(text),
                 self._sites(wanted), self._images(wanted), self._sources(wanted))
        return in_order([one for part in parts for one in part])

    def _sites(self, wanted: list[str]) -> Iterator[Found]:
        for rank, row in self.sites.best(wanted, OF_A_KIND) if self.sites is not None else ():
            km = self.chainages.get(row["id"])
            retired = tr("retired on {day}").format(day=row["retired_on"]) if row["retired_on"] else ""
            detail = (kind_name(row["kind"]), "" if km is None else f"km {km:.2f}", retired)
            yield Found(SITE, rank, one_line(site_name(row), TITLE), _joined(detail), id=row["id"])

    def _places(self, text: str) -> Iterator[Found]:
        kinds = {"county": tr("county, its reach of the river"), "province": tr("province, its reach of the river"),
                 "river": tr("river"), "town": tr("town"), "village": tr("village"), "place": tr("place")}
        for rank, place, spelling in bundled_places().best(text, OF_A_KIND):
            title = place.name if spelling == place.name else f"{place.name} ({spelling})"
            yield Found(PLACE, rank, title, _joined((kinds[place.kind], place.source)), box=place.box)

    def _km(self, text: str) -> Iterator[Found]:
        from yalu_plugin.core.search.readings import km_in  # on first use: a start has 50 ms

        km = km_in(text)
        if km is None:
            return
        title = f"km {km:.2f}"
        if self.line is None:
            yield Found(KM, EXACT, title, tr("There is no river line to measure along: open a survey, or choose a line "
                                             "in the Corridor panel."))
            return
        point = self.line.point(km)
        if point is None:
            first, last = self.line.km_range()
            yield Found(KM, EXACT, title, tr("The river line runs from km {first:.2f} to {last:.2f}.").format(
                first=first, last=last))
            return
        place = self.line.place(*point)
        county = marked_county(place.county, place.county_certain) if place is not None else ""
        yield Found(KM, EXACT, title, _joined((tr("along the river line"), county)), box=(*point, *point))

    def _coordinates(self, text: str) -> Iterator[Found]:
        from yalu_plugin.core.search.readings import place_in

        found = place_in(text)
        if found is None:
            return
        along = self.line.place(found.lon, found.lat) if self.line is not None else None
        detail = (
            tr("coordinates, latitude first"), tr("read as longitude, latitude") if found.swapped else "",
            tr("as written in {datum}, which may be 500 m off: not shifted").format(datum=found.datum)
            if found.datum else "WGS 84", f"km {along.km:.2f}" if along is not None else "")
        yield Found(COORDINATES, EXACT, in_notation(QgsPointXY(found.lon, found.lat), "dd").text, _joined(detail),
                    box=(found.lon, found.lat, found.lon, found.lat))

    def _days(self, text: str) -> Iterator[Found]:
        from yalu_plugin.core.search.readings import days_in

        days = days_in(text)
        if days is None:
            return
        first, last = days
        where = self.timeline.zone
        begins = (day_in(where, scene.acquired_from) for scene in self.timeline.scenes
                  if scene.acquired_from is not None)
        shown = list(islice(dict.fromkeys(day for day in begins if first <= day <= last), DAYS)) if first < last else []
        for day in shown or [last]:
            images = len(self.timeline.at(day))
            count = tr("1 image") if images == 1 else tr("{n} images").format(n=images) if images else tr(
                "no image: the sites as of that day")
            yield Found(DAY, EXACT, f"{day} {offset_name(where, day_start(where, day))}", count, day=day)

    def _images(self, wanted: list[str]) -> Iterator[Found]:
        for rank, scene in self.images.best(wanted, OF_A_KIND):
            day = str(day_in(self.timeline.zone, scene.acquired_from)) if scene.acquired_from else tr("no date")
            kind = tr(DATE_KIND_LABELS[scene.date_kind]) if scene.date_kind in DATE_KIND_LABELS else ""
            yield Found(IMAGE, rank, one_line(image_name(scene.uri), TITLE),
                        _joined((tr("image"), day, kind, one_line(scene.platform, TITLE))), id=scene.id)

    def _sources(self, wanted: list[str]) -> Iterator[Found]:
        for rank, row in self.sources.best(wanted, OF_A_KIND):
            title = row["title"] or row["publisher"] or row["author"] or row["url"] or ""
            detail = (tr("source: its sites"), row["publisher"] or row["author"] or "", row["published_on"] or "")
            yield Found(SOURCE, rank, one_line(title, TITLE), one_line(_joined(detail), TITLE), id=row["id"])


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)

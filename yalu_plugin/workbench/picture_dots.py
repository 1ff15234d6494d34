"""The dots of a picture: samples, the dots found or clicked, their places, and writing them as sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.claims import largest_count
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.core.requirements import need_line_packages
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.picture_tying import PictureTying
from yalu_plugin.workbench.session import SurveySession
from yalu_plugin.workbench.single_task import SingleTask

if TYPE_CHECKING:
    from yalu_plugin.core.map_picture.dot import Area
    from yalu_plugin.core.map_picture.dot_sample import DotLook
    from yalu_plugin.layers.background import Background
    from yalu_plugin.layers.map_picture.picture_sites import PictureSite

HAND_RADIUS = 6.0  # pixels of a dot clicked by hand, where there is no sample of its kind
BY_HAND = 0.0  # Dot.seen of a dot clicked by hand: no outline was looked for


class NoSample(YaluError):
    """No dot was clicked as a sample."""

    template = translatable("Choose a kind and click one dot of it on the picture, then find the others.")


class NoSitesTicked(YaluError):
    """Nothing is selected to be written."""

    template = translatable("No site is ticked. Find the dots, or click them, and tick those to add.")


class StillPlacing(YaluError):
    """The dots are being found, or their places computed."""

    template = translatable("The dots are still being found or placed. Try again in a moment.")


class PictureDots(QObject):
    """Nothing is written before `write`. `report` is the row of the source that the picture is from."""

    samples_changed = pyqtSignal()  # or the area in which dots are searched
    sites_changed = pyqtSignal()
    error_occurred = pyqtSignal(object)

    def __init__(self, tying: PictureTying, session: SurveySession, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._tying, self._session, self._history = tying, session, history
        self.finding, self.placing = SingleTask(self), SingleTask(self)
        for task in (self.finding, self.placing):
            task.error_occurred.connect(self.error_occurred)
        self.looks: dict[str, DotLook] = {}
        self.area: Area | None = None
        self.sites: list[PictureSite] = []
        self.report: Row = {}
        tying.picture_changed.connect(self._reset)
        tying.changed.connect(self._place_all)

    def add_sample(self, kind: str, column: float, row: float) -> None:
        """Take the dot at a pixel as the sample of a kind.

        Raises NoPicture, NoDotHere, DotTooSmall and MissingPackages.
        """
        picture = self._tying.need_picture()
        need_line_packages()
        from yalu_plugin.core.map_picture.dot_sample import look_at

        self.looks[kind] = look_at(picture.pixels, column / picture.reduction, row / picture.reduction, kind)
        self.samples_changed.emit()

    def set_area(self, area: Area | None) -> None:
        """Search only in this part of the picture (left, top, right, bottom in pixels), or in all of it."""
        self.area = area
        self.samples_changed.emit()

    def find(self) -> None:
        """Find the dots that look like the samples, in a task. They replace those found before, not those clicked.

        Raises NoPicture and NoSample.
        """
        picture, looks = self._tying.need_picture(), list(self.looks.values())
        if not looks:
            raise NoSample()
        from yalu_plugin.layers.map_picture.picture_sites import PictureSite

        size = picture.reduction
        left, top, right, bottom = self.area or (0.0, 0.0, float(picture.width), float(picture.height))
        area = left / size, top / size, right / size, bottom / size

        def work(task: Background) -> list[PictureSite]:
            from yalu_plugin.core.map_picture.dot_finding import find_dots  # takes a while: not in the window

            return [PictureSite(dot.scaled(size)) for dot in find_dots(picture.pixels, looks, area, task.progress)]

        self.finding.run(tr("Finding dots"), work, self._set_found)

    def _set_found(self, found: list[PictureSite]) -> None:
        self._place([*found, *(site for site in self.sites if site.dot.seen == BY_HAND)])

    def add_dot(self, kind: str, column: float, row: float) -> None:
        """Add a dot clicked by hand. Raises NoPicture and MissingPackages."""
        picture = self._tying.need_picture()
        need_line_packages()
        from yalu_plugin.core.map_picture.dot import Dot
        from yalu_plugin.layers.map_picture.picture_sites import PictureSite

        radius = self.looks[kind].radius if kind in self.looks else HAND_RADIUS
        self._place([*self.sites, PictureSite(Dot(kind, column, row, radius * picture.reduction, BY_HAND))])

    def remove(self, numbers: Collection[int]) -> None:
        """Remove the dots with these numbers, counted from 0."""
        self._place([site for number, site in enumerate(self.sites) if number not in numbers])

    def include(self, number: int, included: bool) -> None:
        """Set whether the site with this number is to be written."""
        self.sites[number] = replace(self.sites[number], included=included)
        self.sites_changed.emit()

    def put_on_river(self, number: int, to_river: bool) -> None:
        """Set whether the site with this number is put on the river line."""
        self.sites[number] = replace(self.sites[number], to_river=to_river)
        self.sites_changed.emit()

    def reports(self) -> list[Row]:
        """Return the survey's sources; the one with the most published crossings is the first."""
        facts = self._session.facts
        if facts is None:
            return []
        largest = largest_count(facts.rows("claims")) or {}
        return sorted(facts.rows("sources"), key=lambda row: row["id"] != largest.get("source_id"))

    def counts(self) -> list[tuple[str, int, int | None]]:
        """Return kind, number of dots and number that the report states; see core.map_picture.published_counts."""
        from yalu_plugin.core.corridor.claim_scopes import read_scopes
        from yalu_plugin.core.map_picture.published_counts import compare_counts, published_counts

        claims = self._session.facts.rows("claims") if self._session.facts is not None else []
        scopes = {name: scope.counts for name, scope in read_scopes(resource("data")).items()}
        return compare_counts(Counter(site.dot.kind for site in self.sites),
                              published_counts(claims, scopes, self.report.get("id") or ""))

    def write(self) -> list[str]:
        """Write the ticked sites to the survey, as one change that can be undone; return their ids.

        Raises StillPlacing, NoPicture, NoSitesTicked, NoSurveyOpen, why there is no fit, and what `change` raises.
        """
        from yalu_plugin.layers.map_picture.picture_sites import picture_rows

        if self.placing.is_running or self.finding.is_running:
            raise StillPlacing()
        picture = self._tying.need_picture()
        rows = picture_rows(self.sites, picture, self._tying.need_fit(), self.report)
        if not rows:
            raise NoSitesTicked()
        delta = self._session.change("read off a picture", rows)
        text = tr("Read {n} sites off {file}").format(n=len(rows["sites"]), file=picture.path.name)
        self._history.push(text, delta)
        self._place_all()
        return [str(row["id"]) for row in rows["sites"]]

    def release(self) -> None:
        """Cancel what is running."""
        self.finding.release()
        self.placing.release()

    def _reset(self) -> None:
        self.release()
        self.looks, self.area, self.sites = {}, None, []
        self.samples_changed.emit()

    def _place_all(self) -> None:
        self._place(self.sites)

    def _place(self, sites: list[PictureSite]) -> None:
        """Compute where the sites are on the ground and what is near them, in a task."""
        from yalu_plugin.layers.map_picture.picture_sites import KNOWN_COLUMNS, NearestRiver, place_sites

        fit, facts = self._tying.fit, self._session.facts
        self.sites = [replace(site, place=None, accuracy_m=None, on_river=None) for site in sites]
        self.placing.release()
        self.sites_changed.emit()
        if fit is None or not sites:
            return
        known = facts.snapshot("sites", *KNOWN_COLUMNS) if facts is not None else list
        corridors = facts.rows("corridors") if facts is not None else []
        self.placing.run(tr("Placing dots"), lambda _task: place_sites(sites, fit, NearestRiver(corridors), known()),
                         self._set_sites)

    def _set_sites(self, sites: list[PictureSite]) -> None:
        self.sites = sites
        self.sites_changed.emit()

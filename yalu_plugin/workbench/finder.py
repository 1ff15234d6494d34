"""What can be found in the window: sites, places, kilometres, coordinates, days, images and sources."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.imagery.image_files import image_name
from yalu_plugin.core.imagery.item_address import item_in_file, web_address
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.core.search.item_search import ItemSearch
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.layers.display_names import unnamed_sites
from yalu_plugin.workbench.finder_snapshot import FinderSnapshot
from yalu_plugin.workbench.river import River
from yalu_plugin.workbench.river_places import RiverPlaces
from yalu_plugin.workbench.scenes import Scenes
from yalu_plugin.workbench.session import SurveySession


class Finder(QObject):
    """Takes snapshots of the open survey, which are searched in another thread."""

    def __init__(self, session: SurveySession, scenes: Scenes, river: River, places: RiverPlaces,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._scenes, self._river, self._places = session, scenes, river, places
        self._images: ItemSearch[Scene] | None = None
        self._sources: ItemSearch[Row] | None = None
        scenes.scenes_changed.connect(self._drop_images)
        session.facts_ready.connect(self._drop_sources)
        session.survey_changed.connect(self._drop_sources)
        session.changed.connect(self._apply)

    def snapshot(self) -> FinderSnapshot:
        """Return what can be found now; takes a millisecond at any size, because indexes are made on first use."""
        facts = self._session.facts
        if self._images is None:
            self._images = ItemSearch(list(self._scenes.by_id.values()), _image_texts)
        if self._sources is None:
            self._sources = ItemSearch(facts.rows("sources") if facts is not None else [], _source_texts)
        return FinderSnapshot(
            facts.all_sites.names(unnamed_sites()) if facts is not None else None, self._river.chainages,
            self._images, self._sources, self._scenes.timeline, self._places.line)

    def _drop_images(self) -> None:
        self._images = None

    def _drop_sources(self) -> None:
        self._sources = None

    def _apply(self, delta: Delta) -> None:
        if "sources" in delta.tables:
            self._drop_sources()


def _image_texts(scene: Scene) -> Iterator[str]:
    name = image_name(scene.uri)
    yield name
    yield name.rpartition(".")[0]
    item = item_in_file(scene.item_url)
    yield item.item if item else web_address(scene.item_url).rstrip("/").rpartition("/")[2]
    yield scene.id


def _source_texts(source: Row) -> Iterator[str]:
    yield from (source[key] or "" for key in ("publisher", "author", "title", "url"))

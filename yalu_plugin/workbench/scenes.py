"""The survey's images as scenes: all of them, the dated ones, and those in the timeline's filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.imagery.image_files import identity_uri
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import SceneFilter, skipped
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.imagery.zone_days import zone
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.layers.survey.images import add_images, scenes_of
from yalu_plugin.settings import DAY_ZONE, SAME_DAY, SCENES_KEPT
from yalu_plugin.workbench.session import SurveySession


class Scenes(QObject):
    """The scenes of the survey, kept up to date: a changed row replaces, removes or inserts one scene.

    `by_id` has every scene, `timeline` the dated ones, `steppable` those that stepping shows, `skipped` the ids of the
    others with the reason.
    """

    scenes_changed = pyqtSignal()
    filter_changed = pyqtSignal()  # stepping skips other scenes

    def __init__(self, session: SurveySession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.filter = SceneFilter()
        self.reset()
        session.facts_ready.connect(self._read)
        session.changed.connect(self._apply)

    def reset(self) -> None:
        """Clear the scenes when no survey is open."""
        self._index_scenes([])

    def _index_scenes(self, scenes: Sequence[Scene]) -> None:
        self.by_id = {scene.id: scene for scene in scenes}
        self._ids = _ids(scenes)
        self._undated = {scene.id: scene for scene in scenes if not scene.dated}
        together = SCENES_KEPT.value() if SAME_DAY.value() else 1
        self.timeline = Timeline(scenes, zone(DAY_ZONE.value()), together)
        self._apply_filter()

    def _apply_filter(self) -> None:
        self.skipped = skipped(self.timeline.scenes, self.filter)
        self.steppable = self.timeline.without(self.skipped) if self.skipped else self.timeline

    @property
    def undated(self) -> list[Scene]:
        """The scenes without a date: stepping does not reach them."""
        return list(self._undated.values())

    def dated(self, scene_id: str) -> Scene | None:
        """Return the dated scene with this id."""
        scene = self.by_id.get(scene_id)
        return scene if scene is not None and scene.dated else None

    def without_view_filter(self) -> Timeline:
        """Return the timeline of the filter without its condition on the map's view."""
        return self.timeline.without(skipped(self.timeline.scenes, self.filter._replace(view=None)))

    def of_collection(self, scene: Scene) -> list[Scene]:
        """Return the dated scenes of this scene's STAC collection."""
        from yalu_plugin.core.imagery.stac_scene import collection_address  # on first use: a start has 50 ms

        collection = collection_address(scene.item_url)
        return [one for one in self.timeline.scenes if one.item_url and collection_address(one.item_url) == collection]

    def add(self, scenes: Sequence[Scene]) -> int:
        """Add catalogued scenes to the survey; returns how many are new."""
        added = add_images(self._session.need_survey(), scenes, self.known(scenes))
        self._session.refresh()
        return added

    def known(self, scenes: Iterable[Scene]) -> dict[str, Row] | None:
        """As layers.survey.images.image_ids for these scenes, whatever CRS was assigned to them.

        None while the survey is being loaded.
        """
        self._session.refresh()  # another program may have added them
        facts = self._session.facts
        if facts is None:
            return None
        rows = {image: facts.row("images", self._ids[image]) for image in map(_image, scenes) if image in self._ids}
        return {image: {"id": row["id"], "sha256": row["sha256"]} for image, row in rows.items() if row}

    def has_dated(self, scene: Scene) -> bool:
        """Whether the survey has the image of this scene with a date."""
        return self.dated(self._ids.get(_image(scene), "")) is not None

    def set_filter(self, filter: SceneFilter) -> None:
        """Set the filter of the scenes that stepping shows."""
        before, self.filter = self.skipped, filter
        self._apply_filter()
        if self.skipped != before:
            self.filter_changed.emit()

    def apply_settings(self) -> None:
        """Apply the changed settings of the time zone and of grouping the scenes of a day."""
        self.set_scenes(list(self.by_id.values()))

    def set_scenes(self, scenes: Sequence[Scene]) -> None:
        """Set the survey's scenes."""
        self._index_scenes(scenes)
        self.scenes_changed.emit()

    def _read(self) -> None:
        self.set_scenes(scenes_of(self._session.need_facts().rows("images")))

    def _apply(self, delta: Delta) -> None:
        changes = delta.changes("images")
        if changes:
            self._replace_scenes([before["id"] for before, _ in changes if before],
                                 scenes_of([after for _, after in changes if after]))
            self.scenes_changed.emit()

    def _replace_scenes(self, ids: Sequence[str], new: Sequence[Scene]) -> None:
        """Replace the scenes with these ids by others."""
        old = [self.by_id[one] for one in ids if one in self.by_id]
        fresh = {scene.id: scene for scene in new}
        undated = {scene.id: scene for scene in new if not scene.dated}
        for scene in old:
            self.skipped.pop(scene.id, None)
            for scenes_by_id, after in ((self.by_id, fresh), (self._undated, undated)):
                if scene.id not in after:  # else it keeps its place
                    scenes_by_id.pop(scene.id, None)
        self.by_id.update(fresh)
        self._undated.update(undated)
        if set(map(_image, old)) <= set(map(_image, new)):
            for scene in new:
                self._ids.setdefault(_image(scene), scene.id)
        else:
            self._ids = _ids(self.by_id.values())
        self.timeline = self.timeline.changed(old, new)
        self.skipped.update(skipped((scene for scene in new if scene.dated), self.filter))
        self.steppable = self.steppable.changed(old, [scene for scene in new if scene.id not in self.skipped])


def _image(scene: Scene) -> str:
    return identity_uri(scene.uri)


def _ids(scenes: Iterable[Scene]) -> dict[str, str]:
    """The scene id of each image; of duplicates the first."""
    ids: dict[str, str] = {}
    for scene in scenes:
        ids.setdefault(_image(scene), scene.id)
    return ids

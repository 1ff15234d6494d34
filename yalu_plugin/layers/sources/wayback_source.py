"""Esri's World Imagery Wayback as a source: the releases that changed here, and when their pictures were taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.core import QgsFeedback, QgsGeometry, QgsPointXY, QgsRectangle

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_query import Box, SceneQuery
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.imagery.tile_grid import Tile, TileAddress, box_wkt, centre_of, screen_zoom, tiles_over
from yalu_plugin.core.imagery.wayback_releases import (
    Capture,
    Release,
    capture,
    last_change,
    metadata_address,
    release_scene,
    releases,
    tilemap_address,
)
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import ServiceRefused, Stopped, fetch_json
from yalu_plugin.layers.sources.image_source import ImageSource
from yalu_plugin.layers.sources.service_presets import WAYBACK
from yalu_plugin.layers.sources.tile_probe import NotAPicture, tile_digest

MAX_TILES = 4  # compared between releases; together they show the whole view
MAX_FAILED_QUERIES = 3  # metadata queries; after as many failures the others are skipped


class NoView(YaluError):
    """A search of tiles without an area."""

    template = translatable("Wayback is searched for a place. Show it on the map or give its area, then search again.")


class WaybackSource(ImageSource):
    """The releases listed at `address`; with `only_changed` without those that show the same as the previous one."""

    def __init__(self, only_changed: bool = True, address: str = WAYBACK) -> None:
        self._only_changed, self._address = only_changed, address
        self._problems: list[YaluError] = []
        self._unanswered = 0  # metadata queries

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Return the scenes of the view's releases. Raises NoView, NotWayback and any error of fetching the list."""
        if query.extent is None:
            raise NoView()
        self._problems, self._unanswered = [], 0
        scenes: list[Scene] = []
        try:
            published = releases(fetch_json(Request(self._address), feedback), self._address)
            selected = self._changed(published, query.extent, feedback) if self._only_changed else published
            for done, release in enumerate(selected, start=1):
                scenes.append(self._scene(release, query.extent, feedback))
                feedback.setProgress(50 + 50 * done / len(selected))
        except Stopped:
            feedback.cancel()
        found = [(scene, None) for scene in scenes if query.admits(scene)]
        return Catalogue.of(found, [Problem(None, error) for error in self._problems])

    def _changed(self, published: list[Release], box: Box, feedback: QgsFeedback) -> list[Release]:
        """Return the releases in which a tile of the view differs from the release before."""
        changed: set[int] = set()
        tiles = tiles_over(box, MAX_TILES)
        for done, tile in enumerate(tiles, start=1):
            changed |= changes_of_tile(published, partial(_last_change, tile=tile, feedback=feedback),
                                       partial(self._digest, tile=tile, feedback=feedback))
            feedback.setProgress(50 * done / len(tiles))
        return [release for release in published if release.number in changed]

    def _digest(self, release: Release, tile: Tile, feedback: QgsFeedback) -> str:
        """Return the tile's digest; one that cannot be fetched differs from all others, as it may have changed."""
        try:
            return tile_digest(TileAddress(release.template).of(tile), "", feedback)
        except (ServiceRefused, NotAPicture) as error:
            self._problems.append(error)
            return str(release.number)

    def _scene(self, release: Release, box: Box, feedback: QgsFeedback) -> Scene:
        """Return the release's scene, with the acquisition in the view's middle if the metadata service states it."""
        place, taken = centre_of(box), None
        if self._unanswered < MAX_FAILED_QUERIES:
            request = Request(metadata_address(release, screen_zoom(box), *place))
            try:
                taken = capture(fetch_json(request, feedback))
            except YaluError as error:
                self._unanswered += 1
                self._problems.append(error)
        return release_scene(release, taken, place, _footprint(taken, box))


def _last_change(release: Release, tile: Tile, feedback: QgsFeedback) -> int | None:
    return last_change(fetch_json(Request(tilemap_address(release, tile)), feedback), release)


def changes_of_tile(
    published: list[Release], last_changed: Callable[[Release], int | None], digest: Callable[[Release], str]
) -> set[int]:
    """Return the numbers of the releases (`published`, oldest first) in which a tile's picture changed.

    `last_changed` returns the latest release, up to the given one, in which the service renewed the tile: those between
    need not be fetched. A renewed tile may still be the same picture, so `digest` decides.
    """
    order = {release.number: index for index, release in enumerate(published)}
    renewed: list[Release] = []
    index = len(published) - 1
    while index >= 0:
        number = last_changed(published[index])
        if number is None:
            break
        index = min(order.get(number, index), index)
        renewed.append(published[index])
        index -= 1
    changed, before = set(), ""
    for release in reversed(renewed):
        shown = digest(release)
        if shown != before:
            changed.add(release.number)
        before = shown
    return changed


def _footprint(taken: Capture | None, box: Box) -> str:
    """Return the area of the scene's date: the part of the view that the picture covers in the middle, or the view."""
    view, middle = QgsGeometry.fromRect(QgsRectangle(*box)), QgsGeometry.fromPointXY(QgsPointXY(*centre_of(box)))
    for ring in taken.rings if taken else ():
        outline = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring]]).makeValid()
        for part in outline.intersection(view).asGeometryCollection():
            if part.intersects(middle) and part.area() > 0:
                return str(part.asWkt(6))
    return box_wkt(box)

"""The sites read off a picture: their places, what is near them, and the rows that the survey gets."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
)

from yalu_plugin.core.importing.place_index import PlaceIndex
from yalu_plugin.core.map_picture.touching_dots import touching
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.layouts.extents import utm_crs
from yalu_plugin.layers.survey.survey_sites import new_site, wgs84_measure

if TYPE_CHECKING:
    from yalu_plugin.core.map_picture.dot import Dot
    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_fit import PictureFit

_COPIED = ("publisher", "author", "published_on", "url", "licence", "attribution")  # from the report to the source
KNOWN_COLUMNS = ("fid", "name", "kind", "geom")  # of the survey's sites that place_sites needs
POINT = "Point ("
MAX_TO_RIVER_M = 5_000.0  # a dot farther from the river is not suggested to be on it


@dataclass(frozen=True)
class PictureSite:
    """A dot of the picture with its place on the ground.

    Attributes:
        dot: the dot, in pixels.
        place: in EPSG:4326, as the tie points give it; None before the picture is tied.
        accuracy_m: from its size and the residuals; None where the tie points leave no residuals.
        touching: how many dots touch here; 1 if it stands alone.
        near: name of a site of the survey within 150 m, and its distance in metres.
        on_river: the nearest place on the river line, and its distance in metres: a suggestion.
        to_river: whether the site is put there.
        included: whether it is to be written.
    """

    dot: Dot
    place: QgsPointXY | None = None
    accuracy_m: float | None = None
    touching: int = 1
    near: tuple[str, float] | None = None
    on_river: tuple[QgsPointXY, float] | None = None
    to_river: bool = False
    included: bool = True

    @property
    def written_place(self) -> QgsPointXY | None:
        """The place that the survey gets."""
        return self.on_river[0] if self.to_river and self.on_river is not None else self.place

    @property
    def written_accuracy_m(self) -> float | None:
        """The accuracy of the written place: not less than the distance it was moved."""
        if self.to_river and self.on_river is not None and self.accuracy_m is not None:
            return max(self.accuracy_m, self.on_river[1])
        return self.accuracy_m


class NearestRiver:
    """The river lines of a survey, for the nearest place on them."""

    def __init__(self, corridors: Iterable[Row]) -> None:
        self._lines = [QgsGeometry.fromWkt(row["geom"]) for row in corridors if row.get("geom")]
        box = QgsGeometry.collectGeometry(self._lines).boundingBox() if self._lines else None
        if box is None:
            return
        crs = utm_crs([QgsPointXY(box.xMinimum(), box.yMinimum()), QgsPointXY(box.xMaximum(), box.yMaximum())])
        self._to_metres = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs,
                                                 QgsCoordinateTransformContext())
        for line in self._lines:
            line.transform(self._to_metres)

    def nearest(self, place: QgsPointXY) -> tuple[QgsPointXY, float] | None:
        """Return the place on the river nearest to one of EPSG:4326, and the metres to it; None if it is far."""
        if not self._lines:
            return None
        here = QgsGeometry.fromPointXY(self._to_metres.transform(place))
        near = min((line.nearestPoint(here) for line in self._lines), key=here.distance)
        back = self._to_metres.transform(near.asPoint(), QgsCoordinateTransform.TransformDirection.ReverseTransform)
        metres = wgs84_measure().measureLine(place, back)
        return (back, metres) if metres <= MAX_TO_RIVER_M else None


def place_sites(sites: Sequence[PictureSite], fit: PictureFit, river: NearestRiver, known: Iterable[Row]
                ) -> list[PictureSite]:
    """Return the sites with place, accuracy and surroundings of this fit; `known` are the survey's sites.

    A dot that is found to be within 150 m of a known site is no longer included: it is probably that site.

    Raises:
        NoPlaceOnGround: a dot is where the tie points give no place.
    """
    located = [row for row in known if (row["geom"] or "").startswith(POINT)]
    index = PlaceIndex()
    for row in located:
        index.add(*lonlat_of(row["geom"]))
    accuracies = fit.accuracies_m([(site.dot.column, site.dot.row, site.dot.radius) for site in sites])
    placed = []
    for site, accuracy_m, together in zip(sites, accuracies, touching([site.dot for site in sites])):
        place = fit.lonlat(site.dot.column, site.dot.row)
        nearest = next(iter(index.within(place.x(), place.y())), None)
        near = (site_name(located[nearest[1]]), nearest[0]) if nearest is not None else None
        placed.append(replace(site, place=place, accuracy_m=accuracy_m, touching=together, near=near,
                              on_river=river.nearest(place),
                              included=site.included and (near is None or site.near is not None)))
    return placed


def picture_rows(sites: Sequence[PictureSite], picture: MapPicture, fit: PictureFit, report: Row) -> Rows:
    """Return the rows of the included sites and of their source, a picture in `report` (a row of sources)."""
    source = {**{name: report.get(name) for name in _COPIED}, "id": str(uuid.uuid4()), "title": tr(
        "Read off the picture {file}: {report}").format(file=picture.path.name, report=report.get("title") or "")}
    rows = []
    for site in sites:
        if site.included and site.written_place is not None:
            (row,) = new_site(site.written_place, site.dot.kind, None)["sites"]
            source["accessed_on"] = row["created_at"][:10]
            rows.append({**row, "source_id": source["id"], "location_accuracy_m": site.written_accuracy_m,
                         "source_ref": f"pixel {site.dot.column:.1f}, {site.dot.row:.1f}",
                         "note": _note(site, picture, fit)})
    return {"sources": [source], "sites": rows} if rows else {}


def _note(site: PictureSite, picture: MapPicture, fit: PictureFit) -> str:
    """Return what was done: file, pixel, tie points and residuals, and what else is to be known of the place."""
    texts = [tr("Read off the picture {file} at pixel {column:.1f}, {row:.1f}: {transformation}, {n} tie points, RMS "
                "residual {rms:.0f} m, SHA-256 {sha256}.").format(
        file=picture.path.name, column=site.dot.column, row=site.dot.row, n=len(fit.points), rms=fit.rms_m,
        transformation=tr(fit.transformation.label), sha256=picture.sha256)]
    if picture.pages > 1:
        texts.append(tr("Page {page}.").format(page=picture.page))
    if site.accuracy_m is None:
        texts.append(tr("The accuracy is not known: no tie point was left over to check the others."))
    if site.touching > 1:
        texts.append(tr("{n} dots touch here.").format(n=site.touching))
    if site.to_river and site.on_river is not None:
        texts.append(tr("Moved {metres:.0f} m to the river line.").format(metres=site.on_river[1]))
    return " ".join(texts)

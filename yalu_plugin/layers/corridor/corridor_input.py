"""QGIS layers and the bundled river converted to the input of the corridor's measures, by this module only.

Importing it is cheap: numpy, shapely and geopandas are imported when a function is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFeedback,
    QgsGeometry,
    QgsLayerMetadata,
    QgsVectorLayer,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.published import Row
from yalu_plugin.core.requirements import need_geopandas, need_line_packages
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.site_name import name_shown
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.survey.retired import as_of, is_retired
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.corridor.county_breaks import bundled_breaks
from yalu_plugin.layers.display_names import unnamed_sites
from yalu_plugin.layers.survey.open import plain_value
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    import geopandas
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.survey.survey import Survey

WGS84 = "EPSG:4326"
PREFERRED_WKT = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
SITE_FIELDS = ("id", "site_id", "name", "kind", "retired_on")
ORIGIN_FIELDS = ("name", "source", "licence", "attribution")


class DatumMissing(YaluError):
    """The site that chainage is counted from was deleted, or has no place."""

    template = translatable("The site chosen as datum is not in the survey any more. Choose another datum.")


class LayerWithoutCrs(YaluError):
    """Places whose coordinates mean nothing without a CRS."""

    template = translatable("The layer {layer} has no coordinate reference system. Set the CRS of the layer.")


@lru_cache(maxsize=1)
def bundled_corridor() -> Corridor:
    """Return the bundled river line. Raises MissingPackages."""
    need_line_packages()
    from yalu_plugin.core.corridor.line import read_bundled

    return read_bundled(resource("data", "yalu_river.geojson"))


def corridor_from_layer(
    source: QgsFeatureSource, context: QgsCoordinateTransformContext, bridge: bool = False,
    metadata: QgsLayerMetadata | None = None,
) -> Corridor:
    """Return the one river line in a layer or source, in any CRS; `context` has the user's transformations.

    All features together make the line, over gaps between them only with `bridge`. For name, source, licence and
    attribution see line_origin. The direction is checked against the bundled river; on another river it is what the
    field direction of the first feature states, or else downstream. Raises MissingPackages, CorridorWithoutCrs,
    CorridorNotALine, CorridorTooShort, CorridorInParts, CorridorForks, NotTransformable.
    """
    need_line_packages()
    from yalu_plugin.core.corridor.direction import direction_of
    from yalu_plugin.core.corridor.line import Corridor, CorridorWithoutCrs, line_lonlat

    crs = source.sourceCrs()
    if not crs.isValid():
        raise CorridorWithoutCrs()
    features = list(source.getFeatures())
    to_wgs84 = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), context)
    lonlat, bridged_m = line_lonlat(_line(features, to_wgs84), WGS84, bridge)
    stated = str(_values(features[0], ("direction",)).get("direction") or "")
    return Corridor(lonlat, **line_origin(features[0], metadata, source.sourceName()), bridged_m=bridged_m,
                    direction=direction_of(lonlat, stated, bundled_corridor()))


def line_origin(first: QgsFeature, metadata: QgsLayerMetadata | None, layer_name: str) -> dict[str, str]:
    """Return a line's name, source, licence and attribution: ORIGIN_FIELDS, empty where not stated.

    Each is from the first feature's field of that name, or else from the layer's metadata: title, first link, licences,
    rights. A line without a name has the layer's.
    """
    in_fields = {name: str(value or "") for name, value in _values(first, ORIGIN_FIELDS).items()}
    in_metadata = {} if metadata is None else {
        "name": metadata.title(), "source": next((link.url or link.name for link in metadata.links()), ""),
        "licence": ", ".join(metadata.licenses()), "attribution": ", ".join(metadata.rights())}
    origin = {name: in_fields.get(name) or in_metadata.get(name, "") for name in ORIGIN_FIELDS}
    return {**origin, "name": origin["name"] or layer_name}


def sites_frame(source: QgsFeatureSource, feedback: QgsFeedback | None = None) -> geopandas.GeoDataFrame:
    """Return id, name, kind, place and retirement (today) of the features of a layer or source, in its own CRS.

    Unnamed sites of a survey are named as everywhere (core.site_name), and a column states whether their kind is a
    crossing; in other lists the words of the kind decide. Stops early when `feedback` is cancelled. Raises
    MissingPackages and LayerWithoutCrs.
    """
    if not source.sourceCrs().isValid():
        raise LayerWithoutCrs(layer=source.sourceName())
    need_geopandas()
    import geopandas
    import shapely

    columns = [name for name in SITE_FIELDS if source.fields().lookupField(name) >= 0]
    request = QgsFeatureRequest().setSubsetOfAttributes([source.fields().lookupField(name) for name in columns])
    unnamed = unnamed_sites() if set(TABLE["sites"].column_names) <= set(source.fields().names()) else None
    rows: list[list[Any]] = []
    geometry: list[bytes | None] = []
    total = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures(request)):
        if feedback is not None:
            if feedback.isCanceled():
                break
            feedback.setProgress(50 * number / total)
        values = _values(feature, columns)
        if unnamed is not None:
            values["name"] = name_shown({**values, "fid": feature.id()}, unnamed)
        rows.append(list(values.values()))
        geometry.append(flat_wkb(feature.geometry()) if feature.hasGeometry() else None)
    attributes = {name: [row[k] for row in rows] for k, name in enumerate(columns)}
    if "retired_on" in attributes:
        attributes["retired"] = [is_retired({"retired_on": str(day or "")}, as_of(None)) for day in
                                 attributes.pop("retired_on")]
    if unnamed is not None:
        attributes["crossing"] = [kind in CROSSING_KINDS for kind in attributes["kind"]]
    return geopandas.GeoDataFrame(
        attributes, geometry=shapely.from_wkb(geometry), crs=source.sourceCrs().toWkt(PREFERRED_WKT))


def measure_along(
    sites: geopandas.GeoDataFrame, corridor: Corridor, datum: tuple[float, float] | None = None
) -> Measured:
    """Measure sites along a corridor, with the bundled county reaches, for both panel and algorithm.

    See core.corridor.measure.measure for the datum (longitude, latitude) and for errors.
    """
    need_geopandas()
    from yalu_plugin.core.corridor.counties import reaches_along
    from yalu_plugin.core.corridor.measure import measure

    return measure(sites, corridor, datum, reaches_along(corridor, bundled_breaks()))


def line_or_bundled(layer: QgsVectorLayer | None, bridge: bool = False) -> Corridor:
    """Return the river line in a layer, or the bundled one. Raises any error of corridor_from_layer."""
    if layer is None:
        return bundled_corridor()
    return corridor_from_layer(layer, layer.transformContext(), bridge, layer.metadata())


def measure_survey(survey: Survey, corridor: QgsVectorLayer | None, day: date) -> Measured:
    """Measure a survey's crossings along a line layer or the bundled river.

    Those retired by the UTC `day` are left out. Raises any error of corridor_from_layer and measure_along.
    """
    return measure_sites(survey.rows("sites"), line_or_bundled(corridor), day)


def measure_sites(
    sites: Sequence[Row], corridor: Corridor, day: date, datum_id: str = "", only: Sequence[str] | None = None
) -> Measured:
    """Measure the crossings among a survey's sites, or among those with the ids in `only`. Safe in any thread.

    Those retired by the UTC `day` do not count. Chainage is counted from the site with the id `datum_id`, if given.
    Raises DatumMissing and any error of measure_along.
    """
    need_geopandas()
    import geopandas
    import shapely

    datum = datum_place(sites, datum_id) if datum_id else None
    if only is not None:
        chosen = set(only)
        sites = [site for site in sites if site["id"] in chosen]
    unnamed = unnamed_sites()
    columns = {"id": [site["id"] for site in sites], "name": [name_shown(site, unnamed) for site in sites],
               "kind": [site["kind"] for site in sites], "retired": [is_retired(site, day) for site in sites],
               "crossing": [site["kind"] in CROSSING_KINDS for site in sites]}
    frame = geopandas.GeoDataFrame(columns, geometry=shapely.from_wkt([site.get("geom") for site in sites]), crs=WGS84)
    return measure_along(frame, corridor, datum)


def datum_place(sites: Iterable[Row], datum_id: str) -> tuple[float, float]:
    """Return longitude and latitude of the site that chainage is counted from. Raises DatumMissing."""
    site = next((site for site in sites if site["id"] == datum_id and site.get("geom")), None)
    if site is None:
        raise DatumMissing()
    return lonlat_of(site["geom"])


def _line(features: list[QgsFeature], to_wgs84: QgsCoordinateTransform) -> BaseGeometry | None:
    """Return the lines of all features as one geometry in WGS 84, or a shape that is no line, to be refused."""
    import shapely

    from yalu_plugin.core.corridor.line import WHAT
    from yalu_plugin.core.corridor.lonlat import NotTransformable

    lines: list[LineString] = []
    for geometry in (feature.geometry() for feature in features if feature.hasGeometry()):
        straight = QgsGeometry(geometry.constGet().segmentize())
        try:
            straight.transform(to_wgs84)
        except QgsCsException as error:
            crs = to_wgs84.sourceCrs().userFriendlyIdentifier()
            raise NotTransformable(str(error), what=WHAT, crs=crs) from error
        shape = shapely.from_wkb(flat_wkb(straight))
        if shape.geom_type not in ("LineString", "MultiLineString"):
            return shape
        lines.extend(shapely.get_parts(shape))
    return shapely.multilinestrings(lines) if lines else None


def _values(feature: QgsFeature, names: Sequence[str]) -> dict[str, Any]:
    """Return a feature's values of those fields that it has, None for NULL."""
    found = {name: feature.fields().lookupField(name) for name in names}
    return {name: plain_value(feature.attribute(index)) for name, index in found.items() if index >= 0}


def flat_wkb(geometry: QgsGeometry) -> bytes:
    """Return WKB without Z and M, which no measure uses and not every shapely reads."""
    flat = geometry.constGet().clone()
    flat.dropZValue()
    flat.dropMValue()
    return bytes(flat.asWkb())

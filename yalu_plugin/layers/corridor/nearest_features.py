"""Distance of crossings to the nearest bridge, road, gate or staging area: any layer of points, lines or areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureSource,
    QgsFeedback,
    QgsGeometry,
)

from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.layers.corridor.corridor_input import WGS84, LayerWithoutCrs, flat_wkb
from yalu_plugin.layers.survey.open import plain_value
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    import geopandas
    import pandas

    from yalu_plugin.core.corridor.measure import Measured


def nearest_in_layer(measured: Measured, source: QgsFeatureSource, context: QgsCoordinateTransformContext,
                     feedback: QgsFeedback | None = None) -> pandas.DataFrame:
    """Return the layer's feature nearest to each measured crossing; see core.corridor.nearest_feature.nearest_feature.

    Raises any error of nearest_feature and features_frame.
    """
    need_geopandas()
    from yalu_plugin.core.corridor.nearest_feature import nearest_feature

    return nearest_feature(measured.table, features_frame(source, context, feedback))


def nearest_official(measured: Measured) -> pandas.DataFrame:
    """Return the bundled official crossing nearest to each one, as in `nearest_in_layer`. Raises MissingPackages."""
    need_geopandas()
    import geopandas
    import pandas

    from yalu_plugin.core.corridor.nearest_feature import nearest_feature

    rows = pandas.read_csv(resource("data", "official_crossings.csv"))
    bridges = geopandas.GeoDataFrame(
        {"name": rows["name_en"]}, geometry=geopandas.points_from_xy(rows["lon"], rows["lat"]), crs=WGS84)
    return nearest_feature(measured.table, bridges)


def features_frame(source: QgsFeatureSource, context: QgsCoordinateTransformContext,
                   feedback: QgsFeedback | None = None) -> geopandas.GeoDataFrame:
    """Return name (if there is such a field) and shape of a layer's features, in EPSG:4326, by feature id.

    Stops early when `feedback` is cancelled. Raises MissingPackages, LayerWithoutCrs, NotTransformable.
    """
    need_geopandas()
    import geopandas
    import shapely

    from yalu_plugin.core.corridor.lonlat import NotTransformable

    if not source.sourceCrs().isValid():
        raise LayerWithoutCrs(layer=source.sourceName())
    to_wgs84 = QgsCoordinateTransform(source.sourceCrs(), QgsCoordinateReferenceSystem(WGS84), context)
    name = source.fields().lookupField("name")
    ids, names, shapes = [], [], []
    for feature in source.getFeatures():
        if feedback is not None and feedback.isCanceled():
            break
        if not feature.hasGeometry():
            continue
        shape = QgsGeometry(feature.geometry().constGet().segmentize())
        try:
            shape.transform(to_wgs84)
        except QgsCsException as error:
            crs = source.sourceCrs().userFriendlyIdentifier()
            raise NotTransformable(str(error), what=source.sourceName(), crs=crs) from error
        ids.append(feature.id())
        names.append(str(plain_value(feature.attribute(name)) or "") if name >= 0 else "")
        shapes.append(flat_wkb(shape))
    return geopandas.GeoDataFrame({"name": names}, geometry=shapely.from_wkb(shapes), crs=WGS84, index=ids)

"""Coordinate reference systems that outlive the thread in which QGIS created them.

QGIS 3.40 stores the PROJ object of a CRS with the thread that used it first, and deletes it when that thread ends, 30 s
after its last task. The CRS is still valid then, but threads that have not used it before no longer transform anything:
coordinates stay as they are, and layers vanish from the map. A CRS created on the main thread persists.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsMapLayer

_persistent: dict[tuple[str, str], QgsCoordinateReferenceSystem] = {}  # created on the main thread, by WKT and epoch


def crs_wkt(layer: QgsMapLayer) -> str:
    """Return the layer's CRS as WKT, empty without one; to be called in the thread that opened the layer."""
    return str(layer.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))


def drop_thread_crs() -> None:
    """Have each CRS recreated by this thread, the main thread.

    QGIS would share those of another thread, and pages drawn after that thread's end would have empty maps.
    """
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()


def set_persistent_crs(layer: QgsMapLayer, wkt: str) -> None:
    """Set the CRS of a layer that another thread opened to one created in this thread, the main thread.

    `wkt`: from `crs_wkt`, called in that thread. QGIS' cache is cleared, as it would share the other thread's CRS with
    further layers.
    """
    crs = layer.crs()
    if not wkt:
        return
    key = wkt, str(crs.coordinateEpoch())  # as text: it is mostly NaN, which does not equal itself
    QgsCoordinateReferenceSystem.invalidateCache()
    if key not in _persistent:
        QgsCoordinateTransform.invalidateCache()
        created = (QgsCoordinateReferenceSystem(crs.authid()) if crs.authid()
                   else QgsCoordinateReferenceSystem.fromWkt(wkt))
        created.setCoordinateEpoch(crs.coordinateEpoch())
        _persistent[key] = created
    layer.setCrs(_persistent[key])

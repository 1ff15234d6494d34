"""Coordinate reference systems that outlive the thread in which QGIS made them.

QGIS 3.40 keeps what PROJ made of a CRS with the thread that asked for it first, and throws it away when that thread
ends, 30 s after its last task. The CRS still counts as valid then, but threads that had not used it before transform
nothing any more: coordinates stay as they are, and layers vanish from the map. What is made in the main thread lasts.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsMapLayer

_lasting: dict[tuple[str, str], QgsCoordinateReferenceSystem] = {}  # made in the main thread, by WKT and epoch


def described(layer: QgsMapLayer) -> str:
    """The layer's CRS as WKT, empty without one; to be asked in the thread that opened the layer."""
    return str(layer.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))


def forget_crs_of_threads() -> None:
    """Have what is made of a CRS in this thread, the main thread, made by it: QGIS hands out what another thread made,
    and pages drawn after that thread's end have nothing on their maps.
    """
    QgsCoordinateReferenceSystem.invalidateCache()
    QgsCoordinateTransform.invalidateCache()


def give_lasting_crs(layer: QgsMapLayer, wkt: str) -> None:
    """Give a layer that came from another thread its CRS, of which that thread said `wkt`, made in this one: the main
    thread. QGIS forgets the one it has, or would give it to other layers too.
    """
    crs = layer.crs()
    if not wkt:
        return
    key = wkt, str(crs.coordinateEpoch())  # mostly "nan", which is not itself
    QgsCoordinateReferenceSystem.invalidateCache()
    if key not in _lasting:
        QgsCoordinateTransform.invalidateCache()
        made = QgsCoordinateReferenceSystem(crs.authid()) if crs.authid() else QgsCoordinateReferenceSystem.fromWkt(wkt)
        made.setCoordinateEpoch(crs.coordinateEpoch())
        _lasting[key] = made
    layer.setCrs(_lasting[key])

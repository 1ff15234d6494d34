"""Layers opened in another thread, used long after that thread has ended."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

# one place in EPSG:3035, EPSG:3857 and EPSG:32634
PLACE, ON_THE_WEB_MAP, UTM = (5272482.6, 2532504.2), (2465973, 5653819), (590488, 5006346)


@pytest.fixture
def opened(qgis_app: Any, data: Path) -> Any:
    """A scene in EPSG:3035 opened in the background, in a thread that has ended."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QEventLoop, QObject, QTimer

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.imagery.scene_opening import SceneOpener

    pool = QgsApplication.taskManager().threadPool()
    scene = catalogue(data / "s2_romania", read_raster).scenes[0]
    parent, loop, got = QObject(), QEventLoop(), []
    opener = SceneOpener(parent)

    def record(one: Any) -> None:
        got.append(one)
        moved(one.layer.crs(), "EPSG:3857")  # as drawing does
        loop.quit()

    opener.opened.connect(record)
    opener.open(scene, {})
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    assert pool.waitForDone(60_000)  # its threads have ended and are deleted
    return got[0]


def moved(crs: Any, there: str) -> tuple[int, int]:
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsPointXY,
    )

    shift = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(there), QgsCoordinateTransformContext())
    point = shift.transform(QgsPointXY(*PLACE))
    return round(point.x()), round(point.y())


def test_the_layer_is_placed_right_in_every_thread(opened: Any) -> None:
    assert opened.layer.crs().authid() == "EPSG:3035"
    assert moved(opened.layer.crs(), "EPSG:3857") == pytest.approx(ON_THE_WEB_MAP, abs=1)
    elsewhere: list[tuple[int, int]] = []
    other = threading.Thread(target=lambda: elsewhere.append(moved(opened.layer.crs(), "EPSG:3857")))
    other.start()
    other.join()
    assert elsewhere[0] == pytest.approx(ON_THE_WEB_MAP, abs=1)


def test_other_layers_get_that_crs_intact(opened: Any) -> None:
    from qgis.core import QgsRasterLayer

    again = QgsRasterLayer(opened.scene.uri, "again", "gdal")
    assert moved(again.crs(), "EPSG:32634") == pytest.approx(UTM, abs=1)

"""The Counting panel on a SYNTHETIC image with pixels of half a metre at Samsu, and helpers to click on its map."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable

import pytest

WEST, NORTH, PIXELS, GSD = 418000.0, 4572000.0, 400, 0.5  # EPSG:32652


def made_image(path: Path) -> Path:
    """A SYNTHETIC slope from dark to light."""
    import numpy as np
    from osgeo import gdal, osr

    dataset = gdal.GetDriverByName("GTiff").Create(str(path), PIXELS, PIXELS, 1)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32652)
    dataset.SetProjection(crs.ExportToWkt())
    dataset.SetGeoTransform((WEST, GSD, 0, NORTH, 0, -GSD))
    dataset.GetRasterBand(1).WriteArray(np.add.outer(np.arange(PIXELS), np.arange(PIXELS)) // 8 + 80)
    return path


def lonlat(east: float, south: float) -> tuple[float, float]:
    """The longitude and latitude of a place in metres from the image's corner."""
    from pyproj import Transformer

    to_lonlat = Transformer.from_crs("EPSG:32652", "EPSG:4326", always_xy=True)
    lon, lat = to_lonlat.transform(WEST + east, NORTH - south)
    return float(lon), float(lat)


def a_scene(path: Path, scene_id: str, **more: Any) -> Any:
    from yalu_plugin.core.imagery.scene import Scene

    time, side = datetime(2025, 7, 30, 2, tzinfo=timezone.utc), PIXELS * GSD
    corners = [lonlat(*corner) for corner in ((0, 0), (side, 0), (side, side), (0, side), (0, 0))]
    footprint = f"POLYGON (({', '.join(f'{x!r} {y!r}' for x, y in corners)}))"
    return Scene(scene_id, str(path), **{"acquired_from": time, "acquired_to": time, "date_kind": "acquired",
                                         "date_source": "filename", "platform": "made", "gsd_m": GSD,
                                         "synthetic": True, "footprint_wkt": footprint, **more})


@pytest.fixture
def counter(window: Any, bench: Any, messages: Any, actions: Any, qgis_app: Any, tmp_path: Path,
            wait_for: Callable[..., None], qt: Any, bar_texts: Any) -> Any:
    """The dock with the scene on screen, and helpers to click at metres from the corner of the image."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
    from qgis.PyQt.QtCore import QObject
    from qgis.PyQt.QtWidgets import QPushButton

    from yalu_plugin.gui.counting.counting_dock import CountingDock
    from yalu_plugin.gui.map_coordinates import from_lonlat

    bench.scenes.add([a_scene(made_image(tmp_path / "SYNTHETIC_20250730.tif"), "a")])
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32652"))
    bench.imagery.show(bench.scenes.by_id["a"])
    side = PIXELS * GSD
    window.canvas.setExtent(QgsRectangle(WEST, NORTH - side, WEST + side, NORTH))
    dock = CountingDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(qt.Qt.DockWidgetArea.RightDockWidgetArea, dock)
    bench.counts.activate()
    qgis_app.processEvents()
    view = window.canvas.viewport()

    def pixel(east: float, south: float) -> Any:
        place = from_lonlat(window.canvas).transform(QgsPointXY(*lonlat(east, south)))
        return window.canvas.getCoordinateTransform().transform(place).toQPointF().toPoint()

    left, none = qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.NoModifier

    def click(east: float, south: float) -> None:
        qt.QTest.mouseMove(view, pixel(east, south))
        qt.QTest.mouseClick(view, left, none, pixel(east, south))
        qgis_app.processEvents()

    def drag(start: Any, end: Any) -> None:
        qt.QTest.mousePress(view, left, none, pixel(*start))
        qt.QTest.mouseMove(view, pixel(*end))
        qt.QTest.mouseRelease(view, left, none, pixel(*end))
        qgis_app.processEvents()

    def key(name: str) -> None:
        qt.key(window.canvas, getattr(qt.Qt.Key, f"Key_{name}"))
        qgis_app.processEvents()

    def draw(*corners: Any) -> None:
        actions.by_name["draw_area"].trigger()
        for corner in corners:
            click(*corner)

    def labels() -> list[str]:
        rows = bench.session.survey.rows("marks")
        assert sorted(row["id"] for row in bench.session.facts.rows("marks")) == sorted(row["id"] for row in rows)
        return [row["label"] for row in rows]

    def answer(text: str) -> None:
        next(one for one in window.bar.findChildren(QPushButton) if one.text() == text).click()
        qgis_app.processEvents()

    yield SimpleNamespace(answer=answer, bench=bench, dock=dock, actions=actions.by_name, click=click, drag=drag,
                          key=key, draw=draw, labels=labels, bar_texts=bar_texts, window=window,
                          pixel=pixel, view=view, qt=qt, find=lambda name: dock.findChild(QObject, name),
                          events=qgis_app.processEvents)
    dock.release()


@pytest.fixture
def started(counter: Any) -> Any:
    """`counter` with an area of 100 m by 100 m and a started count."""
    counter.draw((20, 20), (120, 20), (120, 120), (20, 120))
    counter.key("Return")
    counter.actions["begin_count"].trigger()
    counter.events()
    return counter

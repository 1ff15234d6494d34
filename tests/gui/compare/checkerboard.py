"""Run by test_pixels.py with Qt's scale factor set: compares a checkerboard with itself and counts changed pixels.

Arguments: a folder to write to. Prints JSON: the device pixel ratio, and the differences by CRS and rotation.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRectangle,
    QgsTemporalNavigationObject,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from synthetic_scenes import GSD_M, NORTH, SIZE, WEST, made_scene

from yalu_plugin.gui.compare.compare_mode import CompareMode
from yalu_plugin.gui.compare.comparison import Comparison
from yalu_plugin.gui.messages import Messages
from yalu_plugin.workbench import Workbench

MODES = (CompareMode.VERTICAL, CompareMode.HORIZONTAL, CompareMode.BLINK)


def wait(condition):
    end = time.monotonic() + 20
    while not condition():
        if time.monotonic() > end:
            sys.exit("waited in vain")
        QgsApplication.processEvents()
        time.sleep(0.002)


def picture(canvas, hidden):
    """Return the pixels of the map, without those of handle and labels."""
    image = canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for box in hidden:
        painter.fillRect(box, QColor("red"))
    painter.end()
    return image


def changed(one, other):
    assert one.size() == other.size()
    pairs = ((one.pixel(x, y), other.pixel(x, y)) for x in range(one.width()) for y in range(one.height()))
    return sum(a != b for a, b in pairs)


def look_at_the_board(canvas, crs, rotation):
    box = QgsRectangle(WEST, NORTH - SIZE * GSD_M, WEST + SIZE * GSD_M, NORTH).scaled(0.4)
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:32652"), crs, QgsProject.instance())
    canvas.setDestinationCrs(crs)
    canvas.setRotation(rotation)
    canvas.setExtent(to_map.transformBoundingBox(box))
    canvas.refresh()
    wait(lambda: canvas.isDrawing())
    wait(lambda: not canvas.isDrawing())


def differences(canvas, bench, comparison, scene, mode):
    bench.imagery.compare_with(scene)
    comparison.set_mode(mode)
    wait(lambda: comparison.on_map.item.picture is not None)
    assert comparison.on_map.item.picture.image.devicePixelRatio() == canvas.devicePixelRatioF()
    comparison.on_map.item.position = 0.7
    comparison.show_compared(mode is CompareMode.BLINK)
    QgsApplication.processEvents()
    handle = comparison.on_map.item.handle()
    hidden = [box.toAlignedRect().adjusted(-2, -2, 2, 2) for box, _ in comparison.on_map.item.labels()]
    hidden += [handle.adjusted(-12, -12, 12, 12)] if handle else []
    with_picture = picture(canvas, hidden)
    comparison.set_mode(CompareMode.OFF)
    QgsApplication.processEvents()
    without = picture(canvas, hidden)
    colours = {without.pixel(x, y) for x in range(0, 300, 7) for y in range(0, 300, 7)}
    assert len(colours - {QColor("red").rgb()}) > 1, "there is no checkerboard to be seen"
    return changed(with_picture, without)


def main() -> None:
    app = QgsApplication([], True)
    app.initQgis()
    project, canvas, bar = QgsProject.instance(), QgsMapCanvas(), QgsMessageBar()
    canvas.resize(421, 333)  # odd, so that a ratio of 1.5 does not come out even
    canvas.show()
    scene = made_scene(Path(sys.argv[1]), "2023-06-10")
    bench = Workbench(project, QgsTemporalNavigationObject())
    comparison = Comparison(bench, Messages(bar), canvas, canvas)
    bench.imagery.show(scene)
    canvas.setLayers([*project.mapLayers().values()])
    found = SimpleNamespace(ratio=canvas.devicePixelRatioF(), changed={})
    for epsg in (32652, 3857, 4326):
        for rotation in (0, 30):
            look_at_the_board(canvas, QgsCoordinateReferenceSystem(f"EPSG:{epsg}"), rotation)
            for mode in MODES:
                found.changed[f"{epsg} {rotation} {mode.value}"] = differences(canvas, bench, comparison, scene, mode)
    print(json.dumps(vars(found)))
    sys.stdout.flush()
    os._exit(0)  # without QGIS' long farewell


main()

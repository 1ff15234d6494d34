"""Fixtures for all panels: a published survey in a project, a map, QGIS' message bar, and a window."""

from __future__ import annotations

import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def fail_on_slot_errors() -> Iterator[None]:
    """Fail the test if a Qt slot raised an exception, which would otherwise pass unnoticed."""
    errors: list[str] = []
    hook = sys.excepthook
    sys.excepthook = lambda *error: errors.append("".join(traceback.format_exception(*error)))
    yield
    sys.excepthook = hook
    if errors:
        pytest.fail("\n".join(errors))


@pytest.fixture
def window(qgis_app: Any) -> Iterator[Any]:
    """A main window with a map (EPSG:3857) and a message bar as `canvas` and `bar`."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject
    from qgis.gui import QgsMapCanvas, QgsMessageBar
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtWidgets import QMainWindow, QVBoxLayout, QWidget

    QgsProject.instance().clear()
    main = QMainWindow()
    middle = QWidget()
    main.setCentralWidget(middle)
    main.bar, main.canvas = QgsMessageBar(), QgsMapCanvas()
    for widget in (main.bar, main.canvas):
        (middle.layout() or QVBoxLayout(middle)).addWidget(widget)
    main.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    main.resize(900, 700)
    main.show()
    qgis_app.setActiveWindow(main)
    yield main
    main.canvas.unsetMapTool(main.canvas.mapTool())  # as when the plugin is unloaded: its tools outlive the map
    main.canvas.stopRendering()
    main.close()
    main.deleteLater()
    QgsProject.instance().clear()
    qgis_app.processEvents()
    # without an event loop deleteLater() has no effect, and all earlier maps would draw what later tests show
    qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(main)


@pytest.fixture
def yalu_in_view(window: Any) -> None:
    """Zoom the map to the river: an observation of a site outside the view is refused."""
    from qgis.core import QgsRectangle

    window.canvas.setExtent(QgsRectangle(13_000_000, 4_800_000, 14_500_000, 5_200_000))


@pytest.fixture
def empty_bench(window: Any) -> Iterator[Any]:
    """A workbench without a survey."""
    from qgis.core import QgsProject, QgsTemporalNavigationObject

    from yalu_plugin.workbench import Workbench

    navigation = QgsTemporalNavigationObject()
    workbench = Workbench(QgsProject.instance(), navigation)
    yield workbench
    workbench.release()


@pytest.fixture
def bench(empty_bench: Any, new_survey: Callable[..., Any], tmp_path: Path) -> Any:
    """A workbench on a new survey with the published sites."""
    empty_bench.open_survey(new_survey(tmp_path / "survey.gpkg", "Test survey", published=True).path)
    return empty_bench


@pytest.fixture
def messages(window: Any) -> Any:
    """The messages, shown in the window's bar."""
    from yalu_plugin.gui.messages import Messages

    return Messages(window.bar)


@pytest.fixture
def actions(window: Any) -> Iterator[Any]:
    """The actions of the panels under test."""
    from yalu_plugin.gui.actions import Actions

    actions = Actions(window)
    yield actions
    actions.release()


@pytest.fixture
def bar_texts(window: Any) -> Callable[[], list[str]]:
    """A function that returns the texts in the message bar, newest first."""
    return lambda: [item.text() for item in window.bar.items()]


@pytest.fixture
def wait_for(qgis_app: Any) -> Callable[..., None]:
    """A function that processes events until a condition is true, and fails after some seconds."""
    def wait(condition: Callable[[], object], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "timed out"
            qgis_app.processEvents()
            time.sleep(0.005)
    return wait


@pytest.fixture
def romania(data: Path, tmp_path: Path) -> Path:
    """A copy of the folder of sixteen Sentinel-2 scenes, which the test may damage."""
    side_files = shutil.ignore_patterns("*.aux.xml")  # which QGIS leaves next to files it has shown
    return Path(shutil.copytree(data / "s2_romania", tmp_path / "s2_romania", ignore=side_files))


@pytest.fixture
def qt() -> SimpleNamespace:
    """Functions to send clicks and keys."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    def click(widget: Any) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(widget: Any, code: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, code, modifier)

    return SimpleNamespace(click=click, key=key, Qt=Qt, QTest=QTest)


@pytest.fixture
def bar(window: Any) -> Any:
    """QGIS' message bar in the window."""
    return window.bar


@pytest.fixture
def open_window(window: Any, bar: Any, wait_for: Callable[..., None]) -> Callable[[Path], Any]:
    """A function that opens workbench, list and matrix on a survey, which it creates if missing; counts are active."""
    from qgis.core import QgsProject, QgsTemporalNavigationObject
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QTableView, QWidget

    from yalu_plugin.gui.actions import Actions
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.matrix.matrix_dock import MatrixDock
    from yalu_plugin.gui.messages import Messages
    from yalu_plugin.layers.survey.observations import NoDatedScene, SiteNotOnScene
    from yalu_plugin.workbench import Workbench

    def open_survey(path: Path) -> Any:
        bench, actions = Workbench(QgsProject.instance(), QgsTemporalNavigationObject()), Actions(window)
        errors: list[Exception] = []
        bench.error_occurred.connect(errors.append)
        shared = bench, Messages(bar), actions
        dock = CrossingsDock(*shared, window.canvas, window)
        matrix = MatrixDock(*shared, window.canvas, dock.go_to, dock.letter_actions, window)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, matrix)
        bench.counts.activate()
        bench.open_survey(path) if path.exists() else bench.new_survey(path, "Survey", published=True)
        wait_for(lambda: bench.river.chainages and matrix.widget())

        def crash() -> None:
            """End as a killed process does, without releasing anything in order."""
            sip.delete(matrix)
            sip.delete(dock)
            sip.delete(bench)
            actions.release()
            QgsProject.instance().clear()

        def close() -> None:
            bench.release()
            crash()

        return SimpleNamespace(bench=bench, errors=errors,
                               list=dock.findChild(QTableView, "yalu_sites"),
                               find=dock.findChild(QWidget, "yalu_find"), crash=crash, close=close,
                               matrix=lambda: matrix.widget().view.matrix_model,
                               allowed=(NoDatedScene, SiteNotOnScene))
    return open_survey

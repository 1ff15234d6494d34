"""Fixtures of the tests that run inside a real QGIS window (make test-desktop)."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tools.desk import Desk

NAME = "yalu_plugin"
ANALYST = "plugins/yalu_plugin/analyst_name"
PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"


@pytest.fixture(autouse=True)
def no_unseen_errors() -> Iterator[None]:
    """Fail the test during which a Qt slot raised: nobody else would hear of it."""
    errors: list[str] = []
    hook = sys.excepthook
    sys.excepthook = lambda *error: errors.append("".join(traceback.format_exception(*error)))
    yield
    sys.excepthook = hook
    if errors:
        pytest.fail("\n".join(errors))


@pytest.fixture(scope="session", autouse=True)
def named() -> None:
    """The analyst has given a name: a test that is about the question takes it away."""
    QgsSettings().setValue(ANALYST, "Test")


@pytest.fixture(scope="session")
def iface() -> QgisInterface:
    """The running QGIS."""
    from qgis.utils import iface as running

    assert running is not None, "These tests run inside QGIS: make test-desktop"
    return running


@pytest.fixture(scope="module")
def desk(iface: QgisInterface) -> Iterator[Desk]:
    """A pair of hands at a window with the plugin on, its first panel in front; the window is left as it was found.

    A module that needs more on the desk has a fixture of the same name, which takes this one.
    """
    enabled_here = NAME not in plugins
    if enabled_here:
        assert loadPlugin(NAME) and startPlugin(NAME)
    hands = Desk(iface, PICTURES)
    hands.show_panel("crossings")
    yield hands
    hands.clear_messages()
    iface.newProject()
    if enabled_here:
        assert unloadPlugin(NAME)
        QgsSettings().remove(f"plugins/{NAME}/docks_arranged")


@pytest.fixture
def picture() -> Callable[[str], Path]:
    """A function that saves the whole screen as build/desktop/NAME.png and returns the path."""

    def take(name: str) -> Path:
        QTest.qWait(300)
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        assert QApplication.primaryScreen().grabWindow(0).save(str(path))
        return path

    return take

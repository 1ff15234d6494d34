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
def fail_on_slot_errors() -> Iterator[None]:
    """Fail the test during which a Qt slot raised: pytest does not see such errors."""
    errors: list[str] = []
    hook = sys.excepthook
    sys.excepthook = lambda *error: errors.append("".join(traceback.format_exception(*error)))
    yield
    sys.excepthook = hook
    if errors:
        pytest.fail("\n".join(errors))


@pytest.fixture(scope="session", autouse=True)
def set_analyst() -> None:
    """Set the analyst's name; a test of the question for it removes it."""
    QgsSettings().setValue(ANALYST, "Test")


@pytest.fixture(scope="session")
def iface() -> QgisInterface:
    """The running QGIS."""
    from qgis.utils import iface as running

    assert running is not None, "These tests run inside QGIS: make test-desktop"
    return running


@pytest.fixture(scope="module")
def desk(iface: QgisInterface) -> Iterator[Desk]:
    """A `Desk` on a window with the plugin enabled and its first panel in front; the window is restored afterwards.

    A module that needs more has a fixture of the same name that uses this one.
    """
    enabled_here = NAME not in plugins
    if enabled_here:
        assert loadPlugin(NAME) and startPlugin(NAME)
    new_desk = Desk(iface, PICTURES)
    new_desk.show_panel("crossings")
    yield new_desk
    new_desk.clear_messages()
    iface.newProject()
    if enabled_here:
        assert unloadPlugin(NAME)
        QgsSettings().remove(f"plugins/{NAME}/docks_arranged")


@pytest.fixture
def picture() -> Callable[[str], Path]:
    """A function that saves the whole screen as build/desktop/NAME.png and returns the path."""

    def save(name: str) -> Path:
        QTest.qWait(300)
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        assert QApplication.primaryScreen().grabWindow(0).save(str(path))
        return path

    return save

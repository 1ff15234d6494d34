"""Everything fits a laptop's screen: no text is cut, nothing scrolls, and the window is no larger than the screen.

`make test-desktop` runs this in windows of several languages, themes and scales. There is no German translation: with a
German QGIS our texts are lengthened to the length of German ones.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QDockWidget, QStackedWidget, QTabWidget, QWidget
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.desktop.conftest import PICTURES
from tests.desktop.fitting import find_misfits, off_the_screen, self_and_parents
from tools.desk import LEFT, Desk
from tools.synthetic_survey import build_survey

NAME, DATA = "yalu_plugin", Path(__file__).resolve().parents[1] / "data"
DOCKS = ("YaluCrossingsDock", "YaluImageryDock", "YaluCorridorDock", "YaluMatrixDock", "YaluCountingDock")
EXTRA_LENGTH, EXTRA_TEXT = 0.4, "äußergewöhnlich große "
WAIT_MS, TRIES = 150, 10  # until a window has laid itself out
MODES = ("off", "vertical", "horizontal", "blink", "second_view")


class LengtheningTranslator(QTranslator):
    """English texts, lengthened as German ones would be."""

    def translate(self, context: str, source: str, _which: str | None = None, _n: int = -1) -> str | None:
        """Return the text with letters added before trailing dots; None for texts of other contexts."""
        if context != "Yalu":
            return None
        body, dots = (source[:-1], "…") if source.endswith("…") else (source, "")
        return body + (EXTRA_TEXT * len(source))[:round(len(source) * EXTRA_LENGTH)].rstrip() + dots

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Return False: Qt ignores an empty translator."""
        return False


@pytest.fixture(scope="module")
def desk(iface: QgisInterface) -> Iterator[Desk]:
    """A `Desk` on a window that fills the screen."""
    translator = LengtheningTranslator()
    if NAME in plugins:
        unloadPlugin(NAME)
    QTest.qWait(100)  # the actions of an unloaded plugin are deleted with the next events
    iface.mainWindow().showMaximized()
    if QgsApplication.locale().startswith("de"):
        QCoreApplication.installTranslator(translator)
    assert loadPlugin(NAME) and startPlugin(NAME)
    yield Desk(iface, PICTURES)
    iface.newProject()
    unloadPlugin(NAME)
    QCoreApplication.removeTranslator(translator)
    QgsSettings().remove(f"plugins/{NAME}/docks_arranged")


def bench() -> Any:
    return plugins[NAME].workbench


def misfits_of_window(desk: Desk, name: str) -> list[str]:
    """Return what does not fit of the window and its panels, once their animated layout has settled."""
    for _ in range(TRIES):
        QTest.qWait(WAIT_MS)
        docks = [desk.find(name, QDockWidget) for name in DOCKS]
        found = off_the_screen(desk.window) + [
            f"{dock.objectName()}: {one}" for dock in docks if not dock.visibleRegion().isEmpty()
            for one in find_misfits(dock.widget())]
        if not found:
            break
    return with_picture(name, found)


def with_picture(name: str, found: list[str]) -> list[str]:
    """Save a picture of the screen if something does not fit, or always if YALU_PICTURES is set; returns `found`."""
    if found or "YALU_PICTURES" in os.environ:
        width = QApplication.primaryScreen().size().width()
        window_name = f"{QgsApplication.locale()}-{QgsApplication.themeName()}-{width}"
        QApplication.primaryScreen().grabWindow(0).save(str(PICTURES / f"fits-{window_name}-{name}.png"))
    return found


def misfits_of_all(desk: Desk, name: str) -> list[str]:
    """Return what does not fit with each tab in front, and with all options of the Imagery panel shown."""
    more, found = desk.find_action("yalu_imagery_more"), []
    for panel in ("crossings", "corridor"):
        desk.find(f"Yalu{panel.capitalize()}Dock").setUserVisible(True)
        more.setChecked(panel == "crossings")
        found += misfits_of_window(desk, f"{name}-{panel}")
    more.setChecked(False)
    desk.find("YaluMatrixDock").setUserVisible(True)
    QTest.qWait(WAIT_MS)  # until it has its height
    found += misfits_of_window(desk, f"{name}-matrix")
    desk.find("YaluImageryDock").setUserVisible(True)
    QTest.qWait(WAIT_MS)
    return found


def test_without_a_survey(desk: Desk) -> None:
    assert misfits_of_all(desk, "1-none") == []


def test_an_empty_survey(desk: Desk, tmp_path: Path) -> None:
    bench().new_survey(tmp_path / "empty.gpkg", "empty", published=False)
    assert misfits_of_all(desk, "2-empty") == []


def test_the_published_sites_with_sixteen_scenes(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    folder = tmp_path_factory.mktemp("published")
    bench().new_survey(folder / "survey.gpkg", "survey", published=True)
    scenes = Path(shutil.copytree(DATA / "s2_romania", folder / "scenes"))
    bench().scenes.add(list(catalogue(scenes, read_raster).scenes))
    assert misfits_of_all(desk, "3-published") == []
    desk.find_action("yalu_next_scene").trigger()  # none is in the view: a message with a button
    assert misfits_of_window(desk, "3-message") == []
    desk.find_action("yalu_zoom_to_scene").trigger()
    desk.find_action("yalu_first_scene").trigger()
    desk.find_action("yalu_next_scene").trigger()
    assert misfits_of_all(desk, "3-scene") == []


@pytest.mark.parametrize("mode", MODES[1:])
def test_comparing(desk: Desk, mode: str) -> None:
    box = desk.find("yalu_compare_mode", QComboBox)
    scenes = bench().scenes.timeline.scenes
    bench().imagery.compare_with(scenes[-1])
    box.activated.emit(MODES.index(mode))
    found = misfits_of_window(desk, f"4-compare-{mode}")
    box.activated.emit(0)
    assert found == []


def test_playing(desk: Desk) -> None:
    desk.find_action("yalu_play_scenes").setChecked(True)
    found = misfits_of_window(desk, "5-playing")
    desk.find_action("yalu_play_scenes").setChecked(False)
    assert found == []


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_pages_of_the_corridor(desk: Desk, page: int) -> None:
    desk.find("YaluCorridorDock").setUserVisible(True)
    QTest.qWait(50)
    tabs = desk.find("yalu_corridor_pages", QTabWidget)
    desk.wait(lambda: desk.figures(), "the corridor to be measured")
    tabs.setCurrentIndex(page)
    found = misfits_of_window(desk, f"6-corridor-{page}")
    tabs.setCurrentIndex(0)
    assert found == []


def test_with_the_identify_panel_and_all_at_once(desk: Desk) -> None:
    identify = desk.window.findChild(QDockWidget, "IdentifyResultsDock")
    if identify is None:
        desk.find_action("mActionIdentify").trigger()
        QTest.mouseClick(desk.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, desk.canvas.rect().center())
        desk.wait(lambda: desk.window.findChild(QDockWidget, "IdentifyResultsDock"), "the Identify panel")
        identify = desk.window.findChild(QDockWidget, "IdentifyResultsDock")
    identify.show()
    box = desk.find("yalu_compare_mode", QComboBox)
    box.activated.emit(MODES.index("second_view"))
    found = misfits_of_all(desk, "7-identify")
    box.activated.emit(0)
    identify.close()
    assert found == []


def test_forty_three_sites(desk: Desk, tmp_path: Path) -> None:
    build_survey(tmp_path / "many.gpkg", 43, 86)
    bench().open_survey(tmp_path / "many.gpkg")
    desk.find_action("yalu_last_scene").trigger()
    bench().sites.select([str(bench().session.facts.rows("sites")[0]["id"])])
    assert misfits_of_all(desk, "8-many") == []


@pytest.mark.parametrize("action", [
    "overview_map", "import_sites", "export_frames", "adopt_changes", "search_stac", "add_wayback", "add_wmts",
    "add_xyz", "successor_along", "retire_site"])
def test_a_dialog(desk: Desk, action: str) -> None:
    found: list[list[str]] = []

    def inspect(dialog: QDialog) -> None:
        QTest.qWait(WAIT_MS)
        found.append(with_picture(f"9-{action}", off_the_screen(dialog) + find_misfits(dialog)))
        dialog.reject()

    desk.with_dialog(desk.find_action(f"yalu_{action}").trigger, inspect)
    desk.wait(lambda: found, "the dialog")  # some are not modal
    assert found == [[]]


def test_the_form(desk: Desk) -> None:
    desk.find_action("yalu_site_form").trigger()
    form = next(one for one in QApplication.topLevelWidgets() if one.inherits("QgsAttributeDialog"))
    for _ in range(TRIES):
        QTest.qWait(WAIT_MS)
        found = off_the_screen(form) + find_misfits(form)
        if not found:
            break
    with_picture("9-form", found)
    form.close()
    assert found == []


def test_the_card(desk: Desk) -> None:
    desk.find_action("yalu_site_card").trigger()
    card, found = desk.find("yalu_site_dialog", QDialog), list[str]()
    for page in range(card.pages.count()):
        card.pages.setCurrentIndex(page)
        QTest.qWait(WAIT_MS)
        found += with_picture(f"9-card-{page}", off_the_screen(card) + find_misfits(card))
    card.close()
    assert found == []


def test_the_options(desk: Desk, iface: QgisInterface) -> None:
    found: list[str] = []

    def inspect(dialog: QDialog) -> None:
        page, pages = dialog.findChild(QWidget, "yalu_options_page"), dialog.findChild(QStackedWidget)
        pages.setCurrentWidget(next(one for one in self_and_parents(page) if one.parentWidget() is pages))
        QTest.qWait(WAIT_MS)
        found.extend(with_picture("9-options", off_the_screen(dialog) + find_misfits(page)))
        dialog.reject()

    desk.with_dialog(iface.showOptionsDialog, inspect)
    assert found == []

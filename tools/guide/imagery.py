"""Pictures of the guide's page about the Imagery panel, with real Sentinel-2 scenes of a place in Romania."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QGroupBox, QStackedWidget, QWidget

from tools.guide.studio import Studio

DATA = Path(__file__).resolve().parents[2] / "tests/data"
SWIPE, COMPARED_MS = 1, 3_000  # the second mode; until both dates are drawn


def take_pictures(studio: Studio) -> None:
    """Take imagery-*.png."""
    studio.fresh_survey("imagery")
    studio.add_folder(Path(shutil.copytree(DATA / "s2_romania", studio.scratch / "s2_romania")))
    studio.show_panel("imagery")
    studio.step("first")
    studio.find_action("yalu_zoom_to_scene").trigger()
    studio.step("next")
    studio.step("next")
    studio.clear_messages()
    studio.save("imagery-panel", studio.screen(studio.find("YaluImageryDock")))
    scenes = studio.bench.scenes.timeline.scenes
    mode = studio.find("yalu_compare_mode", QComboBox)
    studio.bench.imagery.show(scenes[6])
    studio.settle()
    studio.bench.imagery.compare_with(scenes[4])
    mode.activated.emit(SWIPE)
    QTest.qWait(COMPARED_MS)
    studio.save("imagery-compare", studio.screen(studio.canvas))
    mode.activated.emit(0)
    studio.save("imagery-frames", studio.dialog("export_frames"))
    _options(studio)


def _options(studio: Studio) -> None:
    def take(dialog: QDialog) -> None:
        page, pages = studio.find("yalu_options_page", QWidget, dialog), dialog.findChild(QStackedWidget)
        pages.setCurrentWidget(next(one for one in _parents(page) if one.parentWidget() is pages))
        dialog.resize(1000, 640)
        studio.settle()
        group = next(one for one in _parents(studio.find("yalu_day_zone", QWidget, page)) if isinstance(one, QGroupBox))
        studio.save("imagery-options", studio.screen(group))
        dialog.reject()

    studio.with_dialog(studio.iface.showOptionsDialog, take)


def _parents(widget: QWidget) -> list[QWidget]:
    found = [widget]
    while found[-1].parentWidget() is not None:
        found.append(found[-1].parentWidget())
    return found

"""The picture of the guide's page about patrols."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from tools.guide.studio import Studio
from tools.synthetic_scenes import FORD, make_scenes

LENGTHS = {"length_m": 1_000, "overlap_m": 100}


def take_pictures(studio: Studio) -> None:
    """Take patrol.png: a patrol on a SYNTHETIC scene, three stretches searched."""
    settings = QgsSettings()
    for name, metres in LENGTHS.items():
        settings.setValue(f"plugins/yalu_plugin/patrol_{name}", metres)
    make_scenes(studio.scratch / "SYNTHETIC scenes")
    studio.fresh_survey("patrol")
    studio.add_folder(studio.scratch / "SYNTHETIC scenes")
    studio.wait(lambda: studio.bench.river.chainages, "the river to be measured")
    studio.go_to_day("2025-07-30")
    studio.zoom_to(*FORD, 50_000)
    studio.show_panel("imagery")
    studio.clear_messages()
    studio.click(studio.find("yalu_patrol_button"))
    studio.settle()
    for _ in range(5):
        QTest.keyClick(studio.canvas, Qt.Key.Key_Space)
        studio.settle()
    studio.clear_messages()
    studio.save("patrol", studio.screen(studio.canvas, studio.find("YaluImageryDock")))
    QTest.keyClick(studio.canvas, Qt.Key.Key_Escape)
    studio.settle()
    for name in LENGTHS:
        settings.remove(f"plugins/yalu_plugin/patrol_{name}")

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene

BEGIN = datetime(2000, 1, 1, 2, tzinfo=timezone.utc)


@pytest.fixture
def box(window: Any) -> Any:
    from qgis.PyQt.QtWidgets import QComboBox

    box = QComboBox(window)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # as the panels' are
    return box


def scenes(count: int) -> list[Scene]:
    return [Scene(str(n), f"/a/{n}.tif", BEGIN + timedelta(n), BEGIN + timedelta(n), "acquired", "stac", "sentinel-2")
            for n in range(count)]


def test_the_list_tells_what_it_shows(box: Any, qt: Any) -> None:
    from yalu_plugin.gui.imagery.scene_list import SceneList
    from yalu_plugin.gui.imagery.scene_text import scene_item

    SceneList(box).show(scenes(3))
    assert [box.itemText(row) for row in range(box.count())] == [scene_item(scene) for scene in scenes(3)]
    assert box.itemData(2, qt.Qt.ItemDataRole.ToolTipRole) == "2.tif\n/a/2.tif"
    assert box.itemIcon(1).isNull()


def test_a_list_of_ten_thousand_asks_only_for_what_is_seen(box: Any, monkeypatch: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.imagery import scene_list

    requested: list[Scene] = []
    monkeypatch.setattr(scene_list, "scene_item", lambda scene, named: requested.append(scene) or scene.id)
    model = scene_list.SceneList(box)
    model.show(scenes(10_000))
    box.setCurrentIndex(9_000)
    box.show()
    box.showPopup()
    qgis_app.processEvents()
    box.hidePopup()
    assert box.currentText() == "9000" and 0 < len(requested) < 100
    model.show(scenes(2))
    assert box.count() == 2


def test_one_scene_more_or_less_is_one_row(box: Any) -> None:
    from yalu_plugin.gui.imagery.scene_list import SceneList

    model, all_scenes, signals = SceneList(box), scenes(6), []
    model.show(all_scenes)
    box.setCurrentIndex(4)
    model.modelReset.connect(lambda: signals.append("reset"))
    model.rowsInserted.connect(lambda _, first, last: signals.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: signals.append(("out", first, last)))
    model.show([*all_scenes[:2], *all_scenes[3:]])
    assert signals == [("out", 2, 2)] and box.currentIndex() == 3 and model.rowCount() == 5
    model.show(all_scenes)
    assert signals[1:] == [("in", 2, 2)] and box.currentIndex() == 4 and model.rowCount() == 6
    model.show(all_scenes)
    assert len(signals) == 2
    model.show([])
    assert signals[2:] == [("out", 0, 5)] and model.rowCount() == 0


def test_scenes_of_one_day_carry_the_names_of_their_images(box: Any) -> None:
    from yalu_plugin.gui.imagery.scene_list import SceneList

    def scene(name: str, hours: int) -> Scene:
        moment = BEGIN + timedelta(hours=hours)
        return Scene(name, name, moment, moment, "acquired", "stac", "sentinel-2")

    SceneList(box).show([scene("/a/a.tif", 1), scene("/a/b.tif", 2), scene("/a/c.tif", 30),
                         scene("https://tiles.example/{z}/{x}/{y}.png#zmin=0&zmax=9", 60), scene("/a/e.tif", 61)])
    named = [row for row in range(box.count()) if ".tif" in box.itemText(row)]
    assert named == [0, 1, 4] and "a.tif" in box.itemText(0) and "b.tif" in box.itemText(1)
    assert ".png" not in box.itemText(3)

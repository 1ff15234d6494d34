"""Marks are drawn on their image, not on images of other dates; a second count of an area is hollow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.counting.conftest import a_scene, made_image
from tests.gui.counting.test_counting import analyst  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


@pytest.fixture
def mapped(started: Any, tmp_path: Path) -> Iterator[Any]:
    """A truck was counted 50 m from the corner of the first scene; there is another scene. The map has the project's
    layers. `dark()` is how many pixels of ink lie there.
    """
    from datetime import datetime, timezone

    from qgis.gui import QgsLayerTreeMapCanvasBridge
    from qgis.PyQt import sip
    from qgis.PyQt.QtGui import QColor

    canvas, project, extent = started.window.canvas, started.bench.project, started.window.canvas.extent()
    bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), canvas)
    for node in project.layerTreeRoot().findLayers():  # nothing else lies there
        node.setItemVisibilityChecked(node.layer().customProperty("yalu/role") in ("marks", "scene"))
    started.events()
    canvas.setExtent(extent)  # not all of the survey
    day = datetime(2025, 8, 2, 2, tzinfo=timezone.utc)
    started.bench.scenes.add([a_scene(made_image(tmp_path / "SYNTHETIC_20250802.tif"), "b", acquired_from=day,
                                      acquired_to=day)])
    started.key("T")
    started.click(50, 50)

    def dark(shown: Any = canvas) -> int:
        for _ in range(3):
            started.events()
            shown.waitWhileRendering()
        image, spot = shown.grab().toImage(), started.pixel(50, 50)
        near = (QColor(image.pixel(spot.x() + x, spot.y() + y)) for x in range(-7, 8) for y in range(-7, 8))
        return sum(max(one.red(), one.green(), one.blue()) < 30 for one in near)

    def step(scene_id: str) -> None:
        started.bench.imagery.show(started.bench.scenes.by_id[scene_id])
        started.events()

    started.dark, started.step = dark, step
    yield started
    sip.delete(bridge)  # before the map


def test_marks_lie_on_their_own_image(mapped: Any) -> None:
    assert mapped.dark() > 60
    mapped.step("b")
    assert mapped.dark() == 0
    mapped.actions["all_marks"].setChecked(True)
    assert mapped.dark() > 60
    mapped.actions["all_marks"].setChecked(False)
    assert mapped.dark() == 0
    mapped.step("a")
    assert mapped.dark() > 60


def test_so_they_do_once_a_project_is_opened_again(mapped: Any, tmp_path: Path) -> None:
    mapped.step("b")
    assert mapped.bench.project.write(str(tmp_path / "saved.qgz"))
    mapped.bench.project.clear()
    assert mapped.bench.project.read(str(tmp_path / "saved.qgz"))
    assert mapped.bench.imagery.scene.id == "b" and mapped.dark() == 0
    mapped.step("a")
    assert mapped.dark() > 60


def test_a_custom_style_is_kept_and_draws_by_image_too(mapped: Any) -> None:
    from qgis.core import QgsMarkerSymbol, QgsSingleSymbolRenderer

    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(mapped.bench.project, "marks")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "0,0,0", "size": "4"})))
    mapped.step("b")
    assert mapped.dark() == 0
    mapped.step("a")
    assert mapped.dark() > 60 and layer.renderer().type() == "singleSymbol"


def test_a_second_count_is_hollow_unless_it_is_at_work(mapped: Any) -> None:
    mapped.bench.counting.finish()  # by key a message bar would appear, which makes the map smaller here
    first = mapped.bench.counts.count_id
    filled = mapped.dark()
    ANALYST_NAME.setValue("Lee")
    mapped.actions["recount"].trigger()
    mapped.events()
    second = mapped.bench.counts.count_id
    assert mapped.dark() == 0  # blind
    mapped.click(100, 100)
    mapped.bench.counting.finish()
    assert second == mapped.bench.counts.count_id and 0 < mapped.dark() < filled / 2  # the first one's
    mapped.bench.counting.select_count(first)
    mapped.events()
    assert mapped.dark() == filled


def test_of_counts_on_one_image_the_first_is_filled() -> None:
    from yalu_plugin.layers.survey.marks_style import hollow_counts

    def row(name: str, area: str = "lot", image: str = "a", at: Any = None) -> dict[str, Any]:
        return {"id": name, "area_id": area, "image_id": image, "created_at": at}

    rows = [row("2", at="2025-08-02T00:00:00Z"), row("1", at="2025-08-01T00:00:00Z"), row("3", image="b"),
            row("4", area="other"), row("5", image=None), row("6", image=None)]
    assert hollow_counts(rows, "") == ["2", "6"]
    assert hollow_counts(rows, "2") == ["1", "6"] and hollow_counts([], "x") == []


def test_the_compare_date_has_its_own_marks(mapped: Any) -> None:
    from yalu_plugin.gui.compare.second_view import SecondView
    from yalu_plugin.layers.survey.marks_style import IMAGES

    view = SecondView(mapped.window.canvas, mapped.bench.project)
    view.dock_next_to_map()
    view.show_step((mapped.bench.scenes.by_id["b"],))
    while not view._compared.layers:
        mapped.events()
    mapped.events()
    assert view.map.expressionContextScope().variable(IMAGES) == ["b"]
    assert mapped.window.canvas.expressionContextScope().variable(IMAGES) == ["a"]
    view.release()

"""The page in QGIS' options: settings are saved, and the imagery is updated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene


@pytest.fixture
def page(window: Any, bench: Any) -> Iterator[Any]:
    """The page as QGIS creates it; the settings are reset afterwards."""
    from yalu_plugin import settings
    from yalu_plugin.gui.options import OptionsFactory

    changed = (settings.COPY_NOTATION, settings.CURSOR_PLACE, settings.DAY_ZONE, settings.SAME_DAY,
               settings.PLAY_SECONDS, settings.SCENES_AHEAD, settings.SCENES_KEPT)
    yield OptionsFactory(bench).createWidget(window)
    for setting in changed:
        setting.setValue(setting.defaultValue())


def child(page: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QWidget

    return page.findChild(QWidget, name)


def test_applied_settings_are_saved_and_used(page: Any, bench: Any) -> None:
    from yalu_plugin.settings import DAY_ZONE, PLAY_SECONDS, SAME_DAY, SCENES_AHEAD, SCENES_KEPT

    moments = [datetime(2020, 6, 1, hour, tzinfo=timezone.utc) for hour in (14, 16)]
    bench.scenes.set_scenes([Scene(str(one), f"/{one.hour}.tif", one, one, "acquired", "stac") for one in moments])
    assert len(bench.scenes.steppable.steps) == 1
    child(page, "yalu_day_zone").setCurrentIndex(2)
    child(page, "yalu_play_seconds").setValue(5)
    child(page, "yalu_scenes_ahead").setValue(1)
    child(page, "yalu_scenes_kept").setValue(12)
    assert DAY_ZONE.value() == "UTC"  # until it is applied
    page.apply()
    values = DAY_ZONE.value(), PLAY_SECONDS.value(), SCENES_AHEAD.value(), SCENES_KEPT.value()
    assert values == ("Asia/Pyongyang", 5, 1, 12)
    assert len(bench.scenes.steppable.steps) == 2 and bench.imagery.scene_layers.limit == 12
    child(page, "yalu_day_zone").setCurrentIndex(0)
    child(page, "yalu_same_day").setChecked(False)
    page.apply()
    assert not SAME_DAY.value() and len(bench.scenes.steppable.steps) == 2


def test_settings_of_places(page: Any) -> None:
    from yalu_plugin.settings import COPY_NOTATION, CURSOR_PLACE

    notation = child(page, "yalu_copy_notation")
    assert notation.currentText() == "Decimal degrees" and child(page, "yalu_show_cursor_place").isChecked()
    notation.setCurrentIndex(notation.findText("MGRS"))
    child(page, "yalu_show_cursor_place").setChecked(False)
    page.apply()
    assert COPY_NOTATION.value() == "mgrs" and not CURSOR_PLACE.value()


def test_the_page_shows_the_settings(page: Any) -> None:
    assert child(page, "yalu_day_zone").currentText() == "UTC" and child(page, "yalu_same_day").isChecked()
    counts = ("play_seconds", "scenes_ahead", "scenes_kept")
    assert [child(page, f"yalu_{name}").value() for name in counts] == [2, 2, 8]


def test_a_removed_scene_is_reported_when_settings_are_applied(page: Any, bench: Any, romania: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import RasterMissing, read_raster

    errors: list[object] = []
    bench.error_occurred.connect(errors.append)
    bench.scenes.add(catalogue(romania, read_raster).scenes[:1])
    bench.imagery.step("first")
    Path(bench.imagery.scene.uri).unlink()
    page.apply()
    assert [type(error) for error in errors] == [RasterMissing]

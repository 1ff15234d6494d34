"""An image's file is replaced during a count: this is detected and reported, and no click counts on the old one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication

from tests.gui.counting.conftest import made_image
from tests.gui.counting.test_counting import analyst  # noqa: F401

LATER = "The file of this image was written after the count was begun"


def replace(counter: Any, tmp_path: Path, value: int, seconds: int) -> None:
    """Replace the scene's file by another one, with a time of so many seconds after now."""
    from osgeo import gdal

    path = Path(counter.bench.scenes.by_id["a"].uri)
    (tmp_path / "other").mkdir(exist_ok=True)
    other = made_image(tmp_path / "other" / path.name)
    dataset = gdal.Open(str(other), gdal.GA_Update)
    dataset.GetRasterBand(1).Fill(value)
    del dataset
    now = path.stat().st_mtime
    os.utime(other, (now + seconds, now + seconds))
    shutil.move(str(other), path)


def value_on_screen(counter: Any) -> float:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.imagery.project_scenes import shown_layers

    (layer,) = shown_layers(counter.bench.project)
    return float(layer.dataProvider().sample(QgsPointXY(layer.extent().center()), 1)[0])


def status(counter: Any) -> str:
    return str(counter.find("yalu_count_status").text())


@pytest.fixture(autouse=True)
def looking(started: Any, messages: Any) -> Any:
    from yalu_plugin.gui.imagery.replaced_files import ReplacedFiles

    actions = ReplacedFiles(started.bench, messages, started.window)
    yield actions
    actions.deleteLater()


def come_back() -> None:
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_click_after_it_counts_nothing_and_shows_the_new_one(started: Any, tmp_path: Path) -> None:
    started.click(50, 50)
    assert started.labels() == ["car"] and LATER not in status(started)
    replace(started, tmp_path, 200, seconds=60)
    started.click(60, 60)
    assert started.labels() == ["car"] and value_on_screen(started) == 200
    assert started.bar_texts()[0].startswith("The file of SYNTHETIC_20250730.tif was replaced") or (
        "was replaced while it was on screen" in started.bar_texts()[0])
    assert LATER in status(started)
    started.click(60, 60)
    assert started.labels() == ["car", "car"]


@pytest.mark.parametrize("seconds", [60, -3600])
def test_it_is_noticed_when_the_user_comes_back(started: Any, tmp_path: Path, seconds: int) -> None:
    started.click(50, 50)
    replace(started, tmp_path, 150, seconds)
    come_back()
    started.events()
    assert value_on_screen(started) == 150 and "which is shown now" in started.bar_texts()[0]
    assert (LATER in status(started)) == (seconds > 0)  # the time of an older file does not show when it was copied
    come_back()
    assert len([line for line in started.bar_texts() if "which is shown now" in line]) == 1


def test_a_missing_file_is_no_reason_to_show_another(started: Any) -> None:
    started.click(50, 50)
    Path(started.bench.scenes.by_id["a"].uri).unlink()
    come_back()
    started.events()
    started.click(60, 60)
    assert started.labels() == ["car"] and started.bar_texts() != []


def test_a_count_without_marks_has_none_to_check(started: Any, tmp_path: Path) -> None:
    replace(started, tmp_path, 90, seconds=60)
    come_back()
    started.events()
    assert LATER not in status(started)

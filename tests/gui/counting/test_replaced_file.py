"""An image's file is replaced by another one while it is counted: it is seen and said, no click is of the old one."""

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


def replace(counted: Any, tmp_path: Path, value: int, seconds: int) -> None:
    """Another file takes the place of the scene's, as by a copy, written so many seconds after now."""
    from osgeo import gdal

    path = Path(counted.bench.scenes.by_id["a"].uri)
    (tmp_path / "other").mkdir(exist_ok=True)
    other = made_image(tmp_path / "other" / path.name)
    dataset = gdal.Open(str(other), gdal.GA_Update)
    dataset.GetRasterBand(1).Fill(value)
    del dataset
    now = path.stat().st_mtime
    os.utime(other, (now + seconds, now + seconds))
    shutil.move(str(other), path)


def value_on_screen(counted: Any) -> float:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.imagery.project_scenes import shown_layers

    (layer,) = shown_layers(counted.bench.project)
    return float(layer.dataProvider().sample(QgsPointXY(layer.extent().center()), 1)[0])


def status(counted: Any) -> str:
    return str(counted.find("yalu_count_status").text())


@pytest.fixture(autouse=True)
def looking(begun: Any, messages: Any) -> Any:
    from yalu_plugin.gui.imagery.replaced_files import ReplacedFiles

    made = ReplacedFiles(begun.bench, messages, begun.window)
    yield made
    made.deleteLater()


def come_back() -> None:
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_click_after_it_counts_nothing_and_shows_the_new_one(begun: Any, tmp_path: Path) -> None:
    begun.click(50, 50)
    assert begun.labels() == ["car"] and LATER not in status(begun)
    replace(begun, tmp_path, 200, seconds=60)
    begun.click(60, 60)
    assert begun.labels() == ["car"] and value_on_screen(begun) == 200
    assert begun.told()[0].startswith("The file of SYNTHETIC_20250730.tif was replaced") or (
        "was replaced while it was on screen" in begun.told()[0])
    assert LATER in status(begun)
    begun.click(60, 60)
    assert begun.labels() == ["car", "car"]


@pytest.mark.parametrize("seconds", [60, -3600])
def test_it_is_noticed_when_the_user_comes_back(begun: Any, tmp_path: Path, seconds: int) -> None:
    begun.click(50, 50)
    replace(begun, tmp_path, 150, seconds)
    come_back()
    begun.events()
    assert value_on_screen(begun) == 150 and "which is shown now" in begun.told()[0]
    assert (LATER in status(begun)) == (seconds > 0)  # an older file says nothing of when it came
    come_back()
    assert len([line for line in begun.told() if "which is shown now" in line]) == 1


def test_a_file_that_is_gone_is_no_reason_to_show_another(begun: Any) -> None:
    begun.click(50, 50)
    Path(begun.bench.scenes.by_id["a"].uri).unlink()
    come_back()
    begun.events()
    begun.click(60, 60)
    assert begun.labels() == ["car"] and begun.told() != []


def test_a_count_without_marks_has_none_to_look_at(begun: Any, tmp_path: Path) -> None:
    replace(begun, tmp_path, 90, seconds=60)
    come_back()
    begun.events()
    assert LATER not in status(begun)

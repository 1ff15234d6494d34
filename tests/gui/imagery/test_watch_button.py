"""Watched folders: new images are added to the survey automatically, and the folders are stored in the project."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

NAME = "S2_L2A_romania_20161014.tif"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "watched").mkdir()
    return tmp_path / "watched"


@pytest.fixture
def button(bench: Any, messages: Any, monkeypatch: Any) -> Any:
    from yalu_plugin.gui.imagery import watch_button

    monkeypatch.setattr(watch_button, "POLL_MS", 30)
    added: list[Path] = []
    button = watch_button.WatchButton(bench, messages, added.append, lambda: False)
    button.added = added
    yield button
    for one in button.folders:
        button.unwatch(one)


def entries(button: Any) -> list[str]:
    button.menu().aboutToShow.emit()
    return [action.text() for action in button.menu().actions() if not action.isSeparator()]


def test_new_images_in_a_watched_folder_are_added(
        button: Any, bench: Any, folder: Path, romania: Path, wait_for: Any, bar_texts: Any) -> None:
    button.watch(folder)
    assert button.added == [folder] and button.folders == [folder]
    shutil.copy(romania / NAME, folder)
    wait_for(lambda: bench.scenes.timeline.scenes)
    assert [scene.uri for scene in bench.scenes.timeline.scenes] == [str(folder / NAME)]
    assert "New images from watched folders: 1" in bar_texts()


def test_a_folder_is_unwatched(button: Any, bench: Any, folder: Path, romania: Path, qgis_app: Any,
                               wait_for: Any) -> None:
    button.watch(folder)
    assert entries(button)[1:] == [str(folder)]
    button.menu().actions()[-1].trigger()
    assert entries(button)[1:] == [] and button.folders == []
    shutil.copy(romania / NAME, folder)
    wait_for(lambda: button._task is None)
    assert not bench.scenes.timeline.scenes and not button._timer.isActive()


def test_the_project_remembers_and_another_survey_does_not(
        button: Any, bench: Any, folder: Path, tmp_path: Path) -> None:
    from qgis.core import QgsProject

    button.watch(folder)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert button.folders == []
    assert project.read(str(tmp_path / "p.qgz"))
    assert button.folders == [folder]
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert button.folders == []


def test_a_folder_that_vanishes_is_reported_once(button: Any, folder: Path, bar_texts: Any, wait_for: Any) -> None:
    button.watch(folder)
    folder.rmdir()
    line = "The watched folder watched cannot be reached. Its new images are added once it is back."
    wait_for(lambda: line in bar_texts())
    looks: list[int] = []
    button._timer.timeout.connect(lambda: looks.append(1))
    wait_for(lambda: len(looks) > 5)
    assert bar_texts().count(line) == 1


def test_unreadable_images_and_missing_values_are_reported_separately(
        button: Any, bench: Any, folder: Path, romania: Path, wait_for: Any, bar_texts: Any) -> None:
    from tests.layers.imagery.kinds import picture, rpc, save

    button.watch(folder)
    (folder / "S2_20161015.tif").write_bytes(b"no raster")
    raster = picture()
    raster.SetMetadata(rpc(), "RPC")
    save(romania / "by_model.tif", "GTiff", raster)  # placed, but for the heights of the ground
    shutil.copy(romania / "by_model.tif", folder / NAME)
    shown: list[str] = []
    wait_for(lambda: shown.extend(bar_texts()) or "remarks" in " ".join(shown) and "read" in " ".join(shown))
    assert [scene.uri for scene in bench.scenes.timeline.scenes] == [str(folder / NAME)]
    # in one poll or in two
    texts = ("New images from watched folders: 1", "New images in watched folders that cannot be read: 1")
    remark = "; remarks on images that were added: 1"
    assert set(shown) <= {"; ".join(texts) + remark, texts[0] + remark, texts[1]}

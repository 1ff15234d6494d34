"""Sharing the survey with a QGIS without the plugin: one ZIP file, and nothing else, however it ends."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("geopandas")


@pytest.fixture
def share(bench: Any, messages: Any, actions: Any, window: Any) -> Any:
    from yalu_plugin.gui.crossings.share_project import ShareProject

    return ShareProject(bench, messages, actions, window)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_a_package_is_written_without_its_folder(share: Any, out: Path, wait_for: Any, bar_texts: Any) -> None:
    share.share(out / "yalu.zip")
    wait_for(lambda: any("yalu.zip" in text for text in bar_texts()))
    assert [file.name for file in out.iterdir()] == ["yalu.zip"]
    with zipfile.ZipFile(out / "yalu.zip") as archive:
        assert sorted(archive.namelist()) == ["yalu/places.geojson", "yalu/project.qgz", "yalu/survey.gpkg"]


def test_a_disk_that_is_full_leaves_nothing(share: Any, out: Path, wait_for: Any, bar_texts: Any,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: object, target: Path) -> None:
        target.write_bytes(b"a part")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    share.share(out / "yalu.zip")
    wait_for(lambda: any("could not be written" in text for text in bar_texts()))
    assert list(out.iterdir()) == []


def test_cancelling_while_the_survey_is_copied_leaves_nothing(share: Any, out: Path, wait_for: Any,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers import background

    copied = shutil.copyfile

    def cancel_then_copy(source: Any, target: Any) -> None:
        for task in list(background._started):
            task.cancel()
        copied(source, target)

    monkeypatch.setattr(shutil, "copyfile", cancel_then_copy)
    share.share(out / "yalu.zip")
    wait_for(lambda: not background._started)
    wait_for(lambda: list(out.iterdir()) == [])

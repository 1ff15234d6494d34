"""Sharing with a plain QGIS by its dialog: what it offers and writes; a cancelled one leaves nothing."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QCheckBox, QLabel

pytest.importorskip("geopandas")


@pytest.fixture
def share(window: Any, bench: Any, messages: Any, actions: Any, tmp_path: Path) -> Any:
    """The action, in a survey that has an image which may be copied, and one of which nothing is stated."""
    from tests.layers.exporting.packaged_survey import HYESAN, write_image
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.gui.crossings.share_project import ShareProject
    from yalu_plugin.layers.survey.images import add_images

    time = datetime(2025, 7, 30, 2, tzinfo=timezone.utc)
    add_images(bench.session.survey, [
        Scene(name, str(write_image(tmp_path / f"{name}.tif")), time, time, date_kind="acquired", licence=licence,
              date_source="filename", synthetic=True, footprint_wkt=HYESAN)
        for name, licence in (("free", "CC0-1.0"), ("kept", ""))])
    return ShareProject(bench, messages, actions, window)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wait_for: Any) -> Any:
    """A function that has the dialog accepted once it knows the images; only what is named stays ticked."""
    from yalu_plugin.gui.crossings.share_dialog import ShareDialog

    def answer(*ticked: str) -> list[Any]:
        dialogs = []

        def run(dialog: Any) -> bool:
            wait_for(dialog.findChild(QCheckBox, "yalu_share_images").isEnabled)
            dialog._file.setFilePath(str(tmp_path / "out" / "shared"))
            for name in ("maps", "sheets", "images"):
                dialog.findChild(QCheckBox, f"yalu_share_{name}").setChecked(name in ticked)
            dialogs.append(dialog)
            dialog.accept()
            return bool(dialog.result())
        monkeypatch.setattr(ShareDialog, "exec", run)
        return dialogs
    (tmp_path / "out").mkdir()
    return answer


def test_the_dialog_says_how_large_the_images_are_and_which_stay_out(
        share: Any, answer: Any, actions: Any, tmp_path: Path, wait_for: Any, bar_texts: Any) -> None:
    dialogs = answer("images")
    actions.by_name["share_project"].trigger()
    sheets, images = (dialogs[0].findChild(QCheckBox, f"yalu_share_{name}").text() for name in ("sheets", "images"))
    assert sheets == "Site sheets (6 pages)" and images.startswith("1 image (6.5")
    assert dialogs[0].findChild(QLabel, "yalu_share_about").text() == (
        "Licence does not allow a copy, or is not stated: 1")
    wait_for(lambda: any("The package was written to" in text for text in bar_texts()))
    with zipfile.ZipFile(tmp_path / "out" / "shared.zip") as archive:
        assert sorted(archive.namelist()) == [f"shared/{name}" for name in (
            "images/free.tif", "images/free.tif.aux.xml", "images/licences.txt", "places.geojson", "project.qgz",
            "survey.gpkg")]
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["shared.zip"]


def test_the_layouts_that_are_ticked_are_asked_for(share: Any, answer: Any, actions: Any, wait_for: Any,
                                                   monkeypatch: pytest.MonkeyPatch, bar_texts: Any) -> None:
    from yalu_plugin.core.phrase import Phrase
    from yalu_plugin.layers.exporting import project_package

    asked = []

    def write_project(data: Any, wanted: Any, feedback: Any) -> list[Phrase]:
        asked.append((list(wanted), list(data.uris)))
        return [Phrase("no strip map")]

    monkeypatch.setattr(project_package, "write_project", write_project)
    answer("maps", "sheets")
    actions.by_name["share_project"].trigger()
    wait_for(lambda: any("no strip map" in text for text in bar_texts()))
    assert asked == [(["maps", "sheets"], [])]


def test_a_cancelled_package_leaves_nothing(share: Any, answer: Any, actions: Any, monkeypatch: pytest.MonkeyPatch,
                                            tmp_path: Path, wait_for: Any, bar_texts: Any) -> None:
    from contextlib import contextmanager

    from qgis.core import QgsFeedback

    from yalu_plugin.gui.crossings import share_project

    @contextmanager
    def cancelled(*_: object) -> Any:
        feedback = QgsFeedback()
        feedback.cancel()
        yield feedback

    monkeypatch.setattr(share_project, "progress_of_pages", cancelled)
    answer("maps")
    actions.by_name["share_project"].trigger()
    wait_for(lambda: any("The export was cancelled: nothing was written." in text for text in bar_texts()))
    assert list((tmp_path / "out").iterdir()) == []


def test_cancelling_while_the_survey_is_copied_leaves_nothing(share: Any, tmp_path: Path, wait_for: Any, bar_texts: Any,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers import background

    copied = shutil.copyfile

    def cancel_then_copy(source: Any, target: Any) -> None:
        for task in list(background._started):
            task.cancel()
        copied(source, target)

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(shutil, "copyfile", cancel_then_copy)
    share.share(tmp_path / "out" / "yalu.zip")
    wait_for(lambda: any("cancelled" in text for text in bar_texts()))
    assert list((tmp_path / "out").iterdir()) == []


def test_a_disk_that_is_full_leaves_nothing(share: Any, tmp_path: Path, wait_for: Any, bar_texts: Any,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: object, target: Path) -> None:
        target.write_bytes(b"a part")
        raise OSError(28, "No space left on device")

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(shutil, "copyfile", full)
    share.share(tmp_path / "out" / "yalu.zip")
    wait_for(lambda: any("could not be written" in text for text in bar_texts()))
    assert list((tmp_path / "out").iterdir()) == []

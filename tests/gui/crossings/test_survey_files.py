"""Opening a survey with a side file that may be another file's, and upgrading an older survey."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.killed_process import leave_wal
from yalu_plugin.core.schema import SURVEY_VERSION


@pytest.fixture
def opening(empty_bench: Any, messages: Any, actions: Any, window: Any, tmp_path: Path,
            monkeypatch: pytest.MonkeyPatch) -> tuple[Path, int]:
    """Open a survey by the panel's action whose log has twelve observations but is older than the survey file.

    Returns the path of the survey and its number of observations without the log.
    """
    from qgis.PyQt.QtWidgets import QFileDialog

    from yalu_plugin.gui.crossings.survey_files import SurveyFiles
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "survey.gpkg", "Title", published=True)
    before = len(survey.rows("observations"))
    survey.close()  # otherwise the file is open in this process, and side files are not checked
    leave_wal(survey.path, 12)
    later = survey.path.with_name("survey.gpkg-wal").stat().st_mtime + 60
    os.utime(survey.path, (later, later))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(survey.path), ""))
    window.files = SurveyFiles(empty_bench, messages, actions, window, list)
    window.files.open.trigger()
    assert empty_bench.session.survey is None
    return survey.path, before


def answer(window: Any, label: str) -> None:
    from qgis.PyQt.QtWidgets import QPushButton

    next(button for button in window.bar.findChildren(QPushButton) if button.text() == label).click()


@pytest.mark.parametrize(("label", "more", "kept"), [
    ("Apply them", 12, "survey.gpkg.before-*.gpkg-wal"), ("Ignore them", 0, "survey.gpkg.not-its-*-wal")])
def test_the_answer_is_followed(empty_bench: Any, window: Any, opening: tuple[Path, int],
                                bar_texts: Callable[[], list[str]], label: str, more: int, kept: str) -> None:
    path, before = opening
    (question,) = bar_texts()
    assert question.startswith("survey.gpkg-wal beside survey.gpkg holds changes that a program left when it was ended")
    log = path.with_name("survey.gpkg-wal").read_bytes()
    empty_bench.noticed.connect(window.files._messages.notice)
    answer(window, label)
    assert len(empty_bench.session.survey.rows("observations")) == before + more
    (file,) = path.parent.glob(kept)
    assert file.read_bytes() == log and file.name.removesuffix("-wal") in bar_texts()[0]


@pytest.fixture
def older(empty_bench: Any, messages: Any, actions: Any, window: Any, tmp_path: Path, data: Path,
          monkeypatch: pytest.MonkeyPatch) -> Path:
    """A survey of version 1, opened by the panel's action, which asks the user."""
    from qgis.PyQt.QtWidgets import QFileDialog

    from yalu_plugin.gui.crossings.survey_files import SurveyFiles

    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    window.files = SurveyFiles(empty_bench, messages, actions, window, list)
    window.files.open.trigger()
    assert empty_bench.session.survey is None
    return path


def test_an_older_survey_is_upgraded_on_consent(empty_bench: Any, window: Any, older: Path,
                                                bar_texts: Callable[[], list[str]],
                                                wait_for: Callable[..., None]) -> None:
    assert bar_texts()[0].startswith("old.gpkg was made by an older plugin. Upgraded, it has room for what this one "
                                     "records")
    answer(window, "Upgrade (a backup copy is kept beside it)")
    wait_for(lambda: empty_bench.session.survey is not None)
    assert (empty_bench.session.survey.version, empty_bench.session.survey.read_only) == (SURVEY_VERSION, False)
    assert bar_texts()[0] == ("old.gpkg was upgraded. The original is kept as old.v1-backup.gpkg. Rows that had been "
                              "changed without an entry in the record: 4. They have one now.")
    assert empty_bench.sites.layer().startEditing()


def test_an_older_survey_is_opened_read_only(empty_bench: Any, window: Any, older: Path,
                                                    tmp_path: Path) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.survey.survey_errors import SurveyOlder

    before = older.read_bytes()
    answer(window, "Open for reading only")
    assert (empty_bench.session.survey.version, empty_bench.session.survey.read_only) == (1, True)
    assert empty_bench.sites.layer().featureCount() == 10 and not empty_bench.sites.layer().startEditing()
    with pytest.raises(SurveyOlder):
        empty_bench.annotation.add_site(QgsPointXY(127.3, 41.3), "barge_dock")
    project = tmp_path / "reading.qgs"
    assert empty_bench.project.write(str(project)) and empty_bench.project.read(str(project))
    assert empty_bench.session.survey.read_only and not empty_bench.sites.layer().startEditing()
    assert older.read_bytes() == before

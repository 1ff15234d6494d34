"""A restored backup is reported until the user accepts it with a reason."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPushButton

BUTTON = "Accept this state…"


@pytest.fixture
def put_back(bench: Any, messages: Any, window: Any, tmp_path: Path) -> Callable[[], None]:
    """A function that replaces the survey with an older copy without the last site, and opens it; notices are shown."""
    from yalu_plugin.gui.record.accept_state import AcceptState

    window.accept = AcceptState(bench, messages, window)
    bench.session.survey_changed.connect(messages.clear_notices)
    bench.session.error_cleared.connect(messages.dismiss)
    path, backup = bench.session.survey.path, tmp_path / "backup.gpkg"

    def put_back() -> None:
        shutil.copy(path, backup)
        add_site(bench)
        bench.project.clear()
        shutil.copyfile(backup, path)
        bench.open_survey(path)

    return put_back


def add_site(bench: Any) -> None:
    from qgis.core import QgsPointXY

    bench.annotation.add_site(QgsPointXY(128.1, 41.4), "vehicle_ford")


def accept(window: Any, reason: str | None) -> None:
    """Press the button of the notice, give a reason and press OK; without one Cancel."""
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        buttons = dialog.findChild(QDialogButtonBox)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.findChild(QLineEdit, "yalu_accept_state").setText(reason or "")
        ok.click() if reason else buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    (button,) = buttons_of(window)
    QTimer.singleShot(0, answer)
    button.click()


def buttons_of(window: Any) -> list[Any]:
    return [button for item in window.bar.items() for button in item.findChildren(QPushButton)
            if button.text() == BUTTON]


def reopened(bench: Any) -> None:
    path = bench.session.survey.path
    bench.project.clear()
    bench.open_survey(path)


def accepted(bench: Any) -> list[Any]:
    return [(row["who"], row["row_id"], json.loads(row["after"])["reason"])
            for row in bench.session.survey.rows("audit", action="accept")]


def test_it_is_reported_each_time_until_it_is_accepted(put_back: Any, bench: Any, window: Any, bar_texts: Any) -> None:
    from yalu_plugin.layers.survey.analyst import analyst

    seq = bench.session.survey.head().seq
    put_back()
    assert "is not as it was seen last" in bar_texts()[-1] and len(buttons_of(window)) == 1
    accept(window, None)
    assert accepted(bench) == [] and len(buttons_of(window)) == 1  # cancelled
    reopened(bench)
    assert "is not as it was seen last" in bar_texts()[-1]
    accept(window, "the stick was lost")
    assert bar_texts() == ["Accepted: the record states this, and your reason."]
    assert accepted(bench) == [(analyst(), str(seq + 1), "the stick was lost")]
    reopened(bench)
    assert not buttons_of(window) and not any("seen last" in text for text in bar_texts())
    assert bench.session.survey.verify((), lambda _: None).valid


def test_an_older_copy_restored_after_that_is_reported_again(put_back: Any, bench: Any, window: Any,
                                                             bar_texts: Any) -> None:
    put_back()
    accept(window, "once")
    put_back()
    assert len(buttons_of(window)) == 1
    accept(window, "twice")
    assert [reason for _, _, reason in accepted(bench)][-1] == "twice"
    reopened(bench)
    assert not buttons_of(window)


def test_a_project_that_has_seen_more_takes_over_what_was_accepted(put_back: Any, bench: Any, window: Any,
                                                                   bar_texts: Any,
                                                                   tmp_path: Path) -> None:
    """At its next saving; until then only the log has the acceptance."""
    put_back()
    lost = next(error for error, _ in window.accept._messages._notices).lost
    text = f"{bench.session.survey.id} {lost[0].seq} {lost[0].hash}"
    bench.project.writeEntry("yalu_plugin", "record", text)
    accept(window, "once")
    path = tmp_path / "p.qgz"
    assert bench.project.write(str(path))
    head = bench.session.survey.last_seen()
    assert bench.project.readEntry("yalu_plugin", "record")[0] == f"{bench.session.survey.id} {head.seq} {head.hash}"


def test_what_was_accepted_as_missing_and_comes_back_counts_again(put_back: Any, bench: Any, tmp_path: Path,
                                                                   window: Any) -> None:
    """The newer copy was found: an older one in its place is reported again."""
    put_back()
    path = bench.session.survey.path
    older = shutil.copy(path, tmp_path / "older.gpkg")
    add_site(bench)
    newer = shutil.copy(path, tmp_path / "newer.gpkg")
    bench.project.clear()
    shutil.copyfile(older, path)
    bench.open_survey(path)
    accept(window, "it seemed lost")
    bench.project.clear()
    shutil.copyfile(newer, path)
    bench.open_survey(path)
    add_site(bench)
    bench.project.clear()
    shutil.copyfile(older, path)
    bench.open_survey(path)
    assert len(buttons_of(window)) == 1


def test_a_survey_for_reading_only_has_no_such_button(put_back: Any, bench: Any, window: Any, bar_texts: Any) -> None:
    put_back()
    path = bench.session.survey.path
    bench.project.clear()
    path.chmod(0o444)
    bench.open_survey(path, reading=True)
    assert any("seen last" in text for text in bar_texts()) and not buttons_of(window)

"""Clicks that could not be written are kept, and written when the user requests it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtWidgets import QPushButton

from tests.broken_files import file_lock
from yalu_plugin.layers.survey.survey_errors import SurveyLocked, SurveyRemoved


@pytest.fixture(autouse=True)
def question(bench: Any, messages: Any, window: Any) -> Any:
    from yalu_plugin.gui.crossings.refused_actions import RefusedActions

    return RefusedActions(bench, messages, window)


def click(bench: Any, lon: float) -> None:
    bench.annotation.add_site(QgsPointXY(lon, 41.45), "barge_dock")


def press(window: Any, text: str) -> None:
    (button,) = [one for item in window.bar.items() for one in item.findChildren(QPushButton) if one.text() == text]
    button.click()


def kept(bar_texts: Any) -> list[str]:
    return [text for text in bar_texts() if "Kept, but not written" in text]


def test_clicks_refused_by_a_lock_are_written_later_and_can_be_undone(bench: Any, window: Any, bar_texts: Any) -> None:
    with file_lock(bench.session.survey.path):
        for lon in (127.6, 127.7):
            with pytest.raises(SurveyLocked):
                click(bench, lon)
        assert ["Add crossing (2)" in text for text in kept(bar_texts)] == [True]
        press(window, "Write now")  # the file is still locked
        assert len(kept(bar_texts)) == 1 and len(bench.session.survey.rows("sites")) == 6
    press(window, "Write now")
    sites = bench.session.survey.rows("sites")
    assert sorted(row["geom"] for row in sites[6:]) == ["Point (127.6 41.45)", "Point (127.7 41.45)"]
    assert kept(bar_texts) == [] and [one.split(" (")[0] for one in bench.history.done] == ["Add crossing"] * 2
    assert bench.history.undo() and len(bench.session.survey.rows("sites")) == 7


def test_a_discarded_action_is_not_written(bench: Any, window: Any, bar_texts: Any) -> None:
    with file_lock(bench.session.survey.path), pytest.raises(SurveyLocked):
        click(bench, 127.6)
    press(window, "Discard")
    assert kept(bar_texts) == [] and bench.annotation.refused() == []
    assert len(bench.session.survey.rows("sites")) == 6


def test_pending_actions_wait_until_their_survey_is_opened_again(
    bench: Any, window: Any, bar_texts: Any, tmp_path: Path
) -> None:
    path = bench.session.survey.path
    moved = path.rename(tmp_path / "moved.gpkg")
    with pytest.raises(SurveyRemoved):
        click(bench, 127.6)
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert kept(bar_texts) == []
    bench.open_survey(moved)
    assert len(kept(bar_texts)) == 1
    press(window, "Write now")
    assert len(bench.session.survey.rows("sites")) == 7

"""The question who is recording, asked once in the message bar without blocking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

QUESTION = "Who is recording? The record carries this name."


@pytest.fixture
def question(monkeypatch: pytest.MonkeyPatch, empty_bench: Any, messages: Any, window: Any) -> Iterator[Any]:
    """The question in a window without a survey, for the user han01; the settings are reset afterwards."""
    from yalu_plugin.gui.analyst_question import AnalystQuestion
    from yalu_plugin.settings import ANALYST_INITIALS, ANALYST_NAME

    monkeypatch.setattr("getpass.getuser", lambda: "han01")
    for setting in (ANALYST_NAME, ANALYST_INITIALS):
        setting.setValue("")
    yield AnalystQuestion(empty_bench, messages, window)
    for setting in (ANALYST_NAME, ANALYST_INITIALS):
        setting.setValue("")


def field(window: Any, what: str) -> Any:
    from qgis.PyQt.QtWidgets import QLineEdit

    return window.bar.findChild(QLineEdit, f"yalu_ask_analyst_{what}")


def press_keep(window: Any, qt: Any) -> None:
    from qgis.PyQt.QtWidgets import QPushButton

    qt.click(next(button for button in window.bar.findChildren(QPushButton) if button.text() == "Keep"))


def signed(bench: Any) -> str:
    """Add a site, and return the name in the last entry of the record."""
    from qgis.core import QgsPointXY

    bench.annotation.add_site(QgsPointXY(127.5, 41.5), "vehicle_ford")
    return str(max(bench.session.survey.rows("audit"), key=lambda row: row["seq"])["who"])


def test_a_click_before_the_answer_is_written_and_what_follows_carries_the_name(
        question: Any, empty_bench: Any, window: Any, bar_texts: Any, qt: Any, tmp_path: Path) -> None:
    empty_bench.new_survey(tmp_path / "a.gpkg", "A", published=False)
    assert bar_texts() == [QUESTION]
    assert field(window, "name").text() == "han01"
    assert signed(empty_bench) == "han01"
    field(window, "name").selectAll()
    qt.QTest.keyClicks(field(window, "name"), "Han So-yeon")
    qt.QTest.keyClicks(field(window, "initials"), "HSY")
    press_keep(window, qt)
    assert bar_texts() == ["Recorded under this name from now on: Han So-yeon (HSY)"]
    assert signed(empty_bench) == "Han So-yeon (HSY)"


def test_return_answers_and_it_is_not_asked_again(question: Any, empty_bench: Any, window: Any, bar_texts: Any, qt: Any,
                                                  tmp_path: Path) -> None:
    from yalu_plugin.gui.analyst_question import AnalystQuestion
    from yalu_plugin.gui.messages import Messages

    empty_bench.new_survey(tmp_path / "a.gpkg", "A", published=False)
    qt.key(field(window, "name"), qt.Qt.Key.Key_Return)
    assert bar_texts() == ["Recorded under this name from now on: han01"]
    window.bar.clearWidgets()
    AnalystQuestion(empty_bench, Messages(window.bar), window)  # as after a restart of QGIS
    empty_bench.new_survey(tmp_path / "b.gpkg", "B", published=False)
    assert bar_texts() == []


def test_an_ignored_question_is_not_repeated_in_the_session(question: Any, empty_bench: Any, window: Any,
                                                            bar_texts: Any, tmp_path: Path) -> None:
    empty_bench.new_survey(tmp_path / "a.gpkg", "A", published=False)
    window.bar.clearWidgets()
    empty_bench.new_survey(tmp_path / "b.gpkg", "B", published=False)
    assert bar_texts() == []
    assert signed(empty_bench) == "han01"


def test_a_survey_that_can_only_be_read_asks_nothing(question: Any, empty_bench: Any, bar_texts: Any,
                                                     tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    path = create_survey(tmp_path / "a.gpkg", "A").path
    path.chmod(0o444)
    empty_bench.open_survey(path)
    assert bar_texts() == []
    path.chmod(0o644)
    empty_bench.open_survey(path)
    assert bar_texts() == [QUESTION]


def test_the_suggestion_does_not_replace_a_name_given_in_the_options_meanwhile(
        question: Any, empty_bench: Any, window: Any, qt: Any, tmp_path: Path) -> None:
    from yalu_plugin.gui.options import OptionsFactory

    empty_bench.new_survey(tmp_path / "a.gpkg", "A", published=False)
    page = OptionsFactory(empty_bench).createWidget(window)
    from qgis.PyQt.QtWidgets import QLineEdit

    assert page.findChild(QLineEdit, "yalu_analyst_name").placeholderText() == "han01"
    page.findChild(QLineEdit, "yalu_analyst_name").setText(" 한소연 ")
    page.apply()
    press_keep(window, qt)
    assert signed(empty_bench) == "한소연"


def test_applying_other_options_does_not_save_the_suggested_name(question: Any, empty_bench: Any,
                                                                           window: Any) -> None:
    from yalu_plugin.gui.options import OptionsFactory
    from yalu_plugin.layers.survey.analyst import is_named

    OptionsFactory(empty_bench).createWidget(window).apply()
    assert not is_named()

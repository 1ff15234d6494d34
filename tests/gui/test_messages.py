"""Messages in the message bar: shown in full, as long as they apply, without hiding a question."""

from __future__ import annotations

import gc
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.about_site import AboutSite
from yalu_plugin.layers.survey.survey_errors import SurveyRemoved, SurveyReplaced

LONG = "All of these words are to be read. " * 9


class Failed(YaluError):
    template = "{path} " + LONG


@pytest.fixture
def wired(bench: Any, messages: Any, window: Any) -> Any:
    """The workbench connected with messages and the question about refused actions, as in the plugin."""
    from yalu_plugin.gui.crossings.refused_actions import RefusedActions

    bench.error_occurred.connect(messages.error)
    bench.noticed.connect(messages.notice)
    bench.session.survey_changed.connect(messages.clear_notices)
    bench.session.error_cleared.connect(messages.dismiss)
    bench.question = RefusedActions(bench, messages, window)
    return bench


def click(bench: Any, messages: Any, lon: float) -> None:
    with messages.reporting():
        bench.annotation.add_site(QgsPointXY(lon, 41.45), "barge_dock")


def is_whole(window: Any, lines: QTextBrowser, width: int) -> bool:
    room = lines.viewport().height() - lines.document().size().height()
    return window.width() == width and window.bar.height() >= lines.height() and 0 <= room < 20


def test_answers_that_do_not_fit_on_a_line_are_on_further_lines(window: Any, messages: Any, wait_for: Any) -> None:
    answers = ("It is the same site", "Another site, add it", "The same site, moved here", "Show both first", "Cancel")
    item = messages.ask(LONG, dict.fromkeys(answers, lambda: None), detail="more")
    tops = {}
    for width in (2200, 700):
        window.resize(width, 700)
        wait_for(lambda width=width: window.width() == width and item.findChild(QPushButton).parent().height() > 0)
        wait_for(lambda: all(item.rect().contains(button.geometry().translated(button.parent().pos()))
                             for button in item.findChildren(QPushButton)))
        tops[width] = len({button.y() for button in item.findChildren(QPushButton)})
    assert tops[2200] == 1 < tops[700]
    assert window.bar.sizeHint().width() < 700  # in one line QGIS would take the room from its docks


@pytest.mark.parametrize("show", [
    lambda messages: messages.show_message(LONG), lambda messages: messages.warn(LONG, "more"),
    lambda messages: messages.error(Failed(path="/a.gpkg")), lambda messages: messages.notice(Failed(path="/a.gpkg")),
    lambda messages: messages.ask(LONG, {"Yes": lambda: None, "No": lambda: None}, detail="more")])
def test_no_line_of_a_message_is_cut_off(window: Any, messages: Any, wait_for: Any, show: Any) -> None:
    show(messages)
    gc.collect()
    (item,) = window.bar.items()
    lines = item.findChild(QTextBrowser)
    heights = []
    for width in (900, 600, 1400):  # also after the window is resized
        window.resize(width, 700)
        wait_for(partial(is_whole, window, lines, width))
        assert not lines.verticalScrollBar().isVisible()
        heights.append(lines.height())
    assert heights[1] > heights[0] > heights[2] >= 30  # one line, as QGIS sets it


def test_a_message_behind_another_is_whole_once_it_is_shown(window: Any, messages: Any, wait_for: Any) -> None:
    item = messages.ask(LONG, {"Yes": lambda: None})
    window.bar.pushMessage("QGIS", "something else")
    window.bar.popWidget()
    lines = item.findChild(QTextBrowser)
    wait_for(lambda: lines.height() > 40 and is_whole(window, lines, window.width()))


def test_a_notice_stays_until_another_survey_is_open(
    wired: Any, window: Any, messages: Any, bar_texts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(type(messages), "_show", lambda _self, _text, detail: shown.append(detail))
    for name in "ab":
        wired.noticed.emit(Failed(path=f"/{name}.gpkg"))
    window.bar.items()[0].findChild(QPushButton).click()
    assert shown == ["/b.gpkg"]
    messages.show_message("Done")
    assert [text[:6] for text in bar_texts()] == ["Done", "b.gpkg", "a.gpkg"]
    wired.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert [text[:6] for text in bar_texts()] == ["Done"]


@pytest.mark.parametrize("how", ["removed", "written over", "moved over"])
def test_a_replaced_file_is_reported_while_it_is_replaced(wired: Any, bar_texts: Any, wait_for: Any, how: str) -> None:
    path = wired.session.survey.path
    away, backup = path.with_name("away.gpkg"), Path(shutil.copy(path, path.with_name("backup.gpkg")))
    wired.annotation.add_site(QgsPointXY(127.5, 41.45), "barge_dock")
    if how == "written over":
        shutil.copyfile(path, away)
        shutil.copyfile(backup, path)
    else:
        path.rename(away)
        if how == "moved over":
            shutil.copyfile(backup, path)
    reason = "removed or renamed" if how == "removed" else "replaced"
    wait_for(lambda: [f"was {reason} since it was opened" in text for text in bar_texts()] == [True])
    if how == "written over":
        shutil.copyfile(away, path)
    else:
        away.replace(path)
    wait_for(lambda: bar_texts() == [])
    assert len(wired.session.survey.rows("sites")) == 7


def test_a_refused_click_is_offered_with_the_reason_as_long_as_it_applies(
    wired: Any, messages: Any, window: Any, bar_texts: Any, wait_for: Any
) -> None:
    path = wired.session.survey.path
    away = path.rename(path.with_name("away.gpkg"))
    wait_for(bar_texts)
    click(wired, messages, 127.6)
    click(wired, messages, 127.7)
    (text,) = bar_texts()
    assert text.startswith(f"Kept, but not written yet: Add crossing (2). {path.name} was removed or renamed")
    away.rename(path)
    wait_for(lambda: bar_texts() == ["Kept, but not written yet: Add crossing (2)"])
    (write,) = [one for one in window.bar.items()[0].findChildren(QPushButton) if one.text() == "Write now"]
    write.click()
    assert bar_texts() == ["Written: Add crossing, Add crossing"] and len(wired.session.survey.rows("sites")) == 8


def test_the_reason_is_not_shown_in_another_survey(
    wired: Any, messages: Any, bar_texts: Any, wait_for: Any, tmp_path: Path
) -> None:
    path = wired.session.survey.path
    away = path.rename(path.with_name("away.gpkg"))
    click(wired, messages, 127.6)
    wired.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert bar_texts() == []
    away.rename(path)
    wired.open_survey(path)
    assert bar_texts() == ["Kept, but not written yet: Add crossing"]


def test_an_error_is_reported_once_and_another_one_again(wired: Any, wait_for: Any) -> None:
    errors: list[type[YaluError]] = []
    wired.error_occurred.connect(lambda error: errors.append(type(error)))
    path = wired.session.survey.path
    other = Path(shutil.copy(path, path.with_name("other.gpkg")))
    path.rename(path.with_name("away.gpkg"))
    for _ in range(3):
        wired.session.refresh()
    other.rename(path)
    for _ in range(3):
        wired.session.refresh()
    assert errors == [SurveyRemoved, SurveyReplaced]


class Refused(YaluError):
    template = "Refused because of {why}."


def test_an_error_about_a_site_stays_until_it_is_recorded(messages: Any, bar_texts: Any, monkeypatch: Any) -> None:
    """A message about another site may follow within 0.1 s."""
    from yalu_plugin.gui import messages as module
    from yalu_plugin.gui import pinned_error

    now = 0.0
    for one in (module, pinned_error):
        monkeypatch.setattr(one, "monotonic", lambda: now)
    messages.error(Refused(why="clouds"), AboutSite("173", "Ford 173"))
    line = "Ford 173: Refused because of clouds."
    for news in (messages.clear, lambda: messages.show_message("recorded", AboutSite("174")),
                 lambda: messages.show_message("recorded"),
                 lambda: messages.clear(AboutSite("174"))):
        news()
        assert line in bar_texts()
    messages.error(Refused(why="rain"), AboutSite("175", "Ford 175"))
    assert {line, "Ford 175: Refused because of rain."} <= set(bar_texts())  # neither was shown for long enough
    now = 3.9
    messages.warn("something else")
    assert line in bar_texts()
    now = 5.0
    messages.show_message("recorded", AboutSite("174"))
    assert line in bar_texts()
    messages.show_message("recorded", AboutSite("173"))
    assert line not in bar_texts() and "Ford 175: Refused because of rain." in bar_texts()
    messages.warn("something else")  # the error was shown long enough
    assert bar_texts() == ["something else"]
    messages.error(Refused(why="x"), AboutSite("1", "A"))
    messages.error(Refused(why="y"), AboutSite("1", "A"))  # the same site: one line
    assert bar_texts() == ["A: Refused because of y."]
    messages.clear_notices()
    assert bar_texts() == []


def test_a_key_pressed_too_early_is_reported_until_the_site_is_recorded(messages: Any, bar_texts: Any, window: Any,
                                                                   monkeypatch: Any) -> None:
    from yalu_plugin.gui import messages as module
    from yalu_plugin.gui import pinned_error
    from yalu_plugin.layers.survey.observations import NotDrawnYet

    now, shown = 0.0, []
    for one in (module, pinned_error):
        monkeypatch.setattr(one, "monotonic", lambda: now)

    def at(step: str, site: str = "211") -> AboutSite:
        return AboutSite(site, f"Ford {site}", step, lambda: shown.append((site, step)))

    for step in ("may", "june"):
        messages.error(NotDrawnYet(scene=step), at(step))
    messages.error(Refused(why="clouds"), at("july"))
    now = 60.0
    messages.show_message("recorded", at("july"))
    messages.warn("something else")
    messages.clear(at("june", "212"))
    assert [line.split(" is not")[0] for line in bar_texts()] == ["Ford 211: june", "Ford 211: may"]
    (go, *_) = [one for one in window.bar.items()[0].findChildren(QPushButton) if one.text() == "Go there"]
    go.click()
    assert shown == [("211", "june")] and len(bar_texts()) == 2
    messages.error(NotDrawnYet(scene="june"), at("june"))  # again: one line
    assert len(bar_texts()) == 2
    messages.clear(at("june"))
    assert [line.split(" is not")[0] for line in bar_texts()] == ["Ford 211: may"]
    messages.clear_site_errors({"211"})
    assert bar_texts() == []


def test_only_the_error_about_the_scene_ends_with_the_scene(messages: Any, bar_texts: Any) -> None:
    from yalu_plugin.layers.survey.observations import SceneHidden

    messages.error(SceneHidden(scene="may"))
    messages.clear_not_seen()
    assert bar_texts() == []
    messages.error(Refused(why="rain"))
    messages.clear_not_seen()
    assert bar_texts() == ["Refused because of rain."]


def test_a_prompt_stays_until_it_is_removed(messages: Any, bar_texts: Any) -> None:
    """Letter keys still record meanwhile, with their messages."""
    prompt = messages.prompt("Click where it lies")
    messages.show_message("recorded")
    messages.clear()
    messages.error(Refused(why="rain"))
    assert bar_texts() == ["Refused because of rain.", "Click where it lies"]
    messages.remove_message(prompt)
    messages.remove_message(prompt)
    assert bar_texts() == ["Refused because of rain."]


def test_an_error_that_names_the_site_does_not_name_it_twice(messages: Any, bar_texts: Any) -> None:
    with messages.reporting(AboutSite("1", "Ford")):
        raise Refused(why="Ford")
    assert bar_texts() == ["Refused because of Ford."]
    with messages.reporting(AboutSite("1", "Ref")):  # a name that is part of the text by chance
        raise Refused(why="Ford")
    assert bar_texts() == ["Ref: Refused because of Ford."]


def test_unloading_removes_the_plugin_s_messages_only(messages: Any, bar_texts: Any, window: Any) -> None:
    window.bar.pushMessage("QGIS", "stays")
    messages.ask("Who?", {"Keep": lambda: None})
    messages.notice(Refused(why="notice"))
    messages.error(Refused(why="Ford"), AboutSite("1", "Ford"))
    messages.warn("warned", buttons={"Out": lambda: None})
    assert len(bar_texts()) == 5
    messages.release()
    assert bar_texts() == ["stays"]

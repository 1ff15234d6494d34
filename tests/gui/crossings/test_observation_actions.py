"""Correcting, withdrawing, noting and reporting observations by keys and dialogs, and the card that lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLineEdit, QWidget

OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


@pytest.fixture
def panel(bench: Any, messages: Any, actions: Any, window: Any) -> Any:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.lineage_actions import LineageActions
    from yalu_plugin.gui.crossings.observation_actions import ObservationActions

    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    dock.lineage = LineageActions(bench, messages, actions, dock.sites, window.canvas, window)
    dock.observing = ObservationActions(bench, messages, actions, dock.sites, window.canvas, window, dock.lineage)
    bench.error_occurred.connect(messages.error)
    dock.show()
    yield dock
    dock.observing.release()
    dock.lineage.tool.release()


@pytest.fixture
def site(panel: Any, bench: Any) -> str:
    """A selected site with three observations, one of them on an image."""
    found = str(bench.session.survey.rows("sites")[1]["id"])
    bench.session.change("test", added={
        "images": [{"id": "image", "acquired_from": "2024-06-03T00:00:00Z", "acquired_to": "2024-06-05T00:00:00Z",
                    "date_kind": "acquired", "platform": "sat", "uri": "a.tif"}],
        "observations": [
            {"id": "1", "site_id": found, "state": "absent", "seen_from": "2024-04-11", "seen_to": "2024-04-11"},
            {"id": "2", "site_id": found, "state": "not_observable", "reason": "cloud", "seen_from": "2024-05-01",
             "seen_to": "2024-05-01"},
            {"id": "3", "site_id": found, "state": "present", "seen_from": "2024-06-03", "seen_to": "2024-06-05",
             "image_id": "image", "confidence": "probable", "likelihood": "likely", "below_resolution": True,
             "created_by": "Kim (K)", "note": "two lanes"}]})
    bench.sites.select([found])
    return found


@pytest.fixture
def card(panel: Any, site: str, actions: Any, window: Any) -> Any:
    actions.by_name["site_card"].trigger()
    return window.findChild(QWidget, "yalu_site_dialog")


def seen(bench: Any, row_id: str) -> dict[str, Any] | None:
    return next(iter(bench.session.survey.rows("observations", id=row_id)), None)


def press(widget: Any, key: Any) -> None:
    from qgis.PyQt.QtCore import QCoreApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier))


def in_next_dialog(act: Callable[[Any], None], errors: list[BaseException]) -> None:
    """Run `act` with the next dialog, and close the dialog in any case."""
    def run() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            act(dialog)
        except BaseException as error:  # noqa: BLE001 - otherwise the dialog stays open and the test hangs
            errors.append(error)
        if dialog is not None and dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, run)


def with_dialog(trigger: Callable[[], None], act: Callable[[Any], None]) -> None:
    errors: list[BaseException] = []
    in_next_dialog(act, errors)
    trigger()
    if errors:
        raise errors[0]


def child(dialog: Any, name: str, kind: Any = QWidget) -> Any:
    return dialog.findChild(kind, name)


def button(dialog: Any, which: Any) -> Any:
    return dialog.findChild(QDialogButtonBox).button(which)


def choose(dialog: Any, name: str, word: str | None) -> None:
    box = child(dialog, name, QComboBox)
    box.setCurrentIndex(box.findData(word))


def table(card: Any) -> list[list[str]]:
    tree = child(card, "yalu_observations")
    return [[tree.topLevelItem(row).text(at) for at in range(tree.columnCount())]
            for row in range(tree.topLevelItemCount())]


# the card

def test_the_card_lists_the_newest_first_and_the_changes_of_state(card: Any) -> None:
    assert table(card)[:3] == [
        ["2024-06-03 to 2024-06-05", "Present, below resolution", "Acquired", "image sat 2024-06-03",
         "Kim (K)", "Probable", "Likely (55 to 80 %)", "two lanes"],
        ["2024-05-01", "Not observable (cloud)", "Reported", "not stated", "", "", "", ""],
        ["2024-04-11", "Absent", "Reported", "not stated", "", "", "", ""]]
    bounds = child(card, "yalu_bounds")
    assert bounds.item(0).text() == ("Present, below resolution: first seen 2024-06-03 to 2024-06-05, last seen "
                                     "without 2024-04-11; 1 inconclusive look between")


def test_the_card_follows_selection_and_changes(card: Any, bench: Any, site: str) -> None:
    bench.observing.correct(seen(bench, "1"), "why", state="washed_out")
    assert "Washed out" in [row[1] for row in table(card)]
    bench.history.undo()
    assert "Washed out" not in [row[1] for row in table(card)]
    bench.sites.select([])
    assert table(card) == [] and "Select a site." in child(card, "yalu_site_about").text()
    bench.sites.select(list(bench.session.facts.site_ids())[:2])
    assert table(card) == [] and "2 sites are selected" in child(card, "yalu_site_about").text()


def test_the_record_is_read_when_its_page_is_shown(card: Any, bench: Any, site: str,
                                                      wait_for: Callable[..., None]) -> None:
    bench.observing.correct(seen(bench, "3"), "the <b>north</b> lane", note="one lane")
    listed = child(card, "yalu_site_record")
    assert listed.topLevelItemCount() == 0
    card.pages.setCurrentWidget(card.record)
    wait_for(lambda: listed.topLevelItemCount())
    first = [listed.topLevelItem(0).text(at) for at in range(6)]
    assert first[2:] == ["correct", "the <b>north</b> lane", "observations", "note: two lanes → one lane"]
    bench.observing.withdraw([seen(bench, "2")], "another place")
    assert [listed.topLevelItem(0).text(at) for at in (2, 3, 5)] == ["withdraw", "another place", "Deleted"]
    bench.history.undo()
    assert listed.topLevelItem(0).text(2) == "undo"
    other = str(bench.session.survey.rows("sites")[0]["id"])
    bench.sites.select([other])
    wait_for(lambda: card.record._reading is None)
    assert "another place" not in [listed.topLevelItem(row).text(3) for row in range(listed.topLevelItemCount())]


# correct, withdraw

def test_the_last_observation_is_corrected_with_a_reason(panel: Any, bench: Any, site: str, actions: Any) -> None:
    def act(dialog: Any) -> None:
        assert "Present, below resolution, 2024-06-03 to 2024-06-05" in child(dialog, "yalu_correct_about").text()
        assert child(dialog, "yalu_correct_state").currentData() == "present"
        choose(dialog, "yalu_correct_state", "under_construction")
        assert not button(dialog, OK).isEnabled()
        QTest.keyClicks(child(dialog, "yalu_correct_why"), "no tracks on the ramp")
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    before = seen(bench, "3")
    with_dialog(actions.by_name["correct_observation"].trigger, act)
    assert seen(bench, "3") == {**before, "state": "under_construction"}
    entry = bench.session.survey.entries_of_site(site)[0]
    assert entry.action == "correct: no tracks on the ramp" and entry.before["state"] == "present"


def test_a_reason_alone_corrects_nothing(panel: Any, bench: Any, site: str, actions: Any) -> None:
    def act(dialog: Any) -> None:
        QTest.keyClicks(child(dialog, "yalu_correct_why"), "why")
        assert not button(dialog, OK).isEnabled()
        child(dialog, "yalu_correct_seen_to").setText("2024-13-01")
        assert not button(dialog, OK).isEnabled()
        child(dialog, "yalu_correct_seen_to").setText("2024-06-04")
        assert button(dialog, OK).isEnabled()

    seq = bench.session.facts.seq
    with_dialog(actions.by_name["correct_observation"].trigger, act)
    assert bench.session.facts.seq == seq


def test_the_selected_observation_is_withdrawn(card: Any, bench: Any, site: str, actions: Any, bar_texts: Any) -> None:
    tree = child(card, "yalu_observations")
    tree.setCurrentItem(tree.topLevelItem(1))

    def act(dialog: Any) -> None:
        assert "Not observable (cloud)" in child(dialog, "yalu_withdraw_question").text()
        assert not button(dialog, OK).isEnabled()
        QTest.keyClicks(child(dialog, "yalu_withdraw", QLineEdit), "wrong site")
        QTest.keyClick(child(dialog, "yalu_withdraw", QLineEdit), Qt.Key.Key_Return)

    with_dialog(actions.by_name["withdraw_observation"].trigger, act)
    assert seen(bench, "2") is None and "Undo brings it back" in bar_texts()[0]
    assert bench.session.survey.entries_of_site(site)[0].action == "withdraw: wrong site"
    bench.history.undo()
    assert seen(bench, "2")["reason"] == "cloud" and len([row for row in table(card) if "cloud" in row[1]]) == 1


def test_an_observation_changed_meanwhile_is_refused_in_one_line(panel: Any, bench: Any, site: str, actions: Any,
                                                                 bar_texts: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    def act(dialog: Any) -> None:
        open_survey(bench.session.survey.path).change("x", replaced={"observations": [
            {**seen(bench, "3"), "note": "theirs"}]})
        choose(dialog, "yalu_correct_state", "absent")
        QTest.keyClicks(child(dialog, "yalu_correct_why"), "mine")
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    with_dialog(actions.by_name["correct_observation"].trigger, act)
    assert (seen(bench, "3")["state"], seen(bench, "3")["note"]) == ("present", "theirs")
    assert "changed by somebody else" in bar_texts()[0]


# note, report

@pytest.mark.parametrize("where", ["list", "map"])
def test_m_writes_a_note(panel: Any, bench: Any, site: str, window: Any, where: str) -> None:
    def act(dialog: Any) -> None:
        line = child(dialog, "yalu_note", QLineEdit)
        assert line.text() == "two lanes"
        line.setText("three lanes")
        QTest.keyClick(line, Qt.Key.Key_Return)

    with_dialog(lambda: press(panel.sites if where == "list" else window.canvas, Qt.Key.Key_M), act)
    assert seen(bench, "3")["note"] == "three lanes"


def test_a_report_of_a_span(panel: Any, bench: Any, site: str, actions: Any) -> None:
    def act(dialog: Any) -> None:
        assert not button(dialog, OK).isEnabled()
        choose(dialog, "yalu_report_state", "present")
        child(dialog, "yalu_report_seen_from").setText("2024-08-01")
        child(dialog, "yalu_report_seen_to").setText("2024-08-31")
        assert not button(dialog, OK).isEnabled()
        QTest.keyClicks(child(dialog, "yalu_report_title"), "A witness")
        choose(dialog, "yalu_report_likelihood", "even")
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    with_dialog(actions.by_name["report_observation"].trigger, act)
    row = bench.observing.likely_observation(site)
    assert (row["state"], row["seen_from"], row["seen_to"], row["image_id"], row["likelihood"]) == (
        "present", "2024-08-01", "2024-08-31", None, "even")
    assert bench.session.facts.row("sources", row["source_id"])["title"] == "A witness"


@pytest.mark.parametrize("action", ["correct_observation", "withdraw_observation", "note_observation",
                                    "report_observation"])
@pytest.mark.parametrize("selected", [0, 2])
def test_no_site_or_several_is_reported(panel: Any, bench: Any, site: str, actions: Any, bar_texts: Any, action: str,
                                        selected: int) -> None:
    bench.sites.select(list(bench.session.facts.site_ids())[:selected])
    actions.by_name[action].trigger()
    assert f"{selected} sites are selected" in bar_texts()[0]


@pytest.mark.parametrize("action", ["correct_observation", "withdraw_observation", "note_observation",
                                    "report_observation", "retire_site", "merge_sites"])
def test_a_survey_being_read_is_reported(panel: Any, bench: Any, site: str, actions: Any, bar_texts: Any,
                                         action: str) -> None:
    facts, bench.session.facts = bench.session.facts, None
    bench.sites.select([row["id"] for row in bench.session.survey.rows("sites")[:2 if "merge" in action else 1]])
    actions.by_name[action].trigger()
    bench.session.facts = facts
    assert "still being read" in bar_texts()[0]


def test_a_site_without_observations(panel: Any, bench: Any, actions: Any, bar_texts: Any) -> None:
    from qgis.core import QgsPointXY

    bench.sites.select([bench.annotation.add_site(QgsPointXY(127.9, 41.5), "barge_dock")])
    actions.by_name["correct_observation"].trigger()
    assert "Nothing was recorded of this site yet" in bar_texts()[0]


def test_reading_only_and_without_a_survey(panel: Any, bench: Any, site: str, actions: Any) -> None:
    from dataclasses import replace

    bench.session.survey = replace(bench.session.survey, read_only=True)
    bench.session.survey_changed.emit()
    assert not any(action.isEnabled() for action in panel.observing.actions)
    press(panel.sites, Qt.Key.Key_M)
    assert QApplication.activeModalWidget() is None and actions.by_name["site_card"].isEnabled()


def test_no_survey_at_all(empty_bench: Any, messages: Any, actions: Any, window: Any, bar_texts: Any) -> None:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.lineage_actions import LineageActions
    from yalu_plugin.gui.crossings.observation_actions import ObservationActions

    dock = CrossingsDock(empty_bench, messages, actions, window.canvas, window)
    lineage = LineageActions(empty_bench, messages, actions, dock.sites, window.canvas, window)
    observing = ObservationActions(empty_bench, messages, actions, dock.sites, window.canvas, window, lineage)
    assert not any(action.isEnabled() for action in (*observing.actions, *lineage.actions))
    actions.by_name["site_card"].trigger()
    assert "No survey is open" in bar_texts()[0]
    observing.release()
    lineage.tool.release()


def test_dialogs_of_the_card_return_the_focus_to_it(card: Any, actions: Any, panel: Any, window: Any) -> None:
    """Otherwise the next letter records in the list behind it."""
    parents: list[Any] = []
    for name in ("note_observation", "withdraw_observation", "correct_observation", "report_observation"):
        with_dialog(actions.by_name[name].trigger, lambda dialog: (parents.append(dialog.parent()), dialog.reject()))
    assert parents == [card] * 4
    card.close()
    with_dialog(actions.by_name["note_observation"].trigger, lambda dialog: (
        parents.append(dialog.parent()), dialog.reject()))
    assert parents[-1] is window


def test_a_new_observation_replaces_the_selection_in_the_card(card: Any, panel: Any, bench: Any, site: str,
                                                                   actions: Any) -> None:
    from yalu_plugin.layers.survey.analyst import analyst

    tree = child(card, "yalu_observations")
    tree.setCurrentItem(tree.topLevelItem(0))
    assert [row["id"] for row in card.observations.selected_rows()] == ["3"]
    bench.session.change("test", added={"observations": [
        {"id": "now", "site_id": site, "state": "present", "seen_from": "2024-01-01", "seen_to": "2024-01-01",
         "created_by": analyst(), "created_at": "2026-01-01T00:00:00Z"}]})
    assert card.observations.selected_rows() == []
    about: list[str] = []
    with_dialog(actions.by_name["note_observation"].trigger, lambda dialog: (
        about.append(child(dialog, "yalu_note_question").text()), dialog.reject()))
    assert about[0].endswith("Present, 2024-01-01")

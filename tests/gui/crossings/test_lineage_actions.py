"""Retiring, rebuilding, merging and splitting sites by menu and click, and editing their fields in the card."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPushButton, QSpinBox

from tests.gui.crossings.test_edit_actions import click
from tests.gui.crossings.test_observation_actions import OK, button, child, choose, panel, with_dialog  # noqa: F401
from yalu_plugin.core.errors import YaluError


@pytest.fixture
def two(panel: Any, bench: Any, window: Any) -> list[str]:  # noqa: F811
    """Two sites added close together in the middle of the map, the first selected and observed twice."""
    from yalu_plugin.gui.map_coordinates import from_lonlat

    window.canvas.setExtent(from_lonlat(window.canvas).transformBoundingBox(QgsRectangle(127.5, 41.4, 127.7, 41.5)))
    ids = [str(bench.annotation.add_site(QgsPointXY(lon, 41.45), "vehicle_ford")) for lon in (127.6, 127.602)]
    bench.session.change("test", added={"observations": [
        {"id": day, "site_id": ids[0], "state": "present", "seen_from": day, "seen_to": day}
        for day in ("2024-01-01", "2024-02-01")]})
    panel.go_to(ids[0])
    return ids


def site(bench: Any, site_id: str) -> dict[str, Any] | None:
    return next(iter(bench.session.survey.rows("sites", id=site_id)), None)


def test_several_are_retired_and_brought_back(two: list[str], panel: Any, bench: Any, actions: Any,  # noqa: F811
                                              bar_texts: Any) -> None:
    def act(dialog: Any) -> None:
        assert "2 sites" in child(dialog, "yalu_retire_about").text()
        child(dialog, "yalu_retire_day").setText("2024-13-01")
        assert not button(dialog, OK).isEnabled()
        child(dialog, "yalu_retire_day").setText("2024-03-01")
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    bench.sites.select(two)
    with_dialog(actions.by_name["retire_site"].trigger, act)
    assert [site(bench, one)["retired_on"] for one in two] == ["2024-03-01"] * 2
    assert "2 retired" in child(panel, "yalu_located").text()
    listed = panel.sites.sites_model
    assert listed.index(listed.row_of(two[0]), 2).data() == "Present, retired"
    bench.history.undo()
    assert "retired" not in child(panel, "yalu_located").text()
    bench.history.redo()
    actions.by_name["bring_back_site"].trigger()
    assert [site(bench, one)["retired_on"] for one in two] == [None, None]


def test_retiring_a_site_that_was_seen_later_is_refused(two: list[str], bench: Any, actions: Any,
                                                        bar_texts: Any) -> None:
    def act(dialog: Any) -> None:
        assert child(dialog, "yalu_retire_day").text() == "2024-02-01"  # the last day on which it was present
        child(dialog, "yalu_retire_day").setText("2024-01-15")
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)
        refused = child(dialog, "yalu_retire_refused")
        assert dialog.isVisible() and "was seen (2024-02-01) after that day" in refused.text()
        assert site(bench, two[0])["retired_on"] is None
        child(dialog, "yalu_retire_day").setText("2024-02-02")
        assert not refused.isVisible()
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    with_dialog(actions.by_name["retire_site"].trigger, act)
    assert site(bench, two[0])["retired_on"] == "2024-02-02"
    line = bar_texts()[0]
    assert line.startswith("Retire on 2024-02-02 (Vehicle crossing #") and "Undo reverts it" in line


def test_the_day_on_screen_is_offered(two: list[str], bench: Any, actions: Any) -> None:
    from datetime import date

    bench.imagery.show_day(date(2024, 7, 14))
    days: list[str] = []
    with_dialog(actions.by_name["retire_site"].trigger, lambda dialog: (
        days.append(child(dialog, "yalu_retire_day").text()), dialog.reject()))
    assert days == ["2024-07-14"] and site(bench, two[0])["retired_on"] is None


def test_a_click_makes_the_successor(two: list[str], panel: Any, bench: Any, actions: Any,  # noqa: F811
                                     window: Any) -> None:
    actions.by_name["successor_site"].trigger()
    assert window.canvas.mapTool() is panel.lineage.tool
    click(window.canvas, QgsPointXY(127.601, 41.4505))
    (new,) = bench.sites.selected()
    assert new not in two and site(bench, new)["replaces_site_id"] == two[0]
    assert window.canvas.mapTool() is not panel.lineage.tool
    bench.history.undo()
    assert site(bench, new) is None


def successor(dialog: Any, metres: int, way: str) -> str:
    box = child(dialog, "yalu_successor_way", QComboBox)
    box.setCurrentIndex(box.findText(way))
    line = child(dialog, "yalu_successor_metres", QSpinBox)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, str(metres))
    return str(child(dialog, "yalu_successor_place").text())


def test_a_typed_distance_makes_the_successor(two: list[str], panel: Any, bench: Any, actions: Any,  # noqa: F811
                                              bar_texts: Any, wait_for: Any) -> None:
    """It is previewed, the card shows the typed distance, and no observation is recorded."""
    from yalu_plugin.gui.crossings.replacement_chain import chain_texts

    previews: list[str] = []
    wait_for(lambda: bench.river.chainages)  # the packages that measure are imported in a thread
    old = bench.annotation.add_site(QgsPointXY(128.1863, 41.4112), "vehicle_ford")  # next to the Hyesan ford
    bench.sites.select([old])

    def act(dialog: Any) -> None:
        assert not button(dialog, OK).isEnabled()
        assert "ends" in successor(dialog, 900_000, "Upstream") and not button(dialog, OK).isEnabled()
        assert panel.lineage._proposed._band is None
        previews.append(successor(dialog, 180, "Downstream"))
        assert panel.lineage._proposed._band.asGeometry().constGet().nCoordinates() == 2
        assert len(bench.session.survey.rows("sites")) == before
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    before = len(bench.session.survey.rows("sites"))
    with_dialog(actions.by_name["successor_along"].trigger, act)
    (new,) = bench.sites.selected()
    assert site(bench, new)["replaces_site_id"] == old and site(bench, new)["location_accuracy_m"] is None
    assert not bench.session.survey.rows("observations", site_id=new)
    assert panel.lineage._proposed._band is None
    assert "180 m downstream along the river" in previews[0]
    (step,) = chain_texts(bench, site(bench, new))
    assert "180 m downstream along the river" in step
    bench.history.undo()
    assert site(bench, new) is None


def test_a_site_far_from_the_line_is_not_rebuilt_along_it(two: list[str], bench: Any, actions: Any,
                                                          panel: Any) -> None:  # noqa: F811
    def act(dialog: Any) -> None:
        assert "off the river line: farther than 5 km" in successor(dialog, 180, "Upstream")
        assert not button(dialog, OK).isEnabled()
        dialog.reject()

    bench.sites.select([bench.annotation.add_site(QgsPointXY(127.6, 42.0), "vehicle_ford")])
    before = len(bench.session.survey.rows("sites"))
    with_dialog(actions.by_name["successor_along"].trigger, act)
    assert len(bench.session.survey.rows("sites")) == before


def answer(window: Any, text: str, answer: str) -> None:
    item = next(one for one in window.bar.items() if text in one.text())
    next(one for one in item.findChildren(QPushButton) if one.text() == answer).click()


def test_rebuilding_asks_whether_to_retire_the_old_site(two: list[str], panel: Any, bench: Any, actions: Any,  # noqa: F811
                                                        window: Any, bar_texts: Any) -> None:
    from yalu_plugin.gui.crossings.replacement_chain import chain_texts
    from yalu_plugin.gui.crossings.site_texts import SiteContext, tooltip

    def notes(site_id: str) -> tuple[str, str]:
        row = bench.session.facts.row("sites", site_id)
        return chain_texts(bench, row)[0], tooltip(SiteContext(bench.session.facts, None, bench.river.positions), row)

    actions.by_name["successor_site"].trigger()
    assert any("was rebuilt. Esc" in line for line in bar_texts())
    click(window.canvas, QgsPointXY(127.601, 41.4505))
    (new,) = bench.sites.selected()
    assert not any("Esc" in line for line in bar_texts())  # the prompt is over
    assert "and both count" in bar_texts()[0]  # the question is on top
    for one in (two[0], new):
        assert "is not retired: both count" in notes(one)[0]
    assert "which is not retired: both count" in notes(new)[1]
    answer(window, "and both count", "Keep both")
    assert site(bench, two[0])["retired_on"] is None
    decided = bench.session.survey.rows("audit")[-1]
    assert (decided["action"], decided["row_id"], decided["who"]) == ("keep both", new, site(bench, new)["modified_by"])
    assert bench.history.done[0].startswith("Keep both")
    panel.lineage.ask_to_retire(two[0], new)
    answer(window, "and both count", "Retire")
    from datetime import datetime, timedelta, timezone

    today = datetime.now(timezone.utc).date()
    assert site(bench, two[0])["retired_on"] in {str(today - timedelta(days=n)) for n in (0, 1)}
    assert "both count" not in notes(new)[0] + notes(new)[1] and panel.lineage.ask_to_retire(two[0], new) is None
    assert not any("and both count" in line for line in bar_texts())


def test_it_counts_no_longer_than_until_the_day_before(two: list[str], bench: Any) -> None:
    """And at least until its last observation as present."""
    new = bench.lineage.add_successor(two[0], QgsPointXY(127.601, 41.4505))
    bench.session.change("test", added={"observations": [
        {"id": "new", "site_id": new, "state": "present", "seen_from": "2024-05-03", "seen_to": "2024-05-04"}]})
    assert str(bench.lineage.last_day_before(two[0], new)) == "2024-05-02"
    bench.session.change("test", added={"observations": [
        {"id": "late", "site_id": two[0], "state": "present", "seen_from": "2024-06-01", "seen_to": "2024-06-02"}]})
    assert str(bench.lineage.last_day_before(two[0], new)) == "2024-06-02"


@pytest.mark.parametrize("day", [
    "", "soon", "2024", "2024-13-01", "0001-01-01", "9999-12-31", "１２３４-01-01", None, "' OR 1"])
def test_a_successor_seen_on_any_day_at_all(two: list[str], bench: Any, panel: Any,  # noqa: F811
                                            day: str | None) -> None:
    from datetime import date

    new = bench.lineage.add_successor(two[1], QgsPointXY(127.601, 41.4505))
    rows = [{"id": f"odd {one}", "site_id": one, "state": "present", "seen_from": day, "seen_to": day}
            for one in (new, two[1])]
    try:
        bench.session.change("test", added={"observations": rows})
    except YaluError:
        return  # the file itself refuses it
    assert isinstance(bench.lineage.last_day_before(two[1], new), date)
    panel.lineage.ask_to_retire(two[1], new)


def test_undone_meanwhile_the_old_one_is_not_retired(two: list[str], bench: Any, actions: Any, window: Any,
                                                     bar_texts: Any) -> None:
    actions.by_name["successor_site"].trigger()
    click(window.canvas, QgsPointXY(127.601, 41.4505))
    assert any("and both count" in line for line in bar_texts())
    bench.history.undo()
    assert site(bench, two[0])["retired_on"] is None and not any("and both count" in line for line in bar_texts())


def test_merging_describes_what_is_merged(two: list[str], bench: Any, actions: Any) -> None:
    bench.session.change("test", added={"observations": [
        {"id": "else", "site_id": two[1], "state": "absent", "seen_from": "2024-01-01", "seen_to": "2024-01-01"}]})
    texts: list[str] = []

    def act(dialog: Any) -> None:
        listed = child(dialog, "yalu_merge_sites", QListWidget)
        for row in (0, 1):
            listed.setCurrentRow(row)
            texts.extend(listed.item(at).text() for at in (0, 1))
        texts.append(child(dialog, "yalu_merge_conflicts").text())
        dialog.reject()

    bench.sites.select(two)
    with_dialog(actions.by_name["merge_sites"].trigger, act)
    assert all("Vehicle crossing" in text for text in texts[:4])
    assert "2 observations · is kept" in texts[0] and "1 observation · 167 m away" in texts[1]
    assert "2 observations · 167 m away" in texts[2] and "1 observation · is kept" in texts[3]
    assert "2 observations, the last by 2024-01-01" in texts[4] and "will not be known" in texts[4]
    bench.history.undo()
    assert site(bench, two[0]) is not None


def test_a_value_selected_by_keys_is_written_once_confirmed(fields: Any, two: list[str], bench: Any,
                                                            bar_texts: Any) -> None:
    box, line = child(fields, "yalu_site_confidence"), child(fields, "yalu_site_note", QLineEdit)
    QApplication.setActiveWindow(fields)
    box.setFocus()
    first, seq = box.currentData(), bench.session.facts.seq
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_C):
        QTest.keyClick(box, key)
    assert bench.session.facts.seq == seq and box.currentData() != first
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.currentData() == first and fields.isVisible() and bench.session.facts.seq == seq
    QTest.keyClick(box, Qt.Key.Key_Up)
    now = box.currentData()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert site(bench, two[0])["confidence"] == now and fields.isVisible()
    assert bar_texts()[0].startswith("Confidence: ") and "Undo reverts it" in bar_texts()[0]
    QTest.keyClick(box, Qt.Key.Key_Down)
    line.setFocus()  # losing focus confirms it, too
    assert site(bench, two[0])["confidence"] == first
    QTest.keyClick(box, Qt.Key.Key_Up)
    bench.sites.select([two[1]])  # the value is written to the site shown when it was selected
    assert (site(bench, two[0])["confidence"], site(bench, two[1])["confidence"]) == (now, first)


def test_escape_restores_the_text_of_a_line(fields: Any, two: list[str], bench: Any) -> None:
    line, seq = child(fields, "yalu_site_note", QLineEdit), bench.session.facts.seq
    line.setFocus()
    QTest.keyClicks(line, "typed")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "" and fields.isVisible() and bench.session.facts.seq == seq
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not fields.isVisible()


def test_merged_into_the_chosen_one(two: list[str], bench: Any, actions: Any) -> None:
    def act(dialog: Any) -> None:
        child(dialog, "yalu_merge_sites", QListWidget).setCurrentRow(1)
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)

    bench.sites.select(two)
    with_dialog(actions.by_name["merge_sites"].trigger, act)
    assert site(bench, two[0]) is None and bench.sites.selected() == [two[1]]
    assert len(bench.session.survey.rows("observations", site_id=two[1])) == 2
    bench.history.undo()
    assert len(bench.session.survey.rows("observations", site_id=two[0])) == 2


@pytest.mark.parametrize(("action", "selected", "line"), [
    ("merge_sites", 1, "1 site is selected"), ("merge_sites", 0, "0 sites are selected"),
    ("retire_site", 0, "0 sites are selected"), ("bring_back_site", 0, "0 sites are selected"),
    ("successor_site", 2, "2 sites are selected"), ("split_site", 2, "2 sites are selected"),
    ("split_site", 1, "Choose, in the card")])
def test_a_missing_selection_is_reported_in_one_line(two: list[str], bench: Any, actions: Any, bar_texts: Any,
                                                     action: str,
                                                     selected: int, line: str) -> None:
    bench.sites.select(two[:selected])
    seq = bench.session.facts.seq
    actions.by_name[action].trigger()
    assert line in bar_texts()[0] and bench.session.facts.seq == seq


def test_observations_selected_in_the_card_are_split_off(two: list[str], panel: Any, bench: Any, actions: Any,  # noqa: F811
                                                 window: Any) -> None:
    actions.by_name["site_card"].trigger()
    card = window.findChild(object, "yalu_site_dialog")
    tree = child(card, "yalu_observations")
    tree.setCurrentItem(tree.topLevelItem(0))
    actions.by_name["split_site"].trigger()
    click(window.canvas, QgsPointXY(127.601, 41.4505))
    (new,) = bench.sites.selected()
    assert [row["id"] for row in bench.session.facts.observations_of(new)] == ["2024-02-01"]
    assert [row["id"] for row in bench.session.facts.observations_of(two[0])] == ["2024-01-01"]


# the fields in the card

@pytest.fixture
def fields(two: list[str], actions: Any, window: Any) -> Any:
    actions.by_name["site_card"].trigger()
    card = window.findChild(object, "yalu_site_dialog")
    card.pages.setCurrentWidget(card.fields)
    return card


def write(fields: Any, name: str, text: str) -> None:
    line = child(fields, f"yalu_site_{name}", QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)
    if not text:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_each_field_is_written_in_place(fields: Any, two: list[str], bench: Any, bar_texts: Any) -> None:
    write(fields, "note", "a <b>note</b>")
    write(fields, "bank", "left")
    write(fields, "location_accuracy_m", "2,5")
    for name, word in (("at_fence_gate", "yes"), ("confidence", "confirmed")):
        choose(fields, f"yalu_site_{name}", word)
        child(fields, f"yalu_site_{name}").activated.emit(child(fields, f"yalu_site_{name}").currentIndex())
        assert "Undo reverts it" in bar_texts()[0]
    row = site(bench, two[0])
    assert [row[name] for name in ("note", "bank", "location_accuracy_m", "at_fence_gate", "confidence")] == [
        "a <b>note</b>", "left", 2.5, "yes", "confirmed"]
    assert [one.split(" (Vehicle")[0] for one in bench.history.done[:5]] == [
        "Confidence: Possible → Confirmed", "At a gate of the border fence: Not known → Yes",
        "Accuracy of the place (m): – → 2.5", "Bank: – → left", "Note: – → a <b>note</b>"]
    bench.history.undo()
    assert child(fields, "yalu_site_confidence").currentData() == "possible"
    for wrong in ("near", "-1", "0", "inf", "nan"):
        write(fields, "location_accuracy_m", wrong)
        assert site(bench, two[0])["location_accuracy_m"] == 2.5 and "accuracy in metres" in bar_texts()[0]
        assert child(fields, "yalu_site_location_accuracy_m").text() == "2.5"
    write(fields, "location_accuracy_m", "")
    assert site(bench, two[0])["location_accuracy_m"] is None


def test_several_sites_at_once(fields: Any, two: list[str], bench: Any) -> None:
    write(fields, "note", "one")
    bench.sites.select(two)
    line = child(fields, "yalu_site_note", QLineEdit)
    assert (line.text(), line.placeholderText()) == ("", "Different values")
    write(fields, "note", "both")
    assert [site(bench, one)["note"] for one in two] == ["both"] * 2 and bench.history.done[0] == (
        "Note: different values → both, 2 sites")


def test_the_chain_and_its_distances(fields: Any, two: list[str], bench: Any) -> None:
    bench.editing.rename(two[0], "Old")
    new = bench.lineage.add_successor(two[0], QgsPointXY(127.602, 41.45))
    bench.editing.rename(new, "New")
    bench.river.chainages.update({two[0]: 10.0, new: 10.18})
    chain = child(fields, "yalu_site_chain")
    for selected in (two[0], new):
        bench.sites.select([selected])
        assert [chain.item(at).text() for at in range(chain.count())] == [
            "Old → New: 180 m downstream along the river, 167 m straight; Old is not retired: both count"]
    bench.session.change("x", replaced={"sites": [{**site(bench, two[0]), "replaces_site_id": new}]})  # in a circle
    assert chain.count() <= 2


def test_the_wheel_changes_no_value(fields: Any, two: list[str], bench: Any, qgis_app: Any) -> None:
    from qgis.PyQt.QtCore import QPoint, QPointF
    from qgis.PyQt.QtGui import QWheelEvent

    seq, box = bench.session.facts.seq, child(fields, "yalu_site_confidence")
    box.setFocus()
    middle = QPointF(box.rect().center())
    qgis_app.sendEvent(box, QWheelEvent(middle, QPointF(box.mapToGlobal(box.rect().center())), QPoint(0, -120),
                                        QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                                        Qt.ScrollPhase.NoScrollPhase, False))
    assert bench.session.facts.seq == seq and box.currentData() == "possible"


def test_typed_text_is_written_to_the_site_shown_while_typing(fields: Any, two: list[str], bench: Any) -> None:
    line = child(fields, "yalu_site_note", QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "typed")
    bench.sites.select([two[1]])
    assert [site(bench, one)["note"] for one in two] == ["typed", None] and line.text() == ""
    QTest.keyClicks(line, "other")
    bench.session.change("x", added={"sources": [{"id": "s", "title": "S"}]})  # another user, meanwhile
    assert line.text() == "other"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert site(bench, two[1])["note"] == "other"

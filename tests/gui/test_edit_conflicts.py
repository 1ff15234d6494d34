"""Two windows on one survey: if both edit the same value, the second one asks, and never overwrites it."""

from __future__ import annotations

from typing import Any

import pytest

NOTE = "note"


@pytest.fixture
def question(bench: Any, messages: Any, window: Any) -> Any:
    from yalu_plugin.gui.edit_conflicts import EditConflictQuestion

    return EditConflictQuestion(bench, messages, window)


@pytest.fixture
def other(bench: Any) -> Any:
    """A second window: its own project, layers and workbench on the same file."""
    from qgis.core import QgsProject, QgsTemporalNavigationObject

    from yalu_plugin.workbench import Workbench

    project, navigation = QgsProject(), QgsTemporalNavigationObject()
    workbench = Workbench(project, navigation)
    workbench.open_survey(bench.session.survey.path)
    yield workbench
    workbench.release()


@pytest.fixture
def sites(bench: Any) -> list[dict[str, Any]]:
    return bench.session.facts.rows("sites")


@pytest.fixture
def layer(bench: Any, question: Any) -> Any:
    created = bench.sites.layer()
    assert created.startEditing()
    yield created
    created.rollBack()


def edit(layer: Any, site: dict[str, Any], column: str, value: object) -> None:
    assert layer.changeAttributeValue(site["fid"], layer.fields().lookupField(column), value)


def write(workbench: Any, site: dict[str, Any], **values: object) -> None:
    workbench.session.refresh()
    now = workbench.session.facts.row("sites", site["id"])
    workbench.session.change("edit", replaced={"sites": [{**now, **values}]})


def remove(workbench: Any, site: dict[str, Any]) -> None:
    workbench.session.change("remove", removed={"sites": [site]})


def now(bench: Any, site: dict[str, Any]) -> Any:
    """The row as it is in the file."""
    return next(iter(bench.session.survey.rows("sites", id=site["id"])), None)


def save(layer: Any) -> bool:
    """Click QGIS' own save button; after a refusal the file is locked until events are processed."""
    from qgis.core import QgsApplication

    saved = layer.commitChanges(False)
    QgsApplication.processEvents()
    return saved


def asked(bar_texts: Any) -> list[str]:
    return [text for text in bar_texts() if "yours" in text or "others" in text]


def answer(window: Any, label: str) -> None:
    from qgis.PyQt.QtWidgets import QPushButton

    buttons = [button for item in window.bar.items() for button in item.findChildren(QPushButton)
               if button.text() == label]
    assert len(buttons) == 1
    buttons[0].click()


def test_both_values_are_shown_and_mine_is_kept(bench, other, sites, layer, window, bar_texts):
    edit(layer, sites[0], NOTE, "mine")
    write(other, sites[0], note="theirs")
    bench.session.refresh()
    (text,) = asked(bar_texts)
    assert all(word in text for word in (sites[0]["name"], NOTE, "“mine”", "“theirs”"))
    assert not save(layer)
    assert now(bench, sites[0])["note"] == "theirs" and layer.isModified()
    answer(window, "Keep mine")
    assert asked(bar_texts) == []
    assert save(layer), layer.commitErrors()
    assert now(bench, sites[0])["note"] == "mine"


def test_theirs_is_taken_and_other_edits_stay(bench, other, sites, layer, window, bar_texts):
    from qgis.core import QgsFeature, QgsGeometry

    edit(layer, sites[0], NOTE, "mine")
    edit(layer, sites[0], "name", "My name")
    edit(layer, sites[1], NOTE, "untouched by others")
    layer.changeGeometry(sites[2]["fid"], QgsGeometry.fromWkt("Point (127.5 41.5)"))
    layer.deleteFeature(sites[3]["fid"])
    new = QgsFeature(layer.fields())
    new["name"], new["kind"] = "new one", "vehicle_ford"
    new.setGeometry(QgsGeometry.fromWkt("Point (127.6 41.5)"))
    assert layer.addFeature(new)
    write(other, sites[0], note="theirs")
    bench.session.refresh()
    answer(window, "Take theirs")
    assert asked(bar_texts) == []
    assert save(layer), layer.commitErrors()
    assert (now(bench, sites[0])["note"], now(bench, sites[0])["name"]) == ("theirs", "My name")
    assert now(bench, sites[1])["note"] == "untouched by others"
    assert now(bench, sites[2])["geom"] == "Point (127.5 41.5)"
    assert now(bench, sites[3]) is None
    assert [row["name"] for row in bench.session.facts.rows("sites")].count("new one") == 1


def test_saving_before_the_window_has_polled_is_refused_too(bench, other, sites, layer, bar_texts):
    edit(layer, sites[0], NOTE, "mine")
    write(other, sites[0], note="theirs")
    assert not save(layer)
    assert now(bench, sites[0])["note"] == "theirs"
    assert len(asked(bar_texts)) == 1
    assert layer.isEditable() and layer.isModified()


def test_a_refused_save_is_one_message_with_both_values_and_what_to_do(bench, other, sites, layer, messages, window,
                                                                       bar_texts):
    """The texts of QGIS' own messages in its message bar are not among them."""
    from qgis.PyQt.QtCore import QCoreApplication

    bench.error_occurred.connect(messages.error)
    by_qgis: list[str] = []
    layer.raiseError.connect(by_qgis.append)  # which QGIS' window shows
    edit(layer, sites[0], NOTE, "mine")
    write(other, sites[0], note="theirs")
    assert not layer.commitChanges(False)
    words = QCoreApplication.translate("QgisApp", "Could not commit changes to layer %1")
    for name in (layer.name(), "another layer"):
        window.bar.pushMessage("Commit errors", words.replace("%1", name))
    QCoreApplication.processEvents()
    advice = f"Nothing of {layer.name()} was saved: choose which value stays, then save again."
    assert (by_qgis, bar_texts()) == ([], [
        "Could not commit changes to layer another layer",
        f"{sites[0]['name']}, note: yours “mine”, theirs “theirs”. {advice}"])
    layer.raiseError.emit("heard again")
    assert by_qgis == ["heard again"]
    window.bar.popWidget()
    answer(window, "Keep mine")
    assert save(layer) and now(bench, sites[0])["note"] == "mine"


def test_the_plugin_in_the_same_window_is_another_too(bench, sites, layer, bar_texts):
    edit(layer, sites[0], "kind", "barge_crossing")
    write(bench, sites[0], kind="barge_point")
    assert len(asked(bar_texts)) == 1 and not save(layer)


def test_a_place_moved_by_both(bench, other, sites, layer, window, bar_texts):
    from qgis.core import QgsGeometry

    layer.changeGeometry(sites[0]["fid"], QgsGeometry.fromWkt("Point (127.5 41.5)"))
    write(other, sites[0], geom="Point (127.6 41.6)")
    bench.session.refresh()
    assert "place" in asked(bar_texts)[0] and "Point (127.6 41.6)" in asked(bar_texts)[0]
    answer(window, "Take theirs")
    assert layer.getFeature(sites[0]["fid"]).geometry().asWkt(1) == "Point (127.6 41.6)"
    assert not layer.isModified()


@pytest.mark.parametrize(("label", "note"), [("Keep mine", "mine"), ("Take theirs", None)])
def test_deleted_from_under_an_edit(bench, other, sites, layer, window, bar_texts, label, note):
    edit(layer, sites[0], NOTE, "mine")
    edit(layer, sites[1], NOTE, "another")
    remove(other, sites[0])
    bench.session.refresh()
    assert "others deleted it" in asked(bar_texts)[0] and "“mine”" in asked(bar_texts)[0]
    answer(window, label)
    assert save(layer), layer.commitErrors()
    found = now(bench, sites[0])
    assert (found and found["note"]) == note
    assert now(bench, sites[1])["note"] == "another"
    assert len(bench.session.facts.rows("sites")) == len(sites) - (note is None)


@pytest.mark.parametrize(("label", "there"), [("Keep mine", False), ("Take theirs", True)])
def test_changed_from_under_a_deletion(bench, other, sites, layer, window, bar_texts, label, there):
    layer.deleteFeature(sites[0]["fid"])
    write(other, sites[0], note="theirs")
    assert not save(layer)
    assert "you deleted it" in asked(bar_texts)[0] and "“theirs”" in asked(bar_texts)[0]
    answer(window, label)
    assert save(layer), layer.commitErrors()
    assert (now(bench, sites[0]) is not None) == there


def test_deleted_by_both_is_no_question_and_saves(bench, other, sites, layer, bar_texts):
    layer.deleteFeature(sites[0]["fid"])
    edit(layer, sites[1], NOTE, "mine")
    remove(other, sites[0])
    bench.session.refresh()
    assert asked(bar_texts) == []
    assert save(layer), layer.commitErrors()
    assert now(bench, sites[0]) is None and now(bench, sites[1])["note"] == "mine"


def test_other_columns_and_equal_values_are_no_conflict(bench, other, sites, layer, bar_texts):
    edit(layer, sites[0], NOTE, "mine")
    write(other, sites[0], name="Their name")
    edit(layer, sites[1], NOTE, "both")
    write(other, sites[1], note="both")
    assert save(layer), layer.commitErrors()
    assert asked(bar_texts) == []
    assert (now(bench, sites[0])["note"], now(bench, sites[0])["name"]) == ("mine", "Their name")


def test_typed_after_their_change_into_a_form_that_was_open_before(bench, other, sites, layer, bar_texts):
    write(other, sites[0], note="theirs")
    bench.session.refresh()
    assert asked(bar_texts) == []
    edit(layer, sites[0], NOTE, "mine")  # QGIS' form still showed the old value
    assert not save(layer) and len(asked(bar_texts)) == 1
    assert now(bench, sites[0])["note"] == "theirs"


def test_saving_twice_in_one_edit_session_is_no_conflict_with_oneself(bench, sites, layer, bar_texts):
    for note in ("first", "second"):
        edit(layer, sites[0], NOTE, note)
        assert save(layer), layer.commitErrors()
    assert asked(bar_texts) == [] and now(bench, sites[0])["note"] == "second"


def test_an_edit_that_is_undone_is_no_conflict_any_more(bench, other, sites, layer, bar_texts):
    edit(layer, sites[0], NOTE, "mine")
    write(other, sites[0], note="theirs")
    bench.session.refresh()
    layer.undoStack().undo()
    assert bench.session.conflicts.pending() == []
    edit(layer, sites[1], NOTE, "mine")
    assert save(layer), layer.commitErrors()
    assert now(bench, sites[0])["note"] == "theirs"


def test_many_rows_are_one_question(bench, other, sites, layer, window, bar_texts):
    for site in sites:
        edit(layer, site, NOTE, "mine")
    other.session.change("edit", replaced={"sites": [{**site, "note": f"theirs {site['fid']}"} for site in sites]})
    bench.session.refresh()
    (text,) = asked(bar_texts)
    assert text.count("6") >= 2 and "“theirs 1”" in text
    answer(window, "Take theirs")
    assert not layer.isModified()
    assert [row["note"] for row in bench.session.survey.rows("sites")] == [f"theirs {n}" for n in range(1, 7)]


def test_a_conflict_is_found_when_the_survey_was_reloaded(bench, other, sites, layer, bar_texts, monkeypatch):
    from yalu_plugin.layers.survey import record_changes

    edit(layer, sites[0], NOTE, "mine")
    monkeypatch.setattr(record_changes, "MANY", 0)  # as where others wrote more than one reads as changes
    write(other, sites[0], note="theirs")
    bench.session.refresh()
    assert "“theirs”" in asked(bar_texts)[0]
    assert not save(layer)


def test_not_saved_while_the_survey_is_being_read(bench, sites, layer):
    from yalu_plugin.layers.survey.survey_errors import SurveyBeingRead

    errors: list[Any] = []
    bench.error_occurred.connect(errors.append)
    edit(layer, sites[0], NOTE, "mine")
    bench.session._reading = object()
    assert not save(layer)
    bench.session._reading = None
    assert [type(error) for error in errors] == [SurveyBeingRead]
    assert now(bench, sites[0])["note"] != "mine"


@pytest.mark.parametrize(("column", "mine", "theirs"), [
    ("note", None, ""), ("note", "<b>mine</b>", "<img src=x>"), ("note", "a\nb\t", "'; DROP TABLE sites; --"),
    ("note", "나", "\u202etheirs"), ("note", "x" * 9000, "y" * 9000), ("name", "same", "same "),
    ("name", '{name} %s "', "“”"), ("location_accuracy_m", 10.5, 0.0), ("location_accuracy_m", None, 1e300),
    ("kind", "other", "barge_crossing"), ("at_fence_gate", "yes", "no")])
def test_any_values_are_asked_about_and_theirs_comes_through(
    bench, other, sites, layer, window, bar_texts, column, mine, theirs
):
    edit(layer, sites[0], column, mine)
    write(other, sites[0], **{column: theirs})
    written = now(bench, sites[0])[column]
    bench.session.refresh()
    assert len(window.bar.items()) == 1 and column in bar_texts()[0]
    assert not save(layer)
    answer(window, "Take theirs")
    assert not layer.isModified() and now(bench, sites[0])[column] == written == theirs


def test_dates_of_an_observation_in_a_layer_the_user_added(bench, other, sites, question, window, bar_texts):
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QDate

    row = {"id": "o1", "site_id": sites[0]["id"], "state": "present", "seen_from": "2026-01-01",
           "seen_to": "2026-01-01", "confidence": "possible", "created_by": "x", "created_at": "2026-01-01T00:00:00Z"}
    bench.session.change("observe", {"observations": [row]})
    added = bench.session.survey.layer("observations")
    QgsProject.instance().addMapLayer(added)
    assert added.startEditing()
    fid = next(feature.id() for feature in added.getFeatures() if feature["id"] == "o1")
    assert added.changeAttributeValue(fid, added.fields().lookupField("seen_to"), QDate(2026, 2, 1))
    other.session.refresh()
    other.session.change("edit", replaced={"observations": [{**row, "seen_to": "2026-02-01"}]})
    bench.session.refresh()
    assert bench.session.conflicts.pending() == []  # the same day, in other clothes
    other.session.change("edit", replaced={"observations": [{**row, "seen_to": "2026-03-01"}]})
    bench.session.refresh()
    (text,) = asked(bar_texts)
    assert sites[0]["name"] in text and "seen_to" in text and "“2026-02-01”" in text and "“2026-03-01”" in text
    answer(window, "Keep mine")
    assert save(added), added.commitErrors()
    assert bench.session.survey.rows("observations", id="o1")[0]["seen_to"] == "2026-02-01"
    added.rollBack()

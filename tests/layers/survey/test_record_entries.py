"""Entries made outside are adopted by name and reason, and stay unchanged."""

from __future__ import annotations

import json
from typing import Any

import pytest


@pytest.fixture
def edited(survey: Any) -> Any:
    """A survey in which QGIS' own tools renamed all sites."""
    layer = survey.layer("sites")
    assert layer.startEditing()
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), layer.fields().indexOf("note"), "by hand")
    assert layer.commitChanges()
    survey.change("seal", added={"sources": [{"id": "new"}]})
    return survey


def test_an_entry_states_who_adopted_which_and_why(edited: Any) -> None:
    from yalu_plugin.layers.survey.record_entries import adopt, adoptable_entries
    from yalu_plugin.layers.survey.verify import verify

    outside = [entry.seq for entry in adoptable_entries(edited)]
    before = {row["seq"]: row for row in edited.rows("audit")}
    assert len(outside) == len(edited.rows("sites")) == verify(edited.path).outside
    adopt(edited, outside[:2], " 분석가 ", "checked against the image")
    rows = edited.rows("audit")
    assert [before[row["seq"]] for row in rows if row["seq"] in before] == list(before.values())
    new = [row for row in rows if row["seq"] not in before]
    assert [(row["action"], row["table_name"], row["row_id"], row["origin"], row["who"]) for row in new] == [
        ("adopt", "audit", str(seq), "adoption", "분석가") for seq in outside[:2]]
    assert json.loads(new[0]["after"]) == {"who": "분석가", "reason": "checked against the image"}
    assert [entry.seq for entry in adoptable_entries(edited)] == outside[2:]
    found = verify(edited.path)
    assert (found.valid, found.findings, found.outside) == (True, [], len(outside) - 2)


def test_of_many_the_newest_come_first(edited: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import record_entries

    all_of_them = [entry.seq for entry in record_entries.adoptable_entries(edited)]
    monkeypatch.setattr(record_entries, "MOST", 2)
    assert [entry.seq for entry in record_entries.adoptable_entries(edited)] == all_of_them[-2:]
    record_entries.adopt(edited, all_of_them[-2:], "me", "why")
    assert [entry.seq for entry in record_entries.adoptable_entries(edited)] == all_of_them[-4:-2]


def test_entries_that_are_not_sealed_yet_can_be_adopted(survey: Any) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.survey.record_entries import adopt, adoptable_entries

    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("UPDATE sites SET name = 'X' WHERE fid = 1")
    del dataset
    (entry,) = adoptable_entries(survey)
    assert (entry.origin, entry.after["name"], survey.rows("audit")[-1]["hash"]) == ("outside", "X", None)
    adopt(survey, [entry.seq], "me", "why")
    assert adoptable_entries(survey) == []


@pytest.mark.parametrize("which", [[1], [10**6], [0], [-1]])
def test_only_entries_made_outside_are_adopted(edited: Any, which: list[int]) -> None:
    from yalu_plugin.layers.survey.record_entries import CannotAdopt, adopt, adoptable_entries

    rows = edited.rows("audit")
    with pytest.raises(CannotAdopt, match=str(which[0])):
        adopt(edited, [*(one.seq for one in adoptable_entries(edited)), *which], "me", "why")
    assert edited.rows("audit") == rows


def test_each_is_adopted_once(edited: Any) -> None:
    from yalu_plugin.layers.survey.record_entries import CannotAdopt, adopt, adoptable_entries

    one = [adoptable_entries(edited)[0].seq]
    adopt(edited, one, "me", "why")
    with pytest.raises(CannotAdopt):
        adopt(edited, one, "me", "why")


@pytest.mark.parametrize(("who", "reason"), [("", "why"), ("me", ""), (" ", "\n")])
def test_adopting_needs_a_name_and_a_reason(edited: Any, who: str, reason: str) -> None:
    from yalu_plugin.layers.survey.record_entries import ReasonMissing, adopt, adoptable_entries

    with pytest.raises(ReasonMissing):
        adopt(edited, [one.seq for one in adoptable_entries(edited)], who, reason)

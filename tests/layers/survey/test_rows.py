"""Rows as plain values, and read while other threads read."""

from __future__ import annotations

import threading

import pytest

pytest.importorskip("qgis")


def test_values_are_plain(survey) -> None:
    from yalu_plugin.layers.survey.write import change

    change(survey.path, "test", added={"images": [{
        "id": "a", "acquired_from": "2016-10-14T18:20:30.500+09:00", "uri": "O'Hara\\x", "cloud_cover": 12.5,
        "synthetic": True}]})
    row, = survey.rows("images", uri="O'Hara\\x")
    assert (row["id"], row["cloud_cover"], row["synthetic"], row["sha256"]) == ("a", 12.5, True, None)
    assert row["acquired_from"] == "2016-10-14T09:20:30Z" and "geom" not in row
    assert [one["id"] for one in survey.rows("images", synthetic=True)] == ["a"]
    assert survey.rows("images", synthetic=False) == survey.rows("images", uri="' OR 1 --") == []


def test_rows_with_one_of_many_values_are_read_at_once_in_the_order_of_fid(survey, monkeypatch) -> None:
    from yalu_plugin.layers.survey import rows
    from yalu_plugin.layers.survey.write import change

    names = [f"O'{number}" for number in range(2500)]
    change(survey.path, "test", added={"sources": [{"id": one, "author": one[-1:]} for one in names]})
    asked: list[str] = []
    read = rows.rows_of
    monkeypatch.setattr(rows, "rows_of", lambda dataset, sql: (asked.append(sql), read(dataset, sql))[1])
    assert [one["id"] for one in survey.rows("sources", id=list(reversed(names)))] == names and len(asked) == 3
    assert survey.rows("sources", id=[]) == [] and survey.rows("sources", id={"' OR 1 --"}) == []
    found = survey.rows("sources", id=names, author="7")
    assert [one["id"] for one in found] == names[7::10]


def test_a_missing_table_is_reported(survey) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    with pytest.raises(SurveyDamaged) as refused:
        survey.rows("nothing")
    assert refused.value.detail == "no table nothing"


def test_two_threads_read_at_once(survey) -> None:
    ended = threading.Event()
    counts = []

    def read() -> None:
        while not ended.is_set():
            counts.append(len(survey.rows("sites")))

    other = threading.Thread(target=read, daemon=True)
    other.start()
    rounds = 0
    while len(counts) < 20 or rounds < 20:
        rounds += 1
        layer = survey.layer("site_states")  # as the map does, on the main thread
        assert len(survey.rows("sites")) == layer.featureCount() or layer.isValid()
        del layer
    ended.set()
    other.join(10)
    assert not other.is_alive() and set(counts) == {len(survey.rows("sites"))}

"""What others write to an open survey is returned once, in order, sealed, and at no cost where nothing was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

SITE = {"id": "a", "name": "A", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    from yalu_plugin.layers.survey.create import create_survey

    made = create_survey(tmp_path / "survey.gpkg", "Test")
    made.change("add", added={"sites": [SITE]})
    return made


def outside(survey: Any, name: str) -> None:
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL(f"UPDATE sites SET name = '{name}' WHERE id = 'a'")


def names(delta: Any) -> list[tuple[str, str]]:
    return [(entry.origin, entry.after["name"]) for entry in delta.entries]


def unsealed(survey: Any) -> int:
    return sum(row["hash"] is None for row in survey.rows("audit"))


def test_own_changes_are_not_followed(survey: Any) -> None:
    assert survey.follow().entries == ()
    survey.change("edit", replaced={"sites": [{**SITE, "name": "B"}]})
    assert survey.follow().entries == ()


def test_what_others_wrote_comes_once_and_is_sealed(survey: Any) -> None:
    outside(survey, "X")
    outside(survey, "Y")
    assert unsealed(survey) == 2
    assert names(survey.follow()) == [("outside", "X"), ("outside", "Y")]
    assert (survey.follow().entries, unsealed(survey)) == ((), 0)


def test_another_window_is_followed_as_the_plugin_s(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    other = open_survey(survey.path)
    other.change("edit", replaced={"sites": [{**SITE, "name": "theirs"}]})
    assert names(survey.follow()) == [("plugin", "theirs")]
    assert (other.follow().entries, survey.follow().entries) == ((), ())


def test_what_was_written_before_our_change_can_be_told_from_what_came_after(survey: Any) -> None:
    outside(survey, "before")
    own = survey.change("edit", replaced={"sites": [{**SITE, "name": "own"}]})
    outside(survey, "after")
    assert names(own) == [("plugin", "own")]
    assert names(survey.follow(own.entries[0].seq)) == [("outside", "before")]
    assert survey.follow(own.entries[0].seq).entries == ()
    assert names(survey.follow()) == [("outside", "after")]


def test_a_long_list_comes_in_pieces(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import feed, follow

    monkeypatch.setattr(feed, "PAGE", 3)
    monkeypatch.setattr(follow, "PAGE", 3)
    for number in range(7):
        outside(survey, str(number))
    survey.change("edit", replaced={"sites": [{**SITE, "name": "own"}]})
    outside(survey, "last")
    found: list[list[str]] = []
    while delta := survey.follow().entries:
        found.append([entry.after["name"] for entry in delta])
    assert found == [["0", "1", "2"], ["3", "4", "5"], ["6"], ["last"]]


def test_a_change_that_failed_leaves_what_is_to_be_followed(survey: Any) -> None:
    from yalu_plugin.layers.survey.errors import RowsGone

    outside(survey, "X")
    with pytest.raises(RowsGone, match="1 rows of sites that were to be changed are not in"):
        survey.change("edit", added={"sites": [{"id": "n"}]}, replaced={"sites": [{"id": "no such"}]})
    assert names(survey.follow()) == [("outside", "X")] and survey.rows("sites", id="n") == []


def test_nothing_is_read_where_nothing_was_written(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import feed

    survey.follow()
    read: list[str] = []
    monkeypatch.setattr(feed, "entries_where", lambda _dataset, condition, _count: read.append(condition) or [])
    for _ in range(5):
        survey.follow()
    assert read == []
    outside(survey, "X")
    survey.follow()
    assert len(read) == 1


def test_while_another_program_holds_the_lock_it_is_followed_and_sealed_later(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import locked

    outside(survey, "X")
    holder = locked(survey.path)
    assert names(survey.follow()) == [("outside", "X")] and unsealed(survey) == 1
    del holder
    survey.change("edit", replaced={"sites": [{**SITE, "name": "own"}]})
    assert unsealed(survey) == 0


def test_a_file_that_cannot_be_written_is_followed(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    survey.path.chmod(0o444)
    reader = open_survey(survey.path)
    survey.path.chmod(0o644)
    outside(survey, "X")
    assert reader.read_only and names(reader.follow()) == [("outside", "X")] and unsealed(survey) == 1


def test_a_file_that_was_taken_away_is_said(survey: Any) -> None:
    from yalu_plugin.layers.survey.errors import SurveyGone

    survey.follow()
    survey.path.unlink()
    with pytest.raises(SurveyGone):
        survey.follow()

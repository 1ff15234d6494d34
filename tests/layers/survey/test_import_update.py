"""An import that changes rows of the survey: only what was chosen, in one change, and the record has the old values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")

LIST = ("id,name,lat,lon,type,date,reporter\n1,A SYNTHETIC,41.4,128.1,vehicle ford,2024-05-01,X\n"
        "2,B SYNTHETIC,41.5,128.2,barge,since Aug 2023,Y\n3,,41.6,128.3,barge,,\n")


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    return new_survey(tmp_path / "survey.gpkg", "Test", False)


@pytest.fixture
def update(survey: Any, tmp_path: Path) -> Callable[..., Any]:
    """A function that imports a text as the list.csv of one source, and returns its assessment and the change."""
    from yalu_plugin.core.importing.import_assessment import Choices
    from yalu_plugin.core.importing.import_source import ReadOptions
    from yalu_plugin.layers.survey.import_job import open_import

    def run(text: str, title: str = "list", write: bool = True, **choices: Any) -> Any:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        job = open_import(path, ReadOptions())
        assessment = job.assess_rows(survey, title, Choices(**choices))
        return assessment, job.write(survey, title, assessment) if write else None
    return run


def facts(survey: Any) -> dict[str, Any]:
    return {table: survey.rows(table) for table in ("sites", "observations", "sources")}


def test_the_same_list_again_changes_nothing(survey: Any, update: Any) -> None:
    first, _ = update(LIST)
    assert [row.change for row in first.rows] == ["new"] * 3
    before, head = facts(survey), survey.head()
    again, delta = update(LIST, words={"*": "list"})
    assert [(row.change, row.status) for row in again.rows] == [("unchanged", "good")] * 3
    assert not delta.entries and facts(survey) == before and survey.head() == head and not again.writes


def test_only_the_words_that_were_chosen_are_taken(survey: Any, update: Any) -> None:
    update(LIST)
    a, b, _ = survey.rows("sites")
    newer = LIST.replace("A SYNTHETIC,41.4", "A renamed SYNTHETIC,41.4003").replace("barge,since", "ford,since")
    found, delta = update(newer)
    assert not delta.entries and [row.change for row in found.rows] == ["moved", "changed", "unchanged"]
    assert round(found.rows[0].differences[0].metres) == 33
    _, delta = update(newer, words={"name": "list", "3.kind": "list", "place": "list", "2.place": "survey"})
    assert {entry.table for entry in delta.entries} == {"sites"}
    now_a, now_b, _ = survey.rows("sites")
    assert now_a["name"] == "A renamed SYNTHETIC" and now_a["geom"] == a["geom"]
    assert (now_b["kind"], b["kind"]) == ("vehicle_ford", "barge_dock") and now_b["name"] == b["name"]
    assert now_a["modified_by"] and now_a["created_at"] == a["created_at"] and now_a["source_id"] == a["source_id"]
    entry = next(entry for entry in delta.entries if entry.row_id == a["id"])
    assert (entry.before["name"], entry.after["name"]) == ("A SYNTHETIC", "A renamed SYNTHETIC")
    _, delta = update(newer, words={"place": "list"})
    assert survey.rows("sites")[0]["geom"]== "Point (128.1 41.4003)"
    assert not update(newer, words={"*": "list"})[1].entries  # a second time there is nothing to do


def test_one_change_and_its_reverse(survey: Any, update: Any) -> None:
    update(LIST)
    before = {row["id"]: row for row in survey.rows("sites")}
    more = LIST.replace("A SYNTHETIC,41.4", "A renamed SYNTHETIC,41.4003") + "4,D SYNTHETIC,41.7,128.4,barge,,\n"
    _, delta = update(more, words={"*": "list"})
    assert len(survey.rows("sites")) == 4 and len({entry.at for entry in delta.entries}) == 1
    undo = delta.reversed("undo")
    survey.change("undo", undo.added, undo.removed, undo.replaced, delta.after())
    assert {row["id"]: row for row in survey.rows("sites")} == before


def test_what_was_changed_meanwhile_is_not_overwritten(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.core.importing.import_assessment import Choices
    from yalu_plugin.core.importing.import_source import ReadOptions
    from yalu_plugin.layers.survey.import_job import open_import
    from yalu_plugin.layers.survey.import_update import ChangedSinceShown

    path = tmp_path / "list.csv"
    path.write_text(LIST)
    job = open_import(path, ReadOptions())
    job.write(survey, "list", job.assess_rows(survey, "list"))
    path.write_text(LIST.replace("A SYNTHETIC", "A2 SYNTHETIC") + "9,E SYNTHETIC,41.9,128.9,barge,,\n")
    job = open_import(path, ReadOptions())
    assessment = job.assess_rows(survey, "list", Choices(words={"*": "list"}))
    site = survey.rows("sites")[0]
    survey.change("edit", replaced={"sites": [{**site, "name": "mine SYNTHETIC"}]})
    with pytest.raises(ChangedSinceShown, match="1 of the rows"):
        job.write(survey, "list", assessment)
    assert [row["name"] for row in survey.rows("sites")] == ["mine SYNTHETIC", "B SYNTHETIC", ""]


def test_another_choice_reads_the_survey_again_only_if_it_has_changed(
        survey: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.core.importing.import_assessment import Choices
    from yalu_plugin.core.importing.import_source import ReadOptions
    from yalu_plugin.layers.survey.import_job import open_import

    path, read = tmp_path / "list.csv", []
    path.write_text(LIST)
    job = open_import(path, ReadOptions())
    job.write(survey, "list", job.assess_rows(survey, "list"))
    path.write_text(LIST.replace("A SYNTHETIC", "A2 SYNTHETIC"))
    known = type(survey).known_sites
    monkeypatch.setattr(type(survey), "known_sites", lambda self, title: (read.append(title), known(self, title))[1])
    job = open_import(path, ReadOptions())
    taken = [[each.taken for each in job.assess_rows(survey, "list", choices).rows[0].differences]
             for choices in (Choices(), Choices(words={"name": "list"}), Choices())]
    assert (taken, read) == ([[False], [True], [False]], ["list"])
    job.with_columns(job.column_map).assess_rows(survey, "list")
    assert read == ["list"]
    job.assess_rows(survey, "another title")
    survey.change("edit", replaced={"sites": [{**survey.rows("sites")[0], "name": "A2 SYNTHETIC"}]})
    assert job.assess_rows(survey, "another title").rows[0].differences == ()
    assert read == ["list", "another title", "another title"]


def test_sites_that_the_list_has_no_longer(survey: Any, update: Any) -> None:
    from yalu_plugin.layers.survey.import_update import CannotDelete

    update(LIST)
    ids = [row["id"] for row in survey.rows("sites")]
    shorter = "".join(LIST.splitlines(keepends=True)[:2])
    found, delta = update(shorter)
    assert {gone.site.id for gone in found.gone} == set(ids[1:]) and not delta.entries
    with pytest.raises(CannotDelete, match="B SYNTHETIC"):
        update(shorter, gone={"*": "delete"})
    _, delta = update(shorter, gone={ids[1]: "retire"})
    assert [bool(row["retired_on"]) for row in survey.rows("sites")] == [False, True, False]
    assert [gone.site.id for gone in update(shorter)[0].gone] == [ids[2]]
    assert len(survey.rows("observations")) == 2


def test_a_clicked_site_gone_from_an_export_can_be_deleted(survey: Any, update: Any) -> None:
    site, kept = ({"id": f"{n}0000000-0000-4000-8000-000000000000", "kind": "barge_dock",
                   "geom": f"POINT (128.{n} 41.4)", "created_at": "2025-01-01T00:00:00Z"} for n in (1, 2))
    seen = {"id": "o", "site_id": site["id"], "state": "present", "seen_to": "2025-01-01"}
    survey.change("add", {"sites": [site, kept], "observations": [seen]})
    text = ("exported_role,exported_scope,exported_at,survey_id,site_id,longitude,latitude\n"
            f"site,all,2025-06-01T00:00:00Z,{survey.id},{kept['id']},128.2,41.4\n")
    assert [gone.site.id for gone in update(text)[0].gone] == [site["id"]]
    assert len(survey.rows("sites")) == 2
    update(text, gone={site["id"]: "delete"})
    assert [row["id"] for row in survey.rows("sites")] == [kept["id"]] and not survey.rows("observations")


def test_an_edited_observation(survey: Any, update: Any) -> None:
    site = {"id": "10000000-0000-4000-8000-000000000000", "kind": "barge_dock", "geom": "POINT (128.1 41.4)"}
    seen = {"id": "20000000-0000-4000-8000-000000000000", "site_id": site["id"], "state": "present",
            "seen_from": "2025-01-01", "seen_to": "2025-01-02"}
    survey.change("add", {"sites": [site], "observations": [seen]})
    text = ("exported_role,survey_id,site_id,observation_id,state,seen_from,seen_to\n"
            f"observation,{survey.id},{site['id']},{seen['id']},absent,2025-01-01,2025-01-02\n"
            f"observation,{survey.id},{site['id']},,present,2025-03-01,2025-03-02\n")
    _, delta = update(text, words={"state": "list"})
    assert [(row["state"], row["seen_to"]) for row in survey.rows("observations")] == [
        ("absent", "2025-01-02"), ("present", "2025-03-02")]
    assert not update(text)[1].entries

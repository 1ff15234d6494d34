"""Renaming, moving and deleting sites and changing their kind: in the file and the facts, undone and recorded."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from yalu_plugin.layers.survey import geopackage, row_writer, rows, sealing, write
from yalu_plugin.layers.survey.survey_errors import ChangedSince
from yalu_plugin.workbench.editing import SitesHaveSource, SitesMissing


@pytest.fixture
def site(bench: Any) -> str:
    from qgis.core import QgsPointXY

    return str(bench.annotation.add_site(QgsPointXY(127.6, 41.45), "vehicle_ford"))


def row(bench: Any, site_id: str) -> dict[str, Any]:
    (found,) = bench.session.survey.rows("sites", id=site_id)
    assert bench.session.facts.row("sites", site_id) == found
    return found


def last(bench: Any) -> tuple[str, str]:
    database = sqlite3.connect(bench.session.survey.path)
    found = database.execute("SELECT action, row_id FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    database.close()
    return found


def test_a_new_name(bench: Any, site: str) -> None:
    bench.editing.rename(site, "  상창리 1\n")
    assert row(bench, site)["name"] == "상창리 1" and row(bench, site)["modified_by"]
    assert last(bench) == ("edit", site)
    assert bench.history.done[0].startswith("Rename (Vehicle crossing #") and "→ 상창리 1)" in bench.history.done[0]
    bench.history.undo()
    assert row(bench, site)["name"] is None and row(bench, site)["modified_by"] is None
    bench.history.redo()
    assert row(bench, site)["name"] == "상창리 1"


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_no_name(bench: Any, site: str, name: str) -> None:
    bench.editing.rename(site, "A")
    bench.editing.rename(site, name)
    assert row(bench, site)["name"] is None


def test_the_same_again_is_no_change(bench: Any, site: str) -> None:
    bench.editing.rename(site, "A")
    before = last(bench), bench.session.facts.seq
    bench.editing.rename(site, "A")
    bench.editing.set_kind([site], "vehicle_ford")
    assert (last(bench), bench.session.facts.seq) == before
    assert len([one for one in bench.history.done if one.startswith("Rename")]) == 1


@pytest.mark.parametrize("name", ["'; DROP TABLE sites; --", "שלום", "a" * 5000, "<b>x</b>", "=1+1", "\x00\x1f"])
def test_ugly_names(bench: Any, site: str, name: str) -> None:
    bench.editing.rename(site, name)
    found = row(bench, site)["name"]
    assert found is None or (len(found) <= 300 and "\n" not in found and found[:20] == name[:20])


def test_half_a_character_cannot_be_written(bench: Any, site: str) -> None:
    bench.editing.rename(site, "\ud83d half")
    assert row(bench, site)["name"] == "\ufffd half"


@pytest.mark.parametrize("act", [
    lambda bench, ids: bench.editing.set_kind(ids, "barge_dock"),
    lambda bench, ids: bench.editing.edit("Edit", ids, confidence="confirmed"),
    lambda bench, ids: bench.lineage.retire(ids, "2025-01-01"),
    lambda bench, ids: bench.editing.delete(ids)])
def test_many_sites_are_one_read_and_one_change(bench: Any, monkeypatch: pytest.MonkeyPatch, act: Any) -> None:
    """The number of statements grows with thousands of sites, not with each site."""
    asked: list[str] = []
    read = geopackage.rows_of
    for module in (geopackage, row_writer, rows, sealing, write):
        monkeypatch.setattr(module, "rows_of", lambda dataset, sql: (asked.append(sql), read(dataset, sql))[1])
    counted = {}
    for many in (100, 900):
        ids = [f"{many}-{number}" for number in range(many)]
        bench.session.change("test", added={"sites": [
            {"id": one, "kind": "vehicle_ford", "geom": "POINT (127.6 41.45)"} for one in ids]})
        asked.clear()
        act(bench, ids)
        counted[many] = len(asked)
    assert counted[900] <= counted[100] + 20, counted  # a statement puts in some dozens of rows


def test_several_sites_become_another_kind_at_once(bench: Any, site: str) -> None:
    ids = [one["id"] for one in bench.session.survey.rows("sites") if one["kind"] != "barge_dock"]
    bench.editing.set_kind(ids, "barge_dock")
    assert {row(bench, one)["kind"] for one in ids} == {"barge_dock"} and f"{len(ids)} sites" in bench.history.done[0]
    states = bench.session.survey.states(None, site_id=site)
    assert [one["kind"] for one in states] == ["barge_dock"]
    bench.history.undo()
    assert row(bench, site)["kind"] == "vehicle_ford"


def test_a_site_is_moved_with_its_states(bench: Any, site: str) -> None:
    from qgis.core import QgsPointXY

    bench.session.change("edit", replaced={"sites": [{**row(bench, site), "location_accuracy_m": 3.0}]})
    bench.editing.move(site, QgsPointXY(127.7, 41.46))
    assert (row(bench, site)["geom"], row(bench, site)["location_accuracy_m"]) == ("Point (127.7 41.46)", None)
    assert [one["geom"] for one in bench.session.survey.states(None, site_id=site)] == ["Point (127.7 41.46)"]
    assert bench.sites.nearest_known(QgsPointXY(127.7, 41.46))[0] == site
    assert bench.sites.nearest_known(QgsPointXY(127.6, 41.45)) is None
    bench.history.undo()
    assert (row(bench, site)["geom"], row(bench, site)["location_accuracy_m"]) == ("Point (127.6 41.45)", 3.0)


def test_a_clicked_site_is_deleted_with_its_observations(bench: Any, site: str) -> None:
    survey = bench.session.survey
    survey.change("observe", added={"observations": [{"id": "o", "site_id": site, "state": "present",
                                                      "seen_from": "2024-01-01", "seen_to": "2024-01-01"}]})
    bench.session.refresh()
    bench.editing.delete([site])
    assert survey.rows("sites", id=site) == survey.rows("observations", site_id=site) == []
    assert site not in bench.session.facts.site_ids() and not survey.states(None, site_id=site)
    bench.history.undo()
    assert row(bench, site)["kind"] == "vehicle_ford" and len(survey.rows("observations", site_id=site)) == 1


def test_a_published_site_is_not_deleted(bench: Any, site: str) -> None:
    published = next(one for one in bench.session.survey.rows("sites") if one["source_id"])
    with pytest.raises(SitesHaveSource, match=published["name"]):
        bench.editing.delete([site, published["id"]])
    assert row(bench, site) and row(bench, published["id"])


def test_a_site_that_was_removed_or_changed_meanwhile(bench: Any, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SitesMissing):
        bench.editing.set_kind([site, "nobody"], "barge_dock")
    survey, really = bench.session.survey, bench.editing.rows

    def then_somebody_renames(site_ids: Any) -> Any:
        found = really(site_ids)
        survey.change("edit", replaced={"sites": [{**found[0], "name": "theirs"}]})
        return found
    monkeypatch.setattr(bench.editing, "rows", then_somebody_renames)
    with pytest.raises(ChangedSince):
        bench.editing.rename(site, "ours")
    assert survey.rows("sites", id=site)[0]["name"] == "theirs"


def test_an_edit_applies_to_the_site_as_the_file_has_it(bench: Any, site: str) -> None:
    """The facts are used after applying what another program wrote."""
    survey = bench.session.survey
    survey.change("edit", replaced={"sites": [{**survey.rows("sites", id=site)[0], "note": "theirs"}]})
    bench.editing.rename(site, "ours")
    found = survey.rows("sites", id=site)[0]
    assert (found["name"], found["note"]) == ("ours", "theirs")


def test_without_a_survey(empty_bench: Any) -> None:
    from yalu_plugin.workbench.session import NoSurveyOpen

    with pytest.raises(NoSurveyOpen):
        empty_bench.editing.rename("a", "b")


def test_what_somebody_changed_meanwhile_is_not_deleted(bench: Any, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    survey, really = bench.session.survey, bench.editing.rows

    def then_somebody_renames(site_ids: Any) -> Any:
        found = really(site_ids)
        survey.change("edit", replaced={"sites": [{**found[0], "name": "theirs"}]})
        return found
    monkeypatch.setattr(bench.editing, "rows", then_somebody_renames)
    with pytest.raises(ChangedSince):
        bench.editing.delete([site])
    assert survey.rows("sites", id=site)[0]["name"] == "theirs"

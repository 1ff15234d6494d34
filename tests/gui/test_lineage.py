"""Sites are retired, brought back, succeeded, merged and split: in the file, undone, refused if changed since shown."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qgis.core import QgsPointXY

from yalu_plugin.layers.survey.survey_errors import ChangedSince
from yalu_plugin.workbench.editing import SitesMissing
from yalu_plugin.workbench.lineage import NothingToSplit, SeenLater, TwoToMerge
from yalu_plugin.workbench.observing import DayNotYet


@pytest.fixture
def two(bench: Any) -> tuple[str, str]:
    """Two added sites with two observations each, the second with a source, an area and a mark."""
    first, second = (str(bench.annotation.add_site(QgsPointXY(lon, 41.45), "vehicle_ford")) for lon in (127.6, 127.601))
    (row,) = bench.session.survey.rows("sites", id=second)
    source = str(bench.session.survey.rows("sources")[0]["id"])
    bench.session.change("test", added={
        "observations": [{"id": f"{site} {day}", "site_id": site, "state": state, "seen_from": day, "seen_to": day}
                         for site in (first, second) for state, day in (("absent", "2024-01-01"),
                                                                        ("present", "2024-02-01"))],
        "marks": [{"id": "mark", "site_id": second, "label": "T", "geom": "POINT (127.6 41.45)"}],
        "areas": [{"id": "area", "site_id": second, "geom": "POLYGON ((127 41, 128 41, 128 42, 127 41))"}]},
        replaced={"sites": [{**row, "name": "Twin", "source_id": source, "source_ref": "17"}]})
    return first, second


def site(bench: Any, site_id: str) -> dict[str, Any] | None:
    found = next(iter(bench.session.survey.rows("sites", id=site_id)), None)
    assert bench.session.facts.row("sites", site_id) == found
    return found


def tables(bench: Any) -> dict[str, Any]:
    return {table: bench.session.survey.rows(table) for table in ("sites", "observations", "marks", "areas")}


def test_a_typed_site_gets_no_sighting_whatever_is_on_screen(bench: Any, romania: Any) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(list(catalogue(romania, read_raster).scenes))
    scene = bench.scenes.timeline.scenes[0]
    left, bottom, right, top = scene.box
    place = QgsPointXY((left + right) / 2, (bottom + top) / 2)
    bench.imagery.show(scene)
    old = bench.annotation.add_site(place, "vehicle_ford")
    clicked, typed = (bench.lineage.add_successor(old, place, clicked=clicked) for clicked in (True, False))
    seen = {name: len(bench.session.survey.rows("observations", site_id=name)) for name in (clicked, typed)}
    assert seen == {clicked: 1, typed: 0}
    assert (site(bench, clicked)["location_accuracy_m"], site(bench, typed)["location_accuracy_m"]) == (10.0, None)
    assert site(bench, typed)["replaces_site_id"] == old and site(bench, typed)["kind"] == "vehicle_ford"
    bench.history.undo()
    assert site(bench, typed) is None


def undone_and_done_again(bench: Any, before: dict[str, Any]) -> None:
    after = tables(bench)
    assert after != before
    bench.history.undo()
    assert tables(bench) == before
    bench.history.redo()
    assert tables(bench) == after


def test_a_site_is_retired_on_a_day_and_brought_back(bench: Any, two: tuple[str, str]) -> None:
    before = tables(bench)
    bench.lineage.retire(two, "2024-03-01")
    assert [site(bench, one)["retired_on"] for one in two] == ["2024-03-01"] * 2
    assert bench.history.done[0].startswith("Retire on 20") and bench.history.done[0].endswith(", 2 sites")
    undone_and_done_again(bench, before)
    bench.lineage.bring_back(two[:1])
    assert [site(bench, one)["retired_on"] for one in two] == [None, "2024-03-01"]


def test_a_site_seen_later_is_not_retired(bench: Any, two: tuple[str, str]) -> None:
    before = tables(bench)
    with pytest.raises(SeenLater):
        bench.lineage.retire([two[0]], "2024-01-31")
    with pytest.raises(DayNotYet):
        bench.lineage.retire([two[0]], "2999-01-01")
    with pytest.raises(SitesMissing):
        bench.lineage.retire(["none"], "2024-03-01")
    assert tables(bench) == before
    bench.lineage.retire([two[0]], "2024-02-01")


def test_a_successor_names_what_it_replaces(bench: Any, two: tuple[str, str]) -> None:
    before = tables(bench)
    new = bench.lineage.add_successor(two[0], QgsPointXY(127.602, 41.451))
    assert (site(bench, new)["replaces_site_id"], site(bench, new)["kind"]) == (two[0], "vehicle_ford")
    assert bench.history.done[0].startswith("Add successor (Vehicle crossing #")
    undone_and_done_again(bench, before)
    with pytest.raises(SitesMissing):
        bench.lineage.add_successor("none", QgsPointXY(127.6, 41.4))


def test_merged_sites_are_one_with_all_that_was_seen(bench: Any, two: tuple[str, str]) -> None:
    first, second = two
    follower = bench.lineage.add_successor(second, QgsPointXY(127.602, 41.451))
    before = tables(bench)
    bench.lineage.merge([first, second], first)
    assert site(bench, second) is None and site(bench, follower)["replaces_site_id"] == first
    assert len(bench.session.survey.rows("observations", site_id=first)) == 4
    assert [bench.session.survey.rows(table)[0]["site_id"] for table in ("marks", "areas")] == [first, first]
    note, source = site(bench, first)["note"], bench.session.survey.rows("sources")[0]["id"]
    assert note == f"merged: Twin (source {source}, ref 17)"
    assert bench.session.facts.state_value_on(first, None)[0] == "present"
    undone_and_done_again(bench, before)


def test_a_successor_merged_with_what_it_replaces_replaces_nothing(bench: Any, two: tuple[str, str]) -> None:
    first, _ = two
    new = bench.lineage.add_successor(first, QgsPointXY(127.602, 41.451))
    newer = bench.lineage.add_successor(new, QgsPointXY(127.603, 41.451))
    bench.lineage.merge([newer, new], newer)
    assert site(bench, newer)["replaces_site_id"] == first
    bench.lineage.merge([first, newer], newer)
    assert site(bench, newer)["replaces_site_id"] is None


@pytest.mark.parametrize("count", [0, 1])
def test_one_site_is_not_merged(bench: Any, two: tuple[str, str], count: int) -> None:
    with pytest.raises(TwoToMerge):
        bench.lineage.merge(two[:count], two[0])


def test_a_merge_is_refused_after_a_change_by_others(bench: Any, two: tuple[str, str], monkeypatch: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    before = bench.history.done
    change = bench.session.change

    def late(*args: Any, **kwargs: Any) -> Any:
        other = open_survey(bench.session.survey.path)
        (row,) = other.rows("observations", id=f"{two[1]} 2024-01-01")
        other.change("edit", replaced={"observations": [{**row, "note": "theirs"}]})
        return change(*args, **kwargs)

    monkeypatch.setattr(bench.session, "change", late)
    with pytest.raises(ChangedSince):
        bench.lineage.merge(two, two[0])
    assert bench.history.done == before and len(bench.session.survey.rows("sites", id=two[1])) == 1


def test_selected_observations_go_to_a_new_site(bench: Any, two: tuple[str, str]) -> None:
    first, _ = two
    before = tables(bench)
    seen = bench.session.facts.observations_of(first)
    new = bench.lineage.split(first, seen[1:], QgsPointXY(127.605, 41.45))
    assert [row["id"] for row in bench.session.facts.observations_of(new)] == [seen[1]["id"]]
    assert [row["id"] for row in bench.session.facts.observations_of(first)] == [seen[0]["id"]]
    assert site(bench, new)["geom"] == "Point (127.605 41.45)" and site(bench, new)["source_id"] is None
    assert [bench.session.facts.state_value_on(one, None)[0] for one in (first, new)] == ["absent", "present"]
    undone_and_done_again(bench, before)
    with pytest.raises(NothingToSplit):
        bench.lineage.split(first, [], QgsPointXY(127.6, 41.45))
    with pytest.raises(ChangedSince):
        bench.lineage.split(first, seen[1:], QgsPointXY(127.6, 41.45))


def test_the_record_replays(bench: Any, two: tuple[str, str]) -> None:
    from yalu_plugin.layers.survey.verify import verify

    bench.lineage.split(two[0], bench.session.facts.observations_of(two[0])[:1], QgsPointXY(127.605, 41.45))
    bench.lineage.merge(two, two[1])
    bench.history.undo()
    bench.lineage.retire(two, "2024-05-01")
    found = verify(bench.session.survey.path)
    assert not [finding for finding in found.findings if finding.is_fault] and found.different == 0
    assert json.dumps([entry.action for entry in bench.session.survey.entries_of_site(two[0])[:3]])

from __future__ import annotations

from yalu_plugin.core.map_picture.published_counts import compare_counts, published_counts
from yalu_plugin.core.published import published_rows
from yalu_plugin.paths import resource


def test_the_published_43_are_37_and_6() -> None:
    from yalu_plugin.core.corridor.claim_scopes import read_scopes

    rows = published_rows(resource("data"))
    scopes = {name: scope.counts for name, scope in read_scopes(resource("data")).items()}
    (source,) = {claim["source_id"] for claim in rows["claims"] if claim["value"] == 43}
    assert published_counts(rows["claims"], scopes, source) == {"crossings": 43, "vehicle_ford": 37, "barge_dock": 6}
    assert published_counts(rows["claims"], scopes, "") == {}


def test_found_next_to_published() -> None:
    published = {"crossings": 43, "vehicle_ford": 37, "barge_dock": 6}
    assert compare_counts({"vehicle_ford": 35, "other": 2}, published) == [
        ("vehicle_ford", 35, 37), ("barge_dock", 0, 6), ("other", 2, None), ("crossings", 35, 43)]
    assert compare_counts({"barge_dock": 6}, {}) == [("barge_dock", 6, None)]
    assert compare_counts({}, {}) == []

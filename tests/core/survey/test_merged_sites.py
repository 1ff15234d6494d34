"""Merging sites: whatever they replaced, the site that is kept replaces neither itself nor a removed site."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.survey.merged_sites import merged_rows

IDS = "abcd"


def site(site_id: str, replaces: str | None = None, **values: Any) -> dict[str, Any]:
    return {"id": site_id, "name": None, "source_id": None, "source_ref": None, "note": None,
            "replaces_site_id": replaces, **values}


def test_the_note_keeps_names_and_sources() -> None:
    kept = site("a", note="mine")
    others = [site("b", name="B", source_id="s", source_ref="17", note="theirs"), site("c")]
    rows = merged_rows(kept, others, {"observations": [{"id": "1", "site_id": "b"}], "marks": []}, [site("d", "b")])
    assert rows["sites"] == [{**kept, "note": "mine; merged: B (source s, ref 17, theirs); merged: c"}, site("d", "a")]
    assert rows["observations"] == [{"id": "1", "site_id": "a"}] and "marks" not in rows


@given(st.lists(st.sampled_from((*IDS, "x", None)), min_size=4, max_size=4))
def test_chains_and_circles(replaces: list[str | None]) -> None:
    kept, *others = map(site, IDS, replaces)
    found = merged_rows(kept, others, {}, [])["sites"][0]["replaces_site_id"]
    assert found in (None, "x")
    at, seen = kept, set()
    while at is not None and at["id"] not in seen:  # the first site outside the merged ones in the chain
        seen.add(at["id"])
        out = at["replaces_site_id"]
        at = next((one for one in (kept, *others) if one["id"] == out), None)
    assert found == ("x" if at is None and out == "x" else None)

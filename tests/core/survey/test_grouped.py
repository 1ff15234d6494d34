"""Sites under headings: each under its own, none missing, in their previous order."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.survey.columns.grouped import grouped, heading_number

TEXTS = st.sampled_from(["Hyesan", "Samsu", "", "하산"])


@given(st.lists(st.tuples(st.integers(1, 10**9), TEXTS), max_size=12, unique_by=lambda one: one[0]),
       st.sets(TEXTS))
def test_every_site_is_under_its_heading(sites, folded):
    texts = [text for _, text in sites]
    codes, fids = np.arange(len(sites), dtype=np.int32), np.array([fid for fid, _ in sites], np.int64)
    made = grouped(fids, codes, texts, folded)
    found, text = [], None
    for fid in made.fids.fids.tolist():
        number = heading_number(fid)
        if number >= 0:
            text = made.headings[number].text
        else:
            found.append((fid, text))
    order = sorted(dict.fromkeys(texts), key=lambda text: (not text, texts.index(text)))
    assert found == [one for text in order if text not in folded for one in sites if one[1] == text]
    assert [(one.text, one.sites, one.folded) for one in made.headings] == [
        (text, texts.count(text), text in folded) for text in order]
    assert len(made.fids) == len(found) + len(order)


def test_fids_of_other_programs_are_not_headings():
    assert [heading_number(fid) for fid in (0, 1, -1, -(10**12), 1 << 62)] == [-1] * 5

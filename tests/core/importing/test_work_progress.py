"""Progress of work that knows of none."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing import work_progress
from yalu_plugin.core.importing.work_progress import Cancelled, with_progress


def test_lists_gone_through_tell_how_far_that_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_progress, "_PAUSE_S", 0.0)
    told: list[float] = []
    lists = with_progress({"sites": range(1_000), "observations": range(3_000), "images": ()}, told.append)
    assert [list(lists[name]) for name in lists] == [list(range(1_000)), list(range(3_000)), []]
    assert told == sorted(told) and told[0] == 0.0 and 0.95 < told[-1] < 1.0 and 50 < len(told) < 80
    assert len(lists["sites"]) == 1_000 and lists["sites"][2] == 2 and not lists["images"]


def test_cancelling_comes_out_of_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_progress, "_PAUSE_S", 0.0)

    def cancel(fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled()

    seen = []
    with pytest.raises(Cancelled):
        for item in with_progress({"sites": range(1_000)}, cancel)["sites"]:
            seen.append(item)
    assert 500 <= len(seen) < 600


def test_what_is_quick_tells_nothing() -> None:
    told: list[float] = []
    assert sum(with_progress({"sites": range(100)}, told.append)["sites"]) == 4950 and not told

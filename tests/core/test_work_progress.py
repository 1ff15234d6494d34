"""Progress of work that reports none itself."""

from __future__ import annotations

import pytest

from yalu_plugin.core import work_progress
from yalu_plugin.core.work_progress import Cancelled, with_progress


def test_iteration_reports_the_fraction_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_progress, "_PAUSE_S", 0.0)
    fractions: list[float] = []
    lists = with_progress({"sites": range(1_000), "observations": range(3_000), "images": ()}, fractions.append)
    assert [list(lists[name]) for name in lists] == [list(range(1_000)), list(range(3_000)), []]
    assert fractions == sorted(fractions) and fractions[0] == 0.0 and 0.95 < fractions[-1] < 1.0
    assert 50 < len(fractions) < 80
    assert len(lists["sites"]) == 1_000 and lists["sites"][2] == 2 and not lists["images"]


def test_cancelling_ends_the_iteration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_progress, "_PAUSE_S", 0.0)

    def cancel(fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled()

    seen = []
    with pytest.raises(Cancelled):
        for item in with_progress({"sites": range(1_000)}, cancel)["sites"]:
            seen.append(item)
    assert 500 <= len(seen) < 600


def test_quick_work_reports_nothing() -> None:
    fractions: list[float] = []
    assert sum(with_progress({"sites": range(100)}, fractions.append)["sites"]) == 4950 and not fractions

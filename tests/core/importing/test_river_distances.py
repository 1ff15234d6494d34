"""Distances of places from the river."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from yalu_plugin.core.importing import river_distances as module  # noqa: E402
from yalu_plugin.core.importing.river_distances import river_distances  # noqa: E402

HYESAN, GATE, BARGE = (128.186804, 41.411114), (128.051521, 41.393617), (127.221360, 41.519380)


def test_published_sites(river) -> None:
    distances = river_distances(river, [HYESAN, GATE, BARGE, (126.98, 37.57)])
    assert distances[:3] == pytest.approx([72, 106, 101], abs=1)
    assert distances[3] == pytest.approx(430_000, rel=0.01)


def test_the_nearest_of_several_lines_counts(river) -> None:
    other = [(126.9, 37.5), (127.0, 37.6)]
    near, far = river_distances([*river, other, [(1.0, 1.0), (1.0, 1.0)]], [HYESAN, (126.98, 37.57)])
    assert near == pytest.approx(72, abs=1) and far < 2_000


def test_progress_in_blocks(river, monkeypatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", 2)
    fractions: list[float] = []
    assert len(river_distances(river, [HYESAN] * 5, fractions.append)) == 5
    assert fractions == [0.0, 0.4, 0.8]

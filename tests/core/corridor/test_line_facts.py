from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import LineString

from yalu_plugin.core.corridor.line import corridor_from_geometry
from yalu_plugin.core.corridor.line_facts import compare_lines, describe


@pytest.fixture
def coarse(river):
    return corridor_from_geometry(LineString(river.lonlat[::20]), "EPSG:4326", direction="upstream", name="coarse")


def test_the_bundled_line_in_figures(river):
    facts = describe(river)
    assert (facts.name, facts.vertices, facts.direction, facts.bridged_m) == ("Yalu River", 2617, "upstream", 0)
    assert facts.length_km == pytest.approx(374.415, abs=0.001)
    assert facts.mean_spacing_m == pytest.approx(374_415 / 2616, abs=0.01)


def test_a_coarser_line_makes_the_same_sites_lie_closer(river, coarse, sites):
    table = compare_lines(sites("hyesan", "gate", "phungyang", "barge"), river, coarse)
    assert list(table["site_id"]) == ["hyesan", "gate", "phungyang", "barge"]
    assert table["chainage_km"].to_numpy() == pytest.approx([0, 24.42, 58.69, 160.38], abs=0.01)
    assert (table["difference_km"].iloc[1:] < -1).all()
    assert table["difference_km"].to_numpy() == pytest.approx(table["other_chainage_km"] - table["chainage_km"])
    assert table["gap_along_km"].iloc[:3].to_numpy() == pytest.approx(np.diff(table["chainage_km"]))
    assert np.isnan(table["other_gap_along_km"].iloc[3])


def test_both_lines_count_from_the_datum_given(river, coarse, sites):
    table = compare_lines(sites("hyesan", "phungyang"), river, coarse, (127.885265, 41.431189)).set_index("site_id")
    assert table.loc["phungyang"].iloc[1:4].tolist() == [0, 0, 0]
    assert table.loc["hyesan", "other_chainage_km"] > table.loc["hyesan", "chainage_km"]


def test_a_site_that_is_off_the_second_line_stays_in_the_table(river, sites):
    short = corridor_from_geometry(LineString(river.lonlat[600:]), "EPSG:4326", direction="upstream")
    table = compare_lines(sites("hyesan", "barge"), river, short).set_index("site_id")
    assert np.isnan(table.loc["barge", "other_chainage_km"]) and table.loc["barge", "chainage_km"] > 160
    assert table.loc["hyesan", "difference_km"] == pytest.approx(0, abs=1e-9)

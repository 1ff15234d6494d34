from __future__ import annotations

import numpy as np
import pytest

from yalu_plugin.core.corridor.counties import reaches_along
from yalu_plugin.core.corridor.distribution import density, extents, per_county
from yalu_plugin.core.corridor.measure import measure

PUBLISHED = ("hyesan", "gate", "phungyang", "barge")


@pytest.fixture
def measured(river, breaks, sites):
    return measure(sites(*PUBLISHED), river, None, reaches_along(river, breaks))


def test_density_counts_empty_stretches_too(measured):
    table = density(measured.table)
    assert table["sites"].sum() == 4 and len(table) == 17
    assert table["from_km"].iloc[0] == 0 and table["to_km"].iloc[-1] == 170
    assert table.set_index("from_km")["sites"][[0, 20, 50, 160]].tolist() == [1, 1, 1, 1]
    assert density(measured.table, 100)["sites"].tolist() == [3, 1]
    assert density(measured.table.iloc[:0]).empty


def test_counties_with_what_is_uncertain_at_their_breaks(measured, river, breaks):
    table = per_county(measured, reaches_along(river, breaks)).set_index("county")
    assert list(table.index) == ["Samjiyon", "Pochon", "Hyesan", "Samsu", "Kimjongsuk", "Kimhyongjik", "Junggang"]
    assert table["sites"].to_dict() == {"Samjiyon": 0, "Pochon": 0, "Hyesan": 1, "Samsu": 1, "Kimjongsuk": 1,
                                        "Kimhyongjik": 1, "Junggang": 0}
    assert table["uncertain"].to_dict()["Hyesan"] == 1 and table["uncertain"].sum() == 1
    assert table.loc["Kimjongsuk", ["from_km", "to_km"]].tolist() == pytest.approx([43.3, 113.5], abs=0.01)
    assert table.loc["Kimjongsuk", "per_10_km"] == pytest.approx(10 / 70.2, abs=1e-3)


def test_without_reaches_all_sites_are_in_no_known_county(measured):
    table = per_county(measured, None)
    assert table["county"].tolist() == [None] and table["sites"].tolist() == [4]
    assert table["to_km"].iloc[0] - table["from_km"].iloc[0] == pytest.approx(374.415, abs=0.001)


def test_extents_of_all_by_kind_and_by_any_group(measured):
    table = extents(measured.table).set_index("group")
    assert table["sites"].to_dict() == {"": 4, "barge_dock": 1, "vehicle_ford": 3}
    assert table.loc["", ["along_km", "straight_km"]].tolist() == pytest.approx([160.38, 81.54], abs=0.01)
    assert table.loc["vehicle_ford", ["along_km", "straight_km"]].tolist() == pytest.approx([58.69, 25.31], abs=0.01)
    assert table.loc["barge_dock", ["along_km", "straight_km"]].tolist() == [0, 0]
    states = {"hyesan": "present", "gate": "present", "barge": "washed_out"}
    by_state = extents(measured.table, states).set_index("group")
    assert by_state["sites"].to_dict() == {"present": 2, "washed_out": 1}
    assert by_state.loc["present", "along_km"] == pytest.approx(24.42, abs=0.01)
    assert by_state.loc["present", ["from_name", "to_name"]].tolist() == ["Hyesan", "Gate"]
    assert np.isfinite(by_state["straight_km"]).all()
    assert extents(measured.table.iloc[:0]).empty

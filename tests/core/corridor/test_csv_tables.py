"""Measured tables as CSV: with the line and datum of their figures, whole or not at all, and without formulas."""

from __future__ import annotations

import csv

import pandas as pd
import pytest

from yalu_plugin.core.corridor.counties import reaches_along
from yalu_plugin.core.corridor.csv_tables import CsvNotWritten, write_csv, write_table
from yalu_plugin.core.corridor.measure import COLUMNS, measure


def test_csv(river, breaks, sites, tmp_path):
    frame = sites("hyesan", "gate")
    frame["name"] = ["혜산, \"ford\"", "Samsu"]
    path = tmp_path / "corridor.csv"
    write_csv(measure(frame, river, None, reaches_along(river, breaks)), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(path, encoding="utf-8-sig")
    assert tuple(table.columns) == (
        *COLUMNS, "datum", "corridor", "corridor_vertices", "corridor_mean_spacing_m", "corridor_bridged_m",
        "corridor_source", "corridor_licence")
    assert set(table.corridor_vertices) == {2617} and set(table.corridor_mean_spacing_m) == {143.1}
    assert table.name.tolist() == ["혜산, \"ford\"", "Samsu"]
    assert table.chainage_km.tolist() == [0.0, 24.416]
    assert table.county_certain.tolist() == [False, True]
    assert set(table.corridor) == {"Yalu River (© OpenStreetMap contributors)"}
    assert set(table.corridor_licence) == {"ODbL-1.0"}
    assert set(table.datum) == {"41.411114, 128.186804"}
    assert list(tmp_path.iterdir()) == [path]


def test_csv_that_cannot_be_written(river, sites, tmp_path):
    with pytest.raises(CsvNotWritten, match="missing"):
        write_csv(measure(sites("hyesan"), river), tmp_path / "missing" / "corridor.csv")
    (tmp_path / "corridor.csv").mkdir()
    with pytest.raises(CsvNotWritten):
        write_csv(measure(sites("hyesan"), river), tmp_path / "corridor.csv")
    assert [p.name for p in tmp_path.iterdir()] == ["corridor.csv"]


def test_no_text_of_a_saved_table_is_a_formula(tmp_path):
    table = pd.DataFrame({
        "name": ["=HYPERLINK(1)", "혜산", None, "-5"], "several": [("=a", "b"), (), None, ("c",)],
        "km": [-1.5, 2.0, None, 0.0],
        "kind": pd.Categorical(["+x", "ford", "+x", "＝y"]), "count": [-1, 0, 1, 2],
        "sure": [True, False, True, True]})
    write_table(table, tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == ["'=HYPERLINK(1)", "혜산", "", "-5"]
    assert [row[2:] for row in rows[1:]] == [
        ["-1.5", "'+x", "-1", "True"], ["2.0", "ford", "0", "False"], ["", "'+x", "1", "True"],
        ["0.0", "'＝y", "2", "True"]]
    assert table["name"][0] == "=HYPERLINK(1)"

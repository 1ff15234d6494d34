"""Any table of sites that is exported, edited at random and imported has exactly the edits as differences."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.exporting.kml_examples import HOSTILE, site
from tests.core.exporting.test_site_export import export_of
from yalu_plugin.core.exporting.delimited_file import write_csv
from yalu_plugin.core.exporting.export_tables import ExportTable, site_table
from yalu_plugin.core.exporting.table_sheets import table_sheet
from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import Choices, ImportAssessment, KnownSite
from yalu_plugin.core.importing.site_differences import comparable
from yalu_plugin.core.importing.site_update import ExportedSurvey
from yalu_plugin.core.importing.source_reader import read_source
from yalu_plugin.core.work_progress import no_progress
from yalu_plugin.core.xlsx_writer import write_xlsx

TEXTS = st.text(max_size=20) | st.sampled_from([text for text in HOSTILE if "\ud800" not in text])
SITES = st.lists(st.tuples(TEXTS, TEXTS, st.none() | TEXTS), min_size=2, max_size=5)
EDITS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from((
    ("name", "Renamed; “by hand”"), ("name", "압록강 여울"), ("name", ""), ("note", "two\nlines, and a comma"),
    ("note", "=1+1"), ("note", ""), ("county", "Samsu"), ("county", ""), ("kind", "barge_dock"),
    ("confidence", "confirmed"), ("at_fence_gate", "yes"), ("bank", "right"), ("retired_on", "2026-01-01"),
    ("latitude", 41.5003), ("longitude", 126.9), ("chainage_km", 1.0), ("state", "absent"), ("label", "no name")))),
    max_size=6)
SITE = "0000000-0000-4000-8000-000000000000"  # after a digit
DERIVED = ("chainage_km", "state", "label")  # an edit of what follows from other values means nothing


def imported(path: Path, table: ExportTable, known: list[KnownSite]) -> ImportAssessment:
    if path.suffix == ".csv":
        write_csv(path, table)
    else:
        write_xlsx(path, [table_sheet(table, no_progress)])
    source = read_source(path)
    return assess_rows(source, guess_columns(source), Choices(), known, exported=ExportedSurvey("s", {}))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_exactly_the_edits(tmp_path: Path, suffix: str) -> None:
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
    @given(SITES, EDITS, st.sets(st.integers(1, 4)), st.integers(0, 2), st.randoms(use_true_random=False))
    def law(texts: Any, edits: Any, removed: set[int], added: int, order: random.Random) -> None:
        rows = [{**site(number, name=name, note=note, county=county), "id": f"{number}{SITE}"}
                for number, (name, note, county) in enumerate(texts, 1)]
        known = [KnownSite(row["id"], 127 + number / 1000, 41.5, row["name"], kind="vehicle_ford", note=row["note"],
                           county=row["county"]) for number, row in enumerate(rows, 1)]
        table = site_table(export_of({"sites": rows}))
        at = {column.name: number for number, column in enumerate(table.columns)}
        cells = [list(values) for _, values in table.rows(no_progress)]
        expected: dict[str, set[str]] = {row["id"]: set() for row in rows}
        for number, (name, value) in edits:
            if number < len(cells):
                cells[number][at[name]] = value
        for number, (row, here) in enumerate(zip(rows, cells), 1):
            for name in {name for _, (name, _) in edits if name not in DERIVED}:
                was = {"latitude": 41.5, "longitude": 127 + number / 1000}.get(name, row.get(name))
                if comparable(here[at[name]]) != comparable(was):
                    expected[row["id"]].add("place" if name in ("latitude", "longitude") else name)
        kept = [here for number, here in enumerate(cells) if number not in removed]
        new = [[None] * len(at) for _ in range(added)]
        for number, here in enumerate(new):
            here[at["name"]], here[at["latitude"]], here[at["longitude"]] = f"New {number}", 41.9, 127 + number / 10
        both = kept + new
        order.shuffle(both)
        edited = table._replace(rows=lambda _: ((None, here) for here in both))
        found = imported(tmp_path / f"sites{suffix}", edited, known)
        assert {row.of_site: {each.field for each in row.differences} for row in found.rows if row.of_site} == {
            here[at["site_id"]]: expected[here[at["site_id"]]] for here in kept}
        assert found.changes["new"] == added and [each.site.id for each in found.gone] == [
            row["id"] for number, row in enumerate(rows) if number in removed]
        assert not any(row.observations for row in found.rows) and found.counts["asked"] == 0

    law()

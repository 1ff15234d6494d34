"""Names, labels and the note that keeps what a site cannot hold."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.import_assessment import CHECK, GOOD
from yalu_plugin.core.importing.import_source import Source, SourceRow


def row_of(**values: str):
    source = Source(Path("list.kml"), tuple(values), (SourceRow(1, values, 128.2, 41.4),), has_geometry=True)
    return assess_rows(source, guess_columns(source)).rows[0]


def test_labels_are_folder_and_name() -> None:
    assert row_of(name="A", folder="Ryanggang / Hyesan").label == "Ryanggang / Hyesan / A"
    assert row_of(name="A").label == "A"
    assert row_of(name="A", layer="Sheet 2024").label == "Sheet 2024 / A"
    assert row_of(name="", folder="Pochon").label == "Pochon"


def test_folder_and_colour_that_name_the_kind_go_into_the_note() -> None:
    row = row_of(name="1", folder="Barge crossings / 2024")
    assert row.site["kind"] == "barge_dock" and row.site["note"] == "folder: Barge crossings / 2024"
    assert row_of(name="1", folder="Vehicle crossings / Barge crossings").site["kind"] == "barge_dock"  # the innermost
    assert row_of(name="1", layer="barge_crossings").site["kind"] == "barge_dock"
    row = row_of(**{"name": "1", "icon colour": "black"})
    assert row.status == CHECK and row.site["note"] == "icon colour: black"


def test_a_long_row_is_truncated_with_remarks() -> None:
    row = row_of(name="N" * 600, note="x" * 20_000)
    assert row.status == CHECK and len(row.reasons) == 2
    assert row.site["name"] == "N" * 500 and len(row.site["note"]) == 10_002 and row.site["note"].endswith("…")
    row = row_of(name="N" * 600)
    assert row.site["note"] == "N" * 100 and "rest is in the note" in row.reason


def test_many_columns_are_joined_no_longer_than_the_note() -> None:
    row = row_of(name="A", **{f"c{n}": "y" * 100 for n in range(5_000)})
    assert row.status == CHECK and len(row.site["note"]) == 10_002


def test_every_column_is_in_the_site_or_its_note() -> None:
    row = row_of(name="A", kind="ford", county="Hyesan", note="n", gate="perhaps", width="12 m", confidence="rumour")
    assert row.site["county"] == "Hyesan"
    assert row.site["note"] == "n\ngate: perhaps\nconfidence: rumour\nwidth: 12 m"
    assert row_of(name="A", width="12 m").status == GOOD


def test_a_row_of_totals_is_no_site() -> None:
    for word in ("Average", "Total:", "평균", "合计", "ИТОГО"):
        row = row_of(name=word, trucks="7")
        assert row.status == CHECK and row.reason == f"“{word}” may be a row of totals, not a site"
    assert row_of(name="Total station", trucks="7").status == GOOD
    assert row_of(number="합계", name="").status == CHECK


def test_a_row_reads_only_its_own_columns() -> None:
    names_read: list[str] = []

    class Row(dict[str, str]):
        def get(self, name: str, default: str = "") -> str:
            names_read.append(name)
            return super().get(name, default)

    columns = ("name", *(f"k{n}" for n in range(2_000)))
    source = Source(Path("list.kml"), columns, (SourceRow(1, Row({"k7": "b", "name": "A", "k3": "a"}), 128.2, 41.4),),
                    has_geometry=True)
    assert assess_rows(source, ColumnMap(name="name")).rows[0].site["note"] == "k3: a\nk7: b"
    assert len(names_read) < 200

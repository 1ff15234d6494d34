"""Lists that come again in a bad state: what each row is, which was written down before the code was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.core.importing.formats.test_workbook import _cell, _row, _xlsx
from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import ImportAssessment, KnownSite
from yalu_plugin.core.importing.source_reader import read_source

HEAD = "id,name,latitude,longitude,kind,first_seen,county"
ROWS = ["1,Alder,41.4,128.1,ford,2025-07-01,Hyesan", "2,Birch,41.45,128.2,barge,2025-07-02,",
        "3,Cedar,41.5,128.3,ford,,Samsu"]
LIST = "\n".join([HEAD, *ROWS])
SAME = [("Alder", "unchanged", []), ("Birch", "unchanged", []), ("Cedar", "unchanged", [])]


def replaced(old: str, new: str, text: str = LIST) -> str:
    assert old in text
    return text.replace(old, new)


def imported(found: ImportAssessment, of_source: bool = True) -> list[KnownSite]:
    """The survey after an import."""
    return [KnownSite(f"site{row.number}", row.site["lon"], row.site["lat"], row.site["name"],
                      row.site["source_ref"] or "" if of_source else "",
                      tuple((seen["state"], seen["seen_from"], seen["seen_to"]) for seen in row.observations),
                      row.site["name"], of_source, row.site["kind"], row.site["at_fence_gate"], row.site["county"],
                      row.site["confidence"], row.site["note"]) for row in found.rows if row.site is not None]


def outcome(found: ImportAssessment) -> list[tuple[str, str, list[str]]]:
    """Name, change (or why there is none) and differing fields of each row, and of each site that is gone."""
    rows = [(row.label, row.change or row.status, [each.field for each in row.differences]) for row in found.rows]
    assert not any(each.taken for row in found.rows for each in row.differences)
    return [*rows, *((each.site.name, "gone", []) for each in found.gone)]


UPDATES = {
    "the same list": (LIST, SAME),
    "sorted otherwise": ("\n".join([HEAD, ROWS[2], ROWS[0], ROWS[1]]), [SAME[2], SAME[0], SAME[1]]),
    "ids of two rows swapped": (
        replaced("1,Alder", "2,Alder", replaced("2,Birch", "1,Birch")),
        [("Alder", "asked", []), ("Birch", "asked", []), SAME[2]]),
    "ids of another survey": (
        replaced("\n1,", "\nX9,", replaced("\n2,", "\nX8,", replaced("\n3,", "\nX7,"))), SAME),
    "empty cells": (replaced("2025-07-01,Hyesan", ",", replaced(",Samsu", ",")), SAME),
    "an empty name": (replaced("Alder", ""), [("", "unchanged", []), *SAME[1:]]),
    "columns renamed": (replaced(HEAD, "번호,이름,위도,경도,종류,최초 확인,군"), SAME),
    "columns in another order": (
        "longitude,latitude,name\n128.1,41.4,Alder\n128.2,41.45,Birch\n128.3,41.5,Cedar", SAME),
    "a column deleted": (LIST.replace(",ford", "").replace(",barge", "").replace(",kind", ""), SAME),
    "two sites swapped places": (
        replaced("Alder,41.4,128.1", "Alder,41.45,128.2", replaced("Birch,41.45,128.2", "Birch,41.4,128.1")),
        [("Alder", "moved", ["place"]), ("Birch", "moved", ["place"]), SAME[2]]),
    "a newer list": (
        replaced("2,Birch,41.45,", "2,Birch,41.4503,") + "\n4,Elm,41.6,128.4,ford,,",
        [SAME[0], ("Birch", "moved", ["place"]), SAME[2], ("Elm", "new", [])]),
    "an older list": ("\n".join([HEAD, ROWS[0], ROWS[1].replace("barge", "ford")]),
                      [SAME[0], ("Birch", "changed", ["kind"]), ("Cedar", "gone", [])]),
    "renamed and moved, with its id": (
        replaced("1,Alder,41.4,", "1,Acacia,41.41,"), [("Acacia", "asked", []), *SAME[1:]]),
    "renamed, with its id": (replaced("Alder", "Acacia"), [("Acacia", "changed", ["name"]), *SAME[1:]]),
    "moved 10 km, with its id": (replaced("Alder,41.4,", "Alder,41.49,"), [("Alder", "moved", ["place"]), *SAME[1:]]),
    "every row twice": ("\n".join([HEAD, *ROWS, *ROWS]), [*SAME, *SAME]),
    "another date of the same site": (
        replaced("2025-07-01", "2025-09-09"), [("Alder", "changed", []), *SAME[1:]]),
    "totals below": (LIST + "\n,Total,,,3,,", [*SAME, ("Total", "refused", [])]),
    "decimal commas": (LIST.replace(",", ";").replace("41.4", "41,4").replace("41.5", "41,5").replace("128.", "128,"),
                       SAME),
    "places to fewer digits": (
        replaced("41.45,128.2", "41.4502,128.2"), [SAME[0], ("Birch", "moved", ["place"]), SAME[2]]),
    "only the middle of it": ("\n".join([HEAD, ROWS[1]]), [SAME[1], ("Alder", "gone", []), ("Cedar", "gone", [])]),
    "nothing but its head": (HEAD, "no rows"),
}


@pytest.mark.parametrize("what", [what for what in UPDATES if UPDATES[what][1] != "no rows"])
def test_an_update(assess: Callable[..., Any], what: str) -> None:
    text, expected = UPDATES[what]
    assert outcome(assess(text, known=imported(assess(LIST)))) == expected


def test_an_id_given_twice_by_mistake(assess: Callable[..., Any]) -> None:
    more = [f"{number},Oak {number},{41.5 + number / 100},128.4,ford,," for number in range(4, 14)]
    known = imported(assess("\n".join([LIST, *more])))
    same = [(f"Oak {number}", "unchanged", []) for number in range(4, 14)]
    found = assess("\n".join([LIST, *more, "1,Elm,41.9,128.4,ford,,"]), known=known)
    assert outcome(found) == [*SAME, *same, ("Elm", "refused", [])]
    assert found.rows[-1].reason == "Row 2 has the id 1 already. Give this row its own id."


def test_nothing_but_its_head_is_no_update(assess: Callable[..., Any]) -> None:
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError):
        assess(UPDATES["nothing but its head"][0], known=imported(assess(LIST)))


def test_the_list_under_another_title_asks_nothing_and_has_nothing_gone(assess: Callable[..., Any]) -> None:
    known = imported(assess(LIST), of_source=False)
    assert outcome(assess("\n".join([HEAD, *ROWS[:2]]), known=known)) == SAME[:2]


def test_another_crs(assess: Callable[..., Any]) -> None:
    pyproj = pytest.importorskip("pyproj")
    to_utm = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32652", always_xy=True)
    places = [(128.1, 41.4), (128.2, 41.45), (128.3, 41.5)]
    rows = [f"{name},{x:.3f},{y:.3f}" for name, (x, y) in zip(
        ("Alder", "Birch", "Cedar"), (to_utm.transform(*place) for place in places))]
    columns = {"longitude": "x", "latitude": "y", "crs": "EPSG:32652"}
    text, known = "\n".join(["name,x,y", *rows]), imported(assess(LIST))
    assert outcome(assess(text, columns=columns, known=known)) == SAME


def test_a_workbook_with_merged_cells_and_dates_of_excel(assess: Callable[..., Any], tmp_path: Path) -> None:
    text = "name,lat,lon,seen,county\nAlder,41.4,128.1,2024-04-15,Hyesan\nBirch,41.45,128.2,2024-04-15,Hyesan"
    rows = [_row(number, _cell(f"A{number}", name), _cell(f"B{number}", lat), _cell(f"C{number}", lon),
                 _cell(f"D{number}", "45397", 1, "n"), *([_cell("E2", "Hyesan")] if number == 2 else []))
            for number, (name, lat, lon) in enumerate((("Alder", "41.4", "128.1"), ("Birch", "41.45", "128.2")), 2)]
    head = _row(1, *(_cell(f"{letter}1", text) for letter, text in zip("ABCDE", text.split("\n")[0].split(","))))
    source = read_source(_xlsx(tmp_path / "list.xlsx", {"S": head + "".join(rows)},
                               merged='<mergeCell ref="E2:E3"/>'))
    found = assess_rows(source, guess_columns(source), known=imported(assess(text)))
    assert outcome(found) == SAME[:2] and not found.writes


def test_serial_numbers_for_dates_are_not_observed(assess: Callable[..., Any]) -> None:
    found = assess(replaced("2025-07-01", "45839"), known=imported(assess(LIST)))
    assert outcome(found) == SAME and not found.writes
    assert [(one.text, one.asked) for one in found.readings if one.field == "date" and one.asked] == [("45839", True)]

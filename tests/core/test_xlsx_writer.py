"""Workbooks: texts are unchanged and never a formula; styles of cells."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.xlsx_writer import LONGEST, Style, WorkbookSheet, column_name, write_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(path: Path, sheet: int = 1) -> list[list[Any]]:
    root = ElementTree.fromstring(zipfile.ZipFile(path).read(f"xl/worksheets/sheet{sheet}.xml"))
    return [[None if not list(cell) else "".join(cell.itertext()) for cell in row] for row in root.iter(f"{MAIN}row")]


@pytest.mark.parametrize(("value", "read"), [
    ("=1+1", "=1+1"), ("<b>&\"'", "<b>&\"'"), (" spaced ", " spaced "), ("두만강 鸭绿江", "두만강 鸭绿江"),
    ("", None), (None, None), (1.5, "1.5"), (3, "3"), (float("nan"), "nan"), ("a\x00b\x1f\ud800", "ab"),
    ("_x0041_", "_x005F_x0041_"), ("x" * 40_000, "x" * LONGEST)])
def test_values(tmp_path: Path, value: Any, read: Any) -> None:
    write_xlsx(tmp_path / "a.xlsx", [WorkbookSheet("a", [[(value, None)]])])
    assert cells(tmp_path / "a.xlsx") == [[read]]


@given(st.lists(st.lists(st.one_of(st.text(), st.floats(), st.none()), max_size=4), max_size=4))
def test_any_content_is_xml_without_a_formula(tmp_path_factory: Any, rows: list[list[Any]]) -> None:
    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    write_xlsx(path, [WorkbookSheet("a", [[(value, Style(fill="#ff0000"))for value in row] for row in rows])])
    assert list(map(len, cells(path))) == list(map(len, rows))
    assert b"<f" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    for name in zipfile.ZipFile(path).namelist():
        ElementTree.fromstring(zipfile.ZipFile(path).read(name))


def test_each_style_is_stored_once(tmp_path: Path) -> None:
    red, striped = Style("#ff0000", bold=True), Style("#ff0000", hatched=True, framed=True, turned=True)
    row = [("1", red), ("2", striped), ("3", red), ("4", None)]
    write_xlsx(tmp_path / "a.xlsx", [WorkbookSheet("a", [row], (5, 6), (1, 2)),
                                     WorkbookSheet("b & \"c\"", [[("5", striped)]])])
    root = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "a.xlsx").read("xl/worksheets/sheet1.xml"))
    assert [cell.get("s") for cell in root.iter(f"{MAIN}c")] == ["1", "2", "1", None]
    pane = next(root.iter(f"{MAIN}pane"))
    assert [pane.get(name) for name in ("xSplit", "ySplit", "topLeftCell", "state")] == ["2", "1", "C2", "frozen"]
    styles = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "a.xlsx").read("xl/styles.xml"))
    fills = [fill[0].get("patternType") for fill in next(styles.iter(f"{MAIN}fills"))]
    assert fills == ["none", "gray125", "none", "solid", "lightUp"]
    names = [one.get("name") for one in ElementTree.fromstring(
        zipfile.ZipFile(tmp_path / "a.xlsx").read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
    assert names == ["a", 'b & "c"'] and cells(tmp_path / "a.xlsx", 2) == [["5"]]


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_names_of_columns(number: int, name: str) -> None:
    assert column_name(number) == name

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.formats.number_format import date_parts, date_text, number_text
from yalu_plugin.core.importing.import_errors import EmptyFile, NothingRead
from yalu_plugin.core.importing.import_source import NoSuchLayer, ReadOptions
from yalu_plugin.core.importing.source_reader import read_source

FORMATS = ('<numFmts><numFmt numFmtId="170" formatCode="mmm\\ yyyy"/><numFmt numFmtId="171" formatCode="yyyy"/>'
           '<numFmt numFmtId="172" formatCode="[Red]0.00"/></numFmts>')
STYLES = FORMATS + "<cellXfs>" + "".join(f'<xf numFmtId="{n}"/>' for n in (0, 14, 170, 171, 172, 22)) + "</cellXfs>"


def _cell(place: str, text: str, style: int = 0, kind: str = "inlineStr") -> str:
    inner = f"<is><t>{text}</t></is>" if kind == "inlineStr" else f"<f>1+1</f><v>{text}</v>"
    return f'<c r="{place}" s="{style}" t="{kind}">{inner}</c>'


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


HEADER = [_cell("A1", "name"), _cell("B1", "lat"), _cell("C1", "lon"), _cell("D1", "seen")]


def _texts(number: int, *texts: str) -> str:
    return _row(number, *(_cell(f"{letter}{number}", text) for letter, text in zip("ABCD", texts)))


def _xlsx(path: Path, sheets: dict[str, str], states: dict[str, str] | None = None, merged: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        shown = {**dict.fromkeys(sheets, "visible"), **(states or {})}
        listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" state="{shown[name]}"/>'
                         for n, name in enumerate(sheets))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="r"><sheets>{listed}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationships>" + "".join(
            f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n in range(len(sheets))) + "</Relationships>")
        archive.writestr("xl/styles.xml", f"<styleSheet>{STYLES}</styleSheet>")
        for n, rows in enumerate(sheets.values()):
            archive.writestr(f"xl/worksheets/s{n}.xml",
                             f"<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>")
    return path


def test_the_file_of_a_real_program(data: Path) -> None:
    source = read_source(data / "import" / "dates.xlsx")
    assert [tuple(row.values.values()) for row in source.rows] == [
        ("혜산", "ford", "2023-08", "41.411114", "128.186804"), ("A", "barge", "2024-04-15", "41.42", "128.2")]
    assert [row.number for row in source.rows] == [2, 3] and not source.has_geometry


def test_cells_give_the_text_they_show(tmp_path: Path) -> None:
    numbers = [_cell("A2", "9007199254740993", kind="n"), _cell("B2", "41.411113999999998", kind="n"),
               _cell("C2", "128.18680000000001", style=4, kind="n")]
    rows = [_row(n, *(numbers if n == 2 else [_cell(f"A{n}", "x")]), _cell(f"D{n}", "45139", style, "n"))
            for n, style in ((2, 1), (3, 2), (4, 3))]
    rows.append(_row(5, _cell("A5", "1", kind="b"), _cell("D5", "45139.25", 5, "n")))
    source = read_source(_xlsx(tmp_path / "a.xlsx", {"S": _row(1, *HEADER) + "".join(rows)}))
    assert list(source.rows[0].values.values()) == ["9007199254740993", "41.411114", "128.1868", "2023-08-01"]
    assert [row.values["seen"] for row in source.rows] == [
        "2023-08-01", "2023-08", "2023", "2023-08-01T06:00:00"]
    assert source.rows[3].values["name"] == "true"


def test_hidden_sheets_are_named_and_several_are_layers(tmp_path: Path) -> None:
    sheets = {"Notes": _row(1, _cell("A1", "secret")), "One": _row(1, *HEADER) + _texts(3, "A", "41.41", "128.18"),
              "Empty": "", "Two": _texts(2, "name", "lat", "lon") + _texts(3, "B", "41.42", "128.2")}
    path = _xlsx(tmp_path / "a.xlsx", sheets, {"Notes": "hidden"})
    source = read_source(path)
    assert list(map(str, source.notices)) == ["Sheet “Notes” is hidden and was not read."]
    assert source.layers == ("One", "Two")
    assert [(row.number, row.values["layer"], row.values["sheet row"], row.values["name"]) for row in source.rows] == [
        (3, "One", "3", "A"), (6, "Two", "3", "B")]
    only = read_source(path, ReadOptions(layers=("Two",)))
    assert [dict(row.values) for row in only.rows] == [{"name": "B", "lat": "41.42", "lon": "128.2"}]
    with pytest.raises(NoSuchLayer):
        read_source(path, ReadOptions(layers=("Three",)))


def test_cells_merged_downwards_count_for_each_row(tmp_path: Path) -> None:
    rows = _texts(1, "Crossings 2025") + _texts(2, "county", "lat", "lon") + _texts(3, "Hyesan", "41.41", "128.18")
    rows += _row(4, _cell("B4", "41.42"), _cell("C4", "128.19")) + _texts(5, "Samsu", "41.3", "128.0")
    merged = '<mergeCell ref="A3:A4"/><mergeCell ref="A1:D1"/>'
    source = read_source(_xlsx(tmp_path / "a.xlsx", {"S": rows}, merged=merged))
    assert [row.values["county"] for row in source.rows] == ["Hyesan", "Hyesan", "Samsu"]
    assert source.about == "Crossings 2025"


def test_workbooks_without_rows_are_errors(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        read_source(_xlsx(tmp_path / "a.xlsx", {"S": ""}))
    with pytest.raises((EmptyFile, NothingRead)):
        read_source(_xlsx(tmp_path / "b.xlsx", {"S": _texts(1, "a")}, {"S": "hidden"}))


def _ods(path: Path, tables: str, styles: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
                         f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
                         f"{tables}</office:spreadsheet></office:body></office:document-content>")
    return path


def test_opendocument(tmp_path: Path) -> None:
    styles = ('<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
              '<style:style style:name="month" style:data-style-name="N1"/><style:style style:name="out">'
              '<style:table-properties table:display="false"/></style:style>')
    text = '<table:table-cell office:value-type="string"{1}><text:p>{0}</text:p></table:table-cell>'.format
    number = '<table:table-cell office:value-type="float" office:value="{0}"/>'.format
    header = "".join(text(name, "") for name in ("county", "lat", "lon", "seen"))
    date = '<table:table-cell office:value-type="date" office:date-value="{0}"{1}/>'.format
    row = '<table:table-row{1}>{0}</table:table-row>'.format
    rows = [
        row(header, ""), row("", ' table:number-rows-repeated="3"'),
        row(text("Hyesan", ' table:number-rows-spanned="2"') + number("41.411114") + number("1.1000000000000001")
            + date("2023-08-01", ' table:style-name="month"'), ""),
        row("<table:covered-table-cell/>" + number("9007199254740993") + number("2") + date("2025-07-30", ""), ""),
        row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048000"')]
    table = '<table:table table:name="{0}"{1}>{2}</table:table>'.format
    tables = table("S", "", "".join(rows)) + table("H", ' table:style-name="out"', rows[0])
    source = read_source(_ods(tmp_path / "a.ods", tables, styles))
    assert [(row.number, *row.values.values()) for row in source.rows] == [
        (5, "Hyesan", "41.411114", "1.1", "2023-08"), (6, "Hyesan", "9007199254740993", "2", "2025-07-30")]
    assert list(map(str, source.notices)) == ["Sheet “H” is hidden and was not read."]


@pytest.mark.parametrize(("code", "number", "parts"), [
    ("", 14, "ymd"), ("", 17, "ym"), ("", 0, ""), ("", 2, ""), ("yyyy-mm-dd", 0, "ymd"), ("General", 0, ""),
    ('yyyy"년" m"월"', 0, "ym"), ('0.00" days"', 0, ""), ("h:mm", 0, "t"), ("dd/mm/yyyy hh:mm:ss", 0, "ymdt"),
    ("[$-409]mmm\\-yy;@", 0, "ym"), ('"TRUE";"TRUE";"FALSE"', 0, ""), ("#,##0", 0, ""),
])
def test_formats_of_dates(code: str, number: int, parts: str) -> None:
    assert date_parts(code, number) == parts


@pytest.mark.parametrize(("parts", "text"), [
    ("ymd", "2023-08-01"), ("ym", "2023-08"), ("y", "2023"), ("ym?", "2023-08"), ("md", "2023-08-01")])
def test_dates_are_as_exact_as_they_are_shown(parts: str, text: str) -> None:
    assert date_text(datetime(2023, 8, 1), parts) == text
    assert date_text(datetime(2023, 8, 2), "ym?") == "2023-08-02"


@pytest.mark.parametrize(("value", "text"), [
    ("41.411113999999998", "41.411114"), ("128.18680000000001", "128.1868"), ("7", "7"), ("1E-3", "0.001"),
    ("1.2345678901234567E+17", "123456789012345677"), ("9007199254740993", "9007199254740993")])
def test_numbers_as_they_were_entered(value: str, text: str) -> None:
    assert number_text(value)[:15] == text[:15]


def _assessed(path: Path) -> list[tuple[int, str, str, str]]:
    source = read_source(path)
    return [(row.number, row.label, row.status, row.reason) for row in assess_rows(source, guess_columns(source)).rows]


FORMULA = '<c r="{}"><f>1+1</f></c>'
SAVE_AGAIN = "a formula whose value was not saved, read as empty. Open the file in its own program and save it again"


def test_a_formula_without_a_value_gets_a_remark(tmp_path: Path) -> None:
    place = (_cell("B2", "41.41"), _cell("C2", "128.18"))
    empty = '<c r="A3" t="str"><f>""</f><v></v></c>'
    sheet = (_row(1, *HEADER) + _row(2, FORMULA.format("A2"), *place, FORMULA.format("D2"))
             + _row(3, empty, _cell("B3", "41.5"), _cell("C3", "128.3"))
             + _row(4, _cell("A4", "C"), FORMULA.format("B4"), FORMULA.format("C4")) + _row(5, FORMULA.format("A5")))
    path = _xlsx(tmp_path / "a.xlsx", {"S": sheet})
    first, second, third = _assessed(path)
    assert first == (2, "", "check", f"A2, D2: {SAVE_AGAIN}")
    assert second == (3, "", "good", "")
    assert third[:3] == (4, "C", "refused") and third[3].startswith(f"B4, C4: {SAVE_AGAIN}; ")
    assert list(map(str, read_source(path).notices)) == [
        "Sheet “S”, A5: a formula whose value was not saved. The row was not read."]


def test_rows_with_formulas_are_counted_on_through_the_sheets(tmp_path: Path) -> None:
    first = _row(1, *HEADER) + _texts(2, "A", "41.41", "128.18")
    second = _row(1, *HEADER) + _row(2, FORMULA.format("AA2"), _cell("B2", "41.5"), _cell("C2", "128.3"))
    path = _xlsx(tmp_path / "a.xlsx", {"S": first, "T": second})
    assert dict(read_source(path).remarks).keys() == {4}
    assert str(read_source(path).remarks[4]) == f"AA2: {SAVE_AGAIN}"
    only = read_source(path, ReadOptions(layers=("S",)))
    assert (dict(only.remarks), only.notices) == ({}, ())


def test_a_formula_without_a_value_in_an_open_document(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f'<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>'
    formula = '<table:table-cell table:formula="of:=1+1"{}/>'
    rows = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in (
        cell("name") + cell("lat") + cell("lon"), formula.format("") + cell("41.41") + cell("128.18"),
        formula.format(' office:value-type="string"') + cell("41.5") + cell("128.3")))
    path = _ods(tmp_path / "a.ods", f'<table:table table:name="S">{rows}</table:table>')
    assert {number: str(phrase) for number, phrase in read_source(path).remarks.items()} == {2: f"A2: {SAVE_AGAIN}"}

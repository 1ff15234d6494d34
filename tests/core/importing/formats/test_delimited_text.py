from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.encodings import NotText, UnknownEncoding
from yalu_plugin.core.importing.import_errors import (
    TextTooLong,
    TooManyColumns,
    TooManyRows,
    TooMuchText,
    UnknownDelimiter,
)
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.importing.source_reader import read_source


def _read(folder: Path, text: str | bytes, name: str = "a.csv") -> Source:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_source(path)


@pytest.mark.parametrize(("text", "number", "about"), [
    ("Crossings list exported 2026-01-05\nCompiled by X\n\nname,lat,lon\nA,41.411114,128.186804\n", 5,
     "Crossings list exported 2026-01-05\nCompiled by X"),
    ("Report, by X\nDate, 2026-01-05\n\nname,lat,lon,note,kind\nA,41.411114,128.186804,,ford\n", 5,
     "Report by X\nDate 2026-01-05"),
    ("Titel;;\n;;\nname;lat;lon\nA;41.411114;128.186804\n", 4, "Titel"),
    ("sep=;\nname;lat;lon\nA;41.411114;128.186804\n", 2, ""),
    ("\ufeffSEP=|\r\nname|lat|lon\r\nA|41.411114|128.186804\r\n", 2, ""),
    ("sep=\t\nname\tlat\tlon\nA\t41.411114\t128.186804\n", 2, ""),
    ("name,lat,lon\rA,41.411114,128.186804\r", 2, ""),
    ("name,2023,2024,lat,lon\nA,x,,41.411114,128.186804\n", 2, ""),
    ("name,lat,lon\nA,41.411114,128.186804\n\x1a", 2, ""),
])
def test_headers_and_the_text_above(tmp_path: Path, text: str, number: int, about: str) -> None:
    source = _read(tmp_path, text)
    row = source.rows[0]
    assert (row.number, source.about) == (number, about)
    assert [row.values[column] for column in ("name", "lat", "lon")] == ["A", "41.411114", "128.186804"]


@pytest.mark.parametrize(("text", "first"), [
    ("A,41.411114,128.186804\nB,41.42,128.2\n", "A"),
    ("A,41.411114,¹\nB,41.42,2\n", "A"),
    ("Hyesan sandbar: 41.411114° 128.186804°\nBarge dock: 41.519380° 127.221360°\n",
     "Hyesan sandbar: 41.411114° 128.186804°"),
])
def test_a_first_line_with_a_coordinate_is_a_row(tmp_path: Path, text: str, first: str) -> None:
    source = _read(tmp_path, text)
    assert source.rows[0].number == 1 and source.rows[0].values["column 1"] == first


def test_marks_against_formulas_are_removed(tmp_path: Path) -> None:
    row = _read(tmp_path, "name,lat,lon,note\n'=A,41.4,'-128.1,'Tis\n").rows[0]
    assert list(row.values.values()) == ["=A", "41.4", "-128.1", "'Tis"]


def test_numbers_and_spaces_are_as_written(tmp_path: Path) -> None:
    row = _read(tmp_path, "id,lat,lon\n 007 ,41.4110,128.10\n").rows[0]
    assert list(row.values.values()) == ["007", "41.4110", "128.10"]


def test_a_long_cell_is_truncated(tmp_path: Path) -> None:
    source = _read(tmp_path, "name,lat,lon,note\nA,41.4,128.1," + "x" * 3_000_000 + "\nB,41.5,128.2,n\n")
    assert [len(row.values["note"]) for row in source.rows] == [12_000, 1]


@pytest.mark.parametrize(("text", "error"), [
    (",".join(["name"] * 2400) + "\nA\n", TooManyColumns), (",".join(f"c{n}" for n in range(20_000)) + "\nA\n",
                                                           TooManyColumns),
    ("name,lat\nA,41.4" + ",x" * 100_000 + "\n", TooManyColumns), ("name,lat\nA,4" + "1" * 10_000_001, TextTooLong),
    ('name,lat\nB,2\n"A,41.4\n' + "B,41.5\n" * 1_500_000, TextTooLong), (b"name\nA\0\n", NotText),
    (b"name,lat\n" + b"A,41.4\n" * 50_000 + b"B\0,1\n", NotText),
])
def test_errors_of_limits_have_one_line(tmp_path: Path, text: str | bytes, error: type[YaluError]) -> None:
    with pytest.raises(YaluError) as raised:
        _read(tmp_path, text)
    assert type(raised.value) is error
    assert "\n" not in str(raised.value)
    if isinstance(raised.value, TextTooLong):
        assert raised.value.values["row"] in (2, 3)


def test_empty_cells_are_no_columns(tmp_path: Path) -> None:
    assert _read(tmp_path, "name,lat,lon\nA,41.4,128.1" + "," * 100_000 + "\n").columns == ("name", "lat", "lon")


def test_repeated_names_take_linear_time(tmp_path: Path) -> None:
    source = _read(tmp_path, ",".join(["name"] * 1900) + "\nA,41.4\n")
    assert source.columns[:3] == ("name", "name (2)", "name (3)") and source.columns[-1] == "name (1900)"


def test_an_encoding_that_only_shows_late_is_found(tmp_path: Path) -> None:
    source = _read(tmp_path, b"name,lat,lon\n" + b"A,41.4,128.1\n" * 30_000 + "혜산,41.4,128.1\n".encode("cp949"))
    assert source.rows[-1].values["name"] == "혜산" and source.encoding == "cp949"


def test_a_given_encoding_that_stops_fitting_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"name,lat,lon\n" + b"A,41.4,128.1\n" * 30_000 + "혜산,41.4,128.1\n".encode("cp949"))
    with pytest.raises(UnknownEncoding, match="utf-8"):
        read_source(path, ReadOptions(encoding="utf-8"))


@pytest.mark.parametrize("delimiter", [";;", '"', "\n"])
def test_an_invalid_delimiter_is_an_error(tmp_path: Path, delimiter: str) -> None:
    (tmp_path / "a.csv").write_text("name,lat,lon\nA,41.4,128.1\n")
    with pytest.raises(UnknownDelimiter):
        read_source(tmp_path / "a.csv", ReadOptions(delimiter=delimiter))


def test_a_less_than_sign_at_the_beginning_is_not_xml(tmp_path: Path) -> None:
    assert _read(tmp_path, "<5 km,lat,lon\nA,41.4,128.1\n").columns == ("<5 km", "lat", "lon")


def test_rows_share_columns_and_repeated_texts(tmp_path: Path) -> None:
    """A million rows stay small: they share one mapping of columns, and repeated texts."""
    source = _read(tmp_path, "name,kind,lat,lon\n" + "".join(f"S{n},barge,41.4,128.1\n" for n in range(1000)))
    assert len({id(row.values["kind"]) for row in source.rows}) == 1
    assert len({id(row.values._indexes) for row in source.rows}) == 1  # type: ignore[attr-defined]
    assert not hasattr(source.rows[0], "__dict__") and not hasattr(source.rows[0].values, "__dict__")


def test_rows_that_would_fill_the_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.core.importing.formats import row_list
    monkeypatch.setattr(row_list, "MAX_ROW_BYTES", 1_000_000)
    text = "name,lat,lon,note\n" + "".join(f"A{n},41.4,128.1,{'x' * 1000}\n" for n in range(2000))
    with pytest.raises(TooMuchText, match="more than 1 MB"):
        _read(tmp_path, text)
    monkeypatch.setattr(row_list, "MAX_ROWS", 1000)
    with pytest.raises(TooManyRows, match="more than 1000 rows"):
        _read(tmp_path, "name,lat,lon\n" + "A,41.4,128.1\n" * 3000)


@pytest.mark.parametrize("text", [
    'name,lat,lon,note\nA,41.4,128.1,x\nB,41.5,128.2,"open\nC,41.6,128.3,y\n',
    'name,lat,lon,note\nA,41.4,128.1,x\n"B,41.5,128.2,y\nC,41.6,128.3,y\nD,41.7,128.4,"z"\n',
])
def test_a_quotation_that_is_not_closed_is_an_error_of_its_row(tmp_path: Path, text: str) -> None:
    good, bad = _read(tmp_path, text).rows
    assert good.error is None and good.values["name"] == "A"
    assert type(bad.error).__name__ == "OpenQuotation" and bad.number == 3


def test_lines_of_a_note_are_no_rows(tmp_path: Path) -> None:
    text = 'name,lat,lon,note\nA,41.4,128.1,"one, two, three, four\n\nfive, six, seven, eight"\nB,41.5,128.2,\n'
    assert [row.error for row in _read(tmp_path, text).rows] == [None, None]

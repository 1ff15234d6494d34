"""Writer of XLSX workbooks (ECMA-376), row by row: text, numbers and styles of cells, but no formulas."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Sequence
from math import isfinite
from pathlib import Path
from typing import NamedTuple, Optional, Union

MOST_COLUMNS, MOST_ROWS, LONGEST = 16_384, 1_048_576, 32_767  # of a sheet; LONGEST: characters of a cell
_LEVEL = 3  # of compression: half the time of the usual one
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_x")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # a spreadsheet reads _x0041_ as A


class Style(NamedTuple):
    """The style of a cell: `fill` and `ink` as "#rrggbb"; `hatched` is a fill of thin stripes, `framed` a thick border,
    and `turned` text runs upwards.
    """

    fill: str = ""
    ink: str = "#000000"
    hatched: bool = False
    framed: bool = False
    bold: bool = False
    centred: bool = False
    turned: bool = False


Value = Union[str, float, None]
Styled = tuple[Value, Optional[Style]]


class WorkbookSheet(NamedTuple):
    """A sheet named `name` (at most 31 characters): `rows` of values with styles; `widths` of columns in characters.
    The first `frozen` rows and columns stay in view.
    """

    name: str
    rows: Iterable[Sequence[Styled]]
    widths: Sequence[float] = ()
    frozen: tuple[int, int] = (0, 0)


def write_xlsx(path: Path, sheets: Sequence[WorkbookSheet]) -> None:
    """Write a workbook. Raises OSError."""
    styles: dict[Style | None, int] = {None: 0}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as file:
        for number, sheet in enumerate(sheets, 1):
            with file.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as out:
                out.write(f'{_HEAD}<worksheet xmlns="{_MAIN}">{_views(sheet)}{_columns(sheet)}<sheetData>'.encode())
                for at, row in enumerate(sheet.rows, 1):
                    cells = "".join(_cell(one, styles) for one in row)
                    out.write(f'<row r="{at}">{cells}</row>'.encode())
                out.write(b"</sheetData></worksheet>")
        for name, text in _parts([sheet.name for sheet in sheets], styles).items():
            file.writestr(name, _HEAD + text)


def _cell(cell: Styled, styles: dict[Style | None, int]) -> str:
    value, style = cell
    shown = f' s="{styles.setdefault(style, len(styles))}"' if style is not None else ""
    if value is None or value == "":
        return f"<c{shown}/>"
    if isinstance(value, (int, float)) and isfinite(value):
        return f"<c{shown}><v>{value!r}</v></c>"
    text = str(value)[:LONGEST]
    if _SPECIAL.search(text):  # hardly any of possibly millions of cells
        text = html.escape(_ESCAPED.sub("_x005F_", _NO_XML.sub("", str(value))[:LONGEST]), quote=False)
    return f'<c{shown} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _views(sheet: WorkbookSheet) -> str:
    rows, columns = sheet.frozen
    if not rows and not columns:
        return ""
    return (f'<sheetViews><sheetView workbookViewId="0"><pane xSplit="{columns}" ySplit="{rows}" '
            f'topLeftCell="{column_name(columns)}{rows + 1}" activePane="bottomRight" state="frozen"/></sheetView>'
            "</sheetViews>")


def column_name(number: int) -> str:
    """Return the name of the column with this number, from 0, in a spreadsheet: A, B, … AA."""
    name, left = "", number + 1
    while left:
        left, digit = divmod(left - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def _columns(sheet: WorkbookSheet) -> str:
    elements = "".join(f'<col min="{at}" max="{at}" width="{width:g}" customWidth="1"/>'
                       for at, width in enumerate(sheet.widths, 1))
    return f"<cols>{elements}</cols>" if elements else ""


# the other parts of the package

def _parts(names: Sequence[str], styles: Iterable[Style | None]) -> dict[str, str]:
    numbers = range(1, len(names) + 1)
    types = "".join(f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                    f'spreadsheetml.{kind}+xml"/>' for part, kind in (
                        ("workbook", "sheet.main"), ("styles", "styles"),
                        *((f"worksheets/sheet{number}", "worksheet") for number in numbers)))
    sheets = "".join(f'<sheet name="{html.escape(name[:31])}" sheetId="{number}" r:id="rId{number}"/>'
                     for number, name in zip(numbers, names))
    relations = "".join(f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" '
                        f'Target="worksheets/sheet{number}.xml"/>' for number in numbers)
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="'
                               f'application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
                       f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}<Relationship '
                                      f'Id="rId{len(names) + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
                                      "</Relationships>",
        "xl/styles.xml": _styles([style or Style() for style in styles])}


def _styles(styles: Sequence[Style]) -> str:
    fonts = "".join(f"<font>{'<b/>' if style.bold else ''}<sz val=\"11\"/><color rgb=\"{_rgb(style.ink)}\"/>"
                    '<name val="Calibri"/></font>' for style in styles)
    fills = "".join(map(_fill, styles))
    borders = "".join(_border("medium" if style.framed else "") for style in styles)
    cells = "".join(f'<xf fontId="{at}" fillId="{at + 2}" borderId="{at}" xfId="0" applyFont="1" applyFill="1" '
                    f'applyBorder="1" applyAlignment="1">{_alignment(style)}</xf>' for at, style in enumerate(styles))
    return (f'<styleSheet xmlns="{_MAIN}"><fonts>{fonts}</fonts><fills><fill><patternFill patternType="none"/></fill>'
            f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills><borders>{borders}</borders>'
            f'<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>')


def _fill(style: Style) -> str:
    if not style.fill:
        return '<fill><patternFill patternType="none"/></fill>'
    if style.hatched:
        return (f'<fill><patternFill patternType="lightUp"><fgColor rgb="{_rgb(style.fill)}"/>'
                '<bgColor rgb="FFFFFFFF"/></patternFill></fill>')
    return f'<fill><patternFill patternType="solid"><fgColor rgb="{_rgb(style.fill)}"/></patternFill></fill>'


def _border(line: str) -> str:
    sides = ("left", "right", "top", "bottom")
    return "<border>" + "".join(f'<{side} style="{line}"/>' if line else f"<{side}/>" for side in sides) + "</border>"


def _alignment(style: Style) -> str:
    across = ' horizontal="center"' if style.centred else ""
    up = ' textRotation="90"' if style.turned else ""
    return f"<alignment{across}{up}/>" if across or up else ""


def _rgb(colour: str) -> str:
    return "FF" + colour.lstrip("#").upper()

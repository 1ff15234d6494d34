"""The contents of the report: every entry is on a page, above its foot, with its page number."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 7, 30)
FRAMES = ("contents_1", "contents_2")


def pages_of(published, names, style=None):
    from yalu_plugin.layers.layouts.contents_pages import contents_pages
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE

    return contents_pages(*published, DAY, style or DEFAULT_STYLE, [(name, page) for page, name in enumerate(names, 1)])


def listed(page):
    """Return the rows that the tables of a page show in their frames."""
    from qgis.core import QgsLayoutUtils

    found = []
    for frame in (page.itemById(name) for name in FRAMES):
        if frame.isVisible():
            table = frame.multiFrame()
            context = QgsLayoutUtils.createRenderContextForLayout(page, None)
            seen = table.rowRange(context, 0)[1]
            found += [[cell.content() for cell in row] for row in table.tableContents()[:seen]]
            assert frame.sceneBoundingRect().bottom() <= page.itemById("licences").sceneBoundingRect().top()
    return found


@pytest.mark.parametrize("count, pages", [(1, 1), (50, 1), (111, 2), (500, 5)])
def test_every_entry_is_seen_with_the_number_of_its_page(published, count, pages):
    built = pages_of(published, [f"      Ford {number}" for number in range(1, count + 1)])
    assert len(built) == pages
    assert [row for page in built for row in listed(page)] == [
        [f"      Ford {number}", str(number + pages)] for number in range(1, count + 1)]


def test_the_published_number_of_sites_is_on_one_page_in_every_language_and_size(published, overlaps, unfit):
    from yalu_plugin.i18n import language
    from yalu_plugin.layers.layouts.page_options import SIZES, PageStyle

    for code, size in [("en", "A4"), ("ko", "A4"), ("zh_CN", "A4"), *(("ko", size) for size in SIZES)]:
        with language(code):
            names = [f"      도하 지점 {number} 渡河点" for number in range(52)]
            (page,) = pages_of(published, names, PageStyle(page=size))
        assert len(listed(page)) == 52 and overlaps(page) == [] and unfit(page) == [], (code, size)


@pytest.mark.parametrize("name", ["혜산시강구동여울목" * 10, "鸭绿江渡河点" * 15, "Wide crossing " * 6,
                                  "موقع العبور " * 7])
def test_a_long_name_takes_more_lines_and_keeps_its_number(published, name):
    (page,) = pages_of(published, [name, "Last"])
    rows = listed(page)
    assert rows[0][0].replace("\n", "") == name and rows[1:] == [["Last", "3"]] and rows[0][1] == "2"


def test_only_its_pages_remain(published):
    from qgis.core import QgsPrintLayout

    project, _ = published
    before = len(project.findChildren(QgsPrintLayout))
    built = pages_of(published, ["Ford"] * 300)
    assert len(project.findChildren(QgsPrintLayout)) - before == len(built) == 3

"""The order in which rows are shown, and the filters by status and change."""

from __future__ import annotations

from itertools import product

from yalu_plugin.core.importing.import_assessment import STATUSES, GoneSite, ImportAssessment, ImportRow, KnownSite
from yalu_plugin.core.importing.list_changes import CHANGES, Difference
from yalu_plugin.core.importing.listed_rows import NO_ROW, listed_rows

MOVED, RENAMED = (Difference(field, None, None) for field in ("place", "name"))
ROWS = (ImportRow(2, "good", of_site="a"), ImportRow(3, "check", of_site="b", differences=(RENAMED,)),
        ImportRow(4, "good", site={"name": "new"}), ImportRow(5, "refused"),
        ImportRow(6, "good", of_site="c", differences=(MOVED, RENAMED)), ImportRow(7, "good", of_site="d"))
UPDATE = ImportAssessment(ROWS, gone=(GoneSite(KnownSite("e", 128.0, 41.0, "E")),))


def test_differences_come_first_and_the_same_last() -> None:
    listed = listed_rows(UPDATE)
    assert [row.number for row in listed.rows] == [6, 3, 0, 4, 5, 2, 7]
    assert list(listed.places) == [4, 1, NO_ROW, 2, 3, 0, 5]
    assert [ROWS[place].number if place != NO_ROW else 0 for place in listed.places] == [6, 3, 0, 4, 5, 2, 7]


def test_a_first_import_keeps_its_order() -> None:
    rows = ROWS[2:4]
    listed = listed_rows(ImportAssessment(rows))
    assert listed.rows is rows and list(listed.places) == [0, 1]


def test_a_filter_shows_what_has_both() -> None:
    listed = listed_rows(UPDATE)
    for status, change in product(("", *STATUSES), ("", *CHANGES)):
        assert list(listed.indexes(status, change)) == [
            at for at, row in enumerate(listed.rows)
            if status in ("", row.status) and change in ("", row.change)], (status, change)

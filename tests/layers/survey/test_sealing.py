"""The end of a large change: its entries are sealed page by page, with progress, and can be cancelled until then."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.work_progress import Cancelled
from yalu_plugin.layers.survey import sealing


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "PAGE", 10)


def rows(count: int) -> dict[str, list[dict[str, Any]]]:
    return {"sites": [{"id": f"new {number}", "kind": "other"} for number in range(count)]}


def test_progress_is_reported_for_every_sealed_page(survey: Any) -> None:
    fractions: list[float] = []
    delta = survey.change("import", added=rows(35), progress=fractions.append)
    assert fractions == pytest.approx([10 / 35, 20 / 35, 30 / 35, 1.0]) and len(delta.entries) == 35


def test_cancelled_while_it_seals_nothing_is_written(survey: Any) -> None:
    from yalu_plugin.layers.survey.verify import verify

    def cancel(fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled()

    before = survey.head()
    with pytest.raises(Cancelled):
        survey.change("import", added=rows(35), progress=cancel)
    assert (survey.head(), len(survey.rows("sites"))) == (before, 6)
    survey.change("import", added=rows(1))
    assert verify(survey.path).valid and survey.head().seq == before.seq + 1


def test_an_import_reports_progress_of_rows_and_then_of_seals(survey: Any) -> None:
    from yalu_plugin.layers.survey.import_writing import ADDED, SEALED, write_import

    fractions: list[float] = []
    write_import(survey, rows(100), fractions.append)
    assert fractions == sorted(fractions) and fractions[-1] == pytest.approx(ADDED + SEALED)
    assert sum(fraction > ADDED for fraction in fractions) == 10


def test_a_click_counts_nothing(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "_unsealed", None)
    survey.change("add", added=rows(1))

"""Every kind of break in the chain of entries is found at its entry."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.survey.chain import Chain
from yalu_plugin.core.survey.sealed_record import START, Head, seal


def entries(count: int = 6, origin: str | None = "plugin") -> list[dict[str, Any]]:
    return list(seal([{"seq": seq, "at": "2026-01-01T00:00:00Z", "who": "me", "action": "edit", "table_name": "sites",
                       "row_id": f"s{seq}", "before": None, "after": "{}", "origin": origin}
                      for seq in range(1, count + 1)], START))


def gone_through(rows: list[dict[str, Any]]) -> Chain:
    chain = Chain()
    for row in rows:
        chain.add(row)
    return chain


def test_an_intact_record_has_no_faults() -> None:
    rows = entries()
    chain = gone_through(rows)
    assert (chain.entries, chain.first_bad, chain.outside_now) == (6, None, 0)
    assert chain.head == Head(6, rows[-1]["hash"])
    assert chain.records_all
    assert not gone_through(entries(origin=None)).records_all


@pytest.mark.parametrize("column", ["who", "before", "after", "at", "row_id", "table_name", "action", "origin"])
def test_a_changed_entry_is_the_one_named(column: str) -> None:
    rows = entries()
    rows[2] = {**rows[2], column: "2026-02-02T00:00:00Z"}
    chain = gone_through(rows)
    assert (chain.altered, chain.unlinked, chain.first_bad) == ([3], [], 3)


def test_a_changed_entry_with_a_new_hash_breaks_the_next() -> None:
    rows = entries()
    rows[2] = next(seal([{**rows[2], "who": "other"}], rows[1]["hash"]))
    assert (gone_through(rows).altered, gone_through(rows).unlinked) == ([], [4])


def test_removed_entries_are_a_gap() -> None:
    rows = entries()
    del rows[2:4]
    chain = gone_through(rows)
    assert (chain.gaps, chain.unlinked, chain.first_bad) == ([(3, 4)], [5], 3)


def test_duplicate_and_unnumbered_entries_are_misplaced() -> None:
    rows = entries()
    assert gone_through([*rows, rows[2]]).misplaced == [3]
    assert gone_through([*rows[:2], {**rows[2], "seq": None}, *rows[3:]]).misplaced == [0]


@pytest.mark.parametrize("ugly", ["x", 2.5, -1, [], 2**62])
@pytest.mark.parametrize("column", ["seq", "at", "hash", "previous_hash", "row_id", "table_name", "origin", "before"])
def test_any_malformed_value_in_an_entry_is_found(column: str, ugly: Any) -> None:
    rows = entries(origin=None)
    rows[3] = {**rows[3], column: ugly}
    assert gone_through(rows).first_bad is not None


def test_unsealed_entries_at_the_end_are_not_a_fault() -> None:
    rows = entries()
    for row in rows[4:]:
        row["hash"] = row["previous_hash"] = row["origin"] = None
    chain = gone_through(rows)
    assert (chain.unsealed, chain.first_bad, chain.outside_now) == ([5, 6], None, 2)
    assert chain.head.seq == 4


def test_an_entry_without_its_seal_is_found_by_the_next() -> None:
    rows = entries()
    rows[3] = {**rows[3], "hash": None}
    assert (gone_through(rows).stripped, gone_through(rows).unlinked) == ([4], [5])
    assert gone_through([{**row, "hash": None} for row in rows]).first_bad == 1


def test_adopted_entries_are_no_longer_counted_as_made_outside() -> None:
    rows = entries(2, "outside")
    adopted = {**rows[1], "seq": 3, "action": "adopt", "table_name": "audit", "row_id": "2", "origin": "adoption"}
    assert gone_through([*rows, *seal([adopted], rows[1]["hash"])]).outside_now == 1

"""Entries are sealed to each other, and those of version 1 keep their hash."""

from __future__ import annotations

import pytest

from yalu_plugin.core.survey.sealed_record import START, digest, first_break, seal

# as version 1 of the survey file wrote it, with the hash it was given there
VERSION_1 = {"seq": 1, "at": "2026-01-01T00:00:00Z", "who": "분석가", "action": "add site", "table_name": "sites",
             "row_id": "a", "before": None, "after": '{"id": "a", "name": "새 \\"도하장\\""}', "previous_hash": START}
HASH_1 = "7a09f0220edccd0d332ebaa4fe1935213eaf3a2f0b0cfd83af4ddeb9d4726f0c"


def entries(count: int = 3) -> list[dict]:
    return [{"seq": number, "at": "2026-01-01T00:00:00Z", "who": "me", "action": "edit", "table_name": "sites",
             "row_id": f"s{number}", "before": None, "after": "{}", "origin": "plugin"}
            for number in range(1, count + 1)]


def test_an_entry_of_version_1_keeps_its_hash() -> None:
    assert digest(VERSION_1) == HASH_1
    assert digest({**VERSION_1, "origin": None, "id": "x", "fid": 7, "hash": "other"}) == HASH_1


def test_each_entry_carries_the_hash_of_the_one_before() -> None:
    sealed = list(seal(entries(), START))
    assert [row["previous_hash"] for row in sealed] == [START, sealed[0]["hash"], sealed[1]["hash"]]
    assert [row["hash"] for row in sealed] == [digest(row) for row in sealed]
    more = list(seal([{**entries(4)[3]}], sealed[-1]["hash"]))
    assert first_break([*sealed, *more]) is None


@pytest.mark.parametrize("column", ["seq", "at", "who", "action", "table_name", "row_id", "before", "after",
                                    "previous_hash", "origin"])
def test_every_column_is_sealed(column: str) -> None:
    row = next(seal(entries(1), START))
    assert digest({**row, column: "2026-01-01T00:00:01Z"}) != row["hash"]


def test_the_fraction_of_a_second_that_gdal_adds_is_no_change() -> None:
    row = next(seal(entries(1), START))
    assert digest({**row, "at": "2026-01-01T00:00:00.000Z"}) == row["hash"]

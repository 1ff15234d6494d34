"""A stored head is read from the text of exports, and compared with the record."""

from __future__ import annotations

import pytest

from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.sealed_record import Head
from yalu_plugin.core.survey.stored_heads import HeadUnreadable, StoredHead, StoredHeads, head_phrase, read_head

HASH = "a1b2c3d4e5f6" + "0" * 52
HERE = Phrase("a test")


def test_a_printed_head_is_read_back() -> None:
    assert str(head_phrase(Head(123, HASH))) == "record 123 a1b2c3d4e5f6"
    assert read_head(str(head_phrase(Head(123, HASH)))) == Head(123, "a1b2c3d4e5f6")


@pytest.mark.parametrize("text", [
    f"123 {HASH}", "123:a1b2c3d4e5f6", "123, A1B2C3D4E5F6", "기록 123 a1b2c3d4e5f6", "记录 123 a1b2c3d4e5f6\n",
    'Survey "to 20 2024", last changed 2026-11-29  ·  record 123 a1b2c3d4e5f6', "  123   a1b2c3d4e5f6 ."])
def test_heads_in_lines_of_all_kinds(text: str) -> None:
    head = read_head(text)
    assert (head.seq, head.hash[:12]) == (123, "a1b2c3d4e5f6")


@pytest.mark.parametrize("text", ["", "123", "a1b2c3d4e5f6", "record 123 a1b2c3d4e5f", "123 a1b2c3d4e5fg",
                                  f"123 {HASH}0", "x123 a1b2c3d4e5f6", "-", "１２３ a1b2c3d4e5fX"])
def test_text_without_a_head_is_refused(text: str) -> None:
    with pytest.raises(HeadUnreadable, match="names no head of a record"):
        read_head(text)


def test_heads_that_the_record_has_are_no_finding() -> None:
    heads = StoredHeads([StoredHead(2, HASH[:12], HERE), StoredHead(2, HASH, HERE), StoredHead(0, "0" * 64, HERE)])
    heads.check(1, "f" * 64)
    heads.check(2, HASH)
    assert (heads.lost(2), heads.beyond(2)) == ([], [])


def test_another_hash_means_rewritten_and_a_missing_entry_shortened() -> None:
    kept = [StoredHead(2, "f" * 12, HERE), StoredHead(9, HASH, HERE), StoredHead(5, HASH, HERE)]
    heads = StoredHeads(kept)
    for seq in (1, 2, 3):
        heads.check(seq, HASH)
    assert heads.lost(3) == [kept[0]]
    assert heads.beyond(3) == [kept[2], kept[1]]


def test_a_head_within_a_gap_is_lost() -> None:
    heads = StoredHeads([StoredHead(2, HASH, HERE)])
    heads.check(1, HASH)
    heads.check(3, HASH)
    assert [head.seq for head in heads.lost(3)] == [2]
    assert heads.beyond(3) == []


def test_an_unsealed_entry_does_not_match_a_stored_head() -> None:
    heads = StoredHeads([StoredHead(1, HASH, HERE)])
    heads.check(1, None)
    assert len(heads.lost(1)) == 1

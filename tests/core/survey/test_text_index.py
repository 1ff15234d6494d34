"""Many texts searched at once, compared with a plain loop."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.search.match_rank import rank_of
from yalu_plugin.core.search.typos import has_near_part, is_near
from yalu_plugin.core.survey.columns.text_index import TextIndex

TEXTS = st.lists(st.text("ab12", max_size=6), max_size=12)


def distance(one: str, other: str) -> int:
    """Letters to add, leave out, change or swap (each letter at most once), by the textbook."""
    table = [[max(i, j) if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(TEXTS, st.text("ab12", min_size=1, max_size=3), st.integers(1, 20))
def test_the_best_are_found(texts: list[str], wanted: str, limit: int) -> None:
    best = TextIndex(texts).best(wanted, limit)
    ranks = {number: rank for number, text in enumerate(texts) if (rank := rank_of([wanted], text)) is not None}
    assert len(best) == min(limit, len(ranks)) and best.items() <= ranks.items()
    assert sorted(best.values()) == sorted(ranks.values())[:limit]


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 2))
def test_slips_are_counted(wanted: str, text: str, slips: int) -> None:
    assert is_near(wanted, text, slips) == (distance(wanted, text) <= slips)


@given(st.text("ab", min_size=2, max_size=6), st.text("ab", max_size=8))
def test_a_slip_in_a_part(wanted: str, text: str) -> None:
    parts = {text[first:last] for first in range(len(text) + 1) for last in range(first, len(text) + 1)}
    assert has_near_part(wanted, text) == any(distance(wanted, part) <= 1 for part in parts)


@given(st.lists(st.text("ab1", max_size=14), max_size=8), st.text("ab1", min_size=5, max_size=10))
def test_texts_with_a_slip_are_found(texts: list[str], wanted: str) -> None:
    found = TextIndex(texts).near(wanted, 20)
    assert len(set(found)) == len(found)
    assert set(found) == {number for number, text in enumerate(texts) if has_near_part(wanted, text)}


def test_one_slip_anywhere() -> None:
    index = TextIndex(["hyesansandbarford", "borderfencegate", "phungyangfordingsite"])
    for typed in ("hyesamsandbar", "hyesansanbar", "yhesansandbar", "hyesansandbaar", "xhyesansandbarford",
                  "hyesasnandbar"):  # the last one has no half of it
        assert index.near(typed, 5) == [0]
    assert index.near("phungynag", 5) == [2] and index.near("hye", 5) == [] and index.near("borderfance", 1) == [1]

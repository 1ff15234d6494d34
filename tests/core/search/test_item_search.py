"""Items are found by any of several texts of each, the best first."""

from __future__ import annotations

from yalu_plugin.core.search.item_search import FEW, ItemSearch
from yalu_plugin.core.search.match_rank import EXACT, NEAR, PART, START


def found(search: ItemSearch[str], wanted: list[str], limit: int = 5) -> list[tuple[int, str]]:
    return search.best(wanted, limit)


def search_of(texts: dict[str, list[str]]) -> ItemSearch[str]:
    return ItemSearch(list(texts), texts.__getitem__)


def test_items_are_found_by_any_of_their_texts() -> None:
    images = search_of({"a": ["S2A_MSIL2A.tif", "id-1"], "b": ["S2B_MSIL2A.tif", "id-1"], "c": ["", ""]})
    assert found(images, ["s2b_msil2a.tif"]) == [(EXACT, "b")]
    assert found(images, ["id1"]) == [(EXACT, "a"), (EXACT, "b")]
    assert found(images, ["s2", "msil2b"]) == [(START, "a"), (START, "b")]
    assert found(images, ["msil"], 1) == [(PART, "a")]
    assert found(search_of({}), ["x"]) == []


def test_an_item_has_the_best_rank_of_its_texts_and_the_best_items_come_first() -> None:
    items = search_of({"part": ["the word ford"], "exact": ["old ford", "ford"], "start": ["ford of old"]})
    assert found(items, ["ford"]) == [(EXACT, "exact"), (START, "start"), (PART, "part")]
    assert found(items, ["ford"], 2) == [(EXACT, "exact"), (START, "start")]
    assert found(items, ["word", "oldford"]) == [(EXACT, "exact"), (PART, "part")]
    assert found(items, ["ford", "ordof", "thewordford"]) == [(EXACT, "part"), (EXACT, "exact"), (START, "start")]


def test_slips_count_only_where_nothing_else_fits_and_up_to_the_limit() -> None:
    items = search_of({f"item {number}": [f"phungyang {number}"] for number in range(9)})
    assert found(items, ["phungynag"], 3) == [(NEAR, "item 0"), (NEAR, "item 1"), (NEAR, "item 2")]
    assert found(items, ["phungynag", "phungyang7"]) == [(EXACT, "item 7")]


def test_a_search_among_many_is_quick_once_it_has_an_index() -> None:
    few, many = (ItemSearch(range(count), lambda number: [str(number)]) for count in (FEW, FEW + 1))
    assert few.is_quick and not many.is_quick
    assert many.best(["2000"], 1) == [(EXACT, 2000)] and many.is_quick

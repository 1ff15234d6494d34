"""The published places by every spelling that is known of them, found by any of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.search.match_rank import ALIKE, EXACT, NEAR, PART, START
from yalu_plugin.core.search.place_words import without_joined_word, without_word
from yalu_plugin.core.search.typos import accepted_slips, is_near
from yalu_plugin.core.survey.name_folding import folded

LEAST_PART = 2  # letters of a text that is looked for inside names
_REGIONS = ("county", "province", "river")  # their names are usually written without the word for what they are
Box = tuple[float, float, float, float]  # west, south, east, north, EPSG:4326


class NamedPlace(NamedTuple):
    """A place with its usual name.

    kind: county, province, river, town, village or place. box: a single point, or the reach of the river. source: of
    the position.
    """

    name: str
    kind: str
    box: Box
    source: str


class PlaceMatch(NamedTuple):
    """A place with the spelling that fits and how well it fits (core.search.match_rank)."""

    rank: int
    place: NamedPlace
    spelling: str


class PlaceNames:
    """Places with their spellings, in order of importance."""

    def __init__(self, places: Iterable[tuple[NamedPlace, Iterable[str]]]) -> None:
        self._spellings: list[tuple[str, str, NamedPlace, bool]] = []  # folded, as written, place, whether whole
        self._called = defaultdict[str, list[NamedPlace]](list)  # by folded spelling
        self._folded = defaultdict[NamedPlace, dict[str, None]](dict)
        for place, spellings in places:
            for spelling in spellings:
                self._add(place, spelling)

    def _add(self, place: NamedPlace, spelling: str) -> None:
        whole, stem = folded(spelling), folded(without_word(spelling))
        for text in dict.fromkeys((whole, stem)):
            is_whole = text == whole or place.kind in _REGIONS
            if text and text not in self._folded[place]:
                self._spellings.append((text, spelling, place, is_whole))
                if is_whole:
                    self._folded[place][text] = None
                    self._called[text].append(place)

    def best(self, text: str, limit: int) -> list[PlaceMatch]:
        """Return the best `limit` places for a text, each once, the best first; slips only if none fits otherwise."""
        whole, others = folded(text), _other_readings(text)
        if not whole:
            return []
        slips, found = accepted_slips(whole), dict[NamedPlace, PlaceMatch]()
        for name, spelling, place, is_whole in self._spellings:
            rank = _rank(whole, others, name, slips)
            if rank == EXACT and not is_whole:
                rank = ALIKE
            if rank is not None and (place not in found or rank < found[place].rank):
                found[place] = PlaceMatch(rank, place, spelling)
        best = sorted(found.values(), key=lambda one: one.rank)
        return [one for one in best if one.rank < NEAR or best[0].rank == NEAR][:limit]

    def spellings(self, text: str) -> list[str]:
        """Return the folded text, then the folded spellings of the places that have it as their whole name.

        Spellings that contain another one are left out: who looks for that one finds them.
        """
        whole = folded(text)
        names = [whole, *_other_readings(text)]
        places = next((self._called[name] for name in names if name in self._called), [])
        all_names = {name for place in places for name in self._folded[place]}
        shortest = [name for place in places for name in self._folded[place]
                    if not any(other in name for other in all_names if other != name)]
        return list(dict.fromkeys([whole, *shortest]))


def _other_readings(text: str) -> list[str]:
    """Return the folded text without a word for what the place is, separate or joined."""
    whole = folded(text)
    return [one for one in dict.fromkeys([folded(without_word(text)), *without_joined_word(whole)])
            if one and one != whole]


def _rank(whole: str, others: Iterable[str], name: str, slips: int) -> int | None:
    if name == whole:
        return EXACT
    if name in others:
        return ALIKE
    if name.startswith(whole):
        return START
    if len(whole) >= LEAST_PART and whole in name:
        return PART
    return NEAR if slips and is_near(whole, name, slips) else None

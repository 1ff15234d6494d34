"""Reads the words of a sentence about a site: its kind, its name, the amounts, and the names of places."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from pathlib import Path

from yalu_plugin.core.importing.notations.kind_words import KIND_WORDS, kind_of
from yalu_plugin.core.importing.notations.word_forms import any_phrase
from yalu_plugin.core.report_text.same_length import simplified
from yalu_plugin.core.report_text.sentence_dates import DOUBT

_NAME_LENGTH, _NAME_WORDS = 60, 8  # a longer text in front of the coordinates is a sentence, not a name
_LABEL = re.compile(
    r"(?:^|(?<=[\s(:]))(?:coordinates?|coords?|positions?|locations?|located|lat(?:itude)?|lon(?:g(?:itude)?)?|gps|"
    r"wgs ?84|mgrs|utm|plus code|좌표[는은]?|위치[는은]?|坐标|位置|координаты|at|in|on|of|is|are|was|were|see|about|"
    r"near|around|taken|the|an|(?-i:a))[\s:=.,(]*$", re.IGNORECASE)
_EDGES = " \t\r\n,;:|/()[]{}<>–—-•*·#\"“”«»\u200e\u200f\u202a\u202b\u202c"
_NUMBERED = re.compile(r"^(?:\(?\d{1,4}[.)]|\d{1,4}\t)\s*")
_CAPTION = re.compile(r"\s*(?:$|[)\]）\t|;.。])")  # what may follow the coordinates of a caption
_TENS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_COUNTED = (r"vehicles?|cars?|trucks?|sedans?|buses|lorr(?:y|ies)|barges?|boats?|crossings?|crossing points?|fords?|"
            r"(?:fording|smuggling )?sites?|docks?|excavators?|tanks?|routes?|points?|locations?|containers?|people|"
            r"persons?|stations?")
_OTHER_WORDS = r"(?!(?:and|of|to|is|are|was|were|the|an?|at|in|on|from|by|for|or) )[a-z-]{2,20} "
_AMOUNT = re.compile(
    rf"(?<![\w.,$€£¥₩+-])(?:(?:at least|over|more than|about|around|some|up to|nearly) )?(?:\d{{1,3}}(?:,\d{{3}})+|"
    rf"\d{{1,6}}|{_TENS}) (?:{_OTHER_WORDS}){{0,2}}(?:{_COUNTED})(?!\w)"
    r"|(?:[가-힣]{1,6} )?(?<![\d.,])\d{1,6} ?(?:여 ?)?(?:대|척|곳|개소|명)(?![가-힣]{2})"
    r"|(?<![\d.,])\d{1,6} ?[余多]?[辆艘处个条][一-鿿]{0,2}")


def kind_words(sentence: str, at: int, name: str) -> str:
    """Return the words that name the kind of the site at index `at`: the last ones before it, else the first behind.

    They end in a question mark unless they are in the site's `name` and the sentence has no word of another kind. ""
    for none.
    """
    plain = simplified(sentence)
    found = [(match, window) for match in KIND_WORDS.finditer(plain) if (window := _window(plain, match))]
    if not found:
        return ""
    kinds = {reading.kind for _, window in found if (reading := kind_of(window))}
    before = [pair for pair in found if pair[0].end() <= at]
    _, window = before[-1] if before else found[0]
    return window if len(kinds) == 1 and window in simplified(name) else window + DOUBT


def _window(plain: str, match: re.Match[str]) -> str:
    """Return the words around a word of a kind with which it names one, the longest first; "" if it names none."""
    before = re.search(r"(?:[^\W\d_]+[ -])?$", plain[:match.start()])
    behind = re.match(r"(?:[ -][^\W\d_]+)?", plain[match.end():])
    whole = f"{before.group() if before else ''}{match.group()}{behind.group() if behind else ''}"
    if kind_of(whole) is None:
        return ""
    shorter = f"{match.group()}{behind.group() if behind else ''}"
    return next(text for text in (match.group(), shorter, whole) if text == whole or _is_certain(text))


def _is_certain(text: str) -> bool:
    reading = kind_of(text)
    return reading is not None and reading.certain


def name_before(sentence: str, at: int, end: int) -> str:
    """Return the short text in front of coordinates that end at `end`, which names the site: a caption, a cell."""
    text = _NUMBERED.sub("", sentence[:at].strip())
    if "\t" in text:
        text = next((cell for cell in text.split("\t") if re.search(r"[^\W\d_]{2}", cell)), "")
    previous = None
    while previous != text:
        previous, text = text, _LABEL.sub("", text.strip(_EDGES)).strip(_EDGES)
    words = text.split()
    is_name = len(text) <= _NAME_LENGTH and len(words) <= _NAME_WORDS and re.search(r"[^\W\d_]{2}", text)
    return " ".join(words) if is_name and not re.search(r"\d{4}", text) and _CAPTION.match(sentence, end) else ""


def amounts_in(sentence: str) -> str:
    """Return the counts of vehicles, barges, crossings and the like, as they are written."""
    plain = simplified(sentence)
    return "; ".join(dict.fromkeys(sentence[match.start():match.end()] for match in _AMOUNT.finditer(plain)))


class KnownNames:
    """The names of places that the plugin knows, found in sentences."""

    def __init__(self, names: Iterable[str]) -> None:
        self._form = any_phrase(tuple({simplified(name) for name in names if len(name) > 1}))

    def in_sentence(self, sentence: str) -> str:
        """Return the names in a sentence as they are written there, each once."""
        plain = simplified(sentence)
        return "; ".join(dict.fromkeys(sentence[match.start():match.end()] for match in self._form.finditer(plain)))


def known_names(folder: Path) -> KnownNames:
    """Read the names of places, counties and rivers, in all their spellings, from the bundled data in `folder`."""
    places = json.loads((folder / "places.geojson").read_text(encoding="utf-8"))["features"]
    texts = [str(feature["properties"][key]) for feature in places for key in ("name", "name_ko", "name_zh")]
    with (folder / "place_names.csv").open(encoding="utf-8", newline="") as file:
        texts += [row["spelling"] for row in csv.DictReader(file)]
    return KnownNames(filter(None, "|".join(texts).split("|")))

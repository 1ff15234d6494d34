"""Reads the words of a sentence about a site: its name, the amounts, and the names of places."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from yalu_plugin.core.importing.notations.word_forms import any_phrase
from yalu_plugin.core.report_text.same_length import simplified

_NAME_LENGTH, _NAME_WORDS = 60, 8  # a longer text in front of the coordinates is a sentence, not a name
_LABEL = re.compile(
    r"(?:^|(?<=[\s(:])|(?=[位在为為是坐]))(?:coordinates?|coords?|positions?|locations?|located|lat(?:itude)?|lon(?:g(?:itude)?)?|gps|"
    r"wgs ?84|mgrs|utm|plus code|grid|reference|approx(?:imately)?|roughly|circa|ca|estimated|좌표[는은]?|위치[는은]?|"
    r"坐标|位置|координаты|(?<=[一-鿿])(?:坐标)?(?:位于|位於|在|为|為|是)|at|in|on|of|see|about|near|around|taken|the|an|(?-i:a))[\s:=.,(@~]*$",
    re.IGNORECASE)
_VERB = re.compile(  # a text with one of these is a sentence
    r"(?<!\w)(?:is|are|was|were|be|been|has|have|had|lies|sits|stands|stood|shows?|showed|reveals?|can|could|will|would|"
    r"did|does|appears?|seen|found|observed|spotted|visible|identified|detected|said|says|reported|according|that|which|"
    r"who|where|when|we|they|it)(?!\w)|^据|根据|显示|发现|拍摄|따르면|촬영|위치한|에서\s|에는\s")
_CLOSING = {")": "(", "]": "[", "）": "（", "」": "「", "》": "《"}
_BEGINNING = re.compile(r"^(?:\(?\d{1,4}[.)]|\d{1,4}\t|(?:and|or|then|also)\s)\s*", re.IGNORECASE)
_CAPTION = re.compile(r"\s*(?:$|[)\]）\t|;.。])")  # what may follow the coordinates of a caption
_TENS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_COUNTED = (r"vehicles?|cars?|trucks?|sedans?|buses|lorr(?:y|ies)|barges?|boats?|crossings?|crossing points?|fords?|"
            r"(?:fording|smuggling )?sites?|docks?|excavators?|tanks?|routes?|points?|locations?|containers?|people|"
            r"persons?|stations?")
_OTHER_WORDS = r"(?!(?:and|of|to|is|are|was|were|the|an?|at|in|on|from|by|for|or) )[a-z-]{2,20} "
AMOUNT = re.compile(
    rf"(?<![\w.,$€£¥₩+-])(?:(?:at least|over|more than|about|around|some|up to|nearly) )?(?:\d{{1,3}}(?:,\d{{3}})+|"
    rf"\d{{1,6}}|{_TENS}) (?:{_OTHER_WORDS}){{0,2}}(?:{_COUNTED})(?!\w)"
    r"|(?:[가-힣]{1,6} )?(?<![\d.,])\d{1,6} ?(?:여 ?)?(?:대|척|곳|개소|명)(?![가-힣]{2})"
    r"|(?<![\d.,])\d{1,6} ?[余多]?[辆艘处个条][一-鿿]{0,2}")


def name_before(sentence: str, at: int, end: int) -> str:
    """Return the short text in front of coordinates that end at `end`, which names the site: a caption, a cell."""
    text = _BEGINNING.sub("", sentence[:at].strip())
    if "\t" in text:
        text = next((cell for cell in text.split("\t") if re.search(r"[^\W\d_]{2}", cell)), "")
    previous = None
    while previous != text:
        previous, text = text, _LABEL.sub("", _trimmed(text))
    words = text.split()
    is_name = len(text) <= _NAME_LENGTH and len(words) <= _NAME_WORDS and re.search(r"[^\W\d_]{2}", text)
    is_sentence = re.search(r"\d{4}", text) or _VERB.search(simplified(text))
    return " ".join(words) if is_name and not is_sentence and _CAPTION.match(sentence, end) else ""


def _trimmed(text: str) -> str:
    """Remove signs and blanks from both ends, but not a bracket that closes one in the text."""
    start, end = 0, len(text)
    while start < end and _is_sign(text[start]):
        start += 1
    while start < end and _is_sign(text[end - 1]) and not (text[end - 1] in _CLOSING and _CLOSING[text[end - 1]]
                                                           in text[start:end]):
        end -= 1
    return text[start:end]


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "LNM"


def amounts_in(sentence: str) -> str:
    """Return the counts of vehicles, barges, crossings and the like, as they are written."""
    plain = simplified(sentence)
    return "; ".join(dict.fromkeys(sentence[match.start():match.end()] for match in AMOUNT.finditer(plain)))


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

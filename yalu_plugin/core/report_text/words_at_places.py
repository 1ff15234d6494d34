"""Recognizes the words next to numbers that speak against a place: units, prices, codes, boxes, "near", a stretch."""

from __future__ import annotations

import re

_UNIT = re.compile(  # directly behind a number: it is an amount
    r"\s?(?:%|‰|°?[cf]\b|℃|℉|k?m\b|cm\b|mm\b|m?g\b|kg\b|tons?\b|tonnes?\b|won\b|yuan\b|usd\b|eur\b|rmb\b|krw\b|cny\b|"
    r"dollars?\b|euros?\b|percent\b|pct\b|points?\b|million\b|billion\b|mph\b|hours?\b|원|위안|달러|퍼센트|톤|元|美元|吨|"
    r"公里|руб|долл)")
_AMOUNT = re.compile(r"(?:[$€£¥₩￦]|\b(?:usd|eur|rmb|krw|cny|us|won|versions?|ver|v|ip|isbn|tel|phone|fax|scores?|"
                     r"prices?|rates?)\b\.?:?)\s?\(?$")
_CODE = re.compile(
    r"\b(?:product|model|serial|part|item|order|catalog(?:ue)?|invoice|tracking|flight|sku|isbn|s/n|p/n|(?<!plus )code|"
    r"no|nr|id|hash|version|제품|모델|품번|型号|编号|артикул)[\s:.#=(]{1,4}(?:[a-z]{2} )?$")
_BOX = re.compile(r"\bb(?:ounding[ -]?)?box\b|\b(?:multi)?(?:linestring|polygon)\b[\"' z]*[(,]|\bxmin\b|"
                  r"\bymin\b|경계 상자|边界框|(?:\bbounds|\bextents?|\bcorners?|\benvelope|범위|范围)"
                  r"[^\w.]{0,3}[:=(\[]")
_NEAR = re.compile(
    r"\b(near|around|approximately|approx|roughly|about|circa|ca|est|estimated|somewhere|vicinity of|close to|около|"
    r"вблизи|район)\b\.?[ (:]*(?:the |at |of )?$|(부근|인근|약|附近|大约|约) ?\(?$|([~≈]) ?\(?$")
_NEAR_BEHIND = re.compile(
    r"[\s)\]）도,(（]{0,3}(?:지점 ?|의 ?)?(부근|인근|근처|주변|일대|일원|附近|一带|周边|左右|approx\w*|estimated|"
    r"or so\b|\?\))")
_DASH = re.compile(r"[°\s)]*(?:-|~|→|/{2})[\s(]*")
_TO = re.compile(r"[°\s),]*(?:to|until|through|до|到|至)[\s(]*")
_AND = re.compile(r"[°\s),]*(?:and|и|와|과|및|和|与|與)[\s(]*")


def is_amount(before: str, behind: str) -> bool:
    """Whether bare numbers between these texts are an amount, a price, a telephone number or a version."""
    return _UNIT.match(behind) is not None or _AMOUNT.search(before) is not None


def code_word(before: str) -> str:
    """Return the word in front that makes a grid reference a code of another kind; "" for none."""
    found = _CODE.search(before)
    return found.group().strip(" :(#") if found else ""


def is_outline(sentence: str) -> bool:
    """Whether a sentence has the corners of an area, or the vertices of a line."""
    return _BOX.search(sentence) is not None


def nearby_word(before: str, behind: str) -> str:
    """Return the word around coordinates which says that the place is only near them; "" for none."""
    found = _NEAR.search(before)
    if found:
        return found[1] or found[2] or found[3]
    found = _NEAR_BEHIND.match(behind)
    return found[1] if found else ""


def joins_as_stretch(between: str) -> bool:
    """Whether the text between two coordinates says that they are the ends of a stretch: "to"."""
    return _TO.fullmatch(between) is not None


def joins_as_pair(between: str) -> bool:
    """Whether the text between two coordinates says of the second what was said of the first: "and"."""
    return _AND.fullmatch(between) is not None


def may_be_stretch(between: str) -> bool:
    """Whether only a dash is between two coordinates."""
    return _DASH.fullmatch(between) is not None

"""Recognizes the kind of a site in a word, a name or the name of a folder.

A name is certain only if it mentions the kind and nothing against it: "Vehicle ford east of Hyesan", not "Ford Focus".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from yalu_plugin.core.importing.notations.word_forms import any_phrase, phrase
from yalu_plugin.core.kinds import BARGE, CROSSING_KINDS, SITE_KINDS, VEHICLE

_STAGING, _FUEL, _OTHER = "staging_area", "fuel_station", "other"
_FUEL_OR_STAGING = {_STAGING, _FUEL}
_MAX_LENGTH = 200  # characters of a text that can name a kind
_STRONG = {
    VEHICLE: ("vehicle ford", "vehicle", "vehicles", "vehicular", "ford", "fords", "fording", "causeway",
              "low water crossing", "car", "cars", "truck", "trucks", "lorry", "lorries", "차량", "차량용", "차",
              "트럭", "승용차", "여울", "도섭", "车", "車", "车辆", "車輛", "車両", "汽车", "卡车", "浅滩", "淺灘",
              "浅瀬", "涉水", "брод", "автомобили", "автомобильная", "furt", "gué", "vado"),
    BARGE: ("barge dock", "barge", "barges", "바지선", "바지", "驳船", "駁船", "はしけ", "баржа", "баржи",
            "lastkahn", "prahm"),
    _STAGING: ("staging area", "staging", "parking", "assembly area", "marshalling", "marshaling", "holding area",
               "motor pool", "주차장", "집결지", "적치장", "야적장", "대기장", "停车场", "停車場", "駐車場", "集结地",
               "集结区", "集結地", "堆场", "автостоянка", "parkplatz"),
    _FUEL: ("fuel station", "fuel depot", "fuel storage", "fuel point", "fuel dump", "fuel", "oil depot", "tank farm",
            "gas station", "petrol station", "filling station", "filling", "petrol", "gasoline", "refuelling",
            "refueling", "연유", "주유소", "연유판매소", "연유창고", "加油站", "油库", "燃料", "給油所", "азс",
            "заправка", "автозаправка", "tankstelle"),
}
_WEAK = {
    BARGE: ("dock", "docks", "boat", "boats", "ferry", "ferries", "pontoon", "pontoons", "jetty", "pier", "wharf",
            "quay", "landing", "raft", "배", "선착장", "부두", "도선장", "도선", "나루터", "船", "码头", "碼頭",
            "渡口", "轮渡", "渡船", "паром", "пристань", "fähre", "bac"),
    _STAGING: ("storage", "park", "lot", "yard", "depot", "стоянка"),
    _FUEL: ("gas", "oil", "유류"),
}
_ALONE = {
    "v": VEHICLE, "b": BARGE, **dict.fromkeys((_OTHER, "others", "other site", "other sites", "misc", "기타",
                                               "기타 지점", "其他", "其它", "其他地点", "другое"), _OTHER)}
# Colours of the kinds on published maps.
_COLOURS = {**dict.fromkeys(("black", "검정", "검정색", "검은색", "黑", "黑色", "черный", "чёрный"), VEHICLE),
            **dict.fromkeys(("yellow", "노랑", "노란색", "黄", "黄色", "желтый", "жёлтый"), BARGE)}
_CROSSING_PLACE = ("도하장", "도하 장소", "渡河场")  # of vehicles or barges: mostly of vehicles
PLACE_WORDS = any_phrase((
    "crossing", "crossings", "crossing point", "crossing points", "site", "sites", "point", "points", "place", "places",
    "location", "locations", "area", "areas", "station", "stations", "lot", "dock", "docks", "river", "도하", "도하점",
    "지점", "장소", "구역", "渡河点", "渡河", "渡口", "地点", "点", "处", "переправа", "место", *_CROSSING_PLACE))
GATE_WORDS = re.compile(
    r"(?<!\w)(?:(?:border[ -])?fence[ -]gates?|gates? (?:in|within|of|through) (?:the )?(?:border[ -])?fence|"
    r"border gates?)(?!\w)|(?:철책선?|철조망|울타리) ?(?:통문|출입문|문)|(?:围栏|铁丝网|边防)的?大?门")
TRAFFIC_WORDS = re.compile(r"(?<!\w)(?:smuggl\w+|cross(?:ing|ings|ed|es)(?!\w))|밀수|도하|走私|渡河|过河|контрабанд\w*")
_CROSSING = any_phrase(("crossing", "crossings", "도하", "渡河", "переправа"))
_IGNORED = any_phrase((
    "of", "the", "a", "an", "near", "at", "in", "on", "by", "for", "east", "west", "north", "south", "용", "用", "的"))
_DOUBTFUL = any_phrase(("old", "suspected", "possible", "possibly", "probable", "probably", "likely", "planned",
                        "proposed", "alleged", "추정", "疑似", "可能"))
_AGAINST = any_phrase((  # negations, other structures, and names that only sound like a crossing
    "no", "not", "non", "without", "never", "none", "former", "formerly", "ex", "abandoned", "disused", "closed",
    "bridge", "footbridge", "pedestrian", "pipeline", "bridges", "road", "street", "st", "avenue", "ave", "lane",
    "drive", "highway", "hotel", "school", "village", "people", "focus", "fiesta", "transit", "mustang", "ranger",
    "explorer", "escort", "motor company", "motors", "company", "dealer", "museum", "stop", "wash", "repair", "rental",
    "checkpoint", "inspection", "customs", "warehouse", "factory", "house", "train", "railway", "없음", "없다", "아님",
    "금지", "옛", "폐쇄", "다리", "대교", "교량", "창고", "검문소", "无", "無", "非", "没有", "禁止", "不是", "桥",
    "橋", "大桥", "大橋", "仓库", "火车", "火車", "мост", "нет", "без", "brücke", "pont"))
_STRUCTURE = re.compile(any_phrase((  # structures that cross or dam a river
    "bridges", "viaduct", "overpass", "tunnel", "dam", "dams", "weir", "다리", "대교", "교량", "철교", "인도교", "댐",
    "桥梁", "橋梁", "水坝", "大坝", "大壩", "мост", "мосты", "виадук", "туннель", "плотина", "дамба",
    "staudamm", "pont", "barrage")).pattern + r"|\w*(?:bridge|brücke|桥|橋)(?!\w)")
_CROSSING_WORDS = any_phrase((  # words of a crossing next to those: a pontoon bridge, a ford below the bridge
    "crossing", "crossings", "도하", "渡河", "переправа", *_STRONG[BARGE], *_WEAK[BARGE], "ford", "fords", "fording",
    "causeway", "여울", "도섭", "浅滩", "淺灘", "浅瀬", "涉水", "брод", "furt", "gué", "vado", "floating", "ponton",
    "pontonbrücke", "부교", "浮桥", "浮橋", "понтон", "понтонный"))
_NO_KIND = any_phrase(("fuel truck", "fuel trucks", "tank truck", "gas truck", "汽车站", "bus station"))


class KindReading(NamedTuple):
    """The survey's kind that a text names; if not `certain`, a suggestion that needs confirmation."""

    kind: str
    certain: bool = True


_STRONG_WORDS = {kind: any_phrase((*words, kind.replace("_", " "))) for kind, words in _STRONG.items()}
MOVING_WORDS = any_phrase((  # words of a kind that name no place
    "vehicle", "vehicles", "vehicular", "car", "cars", "truck", "trucks", "lorry", "lorries", "차량", "차량용", "차",
    "트럭", "승용차", "车", "車", "车辆", "車輛", "車両", "汽车", "卡车", "автомобили", "barge", "barges", "boat",
    "boats", "바지선", "바지", "배", "驳船", "駁船", "船", "баржа", "баржи"))
KIND_WORDS = any_phrase(tuple(word for words in (*_STRONG.values(), *_WEAK.values(), SITE_KINDS)
                              for word in (each.replace("_", " ") for each in words)))
_WEAK_WORDS = {kind: any_phrase(words) for kind, words in _WEAK.items()}


@lru_cache(maxsize=1024)
def kind_of(text: str) -> KindReading | None:
    """Return the survey's kind for a word or phrase; None where it names no kind, several, or denies a kind.

    Certain if a word of the kind is alone, or together with another one or a word such as site or crossing.
    """
    plain = re.sub(r"(?<!\w)no (?=\d)", "", phrase(text)) if len(text) <= _MAX_LENGTH else ""  # no. 3
    if plain in _ALONE:
        return KindReading(_ALONE[plain], certain="?" not in text)
    if plain in _COLOURS:
        return KindReading(_COLOURS[plain], certain=False)
    if not KIND_WORDS.search(plain):
        crosses = any(word in plain for word in _CROSSING_PLACE) and not _AGAINST.search(plain)
        return KindReading(VEHICLE, certain=False) if crosses else None
    strong, words, rest = _extract_words(plain, _STRONG_WORDS)
    weak, _, rest = _extract_words(rest, _WEAK_WORDS)
    if _AGAINST.search(rest) or _NO_KIND.search(plain):
        return None
    doubtful = bool(_DOUBTFUL.search(rest)) or "?" in text
    other_words = bool(_IGNORED.sub(" ", PLACE_WORDS.sub(" ", _DOUBTFUL.sub(" ", rest))).rstrip(" 0123456789").strip())
    other_words = other_words or plain[0].isdigit()  # "49 trucks" is not a ford, "Barge 3" is a barge
    if _FUEL_OR_STAGING & (strong | weak) and _CROSSING.search(plain):
        doubtful = True
    neutral = bool(PLACE_WORDS.search(plain)) and _FUEL not in strong  # "site of fuel smuggling" is not a station
    return _decide(strong, weak, doubtful, other_words, supported=words > 1 or neutral)


def likely_kind(text: str) -> KindReading | None:
    """Return the kind that the words of a sentence are likely to name, as if certain, unless they have a question mark.

    Of smuggling at a gate of the fence, vehicles are likely.
    """
    at_gate = GATE_WORDS.search(text) and TRAFFIC_WORDS.search(text) and not _AGAINST.search(text)
    reading = kind_of(text) or (KindReading(VEHICLE) if at_gate else None)
    return reading and reading._replace(certain="?" not in text)


def names_crossing(text: str) -> bool:
    """Whether a text certainly names a crossing, of one of the survey's kinds or of no kind."""
    plain = phrase(text[:_MAX_LENGTH])
    if _CROSSING.search(plain) and not PLACE_WORDS.sub("", plain).strip():
        return True
    reading = kind_of(text)
    return reading is not None and reading.certain and reading.kind in CROSSING_KINDS


@lru_cache(maxsize=1024)
def names_no_crossing(text: str) -> bool:
    """Whether a text plainly names something other than the survey's crossings: a bridge, a dam, a staging area."""
    plain = phrase(text[:_MAX_LENGTH])
    if _CROSSING_WORDS.search(plain):
        return False
    reading = kind_of(text)
    return bool(_STRUCTURE.search(plain)) if reading is None else reading.kind not in CROSSING_KINDS


def _extract_words(plain: str, forms: Mapping[str, re.Pattern[str]]) -> tuple[set[str], int, str]:
    """Return the kinds whose words are in the text, the number of these words, and the text without them."""
    kinds, words = set(), 0
    for kind, form in forms.items():
        found = form.findall(plain)
        if found:
            kinds.add(kind)
            words += sum(len(each.split()) for each in found)
            plain = form.sub(" ", plain)
    return kinds, words, plain


def _decide(strong: set[str], weak: set[str], doubtful: bool, other_words: bool,
             supported: bool) -> KindReading | None:
    """Decide on the kind. A staging area or filling station for vehicles is not a ford: these words take precedence."""
    places = (strong | weak) & _FUEL_OR_STAGING
    if VEHICLE in strong and places and BARGE not in strong | weak:
        strong, weak = places, set()
    if len(strong) == 1 and (weak <= strong or not other_words):
        certain = not doubtful and weak <= strong and (supported or not other_words)
        return KindReading(next(iter(strong)), certain)
    if not strong and len(weak) == 1 and not other_words:
        return KindReading(next(iter(weak)), certain=False)
    return None

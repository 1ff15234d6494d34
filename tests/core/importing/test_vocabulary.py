"""Words for kinds and states: certain ones, suggestions, and others."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.vocabulary import KindReading, answer_of, confidence_of, kind_of, state_of
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.schema import CONFIDENCES, REASONS
from yalu_plugin.core.states import STATES
from yalu_plugin.core.value_labels import CONFIDENCE_LABELS, KIND_LABELS, REASON_LABELS, STATE_LABELS

TRANSLATIONS = Path(__file__).resolve().parents[3] / "resources" / "i18n"
VEHICLE, BARGE, STAGING, FUEL, OTHER = SITE_KINDS


def labels_of(english: str) -> list[str]:
    """A label in each language of our own sheets and tables."""
    found = [english]
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        form = rf"<source>{re.escape(english)}</source>\s*<translation>([^<]+)</translation>"
        found += re.findall(form, path.read_text("utf-8"))
    assert len(found) == 3
    return found


@pytest.mark.parametrize(("kind", "texts"), [
    (VEHICLE, ("vehicle_ford", "Vehicle crossing", "vehicular", "fording site", "ford (vehicle)", "low-water crossing",
               "causeway", "V", "차량", "차량용 도하점", "여울", "车", "车辆", "浅滩", "брод", "Furt",
               "Vehicle ford east of Hyesan", "Phungyang fording site", "Vehicle crossings",
               "Ryanggang / Vehicle crossings", "FORD #2",
               "1. Vehicle ford", "No. 3 vehicle crossing", "차량도하지점")),
    (BARGE, ("barge_dock", "river barge", "barge crossing", "barge dock", "B", "바지", "바지선", "바지선 도선장",
             "驳船", "баржа", "River barge crossing site, Kimhyongjik", "Barge crossings", "Barge 3")),
    (STAGING, ("staging_area", "staging area", "truck park", "Car park", "vehicle storage", "parking", "집결지",
               "주차장", "停车场", "Truck parking lot, Samsu", "Staging areas", "차량 집결지",
               "vehicle staging area")),
    (FUEL, ("fuel_station", "fuel depot", "petrol station", "gas station", "filling", "연유판매소", "연유창고",
            "주유소", "加油站", "Wonsan filling station", "АЗС")),
    (OTHER, ("other", "Other site", "기타", "其他")),
])
def test_words_that_name_a_kind(kind: str, texts: tuple[str, ...]) -> None:
    assert {text: kind_of(text) for text in texts} == dict.fromkeys(texts, KindReading(kind))


@pytest.mark.parametrize(("kind", "texts"), [
    (VEHICLE, ("black", "검은색", "黑色", "汽车渡口", "vehicle?", "possible ford", "Hyesan sandbar ford",
               "Stratford ford", "49 trucks", "vehicle ferry", "V?", "Fording Island")),
    (BARGE, ("yellow", "노란색", "黄色", "pontoon", "jetty", "landing", "ferry", "boat", "dock", "선착장", "轮渡",
             "паром", "suspected barge", "Barge Canal")),
    (STAGING, ("park", "storage", "Staging area at vehicle crossing")), (FUEL, ("gas", "fuel smuggling site")),
])
def test_words_that_only_suggest_a_kind(kind: str, texts: tuple[str, ...]) -> None:
    assert {text: kind_of(text) for text in texts} == dict.fromkeys(texts, KindReading(kind, certain=False))


@pytest.mark.parametrize("text", [
    "", "1", "bridge", "smuggling", "pontoon bridge", "customs yard", "warehouse", "나룻배", "zip line",
    "vehicle and barge", "barge/vehicle", "no vehicles", "not a ford", "former ford", "bridge over ford road",
    "Oxford", "Bedford", "Ferry Road", "bargeman", "Ford Focus", "boat people", "Black River", "Yellow Sea",
    "National Park", "火车站", "차량 없음", "옛 여울", "fuel truck", "Fuel pipeline crossing", "바지저고리",
    "vehicle crossing - not a barge", "fuel barge", "truck stop", "vehicle checkpoint", "Border fence gate crossing",
    "site", "VB", "x" * 1000])
def test_words_that_name_no_kind(text: str) -> None:
    assert kind_of(text) is None


def test_kinds_of_a_published_list(data: Path) -> None:
    """Of 35 words of a list, the certain kinds are exactly those that its notes name."""
    with (data / "import" / "kind_words.csv").open(encoding="utf-8", newline="") as file:
        read = {row["type"]: kind_of(row["type"]) for row in csv.DictReader(file)}
    certain = {kind: {text for text, found in read.items() if found == KindReading(kind)} for kind in SITE_KINDS}
    assert certain == {
        VEHICLE: {"Vehicle crossing", "vehicular", "fording site", "ford (vehicle)", "low-water crossing", "causeway",
                  "V", "차량용 도하점", "浅滩"},
        BARGE: {"river barge", "barge crossing", "barge dock", "B", "바지선 도선장"},
        STAGING: {"truck park", "vehicle storage", "staging area"}, FUEL: {"fuel depot",
                                                                           "petrol station"}, OTHER: set()}


@pytest.mark.parametrize(("state", "texts"), [
    ("present", ("present", "Active", "in use", "operational", "open", "있음", "사용 중", "사용중", "存在", "在用",
                 "есть", "действует", "present, active", "seen")),
    ("absent", ("absent", "removed", "gone", "not present", "no longer there", "없음", "없어짐", "철거됨", "不存在",
                "已拆除", "нет", "absent/removed")),
    ("washed_out", ("washed out", "Washed-out", "washed_out", "washed away", "swept away", "flooded out", "유실",
                    "冲毁", "размыт", "washed out (flood)")),
    ("under_construction", ("under construction", "being built", "공사중", "施工中", "строится")),
    ("not_observable", ("not_observable", "could not see", "obscured", "no image", "판독 불가", "无法观测")),
])
def test_words_that_name_a_state(state: str, texts: tuple[str, ...]) -> None:
    assert {text: state_of(text) for text in texts} == dict.fromkeys(texts, (state, True, None))


@pytest.mark.parametrize(("state", "texts"), [
    ("present", ("new", "rebuilt", "present?", "still present", "existing ford", "present (removed 2025)",
                 "present (?)", "reopened", "observed (no vehicles)")),
    ("absent", ("closed", "none", "inactive", "abandoned", "not in use", "no longer in use", "not seen", "未发现",
                "폐쇄", "停用")),
    ("washed_out", ("destroyed", "damaged", "probably washed out", "washed out by the August flood", "파괴됨",
                    "разрушен")),
    ("under_construction", ("construction", "building")), ("not_observable", ("not visible", "hidden", "보이지 않음",
                                                                              "snow")),
])
def test_words_that_only_suggest_a_state(state: str, texts: tuple[str, ...]) -> None:
    assert {text: state_of(text) for text in texts} == dict.fromkeys(texts, (state, False, None))


@pytest.mark.parametrize("text", ["", "-", "?", "unknown", "n/a", "미상", "未知", "yes", "no", "ok", "2",
                                  "not washed out", "partly washed out", "washed out, rebuilt", "never seen",
                                  "not under construction", "active until 2024", "unknown (cloud)", "x" * 1000])
def test_words_that_name_no_state(text: str) -> None:
    assert state_of(text) is None


@pytest.mark.parametrize(("text", "reason"), [
    ("cloud", "cloud"), ("Cloud cover", "cloud"), ("구름", "cloud"), ("多云", "cloud"), ("shadow", "shadow"),
    ("Too coarse to tell", "resolution"), ("outside the image", "outside_image"), ("not observable (cloud)", "cloud"),
    ("Looked, could not see (shadow)", "shadow"), ("无法判读（云）", "cloud")])
def test_reasons_for_not_observable(text: str, reason: str) -> None:
    assert state_of(text) == ("not_observable", True, reason)


def test_ice_may_be_a_state_of_the_river_only() -> None:
    assert state_of("ice") == ("not_observable", False, "ice")
    assert state_of("present (ice)") == ("present", False, None)


@pytest.mark.parametrize("kind", SITE_KINDS)
def test_the_kinds_that_our_exports_print_are_read_in_every_language(kind: str) -> None:
    for text in (kind, *labels_of(KIND_LABELS[kind])):
        assert kind_of(text) == KindReading(kind), text


@pytest.mark.parametrize("state", STATES)
def test_the_states_that_our_exports_print_are_read_in_every_language(state: str) -> None:
    for text in (state, *labels_of(STATE_LABELS[state])):
        assert state_of(text) == (state, True, None), text


def test_what_else_our_exports_print_is_read_in_every_language() -> None:
    for text in (*labels_of("Absent"), *labels_of("Not observable")):
        assert state_of(text)[1]
    for reason in REASONS:
        for text, word in zip(labels_of(STATE_LABELS["not_observable"]), labels_of(REASON_LABELS[reason])):
            assert state_of(f"{text} ({word})") == ("not_observable", True, reason)
    for text in labels_of(STATE_LABELS["unknown"]):
        assert state_of(text) is None
    for confidence in CONFIDENCES:
        for text in (confidence, *labels_of(CONFIDENCE_LABELS[confidence])):
            assert confidence_of(text) == confidence, text
    for answer in ("yes", "no", "unknown"):
        assert answer_of(answer) == answer


@given(st.text(max_size=60))
def test_any_text_is_a_word_of_the_survey_or_none(text: str) -> None:
    kind, state = kind_of(text), state_of(text)
    assert kind is None or kind.kind in SITE_KINDS
    assert state is None or state.state in STATES


@given(st.sampled_from(["no", "not", "former", "without"]), st.sampled_from(["vehicle", "ford", "barge",
                                                                             "barge crossing", "staging area",
                                                                             "fuel station"]))
def test_a_negation_is_never_a_kind(negation: str, word: str) -> None:
    assert kind_of(f"{negation} {word}") is None

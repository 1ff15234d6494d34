from __future__ import annotations

from datetime import datetime, timezone

import pytest

from yalu_plugin.core.imagery.date_evidence import contradictions, dated_name, disagreements, names_of, other_evidence
from yalu_plugin.core.imagery.member_names import decoded_name
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timespan import parse_time


def scene(uri: str, text: str, source: str = "stac", kind: str = "acquired") -> Scene:
    span = parse_time(text)
    begin, end = (span.begin, span.end) if span else (None, None)
    return Scene("a", uri, begin, end, kind if span else "", source if span else "")


def test_other_evidence_and_contradictions() -> None:
    tags = {"TIFFTAG_DATETIME": "2025:08:15 00:00:00", "ACQUISITION_DATE": "2025-07-30"}
    one = scene("/a/hyesan_2025-07-28.tif", "2025-07-30")
    assert [(other.source, other.kind, other.days) for other in other_evidence(one, tags)] == [
        ("gdal", "acquired", "2025-07-30"), ("filename", "acquired", "2025-07-28"),
        ("gdal", "at_or_before", "2025-08-15")]
    assert [other.days for other in contradictions(one, tags)] == ["2025-07-28"]
    assert [str(error) for error in disagreements(one, tags)] == [
        "hyesan_2025-07-28.tif is dated 2025-07-30 (STAC), but there is another date, 2025-07-28 (file name). Correct "
        "the one that is wrong."]


def test_the_evidence_used_is_not_other_evidence() -> None:
    assert other_evidence(scene("/a/hyesan_2025-07-28.tif", "2025-07-28", "filename"), {}) == []
    written = {"TIFFTAG_DATETIME": "2016:05:23 11:14:38"}
    assert [one.days for one in other_evidence(scene("/a/b.tif", "2016-04-16", "filename"), written)] == ["2016-05-23"]
    assert contradictions(scene("/a/b.tif", "2016-04-16", "filename"), written) == []
    assert [one.days for one in contradictions(scene("/a/b.tif", "2016-05-24", "filename"), written)] == ["2016-05-23"]


def test_a_zone_that_is_not_applied_is_reported() -> None:
    one = scene("/a/hyesan 2024-07-19 23.59 CST.tif", "2024-07-19", "filename")
    assert [str(error) for error in disagreements(one, {})] == [
        "hyesan 2024-07-19 23.59 CST.tif is dated 2024-07-19, as in its name. CST there may be a time zone; it was "
        "not applied, so the UTC day may be the one before or after. Write the time with Z or +09:00."]
    assert disagreements(scene("/a/2024-07-19 07.30 KST.tif", "2024-07-18T22:30:00Z", "filename"), {}) == []
    assert disagreements(scene("/a/2024-07-19 CST.tif", "2024-07-19"), {}) == []


@pytest.mark.parametrize("one", [
    scene("/a/hyesan_2025-07-28.tif", ""),
    scene("https://a/{z}/{x}/{y}/2025-07-28.png", "2025-07-30", "address"),
    scene("https://a/2025-07-28.png", "2025-07-30", "service", "released"),
])
def test_undated_scenes_and_tiles_have_no_other_evidence(one: Scene) -> None:
    assert other_evidence(one, {"ACQUISITION_DATE": "2016-01-01"}) == []


def test_the_query_of_an_address_is_not_a_name() -> None:
    uri = "https://a.example/x/hyesan%202025-07-30.tif?se=2025-08-01T00:00:00Z&v=20250102"
    assert dated_name(uri) == "hyesan 2025-07-30.tif"
    assert names_of("/a/20250730_SYNTHETIC/plain.tif") == ["plain.tif"]
    assert names_of("/vsizip//a/s_20250730.zip/x/B04.tif") == ["B04.tif", "x", "s_20250730.zip"]
    assert dated_name("/vsizip//a/s_20250730.zip/x/B04.tif") == "s_20250730.zip"


@pytest.mark.parametrize(("member", "encoding", "day"), [
    ("혜산 2024년 7월 19일.tif", "cp949", "2024-07-19"), ("长白县 2024年7月19日.tif", "gb18030", "2024-07-19"),
    ("혜산/압록강_2024-07-19.tif", "cp949", "2024-07-19")])
def test_a_name_in_a_zip_is_decoded(member: str, encoding: str, day: str) -> None:
    uri = f"/vsizip//a/s.zip/{member.encode(encoding).decode('cp437')}"
    name = member.split("/")[-1]
    one = scene(uri, day, "filename")
    assert one.name == name == dated_name(uri) and one.uri == uri and other_evidence(one, {}) == []


@pytest.mark.parametrize("name", ["café 2024.tif", "éé_ñ.tif", "압록.tif", "═══.tif",
                                  "a ░▒▓ b.tif", "╟.tif", "αβ≥.tif", "№1 ╟²╗Ω.tif"])
def test_other_names_in_a_zip_are_unchanged(name: str) -> None:
    assert decoded_name(name) == name


def test_now_is_an_aware_time() -> None:
    future = scene("/a/hyesan_2025-07-28.tif", "2025-07-28", "filename")
    tag = {"TIFFTAG_DATETIME": f"{datetime.now(timezone.utc).year + 2}:01:01 00:00:00"}
    assert other_evidence(future, tag) == []

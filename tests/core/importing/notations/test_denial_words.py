from __future__ import annotations

import pytest

from yalu_plugin.core.importing.notations.denial_words import denies_sighting


@pytest.mark.parametrize("text", [
    "No crossing visible", "no vehicles", "No sign of a ford", "nothing seen", "Not seen", "not yet visible",
    "crossing is no longer in use", "never observed", "without barges", "흔적 없음",
    "도하 흔적이 보이지 않음", "미확인", "planned crossing", "도하 예정", "拟建",
    "바지선 없음", "未发现渡口", "没有船", "看不到", "无活动",
    "не видно", "Нет переправы", "следов нет", "nicht sichtbar", "keine Furt"])
def test_texts_that_deny_a_sighting(text: str) -> None:
    assert denies_sighting(text)


@pytest.mark.parametrize("text", [
    "No. 3 ford", "ford No 3", "Crossing visible", "Norte", "a knot seen", "nowhere near", "확인", "도하점",
    "발견됨", "发现渡口", "брод", "Furt sichtbar", "not far from Hyesan", "Site without a name", "north ford", ""])
def test_texts_that_do_not_deny_a_sighting(text: str) -> None:
    assert not denies_sighting(text)

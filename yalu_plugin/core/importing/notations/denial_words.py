"""Recognizes texts which state that nothing was seen of a site, or not yet: "No crossing visible", "planned"."""

from __future__ import annotations

import re

_ENGLISH = (
    r"(?:no|without)\s+(?:[a-z-]+\s+){0,3}(?:crossings?|fords?|fording|barges?|docks?|ferry|ferries|boats?|site|"
    r"activity|signs?|evidence|indications?|traces?|tracks?|vehicles?|trucks?|structures?|longer)",
    r"(?:not|never|nor|neither|nothing|nobody|hardly|cannot|can't|couldn't|isn't|wasn't|aren't|doesn't|didn't)\s+"
    r"(?:[a-z]+\s+){0,2}(?:visible|seen|see|observed|found|detected|identified|evident|apparent|discernible|present|"
    r"there|used|in use|active|exist\w*|built|confirmed|verified)",
    r"nothing", r"planned|proposed|projected",
)
_GERMAN = (r"nicht\s+(?:mehr\s+)?(?:sichtbar|vorhanden|erkennbar|gesehen)",
           r"keine?n?\s+(?:\w+\s+)?(?:furt|fähre|kahn|lastkahn|übergang|aktivität|spuren)")
_RUSSIAN = (r"не\s+(?:видн|обнаруж|наблюда|найден|замечен|зафиксир|фиксир)\w*", r"отсутств\w*",
            r"нет\s+(?:переправ|брод|барж|след|активност|признак)\w*", r"(?:следов|признаков)\s+нет",
            r"планиру\w*")
_KOREAN = (r"(?:흔적|도하|바지|차량|시설|활동|징후|움직임|확인|식별|관측|발견|포착|나타나|드러나|찾아볼|볼|보이지|"
           r"존재하지)"
           r".{0,6}?(?:없|않|못|안\s?[됨보])", r"미(?:확인|식별|관측|발견)", r"안\s?보[임여]", r"예정|계획")
_CHINESE = (r"[未没無无不](?:有|能)?(?:见|見|发现|發現|观测|观察|看到|看见|检测|显示|拍到|存在|明显)", r"看不[见到]",
            r"[无無没](?:有)?(?:渡口|渡河|船|驳船|活动|活動|车辆|痕迹|迹象)",
            r"拟建|规划|計畫|计划")
_DENIAL = re.compile("|".join((rf"\b(?:{'|'.join((*_ENGLISH, *_GERMAN, *_RUSSIAN))})\b", *_KOREAN, *_CHINESE)),
                     re.IGNORECASE)


def denies_sighting(text: str) -> bool:
    """Whether any part of the text denies a sighting. The number of a site ("No. 3 ford") does not."""
    return _DENIAL.search(text) is not None

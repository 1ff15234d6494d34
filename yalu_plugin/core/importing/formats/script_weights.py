"""Weights of Korean, Chinese, Japanese and Cyrillic characters by frequency, to distinguish encodings."""

from __future__ import annotations

import re

# Frequent Hangul syllables, and those of place names, counties and the headers of tables.
_HANGUL = frozenset(
    "이다는에의을가고하지를은사도로기한자어리인서시대나있아들정으해스일장그보라과부전만수상게제원공성소여주"
    "동연구국것적러우생산마화신경면조방안말거물선발개트유오모위문중내비학실차세까관회미분와요당운용니했양체"
    "계교반속단무때파년등음식외진간행감데통합야북남군혜강압록명칭종류좌표고날짜름량창천촌평포풍함호황흥김형"
    "직숙삼죽백두온청변림명번설명확인현황변두만저장소바지선박승용트럭울타리관문읍노동농덕송복석삼탑봉굴곡암"
    "약초치청새터토티터임영월건설착목배근처구역최후담당각각코드추정가능"
)
# Frequent Han characters, simplified then traditional, and those of place names and the headers of tables.
_HAN = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
    "而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把"
    "性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质"
    "气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活"
    "设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则"
    "任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美"
    "再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元"
    "况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容须际商非验连断深难近矿千周委素"
    "技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率县镇乡村屯河江湖岛沟岭桥港渡码船驳"
    "岸口临鸭绿吉辽宁朝鲜惠纬经坐标注期型编备发首发现围栏加油站停疑似点位桦甸集抚松靖宇沙苇树子老花咸镜慈道"
    "厂义州满浦中别章川丰茂云永龙虎金银宝泉阳阴沿哨岔头崴碱错哈蛤蟆葫芦這個們來時為對會說產種過後發經進電裡"
    "現實點從業還應開關與間樣重線內數質氣條沒結問無長體機動東車門見頭運軍緯經標類稱備註鴨綠臨縣鎮鄉島溝嶺橋"
    "碼駁區號編興遼寧鮮廣龍馬圖書"
)

_SIGNS = "°′″‘’“”…·，。、（）：；～－　"


def weight(character: str, encoding: str) -> float:
    """Return the weight of a character as evidence for an encoding: 1 if frequent, 0.1 if common, -1 otherwise."""
    if character in (_HANGUL if encoding == "cp949" else _HAN):
        return 1.0
    if encoding == "cp932":
        if "ぁ" <= character <= "ヺ" or character == "ー":
            return 1.0
        common = "一" <= character <= "鿿" and len(character.encode("euc_jp", "ignore")) == 2
        return 0.1 if common or character in _SIGNS else -1.0
    if encoding == "cp949":
        common = "가" <= character <= "힣" and len(character.encode("euc_kr", "ignore")) == 2
    else:
        common = "一" <= character <= "鿿" and len(character.encode("gb2312", "ignore")) == 2
    if common or character in _SIGNS:
        return 0.1
    return -1.0


_RUN = re.compile(r"[^\x00-\x7f\s]+")  # adjacent characters outside ASCII
_CYRILLIC = re.compile("[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+|[А-ЯЁІЇЄҐ]+|[«»№°–—…“”„]+")
_LATIN = re.compile("[A-Za-z]")


def cyrillic_weight(text: str) -> float:
    """Return the weight of a text as Russian or Ukrainian: 0.5 for each letter of a word, negative for other signs.

    Words are capitalized, lower case or upper case, and not adjacent to Latin letters.
    """
    score = 0.0
    for run in _RUN.finditer(text):
        adjacent = text[max(0, run.start() - 1):run.start()] + text[run.end():run.end() + 1]
        pieces = _CYRILLIC.findall(run.group())
        words = [piece for piece in pieces if piece[0].isalpha()]
        misfits = len(run.group()) - len("".join(pieces)) + max(0, len(words) - 1)
        score += -3.0 if _LATIN.search(adjacent) else len("".join(words)) / 2 - 2 * misfits
    return score

"""Finds out how a stranger's text file is written: its encoding and the sign between its columns.

General detectors need long texts; a list of sites is short and mostly digits. What decides between the
East Asian encodings here is whether the decoded characters are ones that people use: bytes of a Chinese name
read as Korean give rare syllables, and the other way round.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 200_000
_WESTERN_SIGNS = b"\xb0\xb4\xba\x91\x92\x93\x94"  # degree signs and quotes in cp1252
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

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


class NotText(YaluError):
    """The file's bytes are not text in any encoding."""

    template = translatable("{path} is not a text file. Choose a CSV, or save it as CSV in its own program.")


class UnknownEncoding(YaluError):
    """The encoding asked for cannot read the file."""

    template = translatable("{path} is not written in {encoding}. Choose another encoding.")


def decode(data: bytes, path: str, encoding: str = "") -> tuple[str, str]:
    """(text, encoding) of a file's bytes; `encoding` is found out where it is not given.

    `path` is for the message. Raises NotText, or UnknownEncoding where the given encoding does not fit.
    """
    encoding = encoding or find_encoding(data)
    if not encoding:
        raise NotText(path=path)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise UnknownEncoding(str(error), path=path, encoding=encoding) from error
    if _has_control_signs(text):
        raise NotText(path=path)
    return text, encoding


def find_encoding(data: bytes) -> str:
    """Python's name of the encoding `data` is written in, or "" if it is no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data:
        return _utf16_by_zeros(data)
    scores = {name: _score(data, name) for name in ("utf-8", "cp949", "gb18030", "big5hkscs")}
    if scores["utf-8"] is not None:
        return "utf-8"
    scores["cp1252" if _decodes(data, "cp1252") is not None else "latin-1"] = _western(data)
    return max(scores, key=lambda name: float("-inf") if scores[name] is None else scores[name] or 0.0)


def find_delimiter(text: str) -> str:
    """The sign between columns: the one that cuts most lines into as many cells as the first.

    Quotes are respected. A tab is returned where nothing cuts the lines (one column).
    """
    sample = text[:_SAMPLE]
    best, best_score = "\t", (0.5, 1)
    for delimiter in DELIMITERS:
        try:
            records = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            counts = [len(record) for record in records if record]
        except csv.Error:
            continue
        if counts and counts[0] > 1:
            longer = sum(count > counts[0] for count in counts)  # a comma too many in a note, or at each line's end
            score = ((counts.count(counts[0]) + 0.9 * longer) / len(counts), counts[0])
            if score > best_score:
                best, best_score = delimiter, score
    return best


def _utf16_by_zeros(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of ASCII is zero. "" where that is not so."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(even, odd) < len(head) // 8 or min(even, odd) > 0:
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _score(data: bytes, encoding: str) -> float | None:
    """How likely people wrote this: +1 for a frequent character, -1 for a rare one; None if it cannot be."""
    text = _decodes(data, encoding)
    if text is None:
        return None
    return sum(_weight(character, encoding) for character in text if ord(character) > 127)


def _weight(character: str, encoding: str) -> float:
    if character in (_HANGUL if encoding == "cp949" else _HAN):
        return 1.0
    if encoding == "cp949":
        common = "가" <= character <= "힣" and len(character.encode("euc_kr", "ignore")) == 2
    else:
        common = "一" <= character <= "鿿" and len(character.encode("gb2312", "ignore")) == 2
    if common or character in "°′″‘’“”…·，。、（）：；～－　":
        return 0.1
    return -1.0


def _decodes(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _western(data: bytes) -> float:
    """Accented letters, degree signs and quotes of western texts stand alone among ASCII.

    East Asian bytes come in runs, and where one stands alone it is mostly no letter in western reading.
    """
    lone = [run[0] for run in re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", data[:_SAMPLE])]
    runs = len(re.findall(rb"[\x80-\xff]{2,}", data[:_SAMPLE]))
    letters = sum(byte >= 0xC0 or byte in _WESTERN_SIGNS for byte in lone)
    return float(2 * letters - len(lone) - runs)


def _has_control_signs(text: str) -> bool:
    allowed = "\t\r\n\f\x85\x1a"
    return any(unicodedata.category(sign) == "Cc" and sign not in allowed for sign in text[:_SAMPLE])

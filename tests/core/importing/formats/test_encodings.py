from __future__ import annotations

import pytest

from yalu_plugin.core.importing.formats.encodings import NotText, UnknownEncoding, decode, find_encoding

KOREAN = ["김형직군", "압록강", "혜산시", "김정숙군", "삼수군", "보천군", "삼지연시", "량강도"]
SIMPLIFIED = ["鸭绿江", "长白", "临江", "白山", "两江道", "惠山", "贾家营", "闹枝"]
TRADITIONAL = ["鴨綠江", "長白", "臨江", "惠山"]


@pytest.mark.parametrize(("encoding", "name"), [
    *(("cp949", name) for name in KOREAN), *(("gb18030", name) for name in SIMPLIFIED),
    *(("big5", name) for name in TRADITIONAL),
])
@pytest.mark.parametrize("form", ["{name},41.4,128.1\n", "name,lat,lon\n{name},41.4,128.1\n"])
def test_one_short_name_is_enough(encoding: str, name: str, form: str) -> None:
    text = form.format(name=name)
    assert decode(text.encode(encoding), "x.csv")[0] == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949", "gb18030"])
def test_korean_and_chinese_headers(encoding: str) -> None:
    texts = {"cp949": ["이름,위도,경도\n혜산시,41.4,128.1\n"], "gb18030": ["名称,纬度,经度\n临江,41.4,128.1\n"]}
    for text in texts.get(encoding, texts["cp949"] + texts["gb18030"]):
        assert decode(text.encode(encoding), "x.csv")[0] == text


@pytest.mark.parametrize("text", ["Café à Zürich,41\n", "A,41°24'40\"N\n", "‘A’,41\n", "Škoda,ÅÄÖ,1\n"])
def test_western_text(text: str) -> None:
    assert decode(text.encode("cp1252"), "x.csv") == (text, "cp1252")


@pytest.mark.parametrize("text", ["名称,緯度\n恵山,41\n", "はしけ,41,128\n", "name,lat\n鴨緑江の渡河点,41\n"])
def test_japanese_text(text: str) -> None:
    assert decode(text.encode("cp932"), "x.csv") == (text, "cp932")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", [
    "Название;Широта;Долгота\nБрод;41,4;128,1\n", "Брод,41,128\n", "name,lat\nБрод у «Хесана» №3 (КНДР),41\n"])
def test_russian_text(encoding: str, text: str) -> None:
    supported = text if encoding == "cp1251" else text.replace("«", "").replace("»", "").replace("№", "")
    assert decode(supported.encode(encoding), "x.csv") == (supported, encoding)


@pytest.mark.parametrize("text", [
    "Ångström,ÅÄÖ,1\n", "Größe,Länge,Brücke\n", "Île-de-Ré,à,ça\n", "créée,réélue,créée\n", "A,41°24'40\"N,ÄÖ\n"])
def test_western_text_is_no_russian(text: str) -> None:
    assert decode(text.encode("cp1252"), "x.csv") == (text, "cp1252")


def test_ascii_is_utf8() -> None:
    assert find_encoding(b"name,lat,lon\n") == "utf-8"


@pytest.mark.parametrize("data", [
    bytes(range(256)), b"\x89PNG\r\n\x1a\n" + bytes(100), b"\x00\x00\x00\x00", b"ab\x01\x02",
])
def test_rubbish_is_an_error(data: bytes) -> None:
    with pytest.raises(NotText, match="x.csv"):
        decode(data, "x.csv")


def test_a_given_encoding_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(UnknownEncoding, match="utf-8"):
        decode("혜산시".encode("cp949"), "x.csv", "utf-8")
    with pytest.raises(UnknownEncoding, match="klingon"):
        decode(b"x", "x.csv", "klingon")

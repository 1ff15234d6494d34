from __future__ import annotations

import pytest

from yalu_plugin.core.report_text.sentence_words import amounts_in, known_names, name_before
from yalu_plugin.paths import resource


@pytest.mark.parametrize(("sentence", "name"), [
    ("Fording site at Phungyang (@).", "Fording site at Phungyang"),
    ("Smuggling at gate (@), detailed view.", "Smuggling at gate"),
    ("3. Barge dock: @", "Barge dock"), ("Site A\t17\t@\t2025", "Site A"), ("“Ford B” – @", "Ford B"),
    ("The tanks, located at @, are visible.", ""), ("The coordinates are @", ""), ("위치는 @", ""), ("@ is a ford", ""),
    ("The review shows that a first possible fording site was constructed at a sandbar (@)", ""),
    ("Image of 2025-07-30: @", ""), ("Photo taken at @ by them", ""), ("Ford A @ @", "Ford A"),
    ("Ford A ~ @", "Ford A"), ("Ford A (approx. @)", "Ford A"), ("Ford (old) => @", "Ford (old)"),
    ("▪ Ford A = @", "Ford A"), ("[Ford A] @", "Ford A"),
    ("渡口位于@。", "渡口"), ("据百度地图，渡口位于@。", ""), ("영상에 따르면 도하장 (@)", ""),
    ("The ford lies at @.", ""), ("A ford was found at @.", ""), ("도하장 — @", "도하장"), ("《渡口》：@", "渡口")])
def test_the_caption_in_front_is_the_name(sentence, name):
    at = sentence.rindex("@")
    assert name_before(sentence, at, at + 1) == name


@pytest.mark.parametrize(("sentence", "amounts"), [
    ("On July 30, 2025, 164 personal vehicles (sedans) and 49 trucks were seen.", "164 personal vehicles; 49 trucks"),
    ("At least twenty crossings; 1,047 people.", "At least twenty crossings; 1,047 people"),
    ("트럭 12대와 바지선 3척", "트럭 12대; 바지선 3척"), ("有12辆卡车", "12辆卡车"),
    ("$15 trucks, 41.41 sites, 2025 is the year of cars", "")])
def test_amounts(sentence, amounts):
    assert amounts_in(sentence) == amounts


def test_known_names_in_every_spelling():
    names = known_names(resource("data"))
    sentence = "From Hyesan to KIM JONG SUK County, 혜산시, 长白 and Kapsan; not Hyesanology, Hyesan again"
    assert names.in_sentence(sentence) == "Hyesan; KIM JONG SUK County; 혜산시; 长白"

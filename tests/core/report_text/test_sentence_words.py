from __future__ import annotations

import pytest

from yalu_plugin.core.report_text.sentence_words import amounts_in, kind_words, known_names, name_before
from yalu_plugin.paths import resource


@pytest.mark.parametrize(("sentence", "name"), [
    ("Fording site at Phungyang (@).", "Fording site at Phungyang"),
    ("Smuggling at gate (@), detailed view.", "Smuggling at gate"),
    ("3. Barge dock: @", "Barge dock"), ("Site A\t17\t@\t2025", "Site A"), ("“Ford B” – @", "Ford B"),
    ("The tanks, located at @, are visible.", ""), ("The coordinates are @", ""), ("위치는 @", ""), ("@ is a ford", ""),
    ("The review shows that a first possible fording site was constructed at a sandbar (@)", ""),
    ("Image of 2025-07-30: @", ""), ("Photo taken at @ by them", "")])
def test_the_caption_in_front_is_the_name(sentence, name):
    at = sentence.index("@")
    assert name_before(sentence, at, at + 1) == name


@pytest.mark.parametrize(("sentence", "name", "words"), [
    ("Fording site (@)", "Fording site", "fording"), ("River barge site (@)", "River barge site", "barge"),
    ("A possible fording site was constructed at a sandbar (@).", "", "fording ?"),
    ("Trucks wait; the barge dock at @ is new.", "", "barge dock ?"),
    ("The site at @ has a parking lot.", "", "parking ?"),
    ("The bridge at @", "", ""), ("The Ford Focus at @", "The Ford Focus", ""), ("At @ it is.", "", "")])
def test_the_kind_is_the_nearest_word_and_certain_in_a_name_alone(sentence, name, words):
    assert kind_words(sentence, sentence.index("@"), name) == words


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

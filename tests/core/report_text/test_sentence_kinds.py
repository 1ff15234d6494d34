from __future__ import annotations

import pytest

from yalu_plugin.core.report_text.sentence_kinds import SentenceKind, gate_in_sentence, kind_in_sentence


def kind(sentence, name=""):
    at = sentence.index("@")
    return kind_in_sentence(sentence, at, at + 1, name)


@pytest.mark.parametrize(("sentence", "name", "words"), [
    ("Fording site (@)", "Fording site", "fording site"), ("차량 도하장 (@)", "차량 도하장", "차량 도하장"),
    ("River barge crossing site (@)", "River barge crossing site", "river barge crossing site"),
    ("바지선 선착장 (@)", "바지선 선착장", "바지선 선착장"), ("车辆渡河点（@）", "车辆渡河点", "车辆渡河点")])
def test_a_caption_names_the_kind(sentence, name, words):
    assert kind(sentence, name) == SentenceKind(words)


@pytest.mark.parametrize(("sentence", "words"), [
    ("A possible fording site was constructed at a sandbar (@).", "fording site"),
    ("At @ a vehicle ford was seen.", "vehicle ford"), ("Boats leave the barge dock at @.", "barge dock"),
    ("Two vehicle fords (@) are new.", "vehicle fords"), ("혜산의 도하장(@)이 보인다.", "도하장"),
    ("Smuggling activity at border fence gate (@)", "smuggling activity at border fence gate"),
    ("밀수품이 철조망 출입문(@)으로 들어온다.", "밀수품이 철조망 출입문")])
def test_the_words_of_one_kind_in_the_sentence_are_a_guess(sentence, words):
    assert kind(sentence) == SentenceKind(words, guessed=True)


@pytest.mark.parametrize(("sentence", "words"), [
    ("The fuel depot and the barge dock at @ are new.", "barge dock ?"),
    ("The site at @ has a parking lot.", "parking lot ?"),
    ("A camp near the vehicle ford (@)", "vehicle ford ?"), ("A camp opposite a barge dock: @", "barge dock ?"),
    ("A barge lies at @.", "barge ?")])
def test_words_of_another_thing_are_not_used(sentence, words):
    assert kind(sentence) == SentenceKind(words)


@pytest.mark.parametrize("sentence", [
    "The bridge at @", "The Ford Focus at @", "At @ it is.", "12 trucks wait at @.", "Trucks cross at @.",
    "한 지점(@)에서 차량 12대가 관측됐다.", "지점(@)에서 바지선 3척이 보인다.", "@处有卡车",
    "Guards at the border fence gate (@)",
    "There is no ford at @."])
def test_vehicles_and_guards_are_no_kind(sentence):
    assert kind(sentence) == SentenceKind()


@pytest.mark.parametrize(("sentence", "gate"), [
    ("Smuggling at border fence gate (@)", "yes"), ("the gate within the border fence at @", "yes"),
    ("철조망 출입문(@)", "yes"), ("300 m from the fence gate (@)", ""), ("near a fence gate: @", ""),
    ("Trucks pass the fence gate and reach the ford (@)", ""), ("@ is a fence gate", ""), ("The gate (@)", "")])
def test_a_gate_of_the_fence_right_before_the_coordinates(sentence, gate):
    assert gate_in_sentence(sentence, sentence.index("@")) == gate

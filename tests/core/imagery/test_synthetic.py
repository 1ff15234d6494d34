from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.imagery.synthetic import is_synthetic, item_is_synthetic, mentions_synthetic


@pytest.mark.parametrize("text", [
    "SYNTHETIC_20250730.tif", "hyesan synthetic.png", "a_Synthetic.tif", "SyntheticScene.tif", "hyesanSynthetic.tif",
    "혜산synthetic1.tif", "synthetically made", "SYNTHETIC scene", "[SYNTHETIC]", "synthetic=yes",
    "synthetic aperture radar over a SYNTHETIC river"])
def test_the_word_is_found(text: str) -> None:
    assert mentions_synthetic(text)


@pytest.mark.parametrize("text", [
    "", "photosynthetic.tif", "Biosynthetic", "synthetics", "Synthetic Aperture Radar", "synthetic-aperture_SM.tif",
    "SYNTHETICAPERTURE", "SyntheticApertureRadar", "not synthetic", "non-synthetic", "synthetic: no", "SYNTHETIC=0",
    "합성 영상", "合成影像", "合成孔径雷达", "synth.tif"])
def test_other_words_are_not_found(text: str) -> None:
    assert not mentions_synthetic(text)


@pytest.mark.parametrize(("metadata", "synthetic"), [
    ({"SYNTHETIC": "YES"}, True), ({"SYNTHETIC": "true"}, True), ({"SYNTHETIC": "NO"}, False),
    ({"SYNTHETIC": ""}, False),
    ({"TIFFTAG_IMAGEDESCRIPTION": "SYNTHETIC scene"}, True), ({"EXIF_USERCOMMENT": "synthetic"}, True),
    ({"COMMENT": "a synthetic image"}, True), ({"TITLE": "Synthetic"}, True), ({"NC_GLOBAL#TITLE": "synthetic"}, True),
    ({"XMP": "<dc:description>SYNTHETIC</dc:description>"}, True), ({"TIFFTAG_COPYRIGHT": "SYNTHETIC"}, True),
    ({"TIFFTAG_IMAGEDESCRIPTION": "Synthetic Aperture Radar"}, False), ({"MODE": "synthetic"}, False)])
def test_metadata_mark_an_image(metadata: dict[str, str], synthetic: bool) -> None:
    assert is_synthetic(["hyesan.tif"], metadata) is synthetic


@pytest.mark.parametrize(("item", "collection", "synthetic"), [
    ({"properties": {"synthetic": True}}, {}, True), ({"properties": {"yalu:synthetic": "Yes"}}, {}, True),
    ({"properties": {"synthetic": False}}, {}, False), ({"properties": {"synthetic": None}}, {}, False),
    ({"id": "SYNTHETIC_1"}, {}, True), ({"properties": {"title": "A synthetic scene"}}, {}, True),
    ({"properties": {"description": "SYNTHETIC"}}, {}, True), ({"properties": {"keywords": ["synthetic"]}}, {}, True),
    ({"properties": None, "keywords": 3, "id": 5}, {}, False), ({}, {"synthetic": True}, True),
    ({}, {"title": "Synthetic scenes"}, True), ({}, {"keywords": ["SYNTHETIC"]}, True),
    ({}, {"description": "how synthetic green is made"}, False),
    ({}, {"title": "Synthetic Aperture Radar", "keywords": ["synthetic aperture radar"]}, False)])
def test_a_stac_item_marks_an_image(item: dict[str, Any], collection: dict[str, Any], synthetic: bool) -> None:
    assert item_is_synthetic(item, collection) is synthetic

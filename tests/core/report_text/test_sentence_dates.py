from __future__ import annotations

import pytest

from yalu_plugin.core.report_text.sentence_dates import date_of


@pytest.mark.parametrize(("sentence", "date"), [
    ("The tanks are visible on the image dated Jan. 30, 2014.", "Jan. 30, 2014"),
    ("Satellite imagery of 30 July 2025 shows it.", "30 July 2025"),
    ("2025년 7월 30일 위성영상에 포착됐다.", "2025년 7월 30일"),
    ("据2025年7月31日拍摄的卫星影像", "2025年7月31日"),
    ("На снимке от 30 июля 2025 года виден брод", "30 июля 2025"),
    ("Seen between April 2024 and June 2024.", "between April 2024 and June 2024"),
    ("Seen 2024-04-01 to 2024-06-30 at X.", "2024-04-01 to 2024-06-30"),
    ("It was seen in 2024.", "in 2024"),
    ("As early as August 2023 it was built.", "As early as August 2023 ?"),
    ("It was built in spring 2024.", "spring 2024 ?"),
    ("The photo was posted on August 5, 2025.", "August 5, 2025 ?"),
    ("The report of Feb 9, 2026 has a satellite image.", "Feb 9, 2026 ?"),
    ("On July 30 it was seen.", ""), ("It has 2025 vehicles.", ""), ("At 12.05 it was 41.2023.", ""), ("", "")])
def test_the_date_of_a_sentence(sentence, date):
    assert date_of(sentence).text == date


@pytest.mark.parametrize(("sentence", "others"), [
    ("Seen on July 30, 2025 and September 13, 2025.", "July 30, 2025; September 13, 2025"),
    ("The image of July 30, 2025 shows it washed away.", "July 30, 2025"),
    ("Nothing was visible on July 30, 2025.", "July 30, 2025"),
    ("On July 30, 2025 it was being built, an image shows.", "July 30, 2025")])
def test_a_date_that_may_not_be_a_sighting_is_kept_apart(sentence, others):
    found = date_of(sentence)
    assert (found.text, found.others, len(found.doubts)) == ("", others, 1)


def test_a_date_that_stands_twice_is_one():
    assert date_of("Seen on July 30, 2025; the image is of July 30, 2025.").text == "July 30, 2025"

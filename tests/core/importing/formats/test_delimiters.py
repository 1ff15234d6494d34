from __future__ import annotations

import pytest

from yalu_plugin.core.importing.formats.delimiters import find_delimiter


@pytest.mark.parametrize(("text", "delimiter"), [
    ("name,lat,lon\nA,41.4,128.1\n", ","),
    ("name\tlat\tlon\nA, B\t41.4\t128.1\n", "\t"),
    ("name;lat;lon\nA;41,4;128,1\nB;41,5;128,2\n", ";"),
    ("name|lat|lon\nA|41.4|128.1\n", "|"),
    ("name,lat,lon\nA,41.4,128.1,\nB,41.5,128.2,\n", ","),
    ('name,note\n"A; B","one; two; three"\n"C","d\ne; f; g"\n', ","),
    ("coordinates\n41.41, 128.18\n41.42, 128.19\n", "\t"),
])
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter

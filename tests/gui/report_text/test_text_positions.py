from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("qgis")


@given(st.text(alphabet=st.sampled_from("a가\U0001f6a2\U00020000 "), max_size=30))
def test_positions_count_as_qt_does(text):
    from yalu_plugin.gui.report_text.text_positions import TextPositions

    positions = TextPositions(text)
    for index in range(len(text) + 1):
        units = len(text[:index].encode("utf-16-le")) // 2
        assert positions.to_qt(index) == units and positions.from_qt(units) == index

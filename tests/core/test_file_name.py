from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.file_name import LONGEST, file_name


@pytest.mark.parametrize(("text", "name"), [
    ("Phungyang fording site", "Phungyang_fording_site"), ("SYNTHETIC 95.5", "SYNTHETIC_95.5"),
    ("혜산 여울", "혜산_여울"), ("长白/惠山: 渡口?", "长白_惠山_渡口"), ("../../etc/passwd", "etc_passwd"),
    ("a\\b|c<d>\"e*", "a_b_c_d_e"), ("", "site"), (" . ", "site"), ("///", "site"), ("con", "_con"),
    ("COM1.x", "_COM1.x"), ("console", "console"), ("x" * 300, "x" * LONGEST), ("a\u202eb\x00\n", "a_b"),
    ("-rf", "rf"), ("a.", "a"), ("🚗 lot", "lot"), ("'=1+1", "1_1")])
def test_names(text, name):
    assert file_name(text, "site") in {name, name.replace("a_b", "ab")}


@given(st.text())
def test_any_text_results_in_a_valid_file_name(text):
    name = file_name(text, "site")
    assert name and len(name) <= LONGEST + 1 and not set(name) & set('/\\:*?"<>|\0\n') and name.strip("._-") != ""

"""Chinese in a PDF is copied and searched as the characters of the text, not as radicals of the same shape."""

from __future__ import annotations

import subprocess

import pytest

pytest.importorskip("qgis")

WRITTEN = "车辆渡河点 长 门 页 风 西 黄 马 龙 一 大 日 月 山 里 心 自 至 无 非 面 金 文 止 혜산시 量江道"


def text_of(pdf):
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode()


def test_chinese_is_what_was_written(qgis_app, tmp_path):
    from qgis.core import QgsLayoutItemLabel, QgsProject
    from qgis.PyQt.QtCore import QRectF

    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.layouts.page_template import from_template

    project = QgsProject()
    layout, found = from_template(project, None, "contents", {"dates": QgsLayoutItemLabel}, DEFAULT_STYLE)
    found["dates"].setText(WRITTEN)
    found["dates"].attemptSetSceneRect(QRectF(12, 38, 180, 30))
    pdf = export(layout, tmp_path / "words.pdf")
    text = text_of(pdf)
    assert [character for character in WRITTEN.split() if character not in text] == []


def test_only_characters_in_the_tables_are_replaced(tmp_path):
    from yalu_plugin.layers.layouts.pdf_characters import fix_radicals

    file = tmp_path / "made.pdf"
    file.write_bytes(b"<2ECB> [<2ECB>] begincmap <2ECB> <2F08> [<2ECB> <2F00> <2E80> <0041>] endcmap [<2F00>]")
    fix_radicals(file)
    assert file.read_bytes() == (
        b"<2ECB> [<2ECB>] begincmap <2ECB> <2F08> [<8F66> <4E00> <2E80> <0041>] endcmap [<2F00>]")


def test_radicals_and_characters_are_pairs():
    from yalu_plugin.layers.layouts.pdf_characters import CHARACTERS

    assert all("\u2e80" <= radical <= "\u2ef3" and "\u4e00" <= character <= "\u9fff"
               for radical, character in CHARACTERS.items())
    assert len(CHARACTERS) == 29 and (CHARACTERS["⻋"], CHARACTERS["⻳"]) == ("车", "龟")

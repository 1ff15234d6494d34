from __future__ import annotations


def test_what_is_copied_holds_no_formula(qgis_app) -> None:
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.gui.corridor.page_table import Column, RowsModel

    parent = QObject()
    model = RowsModel([Column("name", "", lambda row: row["name"]), Column("km", "", lambda row: row["km"], True)],
                      lambda row: "", parent)
    model.set_rows([{"name": "=1+1", "km": "+0.25"}, {"name": "A\t\n＠b", "km": "-3"}, {"name": "\t-x", "km": ""}])
    assert model.as_text({"line": "@river"}).splitlines() == [
        "name\tkm\tline", "'=1+1\t+0.25\t'@river", "A ＠b\t-3\t'@river", "'-x\t\t'@river"]

from __future__ import annotations


def test_what_is_copied_holds_no_formula(qgis_app) -> None:
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.gui.corridor.page_table import PageColumn, RowsModel

    parent = QObject()
    columns = [PageColumn("name", "", lambda row: row["name"]), PageColumn("km", "", lambda row: row["km"], True)]
    model = RowsModel(columns, lambda row: "", parent)
    model.set_rows([{"name": "=1+1", "km": "+0.25"}, {"name": "A\t\n＠b", "km": "-3"}, {"name": "\t-x", "km": ""}])
    assert model.as_text({"line": "@river"}).splitlines() == [
        "name\tkm\tline", "'=1+1\t+0.25\t'@river", "A ＠b\t-3\t'@river", "'-x\t\t'@river"]

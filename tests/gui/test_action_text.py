"""The texts of actions in the undo list: the action, its site, and the state and days of its observation."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.delta import Delta, Entry

DAY = {"seen_from": "2024-05-03", "seen_to": "2024-05-03"}


def site(site_id: str = "s", **values: Any) -> dict[str, Any]:
    return {"fid": 7, **dict.fromkeys(TABLE["sites"].column_names), "id": site_id, "kind": "vehicle_ford", **values}


def seen(row_id: str = "o", **values: Any) -> dict[str, Any]:
    return {"fid": 1, **dict.fromkeys(TABLE["observations"].column_names), "id": row_id, "site_id": "s", **values}


def text(*changes: tuple[str, Any, Any]) -> str:
    from yalu_plugin.workbench.action_text import action_text

    return action_text("Done", Delta(tuple(
        Entry(seq, "", "kim", "x", "plugin", table, (after or before)["id"], before, after)
        for seq, (table, before, after) in enumerate(changes, 1))), None)


@pytest.mark.parametrize(("changes", "words"), [
    ([("sites", None, site(name="Hyesan ford"))], "Done (Hyesan ford)"),
    ([("sites", site(name="A"), site(name="B"))], "Done (A → B)"),
    ([("sites", site(), site(name="B"))], "Done (Vehicle crossing #7 → B)"),
    ([("sites", site(name="A"), None), ("observations", seen(state="present", **DAY), None)],
     "Done (A, Present, 2024-05-03)"),
    ([("sites", None, site()), ("observations", None, seen(state="present", **DAY))],
     "Done (Vehicle crossing #7, Present, 2024-05-03)"),
    ([("observations", seen("old", state="absent", **DAY), None), ("observations", None, seen(state="present", **DAY))],
     "Done (Present, 2024-05-03)"),  # what was recorded, not what it replaced
    ([("observations", None, seen(state="present", seen_to="2024-05-03"))], "Done (Present, up to 2024-05-03)"),
    ([("observations", None, seen(state="fog", seen_from="2024-05-01", seen_to="2024-05-03"))],
     "Done (fog, 2024-05-01 to 2024-05-03)"),
    ([("observations", None, seen(state=None))], "Done (undated)"),
    ([("observations", None, seen("a", state="present", **DAY)), ("observations", None, seen("b", **DAY))], "Done"),
    ([("sites", None, site("a")), ("sites", None, site("b"))], "Done"),
    ([("sites", None, site(name="x"))] * 41, "Done"),
    ([("images", None, {"id": "i"})], "Done"), ([], "Done"),
    ([("sites", None, site(name="a\nb {what} <b>&"))], "Done (a b {what} <b>&)"),
    ([("sites", None, site(name="{0} %1 %s"))], "Done ({0} %1 %s)"),
    ([("sites", None, site(name="  "))], "Done (Vehicle crossing #7)"),
    ([("sites", None, site(kind=None))], "Done (Other site #7)"),
    ([("sites", None, site(name="상창리"))], "Done (상창리)"),
    ([("sites", site(name="A"), None), ("observations", seen("o", site_id="s", **DAY),
                                        seen("o", site_id="t", state="absent", **DAY))], "Done (Absent, 2024-05-03)"),
])
def test_the_texts_of_actions(qgis_app: Any, changes: list[tuple[str, Any, Any]], words: str) -> None:
    assert text(*changes) == words

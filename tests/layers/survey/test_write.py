"""Writing: all or nothing, at once on disk, and every change in the audit chain."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.survey.sealed_record import first_break

ROOT = Path(__file__).resolve().parents[3]
SITE = {"id": "a", "name": "새 도하장", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}


def audit(survey: Any) -> list[dict[str, Any]]:
    return sorted(survey.rows("audit"), key=lambda row: row["seq"])


def test_added_rows_are_there_with_their_geometry_and_text(survey: Any) -> None:
    from yalu_plugin.layers.survey.write import change

    change(survey.path, "test", added={"sites": [SITE]})
    (row,) = [row for row in survey.rows("sites") if row["id"] == "a"]
    assert (row["name"], row["geom"]) == ("새 도하장", "Point (127.5 41.5)")


def test_every_change_is_chained_and_tampering_shows(survey: Any) -> None:
    from yalu_plugin.layers.survey.write import change

    change(survey.path, "test", added={"sites": [SITE]})
    change(survey.path, "edit", replaced={"sites": [{**SITE, "name": "B"}]})
    change(survey.path, "gone", removed={"sites": [{"id": "a"}]})
    rows = audit(survey)
    assert [row["action"] for row in rows[-3:]] == ["test", "edit", "gone"]
    assert '"name":"B"' in rows[-1]["before"]
    assert first_break(rows) is None
    rows[4]["after"] = "something else"
    assert first_break(rows) == 5


def test_replace_keeps_the_row_s_key(survey: Any) -> None:
    from yalu_plugin.layers.survey.write import change

    change(survey.path, "test", added={"sites": [SITE]})
    before = {row["id"]: row["fid"] for row in survey.rows("sites")}
    change(survey.path, "edit", replaced={"sites": [{**SITE, "name": "B"}]})
    assert {row["id"]: row["fid"] for row in survey.rows("sites")} == before


def test_rows_replaced_together_need_not_have_the_same_columns_filled(survey: Any) -> None:
    """As images are when they are catalogued again and one of them was observed, so has its SHA-256."""
    from yalu_plugin.layers.survey.write import change

    images = [{"id": name, "uri": name, "date_kind": "acquired"} for name in "abcd"]
    change(survey.path, "test", added={"images": images})
    change(survey.path, "test", replaced={"images": [{**images[1], "sha256": "12"}]})
    again = [images[0], {**images[1], "sha256": "12"}, images[2], {**images[3], "platform": "WV02"}]
    change(survey.path, "again", replaced={"images": again})
    change(survey.path, "emptied", replaced={"images": images[3:]})
    stored = {row["id"]: (row["sha256"], row["platform"]) for row in survey.rows("images")}
    assert stored == {"a": (None, None), "b": ("12", None), "c": (None, None), "d": (None, None)}


def test_a_bad_row_rolls_the_good_ones_back(survey: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import WriteFailed
    from yalu_plugin.layers.survey.write import change

    with sqlite3.connect(survey.path) as database:
        database.execute('CREATE UNIQUE INDEX one_seq ON "observations" ("id")')
    twice = {"id": "o", "site_id": "a", "state": "present"}
    with pytest.raises(WriteFailed, match="Nothing was written"):
        change(survey.path, "test", added={"sites": [SITE], "observations": [twice, twice]})
    assert len(survey.rows("sites")) == 6
    assert first_break(audit(survey)) is None


def test_a_locked_file_is_reported_and_not_changed(survey: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked
    from yalu_plugin.layers.survey.write import change

    holder = sqlite3.connect(survey.path)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(SurveyLocked, match="in use by another program"):
        change(survey.path, "test", added={"sites": [SITE]})
    holder.rollback()
    change(survey.path, "test", added={"sites": [SITE]})
    assert len(survey.rows("sites")) == 7


def test_a_read_only_file_is_not_written(survey: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyReadOnly
    from yalu_plugin.layers.survey.write import change

    survey.path.chmod(0o444)
    with pytest.raises(SurveyReadOnly, match="Save a copy"):
        change(survey.path, "test", added={"sites": [SITE]})
    assert len(survey.rows("sites")) == 6


def test_kill_right_after_the_write_loses_nothing(survey: Any) -> None:
    """A process that has the survey open as QGIS does, writes one site and is killed at once: it is in the one file."""
    script = f"""
import os, signal, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
path = Path({str(survey.path)!r})
from yalu_plugin.layers.survey.open import open_survey
layer = open_survey(path).layer("sites")
QgsProject.instance().addMapLayer(layer)
assert layer.startEditing()
from yalu_plugin.layers.survey.write import change
change(path, "test", added={{"sites": [{SITE!r}]}})
os.kill(os.getpid(), signal.SIGKILL)
"""
    headless = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", script], env=headless, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert [file.name for file in survey.path.parent.iterdir()] == ["survey.gpkg"]
    assert "a" in {row["id"] for row in survey.rows("sites")}


@pytest.mark.parametrize("how", ["DEFERRED", "IMMEDIATE", "EXCLUSIVE"])
def test_a_change_refused_by_a_lock_leaves_no_lock_of_its_own(survey, how):
    """Also while the error is kept, as in the message bar: it references all that was open when it was raised."""
    from tests.broken_files import file_lock
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    with file_lock(survey.path, how), pytest.raises(SurveyLocked) as refused:
        survey.change("add", added={"sites": [{"id": "first", "name": "first"}]})
    assert [path.name for path in survey.path.parent.glob(f"{survey.path.name}-*")] == []
    survey.change("add", added={"sites": [{"id": "second", "name": "second"}]})
    assert {row["id"] for row in survey.rows("sites") if row["id"] in ("first", "second")} == {"second"}
    assert refused.value is not None

"""The report of an import as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import Choices, KnownSite
from yalu_plugin.core.importing.import_report import import_report
from yalu_plugin.core.importing.source_reader import read_source


def test_the_report_is_json(data: Path) -> None:
    source = read_source(data / "import" / "zero.csv")
    report = json.loads(json.dumps(import_report(assess_rows(source, guess_columns(source)))))
    assert report["counts"] == {"good": 2, "repaired": 0, "check": 0, "asked": 0, "refused": 5}
    assert report["changes"] == {"unchanged": 0, "moved": 0, "changed": 0, "new": 2, "gone": 0}
    assert report["rows"][0] == {"number": 2, "label": "Hyesan, sandbar ford", "status": "good", "reason": "",
                                 "change": "new", "site_id": None, "differences": [], "observations": []}
    assert report["rows"][1] == {"number": 3, "label": "SYNTHETIC nowhere", "status": "refused", "change": "",
                                 "reason": "0,0 is an empty coordinate. Write the site's position.", "site_id": None,
                                 "differences": [], "observations": []}


def test_differences_and_what_is_gone_are_in_the_report(assess) -> None:
    known = [KnownSite("u1", 128.1, 41.4, "A", "1", of_source=True, kind="barge_dock"),
             KnownSite("u2", 128.2, 41.5, "", "2", of_source=True, display_name="Barge #2")]
    found = assess("id,name,lat,lon,type\n1,B,41.4003,128.1,ford\n", known=known,
                   choices=Choices(words={"name": "list"}, gone={"u2": "retire"}))
    report = json.loads(json.dumps(import_report(found)))
    place, name, kind = report["rows"][0]["differences"]
    assert (place["in_survey"], place["in_list"], place["text"]) == ([128.1, 41.4], [128.1, 41.4003], "moved 33 m")
    assert (name["in_survey"], name["in_list"], name["taken"]) == ("A", "B", True)
    assert name["text"] == "Name: “A” in the survey, “B” in the list"
    assert kind["text"] == "Kind: “Barge crossing” in the survey, “Vehicle crossing” in the list"
    assert report["gone"] == [{"site_id": "u2", "name": "Barge #2", "answer": "retire"}]
    assert report["changes"] == {"unchanged": 0, "moved": 1, "changed": 0, "new": 0, "gone": 1}

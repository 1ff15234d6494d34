"""The plugin's own exports: unedited ones change nothing, and of edited ones only the edits count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import ASKED, REFUSED, Choices, ImportAssessment, KnownSite
from yalu_plugin.core.importing.site_update import ExportedSurvey
from yalu_plugin.core.importing.source_reader import read_source

SURVEY = "99999999-0000-4000-8000-000000000000"
IDS = [f"{n}0000000-0000-4000-8000-00000000000{n}" for n in range(1, 5)]
A = KnownSite(IDS[0], 128.1868041234, 41.4111139876, "A <SYNTHETIC>", kind="vehicle_ford", note="first line\nsecond",
              county="Hyesan", at_fence_gate="no", confidence="possible", created_at="2025-01-01T00:00:00.000Z")
B = KnownSite(IDS[1], 127.5, 41.5, "", kind="barge_dock", created_at="2025-01-02T00:00:00Z", display_name="Barge #2")
KNOWN = (A, B)
SEEN = {"id": IDS[2], "site_id": IDS[0], "state": "present", "reason": None, "seen_from": "2024-05-01",
        "seen_to": "2024-05-31", "note": "=1+1"}
HEAD = ("exported_role,exported_scope,exported_at,survey_id,site_id,observation_id,label,name,kind,longitude,latitude,"
        "county,at_fence_gate,confidence,retired_on,state,chainage_km,note\n")
SITES = (f'site,all,2025-06-01T00:00:00Z,{SURVEY},{IDS[0]},,A,A <SYNTHETIC>,vehicle_ford,128.1868041234,41.4111139876,'
         'Hyesan,no,possible,,present,12.3,"first line\nsecond"\n'
         f"site,all,2025-06-01T00:00:00Z,{SURVEY},{IDS[1]},,Barge 2,,barge_dock,127.5,41.5,,,,,unknown,99.1,\n")
MATRIX = f"matrix,all,2025-06-01T00:00:00Z,{SURVEY},{IDS[0]},,A,,,,,,,,,,,\n"
SEEN_HEAD = "exported_role,survey_id,site_id,observation_id,state,reason,seen_from,seen_to,date_kind,note\n"
SEEN_ROW = f"observation,{SURVEY},{IDS[0]},{IDS[2]},present,,2024-05-01,2024-05-31,reported,'=1+1\n"

PLACEMARK = """<Placemark><name>{name}</name><description>{text}</description><ExtendedData>
<Data name="site_id"><value>{id}</value></Data><Data name="survey_id"><value>""" + SURVEY + """</value></Data>
<Data name="exported_role"><value>site</value></Data><Data name="exported_scope"><value>all</value></Data>
<Data name="exported_at"><value>2025-06-01T00:00:00Z</value></Data><Data name="kind"><value>{kind}</value></Data>
<Data name="state"><value>present</value></Data><Data name="exported_kind"><value>{kind}</value></Data>
<Data name="exported_name"><value>{label}</value></Data><Data name="exported_heading"><value>Data</value></Data>
<Data name="exported_longitude"><value>{base}</value></Data><Data name="exported_latitude"><value>41.5</value></Data>
<Data name="exported_folder"><value>Sites / {folder}</value></Data>
<Data name="exported_note"><value>{note}</value></Data>
</ExtendedData><Point><coordinates>{lon},41.5,0</coordinates></Point></Placemark>"""
STATES = """<Folder><name>States over time</name><Placemark><name>A: present</name><TimeSpan><begin>2024-05-31</begin>
</TimeSpan><ExtendedData><Data name="state_of_site_id"><value>x</value></Data></ExtendedData>
<Point><coordinates>128.1,41.4</coordinates></Point></Placemark></Folder>"""


def assess(path: Path, text: str, known: tuple[KnownSite, ...] = KNOWN, **choices: Any) -> ImportAssessment:
    path.write_text(text, "utf-8")
    source = read_source(path)
    return assess_rows(source, guess_columns(source), Choices(**choices), known,
                       exported=ExportedSurvey(SURVEY, {SEEN["id"]: SEEN}))


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., ImportAssessment]:
    return lambda text, **given: assess(tmp_path / "sites.csv", text, **given)


def changes(assessment: ImportAssessment) -> list[tuple[str, list[str]]]:
    return [(row.change, [each.field for each in row.differences]) for row in assessment.rows]


@pytest.mark.parametrize("text", [HEAD + SITES, HEAD + SITES + MATRIX, SEEN_HEAD + SEEN_ROW])
def test_an_unedited_table_changes_nothing(table, text: str) -> None:
    found = table(text)
    assert {row.change for row in found.rows} == {"unchanged"} and not found.writes
    assert {row.status for row in found.rows} == {"good"} and not any(row.observations for row in found.rows)
    assert not found.notices and not any(reading.asked for reading in found.readings)


def test_each_edit_of_a_table_is_found(table) -> None:
    edited = SITES.replace("A <SYNTHETIC>", "A renamed").replace("128.1868041234", "128.1872").replace(
        "barge_dock", "vehicle ford").replace("Hyesan,no,possible,", "Hyesan,yes,,2025-05-01").replace("second", "2nd")
    found = table(HEAD + edited, words={"name": "list", "3.kind": "list", "place": "survey"})
    assert changes(found) == [("moved", ["place", "name", "note", "at_fence_gate", "confidence", "retired_on"]),
                              ("changed", ["kind"])]
    place, name, note, gate, confidence, retired = found.rows[0].differences
    assert (place.in_list, round(place.metres)) == ((128.1872, 41.4111139876), 33) and not place.taken
    assert name[1:4] == ("A <SYNTHETIC>", "A renamed", True)
    assert note.in_list == "first line\n2nd" and (gate.in_list, confidence.in_list) == ("yes", None)
    assert retired.in_list == "2025-05-01"
    assert found.rows[1].differences[0][1:4] == ("barge_dock", "vehicle_ford", True)
    assert found.changed_sites == 2 and found.new_sites == 0


def test_an_unread_word_is_no_edit(table) -> None:
    found = table(HEAD + SITES.replace("possible", "rumour").replace("barge_dock", "zip line"))
    assert changes(found) == [("unchanged", []), ("unchanged", [])]
    assert found.rows[1].status == "repaired" and "zip line" in found.rows[1].reason


def test_edits_of_observations(table) -> None:
    edited = SEEN_ROW.replace("present", "absent").replace("'=1+1", "seen again")
    found = table(SEEN_HEAD + edited, words={"state": "list"})
    assert [each[:4] for each in found.rows[0].differences] == [
        ("state", "present", "absent", True), ("note", "=1+1", "seen again", False)]
    assert found.rows[0].of_observation == IDS[2]
    new, removed, elsewhere, wrong = table(SEEN_HEAD + "".join((
        SEEN_ROW.replace(IDS[2], "").replace("2024-05", "2024-07"), SEEN_ROW.replace(IDS[2], IDS[3]),
        SEEN_ROW.replace(IDS[2], IDS[3]).replace(SURVEY, IDS[3]), SEEN_ROW.replace("2024-05-31", "31.5.24")))).rows
    assert (new.change, dict(new.observations[0])["seen_to"]) == ("changed", "2024-07-31")
    assert removed.status == REFUSED and "removed from the survey" in removed.reason
    assert elsewhere.change == "changed"  # another survey's: this one does not have it
    assert wrong.status == REFUSED and "31.5.24" in wrong.reason


def test_sites_that_are_gone(table) -> None:
    late = replace_site(A, id=IDS[3], created_at="2025-07-01T00:00:00Z", lon=127.0)
    first = HEAD + SITES.splitlines(keepends=True)[0] + SITES.splitlines(keepends=True)[1]
    found = table(first, known=(*KNOWN, late))
    assert [(each.site.id, each.answer) for each in found.gone] == [(IDS[1], "keep")] and not found.writes
    assert [each.answer for each in table(first, gone={IDS[1]: "retire"}).gone] == ["retire"]
    assert not table(first.replace(",all,", ",part,")).gone


def test_a_removed_site_is_asked_about(table) -> None:
    row = table(HEAD + SITES, known=(A,)).rows[1]
    assert row.status == ASKED and "removed from the survey" in row.reason and not row.included
    again = table(HEAD + SITES, known=(A,), rows={3: "separate"}).rows[1]
    assert again.change == "new" and again.site["source_ref"] == IDS[1]
    other = table(HEAD + SITES.replace(SURVEY, IDS[3]), known=(A,)).rows[1]
    assert other.change == "new"  # of a colleague's survey


def placemark(n: int, **values: str) -> str:
    known = KNOWN[n]
    folder = ("Vehicle crossing", "Barge crossing")[n]
    usual = {"name": ("A", "Barge crossing #2")[n], "label": ("A", "Barge crossing #2")[n], "id": IDS[n],
             "kind": str(known.kind), "folder": folder, "note": "n", "lon": "127.5", "base": "127.5",
             "text": escape("n<table><tr><td>Data</td></tr><tr><td>x</td></tr></table>")}
    return PLACEMARK.format(**{**usual, **values})


def kml(vehicles: str, barges: str, outer: str = "Sites") -> str:
    return ('<kml xmlns="http://www.opengis.net/kml/2.2"><Document><ExtendedData><Data name="folders_by"><value>kind'
            f"</value></Data></ExtendedData><Folder><name>{outer}</name><Folder><name>Vehicle crossing</name>{vehicles}"
            f"</Folder><Folder><name>Barge crossing</name>{barges}</Folder></Folder>{STATES}</Document></kml>")


def in_earth(tmp_path: Path, text: str, **given: Any) -> ImportAssessment:
    # survey and file agree in nothing but the ids: only what was edited since the export counts
    known = tuple(replace_site(site, lon=128.9, name="other", note="other", kind="staging_area") for site in KNOWN)
    return assess(tmp_path / "sites.kml", text, known, **given)


def replace_site(site: KnownSite, **values: Any) -> KnownSite:
    return site._replace(**values)


def test_an_unedited_kml_changes_nothing(tmp_path: Path) -> None:
    text = kml(placemark(0), placemark(1))
    for written in (text, text.replace("<Document>", "<Document><Folder><name>My Places</name>").replace(
            "</Document>", "</Folder></Document>")):
        found = in_earth(tmp_path, written)
        assert changes(found) == [("unchanged", [])] * 2 and not found.gone and not found.notices


def test_edits_in_google_earth(tmp_path: Path) -> None:
    added = ("<Placemark><name>SYNTHETIC new</name><description>mine</description><Point><coordinates>127.9,41.6"
             "</coordinates></Point></Placemark>")
    text = kml(placemark(1), placemark(0, name="Renamed", lon="127.6", text="other words") + added)
    moved_folder, edited, new = in_earth(tmp_path, text).rows
    assert [each[:3] for each in moved_folder.differences] == [("kind", "staging_area", "vehicle_ford")]
    assert {each.field: each.in_list for each in edited.differences} == {
        "place": (127.6, 41.5), "name": "Renamed", "kind": "barge_dock", "note": "other words"}
    assert (new.change, new.site["kind"], new.site["note"]) == (
        "new", "barge_dock", "mine\nfolder: Sites / Barge crossing")
    (gone,) = in_earth(tmp_path, kml(placemark(0), "")).gone
    assert gone.site.id == IDS[1]


def test_a_copy_in_google_earth_is_a_new_site(tmp_path: Path) -> None:
    copy = placemark(0, lon="127.7", name="Copy")
    first, second = in_earth(tmp_path, kml(copy + placemark(0), "")).rows
    assert (first.change, first.site["name"], first.site["source_ref"]) == ("new", "Copy", None)
    assert second.of_site == IDS[0] and second.change == "unchanged"


def test_a_list_with_an_id_only_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("site_id,name,lat,lon,width\n7,A,41.4,128.1,12 m\n")
    source = read_source(path)
    (row,) = assess_rows(source, replace(guess_columns(source))).rows
    assert row.site["note"] == "width: 12 m"

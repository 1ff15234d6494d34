"""Round trip through Google Earth: what was edited there is found, and nothing else is.

Files are saved again as Google Earth does it: with its namespaces, styles in pairs, altitudes, another order and an
outer folder; ExtendedData stays.
"""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.core.exporting.kml_examples import HOSTILE, KML, data_of

pytest.importorskip("geopandas")

METRES_NORTH = 1 / 111_060  # degrees of latitude near 41.4 degrees north


def exported(survey: Any, path: Path, only: set[str] | None = None, **options: Any) -> Path:
    from yalu_plugin.layers.exporting.kmz_export import write_kmz
    from yalu_plugin.layers.exporting.read_export import read_export

    write_kmz(path, read_export(survey, None, None, None, only), **options)
    return path


def saved_again(path: Path, edit: Callable[[Any], None] = lambda document: None) -> Path:
    """Save the edited file as Google Earth does."""
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        document = etree.fromstring(archive.read("doc.kml"))
    edit(document)
    for coordinates in document.iter(f"{KML}coordinates"):
        coordinates.text = " ".join(f"{vertex},0" for vertex in coordinates.text.split())
    root = etree.Element(f"{KML}kml", nsmap={None: KML[1:-1], "gx": "http://www.google.com/kml/ext/2.2"})
    outer = etree.SubElement(etree.SubElement(root, f"{KML}Document"), f"{KML}Folder")
    etree.SubElement(outer, f"{KML}name").text = "My Places"
    inner = document.find(f"{KML}Document")
    for style in inner.findall(f"{KML}Style"):
        pair = etree.SubElement(etree.SubElement(inner, f"{KML}StyleMap", id=f"m_{style.get('id')}"), f"{KML}Pair")
        etree.SubElement(pair, f"{KML}key").text = "normal"
        etree.SubElement(pair, f"{KML}styleUrl").text = f"#{style.get('id')}"
    for url in document.iter(f"{KML}styleUrl"):
        if url.getparent().tag == f"{KML}Placemark":
            url.text = f"#m_{url.text[1:]}"
    for folder in inner.iter(f"{KML}Folder"):  # sorted from Z to A
        placemarks = folder.findall(f"{KML}Placemark")
        for placemark in placemarks:
            folder.remove(placemark)
        folder.extend(reversed(placemarks))
        for placemark in placemarks:
            etree.SubElement(placemark, "{http://www.google.com/kml/ext/2.2}balloonVisibility").text = "1"
    outer.append(inner)
    result = path.with_name("again.kmz")
    with zipfile.ZipFile(result, "w") as archive:
        archive.writestr("doc.kml", etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return result


def assessed(survey: Any, path: Path, **choices: Any) -> tuple[Any, Any]:
    from yalu_plugin.core.importing.import_assessment import Choices
    from yalu_plugin.core.importing.import_source import ReadOptions
    from yalu_plugin.layers.survey.import_job import open_import

    job = open_import(path, ReadOptions())
    return job, job.assess_rows(survey, job.title, Choices(**choices))


def changes(assessment: Any) -> dict[str, list[str]]:
    """The change of each row that is not unchanged, and the fields that differ."""
    return {row.label.rpartition(" / ")[2] or str(row): [row.change, *(each.field for each in row.differences)]
            for row in assessment.rows if row.change != "unchanged"}


ADDED = (f'<Placemark xmlns="{KML[1:-1]}"><name>Truck park</name><description>seen from road</description>'
         "<Point><coordinates>127.7,41.45</coordinates></Point></Placemark>")


def named(document: Any, name: str) -> Any:
    return next(one for one in document.iter(f"{KML}Placemark")
                if one.findtext(f"{KML}name") == name and "site_id" in data_of(one))


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    """The published survey with a site without a name, one without a place and a retired one, all SYNTHETIC."""
    survey = new_survey(tmp_path / "s.gpkg", "T", published=True)
    survey.change("test", added={"sites": [
        {"id": f"{n}0000000-0000-4000-8000-000000000000", "kind": kind, "name": name, "note": note, "geom": geom,
         "retired_on": retired, "created_at": "2024-01-01T00:00:00.000Z"} for n, kind, name, note, geom, retired in (
            (1, "vehicle_ford", None, "SYNTHETIC\n\n <b>bold</b> &amp; Data of the survey", "POINT (128 41.4)", None),
            (2, "barge_dock", "No place", None, None, None),
            (3, "Pier & co", "Retired", None, "POINT (127.123456789 41.51)", "2024-12-31"))]})
    return survey


@pytest.mark.parametrize(("folders_by", "language"), [
    ("kind", "en"), ("kind", "ko"), ("kind", "zh_CN"), ("county", "en"), ("quarter", "ko")])
def test_an_unedited_file_has_no_differences(survey: Any, tmp_path: Path, folders_by: str, language: str) -> None:
    from yalu_plugin import i18n

    with i18n.language(language):
        path = exported(survey, tmp_path / "a.kmz", folders_by=folders_by)
    for file in (path, saved_again(path)):
        _, assessment = assessed(survey, file)
        assert changes(assessment) == {} and not assessment.gone and not assessment.writes
        assert len(assessment.rows) == 8  # one has no place


def test_each_edit_is_found_and_nothing_else(survey: Any, tmp_path: Path) -> None:
    def edit(document: Any) -> None:
        ford = named(document, "Hyesan sandbar ford")
        ford.find(f"{KML}name").text = "New name"
        gate = named(document, "Border fence gate crossing").find(f".//{KML}coordinates")
        longitude, latitude = map(float, gate.text.split(","))
        gate.text = f"{longitude!r},{latitude + 35 * METRES_NORTH!r}"
        tanks = named(document, "Wonsan filling station")
        tanks.getparent().remove(tanks)
        fording = named(document, "Phungyang fording site")
        next(one for one in document.iter(f"{KML}Folder")
             if one.findtext(f"{KML}name") == "Barge crossing").append(fording)
        note = named(document, "Samsu town staging area").find(f"{KML}description")
        note.text = "<p>seen again</p>" + note.text[note.text.index("<p><b>"):]
        added = copy.deepcopy(named(document, "No place"))
        for child in list(added):
            added.remove(child)
        for tag, text in (("name", "Added"), ("Point", None)):
            child = added.makeelement(f"{KML}{tag}")
            child.text = text
            added.append(child)
        added[-1].append(added.makeelement(f"{KML}coordinates"))
        added[-1][0].text = "127.7,41.45"
        gate.getparent().getparent().getparent().append(added)

    path = saved_again(exported(survey, tmp_path / "a.kmz"), edit)
    job, assessment = assessed(survey, path)
    assert changes(assessment) == {
        "New name": ["changed", "name"], "Border fence gate crossing": ["moved", "place"],
        "Phungyang fording site": ["changed", "kind"], "Samsu town staging area": ["changed", "note"],
        "Added": ["new"]}
    moved = next(row for row in assessment.rows if row.change == "moved")
    assert round(moved.differences[0].metres) == 35
    assert [each.site.name for each in assessment.gone] == ["Wonsan filling station"]


def test_what_is_taken_is_written_and_a_second_import_finds_nothing(survey: Any, tmp_path: Path) -> None:
    from lxml import etree

    def edit(document: Any) -> None:
        site = named(document, "Hyesan sandbar ford")
        site.find(f"{KML}name").text = "New name"
        folder = site.makeelement(f"{KML}Folder")
        folder.append(etree.fromstring(ADDED))
        site.getparent().getparent().append(folder)

    path = saved_again(exported(survey, tmp_path / "a.kmz"), edit)
    before = {row["id"]: row for row in survey.rows("sites")}
    job, assessment = assessed(survey, path, words={"*": "list"})
    job.write(survey, job.title, assessment)
    after = {row["id"]: row for row in survey.rows("sites")}
    assert [(before[name]["name"], after[name]["name"]) for name in before if after[name] != before[name]] == [
        ("Hyesan sandbar ford", "New name")]
    assert [row["name"] for name, row in after.items() if name not in before] == ["Truck park"]
    _, again = assessed(survey, path)
    assert changes(again) == {}


def test_what_the_survey_changed_meanwhile_is_no_edit_of_the_file(survey: Any, tmp_path: Path) -> None:
    path = saved_again(exported(survey, tmp_path / "a.kmz"))
    row = next(row for row in survey.rows("sites") if row["name"] == "Hyesan sandbar ford")
    survey.change("test", replaced={"sites": [{**row, "name": "Renamed", "geom": "POINT (128.1 41.41)", "note": "n"}]})
    _, assessment = assessed(survey, path)
    assert changes(assessment) == {} and not assessment.writes


def test_sites_that_were_not_exported_are_not_gone(survey: Any, tmp_path: Path) -> None:
    some = {row["id"] for row in survey.rows("sites")[:2]}
    _, assessment = assessed(survey, saved_again(exported(survey, tmp_path / "a.kmz", some)))
    assert len(assessment.rows) == 2 and not assessment.gone and changes(assessment) == {}


def test_no_text_makes_an_unedited_file_differ(new_survey: Any, tmp_path: Path) -> None:
    survey = new_survey(tmp_path / "s.gpkg", "T")
    texts = [text.encode("utf-8", "replace").decode().replace("\0", "") for text in HOSTILE]
    survey.change("test", added={"sites": [
        {"id": f"{n:08}-0000-4000-8000-000000000000", "kind": "vehicle_ford", "geom": f"POINT (127.{n} 41.4)",
         "name": text, "note": text, "county": text} for n, text in enumerate(texts)]})
    path = exported(survey, tmp_path / "a.kmz")
    for file in (path, saved_again(path)):
        _, assessment = assessed(survey, file)
        assert changes(assessment) == {} and not assessment.writes and len(assessment.rows) == len(HOSTILE)

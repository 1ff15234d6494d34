"""KML: valid against OGC's schema, what is in it by value, and texts of strangers that stay texts."""

from __future__ import annotations

import io
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.core.exporting.kml_examples import (
    HOSTILE,
    KML,
    RIVER,
    Texts,
    data_of,
    folders,
    parsed,
    placemarks,
    seen,
    site,
    written,
)
from tests.core.exporting.test_site_export import export_of
from yalu_plugin.core.exporting.kml_document import TooMuchForKmz, write_kml
from yalu_plugin.core.importing.formats.html_text import plain_text

SCHEMA = etree.XMLSchema(etree.parse(str(files("fastkml") / "schema" / "ogckml22.xsd")))
FULL = {"sites": [site(1, name="Ford", note="A note\n2nd line"), site(2, kind="barge_dock", geom=None),
                  site(3, name="Pier", kind="Pier & co", retired_on="2024-12-31", county="Samsu")],
        "observations": [seen(1, "2024-01-05", "absent"), seen(2, "2024-06-02", "present"),
                         seen(3, "2024-07-01", "not_observable"), seen(4, "2024-03-01", "present", of=3),
                         seen(5, "2025-05-05", "absent", of=3)]}


def full(day=None):
    return written(FULL["sites"], FULL["observations"], day)


def test_the_document_is_valid_by_the_schema_of_ogc():
    SCHEMA.assertValid(parsed(full()))
    SCHEMA.assertValid(parsed(written([site(1)], rivers=())))


def test_an_export_without_sites_is_valid():
    kml = written([], rivers=())
    SCHEMA.assertValid(parsed(kml))
    assert folders(parsed(kml)) == [("Sites", []), ("States over time", [])]


def test_one_placemark_for_each_site_in_folders_and_states_apart():
    assert folders(parsed(full())) == [
        ("Sites", []), ("kind vehicle_ford", ["Ford"]), ("kind barge_dock", ["no. 2"]), ("kind Pier & co", ["Pier"]),
        ("States over time", ["Ford: is unknown", "Ford: is absent", "Ford: is present", "Pier: is unknown",
                              "Pier: is present"]),
        ("River", ["River <A>"])]


def test_what_may_be_edited_is_repeated_as_it_was_exported():
    first, second, third = placemarks(parsed(full()), "site")
    data = data_of(first)
    assert {name: data[name] for name in data if name.startswith("exported")} == {
        "exported_role": "site", "exported_scope": "all", "exported_at": "2026-12-01T00:00:00Z",
        "exported_name": "Ford", "exported_kind": "vehicle_ford", "exported_longitude": "127.001",
        "exported_latitude": "41.5", "exported_folder": "Sites / kind vehicle_ford", "exported_county": "",
        "exported_note": "A note<br>2nd line", "exported_heading": "Below is not read"}
    assert (data["site_id"], data["survey_id"], data["state"], data["first_seen"]) == (
        "sites1", "s", "present", "2024-06-02")
    assert first.findtext(f".//{KML}coordinates") == "127.001,41.5"
    assert second.find(f"{KML}Point") is None and data_of(second)["exported_longitude"] == ""
    assert data_of(third)["exported_county"] == "Samsu"


def test_the_note_is_all_before_the_heading():
    description = plain_text(placemarks(parsed(full()), "site")[0].findtext(f"{KML}description"))
    note, _, rest = description.partition("\nBelow is not read\n")
    assert note == "A note\n2nd line"
    assert rest == "Name: Ford\nState\nabsent\npresent\nnot_observable\nCredit"


def spans_of(document, name):
    return [(one.findtext(f"{KML}name").partition(": is ")[2], one.findtext(f".//{KML}begin"),
             one.findtext(f".//{KML}end")) for one in placemarks(document, "state")
            if one.findtext(f"{KML}name").startswith(name)]


def test_states_over_time_are_whole_days_without_gaps_and_unknown_before_the_first():
    document = parsed(full())
    assert spans_of(document, "Ford") == [
        ("unknown", None, "2024-01-04T23:59:59Z"),
        ("absent", "2024-01-05T00:00:00Z", "2024-06-01T23:59:59Z"),
        ("present", "2024-06-02T00:00:00Z", None)]
    assert {data_of(one).get("site_id") for one in placemarks(document, "state")} == {None}
    assert data_of(placemarks(document, "state")[0])["state_of_site_id"] == "sites1"


def test_a_retired_site_has_no_state_after_it_and_is_not_drawn():
    document = parsed(full())
    assert spans_of(document, "Pier") == [
        ("unknown", None, "2024-02-29T23:59:59Z"), ("present", "2024-03-01T00:00:00Z", "2024-12-31T23:59:59Z")]
    assert [one.findtext(f"{KML}visibility") for one in placemarks(document, "site")] == [None, None, "0"]
    on_its_last_day = placemarks(parsed(full(date(2024, 12, 31))), "site")
    assert [one.findtext(f"{KML}visibility") for one in on_its_last_day] == [None, None, None]


def test_a_site_never_seen_is_unknown_for_all_time():
    document = parsed(written([site(1, name="X")]))
    assert spans_of(document, "X") == [("unknown", None, None)]
    assert document.find(f".//{KML}TimeSpan") is None


def test_the_states_of_a_day_are_those_known_on_it():
    document = parsed(full(date(2024, 3, 1)))
    assert spans_of(document, "Ford")[-1] == ("absent", "2024-01-05T00:00:00Z", None)
    assert data_of(placemarks(document, "site")[0])["state_on"] == "2024-03-01"


def test_every_state_is_hidden_until_it_is_selected_and_every_style_exists():
    document = parsed(full())
    assert {one.findtext(f"{KML}visibility") for one in placemarks(document, "state")} == {"0"}
    styles = {one.get("id") for one in document.iter(f"{KML}Style")}
    used = {one.text for one in document.iter(f"{KML}styleUrl")}
    assert used == {f"#{name}" for name in styles}


def test_nothing_leads_out_of_the_file():
    document = parsed(full())
    tags = {etree.QName(one).localname for one in document.iter() if isinstance(one.tag, str)}
    assert not tags & {"NetworkLink", "Link", "Model", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Update"}
    assert all(one.text.startswith("icons/site") for one in document.iter(f"{KML}href"))
    kml = full().decode()
    assert kml.count("http") == 1 and 'xmlns="http://www.opengis.net/kml/2.2"' in kml


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_strangers_stay_texts(text):
    document = parsed(written([site(1, name=text, note=text, county=text, kind=text)]))
    SCHEMA.assertValid(document)
    only, = placemarks(document, "site")
    markup = only.findtext(f"{KML}description")
    assert "<script" not in markup and "$[" not in markup and "</Placemark" not in markup
    assert data_of(only)["exported_name"] == only.findtext(f"{KML}name")
    assert "\u202e" not in only.findtext(f"{KML}name") and "\n" not in only.findtext(f"{KML}name")
    note, _, _ = plain_text(markup).partition("Below is not read")
    assert note.split() == plain_text(data_of(only)["exported_note"] or "").split()


TEXTS = st.text(max_size=40) | st.sampled_from(HOSTILE)


@given(TEXTS, TEXTS)
def test_no_text_breaks_the_document(name, note):
    document = parsed(written([site(1, name=name, note=note)]))
    only, = placemarks(document, "site")
    assert only.findtext(f"{KML}name") == data_of(only)["exported_name"]
    before, _, after = plain_text(only.findtext(f"{KML}description")).rpartition("Below is not read")
    assert before.split() == plain_text(data_of(only)["exported_note"] or "").split()
    assert "Credit" in after


def test_too_large_a_document_is_refused(monkeypatch):
    monkeypatch.setattr("yalu_plugin.core.exporting.kml_document.LARGEST", 10)
    with pytest.raises(TooMuchForKmz):
        full()


def test_progress_grows_to_one_and_an_exception_leaves():
    class Stop(Exception):
        pass

    seen_shares = []
    stream = io.BytesIO()
    write_kml(stream, export_of(FULL), Texts(), [RIVER], seen_shares.append)
    assert seen_shares == sorted(seen_shares) and 0.9 < seen_shares[-1] <= 1.0

    def stop(_share):
        raise Stop

    with pytest.raises(Stop):
        write_kml(stream, export_of(FULL), Texts(), [RIVER], stop)

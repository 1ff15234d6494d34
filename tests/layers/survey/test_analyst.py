"""The name under which rows and entries are written: from the settings, or the login name until one is entered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest


@pytest.fixture
def name(qgis_app: Any) -> Iterator[Any]:
    """A function that stores name and initials in the settings; they are cleared afterwards."""
    from yalu_plugin.settings import ANALYST_INITIALS, ANALYST_NAME

    def set_name(name: str, initials: str = "") -> None:
        ANALYST_NAME.setValue(name)
        ANALYST_INITIALS.setValue(initials)

    set_name("")
    yield set_name
    set_name("")


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("getpass.getuser", lambda: "han01")
    return "han01"


@pytest.mark.parametrize(("given", "initials", "who"), [
    ("", "", "han01"),
    ("Han So-yeon", "HSY", "Han So-yeon (HSY)"),
    ("한소연", "", "한소연"),
    ("", "HSY", "han01"),
    ("  \t ", "", "han01"),
    (" two\nlines ", " T\nL ", "two lines (T L)"),
    ("Jane \u202eeoD", "", "Jane eoD"),  # reversed, it would read as another name
    ("O'Brien; DROP TABLE sites --", "'\"", "O'Brien; DROP TABLE sites -- ('\")"),
    ("<b>Kim</b>", "", "<b>Kim</b>"),
    ("x" * 300, "", "x" * 79 + "…"),
    ("1234", "", "1234"),
    ("a,b", "c,d", "a,b (c,d)"),  # QSettings makes lists of commas in its files
    ("true", "", "true"),
    ("@Variant(x)", "", "@Variant(x)"),
    ("50% \\n", "", "50% \\n"),
])
def test_who_is_writing(name: Any, login: str, given: str, initials: str, who: str) -> None:
    from qgis.core import QgsSettings

    from yalu_plugin.layers.survey.analyst import analyst

    name(given, initials)
    QgsSettings().sync()
    assert analyst() == who


def test_a_system_that_knows_no_user(name: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey.analyst import analyst, login_name

    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 1000")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert (login_name(), analyst()) == ("", "")


def test_every_row_and_every_entry_carries_it(survey: Any, name: Any, login: str) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.core.importing.import_assessment import GOOD, ImportRow
    from yalu_plugin.layers.survey.import_writing import import_rows
    from yalu_plugin.layers.survey.survey_sites import new_site

    last = max(row["seq"] for row in survey.rows("audit"))
    name("Han So-yeon", "HSY")
    survey.change("Add crossing", new_site(QgsPointXY(127.5, 41.5), "barge_dock", scene()))
    row = ImportRow(1, GOOD, (), {"name": "Ford", "kind": "other", "lon": 127.4, "lat": 41.4})
    import_rows(survey, [row], "list")
    entries = [row for row in survey.rows("audit") if row["seq"] > last]
    assert [(row["table_name"], row["who"]) for row in entries] == [
        (table, "Han So-yeon (HSY)") for table in ("sites", "observations", "sources", "sites")]
    written = [row for table in ("sites", "observations") for row in survey.rows(table) if row["created_by"]]
    assert {row["created_by"] for row in written} == {"Han So-yeon (HSY)"} and len(written) == 3


def scene() -> Any:
    from yalu_plugin.core.imagery.scene import Scene

    day = datetime(2016, 10, 14, tzinfo=timezone.utc)
    return Scene("image-1", "a.tif", day, day, "acquired", "stac")


def test_what_was_recorded_under_the_login_name_is_still_one_s_own(survey: Any, name: Any, login: str) -> None:
    from yalu_plugin.layers.survey.observations import observation, own_observations

    before = observation("site", "present", scene())
    name("Han So-yeon", "HSY")
    now = observation("site", "absent", scene())
    others = [{**before, "id": one, "created_by": one} for one in ("Han So-yeon", "Han So-yeon (X)", "han02", "")]
    unsigned = {**before, "id": "nobody", "created_by": None}
    survey.change("test", {"observations": [before, now, *others, unsigned]})
    seen = survey.rows("observations", site_id="site")
    assert [row["id"] for row in own_observations(seen, "image-1")] == [before["id"], now["id"]]


def test_an_earlier_name_on_a_shared_computer_is_another_analyst_s(survey: Any, name: Any, login: str) -> None:
    from yalu_plugin.layers.survey.observations import observation, own_observations

    name("Han So-yeon")
    survey.change("test", {"observations": [observation("site", "present", scene())]})
    name("Kim Min-su")
    assert own_observations(survey.rows("observations", site_id="site"), "image-1") == []

"""The texts of kinds, states and dates as the preview lists them."""

from __future__ import annotations

from yalu_plugin.core.importing import word_readings
from yalu_plugin.core.importing.import_assessment import GOOD, Choices

TEXT = ("name,lat,lon,type,date,state\nA,41.1,128.1,ford,45868,present\nB,41.2,128.2,ford,2025-07-30,purple\n"
        "C,41.3,128.3,black,c. 2023,present\nD,41.4,128.4,zip line,Aug 2023,absent\n"
        "E,41.5,128.5,black,tomorrow,present\n")


def listed(assessment):
    return [(each.field, each.text, each.times, each.value, each.asked) for each in assessment.readings]


def test_texts_to_confirm_first_then_those_not_read(assess) -> None:
    assert listed(assess(TEXT)) == [
        ("date", "45868", 1, "2025-07-30", True), ("kind", "black", 2, "vehicle_ford", True),
        ("date", "c. 2023", 1, "2023-01-01/2023-12-31", True),
        ("state", "purple", 1, "", False), ("kind", "zip line", 1, "", False), ("date", "tomorrow", 1, "", False),
        ("kind", "ford", 2, "vehicle_ford", False), ("state", "present", 3, "present", False),
        ("state", "absent", 1, "absent", False), ("date", "Aug 2023", 1, "2023-08-01/2023-08-31", False)]


def test_decisions_of_the_analyst_replace_readings(assess) -> None:
    choices = Choices(kinds={"black": "barge_dock", "zip line": "", "ford": "other"}, states={"purple": "washed_out"},
                      dates={"c. 2023": "2023-03/2023-04", "45868": ""})
    found = assess(TEXT, choices=choices)
    assert {("kind", "black", 2, "barge_dock", False), ("kind", "zip line", 1, "", False),
            ("kind", "ford", 2, "other", False), ("state", "purple", 1, "washed_out", False),
            ("date", "45868", 1, "", False),
            ("date", "c. 2023", 1, "2023-03-01/2023-04-30", False)} <= set(listed(found))
    assert [row.site["kind"] for row in found.rows] == ["other", "other", "barge_dock", "other", "barge_dock"]
    assert found.rows[2].status == GOOD and found.rows[2].observations[0]["seen_to"] == "2023-04-30"
    assert found.rows[1].observations[0]["state"] == "washed_out"


def test_the_analyst_can_enter_a_date_for_unknown(assess) -> None:
    (row,) = assess("name,lat,lon,date\nA,41.1,128.1,unknown\n", choices=Choices(dates={"unknown": "2024-05"})).rows
    assert row.observations[0]["seen_to"] == "2024-05-31"


def test_decisions_do_not_reorder_the_list(assess) -> None:
    choices = Choices(kinds={"black": "barge_dock", "ford": ""}, states={"purple": "absent"}, dates={"45868": ""})
    assert [each[1] for each in listed(assess(TEXT, choices=choices))] == [each[1] for each in listed(assess(TEXT))]


def test_plain_dates_and_none_are_not_listed(assess) -> None:
    assert listed(assess("name,lat,lon,date\nA,41.1,128.1,2025-07-30\nB,41.2,128.2,2025\nC,41.3,128.3,n/a\n")) == []


def test_a_limited_number_of_texts_is_listed(assess, monkeypatch) -> None:
    monkeypatch.setattr(word_readings, "MAX_LISTED", 3)
    monkeypatch.setattr(word_readings, "_MAX_CACHED", 8)
    rows = "".join(f"A{n},{41 + n / 100},128.1,thing {n}\n" for n in range(20))
    found = assess(f"name,lat,lon,kind\n{rows}")
    assert len(found.readings) == 3 and str(found.notices[0]).startswith("5 more texts")
    assert all(row.site["note"] == f"kind: thing {n}" for n, row in enumerate(found.rows))


def test_names_and_folders_need_not_name_a_kind(assess) -> None:
    text = "name,lat,lon\nVehicle ford 3,41.1,128.1\nPhungyang,41.2,128.2\nSite B,41.3,128.3\n" \
           "Hyesan ford,41.4,128.4\n"
    found = assess(text)
    assert [(row.status, row.site["kind"], row.site["note"]) for row in found.rows] == [
        (GOOD, "vehicle_ford", None), (GOOD, "other", None), (GOOD, "other", None), (GOOD, "other", None)]
    assert listed(found) == [("kind", "Hyesan ford", 1, "vehicle_ford", True),
                             ("kind", "Vehicle ford 3", 1, "vehicle_ford", False)]
    confirmed = assess(text, choices=Choices(kinds={"Hyesan ford": "vehicle_ford"})).rows[3]
    assert confirmed.site["kind"] == "vehicle_ford"

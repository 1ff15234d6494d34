from __future__ import annotations

from datetime import date

from yalu_plugin.core.known_present import count_on, known_present


def row(state: str, since: str | None, until: str | None = None, kind: str = "vehicle_ford") -> dict[str, object]:
    return {"kind": kind, "state": state, "valid_from": since, "valid_to": until}


ROWS = [row("unknown", None, "2020-01-01"), row("present", "2020-01-01", "2020-06-01"), row("absent", "2020-06-01"),
        row("present", "2020-03-01"), row("present", "2020-06-01", kind="barge_dock")]


def test_sites_known_to_be_there() -> None:
    january, march, june = (date(2020, month, 1).toordinal() for month in (1, 3, 6))
    curve = known_present(ROWS, "vehicle_ford")
    assert curve == [(january, 1), (march, 2), (june, 1)]
    assert [count_on(curve, day) for day in (january - 1, january, june - 1, june, june + 999)] == [0, 1, 2, 1, 1]
    assert known_present(ROWS, "barge_dock") == [(june, 1)] and known_present(ROWS, "other") == []


def test_what_goes_on_is_no_change() -> None:
    assert len(known_present([row("present", "2020-01-01", "2020-06-01"), row("present", "2020-06-01")],
                             "vehicle_ford")) == 1

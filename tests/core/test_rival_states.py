from __future__ import annotations

from yalu_plugin.core.rival_states import rival_states


def row(name: str, state: str, first: str | None, last: str | None, site: str = "ford") -> dict[str, str | None]:
    return {"id": name, "site_id": site, "state": state, "seen_from": first, "seen_to": last}


AUGUST = row("august", "present", "2023-08-01", "2023-08-31")


def test_states_of_overlapping_days_are_rivals() -> None:
    assert rival_states([AUGUST, row("day", "absent", "2023-08-15", "2023-08-15")]) \
        == {"august": ("absent",), "day": ("present",)}
    assert rival_states([AUGUST, row("last", "absent", "2023-08-31", "2023-08-31")])["last"] == ("present",)


def test_states_that_end_on_one_day_are_rivals() -> None:
    assert rival_states([row("a", "present", "2023-08-31", "2023-08-31"),
                         row("b", "absent", "2023-08-31", "2023-08-31")]) == {"a": ("absent",), "b": ("present",)}


def test_separate_days_equal_states_and_other_sites_are_not_rivals() -> None:
    assert rival_states([AUGUST, row("later", "absent", "2023-09-01", "2023-09-01"),
                         row("same", "present", "2023-08-10", "2023-08-10"),
                         row("there", "absent", "2023-08-10", "2023-08-10", "barge"),
                         row("dateless", "absent", None, None),
                         row("unseen", "not_observable", "2023-08-10", "2023-08-10")]) == {}


def test_at_or_before_may_be_of_any_day_before() -> None:
    rows = [row("bound", "present", None, "2023-08-31"), row("early", "absent", "2016-10-14", "2016-10-14"),
            row("later", "washed_out", "2024-01-01", "2024-01-01")]
    assert rival_states(rows) == rival_states(rows[::-1]) == {"bound": ("absent",), "early": ("present",)}

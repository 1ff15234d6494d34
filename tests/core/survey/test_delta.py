"""The changes of each row in a delta, and the change that undoes it."""

from __future__ import annotations

from yalu_plugin.core.survey.delta import Delta, Entry


def entry(seq, before, after, table="sites"):
    row_id = (after or before)["id"] or ""
    return Entry(seq, "2024-08-01T00:00:00Z", "kim", "edit", "plugin", table, row_id, before, after)


def site(site_id, name):
    return {"fid": 1, "id": site_id, "name": name}


def delta(*pairs):
    return Delta(tuple(entry(seq, before, after) for seq, (before, after) in enumerate(pairs, 1)))


def test_a_row_is_returned_once_as_before_the_first_entry_and_after_the_last():
    a, b, c = site("s", "a"), site("s", "b"), site("s", "c")
    assert delta((a, b), (b, c)).changes("sites") == [(a, c)]
    assert delta((None, a), (a, b)).changes("sites") == [(None, b)]
    assert delta((a, b), (b, None)).changes("sites") == [(a, None)]
    assert delta((a, None), (None, c)).changes("sites") == [(a, c)]
    assert delta((None, a), (a, None)).changes("sites") == []


def test_changes_in_columns_and_tables_that_lost_no_row():
    a, b = site("s", "a"), site("s", "b")
    assert delta((a, b)).changes_in("sites", "kind") == []
    assert delta((a, b)).changes_in("sites", "kind", "name") == [(a, b)]
    assert delta((None, a)).changes_in("sites", "kind") == [(None, a)]
    assert delta((a, None)).changes_in("sites", "kind") == [(a, None)]
    assert delta((a, site("t", "a"))).changes_in("sites", "kind") == [(a, site("t", "a"))]
    assert [delta(one).tables_without_removals for one in ((None, a), (a, b), (a, None))] == [
        {"sites"}, {"sites"}, set()]


def test_a_row_whose_id_was_changed_is_one_row_even_where_two_are_exchanged():
    a, b = site("a", "first"), site("b", "second")
    exchanged = delta((a, site("t", "first")), (b, site("a", "second")), (site("t", "first"), site("b", "first")))
    assert sorted(exchanged.changes("sites"), key=str) == [
        (a, site("b", "first")), (b, site("a", "second"))]
    back = exchanged.reversed("undo")
    assert {row["name"] for row in back.added["sites"]} == {row["name"] for row in back.removed["sites"]}
    assert not back.replaced


def test_a_row_that_takes_over_the_id_of_a_removed_row_does_not_hide_it():
    a, b = {**site("a", "first"), "fid": 1}, {**site("b", "second"), "fid": 2}
    assert delta((b, None), (a, {**a, "id": "b"})).changes("sites") == [(b, None), (a, {**a, "id": "b"})]
    nameless = [({**row, "id": "x"}, {**row, "id": None}) for row in (a, b)]
    assert delta(*nameless).changes("sites") == nameless


def test_reversed_restores_the_rows_before():
    a, b, c = site("a", "a"), site("b", "b"), site("b", "c")
    back = delta((None, a), (b, c)).reversed("undo")
    assert back == ("undo", {}, {"sites": [a]}, {"sites": [b]})
    assert delta((a, None)).reversed("undo").added == {"sites": [a]}


def test_tables_are_those_of_rows_changed():
    note = Entry(3, "", "", "triggers restored", "outside", "survey", "", None, None)
    change = Delta((entry(1, None, {"id": "o"}, "observations"), entry(2, None, site("s", "a")), note))
    assert change.tables == {"observations", "sites"}
    assert change.changes("survey") == []

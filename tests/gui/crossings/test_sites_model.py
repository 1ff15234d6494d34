"""A list updated row by row is the same as a list built again, after any change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

pytest.importorskip("qgis")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.codec import columns
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.river_positions import RiverPositions

DAY = date(2024, 2, 1)
NAMES = st.sampled_from(["Ford", "ford", "b", "", None, "밀수 나루"])
KINDS = st.sampled_from(["vehicle_ford", "barge_dock", "other"])
KM = st.floats(0, 3) | st.none()
SITES = st.lists(st.tuples(NAMES, KINDS, KM), max_size=7)
SEEN = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["2024-01-01", "2024-01-02", "2024-03-01"]),
                          st.sampled_from(["present", "absent", "not_observable"])), max_size=8)
CHIPS = st.sets(st.sampled_from([("kind", "barge_dock"), ("state", None), ("state", "present"), ("origin", False),
                                 ("place", False)]), max_size=3)
UNGROUPED, GROUPS = -1, (-1, 1, 2, 5)
CHANGES = st.lists(st.tuples(st.integers(0, 9), st.none() | st.tuples(NAMES, KINDS, KM)), max_size=9,
                   unique_by=lambda one: one[0])


def site(number: int, name: str | None, kind: str) -> dict[str, Any]:
    return {"fid": number + 1, **dict.fromkeys(TABLE["sites"].column_names), "id": f"s{9 - number}", "name": name,
            "kind": kind}


def seen(number: int, where: int, day: str, state: str) -> dict[str, Any]:
    return {"fid": number + 1, **dict.fromkeys(TABLE["observations"].column_names), "id": f"o{number}",
            "site_id": f"s{9 - where}", "seen_from": day, "seen_to": day, "state": state}


def facts_of(**tables: list[dict[str, Any]]) -> Facts:
    return Facts(lambda name: [[[row.get(column) for row in tables.get(name, [])] for column in columns(name)]])


def shown(model: Any) -> list[list[str]]:
    return [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", range(8))
def test_a_change_of_many_rows(qgis_app: Any, column: int, descending: bool) -> None:
    from qgis.PyQt.QtCore import QObject, Qt
    from qgis.PyQt.QtTest import QAbstractItemModelTester

    from yalu_plugin.gui.crossings.site_cells import SITE_ID
    from yalu_plugin.gui.crossings.sites_model import SitesModel

    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder

    def listing_model(parent: QObject, text: str, chips: Any, group: int) -> SitesModel:
        model = SitesModel(parent)
        model.sort(column, order)
        model.group_by(group)
        model.find(text)
        for chip in chips:
            model.toggle(chip)
        return model

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(SITES, SEEN, CHANGES, SEEN, st.sampled_from(["", "f", "ford", "#2"]), CHIPS, st.sampled_from(GROUPS))
    def law(sites: Any, observations: Any, changes: Any, more: Any, text: str, chips: Any, group: int) -> None:
        rows = [site(number, name, kind) for number, (name, kind, _) in enumerate(sites)]
        km = {f"s{9 - number}": one for number, (_, _, one) in enumerate(sites) if one is not None}
        facts = facts_of(sites=rows, observations=[seen(number, *one) for number, one in enumerate(observations)])
        parent = QObject()
        model = listing_model(parent, text, chips, group)
        model.show_facts(facts, DAY, RiverPositions(dict(km)))
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
        kept = [model.index(row, 0) for row in range(model.rowCount()) if model.site_at(row)]
        from qgis.PyQt.QtCore import QPersistentModelIndex

        lasting = {index.data(SITE_ID): QPersistentModelIndex(index) for index in kept}
        entries = []
        for number, after in changes:
            before = rows[number] if number < len(rows) else None
            new = None if after is None else site(number, *after[:2])
            if before or new:
                entries.append(("sites", before, new))
                km.pop(f"s{9 - number}", None)
                if after is not None and after[2] is not None:
                    km[f"s{9 - number}"] = after[2]
        entries += [("observations", None, seen(100 + number, *one)) for number, one in enumerate(more)]
        delta = Delta(tuple(Entry(seq, "", "kim", "edit", "plugin", table, (new or before)["id"], before, new)
                            for seq, (table, before, new) in enumerate(entries, 1)))
        facts.apply(delta)
        model.apply(delta, RiverPositions(km))
        fresh = listing_model(parent, text, chips, group)
        fresh.show_facts(facts, DAY, RiverPositions(km))
        fit = {fresh.site_at(row) for row in range(fresh.rowCount())} - {""}
        stay = {entry.after["id"] for entry in delta.entries if entry.table == "sites" and entry.after
                and (entry.before is None or entry.row_id in lasting)} - fit
        assert {facts.id_of("sites", fid) for fid in model.listing.kept} == stay
        fresh.listing.kept |= model.listing.kept
        fresh.group_by(group)
        assert shown(model) == shown(fresh)
        for site_id, index in lasting.items():
            assert not index.isValid() or index.data(SITE_ID) == site_id
        if group == UNGROUPED:
            assert {site_id for site_id, index in lasting.items() if index.isValid()} == {
                fresh.site_at(row) for row in range(fresh.rowCount())} & lasting.keys()
        rows = [row for row in range(model.rowCount()) if model.site_at(row)]
        assert [model.row_of(model.site_at(row)) for row in rows] == rows
        assert model.listing.shown == len(rows)
        del tester

    law()

"""Searches of marks in memory agree with a full search; a change visits few of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

FIDS, STEPS = st.integers(1, 6), st.integers(-30, 30)


def row(fid: int, x: int, y: int, count_id: str = "c") -> dict[str, Any]:
    return {"fid": fid, "count_id": count_id, "geom": f"Point ({x * 3e-5!r} {y * 3e-5!r})"}


@given(st.lists(st.tuples(FIDS, STEPS, STEPS, st.sampled_from(["c", "other", None]))), STEPS, STEPS,
       st.integers(0, 40))
def test_nearest_and_last_are_those_of_all_marks(changes: Any, x: int, y: int, half: int) -> None:
    from qgis.core import QgsPointXY, QgsRectangle

    from yalu_plugin.workbench.count_marks import CountMarks

    marks, rows = CountMarks("c"), dict[int, Any]()
    for fid, east, north, count_id in changes:
        before, after = rows.get(fid), row(fid, east, north, count_id) if count_id else None
        marks.apply([(before, after)])
        was_mine = before is not None and before["count_id"] == "c"
        if not (was_mine and after is not None and after["count_id"] == "c"):  # a mark that stays keeps its turn
            rows.pop(fid, None)
        if after is not None:
            rows[fid] = after
    mine = [one for one in rows.values() if one["count_id"] == "c"]
    assert len(marks) == len(mine) and marks.last() == (mine[-1]["fid"] if mine else None)
    centre = QgsPointXY(x * 3e-5, y * 3e-5)
    box = QgsRectangle.fromCenterAndSize(centre, half * 6e-5 + 1e-6, half * 6e-5 + 1e-6)

    def apart(one: Any) -> float:
        lon, lat = map(float, one["geom"][7:-1].split())
        return (lon - centre.x()) ** 2 + (lat - centre.y()) ** 2 if box.contains(lon, lat) else 9.0

    best, found = min(map(apart, mine), default=9.0), marks.nearest(centre, box)
    assert (found is None) == (best == 9.0)
    assert found is None or apart(rows[found]) <= best * (1 + 1e-9) + 1e-18


def test_the_nearest_of_many_is_sought_among_few(monkeypatch: Any) -> None:
    from qgis.core import QgsPointXY, QgsRectangle

    from yalu_plugin.workbench.count_marks import CountMarks

    visited = []
    for side in (10, 100):  # marks as dense, ten and a hundred to a side
        marks = CountMarks("c", (row(1 + x + side * y, 3 * x, 3 * y) for x in range(side) for y in range(side)))
        seen: list[int] = []
        monkeypatch.setattr(marks, "_within", lambda box, old=marks._within, seen=seen: [
            one for one in old(box) if not seen.append(1)])
        box = QgsRectangle.fromCenterAndSize(QgsPointXY(15 * 3e-5, 15 * 3e-5), 3e-4, 3e-4)
        assert marks.nearest(box.center(), box) == 1 + 5 + side * 5
        visited.append(len(seen))
    assert visited[0] == visited[1] < 20

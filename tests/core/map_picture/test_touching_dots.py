from __future__ import annotations

from yalu_plugin.core.map_picture.dot import Dot
from yalu_plugin.core.map_picture.touching_dots import touching


def dots(*places: tuple[float, float], radius: float = 5.0) -> list[Dot]:
    return [Dot("vehicle_ford", column, row, radius, 1.0) for column, row in places]


def test_dots_touch_directly_and_through_others() -> None:
    assert touching([]) == []
    assert touching(dots((0, 0))) == [1]
    assert touching(dots((0, 0), (9, 0), (100, 0), (18, 0))) == [3, 3, 1, 3]
    assert touching(dots((0, 0), (11.4, 0))) == [2, 2]
    assert touching(dots((0, 0), (11.6, 0))) == [1, 1]


def test_a_small_dot_beside_a_large_one() -> None:
    large, small = Dot("other", 0, 0, 20.0, 1.0), Dot("other", 23.5, 0, 3.0, 1.0)
    assert touching([large, small]) == [2, 2]
    assert touching([large, small._replace(column=25.0)]) == [1, 1]

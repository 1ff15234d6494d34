from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dot_pictures import BLACK, WHITE, YELLOW, as_pixels, background, with_dots
from yalu_plugin.core.map_picture.dot import Dot
from yalu_plugin.core.map_picture.dot_finding import find_dots
from yalu_plugin.core.map_picture.dot_sample import look_at
from yalu_plugin.core.work_progress import Cancelled

SAMPLE = (30.0, 30.0)


def found_of(picture: object, colour: str = "vehicle_ford") -> list[Dot]:
    pixels = as_pixels(picture)
    return find_dots(pixels, [look_at(pixels, *SAMPLE, colour)])


def assert_places(found: list[Dot], dots: list[tuple[float, float]], within: float) -> None:
    assert len(found) == len(dots)
    for column, row in dots:
        assert min(math.hypot(dot.column - column, dot.row - row) for dot in found) < within


@settings(max_examples=6, deadline=None)
@given(st.floats(3.5, 14), st.integers(0, 5), st.randoms(use_true_random=False))
def test_lone_dots_are_found_where_they_are(radius: float, count: int, random: object) -> None:
    cells = random.sample([(column, row) for column in range(5) for row in range(1, 4)], count)  # type: ignore[attr-defined]
    dots = [SAMPLE, *((60 * column + 40 + random.random(), 60 * row + 30 + random.random())  # type: ignore[attr-defined]
                      for column, row in cells)]
    assert_places(found_of(with_dots(background(340, 260), dots, radius)), dots, max(0.15 * radius, 0.8))


@pytest.mark.parametrize("apart", [0.9, 1.2, 1.6, 2.0, 2.2])
@pytest.mark.parametrize("turn", [0.0, 0.5, 1.2])
def test_two_dots_that_touch_are_two(apart: float, turn: float) -> None:
    dots = [SAMPLE, (120.0, 90.0), (120 + 8 * apart * math.cos(turn), 90 + 8 * apart * math.sin(turn))]
    assert_places(found_of(with_dots(background(220, 180), dots, 8.0)), dots, 2.0)


def test_a_chain_of_dots() -> None:
    dots = [SAMPLE, *((90 + 11.0 * at, 90 + 6 * math.sin(at)) for at in range(8))]
    assert_places(found_of(with_dots(background(260, 180), dots, 8.0)), dots, 2.5)


def test_a_dot_half_under_one_of_another_colour() -> None:
    dots = [SAMPLE, (100.0, 90.0)]
    picture = with_dots(with_dots(background(200, 160), dots, 8.0), [(107.0, 90.0)], 8.0, YELLOW)
    found = found_of(picture)
    assert_places(found, dots, 2.0)
    assert found[1].seen < 0.8 < found[0].seen


def test_each_kind_by_its_colour() -> None:
    black, yellow = [SAMPLE, (150.0, 40.0)], [(60.0, 90.0), (160.0, 100.0)]
    pixels = as_pixels(with_dots(with_dots(background(220, 150), black, 7.0), yellow, 7.0, YELLOW))
    found = find_dots(pixels, [look_at(pixels, *SAMPLE, "vehicle_ford"), look_at(pixels, 60, 90, "barge_dock")])
    assert [dot.kind for dot in found] == ["vehicle_ford", "barge_dock", "vehicle_ford", "barge_dock"]


def test_lines_rings_blocks_and_dots_of_another_size_are_no_dots() -> None:
    picture = with_dots(background(420, 260), [SAMPLE], 8.0)
    picture[60:64, 10:400] = BLACK  # a line
    picture[100:180, 20:24] = picture[100:180, 100:104] = BLACK  # the sides of a box
    picture[150:240, 300:400] = BLACK  # a block
    picture = with_dots(picture, [(200.0, 150.0)], 8.0)
    picture = with_dots(picture, [(200.0, 150.0)], 5.0, (120, 125, 95))  # the letter O
    picture = with_dots(picture, [(260.0, 110.0)], 3.0)
    picture = with_dots(picture, [(60.0, 220.0)], 22.0)
    assert_places(found_of(picture), [SAMPLE], 0.5)


def test_only_within_the_area() -> None:
    dots = [SAMPLE, (150.0, 40.0), (60.0, 100.0)]
    pixels = as_pixels(with_dots(background(220, 150), dots, 7.0))
    look = look_at(pixels, *SAMPLE, "vehicle_ford")
    assert_places(find_dots(pixels, [look], (100.0, 0.0, 220.0, 150.0)), [dots[1]], 0.5)
    assert find_dots(pixels, [look], (100.0, 100.0, 100.0, 100.0)) == []
    assert_places(find_dots(pixels, [look], (-50.0, -50.0, 1e6, 1e6)), dots, 0.5)


def test_a_dot_on_the_edge_of_two_tiles_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    dots = [SAMPLE, *((20.0 * at + 60, 100.0 + at) for at in range(15))]
    picture = with_dots(background(420, 180), dots, 7.0)
    monkeypatch.setattr("yalu_plugin.core.map_picture.dot_finding.TILE", 64)
    assert_places(found_of(picture), dots, 0.7)
    for row in (99.99, 100.0, 100.01):  # tiles have 50 pixels of the picture
        dots = [SAMPLE, (150.0, row), (row + 150, 50.0)]
        assert_places(found_of(with_dots(background(340, 180), dots, 7.0)), dots, 0.7)


def test_it_reports_progress_and_stops_when_cancelled() -> None:
    pixels = as_pixels(with_dots(background(220, 150), [SAMPLE], 7.0))
    look = look_at(pixels, *SAMPLE, "vehicle_ford")
    fractions: list[float] = []
    find_dots(pixels, [look, look], progress=fractions.append)
    assert fractions == [0.0, 0.5, 1.0]

    def stop(_fraction: float) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        find_dots(pixels, [look], progress=stop)


def test_a_picture_reduced_and_back() -> None:
    assert Dot("other", 10.0, 20.0, 4.0, 0.9).scaled(2.5) == Dot("other", 25.0, 50.0, 10.0, 0.9)


def test_corners_of_a_box_of_the_same_colour_are_no_dots() -> None:
    picture = with_dots(background(300, 220), [SAMPLE, (200.0, 150.0)], 8.0)
    for at in (60, 180):
        picture[at:at + 6, 80:260] = picture[60:186, 80 + 174 * (at > 60):86 + 174 * (at > 60)] = BLACK
    assert_places(found_of(picture), [SAMPLE, (200.0, 150.0)], 0.5)


def test_a_line_through_a_dot_does_not_make_it_two() -> None:
    dots = [SAMPLE, (120.0, 100.0)]
    picture = with_dots(background(240, 200), dots, 9.0)
    picture[:, 117:120] = WHITE  # cuts off a part that is not the middle of any dot
    assert_places(found_of(picture), dots, 1.5)


def test_numbered_dots_whose_colour_is_cut_into_patches() -> None:
    dots = [SAMPLE, (100.0, 100.0), (180.0, 60.0)]
    picture = with_dots(background(240, 160), dots, 12.0, YELLOW)
    for column, row in dots:
        picture[int(row) - 2:int(row) + 2, int(column) - 12:int(column) + 12] = BLACK
    pixels = as_pixels(picture)
    assert_places(find_dots(pixels, [look_at(pixels, 30, 30, "barge_dock")]), dots, 1.5)


def test_dots_on_the_edge_of_the_picture() -> None:
    dots = [SAMPLE, (2.0, 90.0), (120.0, 158.0), (239.0, 60.0)]
    assert_places(found_of(with_dots(background(240, 160), dots, 9.0)), dots, 2.0)


def test_a_grid_of_dots_that_all_touch() -> None:
    dots = [(30.0 + 16 * column, 30.0 + 16 * row) for column in range(7) for row in range(5)]
    pixels = as_pixels(with_dots(background(240, 160), [*dots, (200.0, 140.0)], 8.0))
    found = find_dots(pixels, [look_at(pixels, 200, 140, "vehicle_ford")])
    assert {(round((dot.column - 30) / 16), round((dot.row - 30) / 16)) for dot in found[:-1]} == {
        (column, row) for column in range(7) for row in range(5)}
    assert len(found) == 36

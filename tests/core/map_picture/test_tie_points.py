from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.map_picture.tie_points import (
    AFFINE,
    TRANSFORMATIONS,
    PictureMirrored,
    TiePoint,
    TiePointsOnLine,
    TiePointTwice,
    TooFewTiePoints,
    accuracies_m,
    check_new,
    check_tie_points,
    rms,
    spread_m,
)

PROJECTIVE, POLYNOMIAL = TRANSFORMATIONS[1:]


def tied(*pixels: tuple[float, float], mirrored: bool = False) -> list[TiePoint]:
    """Tie points of a map that is north up: rows grow southwards."""
    sign = 1 if mirrored else -1
    return [TiePoint(column, row, 127 + column / 1000, 41 + sign * row / 1000) for column, row in pixels]


SQUARE = ((0.0, 0.0), (100.0, 0.0), (0.0, 80.0), (100.0, 80.0))


def test_three_points_suffice_for_an_affine_map_and_four_for_a_projective_one() -> None:
    check_tie_points(tied(*SQUARE[:3]), AFFINE)
    check_tie_points(tied(*SQUARE), PROJECTIVE)
    for points, transformation, least in ((SQUARE[:2], AFFINE, 3), ((), AFFINE, 3), (SQUARE[:3], PROJECTIVE, 4),
                                          (SQUARE, POLYNOMIAL, 6)):
        with pytest.raises(TooFewTiePoints) as caught:
            check_tie_points(tied(*points), transformation)
        assert caught.value.values == {"n": len(points), "least": least}


def test_points_on_a_line_are_refused_however_many_there_are() -> None:
    for points in ([(0, 0), (50, 50), (100, 100)], [(at * 10.0, 7.0) for at in range(9)],
                   [(0, 0), (500, 0.5), (1000, 0), (300, 1)]):
        with pytest.raises(TiePointsOnLine):
            check_tie_points(tied(*points), AFFINE)


def test_points_on_a_curve_do_not_determine_a_polynomial() -> None:
    circle = [(100 * math.cos(turn), 100 * math.sin(turn)) for turn in range(8)]
    check_tie_points(tied(*circle), AFFINE)
    with pytest.raises(TiePointsOnLine):
        check_tie_points(tied(*circle), POLYNOMIAL)


def test_a_mirrored_picture_is_refused() -> None:
    with pytest.raises(PictureMirrored):
        check_tie_points(tied(*SQUARE, mirrored=True), AFFINE)
    first, second, third = tied(*SQUARE[:3])
    exchanged = [first._replace(lon=second.lon, lat=second.lat), second._replace(lon=first.lon, lat=first.lat), third]
    with pytest.raises(PictureMirrored):
        check_tie_points(exchanged, AFFINE)


def test_a_second_point_at_one_place_is_refused_on_picture_and_ground() -> None:
    points = tied(*SQUARE)
    check_new(points, TiePoint(50, 40, 127.5, 41.5))
    for again in (TiePoint(101, 0.5, 120, 40), TiePoint(50, 40, points[1].lon, points[1].lat)):
        with pytest.raises(TiePointTwice) as caught:
            check_new(points, again)
        assert caught.value.values == {"number": 2}


def test_residuals_of_points_that_fit_exactly_say_nothing() -> None:
    assert spread_m([0.0, 0.0, 0.0], AFFINE) is None
    assert accuracies_m(tied(*SQUARE[:3]), AFFINE, [0.0] * 3, [(10, 10)], [50.0]) == [None]
    assert spread_m([30.0, 40.0, 0.0, 0.0], AFFINE) == pytest.approx(50.0)
    assert rms([30.0, 40.0, 0.0, 0.0]) == pytest.approx(25.0)


def test_accuracy_combines_dot_and_residuals_and_grows_away_from_the_tie_points() -> None:
    points, residuals = tied(*SQUARE, (50, 40)), [10.0, 10.0, 10.0, 10.0, 0.0]
    middle, corner, outside = accuracies_m(points, AFFINE, residuals, [(50, 40), (100, 80), (400, 300)], [30.0] * 3)
    error = math.sqrt(400 / 2)
    assert middle == pytest.approx(math.hypot(30, error * math.sqrt(1 + 1 / 5)))  # the mean of five points
    assert middle < corner < outside


@settings(max_examples=40)
@given(st.floats(0, 2 * math.pi), st.floats(0.01, 50), st.floats(-1e4, 1e4))
def test_turning_scaling_and_shifting_the_picture_changes_no_accuracy(turn: float, scale: float, shift: float) -> None:
    def moved(column: float, row: float) -> tuple[float, float]:
        return (shift + scale * (column * math.cos(turn) - row * math.sin(turn)),
                shift + scale * (column * math.sin(turn) + row * math.cos(turn)))

    pixels, residuals, asked = (*SQUARE, (70.0, 20.0)), [5.0, 9.0, 3.0, 8.0, 4.0], [(20.0, 90.0)]
    before = accuracies_m(tied(*pixels), AFFINE, residuals, asked, [7.0])
    after = accuracies_m(tied(*(moved(*one) for one in pixels)), AFFINE, residuals, [moved(*asked[0])], [7.0])
    assert after == pytest.approx(before, rel=1e-6)

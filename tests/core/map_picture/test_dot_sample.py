from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tests.dot_pictures import BLACK, WHITE, YELLOW, as_pixels, background, with_dots
from yalu_plugin.core.map_picture.dot_sample import DotTooSmall, NoDotHere, look_at


def test_colour_and_radius_of_a_lone_dot() -> None:
    pixels = as_pixels(with_dots(background(200, 150), [(80.3, 70.7)], 9.0, YELLOW))
    for column, row in ((80.3, 70.7), (74.0, 68.0), (86.5, 73.0)):  # a click need not be in the middle
        look = look_at(pixels, column, row, "barge_dock")
        assert look.kind == "barge_dock" and look.colour == (255.0, 220.0, 0.0)
        assert look.radius == pytest.approx(9.0, abs=0.6) and look.fill == pytest.approx(1.0, abs=0.02)


def test_a_square_has_its_corners() -> None:
    pixels = as_pixels(with_dots(background(200, 150), [(80.5, 70.5)], 8.0, BLACK, square=True))
    look = look_at(pixels, 80, 70, "other")
    assert look.outline[0] == pytest.approx(8.0, abs=0.6)
    assert look.outline[8] == pytest.approx(8.0 * 2 ** 0.5, abs=1.0)


def test_a_number_on_the_dot_is_not_its_end() -> None:
    picture = with_dots(background(200, 150), [(80.0, 70.0)], 12.0)
    pixels = as_pixels(with_dots(picture, [(78.0, 70.0), (82.0, 70.0)], 2.5, WHITE))
    look = look_at(pixels, 80, 62, "vehicle_ford")
    assert look.radius == pytest.approx(12.0, abs=0.7) and look.fill < 0.93


def test_a_line_beside_the_dot_does_not_make_it_larger() -> None:
    picture = with_dots(background(200, 150), [(80.0, 70.0)], 9.0)
    picture[69:72, 80:] = BLACK
    assert look_at(as_pixels(picture), 80, 70, "vehicle_ford").radius == pytest.approx(9.0, abs=0.7)


@pytest.mark.parametrize(("column", "row"), [(-1, 5), (5, -1), (200, 5), (5, 150), (1e9, 1e9)])
def test_a_click_beside_the_picture(column: float, row: float) -> None:
    with pytest.raises(NoDotHere):
        look_at(as_pixels(background(200, 150)), column, row, "other")


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (400, 400)])
def test_one_colour_without_an_end_is_no_dot(size: tuple[int, int]) -> None:
    with pytest.raises((NoDotHere, DotTooSmall)):
        look_at(np.full((*size, 3), 200, np.uint8), size[1] / 2, size[0] / 2, "other")


def test_a_dot_of_few_pixels_is_refused() -> None:
    with pytest.raises(DotTooSmall):
        look_at(as_pixels(with_dots(background(60, 60), [(30.5, 30.5)], 1.4)), 30, 30, "vehicle_ford")


def numbered(column: float, row: float, strokes: Sequence[Sequence[int]]) -> np.ndarray:
    """A yellow dot with dark strokes (left, top, right, bottom around its middle) that reach its edge."""
    picture = with_dots(background(200, 150), [(column, row)], 12.0, YELLOW)
    for left, top, right, bottom in strokes:
        picture[int(row) + top:int(row) + bottom, int(column) + left:int(column) + right] = BLACK
    return as_pixels(picture)


@pytest.mark.parametrize("strokes", [[(-11, -2, 12, 1)], [(-2, -12, 1, 12)], [(-6, -12, -3, 12), (3, -12, 6, 12)]])
@pytest.mark.parametrize(("aside", "below"), [(0, -7), (0, 7), (0, 0), (-4, 0), (4, -5)])
def test_a_number_that_cuts_the_dot_into_patches(strokes: list[tuple[int, ...]], aside: int, below: int) -> None:
    """On whichever patch the click is, or on the number itself, the dot is the whole one, and yellow."""
    look = look_at(numbered(80, 70, strokes), 80.5 + aside, 70.5 + below, "barge_dock")
    assert look.radius == pytest.approx(12.0, abs=1.2) and look.fill < 0.93
    assert np.abs(np.array(look.colour) - YELLOW).max() < 30


def test_the_background_inside_a_box_is_no_dot() -> None:
    picture = background(300, 200)
    picture[40:42, 40:160] = picture[120:122, 40:160] = BLACK
    picture[40:122, 40:42] = picture[40:122, 158:160] = BLACK
    picture = with_dots(picture, [(100.0, 80.0)], 9.0, YELLOW)
    assert look_at(as_pixels(picture), 100, 80, "barge_dock").radius == pytest.approx(9.0, abs=0.6)

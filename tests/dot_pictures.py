"""SYNTHETIC pictures drawn with numpy alone: dots with smooth edges on grey noise."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

BLACK, YELLOW, WHITE = (0, 0, 0), (255, 220, 0), (255, 255, 255)


def background(width: int, height: int, seed: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, 8, (height, width, 1))
    return np.clip(np.array([120.0, 125.0, 95.0]) + noise, 0, 255)


def with_dots(picture: np.ndarray, dots: Sequence[tuple[float, float]], radius: float,
              colour: Sequence[float] = BLACK, square: bool = False) -> np.ndarray:
    """Draw dots with the centres (column, row), in pixels from the upper left corner, over the picture."""
    rows, columns = np.mgrid[:picture.shape[0], :picture.shape[1]] + 0.5
    for column, row in dots:
        away = (np.maximum(abs(columns - column), abs(rows - row)) if square else
                np.hypot(columns - column, rows - row))
        share = np.clip(radius - away + 0.5, 0, 1)[..., None]
        picture = picture * (1 - share) + np.array(colour, float) * share
    return picture


def as_pixels(picture: np.ndarray) -> np.ndarray:
    return picture.round().astype(np.uint8)

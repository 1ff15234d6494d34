"""Matched filters: how well patterns match what is around each value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import fft

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


def matches(*pairs: tuple[Numbers, Numbers]) -> Numbers:
    """Return the sum of the products of values and pattern, of all pairs, for the pattern's middle on each value."""
    values, pattern = pairs[0]
    reach = pattern.shape[0] // 2
    shape = [fft.next_fast_len(max(length, reach + 1) + reach, real=True) for length in values.shape]
    together = sum(_spectrum(values, shape) * _spectrum(_around_origin(pattern, shape), shape).conj()
                   for values, pattern in pairs)
    return np.asarray(fft.irfft2(together, shape)[:values.shape[0], :values.shape[1]], np.float64)


def _spectrum(values: Numbers, shape: list[int]) -> NDArray[np.complex64]:
    return np.asarray(fft.rfft2(values.astype(np.float32), shape))  # half the time of double precision


def _around_origin(pattern: Numbers, shape: list[int]) -> Numbers:
    """Return the pattern with its middle in the first pixel; what is left and above is at the other end."""
    padded = np.zeros(shape)
    padded[:pattern.shape[0], :pattern.shape[1]] = pattern
    return np.roll(padded, (-(pattern.shape[0] // 2), -(pattern.shape[1] // 2)), axis=(0, 1))

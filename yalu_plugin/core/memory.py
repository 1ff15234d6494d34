"""Memory that was used for a while goes back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """After work on a million rows: glibc would keep 100 MB of what was freed. Others do it by themselves."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)

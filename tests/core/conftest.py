"""Laws are tested without a clock: hypothesis would fail an example that takes 200 ms, as on a busy machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")

"""An error about a site that stays in the message bar until the user has had time to read it."""

from __future__ import annotations

from time import monotonic
from typing import NamedTuple

from qgis.gui import QgsMessageBarItem

from yalu_plugin.gui.about_site import AboutSite

READABLE_S = 4.0  # an error about a site stays at least so long, whatever else happens


class PinnedError(NamedTuple):
    """`since` is the time of `monotonic` at which it was shown."""

    item: QgsMessageBarItem
    about: AboutSite
    since: float
    pressed_too_early: bool  # the user still has to record the observation

    @property
    def may_be_replaced(self) -> bool:
        """Whether another error may replace it."""
        return not self.pressed_too_early and monotonic() - self.since >= READABLE_S

    def ends_with(self, about: AboutSite) -> bool:
        """Whether it no longer applies once an observation of `about` was recorded or has failed."""
        return self.about.site_id == about.site_id and (not self.pressed_too_early or self.about.step == about.step)

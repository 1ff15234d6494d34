"""An error about a site, as long as it is to be read."""

from __future__ import annotations

from time import monotonic
from typing import NamedTuple

from qgis.gui import QgsMessageBarItem

from yalu_plugin.gui.about_site import AboutSite

READABLE_S = 4.0  # for so long an error about a site stays, whatever comes


class HeldError(NamedTuple):
    """Shown since a moment of `monotonic`."""

    item: QgsMessageBarItem
    about: AboutSite
    since: float
    is_early: bool  # what would have been recorded is still to be

    @property
    def is_read(self) -> bool:
        """Whether it may make room for what goes wrong now."""
        return not self.is_early and monotonic() - self.since >= READABLE_S

    def ends_with(self, about: AboutSite) -> bool:
        """Whether it is over once something was recorded, or went wrong, with this site in this step."""
        return self.about.site_id == about.site_id and (not self.is_early or self.about.step == about.step)

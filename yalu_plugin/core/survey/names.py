"""Sites found by a part of their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from yalu_plugin.core.published import Row


class Names:
    """The names of all sites, folded: without regard to case, and to how a Hangul syllable is written."""

    def __init__(self, sites: Iterable[Row] = ()) -> None:
        self._names: dict[str, str] = {}
        self._unnamed: dict[str, str] = {}  # kinds of those that have no name
        self.put_in(sites)

    def put_in(self, sites: Iterable[Row]) -> None:
        """Put in sites."""
        for site in sites:
            if site["id"] is not None and site["name"]:
                self._names[site["id"]] = folded(site["name"])
            elif site["id"] is not None:
                self._unnamed[site["id"]] = site["kind"]

    def take_out(self, sites: Iterable[Row]) -> None:
        """Take out sites."""
        for site in sites:
            self._names.pop(site["id"], None)
            self._unnamed.pop(site["id"], None)

    def find(self, text: str, unnamed: Mapping[str, str]) -> set[str]:
        """The ids of the sites with this text in their names; `unnamed` is by kind what is shown instead of one."""
        wanted = folded(text)
        kinds = {kind for kind, shown in unnamed.items() if wanted in folded(shown)}
        found = {site_id for site_id, name in self._names.items() if wanted in name}
        return found | {site_id for site_id, kind in self._unnamed.items() if kind in kinds or not wanted}



def folded(text: str) -> str:
    """Text as it is compared."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text.casefold())

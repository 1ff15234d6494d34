"""Public addresses to search for images; apart, so that a menu can name them without loading the search."""

from __future__ import annotations

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"
PLANETARY_COMPUTER = "https://planetarycomputer.microsoft.com/api/stac/v1"

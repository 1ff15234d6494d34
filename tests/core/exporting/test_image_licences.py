"""Pictures of images are passed on only where their licence is known to allow it."""

from __future__ import annotations

import pytest

from yalu_plugin.core.exporting.image_licences import may_be_copied


@pytest.mark.parametrize("licence", [
    "CC-BY-4.0", "cc by-sa 3.0", "CC BY 4.0 International", "https://creativecommons.org/licenses/by/4.0/",
    "ODC-By-1.0", "Legal notice on the use of Copernicus Sentinel Data and Service Information", "etalab-2.0"])
def test_open_licences_allow_it_with_an_attribution(licence):
    assert may_be_copied(licence, "© Maker") and not may_be_copied(licence, " ") and not may_be_copied(licence, None)


@pytest.mark.parametrize("licence", ["CC0-1.0", "PDDL-1.0", "Public domain",
                                     "https://creativecommons.org/publicdomain/zero/1.0/"])
def test_what_is_free_needs_no_attribution(licence):
    assert may_be_copied(licence, None)


@pytest.mark.parametrize("licence", [
    None, "", "proprietary", "various", "other", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0", "not CC-BY-4.0",
    "https://creativecommons.org/licenses/by-nc/4.0/", "© Maxar", "EUPL-1.2", "free", "all rights reserved"])
def test_any_other_licence_does_not_allow_it(licence):
    assert not may_be_copied(licence, "© Maker")

"""The phases of loading a step, and the pending and failed scene in each."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")

from yalu_plugin.core.imagery.scene import Scene  # noqa: E402
from yalu_plugin.workbench.scene_loading import Phase, SceneLoading  # noqa: E402

ONE = Scene("one", "one.tif")


@pytest.mark.parametrize(("phase", "pending", "failed"), [
    (Phase.IDLE, None, None), (Phase.OPENING, ONE, None), (Phase.SHOWN, None, None), (Phase.FAILED, None, ONE)])
def test_a_scene_is_pending_while_opening_and_failed_after_failing(phase, pending, failed):
    loading = SceneLoading(phase, ONE)
    assert (loading.pending, loading.failed) == (pending, failed)

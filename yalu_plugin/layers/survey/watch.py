"""What a survey tells of QGIS' own tools at work on its layers."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal


class Watch(QObject):
    """From its making to its deletion; what an engine has to see to is in its own class."""

    committed = pyqtSignal(object)  # QGIS' own tools have saved this layer
    refused = pyqtSignal(object)  # QGIS was kept from saving this layer, and has told so; why was told by `error_occurred`
    error_occurred = pyqtSignal(object)  # a YaluError: nothing was saved, or not yet as it should be

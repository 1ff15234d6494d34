"""The CRS that an analyst gives to images that have none."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class CrsWithoutCode(YaluError):
    """A CRS that only this computer knows: the survey could not say to others which it is."""

    template = translatable("This CRS has no code. Choose one of an authority, such as EPSG:32652.")


def code_of(crs: QgsCoordinateReferenceSystem) -> str:
    """The CRS as the survey keeps it: an authority and its code. Raises CrsWithoutCode."""
    code = str(crs.authid())
    if not crs.isValid() or not code or code.startswith("USER:"):
        raise CrsWithoutCode()
    return code

"""What QGIS and GDAL would not take for the name of a file, although a file may have it."""

from __future__ import annotations

import os
import re

from qgis.core import QgsProviderRegistry

# QGIS takes it out of every source in a project, as the id of a login
_LOGIN = re.compile("authcfg=[0-9A-Za-z]{7}")
_OPTION = re.compile(r"\|[^|]*")


def misread_part(provider: str, source: str, file: str) -> str:
    """The part of a file's name that QGIS would read as something else in `source`, or an empty text if it opens it.

    `file` is the path, or GDAL's name of a file inside a ZIP. Names that are no text are misread, too.
    """
    try:
        os.fsencode(file).decode()
    except UnicodeDecodeError:
        return "\N{REPLACEMENT CHARACTER}"
    login = _LOGIN.search(file)
    if login:
        return login.group()
    if "|" not in file:
        return ""
    read = QgsProviderRegistry.instance().decodeUri(provider, source)
    if read.get("vsiPrefix", "") + (read.get("path") or "") + read.get("vsiSuffix", "") == file:
        return ""
    option = _OPTION.search(file)
    return option.group() if option else file

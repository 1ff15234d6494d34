"""Valid file names that QGIS or GDAL would misread in the source of a layer."""

from __future__ import annotations

import os
import re

from qgis.core import QgsProviderRegistry

# QGIS removes this from every source in a project, as the id of an authentication
_LOGIN = re.compile("authcfg=[0-9A-Za-z]{7}")
_OPTION = re.compile(r"\|[^|]*")


def misread_part(provider: str, source: str, file: str) -> str:
    """Return the part of a file's name that QGIS would misread in `source`, or an empty text if QGIS opens the file.

    `file`: the path, or GDAL's name of a file inside a ZIP. A name that is not valid UTF-8 is misread, too.
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

"""The address of a picture that GDAL is to put together: red, green and blue in a file each, or bands in another order.

It is that of the red band's file, or of the one file, with the rest as a fragment, which no server is ever sent:
https://a.example/B04.tif#green=B03.tif&blue=B02.tif and https://a.example/analytic.tif#bands=3,2,1.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, urldefrag, urljoin, urlsplit

_SCHEMES = ("http", "https", "file")


def combined_address(red: str, green: str, blue: str) -> str:
    """The address of the picture in these three files; each has an http, https or file address."""
    red = urldefrag(red).url
    return f"{red}#green={quote(_from(red, green), safe='')}&blue={quote(_from(red, blue), safe='')}"


def reordered_address(address: str, bands: Sequence[int]) -> str:
    """The address of the picture in these bands, counted from 1, of the file there."""
    return f"{urldefrag(address).url}#bands={','.join(map(str, bands))}"


def files_of(uri: str) -> tuple[str, ...]:
    """The addresses of the files that `uri` is put together from: three, or one."""
    told = _fragment(uri)
    if not {"green", "blue"} <= told.keys():
        return (urldefrag(uri).url,) if "bands" in told else (uri,)
    red = urldefrag(uri).url
    return red, urljoin(red, told["green"]), urljoin(red, told["blue"])


def bands_of(uri: str) -> tuple[int, ...]:
    """The bands to show of the one file at `uri`, counted from 1; empty for all as they are."""
    numbers = _fragment(uri).get("bands", "").split(",")
    return tuple(map(int, numbers)) if all(number.isdecimal() for number in numbers) else ()


def _fragment(uri: str) -> dict[str, str]:
    if "#" not in uri:  # nearly always
        return {}
    parts = urlsplit(uri)
    return dict(parse_qsl(parts.fragment)) if parts.scheme in _SCHEMES else {}


def _from(red: str, other: str) -> str:
    """`other` as seen from the folder of `red`, where it lies in it: the address stays short."""
    folder = red[: red.rfind("/") + 1]
    name = other[len(folder):]
    return name if other.startswith(folder) and "?" not in red + other and ":" not in name and name else other

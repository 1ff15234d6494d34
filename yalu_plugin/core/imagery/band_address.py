"""Addresses of pictures that GDAL composes: red, green and blue from one file each, or bands in another order.

The address is the red band's file, or the only file, with the rest in the fragment, which is never sent to a server:
https://a.example/B04.tif#green=B03.tif&blue=B02.tif and https://a.example/analytic.tif#bands=3,2,1.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, urldefrag, urljoin, urlsplit

_SCHEMES = ("http", "https", "file")


def combined_address(red: str, green: str, blue: str) -> str:
    """Return the address of the picture composed of these three files; each has an http, https or file address."""
    red = urldefrag(red).url
    return f"{red}#green={quote(_relative_to(red, green), safe='')}&blue={quote(_relative_to(red, blue), safe='')}"


def reordered_address(address: str, bands: Sequence[int]) -> str:
    """Return the address of the picture that shows these bands of the file at `address`, counted from 1."""
    return f"{urldefrag(address).url}#bands={','.join(map(str, bands))}"


def files_of(uri: str) -> tuple[str, ...]:
    """Return the addresses of the files that the picture at `uri` is composed of: three, or one."""
    parts = _fragment(uri)
    if not {"green", "blue"} <= parts.keys():
        return (urldefrag(uri).url,) if "bands" in parts else (uri,)
    red = urldefrag(uri).url
    return red, urljoin(red, parts["green"]), urljoin(red, parts["blue"])


def bands_of(uri: str) -> tuple[int, ...]:
    """Return the bands to show of the file at `uri`, counted from 1; empty if its own order is used."""
    numbers = _fragment(uri).get("bands", "").split(",")
    return tuple(map(int, numbers)) if all(number.isdecimal() for number in numbers) else ()


def _fragment(uri: str) -> dict[str, str]:
    if "#" not in uri:  # nearly always
        return {}
    parts = urlsplit(uri)
    return dict(parse_qsl(parts.fragment)) if parts.scheme in _SCHEMES else {}


def _relative_to(red: str, other: str) -> str:
    """Return `other` relative to the folder of `red` if it is inside that, so that the address stays short."""
    folder = red[: red.rfind("/") + 1]
    name = other[len(folder):]
    return name if other.startswith(folder) and "?" not in red + other and ":" not in name and name else other

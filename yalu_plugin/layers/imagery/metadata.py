"""Metadata of rasters, under the keys that dates and platforms are looked up by."""

from __future__ import annotations

import re
from datetime import timedelta

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timespan import parse_time
from yalu_plugin.core.text import translatable

XMP_READ = 100_000  # characters; the description comes before the edit history
_SINCE = re.compile(r"(second|sec|s|minute|min|hour|hr|h|day|d)s?\s+since\s+(.+)", re.IGNORECASE)
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_CALENDARS = ("", "standard", "gregorian", "proleptic_gregorian")


class SeveralTimes(YaluError):
    """A netCDF file with more than one time, whose bands would be shown as colours."""

    template = translatable("{path} holds images of {count} times. Split it into one file for each.")


def metadata_of(raster: gdal.Dataset, uri: str) -> dict[str, str]:
    """Return the keys of EXIF, of the default domain, of the format, and of IMAGERY (GDAL's satellite products).

    All in capitals; later domains override earlier ones. XMP is one text under its own key. Raises SeveralTimes.
    """
    exif, own, envi, imagery = (_domain(raster, name) for name in ("EXIF", "", "ENVI", "IMAGERY"))
    found = {key.upper(): value for domain in (exif, own) for key, value in domain.items()}
    found.update(_envi(envi))
    found.update(_netcdf(own, uri))
    found.update((key.upper(), value) for key, value in imagery.items())
    xmp = "".join(map(_text, raster.GetMetadata_List("xml:XMP") or ()))[:XMP_READ]
    return {**found, "XMP": xmp} if xmp else found


def copy_metadata(target: gdal.Dataset, raster: gdal.Dataset) -> gdal.Dataset:
    """Copy to `target` the metadata of the raster it was created from, and return it.

    GDAL copies the default domain only.
    """
    for domain in ("EXIF", "ENVI", "IMAGERY", "xml:XMP"):
        entries = raster.GetMetadata_List(domain)
        if entries:
            target.SetMetadata(list(map(_text, entries)), domain)
    return target


def _domain(raster: gdal.Dataset, name: str) -> dict[str, str]:
    return {_text(key): _text(value) for key, value in (raster.GetMetadata_Dict(name) or {}).items()}


def _text(value: str | bytes) -> str:
    """Decode GDAL's bytes for text that is not UTF-8, such as CP949; ASCII in it stays legible."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _envi(header: dict[str, str]) -> dict[str, str]:
    """Return an ENVI header's fields under the keys of other formats ("ENVI Header Files", NV5 Geospatial)."""
    named = {"acquisition_time": "ACQUISITION_DATETIME", "sensor_type": "SATELLITEID", "cloud_cover": "CLOUDCOVER",
             "description": "DESCRIPTION"}
    found = {ours: header[theirs].strip("{} \n") for theirs, ours in named.items() if header.get(theirs)}
    if found.get("SATELLITEID", "").lower() in ("unknown", "none"):
        del found["SATELLITEID"]
    return found


def _netcdf(own: dict[str, str], uri: str) -> dict[str, str]:
    """Return the only time of a netCDF file (CF conventions, "Time coordinate"); nothing if that has bounds.

    The bounds are in its time_coverage_start and time_coverage_end, which are read under their own names.
    """
    units, values = own.get("time#units", ""), own.get("NETCDF_DIM_time_VALUES", "").strip("{}").split(",")
    if len(values) > 1:
        raise SeveralTimes(path=uri, count=len(values))
    match = _SINCE.fullmatch(units.strip())
    if match is None or "time#bounds" in own or own.get("time#calendar", "").lower() not in _CALENDARS:
        return {}
    start = parse_time(_padded(match[2]))
    try:
        moment = start.begin + timedelta(seconds=float(values[0]) * _SECONDS[match[1][0].lower()]) if start else None
    except (ValueError, OverflowError):
        return {}
    return {"ACQUISITION_DATETIME": moment.strftime("%Y-%m-%dT%H:%M:%SZ")} if moment else {}


def _padded(text: str) -> str:
    """Return a moment of CF, such as 1970-1-1 0:0:0, with two digits everywhere."""
    text = re.sub(r"(?<!\d)(\d)(?!\d)", r"0\1", text.strip())
    return re.sub(r"\.\d*$", "", text)

"""Naming conventions of satellite products, and the position of the acquisition in their names.

Sources: the naming conventions published with the Copernicus Sentinels (ESA), Landsat Collections 1 and 2, its ARD,
scene ids and GLS (USGS), HLS, MODIS, VIIRS, ASTER and AppEEARS (NASA LP DAAC), OPERA and GOES, PlanetScope, SkySat and
basemaps (Planet), Maxar, Pleiades and SPOT (Airbus), KOMPSAT and GK2A (KARI, KMA), Gaofen and Ziyuan (CRESDA), Jilin-1
(Chang Guang), CBERS and Amazonia (INPE), TerraSAR-X, COSMO-SkyMed, RADARSAT, ALOS-2, Capella, ICEYE, Umbra, BlackSky,
NAIP (USDA), PROBA-V, EnMAP, PRISMA and the Copernicus Browser. A name with 14 digits in a row and no convention here is
read as a written date of which only the day is used, because cameras use local time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yalu_plugin.core.imagery.timespan import MONTHS

_START = r"(?<![A-Z0-9])"
_DATE = r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"
_ISO = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
_CLOCK = r"(?P<H>\d{2})(?P<M>\d{2})(?P<S>\d{2})"
_DAY_OF_YEAR = r"(?P<y>\d{4})(?P<j>\d{3})"
_ISO_END = r"(?P<end>\d{4}-\d{2}-\d{2})"
_HOUR = r"\d{2}[:_]\d{2}(?:[:_]\d{2})?"


class Product(NamedTuple):
    """A convention. "{0}" in `platform` is replaced by the group `unit`.

    Groups of the expression: y, yy (of this century), m or mon, d (without it a whole month), or j (day of the year), q
    (a quarter); H, M, S in UTC; end (a time or a day); m2 and y2 (the last month).
    """

    name: str
    expression: re.Pattern[str]
    platform: str


_PRODUCTS = (
    ("sentinel-1", rf"{_START}S1(?P<unit>[A-D])_.*?_{_DATE}T{_CLOCK}_(?P<end>\d{{8}}T\d{{6}})(?!\d)", "sentinel-1{0}"),
    ("sentinel-2", rf"{_START}S2(?P<unit>[A-D])_MSI\w{{3}}_{_DATE}T{_CLOCK}(?!\d)", "sentinel-2{0}"),
    # Before 2016 the processing date came first; without the sensing time after V the name has no acquisition.
    ("sentinel-2 operational", rf"{_START}S2(?P<unit>[A-D])_OPER_(?:.*_V{_DATE}T{_CLOCK}(?!\d))?", "sentinel-2{0}"),
    ("sentinel-2 granule", rf"{_START}T\d{{2}}[A-Z]{{3}}_{_DATE}T{_CLOCK}(?!\d)", "sentinel-2"),
    ("sentinel-2 earth engine", rf"(?<!\d){_DATE}T{_CLOCK}_\d{{8}}T\d{{6}}_T\d{{2}}[A-Z]{{3}}", "sentinel-2"),
    ("sentinel-2 mosaic", rf"{_START}S2GM_\w+?_{_DATE}_(?P<end>\d{{8}})_", "sentinel-2"),
    ("sentinel-3", rf"{_START}S3(?P<unit>[A-D])_\w\w_.*?_{_DATE}T{_CLOCK}_(?P<end>\d{{8}}T\d{{6}})_", "sentinel-3{0}"),
    ("sentinel-5p", rf"{_START}S5P_.*?_{_DATE}T{_CLOCK}_(?P<end>\d{{8}}T\d{{6}})_", "sentinel-5p"),
    ("landsat collection", rf"{_START}L[COTEM](?P<unit>0[1-9])_L\w{{3}}_\d{{6}}_{_DATE}_\d{{8}}_", "landsat-{0}"),
    ("landsat ard", rf"{_START}L[COTEM](?P<unit>0[1-9])_(?:CU|AK|HI)_\d{{6}}_{_DATE}_\d{{8}}_", "landsat-{0}"),
    ("landsat scene", rf"{_START}L[COTEM](?P<unit>[1-9])\d{{6}}{_DAY_OF_YEAR}[A-Z]{{3}}\d{{2}}", "landsat-{0}"),
    ("landsat etm+", rf"{_START}L(?P<unit>[4-8])[12]?\d{{6}}_\d{{3}}{_DATE}_", "landsat-{0}"),
    ("landsat gls", rf"{_START}P\d{{3}}R\d{{3}}_(?P<unit>[1-9])[A-Z]{{0,2}}{_DATE}(?!\d)", "landsat-{0}"),
    ("hls", rf"{_START}HLS\.[LS]30\.T\d{{2}}[A-Z]{{3}}\.{_DAY_OF_YEAR}(?:T{_CLOCK})?(?!\d)", ""),
    ("opera", rf"{_START}OPERA_L\d_.*?_{_DATE}T{_CLOCK}Z_\d{{8}}T\d{{6}}Z_", ""),
    ("modis", rf"{_START}(?:MOD|MYD|MCD)\w+\.A{_DAY_OF_YEAR}(?!\d)", "modis"),
    ("viirs", rf"{_START}(?:VNP|VJ[12])\w+\.A{_DAY_OF_YEAR}(?!\d)", "viirs"),
    ("viirs night lights", rf"{_START}SVDNB_\w+?_{_DATE}-(?P<end>\d{{8}})_", "viirs"),
    ("appeears", rf"_doy{_DAY_OF_YEAR}(?:{_CLOCK})?(?!\d)", ""),
    ("aster", rf"{_START}AST_?\w{{2,5}}_00\d(?P<m>\d{{2}})(?P<d>\d{{2}})(?P<y>\d{{4}}){_CLOCK}(?!\d)", "aster"),
    ("hyperion", rf"{_START}EO1[AH]\d{{6}}{_DAY_OF_YEAR}(?!\d{{4}})", "eo-1"),
    ("goes", rf"{_START}OR_\w+-.*?_(?P<unit>G\d{{2}})_s{_DAY_OF_YEAR}{_CLOCK}\d_", "{0}"),
    ("gk2a", rf"{_START}gk2a_ami_.*?_{_DATE}(?P<H>\d{{2}})(?P<M>\d{{2}})(?!\d)", "gk2a"),
    ("skysat", rf"(?<!\d){_DATE}_{_CLOCK}_(?:ssc|s)(?P<unit>\d+)", "skysat"),
    ("planetscope", rf"(?<![A-Z0-9_-]){_DATE}_{_CLOCK}_(?:\d{{1,2}}_)?(?!00)[0-9a-f]{{4}}(?![0-9a-z])", "planetscope"),
    ("planet quarterly", rf"{_START}global_quarterly_(?P<y>\d{{4}})q(?P<q>[1-4])_mosaic", "planetscope"),
    ("planet monthly", rf"{_START}global_monthly_(?P<y>\d{{4}})_(?P<m>\d{{2}})_mosaic", "planetscope"),
    ("planet basemap", rf"{_START}(?:planet|ps)_\w+_(?P<y>\d{{4}})-(?P<m>\d{{2}})"
                       r"(?:_(?P<y2>\d{4})-(?P<m2>\d{2}))?_mosaic", "planetscope"),
    ("planet weekly", rf"{_START}(?:planet|ps)_\w+_{_ISO}_{_ISO_END}_mosaic", "planetscope"),
    ("copernicus browser", rf"(?<!\d){_ISO}-{_HOUR}_{_ISO_END}-{_HOUR}(?!\d)", ""),
    ("maxar", rf"(?P<yy>\d{{2}})(?P<mon>{'|'.join(MONTHS)})(?P<d>\d{{2}}){_CLOCK}\d?-[PMSA]\w{{3}}", ""),
    ("pleiades", rf"{_START}(?P<unit>PHR1[AB]|PNEO\d|SPOT[67])_(?:\w*?_)?{_DATE}(?P<H>\d{{2}})(?P<M>\d{{2}})", "{0}"),
    ("kompsat", rf"{_START}K(?P<unit>[35]A?|7)_{_DATE}{_CLOCK}_\d{{5}}_", "kompsat-{0}"),
    ("gaofen", rf"{_START}(?P<unit>GF\d)[A-D]?_\w+?_[EW]\d+\.\d+_[NS]\d+\.\d+_{_DATE}(?!\d)", "{0}"),
    ("cresda", rf"{_START}(?P<unit>ZY\d\w*|HJ\d\w*|CB\d\w*)_\w+?_[EW]\d+\.\d+_[NS]\d+\.\d+_{_DATE}(?!\d)", "{0}"),
    ("jilin-1", rf"{_START}JL1\w*?_(?:PMS|MSS|PAN|MUX|NP)\w*?_{_DATE}\d{{6}}_", "jilin-1"),
    ("cbers", rf"{_START}CBERS_?(?P<unit>\d[AB]?)_\w+?_{_DATE}_\d{{3}}_\d{{3}}_", "cbers-{0}"),
    ("amazonia", rf"{_START}AMAZONIA_(?P<unit>\d)_\w+?_{_DATE}_\d{{3}}_\d{{3}}_", "amazonia-{0}"),
    ("terrasar-x", rf"{_START}(?P<unit>TSX1|TDX1|PAZ1)_SAR__.*?_{_DATE}T{_CLOCK}_(?P<end>\d{{8}}T\d{{6}})", "{0}"),
    ("cosmo-skymed", rf"{_START}(?P<unit>CSKS\d|CSG)_.*?_{_DATE}{_CLOCK}_(?P<end>\d{{14}})(?!\d)", "{0}"),
    ("radarsat", rf"{_START}(?P<unit>RS2|RCM\d)_OK\w*?_{_DATE}_{_CLOCK}_", "{0}"),
    ("alos-2", r"ALOS2\d{9}-(?P<yy>\d{2})(?P<m>\d{2})(?P<d>\d{2})(?!\d)", "alos-2"),
    ("capella", rf"{_START}CAPELLA_(?P<unit>C\d{{2}})_\w+?_{_DATE}{_CLOCK}_(?P<end>\d{{14}})(?!\d)", "capella-{0}"),
    ("iceye", rf"{_START}ICEYE_(?P<unit>X\d+)_\w+?_{_DATE}T{_CLOCK}(?!\d)", "iceye-{0}"),
    ("umbra", rf"(?<!\d){_ISO}-(?P<H>\d{{2}})-(?P<M>\d{{2}})-(?P<S>\d{{2}})_(?P<unit>UMBRA-\d+)", "{0}"),
    ("blacksky", rf"{_START}BSG-\d{{3}}-{_DATE}-{_CLOCK}-", "blacksky"),
    ("naip", rf"{_START}m_\d{{7}}_[ns][ew]_\d{{1,2}}_[\dh.]{{1,4}}_{_DATE}(?:_\d{{8}})?(?!\d)", ""),
    ("proba-v", rf"{_START}PROBAV_S\d+_TO[AC]_X\d{{2}}Y\d{{2}}_{_DATE}(?!\d)", "proba-v"),
    ("enmap", rf"{_START}ENMAP01-.*?_{_DATE}T{_CLOCK}Z_", "enmap"),
    ("prisma", rf"{_START}PRS_L\w+?_\w+?_{_DATE}{_CLOCK}_(?P<end>\d{{14}})(?!\d)", "prisma"),
)


@cache
def products() -> tuple[Product, ...]:
    """Return the conventions in the order in which they are tried; compiled when first used, for a fast start."""
    return tuple(Product(name, re.compile(expression, re.IGNORECASE), platform)
                 for name, expression, platform in _PRODUCTS)

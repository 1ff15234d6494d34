"""Public addresses to search for images, in a module of their own so that a menu need not import the search."""

from __future__ import annotations

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"
PLANETARY_COMPUTER = "https://planetarycomputer.microsoft.com/api/stac/v1"
WAYBACK = "https://s3-us-west-2.amazonaws.com/config.maptiles.arcgis.com/waybackconfig.json"
GIBS = "https://gibs.earthdata.nasa.gov/wmts/epsg3857/best/1.0.0/WMTSCapabilities.xml"
# Layers of GIBS in natural colour, the sharpest first: Sentinel-2 and Landsat harmonised (30 m), VIIRS, MODIS.
GIBS_LAYERS = ("HLS_S30_Nadir_BRDF_Adjusted_Reflectance", "HLS_L30_Nadir_BRDF_Adjusted_Reflectance",
               "VIIRS_SNPP_CorrectedReflectance_TrueColor", "MODIS_Terra_CorrectedReflectance_TrueColor",
               "MODIS_Aqua_CorrectedReflectance_TrueColor")
GIBS_ATTRIBUTION = "NASA Global Imagery Browse Services (GIBS), part of NASA's ESDIS"
GIBS_LICENCE = "NASA EOSDIS data use: free and open, acknowledgement asked for"

"""Images made to have something fetched, or something local opened."""

from __future__ import annotations

from pathlib import Path

SIZE = 'rasterXSize="64" rasterYSize="64"'
PLACE = "<SRS>EPSG:4326</SRS><GeoTransform>127,.001,0,41.5,0,-.001</GeoTransform>"


def band(source: str, relative: int = 0, kind: str = "", more: str = "") -> str:
    """A band of a VRT whose one source is `source`."""
    return (f'<VRTRasterBand dataType="Byte" band="1"{kind}><SimpleSource><SourceFilename relativeToVRT="{relative}">'
            f"{source}</SourceFilename>{more}<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>")


def vrt(bands: str, place: str = PLACE, kind: str = "") -> str:
    """A virtual raster of 64 x 64 pixels."""
    return f"<VRTDataset {SIZE}{kind}>{place}{bands}</VRTDataset>"


def raw(path: str, relative: int = 0) -> str:
    """A VRT whose pixels are the bytes of any file."""
    return vrt('<VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand"><SourceFilename relativeToVRT='
               f'"{relative}">{path}</SourceFilename><ImageOffset>0</ImageOffset><PixelOffset>1</PixelOffset>'
               "<LineOffset>2</LineOffset></VRTRasterBand>")


def texts(web: str, outside: Path) -> dict[str, str]:
    """Hostile files by name: `web` is an address that must not be requested, `outside` an image in another folder."""
    there = outside.as_posix()
    wms = (f"<GDAL_WMS><Service name=\"TMS\"><ServerUrl>{web}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service>"
           "<DataWindow><UpperLeftX>127</UpperLeftX><UpperLeftY>42</UpperLeftY><LowerRightX>128</LowerRightX><LowerRightY>41"
           "</LowerRightY><TileLevel>1</TileLevel><SizeX>256</SizeX><SizeY>256</SizeY></DataWindow><BandsCount>3"
           "</BandsCount></GDAL_WMS>")
    code = ('<VRTRasterBand dataType="Byte" band="1" subClass="VRTDerivedRasterBand"><PixelFunctionType>f.f'
            "</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage><PixelFunctionCode>import os"
            "</PixelFunctionCode></VRTRasterBand>")
    warped = ('<VRTRasterBand dataType="Byte" band="1" subClass="VRTWarpedRasterBand"/><GDALWarpOptions>'
              '<SourceDataset relativeToVRT="0">{}</SourceDataset></GDALWarpOptions>')
    return {
        "curl.vrt": vrt(band(f"/vsicurl/{web}/a.tif")),
        "curl_options.vrt": vrt(band(f"/vsicurl?url={web}/a.tif")),
        "streamed.vrt": vrt(band(f"/vsicurl_streaming/{web}/a.tif")),
        "zip_curl.vrt": vrt(band(f"/vsizip//vsicurl/{web}/a.zip/a.tif")),
        "zip_braces.vrt": vrt(band(f"/vsizip/{{/vsicurl/{web}/a.zip}}/a.tif")),
        "s3.vrt": vrt(band("/vsis3/bucket/a.tif")),
        "gz.vrt": vrt(band(f"/vsigzip//vsicurl/{web}/a.tif.gz")),
        "subfile.vrt": vrt(band(f"/vsisubfile/0_100,/vsicurl/{web}/a.tif")),
        "http.vrt": vrt(band(f"{web}/a.tif")),
        "wms_inline.vrt": vrt(band(wms.replace("<", "&lt;"))),
        "wms_name.vrt": vrt(band(f"WMS:{web}/wms?LAYERS=a")),
        "wmts_name.vrt": vrt(band(f"WMTS:{web}/wmts")),
        "wcs_name.vrt": vrt(band(f"WCS:{web}/wcs?coverage=a")),
        "stacit.vrt": vrt(band(f"STACIT:&quot;{web}/items&quot;")),
        "dods.vrt": vrt(band(f"NETCDF:&quot;{web}/a.nc&quot;:a")),
        "vrt_name.vrt": vrt(band(f"vrt:///vsicurl/{web}/a.tif")),
        "in_vrt.vrt": vrt(band(vrt(band(f"/vsicurl/{web}/a.tif")).replace("<", "&lt;"))),
        "vrt_of_vrt.vrt": vrt(band("curl.vrt", 1)),
        "warped.vrt": vrt(warped.format(f"/vsicurl/{web}/a.tif"), kind=' subClass="VRTWarpedDataset"'),
        "warped_outside.vrt": vrt(warped.format(there), kind=' subClass="VRTWarpedDataset"'),
        "overview.vrt": vrt(band("good.tif", 1).replace("</VRTRasterBand>", (
            f"<Overview><SourceFilename relativeToVRT=\"0\">/vsicurl/{web}/a.tif</SourceFilename><SourceBand>1"
            "</SourceBand></Overview></VRTRasterBand>"))),
        "mask.vrt": vrt(f"{band('good.tif', 1)}<MaskBand>{band(f'/vsicurl/{web}/a.tif')}</MaskBand>"),
        "crs_of_web.vrt": vrt(band("good.tif", 1), f"<SRS>{web}/crs</SRS>"),
        "crs_of_file.vrt": vrt(band("good.tif", 1), "<SRS>/etc/passwd</SRS>"),
        "points_of_web.vrt": vrt(f'<GCPList Projection="{web}/crs"/>{band("good.tif", 1)}', ""),
        "options.vrt": vrt(band("good.tif", 1, more=(
            '<OpenOptions><OOI key="PRELUDE_STATEMENTS">ATTACH DATABASE \'a\' AS a</OOI></OpenOptions>'))),
        "python.vrt": vrt(code),
        "passwd.vrt": raw("/etc/passwd"),
        "passwd_relative.vrt": raw("../../../../../../../../etc/passwd", 1),
        "passwd_in_folder.vrt": raw(f"{there}/../../../../../../etc/passwd"),
        "outside.vrt": vrt(band(there)),
        "outside_relative.vrt": vrt(band(f"../{outside.parent.name}/{outside.name}", 1)),
        "group.vrt": f"<VRTDataset><Group name=\"/\"><Array name=\"a\"><Source><SourceFilename>/vsicurl/{web}/a.nc"
                     "</SourceFilename></Source></Array></Group></VRTDataset>",
        "capitals.vrt": raw("/etc/passwd").replace("subClass", "SUBCLASS").replace("SourceFilename", "SOURCEfilename"),
        "attribute.vrt": raw("x").replace("<SourceFilename relativeToVRT=\"0\">x</SourceFilename>", "").replace(
            "<VRTRasterBand", '<VRTRasterBand SourceFilename="/etc/passwd"'),
        "kind_as_element.vrt": raw("/etc/passwd").replace(' subClass="VRTRawRasterBand">', (
            "><subClass>VRTRawRasterBand</subClass>")),
        "in_pieces.vrt": vrt(band(f"{there}<!-- -->/../../chosen/good.tif")),
        "second_root.vrt": f'<a/>{vrt(band(f"/vsicurl/{web}/a.tif"))}',
        "declared.vrt": f'<?xml version="1.0"?><!-- a --><a/>{vrt(band(f"/vsicurl/{web}/a.tif"))}',
        "in_comment.vrt": "<!--" + " " * 900 + f'-->{vrt(band(f"/vsicurl/{web}/a.tif"))}',
        "named_otherwise.tif": vrt(band(f"/vsicurl/{web}/a.tif")),
        "wms.xml": wms, "wms.tif": wms, "wms.vrt": wms,
        "wcs.xml": f"<WCS_GDAL><ServiceURL>{web}/wcs?</ServiceURL><CoverageName>a</CoverageName></WCS_GDAL>",
        "wmts.xml": f"<GDAL_WMTS><GetCapabilitiesUrl>{web}/wmts</GetCapabilitiesUrl></GDAL_WMTS>",
        "remote.mrf": f"<MRF_META><CachedSource><Source>/vsicurl/{web}/a.tif</Source></CachedSource><Raster><Size "
                      'x="64" y="64"/><DataFile>/etc/passwd</DataFile></Raster></MRF_META>',
        "labels.lbl": "PDS_VERSION_ID = PDS3\n^IMAGE = \"/etc/passwd\"\nOBJECT = IMAGE\nLINES = 9\nLINE_SAMPLES = 9\n"
                      "SAMPLE_BITS = 8\nEND_OBJECT = IMAGE\nEND\n",
        "isis.cub": "Object = IsisCube\nObject = Core\n^Core = /etc/passwd\nEnd_Object\nEnd_Object\nEnd\n",
        "raster.ers": "DatasetHeader Begin\nVersion = \"6.0\"\nDataFile = \"/etc/passwd\"\nDatasetHeader End\n",
        "tiles.lyr": "lyr",
        "address.tif": f"{web}/a.tif",
    }

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Yalu</name>
    <message>
        <source>Catalogue imagery</source>
        <translation>영상 목록화</translation>
    </message>
    <message>
        <source>Finds the images in a folder and its subfolders and adds them to a survey with the date on which each was acquired. The date comes from a STAC item beside the image, from its metadata, or from its name; each image says which. Images without a date are added as undated, never guessed. A file that cannot be read is reported and left out.</source>
        <translation>폴더와 그 하위 폴더에서 영상을 찾아 촬영 날짜와 함께 조사에 추가합니다. 날짜는 영상 옆의 STAC 항목, 영상의 메타데이터, 파일 이름 순으로 찾으며, 영상마다 그 근거를 표시합니다. 날짜가 없는 영상은 날짜 없음으로 추가하고 절대 추정하지 않습니다. 읽을 수 없는 파일은 알리고 제외합니다.</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>영상 폴더</translation>
    </message>
    <message>
        <source>The folder to look through, with all its subfolders. Nothing in it is changed.</source>
        <translation>찾아볼 폴더이며 모든 하위 폴더를 포함합니다. 폴더 안의 내용은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>조사</translation>
    </message>
    <message>
        <source>The survey (.gpkg) that keeps the images. An image it knows already is refreshed.</source>
        <translation>영상을 보관할 조사 파일(.gpkg). 이미 등록된 영상은 새로 고칩니다.</translation>
    </message>
    <message>
        <source>Dated images found</source>
        <translation>날짜 있는 영상 수</translation>
    </message>
    <message>
        <source>Undated images found</source>
        <translation>날짜 없는 영상 수</translation>
    </message>
    <message>
        <source>{dated} dated and {undated} undated images, {new} of them new to the survey.</source>
        <translation>날짜 있는 영상 {dated}개, 날짜 없는 영상 {undated}개. 그중 조사에 새로 추가된 것 {new}개.</translation>
    </message>
    <message>
        <source>Create survey</source>
        <translation>조사 생성</translation>
    </message>
    <message>
        <source>Creates a survey: one GeoPackage with tables for sites, observations, images, sources and claims, the river line, and its own styles. A file that exists is never overwritten.</source>
        <translation>조사를 생성합니다. 조사는 지점, 관측, 영상, 출처, 주장 테이블과 하천선, 자체 스타일을 담은 하나의 지오패키지입니다. 이미 있는 파일은 절대 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>With the published sites</source>
        <translation>공표된 지점 포함</translation>
    </message>
    <message>
        <source>Fill the survey with the published sites, observations, sources and claims that come with the plugin. Without it, the survey holds the river line only.</source>
        <translation>플러그인에 들어 있는 공표된 지점, 관측, 출처, 주장으로 조사를 채웁니다. 선택하지 않으면 조사에는 하천선만 들어갑니다.</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>지오패키지 (*.gpkg)</translation>
    </message>
    <message>
        <source>The new GeoPackage (.gpkg). Its name becomes the survey's title. It must not exist yet.</source>
        <translation>새 지오패키지(.gpkg). 파일 이름이 조사의 제목이 됩니다. 아직 없는 파일이어야 합니다.</translation>
    </message>
    <message>
        <source>{count} sites in {path}</source>
        <translation>{path}에 지점 {count}개</translation>
    </message>
    <message>
        <source>Export overview map</source>
        <translation>개관도 내보내기</translation>
    </message>
    <message>
        <source>Makes the overview map of a survey: every located crossing, the barge reach boxed and enlarged, legend, scale bar, north arrow, coordinate grid, sources, dates and licences on one A4 sheet.</source>
        <translation>조사의 개관도를 만듭니다. 위치가 확인된 모든 도하 지점, 상자로 표시하고 확대한 바지선 구간, 범례, 축척 막대, 방위기호, 좌표 그리드, 출처, 날짜, 라이선스를 A4 한 장에 담습니다.</translation>
    </message>
    <message>
        <source>The survey file (.gpkg). It is only read.</source>
        <translation>조사 파일(.gpkg). 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: the sites are shown as they stood then, with the survey's scene of that day if it has one. Empty: the latest date in the survey.</source>
        <translation>2025-07-30과 같은 UTC 날짜. 그 날짜 기준의 지점 상태를 표시하고, 조사에 그 날짜의 영상이 있으면 함께 표시합니다. 비워 두면 조사의 가장 최근 날짜를 씁니다.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>포맷</translation>
    </message>
    <message>
        <source>PDF (0) keeps text as text and is georeferenced, PNG (1) has 250 dots per inch, SVG (2) can be edited: give the name or the number. Left empty, the ending of the file to write says which.</source>
        <translation>PDF(0)는 텍스트를 텍스트로 유지하고 지리참조 정보를 담습니다. PNG(1)는 250 dpi이며, SVG(2)는 편집할 수 있습니다. 이름이나 번호를 지정하세요. 비워 두면 저장할 파일의 확장자를 따릅니다.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>A layout template (.qpt) of your own. Its items are found by their ids: title, main_map, inset_map, legend, scale_bar, north_arrow, sources, dates, licences, synthetic.</source>
        <translation>사용자의 조판 템플릿(.qpt). 항목은 다음 ID로 찾습니다: title, main_map, inset_map, legend, scale_bar, north_arrow, sources, dates, licences, synthetic.</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>개관도</translation>
    </message>
    <message>
        <source>The file to write. It is replaced only when the new one is complete.</source>
        <translation>저장할 파일. 새 파일이 완성된 다음에만 바꿉니다.</translation>
    </message>
    <message>
        <source>The report {path} cannot be written, so nothing was imported. Choose another place.</source>
        <translation>보고서 {path} 파일을 쓸 수 없어 아무것도 가져오지 않았습니다. 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>Import sites</source>
        <translation>지점 가져오기</translation>
    </message>
    <message>
        <source>Adds the sites of a file to a survey. Encoding, delimiter and the meaning of the columns are found out, in English, Korean and Chinese. Each row is good, repaired (latitude and longitude swapped, say) or refused (0,0, impossible or missing coordinates, an id taken already), and the report says which and why. Refused rows never block the others.</source>
        <translation>파일에 있는 지점을 조사에 추가합니다. 인코딩, 구분자, 열의 의미를 영어, 한국어, 중국어로 알아냅니다. 각 행은 정상, 수정됨(예: 위도와 경도가 뒤바뀜), 거부됨(0,0, 불가능하거나 누락된 좌표, 이미 쓰인 ID) 중 하나이며 보고서에 그 이유를 적습니다. 거부된 행은 다른 행을 막지 않습니다.</translation>
    </message>
    <message>
        <source>File of sites</source>
        <translation>지점 파일</translation>
    </message>
    <message>
        <source>Lists of sites (*.csv *.tsv *.txt *.geojson *.json *.gpkg *.shp *.kml *.kmz)</source>
        <translation>지점 목록 (*.csv *.tsv *.txt *.geojson *.json *.gpkg *.shp *.kml *.kmz)</translation>
    </message>
    <message>
        <source>CSV, TSV, GeoJSON, GeoPackage, Shapefile, KML or KMZ, in any encoding and coordinate reference system. It is not changed.</source>
        <translation>CSV, TSV, GeoJSON, 지오패키지, Shapefile, KML, KMZ. 인코딩과 좌표계는 무엇이든 됩니다. 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The survey (.gpkg) that the sites are added to.</source>
        <translation>지점을 추가할 조사 파일(.gpkg).</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>좌표계</translation>
    </message>
    <message>
        <source>For a file that states none, such as a Shapefile without .prj or a table with projected x and y. Without it, latitude and longitude columns are WGS 84.</source>
        <translation>좌표계를 밝히지 않은 파일용입니다. 예: .prj가 없는 Shapefile, 투영된 x와 y가 있는 표. 지정하지 않으면 위도·경도 열을 WGS 84로 봅니다.</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>시험 실행</translation>
    </message>
    <message>
        <source>Write nothing to the survey; the counts and the report say what would be written.</source>
        <translation>조사에 아무것도 쓰지 않습니다. 개수와 보고서는 무엇이 쓰일지를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The number, fate and reason of every row, as JSON.</source>
        <translation>모든 행의 번호, 처리 결과, 이유를 담은 JSON.</translation>
    </message>
    <message>
        <source>Sites imported, repaired ones included</source>
        <translation>가져온 지점 수(수정된 것 포함)</translation>
    </message>
    <message>
        <source>Sites repaired on import</source>
        <translation>가져올 때 수정된 지점 수</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>거부된 행 수</translation>
    </message>
    <message>
        <source>Row {number} refused: {reason}</source>
        <translation>{number}행 거부됨: {reason}</translation>
    </message>
    <message>
        <source>Row {number} repaired: {reason}</source>
        <translation>{number}행 수정됨: {reason}</translation>
    </message>
    <message>
        <source>Measure corridor</source>
        <translation>회랑 측정</translation>
    </message>
    <message>
        <source>Measures crossings along a river: chainage from a datum, growing downstream; gap to the next crossing along the river and straight; offset from the line; bank side looking downstream; county reach. Distances are geodesic on the WGS 84 ellipsoid, whatever the project's CRS and ellipsoid are. Staging areas, fuel stations and other sites that are no crossings are left out, as are rows without a point. Within 2 km of a county break the county is uncertain.</source>
        <translation>하천을 따라 도하 지점을 측정합니다. 기점에서 하류로 갈수록 커지는 누가거리, 다음 도하 지점까지의 하천 거리와 직선 거리, 선에서의 이격거리, 하류를 바라본 강안, 시·군 구간을 구합니다. 거리는 프로젝트의 좌표계와 타원체에 관계없이 WGS 84 타원체의 측지 거리입니다. 집결지, 주유소 등 도하 지점이 아닌 지점과 포인트가 없는 행은 제외합니다. 시·군 경계에서 2 km 이내이면 시·군이 불확실합니다.</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>도하 지점</translation>
    </message>
    <message>
        <source>Point layer in any CRS. The fields id (or site_id), name and kind are used where present; ids must differ. Of the survey's kinds only vehicle_ford and barge_dock count.</source>
        <translation>좌표계에 관계없는 포인트 레이어. id(또는 site_id), name, kind 필드가 있으면 사용하며, ID는 서로 달라야 합니다. 조사의 종류 중 vehicle_ford와 barge_dock만 셉니다.</translation>
    </message>
    <message>
        <source>River line</source>
        <translation>하천선</translation>
    </message>
    <message>
        <source>One river line in any CRS; parts must join end to end. Left empty, the bundled Yalu line is used. Which way is downstream is found beside the Yalu line; on another river a field named direction tells it, or else the line is taken to run downstream.</source>
        <translation>좌표계에 관계없는 하나의 하천선. 여러 부분이면 끝과 끝이 이어져야 합니다. 비워 두면 내장된 압록강 선을 씁니다. 압록강 선 옆에서는 하류 방향을 스스로 찾고, 다른 하천에서는 direction 필드를 따르며, 그 필드가 없으면 선이 하류로 향한다고 봅니다.</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>기점</translation>
    </message>
    <message>
        <source>The point whose nearest point on the line is chainage 0. Coordinates without a CRS are longitude, latitude in WGS 84. Left empty, it is the sandbar ford at Hyesan, or the line's upstream end where that ford is more than 5 km away.</source>
        <translation>이 포인트에서 가장 가까운 선 위의 점이 누가거리 0입니다. 좌표계 없는 좌표는 WGS 84 경도, 위도입니다. 비워 두면 혜산의 모래톱 여울목이며, 그곳이 5 km 넘게 떨어져 있으면 선의 상류 쪽 끝입니다.</translation>
    </message>
    <message>
        <source>Measured crossings</source>
        <translation>측정된 도하 지점</translation>
    </message>
    <message>
        <source>Points in WGS 84 in order downstream, with chainage_km, offset_m, side, gap_along_km, gap_straight_km, county and county_certain.</source>
        <translation>하류 순서로 정렬한 WGS 84 포인트. chainage_km, offset_m, side, gap_along_km, gap_straight_km, county, county_certain 필드가 있습니다.</translation>
    </message>
    <message>
        <source>Along the river between the outermost crossings, km</source>
        <translation>양 끝 도하 지점 사이의 하천 거리(km)</translation>
    </message>
    <message>
        <source>Straight between the outermost crossings, km</source>
        <translation>양 끝 도하 지점 사이의 직선 거리(km)</translation>
    </message>
    <message>
        <source>Along divided by straight</source>
        <translation>하천 거리를 직선 거리로 나눈 값</translation>
    </message>
    <message>
        <source>Crossings measured</source>
        <translation>측정된 도하 지점 수</translation>
    </message>
    <message>
        <source>Attribution and licence of the river line</source>
        <translation>하천선의 저작자 표시와 라이선스</translation>
    </message>
    <message>
        <source>The datum {datum} is no longitude and latitude. Add its CRS, as in 440000,4585000 [EPSG:32652].</source>
        <translation>기점 {datum} 값은 경도와 위도가 아닙니다. 440000,4585000 [EPSG:32652]처럼 좌표계를 덧붙이세요.</translation>
    </message>
    <message>
        <source>River line: {credit}, {licence}, vertices running {direction}</source>
        <translation>하천선: {credit}, {licence}, 꼭짓점 방향 {direction}</translation>
    </message>
    <message>
        <source>Datum: {lon:.6f}, {lat:.6f}, {offset:.0f} m from the line</source>
        <translation>기점: {lon:.6f}, {lat:.6f}, 선에서 {offset:.0f} m</translation>
    </message>
    <message>
        <source>Left out: {other} that are no crossings, {empty} without a point</source>
        <translation>제외: 도하 지점이 아닌 것 {other}개, 포인트가 없는 것 {empty}개</translation>
    </message>
    <message>
        <source>Left out, farther than 5 km from the line: {names}</source>
        <translation>선에서 5 km 넘게 떨어져 제외: {names}</translation>
    </message>
    <message>
        <source>Yalu crossings</source>
        <translation>압록강 도하 지점</translation>
    </message>
    <message>
        <source>Search STAC imagery</source>
        <translation>STAC 영상 검색</translation>
    </message>
    <message>
        <source>Searches a STAC API, or a static STAC catalog, for images by area, dates and cloud cover and adds them to a survey. Only their addresses are kept: the images stay where they are, and QGIS reads of them what the map shows. Images that do not tell their cloud cover are not left out.</source>
        <translation>STAC API 또는 정적 STAC 카탈로그에서 영역, 날짜, 운량으로 영상을 검색해 조사에 추가합니다. 영상의 주소만 보관합니다. 영상은 원래 위치에 그대로 있고, QGIS는 지도에 표시되는 부분만 읽습니다. 운량을 밝히지 않은 영상은 제외하지 않습니다.</translation>
    </message>
    <message>
        <source>STAC address</source>
        <translation>STAC 주소</translation>
    </message>
    <message>
        <source>The address of a STAC API, or the address or file of a catalog, collection or item.</source>
        <translation>STAC API의 주소, 또는 카탈로그·컬렉션·항목의 주소나 파일.</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>컬렉션</translation>
    </message>
    <message>
        <source>Ids of collections, with commas between them. Empty: all that there are.</source>
        <translation>컬렉션 ID. 쉼표로 구분합니다. 비워 두면 모든 컬렉션을 검색합니다.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>The area that the images are to show at least in part. Empty: anywhere.</source>
        <translation>영상에 적어도 일부가 담겨야 하는 영역. 비워 두면 제한하지 않습니다.</translation>
    </message>
    <message>
        <source>First day (UTC)</source>
        <translation>첫 날짜(UTC)</translation>
    </message>
    <message>
        <source>Last day (UTC)</source>
        <translation>마지막 날짜(UTC)</translation>
    </message>
    <message>
        <source>Images of this day or later. Empty: from the first one on.</source>
        <translation>이 날짜 또는 그 이후의 영상. 비워 두면 가장 이른 영상부터 찾습니다.</translation>
    </message>
    <message>
        <source>Images of this day or earlier. Empty: up to the last one.</source>
        <translation>이 날짜 또는 그 이전의 영상. 비워 두면 가장 최근 영상까지 찾습니다.</translation>
    </message>
    <message>
        <source>Cloud cover up to (%)</source>
        <translation>최대 운량(%)</translation>
    </message>
    <message>
        <source>Images with more cloud than this, in percent from 0 to 100, are left out.</source>
        <translation>구름이 이 값(0~100 %)보다 많은 영상은 제외합니다.</translation>
    </message>
    <message>
        <source>Site states</source>
        <translation>지점 상태</translation>
    </message>
    <message>
        <source>Writes every site of a survey with its state on a day: the last one that was observed by then, since when it holds, the days between which it was seen, and the image it was seen on. The state "unknown" means that nobody had looked by that day; it does not mean that the site was absent.</source>
        <translation>조사의 모든 지점을 지정한 날짜의 상태와 함께 저장합니다. 그 날짜까지 마지막으로 관측된 상태, 그 상태가 시작된 때, 관측된 날짜의 범위, 관측에 쓰인 영상을 적습니다. "unknown" 상태는 그 날짜까지 아무도 살피지 않았다는 뜻이며, 지점이 없었다는 뜻이 아닙니다.</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30. Empty: the latest known states.</source>
        <translation>2025-07-30과 같은 UTC 날짜. 비워 두면 최근 확인된 상태를 씁니다.</translation>
    </message>
    <message>
        <source>Sites with their states</source>
        <translation>지점과 상태</translation>
    </message>
    <message>
        <source>Points in WGS 84 with site_id, name, kind, state, since, seen_from, seen_to and image_id.</source>
        <translation>WGS 84 포인트. site_id, name, kind, state, since, seen_from, seen_to, image_id 필드가 있습니다.</translation>
    </message>
    <message>
        <source>The corridor is not a line ({found}). Choose a layer with one river line.</source>
        <translation>회랑이 선이 아닙니다({found}). 하천선 하나가 있는 레이어를 선택하세요.</translation>
    </message>
    <message>
        <source>The corridor has fewer than two distinct vertices. Choose a longer line.</source>
        <translation>회랑에 서로 다른 꼭짓점이 두 개 미만입니다. 더 긴 선을 선택하세요.</translation>
    </message>
    <message>
        <source>The corridor is in {parts} parts that do not join end to end (largest gap {gap_m} m). Join them into one line or choose one part.</source>
        <translation>회랑이 끝과 끝이 이어지지 않는 {parts}개 부분으로 되어 있습니다(가장 큰 간격 {gap_m} m). 하나의 선으로 잇거나 한 부분을 선택하세요.</translation>
    </message>
    <message>
        <source>The corridor has no coordinate reference system. Set the CRS of its layer.</source>
        <translation>회랑에 좌표계가 없습니다. 해당 레이어의 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>The {what} cannot be brought from {crs} to WGS 84. Check the layer's coordinate reference system.</source>
        <translation>{what} 데이터를 {crs} 좌표계에서 WGS 84로 변환할 수 없습니다. 레이어의 좌표계를 확인하세요.</translation>
    </message>
    <message>
        <source>The sites have no coordinate reference system. Set the CRS of their layer.</source>
        <translation>지점에 좌표계가 없습니다. 해당 레이어의 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>Site {site_id} is not one point ({found}). Choose a layer of points.</source>
        <translation>지점 {site_id}의 도형이 하나의 포인트가 아닙니다({found}). 포인트 레이어를 선택하세요.</translation>
    </message>
    <message>
        <source>{count} sites have the id {site_id}. Give each site an id of its own, then measure again.</source>
        <translation>ID가 {site_id}인 지점이 {count}개입니다. 지점마다 고유한 ID를 주고 다시 측정하세요.</translation>
    </message>
    <message>
        <source>The table could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>표를 {path} 파일에 쓸 수 없습니다. 다른 곳에서 열려 있으면 닫거나 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <translation>문제가 생겼습니다: {detail}</translation>
    </message>
    <message>
        <source>This needs the Python package {packages}, which is not installed. Use Install to add it.</source>
        <translation>설치되지 않은 Python 패키지 {packages}이(가) 필요합니다. “설치”를 눌러 추가하세요.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read. Choose a folder that exists and that you may open.</source>
        <translation>{path} 폴더를 읽을 수 없습니다. 존재하고 열 권한이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} is undated: no date in a STAC item, in its metadata or in its name. Add one there.</source>
        <translation>{name}: 날짜가 없습니다. STAC 항목, 메타데이터, 이름 어디에도 날짜가 없으니 그중 한 곳에 추가하세요.</translation>
    </message>
    <message>
        <source>{name} is undated: its date {date} ({evidence}) lies in the future. Correct it there.</source>
        <translation>{name}: 날짜가 없습니다. 찾은 날짜 {date}({evidence})이(가) 미래이니 그곳에서 바로잡으세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read and was left out ({detail}). Mend or remove it.</source>
        <translation>{path} 파일을 읽을 수 없어 제외했습니다({detail}). 고치거나 삭제하세요.</translation>
    </message>
    <message>
        <source>{path} is too large for a STAC item and was left out. Move it elsewhere.</source>
        <translation>{path} 파일은 STAC 항목이라기에는 너무 커서 제외했습니다. 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>The STAC item {path} has no datetime that can be read. Correct it.</source>
        <translation>STAC 항목 {path}에 읽을 수 있는 datetime이 없습니다. 바로잡으세요.</translation>
    </message>
    <message>
        <source>The STAC item {path} gives {name} another date than {other} does. Correct one of them.</source>
        <translation>STAC 항목 {path}의 {name} 날짜가 {other}의 날짜와 다릅니다. 둘 중 하나를 바로잡으세요.</translation>
    </message>
    <message>
        <source>The STAC item {name} has no GeoTIFF or JPEG 2000 that can be opened from here.</source>
        <translation>STAC 항목 {name}에 여기에서 열 수 있는 GeoTIFF 또는 JPEG 2000이 없습니다.</translation>
    </message>
    <message>
        <source>The coordinate is missing. Add it to the file.</source>
        <translation>좌표가 없습니다. 파일에 추가하세요.</translation>
    </message>
    <message>
        <source>“{text}” is not a coordinate. Write it as 41.411114, 128.186804 or 41°24'40"N 128°11'12"E.</source>
        <translation>“{text}”은(는) 좌표가 아닙니다. 41.411114, 128.186804 또는 41°24'40"N 128°11'12"E처럼 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” can be read in more than one way. Use decimal points and one comma.</source>
        <translation>“{text}”은(는) 여러 가지로 읽힐 수 있습니다. 소수점은 마침표로 쓰고 쉼표는 하나만 쓰세요.</translation>
    </message>
    <message>
        <source>“{text}” gives only one of latitude and longitude. Write both.</source>
        <translation>“{text}”에는 위도와 경도 중 하나만 있습니다. 둘 다 적으세요.</translation>
    </message>
    <message>
        <source>The letters in “{text}” do not fit latitude and longitude. Use N or S once, E or W once.</source>
        <translation>“{text}”의 문자가 위도와 경도에 맞지 않습니다. N 또는 S를 한 번, E 또는 W를 한 번 쓰세요.</translation>
    </message>
    <message>
        <source>“{text}” is not on the globe: latitude ends at 90 and longitude at 180 degrees. Correct it.</source>
        <translation>“{text}”은(는) 지구 위에 없습니다. 위도는 90도, 경도는 180도까지입니다. 바로잡으세요.</translation>
    </message>
    <message>
        <source>{path} is not a text file. Choose a CSV, or save it as CSV in its own program.</source>
        <translation>{path} 파일은 텍스트 파일이 아닙니다. CSV를 선택하거나 원래 프로그램에서 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is not written in {encoding}. Choose another encoding.</source>
        <translation>{path} 파일의 인코딩이 {encoding}이(가) 아닙니다. 다른 인코딩을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} shows no coordinates. Choose the latitude and longitude columns, or the one with both.</source>
        <translation>{path} 파일에 좌표가 보이지 않습니다. 위도 열과 경도 열, 또는 둘이 함께 있는 열을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} has no column {column}. Choose another one.</source>
        <translation>{path} 파일에 {column} 열이 없습니다. 다른 열을 선택하세요.</translation>
    </message>
    <message>
        <source>0,0 is an empty coordinate. Write the site's position.</source>
        <translation>0,0은 빈 좌표입니다. 지점의 위치를 적으세요.</translation>
    </message>
    <message>
        <source>The geometry is a {geometry}, and a site is one point. Draw it as a point.</source>
        <translation>도형이 {geometry}인데, 지점은 하나의 포인트여야 합니다. 포인트로 그리세요.</translation>
    </message>
    <message>
        <source>“{text}” are no degrees. Choose the coordinate reference system of the columns.</source>
        <translation>“{text}”은(는) 도 단위 값이 아닙니다. 열의 좌표계를 선택하세요.</translation>
    </message>
    <message>
        <source>latitude and longitude were swapped</source>
        <translation>위도와 경도가 뒤바뀌어 있었음</translation>
    </message>
    <message>
        <source>kind “{text}” is unknown: imported as other, the text kept in the note</source>
        <translation>종류 “{text}”을(를) 알 수 없음: 기타로 가져오고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>date “{text}” is unreadable or ambiguous: no date, the text kept in the note</source>
        <translation>날짜 “{text}”을(를) 읽을 수 없거나 모호함: 날짜 없이 가져오고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>“{text}” in {column} is unknown: left open, the text kept in the note</source>
        <translation>{column} 열의 “{text}”을(를) 알 수 없음: 비워 두고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>Row {first} has the id {id} already. Give this row its own id.</source>
        <translation>{first}행에 이미 ID {id}이(가) 있습니다. 이 행에 고유한 ID를 주세요.</translation>
    </message>
    <message>
        <source>The survey already has the site {id} from this source. Leave the row out, or name another source.</source>
        <translation>조사에 이 출처의 지점 {id}이(가) 이미 있습니다. 이 행을 제외하거나 다른 출처 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>The survey already has this site: same place, same name. Leave the row out.</source>
        <translation>조사에 위치와 이름이 같은 지점이 이미 있습니다. 이 행을 제외하세요.</translation>
    </message>
    <message>
        <source>{path} does not exist or cannot be read. Choose another file.</source>
        <translation>{path} 파일이 없거나 읽을 수 없습니다. 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be imported. Choose a CSV, TSV, GeoJSON, GeoPackage, Shapefile, KML or KMZ file.</source>
        <translation>{path} 파일은 가져올 수 없습니다. CSV, TSV, GeoJSON, 지오패키지, Shapefile, KML, KMZ 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is damaged or not what its name says. Open it in its own program and save it again.</source>
        <translation>{path} 파일이 손상되었거나 이름과 내용이 다릅니다. 원래 프로그램에서 열어 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is empty. Choose a file with a header line and a row for each site.</source>
        <translation>{path} 파일이 비어 있습니다. 제목 행과 지점별 행이 있는 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} has a header but no rows. Choose a file with a row for each site.</source>
        <translation>{path} 파일에 제목 행만 있고 데이터 행이 없습니다. 지점별 행이 있는 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} does not say its coordinate reference system. Choose it and read the file again.</source>
        <translation>{path} 파일에 좌표계가 적혀 있지 않습니다. 좌표계를 선택하고 파일을 다시 읽으세요.</translation>
    </message>
    <message>
        <source>{crs} is no known coordinate reference system. Write it as EPSG:5179, say.</source>
        <translation>{crs}은(는) 알려진 좌표계가 아닙니다. EPSG:5179처럼 적으세요.</translation>
    </message>
    <message>
        <source>{path} has no layer {layer}. Choose one of: {layers}.</source>
        <translation>{path} 파일에 {layer} 레이어가 없습니다. 다음 중에서 선택하세요: {layers}.</translation>
    </message>
    <message>
        <source>Vehicle crossing</source>
        <translation>차량 도하 지점</translation>
    </message>
    <message>
        <source>Barge crossing</source>
        <translation>바지선 도하 지점</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>집결지</translation>
    </message>
    <message>
        <source>Fuel station</source>
        <translation>주유소</translation>
    </message>
    <message>
        <source>Other site</source>
        <translation>기타 지점</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Under construction</source>
        <translation>공사 중</translation>
    </message>
    <message>
        <source>Washed out</source>
        <translation>유실됨</translation>
    </message>
    <message>
        <source>Looked for and not there</source>
        <translation>살폈으나 없음</translation>
    </message>
    <message>
        <source>Looked, could not see</source>
        <translation>살폈으나 판독 불가</translation>
    </message>
    <message>
        <source>No dated observation yet</source>
        <translation>날짜 있는 관측 없음</translation>
    </message>
    <message>
        <source>date of acquisition</source>
        <translation>촬영 날짜</translation>
    </message>
    <message>
        <source>date of release, not of acquisition</source>
        <translation>공개 날짜이며 촬영 날짜가 아님</translation>
    </message>
    <message>
        <source>acquired on this date or before</source>
        <translation>이 날짜 또는 그 이전에 촬영됨</translation>
    </message>
    <message>
        <source>date as reported</source>
        <translation>보고된 날짜</translation>
    </message>
    <message>
        <source>River line (border in OSM, a proxy)</source>
        <translation>하천선(OSM 국경선으로 대신함)</translation>
    </message>
    <message>
        <source>There is no latitude and longitude at that point. Click where the map shows the ground.</source>
        <translation>그 위치에는 위도와 경도가 없습니다. 지도에서 지표면이 보이는 곳을 클릭하세요.</translation>
    </message>
    <message>
        <source>Most cloud (percent)</source>
        <translation>최대 운량(퍼센트)</translation>
    </message>
    <message>
        <source>Step over scenes with more cloud than this; 100 % is no limit</source>
        <translation>구름이 이보다 많은 영상은 건너뜁니다. 100 %는 제한 없음</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>covers &amp;view</source>
        <translation>화면과 겹침(&amp;V)</translation>
    </message>
    <message>
        <source>Step over scenes that lie outside the map's view</source>
        <translation>지도 화면 밖에 있는 영상은 건너뜁니다</translation>
    </message>
    <message>
        <source>C&amp;loud ≤</source>
        <translation>구름(&amp;L) ≤</translation>
    </message>
    <message>
        <source>{n} outside the view</source>
        <translation>화면 밖 {n}개</translation>
    </message>
    <message>
        <source>{n} cloudy</source>
        <translation>구름 많음 {n}개</translation>
    </message>
    <message>
        <source>{n} skipped: {why}</source>
        <translation>{n}개 건너뜀: {why}</translation>
    </message>
    <message>
        <source>the file's own points</source>
        <translation>파일 자체의 포인트</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>위도</translation>
    </message>
    <message>
        <source>Column with the latitude, or with the northing (y) of a projected CRS</source>
        <translation>위도 열, 또는 투영 좌표계의 북향 좌표(y) 열</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>경도</translation>
    </message>
    <message>
        <source>Column with the longitude, or with the easting (x) of a projected CRS</source>
        <translation>경도 열, 또는 투영 좌표계의 동향 좌표(x) 열</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>좌표</translation>
    </message>
    <message>
        <source>Column with latitude and longitude together</source>
        <translation>위도와 경도가 함께 있는 열</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Column with the id that the source gives each site</source>
        <translation>출처가 각 지점에 붙인 ID가 있는 열</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Column with the site's name</source>
        <translation>지점 이름이 있는 열</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Column that says vehicle, barge, staging area, fuel station, ...</source>
        <translation>차량, 바지선, 집결지, 주유소 등을 밝힌 열</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>최초 관측</translation>
    </message>
    <message>
        <source>Column with the date the site was first seen</source>
        <translation>지점이 처음 관측된 날짜가 있는 열</translation>
    </message>
    <message>
        <source>County</source>
        <translation>시·군</translation>
    </message>
    <message>
        <source>Column with the county</source>
        <translation>시·군이 있는 열</translation>
    </message>
    <message>
        <source>Fence gate</source>
        <translation>철책 통문</translation>
    </message>
    <message>
        <source>Column that says whether the site is at a gate of the border fence</source>
        <translation>지점이 국경 철책의 통문에 있는지 밝힌 열</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Column that says confirmed, probable or possible</source>
        <translation>확인됨, 유력, 가능 중 무엇인지 밝힌 열</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Column with notes; columns not chosen anywhere are kept in the note too</source>
        <translation>메모가 있는 열. 다른 곳에서 선택하지 않은 열도 메모에 남습니다</translation>
    </message>
    <message>
        <source>Show the compare date while held</source>
        <translation>누르고 있는 동안 비교 날짜 표시</translation>
    </message>
    <message>
        <source>Show the compare date on the whole map while this key is held down</source>
        <translation>이 키를 누르고 있는 동안 지도 전체에 비교 날짜를 표시</translation>
    </message>
    <message>
        <source>Move compare handle left or up</source>
        <translation>비교 손잡이를 왼쪽 또는 위로 이동</translation>
    </message>
    <message>
        <source>Move the handle between the two dates to the left, or up</source>
        <translation>두 날짜 사이의 손잡이를 왼쪽 또는 위로 이동</translation>
    </message>
    <message>
        <source>Move compare handle right or down</source>
        <translation>비교 손잡이를 오른쪽 또는 아래로 이동</translation>
    </message>
    <message>
        <source>Move the handle between the two dates to the right, or down</source>
        <translation>두 날짜 사이의 손잡이를 오른쪽 또는 아래로 이동</translation>
    </message>
    <message>
        <source>Way of comparing</source>
        <translation>비교 방식</translation>
    </message>
    <message>
        <source>Compare the scene on screen with one of another date: drag the handle on the map between the two (Alt+, and Alt+. move it), or hold a key or the button to see the other date</source>
        <translation>화면의 영상을 다른 날짜의 영상과 비교: 지도에서 둘 사이의 손잡이를 끌거나(Alt+, 및 Alt+. 키로 이동), 키나 버튼을 누르고 있는 동안 다른 날짜를 봅니다</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>swipe sideways</source>
        <translation>좌우로 밀기</translation>
    </message>
    <message>
        <source>swipe up and down</source>
        <translation>위아래로 밀기</translation>
    </message>
    <message>
        <source>blink</source>
        <translation>깜박임</translation>
    </message>
    <message>
        <source>Compare date</source>
        <translation>비교 날짜</translation>
    </message>
    <message>
        <source>The scene to compare with: left of the handle, or above it</source>
        <translation>비교할 영상: 손잡이의 왼쪽 또는 위쪽에 표시됨</translation>
    </message>
    <message>
        <source>compare date</source>
        <translation>비교 날짜</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>비교(&amp;P)</translation>
    </message>
    <message>
        <source>no scene; sites as of {day}</source>
        <translation>영상 없음. 지점은 {day} 기준</translation>
    </message>
    <message>
        <source>no scene</source>
        <translation>영상 없음</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>회랑</translation>
    </message>
    <message>
        <source>no survey is open</source>
        <translation>열린 조사 없음</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>Preparing the corridor panel</source>
        <translation>회랑 패널 준비</translation>
    </message>
    <message>
        <source>stopped; close and open this panel to measure</source>
        <translation>중지됨. 측정하려면 이 패널을 닫았다가 다시 여세요</translation>
    </message>
    <message>
        <source>Installing…</source>
        <translation>설치 중…</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Default: Hyesan ford</source>
        <translation>기본값: 혜산 여울목</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>기점</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>표를 복사했습니다.</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>표를 CSV로 저장</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table was saved to {path}</source>
        <translation>표를 {path} 파일에 저장했습니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the table, tab separated</source>
        <translation>표를 탭으로 구분하여 복사</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the table as a CSV file</source>
        <translation>표를 CSV 파일로 저장</translation>
    </message>
    <message>
        <source>The line to measure along: the bundled river, or a line layer of the project</source>
        <translation>측정할 기준선: 내장된 하천선 또는 프로젝트의 선 레이어</translation>
    </message>
    <message>
        <source>Yalu (OSM border line)</source>
        <translation>압록강(OSM 국경선)</translation>
    </message>
    <message>
        <source>Measure all crossings, or those selected on the map</source>
        <translation>모든 도하 지점 또는 지도에서 선택한 도하 지점을 측정</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>The crossing from which chainage is counted, growing downstream</source>
        <translation>누가거리의 기점이 되는 도하 지점. 하류로 갈수록 커집니다</translation>
    </message>
    <message>
        <source>Download the missing packages into the QGIS profile</source>
        <translation>필요한 패키지를 QGIS 프로파일에 내려받기</translation>
    </message>
    <message>
        <source>Crossings along the corridor</source>
        <translation>회랑을 따른 도하 지점</translation>
    </message>
    <message>
        <source>Crossings in order downstream; selecting rows selects them on the map</source>
        <translation>하류 순서의 도하 지점. 행을 선택하면 지도에서도 선택됩니다</translation>
    </message>
    <message>
        <source>&amp;River</source>
        <translation>하천(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>기점(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Sites</source>
        <translation>지점(&amp;S)</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>도하 지점</translation>
    </message>
    <message>
        <source>Name of the crossing</source>
        <translation>도하 지점 이름</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>Chainage: km along the river, growing downstream</source>
        <translation>누가거리: 하천을 따른 거리(km), 하류로 갈수록 커짐</translation>
    </message>
    <message>
        <source>gap, km</source>
        <translation>간격, km</translation>
    </message>
    <message>
        <source>Gap to the next crossing downstream, along the river</source>
        <translation>하류의 다음 도하 지점까지 하천을 따른 간격</translation>
    </message>
    <message>
        <source>straight, km</source>
        <translation>직선, km</translation>
    </message>
    <message>
        <source>Gap to the next crossing downstream, straight (WGS 84 ellipsoid)</source>
        <translation>하류의 다음 도하 지점까지 직선 간격(WGS 84 타원체)</translation>
    </message>
    <message>
        <source>offset, m</source>
        <translation>이격, m</translation>
    </message>
    <message>
        <source>Distance from the line, which may itself be 50 to 150 m beside the stream</source>
        <translation>선에서의 거리. 선 자체가 물길에서 50~150 m 벗어나 있을 수 있음</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>강안</translation>
    </message>
    <message>
        <source>Side of the line, facing downstream</source>
        <translation>하류를 바라본 선의 쪽</translation>
    </message>
    <message>
        <source>County reach of the south bank; “?” within 2 km of a county break</source>
        <translation>남안의 시·군 구간. 시·군 경계에서 2 km 이내이면 “?”</translation>
    </message>
    <message>
        <source>Kind of crossing</source>
        <translation>도하 지점 종류</translation>
    </message>
    <message>
        <source>{kind}, unnamed</source>
        <translation>{kind}(이름 없음)</translation>
    </message>
    <message>
        <source>left</source>
        <translation>좌안</translation>
    </message>
    <message>
        <source>right</source>
        <translation>우안</translation>
    </message>
    <message>
        <source>on the line</source>
        <translation>선 위</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>{county} ?</source>
        <translation>{county} ?</translation>
    </message>
    <message>
        <source>County: within 2 km of a county break, so not certain</source>
        <translation>시·군: 시·군 경계에서 2 km 이내여서 확실하지 않음</translation>
    </message>
    <message>
        <source>1 crossing</source>
        <translation>도하 지점 1곳</translation>
    </message>
    <message>
        <source>{n} crossings</source>
        <translation>도하 지점 {n}곳</translation>
    </message>
    <message>
        <source>{crossings} (1 other site left out)</source>
        <translation>{crossings}(그 밖의 지점 1곳 제외)</translation>
    </message>
    <message>
        <source>{crossings} ({n} other sites left out)</source>
        <translation>{crossings}(그 밖의 지점 {n}곳 제외)</translation>
    </message>
    <message>
        <source>along river {along} km   straight {straight} km   ratio {ratio}</source>
        <translation>하천 거리 {along} km   직선 거리 {straight} km   비율 {ratio}</translation>
    </message>
    <message>
        <source>measured on {name} · {n} vertices</source>
        <translation>측정선 {name} · 꼭짓점 {n}개</translation>
    </message>
    <message>
        <source>left out, farther than 5 km from the line: {names}</source>
        <translation>선에서 5 km 넘게 떨어져 제외: {names}</translation>
    </message>
    <message>
        <source>Chainage starts at the line's upstream end: the Hyesan ford is not on this line.</source>
        <translation>누가거리는 선의 상류 쪽 끝에서 시작합니다. 혜산 여울목이 이 선 위에 없습니다.</translation>
    </message>
    <message>
        <source>Chainage starts at {lat:.5f}, {lon:.5f} (WGS 84), {offset:.0f} m from the line.</source>
        <translation>누가거리는 {lat:.5f}, {lon:.5f}(WGS 84)에서 시작하며 선에서 {offset:.0f} m 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>Add crossing</source>
        <translation>도하 지점 추가</translation>
    </message>
    <message>
        <source>Add a crossing: one click places it (V vehicle, B barge)</source>
        <translation>도하 지점 추가: 한 번 클릭하면 배치됩니다(V 차량, B 바지선)</translation>
    </message>
    <message>
        <source>Find a site</source>
        <translation>지점 찾기</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Clicks place: {kind}</source>
        <translation>클릭하면 배치: {kind}</translation>
    </message>
    <message>
        <source>{name} is {distance:.0f} m away. Is this the same site?</source>
        <translation>{distance:.0f} m 거리에 {name}이(가) 있습니다. 같은 지점입니까?</translation>
    </message>
    <message>
        <source>An unnamed site</source>
        <translation>이름 없는 지점</translation>
    </message>
    <message>
        <source>Same site</source>
        <translation>같은 지점</translation>
    </message>
    <message>
        <source>Another site</source>
        <translation>다른 지점</translation>
    </message>
    <message>
        <source>Added without a date: no scene is on screen.</source>
        <translation>화면에 영상이 없어 날짜 없이 추가했습니다.</translation>
    </message>
    <message>
        <source>No survey open</source>
        <translation>열린 조사 없음</translation>
    </message>
    <message>
        <source>{path} is read-only: look, but nothing can be added.</source>
        <translation>{path} 파일은 읽기 전용입니다. 볼 수는 있지만 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>Make a new survey or open one.</source>
        <translation>새 조사를 만들거나 조사를 여세요.</translation>
    </message>
    <message>
        <source>as of {day} (UTC)</source>
        <translation>{day} 기준(UTC)</translation>
    </message>
    <message>
        <source>latest known states</source>
        <translation>최근 확인된 상태</translation>
    </message>
    <message>
        <source>{found} of {published} published crossings located; {as_of}</source>
        <translation>공표된 도하 지점 {published}곳 중 {found}곳 위치 확인; {as_of}</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>No images were found there. Choose a folder with GeoTIFF or JPEG 2000 files.</source>
        <translation>영상을 찾지 못했습니다. GeoTIFF 또는 JPEG 2000 파일이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Reading the images of {folder}</source>
        <translation>{folder} 폴더의 영상 읽기</translation>
    </message>
    <message>
        <source>No images were found. Widen the view, the days or the cloud cover, or change collections.</source>
        <translation>영상을 찾지 못했습니다. 화면, 날짜, 운량의 범위를 넓히거나 컬렉션을 바꾸세요.</translation>
    </message>
    <message>
        <source>Searching for images</source>
        <translation>영상 검색 중</translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation>영상 폴더 추가</translation>
    </message>
    <message>
        <source>Stopped: no image was added.</source>
        <translation>중지됨: 추가된 영상이 없습니다.</translation>
    </message>
    <message>
        <source>1 scene</source>
        <translation>영상 1개</translation>
    </message>
    <message>
        <source>{n} scenes</source>
        <translation>영상 {n}개</translation>
    </message>
    <message>
        <source>{scenes}, {undated} undated, {problems} could not be read</source>
        <translation>{scenes}, 날짜 없음 {undated}개, 읽을 수 없음 {problems}개</translation>
    </message>
    <message>
        <source>No scene to step to there: {skipped}. Move the map, or change what is skipped.</source>
        <translation>그쪽으로 넘어갈 영상이 없습니다: {skipped}. 지도를 옮기거나 건너뛰는 조건을 바꾸세요.</translation>
    </message>
    <message>
        <source>No date was found.</source>
        <translation>날짜를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Undated ({n})</source>
        <translation>날짜 없음({n})</translation>
    </message>
    <message>
        <source>no scene on this day; sites as of {day}</source>
        <translation>이 날짜의 영상 없음. 지점은 {day} 기준</translation>
    </message>
    <message>
        <source>no scene on screen</source>
        <translation>화면에 영상 없음</translation>
    </message>
    <message>
        <source>no dated scenes yet</source>
        <translation>날짜 있는 영상이 아직 없음</translation>
    </message>
    <message>
        <source>reading images…</source>
        <translation>영상 읽는 중…</translation>
    </message>
    <message>
        <source>This scene lies outside the map view.</source>
        <translation>이 영상은 지도 화면 밖에 있습니다.</translation>
    </message>
    <message>
        <source>{n} dated scenes, {first} to {last}</source>
        <translation>날짜 있는 영상 {n}개, {first} ~ {last}</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Add the images of a folder and those below it</source>
        <translation>폴더와 하위 폴더의 영상을 추가</translation>
    </message>
    <message>
        <source>Search STAC…</source>
        <translation>STAC 검색…</translation>
    </message>
    <message>
        <source>Search a STAC for images of what the map shows</source>
        <translation>지도에 보이는 곳의 영상을 STAC에서 검색</translation>
    </message>
    <message>
        <source>Zoom to scene</source>
        <translation>영상으로 확대/축소</translation>
    </message>
    <message>
        <source>Zoom the map to the scene on screen, or to all scenes</source>
        <translation>화면의 영상 또는 전체 영상 범위로 지도를 확대/축소</translation>
    </message>
    <message>
        <source>First scene</source>
        <translation>첫 영상</translation>
    </message>
    <message>
        <source>Show the first scene</source>
        <translation>첫 영상 표시</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>이전 영상</translation>
    </message>
    <message>
        <source>Show the scene before this one</source>
        <translation>바로 앞 영상 표시</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>다음 영상</translation>
    </message>
    <message>
        <source>Show the scene after this one</source>
        <translation>바로 다음 영상 표시</translation>
    </message>
    <message>
        <source>Last scene</source>
        <translation>마지막 영상</translation>
    </message>
    <message>
        <source>Show the last scene</source>
        <translation>마지막 영상 표시</translation>
    </message>
    <message>
        <source>Scenes by date</source>
        <translation>날짜별 영상</translation>
    </message>
    <message>
        <source>Dated scenes: date (UTC), platform, kind of date, where the date was found</source>
        <translation>날짜 있는 영상: 날짜(UTC), 플랫폼, 날짜 종류, 날짜의 근거</translation>
    </message>
    <message>
        <source>choose a scene</source>
        <translation>영상 선택</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>날짜(UTC)</translation>
    </message>
    <message>
        <source>Show the sites as of this UTC day, with the scene of that day if there is one</source>
        <translation>이 UTC 날짜 기준의 지점을 표시하고, 그 날짜의 영상이 있으면 함께 표시</translation>
    </message>
    <message>
        <source>Undated images</source>
        <translation>날짜 없는 영상</translation>
    </message>
    <message>
        <source>Images without a date: they cannot be stepped to</source>
        <translation>날짜가 없어 차례로 넘겨 볼 수 없는 영상</translation>
    </message>
    <message>
        <source>&amp;Go to day (UTC)</source>
        <translation>날짜로 이동(UTC)(&amp;G)</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} 읽는 중</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>{name} 확인 중</translation>
    </message>
    <message>
        <source>{good} good, {repaired} repaired, {refused} refused</source>
        <translation>정상 {good}, 수정됨 {repaired}, 거부됨 {refused}</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here. Nothing is written before you press Import.</source>
        <translation>파일을 선택하거나 여기에 끌어다 놓으세요. “가져오기”를 누르기 전에는 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Import {sites}</source>
        <translation>{sites} 가져오기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>{sites} imported</source>
        <translation>{sites} 가져옴</translation>
    </message>
    <message>
        <source>Row {number}: {reason}</source>
        <translation>{number}행: {reason}</translation>
    </message>
    <message>
        <source>{sites} imported, {refused} refused</source>
        <translation>{sites} 가져옴, {refused}행 거부됨</translation>
    </message>
    <message>
        <source>CSV, TSV, GeoJSON, GeoPackage, Shapefile, KML or KMZ</source>
        <translation>CSV, TSV, GeoJSON, 지오패키지, Shapefile, KML, KMZ</translation>
    </message>
    <message>
        <source>What the survey will name as the source of these sites</source>
        <translation>조사에 이 지점들의 출처로 적을 이름</translation>
    </message>
    <message>
        <source>Every row of the file, and what becomes of it</source>
        <translation>파일의 모든 행과 그 처리 결과</translation>
    </message>
    <message>
        <source>Which rows are shown; all good and repaired ones are imported</source>
        <translation>표시할 행. 정상 행과 수정된 행은 모두 가져옵니다</translation>
    </message>
    <message>
        <source>Write the good and repaired rows to the survey</source>
        <translation>정상 행과 수정된 행을 조사에 쓰기</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>모든 행</translation>
    </message>
    <message>
        <source>Only {fate}</source>
        <translation>{fate} 행만</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>지점 1개</translation>
    </message>
    <message>
        <source>{n} sites</source>
        <translation>지점 {n}개</translation>
    </message>
    <message>
        <source>Lists of sites</source>
        <translation>지점 목록</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>good</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>수정됨</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>As it stands in the file</source>
        <translation>파일에 적힌 그대로</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Not observable</source>
        <translation>판독 불가</translation>
    </message>
    <message>
        <source>Yalu</source>
        <translation>압록강</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>근거 보기</translation>
    </message>
    <message>
        <source>Go to the scene on which the selected site's state was seen</source>
        <translation>선택한 지점의 상태가 관측된 영상으로 이동</translation>
    </message>
    <message>
        <source>Record what the scene on screen shows of the selected site: {state} ({letter} in the list or on the map)</source>
        <translation>화면의 영상에 보이는 선택한 지점의 상태를 기록: {state}(목록이나 지도에서 {letter})</translation>
    </message>
    <message>
        <source>Record: {state}</source>
        <translation>기록: {state}</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>구름</translation>
    </message>
    <message>
        <source>Ice</source>
        <translation>얼음</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>그림자</translation>
    </message>
    <message>
        <source>Too coarse to tell</source>
        <translation>해상도가 낮아 구별 불가</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>영상 범위 밖</translation>
    </message>
    <message>
        <source>After recording, stay</source>
        <translation>기록한 뒤 그대로 있기</translation>
    </message>
    <message>
        <source>After recording, next site</source>
        <translation>기록한 뒤 다음 지점</translation>
    </message>
    <message>
        <source>After recording, next scene</source>
        <translation>기록한 뒤 다음 영상</translation>
    </message>
    <message>
        <source>What to go on to after recording: nothing, the next site, or the next scene</source>
        <translation>기록한 뒤 넘어갈 대상: 없음, 다음 지점, 다음 영상</translation>
    </message>
    <message>
        <source>After recording</source>
        <translation>기록한 뒤</translation>
    </message>
    <message>
        <source>No file is chosen. Choose where to write the map.</source>
        <translation>선택된 파일이 없습니다. 지도를 저장할 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>Overview map written to {path}</source>
        <translation>개관도를 {path} 파일에 저장했습니다</translation>
    </message>
    <message>
        <source>Layout templates</source>
        <translation>조판 템플릿</translation>
    </message>
    <message>
        <source>the plugin's own</source>
        <translation>플러그인 자체 템플릿</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Open in layout designer</source>
        <translation>조판 설계기에서 열기</translation>
    </message>
    <message>
        <source>The title on the map</source>
        <translation>지도에 넣을 제목</translation>
    </message>
    <message>
        <source>A .qpt saved from a QGIS print layout; empty: the plugin's own</source>
        <translation>QGIS 인쇄 조판에서 저장한 .qpt. 비워 두면 플러그인 자체 템플릿</translation>
    </message>
    <message>
        <source>PDF and SVG keep text as text; PNG is a picture</source>
        <translation>PDF와 SVG는 텍스트를 텍스트로 유지하고, PNG는 그림입니다</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>저장할 파일</translation>
    </message>
    <message>
        <source>Write the map to the file</source>
        <translation>지도를 파일에 저장</translation>
    </message>
    <message>
        <source>Keep the map in the project and change it in QGIS' layout window</source>
        <translation>지도를 프로젝트에 보관하고 QGIS 조판 창에서 수정</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>기준 날짜</translation>
    </message>
    <message>
        <source>{day}, the day on screen (UTC)</source>
        <translation>{day}, 화면의 날짜(UTC)</translation>
    </message>
    <message>
        <source>the survey's latest observation</source>
        <translation>조사의 가장 최근 관측</translation>
    </message>
    <message>
        <source>Python's program was not found beside QGIS. Install {packages} with QGIS' own installer.</source>
        <translation>QGIS 옆에서 Python 프로그램을 찾지 못했습니다. QGIS 자체 설치 프로그램으로 {packages} 패키지를 설치하세요.</translation>
    </message>
    <message>
        <source>Python's package installer pip is missing. Run “{command}”, then press Install again.</source>
        <translation>Python 패키지 설치 도구 pip이 없습니다. “{command}” 명령을 실행한 뒤 “설치”를 다시 누르세요.</translation>
    </message>
    <message>
        <source>{packages} could not be installed. Check the internet connection and press Install again.</source>
        <translation>{packages} 패키지를 설치하지 못했습니다. 인터넷 연결을 확인하고 “설치”를 다시 누르세요.</translation>
    </message>
    <message>
        <source>Installing {packages} was stopped. Press Install to start again.</source>
        <translation>{packages} 설치가 중지되었습니다. 다시 시작하려면 “설치”를 누르세요.</translation>
    </message>
    <message>
        <source>Installing {packages}</source>
        <translation>{packages} 설치 중</translation>
    </message>
    <message>
        <source>{packages} installed</source>
        <translation>{packages} 설치됨</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>How the file writes its letters: change it where names look wrong</source>
        <translation>파일의 문자 인코딩. 이름이 깨져 보이면 바꾸세요</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>The sign between columns</source>
        <translation>열 사이의 기호</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>The layers or folders to import</source>
        <translation>가져올 레이어 또는 폴더</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>좌표계</translation>
    </message>
    <message>
        <source>Coordinate reference system of the file, or of its coordinate columns</source>
        <translation>파일 또는 좌표 열의 좌표계</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>acquired</source>
        <translation>촬영</translation>
    </message>
    <message>
        <source>released</source>
        <translation>공개</translation>
    </message>
    <message>
        <source>at or before this date</source>
        <translation>이 날짜 또는 그 이전</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>보고</translation>
    </message>
    <message>
        <source>STAC</source>
        <translation>STAC</translation>
    </message>
    <message>
        <source>GDAL metadata</source>
        <translation>GDAL 메타데이터</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} ~ {last}</translation>
    </message>
    <message>
        <source>{kind} (date from {source}), UTC</source>
        <translation>{kind}(날짜 근거: {source}), UTC</translation>
    </message>
    <message>
        <source>cloud {percent:.0f} %</source>
        <translation>구름 {percent:.0f} %</translation>
    </message>
    <message>
        <source>{gsd:g} m ground sample distance</source>
        <translation>지상 표본 거리 {gsd:g} m</translation>
    </message>
    <message>
        <source>SYNTHETIC</source>
        <translation>합성(SYNTHETIC)</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>, seen {seen_from} to {seen_to} (UTC)</source>
        <translation>, 관측 {seen_from} ~ {seen_to}(UTC)</translation>
    </message>
    <message>
        <source>the map's view: {west:.3f}° to {east:.3f}° E, {south:.3f}° to {north:.3f}° N</source>
        <translation>지도 화면: 동경 {west:.3f}° ~ {east:.3f}°, 북위 {south:.3f}° ~ {north:.3f}°</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>첫 날짜가 마지막 날짜보다 늦습니다.</translation>
    </message>
    <message>
        <source>STAC catalog</source>
        <translation>STAC 카탈로그</translation>
    </message>
    <message>
        <source>STAC catalogs (*.json *.geojson)</source>
        <translation>STAC 카탈로그 (*.json *.geojson)</translation>
    </message>
    <message>
        <source>Earth Search</source>
        <translation>Earth Search</translation>
    </message>
    <message>
        <source>Planetary Computer</source>
        <translation>Planetary Computer</translation>
    </message>
    <message>
        <source>A STAC API, or the address or file of a static catalog, collection or item</source>
        <translation>STAC API, 또는 정적 카탈로그·컬렉션·항목의 주소나 파일</translation>
    </message>
    <message>
        <source>Choose a catalog file</source>
        <translation>카탈로그 파일 선택</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Ids of collections, with commas between them; empty: all that there are</source>
        <translation>컬렉션 ID, 쉼표로 구분. 비워 두면 전체</translation>
    </message>
    <message>
        <source>any</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Images of this UTC day or later</source>
        <translation>이 UTC 날짜 또는 그 이후의 영상</translation>
    </message>
    <message>
        <source>Images of this UTC day or earlier</source>
        <translation>이 UTC 날짜 또는 그 이전의 영상</translation>
    </message>
    <message>
        <source>Cloud cover up to</source>
        <translation>최대 운량</translation>
    </message>
    <message>
        <source>Images with more cloud are left out; those that do not tell are not</source>
        <translation>구름이 더 많은 영상은 제외. 운량을 밝히지 않은 영상은 제외하지 않음</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search in the background; scenes go to the survey</source>
        <translation>백그라운드에서 검색. 영상은 조사에 추가됨</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>~(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>주소(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Collections</source>
        <translation>컬렉션(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Days (UTC)</source>
        <translation>날짜(UTC)(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;loud up to</source>
        <translation>최대 운량(&amp;L)</translation>
    </message>
    <message>
        <source>New survey…</source>
        <translation>새 조사…</translation>
    </message>
    <message>
        <source>New survey with the published sites</source>
        <translation>공표된 지점이 있는 새 조사</translation>
    </message>
    <message>
        <source>New empty survey…</source>
        <translation>빈 새 조사…</translation>
    </message>
    <message>
        <source>New survey with the river line and no sites</source>
        <translation>하천선만 있고 지점이 없는 새 조사</translation>
    </message>
    <message>
        <source>Open survey…</source>
        <translation>조사 열기…</translation>
    </message>
    <message>
        <source>Open a survey file</source>
        <translation>조사 파일 열기</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Import sites from CSV, KML, GeoJSON, GeoPackage or Shapefile</source>
        <translation>CSV, KML, GeoJSON, 지오패키지, Shapefile에서 지점 가져오기</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>새 조사</translation>
    </message>
    <message>
        <source>Surveys (*.gpkg)</source>
        <translation>조사 (*.gpkg)</translation>
    </message>
    <message>
        <source>Open survey</source>
        <translation>조사 열기</translation>
    </message>
    <message>
        <source>Surveys (*.gpkg);;All files (*)</source>
        <translation>조사 (*.gpkg);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The site chosen as datum is not in the survey any more. Choose another datum.</source>
        <translation>기점으로 선택한 지점이 조사에 더는 없습니다. 다른 기점을 선택하세요.</translation>
    </message>
    <message>
        <source>The scene cannot be placed on the map. Choose another coordinate reference system for it.</source>
        <translation>영상을 지도에 배치할 수 없습니다. 영상에 다른 좌표계를 선택하세요.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>지명</translation>
    </message>
    <message>
        <source>State on {day}</source>
        <translation>{day} 상태</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}({count})</translation>
    </message>
    <message>
        <source>The survey has no crossing to show. Import sites or add one, then make the map.</source>
        <translation>조사에 표시할 도하 지점이 없습니다. 지점을 가져오거나 추가한 다음 지도를 만드세요.</translation>
    </message>
    <message>
        <source>{path} is not a layout template. Choose a .qpt file saved from a QGIS print layout.</source>
        <translation>{path} 파일은 조판 템플릿이 아닙니다. QGIS 인쇄 조판에서 저장한 .qpt 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The template {path} has no item with the id {ids}. Add it in QGIS' layout window.</source>
        <translation>템플릿 {path}에 ID가 {ids}인 항목이 없습니다. QGIS 조판 창에서 추가하세요.</translation>
    </message>
    <message>
        <source>The map was not written to {path}. Choose another folder or file, and check free space.</source>
        <translation>지도를 {path} 파일에 쓰지 못했습니다. 다른 폴더나 파일을 선택하고 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>SYNTHETIC IMAGERY</source>
        <translation>합성 영상(SYNTHETIC)</translation>
    </message>
    <message>
        <source>Irregular crossings of the Yalu (Amnok) 압록강 鸭绿江</source>
        <translation>압록강(鸭绿江)의 비정규 도하 지점</translation>
    </message>
    <message>
        <source>Sites without a source: added by the survey's own analysts.</source>
        <translation>출처 없는 지점: 조사의 분석자가 추가함.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>River line: the border in OpenStreetMap where it follows the river, a proxy for the centreline (50-150 m sideways).</source>
        <translation>하천선: OpenStreetMap의 국경선 중 하천을 따르는 부분으로, 중심선을 대신함(옆으로 50~150 m 차이).</translation>
    </message>
    <message>
        <source>© OpenStreetMap contributors, ODbL 1.0.</source>
        <translation>© OpenStreetMap 기여자, ODbL 1.0.</translation>
    </message>
    <message>
        <source>Places: GeoNames (geonames.org), CC BY 4.0.</source>
        <translation>지명: GeoNames (geonames.org), CC BY 4.0.</translation>
    </message>
    <message>
        <source>Imagery: {credit}</source>
        <translation>영상: {credit}</translation>
    </message>
    <message>
        <source>attribution not stated in its file</source>
        <translation>파일에 저작자 표시 없음</translation>
    </message>
    <message>
        <source>Coordinates WGS 84; projection {crs}.</source>
        <translation>좌표 WGS 84, 투영 {crs}.</translation>
    </message>
    <message>
        <source>Data and licences</source>
        <translation>데이터와 라이선스</translation>
    </message>
    <message>
        <source>Sites as of {day} UTC: the last dated observation up to that day</source>
        <translation>{day} UTC 기준 지점: 그 날짜까지의 날짜 있는 마지막 관측</translation>
    </message>
    <message>
        <source>Sites as of {day} UTC, the survey's latest dated observation</source>
        <translation>{day} UTC 기준 지점: 조사의 날짜 있는 가장 최근 관측</translation>
    </message>
    <message>
        <source>Sites as of today, {day} UTC: no observation is dated</source>
        <translation>오늘 {day} UTC 기준 지점: 날짜 있는 관측 없음</translation>
    </message>
    <message>
        <source>Crossings located: {count} ({vehicles} vehicle, {barges} barge)</source>
        <translation>위치가 확인된 도하 지점: {count}곳(차량 {vehicles}, 바지선 {barges})</translation>
    </message>
    <message>
        <source>Crossings located: {count} ({vehicles} vehicle, {barges} barge: in the yellow box, enlarged below)</source>
        <translation>위치가 확인된 도하 지점: {count}곳(차량 {vehicles}, 바지선 {barges}: 노란 상자 안, 아래에 확대)</translation>
    </message>
    <message>
        <source>No imagery shown</source>
        <translation>표시된 영상 없음</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>, SYNTHETIC</source>
        <translation>, 합성(SYNTHETIC)</translation>
    </message>
    <message>
        <source>Imagery {what} ({kind}{mark})</source>
        <translation>영상 {what}({kind}{mark})</translation>
    </message>
    <message>
        <source>Survey "{title}", last changed {day}</source>
        <translation>조사 "{title}", 최종 수정 {day}</translation>
    </message>
    <message>
        <source>{host} cannot be found. Check the address and the connection.</source>
        <translation>{host} 서버를 찾을 수 없습니다. 주소와 연결을 확인하세요.</translation>
    </message>
    <message>
        <source>The connection to {host} failed ({detail}). Check the address, then try again.</source>
        <translation>{host} 서버에 연결하지 못했습니다({detail}). 주소를 확인한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{host} did not answer in time. Try again later, or set a longer timeout in QGIS' options.</source>
        <translation>{host} 서버가 제시간에 응답하지 않았습니다. 나중에 다시 시도하거나 QGIS 옵션에서 시간 제한을 늘리세요.</translation>
    </message>
    <message>
        <source>{host} is busy and takes no more requests now. Try again in {seconds} seconds.</source>
        <translation>{host} 서버가 바빠서 지금은 요청을 더 받지 않습니다. {seconds}초 뒤에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{host} failed (HTTP {status}). The fault is on its side: try again later.</source>
        <translation>{host} 서버에서 오류가 났습니다(HTTP {status}). 서버 쪽 문제이니 나중에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{host} refused the request (HTTP {status}). Check the address, collections and access.</source>
        <translation>{host} 서버가 요청을 거부했습니다(HTTP {status}). 주소, 컬렉션, 접근 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{host} sends every request on in circles. Check the address.</source>
        <translation>{host} 서버가 요청을 끝없이 되돌려 보냅니다(순환 리디렉션). 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>{host} sent more than {megabytes} MB in one answer, which was refused. Ask for less.</source>
        <translation>{host} 서버가 한 응답에 {megabytes} MB 넘게 보내어 받지 않았습니다. 더 적게 요청하세요.</translation>
    </message>
    <message>
        <source>{address} does not answer with JSON as STAC does ({detail}). Check the address.</source>
        <translation>{address} 주소가 STAC과 같은 JSON으로 응답하지 않습니다({detail}). 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>State on the date</source>
        <translation>날짜별 상태</translation>
    </message>
    <message>
        <source>Crossings and sites</source>
        <translation>도하 지점 및 관련 지점</translation>
    </message>
    <message>
        <source>Image footprints</source>
        <translation>영상 촬영 범위</translation>
    </message>
    <message>
        <source>Places (GeoNames)</source>
        <translation>지명(GeoNames)</translation>
    </message>
    <message>
        <source>The image {path} is damaged or not a raster. Copy or download it again.</source>
        <translation>영상 {path} 파일이 손상되었거나 래스터가 아닙니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>The image {path} is gone. Put it back, or catalogue its folder where it is now.</source>
        <translation>영상 {path} 파일이 없어졌습니다. 제자리에 두거나, 지금 있는 폴더를 목록화하세요.</translation>
    </message>
    <message>
        <source>The image {path} is not placed on the ground ({detail}). Give it a CRS and a position.</source>
        <translation>영상 {path}의 지상 위치가 정해지지 않았습니다({detail}). 좌표계와 위치를 지정하세요.</translation>
    </message>
    <message>
        <source>it has no CRS</source>
        <translation>좌표계가 없음</translation>
    </message>
    <message>
        <source>it has no position</source>
        <translation>위치가 없음</translation>
    </message>
    <message>
        <source>its CRS cannot be transformed to EPSG:4326</source>
        <translation>좌표계를 EPSG:4326으로 변환할 수 없음</translation>
    </message>
    <message>
        <source>its corners lie outside its CRS</source>
        <translation>모서리가 좌표계 범위를 벗어남</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened ({detail}). Check the connection, then try again.</source>
        <translation>영상 {path} 파일을 열 수 없습니다({detail}). 연결을 확인한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>This area cannot be found on the earth. Zoom to where you want images, then search again.</source>
        <translation>이 영역을 지구상에서 찾을 수 없습니다. 영상이 필요한 곳으로 확대/축소한 다음 다시 검색하세요.</translation>
    </message>
    <message>
        <source>{address} is no STAC API, catalog or item. Check the address.</source>
        <translation>{address} 주소는 STAC API, 카탈로그, 항목이 아닙니다. 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>The catalog {path} cannot be read ({detail}). Choose another file.</source>
        <translation>카탈로그 {path} 파일을 읽을 수 없습니다({detail}). 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>There is more than was read: {items} items. Choose a smaller view, fewer days or a collection.</source>
        <translation>항목 {items}개까지만 읽었고 더 있습니다. 화면이나 날짜 범위를 줄이거나 컬렉션을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} could not be read: the observation is kept, but without the file's checksum. Check the file.</source>
        <translation>{path} 파일을 읽을 수 없어 관측은 남기되 파일의 체크섬은 기록하지 않았습니다. 파일을 확인하세요.</translation>
    </message>
    <message>
        <source>Checksum of {name}</source>
        <translation>{name}의 체크섬</translation>
    </message>
    <message>
        <source>There is no file {path}. Check whether it was moved, or choose another survey.</source>
        <translation>{path} 파일이 없습니다. 옮겨졌는지 확인하거나 다른 조사를 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is not a GeoPackage. Choose a survey (.gpkg), or use Import for other files.</source>
        <translation>{path} 파일은 지오패키지가 아닙니다. 조사(.gpkg)를 선택하거나, 다른 파일은 “가져오기”를 쓰세요.</translation>
    </message>
    <message>
        <source>{path} is a GeoPackage but not a survey. Use Import to bring its points into one.</source>
        <translation>{path} 파일은 지오패키지이지만 조사가 아닙니다. “가져오기”로 포인트를 조사에 옮기세요.</translation>
    </message>
    <message>
        <source>{path} is damaged: nothing was changed in it. Put back a copy of it, and open that.</source>
        <translation>{path} 파일이 손상되어 아무것도 바꾸지 않았습니다. 사본을 되돌려 놓고 그것을 여세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read here. Copy it to a folder of your own, and open that copy.</source>
        <translation>{path} 파일을 여기에서 읽을 수 없습니다. 자신의 폴더에 복사하고 그 사본을 여세요.</translation>
    </message>
    <message>
        <source>{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.</source>
        <translation>{path} 파일은 더 새로운 플러그인으로 만들어졌습니다(조사 버전 {version}, 읽을 수 있는 버전 {known}). 플러그인을 업데이트하세요.</translation>
    </message>
    <message>
        <source>{path} is read-only: nothing was written. Save a copy where you may write, and open that.</source>
        <translation>{path} 파일은 읽기 전용이어서 아무것도 쓰지 않았습니다. 쓸 수 있는 곳에 사본을 저장하고 그것을 여세요.</translation>
    </message>
    <message>
        <source>{path} is in use by another program or an unsaved edit: nothing was written. Save or close it there and try again.</source>
        <translation>{path} 파일을 다른 프로그램이 쓰고 있거나 저장하지 않은 편집이 있어 아무것도 쓰지 않았습니다. 그곳에서 저장하거나 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{path} already exists and is left as it is. Open it, or choose another name.</source>
        <translation>{path} 파일이 이미 있어 그대로 두었습니다. 그 파일을 열거나 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Cannot create {path}. Choose another folder: one with free space, where you may write.</source>
        <translation>{path} 파일을 만들 수 없습니다. 여유 공간이 있고 쓸 수 있는 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Nothing was written to {path}. Check free space and the disk it is on, then try again.</source>
        <translation>{path} 파일에 아무것도 쓰지 않았습니다. 남은 공간과 디스크를 확인하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>No survey is open. Use New or Open in the Crossings panel first.</source>
        <translation>열린 조사가 없습니다. 먼저 도하 지점 패널에서 “새 조사” 또는 “조사 열기”를 사용하세요.</translation>
    </message>
    <message>
        <source>{n} sites are selected. Select the one site that is meant, in the list or on the map.</source>
        <translation>지점 {n}개가 선택되어 있습니다. 목록이나 지도에서 해당하는 지점 하나를 선택하세요.</translation>
    </message>
    <message>
        <source>No dated scene is on screen, so nothing tells the day. Show a scene in the Imagery panel.</source>
        <translation>화면에 날짜 있는 영상이 없어 날짜를 알 수 없습니다. 영상 패널에서 영상을 표시하세요.</translation>
    </message>
    <message>
        <source>{scene} is dated by its release: the picture is older, by how much is not known. Show a scene that tells when it was acquired.</source>
        <translation>{scene}의 날짜는 공개 날짜입니다. 촬영은 그보다 이전이지만 얼마나 이전인지는 알 수 없습니다. 촬영 날짜를 밝힌 영상을 표시하세요.</translation>
    </message>
    <message>
        <source>No image of this survey shows the site's state on that day. Record what you see first.</source>
        <translation>이 조사에는 그 날짜의 지점 상태를 보여 주는 영상이 없습니다. 먼저 보이는 것을 기록하세요.</translation>
    </message>
    <message>
        <source>Overview map...</source>
        <translation>개관도...</translation>
    </message>
    <message>
        <source>Make the overview map as PDF, PNG or SVG</source>
        <translation>개관도를 PDF, PNG, SVG로 만들기</translation>
    </message>
    <message>
        <source>Show or hide the panel {title}</source>
        <translation>{title} 패널 표시/숨기기</translation>
    </message>
    <message>
        <source>&amp;Yalu</source>
        <translation>압록강(&amp;Y)</translation>
    </message>
    <message>
        <source>Import {source}</source>
        <translation>{source} 가져오기</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>관측</translation>
    </message>
    <message>
        <source>Preparing measures</source>
        <translation>측정 준비</translation>
    </message>
</context>
</TS>

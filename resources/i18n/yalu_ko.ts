<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Yalu</name>
    <message>
        <source>{value} is not an option of {name}. Write one of {choices}.</source>
        <translation>{value}은(는) {name}에 쓸 수 있는 값이 아닙니다. 다음 중 하나를 적으세요: {choices}.</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} 누락</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>조사</translation>
    </message>
    <message>
        <source>Catalogue imagery</source>
        <translation>영상 목록화</translation>
    </message>
    <message>
        <source>Finds the images of a source and adds them to a survey with the date on which each was acquired. Of images in a folder the date comes from a STAC item next to the image, from its metadata, or from its name; each image says which. Images without a date are added as undated, never guessed. A file that may be an image and cannot be read is reported and left out. Nothing is fetched from the web for a file of this computer, and nothing outside of the folder is opened.</source>
        <translation>출처에서 영상을 찾아 각각의 촬영 날짜와 함께 조사에 추가합니다. 폴더에 있는 영상의 날짜는 영상 옆의 STAC 항목, 영상의 메타데이터 또는 이름에서 얻으며, 영상마다 그 근거를 표시합니다. 날짜가 없는 영상은 날짜 없음으로 추가하고 절대 추정하지 않습니다. 영상일 수 있으나 읽을 수 없는 파일은 알리고 제외합니다. 이 컴퓨터의 파일을 위해 웹에서 가져오는 것은 없으며, 폴더 밖의 것은 아무것도 열지 않습니다.</translation>
    </message>
    <message>
        <source>Source of images</source>
        <translation>영상 출처</translation>
    </message>
    <message>
        <source>A folder, a ZIP file, a list of images (CSV with a column uri), the address of a STAC API, the address or file of a STAC catalog, a tile address with {x}, {y}, {z} and a date such as {yyyy}-{mm}, the address of a WMTS' or WMS' capabilities followed by |layer=NAME, or the word wayback for Esri's World Imagery Wayback. Empty: the folder below.</source>
        <translation>폴더, ZIP 파일, 영상 목록(uri 열이 있는 CSV), STAC API의 주소, STAC 카탈로그의 주소나 파일, {x}, {y}, {z}와 {yyyy}-{mm} 같은 날짜가 있는 타일 주소, WMTS 또는 WMS의 capabilities 주소 뒤에 |layer=NAME을 붙인 것, 또는 Esri의 World Imagery Wayback을 뜻하는 단어 wayback. 비워 두면 아래 폴더를 씁니다.</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>영상 폴더</translation>
    </message>
    <message>
        <source>The folder to look through, with all its subfolders and ZIP files. Nothing in it is changed.</source>
        <translation>찾아볼 폴더이며 모든 하위 폴더와 ZIP 파일을 포함합니다. 폴더 안의 내용은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>CRS of images that have none</source>
        <translation>좌표계 없는 영상의 좌표계</translation>
    </message>
    <message>
        <source>For images of this computer that have a position and no CRS, a JPEG with a world file, say. Empty: they are reported and left out.</source>
        <translation>이 컴퓨터에 있는, 위치는 있으나 좌표계가 없는 영상에 씁니다(예: 월드 파일이 있는 JPEG). 비워 두면 그런 영상은 알리고 제외합니다.</translation>
    </message>
    <message>
        <source>Where sources on the web are searched; Wayback needs it. Empty: anywhere. Images of this computer are added wherever they lie.</source>
        <translation>웹에 있는 출처를 검색할 영역. Wayback에는 반드시 필요합니다. 비워 두면 제한하지 않습니다. 이 컴퓨터의 영상은 위치에 관계없이 모두 추가합니다.</translation>
    </message>
    <message>
        <source>Images of this day or later. Empty: from the first one on. A tile address needs it.</source>
        <translation>이 날짜 또는 그 이후의 영상. 비워 두면 가장 이른 영상부터 찾습니다. 타일 주소에는 반드시 필요합니다.</translation>
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
        <source>Compare two lists of crossings</source>
        <translation>두 도하 지점 목록 비교</translation>
    </message>
    <message>
        <source>Pairs off the crossings of two lists. The same: one of each list within the tolerance; as many pairs as possible are found, and of all ways to pair them the one whose distances add up to the least. Split: one of a list and several of the other within the tolerance. Moved: of the rest, one of each list of the same kind and not clearly on opposite banks, within five times the tolerance both straight and along the river. Only in A, only in B: what is left. Crossings farther than 5 km from the river line are left out and named. Distances are on the WGS 84 ellipsoid.</source>
        <translation>두 목록의 도하 지점을 짝짓습니다. 같음: 허용 오차 이내에 있는 각 목록의 지점 하나씩. 가능한 한 많은 짝을 찾고, 짝짓는 방법 중 거리의 합이 가장 작은 것을 씁니다. 나뉨: 허용 오차 이내에 있는 한 목록의 지점 하나와 다른 목록의 지점 여럿. 옮겨짐: 나머지 중 종류가 같고 분명히 반대편 강안에 있지 않은 각 목록의 지점 하나씩으로, 직선 거리와 하천 거리가 모두 허용 오차의 다섯 배 이내인 것. A에만 있음, B에만 있음: 남은 것. 하천선에서 5 km 넘게 떨어진 도하 지점은 제외하고 이름을 밝힙니다. 거리는 WGS 84 타원체 기준입니다.</translation>
    </message>
    <message>
        <source>List A</source>
        <translation>목록 A</translation>
    </message>
    <message>
        <source>List B</source>
        <translation>목록 B</translation>
    </message>
    <message>
        <source>Point layer in any CRS. The fields id (or site_id), name and kind are used where present; ids must differ within the list.</source>
        <translation>좌표계에 관계없는 포인트 레이어. id(또는 site_id), name, kind 필드가 있으면 사용하며, ID는 목록 안에서 서로 달라야 합니다.</translation>
    </message>
    <message>
        <source>Tolerance in metres</source>
        <translation>허용 오차(미터)</translation>
    </message>
    <message>
        <source>Metres, at most 5000. Two crossings nearer than this may be one. Take more than they are uncertain by in place, and less than the distance between crossings.</source>
        <translation>미터 단위, 최대 5000. 두 도하 지점이 이보다 가까우면 같은 곳일 수 있습니다. 위치의 불확실성보다는 크고 도하 지점 사이의 거리보다는 작은 값을 쓰세요.</translation>
    </message>
    <message>
        <source>Crossings of both lists</source>
        <translation>두 목록의 도하 지점</translation>
    </message>
    <message>
        <source>A point in WGS 84 for each row, at A's place, or at B's where it is in B only: status (same, split, moved, only_in_a, only_in_b), id, name, kind, chainage and side in both lists, how far B lies from A, straight and along the river (positive downstream), and the river line they refer to.</source>
        <translation>행마다 WGS 84 포인트 하나. 위치는 A의 위치이며, B에만 있으면 B의 위치입니다. status(same, split, moved, only_in_a, only_in_b), 두 목록의 id, name, kind, 누가거리, 강안, A에서 B까지의 직선 거리와 하천 거리(하류 방향이 양수), 그리고 측정의 기준이 된 하천선이 있습니다.</translation>
    </message>
    <message>
        <source>Lines from A to B</source>
        <translation>A에서 B로 이은 선</translation>
    </message>
    <message>
        <source>The rows that have a crossing in both lists again, as lines from A's place to B's.</source>
        <translation>두 목록 모두에 도하 지점이 있는 행을 A의 위치에서 B의 위치로 이은 선으로 나타낸 것.</translation>
    </message>
    <message>
        <source>Rows with the status {status}</source>
        <translation>{status} 상태의 행 수</translation>
    </message>
    <message>
        <source>River line: {line}</source>
        <translation>하천선: {line}</translation>
    </message>
    <message>
        <source>Compare with published claims</source>
        <translation>공표된 주장과 비교</translation>
    </message>
    <message>
        <source>Writes every claim in the survey's table claims with what is measured here: distances along the river line and straight, on the WGS 84 ellipsoid and in the claim's own unit, and the number of sites located. The column fits says which reading confirms the claim: along, straight, both, neither, counted, or not_measurable with what is located. "About" allows 5 % either way, "exactly" half a percent, "at least" anything longer. Where the published text leaves an end open, along_least and straight_least are measured to the nearest possible place.</source>
        <translation>조사의 claims 테이블에 있는 모든 주장을 여기에서 측정한 값과 함께 저장합니다. 하천선을 따른 거리와 직선 거리(WGS 84 타원체, 주장의 단위), 위치가 확인된 지점 수를 적습니다. fits 열은 어떤 해석이 주장을 뒷받침하는지 나타냅니다: along, straight, both, neither, counted, 또는 확인된 위치로는 측정할 수 없으면 not_measurable. "About"은 위아래 5 %, "exactly"는 0.5 %까지 허용하고, "at least"는 그보다 긴 모든 값을 허용합니다. 공표된 문구가 한쪽 끝을 명시하지 않으면 along_least와 straight_least는 그 끝이 될 수 있는 가장 가까운 곳까지 측정합니다.</translation>
    </message>
    <message>
        <source>The survey file (.gpkg) with the claims and the sites. It is only read.</source>
        <translation>주장과 지점이 있는 조사 파일(.gpkg). 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Claims measured</source>
        <translation>측정된 주장</translation>
    </message>
    <message>
        <source>A table with a row for each claim: claim_id, quantity, value, located, along, straight, fits, note, the river line that it was measured on, and the survey's record.</source>
        <translation>주장마다 한 행인 표: claim_id, quantity, value, located, along, straight, fits, note, 측정에 쓴 하천선, 그리고 조사의 기록.</translation>
    </message>
    <message>
        <source>Summary of counts</source>
        <translation>계수 요약</translation>
    </message>
    <message>
        <source>Writes a row for each count and class of objects: area, UTC days of the image and what kind of date that is, image, analyst, number, and which share of the area the image shows. Scenes of a day show the same objects, so of each area and day one count counts: that on the image which shows most of the area, then that with the finest pixels, then that on the last scene; on one image the count started first, which a recount checks. For the others why_not says which one comes first. A count that was not finished is in progress, and does not count. TOTAL adds what counts, less repeated: objects in the overlap of two areas that were counted in both. What was there on two days is in it twice. A finished count that found nothing has one row with the number 0.</source>
        <translation>계수와 객체 분류마다 한 행을 저장합니다. 구역, 영상의 UTC 날짜와 날짜의 종류, 영상, 분석자, 개수, 영상에 구역이 담긴 비율을 적습니다. 같은 날의 영상들은 같은 객체를 보여 주므로 구역과 날짜마다 계수 하나만 집계에 넣습니다. 구역을 가장 많이 담은 영상의 계수, 그다음으로 픽셀이 가장 작은 영상의 계수, 그다음으로 마지막 영상의 계수가 우선합니다. 한 영상에서는 먼저 시작한 계수를 넣으며, 재계수는 이를 검증하는 것입니다. 나머지 계수에는 어느 것이 우선하는지를 why_not에 적습니다. 완료하지 않은 계수는 진행 중이며 집계에 넣지 않습니다. TOTAL은 집계에 넣는 것의 합계에서 repeated를 뺀 값입니다. repeated는 두 구역이 겹치는 곳에 있어 양쪽에서 모두 센 객체입니다. 이틀에 걸쳐 그곳에 있던 것은 두 번 들어갑니다. 완료한 계수에서 아무것도 찾지 못했으면 개수가 0인 한 행으로 나옵니다.</translation>
    </message>
    <message>
        <source>The survey file (.gpkg). It is only read.</source>
        <translation>조사 파일(.gpkg). 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Counts by area, day and class</source>
        <translation>구역, 날짜, 분류별 계수</translation>
    </message>
    <message>
        <source>A table without geometry. first_day is empty where the image is dated at or before last_day.</source>
        <translation>도형이 없는 테이블. 영상의 날짜가 last_day 또는 그 이전으로만 알려진 경우 first_day는 비어 있습니다.</translation>
    </message>
    <message>
        <source>Objects in the counts that count</source>
        <translation>집계에 넣은 계수의 객체 수</translation>
    </message>
    <message>
        <source>Counts that count</source>
        <translation>집계에 넣은 계수 수</translation>
    </message>
    <message>
        <source>Counts in progress, not in the total</source>
        <translation>합계에 넣지 않은 진행 중인 계수</translation>
    </message>
    <message>
        <source>Left out: {n} marks that belong to no count.</source>
        <translation>제외: 어떤 계수에도 속하지 않는 표시 {n}개.</translation>
    </message>
    <message>
        <source>Not in the total: {n} counts in progress.</source>
        <translation>합계에 넣지 않음: 진행 중인 계수 {n}개.</translation>
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
        <source>GCJ-02 (Amap, Tencent) or BD-09 (Baidu), whose shift is undone, or as stated in each row; empty if they are not shifted. The note of each converted site says so.</source>
        <translation>GCJ-02(Amap, Tencent) 또는 BD-09(Baidu)이면 오프셋을 되돌립니다. 행마다 적힌 대로도 가능하며, 오프셋이 없으면 비워 두십시오. 변환된 지점의 메모에 적습니다.</translation>
    </message>
    <message>
        <source>DATUM={datum} converts them.</source>
        <translation>DATUM={datum}(으)로 변환합니다.</translation>
    </message>
    <message>
        <source>Length of a tank</source>
        <translation>탱크 길이</translation>
    </message>
    <message>
        <source>Diameter of a tank</source>
        <translation>탱크 지름</translation>
    </message>
    <message>
        <source>Allowance for the tank's walls</source>
        <translation>탱크 벽 두께 공제율</translation>
    </message>
    <message>
        <source>Weight of a cubic foot of fuel</source>
        <translation>연료 1세제곱피트의 무게</translation>
    </message>
    <message>
        <source>Weight of a US gallon of fuel</source>
        <translation>연료 1미국갤런의 무게</translation>
    </message>
    <message>
        <source>Tanks of a station</source>
        <translation>주유소당 탱크 수</translation>
    </message>
    <message>
        <source>Filling stations</source>
        <translation>주유소</translation>
    </message>
    <message>
        <source>Fillings of a tank in a month</source>
        <translation>탱크의 월 충전 횟수</translation>
    </message>
    <message>
        <source>Cap on imports</source>
        <translation>수입 상한</translation>
    </message>
    <message>
        <source>Volume of a tank, a cylinder</source>
        <translation>탱크 부피(원통)</translation>
    </message>
    <message>
        <source>Volume less the allowance</source>
        <translation>벽 두께를 뺀 부피</translation>
    </message>
    <message>
        <source>Weight of the fuel in a tank</source>
        <translation>탱크에 든 연료의 무게</translation>
    </message>
    <message>
        <source>Fuel in a tank</source>
        <translation>탱크에 든 연료</translation>
    </message>
    <message>
        <source>Fuel for all stations in a month</source>
        <translation>모든 주유소의 월간 연료량</translation>
    </message>
    <message>
        <source>The same in barrels of 42 US gallons</source>
        <translation>같은 양, 42미국갤런 배럴 단위</translation>
    </message>
    <message>
        <source>Fuel for all stations in a year</source>
        <translation>모든 주유소의 연간 연료량</translation>
    </message>
    <message>
        <source>Share of the cap</source>
        <translation>상한 대비 비율</translation>
    </message>
    <message>
        <source>SITES has no column "kind", so its filling stations cannot be counted. Give a survey's sites, or STATIONS.</source>
        <translation>SITES에 "kind" 열이 없어 주유소를 셀 수 없습니다. 조사의 지점 또는 STATIONS를 지정하세요.</translation>
    </message>
    <message>
        <source>Estimate fuel of filling stations</source>
        <translation>주유소 연료량 추정</translation>
    </message>
    <message>
        <source>Estimates how much fuel filling stations would take, as {source} did for 122 stations: from the size of a tank on imagery to barrels a year and the share of the cap on imports. Every assumption can be changed and is in the table. Nothing is rounded; the document rounds at every step, and its figures are next to those computed from its own assumptions. It is an estimate of what the tanks could hold, not of what was sold.</source>
        <translation>{source}에서 주유소 122곳에 대해 계산한 방식으로, 주유소에 들어갈 연료량을 계산합니다. 영상에서 측정한 탱크 크기에서 시작하여 연간 배럴 수와 수입 상한 대비 비율까지 구합니다. 모든 가정은 바꿀 수 있으며 표에 적힙니다. 반올림은 하지 않습니다. 원문은 단계마다 반올림하므로, 원문의 수치를 그 가정에서 다시 계산한 값 옆에 함께 적습니다. 이는 탱크에 담을 수 있는 양의 추정이며, 판매된 양의 추정이 아닙니다.</translation>
    </message>
    <message>
        <source>Length of a tank, feet</source>
        <translation>탱크 길이(피트)</translation>
    </message>
    <message>
        <source>How long a tank is, as measured on imagery, in feet.</source>
        <translation>영상에서 측정한 탱크의 길이(피트).</translation>
    </message>
    <message>
        <source>Diameter of a tank, feet</source>
        <translation>탱크 지름(피트)</translation>
    </message>
    <message>
        <source>How wide a tank is, as measured on imagery, in feet.</source>
        <translation>영상에서 측정한 탱크의 폭(피트).</translation>
    </message>
    <message>
        <source>Allowance, percent</source>
        <translation>공제율(퍼센트)</translation>
    </message>
    <message>
        <source>What is taken off a tank's volume for the thickness of its walls, 0 to 100.</source>
        <translation>탱크 벽의 두께 때문에 부피에서 빼는 비율, 0 ~ 100.</translation>
    </message>
    <message>
        <source>Pounds in a cubic foot of fuel</source>
        <translation>연료 1세제곱피트의 파운드 수</translation>
    </message>
    <message>
        <source>The weight of a cubic foot of fuel, in pounds.</source>
        <translation>연료 1세제곱피트의 무게(파운드).</translation>
    </message>
    <message>
        <source>Pounds in a US gallon of fuel</source>
        <translation>연료 1미국갤런의 파운드 수</translation>
    </message>
    <message>
        <source>The weight of a US gallon of fuel, in pounds.</source>
        <translation>연료 1미국갤런의 무게(파운드).</translation>
    </message>
    <message>
        <source>As many as a station has on average.</source>
        <translation>주유소 한 곳의 평균 탱크 수.</translation>
    </message>
    <message>
        <source>How many there are; not asked where SITES is given.</source>
        <translation>주유소의 수. SITES를 지정하면 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Sites to count the stations of</source>
        <translation>주유소를 셀 지점</translation>
    </message>
    <message>
        <source>A layer with a column kind, as a survey's sites: those of kind fuel_station are counted.</source>
        <translation>조사의 지점처럼 kind 열이 있는 레이어. 종류가 fuel_station인 지점을 셉니다.</translation>
    </message>
    <message>
        <source>How often each tank is filled in a month.</source>
        <translation>각 탱크를 한 달에 채우는 횟수.</translation>
    </message>
    <message>
        <source>Cap on imports, barrels a year</source>
        <translation>수입 상한(연간 배럴)</translation>
    </message>
    <message>
        <source>What may be imported in a year, in barrels of 42 US gallons.</source>
        <translation>1년에 수입할 수 있는 양(42미국갤런 배럴 단위).</translation>
    </message>
    <message>
        <source>Units of the table</source>
        <translation>표의 단위</translation>
    </message>
    <message>
        <source>imperial or metric. The outputs and what was published stay in gallons and barrels.</source>
        <translation>imperial(야드파운드법) 또는 metric(미터법). 출력값과 공표된 값은 갤런과 배럴 그대로입니다.</translation>
    </message>
    <message>
        <source>Steps of the estimate</source>
        <translation>추정 단계</translation>
    </message>
    <message>
        <source>A table with a row for each assumption and each step: step, quantity, value, unit, published, published_unit, source.</source>
        <translation>가정과 단계마다 행이 하나씩 있는 표: step, quantity, value, unit, published, published_unit, source.</translation>
    </message>
    <message>
        <source>US gallons a month</source>
        <translation>월간 미국갤런</translation>
    </message>
    <message>
        <source>Barrels a year</source>
        <translation>연간 배럴</translation>
    </message>
    <message>
        <source>{stations} stations take {gallons:,.0f} US gallons a month, {barrels:,.0f} barrels a year: {ratio:.2f} times the cap.</source>
        <translation>주유소 {stations}곳에 월 {gallons:,.0f}미국갤런, 연 {barrels:,.0f}배럴이 들어갑니다: 상한의 {ratio:.2f}배.</translation>
    </message>
    <message>
        <source>The two weights are not of one fuel: {gallon} lb in a US gallon are {foot:.2f} lb in a cubic foot, not {given}.</source>
        <translation>두 무게가 같은 연료의 값이 아닙니다: 1미국갤런당 {gallon} lb이면 1세제곱피트당 {foot:.2f} lb이며, {given}이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>{value} is not a day. Write {name} as 2025-07-30.</source>
        <translation>{value}은(는) 날짜가 아닙니다. {name}을(를) 2025-07-30처럼 적으세요.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: the sites are shown as they were then. Empty: the latest date in the survey.</source>
        <translation>2025-07-30과 같은 UTC 날짜. 그 날짜 기준의 지점 상태를 표시합니다. 비워 두면 조사의 가장 최근 날짜를 씁니다.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>PDF (0) keeps text as text, PNG (1) has 250 dots per inch, SVG (2) can be edited, GEOPDF (3) has the layers of its maps: give the name or the number. If empty, the suffix of the file to write decides. Several pages in any format except plain PDF are written as files in a folder.</source>
        <translation>PDF(0)는 텍스트를 텍스트로 유지하고, PNG(1)는 250 dpi이며, SVG(2)는 편집할 수 있고, GEOPDF(3)는 지도의 레이어를 담습니다. 이름이나 번호를 지정하세요. 비워 두면 저장할 파일의 확장자를 따릅니다. 여러 페이지는 일반 PDF가 아니면 한 폴더에 파일로 저장됩니다.</translation>
    </message>
    <message>
        <source>The file to write. It is replaced only when the new one is complete.</source>
        <translation>저장할 파일. 새 파일이 완성된 다음에만 바꿉니다.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>A layout template (.qpt) of your own. Its items are found by their ids: {ids}. A template is code: use none of unknown origin.</source>
        <translation>사용자의 조판 템플릿(.qpt). 항목은 다음 ID로 찾습니다: {ids}. 템플릿은 코드입니다. 출처를 모르는 템플릿은 쓰지 마세요.</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>페이지 크기</translation>
    </message>
    <message>
        <source>A4 (0), A3 (1), A2 (2) or A1 (3): give the name or the number. Empty: the template's.</source>
        <translation>A4 (0), A3 (1), A2 (2) 또는 A1 (3): 이름이나 번호를 지정하세요. 비워 두면 템플릿의 크기를 따릅니다.</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>용지 방향</translation>
    </message>
    <message>
        <source>landscape (0) or portrait (1): give the name or the number. A template of your own keeps its orientation.</source>
        <translation>landscape (0, 가로) 또는 portrait (1, 세로): 이름이나 번호를 지정하세요. 사용자 템플릿은 자체 방향을 따릅니다.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The language of the page: en (0), ko (1) or zh_CN (2). Empty: the language of QGIS.</source>
        <translation>페이지의 언어: en(0), ko(1), zh_CN(2). 비워 두면 QGIS의 언어를 씁니다.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>A picture (SVG, PNG, JPEG) for the upper right corner.</source>
        <translation>오른쪽 위 모서리에 넣을 그림(SVG, PNG, JPEG).</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>보안 등급</translation>
    </message>
    <message>
        <source>A line for the head and the foot of each page.</source>
        <translation>각 페이지의 머리글과 바닥글에 넣을 한 줄.</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>강조 색상</translation>
    </message>
    <message>
        <source>The colour of the bar at the head of each page.</source>
        <translation>각 페이지 위쪽 띠의 색상.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지 수</translation>
    </message>
    <message>
        <source>How many pages the map may take; the more, the larger the scale. 0: one, or up to four so that neighbours can be told apart.</source>
        <translation>지도가 차지할 수 있는 페이지 수. 많을수록 축척이 커집니다. 0: 한 페이지, 또는 이웃한 지점을 구별할 수 있도록 최대 네 페이지.</translation>
    </message>
    <message>
        <source>Scale 1:</source>
        <translation>축척 1:</translation>
    </message>
    <message>
        <source>The scale's denominator, such as 100000, on as many pages as that takes. Empty: chosen by the number of pages.</source>
        <translation>100000과 같은 축척 분모. 필요한 만큼 페이지를 씁니다. 비워 두면 페이지 수에 따라 정합니다.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>pages (0), poster (1): all panels on one long page, or booklet (2): many pages, at 1:50,000 unless a scale is given, and first a map that shows where each of them lies. Give the name or the number.</source>
        <translation>pages (0), 모든 패널을 긴 페이지 하나에 담는 poster (1), 또는 booklet (2): 여러 페이지로, 축척을 지정하지 않으면 1:50,000이며, 각 페이지의 위치를 보여 주는 지도가 맨 앞에 옵니다. 이름이나 번호를 지정하세요.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>장 선택</translation>
    </message>
    <message>
        <source>The names of the chapters; all of them if empty: {names}.</source>
        <translation>장의 이름. 비워 두면 모든 장을 넣습니다: {names}.</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Which sites have a sheet: all (0), or observed (1), only those with observations.</source>
        <translation>시트를 만들 지점: all(0)은 전체, observed(1)는 관측이 있는 지점만.</translation>
    </message>
    <message>
        <source>Export sites</source>
        <translation>지점 내보내기</translation>
    </message>
    <message>
        <source>Writes sites of a survey for other programs, with their ids: once edited there, the file can be imported again, and the import shows what was changed. KMZ: for Google Earth. CSV: the sites in OUTPUT, with observations and matrix in files next to it whose names end with _observations and _matrix. XLSX: the same as sheets. GeoJSON and SHP: the sites in OUTPUT, and their states over time in a file that ends with _states. GPKG: sites, states and observations as layers. GPX: waypoints. States are as known on DATE. The plugin's guide describes all columns.</source>
        <translation>조사의 지점을 id와 함께 다른 프로그램용으로 씁니다. 거기서 고친 파일을 다시 가져오면 무엇이 바뀌었는지 보여 줍니다. KMZ: Google Earth용. CSV: 지점은 OUTPUT에, 관측과 행렬은 그 옆에 이름이 _observations와 _matrix로 끝나는 파일에. XLSX: 같은 내용을 시트로. GeoJSON과 SHP: 지점은 OUTPUT에, 시간별 상태는 _states로 끝나는 파일에. GPKG: 지점, 상태, 관측을 레이어로. GPX: 경유지. 상태는 DATE에 알려진 것입니다. 모든 열은 플러그인 안내서에 설명되어 있습니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>A QGIS expression on the columns of the exported sites that is true for those to export, such as "kind" = 'barge_dock' AND "state" = 'present', or "chainage_km" BETWEEN 0 AND 60. Empty: all sites.</source>
        <translation>내보낼 지점에서 참이 되는, 내보내는 지점 열에 대한 QGIS 표현식. 예: "kind" = 'barge_dock' AND "state" = 'present', 또는 "chainage_km" BETWEEN 0 AND 60. 비우면 모든 지점.</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: states and observations are as known on it. Empty: the latest.</source>
        <translation>2025-07-30과 같은 UTC 날짜: 상태와 관측은 그날 알려진 것입니다. 비우면 가장 최근.</translation>
    </message>
    <message>
        <source>The format to write: {formats}.</source>
        <translation>쓸 형식: {formats}.</translation>
    </message>
    <message>
        <source>Folders by</source>
        <translation>폴더 기준</translation>
    </message>
    <message>
        <source>KMZ: the folders of the sites are their kinds, their counties or the quarters in which they were first seen.</source>
        <translation>KMZ: 지점 폴더는 종류, 군 또는 처음 확인된 분기입니다.</translation>
    </message>
    <message>
        <source>The file to write; its name gets the ending of FORMAT. It is replaced only when the new one is complete.</source>
        <translation>쓸 파일. 이름에 FORMAT의 확장자가 붙습니다. 새 파일이 완성된 뒤에만 바뀝니다.</translation>
    </message>
    <message>
        <source>{sites} sites exported</source>
        <translation>지점 {sites}곳을 내보냄</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>영역</translation>
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
        <source>Images of this day or earlier. Empty: up to the last one.</source>
        <translation>이 날짜 또는 그 이전의 영상. 비워 두면 가장 최근 영상까지 찾습니다.</translation>
    </message>
    <message>
        <source>The survey (.gpkg) that the images are added to. An image that it has already is refreshed.</source>
        <translation>영상을 보관할 조사 파일(.gpkg). 이미 등록된 영상은 새로 고칩니다.</translation>
    </message>
    <message>
        <source>{dated} dated and {undated} undated images, {new} of them new to the survey.</source>
        <translation>날짜 있는 영상 {dated}개, 날짜 없는 영상 {undated}개. 그중 조사에 새로 추가된 것 {new}개.</translation>
    </message>
    <message>
        <source>The report {path} cannot be written, so nothing was imported. Choose another place.</source>
        <translation>보고서 {path} 파일을 쓸 수 없어 아무것도 가져오지 않았습니다. 다른 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>Row {row}: {difference}</source>
        <translation>{row}행: {difference}</translation>
    </message>
    <message>
        <source>… and {n} more rows: the report has them</source>
        <translation>… 외 {n}개 행: 보고서에 있습니다</translation>
    </message>
    <message>
        <source>{n} sites of the survey are not in the list any more</source>
        <translation>조사의 지점 {n}개가 더 이상 목록에 없습니다</translation>
    </message>
    <message>
        <source>In {n} rows the survey stays as it is. To take the list's word there, set “Whose word counts” (UPDATE): {example}</source>
        <translation>{n}개 행에서는 조사 자료의 값이 그대로 유지됩니다. 목록의 값을 쓰려면 “누구의 값을 쓸지”(UPDATE)를 설정하십시오: {example}</translation>
    </message>
    <message>
        <source>Row {row} refused: {reason}</source>
        <translation>{row}행 거부됨: {reason}</translation>
    </message>
    <message>
        <source>Row {row} repaired: {reason}</source>
        <translation>{row}행 수정됨: {reason}</translation>
    </message>
    <message>
        <source>Row {row} imported, to be checked: {reason}</source>
        <translation>{row}행 가져옴, 검토 필요: {reason}</translation>
    </message>
    <message>
        <source>Row {row} left out until its question is answered: {reason}</source>
        <translation>{row}행은 답을 줄 때까지 제외됨: {reason}</translation>
    </message>
    <message>
        <source>Import sites</source>
        <translation>지점 가져오기</translation>
    </message>
    <message>
        <source>Adds the sites of a file to a survey, with the states and dates that it has for them. Encoding, delimiter and the meaning of columns and texts are detected. Each row is good, repaired (latitude and longitude swapped, say), imported but to be checked (far from the river, say), left out until its question is answered (a site that may be in the survey already), or refused (impossible or missing coordinates). The report says which and why, and lists the texts that can be mapped. A list that was imported before is an update: the same list changes nothing, and of a newer one the report lists the differences, of which nothing is taken unless you say so. Another survey is imported as a whole: sites, observations, images and sources.</source>
        <translation>파일의 지점을 상태와 날짜와 함께 조사에 추가합니다. 인코딩, 구분 기호, 열과 텍스트의 뜻은 자동으로 인식합니다. 각 행은 양호, 수정됨(예: 위도와 경도가 바뀜), 가져오지만 확인 필요(예: 강에서 멂), 질문에 답할 때까지 보류(조사에 이미 있을 수 있는 지점), 거부(불가능하거나 없는 좌표) 중 하나입니다. 보고서에 그 이유와 연결할 수 있는 텍스트가 있습니다. 전에 가져온 목록은 갱신입니다. 같은 목록은 아무것도 바꾸지 않으며, 새 목록은 보고서에 차이가 나열되고 지정하지 않으면 아무것도 반영하지 않습니다. 다른 조사는 지점, 관측, 영상, 출처를 통째로 가져옵니다.</translation>
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
        <source>The number, name, status and reason of every row, what it changes in the survey, and the texts of the file, as JSON.</source>
        <translation>모든 행의 번호, 이름, 상태와 이유, 조사에서 바꾸는 것, 파일의 텍스트를 JSON으로.</translation>
    </message>
    <message>
        <source>Sites imported</source>
        <translation>가져온 지점 수</translation>
    </message>
    <message>
        <source>Rows repaired on import</source>
        <translation>가져올 때 수정된 행 수</translation>
    </message>
    <message>
        <source>Rows imported that are to be checked</source>
        <translation>가져왔으나 검토가 필요한 행 수</translation>
    </message>
    <message>
        <source>Rows left out until their questions are answered</source>
        <translation>답을 줄 때까지 제외된 행 수</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>거부된 행 수</translation>
    </message>
    <message>
        <source>Sites of the survey changed</source>
        <translation>변경된 조사 지점</translation>
    </message>
    <message>
        <source>Sites that the list has no longer</source>
        <translation>목록에 더 이상 없는 지점</translation>
    </message>
    <message>
        <source>File of sites</source>
        <translation>지점 파일</translation>
    </message>
    <message>
        <source>CSV, TSV, text, XLSX, ODS, GeoJSON, GeoPackage, Shapefile, KML, KMZ, GPX and others, in any encoding and coordinate reference system, or another survey. It is not changed.</source>
        <translation>CSV, TSV, 텍스트, XLSX, ODS, GeoJSON, 지오패키지, Shapefile, KML, KMZ, GPX 등, 또는 다른 조사. 인코딩과 좌표계는 무엇이든 됩니다. 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The survey (.gpkg) that the sites are added to.</source>
        <translation>지점을 추가할 조사 파일(.gpkg).</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>What the survey will name as the source of the sites; the file's name if empty.</source>
        <translation>조사에 지점의 출처로 적을 이름. 비워 두면 파일 이름을 씁니다.</translation>
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
        <source>Coordinates are</source>
        <translation>좌표 종류</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>The character encoding of the file, such as cp949; detected if empty.</source>
        <translation>파일의 문자 인코딩. 예: cp949. 비워 두면 스스로 알아냅니다.</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>The character between columns; detected if empty.</source>
        <translation>열 사이의 기호. 비워 두면 스스로 알아냅니다.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>The layer, folder or sheet to read, or several as a JSON list; all if empty.</source>
        <translation>읽을 레이어, 폴더, 시트. 여러 개이면 JSON 목록으로 적습니다. 비워 두면 모두 읽습니다.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>A JSON object of fields and the columns that hold them, where they are not to be detected: {example}. null for none. A field that does not exist is answered with the list of fields.</source>
        <translation>스스로 알아내지 않게 할 필드와 그 값이 있는 열을 적은 JSON 객체: {example}. 해당하는 열이 없으면 null. 없는 필드를 적으면 필드 목록으로 답합니다.</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>종류 목록</translation>
    </message>
    <message>
        <source>States</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>날짜 목록</translation>
    </message>
    <message>
        <source>A JSON object of texts of the file and what they mean: {example}; empty for not read. The report lists the texts.</source>
        <translation>파일의 텍스트와 그 뜻을 적은 JSON 객체: {example}. 뜻을 비워 두면 읽지 않습니다. 보고서에 텍스트 목록이 있습니다.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>A JSON object of row numbers and answers for rows that may be a site of the survey: {example}. same: it is that site; separate: another site; leave_out: not imported. * is every other such row.</source>
        <translation>이미 알려진 지점일 수 있는 행의 번호와 답을 적은 JSON 객체: {example}. same: 그 지점임, separate: 다른 지점임, leave_out: 가져오지 않음. * 는 나머지 모든 해당 행입니다.</translation>
    </message>
    <message>
        <source>Whose word counts</source>
        <translation>누구의 값을 쓸지</translation>
    </message>
    <message>
        <source>A JSON object of fields in which the list differs from the survey, and whose word counts, the survey's or the list's: {example}. A key may also be a row (12), or a row's field (12.name); * is all others. Without it the survey stays as it is.</source>
        <translation>목록이 조사와 다른 항목과 어느 쪽의 값(조사 또는 목록)을 쓸지를 담은 JSON 객체: {example}. 키는 행(12)이나 행의 항목(12.name)일 수도 있으며, * 는 나머지 모두입니다. 없으면 조사는 그대로입니다.</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>목록에 없음</translation>
    </message>
    <message>
        <source>A JSON object of ids of sites that the list had and has no longer, and what is done: {example}. keep; retire, as of today; delete, if the site has no source. * is all others. Without it they are kept.</source>
        <translation>목록에 있다가 없어진 지점의 식별자와 처리 방법을 담은 JSON 객체: {example}. keep은 유지, retire는 오늘부로 집계 종료, delete는 출처가 없는 지점의 삭제입니다. * 는 나머지 모두입니다. 없으면 유지합니다.</translation>
    </message>
    <message>
        <source>{name} is not a JSON object. Write it like {{"text": "value"}}.</source>
        <translation>{name}은(는) JSON 객체가 아닙니다. {{"text": "value"}}처럼 적으세요.</translation>
    </message>
    <message>
        <source>{name} has the unknown field {field}. Use: {fields}.</source>
        <translation>{name}에 알 수 없는 필드 {field}이(가) 있습니다. 다음을 쓰세요: {fields}.</translation>
    </message>
    <message>
        <source>{name} cannot take {value}. Use: {values}.</source>
        <translation>{name}에는 {value} 값을 쓸 수 없습니다. 다음을 쓰세요: {values}.</translation>
    </message>
    <message>
        <source>Measure corridor</source>
        <translation>회랑 측정</translation>
    </message>
    <message>
        <source>Measures crossings along a river: chainage from a datum, growing downstream; gap to the next crossing along the river and straight; offset from the line; bank side looking downstream; county reach. Distances are geodesic on the WGS 84 ellipsoid, whatever the project's CRS and ellipsoid are. Every feature has a row. Staging areas, fuel stations and other sites that are not crossings, crossings farther than 5 km from the line and features without a point have "counted" false and a "reason": they are in no gap, extent or count. Within 2 km of a county break the county is uncertain.</source>
        <translation>하천을 따라 도하 지점을 측정합니다. 기점에서 하류로 갈수록 커지는 누가거리, 다음 도하 지점까지의 하천 거리와 직선 거리, 선에서의 이격거리, 하류를 바라본 강안, 시·군 구간을 구합니다. 거리는 프로젝트의 좌표계와 타원체에 관계없이 WGS 84 타원체의 측지 거리입니다. 모든 피처에 행이 하나씩 있습니다. 집결지, 주유소 등 도하 지점이 아닌 지점, 선에서 5 km 넘게 떨어진 도하 지점, 포인트가 없는 피처는 "counted"가 false이고 그 옆에 이유가 적히며, 어떤 간격, 범위, 개수에도 들어가지 않습니다. 시·군 경계에서 2 km 이내이면 시·군이 불확실합니다.</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>도하 지점</translation>
    </message>
    <message>
        <source>Point layer in any CRS. The fields id (or site_id), name and kind are used where present; ids must differ. Of the survey's kinds only vehicle_ford and barge_dock count; of other lists' kinds bridges, dams and staging areas do not, and an unknown kind counts with a warning.</source>
        <translation>임의의 CRS의 점 레이어. id(또는 site_id), name, kind 필드가 있으면 사용합니다. id는 서로 달라야 합니다. 조사의 종류 가운데 vehicle_ford와 barge_dock만 셉니다. 다른 말로 적힌 다리, 댐, 집결지는 세지 않으며, 모르는 말은 경고와 함께 셉니다.</translation>
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
        <source>Points in WGS 84 in order downstream, with chainage_km, offset_m, side, gap_along_km, gap_straight_km, county and county_certain, whether the row is counted as a crossing and if not the reason (other_kind, retired, off_line, no_point, not_one_point, outside_crs), and the datum and line they refer to. Rows without a place come last.</source>
        <translation>하류 순서로 정렬한 WGS 84 포인트. chainage_km, offset_m, side, gap_along_km, gap_straight_km, county, county_certain 필드, 행을 도하 지점으로 세는지와 세지 않으면 그 이유(other_kind, retired, off_line, no_point, not_one_point, outside_crs), 그리고 측정의 기준이 된 기점과 선이 있습니다. 위치가 없는 행은 맨 뒤에 옵니다.</translation>
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
        <source>The river line, its vertices and their mean spacing</source>
        <translation>하천선, 꼭짓점 수, 꼭짓점의 평균 간격</translation>
    </message>
    <message>
        <source>The datum {datum} is not a longitude and latitude. Add its CRS, as in 440000,4585000 [EPSG:32652].</source>
        <translation>기점 {datum} 값은 경도와 위도가 아닙니다. 440000,4585000 [EPSG:32652]처럼 좌표계를 덧붙이세요.</translation>
    </message>
    <message>
        <source>River line: {line}, vertices running {direction}</source>
        <translation>하천선: {line}, 꼭짓점 방향 {direction}</translation>
    </message>
    <message>
        <source>Datum: {lon:.6f}, {lat:.6f}, {offset:.0f} m from the line</source>
        <translation>기점: {lon:.6f}, {lat:.6f}, 선에서 {offset:.0f} m</translation>
    </message>
    <message>
        <source>Yalu crossings</source>
        <translation>압록강 도하 지점</translation>
    </message>
    <message>
        <source>River line</source>
        <translation>하천선</translation>
    </message>
    <message>
        <source>One river line in any CRS; parts must join end to end. Left empty, the bundled Yalu line is used. Near the Yalu line the downstream direction is detected; on another river a field named direction states it, or else the line is taken to run downstream.</source>
        <translation>좌표계에 관계없는 하나의 하천선. 여러 부분이면 끝과 끝이 이어져야 합니다. 비워 두면 내장된 압록강 선을 씁니다. 압록강 선 옆에서는 하류 방향을 스스로 찾고, 다른 하천에서는 direction 필드를 따르며, 그 필드가 없으면 선이 하류로 향한다고 봅니다.</translation>
    </message>
    <message>
        <source>Bridge gaps</source>
        <translation>끊긴 곳 잇기</translation>
    </message>
    <message>
        <source>Join the line's parts over the gaps between them with straight stretches. The bridged length is reported with the line.</source>
        <translation>선의 여러 부분 사이의 끊긴 곳을 직선으로 잇습니다. 이은 길이(미터)는 선과 함께 밝힙니다.</translation>
    </message>
    <message>
        <source>List {which}: </source>
        <translation>목록 {which}: </translation>
    </message>
    <message>
        <source>Not counted: {other} that are not crossings, {empty} without a point</source>
        <translation>세지 않음: 도하 지점이 아닌 것 {other}개, 포인트가 없는 것 {empty}개</translation>
    </message>
    <message>
        <source>Not counted, retired: {n}</source>
        <translation>집계 종료로 세지 않음: {n}개</translation>
    </message>
    <message>
        <source>Counted as crossings, though these kinds may not be: {kinds}</source>
        <translation>도하 지점으로 세었지만 아닐 수도 있는 종류: {kinds}</translation>
    </message>
    <message>
        <source>Not counted, farther than 5 km from the line: {names}</source>
        <translation>선에서 5 km 넘게 떨어져 세지 않음: {names}</translation>
    </message>
    <message>
        <source>Share of the river line searched, 0 to 1</source>
        <translation>하천선 중 탐색한 비율, 0 ~ 1</translation>
    </message>
    <message>
        <source>Kilometres searched</source>
        <translation>탐색한 길이(킬로미터)</translation>
    </message>
    <message>
        <source>Kilometres of the river line</source>
        <translation>하천선의 길이(킬로미터)</translation>
    </message>
    <message>
        <source>Kilometres where nothing could be observed</source>
        <translation>판독 불가였던 길이(킬로미터)</translation>
    </message>
    <message>
        <source>END {end} is before START {start}. Give the first day as START and the last as END.</source>
        <translation>END {end}이(가) START {start}보다 앞섭니다. 첫 날짜를 START로, 마지막 날짜를 END로 지정하세요.</translation>
    </message>
    <message>
        <source>Search coverage</source>
        <translation>탐색 범위</translation>
    </message>
    <message>
        <source>Writes which stretches of the river line were searched in a period: the longest ones with the same searches, with the days of their images, the images, the analysts, and whether the ground could be observed ("searched") or not ("not_observable"). A stretch that was observable in one search and not in another is searched. Images count that were taken wholly within the period; one known only as "at or before" counts if START is empty. A stretch without a row was not searched: nothing is known of it.</source>
        <translation>어떤 기간에 하천선의 어느 구간을 탐색했는지 저장합니다. 같은 관측이 적용되는 가장 긴 구간마다 영상의 날짜, 영상, 분석자, 그리고 판독할 수 있었는지("searched") 없었는지("not_observable")를 적습니다. 한 관측에서는 판독되고 다른 관측에서는 판독 불가였던 구간은 탐색한 것으로 봅니다. 전부 이 기간 안에 촬영된 영상만 셉니다. "at or before"로만 알려진 영상은 START가 비어 있으면 셉니다. 행이 없는 곳은 아무도 살피지 않은 곳이며, 그곳에 대해서는 아무것도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>첫 날짜</translation>
    </message>
    <message>
        <source>The first UTC day, such as 2025-07-01. Empty: from the beginning.</source>
        <translation>2025-07-01과 같은 첫 UTC 날짜. 비워 두면 처음부터 씁니다.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>마지막 날짜</translation>
    </message>
    <message>
        <source>The last UTC day, such as 2025-09-30. Empty: up to now.</source>
        <translation>2025-09-30과 같은 마지막 UTC 날짜. 비워 두면 지금까지 씁니다.</translation>
    </message>
    <message>
        <source>Searched stretches</source>
        <translation>탐색한 구간</translation>
    </message>
    <message>
        <source>Lines in WGS 84 with from_km and to_km (chainage from the datum, downstream), length_km, result, days, image_ids, analysts, from_m and to_m (from the upstream end), line, datum and the survey's record.</source>
        <translation>WGS 84 선. from_km과 to_km(기점에서 하류로 잰 누가거리), length_km, result, days, image_ids, analysts, from_m과 to_m(상류 쪽 끝에서 잰 거리), line, datum 필드와 조사의 기록이 있습니다.</translation>
    </message>
    <message>
        <source>The share as a sentence</source>
        <translation>비율을 나타낸 문장</translation>
    </message>
    <message>
        <source>Left out: {n} searches that are of another line, or not on a dated image.</source>
        <translation>제외: 다른 선의 것이거나 날짜를 알려 주는 영상에 근거하지 않은 탐색 {n}건.</translation>
    </message>
    <message>
        <source>Search STAC imagery</source>
        <translation>STAC 영상 검색</translation>
    </message>
    <message>
        <source>Searches a STAC API, or a static STAC catalog, for images by area, dates and cloud cover and adds them to a survey. Only their addresses are stored: the images stay where they are, and QGIS reads of them what the map shows. Images that do not state their cloud cover are not left out.</source>
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
        <source>Ids of collections, separated by commas. Empty: all.</source>
        <translation>컬렉션 ID. 쉼표로 구분합니다. 비워 두면 모든 컬렉션을 검색합니다.</translation>
    </message>
    <message>
        <source>The area that the images are to show at least in part. Empty: anywhere.</source>
        <translation>영상에 적어도 일부가 담겨야 하는 영역. 비워 두면 제한하지 않습니다.</translation>
    </message>
    <message>
        <source>Images of this day or later. Empty: from the first one on.</source>
        <translation>이 날짜 또는 그 이후의 영상. 비워 두면 가장 이른 영상부터 찾습니다.</translation>
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
        <source>END, {end}, is before START, {start}. Give a later END.</source>
        <translation>END({end})가 START({start})보다 앞섭니다. END를 더 늦은 날짜로 지정하세요.</translation>
    </message>
    <message>
        <source>Sites by dates</source>
        <translation>날짜별 지점 상태</translation>
    </message>
    <message>
        <source>Writes a row for each site, in order downstream, and a column for each scene, month or quarter. A cell says only what was observed within its column, in the survey's terms: "present &gt; washed_out" is one, then the other; "absent | present" contradict each other, or their order is not known; "not_observable" is searched, but not observable; empty is not searched; "(present)" was seen on some day of a longer time, of which this column is a part. No state is carried over from one cell to the next. A day on which something was recorded without a scene has its own column. Days are UTC. In XLSX each state is a letter and a colour: P, A, W, U, and N for not observable; the sheet legend has them.</source>
        <translation>지점마다 한 행(하류 순서), 영상·월·분기마다 한 열인 표를 저장합니다. 셀은 그 열의 기간 안에 관측된 것만 조사의 용어로 나타냅니다. "present &gt; washed_out"은 하나에 이어 다른 하나라는 뜻입니다. "absent | present"는 서로 모순되거나 순서를 알 수 없다는 뜻입니다. "not_observable"은 살펴보았으나 판독 불가이며, 빈 셀은 아무도 살피지 않은 것입니다. "(present)"는 이 열이 일부를 이루는 더 긴 기간 중 어느 날에 관측되었다는 뜻입니다. 상태는 한 셀에서 다음 셀로 이어지지 않습니다. 영상 없이 기록된 날짜에는 별도의 열이 있습니다. 날짜는 UTC입니다. XLSX에서는 각 상태를 글자와 색상으로 나타냅니다. 글자는 P, A, W, U이고 판독 불가는 N이며, 설명은 legend 시트에 있습니다.</translation>
    </message>
    <message>
        <source>scene: the scenes of one day and platform are a column; month; quarter.</source>
        <translation>scene: 한 날짜·한 플랫폼의 영상을 한 열로 합니다. month: 월. quarter: 분기.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작 날짜</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: columns before it are left out; months and quarters are whole ones. Empty: from the first.</source>
        <translation>2025-07-30과 같은 UTC 날짜. 그 전의 열은 제외합니다. 월과 분기는 통째로 들어갑니다. 비워 두면 첫 열부터 씁니다.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>종료 날짜</translation>
    </message>
    <message>
        <source>A UTC day: only what is known by its end. Empty: all.</source>
        <translation>UTC 날짜. 그 날짜가 끝날 때까지 알려진 것만 씁니다. 비워 두면 모두 씁니다.</translation>
    </message>
    <message>
        <source>CSV (*.csv);;XLSX (*.xlsx);;PNG (*.png);;SVG (*.svg)</source>
        <translation>CSV (*.csv);;XLSX (*.xlsx);;PNG (*.png);;SVG (*.svg)</translation>
    </message>
    <message>
        <source>The file to write: a table (.csv, .xlsx) or a picture (.png, .svg), by its suffix. It is replaced only when the new one is complete.</source>
        <translation>저장할 파일. 확장자에 따라 표(.csv, .xlsx) 또는 그림(.png, .svg)이 됩니다. 새 파일이 완성된 다음에만 바꿉니다.</translation>
    </message>
    <message>
        <source>{sites} sites, {columns} columns</source>
        <translation>지점 {sites}개, 열 {columns}개</translation>
    </message>
    <message>
        <source>Site states</source>
        <translation>지점 상태</translation>
    </message>
    <message>
        <source>Writes every site of a survey with its state on a day: the last one that was observed by then, since when it holds, the days between which it was seen, and the image it was seen on. The state "unknown" means that the site was not observed by that day; it does not mean that it was absent.</source>
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
        <source>Points in WGS 84 with site_id, name, kind, state, since, seen_from, seen_to, image_id, below_resolution (the image is too coarse to show it), retired_on (the site does not count after this day) and the survey's record.</source>
        <translation>WGS 84 포인트. site_id, name, kind, state, since, seen_from, seen_to, image_id, below_resolution(영상의 해상도가 낮아 구별할 수 없음), retired_on(이 날짜가 지나면 지점을 더는 세지 않음) 필드와 조사의 기록이 있습니다.</translation>
    </message>
    <message>
        <source>Left out: {n} sites without a unique id. Give each site one in the layer of sites, as uuid() creates them.</source>
        <translation>제외됨: 고유한 ID가 없는 지점 {n}개. 지점 레이어에서 각각 uuid()로 만든 것과 같은 ID를 주세요.</translation>
    </message>
    <message>
        <source>Sites from text</source>
        <translation>텍스트에서 지점</translation>
    </message>
    <message>
        <source>Finds the coordinates in a report, in any notation, with the sentence around each: kind, date, amounts and names of places are the sentence's own words. Nothing is invented: what is doubtful has the status "check" and a reason; what is a point of reference, an outline or a price is "refused" and has no point, or is not listed.</source>
        <translation>보고서에서 어떤 표기든 좌표를 찾아 문장과 함께 제시합니다. 종류, 날짜, 수량, 지명은 그 문장의 표현입니다. 아무것도 지어내지 않습니다. 의심스러운 것은 상태 "check"와 이유가 있고, 기준점이나 윤곽은 "refused"로 점이 없으며, 가격은 나열되지 않습니다.</translation>
    </message>
    <message>
        <source>A text, a saved web page, a Word document or a PDF (TXT, HTML, DOCX, PDF). It is not changed.</source>
        <translation>텍스트, 저장한 웹 페이지, Word 문서 또는 PDF(TXT, HTML, DOCX, PDF). 변경하지 않습니다.</translation>
    </message>
    <message>
        <source>Sites found</source>
        <translation>찾은 지점</translation>
    </message>
    <message>
        <source>Points in WGS 84, in the order of the text: number, status, reason, name, kind and the words it is read from, at_fence_gate, seen_from and seen_to (only where the date is certain), then the coordinates, date, sentence, amounts and places as they are written, and the report's title, author, published_on and url.</source>
        <translation>WGS 84의 점, 글의 순서대로: number, status, reason, name, kind와 그것을 읽은 단어, at_fence_gate, seen_from과 seen_to(날짜가 확실한 경우만), 이어서 쓰인 그대로의 좌표, 날짜, 문장, 수량, 지명, 그리고 보고서의 title, author, published_on, url.</translation>
    </message>
    <message>
        <source>Coordinates refused</source>
        <translation>거부된 좌표</translation>
    </message>
    <message>
        <source>The table {table} compares with a layer. Give {parameter} as well.</source>
        <translation>{table} 표는 레이어와 비교합니다. {parameter} 파라미터도 지정하세요.</translation>
    </message>
    <message>
        <source>Summarize corridor</source>
        <translation>회랑 요약</translation>
    </message>
    <message>
        <source>Writes one table about the crossings along a river. pairs: every two of them, along the river and straight. matrix_along, matrix_straight: the same as a square, in kilometres. neighbours: the nearest other one, along and straight. clusters: groups of crossings that are each within a distance of the next along the river. density: how many in each stretch. counties: how many in each county reach, and of those how many within 2 km of a break. extents: the span of the outermost ones, by kind or by any field. second_line: the same crossings on another line. nearest_feature: the nearest bridge, road, gate or other feature of a layer. Distances are on the WGS 84 ellipsoid; the last columns name the line and the datum that the figures refer to.</source>
        <translation>하천을 따른 도하 지점에 관한 표 하나를 저장합니다. pairs: 두 지점씩의 하천 거리와 직선 거리. matrix_along, matrix_straight: 같은 값을 정사각형 표로, 킬로미터 단위. neighbours: 가장 가까운 다른 지점(하천 거리와 직선 거리). clusters: 하천을 따라 다음 지점까지의 거리가 정한 값 이내인 지점의 묶음. density: 구간마다의 수. counties: 시·군 구간마다의 수와, 그중 시·군 경계에서 2 km 이내인 수. extents: 종류별 또는 임의의 필드별로 양 끝 지점 사이의 범위. second_line: 같은 도하 지점을 다른 선에서 측정한 값. nearest_feature: 레이어에서 가장 가까운 다리, 도로, 통문 등의 피처. 거리는 WGS 84 타원체 기준이며, 마지막 열에 값의 기준이 되는 선과 기점을 적습니다.</translation>
    </message>
    <message>
        <source>Point layer in any CRS, with the fields id (or site_id), name and kind where there are any.</source>
        <translation>좌표계에 관계없는 포인트 레이어. id(또는 site_id), name, kind 필드가 있으면 사용합니다.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Which table to write: {tables}.</source>
        <translation>저장할 표: {tables}.</translation>
    </message>
    <message>
        <source>Second line</source>
        <translation>두 번째 선</translation>
    </message>
    <message>
        <source>For second_line: another line of the same river, to compare with the first.</source>
        <translation>second_line용: 같은 하천의 다른 선. 첫 번째 선과 나란히 측정합니다.</translation>
    </message>
    <message>
        <source>Features to measure to</source>
        <translation>거리를 측정할 피처</translation>
    </message>
    <message>
        <source>For nearest_feature: points, lines or areas in any CRS; the field name is used where present.</source>
        <translation>nearest_feature용: 좌표계에 관계없는 포인트, 선, 폴리곤. name 필드가 있으면 사용합니다.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>그룹 기준</translation>
    </message>
    <message>
        <source>For extents: the field of the crossings to group by, as state in the output of Site states. Left empty, they are grouped by kind.</source>
        <translation>extents용: 도하 지점을 묶을 필드. 예: “지점 상태” 출력의 state. 비워 두면 종류별로 묶습니다.</translation>
    </message>
    <message>
        <source>Cluster distance in metres</source>
        <translation>묶음 거리(미터)</translation>
    </message>
    <message>
        <source>For clusters: metres along the river within which two crossings belong together.</source>
        <translation>clusters용: 두 도하 지점을 한 묶음으로 보는 하천 거리(미터).</translation>
    </message>
    <message>
        <source>Stretch length in kilometres</source>
        <translation>구간 길이(킬로미터)</translation>
    </message>
    <message>
        <source>For density: kilometres of river that crossings are counted in.</source>
        <translation>density용: 도하 지점을 세는 하천 구간의 길이(킬로미터).</translation>
    </message>
    <message>
        <source>The table, with its units in the names of its columns, and the line and datum in the last two.</source>
        <translation>표. 단위는 열 이름에 있고, 선과 기점은 마지막 두 열에 있습니다.</translation>
    </message>
    <message>
        <source>The layer has no crossing within 5 km of the line: the table is empty.</source>
        <translation>레이어에 선에서 5 km 이내인 도하 지점이 없어 표가 비어 있습니다.</translation>
    </message>
    <message>
        <source>Upgrade survey</source>
        <translation>조사 업그레이드</translation>
    </message>
    <message>
        <source>Upgrades a survey of an older plugin to this version, so that every change of it is recorded. Rows, ids and the record of changes stay. Changes without an entry in the record get one now, and are counted. A copy of the survey before the upgrade is kept next to it. A survey of this version is not changed.</source>
        <translation>이전 버전의 플러그인으로 만든 조사를 이 버전의 조사로 바꾸어 모든 변경이 기록되게 합니다. 행, ID, 변경 기록은 그대로 남습니다. 기록에 항목을 남기지 않고 변경된 것에는 이제 항목을 만들고 그 수를 셉니다. 이전 상태의 조사는 옆에 사본으로 보관합니다. 이미 이 버전인 조사는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The survey (.gpkg). It must be writable, and no other program may be writing to it.</source>
        <translation>조사 파일(.gpkg). 쓸 수 있어야 하며, 다른 프로그램이 쓰고 있지 않아야 합니다.</translation>
    </message>
    <message>
        <source>Backup copy</source>
        <translation>백업 사본</translation>
    </message>
    <message>
        <source>Version of the survey</source>
        <translation>조사의 버전</translation>
    </message>
    <message>
        <source>Rows changed without an entry in the record</source>
        <translation>기록에 항목 없이 변경된 행 수</translation>
    </message>
    <message>
        <source>Upgraded to version {version}. Rows changed before without an entry in the record: {n}. The survey as it was: {backup}</source>
        <translation>버전 {version}(으)로 업그레이드했습니다. 이전에 기록에 항목 없이 변경된 행: {n}개. 이전 상태의 조사: {backup}</translation>
    </message>
    <message>
        <source>the head given</source>
        <translation>지정한 헤드</translation>
    </message>
    <message>
        <source>Verify record</source>
        <translation>기록 검증</translation>
    </message>
    <message>
        <source>Checks that a survey is what its record of changes says. Every entry of the record is sealed to the one before it; the entries, applied in order, must give the tables, row for row. Found and named are rows changed, added or deleted past the record, entries changed or deleted, a record that was shortened or rewritten, and triggers that are missing. That the last entries are missing or all were rewritten shows only against a head stored elsewhere: the open project's, the log's on this computer, or one from an export; an older copy of the file lacks them, too. A survey of version 1 did not record edits made by QGIS itself: these are rows that differ.</source>
        <translation>조사가 변경 기록의 내용과 일치하는지 확인합니다. 기록의 모든 항목은 바로 앞 항목에 이어 봉인되며, 항목을 차례로 적용하면 행 하나까지 같은 표가 나와야 합니다. 기록을 거치지 않고 변경, 추가, 삭제된 행, 변경되거나 삭제된 항목, 짧아졌거나 새로 작성된 기록, 빠진 트리거를 찾아 알려 줍니다. 마지막 항목들이 빠졌거나 모두 새로 작성된 것은 다른 곳에 보관된 헤드, 곧 열린 프로젝트의 헤드, 이 컴퓨터 로그의 헤드, 내보낸 파일의 헤드와 비교해야만 드러납니다. 파일의 이전 사본에도 마지막 항목들이 없습니다. 버전 1의 조사는 QGIS 자체에서 한 편집을 기록하지 않았으므로, 이는 서로 다른 행으로 나타납니다.</translation>
    </message>
    <message>
        <source>Head kept elsewhere</source>
        <translation>다른 곳에 보관된 헤드</translation>
    </message>
    <message>
        <source>The number of an entry and at least 12 digits of its hash, as an export prints them: record 123 a1b2c3d4e5f6. The record must have this entry.</source>
        <translation>항목의 번호와 그 해시의 12자리 이상. 내보낸 파일에 적힌 대로 씁니다: 기록 123 a1b2c3d4e5f6. 기록에 이 항목이 있어야 합니다.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>차이 내역</translation>
    </message>
    <message>
        <source>A table with a row for each value that differs, of the first {n} rows: table, row_id, column, in_record, in_file.</source>
        <translation>처음 {n}개 행까지, 서로 다른 값마다 한 행인 표: table, row_id, column, in_record, in_file.</translation>
    </message>
    <message>
        <source>The survey is what its record says</source>
        <translation>조사가 기록의 내용과 일치함</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>항목 수</translation>
    </message>
    <message>
        <source>Entries made outside the plugin and not adopted</source>
        <translation>플러그인 밖에서 만들어지고 승인되지 않은 항목 수</translation>
    </message>
    <message>
        <source>First faulty entry</source>
        <translation>문제가 있는 첫 항목</translation>
    </message>
    <message>
        <source>Rows that differ</source>
        <translation>서로 다른 행 수</translation>
    </message>
    <message>
        <source>Head of the record</source>
        <translation>기록의 헤드</translation>
    </message>
    <message>
        <source>The survey is what its record says: {n} entries, {outside} made outside the plugin.</source>
        <translation>조사가 기록의 내용과 일치합니다: 항목 {n}개, 그중 플러그인 밖에서 만들어진 것 {outside}개.</translation>
    </message>
    <message>
        <source>crossings</source>
        <translation>도하 지점 수</translation>
    </message>
    <message>
        <source>new crossings</source>
        <translation>신규 도하 지점</translation>
    </message>
    <message>
        <source>crossings at fence gates</source>
        <translation>철책 문의 도하 지점</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>구간 길이</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>filling stations</source>
        <translation>주유소</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>곳</translation>
    </message>
    <message>
        <source>crossings with large operations</source>
        <translation>대규모 작업이 있는 도하 지점</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>where Pochon's bank begins</source>
        <translation>Pochon의 강안이 시작되는 곳</translation>
    </message>
    <message>
        <source>where Kimjongsuk's bank begins</source>
        <translation>Kimjongsuk의 강안이 시작되는 곳</translation>
    </message>
    <message>
        <source>where Kimjongsuk's bank ends</source>
        <translation>Kimjongsuk의 강안이 끝나는 곳</translation>
    </message>
    <message>
        <source>all irregular crossing points</source>
        <translation>비정규 도하 지점 전체</translation>
    </message>
    <message>
        <source>vehicle crossings</source>
        <translation>차량 도하 지점</translation>
    </message>
    <message>
        <source>barge crossings</source>
        <translation>바지선 도하 지점</translation>
    </message>
    <message>
        <source>temporary crossing points</source>
        <translation>임시 도하 지점</translation>
    </message>
    <message>
        <source>new in the period</source>
        <translation>해당 기간의 신규 지점</translation>
    </message>
    <message>
        <source>gates of the border fence</source>
        <translation>국경 철책의 문</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>북한</translation>
    </message>
    <message>
        <source>Kumchang-ri (Kimhyongjik) to Hyesan</source>
        <translation>Kumchang-ri (Kimhyongjik)에서 Hyesan까지</translation>
    </message>
    <message>
        <source>five counties: Kim Hyong Jik to Bochon</source>
        <translation>5개 군: Kim Hyong Jik에서 Bochon까지</translation>
    </message>
    <message>
        <source>Samsu from Hyesan</source>
        <translation>Hyesan에서 본 Samsu</translation>
    </message>
    <message>
        <source>Hyesan to Kim Jong Suk</source>
        <translation>Hyesan에서 Kim Jong Suk까지</translation>
    </message>
    <message>
        <source>of the 24 routes</source>
        <translation>24개 경로 중</translation>
    </message>
    <message>
        <source>Hyesan is taken at the ford, the only crossing there with published coordinates.</source>
        <translation>Hyesan은 그곳에서 유일하게 좌표가 공표된 도하 지점인 여울을 기준으로 했습니다.</translation>
    </message>
    <message>
        <source>Published are five counties without places. The westernmost village named anywhere is Kumchang-ri; the last county is entered where its bank begins.</source>
        <translation>공표된 것은 지점 없는 5개 군뿐입니다. 이름이 나온 가장 서쪽 마을은 Kumchang-ri이며, 마지막 군은 그 강안이 시작되는 곳을 기준으로 했습니다.</translation>
    </message>
    <message>
        <source>Town to town, by GeoNames.</source>
        <translation>GeoNames의 읍내 위치 사이를 측정했습니다.</translation>
    </message>
    <message>
        <source>Kim Jong Suk is a county, not a place.</source>
        <translation>Kim Jong Suk은 지점이 아니라 군입니다.</translation>
    </message>
    <message>
        <source>Not stated whether along the river or straight.</source>
        <translation>하천 거리인지 직선 거리인지 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>Published as "south of Hyesan".</source>
        <translation>"south of Hyesan"으로 공표되었습니다.</translation>
    </message>
    <message>
        <source>Published as 59 miles (about 95 km). Not stated whether along the river or straight.</source>
        <translation>59마일(약 95 km)로 공표되었습니다. 하천 거리인지 직선 거리인지 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>Published as "14 more added by June" 2025. The four periods add to 30, not 32: two crossings are undated.</source>
        <translation>2025년 "14 more added by June"으로 공표되었습니다. 네 기간의 합은 32가 아니라 30이며, 두 곳은 날짜가 없습니다.</translation>
    </message>
    <message>
        <source>Routes through shallow fords, on images of 2025-07-31 and 2025-09-13.</source>
        <translation>얕은 여울을 지나는 경로, 2025-07-31과 2025-09-13의 영상.</translation>
    </message>
    <message>
        <source>Published as "approximately 80-kilometer stretch".</source>
        <translation>원문: "approximately 80-kilometer stretch".</translation>
    </message>
    <message>
        <source>Published as "at least five", with traces of huge operations by large vehicles.</source>
        <translation>원문: "at least five". 대형 차량을 쓴 대규모 작업의 흔적이 있음.</translation>
    </message>
    <message>
        <source>Published as "roughly one smuggling hub per every 4 kilometers".</source>
        <translation>원문: "roughly one smuggling hub per every 4 kilometers".</translation>
    </message>
    <message>
        <source>The first possible crossing of the wave, "as early as August 2023".</source>
        <translation>이 시기의 첫 도하 지점일 가능성이 있습니다("as early as August 2023").</translation>
    </message>
    <message>
        <source>Date first seen not stated.</source>
        <translation>처음 관측된 날짜를 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>Smuggling activity at a gate of the border fence. Date first seen not stated.</source>
        <translation>국경 철책 문에서의 밀수 활동. 처음 관측된 날짜를 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>Town position from GeoNames, not from the report. The report places the vehicles "in five primary locations around town".</source>
        <translation>읍내 위치는 보고서가 아니라 GeoNames에서 가져왔습니다. 보고서는 차량이 "in five primary locations around town"에 있다고 합니다.</translation>
    </message>
    <message>
        <source>Published as 39° 8'32.42"N 127°23'8.17"E.</source>
        <translation>39° 8'32.42"N 127°23'8.17"E로 공표되었습니다.</translation>
    </message>
    <message>
        <source>Published as "as early as August 2023"; the day is not stated.</source>
        <translation>"as early as August 2023"으로 공표되었으며, 날짜는 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>164 passenger cars in five places and 49 trucks, Google Earth imagery of July 30, 2025.</source>
        <translation>다섯 곳의 승용차 164대와 트럭 49대, 2025년 7월 30일 Google Earth 영상.</translation>
    </message>
    <message>
        <source>Google Earth imagery dated Jan. 30, 2014.</source>
        <translation>2014년 1월 30일자 Google Earth 영상.</translation>
    </message>
    <message>
        <source>Crossings along the river</source>
        <translation>하천을 따른 도하 지점</translation>
    </message>
    <message>
        <source>no crossing on this line</source>
        <translation>이 선에 도하 지점 없음</translation>
    </message>
    <message>
        <source>river km downstream of the datum</source>
        <translation>기점에서 하류로 하천 거리, km</translation>
    </message>
    <message>
        <source>Line: {text}</source>
        <translation>선: {text}</translation>
    </message>
    <message>
        <source>Datum: {text}</source>
        <translation>기점: {text}</translation>
    </message>
    <message>
        <source>As of {text}</source>
        <translation>{text} 기준</translation>
    </message>
    <message>
        <source>Source: {text}</source>
        <translation>출처: {text}</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>합성(SYNTHETIC) 데이터</translation>
    </message>
    <message>
        <source>SYNTHETIC</source>
        <translation>합성(SYNTHETIC)</translation>
    </message>
    <message>
        <source>The chart could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>차트를 {path} 파일에 쓸 수 없습니다. 다른 곳에서 열려 있으면 닫거나 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>A chart is saved as .svg, .png or .pdf, not as “{path}”. Choose another ending.</source>
        <translation>차트는 “{path}”(으)로 저장할 수 없고 .svg, .png, .pdf로 저장합니다. 다른 확장자를 선택하세요.</translation>
    </message>
    <message>
        <source>Crossings over time</source>
        <translation>시간에 따른 도하 지점</translation>
    </message>
    <message>
        <source>no crossing has a date</source>
        <translation>날짜 있는 도하 지점 없음</translation>
    </message>
    <message>
        <source>crossings so far</source>
        <translation>누적 도하 지점 수</translation>
    </message>
    <message>
        <source>this survey, by first sighting: {seen} of {located} dated</source>
        <translation>이 조사, 최초 관측 기준: {located}곳 중 {seen}곳에 날짜 있음</translation>
    </message>
    <message>
        <source>published, by end of period</source>
        <translation>공표됨, 기간 말 기준</translation>
    </message>
    <message>
        <source>published total {total}: {missing} undated</source>
        <translation>공표된 합계 {total}: 날짜 없음 {missing}</translation>
    </message>
    <message>
        <source>Gaps between neighbouring crossings</source>
        <translation>이웃한 도하 지점 사이의 간격</translation>
    </message>
    <message>
        <source>fewer than two crossings: no gap between them</source>
        <translation>도하 지점이 두 곳 미만이어서 간격이 없음</translation>
    </message>
    <message>
        <source>gap to the next crossing downstream, km</source>
        <translation>하류의 다음 도하 지점까지의 간격, km</translation>
    </message>
    <message>
        <source>number of gaps</source>
        <translation>간격의 수</translation>
    </message>
    <message>
        <source>along the river, median {km} km</source>
        <translation>하천 거리, 중앙값 {km} km</translation>
    </message>
    <message>
        <source>straight, median {km} km</source>
        <translation>직선 거리, 중앙값 {km} km</translation>
    </message>
    <message>
        <source>The {count} periods published add to {total} of {whole}: {rest} without a date.</source>
        <translation>공표된 기간 {count}개의 합계는 {whole} 중 {total}이며, 나머지 {rest}에는 날짜가 없습니다.</translation>
    </message>
    <message>
        <source>Vehicle and barge crossings published add to {total} of {whole}.</source>
        <translation>공표된 차량 및 바지선 도하 지점의 합계는 {whole} 중 {total}입니다.</translation>
    </message>
    <message>
        <source>The {length:g} {unit} published give {spacing:.1f} {unit}.</source>
        <translation>발표된 {length:g} {unit}로는 {spacing:.1f} {unit}입니다.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} ~ {last}</translation>
    </message>
    <message>
        <source>{these}, {and_this}</source>
        <translation>{these}, {and_this}</translation>
    </message>
    <message>
        <source>{these} and {n} more stretches</source>
        <translation>{these} 외 구간 {n}개</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Searched km {where} on {days}: {km} of {corridor} km ({percent} %)</source>
        <translation>{days}: km {where} 탐색함, {corridor} km 중 {km} km({percent} %)</translation>
    </message>
    <message>
        <source>Nothing of {corridor} km was searched on {days} yet</source>
        <translation>{days}: {corridor} km 중 아직 탐색한 곳 없음</translation>
    </message>
    <message>
        <source>{searched}; {new} new</source>
        <translation>{searched}; 신규 {new}개</translation>
    </message>
    <message>
        <source>{searched}; {new} new; km {where} not observable ({km} km)</source>
        <translation>{searched}; 신규 {new}개; km {where} 판독 불가({km} km)</translation>
    </message>
    <message>
        <source>{km} km, {percent} %</source>
        <translation>{km} km, {percent} %</translation>
    </message>
    <message>
        <source>nothing of the corridor searched {when}</source>
        <translation>{when} 회랑에서 탐색한 곳 없음</translation>
    </message>
    <message>
        <source>{percent} % of the corridor searched {when}</source>
        <translation>{when} 회랑의 {percent} % 탐색함</translation>
    </message>
    <message>
        <source>Searched {when}: {what}. Not counted is not absent.</source>
        <translation>{when} 탐색함: {what}. 세지 않은 것이 곧 없는 것은 아닙니다.</translation>
    </message>
    <message>
        <source>Searched {when}: {what}.</source>
        <translation>{when} 탐색함: {what}.</translation>
    </message>
    <message>
        <source>Searched then: {what}.</source>
        <translation>당시 탐색함: {what}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{km} of {corridor} km ({percent} %)</source>
        <translation>{corridor} km 중 {km} km({percent} %)</translation>
    </message>
    <message>
        <source>{km} of {corridor} km ({percent} %), {blind} km not observable</source>
        <translation>{corridor} km 중 {km} km({percent} %), {blind} km 판독 불가</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first}부터 {last}까지</translation>
    </message>
    <message>
        <source>up to {last}</source>
        <translation>{last}까지</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>{first}부터</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>The table could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>표를 {path} 파일에 쓸 수 없습니다. 다른 곳에서 열려 있으면 닫거나 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The river line is not a line ({found}). Choose a layer with one river line.</source>
        <translation>하천선이 선이 아닙니다({found}). 하천선 하나가 있는 레이어를 선택하세요.</translation>
    </message>
    <message>
        <source>The river line has fewer than two distinct vertices. Choose a longer line.</source>
        <translation>하천선에 서로 다른 꼭짓점이 두 개 미만입니다. 더 긴 선을 선택하세요.</translation>
    </message>
    <message>
        <source>The river line has no coordinate reference system. Set the CRS of its layer.</source>
        <translation>하천선에 좌표계가 없습니다. 해당 레이어의 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>The river line is in {parts} parts that do not join (largest gap {gap_m} m). Join them, or bridge the gaps.</source>
        <translation>하천선이 서로 이어지지 않는 {parts}개 부분으로 되어 있습니다(가장 큰 간격 {gap_m} m). 하나로 잇거나, 끊긴 곳 잇기를 쓰세요.</translation>
    </message>
    <message>
        <source>The river line forks at {lat:.6f}, {lon:.6f}. Take the side arm out of its layer.</source>
        <translation>하천선이 {lat:.6f}, {lon:.6f}에서 갈라집니다. 해당 레이어에서 곁가지를 빼세요.</translation>
    </message>
    <message>
        <source>List {which} has no crossings within 5 km of the river line. Choose another layer.</source>
        <translation>목록 {which}에 하천선에서 5 km 이내인 도하 지점이 없습니다. 다른 레이어를 선택하세요.</translation>
    </message>
    <message>
        <source>The {what} cannot be transformed from {crs} to WGS 84. Check the layer's coordinate reference system.</source>
        <translation>{what} 데이터를 {crs} 좌표계에서 WGS 84로 변환할 수 없습니다. 레이어의 좌표계를 확인하세요.</translation>
    </message>
    <message>
        <source>The sites have no coordinate reference system. Set the CRS of their layer.</source>
        <translation>지점에 좌표계가 없습니다. 해당 레이어의 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>{count} sites have the id {site_id}. Give each site an id of its own, then measure again.</source>
        <translation>ID가 {site_id}인 지점이 {count}개입니다. 지점마다 고유한 ID를 주고 다시 측정하세요.</translation>
    </message>
    <message>
        <source>The site is {offset} off the river line: farther than 5 km from it nothing is measured along it. Click the new place instead.</source>
        <translation>지점이 하천선에서 {offset} 떨어져 있습니다. 하천선에서 5 km 넘게 떨어진 곳은 하천선을 따라 측정하지 않습니다. 대신 새 위치를 클릭하세요.</translation>
    </message>
    <message>
        <source>The river line ends {left} {way} of the site. Type a shorter distance, or click the new place instead.</source>
        <translation>하천선은 지점에서 {way}로 {left} 떨어진 곳에서 끝납니다. 더 짧은 거리를 입력하거나, 대신 새 위치를 클릭하세요.</translation>
    </message>
    <message>
        <source>So far from the river line ({offset}) no place lies {distance} along the river: it bends, and another part of it is nearer there. Click the new place instead.</source>
        <translation>하천선에서 이만큼({offset}) 떨어져서는 하천을 따라 {distance} 되는 위치가 없습니다. 하천이 굽어 있어 그곳에서는 하천의 다른 부분이 더 가깝습니다. 대신 새 위치를 클릭하세요.</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>상류</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>하류</translation>
    </message>
    <message>
        <source>The layer has nothing to measure to. Choose a layer with points, lines or areas.</source>
        <translation>레이어에 거리를 측정할 대상이 없습니다. 포인트, 선, 폴리곤이 있는 레이어를 선택하세요.</translation>
    </message>
    <message>
        <source>{scene} does not cover the river line anywhere. Show a scene that does.</source>
        <translation>{scene}은(는) 하천선을 어디에서도 덮지 않습니다. 하천선을 덮는 영상을 표시하세요.</translation>
    </message>
    <message>
        <source>Which part of the river {scene} shows is not known: it has no footprint. Give it a coordinate reference system first.</source>
        <translation>{scene}에 촬영 범위가 없어 하천의 어느 부분을 보여 주는지 알 수 없습니다. 먼저 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>north</source>
        <translation>북쪽</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>북동쪽</translation>
    </message>
    <message>
        <source>east</source>
        <translation>동쪽</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>남동쪽</translation>
    </message>
    <message>
        <source>south</source>
        <translation>남쪽</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>남서쪽</translation>
    </message>
    <message>
        <source>west</source>
        <translation>서쪽</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>북서쪽</translation>
    </message>
    <message>
        <source>Neither sites of the survey nor places on the river measure this.</source>
        <translation>조사의 지점이나 하천가의 지명으로는 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>{located} of {claimed:.0f} located.</source>
        <translation>{claimed:.0f}곳 중 {located}곳 위치 확인.</translation>
    </message>
    <message>
        <source>Its source does not count the crossings on this stretch.</source>
        <translation>출처가 이 구간의 도하 지점 수를 밝히지 않았습니다.</translation>
    </message>
    <message>
        <source>The spacing is the stretch divided by the {count} crossings published there.</source>
        <translation>간격은 구간을 그곳의 발표된 도하 지점 {count}곳으로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Measured from {start} to {end}.</source>
        <translation>{start}에서 {end}까지 측정했습니다.</translation>
    </message>
    <message>
        <source>The published words leave the end open between these.</source>
        <translation>공표된 문구로는 끝이 이 둘 사이 어디인지 정해지지 않습니다.</translation>
    </message>
    <message>
        <source>{place} is {km:.0f} km from the line: nothing is measured along it.</source>
        <translation>{place}은(는) 선에서 {km:.0f} km 떨어져 있어 선을 따라 측정하지 않습니다.</translation>
    </message>
    <message>
        <source>It lies {found}, as published (bearing {bearing:.0f}°).</source>
        <translation>공표된 대로 {found}에 있습니다(방위각 {bearing:.0f}°).</translation>
    </message>
    <message>
        <source>It lies {found}, not {claimed} as published (bearing {bearing:.0f}°).</source>
        <translation>공표된 {claimed}이 아니라 {found}에 있습니다(방위각 {bearing:.0f}°).</translation>
    </message>
    <message>
        <source>The first click is {first} off the line, the second {second}: farther than 5 km from it nothing is measured. Click nearer to the line.</source>
        <translation>첫 번째 클릭은 선에서 {first}, 두 번째는 {second} 떨어져 있습니다. 선에서 5 km보다 먼 곳은 측정하지 않습니다. 선에 더 가까이 클릭하십시오.</translation>
    </message>
    <message>
        <source>Stretches of {length:g} km that overlap by {overlap:g} km go nowhere. Choose a length above zero and an overlap below the length.</source>
        <translation>길이 {length:g} km에 중첩 {overlap:g} km인 구간으로는 앞으로 나아갈 수 없습니다. 길이는 0보다 크게, 중첩은 길이보다 작게 지정하세요.</translation>
    </message>
    <message>
        <source>At 1:{scale} the river or a site lies outside of the panels. Choose a smaller scale.</source>
        <translation>1:{scale} 축척에서는 하천이나 지점이 패널 밖으로 벗어납니다. 더 작은 축척을 선택하세요.</translation>
    </message>
    <message>
        <source>Its area is not in the survey.</source>
        <translation>해당 구역이 조사에 없습니다.</translation>
    </message>
    <message>
        <source>Its image is not in the survey.</source>
        <translation>해당 영상이 조사에 없습니다.</translation>
    </message>
    <message>
        <source>Its image has no date.</source>
        <translation>해당 영상에 날짜가 없습니다.</translation>
    </message>
    <message>
        <source>Its image is dated by its release only.</source>
        <translation>해당 영상에는 공개 날짜만 있습니다.</translation>
    </message>
    <message>
        <source>In progress: it is no figure until it is finished.</source>
        <translation>진행 중: 완료할 때까지는 수치로 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>{analyst} counted it on this image first: a recount checks that count, and changes no figure.</source>
        <translation>{analyst}이(가) 이 영상에서 먼저 셌습니다. 재계수는 그 계수를 검증하는 것이며 수치를 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>For this area and day the count by {analyst} on {image} is used: it shows more of the area, or is finer, or later.</source>
        <translation>이 구역과 날짜에는 {analyst}이(가) {image}에서 센 계수를 씁니다. 그 영상이 구역을 더 많이 담았거나, 픽셀이 더 작거나, 더 나중의 것입니다.</translation>
    </message>
    <message>
        <source>They are of two areas: {a} and {b}.</source>
        <translation>서로 다른 구역의 계수입니다: {a}, {b}.</translation>
    </message>
    <message>
        <source>How much of the area {image} shows is not known.</source>
        <translation>{image}에 구역이 얼마나 담겼는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{image} shows only {percent} % of the area.</source>
        <translation>{image}에는 구역의 {percent} %만 담겨 있습니다.</translation>
    </message>
    <message>
        <source>How large the pixels of {image} are is not known.</source>
        <translation>{image}의 픽셀 크기를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The pixels are {a} m and {b} m: what one shows, the other may hide.</source>
        <translation>픽셀이 {a} m와 {b} m입니다. 한쪽에 보이는 것이 다른 쪽에는 보이지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>승용차</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>트럭</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>버스</translation>
    </message>
    <message>
        <source>Barge</source>
        <translation>바지선</translation>
    </message>
    <message>
        <source>Other object</source>
        <translation>기타 객체</translation>
    </message>
    <message>
        <source>{ahead} and {behind} overlap by {square_m} m², {percent} % of {behind}: what was counted there in both ({n} of {behind}) is in the total once.</source>
        <translation>{ahead}와(과) {behind}이(가) {square_m} m²({behind}의 {percent} %) 겹칩니다. 그곳에서 양쪽 모두 센 것({behind}의 {n}개)은 합계에 한 번만 들어갑니다.</translation>
    </message>
    <message>
        <source>Pentagon</source>
        <translation>오각형</translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation>육각형</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>십자</translation>
    </message>
    <message>
        <source>Half square</source>
        <translation>반 정사각형</translation>
    </message>
    <message>
        <source>Half circle</source>
        <translation>반원</translation>
    </message>
    <message>
        <source>Trapezoid</source>
        <translation>사다리꼴</translation>
    </message>
    <message>
        <source>Parallelogram</source>
        <translation>평행사변형</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>방패</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>하트</translation>
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
        <source>The survey is still being read. Try again in a moment.</source>
        <translation>조사를 아직 읽는 중입니다. 잠시 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{name} is in this folder and not from an earlier export: it would be replaced. Choose another name.</source>
        <translation>{name}이(가) 이 폴더에 있고 이전 내보내기의 파일이 아니어서 덮어쓰게 됩니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>These sites and their observations are too many for one KMZ (more than 2 GB of text). Export a part of them.</source>
        <translation>지점과 관찰이 너무 많아 KMZ 하나에 담을 수 없습니다 (텍스트 2 GB 초과). 일부만 내보내십시오.</translation>
    </message>
    <message>
        <source>A sheet has space for {most} rows, and there are more {table}. Export fewer sites, or choose CSV or GeoPackage.</source>
        <translation>한 시트에는 {most}행까지 들어가는데 {table}이(가) 더 많습니다. 지점을 줄이거나 CSV 또는 GeoPackage를 고르세요.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>관측</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>Counted object</source>
        <translation>센 객체</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>주장</translation>
    </message>
    <message>
        <source>Area of counting</source>
        <translation>계수 구역</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>Value of a list</source>
        <translation>목록의 단어</translation>
    </message>
    <message>
        <source>State of a site</source>
        <translation>지점의 상태</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>관측</translation>
    </message>
    <message>
        <source>Rebuilt as</source>
        <translation>재건 지점</translation>
    </message>
    <message>
        <source>Counted objects</source>
        <translation>센 객체</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>강안</translation>
    </message>
    <message>
        <source>At a gate of the border fence</source>
        <translation>국경 철책의 통문에 있음</translation>
    </message>
    <message>
        <source>County</source>
        <translation>시·군</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Location accuracy (m)</source>
        <translation>위치 정확도(m)</translation>
    </message>
    <message>
        <source>Id in the source</source>
        <translation>출처의 ID</translation>
    </message>
    <message>
        <source>Replaces the site</source>
        <translation>대체한 지점</translation>
    </message>
    <message>
        <source>Retired: last day it counts (UTC)</source>
        <translation>집계 종료: 세는 마지막 날짜(UTC)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Created at (UTC)</source>
        <translation>작성 시각(UTC)</translation>
    </message>
    <message>
        <source>Finished at (UTC)</source>
        <translation>완료 시각(UTC)</translation>
    </message>
    <message>
        <source>Modified by</source>
        <translation>변경자</translation>
    </message>
    <message>
        <source>Modified at (UTC)</source>
        <translation>변경 시각(UTC)</translation>
    </message>
    <message>
        <source>Seen from (UTC)</source>
        <translation>관측 시작(UTC)</translation>
    </message>
    <message>
        <source>Seen to (UTC)</source>
        <translation>관측 끝(UTC)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Why it could not be seen</source>
        <translation>판독 불가 이유</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>가능성</translation>
    </message>
    <message>
        <source>Below the image's resolution</source>
        <translation>영상의 해상도 미만</translation>
    </message>
    <message>
        <source>State holds from</source>
        <translation>상태 시작</translation>
    </message>
    <message>
        <source>State holds until</source>
        <translation>상태 끝</translation>
    </message>
    <message>
        <source>Acquired from (UTC)</source>
        <translation>촬영 시작(UTC)</translation>
    </message>
    <message>
        <source>Acquired to (UTC)</source>
        <translation>촬영 끝(UTC)</translation>
    </message>
    <message>
        <source>Kind of date</source>
        <translation>날짜 종류</translation>
    </message>
    <message>
        <source>Date read from</source>
        <translation>날짜의 근거</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>제공처</translation>
    </message>
    <message>
        <source>File or address</source>
        <translation>파일 또는 주소</translation>
    </message>
    <message>
        <source>Ground sample distance (m)</source>
        <translation>지상 표본 거리(m)</translation>
    </message>
    <message>
        <source>Cloud cover (%)</source>
        <translation>운량(%)</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>저작자 표시</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>합성</translation>
    </message>
    <message>
        <source>Catalogue item</source>
        <translation>카탈로그 항목</translation>
    </message>
    <message>
        <source>Checksum (SHA-256)</source>
        <translation>체크섬(SHA-256)</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>길이(m)</translation>
    </message>
    <message>
        <source>Width (m)</source>
        <translation>폭(m)</translation>
    </message>
    <message>
        <source>Error of length and width (m)</source>
        <translation>길이와 폭의 오차(m)</translation>
    </message>
    <message>
        <source>From (m along the line)</source>
        <translation>시작(선을 따라 m)</translation>
    </message>
    <message>
        <source>To (m along the line)</source>
        <translation>끝(선을 따라 m)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Digitised</source>
        <translation>선 방향</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>발행처</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>저자</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>발표일</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Accessed on</source>
        <translation>열람일</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>세는 대상</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Exactly, at least or about</source>
        <translation>정확히, 이상 또는 약</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>시작(UTC)</translation>
    </message>
    <message>
        <source>To (UTC)</source>
        <translation>끝(UTC)</translation>
    </message>
    <message>
        <source>Share of the area shown (0 to 1)</source>
        <translation>담긴 구역 비율(0 ~ 1)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>표시명</translation>
    </message>
    <message>
        <source>Key that chooses it</source>
        <translation>선택하는 키</translation>
    </message>
    <message>
        <source>Shape of its symbol</source>
        <translation>기호 모양</translation>
    </message>
    <message>
        <source>Colour of its symbol</source>
        <translation>기호 색상</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>비워 둘 수 없습니다.</translation>
    </message>
    <message>
        <source>This must be a value of its list.</source>
        <translation>목록에 있는 단어여야 합니다.</translation>
    </message>
    <message>
        <source>This must be a number not less than 0.</source>
        <translation>0 이상의 수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be a number above 0.</source>
        <translation>0보다 큰 수여야 합니다.</translation>
    </message>
    <message>
        <source>A reason is only stated where the state is “not observable”.</source>
        <translation>이유는 상태가 “판독 불가”일 때만 적습니다.</translation>
    </message>
    <message>
        <source>The last day must not be before the first.</source>
        <translation>마지막 날짜가 첫 날짜보다 이를 수 없습니다.</translation>
    </message>
    <message>
        <source>A site cannot replace itself.</source>
        <translation>지점이 자기 자신을 대체할 수 없습니다.</translation>
    </message>
    <message>
        <source>The last day must not be before the first, nor still to come (UTC).</source>
        <translation>마지막 날짜가 첫 날짜보다 이르거나 아직 오지 않은 날짜(UTC)일 수 없습니다.</translation>
    </message>
    <message>
        <source>What could not be observed is not below resolution.</source>
        <translation>판독 불가인 것은 해상도 미만으로 기록할 수 없습니다.</translation>
    </message>
    <message>
        <source>The end must not be before the beginning.</source>
        <translation>끝이 시작보다 앞설 수 없습니다.</translation>
    </message>
    <message>
        <source>A date needs its kind: acquired, released, at or before, or reported.</source>
        <translation>날짜에는 종류가 필요합니다: 촬영, 공개, 이 날짜 또는 그 이전, 보고.</translation>
    </message>
    <message>
        <source>This must be a number from 0 to 100.</source>
        <translation>0에서 100까지의 수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be a year, a month or a day: 2025, 2025-11 or 2025-11-30.</source>
        <translation>연도, 월 또는 날짜여야 합니다: 2025, 2025-11 또는 2025-11-30.</translation>
    </message>
    <message>
        <source>This must be a number from 0 to 1.</source>
        <translation>0에서 1까지의 수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be one letter from A to Z, or a digit.</source>
        <translation>A에서 Z까지의 글자 하나 또는 숫자 하나여야 합니다.</translation>
    </message>
    <message>
        <source>{name} = {value} is out of range. Give a possible number.</source>
        <translation>{name} = {value}: 범위를 벗어난 값입니다. 가능한 숫자를 지정하세요.</translation>
    </message>
    <message>
        <source>This is not an address of dated tiles ({detail}). Write {{x}}, {{y}}, {{z}} and a date such as {{yyyy}}-{{mm}} into it.</source>
        <translation>날짜 있는 타일의 주소가 아닙니다({detail}). {{x}}, {{y}}, {{z}}와 {{yyyy}}-{{mm}} 같은 날짜를 넣으세요.</translation>
    </message>
    <message>
        <source>"{text}" is not a date. Write days, months or quarters: 2024-05-31, 2024-05, 2024-Q2.</source>
        <translation>"{text}"은(는) 날짜가 아닙니다. 일, 월, 분기로 적으세요: 2024-05-31, 2024-05, 2024-Q2.</translation>
    </message>
    <message>
        <source>There are more than {most} dates in these days. Choose fewer days.</source>
        <translation>이 기간에 날짜가 {most}개 넘게 있습니다. 기간을 줄이세요.</translation>
    </message>
    <message>
        <source>"{part}" in this address looks like a key, which would be written to survey and project. Remove it, and choose an authentication that sends it as a header.</source>
        <translation>이 주소의 "{part}" 부분은 조사와 프로젝트에 저장될 키로 보입니다. 주소에서 빼고, 키를 헤더로 보내는 인증을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} holds no image.</source>
        <translation>{path} 파일에 영상이 없습니다.</translation>
    </message>
    <message>
        <source>The picture {path} has no position. Put a world file next to it, or save it as GeoTIFF.</source>
        <translation>그림 {path} 파일에 위치가 없습니다. 옆에 월드 파일을 두거나 GeoTIFF 파일로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is a quality band, not a picture of the ground. Put its other bands next to it.</source>
        <translation>{path} 파일은 품질 밴드이며 지상의 그림이 아닙니다. 옆에 나머지 밴드를 두세요.</translation>
    </message>
    <message>
        <source>{path} holds {count} images; the first {most} are read. Split it.</source>
        <translation>{path} 파일에 영상이 {count}개 있으며, 처음 {most}개만 읽습니다. 파일을 나누세요.</translation>
    </message>
    <message>
        <source>The name of the image {path} is not written in UTF-8. Rename it.</source>
        <translation>영상 {path}의 이름이 UTF-8로 적혀 있지 않습니다. 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>{name} is dated {date} ({evidence}), but there is another date, {other} ({other_evidence}). Correct the one that is wrong.</source>
        <translation>{name}: 날짜는 {date}({evidence})이지만 다른 날짜 {other}({other_evidence})도 있습니다. 틀린 쪽을 바로잡으세요.</translation>
    </message>
    <message>
        <source>{name} is dated {date}, as in its name. {zone} there may be a time zone; it was not applied, so the UTC day may be the one before or after. Write the time with Z or +09:00.</source>
        <translation>{name}의 날짜는 이름에 적힌 대로 {date}입니다. 이름의 {zone}은(는) 시간대일 수 있지만 적용되지 않았으므로 UTC 날짜는 하루 전이나 후일 수 있습니다. 시각을 Z 또는 +09:00과 함께 적으십시오.</translation>
    </message>
    <message>
        <source>{path} has no column that says where the images are. Call it uri, and list them again.</source>
        <translation>{path} 파일에 영상의 위치를 밝힌 열이 없습니다. 그 열의 이름을 uri로 하고 목록을 다시 추가하세요.</translation>
    </message>
    <message>
        <source>Row {row} of {path} names no image and was left out. Fill in its uri.</source>
        <translation>{path} 파일의 {row}행에 영상이 적혀 있지 않아 제외했습니다. uri를 채우세요.</translation>
    </message>
    <message>
        <source>Row {row} of {path} was left out: {uri} is neither a path nor an http or https address.</source>
        <translation>{path} 파일의 {row}행을 제외했습니다. {uri}은(는) 경로도 http 또는 https 주소도 아닙니다.</translation>
    </message>
    <message>
        <source>"{text}" in row {row} of {path} is not a valid {column} and was left out. Correct it there.</source>
        <translation>{path} 파일 {row}행의 "{text}"은(는) {column} 값이 아니어서 제외했습니다. 그곳에서 바로잡으세요.</translation>
    </message>
    <message>
        <source>{name} is undated: "{text}" in row {row} of {path} is not a date. Write it as 2024-05-31.</source>
        <translation>{name}: 날짜가 없습니다. {path} 파일 {row}행의 "{text}"은(는) 날짜가 아닙니다. 2024-05-31처럼 적으세요.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read. Choose a folder that exists and that you may open.</source>
        <translation>{path} 폴더를 읽을 수 없습니다. 존재하고 열 권한이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is a link out of the folder and was not followed. Choose the folder it leads to.</source>
        <translation>{path}은(는) 폴더 밖으로 이어지는 링크여서 따라가지 않았습니다. 링크가 가리키는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{count} more in {folder}, like {path}.</source>
        <translation>{folder}에 {path}와(과) 같은 경우가 {count}개 더 있습니다.</translation>
    </message>
    <message>
        <source>{name} is undated: no date of acquisition in a STAC item, in its metadata or in its name. Add one there.</source>
        <translation>{name}: 날짜가 없습니다. STAC 항목, 메타데이터, 이름 어디에도 촬영 날짜가 없으니 그중 한 곳에 추가하세요.</translation>
    </message>
    <message>
        <source>{name} is undated: its EXIF says {date}, but names no camera, so it may be the time of a scan, a screenshot or an edit. Write the day of acquisition into its name.</source>
        <translation>{name}: 날짜가 없습니다. EXIF의 날짜는 {date}이지만 카메라가 적혀 있지 않아 스캔, 화면 캡처 또는 편집 시각일 수 있습니다. 이름에 촬영 날짜를 적으세요.</translation>
    </message>
    <message>
        <source>{name} is undated: its name has more than one date ({dates}). Keep only the day of acquisition in it, as 2024-05-31.</source>
        <translation>{name}: 날짜가 없습니다. 이름에 날짜가 둘 이상 있습니다({dates}). 촬영 날짜만 2024-05-31처럼 남기세요.</translation>
    </message>
    <message>
        <source>{name} is undated: its date {date} ({evidence}) lies in the future. Correct it there.</source>
        <translation>{name}: 날짜가 없습니다. 찾은 날짜 {date}({evidence})이(가) 미래이니 그곳에서 바로잡으세요.</translation>
    </message>
    <message>
        <source>{name} is undated: acquired {date} ({evidence}), or {other} ({other_evidence}). Correct the one that is wrong.</source>
        <translation>{name}: 날짜가 없습니다. 촬영 날짜가 {date}({evidence})이거나 {other}({other_evidence})입니다. 틀린 쪽을 바로잡으세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read and was left out ({detail}). Repair or remove it.</source>
        <translation>{path} 파일을 읽을 수 없어 제외했습니다({detail}). 고치거나 삭제하세요.</translation>
    </message>
    <message>
        <source>The STAC item {path} cannot be used ({detail}). Left out with it: {images}. Repair or remove it.</source>
        <translation>STAC 항목 {path}을(를) 사용할 수 없습니다({detail}). 함께 제외한 영상: {images}. 항목을 고치거나 삭제하세요.</translation>
    </message>
    <message>
        <source>The STAC item {path} has no datetime. Add it there.</source>
        <translation>STAC 항목 {path}에 datetime이 없습니다. 그곳에 추가하세요.</translation>
    </message>
    <message>
        <source>{name} has no date from the STAC item {path}, which names other images. Add it to the item's assets if it is one of them.</source>
        <translation>{name}: 다른 영상을 가리키는 STAC 항목 {path}에서는 날짜를 얻지 않았습니다. 이 영상이 그 항목의 것이면 항목의 assets에 추가하세요.</translation>
    </message>
    <message>
        <source>{name} is undated: its STAC item has {detail}. Correct that.</source>
        <translation>{name}: 날짜가 없습니다. STAC 항목에 적힌 것은 {detail}입니다. 그곳을 바로잡으세요.</translation>
    </message>
    <message>
        <source>The STAC item {name} is not in {path} ({detail}). Put it back, or add its images again.</source>
        <translation>STAC 항목 {name}이(가) {path}에 없습니다({detail}). 되돌려 놓거나 그 영상을 다시 추가하세요.</translation>
    </message>
    <message>
        <source>{name} is undated: acquired {date} (STAC item {item}), or {other_date} (STAC item {other}). Correct the one that is wrong.</source>
        <translation>{name}: 날짜가 없습니다. 촬영 날짜가 {date}(STAC 항목 {item})이거나 {other_date}(STAC 항목 {other})입니다. 틀린 쪽을 바로잡으세요.</translation>
    </message>
    <message>
        <source>The STAC item {name} has no GeoTIFF or JPEG 2000 that can be opened from here.</source>
        <translation>STAC 항목 {name}에 여기에서 열 수 있는 GeoTIFF 또는 JPEG 2000이 없습니다.</translation>
    </message>
    <message>
        <source>The image of the STAC item {name} lies at {address} and has no https address. Search a catalog that gives one.</source>
        <translation>STAC 항목 {name}의 영상은 {address}에 있으며 https 주소가 없습니다. https 주소를 제공하는 카탈로그를 검색하세요.</translation>
    </message>
    <message>
        <source>The STAC item {name} has no image {key}, which was chosen for its collection. Choose another one.</source>
        <translation>STAC 항목 {name}에는 해당 컬렉션에 선택한 영상 {key}이(가) 없습니다. 다른 것을 선택하세요.</translation>
    </message>
    <message>
        <source>{address} lists no releases of World Imagery Wayback. Check the address.</source>
        <translation>{address} 주소에 World Imagery Wayback의 공개본 목록이 없습니다. 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>The ZIP file {path} cannot be read ({detail}). Copy or download it again.</source>
        <translation>ZIP 파일 {path}을(를) 읽을 수 없습니다({detail}). 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>The ZIP file {path} holds {count} images; the first {most} are read. Unpack it.</source>
        <translation>ZIP 파일 {path}에 영상이 {count}개 있으며, 처음 {most}개만 읽습니다. 압축을 푸세요.</translation>
    </message>
    <message>
        <source>{path} would unpack to {megabytes} MB from next to nothing and was left out. Unpack it.</source>
        <translation>{path} 파일은 크기가 거의 없는데 압축을 풀면 {megabytes} MB가 되어 제외했습니다. 압축을 푸세요.</translation>
    </message>
    <message>
        <source>{path} was left out: {reason}. Unpack the ZIP file, and add the folder.</source>
        <translation>{path} 파일을 제외했습니다: {reason}. ZIP 파일의 압축을 풀고 그 폴더를 추가하세요.</translation>
    </message>
    <message>
        <source>its name leads out of the ZIP file</source>
        <translation>이름이 ZIP 파일 밖을 가리킴</translation>
    </message>
    <message>
        <source>its name ends in a blank or dot</source>
        <translation>이름이 공백이나 점으로 끝남</translation>
    </message>
    <message>
        <source>its name is not a plain path</source>
        <translation>이름이 일반 경로가 아님</translation>
    </message>
    <message>
        <source>it, or a file that belongs to it, is there several times under one name</source>
        <translation>이 파일 또는 딸린 파일이 같은 이름으로 여러 개 있음</translation>
    </message>
    <message>
        <source>it has a password</source>
        <translation>암호가 걸려 있음</translation>
    </message>
    <message>
        <source>its compression method is not supported</source>
        <translation>여기에서 읽지 못하는 방식으로 압축됨</translation>
    </message>
    <message>
        <source>No row was compared with the river line: Python packages for that are missing. Install them in the corridor panel.</source>
        <translation>어떤 행도 하천선과 대조하지 않았습니다. 필요한 Python 패키지가 없습니다. 회랑 패널에서 설치하세요.</translation>
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
        <source>Column with the whole place: latitude and longitude, MGRS, WKT, a map link</source>
        <translation>위치 전체가 있는 열: 위도와 경도, MGRS, WKT, 지도 링크</translation>
    </message>
    <message>
        <source>UTM zone</source>
        <translation>UTM 구역</translation>
    </message>
    <message>
        <source>Column with the UTM zone of northing and easting, such as 52T</source>
        <translation>북향 좌표와 동향 좌표의 UTM 구역이 있는 열. 예: 52T</translation>
    </message>
    <message>
        <source>Latitude, minutes</source>
        <translation>위도, 분</translation>
    </message>
    <message>
        <source>Column with the minutes of the latitude, degrees being in a column of their own</source>
        <translation>위도의 분이 있는 열. 도는 별도의 열에 있음</translation>
    </message>
    <message>
        <source>Latitude, seconds</source>
        <translation>위도, 초</translation>
    </message>
    <message>
        <source>Column with the seconds of the latitude</source>
        <translation>위도의 초가 있는 열</translation>
    </message>
    <message>
        <source>Latitude, N or S</source>
        <translation>위도, N 또는 S</translation>
    </message>
    <message>
        <source>Column that says whether the latitude is north or south</source>
        <translation>위도가 북위인지 남위인지 밝힌 열</translation>
    </message>
    <message>
        <source>Longitude, minutes</source>
        <translation>경도, 분</translation>
    </message>
    <message>
        <source>Column with the minutes of the longitude, degrees being in a column of their own</source>
        <translation>경도의 분이 있는 열. 도는 별도의 열에 있음</translation>
    </message>
    <message>
        <source>Longitude, seconds</source>
        <translation>경도, 초</translation>
    </message>
    <message>
        <source>Column with the seconds of the longitude</source>
        <translation>경도의 초가 있는 열</translation>
    </message>
    <message>
        <source>Longitude, E or W</source>
        <translation>경도, E 또는 W</translation>
    </message>
    <message>
        <source>Column that says whether the longitude is east or west</source>
        <translation>경도가 동경인지 서경인지 밝힌 열</translation>
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
        <source>Column with the site's name</source>
        <translation>지점 이름이 있는 열</translation>
    </message>
    <message>
        <source>Column that says vehicle, barge, staging area, fuel station, ...</source>
        <translation>차량, 바지선, 집결지, 주유소 등을 밝힌 열</translation>
    </message>
    <message>
        <source>Column that says present, absent, washed out, under construction, ...</source>
        <translation>있음, 없음, 유실됨, 공사 중 등을 밝힌 열</translation>
    </message>
    <message>
        <source>Column with the day of the state; of a sighting where no column says the state</source>
        <translation>상태의 날짜가 있는 열. 상태를 밝힌 열이 없으면 지점이 관측된 날짜</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>날짜, 끝</translation>
    </message>
    <message>
        <source>Column with the last day, where the date is the first day of an interval</source>
        <translation>날짜가 기간의 첫 날짜일 때 그 마지막 날짜가 있는 열</translation>
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
        <source>First seen, to</source>
        <translation>최초 관측, 끝</translation>
    </message>
    <message>
        <source>Column with the last day that the site can have been first seen</source>
        <translation>지점이 처음 관측되었을 수 있는 마지막 날짜가 있는 열</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>최종 관측</translation>
    </message>
    <message>
        <source>Column with the date the site was last seen</source>
        <translation>지점이 마지막으로 관측된 날짜가 있는 열</translation>
    </message>
    <message>
        <source>Under construction</source>
        <translation>공사 중</translation>
    </message>
    <message>
        <source>Column with a date on which the site was being built</source>
        <translation>지점이 공사 중이던 날짜가 있는 열</translation>
    </message>
    <message>
        <source>Washed out</source>
        <translation>유실됨</translation>
    </message>
    <message>
        <source>Column with a date on which the site was washed out</source>
        <translation>지점이 유실되어 있던 날짜가 있는 열</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>철거됨</translation>
    </message>
    <message>
        <source>Column with a date on which the site was gone: removed, destroyed, closed</source>
        <translation>지점이 사라진 상태였던 날짜가 있는 열: 철거, 파괴, 폐쇄</translation>
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
        <source>Column that says confirmed, probable or possible</source>
        <translation>확인됨, 유력, 가능성 있음 중 무엇인지 밝힌 열</translation>
    </message>
    <message>
        <source>Column with notes; columns not chosen anywhere are kept in the note too</source>
        <translation>메모가 있는 열. 다른 곳에서 선택하지 않은 열도 메모에 남습니다</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>옮겨짐</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 항목</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>moved {metres:.0f} m</source>
        <translation>{metres:.0f} m 이동</translation>
    </message>
    <message>
        <source>moved {km:.1f} km</source>
        <translation>{km:.1f} km 이동</translation>
    </message>
    <message>
        <source>moved less than 1 m</source>
        <translation>1 m 미만 이동</translation>
    </message>
    <message>
        <source>{field}: “{old}” in the survey, “{new}” in the list</source>
        <translation>{field}: 조사에는 “{old}”, 목록에는 “{new}”</translation>
    </message>
    <message>
        <source>{field}: “{new}” in the list</source>
        <translation>{field}: 목록에는 “{new}”</translation>
    </message>
    <message>
        <source>{field}: “{old}”, empty in the list</source>
        <translation>{field}: “{old}”, 목록에는 비어 있음</translation>
    </message>
    <message>
        <source>{difference} (taken)</source>
        <translation>{difference} (반영함)</translation>
    </message>
    <message>
        <source>{n} new observations</source>
        <translation>새 관측 {n}개</translation>
    </message>
    <message>
        <source>1 new observation</source>
        <translation>새 관측 1개</translation>
    </message>
    <message>
        <source>“{name}” in the archive leads out of it and was not read.</source>
        <translation>압축 파일 안의 “{name}”은(는) 압축 파일 밖으로 이어져 읽지 않았습니다.</translation>
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
        <source>The list “{name}” of {count} items was not read.</source>
        <translation>항목 {count}개의 목록 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a view, made from other tables, and was not read.</source>
        <translation>“{name}”은(는) 다른 테이블로 만든 뷰여서 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Layer “{name}” has no points ({geometry}) and was not read.</source>
        <translation>레이어 “{name}”에 포인트가 없어({geometry}) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Column “{name}” holds no text and was not read.</source>
        <translation>열 “{name}”에 텍스트가 없어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Track “{name}” was not read.</source>
        <translation>트랙 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Route “{name}” was not read.</source>
        <translation>경로 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Network link “{name}” to {link} was not followed.</source>
        <translation>{link}(으)로 가는 네트워크 링크 “{name}”은(는) 따라가지 않았습니다.</translation>
    </message>
    <message>
        <source>Image overlay “{name}” was not read.</source>
        <translation>이미지 오버레이 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Screen overlay “{name}” was not read.</source>
        <translation>화면 오버레이 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Photo “{name}” was not read.</source>
        <translation>사진 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Tour “{name}” was not read.</source>
        <translation>투어 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The control of network links was not read.</source>
        <translation>네트워크 링크의 제어 정보는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>An update of another file was not read.</source>
        <translation>다른 파일에 대한 업데이트는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>A document in the archive was left out: {reason}</source>
        <translation>압축 파일 안의 문서 하나를 제외했습니다: {reason}</translation>
    </message>
    <message>
        <source>Element &lt;{tag}&gt; was not read.</source>
        <translation>요소 &lt;{tag}&gt;은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>{sentence} And {count} more of these.</source>
        <translation>{sentence} 이와 같은 것이 {count}개 더 있습니다.</translation>
    </message>
    <message>
        <source>Sheet “{name}” is hidden and was not read.</source>
        <translation>시트 “{name}”은(는) 숨겨져 있어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>{cells}: a formula whose value was not saved, read as empty. Open the file in its own program and save it again</source>
        <translation>{cells}: 값이 저장되지 않은 수식이어서 빈 값으로 읽었습니다. 원래 프로그램에서 파일을 열어 다시 저장하십시오</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cells}: a formula whose value was not saved. The row was not read.</source>
        <translation>시트 “{sheet}”, {cells}: 값이 저장되지 않은 수식입니다. 이 행은 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Comments on cells were not read.</source>
        <translation>셀의 메모는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>“{name}”, an archive in the archive, was not read.</source>
        <translation>압축 파일 안의 압축 파일 “{name}”은(는) 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>{path} does not exist or cannot be read. Choose another file.</source>
        <translation>{path} 파일이 없거나 읽을 수 없습니다. 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be imported. Choose a CSV, Excel (XLSX), OpenDocument (ODS), GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GML, GPX, KML or KMZ file.</source>
        <translation>{path} 파일은 가져올 수 없습니다. CSV, Excel(XLSX), OpenDocument(ODS), GeoJSON, 지오패키지, Shapefile, FlatGeobuf, GML, GPX, KML, KMZ 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is {format}, which is not read here. Open it in QGIS or its own program and save it as {instead}.</source>
        <translation>{path} 파일은 여기에서 읽지 않는 {format} 형식입니다. QGIS나 원래 프로그램에서 열어 {instead}(으)로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is a survey with sites, observations and images of its own. Import it as a whole, or open it.</source>
        <translation>{path} 파일은 자체 지점, 관측, 영상이 있는 조사입니다. 통째로 가져오거나 그 조사를 여세요.</translation>
    </message>
    <message>
        <source>{path} is damaged or not what its name says. Open it in its own program and save it again.</source>
        <translation>{path} 파일이 손상되었거나 이름과 내용이 다릅니다. 원래 프로그램에서 열어 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{path} holds no features. Save it as GeoJSON or GeoPackage with a feature for each site.</source>
        <translation>{path} 파일에 피처가 없습니다. 지점마다 피처가 하나씩 있는 GeoJSON이나 지오패키지로 저장하세요.</translation>
    </message>
    <message>
        <source>“{delimiter}” cannot separate columns. Give one character: a comma, a semicolon, a tab.</source>
        <translation>“{delimiter}”(으)로는 열을 나눌 수 없습니다. 쉼표, 세미콜론, 탭 같은 문자 하나를 지정하세요.</translation>
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
        <source>{name} leads out of {path} to another place, and was not opened. Put the file itself there.</source>
        <translation>{name}은(는) {path} 밖의 다른 곳으로 이어져 열지 않았습니다. 그 자리에 파일 자체를 넣으세요.</translation>
    </message>
    <message>
        <source>{path} declares XML entities, which are not read. Save it again in Google Earth or QGIS.</source>
        <translation>{path} 파일에 XML 엔티티가 선언되어 있으며, 이는 읽지 않습니다. Google Earth나 QGIS에서 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{path} holds {size} MB, and at most {limit} MB are read. Split it.</source>
        <translation>{path} 파일의 크기는 {size} MB이며, 최대 {limit} MB까지 읽습니다. 파일을 나누세요.</translation>
    </message>
    <message>
        <source>{path} has more than {limit} columns. Keep those that describe a site, and save it again.</source>
        <translation>{path} 파일의 열이 {limit}개보다 많습니다. 지점에 관한 열만 남기고 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{path} has more than {limit} rows. Split it.</source>
        <translation>{path} 파일의 행이 {limit}개보다 많습니다. 파일을 나누세요.</translation>
    </message>
    <message>
        <source>{path} has more text than fits into memory: more than {limit} MB. Split it, or leave out columns.</source>
        <translation>{path} 파일의 텍스트가 {limit} MB를 넘어 메모리에 들어가지 않습니다. 파일을 나누거나 열을 빼세요.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed, so that this row holds the next ones too. Close it.</source>
        <translation>따옴표가 닫히지 않아 이 행에 다음 행들까지 들어 있습니다. 따옴표를 닫으세요.</translation>
    </message>
    <message>
        <source>{path} has a text of more than {limit} characters near row {row}: a quotation mark or a line's end may be missing. Correct it there.</source>
        <translation>{path} 파일의 {row}행 부근에 {limit}자보다 긴 텍스트가 있습니다. 따옴표나 줄 끝이 빠졌을 수 있습니다. 그곳을 고치세요.</translation>
    </message>
    <message>
        <source>{path} is nested more than {limit} deep. Save it again with fewer levels.</source>
        <translation>{path} 파일이 {limit}단계보다 깊이 중첩되어 있습니다. 단계를 줄여 다시 저장하세요.</translation>
    </message>
    <message>
        <source>The geometry is damaged: {text}. Draw the point again.</source>
        <translation>도형이 손상되었습니다: {text}. 포인트를 다시 그리세요.</translation>
    </message>
    <message>
        <source>{text} lies outside what {crs} covers. Correct the point, or choose the coordinate reference system it is in.</source>
        <translation>{text}은(는) {crs} 좌표계의 적용 범위 밖에 있습니다. 포인트를 고치거나 포인트의 실제 좌표계를 선택하세요.</translation>
    </message>
    <message>
        <source>The row is damaged: {text}. Correct it, or add the site by hand.</source>
        <translation>행이 손상되었습니다: {text}. 고치거나 지점을 직접 추가하세요.</translation>
    </message>
    <message>
        <source>{path} is locked with a password. Save it without one.</source>
        <translation>{path} 파일이 암호로 잠겨 있습니다. 암호 없이 저장하세요.</translation>
    </message>
    <message>
        <source>{path} holds {names}. Unpack it and choose one of these files.</source>
        <translation>{path} 파일에 {names}이(가) 들어 있습니다. 압축을 풀고 그중 한 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} has no site that can be read. {reason}</source>
        <translation>{path} 파일에 읽을 수 있는 지점이 없습니다. {reason}</translation>
    </message>
    <message>
        <source>{path} does not state its coordinate reference system. Choose it and read the file again.</source>
        <translation>{path} 파일에 좌표계가 적혀 있지 않습니다. 좌표계를 선택하고 파일을 다시 읽으세요.</translation>
    </message>
    <message>
        <source>{path} gives its coordinate reference system by a link ({link}), which is not followed. Choose it and read the file again.</source>
        <translation>{path} 파일은 좌표계를 링크({link})로 밝히고 있으며, 링크는 따라가지 않습니다. 좌표계를 선택하고 파일을 다시 읽으세요.</translation>
    </message>
    <message>
        <source>{crs} is not a known coordinate reference system. Write it like EPSG:5179.</source>
        <translation>{crs}은(는) 알려진 좌표계가 아닙니다. EPSG:5179처럼 적으세요.</translation>
    </message>
    <message>
        <source>{path} has no layer {layer}. Choose one of: {layers}.</source>
        <translation>{path} 파일에 {layer} 레이어가 없습니다. 다음 중에서 선택하세요: {layers}.</translation>
    </message>
    <message>
        <source>not in the list any more: kept as it is</source>
        <translation>더 이상 목록에 없음: 그대로 둠</translation>
    </message>
    <message>
        <source>not in the list any more: retired, it does not count after today</source>
        <translation>더 이상 목록에 없음: 집계를 종료하여 오늘 이후로는 세지 않음</translation>
    </message>
    <message>
        <source>not in the list any more: deleted</source>
        <translation>더 이상 목록에 없음: 삭제함</translation>
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
        <source>“{text}” gives more than one place. Leave one, or make a row for each.</source>
        <translation>“{text}”에 위치가 둘 이상 있습니다. 하나만 남기거나 위치마다 행을 만드세요.</translation>
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
        <source>The geometry is a {geometry}, and a site is one point. Draw it as a point.</source>
        <translation>도형이 {geometry}인데, 지점은 하나의 포인트여야 합니다. 포인트로 그리세요.</translation>
    </message>
    <message>
        <source>“{text}” is in the coordinate reference system {crs}. Write it in degrees on WGS 84.</source>
        <translation>“{text}”은(는) {crs} 좌표계로 적혀 있습니다. WGS 84의 도 단위로 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” may be degrees times ten million, and does not say so. Write degrees with a decimal point.</source>
        <translation>“{text}”은(는) 도에 천만을 곱한 값일 수 있으나 그렇다고 밝히지 않았습니다. 소수점이 있는 도 단위로 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” is a short Plus Code: its first four characters are missing. Write it whole, as 8QHCC56P+CP.</source>
        <translation>“{text}”은(는) 짧은 Plus Code여서 앞의 네 글자가 없습니다. 8QHCC56P+CP처럼 전체를 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” names a square of {km:g} km, which is not a place. Write the reference with more digits.</source>
        <translation>“{text}”은(는) 한 변이 {km:g} km인 정사각형을 가리키므로 위치가 아닙니다. 격자 좌표를 더 많은 자릿수로 적으세요.</translation>
    </message>
    <message>
        <source>The zone, letters and numbers of “{text}” do not fit each other. Correct the grid reference.</source>
        <translation>“{text}”의 구역, 문자, 숫자가 서로 맞지 않습니다. 격자 좌표를 바로잡으세요.</translation>
    </message>
    <message>
        <source>“{text}” does not say which hemisphere: S may also be the band from 32 to 40 degrees north. Write the zone with N for north, or the place in degrees.</source>
        <translation>“{text}”에는 어느 반구인지 적혀 있지 않습니다. S는 북위 32도에서 40도까지의 위도대일 수도 있습니다. 구역에 북반구를 뜻하는 N을 붙여 적거나 위치를 도 단위로 적으세요.</translation>
    </message>
    <message>
        <source>The link “{text}” does not contain a place. Open it, and copy the coordinates.</source>
        <translation>링크 “{text}”에 위치가 나와 있지 않습니다. 링크를 열어 좌표를 복사하세요.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it as 2025-07-30, 2025-07 or 2025.</source>
        <translation>“{text}”은(는) 날짜가 아닙니다. 2025-07-30, 2025-07 또는 2025처럼 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” names no year. Write the date as 2025-07-30, 2025-07 or 2025.</source>
        <translation>“{text}”에 연도가 없습니다. 날짜를 2025-07-30, 2025-07 또는 2025처럼 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” can be read as two dates. Write it as 2025-07-30.</source>
        <translation>“{text}”은(는) 두 가지 날짜로 읽힐 수 있습니다. 2025-07-30처럼 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” may mean {first} to {last}. Confirm it, or leave it undated.</source>
        <translation>“{text}”은(는) {first} ~ {last}을(를) 뜻할 수 있습니다. 맞는지 확인하거나 날짜 없음으로 두세요.</translation>
    </message>
    <message>
        <source>{columns} give another place, {km:.1f} km away: kept in the note</source>
        <translation>{columns} 열은 {km:.1f} km 떨어진 다른 위치를 가리킴: 메모에 남김</translation>
    </message>
    <message>
        <source>This export has only what follows from sites and observations. Choose the file that has the sites.</source>
        <translation>이 내보내기에는 지점과 관측에서 나온 것만 들어 있습니다. 지점이 들어 있는 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>{n} sites of this export have no place: they were not compared with the survey.</source>
        <translation>이 내보내기의 지점 {n}개는 위치가 없어 조사와 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>This observation was removed from the survey after the export. It is not imported again.</source>
        <translation>이 관측은 내보낸 뒤에 조사에서 제거되었습니다. 다시 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>Neither the survey nor a row above has the site of this observation.</source>
        <translation>조사에도, 위의 행에도 이 관측의 지점이 없습니다.</translation>
    </message>
    <message>
        <source>“{text}” is not a value of {column}. Correct the cell.</source>
        <translation>“{text}”은(는) {column}의 값이 아닙니다. 셀을 고치십시오.</translation>
    </message>
    <message>
        <source>latitude and longitude were swapped</source>
        <translation>위도와 경도가 뒤바뀌어 있었음</translation>
    </message>
    <message>
        <source>“{text}” gives no place: the other columns are used</source>
        <translation>“{text}”에 위치가 없음: 다른 열에서 위치를 가져옴</translation>
    </message>
    <message>
        <source>the row gives two places, {km:.1f} km apart: {lat:.5f}, {lon:.5f} would be taken</source>
        <translation>행에 위치가 둘 있으며 서로 {km:.1f} km 떨어져 있음: {lat:.5f}, {lon:.5f}을(를) 쓰게 됨</translation>
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
        <source>“{text}” is not in degrees. Choose the coordinate reference system of the columns.</source>
        <translation>“{text}”은(는) 도 단위 값이 아닙니다. 열의 좌표계를 선택하세요.</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>제외됨.</translation>
    </message>
    <message>
        <source>“{text}” in {column} is unknown: left open, the text kept in the note</source>
        <translation>{column} 열의 “{text}”을(를) 알 수 없음: 비워 두고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>the row is longer than {limit} characters: the rest is not imported</source>
        <translation>행이 {limit}자보다 길어 나머지는 가져오지 않음</translation>
    </message>
    <message>
        <source>“{text}” may be a row of totals, not a site</source>
        <translation>“{text}”은(는) 지점이 아니라 합계 행일 수 있음</translation>
    </message>
    <message>
        <source>the name is longer than {limit} characters: the rest is in the note</source>
        <translation>이름이 {limit}자보다 길어 나머지는 메모에 적음</translation>
    </message>
    <message>
        <source>“{text}” indicates shifted coordinates: the place may be {metres:.0f} m off</source>
        <translation>“{text}”은(는) 이동된 좌표를 뜻함: 위치가 {metres:.0f} m 어긋날 수 있음</translation>
    </message>
    <message>
        <source>converted from {datum}: moved by {metres:.0f} m</source>
        <translation>{datum}에서 변환됨: {metres:.0f} m 옮김</translation>
    </message>
    <message>
        <source>mentions “{text}”: not converted from {datum}</source>
        <translation>“{text}” 언급됨: {datum}에서 변환하지 않음</translation>
    </message>
    <message>
        <source>far from China, where {datum} shifts nothing: not converted</source>
        <translation>중국에서 멀어 {datum} 오프셋이 없음: 변환하지 않음</translation>
    </message>
    <message>
        <source>The coordinates are said to be {datum}, which is shifted: the places are off by up to {metres:.0f} m unless they are converted.</source>
        <translation>좌표가 {datum}(이)라고 되어 있으며 이는 이동된 좌표입니다. 변환하지 않으면 위치가 최대 {metres:.0f} m 어긋납니다.</translation>
    </message>
    <message>
        <source>{n} rows say that their coordinates are shifted (GCJ-02 or BD-09): the places are off by up to {metres:.0f} m unless they are converted.</source>
        <translation>{n}개 행의 좌표가 이동된 것(GCJ-02 또는 BD-09)이라고 되어 있습니다. 변환하지 않으면 위치가 최대 {metres:.0f} m 어긋납니다.</translation>
    </message>
    <message>
        <source>state “{text}” has no date of its own: kept in the note</source>
        <translation>상태 “{text}”에 해당하는 날짜가 없음: 메모에 남김</translation>
    </message>
    <message>
        <source>“{text}” may mean that the site was not there: nothing observed on {date}, the date kept in the note</source>
        <translation>“{text}”은(는) 지점이 없었다는 뜻일 수 있음: {date}의 관측 없이 가져오고 날짜는 메모에 남김</translation>
    </message>
    <message>
        <source>{column} ends before it begins: no date, both kept in the note</source>
        <translation>{column}의 끝이 시작보다 앞섬: 날짜 없이 가져오고 둘 다 메모에 남김</translation>
    </message>
    <message>
        <source>“{text}” may mean that the site was not there on {date}</source>
        <translation>“{text}”은(는) {date}에 지점이 없었다는 뜻일 수 있음</translation>
    </message>
    <message>
        <source>no state is given: nothing observed on {date}, the date kept in the note</source>
        <translation>상태가 없음: {date}에 관찰된 것으로 보지 않고 날짜를 메모에 남김</translation>
    </message>
    <message>
        <source>{column} {date} is taken, although {own_column} is {time}: kept in the note</source>
        <translation>{own_column}이(가) {time}이지만 {column} {date}을(를) 사용함: 메모에 남김</translation>
    </message>
    <message>
        <source>last seen before first seen</source>
        <translation>최종 관측이 최초 관측보다 앞섬</translation>
    </message>
    <message>
        <source>“{text}” in {column} is another date: kept in the note</source>
        <translation>{column} 열의 “{text}”은(는) 또 다른 날짜임: 메모에 남김</translation>
    </message>
    <message>
        <source>{date} is later than last seen: no sighting, kept in the note</source>
        <translation>{date}은(는) 마지막 확인일보다 늦음: 관측으로 보지 않고 메모에 남김</translation>
    </message>
    <message>
        <source>“{text}” has no end: seen some time from {first} to the day of the import</source>
        <translation>“{text}”에 끝이 없음: {first}부터 가져온 날 사이의 어느 때에 관측됨</translation>
    </message>
    <message>
        <source>{metres:.0f} m from row {row}, “{name}”: the same site?</source>
        <translation>{row}행 “{name}”에서 {metres:.0f} m: 같은 지점입니까?</translation>
    </message>
    <message>
        <source>{metres:.0f} m from the survey's site “{name}”: the same site?</source>
        <translation>조사의 지점 “{name}”에서 {metres:.0f} m: 같은 지점입니까?</translation>
    </message>
    <message>
        <source>the id of the survey's site “{name}”, but {metres:.0f} m away and another name: the same site?</source>
        <translation>조사의 지점 “{name}”의 식별자이지만 {metres:.0f} m 떨어져 있고 이름이 다릅니다. 같은 지점입니까?</translation>
    </message>
    <message>
        <source>the same site as “{name}”: this row brings nothing more</source>
        <translation>“{name}”과(와) 같은 지점: 이 행에는 더 추가할 내용이 없음</translation>
    </message>
    <message>
        <source>another row gives another state of “{name}” for the same days</source>
        <translation>다른 행에 같은 날짜의 “{name}” 상태가 다르게 적혀 있음</translation>
    </message>
    <message>
        <source>Row {first} has the id {id} already. Give this row its own id.</source>
        <translation>{first}행에 이미 ID {id}이(가) 있습니다. 이 행에 고유한 ID를 주세요.</translation>
    </message>
    <message>
        <source>moved by {metres:.0f} m</source>
        <translation>{metres:.0f} m 옮겨짐</translation>
    </message>
    <message>
        <source>This site was removed from the survey after the export: import it again, as another site?</source>
        <translation>이 지점은 내보낸 뒤에 조사에서 제거되었습니다. 다른 지점으로 다시 가져오시겠습니까?</translation>
    </message>
    <message>
        <source>It holds no placemarks or features.</source>
        <translation>파일에 위치 표시나 피처가 없습니다.</translation>
    </message>
    <message>
        <source>lies about {km:.0f} km from the other rows</source>
        <translation>다른 행들에서 약 {km:.0f} km 떨어져 있음</translation>
    </message>
    <message>
        <source>lies {km:.0f} km from the river line</source>
        <translation>하천선에서 {km:.0f} km 떨어져 있음</translation>
    </message>
    <message>
        <source>latitude and longitude are the same number</source>
        <translation>위도와 경도가 같은 숫자임</translation>
    </message>
    <message>
        <source>is given to whole degrees only: it may be off by some 100 km</source>
        <translation>도 단위로만 주어짐: 약 100 km 벗어날 수 있음</translation>
    </message>
    <message>
        <source>the sign may be wrong: {lat:.6f}, {lon:.6f} would fit</source>
        <translation>부호가 틀렸을 수 있음: {lat:.6f}, {lon:.6f}이면 맞음</translation>
    </message>
    <message>
        <source>the decimal point may be misplaced: {lat:.6f}, {lon:.6f} would fit</source>
        <translation>소수점의 위치가 틀렸을 수 있음: {lat:.6f}, {lon:.6f}이면 맞음</translation>
    </message>
    <message>
        <source>latitude and longitude may be swapped: {lat:.6f}, {lon:.6f} would fit</source>
        <translation>위도와 경도가 뒤바뀌었을 수 있음: {lat:.6f}, {lon:.6f}이면 맞음</translation>
    </message>
    <message>
        <source>The coordinates may be {datum}: the rows lie {metres:.0f} m off the river on average, and {undone:.0f} m with the shift of {datum} undone.</source>
        <translation>좌표가 {datum}일 수 있습니다. 행은 강에서 평균 {metres:.0f} m 떨어져 있고, {datum} 오프셋을 되돌리면 {undone:.0f} m입니다.</translation>
    </message>
    <message>
        <source>No kind in the file is {texts}: what was given for it has no effect.</source>
        <translation>파일에 {texts} 종류가 없습니다. 이에 대해 지정한 값은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>No state in the file is {texts}: what was given for it has no effect.</source>
        <translation>파일에 {texts} 상태가 없습니다. 이에 대해 지정한 값은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>No date in the file is {texts}: what was given for it has no effect.</source>
        <translation>파일에 {texts} 날짜가 없습니다. 이에 대해 지정한 값은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>The file has no row {texts}: the answer given for it has no effect.</source>
        <translation>파일에 {texts} 행이 없습니다. 이에 대해 지정한 답은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>kind “{text}” is unknown: imported as other, the text kept in the note</source>
        <translation>종류 “{text}”을(를) 알 수 없음: 기타로 가져오고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>kind “{text}” is not confirmed: imported as other site, the text kept in the note</source>
        <translation>종류 “{text}”이(가) 확인되지 않음: 기타 지점으로 가져오고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>state “{text}” is unknown: nothing observed, the text kept in the note</source>
        <translation>상태 “{text}”을(를) 알 수 없음: 관측 없이 가져오고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>state “{text}” is not confirmed: no observation, the text kept in the note</source>
        <translation>상태 “{text}”이(가) 확인되지 않음: 관측 없음, 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>date “{text}” is unreadable or ambiguous: no date, the text kept in the note</source>
        <translation>날짜 “{text}”을(를) 읽을 수 없거나 모호함: 날짜 없이 가져오고 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>date “{text}” is not confirmed: no date, the text kept in the note</source>
        <translation>날짜 “{text}”이(가) 확인되지 않음: 날짜 없음, 원문은 메모에 남김</translation>
    </message>
    <message>
        <source>{count} more texts of kinds, states or dates are not listed; their rows say how each is read.</source>
        <translation>종류, 상태, 날짜의 텍스트 {count}개가 더 있으나 목록에 싣지 않았습니다. 각각을 어떻게 읽었는지는 해당 행에 나와 있습니다.</translation>
    </message>
    <message>
        <source>Vehicle crossing</source>
        <translation>차량 도하 지점</translation>
    </message>
    <message>
        <source>a ramp</source>
        <translation>경사로</translation>
    </message>
    <message>
        <source>Barge crossing</source>
        <translation>바지선 도하 지점</translation>
    </message>
    <message>
        <source>a barge</source>
        <translation>바지선</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>집결지</translation>
    </message>
    <message>
        <source>a truck</source>
        <translation>트럭</translation>
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
        <source>There is no dot of one colour at pixel {column:.0f}, {row:.0f}. Click on the colour of a dot that stands alone.</source>
        <translation>픽셀 {column:.0f}, {row:.0f}에 한 가지 색의 점이 없습니다. 따로 떨어진 점의 색이 있는 곳을 클릭하십시오.</translation>
    </message>
    <message>
        <source>The dot at pixel {column:.0f}, {row:.0f} is smaller than 4 pixels. Use a larger picture.</source>
        <translation>픽셀 {column:.0f}, {row:.0f}의 점이 4픽셀보다 작습니다. 더 큰 그림을 사용하십시오.</translation>
    </message>
    <message>
        <source>Affine (shift, turn, scale)</source>
        <translation>아핀(이동, 회전, 축척)</translation>
    </message>
    <message>
        <source>Projective (a tilted view)</source>
        <translation>투영(기울어진 시점)</translation>
    </message>
    <message>
        <source>Polynomial 2 (bent)</source>
        <translation>2차 다항식(휘어짐)</translation>
    </message>
    <message>
        <source>There are {n} tie points; this needs {least}. Click more places on the picture and on the map.</source>
        <translation>기준점이 {n}개입니다. {least}개가 필요합니다. 그림과 지도에서 더 많은 곳을 클릭하십시오.</translation>
    </message>
    <message>
        <source>There is 1 tie point; this needs {least}. Click more places on the picture and on the map.</source>
        <translation>기준점이 1개입니다. {least}개가 필요합니다. 그림과 지도에서 더 많은 곳을 클릭하십시오.</translation>
    </message>
    <message>
        <source>The tie points are on one line: what is beside it is not known. Add one away from it.</source>
        <translation>기준점이 한 직선 위에 있어 그 옆은 알 수 없습니다. 직선에서 떨어진 점을 추가하십시오.</translation>
    </message>
    <message>
        <source>Tie point {number} is at that place already. Remove it first, or click another place.</source>
        <translation>기준점 {number}이(가) 이미 그곳에 있습니다. 먼저 삭제하거나 다른 곳을 클릭하십시오.</translation>
    </message>
    <message>
        <source>These tie points turn the picture into its mirror image. Probably two of them are exchanged, or the picture was mirrored: mirror it back first.</source>
        <translation>이 기준점들은 그림을 좌우로 뒤집습니다. 두 점이 서로 바뀌었거나 그림이 뒤집힌 것입니다. 먼저 그림을 다시 뒤집으십시오.</translation>
    </message>
    <message>
        <source>Choose the CRS in which the picture is drawn. Web maps are in EPSG:3857.</source>
        <translation>그림이 그려진 좌표계를 선택하십시오. 웹 지도는 EPSG:3857입니다.</translation>
    </message>
    <message>
        <source>The tie points give no place on the ground there. Check them, or choose another CRS or transformation.</source>
        <translation>기준점으로는 그곳의 지상 위치를 얻을 수 없습니다. 기준점을 확인하거나 다른 좌표계나 변환을 선택하십시오.</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}에</translation>
    </message>
    <message>
        <source>in Q{quarter} {year}</source>
        <translation>{year}년 {quarter}분기에</translation>
    </message>
    <message>
        <source>in {period}</source>
        <translation>{period}에</translation>
    </message>
    <message>
        <source>{path} has {count} pages, and at most {limit} are read. Split it.</source>
        <translation>{path}의 쪽수는 {count}쪽이고, 읽을 수 있는 것은 최대 {limit}쪽입니다. 파일을 나누십시오.</translation>
    </message>
    <message>
        <source>{path} is not a report that can be read. Choose a TXT, HTML, DOCX or PDF file, or paste its text.</source>
        <translation>{path}은(는) 읽을 수 있는 보고서가 아닙니다. TXT, HTML, DOCX 또는 PDF 파일을 선택하거나 텍스트를 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>{path} holds no text. Choose another file, or paste the text.</source>
        <translation>{path}에 텍스트가 없습니다. 다른 파일을 선택하거나 텍스트를 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>The {count} pages of {path} are pictures without text. Have them recognised as text (OCR) first, or paste the text.</source>
        <translation>{path}의 {count}쪽은 텍스트가 없는 그림입니다. 먼저 문자 인식(OCR)을 하거나 텍스트를 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>No coordinates in this text. Names of places alone make no site.</source>
        <translation>이 텍스트에는 좌표가 없습니다. 지명만으로는 지점이 되지 않습니다.</translation>
    </message>
    <message>
        <source>{path} has more than {limit} million characters. Split it.</source>
        <translation>{path}은(는) {limit}백만 자가 넘습니다. 나누세요.</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}; {other}</translation>
    </message>
    <message>
        <source>kind by “{text}” in the sentence: a guess</source>
        <translation>문장의 “{text}”(으)로 본 종류: 추정</translation>
    </message>
    <message>
        <source>the coordinates stand in two lines</source>
        <translation>좌표가 두 줄에 나뉘어 있음</translation>
    </message>
    <message>
        <source>the sentence gives several dates: none is used</source>
        <translation>문장에 날짜가 여럿 있음: 사용하지 않음</translation>
    </message>
    <message>
        <source>“{text}” may mean that the site was not there: its date is not used</source>
        <translation>“{text}”은(는) 지점이 없었다는 뜻일 수 있음: 날짜를 사용하지 않음</translation>
    </message>
    <message>
        <source>“{text}” is only given to about {km:.1f} km</source>
        <translation>“{text}”은(는) 약 {km:.1f} km까지만 정확합니다</translation>
    </message>
    <message>
        <source>“{word}” stands next to “{text}”</source>
        <translation>“{text}” 옆에 “{word}”이(가) 있음</translation>
    </message>
    <message>
        <source>“{text}” may be a corner of a box</source>
        <translation>“{text}”은(는) 범위의 모서리일 수 있음</translation>
    </message>
    <message>
        <source>“{text}” may be two numbers and no place</source>
        <translation>“{text}”은(는) 위치가 아니라 두 숫자일 수 있음</translation>
    </message>
    <message>
        <source>“{text}” may be the end of a stretch</source>
        <translation>“{text}”은(는) 구간의 끝일 수 있음</translation>
    </message>
    <message>
        <source>“{text}” is only a point of reference: the sentence means another place, or a stretch.</source>
        <translation>“{text}”은(는) 기준점일 뿐입니다. 문장은 다른 곳이나 구간을 뜻합니다.</translation>
    </message>
    <message>
        <source>“{text}” may be a place or two numbers. Write it with degree signs or N and E.</source>
        <translation>“{text}”은(는) 위치일 수도, 두 숫자일 수도 있습니다. 도 기호나 N, E를 붙여 쓰세요.</translation>
    </message>
    <message>
        <source>“{text}” belongs to the outline of an area, which is no site.</source>
        <translation>“{text}”은(는) 구역의 윤곽에 속하며 지점이 아닙니다.</translation>
    </message>
    <message>
        <source>“{text}” may be a number of another kind: its sentence calls it “{word}”.</source>
        <translation>“{text}”은(는) 다른 종류의 번호일 수 있습니다. 문장에서 “{word}”(이)라고 합니다.</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>{kind} #{number}</source>
        <translation>{kind} #{number}</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>있음</translation>
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
        <source>Not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>What is on screen and the survey's file no longer agree. Open the survey again.</source>
        <translation>화면의 내용과 조사 파일이 더는 일치하지 않습니다. 조사를 다시 여세요.</translation>
    </message>
    <message>
        <source>The record is empty: all its entries were deleted.</source>
        <translation>기록이 비어 있습니다. 모든 항목이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Its last entries are missing: {n}. The record ends at {last}, and {where} has seen {head}. It may be an older copy.</source>
        <translation>마지막 항목 누락: {n}개. 기록은 {last}번 항목에서 끝나지만, {where} 기준으로는 {head}까지 있었습니다. 이전 사본일 수 있습니다.</translation>
    </message>
    <message>
        <source>It does not have {head}, which {where} has seen: work went on from an older copy, or the record was written anew.</source>
        <translation>{where} 기준으로 있었던 {head}이(가) 없습니다. 이전 사본에서 작업을 이어 갔거나 기록이 새로 작성되었습니다.</translation>
    </message>
    <message>
        <source>Entries altered after they were written: {n}, the first is entry {first}.</source>
        <translation>쓰인 뒤에 바뀐 항목: {n}개, 첫 번째는 {first}번 항목.</translation>
    </message>
    <message>
        <source>Entries not sealed to the one before them: {n}, the first is entry {first}.</source>
        <translation>바로 앞 항목에 이어 봉인되지 않은 항목: {n}개, 첫 번째는 {first}번 항목.</translation>
    </message>
    <message>
        <source>Entries whose seal was taken off: {n}, the first is entry {first}.</source>
        <translation>봉인이 제거된 항목: {n}개, 첫 번째는 {first}번 항목.</translation>
    </message>
    <message>
        <source>Entries out of order or without a number: {n}, the first is entry {first}.</source>
        <translation>순서가 어긋나거나 번호가 없는 항목: {n}개, 첫 번째는 {first}번 항목.</translation>
    </message>
    <message>
        <source>Entries that hold no row: {n}, the first is entry {first}.</source>
        <translation>행의 내용이 없는 항목: {n}개, 첫 번째는 {first}번 항목.</translation>
    </message>
    <message>
        <source>Entries deleted within the record: {first} to {last}.</source>
        <translation>기록 중간에서 삭제된 항목: {first}번 ~ {last}번.</translation>
    </message>
    <message>
        <source>Entries made outside the plugin and not sealed yet: {n}, the first is entry {first}. The next change seals them.</source>
        <translation>플러그인 밖에서 만들어져 아직 봉인되지 않은 항목: {n}개, 첫 번째는 {first}번 항목. 다음 변경 때 봉인됩니다.</translation>
    </message>
    <message>
        <source>Rows changed without an entry in the record: {n}.</source>
        <translation>기록에 항목 없이 변경된 행: {n}개.</translation>
    </message>
    <message>
        <source>Rows deleted without an entry in the record: {n}.</source>
        <translation>기록에 항목 없이 삭제된 행: {n}개.</translation>
    </message>
    <message>
        <source>Rows added without an entry in the record: {n}.</source>
        <translation>기록에 항목 없이 추가된 행: {n}개.</translation>
    </message>
    <message>
        <source>Triggers missing or altered, so that changes go unrecorded: {names}.</source>
        <translation>빠졌거나 바뀌어 변경이 기록되지 않는 트리거: {names}.</translation>
    </message>
    <message>
        <source>Triggers were missing and put back: {n} times, first at entry {first}. Changes before may be without an entry.</source>
        <translation>빠진 트리거를 되돌려 놓음: {n}회, 처음은 {first}번 항목. 그 전의 변경은 항목이 없을 수 있습니다.</translation>
    </message>
    <message>
        <source>Rows changed without an entry, then changed with one: {n}, the first by entry {first}.</source>
        <translation>항목 없이 변경된 뒤 항목과 함께 다시 변경된 행: {n}개, 첫 번째는 {first}번 항목에 의한 것.</translation>
    </message>
    <message>
        <source>Sites whose states do not follow from their observations: {n}, the first is {first}.</source>
        <translation>상태가 관측과 맞지 않는 지점: {n}개, 첫 번째는 {first}.</translation>
    </message>
    <message>
        <source>Values that cannot be read, and count as empty: {n}. The first: {first}.</source>
        <translation>읽을 수 없어 빈 값으로 보는 값: {n}개. 첫 번째: {first}.</translation>
    </message>
    <message>
        <source>The record received from {title} is whole. Entries: {n}.</source>
        <translation>{title}에서 받은 기록은 온전합니다. 항목: {n}.</translation>
    </message>
    <message>
        <source>The record received from {title} was altered after it was received, or lacks entries: entry {first} is the first.</source>
        <translation>{title}에서 받은 기록이 받은 뒤 변경되었거나 항목이 빠져 있습니다: 항목 {first}이(가) 처음입니다.</translation>
    </message>
    <message>
        <source>The record received from {title} has other entries than were received: {n}, not {noted}.</source>
        <translation>{title}에서 받은 기록의 항목이 받은 것과 다릅니다: {noted}개가 아니라 {n}개.</translation>
    </message>
    <message>
        <source>{table} {row_id}, {column}: “{value}”</source>
        <translation>{table} {row_id}, {column}: “{value}”</translation>
    </message>
    <message>
        <source>Its record of changes is kept as it is there: {head}. New entries: {n}.</source>
        <translation>그 변경 기록을 그대로 보관합니다: {head}. 새 항목: {n}.</translation>
    </message>
    <message>
        <source>Its record is not the one received before: it goes on from entry {seq}, after which there are others here, as when work continued from an older copy. Both are kept.</source>
        <translation>전에 받은 기록이 아닙니다. 항목 {seq}에서 이어지며 그 뒤로 여기에는 다른 항목이 있습니다(오래된 사본에서 작업을 계속한 경우 등). 둘 다 보관합니다.</translation>
    </message>
    <message>
        <source>Its record of changes is not whole (entry {seq}), so it is not kept: run Verify record on that survey.</source>
        <translation>그 변경 기록이 온전하지 않아(항목 {seq}) 보관하지 않습니다. 그 조사에서 기록 검증을 실행하십시오.</translation>
    </message>
    <message>
        <source>record {seq} {hash}</source>
        <translation>기록 {seq} {hash}</translation>
    </message>
    <message>
        <source>"{text}" names no head of a record. Give the number of its last entry and at least 12 digits of its hash, as an export prints them: record 123 a1b2c3d4e5f6.</source>
        <translation>"{text}"에는 기록의 헤드가 없습니다. 마지막 항목의 번호와 그 해시의 12자리 이상을 내보낸 파일에 적힌 대로 쓰세요: 기록 123 a1b2c3d4e5f6.</translation>
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
        <source>STAC</source>
        <translation>STAC</translation>
    </message>
    <message>
        <source>the image's own metadata</source>
        <translation>영상 자체의 메타데이터</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>file list</source>
        <translation>파일 목록</translation>
    </message>
    <message>
        <source>Almost certain (95 to 99 %)</source>
        <translation>거의 확실함(95 ~ 99 %)</translation>
    </message>
    <message>
        <source>Very likely (80 to 95 %)</source>
        <translation>가능성 매우 높음(80 ~ 95 %)</translation>
    </message>
    <message>
        <source>Likely (55 to 80 %)</source>
        <translation>가능성 높음(55 ~ 80 %)</translation>
    </message>
    <message>
        <source>Roughly even chance (45 to 55 %)</source>
        <translation>가능성 반반 정도(45 ~ 55 %)</translation>
    </message>
    <message>
        <source>Unlikely (20 to 45 %)</source>
        <translation>가능성 낮음(20 ~ 45 %)</translation>
    </message>
    <message>
        <source>Very unlikely (5 to 20 %)</source>
        <translation>가능성 매우 낮음(5 ~ 20 %)</translation>
    </message>
    <message>
        <source>Almost no chance (1 to 5 %)</source>
        <translation>가능성 거의 없음(1 ~ 5 %)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>Probable</source>
        <translation>유력</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>가능성 있음</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>촬영</translation>
    </message>
    <message>
        <source>Released, not acquired</source>
        <translation>공개(촬영 아님)</translation>
    </message>
    <message>
        <source>At or before this date</source>
        <translation>이 날짜 또는 그 이전</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>보고</translation>
    </message>
    <message>
        <source>STAC item</source>
        <translation>STAC 항목</translation>
    </message>
    <message>
        <source>Metadata of the file</source>
        <translation>파일의 메타데이터</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>List of images</source>
        <translation>영상 목록</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>하류</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>상류</translation>
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
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>영상 범위 밖</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>정확히</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>이상</translation>
    </message>
    <message>
        <source>About</source>
        <translation>약</translation>
    </message>
    <message>
        <source>Kinds of site</source>
        <translation>지점 종류</translation>
    </message>
    <message>
        <source>Classes of counted objects</source>
        <translation>센 객체의 분류</translation>
    </message>
    <message>
        <source>River line (border in OSM, a proxy)</source>
        <translation>하천선(OSM 국경선으로 대신함)</translation>
    </message>
    <message>
        <source>left of the line</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>right of the line</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>on the line</source>
        <translation>선 위</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>유력</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>가능성 있음</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>구름</translation>
    </message>
    <message>
        <source>ice</source>
        <translation>얼음</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>그림자</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>outside the image</source>
        <translation>영상 범위 밖</translation>
    </message>
    <message>
        <source>Along the river</source>
        <translation>하천을 따라</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>직선 거리</translation>
    </message>
    <message>
        <source>Either way</source>
        <translation>둘 다 맞음</translation>
    </message>
    <message>
        <source>Neither fits</source>
        <translation>둘 다 맞지 않음</translation>
    </message>
    <message>
        <source>Counted here</source>
        <translation>여기에서 셈</translation>
    </message>
    <message>
        <source>Not measurable yet</source>
        <translation>아직 측정 불가</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>{value} 이상</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>약 {value}</translation>
    </message>
    <message>
        <source>No observation yet</source>
        <translation>아직 관측 없음</translation>
    </message>
    <message>
        <source>Looked at, and nothing could be seen</source>
        <translation>살펴보았으나 판독 불가</translation>
    </message>
    <message>
        <source>State not known: no observation that shows it has a date</source>
        <translation>상태를 알 수 없음: 상태를 알려 주는 관측에 날짜가 없음</translation>
    </message>
    <message>
        <source>State not known on this day: first observed by {day}</source>
        <translation>이 날짜의 상태를 알 수 없음: 최초 관측은 늦어도 {day}</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소됨.</translation>
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
        <source>1 observation</source>
        <translation>관측 1건</translation>
    </message>
    <message>
        <source>{n} observations</source>
        <translation>관측 {n}건</translation>
    </message>
    <message>
        <source>1 count</source>
        <translation>집계 1건</translation>
    </message>
    <message>
        <source>{n} counts</source>
        <translation>집계 {n}건</translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation>표시 1개</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>표시 {n}개</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>객체 1개</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>객체 {n}개</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>이니셜</translation>
    </message>
    <message>
        <source>Who is recording? The record carries this name.</source>
        <translation>기록하는 사람은 누구입니까? 이 이름이 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Recorded under this name from now on: {name}</source>
        <translation>이제부터 이 이름으로 기록합니다: {name}</translation>
    </message>
    <message>
        <source>Your name, as rows of the survey and entries of its record carry it</source>
        <translation>조사의 행과 기록의 항목에 적힐 이름</translation>
    </message>
    <message>
        <source>Your initials, written after the name; may stay empty</source>
        <translation>이름 뒤에 적을 이니셜. 비워 두어도 됩니다</translation>
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
        <source>Method of comparison</source>
        <translation>비교 방식</translation>
    </message>
    <message>
        <source>Compare the scene on screen with one of another date: drag the handle on the map between the two (Alt+, and Alt+. move it), hold a key or the button to see the other date, or see it in a view next to the map</source>
        <translation>화면의 영상을 다른 날짜의 영상과 비교: 지도에서 둘 사이의 손잡이를 끌거나(Alt+, 및 Alt+. 키로 이동), 키나 버튼을 누르고 있는 동안 다른 날짜를 보거나, 지도 옆의 창에서 봅니다</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>Swipe ↔</source>
        <translation>밀기 ↔</translation>
    </message>
    <message>
        <source>Swipe ↕</source>
        <translation>밀기 ↕</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>깜박임</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>두 번째 화면</translation>
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
        <source>Compare</source>
        <translation>비교</translation>
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
        <source>{scene}; sites as of {day} (UTC)</source>
        <translation>{scene}; 지점은 {day} 기준(UTC)</translation>
    </message>
    <message>
        <source>Map of the compare date</source>
        <translation>비교 날짜의 지도</translation>
    </message>
    <message>
        <source>Copied: {text} (WGS 84; one pixel of the map is {size})</source>
        <translation>복사됨: {text} (WGS 84, 지도 한 픽셀은 {size})</translation>
    </message>
    <message>
        <source>Copied: {text} (WGS 84)</source>
        <translation>복사함: {text}(WGS 84)</translation>
    </message>
    <message>
        <source>&amp;Bridge the gaps</source>
        <translation>끊긴 곳 잇기(&amp;B)</translation>
    </message>
    <message>
        <source>Join the parts with straight stretches; their length is stated with every figure</source>
        <translation>여러 부분을 직선으로 잇습니다. 이은 길이는 모든 수치와 함께 밝힙니다</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>외 {n}개</translation>
    </message>
    <message>
        <source>The chart was saved to {path}</source>
        <translation>차트를 {path} 파일에 저장했습니다</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>Preparing the charts</source>
        <translation>차트 준비 중</translation>
    </message>
    <message>
        <source>stopped; open this page again to draw</source>
        <translation>중지됨. 그리려면 이 페이지를 다시 여세요</translation>
    </message>
    <message>
        <source>The chart was copied.</source>
        <translation>차트를 복사했습니다.</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>The chart to show</source>
        <translation>볼 차트</translation>
    </message>
    <message>
        <source>Copy chart</source>
        <translation>차트 복사</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>차트를 그림으로 복사</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>차트 저장…</translation>
    </message>
    <message>
        <source>Save the chart as SVG, PNG or PDF</source>
        <translation>차트를 SVG, PNG, PDF로 저장</translation>
    </message>
    <message>
        <source>is the distance along the river: {along} {unit} measured, straight {straight}.</source>
        <translation>하천을 따른 거리와 맞습니다: 측정한 하천 거리 {along} {unit}, 직선 거리 {straight}.</translation>
    </message>
    <message>
        <source>is the straight line: {straight} {unit} measured, along the river {along}.</source>
        <translation>직선 거리와 맞습니다: 측정한 직선 거리 {straight} {unit}, 하천 거리 {along}.</translation>
    </message>
    <message>
        <source>fits either way: along the river {along}, straight {straight} {unit} measured.</source>
        <translation>둘 다 맞습니다: 측정한 하천 거리 {along}, 직선 거리 {straight} {unit}.</translation>
    </message>
    <message>
        <source>fits neither way: along the river {along}, straight {straight} {unit} measured.</source>
        <translation>둘 다 맞지 않습니다: 측정한 하천 거리 {along}, 직선 거리 {straight} {unit}.</translation>
    </message>
    <message>
        <source>may be along the river: {along} {unit} measured, straight {straight}.</source>
        <translation>하천을 따른 거리일 수 있습니다: 측정한 하천 거리 {along} {unit}, 직선 거리 {straight}.</translation>
    </message>
    <message>
        <source>may be a straight line: {straight} {unit} measured, along the river {along}.</source>
        <translation>직선 거리일 수 있습니다: 측정한 직선 거리 {straight} {unit}, 하천 거리 {along}.</translation>
    </message>
    <message>
        <source>What was published</source>
        <translation>공표된 내용</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>맞는 해석</translation>
    </message>
    <message>
        <source>The reading that the measurements confirm</source>
        <translation>주장을 뒷받침하는 해석</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>하천 거리</translation>
    </message>
    <message>
        <source>Measured along the river, in the claim's unit</source>
        <translation>하천을 따라 측정한 값(주장의 단위)</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>직선 거리</translation>
    </message>
    <message>
        <source>Measured straight, in the claim's unit</source>
        <translation>직선으로 측정한 값(주장의 단위)</translation>
    </message>
    <message>
        <source>What the claim is about, as published</source>
        <translation>공표된 대로의 주장 대상</translation>
    </message>
    <message>
        <source>Who published it</source>
        <translation>공표한 곳</translation>
    </message>
    <message>
        <source>Where it was measured, and what is missing</source>
        <translation>측정한 곳과 빠진 것</translation>
    </message>
    <message>
        <source>{quantity}: {scope}</source>
        <translation>{quantity}: {scope}</translation>
    </message>
    <message>
        <source>No figure</source>
        <translation>수치 없음</translation>
    </message>
    <message>
        <source>{period}: {note}</source>
        <translation>{period}: {note}</translation>
    </message>
    <message>
        <source>({scope}): {note}</source>
        <translation>({scope}): {note}</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>측정 불가</translation>
    </message>
    <message>
        <source>The table was saved to {path}</source>
        <translation>표를 {path} 파일에 저장했습니다</translation>
    </message>
    <message>
        <source>Comparing published claims</source>
        <translation>공표된 주장 비교 중</translation>
    </message>
    <message>
        <source>Findings and table were copied.</source>
        <translation>결과와 표를 복사했습니다.</translation>
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
        <source>Findings</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What the published figures turn out to be</source>
        <translation>공표된 수치가 실제로 나타내는 것</translation>
    </message>
    <message>
        <source>Published claims</source>
        <translation>공표된 주장</translation>
    </message>
    <message>
        <source>Published claims, and which reading of each fits what is measured</source>
        <translation>공표된 주장과, 각 주장의 어떤 해석이 측정값과 맞는지</translation>
    </message>
    <message>
        <source>Copy claims</source>
        <translation>주장 복사</translation>
    </message>
    <message>
        <source>Copy the findings and the table</source>
        <translation>결과와 표를 복사</translation>
    </message>
    <message>
        <source>Claims as CSV…</source>
        <translation>주장 CSV…</translation>
    </message>
    <message>
        <source>Save the table of claims as a CSV file</source>
        <translation>주장 표를 CSV 파일로 저장</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>회랑</translation>
    </message>
    <message>
        <source>Default: upstream end</source>
        <translation>기본값: 상류 쪽 끝</translation>
    </message>
    <message>
        <source>Default: Hyesan ford</source>
        <translation>기본값: 혜산 여울목</translation>
    </message>
    <message>
        <source>Measure along a second line as well</source>
        <translation>두 번째 선도 함께 측정</translation>
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
        <source>The crossings in order downstream</source>
        <translation>하류 순서의 도하 지점</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>The crossings along the river, over time, and the gaps between them</source>
        <translation>하천을 따른, 시간에 따른 도하 지점과 그 사이의 간격</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>주장</translation>
    </message>
    <message>
        <source>Published figures, and which reading of them fits</source>
        <translation>공표된 수치와 그중 맞는 해석</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Two lists of crossings compared</source>
        <translation>두 도하 지점 목록의 비교</translation>
    </message>
    <message>
        <source>River</source>
        <translation>강</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>기점(&amp;F)</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>no survey is open</source>
        <translation>열린 조사 없음</translation>
    </message>
    <message>
        <source>reading the survey…</source>
        <translation>조사 읽는 중…</translation>
    </message>
    <message>
        <source>Preparing the corridor panel</source>
        <translation>회랑 패널 준비</translation>
    </message>
    <message>
        <source>Measuring the corridor</source>
        <translation>회랑 측정 중</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>측정 중…</translation>
    </message>
    <message>
        <source>stopped; close and open this panel to measure</source>
        <translation>중지됨. 측정하려면 이 패널을 닫았다가 다시 여세요</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>가장 가까운 이웃</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>도하 지점</translation>
    </message>
    <message>
        <source>Nearest along</source>
        <translation>하천을 따라 가장 가까운 지점</translation>
    </message>
    <message>
        <source>Along, km</source>
        <translation>하천 거리, km</translation>
    </message>
    <message>
        <source>Nearest straight</source>
        <translation>직선으로 가장 가까운 지점</translation>
    </message>
    <message>
        <source>Straight, km</source>
        <translation>직선, km</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>모든 쌍</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Clusters (within 500 m)</source>
        <translation>묶음(500 m 이내)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>From km</source>
        <translation>시작 km</translation>
    </message>
    <message>
        <source>To km</source>
        <translation>끝 km</translation>
    </message>
    <message>
        <source>Length, m</source>
        <translation>길이, m</translation>
    </message>
    <message>
        <source>Density per 10 km</source>
        <translation>10 km당 밀도</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>시·군</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>Per 10 km</source>
        <translation>10 km당</translation>
    </message>
    <message>
        <source>Nearest feature of a layer</source>
        <translation>레이어에서 가장 가까운 피처</translation>
    </message>
    <message>
        <source>Distance, m</source>
        <translation>거리, m</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>가장 가까운 피처</translation>
    </message>
    <message>
        <source>Direction, °</source>
        <translation>방향, °</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상 레이어</translation>
    </message>
    <message>
        <source>Extent by kind</source>
        <translation>종류별 범위</translation>
    </message>
    <message>
        <source>Extent by state on the day</source>
        <translation>해당 날짜의 상태별 범위</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>기준 날짜</translation>
    </message>
    <message>
        <source>Extent by quarter first seen</source>
        <translation>최초 관측 분기별 범위</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Official crossings (bundled)</source>
        <translation>공식 도하 지점(내장)</translation>
    </message>
    <message>
        <source>{day} (UTC)</source>
        <translation>{day}(UTC)</translation>
    </message>
    <message>
        <source>The latest observations</source>
        <translation>가장 최근 관측</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>날짜 없음</translation>
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
        <source>{crossings} (left out: {which})</source>
        <translation>{crossings}(제외: {which})</translation>
    </message>
    <message>
        <source>along river {along} km   straight {straight} km   ratio {ratio}</source>
        <translation>하천 거리 {along} km   직선 거리 {straight} km   비율 {ratio}</translation>
    </message>
    <message>
        <source>{n} off the line</source>
        <translation>선을 벗어남 {n}</translation>
    </message>
    <message>
        <source>{n} of other kinds</source>
        <translation>다른 종류 {n}</translation>
    </message>
    <message>
        <source>{n} retired</source>
        <translation>집계 종료 {n}개</translation>
    </message>
    <message>
        <source>{n} without a place</source>
        <translation>위치 없음 {n}</translation>
    </message>
    <message>
        <source>measured on {line}</source>
        <translation>측정선 {line}</translation>
    </message>
    <message>
        <source>km 0 is the line's upstream end: the Hyesan ford is not on it</source>
        <translation>0 km는 선의 상류 쪽 끝: 혜산 여울목이 이 선 위에 없음</translation>
    </message>
    <message>
        <source>off the line, farther than 5 km from it: {names}</source>
        <translation>선을 벗어남, 5 km 넘게 떨어짐: {names}</translation>
    </message>
    <message>
        <source>{names}; and {n} more</source>
        <translation>{names}; 외 {n}곳</translation>
    </message>
    <message>
        <source>Source of the line</source>
        <translation>선의 출처</translation>
    </message>
    <message>
        <source>second line: along {along} km ({difference} km)</source>
        <translation>비교 하천 거리 {along} km({difference} km)</translation>
    </message>
    <message>
        <source>from {lat:.5f}, {lon:.5f} to {end_lat:.5f}, {end_lon:.5f} (WGS 84) on the line; the first click is {first} off it, the second {second}</source>
        <translation>{lat:.5f}, {lon:.5f}에서 {end_lat:.5f}, {end_lon:.5f}까지(WGS 84), 선 위; 첫 번째 클릭은 선에서 {first}, 두 번째는 {second} 떨어짐</translation>
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
        <source>Gap, km</source>
        <translation>간격, km</translation>
    </message>
    <message>
        <source>Gap to the next crossing downstream, along the river</source>
        <translation>하류의 다음 도하 지점까지 하천을 따른 간격</translation>
    </message>
    <message>
        <source>Gap to the next crossing downstream, straight (WGS 84 ellipsoid)</source>
        <translation>하류의 다음 도하 지점까지 직선 간격(WGS 84 타원체)</translation>
    </message>
    <message>
        <source>Offset, m</source>
        <translation>이격, m</translation>
    </message>
    <message>
        <source>Distance from the line, which may itself be 50 to 150 m from the stream</source>
        <translation>선에서의 거리. 선 자체가 물길에서 50~150 m 벗어나 있을 수 있음</translation>
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
        <source>2nd line, km</source>
        <translation>둘째 선, km</translation>
    </message>
    <message>
        <source>Chainage on the second line, from the same datum</source>
        <translation>같은 기점에서 두 번째 선을 따른 누가거리</translation>
    </message>
    <message>
        <source>Difference, km</source>
        <translation>차이, km</translation>
    </message>
    <message>
        <source>Chainage on the second line less that on the first</source>
        <translation>두 번째 선의 누가거리에서 첫 번째 선의 누가거리를 뺀 값</translation>
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
        <source>Unknown</source>
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
        <source>The crossing from which chainage is counted, growing downstream</source>
        <translation>누가거리의 기점이 되는 도하 지점. 하류로 갈수록 커집니다</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What became of the crossing</source>
        <translation>도하 지점의 비교 결과</translation>
    </message>
    <message>
        <source>In A</source>
        <translation>A의 지점</translation>
    </message>
    <message>
        <source>The crossing in list A</source>
        <translation>목록 A의 도하 지점</translation>
    </message>
    <message>
        <source>In B</source>
        <translation>B의 지점</translation>
    </message>
    <message>
        <source>The crossing in list B</source>
        <translation>목록 B의 도하 지점</translation>
    </message>
    <message>
        <source>Chainage in list A, or in B if the crossing is only in B</source>
        <translation>목록 A의 누가거리, B에만 있으면 B의 누가거리</translation>
    </message>
    <message>
        <source>Apart, m</source>
        <translation>거리, m</translation>
    </message>
    <message>
        <source>Straight distance from A's place to B's</source>
        <translation>A의 위치에서 B의 위치까지의 직선 거리</translation>
    </message>
    <message>
        <source>Along, m</source>
        <translation>하천 거리, m</translation>
    </message>
    <message>
        <source>Distance along the river from A's place to B's, positive downstream</source>
        <translation>A의 위치에서 B의 위치까지 하천을 따른 거리, 하류 방향이 양수</translation>
    </message>
    <message>
        <source>{status}: {a} / {b}</source>
        <translation>{status}: {a} / {b}</translation>
    </message>
    <message>
        <source>{status} {n}</source>
        <translation>{status} {n}</translation>
    </message>
    <message>
        <source>left out {n}</source>
        <translation>제외 {n}</translation>
    </message>
    <message>
        <source>left out of {which}, farther than 5 km from the line: {names}</source>
        <translation>{which}에서 제외, 선에서 5 km 넘게 떨어짐: {names}</translation>
    </message>
    <message>
        <source>Choose two layers of points.</source>
        <translation>포인트 레이어 두 개를 선택하세요.</translation>
    </message>
    <message>
        <source>{a} (A) and {b} (B)</source>
        <translation>{a}(A) 및 {b}(B)</translation>
    </message>
    <message>
        <source>Comparing two lists</source>
        <translation>두 목록 비교 중</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>비교 중…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>표를 복사했습니다.</translation>
    </message>
    <message>
        <source>List A: a layer of points</source>
        <translation>목록 A: 포인트 레이어</translation>
    </message>
    <message>
        <source>List B: a layer of points</source>
        <translation>목록 B: 포인트 레이어</translation>
    </message>
    <message>
        <source>Two crossings nearer than this may be one</source>
        <translation>두 도하 지점이 이보다 가까우면 같은 곳일 수 있음</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Compare the two lists along the river</source>
        <translation>두 목록을 하천을 따라 비교</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>지도에 표시</translation>
    </message>
    <message>
        <source>Add the result to the map as two layers</source>
        <translation>결과를 레이어 두 개로 지도에 추가</translation>
    </message>
    <message>
        <source>Copy lists</source>
        <translation>목록 복사</translation>
    </message>
    <message>
        <source>Copy the table, tab separated</source>
        <translation>표를 탭으로 구분하여 복사</translation>
    </message>
    <message>
        <source>Lists as CSV…</source>
        <translation>목록 CSV…</translation>
    </message>
    <message>
        <source>Save the table as a CSV file</source>
        <translation>표를 CSV 파일로 저장</translation>
    </message>
    <message>
        <source>Compared crossings</source>
        <translation>비교한 도하 지점</translation>
    </message>
    <message>
        <source>What became of each crossing, in order downstream</source>
        <translation>도하 지점별 비교 결과, 하류 순서</translation>
    </message>
    <message>
        <source>&amp;A</source>
        <translation>A(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;B</source>
        <translation>B(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Tolerance</source>
        <translation>허용 오차(&amp;T)</translation>
    </message>
    <message>
        <source>Measure along the river</source>
        <translation>하천을 따라 측정</translation>
    </message>
    <message>
        <source>Click two places: how far apart they are along the river and straight. Esc ends</source>
        <translation>두 곳을 클릭하면 그 사이의 하천 거리와 직선 거리를 잽니다. Esc로 끝냅니다</translation>
    </message>
    <message>
        <source>Preparing measures</source>
        <translation>측정 준비</translation>
    </message>
    <message>
        <source>Rivers from OpenStreetMap</source>
        <translation>OpenStreetMap의 하천</translation>
    </message>
    <message>
        <source>Download the rivers in the map's view with the QuickOSM plugin</source>
        <translation>지도 화면의 하천을 QuickOSM 플러그인으로 내려받기</translation>
    </message>
    <message>
        <source>The rivers are on the map. Trace yours with two clicks.</source>
        <translation>하천을 지도에 추가했습니다. 두 번 클릭하여 원하는 하천을 추적하세요.</translation>
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
        <source>The second line: a line layer of the project, measured beside the first</source>
        <translation>두 번째 선: 첫 번째 선과 나란히 측정할 프로젝트의 선 레이어</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Download the missing packages into the QGIS profile</source>
        <translation>필요한 패키지를 QGIS 프로파일에 내려받기</translation>
    </message>
    <message>
        <source>Installing…</source>
        <translation>설치 중…</translation>
    </message>
    <message>
        <source>Copy the distances</source>
        <translation>거리 복사</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>기점</translation>
    </message>
    <message>
        <source>2nd line</source>
        <translation>둘째 선</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>The table to show</source>
        <translation>볼 표</translation>
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
        <source>What to measure to: bridges, roads, gates, staging areas. Any layer of the project, or the two official bridges that come with the plugin</source>
        <translation>거리를 측정할 대상: 다리, 도로, 통문, 집결지. 프로젝트의 레이어 또는 플러그인에 들어 있는 공식 다리 두 곳</translation>
    </message>
    <message>
        <source>Layer to measure to</source>
        <translation>거리를 측정할 레이어</translation>
    </message>
    <message>
        <source>Working out a table</source>
        <translation>표 계산 중</translation>
    </message>
    <message>
        <source>Trace the river</source>
        <translation>하천 추적</translation>
    </message>
    <message>
        <source>Click two places on the lines of the chosen layer: the path between them becomes the river</source>
        <translation>선택한 레이어의 선에서 두 곳을 클릭하면 그 사이의 경로가 하천선이 됩니다</translation>
    </message>
    <message>
        <source>There is no line layer to trace. Add one to the project and choose it as river.</source>
        <translation>추적할 선 레이어가 없습니다. 프로젝트에 추가한 다음 하천으로 선택하세요.</translation>
    </message>
    <message>
        <source>Draw area</source>
        <translation>구역 그리기</translation>
    </message>
    <message>
        <source>Draw a counting area: click its corners, Enter ends</source>
        <translation>계수 구역 그리기: 모서리를 차례로 클릭하고 Enter로 끝냅니다</translation>
    </message>
    <message>
        <source>Rename area</source>
        <translation>구역 이름 바꾸기</translation>
    </message>
    <message>
        <source>Rename the counting area</source>
        <translation>계수 구역의 이름을 바꿉니다</translation>
    </message>
    <message>
        <source>Reshape area</source>
        <translation>구역 변형</translation>
    </message>
    <message>
        <source>Drag the corners of the counting area, Enter ends; its counts are in progress again</source>
        <translation>계수 구역의 모서리를 끌어 옮기고 Enter로 끝냅니다. 구역의 계수는 다시 진행 중이 됩니다</translation>
    </message>
    <message>
        <source>Delete area</source>
        <translation>구역 삭제</translation>
    </message>
    <message>
        <source>Remove the counting area from the survey, with its counts and marks</source>
        <translation>계수 구역을 그 계수 및 표시와 함께 조사에서 삭제합니다</translation>
    </message>
    <message>
        <source>{area} has {counts} with {marks}; counts by others: {others}. Delete all of it?</source>
        <translation>{area}: {counts}, {marks}; 다른 사람의 집계: {others}건. 모두 삭제하시겠습니까?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>{area} has another shape now: {n} finished counts are of the previous shape. Check them, or reopen them.</source>
        <translation>{area}의 모양이 바뀌었습니다. 완료한 계수 {n}개는 이전 모양에서 센 것입니다. 확인하거나 재개하세요.</translation>
    </message>
    <message>
        <source>Area {name}</source>
        <translation>구역: {name}</translation>
    </message>
    <message>
        <source>Another count of this area</source>
        <translation>이 구역의 다른 계수</translation>
    </message>
    <message>
        <source>Marks of two analysts are one object if they are no farther apart</source>
        <translation>두 분석자의 표시를 같은 객체로 보는 최대 거리</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>Begin count</source>
        <translation>계수 시작</translation>
    </message>
    <message>
        <source>Count the area on the scene on screen; your own count there is continued</source>
        <translation>화면의 영상에서 구역을 셉니다. 그 영상에 자신의 계수가 있으면 이어서 합니다</translation>
    </message>
    <message>
        <source>Recount blind</source>
        <translation>블라인드 재계수</translation>
    </message>
    <message>
        <source>Count the area again on the scene on screen; all other marks are hidden until it is finished</source>
        <translation>화면의 영상에서 구역을 새로 셉니다. 완료할 때까지 다른 표시를 모두 숨깁니다</translation>
    </message>
    <message>
        <source>Count objects</source>
        <translation>객체 세기</translation>
    </message>
    <message>
        <source>Count by clicks on the map, class by key</source>
        <translation>지도를 클릭해 세고, 키로 분류를 선택합니다</translation>
    </message>
    <message>
        <source>Measure object</source>
        <translation>객체 측정</translation>
    </message>
    <message>
        <source>Length by two clicks along a side, width by a third (M while counting)</source>
        <translation>긴 변을 따라 두 번 클릭해 길이를, 세 번째 클릭으로 폭을 잽니다(세는 중에는 M)</translation>
    </message>
    <message>
        <source>Clicks count: {name}</source>
        <translation>클릭으로 셀 분류: {name}</translation>
    </message>
    <message>
        <source>Area that is counted</source>
        <translation>세는 구역</translation>
    </message>
    <message>
        <source>No area yet</source>
        <translation>아직 구역 없음</translation>
    </message>
    <message>
        <source>Counts of this area: choose one to continue</source>
        <translation>이 구역의 계수: 이어서 할 계수를 선택</translation>
    </message>
    <message>
        <source>No count</source>
        <translation>계수 없음</translation>
    </message>
    <message>
        <source>Name of the area</source>
        <translation>구역 이름</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>image missing</source>
        <translation>영상 없음</translation>
    </message>
    <message>
        <source>begun {time}</source>
        <translation>{time} 시작</translation>
    </message>
    <message>
        <source>No count begun</source>
        <translation>시작한 계수 없음</translation>
    </message>
    <message>
        <source>Not on screen: the image of this count</source>
        <translation>화면에 없음: 이 계수의 영상</translation>
    </message>
    <message>
        <source>The file of this image was written after the count was begun: check whether its marks still fit</source>
        <translation>이 영상의 파일은 집계를 시작한 뒤에 기록되었습니다. 표시가 아직 맞는지 확인하십시오</translation>
    </message>
    <message>
        <source>Share of the area on the image: not known</source>
        <translation>영상에 담긴 구역 비율: 알 수 없음</translation>
    </message>
    <message>
        <source>The image shows {percent} % of the area</source>
        <translation>영상에 구역의 {percent} %가 담겨 있음</translation>
    </message>
    <message>
        <source>Blind, in progress: other marks are hidden until Finish count</source>
        <translation>블라인드, 진행 중: “계수 완료”를 누를 때까지 다른 표시 숨김</translation>
    </message>
    <message>
        <source>In progress: Finish count makes it a figure</source>
        <translation>진행 중: “계수 완료”를 누르면 수치가 됨</translation>
    </message>
    <message>
        <source>Does not count:</source>
        <translation>집계에 넣지 않음:</translation>
    </message>
    <message>
        <source>error unknown: the image does not state the size of its pixels</source>
        <translation>오차를 알 수 없음: 영상에 픽셀 크기가 나와 있지 않습니다</translation>
    </message>
    <message>
        <source>, width {width:.1f} m</source>
        <translation>, 폭 {width:.1f} m</translation>
    </message>
    <message>
        <source>Length {length:.1f} m{width}, {error}</source>
        <translation>길이 {length:.1f} m{width}, {error}</translation>
    </message>
    <message>
        <source>Seen in both counts: {both}. Only {a}: {only_a}. Only {b}: {only_b}. Agreement {percent}.</source>
        <translation>두 계수 모두에 있음: {both}. {a} 쪽에만: {only_a}. {b} 쪽에만: {only_b}. 일치도 {percent}.</translation>
    </message>
    <message>
        <source>Of another class: {n} ({pairs}); agreement on class too {percent}.</source>
        <translation>분류가 다른 것: {n}({pairs}); 분류까지 본 일치도 {percent}.</translation>
    </message>
    <message>
        <source>In progress: {analysts}.</source>
        <translation>진행 중: {analysts}.</translation>
    </message>
    <message>
        <source>Not comparable: {why}</source>
        <translation>비교할 수 없음: {why}</translation>
    </message>
    <message>
        <source>Here, less there: {difference}</source>
        <translation>이 계수에서 다른 계수를 뺀 값: {difference}</translation>
    </message>
    <message>
        <source>Click corners · Backspace removes the last corner · Enter or double click ends · Esc leaves</source>
        <translation>모서리 클릭 · Backspace: 마지막 모서리 취소 · Enter 또는 더블클릭: 끝내기 · Esc: 나가기</translation>
    </message>
    <message>
        <source>Click counts · drag moves · Delete takes the mark at the pointer · Backspace the last · X brings the nearest here · M measures · Enter finishes · Esc leaves</source>
        <translation>클릭: 세기 · 끌기: 이동 · Delete: 포인터 위치의 표시 제거 · Backspace: 마지막 표시 제거 · X: 가장 가까운 표시를 여기로 · M: 측정 · Enter: 완료 · Esc: 나가기</translation>
    </message>
    <message>
        <source>Click one end of a long side · Esc leaves measuring</source>
        <translation>긴 변의 한쪽 끝 클릭 · Esc: 측정 나가기</translation>
    </message>
    <message>
        <source>Click its other end · Backspace removes the last click</source>
        <translation>다른 쪽 끝 클릭 · Backspace: 하나 뒤로</translation>
    </message>
    <message>
        <source>Click the other side for the width · Enter without width</source>
        <translation>폭을 재려면 반대쪽 변 클릭 · Enter: 폭 없이</translation>
    </message>
    <message>
        <source>Drag a corner, or an edge for a new one · Delete takes the corner at the pointer · Backspace takes back · Enter ends · Esc leaves</source>
        <translation>모서리 끌기: 이동, 변 끌기: 새 모서리 · Delete: 포인터 위치의 모서리 제거 · Backspace: 되돌리기 · Enter: 끝내기 · Esc: 나가기</translation>
    </message>
    <message>
        <source>Choose or draw an area, show a scene, Begin count · F1 guide</source>
        <translation>구역을 선택하거나 그리고, 영상을 표시한 다음, 계수 시작 · F1 안내서</translation>
    </message>
    <message>
        <source>Reopen count to change it, or compare it with another one · F1 guide</source>
        <translation>변경하려면 계수 재개, 또는 다른 계수와 비교 · F1 안내서</translation>
    </message>
    <message>
        <source>Ctrl+Alt+N goes on counting · Finish count makes it a figure · F1 guide</source>
        <translation>Ctrl+Alt+N: 계속 세기 · 계수 완료: 수치로 확정 · F1 안내서</translation>
    </message>
    <message>
        <source>Delete count</source>
        <translation>집계 삭제</translation>
    </message>
    <message>
        <source>Remove your current count from the survey, with its marks</source>
        <translation>작업 중인 자신의 집계를 표시와 함께 조사에서 삭제합니다</translation>
    </message>
    <message>
        <source>Delete your count of {area} with {marks}?</source>
        <translation>{area}에 대한 자신의 집계({marks})를 삭제할까요?</translation>
    </message>
    <message>
        <source>Finish count</source>
        <translation>계수 완료</translation>
    </message>
    <message>
        <source>All of the area was inspected: the count is a figure from now on, and other marks are shown again (Enter while counting)</source>
        <translation>구역을 모두 살펴보았습니다. 이제부터 이 계수를 수치로 쓰며, 다른 표시가 다시 나타납니다(세는 중에는 Enter)</translation>
    </message>
    <message>
        <source>Reopen count</source>
        <translation>계수 재개</translation>
    </message>
    <message>
        <source>Continue a finished count: it is no figure until it is finished again</source>
        <translation>완료한 계수를 이어서 합니다. 다시 완료할 때까지는 수치로 쓰지 않습니다</translation>
    </message>
    <message>
        <source>Nothing is marked in {area}. Was all of it looked at, and nothing found?</source>
        <translation>{area}에 표시한 것이 없습니다. 모두 살펴보았으나 아무것도 찾지 못했습니까?</translation>
    </message>
    <message>
        <source>Finish with 0</source>
        <translation>0개로 완료</translation>
    </message>
    <message>
        <source>Go on counting</source>
        <translation>계속 세기</translation>
    </message>
    <message>
        <source>Count of {area} finished: {objects} on {image}.</source>
        <translation>{area} 집계를 마쳤습니다: {image}에서 {objects}.</translation>
    </message>
    <message>
        <source>Marks of all days</source>
        <translation>모든 날의 표시</translation>
    </message>
    <message>
        <source>Draw the marks of every count, not only those made on the scene on screen</source>
        <translation>화면의 영상에 한 표시뿐 아니라 모든 계수의 표시를 그립니다</translation>
    </message>
    <message>
        <source>Counted, by lot and class</source>
        <translation>구역 및 분류별 개수</translation>
    </message>
    <message>
        <source>Lots as counted on {day}</source>
        <translation>{day} 기준 구역별 개수</translation>
    </message>
    <message>
        <source>{lot} (in progress)</source>
        <translation>{lot}(진행 중)</translation>
    </message>
    <message>
        <source>Finished lots</source>
        <translation>완료한 구역</translation>
    </message>
    <message>
        <source>All lots</source>
        <translation>모든 구역</translation>
    </message>
    <message>
        <source>This count</source>
        <translation>이 계수</translation>
    </message>
    <message>
        <source>Count of {day}</source>
        <translation>{day} 계수</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}: {value}</translation>
    </message>
    <message>
        <source>Correct observation</source>
        <translation>관측 정정</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>변경 내용과 이유</translation>
    </message>
    <message>
        <source>What changed and why; this is stored in the record</source>
        <translation>변경 내용과 이유: 기록에 남습니다</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Kinds of site…</source>
        <translation>지점 종류…</translation>
    </message>
    <message>
        <source>Add kinds of your own, with a word, a key and a symbol</source>
        <translation>단어, 키, 기호를 정해 자신만의 종류를 추가합니다</translation>
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
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Type a site, place, km, coordinates, a date or an image; Return goes there, Down continues in the list</source>
        <translation>지점, 장소, km, 좌표, 날짜, 영상을 입력합니다. Enter로 이동하고, 아래 화살표로 목록으로 갑니다</translation>
    </message>
    <message>
        <source>{name} is {distance:.0f} m away. Is this the same site?</source>
        <translation>{distance:.0f} m 거리에 {name}이(가) 있습니다. 같은 지점입니까?</translation>
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
        <source>Added without an observation: {why}</source>
        <translation>관측 없이 추가했습니다: {why}</translation>
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
        <source>{path} is read-only: it can be viewed, but nothing can be added.</source>
        <translation>{path} 파일은 읽기 전용입니다. 볼 수는 있지만 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>Make a new survey or open one.</source>
        <translation>새 조사를 만들거나 조사를 여세요.</translation>
    </message>
    <message>
        <source>Reading the survey…</source>
        <translation>조사 읽는 중…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Give the selected site another name (F2)</source>
        <translation>선택한 지점의 이름을 바꿉니다(F2)</translation>
    </message>
    <message>
        <source>Change kind</source>
        <translation>종류 변경</translation>
    </message>
    <message>
        <source>Change the kind of the selected sites</source>
        <translation>선택한 지점의 종류를 다른 종류로 바꿉니다</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>이동…</translation>
    </message>
    <message>
        <source>Click where the selected site lies: the record keeps where it was, and Undo puts it back</source>
        <translation>선택한 지점이 있는 곳을 클릭합니다. 이전 위치는 기록에 남으며, 실행 취소로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Take the selected sites out of the survey, if they were clicked here (Delete)</source>
        <translation>선택한 지점을, 여기에서 클릭하여 추가한 것이면 조사에서 삭제합니다(Delete)</translation>
    </message>
    <message>
        <source>This site is not in the list as it is filtered now. List it, then rename it.</source>
        <translation>이 지점은 지금 필터가 적용된 목록에 없습니다. 목록에 표시한 다음 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>Click where {site} lies. Esc leaves it where it is.</source>
        <translation>{site}이(가) 있는 곳을 클릭하세요. Esc를 누르면 원래 위치에 그대로 둡니다.</translation>
    </message>
    <message>
        <source>{site} has a place now</source>
        <translation>{site}의 위치를 지정함</translation>
    </message>
    <message>
        <source>{site} moved by {metres:.0f} m</source>
        <translation>{site}: {metres:.0f} m 옮김</translation>
    </message>
    <message>
        <source>Delete {what}? No observation goes with it.</source>
        <translation>{what}을(를) 삭제하시겠습니까? 함께 삭제되는 관측은 없습니다.</translation>
    </message>
    <message>
        <source>Delete {what}, and {observations} with it? More than the click: {more}. To retire keeps all.</source>
        <translation>{what}을(를) {observations}과(와) 함께 삭제할까요? 클릭 외의 관측: {more}건. 폐지하면 모두 남습니다.</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>집계 종료…</translation>
    </message>
    <message>
        <source>Deleted: {what}. Undo brings it back.</source>
        <translation>삭제함: {what}. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Deleted: {what}, with observations: {n}. Undo brings all back.</source>
        <translation>삭제함: {what}, 관측 {n}건 포함. 실행 취소로 모두 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Export sites…</source>
        <translation>지점 내보내기…</translation>
    </message>
    <message>
        <source>Export sites for Google Earth, as a table, for another GIS or a GPS device</source>
        <translation>지점을 Google Earth용, 표, 다른 GIS나 GPS 기기용으로 내보냅니다</translation>
    </message>
    <message>
        <source>Exporting sites</source>
        <translation>지점 내보내는 중</translation>
    </message>
    <message>
        <source>The export was cancelled: nothing was written.</source>
        <translation>내보내기를 취소했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>1 site was exported to {path}</source>
        <translation>지점 1곳을 {path}에 내보냈습니다</translation>
    </message>
    <message>
        <source>{n} sites were exported to {path}</source>
        <translation>지점 {n}곳을 {path}에 내보냈습니다</translation>
    </message>
    <message>
        <source>Google Earth (KMZ)</source>
        <translation>Google Earth(KMZ)</translation>
    </message>
    <message>
        <source>A folder of sites that can be edited in Google Earth and imported again, and a folder of their states for its time slider.</source>
        <translation>Google Earth에서 고치고 다시 가져올 수 있는 지점 폴더와, 시간 슬라이더용 상태 폴더가 들어 있습니다.</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>Two files: the sites, and their states over time with the times that QGIS and kepler.gl need.</source>
        <translation>파일 두 개: 지점, 그리고 QGIS와 kepler.gl에 필요한 시각이 있는 시간별 상태.</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>Layers of sites, states over time and observations. It is not a survey: a copy of the survey is the file itself.</source>
        <translation>지점, 시간별 상태, 관측의 레이어. 조사 파일이 아닙니다. 조사의 사본은 조사 파일 자체입니다.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Three files: sites, observations and matrix.</source>
        <translation>파일 세 개: 지점, 관측, 행렬.</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel(XLSX)</translation>
    </message>
    <message>
        <source>Sheets of sites, observations and matrix.</source>
        <translation>지점, 관측, 행렬의 시트.</translation>
    </message>
    <message>
        <source>GPX</source>
        <translation>GPX</translation>
    </message>
    <message>
        <source>Waypoints for GPS devices and phones. Sites without a place are left out.</source>
        <translation>GPS 기기와 휴대전화용 경유지. 위치가 없는 지점은 빠집니다.</translation>
    </message>
    <message>
        <source>Shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message>
        <source>Two shapefiles: the sites, and their states over time. Names of columns are short, and texts are cut at 254 bytes.</source>
        <translation>Shapefile 두 개: 지점과 시간별 상태. 열 이름이 짧고, 텍스트는 254바이트에서 잘립니다.</translation>
    </message>
    <message>
        <source>All ({n})</source>
        <translation>전체({n})</translation>
    </message>
    <message>
        <source>Selected ({n})</source>
        <translation>선택한 지점({n})</translation>
    </message>
    <message>
        <source>As filtered in the list ({n})</source>
        <translation>목록에서 걸러진 지점({n})</translation>
    </message>
    <message>
        <source>The latest known</source>
        <translation>가장 최근에 알려진 상태</translation>
    </message>
    <message>
        <source>As known on {day} (UTC), the day on screen</source>
        <translation>화면의 날짜 {day}(UTC)에 알려진 상태</translation>
    </message>
    <message>
        <source>Quarter first seen</source>
        <translation>처음 확인된 분기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Nothing was changed: write the accuracy in metres, as 10 or 2.5, or leave it empty.</source>
        <translation>아무것도 변경하지 않았습니다. 정확도를 10이나 2.5처럼 미터로 적거나 비워 두세요.</translation>
    </message>
    <message>
        <source>What it replaces, and what replaces it</source>
        <translation>이 지점이 대체한 지점과 이 지점을 대체한 지점</translation>
    </message>
    <message>
        <source>Sources of the site and of what was seen</source>
        <translation>지점과 관측의 출처</translation>
    </message>
    <message>
        <source>Accuracy of the place (m)</source>
        <translation>위치 정확도(m)</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>서로 다른 값</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>서로 다른 값</translation>
    </message>
    <message>
        <source>Find a site, place, km, date…</source>
        <translation>지점, 장소, km, 날짜 찾기…</translation>
    </message>
    <message>
        <source>List only sites of some kinds, states, origins</source>
        <translation>특정 종류, 상태, 출처 구분의 지점만 목록에 표시</translation>
    </message>
    <message>
        <source>Columns and groups</source>
        <translation>열과 그룹</translation>
    </message>
    <message>
        <source>Choose the columns of the list and what it is grouped by</source>
        <translation>목록의 열과 그룹 기준을 선택</translation>
    </message>
    <message>
        <source>{title}: {word}. Click to remove this from the filter.</source>
        <translation>{title}: {word}. 클릭하면 필터에서 뺍니다.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>그룹 없음</translation>
    </message>
    <message>
        <source>Reading the record of a site</source>
        <translation>지점의 기록 읽는 중</translation>
    </message>
    <message>
        <source>Clicks place: {kind}</source>
        <translation>클릭하면 배치: {kind}</translation>
    </message>
    <message>
        <source>Place another kind of site</source>
        <translation>다른 종류의 지점 배치</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The key that chooses this kind while crossings are added: a letter or digit</source>
        <translation>도하 지점을 추가하는 동안 이 종류를 선택하는 키: 글자 또는 숫자</translation>
    </message>
    <message>
        <source>Add as a new kind</source>
        <translation>새 종류로 추가</translation>
    </message>
    <message>
        <source>Change this kind</source>
        <translation>이 종류 변경</translation>
    </message>
    <message>
        <source>Remove this kind</source>
        <translation>이 종류 제거</translation>
    </message>
    <message>
        <source>Kinds that you add are offered wherever a kind is chosen, and have their symbol on the map and in legends. They are stored in the survey file.</source>
        <translation>추가한 종류는 종류를 선택하는 모든 곳에 나오며, 지도와 범례에 그 기호로 표시됩니다. 종류는 조사 파일에 저장됩니다.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Where this site lies is not known.</source>
        <translation>이 지점의 위치는 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>Keep the selected sites, but do not count them after a day</source>
        <translation>선택한 지점을 보관하되 지정한 날짜가 지나면 더는 세지 않습니다</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>집계 재개</translation>
    </message>
    <message>
        <source>Count the selected retired sites again</source>
        <translation>선택한 지점 중 집계 종료한 것을 다시 셉니다</translation>
    </message>
    <message>
        <source>Rebuilt elsewhere…</source>
        <translation>다른 곳에 재건됨…</translation>
    </message>
    <message>
        <source>Click where the selected site was rebuilt: a new site that replaces it</source>
        <translation>선택한 지점이 재건된 곳을 클릭합니다. 이를 대체하는 새 지점이 됩니다</translation>
    </message>
    <message>
        <source>Rebuilt along the river…</source>
        <translation>하천을 따라 재건됨…</translation>
    </message>
    <message>
        <source>Type how far up- or downstream the selected site was rebuilt: a new site that replaces it</source>
        <translation>선택한 지점이 상류나 하류로 얼마나 떨어진 곳에 재건되었는지 입력합니다. 이를 대체하는 새 지점이 됩니다</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>병합…</translation>
    </message>
    <message>
        <source>Make the selected sites one, with all that was seen of them</source>
        <translation>선택한 지점을 그 모든 관측과 함께 하나로 합칩니다</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>나누기…</translation>
    </message>
    <message>
        <source>Click where the other site lies, which gets the observations selected in the card</source>
        <translation>카드에서 선택한 관측이 속하는 지점의 위치를 클릭합니다</translation>
    </message>
    <message>
        <source>Merged: {n} sites. Undo brings them back.</source>
        <translation>병합함: 지점 {n}개. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Click where {site} was rebuilt. Esc leaves all as it is.</source>
        <translation>{site}이(가) 재건된 곳을 클릭하세요. Esc를 누르면 모두 그대로 둡니다.</translation>
    </message>
    <message>
        <source>{old} was rebuilt as {new}, and both count. Retire {old}, so that {day} is the last day it counts?</source>
        <translation>{old}이(가) {new}(으)로 재건되었고 둘 다 셉니다. {day}을(를) 세는 마지막 날짜로 하여 {old}의 집계를 종료하시겠습니까?</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>집계 종료</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>모두 유지</translation>
    </message>
    <message>
        <source>Added without an observation: where it was rebuilt was typed, not seen.</source>
        <translation>관측 없이 추가했습니다: 재건된 곳은 입력한 것이며 관측한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Click where the other site lies, which gets {observations} of {site}. Esc leaves all as it is.</source>
        <translation>{site}의 {observations}을(를) 넘겨받을 다른 지점의 위치를 클릭하세요. Esc를 누르면 모두 그대로 둡니다.</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>{total}개 중 {shown}개 표시</translation>
    </message>
    <message>
        <source>1 of them only until the filter changes: it was made or edited now</source>
        <translation>그중 1개는 필터가 바뀔 때까지만 표시: 방금 추가하거나 편집함</translation>
    </message>
    <message>
        <source>{n} of them only until the filter changes: they were made or edited now</source>
        <translation>그중 {n}개는 필터가 바뀔 때까지만 표시: 방금 추가하거나 편집함</translation>
    </message>
    <message>
        <source>{found} of {published} published located</source>
        <translation>공표된 {published}곳 중 {found}곳 위치 확인</translation>
    </message>
    <message>
        <source>{n} from lists</source>
        <translation>목록에서 {n}곳</translation>
    </message>
    <message>
        <source>{n} of your own</source>
        <translation>직접 추가 {n}개</translation>
    </message>
    <message>
        <source>states on {day} (UTC)</source>
        <translation>{day} 상태(UTC)</translation>
    </message>
    <message>
        <source>states as last seen, by {day} (UTC)</source>
        <translation>마지막으로 관측된 상태, {day}까지(UTC)</translation>
    </message>
    <message>
        <source>nothing is dated yet</source>
        <translation>날짜 있는 관측이 아직 없음</translation>
    </message>
    <message>
        <source>Merge sites</source>
        <translation>지점 병합</translation>
    </message>
    <message>
        <source>Choose the site that is kept. What was seen of the others goes to it, they are taken out, and its note keeps their names and sources.</source>
        <translation>남길 지점을 선택하세요. 나머지 지점의 관측은 이 지점으로 옮겨지고 나머지 지점은 제거되며, 그 이름과 출처는 이 지점의 메모에 남습니다.</translation>
    </message>
    <message>
        <source>Sites to merge</source>
        <translation>병합할 지점</translation>
    </message>
    <message>
        <source>is kept</source>
        <translation>유지됨</translation>
    </message>
    <message>
        <source>They were seen in different states on days that overlap: {n} observations, the last by {day}. Merged, which state came last will not be known.</source>
        <translation>관측된 날짜가 겹치는데 상태가 서로 다릅니다: 관측 {n}건, 마지막은 {day}까지. 병합하면 어느 상태가 마지막인지 알 수 없게 됩니다.</translation>
    </message>
    <message>
        <source>where it lies is not known</source>
        <translation>위치를 알 수 없음</translation>
    </message>
    <message>
        <source>{metres:,.0f} m away</source>
        <translation>{metres:,.0f} m 거리</translation>
    </message>
    <message>
        <source>Nothing was recorded of this site yet. Show a scene and press P, A, W, U or N first.</source>
        <translation>이 지점에 대해 아직 아무것도 기록하지 않았습니다. 먼저 영상을 표시하고 P, A, W, U 또는 N 키를 누르세요.</translation>
    </message>
    <message>
        <source>Correct observation…</source>
        <translation>관측 정정…</translation>
    </message>
    <message>
        <source>Correct the last observation of the selected site, or the one chosen in its card, with the reason</source>
        <translation>선택한 지점의 마지막 관측 또는 카드에서 선택한 관측을 이유와 함께 정정합니다</translation>
    </message>
    <message>
        <source>Withdraw observation…</source>
        <translation>관측 철회…</translation>
    </message>
    <message>
        <source>Take the last observation of the selected site, or the one chosen in its card, out of the survey, with the reason</source>
        <translation>선택한 지점의 마지막 관측 또는 카드에서 선택한 관측을 이유와 함께 조사에서 뺍니다</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>메모…</translation>
    </message>
    <message>
        <source>Write a note to the last observation of the selected site, or the one chosen in its card (M in the list or on the map)</source>
        <translation>선택한 지점의 마지막 관측 또는 카드에서 선택한 관측에 메모를 적습니다(목록이나 지도에서 M)</translation>
    </message>
    <message>
        <source>Report of a day or span…</source>
        <translation>날짜 또는 기간에 대한 보고…</translation>
    </message>
    <message>
        <source>Record what a source, and no image, reports of the selected site</source>
        <translation>선택한 지점에 대해 영상이 아닌 출처가 보고한 내용을 기록합니다</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>정정…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>철회…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>보고…</translation>
    </message>
    <message>
        <source>Card of the site…</source>
        <translation>지점 카드…</translation>
    </message>
    <message>
        <source>Show what was seen of the selected site, when its state changed, and what was changed</source>
        <translation>선택한 지점의 관측, 상태가 바뀐 시기, 변경 내용을 표시합니다</translation>
    </message>
    <message>
        <source>Withdraw observation</source>
        <translation>관측 철회</translation>
    </message>
    <message>
        <source>{observation}. Why is it withdrawn? The record keeps it, with the reason.</source>
        <translation>{observation}. 왜 철회합니까? 이 관측은 이유와 함께 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Withdrawn: {observation}. Undo brings it back.</source>
        <translation>철회함: {observation}. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>{site}: {state}, {days}</source>
        <translation>{site}: {state}, {days}</translation>
    </message>
    <message>
        <source>{name} was not in view, so nothing was recorded from {scene}. The map has gone there: look, and press the key again.</source>
        <translation>{name}이(가) 화면에 없어 {scene}에서 아무것도 기록하지 않았습니다. 지도를 그곳으로 옮겼으니 살펴본 다음 키를 다시 누르세요.</translation>
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
        <source>{scene} is being drawn</source>
        <translation>{scene} 그리는 중</translation>
    </message>
    <message>
        <source>{scene} is on the web: press Pictures from the web</source>
        <translation>{scene}: 웹에 있음. “웹의 그림”을 누르세요</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>정하지 않음</translation>
    </message>
    <message>
        <source>Why not observable</source>
        <translation>판독 불가 이유</translation>
    </message>
    <message>
        <source>below resolution</source>
        <translation>해상도 미만</translation>
    </message>
    <message>
        <source>{site}: {state} recorded. Replaces your earlier record: {before}.</source>
        <translation>{site}: {state} 기록함. 이전 기록을 대체합니다: {before}.</translation>
    </message>
    <message>
        <source>{site}: {state} recorded.</source>
        <translation>{site}: {state} 기록됨.</translation>
    </message>
    <message>
        <source>Your record of another image of that day differs: {others}.</source>
        <translation>같은 날 다른 영상에 대한 자신의 기록도 남아 있습니다: {others}.</translation>
    </message>
    <message>
        <source>{state}: first seen {days}</source>
        <translation>{state}: 최초 관측 {days}</translation>
    </message>
    <message>
        <source>, last seen without {days}</source>
        <translation>, 이 상태가 아닌 마지막 관측 {days}</translation>
    </message>
    <message>
        <source>, not inspected before</source>
        <translation>, 그 전에는 살펴보지 않음</translation>
    </message>
    <message>
        <source>, nothing seen before</source>
        <translation>, 그 전에는 관측된 것 없음</translation>
    </message>
    <message>
        <source>1 inconclusive look between</source>
        <translation>그 사이 관측 1회 판독 불가</translation>
    </message>
    <message>
        <source>{n} inconclusive looks between</source>
        <translation>그 사이 관측 {n}회 판독 불가</translation>
    </message>
    <message>
        <source>1 inconclusive look before</source>
        <translation>그 전 관측 1회 판독 불가</translation>
    </message>
    <message>
        <source>{n} inconclusive looks before</source>
        <translation>그 전 관측 {n}회 판독 불가</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>외 {n}건</translation>
    </message>
    <message>
        <source>not certain: the days may come before or after {others}</source>
        <translation>확실하지 않음: 이 날짜가 다음보다 앞설 수도 뒤일 수도 있음: {others}</translation>
    </message>
    <message>
        <source>When its state changed</source>
        <translation>상태가 바뀐 시기</translation>
    </message>
    <message>
        <source>Pictures from the web</source>
        <translation>웹의 그림</translation>
    </message>
    <message>
        <source>Draw the listed images that are on the web and not open</source>
        <translation>목록의 영상 중 웹에 있고 열려 있지 않은 것을 그립니다</translation>
    </message>
    <message>
        <source>Observations of the site</source>
        <translation>지점의 관측</translation>
    </message>
    <message>
        <source>Seen (UTC)</source>
        <translation>관측(UTC)</translation>
    </message>
    <message>
        <source>Date is</source>
        <translation>날짜 종류</translation>
    </message>
    <message>
        <source>Image or source</source>
        <translation>영상 또는 출처</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>분석자</translation>
    </message>
    <message>
        <source>Next crossings along the river: a click goes there</source>
        <translation>하천을 따라 이웃한 도하 지점: 클릭해 이동</translation>
    </message>
    <message>
        <source>Copy: {title}</source>
        <translation>복사: {title}</translation>
    </message>
    <message>
        <source>WGS 84, latitude first; accuracy {metres:g} m</source>
        <translation>WGS 84, 위도 먼저. 정확도 {metres:g} m</translation>
    </message>
    <message>
        <source>WGS 84, latitude first; accuracy not stated</source>
        <translation>WGS 84, 위도 먼저. 정확도는 명시되지 않음</translation>
    </message>
    <message>
        <source>No chainage</source>
        <translation>누가거리 없음</translation>
    </message>
    <message>
        <source>km {km:.2f} along the river</source>
        <translation>하천 거리 {km:.2f} km</translation>
    </message>
    <message>
        <source>{heading}: no further crossing known</source>
        <translation>{heading}: 더 알려진 도하 지점 없음</translation>
    </message>
    <message>
        <source>{heading}: {name}, {along} along the river, {straight} straight</source>
        <translation>{heading}: {name}, 하천 거리 {along}, 직선 거리 {straight}</translation>
    </message>
    <message>
        <source>Kept, but not written yet: {what}</source>
        <translation>보관했으나 아직 쓰지 않음: {what}</translation>
    </message>
    <message>
        <source>Write now</source>
        <translation>지금 쓰기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Written: {what}</source>
        <translation>쓰기 완료: {what}</translation>
    </message>
    <message>
        <source>; {old} is not retired: both count</source>
        <translation>; {old} 집계 종료 안 됨: 둘 다 셈</translation>
    </message>
    <message>
        <source>{old} → {new}: where one of them lies is not known</source>
        <translation>{old} → {new}: 둘 중 하나의 위치를 알 수 없음</translation>
    </message>
    <message>
        <source>{old} → {new}: {straight:.0f} m straight</source>
        <translation>{old} → {new}: 직선 거리 {straight:.0f} m</translation>
    </message>
    <message>
        <source>{old} → {new}: {along:.0f} m downstream along the river, {straight:.0f} m straight</source>
        <translation>{old} → {new}: 하천을 따라 하류로 {along:.0f} m, 직선 거리 {straight:.0f} m</translation>
    </message>
    <message>
        <source>{old} → {new}: {along:.0f} m upstream along the river, {straight:.0f} m straight</source>
        <translation>{old} → {new}: 하천을 따라 상류로 {along:.0f} m, 직선 거리 {straight:.0f} m</translation>
    </message>
    <message>
        <source>Report of a day or span</source>
        <translation>날짜 또는 기간에 대한 보고</translation>
    </message>
    <message>
        <source>A new source</source>
        <translation>새 출처</translation>
    </message>
    <message>
        <source>Source without a title</source>
        <translation>제목 없는 출처</translation>
    </message>
    <message>
        <source>{site}. These days are kept as: {kind}.</source>
        <translation>{site}. 이 날짜는 다음 종류로 저장됩니다: {kind}.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Can this image tell?</source>
        <translation>이 영상으로 판독할 수 있습니까?</translation>
    </message>
    <message>
        <source>Record, below resolution</source>
        <translation>해상도 미만으로 기록</translation>
    </message>
    <message>
        <source>Not observable (N)</source>
        <translation>판독 불가(N)</translation>
    </message>
    <message>
        <source>Record nothing</source>
        <translation>기록 안 함</translation>
    </message>
    <message>
        <source>{thing} of {size:g} m is smaller than two pixels of the screen at this scale, of {gsd:.0f} m each ({scene}). Record it anyway, as below resolution?</source>
        <translation>{size:g} m 크기의 {thing}은(는) 이 축척에서 픽셀당 {gsd:.0f} m인 화면의 두 픽셀보다 작습니다({scene}). 그래도 해상도 미만으로 기록하시겠습니까?</translation>
    </message>
    <message>
        <source>{thing} of {size:g} m is smaller than two pixels of this {gsd} m image ({scene}). Record it anyway, as below resolution?</source>
        <translation>{size:g} m 크기의 {thing}은(는) 픽셀당 {gsd} m인 이 영상({scene})의 두 픽셀보다 작습니다. 그래도 해상도 미만으로 기록하시겠습니까?</translation>
    </message>
    <message>
        <source>{sites}: kept with all observations, but not counted after this day. This can be undone with Bring back.</source>
        <translation>{sites}: 모든 관측과 함께 보관하고, 이 날짜가 지나면 더는 세지 않습니다. 집계를 재개할 수 있습니다.</translation>
    </message>
    <message>
        <source>Last day it counts (UTC)</source>
        <translation>세는 마지막 날짜(UTC)</translation>
    </message>
    <message>
        <source>Share with plain QGIS</source>
        <translation>플러그인 없는 QGIS와 공유</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>이미지 찾는 중</translation>
    </message>
    <message>
        <source>1 image ({size})</source>
        <translation>이미지 1개 ({size})</translation>
    </message>
    <message>
        <source>{n} images ({size})</source>
        <translation>이미지 {n}개 ({size})</translation>
    </message>
    <message>
        <source>No image can be included</source>
        <translation>포함할 수 있는 이미지가 없음</translation>
    </message>
    <message>
        <source>Licence does not allow a copy, or is not stated: {n}</source>
        <translation>라이선스가 복사를 허용하지 않거나 명시되지 않음: {n}</translation>
    </message>
    <message>
        <source>On the web, in an archive, of several files or missing: {n}</source>
        <translation>웹, 압축 파일, 여러 파일로 된 것 또는 없는 것: {n}</translation>
    </message>
    <message>
        <source>Overview map and strip map</source>
        <translation>개관도와 스트립 지도</translation>
    </message>
    <message>
        <source>Site sheets ({n} pages)</source>
        <translation>지점별 시트 ({n}쪽)</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>이미지 찾는 중…</translation>
    </message>
    <message>
        <source>ZIP (*.zip)</source>
        <translation>ZIP (*.zip)</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>레이아웃</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Write package</source>
        <translation>패키지 쓰기</translation>
    </message>
    <message>
        <source>Share with plain QGIS…</source>
        <translation>플러그인 없는 QGIS와 공유…</translation>
    </message>
    <message>
        <source>Write a ZIP file with a copy of the survey and a project that opens it in a QGIS without the plugin</source>
        <translation>조사의 사본과, 플러그인이 없는 QGIS에서 여는 프로젝트가 든 ZIP 파일을 씁니다</translation>
    </message>
    <message>
        <source>Copying the survey</source>
        <translation>조사를 복사하는 중</translation>
    </message>
    <message>
        <source>Writing the package</source>
        <translation>패키지를 쓰는 중</translation>
    </message>
    <message>
        <source>The package was written to {path}</source>
        <translation>패키지를 {path}에 썼습니다</translation>
    </message>
    <message>
        <source>The card of a site of the open survey, given its id: HTML</source>
        <translation>ID로 지정한, 열린 조사의 지점 카드: HTML</translation>
    </message>
    <message>
        <source>Chainage and county of a site of the open survey, given its id</source>
        <translation>ID로 지정한, 열린 조사의 지점의 누가거리와 시·군</translation>
    </message>
    <message>
        <source>{group} ({n})</source>
        <translation>{group}({n})</translation>
    </message>
    <message>
        <source>Click to show these sites</source>
        <translation>클릭하면 이 지점들을 표시합니다</translation>
    </message>
    <message>
        <source>Click to hide these sites</source>
        <translation>클릭하면 이 지점들을 숨깁니다</translation>
    </message>
    <message>
        <source>Its name, or its kind and a number that stays</source>
        <translation>지점의 이름, 또는 종류와 바뀌지 않는 번호</translation>
    </message>
    <message>
        <source>What kind of site it is</source>
        <translation>지점의 종류</translation>
    </message>
    <message>
        <source>The state on the day shown; – where none is known by then, ≈ where the image is too coarse to tell</source>
        <translation>표시된 날짜의 상태. 그때까지 알려진 상태가 없으면 –, 영상의 해상도가 낮아 구별할 수 없으면 ≈</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>The day (UTC) by which this state was first seen, with no other seen since</source>
        <translation>이 상태가 처음 관측된 날짜(UTC, 늦어도 이 날짜). 그 뒤로 다른 상태는 관측되지 않음</translation>
    </message>
    <message>
        <source>Chainage along the river, downstream</source>
        <translation>하천을 따라 하류로 갈수록 커지는 누가거리</translation>
    </message>
    <message>
        <source>The county, as the survey has it or by the reach of the river</source>
        <translation>조사에 적힌 시·군 또는 하천 구간에 따른 시·군</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>통문</translation>
    </message>
    <message>
        <source>Whether it is at a gate of the border fence</source>
        <translation>지점이 국경 철책의 통문에 있는지 여부</translation>
    </message>
    <message>
        <source>Whose word the site rests on</source>
        <translation>지점의 근거가 되는 출처</translation>
    </message>
    <message>
        <source>{state}, retired</source>
        <translation>{state}, 집계 종료</translation>
    </message>
    <message>
        <source>Card of the site</source>
        <translation>지점 카드</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>지명</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>{n} sites are selected. The page Site changes all of them; select one to see what was seen of it.</source>
        <translation>지점 {n}개가 선택되어 있습니다. “지점” 페이지에서 모두 바꿀 수 있습니다. 관측을 보려면 하나만 선택하세요.</translation>
    </message>
    <message>
        <source>Select a site.</source>
        <translation>지점을 선택하세요.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처 구분</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>공표 내용</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>목록에서 가져옴</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>직접 추가</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>위치 확인</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>위치 없음</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Not seen for 30 days</source>
        <translation>30일 동안 관측되지 않음</translation>
    </message>
    <message>
        <source>Not seen for 90 days</source>
        <translation>90일 동안 관측되지 않음</translation>
    </message>
    <message>
        <source>Not seen for a year</source>
        <translation>1년 동안 관측되지 않음</translation>
    </message>
    <message>
        <source>State rests on one look</source>
        <translation>상태의 근거가 관측 하나뿐</translation>
    </message>
    <message>
        <source>Dated “at or before”</source>
        <translation>“이 날짜 또는 그 이전”으로 된 날짜</translation>
    </message>
    <message>
        <source>Order of states not known</source>
        <translation>상태의 순서를 알 수 없음</translation>
    </message>
    <message>
        <source>Observed without image or source</source>
        <translation>영상이나 출처 없이 관측됨</translation>
    </message>
    <message>
        <source>Not confirmed on imagery</source>
        <translation>영상으로 확인되지 않음</translation>
    </message>
    <message>
        <source>Go to site</source>
        <translation>지점으로 이동</translation>
    </message>
    <message>
        <source>Bring the selected site to the middle of the map</source>
        <translation>선택한 지점을 지도 가운데로 가져옵니다</translation>
    </message>
    <message>
        <source>Next site</source>
        <translation>다음 지점</translation>
    </message>
    <message>
        <source>Go to the next site of the list</source>
        <translation>목록의 다음 지점으로 이동</translation>
    </message>
    <message>
        <source>Previous site</source>
        <translation>이전 지점</translation>
    </message>
    <message>
        <source>Go to the previous site of the list</source>
        <translation>목록의 이전 지점으로 이동</translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation>좌표 복사</translation>
    </message>
    <message>
        <source>Copy the place of the selected site, WGS 84, in the notation set in the options</source>
        <translation>선택한 지점의 위치(WGS 84)를 설정에서 정한 표기로 복사합니다</translation>
    </message>
    <message>
        <source>Open form…</source>
        <translation>양식 열기…</translation>
    </message>
    <message>
        <source>Show every field of the selected site in QGIS' form</source>
        <translation>선택한 지점의 모든 필드를 QGIS 양식으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Site sheet of this crossing…</source>
        <translation>이 도하 지점의 지점별 시트…</translation>
    </message>
    <message>
        <source>Make a page about the selected site: map, images, observations, sources</source>
        <translation>선택한 지점에 관한 페이지 만들기: 지도, 영상, 관측, 출처</translation>
    </message>
    <message>
        <source>There is no further site in the list.</source>
        <translation>목록에 그쪽으로는 지점이 더 없습니다.</translation>
    </message>
    <message>
        <source>Copy coordinates as</source>
        <translation>다른 표기로 좌표 복사</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>시각(UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>작업 내용</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>기록 읽는 중…</translation>
    </message>
    <message>
        <source>Changes: {n}</source>
        <translation>변경: {n}건</translation>
    </message>
    <message>
        <source>Retired on {day}: not counted after it</source>
        <translation>{day}에 집계 종료: 그 뒤로는 세지 않음</translation>
    </message>
    <message>
        <source>In place of {old}, which is not retired: both count</source>
        <translation>대체한 {old}이(가) 집계 종료되지 않아 둘 다 셈</translation>
    </message>
    <message>
        <source>, below resolution</source>
        <translation>, 해상도 미만</translation>
    </message>
    <message>
        <source> since {day}</source>
        <translation> {day}부터</translation>
    </message>
    <message>
        <source>, seen {seen_to} (UTC)</source>
        <translation>, 관측 {seen_to}(UTC)</translation>
    </message>
    <message>
        <source>, seen {seen_from} to {seen_to} (UTC)</source>
        <translation>, 관측 {seen_from} ~ {seen_to}(UTC)</translation>
    </message>
    <message>
        <source>, seen by {seen_to} (UTC)</source>
        <translation>, 관측 {seen_to}까지(UTC)</translation>
    </message>
    <message>
        <source>Or: {states}; seen on days that overlap, so which came last is not known.</source>
        <translation>또는: {states}; 관측된 날짜가 겹쳐 어느 쪽이 마지막인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>at a gate of the border fence</source>
        <translation>국경 철책의 통문에 있음</translation>
    </message>
    <message>
        <source>Rebuilt along the river</source>
        <translation>하천을 따라 재건됨</translation>
    </message>
    <message>
        <source>{site} was rebuilt so far along the river, on the same side of the river line and as far from it. The new site replaces it; that it was seen is recorded apart.</source>
        <translation>{site}이(가) 하천을 따라 이만큼 떨어진 곳에, 하천선의 같은 쪽에 하천선에서 같은 거리만큼 떨어져 재건되었습니다. 새 지점이 이를 대체하며, 관측은 따로 기록합니다.</translation>
    </message>
    <message>
        <source>Distance along the river</source>
        <translation>하천 거리</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Type the distance.</source>
        <translation>거리를 입력하세요.</translation>
    </message>
    <message>
        <source>New place: {place} (latitude, longitude, WGS 84): {along:.0f} m downstream along the river, {straight:.0f} m straight, {offset} from the river line.</source>
        <translation>새 위치: {place}(위도, 경도, WGS 84): 하천을 따라 하류로 {along:.0f} m, 직선 거리 {straight:.0f} m, 하천선에서 {offset}.</translation>
    </message>
    <message>
        <source>New place: {place} (latitude, longitude, WGS 84): {along:.0f} m upstream along the river, {straight:.0f} m straight, {offset} from the river line.</source>
        <translation>새 위치: {place}(위도, 경도, WGS 84): 하천을 따라 상류로 {along:.0f} m, 직선 거리 {straight:.0f} m, 하천선에서 {offset}.</translation>
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
        <source>Sites from text…</source>
        <translation>텍스트에서 지점…</translation>
    </message>
    <message>
        <source>Import the coordinates in a report: paste its text, or open a TXT, HTML, DOCX or PDF file</source>
        <translation>보고서에 있는 좌표를 가져옵니다. 텍스트를 붙여 넣거나 TXT, HTML, DOCX, PDF 파일을 엽니다</translation>
    </message>
    <message>
        <source>Changes made outside…</source>
        <translation>외부 변경…</translation>
    </message>
    <message>
        <source>Look at changes that QGIS' own tools or other programs made, and adopt them</source>
        <translation>QGIS 자체 도구나 다른 프로그램에서 변경한 것을 살펴보고 승인</translation>
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
        <source>{side} beside {path} holds changes that a program left when it was ended. Apply them, if it was this file that was open then; ignore them, if you have put back another copy since. Either way a copy of what there is now is kept.</source>
        <translation>{path} 옆의 {side} 파일에 프로그램이 종료될 때 남긴 변경 내용이 있습니다. 그때 열려 있던 것이 이 파일이면 반영하고, 그 뒤에 다른 사본을 되돌려 놓았으면 제외하세요. 어느 쪽이든 지금 있는 것의 사본을 남겨 둡니다.</translation>
    </message>
    <message>
        <source>Apply them</source>
        <translation>반영</translation>
    </message>
    <message>
        <source>Ignore them</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>{path} was made by an older plugin. Upgraded, it has room for what this one records, and every change of it is recorded, also by QGIS' own tools.</source>
        <translation>{path}은(는) 이전 버전의 플러그인으로 만들어졌습니다. 업그레이드하면 이 버전이 기록하는 내용을 담을 수 있고, QGIS 자체 도구에 의한 것을 포함해 모든 변경이 기록됩니다.</translation>
    </message>
    <message>
        <source>Upgrade (a backup copy is kept beside it)</source>
        <translation>업그레이드(옆에 백업 사본 보관)</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>읽기 전용으로 열기</translation>
    </message>
    <message>
        <source>Upgrading {path}</source>
        <translation>{path} 업그레이드 중</translation>
    </message>
    <message>
        <source>{path} was upgraded. The original is kept as {backup}.</source>
        <translation>{path}을(를) 업그레이드했습니다. 이전 상태는 {backup}(으)로 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Rows that had been changed without an entry in the record: {n}. They have one now.</source>
        <translation>기록 항목 없이 변경되었던 행: {n}. 이제 항목이 있습니다.</translation>
    </message>
    <message>
        <source>There are no changes made outside the plugin to adopt.</source>
        <translation>승인을 기다리는, 플러그인 밖에서 이루어진 변경이 없습니다.</translation>
    </message>
    <message>
        <source>The cursor along the river line: kilometres downstream of the datum; distance from the line, and its side looking downstream; county of the Korean bank, with ? within 2 km of its end. Off in Settings &gt; Options &gt; Yalu</source>
        <translation>하천선을 기준으로 한 커서의 위치: 기준점에서 하류로 잰 킬로미터, 선에서의 거리와 하류를 바라본 방향, 북한 쪽 강안의 시·군(경계에서 2 km 이내이면 ?). 설정 &gt; 옵션 &gt; Yalu에서 끌 수 있습니다</translation>
    </message>
    <message>
        <source>farther than 5 km from the river line</source>
        <translation>하천선에서 5 km 넘게 떨어짐</translation>
    </message>
    <message>
        <source>opposite {county}</source>
        <translation>{county} 맞은편</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>{n} values that you are editing, in {rows} rows, were changed by others. The first: {first}</source>
        <translation>편집 중인 값 {n}개({rows}개 행)를 다른 사람이 변경했습니다. 첫 번째: {first}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 것 유지</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>다른 사람 것 사용</translation>
    </message>
    <message>
        <source>Yours stays. It is written when you save the edits.</source>
        <translation>내 편집을 유지합니다. 편집을 저장할 때 조사에 쓰입니다.</translation>
    </message>
    <message>
        <source>Theirs stays. Your other edits still wait to be saved.</source>
        <translation>다른 사람의 변경을 유지합니다. 나머지 내 편집은 아직 저장을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>{name}: you deleted it, others changed it: {theirs}</source>
        <translation>{name}: 내가 삭제했으나 다른 사람이 변경함: {theirs}</translation>
    </message>
    <message>
        <source>{name}: others deleted it, you changed it: {mine}</source>
        <translation>{name}: 다른 사람이 삭제했으나 내가 변경함: {mine}</translation>
    </message>
    <message>
        <source>{name}, {column}: yours {mine}, theirs {theirs}</source>
        <translation>{name}, {column}: 내 값 {mine}, 다른 사람의 값 {theirs}</translation>
    </message>
    <message>
        <source>place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가됨</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>개관도</translation>
    </message>
    <message>
        <source>Strip map</source>
        <translation>스트립 지도</translation>
    </message>
    <message>
        <source>Charts and tables along the river</source>
        <translation>하천을 따른 차트와 표</translation>
    </message>
    <message>
        <source>Quarters and published figures</source>
        <translation>분기와 공표된 수치</translation>
    </message>
    <message>
        <source>Site sheets</source>
        <translation>지점별 시트</translation>
    </message>
    <message>
        <source>Of all sites</source>
        <translation>모든 지점</translation>
    </message>
    <message>
        <source>Of sites with observations</source>
        <translation>관측이 있는 지점</translation>
    </message>
    <message>
        <source>Of selected sites ({n})</source>
        <translation>선택한 지점({n})</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>모든 장</translation>
    </message>
    <message>
        <source>{n} of {all} chapters</source>
        <translation>{all}개 장 중 {n}개</translation>
    </message>
    <message>
        <source>The chapters of the report; the survey remembers them</source>
        <translation>보고서의 장. 조사에 저장됩니다</translation>
    </message>
    <message>
        <source>Which sites have a sheet in the report</source>
        <translation>보고서에 시트를 넣을 지점</translation>
    </message>
    <message>
        <source>{day}, the day on screen (UTC)</source>
        <translation>{day}, 화면의 날짜(UTC)</translation>
    </message>
    <message>
        <source>The survey's latest observation</source>
        <translation>조사의 가장 최근 관측</translation>
    </message>
    <message>
        <source>{day}, today (UTC): no observation is dated</source>
        <translation>{day}, 오늘(UTC): 날짜 있는 관측 없음</translation>
    </message>
    <message>
        <source>{day}, the survey's latest observation (UTC)</source>
        <translation>{day}, 조사의 가장 최근 관측(UTC)</translation>
    </message>
    <message>
        <source>Maps and report</source>
        <translation>지도와 보고서</translation>
    </message>
    <message>
        <source>{what} written to {path}</source>
        <translation>{what}: {path} 파일에 저장했습니다</translation>
    </message>
    <message>
        <source>{path} already exists.</source>
        <translation>{path} 파일이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Print these pages in this session: the project does not save the layers created for them. Saved as a template, their design can be used again.</source>
        <translation>이 페이지는 QGIS를 닫기 전에 인쇄하세요. 페이지를 위해 만든 레이어는 프로젝트에 저장되지 않습니다. 템플릿으로 보관하면 그 디자인에 내용을 새로 채울 수 있습니다.</translation>
    </message>
    <message>
        <source>Keep the pages in the project and change them in QGIS' layout window</source>
        <translation>페이지를 프로젝트에 보관하고 QGIS 조판 창에서 수정</translation>
    </message>
    <message>
        <source>The report cannot be opened there: it has many layouts. Open its maps or site sheets separately</source>
        <translation>보고서는 여러 레이아웃으로 되어 있어 거기서 열 수 없습니다. 지도나 지점별 시트를 따로 여십시오</translation>
    </message>
    <message>
        <source>Layout templates</source>
        <translation>조판 템플릿</translation>
    </message>
    <message>
        <source>The plugin's own</source>
        <translation>플러그인 자체 템플릿</translation>
    </message>
    <message>
        <source>Open in layout designer</source>
        <translation>조판 설계기에서 열기</translation>
    </message>
    <message>
        <source>What to create</source>
        <translation>만들 문서</translation>
    </message>
    <message>
        <source>A .qpt saved from a QGIS print layout; empty: the plugin's own</source>
        <translation>QGIS 인쇄 조판에서 저장한 .qpt. 비워 두면 플러그인 자체 템플릿</translation>
    </message>
    <message>
        <source>Write the pages to the file</source>
        <translation>페이지를 파일에 저장</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>축척</translation>
    </message>
    <message>
        <source>Legend labels</source>
        <translation>범례의 문구</translation>
    </message>
    <message>
        <source>State on the day</source>
        <translation>해당 날짜의 상태</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Your labels</source>
        <translation>사용자 문구</translation>
    </message>
    <message>
        <source>No file is chosen. Choose where to write the map.</source>
        <translation>선택된 파일이 없습니다. 지도를 저장할 위치를 선택하세요.</translation>
    </message>
    <message>
        <source>PDF with layers</source>
        <translation>레이어가 있는 PDF</translation>
    </message>
    <message>
        <source>Several pages become files in a folder</source>
        <translation>여러 페이지는 폴더 안의 파일이 됩니다</translation>
    </message>
    <message>
        <source>PDF and SVG keep text as text; PNG is a picture. Several pages as anything but plain PDF are files in a folder</source>
        <translation>PDF와 SVG는 텍스트를 텍스트로 유지하고, PNG는 그림입니다. 여러 페이지는 일반 PDF가 아니면 한 폴더에 파일로 저장됩니다</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>저장할 파일</translation>
    </message>
    <message>
        <source>Creating the pages</source>
        <translation>페이지 만드는 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Legend…</source>
        <translation>범례…</translation>
    </message>
    <message>
        <source>In addition to the licences, which are always shown</source>
        <translation>항상 표시되는 라이선스와 함께 표시됨</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>부제목</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>제작 정보</translation>
    </message>
    <message>
        <source>The title of the map or the report; the survey remembers it</source>
        <translation>지도 또는 보고서의 제목. 조사에 저장됩니다</translation>
    </message>
    <message>
        <source>A line below the title; the survey remembers it</source>
        <translation>제목 아래의 한 줄. 조사에 저장됩니다</translation>
    </message>
    <message>
        <source>Who made the map, for whom; the survey remembers it</source>
        <translation>지도를 만든 사람과 의뢰처. 조사에 저장됩니다</translation>
    </message>
    <message>
        <source>What the legend calls kinds, states, river and places</source>
        <translation>범례에서 종류, 상태, 하천, 지명을 부르는 이름</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>page {page} of {total}</source>
        <translation>{total}쪽 중 {page}쪽</translation>
    </message>
    <message>
        <source>Draw the pages as they would be written now</source>
        <translation>지금 저장될 모습대로 페이지를 그립니다</translation>
    </message>
    <message>
        <source>The previous page</source>
        <translation>이전 페이지</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>A sheet of this site only; off: of every site that has a place</source>
        <translation>이 지점만의 시트. 끄면 위치가 있는 모든 지점의 시트</translation>
    </message>
    <message>
        <source>Only {site}</source>
        <translation>{site}만</translation>
    </message>
    <message>
        <source>Poster: one long page</source>
        <translation>포스터: 긴 페이지 하나</translation>
    </message>
    <message>
        <source>Booklet with an index</source>
        <translation>색인이 있는 소책자</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>필요한 만큼</translation>
    </message>
    <message>
        <source>The largest that fits on</source>
        <translation>들어가는 가장 큰 축척:</translation>
    </message>
    <message>
        <source>A poster has all panels on one page, as wide as the paper and as long as it takes. A booklet has many pages, at 1:50,000 unless you choose otherwise, and first a map that shows where each of them lies</source>
        <translation>포스터는 모든 패널을 한 페이지에 담으며, 너비는 용지와 같고 길이는 필요한 만큼 늘어납니다. 소책자는 여러 페이지로, 따로 선택하지 않으면 1:50,000이며, 각 페이지의 위치를 보여 주는 지도가 맨 앞에 옵니다</translation>
    </message>
    <message>
        <source>The scale of the strip map; a chosen one takes the pages it needs</source>
        <translation>스트립 지도의 축척. 축척을 선택하면 필요한 만큼 페이지를 씁니다</translation>
    </message>
    <message>
        <source>How many pages the map may take; the more, the larger the scale. As needed: one, or up to four so that neighbours can be told apart</source>
        <translation>지도가 차지할 수 있는 페이지 수. 많을수록 축척이 커집니다. 필요한 만큼: 한 페이지, 또는 이웃한 지점을 구별할 수 있도록 최대 네 페이지</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>As in the template</source>
        <translation>템플릿대로</translation>
    </message>
    <message>
        <source>As in QGIS</source>
        <translation>QGIS와 같음</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>The size of the paper</source>
        <translation>용지 크기</translation>
    </message>
    <message>
        <source>The orientation of the paper; a custom template has its own</source>
        <translation>용지의 방향. 사용자 템플릿은 자체 방향을 따릅니다</translation>
    </message>
    <message>
        <source>The language of the page; the window keeps its own</source>
        <translation>페이지의 언어. 창의 언어는 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>A picture for the upper right corner</source>
        <translation>오른쪽 위 모서리에 넣을 그림</translation>
    </message>
    <message>
        <source>A line for the head and the foot of each page</source>
        <translation>각 페이지의 머리글과 바닥글에 넣을 한 줄</translation>
    </message>
    <message>
        <source>The colour of the bar at the head of each page</source>
        <translation>각 페이지 위쪽 띠의 색상</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>사용하지 않음</translation>
    </message>
    <message>
        <source>Yalu: guide</source>
        <translation>압록강: 안내서</translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation>영상 폴더 추가</translation>
    </message>
    <message>
        <source>Add a list of images</source>
        <translation>영상 목록 추가</translation>
    </message>
    <message>
        <source>Lists and ZIP files (*.csv *.tsv *.txt *.zip)</source>
        <translation>목록 및 ZIP 파일 (*.csv *.tsv *.txt *.zip)</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Add the images of a folder and those below it</source>
        <translation>폴더와 하위 폴더의 영상을 추가</translation>
    </message>
    <message>
        <source>List or ZIP…</source>
        <translation>목록 또는 ZIP…</translation>
    </message>
    <message>
        <source>Add the images that a table (CSV) lists, or of a ZIP file</source>
        <translation>표(CSV)에 적힌 영상 또는 ZIP 파일의 영상을 추가</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>추가(&amp;A)…</translation>
    </message>
    <message>
        <source>Add images from a folder or from the web</source>
        <translation>폴더 또는 웹에서 영상을 추가</translation>
    </message>
    <message>
        <source>CRS of images…</source>
        <translation>영상의 좌표계…</translation>
    </message>
    <message>
        <source>Give images that have no CRS of their own another one than they were given</source>
        <translation>자체 좌표계가 없는 영상에 지금 지정된 것과 다른 좌표계를 지정</translation>
    </message>
    <message>
        <source>The image on screen, now in {crs}</source>
        <translation>화면의 영상, 현재 {crs}</translation>
    </message>
    <message>
        <source>All in {folder} ({n}), now in {crs}</source>
        <translation>{folder}의 모든 영상({n}개), 현재 {crs}</translation>
    </message>
    <message>
        <source>Placing images in {crs}</source>
        <translation>{crs} 좌표계로 영상 배치 중</translation>
    </message>
    <message>
        <source>Images placed in {crs}: {n}</source>
        <translation>이제 {crs} 좌표계로 배치된 영상: {n}개</translation>
    </message>
    <message>
        <source>; left unchanged, as they cannot be placed in it: {n}</source>
        <translation>; 그 좌표계로 배치되지 않아 이전 그대로인 영상: {n}개</translation>
    </message>
    <message>
        <source>{n} images have no CRS and were left out, {name} for example. Which CRS are they in?</source>
        <translation>영상 {n}개(예: {name})에 좌표계가 없어 제외했습니다. 이 영상들의 좌표계는 무엇입니까?</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>The CRS of the images in {folder} that have none</source>
        <translation>{folder}에서 좌표계 없는 영상의 좌표계</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Show the sites as of this day, with the scene of that day if there is one</source>
        <translation>이 날짜 기준의 지점을 표시하고, 그 날짜의 영상이 있으면 함께 표시</translation>
    </message>
    <message>
        <source>&amp;Go to ({zone})</source>
        <translation>이동({zone})(&amp;G)</translation>
    </message>
    <message>
        <source>Looking for images without data</source>
        <translation>데이터 없는 영상 찾는 중</translation>
    </message>
    <message>
        <source>There is no folder {path}. Choose another.</source>
        <translation>{path} 폴더가 없습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>선택된 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Export frames</source>
        <translation>프레임 내보내기</translation>
    </message>
    <message>
        <source>Stopped: no picture was saved.</source>
        <translation>중지됨: 남은 그림이 없습니다.</translation>
    </message>
    <message>
        <source>{n} pictures written to {folder}</source>
        <translation>그림 {n}개를 {folder} 폴더에 저장했습니다</translation>
    </message>
    <message>
        <source>; images that cannot be opened, left out: {n}</source>
        <translation>; 열 수 없어 뺀 영상: {n}</translation>
    </message>
    <message>
        <source>; without a picture of their date, which is written on them: {n}</source>
        <translation>; 해당 날짜의 영상이 없어 그림에 그렇게 적은 것: {n}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>그림 1개</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>그림 {n}개</translation>
    </message>
    <message>
        <source>The first day, as days are counted in the panel</source>
        <translation>패널에서 세는 날짜를 기준으로 한 첫 날짜</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>마지막 날짜</translation>
    </message>
    <message>
        <source>Width of a picture; its height is the map's</source>
        <translation>그림의 너비. 높이는 지도의 비율을 따릅니다</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 픽셀</translation>
    </message>
    <message>
        <source>The folder for the pictures; existing files are not overwritten</source>
        <translation>그림을 저장할 위치. 그곳의 파일은 덮어쓰지 않습니다</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>날짜(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>너비(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>sites as of {day} UTC</source>
        <translation>지점은 {day} UTC 기준</translation>
    </message>
    <message>
        <source>No images were found there. Choose a folder with GeoTIFF or JPEG 2000 files.</source>
        <translation>영상을 찾지 못했습니다. GeoTIFF 또는 JPEG 2000 파일이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>There are no images yet. New ones are added automatically.</source>
        <translation>아직 영상이 없습니다. 새로 들어오는 영상은 자동으로 추가됩니다.</translation>
    </message>
    <message>
        <source>No images were found there. Choose a table with a column uri, or a ZIP file of images.</source>
        <translation>영상을 찾지 못했습니다. uri 열이 있는 표나 영상이 든 ZIP 파일을 선택하세요.</translation>
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
        <source>Reading the images of {folder}</source>
        <translation>{folder} 폴더의 영상 읽기</translation>
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
        <source> ({n} known already)</source>
        <translation>({n}개는 이미 등록됨)</translation>
    </message>
    <message>
        <source>{n} undated</source>
        <translation>날짜 없음 {n}</translation>
    </message>
    <message>
        <source>{n} could not be used</source>
        <translation>사용할 수 없음 {n}</translation>
    </message>
    <message>
        <source>remarks on images that were added: {n}</source>
        <translation>추가된 영상에 대한 참고 사항: {n}</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>{row}행: {text}</translation>
    </message>
    <message>
        <source>Adding images</source>
        <translation>영상 추가 중</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>영상</translation>
    </message>
    <message>
        <source> · and {n} more of that day</source>
        <translation> · 그 날짜의 영상 {n}개 더</translation>
    </message>
    <message>
        <source>no scene on this day; sites as of {day} UTC</source>
        <translation>이 날짜의 영상 없음. 지점은 {day} UTC 기준</translation>
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
        <source>opening {scene}…</source>
        <translation>{scene} 여는 중…</translation>
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
        <source>Zoom to scene</source>
        <translation>영상으로 확대/축소</translation>
    </message>
    <message>
        <source>Zoom the map to the scene on screen, or to all scenes</source>
        <translation>화면의 영상 또는 전체 영상 범위로 지도를 확대/축소</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Watched folders, pictures, CRS, frames, which scenes to skip, images without a date</source>
        <translation>감시 폴더, 그림 선택, 좌표계, 프레임, 건너뛸 영상, 날짜 없는 영상</translation>
    </message>
    <message>
        <source>Export frames…</source>
        <translation>프레임 내보내기…</translation>
    </message>
    <message>
        <source>Write the map of every step as a picture, its date burnt in</source>
        <translation>단계마다의 지도를 날짜를 새긴 그림으로 저장</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>그림…</translation>
    </message>
    <message>
        <source>Choose which picture of a STAC's images to show: true colour, infrared, a band. The choice applies to all images of the collection</source>
        <translation>STAC의 영상에서 어떤 그림을 볼지 선택: 천연색, 적외선, 밴드. 선택은 컬렉션의 모든 영상에 적용됩니다</translation>
    </message>
    <message>
        <source>Reading the pictures of the scene</source>
        <translation>볼 수 있는 그림을 읽는 중</translation>
    </message>
    <message>
        <source>Best: {picture}</source>
        <translation>최적: {picture}</translation>
    </message>
    <message>
        <source>{metres:g} m</source>
        <translation>{metres:g} m</translation>
    </message>
    <message>
        <source>The file of {scene} was replaced by another one, which is shown now. Observations and counts on it are of the previous file.</source>
        <translation>{scene}의 파일이 다른 파일로 바뀌었으며 이제 그것이 표시됩니다. 관측하고 집계한 내용은 이전 파일에 대한 것입니다.</translation>
    </message>
    <message>
        <source>Most cloud (percent)</source>
        <translation>최대 운량(퍼센트)</translation>
    </message>
    <message>
        <source>Skip scenes with more cloud than this; 100 % is no limit</source>
        <translation>구름이 이보다 많은 영상은 건너뜁니다. 100 %는 제한 없음</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Covers v&amp;iew</source>
        <translation>화면과 겹침(&amp;I)</translation>
    </message>
    <message>
        <source>Skip scenes outside the map's view</source>
        <translation>지도 화면 밖에 있는 영상은 건너뜁니다</translation>
    </message>
    <message>
        <source>Has da&amp;ta</source>
        <translation>데이터 있음(&amp;T)</translation>
    </message>
    <message>
        <source>Skip scenes without data in the map's view</source>
        <translation>지도 화면에 데이터가 없는 영상은 건너뜁니다</translation>
    </message>
    <message>
        <source>Clo&amp;ud ≤</source>
        <translation>구름(&amp;U) ≤</translation>
    </message>
    <message>
        <source>{n} skipped: {why}</source>
        <translation>{n}개 건너뜀: {why}</translation>
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
        <source>{n} without data</source>
        <translation>데이터 없음 {n}개</translation>
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
        <source>outside the view</source>
        <translation>화면 밖</translation>
    </message>
    <message>
        <source>cloudy</source>
        <translation>구름 많음</translation>
    </message>
    <message>
        <source>no data in the view</source>
        <translation>화면에 데이터 없음</translation>
    </message>
    <message>
        <source>The compare date is before the date on screen.</source>
        <translation>비교 날짜가 화면의 날짜보다 이릅니다.</translation>
    </message>
    <message>
        <source>The compare date is after the date on screen.</source>
        <translation>비교 날짜가 화면의 날짜보다 늦습니다.</translation>
    </message>
    <message>
        <source>Which of the two dates came first is not known.</source>
        <translation>두 날짜 중 어느 쪽이 먼저인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>but {against}</source>
        <translation>그러나 {against}</translation>
    </message>
    <message>
        <source>{kind} (date from {source}, but {against})</source>
        <translation>{kind}(날짜 근거: {source}, 그러나 {against})</translation>
    </message>
    <message>
        <source>{kind} (date from {source})</source>
        <translation>{kind}(날짜 근거: {source})</translation>
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
        <source>No scene to step to there: {why}.</source>
        <translation>그쪽에는 이동할 영상이 없습니다: {why}.</translation>
    </message>
    <message>
        <source>No scene to step to there: {skipped}. Move the map, or change what is skipped.</source>
        <translation>그쪽으로 넘어갈 영상이 없습니다: {skipped}. 지도를 옮기거나 건너뛰는 조건을 바꾸세요.</translation>
    </message>
    <message>
        <source>No scene to step to there.</source>
        <translation>그쪽에는 이동할 장면이 없습니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Show one scene after the other, from this one on</source>
        <translation>이 영상부터 차례로 표시</translation>
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
        <source>Dated scenes: date, platform, kind of date, where the date was found</source>
        <translation>날짜 있는 영상: 날짜, 플랫폼, 날짜 종류, 날짜의 근거</translation>
    </message>
    <message>
        <source>Choose a scene</source>
        <translation>영상 선택</translation>
    </message>
    <message>
        <source>{scene}: {why}</source>
        <translation>{scene}: {why}</translation>
    </message>
    <message>
        <source>Checking a tile</source>
        <translation>타일 시험 중</translation>
    </message>
    <message>
        <source>Undated images</source>
        <translation>날짜 없는 영상</translation>
    </message>
    <message>
        <source>Images without a date: a double click shows one; nothing can be recorded from it</source>
        <translation>날짜 없는 영상: 두 번 클릭하면 표시됩니다. 이 영상으로는 아무것도 기록할 수 없습니다</translation>
    </message>
    <message>
        <source>Undated ({n})</source>
        <translation>날짜 없음({n})</translation>
    </message>
    <message>
        <source>Images without a date: they cannot be stepped to</source>
        <translation>날짜가 없어 차례로 넘겨 볼 수 없는 영상</translation>
    </message>
    <message>
        <source>{name} is shown, but it has no date: nothing can be recorded from it. {why}</source>
        <translation>{name}에는 날짜가 없습니다. 볼 수는 있지만 이 영상으로는 아무것도 기록할 수 없습니다. {why}</translation>
    </message>
    <message>
        <source>No reliable date was found. Add it again to see why.</source>
        <translation>믿을 만한 날짜를 찾지 못했습니다. 이유를 보려면 영상을 다시 추가하세요.</translation>
    </message>
    <message>
        <source>The watched folder {path} cannot be reached. Its new images are added once it is back.</source>
        <translation>감시 폴더 {path}에 접근할 수 없습니다. 다시 연결되면 새 영상이 추가됩니다.</translation>
    </message>
    <message>
        <source>Looking through watched folders</source>
        <translation>감시 폴더 살펴보는 중</translation>
    </message>
    <message>
        <source>New images from watched folders: {n}</source>
        <translation>감시 폴더의 새 영상: {n}개</translation>
    </message>
    <message>
        <source>New images in watched folders that cannot be read: {n}</source>
        <translation>감시 폴더에서 읽을 수 없는 새 영상: {n}개</translation>
    </message>
    <message>
        <source>; remarks on images that were added: {n}</source>
        <translation>; 추가된 영상에 관한 알림: {n}</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>감시 폴더</translation>
    </message>
    <message>
        <source>Folders whose new images are added automatically</source>
        <translation>새 영상이 저절로 추가되는 폴더</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>폴더 감시…</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>폴더 감시</translation>
    </message>
    <message>
        <source>The file's own points</source>
        <translation>파일 자체의 포인트</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>관측</translation>
    </message>
    <message>
        <source>Convert them</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Convert from {datum}</source>
        <translation>{datum}에서 변환</translation>
    </message>
    <message>
        <source>Leave as written</source>
        <translation>적힌 대로 두기</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here. Nothing is written before you press Import.</source>
        <translation>파일을 선택하거나 여기에 끌어다 놓으세요. “가져오기”를 누르기 전에는 아무것도 쓰지 않습니다.</translation>
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
        <source>A list, spreadsheet, map or survey: CSV, XLSX, GeoJSON, GeoPackage, Shapefile, KML, KMZ, GPX and others</source>
        <translation>목록, 스프레드시트, 지도, 조사: CSV, XLSX, GeoJSON, 지오패키지, Shapefile, KML, KMZ, GPX 등</translation>
    </message>
    <message>
        <source>What the survey will name as the source of these sites</source>
        <translation>조사에 이 지점들의 출처로 적을 이름</translation>
    </message>
    <message>
        <source>Rows, columns and words of the file</source>
        <translation>파일의 행, 열, 단어</translation>
    </message>
    <message>
        <source>Write what is good, repaired or to check to the survey</source>
        <translation>정상 행, 수정된 행, 검토가 필요한 행을 조사에 쓰기</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
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
        <source>Import {sites}, change {changed}</source>
        <translation>{sites} 가져오기, {changed}개 변경</translation>
    </message>
    <message>
        <source>Change {sites}</source>
        <translation>{sites} 변경</translation>
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
        <source>{sites} changed</source>
        <translation>{sites} 변경됨</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>거부됨 {n}개</translation>
    </message>
    <message>
        <source>{n} left out, not answered</source>
        <translation>답변이 없어 제외됨 {n}개</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>검토 필요 {n}개</translation>
    </message>
    <message>
        <source>… and {n} more rows</source>
        <translation>… 외 {n}개 행</translation>
    </message>
    <message>
        <source>Row {number} ({name})</source>
        <translation>{number}행({name})</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>{number}행</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>수정됨</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>검토 필요</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>답변 대기</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>As it is in the file</source>
        <translation>파일에 적힌 그대로</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Changes and reasons</source>
        <translation>변경과 이유</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>{last}까지</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>{first}부터</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>가져오는 중</translation>
    </message>
    <message>
        <source>Import {source}</source>
        <translation>{source} 가져오기</translation>
    </message>
    <message>
        <source>Cancel came too late: {what}. Undo takes that back.</source>
        <translation>취소가 너무 늦었습니다: {what}. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was written.</source>
        <translation>가져오기를 취소했습니다. 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source> (and {n} more)</source>
        <translation> (외 {n}개)</translation>
    </message>
    <message>
        <source>Words ({n} to confirm)</source>
        <translation>단어(확인할 것 {n}개)</translation>
    </message>
    <message>
        <source>The character encoding of the file: change it where names look wrong</source>
        <translation>파일의 문자 인코딩. 이름이 깨져 보이면 바꾸세요</translation>
    </message>
    <message>
        <source>The character between columns</source>
        <translation>열 사이의 기호</translation>
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
        <source>Whether the coordinates are shifted, as those of Chinese maps are: GCJ-02 (Amap, Tencent), BD-09 (Baidu). The shift is undone, and the note of each site says so</source>
        <translation>중국 지도처럼 좌표에 오프셋이 적용되었는지: GCJ-02(Amap, Tencent), BD-09(Baidu). 오프셋을 되돌리고 각 지점의 메모에 적습니다</translation>
    </message>
    <message>
        <source>Not shifted</source>
        <translation>오프셋 없음</translation>
    </message>
    <message>
        <source>As each row says</source>
        <translation>행마다 적힌 대로</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>Every row of the file, and what becomes of it</source>
        <translation>파일의 모든 행과 그 처리 결과</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>표시할 행</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>모든 행</translation>
    </message>
    <message>
        <source>Selected rows:</source>
        <translation>선택한 행:</translation>
    </message>
    <message>
        <source>They are the site named in the reason: their observations are added to it</source>
        <translation>이유에 적힌 지점과 같은 지점입니다. 관측을 그 지점에 추가합니다</translation>
    </message>
    <message>
        <source>They are separate sites</source>
        <translation>별개의 지점입니다</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>They are not imported</source>
        <translation>가져오지 않습니다</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>제안대로</translation>
    </message>
    <message>
        <source>Remove the answers for them</source>
        <translation>이 행들에 대한 답변을 되돌립니다</translation>
    </message>
    <message>
        <source>{n} good</source>
        <translation>정상 {n}개</translation>
    </message>
    <message>
        <source>{n} repaired</source>
        <translation>수정됨 {n}개</translation>
    </message>
    <message>
        <source>{n} waiting for your answer</source>
        <translation>답변을 기다리는 행 {n}개</translation>
    </message>
    <message>
        <source>Where they differ:</source>
        <translation>다른 경우:</translation>
    </message>
    <message>
        <source>Compared with the survey:</source>
        <translation>조사와 비교:</translation>
    </message>
    <message>
        <source>Show only these rows; click again for all</source>
        <translation>이 행만 표시합니다. 다시 누르면 모두 표시합니다</translation>
    </message>
    <message>
        <source>Take from the list:</source>
        <translation>목록에서 반영:</translation>
    </message>
    <message>
        <source>Where list and survey differ in this, the list's word counts, except in rows for which you chose otherwise. Not ticked: the survey stays as it is.</source>
        <translation>이 항목에서 목록과 조사가 다르면, 따로 정한 행을 제외하고 목록의 값을 씁니다. 선택하지 않으면 조사는 그대로입니다.</translation>
    </message>
    <message>
        <source>Take from the list</source>
        <translation>목록에서 반영</translation>
    </message>
    <message>
        <source>Take the list's</source>
        <translation>목록의 값 사용</translation>
    </message>
    <message>
        <source>In the selected rows the list's word counts, in every field</source>
        <translation>선택한 행에서는 모든 항목에 목록의 값을 씁니다</translation>
    </message>
    <message>
        <source>Keep the survey's</source>
        <translation>조사의 값 유지</translation>
    </message>
    <message>
        <source>In the selected rows the survey's word counts, in every field</source>
        <translation>선택한 행에서는 모든 항목에 조사의 값을 씁니다</translation>
    </message>
    <message>
        <source>The selected sites, which the list has no longer, do not count after today</source>
        <translation>목록에 더 이상 없는 선택한 지점을 오늘 이후로는 세지 않습니다</translation>
    </message>
    <message>
        <source>The selected sites, which the list has no longer, are deleted with their observations; only sites without a source can be</source>
        <translation>목록에 더 이상 없는 선택한 지점을 관측과 함께 삭제합니다. 출처가 없는 지점만 삭제할 수 있습니다</translation>
    </message>
    <message>
        <source>The selected sites, which the list has no longer, stay as they are</source>
        <translation>목록에 더 이상 없는 선택한 지점을 그대로 둡니다</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>Text in the file</source>
        <translation>파일의 텍스트</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>해석</translation>
    </message>
    <message>
        <source>Tick to confirm; until then it is not used. Double-click to choose another.</source>
        <translation>확인하려면 체크하세요. 그때까지는 사용하지 않습니다. 다른 값을 선택하려면 두 번 클릭하세요.</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>{text} ?</source>
        <translation>{text} ?</translation>
    </message>
    <message>
        <source>Confirm all suggestions</source>
        <translation>제안 모두 확인</translation>
    </message>
    <message>
        <source>Kinds, states and dates as the file writes them, and as what they are read. Double-click the last column to change one</source>
        <translation>파일에 적힌 종류, 상태, 날짜와 그 해석. 바꾸려면 마지막 열을 두 번 클릭하세요</translation>
    </message>
    <message>
        <source>Words of the file</source>
        <translation>파일의 단어</translation>
    </message>
    <message>
        <source>Read every text marked with a question mark as suggested</source>
        <translation>물음표가 붙은 모든 텍스트를 제안대로 읽기</translation>
    </message>
    <message>
        <source>There is no latitude and longitude at that point. Click where the map shows the ground.</source>
        <translation>그 위치에는 위도와 경도가 없습니다. 지도에서 지표면이 보이는 곳을 클릭하세요.</translation>
    </message>
    <message>
        <source>The kind of site of the next sample, or of a dot clicked by hand</source>
        <translation>다음 표본 또는 직접 클릭하는 점의 지점 종류</translation>
    </message>
    <message>
        <source>Find dots</source>
        <translation>점 찾기</translation>
    </message>
    <message>
        <source>Find every dot that looks like a sample</source>
        <translation>표본과 비슷한 점을 모두 찾습니다</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>그림 전체</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>다시 그림 전체에서 찾습니다</translation>
    </message>
    <message>
        <source>Dots of the picture</source>
        <translation>그림의 점</translation>
    </message>
    <message>
        <source>Delete removes the selected dots</source>
        <translation>Delete 키로 선택한 점을 삭제합니다</translation>
    </message>
    <message>
        <source>The report that the picture is from: a source of the survey, or any title</source>
        <translation>그림이 실린 보고서: 조사의 출처 또는 임의의 제목</translation>
    </message>
    <message>
        <source>Add the ticked sites to the survey, as possible, with their accuracy; Undo takes it back</source>
        <translation>선택한 지점을 정확도와 함께 ‘가능’으로 조사에 추가합니다. 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>Choose a kind, press Sample and click one dot of it that stands alone; then find the others. Correct by hand what is missing or wrong.</source>
        <translation>종류를 고르고 표본을 누른 다음 그 종류의 따로 떨어진 점 하나를 클릭하고, 나머지를 찾으십시오. 빠지거나 틀린 것은 직접 고치십시오.</translation>
    </message>
    <message>
        <source>{kind}: radius {radius:.1f} pixels</source>
        <translation>{kind}: 반지름 {radius:.1f}픽셀</translation>
    </message>
    <message>
        <source>Samples: {samples}.</source>
        <translation>표본: {samples}.</translation>
    </message>
    <message>
        <source>No sample yet.</source>
        <translation>아직 표본이 없습니다.</translation>
    </message>
    <message>
        <source>All crossings</source>
        <translation>모든 도하 지점</translation>
    </message>
    <message>
        <source>{kind}: {found}, not published</source>
        <translation>{kind}: {found}, 공표되지 않음</translation>
    </message>
    <message>
        <source>{kind}: {found}, as published</source>
        <translation>{kind}: {found}, 공표된 수와 같음</translation>
    </message>
    <message>
        <source>{kind}: {found}, but {published} published</source>
        <translation>{kind}: {found}, 그러나 공표된 수는 {published}</translation>
    </message>
    <message>
        <source>Add {sites}</source>
        <translation>{sites} 추가</translation>
    </message>
    <message>
        <source>Sites from a picture…</source>
        <translation>그림에서 지점 읽기…</translation>
    </message>
    <message>
        <source>Read sites off a picture of a map: tie it to the map and find its dots</source>
        <translation>지도 그림에서 지점을 읽습니다: 지도에 맞추고 점을 찾습니다</translation>
    </message>
    <message>
        <source>Click the place on the map that you have just clicked on the picture. Esc ends it.</source>
        <translation>방금 그림에서 클릭한 곳을 지도에서 클릭하십시오. Esc로 끝냅니다.</translation>
    </message>
    <message>
        <source>{sites} read off {file} were added</source>
        <translation>{file}에서 읽은 {sites}을(를) 추가했습니다</translation>
    </message>
    <message>
        <source>Sites from a picture of a map</source>
        <translation>지도 그림에서 지점 읽기</translation>
    </message>
    <message>
        <source>The picture of a map: PNG, JPEG, GIF, TIFF, WebP or PDF</source>
        <translation>지도 그림: PNG, JPEG, GIF, TIFF, WebP 또는 PDF</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Tie point</source>
        <translation>기준점</translation>
    </message>
    <message>
        <source>Click a place on the picture, then on the map</source>
        <translation>그림에서 한 곳을 클릭한 다음 지도에서 클릭합니다</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Click a dot of the chosen kind: dots like it can be found then</source>
        <translation>선택한 종류의 점을 클릭합니다. 그러면 비슷한 점을 찾을 수 있습니다</translation>
    </message>
    <message>
        <source>Dot by hand</source>
        <translation>점 직접 추가</translation>
    </message>
    <message>
        <source>Each click adds a dot of the chosen kind</source>
        <translation>클릭할 때마다 선택한 종류의 점을 추가합니다</translation>
    </message>
    <message>
        <source>Drag over the part of the picture in which dots are searched: the map without its legend</source>
        <translation>점을 찾을 부분, 곧 범례를 뺀 지도 위를 드래그합니다</translation>
    </message>
    <message>
        <source>Tie points</source>
        <translation>기준점</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Accuracy, m</source>
        <translation>정확도(m)</translation>
    </message>
    <message>
        <source>River, m</source>
        <translation>강까지(m)</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>위도, 경도</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>Ticked: it is added to the survey</source>
        <translation>선택하면 조사에 추가됩니다</translation>
    </message>
    <message>
        <source>The distance to the river line. Ticked: the site is put on the line, a suggestion</source>
        <translation>강선까지의 거리. 선택하면 지점을 강선 위에 둡니다(제안)</translation>
    </message>
    <message>
        <source>From the size of the dot and the residuals of the tie points</source>
        <translation>점의 크기와 기준점의 잔차로 계산합니다</translation>
    </message>
    <message>
        <source>{metres:.0f} m from {name}</source>
        <translation>{name}에서 {metres:.0f} m</translation>
    </message>
    <message>
        <source>{n} dots touch here</source>
        <translation>여기에서 점 {n}개가 맞닿음</translation>
    </message>
    <message>
        <source>clicked by hand</source>
        <translation>직접 클릭함</translation>
    </message>
    <message>
        <source>{percent:.0f} % of its outline visible</source>
        <translation>윤곽의 {percent:.0f} %가 보임</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Residual, m</source>
        <translation>잔차(m)</translation>
    </message>
    <message>
        <source>Delete removes the selected tie points</source>
        <translation>Delete 키로 선택한 기준점을 삭제합니다</translation>
    </message>
    <message>
        <source>The CRS in which the picture is drawn. If you do not know it, choose the one with the smallest residuals; web maps are in EPSG:3857</source>
        <translation>그림이 그려진 좌표계. 모르면 잔차가 가장 작은 것을 고르십시오. 웹 지도는 EPSG:3857입니다</translation>
    </message>
    <message>
        <source>Affine suits most maps: its residuals show a wrong tie point best</source>
        <translation>대부분의 지도에는 아핀이 알맞습니다. 잘못된 기준점이 잔차에 가장 잘 드러납니다</translation>
    </message>
    <message>
        <source>Show the picture on the map</source>
        <translation>지도에 그림 표시</translation>
    </message>
    <message>
        <source>Drawn in</source>
        <translation>좌표계</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>Click a place on the picture, then the same place on the map: three places or more, far apart. A place near a line or a point of the map is snapped to it, unless Shift is held.</source>
        <translation>그림에서 한 곳을, 이어서 지도에서 같은 곳을 클릭하십시오. 서로 멀리 떨어진 세 곳 이상이 필요합니다. 지도의 선이나 점 가까이는 거기에 스냅됩니다(Shift를 누르면 안 함).</translation>
    </message>
    <message>
        <source>The picture is placed, but no tie point is left over to check the others: the accuracy is not known. Add one more.</source>
        <translation>그림의 위치는 정해졌지만 다른 점을 검증할 기준점이 없어 정확도를 알 수 없습니다. 하나 더 추가하십시오.</translation>
    </message>
    <message>
        <source>Residuals: {rms:,.0f} m (RMS), {most:,.0f} m at most.</source>
        <translation>잔차: {rms:,.0f} m(RMS), 최대 {most:,.0f} m.</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>매트릭스</translation>
    </message>
    <message>
        <source>Marks: {words}</source>
        <translation>표시: {words}</translation>
    </message>
    <message>
        <source>Observations without a day, in no column: {n}</source>
        <translation>날짜가 없어 어느 열에도 없는 관측: {n}건</translation>
    </message>
    <message>
        <source>km {km}</source>
        <translation>{km} km</translation>
    </message>
    <message>
        <source>The survey has no scene of {column}, so there is nothing to record from. Choose a column with a scene.</source>
        <translation>조사에 {column}의 영상이 없어 기록할 근거가 없습니다. 영상이 있는 열을 선택하세요.</translation>
    </message>
    <message>
        <source>{column} was not on screen, so nothing was recorded. It is being shown: look at it, and press the key again.</source>
        <translation>{column}이(가) 화면에 없어 아무것도 기록하지 않았습니다. 지금 표시하고 있으니 살펴본 다음 키를 다시 누르세요.</translation>
    </message>
    <message>
        <source>Click a cell, or walk with the arrow keys · F1 guide</source>
        <translation>셀을 클릭하거나 화살표 키로 이동 · F1 안내서</translation>
    </message>
    <message>
        <source>Letters record:</source>
        <translation>글자 키로 기록:</translation>
    </message>
    <message>
        <source>Arrow keys walk · F1 guide · no scene here to record from</source>
        <translation>화살표 키로 이동 · F1 안내서 · 여기에는 기록할 영상 없음</translation>
    </message>
    <message>
        <source>No sites yet</source>
        <translation>아직 지점 없음</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>열 1개</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>열 {n}개</translation>
    </message>
    <message>
        <source>By scene</source>
        <translation>영상별</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>월별</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>분기별</translation>
    </message>
    <message>
        <source>A column for each step of the timeline, each month or each quarter</source>
        <translation>타임라인의 단계마다, 월마다 또는 분기마다 한 열</translation>
    </message>
    <message>
        <source>Save matrix…</source>
        <translation>매트릭스 저장…</translation>
    </message>
    <message>
        <source>Save sites by dates as a table (CSV, XLSX) or a picture (PNG, SVG)</source>
        <translation>날짜별 지점 상태를 표(CSV, XLSX) 또는 그림(PNG, SVG)으로 저장</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saving the matrix</source>
        <translation>매트릭스 저장 중</translation>
    </message>
    <message>
        <source>The matrix was written to {path}</source>
        <translation>매트릭스를 {path} 파일에 저장했습니다</translation>
    </message>
    <message>
        <source>&amp;Selected site</source>
        <translation>선택한 지점(&amp;S)</translation>
    </message>
    <message>
        <source>{what}. Undo reverts it.</source>
        <translation>{what}. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>{site}: {text}</source>
        <translation>{site}: {text}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>그곳으로 이동</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Yalu</source>
        <translation>압록강</translation>
    </message>
    <message>
        <source>Days of scenes are counted in this time zone, which is shown with every day. The survey stores UTC.</source>
        <translation>영상의 날짜를 이 시간대로 셉니다. 시간대는 모든 날짜 옆에 표시됩니다. 조사에는 UTC로 저장합니다.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>China (UTC+8)</source>
        <translation>중국(UTC+8)</translation>
    </message>
    <message>
        <source>North Korea (UTC+9)</source>
        <translation>북한(UTC+9)</translation>
    </message>
    <message>
        <source>Draw the scenes of one day and platform together, as one step</source>
        <translation>같은 날짜, 같은 플랫폼의 영상을 한 단계로 함께 그리기</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>How long a scene stays on screen while scenes are played</source>
        <translation>재생할 때 영상 하나가 화면에 머무는 시간</translation>
    </message>
    <message>
        <source>Steps drawn ahead of time, on either side; 0 draws none ahead</source>
        <translation>도달하기 전에 앞뒤로 미리 그려 두는 단계 수. 0은 미리 그리지 않음</translation>
    </message>
    <message>
        <source>Scenes kept open besides the one on screen, and the most drawn as one step: each takes memory</source>
        <translation>화면의 영상 외에 열어 두는 영상 수이자 한 단계로 그리는 최대 수. 영상마다 메모리를 씁니다</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Initials</source>
        <translation>이니셜(&amp;I)</translation>
    </message>
    <message>
        <source>Stepping through imagery</source>
        <translation>영상 넘겨 보기</translation>
    </message>
    <message>
        <source>Count &amp;days in</source>
        <translation>날짜 기준 시간대(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Play interval</source>
        <translation>재생 간격(&amp;P)</translation>
    </message>
    <message>
        <source>Steps drawn &amp;ahead</source>
        <translation>미리 그리는 단계(&amp;A)</translation>
    </message>
    <message>
        <source>Scenes &amp;kept open</source>
        <translation>열어 두는 영상(&amp;K)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>The notation of Copy coordinates; its menus have the others, too. WGS 84</source>
        <translation>좌표 복사에 쓰는 표기입니다. 다른 표기는 메뉴에 있습니다. WGS 84</translation>
    </message>
    <message>
        <source>Show km, offset and county of the cursor in the status bar</source>
        <translation>상태 표시줄에 커서의 km, 하천선에서의 거리, 시·군 표시</translation>
    </message>
    <message>
        <source>&amp;Copy coordinates in</source>
        <translation>좌표 복사 표기(&amp;C)</translation>
    </message>
    <message>
        <source>Python's program was not found next to QGIS. Install {packages} with QGIS' own installer.</source>
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
        <source>Length of a stretch</source>
        <translation>구간 길이</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>중첩</translation>
    </message>
    <message>
        <source>Length of a stretch along the river, km</source>
        <translation>하천을 따른 구간의 길이, km</translation>
    </message>
    <message>
        <source>How far neighbouring stretches overlap, km</source>
        <translation>이웃한 구간이 겹치는 길이, km</translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source>Whole stretch</source>
        <translation>구간 전체</translation>
    </message>
    <message>
        <source>The scale of the map; at 0 each stretch is seen whole</source>
        <translation>지도의 축척. 0이면 각 구간 전체가 보입니다</translation>
    </message>
    <message>
        <source>River level on the map</source>
        <translation>지도에서 하천을 수평으로</translation>
    </message>
    <message>
        <source>Turn the map so that each stretch runs from side to side</source>
        <translation>각 구간이 좌우로 놓이도록 지도를 회전합니다</translation>
    </message>
    <message>
        <source>end of the patrol</source>
        <translation>순찰 끝</translation>
    </message>
    <message>
        <source>km {first} to {last} · {n} of {all}</source>
        <translation>km {first} ~ {last} · {all}개 중 {n}번째</translation>
    </message>
    <message>
        <source>Of the {corridor} km of the river line this scene covers {covered}.</source>
        <translation>하천선 {corridor} km 중 {covered} km를 이 영상이 덮습니다.</translation>
    </message>
    <message>
        <source>All of it was walked. Backspace: back · Esc: end</source>
        <translation>모두 살펴보았습니다. Backspace: 뒤로 · Esc: 끝내기</translation>
    </message>
    <message>
        <source>This patrol is on {scene}, which is not on screen. Show it to go on. Esc: end</source>
        <translation>이 순찰의 영상 {scene}이(가) 화면에 없습니다. 계속하려면 영상을 표시하세요. Esc: 끝내기</translation>
    </message>
    <message>
        <source>Space: nothing · N: not observable · click: new (V, B) · Backspace: back · Esc: end</source>
        <translation>Space: 없음 · N: 판독 불가 · 클릭: 신규(V, B) · Backspace: 뒤로 · Esc: 끝내기</translation>
    </message>
    <message>
        <source>{n} keys came before the map was drawn: they recorded nothing</source>
        <translation>지도를 다 그리기 전에 누른 키 {n}번: 아무것도 기록하지 않음</translation>
    </message>
    <message>
        <source>1 key came before the map was drawn: it recorded nothing</source>
        <translation>지도를 다 그리기 전에 누른 키 1번: 아무것도 기록하지 않음</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>순찰</translation>
    </message>
    <message>
        <source>Walk the river in stretches on the scene on screen, and record what was searched (Esc ends)</source>
        <translation>화면의 영상에서 하천을 구간별로 따라가며 탐색한 것을 기록합니다(Esc로 끝냄)</translation>
    </message>
    <message>
        <source>Nothing here, next stretch</source>
        <translation>여기에 없음, 다음 구간</translation>
    </message>
    <message>
        <source>Record that the stretch was searched, and go on to the next one (Space on the map)</source>
        <translation>이 구간을 탐색했다고 기록하고 다음 구간으로 이동(지도에서 Space)</translation>
    </message>
    <message>
        <source>Not observable…</source>
        <translation>판독 불가…</translation>
    </message>
    <message>
        <source>Record that the stretch was not observable, and why (N on the map)</source>
        <translation>이 구간이 판독 불가였음과 그 이유를 기록(지도에서 N)</translation>
    </message>
    <message>
        <source>Previous stretch</source>
        <translation>이전 구간</translation>
    </message>
    <message>
        <source>Go back to the previous stretch (Backspace on the map)</source>
        <translation>바로 앞 구간으로 돌아가기(지도에서 Backspace)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Show what was searched</source>
        <translation>탐색한 구간 표시</translation>
    </message>
    <message>
        <source>Draw along the river what was searched in the period, and dotted where it was not observable</source>
        <translation>기간에 탐색한 곳을 하천을 따라 그리고, 판독 불가였던 곳은 점선으로 그립니다</translation>
    </message>
    <message>
        <source>The period around the day on screen in which the river was searched</source>
        <translation>하천을 탐색한 기간: 화면의 날짜가 속한 기간</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>모든 날</translation>
    </message>
    <message>
        <source>From, to…</source>
        <translation>시작, 끝…</translation>
    </message>
    <message>
        <source>Copy coordinates of this point</source>
        <translation>이 지점의 좌표 복사</translation>
    </message>
    <message>
        <source>Too coarse to tell</source>
        <translation>해상도가 낮아 구별 불가</translation>
    </message>
    <message>
        <source>Accept this state…</source>
        <translation>이 상태 인정…</translation>
    </message>
    <message>
        <source>Accept this state</source>
        <translation>이 상태 인정</translation>
    </message>
    <message>
        <source>Work continues with this file, although entries of its record that were seen before are not in it. State why: the record will have the reason under your name.</source>
        <translation>이전에 확인된 기록 항목이 이 파일에 없지만, 이 파일로 작업을 계속합니다. 이유를 적으세요. 이유는 사용자의 이름과 함께 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Accepted: the record states this, and your reason.</source>
        <translation>인정함: 그 사실과 이유를 기록에 남겼습니다.</translation>
    </message>
    <message>
        <source>Changes made outside the plugin</source>
        <translation>플러그인 밖에서 이루어진 변경</translation>
    </message>
    <message>
        <source>Why these changes are right</source>
        <translation>이 변경이 옳은 이유</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>QGIS' own tools or another program made these changes, and the record does not know who. Adopting them states in the record that you vouch for them; the entries stay as they are.</source>
        <translation>QGIS 자체 도구나 다른 프로그램에서 이 변경을 했으며, 누가 했는지는 기록에 없습니다. 승인하면 이 변경을 보증한다는 것이 기록에 남고, 항목은 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>These are the newest {n}; once they are adopted, older ones follow.</source>
        <translation>가장 최근의 {n}건입니다. 이들을 채택하면 더 오래된 것이 이어집니다.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Changes adopted: {n}</source>
        <translation>승인한 변경: {n}개</translation>
    </message>
    <message>
        <source>The coordinates in the text will be rows here. Nothing is written before you press Import.</source>
        <translation>텍스트의 좌표가 여기에 행으로 표시됩니다. 가져오기를 누르기 전에는 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>붙여 넣은 텍스트</translation>
    </message>
    <message>
        <source>A text, a saved web page, a Word document or a PDF. Nothing is loaded from the web</source>
        <translation>텍스트, 저장한 웹 페이지, Word 문서 또는 PDF. 웹에서는 아무것도 불러오지 않습니다</translation>
    </message>
    <message>
        <source>Who wrote the report; filled in where the text says so</source>
        <translation>보고서의 작성자. 텍스트에 있으면 채워집니다</translation>
    </message>
    <message>
        <source>When the report was published, such as 2026-02-09; filled in where the text says so</source>
        <translation>보고서가 발표된 날, 예: 2026-02-09. 텍스트에 있으면 채워집니다</translation>
    </message>
    <message>
        <source>Where the report is on the web; filled in where the text says so</source>
        <translation>웹에서 보고서의 주소. 텍스트에 있으면 채워집니다</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Paste the text of a report here, or choose a file above.</source>
        <translation>여기에 보고서 텍스트를 붙여 넣거나 위에서 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The report. Coordinates are marked, with their sentence: green is good, orange is to check, grey is refused. A click on a sentence selects its row</source>
        <translation>보고서. 좌표와 그 문장이 표시됩니다. 초록은 양호, 주황은 확인 필요, 회색은 거부됨. 문장을 클릭하면 그 행이 선택됩니다</translation>
    </message>
    <message>
        <source>Also found</source>
        <translation>그 밖의 결과</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>찾는 중</translation>
    </message>
    <message>
        <source>No site with a place has this source.</source>
        <translation>이 출처의 지점 중 위치가 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Yalu: sites, places, km, dates, images</source>
        <translation>Yalu: 지점, 장소, km, 날짜, 영상</translation>
    </message>
    <message>
        <source>Names in any spelling, km 58.7, coordinates in any notation, 2025-07-30</source>
        <translation>모든 표기의 이름, km 58.7, 모든 표기의 좌표, 2025-07-30</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>~(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Days (UTC)</source>
        <translation>날짜(UTC)(&amp;D)</translation>
    </message>
    <message>
        <source>Map's view</source>
        <translation>지도 화면</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>첫 날짜가 마지막 날짜보다 늦습니다.</translation>
    </message>
    <message>
        <source>Write a day as 2024-02-15, or leave it empty.</source>
        <translation>날짜는 2024-02-15처럼 적거나 비워 두세요.</translation>
    </message>
    <message>
        <source>The date is</source>
        <translation>날짜의 종류</translation>
    </message>
    <message>
        <source>What these dates are: the day the ground was pictured, the day of publication, or a day it is no younger than</source>
        <translation>이 날짜가 무엇인지: 지상을 촬영한 날짜, 공개된 날짜, 또는 늦어도 그 날짜까지 촬영된 날짜</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>An entry of QGIS' authentication store, such as an API header. The key stays in that store: survey and project have only the entry's id</source>
        <translation>API 헤더 같은 QGIS 인증 저장소의 항목. 키는 그 저장소에만 있고, 조사와 프로젝트에는 항목의 ID만 있습니다</translation>
    </message>
    <message>
        <source>{west:.3f}° to {east:.3f}° E, {south:.3f}° to {north:.3f}° N</source>
        <translation>동경 {west:.3f}° ~ {east:.3f}°, 북위 {south:.3f}° ~ {north:.3f}°</translation>
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
        <source>Search in the background; scenes go to the survey</source>
        <translation>백그라운드에서 검색. 영상은 조사에 추가됨</translation>
    </message>
    <message>
        <source>STAC…</source>
        <translation>STAC…</translation>
    </message>
    <message>
        <source>Search a STAC for images of what the map shows</source>
        <translation>지도에 보이는 곳의 영상을 STAC에서 검색</translation>
    </message>
    <message>
        <source>World Imagery Wayback…</source>
        <translation>World Imagery Wayback…</translation>
    </message>
    <message>
        <source>Add the releases of Esri's World Imagery that show the map's view</source>
        <translation>지도 화면을 담은 Esri World Imagery의 공개본을 추가</translation>
    </message>
    <message>
        <source>WMTS or WMS with times…</source>
        <translation>시간이 있는 WMTS/WMS…</translation>
    </message>
    <message>
        <source>Add the times of a layer of a WMTS or WMS, such as NASA GIBS</source>
        <translation>NASA GIBS 같은 WMTS 또는 WMS 레이어의 시간별 영상을 추가</translation>
    </message>
    <message>
        <source>Tile address with a date…</source>
        <translation>날짜가 있는 타일 주소…</translation>
    </message>
    <message>
        <source>Add dated tiles: every month, quarter or day, or the dates of a list</source>
        <translation>날짜 있는 타일 추가: 매월, 매 분기, 매일, 또는 목록의 날짜</translation>
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
        <source>Ids of collections, separated by commas; empty: all</source>
        <translation>컬렉션 ID, 쉼표로 구분. 비워 두면 전체</translation>
    </message>
    <message>
        <source>Cloud cover up to</source>
        <translation>최대 운량</translation>
    </message>
    <message>
        <source>Images with more cloud are left out; those of unknown cloud cover are not</source>
        <translation>구름이 더 많은 영상은 제외. 운량을 밝히지 않은 영상은 제외하지 않음</translation>
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
        <source>C&amp;loud up to</source>
        <translation>최대 운량(&amp;L)</translation>
    </message>
    <message>
        <source>World Imagery Wayback</source>
        <translation>World Imagery Wayback</translation>
    </message>
    <message>
        <source>Esri keeps every release of its World Imagery. A release is younger than its pictures, often by years: a scene gets the day of acquisition that Esri states for the middle of the view, and is marked as released where none is stated.</source>
        <translation>Esri는 World Imagery의 모든 공개본을 보관합니다. 공개는 촬영보다 늦으며 몇 년씩 늦은 경우도 많습니다. 영상에는 화면 가운데에 대해 Esri가 밝힌 촬영 날짜를 쓰고, 밝히지 않은 경우에는 공개 날짜로 표시합니다.</translation>
    </message>
    <message>
        <source>Only &amp;where it changed here</source>
        <translation>여기에서 바뀐 것만(&amp;W)</translation>
    </message>
    <message>
        <source>Only where it changed here</source>
        <translation>여기에서 바뀐 것만</translation>
    </message>
    <message>
        <source>Leave out releases that show the same picture here as the one before</source>
        <translation>이곳의 그림이 바로 앞 공개본과 같은 공개본은 제외</translation>
    </message>
    <message>
        <source>WMTS or WMS with times</source>
        <translation>시간이 있는 WMTS/WMS</translation>
    </message>
    <message>
        <source>Listing layers</source>
        <translation>레이어 목록 가져오는 중</translation>
    </message>
    <message>
        <source>Asking for the layers…</source>
        <translation>레이어 요청 중…</translation>
    </message>
    <message>
        <source>{n} layers with times, in web mercator</source>
        <translation>시간이 있는 웹 메르카토르 레이어 {n}개</translation>
    </message>
    <message>
        <source>NASA GIBS</source>
        <translation>NASA GIBS</translation>
    </message>
    <message>
        <source>The address of the capabilities of a WMTS or WMS</source>
        <translation>WMTS 또는 WMS의 capabilities 주소</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>The identifier of a layer that has a time</source>
        <translation>시간이 있는 레이어의 식별자</translation>
    </message>
    <message>
        <source>L&amp;ist</source>
        <translation>목록(&amp;I)</translation>
    </message>
    <message>
        <source>List layers</source>
        <translation>레이어 목록 보기</translation>
    </message>
    <message>
        <source>Ask the service for its layers with times</source>
        <translation>시간이 있는 레이어를 서비스에 요청</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>레이어(&amp;L)</translation>
    </message>
    <message>
        <source>The da&amp;te is</source>
        <translation>날짜의 종류(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>인증(&amp;U)</translation>
    </message>
    <message>
        <source>Only &amp;with a picture here</source>
        <translation>여기에 그림이 있는 것만(&amp;W)</translation>
    </message>
    <message>
        <source>Only with a picture here</source>
        <translation>여기에 그림이 있는 것만</translation>
    </message>
    <message>
        <source>Leave out times whose tile in the middle of the view is blank; one tile is fetched for each</source>
        <translation>화면 가운데의 타일이 비어 있는 시간은 제외. 시간마다 타일 하나를 받습니다</translation>
    </message>
    <message>
        <source>Tile address with a date</source>
        <translation>날짜가 있는 타일 주소</translation>
    </message>
    <message>
        <source>The tiles' address with {x}, {y} or {-y}, {z}, and the date: {yyyy}, {yy}, {mm}, {dd}, {q} for the quarter, or {date} for 2024-05-31</source>
        <translation>{x}, {y} 또는 {-y}, {z}와 날짜가 있는 타일 주소. 날짜: {yyyy}, {yy}, {mm}, {dd}, 분기는 {q}, 또는 2024-05-31 형식은 {date}</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>매월</translation>
    </message>
    <message>
        <source>Every quarter</source>
        <translation>매 분기</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>The dates of a list</source>
        <translation>목록의 날짜</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>For which dates there are tiles</source>
        <translation>타일이 있는 날짜</translation>
    </message>
    <message>
        <source>Days, months or quarters: 2024-05-31, 2024-06, 2024-Q3</source>
        <translation>일, 월, 분기: 2024-05-31, 2024-06, 2024-Q3</translation>
    </message>
    <message>
        <source>Deepest zoom</source>
        <translation>최고 확대/축소 수준</translation>
    </message>
    <message>
        <source>The deepest zoom for which there are tiles</source>
        <translation>타일이 있는 최고 확대/축소 수준</translation>
    </message>
    <message>
        <source>What the scenes are called: a satellite or a mosaic</source>
        <translation>영상에 붙일 이름: 위성 또는 모자이크</translation>
    </message>
    <message>
        <source>Whose images they are; maps will say it</source>
        <translation>영상의 저작자. 지도에 표시됩니다</translation>
    </message>
    <message>
        <source>Under which terms they may be used</source>
        <translation>사용 조건</translation>
    </message>
    <message>
        <source>Scene&amp;s</source>
        <translation>영상(&amp;S)</translation>
    </message>
    <message>
        <source>Da&amp;tes</source>
        <translation>날짜 목록(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;he date is</source>
        <translation>날짜의 종류(&amp;H)</translation>
    </message>
    <message>
        <source>Deepest &amp;zoom</source>
        <translation>최고 확대/축소 수준(&amp;Z)</translation>
    </message>
    <message>
        <source>Att&amp;ribution</source>
        <translation>저작자 표시(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>라이선스(&amp;L)</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>others</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>no platform named</source>
        <translation>플랫폼 이름 없음</translation>
    </message>
    <message>
        <source>and {n} more here: zoom in</source>
        <translation>여기에 {n}개 더 있음: 확대하세요</translation>
    </message>
    <message>
        <source>skipped: {why}</source>
        <translation>건너뜀: {why}</translation>
    </message>
    <message>
        <source>no scene on screen; {n} to step through</source>
        <translation>화면에 영상 없음. 넘겨 볼 영상 {n}개</translation>
    </message>
    <message>
        <source>{scene}, skipped: {why}</source>
        <translation>{scene}, 건너뜀: {why}</translation>
    </message>
    <message>
        <source>{scene}, {n} of {all}</source>
        <translation>{scene}, {all}개 중 {n}번째</translation>
    </message>
    <message>
        <source>Click a mark to show its scene; wheel, + and - zoom, dragging moves; arrows, Home, End and the page keys step. A high mark is a clear scene, a low one cloudy, a hollow one is skipped. Below: observations and the sites known present.</source>
        <translation>표시를 클릭하면 그 영상이 표시됩니다. 휠, +, -로 확대/축소하고, 끌어서 옮기며, 화살표, Home, End, Page 키로 넘깁니다. 높은 표시는 맑은 영상, 낮은 표시는 구름 많은 영상, 속이 빈 표시는 건너뛰는 영상입니다. 아래: 관측과, 있음이 확인된 지점.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>{days}: {share} of the river searched</source>
        <translation>{days}: 하천 {share} 탐색함</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undo in the survey</source>
        <translation>조사에서 실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Redo in the survey</source>
        <translation>조사에서 다시 실행</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>실행 취소: {what}</translation>
    </message>
    <message>
        <source>Nothing to undo in the survey</source>
        <translation>조사에서 실행 취소할 것이 없음</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>다시 실행: {what}</translation>
    </message>
    <message>
        <source>Nothing to redo in the survey</source>
        <translation>조사에서 다시 실행할 것이 없음</translation>
    </message>
    <message>
        <source>{work}: an error in the plugin ended this. Nothing more is done. The details show where.</source>
        <translation>{work}: 플러그인의 오류로 작업이 끝났습니다. 더는 아무것도 진행하지 않습니다. 오류가 난 곳은 상세 정보에 나와 있습니다.</translation>
    </message>
    <message>
        <source>Decimal degrees</source>
        <translation>십진 도</translation>
    </message>
    <message>
        <source>Degrees, minutes</source>
        <translation>도, 분</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>도, 분, 초</translation>
    </message>
    <message>
        <source>UTM</source>
        <translation>UTM</translation>
    </message>
    <message>
        <source>MGRS</source>
        <translation>MGRS</translation>
    </message>
    <message>
        <source>Plus Code</source>
        <translation>Plus Code</translation>
    </message>
    <message>
        <source>geo: link</source>
        <translation>geo: 링크</translation>
    </message>
    <message>
        <source>Google Earth link</source>
        <translation>Google Earth 링크</translation>
    </message>
    <message>
        <source>the latest observations</source>
        <translation>가장 최근 관측</translation>
    </message>
    <message>
        <source>The site chosen as datum is not in the survey any more. Choose another datum.</source>
        <translation>기점으로 선택한 지점이 조사에 더는 없습니다. 다른 기점을 선택하세요.</translation>
    </message>
    <message>
        <source>The layer {layer} has no coordinate reference system. Set the CRS of the layer.</source>
        <translation>{layer} 레이어에 좌표계가 없습니다. 레이어의 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>{name}, {n} vertices, on average {spacing} m apart</source>
        <translation>{name}, 꼭짓점 {n}개, 평균 간격 {spacing} m</translation>
    </message>
    <message>
        <source>{line}, gaps of {gap} m bridged</source>
        <translation>{line}, 끊긴 곳 {gap} m를 이음</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>나뉨</translation>
    </message>
    <message>
        <source>Only in A</source>
        <translation>A에만 있음</translation>
    </message>
    <message>
        <source>Only in B</source>
        <translation>B에만 있음</translation>
    </message>
    <message>
        <source>Crossings compared</source>
        <translation>도하 지점 비교</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>A에서 B로</translation>
    </message>
    <message>
        <source>QuickOSM found no river in the map's view. Show the river on the map, or try again later.</source>
        <translation>QuickOSM이 지도 화면에서 하천을 찾지 못했습니다. 지도에 하천이 보이게 하거나 나중에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>QuickOSM could not download the rivers. Try again later, or show less of the map.</source>
        <translation>QuickOSM이 강을 내려받지 못했습니다. 나중에 다시 시도하거나 지도를 더 좁게 보이게 하세요.</translation>
    </message>
    <message>
        <source>Rivers (OpenStreetMap)</source>
        <translation>하천(OpenStreetMap)</translation>
    </message>
    <message>
        <source>The lines of {layer} do not lead from the first place to the second. Click two places on connected lines.</source>
        <translation>{layer} 레이어의 선이 첫 번째 위치에서 두 번째 위치로 이어지지 않습니다. 서로 이어진 선에서 두 곳을 클릭하세요.</translation>
    </message>
    <message>
        <source>The lines of {layer} cannot be traced. Check its coordinate reference system, or take a part of it.</source>
        <translation>{layer} 레이어의 선을 추적할 수 없습니다. 좌표계를 확인하거나 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>{layer}, traced</source>
        <translation>{layer}(추적됨)</translation>
    </message>
    <message>
        <source>{name} of layer {layer}</source>
        <translation>{name}({layer} 레이어)</translation>
    </message>
    <message>
        <source>The survey {path} holds no published claims. Fill in its table claims, or make a survey with the published data.</source>
        <translation>조사 {path}에 공표된 주장이 없습니다. claims 테이블을 채우거나 공표된 데이터로 조사를 만드세요.</translation>
    </message>
    <message>
        <source>Only {n} sites have a picture of their image in their balloons.</source>
        <translation>풍선에 영상 그림이 있는 지점은 {n}개뿐입니다.</translation>
    </message>
    <message>
        <source>Images without a picture in balloons: {n}, the first {image}: {reason}</source>
        <translation>풍선에 그림이 없는 영상: {n}, 첫 번째 {image}: {reason}</translation>
    </message>
    <message>
        <source>1 site has no place and is not in the file: GPX has only waypoints.</source>
        <translation>지점 1곳은 위치가 없어 파일에 없습니다. GPX에는 경유지만 있습니다.</translation>
    </message>
    <message>
        <source>{n} sites have no place and are not in the file: GPX has only waypoints.</source>
        <translation>지점 {n}곳은 위치가 없어 파일에 없습니다. GPX에는 경유지만 있습니다.</translation>
    </message>
    <message>
        <source>The matrix has a column for each month: there are too many scenes for one each.</source>
        <translation>행렬의 열은 달마다 하나입니다. 영상이 너무 많아 하나씩 둘 수 없습니다.</translation>
    </message>
    <message>
        <source>The matrix has a column for each quarter: there are too many for months.</source>
        <translation>행렬의 열은 분기마다 하나입니다. 달마다 두기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>There is no matrix in the export: it would be too large even by quarters.</source>
        <translation>내보낸 것에 행렬이 없습니다. 분기별로도 너무 큽니다.</translation>
    </message>
    <message>
        <source>Data of the survey (changes below are not read back)</source>
        <translation>조사 자료 (아래의 변경은 다시 읽지 않음)</translation>
    </message>
    <message>
        <source>State on {day}</source>
        <translation>{day} 상태</translation>
    </message>
    <message>
        <source>Latest state</source>
        <translation>최근 상태</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>Days (UTC)</source>
        <translation>날짜 (UTC)</translation>
    </message>
    <message>
        <source>{state}: seen {days} (UTC)</source>
        <translation>{state}: {days} 관찰 (UTC)</translation>
    </message>
    <message>
        <source>Chainage km {km:.2f} (downstream of {datum})</source>
        <translation>누가거리 {km:.2f} km({datum}에서 하류로)</translation>
    </message>
    <message>
        <source>{metres:.0f} m from the river line, {side} looking downstream</source>
        <translation>하천선에서 {metres:.0f} m, 하류를 바라보고 {side}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>No source: added by the survey's own analysts.</source>
        <translation>출처 없음: 조사의 분석자가 추가함.</translation>
    </message>
    <message>
        <source>Not counted after {day}</source>
        <translation>{day} 이후에는 세지 않음</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>and {n} earlier</source>
        <translation>그 이전 {n}건</translation>
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
        <source>Source: {source}</source>
        <translation>출처: {source}</translation>
    </message>
    <message>
        <source>Not known: no dated observation.</source>
        <translation>알 수 없음: 날짜가 있는 관찰이 없음.</translation>
    </message>
    <message>
        <source>Not known before {day}, the first observation. Not known is not absent.</source>
        <translation>첫 관찰인 {day} 이전은 알 수 없음. 알 수 없음은 없음이 아닙니다.</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>No later observation.</source>
        <translation>이후 관찰 없음.</translation>
    </message>
    <message>
        <source>States over time</source>
        <translation>시간에 따른 상태</translation>
    </message>
    <message>
        <source>For the time slider: select this folder and clear “Sites”. A state lasts from the day on which it was seen until the next observation. Before the first one it is not known, which is not absent.</source>
        <translation>시간 슬라이더용: 이 폴더를 선택하고 “지점” 폴더를 해제하십시오. 상태는 관찰된 날부터 다음 관찰까지 이어집니다. 첫 관찰 이전은 알 수 없음이며, 없음이 아닙니다.</translation>
    </message>
    <message>
        <source>Nothing in this folder is read back on import.</source>
        <translation>이 폴더의 내용은 가져오기에서 다시 읽지 않습니다.</translation>
    </message>
    <message>
        <source>States as of {day} (UTC): by the last dated observation up to that day.</source>
        <translation>{day} (UTC) 기준 상태: 그날까지의 마지막 날짜 있는 관찰에 따름.</translation>
    </message>
    <message>
        <source>States by the latest dated observation of each site.</source>
        <translation>각 지점의 가장 최근 날짜 있는 관찰에 따른 상태.</translation>
    </message>
    <message>
        <source>“Not known” means that no dated observation shows the site. “Absent” means that somebody looked and it was not there.</source>
        <translation>“알 수 없음”은 날짜가 있는 관찰이 없다는 뜻입니다. “없음”은 확인했지만 그곳에 없었다는 뜻입니다.</translation>
    </message>
    <message>
        <source>To change sites: rename, move, delete or add placemarks in the folder “Sites”, write notes above the line “{heading}” of a balloon, save as KMZ, and import that file into the survey.</source>
        <translation>지점을 바꾸려면: “지점” 폴더에서 위치표시의 이름을 바꾸거나 옮기거나 삭제하거나 추가하고, 풍선의 “{heading}” 줄 위에 메모를 쓴 다음 KMZ로 저장하여 조사로 가져오십시오.</translation>
    </message>
    <message>
        <source>Survey “{title}”, {record}, exported {at}.</source>
        <translation>조사 “{title}”, {record}, {at} 내보냄.</translation>
    </message>
    <message>
        <source>County not known</source>
        <translation>군을 알 수 없음</translation>
    </message>
    <message>
        <source>Not seen on a dated image or report</source>
        <translation>날짜가 있는 영상이나 보고에서 관찰되지 않음</translation>
    </message>
    <message>
        <source>Not in the package: {document}. {reason}</source>
        <translation>패키지에 없음: {document}. {reason}</translation>
    </message>
    <message>
        <source>The pages of the package could not be written ({detail}).</source>
        <translation>패키지의 페이지를 쓸 수 없습니다({detail}).</translation>
    </message>
    <message>
        <source>This image is not in the package</source>
        <translation>이 이미지는 패키지에 없음</translation>
    </message>
    <message>
        <source>The package could not be written to {path}. Choose another folder with enough space.</source>
        <translation>패키지를 {path}에 쓸 수 없습니다. 공간이 충분한 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Places: GeoNames (geonames.org), CC BY 4.0.</source>
        <translation>지명: GeoNames (geonames.org), CC BY 4.0.</translation>
    </message>
    <message>
        <source>No site fits: nothing was exported. Choose other sites, or another filter.</source>
        <translation>맞는 지점이 없어 아무것도 내보내지 않았습니다. 다른 지점이나 다른 필터를 고르세요.</translation>
    </message>
    <message>
        <source>The sites could not be written to {path}. Close it elsewhere, or choose another folder with enough space.</source>
        <translation>지점을 {path}에 쓸 수 없습니다. 다른 곳에서 닫거나, 공간이 충분한 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The filter is not an expression that QGIS understands: {problem}</source>
        <translation>필터가 QGIS가 이해하는 표현식이 아닙니다: {problem}</translation>
    </message>
    <message>
        <source>Sites have no column “{column}”. The filter may use: {columns}</source>
        <translation>지점에는 “{column}” 열이 없습니다. 필터에 쓸 수 있는 열: {columns}</translation>
    </message>
    <message>
        <source>{scene} has no picture of this place.</source>
        <translation>{scene}에 이 위치의 그림이 없습니다.</translation>
    </message>
    <message>
        <source>its name may have a time zone, {zone}, that was not applied</source>
        <translation>이름에 적용되지 않은 시간대 {zone}이(가) 있을 수 있습니다</translation>
    </message>
    <message>
        <source>the file was written, the picture taken then or before</source>
        <translation>파일이 저장된 날짜이며, 촬영은 그때 또는 그 이전</translation>
    </message>
    <message>
        <source>in EXIF without a camera: taken, scanned, copied or edited then</source>
        <translation>카메라 정보 없는 EXIF에 있음: 그때 촬영, 스캔, 복사 또는 편집됨</translation>
    </message>
    <message>
        <source>Date in {place}: {days} ({kind})</source>
        <translation>{place}의 날짜: {days}({kind})</translation>
    </message>
    <message>
        <source>The image {path} is damaged or not a raster. Copy or download it again.</source>
        <translation>영상 {path} 파일이 손상되었거나 래스터가 아닙니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>The image {path} was not opened: {format} is not read here. Export it as GeoTIFF.</source>
        <translation>영상 {path} 파일을 열지 않았습니다. {format} 형식은 여기에서 읽지 않습니다. GeoTIFF 파일로 내보내세요.</translation>
    </message>
    <message>
        <source>The image {path} was not opened: this QGIS has no {format} driver. Export it as GeoTIFF.</source>
        <translation>영상 {path} 파일을 열지 않았습니다. 이 QGIS에는 {format} 드라이버가 없습니다. GeoTIFF 파일로 내보내세요.</translation>
    </message>
    <message>
        <source>{path} is an archive that cannot be read here. Unpack it, or pack it as ZIP.</source>
        <translation>{path} 파일은 안을 살펴보지 않는 압축 파일입니다. 압축을 풀거나 ZIP 파일로 압축하세요.</translation>
    </message>
    <message>
        <source>The scene cannot be placed on the map. Choose another coordinate reference system for it.</source>
        <translation>영상을 지도에 배치할 수 없습니다. 영상에 다른 좌표계를 선택하세요.</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another folder, or move the pictures away.</source>
        <translation>{path} 파일이 이미 있습니다. 다른 폴더를 선택하거나 그림을 옮기세요.</translation>
    </message>
    <message>
        <source>The picture {path} could not be written. Choose a writable folder with enough space.</source>
        <translation>그림 {path} 파일을 쓸 수 없습니다. 여유 공간이 있고 쓸 수 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{scene} opens, but could not be drawn. Check the image or its server.</source>
        <translation>{scene} 영상은 열리지만 그릴 수 없습니다. 영상이나 그 서버를 확인하세요.</translation>
    </message>
    <message>
        <source>Could not be shown: {names}</source>
        <translation>표시할 수 없음: {names}</translation>
    </message>
    <message>
        <source>No picture of this date is available here</source>
        <translation>이곳에서는 이 날짜의 영상을 얻을 수 없었음</translation>
    </message>
    <message>
        <source>The image {path} is not placed on the ground ({detail}). Give it a CRS and a position.</source>
        <translation>영상 {path}의 지상 위치가 정해지지 않았습니다({detail}). 좌표계와 위치를 지정하세요.</translation>
    </message>
    <message>
        <source>The image {path} is not placed on the ground: it has no CRS. Give the one it is in.</source>
        <translation>영상 {path}의 지상 위치가 정해지지 않았습니다. 좌표계가 없습니다. 영상에 쓰인 좌표계를 지정하세요.</translation>
    </message>
    <message>
        <source>The image {path} is placed by its camera model at one height ({height} m): in mountains it is off by up to hundreds of metres. Use an orthorectified one to measure.</source>
        <translation>영상 {path}의 위치는 카메라 모델로 하나의 높이({height} m)에 맞추어 정해져, 산지에서는 최대 수백 미터까지 어긋납니다. 측정에는 정사보정된 영상을 쓰세요.</translation>
    </message>
    <message>
        <source>This CRS has no code. Choose one of an authority, such as EPSG:32652.</source>
        <translation>이 좌표계에는 코드가 없습니다. EPSG:32652 같은, 관리 기관의 코드가 있는 좌표계를 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is too large to be searched for ground overlays. Split it.</source>
        <translation>{path} 파일은 너무 커서 지면 오버레이를 찾아볼 수 없습니다. 파일을 나누세요.</translation>
    </message>
    <message>
        <source>The ground overlay "{name}" in {path} is not placed ({detail}). Save it again.</source>
        <translation>{path} 파일의 지면 오버레이 "{name}"의 위치가 정해지지 않았습니다({detail}). 다시 저장하세요.</translation>
    </message>
    <message>
        <source>The ground overlay "{name}" in {path} was left out. {reason}</source>
        <translation>{path} 파일의 지면 오버레이 "{name}"을(를) 제외했습니다. {reason}</translation>
    </message>
    <message>
        <source>it is a tile of a super-overlay</source>
        <translation>슈퍼 오버레이의 타일임</translation>
    </message>
    <message>
        <source>it has no LatLonBox</source>
        <translation>LatLonBox 없음</translation>
    </message>
    <message>
        <source>it is rotated</source>
        <translation>회전되어 있음</translation>
    </message>
    <message>
        <source>its LatLonQuad does not have four corners</source>
        <translation>LatLonQuad 모서리가 네 개가 아님</translation>
    </message>
    <message>
        <source>its corners are not places on Earth</source>
        <translation>모서리가 지구상의 위치가 아님</translation>
    </message>
    <message>
        <source>{path} holds images of {count} times. Split it into one file for each.</source>
        <translation>{path} 파일에 {count}개 시각의 영상이 있습니다. 시각마다 파일 하나씩으로 나누세요.</translation>
    </message>
    <message>
        <source>The image {path} was not opened, because it reaches out of its folder: {source}.</source>
        <translation>영상 {path} 파일이 자기 폴더 밖으로 이어져 열지 않았습니다: {source}.</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened: QGIS reads {part} in its name as an instruction. Rename it or its folder.</source>
        <translation>영상 {path} 파일을 열 수 없습니다. QGIS가 이름의 {part} 부분을 명령으로 읽습니다. 파일이나 폴더의 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>The image {path} is gone. Put it back, or catalogue its folder where it is now.</source>
        <translation>영상 {path} 파일이 없어졌습니다. 제자리에 두거나, 지금 있는 폴더를 목록화하세요.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters ({names}). Save the one to look at as a GeoTIFF.</source>
        <translation>{path} 파일에 래스터가 {count}개 있습니다({names}). 볼 것을 GeoTIFF 파일로 저장하세요.</translation>
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
        <source>The image {path} claims {columns} x {rows} pixels and {bands} bands, too much to read in pieces. Save it again as tiled GeoTIFF.</source>
        <translation>영상 {path} 파일에 {columns} x {rows} 픽셀, 밴드 {bands}개라고 되어 있어 나누어 읽기에는 너무 큽니다. 타일형 GeoTIFF 파일로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened ({detail}). Check the connection, then try again.</source>
        <translation>영상 {path} 파일을 열 수 없습니다({detail}). 연결을 확인한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened without a login or permission at {host} ({detail}). Download it there, or search another catalog.</source>
        <translation>영상 {path} 파일은 {host}의 로그인이나 권한 없이는 열 수 없습니다({detail}). 그곳에서 내려받거나 다른 카탈로그를 검색하세요.</translation>
    </message>
    <message>
        <source>{host} refuses the image {path} even with a new signature ({detail}). Try again later.</source>
        <translation>영상 {path}에 새로 서명했지만 {host}에서 여전히 거부합니다({detail}). 나중에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>it answers with a web page</source>
        <translation>웹 페이지로 응답함</translation>
    </message>
    <message>
        <source>Opening {scene}</source>
        <translation>{scene} 여는 중</translation>
    </message>
    <message>
        <source>Left out of what is shown of this day: {paths}. Put it back, or copy it again.</source>
        <translation>이날 표시에서 빠짐: {paths}. 파일을 되돌려 놓거나 다시 복사하세요.</translation>
    </message>
    <message>
        <source>The file {path} is damaged. Copy or download it again.</source>
        <translation>{path} 파일이 손상되었습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>The image {path} was not opened, because it runs code (its pixel function), and code of a file is not run here. Have its maker send a GeoTIFF of it.</source>
        <translation>영상 {path}은(는) 코드(픽셀 함수)를 실행하므로 열리지 않았습니다. 파일의 코드는 여기서 실행되지 않습니다. 만든 이에게 GeoTIFF로 보내 달라고 하십시오.</translation>
    </message>
    <message>
        <source>The image {path} is put together from {source}, which is gone. Put that back.</source>
        <translation>영상 {path} 파일을 이루는 {source}이(가) 없어졌습니다. 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The image {path} was not opened, because it is put together from {source}, which cannot be used itself. Repair or replace it.</source>
        <translation>영상 {path} 파일을 열지 않았습니다. 이 영상을 이루는 {source} 자체를 사용할 수 없습니다. 그것을 고치거나 바꾸세요.</translation>
    </message>
    <message>
        <source>The image {path} is put together from itself, through {source}. Create it again.</source>
        <translation>영상 {path} 파일은 {source}을(를) 거쳐 자기 자신으로 이루어져 있습니다. 새로 만드세요.</translation>
    </message>
    <message>
        <source>The image {path} is put together from too many images. Make one GeoTIFF of it.</source>
        <translation>영상 {path} 파일은 너무 많은 영상으로 이루어져 있습니다. 하나의 GeoTIFF 파일로 만드세요.</translation>
    </message>
    <message>
        <source>data in another file</source>
        <translation>다른 파일에 있는 데이터</translation>
    </message>
    <message>
        <source>{gsd:g} m a pixel</source>
        <translation>픽셀당 {gsd:g} m</translation>
    </message>
    <message>
        <source>Source: {source}. Licence: {licence}</source>
        <translation>출처: {source}. 라이선스: {licence}</translation>
    </message>
    <message>
        <source>Image {name}, id {id}</source>
        <translation>영상 {name}, ID {id}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>목차</translation>
    </message>
    <message>
        <source>Report as of {day} (UTC)</source>
        <translation>{day} 기준 보고서(UTC)</translation>
    </message>
    <message>
        <source>States, observations and which sites count are as of that day; sites, their positions and published figures as the survey has them now.</source>
        <translation>상태, 관측, 세는 지점은 그 날짜 기준이고, 지점과 그 위치, 공표된 수치는 조사에 지금 들어 있는 대로입니다.</translation>
    </message>
    <message>
        <source>By lot and class</source>
        <translation>구역 및 분류별</translation>
    </message>
    <message>
        <source>Image: {image} ({kind})</source>
        <translation>영상: {image}({kind})</translation>
    </message>
    <message>
        <source>Counts in progress, not in the table: {lots}</source>
        <translation>진행 중이어서 표에 넣지 않은 계수: {lots}</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Share of the area shown</source>
        <translation>담긴 구역 비율</translation>
    </message>
    <message>
        <source>China</source>
        <translation>중국</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>러시아</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Export overview map</source>
        <translation>개관도 내보내기</translation>
    </message>
    <message>
        <source>Creates the overview map of a survey: every located crossing, the barge reach boxed and enlarged, legend, scale bar, north arrow, coordinate grid, sources, dates and licences on one sheet. If there are many sites it shows their numbers; dense reaches and the key are on further pages. The survey's scene of the date, if it has one, is shown beneath the map.</source>
        <translation>조사의 개관도를 만듭니다. 위치가 확인된 모든 도하 지점, 상자로 표시하고 확대한 바지선 구간, 범례, 축척 막대, 방위기호, 좌표 그리드, 출처, 날짜, 라이선스를 한 장에 담습니다. 지점이 많으면 이름 대신 번호를 쓰고, 조밀한 구간과 번호 목록은 다음 페이지에 둡니다. 조사에 그 날짜의 영상이 있으면 아래에 깝니다.</translation>
    </message>
    <message>
        <source>Export strip map</source>
        <translation>스트립 지도 내보내기</translation>
    </message>
    <message>
        <source>Cuts the river from the first crossing to the last into panels that overlap, each turned along its reach, with match lines, chainage, sites and places. Without a scale, the largest round one at which the panels fit on the given number of pages. If there are many sites it shows their numbers; a further page has the key.</source>
        <translation>첫 도하 지점에서 마지막 도하 지점까지 하천을 서로 겹치는 패널로 나누고, 각 패널을 그 구간을 따라 회전하며, 접합선, 누가거리, 지점, 지명을 표시합니다. 축척을 지정하지 않으면 주어진 페이지 수에 들어가는 가장 큰 어림 축척을 씁니다. 지점이 많으면 이름 대신 번호를 쓰고, 다음 페이지에 번호 목록을 둡니다.</translation>
    </message>
    <message>
        <source>Export site sheets</source>
        <translation>지점별 시트 내보내기</translation>
    </message>
    <message>
        <source>Creates a page for each located site: an image from before and one that shows its state, with dates, kinds of date and sources, its location, its coordinates (degrees, minutes and seconds, MGRS), chainage and neighbours along the river, county, observations so far and sources.</source>
        <translation>위치가 확인된 지점마다 한 페이지를 만듭니다. 이전 영상과 상태를 보여 주는 영상을 날짜, 날짜 종류, 출처와 함께 싣고, 위치, 좌표(도분초, MGRS), 누가거리와 하천을 따른 이웃 지점, 시·군, 지금까지의 관측, 출처를 적습니다.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Creates one document with contents and page numbers: the overview map, the strip map, the crossings along the river as a chart and a table, crossings per quarter next to the published figures, sites by dates, and a sheet for each site. Chapters can be left out: the sheets of hundreds of sites take minutes.</source>
        <translation>목차와 쪽 번호가 있는 하나의 문서를 만듭니다. 개관도, 스트립 지도, 하천을 따른 도하 지점의 차트와 표, 공표된 값과 나란히 놓은 분기별 도하 지점 수, 날짜별 지점 상태, 지점별 시트를 담습니다. 일부 장은 뺄 수 있습니다. 지점이 수백 개이면 지점별 시트를 만드는 데 몇 분이 걸립니다.</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>내보내기를 취소했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was written to {path}. Choose another folder or file, and check free space.</source>
        <translation>{path} 파일에 아무것도 쓰지 않았습니다. 다른 폴더나 파일을 선택하고 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>{path} has no file extension that states its format. Name it .pdf, .png or .svg.</source>
        <translation>{path}의 확장자로는 형식을 알 수 없습니다. .pdf, .png, .svg 중 하나로 지정하세요.</translation>
    </message>
    <message>
        <source>The folder {path} already exists. Choose another name: each page becomes a file in it.</source>
        <translation>{path} 폴더가 이미 있습니다. 다른 이름을 선택하세요. 각 페이지가 그 폴더의 파일이 됩니다.</translation>
    </message>
    <message>
        <source>Gap along, km</source>
        <translation>하천 간격, km</translation>
    </message>
    <message>
        <source>Crossings in order downstream, {first} to {last} of {count}</source>
        <translation>하류 순서의 도하 지점, {count}곳 중 {first} ~ {last}</translation>
    </message>
    <message>
        <source>No crossing within 5 km of the river line</source>
        <translation>하천선에서 5 km 이내에 도하 지점이 없습니다</translation>
    </message>
    <message>
        <source>Crossings measured along the river: {count}; first seen within known dates: {seen}</source>
        <translation>하천을 따라 측정한 도하 지점: {count}; 최초 관측 날짜가 알려진 것: {seen}</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>맞는 해석</translation>
    </message>
    <message>
        <source>Published and measured</source>
        <translation>공표와 측정</translation>
    </message>
    <message>
        <source>Published claims with counts or distances to compare: {count} of {all}</source>
        <translation>비교할 개수나 거리가 있는 공표된 주장: {all}개 중 {count}개</translation>
    </message>
    <message>
        <source>No published claims in this survey</source>
        <translation>이 조사에는 공표된 주장이 없습니다</translation>
    </message>
    <message>
        <source>As of {day}; chainage in km downstream of {datum}</source>
        <translation>{day} 기준. 누가거리는 {datum}에서 하류로 km</translation>
    </message>
    <message>
        <source>Located: {located}. Not measured, being farther than 5 km from the river line: {count} ({names})</source>
        <translation>위치 확인: {located}. 하천선에서 5 km 넘게 떨어져 측정하지 않음: {count} ({names})</translation>
    </message>
    <message>
        <source>Crossings measured: {count}; distances need at least two</source>
        <translation>측정한 도하 지점: {count}; 거리는 두 곳부터 있습니다</translation>
    </message>
    <message>
        <source>{count} crossings: {along:.1f} km along the river, {straight:.1f} km straight, times {sinuosity}</source>
        <translation>도하 지점 {count}곳: 하천 거리 {along:.1f} km, 직선 거리 {straight:.1f} km, 비율 {sinuosity}</translation>
    </message>
    <message>
        <source>Key to the numbers</source>
        <translation>번호 목록</translation>
    </message>
    <message>
        <source>Dense reaches</source>
        <translation>조밀한 구간</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>The survey has no crossing to show. Import sites or add one, then make the map.</source>
        <translation>조사에 표시할 도하 지점이 없습니다. 지점을 가져오거나 추가한 다음 지도를 만드세요.</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}({count})</translation>
    </message>
    <message>
        <source>{n} of {all} sites are not drawn: none of them was observed from {first} to {last}.</source>
        <translation>지점 {all}곳 중 {n}곳은 그리지 않았습니다. {first}부터 {last}까지 관측한 것이 없습니다.</translation>
    </message>
    <message>
        <source>A cell says only what was observed in its column; white: not inspected. Days are UTC.</source>
        <translation>셀은 그 열의 기간에 관측된 것만 나타냅니다. 흰색: 아무도 살피지 않음. 날짜는 UTC입니다.</translation>
    </message>
    <message>
        <source>Lines to true places</source>
        <translation>실제 위치로 가는 선</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>상자</translation>
    </message>
    <message>
        <source>km {first:.1f} to km {last:.1f}</source>
        <translation>{first:.1f} km ~ {last:.1f} km</translation>
    </message>
    <message>
        <source>No. {numbers}</source>
        <translation>번호 {numbers}</translation>
    </message>
    <message>
        <source>{count} sites from No. {first} to {last}</source>
        <translation>번호 {first} ~ {last}, 지점 {count}개</translation>
    </message>
    <message>
        <source>The page of the template {path} cuts off or leaves out {count} of its items ({ids}). Make the page larger, or move them onto it, in QGIS' layout window.</source>
        <translation>템플릿 {path}의 페이지에서 항목 {count}개({ids})가 잘리거나 빠집니다. QGIS 조판 창에서 페이지를 키우거나 항목을 페이지 안으로 옮기세요.</translation>
    </message>
    <message>
        <source>The template {path} has no item with the id {ids}. Add it in QGIS' layout window.</source>
        <translation>템플릿 {path}에 ID가 {ids}인 항목이 없습니다. QGIS 조판 창에서 추가하세요.</translation>
    </message>
    <message>
        <source>There is no picture {path}. Choose the logo's file, or leave it empty.</source>
        <translation>그림 {path} 파일이 없습니다. 로고 파일을 선택하거나 비워 두세요.</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>기호</translation>
    </message>
    <message>
        <source>Enlarged reaches</source>
        <translation>확대한 구간</translation>
    </message>
    <message>
        <source>The report would have no page: none of its chapters is chosen, or no site has a sheet. Choose more.</source>
        <translation>보고서에 페이지가 하나도 없게 됩니다. 선택한 장이 없거나 시트를 만들 지점이 없습니다. 더 선택하세요.</translation>
    </message>
    <message>
        <source>River lines (sources: see the licences)</source>
        <translation>하천선(출처는 라이선스 참조)</translation>
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
        <source>River line {name}: {credit}.</source>
        <translation>하천선 {name}: {credit}.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>source and licence not stated</source>
        <translation>출처와 라이선스가 명시되지 않음</translation>
    </message>
    <message>
        <source>Observations on the sheets</source>
        <translation>시트의 관측</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>No earlier image in the survey covers this site</source>
        <translation>조사에 이 지점을 담은 이전 영상이 없음</translation>
    </message>
    <message>
        <source>No image in the survey covers this site</source>
        <translation>조사에 이 지점을 담은 영상이 없음</translation>
    </message>
    <message>
        <source>The survey's images of this site are undated or later than the day shown</source>
        <translation>조사에 있는 이 지점의 영상은 날짜가 없거나 표시 날짜보다 늦음</translation>
    </message>
    <message>
        <source>Image {name} of {days} has no data at this site</source>
        <translation>{days}의 영상 {name}에는 이 지점의 데이터가 없음</translation>
    </message>
    <message>
        <source>kind not stated</source>
        <translation>종류가 명시되지 않음</translation>
    </message>
    <message>
        <source>state on {day}: {state}</source>
        <translation>{day} 상태: {state}</translation>
    </message>
    <message>
        <source>seen {days}</source>
        <translation>관측 {days}</translation>
    </message>
    <message>
        <source>retired on {day}</source>
        <translation>{day}에 종료됨</translation>
    </message>
    <message>
        <source>Not measured: {why}</source>
        <translation>측정하지 않음: {why}</translation>
    </message>
    <message>
        <source>Retired: not measured with those that count.</source>
        <translation>집계 종료: 세는 지점과 함께 측정하지 않습니다.</translation>
    </message>
    <message>
        <source>Not a crossing: no chainage.</source>
        <translation>도하 지점이 아니어서 누가거리가 없습니다.</translation>
    </message>
    <message>
        <source>Farther than 5 km from the river line: no chainage.</source>
        <translation>하천선에서 5 km 넘게 떨어져 누가거리가 없습니다.</translation>
    </message>
    <message>
        <source>County: not known</source>
        <translation>시·군: 알 수 없음</translation>
    </message>
    <message>
        <source>County: {county} (according to the site's source)</source>
        <translation>시·군: {county}(지점의 출처에 따름)</translation>
    </message>
    <message>
        <source>County: {county} (by river reach)</source>
        <translation>시·군: {county}(하천 구간 기준)</translation>
    </message>
    <message>
        <source>County: {county}, uncertain (within 2 km of a border between counties)</source>
        <translation>시·군: {county}, 불확실(시·군 경계에서 2 km 이내)</translation>
    </message>
    <message>
        <source>image</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>{heading}: {name}, {along:.2f} km along the river, {straight:.2f} km straight</source>
        <translation>{heading}: {name}, 하천 거리 {along:.2f} km, 직선 거리 {straight:.2f} km</translation>
    </message>
    <message>
        <source>The survey has no site with a position. Import sites or add one, then make the sheets.</source>
        <translation>조사에 위치가 있는 지점이 없습니다. 지점을 가져오거나 추가한 다음 시트를 만드세요.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Observations up to {day}, the latest first</source>
        <translation>{day}까지의 관측, 최근 것부터</translation>
    </message>
    <message>
        <source>UTM zone of the site</source>
        <translation>지점의 UTM 구역</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>No observation up to this day</source>
        <translation>이 날짜까지 관측 없음</translation>
    </message>
    <message>
        <source>Irregular crossings of the Yalu (Amnok) 압록강 鸭绿江</source>
        <translation>압록강(鸭绿江)의 비정규 도하 지점</translation>
    </message>
    <message>
        <source>1 crossing lies outside this map: {names}</source>
        <translation>도하 지점 1곳이 이 지도 밖에 있습니다: {names}</translation>
    </message>
    <message>
        <source>{n} crossings lie outside this map: {names}</source>
        <translation>도하 지점 {n}곳이 이 지도 밖에 있습니다: {names}</translation>
    </message>
    <message>
        <source>Without names: {n} sites lie on this map.</source>
        <translation>이름 없이 표시: 이 지도에 지점 {n}곳이 있습니다.</translation>
    </message>
    <message>
        <source>Numbers: as in the key and on the site sheets. A line leads from a displaced symbol to its true place.</source>
        <translation>번호: 번호 목록과 지점 시트의 번호와 같습니다. 옆으로 비켜 놓은 기호에서 실제 위치로 선이 이어집니다.</translation>
    </message>
    <message>
        <source>Names are left out where there is no room; the table and sheets have all.</source>
        <translation>자리가 없는 곳에서는 이름을 뺐습니다. 표와 지점별 시트에는 모두 있습니다.</translation>
    </message>
    <message>
        <source>Sites without a source: added by the survey's own analysts.</source>
        <translation>출처 없는 지점: 조사의 분석자가 추가함.</translation>
    </message>
    <message>
        <source>Data and licences</source>
        <translation>데이터와 라이선스</translation>
    </message>
    <message>
        <source>Survey "{title}", last changed {day}</source>
        <translation>조사 "{title}", 최종 수정 {day}</translation>
    </message>
    <message>
        <source>Coordinates WGS 84; projection {crs}.</source>
        <translation>좌표 WGS 84, 투영 {crs}.</translation>
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
        <source>Crossings located: {count} ({vehicles} vehicle, {barges} barge, of which {boxed} in the yellow box, enlarged below)</source>
        <translation>위치가 확인된 도하 지점: {count}곳(차량 {vehicles}, 바지선 {barges}, 그중 {boxed}곳은 노란 상자 안, 아래에 확대)</translation>
    </message>
    <message>
        <source>; retired before that day, not shown: {n}</source>
        <translation>; 그 날짜 전 집계 종료, 표시하지 않음: {n}곳</translation>
    </message>
    <message>
        <source>No imagery shown</source>
        <translation>표시된 영상 없음</translation>
    </message>
    <message>
        <source>, SYNTHETIC</source>
        <translation>, 합성(SYNTHETIC)</translation>
    </message>
    <message>
        <source>Imagery {what} ({kind}{mark}), {name}</source>
        <translation>영상 {what}({kind}{mark}), {name}</translation>
    </message>
    <message>
        <source>{kind}, but {against}</source>
        <translation>{kind}, 그러나 {against}</translation>
    </message>
    <message>
        <source>Index of the pages</source>
        <translation>페이지 색인</translation>
    </message>
    <message>
        <source>Chainage (km)</source>
        <translation>누가거리(km)</translation>
    </message>
    <message>
        <source>Match line</source>
        <translation>접합선</translation>
    </message>
    <message>
        <source>The poster would be {metres} m long, and a page may have {most} m. Choose a smaller scale or larger paper.</source>
        <translation>포스터의 길이가 {metres} m가 되지만, 페이지는 {most} m까지만 가능합니다. 더 작은 축척이나 더 큰 용지를 선택하세요.</translation>
    </message>
    <message>
        <source>The template's panels are not one above the other. Use the plugin's own template for a poster.</source>
        <translation>템플릿의 패널이 위아래로 나란히 놓여 있지 않습니다. 포스터에는 플러그인 자체 템플릿을 사용하세요.</translation>
    </message>
    <message>
        <source>Strip map 1:{scale}, each panel turned along the river; chainage in km downstream of {datum} along {line}</source>
        <translation>스트립 지도 1:{scale}, 패널마다 하천을 따라 회전함. 누가거리: {line} 기준, {datum}에서 하류로 km</translation>
    </message>
    <message>
        <source>Off this map (too far from the line or past its ends): {count}</source>
        <translation>이 지도에 없는 지점(하천선에서 너무 멀거나 양 끝을 벗어남): {count}</translation>
    </message>
    <message>
        <source>Panel {number} of {total}</source>
        <translation>패널 {number}/{total}</translation>
    </message>
    <message>
        <source>at match line {name} from panel {number}</source>
        <translation>접합선 {name}: 패널 {number}에서 이어짐</translation>
    </message>
    <message>
        <source>at match line {name} on to panel {number}</source>
        <translation>접합선 {name}: 패널 {number}에 이어짐</translation>
    </message>
    <message>
        <source>{path} is not a layout template. Choose a .qpt file saved from a QGIS print layout.</source>
        <translation>{path} 파일은 조판 템플릿이 아닙니다. QGIS 인쇄 조판에서 저장한 .qpt 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is too large or too deeply nested for a layout template, or declares entities. Choose a .qpt file saved from a QGIS print layout.</source>
        <translation>{path} 파일은 조판 템플릿으로는 너무 크거나 너무 깊이 중첩되어 있거나, 엔티티가 선언되어 있습니다. QGIS 인쇄 조판에서 저장한 .qpt 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>A template contains code of its author: its expressions are evaluated and its texts printed. Use {name} only if you know where it comes from.</source>
        <translation>템플릿은 만든 사람의 코드입니다. 템플릿의 표현식은 실행되고 문구는 인쇄됩니다. 출처를 아는 경우에만 {name}을(를) 사용하세요.</translation>
    </message>
    <message>
        <source>pictures and symbols from addresses, or from files outside its folder: {n}</source>
        <translation>주소에서, 또는 템플릿 폴더 밖의 파일에서 가져오는 그림과 심볼: {n}개</translation>
    </message>
    <message>
        <source>HTML: {n}</source>
        <translation>HTML: {n}개</translation>
    </message>
    <message>
        <source>expressions that read files or make expressions: {n}</source>
        <translation>파일을 읽거나 표현식을 만드는 표현식: {n}개</translation>
    </message>
    <message>
        <source>Removed from it: {what}.</source>
        <translation>템플릿에서 제외한 것: {what}.</translation>
    </message>
    <message>
        <source>SYNTHETIC IMAGERY</source>
        <translation>합성 영상(SYNTHETIC)</translation>
    </message>
    <message>
        <source>SOURCE NOT STATED</source>
        <translation>출처 명시되지 않음</translation>
    </message>
    <message>
        <source>The picture {path} is not there. Choose another file.</source>
        <translation>그림 {path}이(가) 없습니다. 다른 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{path} has {pages} pages, and no page {page}.</source>
        <translation>{path}은(는) {pages}쪽이며 {page}쪽은 없습니다.</translation>
    </message>
    <message>
        <source>{path} is no picture in colours or greys of 8 or 16 bits. Save it as PNG first.</source>
        <translation>{path}은(는) 8비트나 16비트의 컬러 또는 회색 그림이 아닙니다. 먼저 PNG로 저장하십시오.</translation>
    </message>
    <message>
        <source>{path} is of the format {format}. Save the map as PNG, JPEG, TIFF or PDF first.</source>
        <translation>{path}의 형식은 {format}입니다. 먼저 지도를 PNG, JPEG, TIFF 또는 PDF로 저장하십시오.</translation>
    </message>
    <message>
        <source>The picture cannot be drawn on the map with these tie points. Check them.</source>
        <translation>이 기준점으로는 그림을 지도에 그릴 수 없습니다. 기준점을 확인하십시오.</translation>
    </message>
    <message>
        <source>Read off the picture {file}: {report}</source>
        <translation>그림 {file}에서 읽음: {report}</translation>
    </message>
    <message>
        <source>Read off the picture {file} at pixel {column:.1f}, {row:.1f}: {transformation}, {n} tie points, RMS residual {rms:.0f} m, SHA-256 {sha256}.</source>
        <translation>그림 {file}의 픽셀 {column:.1f}, {row:.1f}에서 읽음: {transformation}, 기준점 {n}개, 잔차 RMS {rms:.0f} m, SHA-256 {sha256}.</translation>
    </message>
    <message>
        <source>Page {page}.</source>
        <translation>{page}쪽.</translation>
    </message>
    <message>
        <source>The accuracy is not known: no tie point was left over to check the others.</source>
        <translation>정확도를 알 수 없음: 다른 점을 검증할 기준점이 없었습니다.</translation>
    </message>
    <message>
        <source>{n} dots touch here.</source>
        <translation>여기에서 점 {n}개가 맞닿습니다.</translation>
    </message>
    <message>
        <source>Moved {metres:.0f} m to the river line.</source>
        <translation>강선으로 {metres:.0f} m 옮겼습니다.</translation>
    </message>
    <message>
        <source>{period} (UTC)</source>
        <translation>{period}(UTC)</translation>
    </message>
    <message>
        <source>{days}: recorded without a scene of those days</source>
        <translation>{days}: 그 날짜의 영상 없이 기록됨</translation>
    </message>
    <message>
        <source>on or before {day} UTC</source>
        <translation>{day} UTC 또는 그 이전</translation>
    </message>
    <message>
        <source>{day} UTC</source>
        <translation>{day} UTC</translation>
    </message>
    <message>
        <source>{first} to {last} UTC</source>
        <translation>{first} ~ {last} UTC</translation>
    </message>
    <message>
        <source>Contradictory: {states}</source>
        <translation>서로 모순됨: {states}</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, 그다음 </translation>
    </message>
    <message>
        <source>Inspected, not observable</source>
        <translation>살펴보았으나 판독 불가</translation>
    </message>
    <message>
        <source>Some day of a longer period: {states}</source>
        <translation>더 긴 기간 중 어느 날: {states}</translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation>아무도 살피지 않음</translation>
    </message>
    <message>
        <source>One, then the other</source>
        <translation>하나에 이어 다른 하나</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>서로 모순됨</translation>
    </message>
    <message>
        <source>Some day of a longer period</source>
        <translation>더 긴 기간 중 어느 날</translation>
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
        <source>{host} redirects every request in a circle. Check the address.</source>
        <translation>{host} 서버가 요청을 끝없이 되돌려 보냅니다(순환 리디렉션). 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>{host} sent more than {megabytes} MB in one answer, which was refused. Ask for less.</source>
        <translation>{host} 서버가 한 응답에 {megabytes} MB 넘게 보내어 받지 않았습니다. 더 적게 요청하세요.</translation>
    </message>
    <message>
        <source>{address} does not answer with JSON as it should ({detail}). Check the address.</source>
        <translation>{address} 주소가 예상한 JSON으로 응답하지 않습니다({detail}). 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>QGIS' authentication "{authcfg}" cannot be used for {host}. Choose another one, or unlock the authentication database.</source>
        <translation>QGIS 인증 "{authcfg}"을(를) {host} 서버에 사용할 수 없습니다. 다른 인증을 선택하거나 인증 데이터베이스의 잠금을 푸세요.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
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
        <source>Areas of counting</source>
        <translation>계수 구역</translation>
    </message>
    <message>
        <source>Image footprints</source>
        <translation>영상 촬영 범위</translation>
    </message>
    <message>
        <source>Stretches searched</source>
        <translation>탐색한 구간</translation>
    </message>
    <message>
        <source>Value lists</source>
        <translation>목록의 단어</translation>
    </message>
    <message>
        <source>Places (GeoNames)</source>
        <translation>지명(GeoNames)</translation>
    </message>
    <message>
        <source>{address} lies outside the folder of the catalog and was not opened. Move the catalog to a folder that holds all of it, or add the images by themselves.</source>
        <translation>{address}은(는) 카탈로그의 폴더 밖에 있어 열지 않았습니다. 카탈로그를 모든 것이 들어 있는 폴더로 옮기거나 영상을 따로 추가하십시오.</translation>
    </message>
    <message>
        <source>This area cannot be found on the earth. Zoom to where you want images, then search again.</source>
        <translation>이 영역을 지구상에서 찾을 수 없습니다. 영상이 필요한 곳으로 확대/축소한 다음 다시 검색하세요.</translation>
    </message>
    <message>
        <source>There are no images at "{source}". Give a folder, a file list, a STAC or tile address.</source>
        <translation>"{source}"에 영상이 없습니다. 폴더, 파일 목록, STAC 주소 또는 타일 주소를 지정하세요.</translation>
    </message>
    <message>
        <source>{address} is not a STAC API, catalog or item. Check the address.</source>
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
        <source>{address} does not answer with a picture ({detail}). Check the address.</source>
        <translation>{address} 주소가 그림으로 응답하지 않습니다({detail}). 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>The service has no picture of this date in the middle of the view. Move the map, or step to another date.</source>
        <translation>이 서비스에는 화면 가운데에 이 날짜의 그림이 없습니다. 지도를 옮기거나 다른 날짜로 넘어가세요.</translation>
    </message>
    <message>
        <source>Wayback is searched for a place. Show it on the map or give its area, then search again.</source>
        <translation>Wayback은 특정 장소에 대해 검색합니다. 지도에 그곳을 표시하거나 영역을 지정한 다음 다시 검색하세요.</translation>
    </message>
    <message>
        <source>{address} does not answer with the capabilities of a WMTS or WMS. Check the address.</source>
        <translation>{address} 주소가 WMTS 또는 WMS의 capabilities로 응답하지 않습니다. 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>{address} has no layer "{layer}" with a time, in web mercator. List its layers, and choose one of them.</source>
        <translation>{address}에 시간이 있는 웹 메르카토르 레이어 "{layer}"이(가) 없습니다. 레이어 목록을 보고 그중에서 선택하세요.</translation>
    </message>
    <message>
        <source>This service leads to other hosts ({hosts}), to which the key is not sent. Choose no authentication, or the address of the tiles.</source>
        <translation>이 서비스는 다른 서버({hosts})로 이어지며, 그곳에는 키를 보내지 않습니다. 인증을 선택하지 않거나 타일의 주소를 선택하세요.</translation>
    </message>
    <message>
        <source>The first day with tiles is not known. Choose the first day.</source>
        <translation>언제부터 타일이 있는지 알 수 없습니다. 첫 날짜를 선택하세요.</translation>
    </message>
    <message>
        <source>The name under which this analyst records</source>
        <translation>이 분석자가 기록할 때 쓰는 이름</translation>
    </message>
    <message>
        <source>No area is chosen. Choose one in the Counting panel, or draw one there.</source>
        <translation>선택한 구역이 없습니다. 계수 패널에서 선택하거나 그곳에서 그리세요.</translation>
    </message>
    <message>
        <source>These {n} corners enclose no area, or its edges cross. Click at least three corners in turn around it.</source>
        <translation>이 모서리 {n}개는 영역을 둘러싸지 않거나 변이 서로 교차합니다. 영역을 돌아가며 모서리를 세 개 이상 차례로 클릭하세요.</translation>
    </message>
    <message>
        <source>No count has been started. Show a dated scene of the area, then press Begin count.</source>
        <translation>시작한 계수가 없습니다. 구역을 담은 날짜 있는 영상을 표시한 다음 “계수 시작”을 누르세요.</translation>
    </message>
    <message>
        <source>{scene} shows nothing of {area}. Show a scene that covers it, then begin the count.</source>
        <translation>{scene}에는 {area}이(가) 전혀 나오지 않습니다. 구역을 덮는 영상을 표시한 다음 계수를 시작하세요.</translation>
    </message>
    <message>
        <source>{scene} does not show this place: nothing was counted. Click where the image is.</source>
        <translation>{scene}에는 이곳이 나오지 않아 아무것도 세지 않았습니다. 영상이 있는 곳을 클릭하세요.</translation>
    </message>
    <message>
        <source>This count is of {scene}, which is not on screen. Show it, or begin a count on the scene that is.</source>
        <translation>이 계수의 영상 {scene}이(가) 화면에 없습니다. 그 영상을 표시하거나 화면의 영상에서 계수를 시작하세요.</translation>
    </message>
    <message>
        <source>The file of {scene} was replaced while it was on screen, so nothing was counted. What is in it now is shown: look at it, and click again.</source>
        <translation>{scene}의 파일이 화면에 표시되는 동안 바뀌어 아무것도 집계하지 않았습니다. 이제 새 내용이 표시됩니다. 확인한 뒤 다시 클릭하십시오.</translation>
    </message>
    <message>
        <source>This place lies outside {area}: nothing was counted. Click within it, or choose another area.</source>
        <translation>이곳은 {area} 밖에 있어 아무것도 세지 않았습니다. 구역 안을 클릭하거나 다른 구역을 선택하세요.</translation>
    </message>
    <message>
        <source>This count is by {analyst}. Begin a count of your own: the two can be compared then.</source>
        <translation>이 계수는 {analyst}의 것입니다. 자신의 계수를 시작하세요. 그러면 두 계수를 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>This count is finished. Press Reopen count to go on with it.</source>
        <translation>이 계수는 완료되었습니다. 이어서 하려면 “계수 재개”를 누르세요.</translation>
    </message>
    <message>
        <source>{area} has several parts, a hole, or no shape: it cannot be reshaped here. Use QGIS' vertex tool on the layer of areas.</source>
        <translation>{area}은(는) 여러 부분으로 되어 있거나, 구멍이 있거나, 모양이 없어 여기에서 변형할 수 없습니다. 계수 구역 레이어에서 QGIS의 꼭짓점 도구를 사용하세요.</translation>
    </message>
    <message>
        <source>This area is not in the survey any more.</source>
        <translation>이 구역이 더 이상 조사에 없습니다.</translation>
    </message>
    <message>
        <source>{n} marks that were counted in {area} would lie outside. Draw it around them, or draw another area.</source>
        <translation>{area}에서 센 표시 {n}개가 밖에 놓이게 됩니다. 그 표시를 둘러싸도록 그리거나 다른 구역을 그리세요.</translation>
    </message>
    <message>
        <source>1 mark that was counted in {area} would lie outside. Draw it around that, or draw another area.</source>
        <translation>{area}에서 센 표시 1개가 밖에 놓이게 됩니다. 그 표시를 둘러싸도록 그리거나 다른 구역을 그리세요.</translation>
    </message>
    <message>
        <source>No mark of this count is there.</source>
        <translation>그곳에 이 계수의 표시가 없습니다.</translation>
    </message>
    <message>
        <source>The marks are being edited with QGIS' own tools. Save or end that first, then count without seeing others' marks.</source>
        <translation>표시를 QGIS 자체 도구로 편집하고 있습니다. 먼저 편집을 저장하거나 끝낸 다음, 다른 사람의 표시를 보지 않고 세세요.</translation>
    </message>
    <message>
        <source>This count is blind until it is finished. Press Finish count first.</source>
        <translation>이 계수는 완료할 때까지 블라인드입니다. 먼저 “계수 완료”를 누르세요.</translation>
    </message>
    <message>
        <source>Only two counts of one area on one image can be compared.</source>
        <translation>한 영상에서 한 구역을 센 두 계수만 서로 대조할 수 있습니다.</translation>
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
        <source>the log on this computer ({at})</source>
        <translation>이 컴퓨터의 로그({at})</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>이 프로젝트</translation>
    </message>
    <message>
        <source>Nothing was imported: {n} of the rows to be updated were changed meanwhile. Check the list again.</source>
        <translation>아무것도 가져오지 않았습니다. 갱신할 행 중 {n}개가 그사이에 바뀌었습니다. 목록을 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>Nothing was imported: {name} came with a source, so it is not deleted. Retire it, or keep it.</source>
        <translation>아무것도 가져오지 않았습니다. {name}은(는) 출처가 있으므로 삭제하지 않습니다. 집계를 종료하거나 그대로 두십시오.</translation>
    </message>
    <message>
        <source>The matrix could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>매트릭스를 {path} 파일에 저장할 수 없습니다. 다른 곳에 열려 있으면 닫거나 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>A matrix is saved as .csv, .xlsx, .png or .svg, not as “{path}”. Choose another ending.</source>
        <translation>매트릭스는 “{path}”(으)로 저장할 수 없고 .csv, .xlsx, .png, .svg로 저장합니다. 다른 확장자를 선택하세요.</translation>
    </message>
    <message>
        <source>{sites} sites by {columns} columns are more than this kind of file takes. Choose months or quarters, fewer dates, or CSV.</source>
        <translation>지점 {sites}개, 열 {columns}개는 이 종류의 파일에 담을 수 없을 만큼 많습니다. 월이나 분기, 더 적은 날짜 또는 CSV를 선택하세요.</translation>
    </message>
    <message>
        <source>{title}: sites by dates</source>
        <translation>{title}: 날짜별 지점 상태</translation>
    </message>
    <message>
        <source>{n} sites are selected. Select only the intended site, in the list or on the map.</source>
        <translation>지점 {n}개가 선택되어 있습니다. 목록이나 지도에서 해당하는 지점 하나를 선택하세요.</translation>
    </message>
    <message>
        <source>The layer of the sites was removed from the project, so no site can be selected. Open the survey again to bring it back.</source>
        <translation>지점 레이어가 프로젝트에서 제거되어 지점을 선택할 수 없습니다. 조사를 다시 열면 복원됩니다.</translation>
    </message>
    <message>
        <source>No dated scene is on screen, so the day is not known. Show a scene in the Imagery panel.</source>
        <translation>화면에 날짜 있는 영상이 없어 날짜를 알 수 없습니다. 영상 패널에서 영상을 표시하세요.</translation>
    </message>
    <message>
        <source>{scene} is dated by its release: the picture is older, by how much is not known. Show a scene with a date of acquisition.</source>
        <translation>{scene}의 날짜는 공개 날짜입니다. 촬영은 그보다 이전이지만 얼마나 이전인지는 알 수 없습니다. 촬영 날짜를 밝힌 영상을 표시하세요.</translation>
    </message>
    <message>
        <source>{scene} does not show this site: it lies outside the image. Show a scene that covers it, or record that it could not be observed.</source>
        <translation>{scene}에는 이 지점이 나오지 않습니다. 영상 밖에 있습니다. 지점을 덮는 영상을 표시하거나 관측할 수 없었다고 기록하십시오.</translation>
    </message>
    <message>
        <source>{scene} has no picture here, so nothing was seen. Show another scene, or go to a place where it has one.</source>
        <translation>{scene}은(는) 이곳에 영상이 없어 아무것도 보이지 않았습니다. 다른 영상을 표시하거나 영상이 있는 곳으로 이동하십시오.</translation>
    </message>
    <message>
        <source>{scene} has only a plain colour here and no picture, so nothing was seen. Show another scene, or go to a place where it has one.</source>
        <translation>{scene}은(는) 이곳에서 단색뿐이고 그림이 없어 아무것도 보이지 않았습니다. 다른 영상을 표시하거나 그림이 있는 곳으로 이동하세요.</translation>
    </message>
    <message>
        <source>{scene} is not drawn here yet, so nothing was seen. Wait until the map is drawn, then record what it shows.</source>
        <translation>{scene}은(는) 이곳에 아직 그려지지 않아 아무것도 보이지 않았습니다. 지도가 다 그려질 때까지 기다린 다음 보이는 것을 기록하세요.</translation>
    </message>
    <message>
        <source>The map view does not show this place, so nothing was seen of it on {scene}. Bring the place into view, then record what it shows.</source>
        <translation>지도 화면에 이 위치가 나오지 않아 {scene}에서 이 위치를 전혀 볼 수 없었습니다. 이 위치가 화면에 나오게 한 다음 보이는 것을 기록하세요.</translation>
    </message>
    <message>
        <source>Whether {scene} shows anything here is not known: QGIS keeps no drawn layers. Turn on render caching in QGIS' options, under Rendering.</source>
        <translation>QGIS가 그린 레이어를 보관하지 않아 {scene}에 이곳의 무엇인가가 보이는지 알 수 없습니다. QGIS 옵션의 “렌더링”에서 렌더링 캐시를 켜세요.</translation>
    </message>
    <message>
        <source>{scene} is not drawn on the map, so nothing was seen on it. Show its layer, or step to it again.</source>
        <translation>{scene}은(는) 지도에 그려져 있지 않아 아무것도 보이지 않았습니다. 그 레이어를 표시하거나 그 영상으로 다시 넘어가세요.</translation>
    </message>
    <message>
        <source>The map shows the compare date here, not {scene}. Move the handle, or end comparing.</source>
        <translation>여기에서 지도는 {scene}이(가) 아니라 비교 날짜를 보여 줍니다. 손잡이를 옮기거나 비교를 끝내세요.</translation>
    </message>
    <message>
        <source>No image of this survey shows the site's state on that day. Record what you see first.</source>
        <translation>이 조사에는 그 날짜의 지점 상태를 보여 주는 영상이 없습니다. 먼저 보이는 것을 기록하세요.</translation>
    </message>
    <message>
        <source>{path} was written to meanwhile, so nothing was imported. Try again.</source>
        <translation>{path}에 그사이 쓰기가 있어 아무것도 가져오지 않았습니다. 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{path} does not match its record of changes. {finding} Run Verify record from the toolbox, and compare the file with a backup, before you rely on it.</source>
        <translation>{path} 파일이 변경 기록의 내용과 일치하지 않습니다. {finding} 이 파일을 믿고 쓰기 전에 툴박스에서 “기록 검증”을 실행하고 파일을 백업과 비교하세요.</translation>
    </message>
    <message>
        <source>State who vouches for it, and why.</source>
        <translation>누가 왜 보증하는지 적으세요.</translation>
    </message>
    <message>
        <source>Only entries made outside the plugin can be adopted, and each only once. These are not, or are adopted already: {entries}.</source>
        <translation>플러그인 밖에서 만들어진 항목만, 각각 한 번만 승인할 수 있습니다. 그런 항목이 아니거나 이미 승인된 항목: {entries}.</translation>
    </message>
    <message>
        <source>{table}: {new} new, {known} in the survey already</source>
        <translation>{table}: 새 행 {new}개, 조사에 이미 있는 행 {known}개</translation>
    </message>
    <message>
        <source>{table}: {n} rows of the survey were removed there; they stay as they are</source>
        <translation>{table}: 조사의 행 {n}개가 그쪽에서 삭제되었으나 그대로 둡니다</translation>
    </message>
    <message>
        <source>{table}: {n} rows differ from those with the same id in the survey, which stay as they are</source>
        <translation>{table}: 행 {n}개가 조사에 있는 같은 ID의 행과 다름. 조사의 행은 그대로 둠</translation>
    </message>
    <message>
        <source>{path} is the survey that is open. Choose another one.</source>
        <translation>{path} 파일은 지금 열려 있는 조사입니다. 다른 것을 선택하세요.</translation>
    </message>
    <message>
        <source>The site has no place in the other survey.</source>
        <translation>다른 조사에 이 지점의 위치가 없습니다.</translation>
    </message>
    <message>
        <source>It was imported as {site}.</source>
        <translation>{site}(으)로 가져왔습니다.</translation>
    </message>
    <message>
        <source>The survey has this site already, with the same id.</source>
        <translation>조사에 ID가 같은 이 지점이 이미 있습니다.</translation>
    </message>
    <message>
        <source>The survey has this site already, with other values.</source>
        <translation>조사에 이 지점이 다른 값으로 이미 있습니다.</translation>
    </message>
    <message>
        <source>The survey has this observation of {site} already, with other values.</source>
        <translation>조사에 {site}의 이 관측이 다른 값으로 이미 있습니다.</translation>
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
        <source>{path}: values that cannot be read, and count as empty: {n}. The first: {first}. Correct them in the attribute table.</source>
        <translation>{path}: 읽을 수 없어 빈 값으로 보는 값: {n}개. 첫 번째: {first}. 속성 테이블에서 바로잡으세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read here. Copy it to a folder of your own, with the files next to it whose names begin with its name, and open that copy.</source>
        <translation>{path} 파일을 여기에서 읽을 수 없습니다. 옆에 있는, 이름이 이 파일의 이름으로 시작하는 파일들과 함께 자신의 폴더에 복사하고 그 사본을 여세요.</translation>
    </message>
    <message>
        <source>Next to {path} were changes of another file, as after a crash and a restored backup. They were not applied and are kept as {aside}.</source>
        <translation>{path} 옆에 다른 파일의 변경 내용이 있었습니다. 비정상 종료 뒤에 백업을 되돌려 놓았을 때 이런 일이 생깁니다. 변경 내용은 반영하지 않고 {aside}(으)로 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>The changes in {side} were applied to {path}. Whether they belong to it could not be determined: a copy of it from before is kept as {aside}.</source>
        <translation>{side} 파일의 변경 내용을 {path} 파일에 반영했습니다. 이 파일의 변경 내용인지는 알 수 없었으므로 반영하기 전의 파일을 {aside}(으)로 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>{side} next to {path} holds changes that may belong to it, or to a file that was there before. Open it in the Crossings panel to choose, or move {side} away.</source>
        <translation>{path} 옆의 {side} 파일에 있는 변경 내용은 이 파일의 것일 수도, 그 전에 그 자리에 있던 파일의 것일 수도 있습니다. 도하 지점 패널에서 열어 선택하거나 {side} 파일을 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>{side} next to {path} holds changes of another file, and nothing can be moved in this folder. Copy {path} alone to a folder of your own, and open that copy.</source>
        <translation>{path} 옆의 {side} 파일에 다른 파일의 변경 내용이 있으며, 이 폴더에서는 아무것도 옮길 수 없습니다. {path} 파일만 자신의 폴더에 복사하고 그 사본을 여세요.</translation>
    </message>
    <message>
        <source>{path} was replaced since it was opened: nothing was written. Open it again to go on with what it holds now.</source>
        <translation>{path} 파일이 연 뒤에 다른 파일로 바뀌어 아무것도 쓰지 않았습니다. 지금 들어 있는 내용으로 계속하려면 다시 여세요.</translation>
    </message>
    <message>
        <source>{path} was removed or renamed since it was opened: nothing was written. Put it back, or open it where it is now.</source>
        <translation>{path} 파일이 연 뒤에 삭제되었거나 이름이 바뀌어 아무것도 쓰지 않았습니다. 제자리에 되돌려 놓거나 지금 있는 곳에서 여세요.</translation>
    </message>
    <message>
        <source>The name or folder of {path} is too long. Choose a shorter one.</source>
        <translation>{path}의 이름이나 폴더가 너무 깁니다. 더 짧은 것을 선택하세요.</translation>
    </message>
    <message>
        <source>QGIS cannot open a file called {path}: it reads {part} as an instruction. Choose a name or folder without it.</source>
        <translation>QGIS는 {path}(이)라는 파일을 열 수 없습니다. {part} 부분을 명령으로 읽습니다. 그 부분이 없는 이름이나 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.</source>
        <translation>{path} 파일은 더 새로운 플러그인으로 만들어졌습니다(조사 버전 {version}, 읽을 수 있는 버전 {known}). 플러그인을 업데이트하세요.</translation>
    </message>
    <message>
        <source>{path} was made by an older plugin (survey version {version}): nothing can be written to it. Open it in the Crossings panel to upgrade it; a backup copy is kept next to it.</source>
        <translation>{path} 파일은 이전 버전의 플러그인으로 만들어져(조사 버전 {version}) 아무것도 쓸 수 없습니다. 도하 지점 패널에서 열어 업그레이드하세요. 옆에 백업 사본이 보관됩니다.</translation>
    </message>
    <message>
        <source>The record of changes in {path} was altered, so it cannot be carried on: nothing was changed. Put back a copy from before, or open it for reading only.</source>
        <translation>{path}의 변경 기록이 바뀌어 있어 이어 쓸 수 없으므로 아무것도 변경하지 않았습니다. 그 전의 사본을 되돌려 놓거나 읽기 전용으로 여세요.</translation>
    </message>
    <message>
        <source>{n} rows of {table} that were to be changed are not in {path} any more: nothing was written.</source>
        <translation>변경하려던 {table}의 행 {n}개가 {path}에 더는 없어 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>{n} rows of {table} were changed by somebody else since: they are left as they are now.</source>
        <translation>{table}의 행 {n}개를 그 사이에 다른 사람이 변경했습니다. 이 행은 지금 상태 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>1 row of {table} was changed by somebody else since: it is left as it is now.</source>
        <translation>그 사이 다른 사람이 {table}의 행 1개를 변경했습니다. 현재 상태로 둡니다.</translation>
    </message>
    <message>
        <source>{path} changes itself by a trigger ({trigger}) that is not the plugin's. It is not opened as a survey; use Import to bring its points into one.</source>
        <translation>{path} 파일은 플러그인의 것이 아닌 트리거({trigger})로 스스로 내용을 변경합니다. 조사로 열지 않았습니다. “가져오기”로 포인트를 조사에 옮기세요.</translation>
    </message>
    <message>
        <source>{path} had lost {n} of the triggers that record every change. They were restored; verify the record to see what was changed meanwhile.</source>
        <translation>{path} 파일에서 모든 변경을 기록하는 트리거 {n}개가 빠져 있었습니다. 트리거를 복원했습니다. 그 사이에 무엇이 변경되었는지 보려면 기록을 검증하세요.</translation>
    </message>
    <message>
        <source>{path} is open for reading only: this QGIS' SQLite cannot write the record of changes.</source>
        <translation>{path} 파일을 읽기 전용으로 열었습니다. 이 QGIS의 SQLite로는 변경 기록을 쓸 수 없습니다.</translation>
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
        <source>{path} is in a place where files cannot be locked, as on some network shares: nothing was written. Copy it to a folder of this computer, and open that copy.</source>
        <translation>{path} 파일은 일부 네트워크 공유처럼 파일을 잠글 수 없는 곳에 있어 아무것도 쓰지 않았습니다. 이 컴퓨터의 폴더에 복사하고 그 사본을 여세요.</translation>
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
        <source>Nothing of {layer} was saved: choose which value stays, then save again.</source>
        <translation>{layer}의 편집은 아무것도 저장되지 않았습니다. 남길 값을 선택한 다음 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Nothing of {layer} was saved. {column} is “{value}”: {text} Correct it, then save again.</source>
        <translation>{layer}의 편집은 아무것도 저장되지 않았습니다. {column}: “{value}”. {text} 바로잡은 다음 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Not saved: the survey is being read. Save the edits again in a moment.</source>
        <translation>저장되지 않음: 조사를 읽는 중입니다. 잠시 후 편집을 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Edits wait in the layer {layer} and cannot be saved. Copy them to another layer or discard them first.</source>
        <translation>{layer} 레이어에 저장을 기다리는 편집이 있으며 저장할 수 없습니다. 먼저 다른 레이어에 복사하거나 버리세요.</translation>
    </message>
    <message>
        <source>No survey is open. Use New or Open in the Crossings panel first.</source>
        <translation>열린 조사가 없습니다. 먼저 도하 지점 패널에서 “새 조사” 또는 “조사 열기”를 사용하세요.</translation>
    </message>
    <message>
        <source>{path} is not as it was seen last. {finding} If you have a newer copy, close this one and put that in its place.</source>
        <translation>{path} 파일이 마지막으로 보았을 때와 다릅니다. {finding} 더 새로운 사본이 있으면 이 파일을 닫고 그 사본으로 바꾸세요.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>이후 경과</translation>
    </message>
    <message>
        <source>Maps and report…</source>
        <translation>지도와 보고서...</translation>
    </message>
    <message>
        <source>Make maps, site sheets or a report</source>
        <translation>지도, 지점별 시트, 보고서 만들기</translation>
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
        <source>{what} ({about})</source>
        <translation>{what}({about})</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>Add successor</source>
        <translation>후속 지점 추가</translation>
    </message>
    <message>
        <source>Lot {n}</source>
        <translation>구역 {n}</translation>
    </message>
    <message>
        <source>{n} of these sites are not in the survey any more. Select them again.</source>
        <translation>이 지점 중 {n}개가 더 이상 조사에 없습니다. 다시 선택하세요.</translation>
    </message>
    <message>
        <source>1 of these sites is not in the survey any more. Select them again.</source>
        <translation>이 지점 중 1개가 더 이상 조사에 없습니다. 다시 선택하세요.</translation>
    </message>
    <message>
        <source>{name} came with a source, so it is not deleted. Record what you see of it: absent, for one that is not there.</source>
        <translation>{name}은(는) 출처가 있는 지점이므로 삭제되지 않습니다. 관측한 내용을 기록하세요. 그곳에 없으면 “없음”으로 기록합니다.</translation>
    </message>
    <message>
        <source>None is deleted: {n} of these {of} sites came with a source, the first is {name}, and {seen} of them have observations. Record what you see: absent, or retire them.</source>
        <translation>아무것도 삭제하지 않았습니다. 이 지점 {of}개 중 {n}개(첫 번째는 {name})에는 출처가 있고, 전체 중 {seen}개에는 관측이 있습니다. 보이는 대로 기록하세요. “없음”으로 기록하거나 집계를 종료합니다.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Delete {n} sites</source>
        <translation>지점 {n}개 삭제</translation>
    </message>
    <message>
        <source>{what}, {n} sites</source>
        <translation>{what}, 지점 {n}개</translation>
    </message>
    <message>
        <source>county, its reach of the river</source>
        <translation>시·군, 하천 구간</translation>
    </message>
    <message>
        <source>province, its reach of the river</source>
        <translation>도, 하천 구간</translation>
    </message>
    <message>
        <source>river</source>
        <translation>강</translation>
    </message>
    <message>
        <source>town</source>
        <translation>읍·도시</translation>
    </message>
    <message>
        <source>village</source>
        <translation>마을</translation>
    </message>
    <message>
        <source>There is no river line to measure along: open a survey, or choose a line in the Corridor panel.</source>
        <translation>측정할 하천선이 없습니다. 조사를 열거나 회랑 패널에서 선을 고르세요.</translation>
    </message>
    <message>
        <source>The river line runs from km {first:.2f} to {last:.2f}.</source>
        <translation>하천선은 km {first:.2f}부터 {last:.2f}까지입니다.</translation>
    </message>
    <message>
        <source>along the river line</source>
        <translation>하천선 위</translation>
    </message>
    <message>
        <source>coordinates, latitude first</source>
        <translation>좌표, 위도 먼저</translation>
    </message>
    <message>
        <source>read as longitude, latitude</source>
        <translation>경도, 위도 순으로 읽음</translation>
    </message>
    <message>
        <source>as written in {datum}, which may be 500 m off: not shifted</source>
        <translation>{datum} 좌표 그대로이며 500 m 어긋날 수 있음: 보정하지 않음</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>영상 1장</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>영상 {n}장</translation>
    </message>
    <message>
        <source>no image: the sites as of that day</source>
        <translation>영상 없음: 그날 기준의 지점</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>source: its sites</source>
        <translation>출처: 해당 지점</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>실행 취소함: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>다시 실행함: {what}</translation>
    </message>
    <message>
        <source>Writing the survey</source>
        <translation>조사를 쓰는 중</translation>
    </message>
    <message>
        <source>Nothing was changed: {name} was seen ({day}) after that day. Retire it on a later day, or correct what was seen.</source>
        <translation>아무것도 변경하지 않았습니다. {name}이(가) 그 날짜 뒤에 관측되었습니다({day}). 더 늦은 날짜로 집계를 종료하거나 관측을 정정하세요.</translation>
    </message>
    <message>
        <source>{n} sites are selected. Select two or more that are one site, in the list or on the map.</source>
        <translation>지점 {n}개가 선택되어 있습니다. 목록이나 지도에서 실제로 하나인 지점을 둘 이상 선택하세요.</translation>
    </message>
    <message>
        <source>1 site is selected. Select two or more that are one site, in the list or on the map.</source>
        <translation>지점 1곳을 선택했습니다. 목록이나 지도에서 같은 지점인 것을 둘 이상 선택하세요.</translation>
    </message>
    <message>
        <source>Choose, in the card of the site, the observations that are of another one. Then split it.</source>
        <translation>지점 카드에서 다른 지점에 속하는 관측을 선택한 다음 나누세요.</translation>
    </message>
    <message>
        <source>Retire on {day}</source>
        <translation>{day} 집계 종료</translation>
    </message>
    <message>
        <source>Merge {n} sites</source>
        <translation>지점 {n}개 병합</translation>
    </message>
    <message>
        <source>Split site</source>
        <translation>지점 나누기</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Move mark</source>
        <translation>표시 이동</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>표시 제거</translation>
    </message>
    <message>
        <source>Nothing was changed: write what is changed and why. It is stored in the record.</source>
        <translation>아무것도 변경하지 않았습니다. 무엇을 왜 변경하는지 적으세요. 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed: these are the values that the observation has.</source>
        <translation>아무것도 변경하지 않았습니다. 관측에 이미 있는 값과 같습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed: the first day, {first}, is after the last, {last}.</source>
        <translation>아무것도 변경하지 않았습니다. 첫 날짜 {first}이(가) 마지막 날짜 {last}보다 늦습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed: give the last day on which this was seen, as 2024-02-15.</source>
        <translation>아무것도 변경하지 않았습니다. 이것이 관측된 마지막 날짜를 2024-02-15처럼 적으세요.</translation>
    </message>
    <message>
        <source>Nothing was changed: {day} is later than today (UTC).</source>
        <translation>아무것도 변경하지 않았습니다. {day}은(는) 오늘(UTC)보다 늦습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed: choose the state that was seen.</source>
        <translation>아무것도 변경하지 않았습니다. 관측된 상태를 선택하세요.</translation>
    </message>
    <message>
        <source>Nothing was recorded: choose the source that reports it, or give the title of a new one.</source>
        <translation>아무것도 기록하지 않았습니다. 이를 보고한 출처를 선택하거나 새 출처의 제목을 적으세요.</translation>
    </message>
    <message>
        <source>This site is not in the survey any more. Select another one.</source>
        <translation>이 지점이 더 이상 조사에 없습니다. 다른 지점을 선택하세요.</translation>
    </message>
    <message>
        <source>The survey's searches are still being read. Begin the patrol in a moment.</source>
        <translation>조사의 탐색 기록을 아직 읽는 중입니다. 잠시 후 순찰을 시작하세요.</translation>
    </message>
    <message>
        <source>Search km {first} to {last}</source>
        <translation>km {first} ~ {last} 탐색</translation>
    </message>
    <message>
        <source>Choose a kind and click one dot of it on the picture, then find the others.</source>
        <translation>종류를 고르고 그림에서 그 종류의 점 하나를 클릭한 다음 나머지를 찾으십시오.</translation>
    </message>
    <message>
        <source>No site is ticked. Find the dots, or click them, and tick those to add.</source>
        <translation>선택된 지점이 없습니다. 점을 찾거나 클릭한 뒤 추가할 것을 선택하십시오.</translation>
    </message>
    <message>
        <source>The dots are still being found or placed. Try again in a moment.</source>
        <translation>점을 아직 찾거나 배치하는 중입니다. 잠시 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Finding dots</source>
        <translation>점 찾는 중</translation>
    </message>
    <message>
        <source>Read {n} sites off {file}</source>
        <translation>{file}에서 지점 {n}개 읽기</translation>
    </message>
    <message>
        <source>Placing dots</source>
        <translation>점 배치 중</translation>
    </message>
    <message>
        <source>Drawing the picture on the map</source>
        <translation>지도에 그림을 그리는 중</translation>
    </message>
    <message>
        <source>No picture is open. Choose the file of the picture first.</source>
        <translation>열린 그림이 없습니다. 먼저 그림 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>Measuring sites</source>
        <translation>지점 측정 중</translation>
    </message>
    <message>
        <source>Reading the searches</source>
        <translation>탐색 기록 읽는 중</translation>
    </message>
    <message>
        <source>Reading the survey</source>
        <translation>조사 읽는 중</translation>
    </message>
    <message>
        <source>Checking the record of changes</source>
        <translation>변경 기록 확인</translation>
    </message>
    <message>
        <source>A kind of site needs a word. Type one.</source>
        <translation>지점 종류에는 단어가 필요합니다. 입력하세요.</translation>
    </message>
    <message>
        <source>There is a kind of site called {word}. Choose another word.</source>
        <translation>{word}(이)라는 지점 종류가 이미 있습니다. 다른 단어를 선택하세요.</translation>
    </message>
    <message>
        <source>The key {key} is already in use. Choose another letter or digit, or none.</source>
        <translation>{key} 키에는 이미 다른 기능이 있습니다. 다른 글자나 숫자를 선택하거나 비워 두세요.</translation>
    </message>
    <message>
        <source>{n} sites are of the kind {word}. Give them another kind first, then remove it.</source>
        <translation>종류가 {word}인 지점이 {n}개 있습니다. 먼저 다른 종류로 바꾼 다음 제거하세요.</translation>
    </message>
    <message>
        <source>1 site is of the kind {word}. Give it another kind first, then remove that one.</source>
        <translation>종류가 {word}인 지점이 1곳 있습니다. 먼저 다른 종류로 바꾼 다음 그 종류를 빼세요.</translation>
    </message>
    <message>
        <source>Add a kind of site</source>
        <translation>지점 종류 추가</translation>
    </message>
    <message>
        <source>Change a kind of site</source>
        <translation>지점 종류 변경</translation>
    </message>
    <message>
        <source>Remove a kind of site</source>
        <translation>지점 종류 제거</translation>
    </message>
</context>
</TS>

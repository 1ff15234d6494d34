"""The header words of columns in lists of sites, in several languages, and the search for a field's columns."""

from __future__ import annotations

from collections.abc import Iterable

from yalu_plugin.core.importing.vocabulary import folded, parts

# Header words of each field of ColumnMap, as `folded` writes them. Where two columns fit one field, the earlier word
# wins.
HEADERS = {
    "pair": ("coordinates", "coordinate", "coords", "latlon", "latlng", "latlong", "latitudelongitude", "gps",
             "gpscoordinates", "mgrs", "mgrscoordinates", "gridreference", "gridref", "usng", "wkt", "wktgeom",
             "geom", "thegeom", "geometry", "geometrie", "wkbgeometry", "ewkb", "wkb", "geojson", "pluscode",
             "pluscodes", "olc", "position", "location", "point", "좌표", "위경도", "위치좌표", "위치", "坐标",
             "座標", "坐標位置", "经纬度", "經緯度", "координаты", "koordinaten", "coordonnées", "緯度経度"),
    "latitude": ("latitude", "lat", "latdd", "latdeg", "latd", "latdegrees", "latitudedegrees", "degreeslatitude",
                 "ycoord", "ycoordinate", "northing", "northings", "y", "위도", "북위", "纬度", "緯度", "北纬",
                 "широта", "breite", "breitengrad", "geographischebreite"),
    "longitude": ("longitude", "lon", "lng", "long", "londd", "londeg", "lond", "longdeg", "lngdeg", "longd",
                  "londegrees", "longitudedegrees", "degreeslongitude", "xcoord", "xcoordinate", "easting",
                  "eastings", "x", "경도", "동경", "经度", "經度", "东经", "経度", "долгота", "länge", "laenge",
                  "längengrad", "geographischelänge"),
    "latitude_minutes": ("latmin", "latm", "latminutes", "latitudeminutes", "latitudemin", "위도분", "纬度分", "緯度分",
                         "широтамин"),
    "latitude_seconds": ("latsec", "lats", "latseconds", "latitudeseconds", "latitudesec", "위도초", "纬度秒", "緯度秒",
                         "широтасек"),
    "latitude_hemisphere": ("lathem", "lathemisphere", "latitudehemisphere", "latdir", "latns", "ns", "latref"),
    "longitude_minutes": ("lonmin", "lonm", "longmin", "lngmin", "lonminutes", "longitudeminutes", "longitudemin",
                          "longm", "longminutes", "경도분", "经度分", "經度分", "経度分", "долготамин"),
    "longitude_seconds": ("lonsec", "lons", "longsec", "lngsec", "lonseconds", "longitudeseconds", "longitudesec",
                          "longs", "longseconds", "경도초", "经度秒", "經度秒", "経度秒", "долготасек"),
    "longitude_hemisphere": ("lonhem", "longhem", "lnghem", "lonhemisphere", "longitudehemisphere", "londir",
                             "lonew", "ew", "lonref", "longdir"),
    "utm_zone": ("utmzone", "zone", "gridzone", "utm"),
    "id": ("id", "siteid", "crossingid", "sourceref", "sourceid", "uuid", "guid", "identifier", "식별자", "아이디",
           "번호", "编号", "編號", "标识", "标识符", "идентификатор", "eventid", "pointid", "featureid", "placeid"),
    "county": ("county", "district", "gun", "군", "시군", "행정구역", "县", "縣", "郡", "区县", "市郡", "район",
               "уезд", "landkreis", "kreis"),
    "first_seen": ("firstseen", "firstseenon", "firstseendate", "datefirstseen", "firstseenfrom", "firstobserved",
                   "firstobservedon", "firstdate", "firstsighting", "earliest", "first", "최초", "最早", "처음본날",
                   "최초확인", "최초확인일", "최초관측", "최초관측일", "首次发现", "发现日期",
                   "首次发现日期", "首次观测", "впервыезамечен",
                   "erstmalsgesehen", "premièreobservation"),
    "first_seen_to": ("firstseento", "firstseenuntil", "firstseenlatest"),
    "last_seen": ("lastseen", "lastseenon", "lastseendate", "datelastseen", "lastobserved", "lastobservedon",
                  "lastdate", "lastsighting", "last", "latest", "최종", "최근", "最近", "最后",
                  "마지막본날", "최종확인", "최종확인일", "마지막관측", "최종관측",
                  "最后发现", "最近发现", "最后观测", "最后确认", "zuletztgesehen", "dernièreobservation"),
    "under_construction": ("underconstruction", "constructiondate", "constructionstart", "constructionstarted",
                           "건설중", "착공일", "在建", "施工日期"),
    "washed_out": ("washedout", "washedouton", "washedoutdate", "washout", "washoutdate", "유실", "유실일", "유실됨",
                   "冲毁", "冲毁日期", "已冲毁"),
    "removed": ("removed", "removedon", "removeddate", "removaldate", "dateremoved", "destroyed", "destroyedon",
                "datedestroyed", "gone", "goneby", "gonesince", "absent", "absentsince", "demolished", "dismantled",
                "철거", "철거일", "사라짐", "拆除", "拆除日期", "消失"),
    "date": ("date", "eventdate", "dateobserved", "observedon", "observationdate", "dateofobservation",
             "sightingdate", "imagerydate", "dateofimagery", "imagedate", "dateofimage", "acquisitiondate",
             "acquired", "acquiredon", "seen", "seenon", "observed", "sighted", "visited", "seenfrom", "dateseen",
             "day", "time", "dates", "datetime", "seenat", "observedat", "when", "datefrom", "startdate", "begin",
             "날짜", "일자", "관측일", "관측일자", "관측일시", "촬영일", "촬영일시", "촬영일자", "观测时间", "拍摄时间",
             "датасъемки", "датасъёмки", "датаснимка", "영상날짜", "日期", "观测日期", "影像日期",
             "拍摄日期", "日付", "観測日", "撮影日", "дата",
             "датанаблюдения", "datum", "aufnahmedatum", "beobachtungsdatum", "datedobservation"),
    "date_to": ("dateto", "seento", "seenuntil", "enddate", "end", "датаокончания", "enddatum"),
    "state": ("status", "state", "condition", "sitestatus", "상태", "현황", "状态", "狀態", "现状", "状況", "статус",
              "состояние", "zustand", "état", "statut"),
    "kind": ("kind", "type", "category", "class", "종류", "유형", "구분", "类型", "類型", "种类", "类别", "種類",
             "種別", "тип", "вид", "art", "typ", "kategorie", "catégorie"),
    "at_fence_gate": ("atfencegate", "fencegate", "gate", "fence", "철문", "철책통문", "울타리문", "围栏门", "铁门"),
    "confidence": ("confidence", "certainty", "신뢰도", "확실성", "可信度", "置信度"),
    "note": ("note", "notes", "remark", "remarks", "comment", "comments", "description", "desc", "비고", "설명",
             "메모", "备注", "備註", "说明", "描述", "備考", "примечание", "примечания", "комментарий", "описание",
             "bemerkung", "bemerkungen", "beschreibung", "anmerkung", "remarque", "remarques"),
    "name": ("name", "sitename", "site", "title", "label", "itemlabel", "placename", "crossing", "place", "location",
             "locality", "city", "town", "village", "이름", "명칭", "지명", "지점명", "지점", "장소", "도하지점",
             "名称", "名稱", "名字", "地名", "地点", "地點", "渡河点", "名前", "場所", "название", "наименование",
             "имя", "место", "ort", "ortsname", "bezeichnung", "nom", "lieu"),
}
# Fields that a single part of a header may name ("Latitude (WGS84)", county_name, description_en). Dates and ids are
# excluded: "modified date" may be the date of anything, "number of trucks" is not an id.
BY_PARTS = ("pair", "latitude", "longitude", "county", "kind", "state", "at_fence_gate", "confidence", "note", "name")
_OTHER_NAMES = {"file", "user", "image", "author", "layer", "scene", "country", "province", "source"}
# "previous status", "road condition", "vehicle type": not about the site as it was seen
_OF_OTHER_THINGS = {"previous", "prior", "former", "old", "past", "next", "planned", "expected", "initial", "road",
                    "bridge", "weather", "cloud", "water", "vehicle", "vehicles", "truck", "trucks", "cargo", "goods",
                    "source", "image", "imagery", "sensor", "satellite", "file", "geometry", "geom", "media", "report",
                    "document", "record", "data", "이전", "차량", "화물", "之前", "以前", "车辆", "货物"}
_OTHER_PLACES = {"nearest", "camera", "observer", "photographer", "sensor", "scene", "image", "viewer", "accuracy"}
_SIGHTING = {"observed", "observation", "event", "imagery", "image", "sighting", "seen", "acquisition", "acquired",
             "capture", "status", "state"}
# "date of status update", "image upload date", "seen by": about the entry, not about the site
_OF_THE_RECORD = {"report", "reported", "reporting", "publication", "published", "upload", "uploaded", "added",
                  "created", "creation", "modified", "update", "updated", "edit", "edited", "entry", "entered",
                  "download", "downloaded", "accessed", "retrieved", "ordered", "posted", "by"}
_NOT_SEEN = {"not", "no", "never", "without", "absent", "inactive", "gone", "missing", "unseen", "destroyed"}
_DIGITS = "0123456789"
_FIRST, _LAST, _SEEN = {"first", "earliest"}, {"last", "latest"}, {"seen", "observed", "sighting", "observation"}
_DAY = {"date", "dates", "day", "on", "at", "time"}


class Headers:
    """The headers of a file, indexed by meaning, so that a look-up does not slow down with the number of columns."""

    def __init__(self, columns: Iterable[str]) -> None:
        self._whole: dict[str, str] = {}
        self._parts: dict[str, list[str]] = {}
        self._of_dates: dict[str, list[str]] = {"date": [], "first_seen": [], "last_seen": []}
        for column in sorted(columns, key=_number_last):
            whole, pieces = folded(column), [piece.rstrip(_DIGITS) for piece in parts(column)]
            self._whole.setdefault(whole.rstrip(_DIGITS), column)
            self._whole.setdefault(whole, column)
            for piece in dict.fromkeys(pieces):
                self._parts.setdefault(piece, []).append(column)
            field = _field_of_date(set(pieces))
            if field:
                self._of_dates[field].append(column)

    def exact(self, field: str) -> list[str]:
        """Return the columns whose whole header is a word of the field, the best first."""
        return [self._whole[word] for word in HEADERS[field] if word in self._whole]

    def partial(self, field: str) -> list[str]:
        """Return the columns whose header names the field by one of its parts, the best first."""
        if field in self._of_dates:
            return self._of_dates[field]
        if field not in BY_PARTS:
            return []
        found = [column for word in HEADERS[field] if len(word) > 1 for column in self._columns_with(word)]
        if field == "name":
            found = [column for column in found if not _OTHER_NAMES & set(parts(column))]
        if field in ("kind", "state"):
            found = [column for column in found if not is_of_other_things(column)]
        if field in ("pair", "latitude", "longitude"):
            found = [column for column in found if not is_of_another_place(column)]
        return found

    def _columns_with(self, word: str) -> list[str]:
        """The columns with the word in the header; Korean and Chinese words need no blanks around them."""
        if word.isascii() or not _is_cjk(word):
            return self._parts.get(word, [])
        return [column for whole, column in self._whole.items() if word in whole]


def _number_last(column: str) -> str:
    """Sort key: date1 and date2 come after date, in this order; the other columns keep their order."""
    plain = folded(column)
    return plain if plain[-1:].isdigit() else ""


def is_another_date(column: str) -> bool:
    """Whether an unmapped column holds further dates of sightings ("date 2"); not a time of day."""
    plain = folded(column).rstrip(_DIGITS)
    return plain != "time" and (plain in HEADERS["date"] or _field_of_date(
        {piece.rstrip(_DIGITS) for piece in parts(column)}) == "date")


def is_of_other_things(column: str) -> bool:
    """Whether a header of several words shows that its kinds or states do not describe the site ("road condition")."""
    words = set(parts(column))
    return len(words) > 1 and bool(words & _OF_OTHER_THINGS)


def is_of_another_place(column: str) -> bool:
    """Whether a header shows that its coordinates are not the site's: "camera lat", "nearest town lon"."""
    return bool(_OTHER_PLACES & set(parts(column)))


def _field_of_date(pieces: set[str]) -> str | None:
    """Return the date field that a header of several words names: "first seen (UTC)", "date of the imagery"."""
    if pieces & (_OF_THE_RECORD | _NOT_SEEN):
        return None
    if pieces & _FIRST:
        return "first_seen" if pieces & _SEEN else None
    if pieces & _LAST:
        return "last_seen" if pieces & _SEEN else None
    return "date" if pieces & _SIGHTING and pieces & _DAY else None


def _is_cjk(word: str) -> bool:
    return any(char > "\u2e7f" for char in word)

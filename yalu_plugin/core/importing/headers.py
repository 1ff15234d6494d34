"""The words people use for the columns of a list of sites: English, Korean, Chinese."""

# Header words of each survey column. Words of more than one part are written without blanks.
HEADERS = {
    "pair": ("coordinate", "coordinates", "coords", "latlon", "latlng", "latlong", "latitudelongitude",
             "position", "location", "좌표", "위경도", "위치좌표", "坐标", "座標", "坐標位置", "经纬度",
             "經緯度"),
    "latitude": ("latitude", "lat", "y", "ycoord", "ycoordinate", "northing", "위도", "북위", "纬度",
                 "緯度", "北纬"),
    "longitude": ("longitude", "lon", "lng", "long", "x", "xcoord", "xcoordinate", "easting", "경도",
                  "동경", "经度", "經度", "东经"),
    "id": ("id", "siteid", "sourceref", "sourceid", "ref", "reference", "no", "number", "code", "uuid",
           "번호", "식별자", "일련번호", "编号", "編號", "序号", "代码"),
    "county": ("county", "district", "gun", "군", "시군", "행정구역", "县", "縣", "郡", "区县"),
    "first_seen": ("firstseen", "firstseenon", "firstseendate", "firstobserved", "firstdate", "date", "observedon",
                   "날짜", "일자", "최초확인", "최초확인일", "최초관측", "최초관측일", "日期", "首次发现", "发现日期",
                   "首次发现日期"),
    "kind": ("kind", "type", "category", "class", "종류", "유형", "구분", "类型", "類型", "种类", "类别"),
    "at_fence_gate": ("atfencegate", "fencegate", "gate", "fence", "철문", "울타리문", "围栏门", "铁门"),
    "confidence": ("confidence", "certainty", "신뢰도", "확실성", "可信度", "置信度"),
    "note": ("note", "notes", "remark", "remarks", "comment", "comments", "description", "desc", "비고",
             "설명", "메모", "备注", "備註", "说明", "描述"),
    "name": ("name", "sitename", "site", "title", "label", "placename", "이름", "명칭", "지명", "장소",
             "名称", "名稱", "名字", "地名"),
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Yalu</name>
    <message>
        <source>{value} is not an option of {name}. Write one of {choices}.</source>
        <translation>{value} 不是 {name} 的可选值。请写成以下之一：{choices}。</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>调查</translation>
    </message>
    <message>
        <source>Catalogue imagery</source>
        <translation>影像编目</translation>
    </message>
    <message>
        <source>Finds the images of a source and adds them to a survey with the date on which each was acquired. Of images in a folder the date comes from a STAC item next to the image, from its metadata, or from its name; each image says which. Images without a date are added as undated, never guessed. A file that may be an image and cannot be read is reported and left out. Nothing is fetched from the web for a file of this computer, and nothing outside of the folder is opened.</source>
        <translation>查找某一来源的影像，并连同各自的获取日期添加到调查中。文件夹中影像的日期取自影像旁的 STAC 条目、影像元数据或其名称，每幅影像都会注明依据。没有日期的影像按“无日期”添加，绝不猜测。可能是影像但无法读取的文件会被报告并略过。对于本计算机上的文件，不会从网络获取任何内容，也不会打开该文件夹之外的任何内容。</translation>
    </message>
    <message>
        <source>Source of images</source>
        <translation>影像来源</translation>
    </message>
    <message>
        <source>A folder, a ZIP file, a list of images (CSV with a column uri), the address of a STAC API, the address or file of a STAC catalog, a tile address with {x}, {y}, {z} and a date such as {yyyy}-{mm}, the address of a WMTS' or WMS' capabilities followed by |layer=NAME, or the word wayback for Esri's World Imagery Wayback. Empty: the folder below.</source>
        <translation>文件夹、ZIP 文件、影像列表（含 uri 列的 CSV）、STAC API 的地址、STAC 目录的地址或文件、含 {x}、{y}、{z} 及 {yyyy}-{mm} 等日期的切片地址、WMTS 或 WMS 的 capabilities 地址后接 |layer=NAME，或代表 Esri World Imagery Wayback 的单词 wayback。留空：使用下面的文件夹。</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>影像文件夹</translation>
    </message>
    <message>
        <source>The folder to look through, with all its subfolders and ZIP files. Nothing in it is changed.</source>
        <translation>要查找的文件夹，包括其所有子文件夹和 ZIP 文件。其中的内容不会被更改。</translation>
    </message>
    <message>
        <source>CRS of images that have none</source>
        <translation>无 CRS 影像的 CRS</translation>
    </message>
    <message>
        <source>For images of this computer that have a position and no CRS, a JPEG with a world file, say. Empty: they are reported and left out.</source>
        <translation>用于本计算机上有位置但没有 CRS 的影像，例如带有坐标文件（world file）的 JPEG。留空：报告并略过这些影像。</translation>
    </message>
    <message>
        <source>Where sources on the web are searched; Wayback needs it. Empty: anywhere. Images of this computer are added wherever they lie.</source>
        <translation>搜索网络来源的区域；Wayback 必须指定。留空：不限。本机上的影像无论位于何处都会添加。</translation>
    </message>
    <message>
        <source>Images of this day or later. Empty: from the first one on. A tile address needs it.</source>
        <translation>该日期或之后的影像。留空：从最早的影像开始。切片地址必须指定。</translation>
    </message>
    <message>
        <source>Dated images found</source>
        <translation>找到的有日期影像数</translation>
    </message>
    <message>
        <source>Undated images found</source>
        <translation>找到的无日期影像数</translation>
    </message>
    <message>
        <source>Compare two lists of crossings</source>
        <translation>对比两份渡河点列表</translation>
    </message>
    <message>
        <source>Pairs off the crossings of two lists. The same: one of each list within the tolerance; as many pairs as possible are found, and of all ways to pair them the one whose distances add up to the least. Split: one of a list and several of the other within the tolerance. Moved: of the rest, one of each list of the same kind and not clearly on opposite banks, within five times the tolerance both straight and along the river. Only in A, only in B: what is left. Crossings farther than 5 km from the river line are left out and named. Distances are on the WGS 84 ellipsoid.</source>
        <translation>将两份列表中的渡河点配对。相同：容差范围内各列表中的各一个点；配对尽可能多，并在所有配对方式中取距离总和最小者。拆分：容差范围内，一份列表中的一个点对应另一份中的多个点。移动：其余点中，两份列表里类型相同、且不明显位于对岸的各一个点，其直线距离和沿河距离均在容差的五倍以内。仅在 A、仅在 B：剩下的点。距河流线超过 5 km 的渡河点不计入并列出名称。距离按 WGS 84 椭球计算。</translation>
    </message>
    <message>
        <source>List A</source>
        <translation>列表 A</translation>
    </message>
    <message>
        <source>List B</source>
        <translation>列表 B</translation>
    </message>
    <message>
        <source>Point layer in any CRS. The fields id (or site_id), name and kind are used where present; ids must differ within the list.</source>
        <translation>任意坐标参照系的点图层。若有 id（或 site_id）、name 和 kind 字段则会使用；ID 在列表内不得重复。</translation>
    </message>
    <message>
        <source>Tolerance in metres</source>
        <translation>容差（米）</translation>
    </message>
    <message>
        <source>Metres, at most 5000. Two crossings nearer than this may be one. Take more than they are uncertain by in place, and less than the distance between crossings.</source>
        <translation>以米为单位，最大 5000。距离小于此值的两个渡河点可能是同一处。取值应大于位置的不确定度，且小于渡河点之间的间距。</translation>
    </message>
    <message>
        <source>Crossings of both lists</source>
        <translation>两份列表的渡河点</translation>
    </message>
    <message>
        <source>A point in WGS 84 for each row, at A's place, or at B's where it is in B only: status (same, split, moved, only_in_a, only_in_b), id, name, kind, chainage and side in both lists, how far B lies from A, straight and along the river (positive downstream), and the river line they refer to.</source>
        <translation>每行一个 WGS 84 点，位于 A 的位置；仅在 B 时位于 B 的位置。含 status（same、split、moved、only_in_a、only_in_b）、两份列表中的 id、name、kind、里程和岸别、B 距 A 的直线距离和沿河距离（向下游为正），以及这些数值所依据的河流线。</translation>
    </message>
    <message>
        <source>Lines from A to B</source>
        <translation>从 A 到 B 的线</translation>
    </message>
    <message>
        <source>The rows that have a crossing in both lists again, as lines from A's place to B's.</source>
        <translation>两份列表中都有渡河点的行，以从 A 的位置到 B 的位置的线表示。</translation>
    </message>
    <message>
        <source>Rows with the status {status}</source>
        <translation>状态为 {status} 的行数</translation>
    </message>
    <message>
        <source>River line: {line}</source>
        <translation>河流线：{line}</translation>
    </message>
    <message>
        <source>Compare with published claims</source>
        <translation>与已公布的主张对比</translation>
    </message>
    <message>
        <source>Writes every claim in the survey's table claims with what is measured here: distances along the river line and straight, on the WGS 84 ellipsoid and in the claim's own unit, and the number of sites located. The column fits says which reading confirms the claim: along, straight, both, neither, counted, or not_measurable with what is located. "About" allows 5 % either way, "exactly" half a percent, "at least" anything longer. Where the published text leaves an end open, along_least and straight_least are measured to the nearest possible place.</source>
        <translation>写出调查的 claims 表中的每项主张及在此测得的结果：沿河流线的距离和直线距离（WGS 84 椭球，采用主张自身的单位），以及已定位的地点数。fits 列说明哪种理解与主张相符：along、straight、both、neither、counted；若凭已定位的地点无法测量，则为 not_measurable。“About”允许上下 5 %，“exactly”允许 0.5 %，“at least”允许任何更长的值。若公布的措辞未明确某一端，则 along_least 和 straight_least 量到该端可能所在的最近位置。</translation>
    </message>
    <message>
        <source>The survey file (.gpkg) with the claims and the sites. It is only read.</source>
        <translation>含主张和地点的调查文件（.gpkg）。只读取，不写入。</translation>
    </message>
    <message>
        <source>Claims measured</source>
        <translation>测得的主张</translation>
    </message>
    <message>
        <source>A table with a row for each claim: claim_id, quantity, value, located, along, straight, fits, note, the river line that it was measured on, and the survey's record.</source>
        <translation>每项主张一行的表：claim_id、quantity、value、located、along、straight、fits、note、测量所用的河流线，以及调查更改记录的末条标识。</translation>
    </message>
    <message>
        <source>Summary of counts</source>
        <translation>计数汇总</translation>
    </message>
    <message>
        <source>Writes a row for each count and class of objects: area, UTC days of the image and what kind of date that is, image, analyst, number, and which share of the area the image shows. Scenes of a day show the same objects, so of each area and day one count counts: that on the image which shows most of the area, then that with the finest pixels, then that on the last scene; on one image the count started first, which a recount checks. For the others why_not says which one comes first. A count that was not finished is in progress, and does not count. TOTAL adds what counts, less repeated: objects in the overlap of two areas that were counted in both. What was there on two days is in it twice. A finished count that found nothing has one row with the number 0.</source>
        <translation>为每次计数的每个目标类别写出一行：计数区、影像的 UTC 日期及日期类型、影像、分析人员、数量，以及影像显示了计数区的多大比例。同一天的各景影像显示的是同样的目标，因此每个计数区每天只计入一次计数：优先取显示计数区最多的影像上的计数，其次取像素最细的，再次取最后一景影像上的；同一影像上取先开始的计数，重计是对它的检核。对其余计数，why_not 说明哪一次优先。未完成的计数处于进行中，不计入。TOTAL 为计入数量的合计减去 repeated：即位于两个计数区重叠处、在两区中都计过的目标。两天都停在那里的目标在其中计两次。已完成而一无所获的计数有一行，数量为 0。</translation>
    </message>
    <message>
        <source>The survey file (.gpkg). It is only read.</source>
        <translation>调查文件（.gpkg）。只读取，不写入。</translation>
    </message>
    <message>
        <source>Counts by area, day and class</source>
        <translation>按计数区、日期和类别的计数</translation>
    </message>
    <message>
        <source>A table without geometry. first_day is empty where the image is dated at or before last_day.</source>
        <translation>不含几何图形的表。影像日期仅知为 last_day 或之前时，first_day 为空。</translation>
    </message>
    <message>
        <source>Objects in the counts that count</source>
        <translation>计入的计数中的目标数</translation>
    </message>
    <message>
        <source>Counts that count</source>
        <translation>计入的计数次数</translation>
    </message>
    <message>
        <source>Counts in progress, not in the total</source>
        <translation>进行中、未计入合计的计数</translation>
    </message>
    <message>
        <source>Left out: {n} marks that belong to no count.</source>
        <translation>已略过：{n} 个不属于任何计数的标记。</translation>
    </message>
    <message>
        <source>Not in the total: {n} counts in progress.</source>
        <translation>未计入合计：{n} 次进行中的计数。</translation>
    </message>
    <message>
        <source>Create survey</source>
        <translation>创建调查</translation>
    </message>
    <message>
        <source>Creates a survey: one GeoPackage with tables for sites, observations, images, sources and claims, the river line, and its own styles. A file that exists is never overwritten.</source>
        <translation>创建调查：一个 GeoPackage 文件，包含地点、观测、影像、来源和主张等表，以及河流线和自带的样式。绝不覆盖已有文件。</translation>
    </message>
    <message>
        <source>With the published sites</source>
        <translation>包含已公布的地点</translation>
    </message>
    <message>
        <source>Fill the survey with the published sites, observations, sources and claims that come with the plugin. Without it, the survey holds the river line only.</source>
        <translation>用插件自带的已公布地点、观测、来源和主张填充调查。不勾选时，调查中只有河流线。</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>The new GeoPackage (.gpkg). Its name becomes the survey's title. It must not exist yet.</source>
        <translation>新的 GeoPackage 文件（.gpkg）。文件名即为调查的标题。该文件不得已经存在。</translation>
    </message>
    <message>
        <source>{count} sites in {path}</source>
        <translation>{path} 中有 {count} 个地点</translation>
    </message>
    <message>
        <source>GCJ-02 (Amap, Tencent) or BD-09 (Baidu), whose shift is undone, or as stated in each row; empty if they are not shifted. The note of each converted site says so.</source>
        <translation>GCJ-02（高德、腾讯）或 BD-09（百度），其偏移会被撤销；或按各行所述；未偏移则留空。转换后的地点在备注中注明。</translation>
    </message>
    <message>
        <source>DATUM={datum} converts them.</source>
        <translation>设置 DATUM={datum} 即可转换。</translation>
    </message>
    <message>
        <source>Length of a tank</source>
        <translation>储罐长度</translation>
    </message>
    <message>
        <source>Diameter of a tank</source>
        <translation>储罐直径</translation>
    </message>
    <message>
        <source>Allowance for the tank's walls</source>
        <translation>罐壁扣除率</translation>
    </message>
    <message>
        <source>Weight of a cubic foot of fuel</source>
        <translation>每立方英尺燃油的重量</translation>
    </message>
    <message>
        <source>Weight of a US gallon of fuel</source>
        <translation>每美制加仑燃油的重量</translation>
    </message>
    <message>
        <source>Tanks of a station</source>
        <translation>每座加油站的储罐数</translation>
    </message>
    <message>
        <source>Filling stations</source>
        <translation>加油站</translation>
    </message>
    <message>
        <source>Fillings of a tank in a month</source>
        <translation>储罐每月加注次数</translation>
    </message>
    <message>
        <source>Cap on imports</source>
        <translation>进口上限</translation>
    </message>
    <message>
        <source>Volume of a tank, a cylinder</source>
        <translation>储罐容积（圆柱体）</translation>
    </message>
    <message>
        <source>Volume less the allowance</source>
        <translation>扣除罐壁后的容积</translation>
    </message>
    <message>
        <source>Weight of the fuel in a tank</source>
        <translation>储罐内燃油的重量</translation>
    </message>
    <message>
        <source>Fuel in a tank</source>
        <translation>储罐内的燃油</translation>
    </message>
    <message>
        <source>Fuel for all stations in a month</source>
        <translation>全部加油站每月燃油量</translation>
    </message>
    <message>
        <source>The same in barrels of 42 US gallons</source>
        <translation>同上，以 42 美制加仑的桶计</translation>
    </message>
    <message>
        <source>Fuel for all stations in a year</source>
        <translation>全部加油站每年燃油量</translation>
    </message>
    <message>
        <source>Share of the cap</source>
        <translation>与上限之比</translation>
    </message>
    <message>
        <source>SITES has no column "kind", so its filling stations cannot be counted. Give a survey's sites, or STATIONS.</source>
        <translation>SITES 没有“kind”列，因此无法统计其中的加油站。请指定调查的地点，或 STATIONS。</translation>
    </message>
    <message>
        <source>Estimate fuel of filling stations</source>
        <translation>估算加油站燃油量</translation>
    </message>
    <message>
        <source>Estimates how much fuel filling stations would take, as {source} did for 122 stations: from the size of a tank on imagery to barrels a year and the share of the cap on imports. Every assumption can be changed and is in the table. Nothing is rounded; the document rounds at every step, and its figures are next to those computed from its own assumptions. It is an estimate of what the tanks could hold, not of what was sold.</source>
        <translation>按照 {source} 对 122 座加油站的算法，计算加油站所需的燃油量：从影像上测得的储罐尺寸，算到每年桶数及其与进口上限之比。每项假设均可更改，并列在表中。计算不作舍入；原文在每一步都作舍入，其数字列在按其自身假设算得的数值旁边。这是对储罐可容纳量的估算，而非对销售量的估算。</translation>
    </message>
    <message>
        <source>Length of a tank, feet</source>
        <translation>储罐长度（英尺）</translation>
    </message>
    <message>
        <source>How long a tank is, as measured on imagery, in feet.</source>
        <translation>在影像上测得的储罐长度，以英尺计。</translation>
    </message>
    <message>
        <source>Diameter of a tank, feet</source>
        <translation>储罐直径（英尺）</translation>
    </message>
    <message>
        <source>How wide a tank is, as measured on imagery, in feet.</source>
        <translation>在影像上测得的储罐宽度，以英尺计。</translation>
    </message>
    <message>
        <source>Allowance, percent</source>
        <translation>扣除率（百分比）</translation>
    </message>
    <message>
        <source>What is taken off a tank's volume for the thickness of its walls, 0 to 100.</source>
        <translation>因罐壁厚度而从储罐容积中扣除的百分比，0 至 100。</translation>
    </message>
    <message>
        <source>Pounds in a cubic foot of fuel</source>
        <translation>每立方英尺燃油的磅数</translation>
    </message>
    <message>
        <source>The weight of a cubic foot of fuel, in pounds.</source>
        <translation>每立方英尺燃油的重量，以磅计。</translation>
    </message>
    <message>
        <source>Pounds in a US gallon of fuel</source>
        <translation>每美制加仑燃油的磅数</translation>
    </message>
    <message>
        <source>The weight of a US gallon of fuel, in pounds.</source>
        <translation>每美制加仑燃油的重量，以磅计。</translation>
    </message>
    <message>
        <source>As many as a station has on average.</source>
        <translation>每座加油站的平均储罐数。</translation>
    </message>
    <message>
        <source>How many there are; not asked where SITES is given.</source>
        <translation>加油站的数量；指定 SITES 时不使用。</translation>
    </message>
    <message>
        <source>Sites to count the stations of</source>
        <translation>用于统计加油站的地点</translation>
    </message>
    <message>
        <source>A layer with a column kind, as a survey's sites: those of kind fuel_station are counted.</source>
        <translation>带有 kind 列的图层，例如调查的地点：统计其中类型为 fuel_station 的地点。</translation>
    </message>
    <message>
        <source>How often each tank is filled in a month.</source>
        <translation>每个储罐每月加注的次数。</translation>
    </message>
    <message>
        <source>Cap on imports, barrels a year</source>
        <translation>进口上限（桶/年）</translation>
    </message>
    <message>
        <source>What may be imported in a year, in barrels of 42 US gallons.</source>
        <translation>一年内可进口的数量，以 42 美制加仑的桶计。</translation>
    </message>
    <message>
        <source>Units of the table</source>
        <translation>表的单位</translation>
    </message>
    <message>
        <source>imperial or metric. The outputs and what was published stay in gallons and barrels.</source>
        <translation>imperial（英制）或 metric（公制）。输出值和已公布的数值仍以加仑和桶计。</translation>
    </message>
    <message>
        <source>Steps of the estimate</source>
        <translation>估算步骤</translation>
    </message>
    <message>
        <source>A table with a row for each assumption and each step: step, quantity, value, unit, published, published_unit, source.</source>
        <translation>每项假设和每个步骤各占一行的表：step、quantity、value、unit、published、published_unit、source。</translation>
    </message>
    <message>
        <source>US gallons a month</source>
        <translation>美制加仑/月</translation>
    </message>
    <message>
        <source>Barrels a year</source>
        <translation>桶/年</translation>
    </message>
    <message>
        <source>{stations} stations take {gallons:,.0f} US gallons a month, {barrels:,.0f} barrels a year: {ratio:.2f} times the cap.</source>
        <translation>{stations} 座加油站每月需 {gallons:,.0f} 美制加仑，每年需 {barrels:,.0f} 桶：为上限的 {ratio:.2f} 倍。</translation>
    </message>
    <message>
        <source>The two weights are not of one fuel: {gallon} lb in a US gallon are {foot:.2f} lb in a cubic foot, not {given}.</source>
        <translation>两个重量不属于同一种燃油：每美制加仑 {gallon} lb 相当于每立方英尺 {foot:.2f} lb，而不是 {given}。</translation>
    </message>
    <message>
        <source>{value} is not a day. Write {name} as 2025-07-30.</source>
        <translation>{value} 不是日期。请将 {name} 写成 2025-07-30 的形式。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: the sites are shown as they were then. Empty: the latest date in the survey.</source>
        <translation>UTC 日期，例如 2025-07-30：显示地点在当日的状态。留空：采用调查中最近的日期。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>PDF (0) keeps text as text, PNG (1) has 250 dots per inch, SVG (2) can be edited, GEOPDF (3) has the layers of its maps: give the name or the number. If empty, the suffix of the file to write decides. Several pages in any format except plain PDF are written as files in a folder.</source>
        <translation>PDF（0）保留文字，PNG（1）为 250 dpi，SVG（2）可以编辑，GEOPDF（3）带有地图的图层：请给出名称或编号。留空则由要写入文件的扩展名决定。除普通 PDF 外，多页会作为一个文件夹中的多个文件写入。</translation>
    </message>
    <message>
        <source>The file to write. It is replaced only when the new one is complete.</source>
        <translation>要写入的文件。仅在新文件完成后才会替换。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>A layout template (.qpt) of your own. Its items are found by their ids: {ids}. A template is code: use none of unknown origin.</source>
        <translation>您自己的布局模板（.qpt）。其中的项目按 ID 查找：{ids}。模板是代码：请勿使用来源不明的模板。</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>A4 (0), A3 (1), A2 (2) or A1 (3): give the name or the number. Empty: the template's.</source>
        <translation>A4（0）、A3（1）、A2（2）或 A1（3）：请给出名称或编号。留空：按模板的大小。</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>纸张方向</translation>
    </message>
    <message>
        <source>landscape (0) or portrait (1): give the name or the number. A template of your own keeps its orientation.</source>
        <translation>landscape（0，横向）或 portrait（1，纵向）：请给出名称或编号。您自己的模板采用其自身的方向。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of the page: en (0), ko (1) or zh_CN (2). Empty: the language of QGIS.</source>
        <translation>页面的语言：en（0）、ko（1）或 zh_CN（2）。留空：采用 QGIS 的语言。</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>A picture (SVG, PNG, JPEG) for the upper right corner.</source>
        <translation>放在右上角的图片（SVG、PNG、JPEG）。</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>密级</translation>
    </message>
    <message>
        <source>A line for the head and the foot of each page.</source>
        <translation>放在每页页眉和页脚的一行文字。</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>The colour of the bar at the head of each page.</source>
        <translation>每页顶部横条的颜色。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>How many pages the map may take; the more, the larger the scale. 0: one, or up to four so that neighbours can be told apart.</source>
        <translation>地图可占用的页数；页数越多，比例尺越大。0：一页，或为区分相邻地点最多四页。</translation>
    </message>
    <message>
        <source>Scale 1:</source>
        <translation>比例尺 1:</translation>
    </message>
    <message>
        <source>The scale's denominator, such as 100000, on as many pages as that takes. Empty: chosen by the number of pages.</source>
        <translation>比例尺分母，例如 100000；按需要占用页数。留空：由页数决定。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>pages (0), poster (1): all panels on one long page, or booklet (2): many pages, at 1:50,000 unless a scale is given, and first a map that shows where each of them lies. Give the name or the number.</source>
        <translation>pages（0）；poster（1）：所有图幅排在一张长页上；或 booklet（2）：多页，未指定比例尺时为 1:50,000，最前面是显示各页位置的地图。请给出名称或编号。</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>The names of the chapters; all of them if empty: {names}.</source>
        <translation>章节的名称，留空则包含全部章节：{names}。</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>Which sites have a sheet: all (0), or observed (1), only those with observations.</source>
        <translation>哪些地点有单页：all（0）为全部，observed（1）为仅有观测的地点。</translation>
    </message>
    <message>
        <source>Export sites</source>
        <translation>导出地点</translation>
    </message>
    <message>
        <source>Writes sites of a survey for other programs, with their ids: once edited there, the file can be imported again, and the import shows what was changed. KMZ: for Google Earth. CSV: the sites in OUTPUT, with observations and matrix in files next to it whose names end with _observations and _matrix. XLSX: the same as sheets. GeoJSON and SHP: the sites in OUTPUT, and their states over time in a file that ends with _states. GPKG: sites, states and observations as layers. GPX: waypoints. States are as known on DATE. The plugin's guide describes all columns.</source>
        <translation>将调查的地点连同其 id 写出供其他程序使用：在那里编辑后可重新导入该文件，导入会显示有何更改。KMZ：用于 Google Earth。CSV：地点在 OUTPUT 中，观测和矩阵在其旁名称以 _observations 和 _matrix 结尾的文件中。XLSX：相同内容的工作表。GeoJSON 和 SHP：地点在 OUTPUT 中，各时期状态在以 _states 结尾的文件中。GPKG：地点、状态和观测图层。GPX：航点。状态为截至 DATE 所知。插件指南说明了所有列。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>A QGIS expression on the columns of the exported sites that is true for those to export, such as "kind" = 'barge_dock' AND "state" = 'present', or "chainage_km" BETWEEN 0 AND 60. Empty: all sites.</source>
        <translation>针对所导出地点各列的 QGIS 表达式，对要导出的地点为真，例如 "kind" = 'barge_dock' AND "state" = 'present'，或 "chainage_km" BETWEEN 0 AND 60。留空：所有地点。</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: states and observations are as known on it. Empty: the latest.</source>
        <translation>UTC 日期，如 2025-07-30：状态和观测为截至该日所知。留空：最近的。</translation>
    </message>
    <message>
        <source>The format to write: {formats}.</source>
        <translation>要写入的格式：{formats}。</translation>
    </message>
    <message>
        <source>Folders by</source>
        <translation>文件夹按</translation>
    </message>
    <message>
        <source>KMZ: the folders of the sites are their kinds, their counties or the quarters in which they were first seen.</source>
        <translation>KMZ：地点的文件夹按其类型、县或首次发现的季度。</translation>
    </message>
    <message>
        <source>The file to write; its name gets the ending of FORMAT. It is replaced only when the new one is complete.</source>
        <translation>要写入的文件；其名称带有 FORMAT 的扩展名。只有在新文件完整后才会替换。</translation>
    </message>
    <message>
        <source>{sites} sites exported</source>
        <translation>已导出 {sites} 个地点</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>First day (UTC)</source>
        <translation>起始日期（UTC）</translation>
    </message>
    <message>
        <source>Last day (UTC)</source>
        <translation>结束日期（UTC）</translation>
    </message>
    <message>
        <source>Images of this day or earlier. Empty: up to the last one.</source>
        <translation>该日期或之前的影像。留空：直到最近的影像。</translation>
    </message>
    <message>
        <source>The survey (.gpkg) that the images are added to. An image that it has already is refreshed.</source>
        <translation>保存影像信息的调查文件（.gpkg）。已登记的影像会被刷新。</translation>
    </message>
    <message>
        <source>{dated} dated and {undated} undated images, {new} of them new to the survey.</source>
        <translation>有日期影像 {dated} 幅，无日期影像 {undated} 幅，其中新加入调查的 {new} 幅。</translation>
    </message>
    <message>
        <source>The report {path} cannot be written, so nothing was imported. Choose another place.</source>
        <translation>无法写入报告 {path}，因此未导入任何内容。请选择其他位置。</translation>
    </message>
    <message>
        <source>Row {row}: {difference}</source>
        <translation>第 {row} 行：{difference}</translation>
    </message>
    <message>
        <source>… and {n} more rows: the report has them</source>
        <translation>… 另有 {n} 行：见报告</translation>
    </message>
    <message>
        <source>{n} sites of the survey are not in the list any more</source>
        <translation>调查中有 {n} 个地点已不在列表中</translation>
    </message>
    <message>
        <source>In {n} rows the survey stays as it is. To take the list's word there, set “Whose word counts” (UPDATE): {example}</source>
        <translation>{n} 行中调查的值保持不变。要采用列表的值，请设置“以谁为准”（UPDATE）：{example}</translation>
    </message>
    <message>
        <source>Row {row} refused: {reason}</source>
        <translation>第 {row} 行已拒绝：{reason}</translation>
    </message>
    <message>
        <source>Row {row} repaired: {reason}</source>
        <translation>第 {row} 行已修复：{reason}</translation>
    </message>
    <message>
        <source>Row {row} imported, to be checked: {reason}</source>
        <translation>第 {row} 行已导入，待核查：{reason}</translation>
    </message>
    <message>
        <source>Row {row} left out until its question is answered: {reason}</source>
        <translation>第 {row} 行在得到答复之前不导入：{reason}</translation>
    </message>
    <message>
        <source>Import sites</source>
        <translation>导入地点</translation>
    </message>
    <message>
        <source>Adds the sites of a file to a survey, with the states and dates that it has for them. Encoding, delimiter and the meaning of columns and texts are detected. Each row is good, repaired (latitude and longitude swapped, say), imported but to be checked (far from the river, say), left out until its question is answered (a site that may be in the survey already), or refused (impossible or missing coordinates). The report says which and why, and lists the texts that can be mapped. A list that was imported before is an update: the same list changes nothing, and of a newer one the report lists the differences, of which nothing is taken unless you say so. Another survey is imported as a whole: sites, observations, images and sources.</source>
        <translation>将文件中的地点连同其状态和日期添加到调查中。编码、分隔符以及列和文本的含义自动识别。每一行为：良好、已修复（例如纬度和经度互换）、已导入但需检查（例如离河很远）、待回答问题（可能已在调查中的地点）或被拒绝（坐标不可能或缺失）。报告说明是哪一种及原因，并列出可映射的文本。以前导入过的列表是一次更新：相同的列表不改变任何内容，较新的列表在报告中列出差异，除非您指定，否则不采用任何内容。另一个调查将整体导入：地点、观测、影像和来源。</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Write nothing to the survey; the counts and the report say what would be written.</source>
        <translation>不向调查写入任何内容；计数和报告说明将会写入什么。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The number, name, status and reason of every row, what it changes in the survey, and the texts of the file, as JSON.</source>
        <translation>每行的编号、名称、状态和原因、它在调查中更改的内容以及文件中的文本，JSON 格式。</translation>
    </message>
    <message>
        <source>Sites imported</source>
        <translation>导入的地点数</translation>
    </message>
    <message>
        <source>Rows repaired on import</source>
        <translation>导入时修复的行数</translation>
    </message>
    <message>
        <source>Rows imported that are to be checked</source>
        <translation>已导入且待核查的行数</translation>
    </message>
    <message>
        <source>Rows left out until their questions are answered</source>
        <translation>在得到答复之前不导入的行数</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>被拒绝的行数</translation>
    </message>
    <message>
        <source>Sites of the survey changed</source>
        <translation>调查中已更改的地点</translation>
    </message>
    <message>
        <source>Sites that the list has no longer</source>
        <translation>列表中已没有的地点</translation>
    </message>
    <message>
        <source>File of sites</source>
        <translation>地点文件</translation>
    </message>
    <message>
        <source>CSV, TSV, text, XLSX, ODS, GeoJSON, GeoPackage, Shapefile, KML, KMZ, GPX and others, in any encoding and coordinate reference system, or another survey. It is not changed.</source>
        <translation>CSV、TSV、文本、XLSX、ODS、GeoJSON、GeoPackage、Shapefile、KML、KMZ、GPX 等，编码和坐标参照系不限；也可以是其他调查。该文件不会被更改。</translation>
    </message>
    <message>
        <source>The survey (.gpkg) that the sites are added to.</source>
        <translation>要添加地点的调查文件（.gpkg）。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What the survey will name as the source of the sites; the file's name if empty.</source>
        <translation>调查中记为这些地点来源的名称；留空则为文件名。</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>坐标参照系</translation>
    </message>
    <message>
        <source>For a file that states none, such as a Shapefile without .prj or a table with projected x and y. Without it, latitude and longitude columns are WGS 84.</source>
        <translation>用于未注明坐标参照系的文件，例如没有 .prj 的 Shapefile，或含投影坐标 x、y 的表格。不指定时，经纬度列按 WGS 84 处理。</translation>
    </message>
    <message>
        <source>Coordinates are</source>
        <translation>坐标为</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>The character encoding of the file, such as cp949; detected if empty.</source>
        <translation>文件的文字编码，例如 cp949；留空则自动识别。</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>The character between columns; detected if empty.</source>
        <translation>列之间的符号；留空则自动识别。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>The layer, folder or sheet to read, or several as a JSON list; all if empty.</source>
        <translation>要读取的图层、文件夹或工作表；多个时写成 JSON 列表；留空则全部读取。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>A JSON object of fields and the columns that hold them, where they are not to be detected: {example}. null for none. A field that does not exist is answered with the list of fields.</source>
        <translation>由字段及其所在列组成的 JSON 对象，用于不应自动识别的字段：{example}。null 表示没有。若字段不存在，会以字段列表作答。</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期列表</translation>
    </message>
    <message>
        <source>A JSON object of texts of the file and what they mean: {example}; empty for not read. The report lists the texts.</source>
        <translation>由文件中的原文及其含义组成的 JSON 对象：{example}；空值表示不读取。报告会列出这些原文。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>A JSON object of row numbers and answers for rows that may be a site of the survey: {example}. same: it is that site; separate: another site; leave_out: not imported. * is every other such row.</source>
        <translation>由行号和答复组成的 JSON 对象，用于可能是已知地点的行：{example}。same：就是该地点；separate：不同地点；leave_out：不导入。* 表示其余所有此类行。</translation>
    </message>
    <message>
        <source>Whose word counts</source>
        <translation>以谁为准</translation>
    </message>
    <message>
        <source>A JSON object of fields in which the list differs from the survey, and whose word counts, the survey's or the list's: {example}. A key may also be a row (12), or a row's field (12.name); * is all others. Without it the survey stays as it is.</source>
        <translation>JSON 对象：列表与调查不同的字段，以及以调查还是列表为准：{example}。键也可以是行 (12) 或某行的字段 (12.name)；* 表示其余全部。没有它，调查保持不变。</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>不在列表中</translation>
    </message>
    <message>
        <source>A JSON object of ids of sites that the list had and has no longer, and what is done: {example}. keep; retire, as of today; delete, if the site has no source. * is all others. Without it they are kept.</source>
        <translation>JSON 对象：列表曾有而现已没有的地点编号及处理方式：{example}。keep 保留；retire 自今天起停止计入；delete 删除没有来源的地点。* 表示其余全部。没有它则保留。</translation>
    </message>
    <message>
        <source>{name} is not a JSON object. Write it like {{"text": "value"}}.</source>
        <translation>{name} 不是 JSON 对象。请写成 {{"text": "value"}} 的形式。</translation>
    </message>
    <message>
        <source>{name} has the unknown field {field}. Use: {fields}.</source>
        <translation>{name} 中有未知字段 {field}。请使用：{fields}。</translation>
    </message>
    <message>
        <source>{name} cannot take {value}. Use: {values}.</source>
        <translation>{name} 不能取值 {value}。请使用：{values}。</translation>
    </message>
    <message>
        <source>Measure corridor</source>
        <translation>测量廊道</translation>
    </message>
    <message>
        <source>Measures crossings along a river: chainage from a datum, growing downstream; gap to the next crossing along the river and straight; offset from the line; bank side looking downstream; county reach. Distances are geodesic on the WGS 84 ellipsoid, whatever the project's CRS and ellipsoid are. Every feature has a row. Staging areas, fuel stations and other sites that are not crossings, crossings farther than 5 km from the line and features without a point have "counted" false and a "reason": they are in no gap, extent or count. Within 2 km of a county break the county is uncertain.</source>
        <translation>沿河测量渡河点：自起算点起、向下游递增的里程；到下一渡河点的沿河间距和直线间距；距线的偏距；面向下游时的岸别；所属市郡河段。无论工程的 CRS 和椭球为何，距离均为 WGS 84 椭球上的大地线距离。每个要素占一行。集结区、加油站等不是渡河点的地点、距线超过 5 km 的渡河点以及没有点的要素，其“counted”为 false，旁边注明原因：它们不计入任何间距、跨度或数量。距市郡分界 2 km 以内时，所属市郡不确定。</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>渡河点</translation>
    </message>
    <message>
        <source>Point layer in any CRS. The fields id (or site_id), name and kind are used where present; ids must differ. Of the survey's kinds only vehicle_ford and barge_dock count; of other lists' kinds bridges, dams and staging areas do not, and an unknown kind counts with a warning.</source>
        <translation>任意 CRS 的点图层。有 id（或 site_id）、name、kind 字段时会使用；id 不得重复。调查的种类中只计 vehicle_ford 和 barge_dock；以其他词语写明的桥梁、水坝和集结区不计，未知词语计入并给出警告。</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>起算点</translation>
    </message>
    <message>
        <source>The point whose nearest point on the line is chainage 0. Coordinates without a CRS are longitude, latitude in WGS 84. Left empty, it is the sandbar ford at Hyesan, or the line's upstream end where that ford is more than 5 km away.</source>
        <translation>线上距该点最近的点里程为 0。不带坐标参照系的坐标视为 WGS 84 经度、纬度。留空则为惠山沙洲涉水点；若该处距离超过 5 km，则为线的上游端。</translation>
    </message>
    <message>
        <source>Measured crossings</source>
        <translation>测得的渡河点</translation>
    </message>
    <message>
        <source>Points in WGS 84 in order downstream, with chainage_km, offset_m, side, gap_along_km, gap_straight_km, county and county_certain, whether the row is counted as a crossing and if not the reason (other_kind, retired, off_line, no_point, not_one_point, outside_crs), and the datum and line they refer to. Rows without a place come last.</source>
        <translation>按下游顺序排列的 WGS 84 点，含 chainage_km、offset_m、side、gap_along_km、gap_straight_km、county 和 county_certain，该行是否计为渡河点，若否则注明原因（other_kind、retired、off_line、no_point、not_one_point、outside_crs），以及这些数值所依据的起算点和线。没有位置的行排在最后。</translation>
    </message>
    <message>
        <source>Along the river between the outermost crossings, km</source>
        <translation>最外侧渡河点之间的沿河距离（km）</translation>
    </message>
    <message>
        <source>Straight between the outermost crossings, km</source>
        <translation>最外侧渡河点之间的直线距离（km）</translation>
    </message>
    <message>
        <source>Along divided by straight</source>
        <translation>沿河距离与直线距离之比</translation>
    </message>
    <message>
        <source>Crossings measured</source>
        <translation>测得的渡河点数</translation>
    </message>
    <message>
        <source>Attribution and licence of the river line</source>
        <translation>河流线的署名与许可</translation>
    </message>
    <message>
        <source>The river line, its vertices and their mean spacing</source>
        <translation>河流线、其顶点数及平均间距</translation>
    </message>
    <message>
        <source>The datum {datum} is not a longitude and latitude. Add its CRS, as in 440000,4585000 [EPSG:32652].</source>
        <translation>起算点 {datum} 不是经纬度。请附上坐标参照系，例如 440000,4585000 [EPSG:32652]。</translation>
    </message>
    <message>
        <source>River line: {line}, vertices running {direction}</source>
        <translation>河流线：{line}，顶点走向 {direction}</translation>
    </message>
    <message>
        <source>Datum: {lon:.6f}, {lat:.6f}, {offset:.0f} m from the line</source>
        <translation>起算点：{lon:.6f}, {lat:.6f}，距线 {offset:.0f} m</translation>
    </message>
    <message>
        <source>Yalu crossings</source>
        <translation>鸭绿江渡河点</translation>
    </message>
    <message>
        <source>River line</source>
        <translation>河流线</translation>
    </message>
    <message>
        <source>One river line in any CRS; parts must join end to end. Left empty, the bundled Yalu line is used. Near the Yalu line the downstream direction is detected; on another river a field named direction states it, or else the line is taken to run downstream.</source>
        <translation>任意坐标参照系的一条河流线；多个部分必须首尾相接。留空则使用内置的鸭绿江线。在鸭绿江线旁会自动判断下游方向；其他河流由名为 direction 的字段说明，否则视为线走向下游。</translation>
    </message>
    <message>
        <source>Bridge gaps</source>
        <translation>连接间隙</translation>
    </message>
    <message>
        <source>Join the line's parts over the gaps between them with straight stretches. The bridged length is reported with the line.</source>
        <translation>用直线段跨越间隙，连接线的各部分。所连接的长度（米）会随线一并注明。</translation>
    </message>
    <message>
        <source>List {which}: </source>
        <translation>列表 {which}： </translation>
    </message>
    <message>
        <source>Not counted: {other} that are not crossings, {empty} without a point</source>
        <translation>未计入：不是渡河点的 {other} 个，没有点的 {empty} 个</translation>
    </message>
    <message>
        <source>Not counted, retired: {n}</source>
        <translation>因已停止计入而未计：{n} 个</translation>
    </message>
    <message>
        <source>Counted as crossings, though these kinds may not be: {kinds}</source>
        <translation>已计为渡口，但可能并非渡口的种类：{kinds}</translation>
    </message>
    <message>
        <source>Not counted, farther than 5 km from the line: {names}</source>
        <translation>未计入，距线超过 5 km：{names}</translation>
    </message>
    <message>
        <source>Share of the river line searched, 0 to 1</source>
        <translation>河流线中已搜寻的比例，0 至 1</translation>
    </message>
    <message>
        <source>Kilometres searched</source>
        <translation>已搜寻的长度（公里）</translation>
    </message>
    <message>
        <source>Kilometres of the river line</source>
        <translation>河流线的长度（公里）</translation>
    </message>
    <message>
        <source>Kilometres where nothing could be observed</source>
        <translation>无法判读的长度（公里）</translation>
    </message>
    <message>
        <source>END {end} is before START {start}. Give the first day as START and the last as END.</source>
        <translation>END {end} 早于 START {start}。请将起始日期填为 START，结束日期填为 END。</translation>
    </message>
    <message>
        <source>Search coverage</source>
        <translation>搜寻范围</translation>
    </message>
    <message>
        <source>Writes which stretches of the river line were searched in a period: the longest ones with the same searches, with the days of their images, the images, the analysts, and whether the ground could be observed ("searched") or not ("not_observable"). A stretch that was observable in one search and not in another is searched. Images count that were taken wholly within the period; one known only as "at or before" counts if START is empty. A stretch without a row was not searched: nothing is known of it.</source>
        <translation>写出某一时段内搜寻过河流线的哪些河段：按相同的查看情况划分为尽可能长的河段，注明影像的日期、影像、分析人员，以及该处能够判读（“searched”）还是无法判读（“not_observable”）。一次查看能判读而另一次无法判读的河段按已搜寻计。只计完全在该时段内获取的影像；仅知为“at or before”的影像在 START 留空时计入。没有行的地方无人查看：对其一无所知。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>The first UTC day, such as 2025-07-01. Empty: from the beginning.</source>
        <translation>起始 UTC 日期，例如 2025-07-01。留空：从最早开始。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>The last UTC day, such as 2025-09-30. Empty: up to now.</source>
        <translation>结束 UTC 日期，例如 2025-09-30。留空：直到现在。</translation>
    </message>
    <message>
        <source>Searched stretches</source>
        <translation>已搜寻河段</translation>
    </message>
    <message>
        <source>Lines in WGS 84 with from_km and to_km (chainage from the datum, downstream), length_km, result, days, image_ids, analysts, from_m and to_m (from the upstream end), line, datum and the survey's record.</source>
        <translation>WGS 84 线，含 from_km 和 to_km（自起算点向下游的里程）、length_km、result、days、image_ids、analysts、from_m 和 to_m（自上游端起算）、line、datum，以及调查更改记录的末条标识。</translation>
    </message>
    <message>
        <source>The share as a sentence</source>
        <translation>以语句表述的比例</translation>
    </message>
    <message>
        <source>Left out: {n} searches that are of another line, or not on a dated image.</source>
        <translation>已略过：{n} 条搜寻记录，它们属于其他线，或所依据的影像没有日期。</translation>
    </message>
    <message>
        <source>Search STAC imagery</source>
        <translation>搜索 STAC 影像</translation>
    </message>
    <message>
        <source>Searches a STAC API, or a static STAC catalog, for images by area, dates and cloud cover and adds them to a survey. Only their addresses are stored: the images stay where they are, and QGIS reads of them what the map shows. Images that do not state their cloud cover are not left out.</source>
        <translation>按区域、日期和云量在 STAC API 或静态 STAC 目录中搜索影像，并添加到调查中。只保存影像的地址：影像留在原处，QGIS 只读取地图所显示的部分。未注明云量的影像不会被略过。</translation>
    </message>
    <message>
        <source>STAC address</source>
        <translation>STAC 地址</translation>
    </message>
    <message>
        <source>The address of a STAC API, or the address or file of a catalog, collection or item.</source>
        <translation>STAC API 的地址，或者目录、集合、条目的地址或文件。</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>集合</translation>
    </message>
    <message>
        <source>Ids of collections, separated by commas. Empty: all.</source>
        <translation>集合的 ID，以逗号分隔。留空：全部集合。</translation>
    </message>
    <message>
        <source>The area that the images are to show at least in part. Empty: anywhere.</source>
        <translation>影像至少应部分覆盖的区域。留空：不限。</translation>
    </message>
    <message>
        <source>Images of this day or later. Empty: from the first one on.</source>
        <translation>该日期或之后的影像。留空：从最早的影像开始。</translation>
    </message>
    <message>
        <source>Cloud cover up to (%)</source>
        <translation>最大云量（%）</translation>
    </message>
    <message>
        <source>Images with more cloud than this, in percent from 0 to 100, are left out.</source>
        <translation>云量超过此值（0 到 100，百分比）的影像会被略过。</translation>
    </message>
    <message>
        <source>END, {end}, is before START, {start}. Give a later END.</source>
        <translation>END（{end}）早于 START（{start}）。请给出更晚的 END。</translation>
    </message>
    <message>
        <source>Sites by dates</source>
        <translation>各日期的地点状态</translation>
    </message>
    <message>
        <source>Writes a row for each site, in order downstream, and a column for each scene, month or quarter. A cell says only what was observed within its column, in the survey's terms: "present &gt; washed_out" is one, then the other; "absent | present" contradict each other, or their order is not known; "not_observable" is searched, but not observable; empty is not searched; "(present)" was seen on some day of a longer time, of which this column is a part. No state is carried over from one cell to the next. A day on which something was recorded without a scene has its own column. Days are UTC. In XLSX each state is a letter and a colour: P, A, W, U, and N for not observable; the sheet legend has them.</source>
        <translation>写出一张表：每个地点一行（按下游顺序），每景影像、每月或每季度一列。单元格只写该列时段内观测到的内容，采用调查自身的用语：“present &gt; washed_out”表示先后两种状态；“absent | present”表示相互矛盾或先后未知；“not_observable”表示已查看但无法判读；空白表示无人查看；“(present)”表示在较长时段中的某一天观测到，该列只是这一时段的一部分。状态不会从一个单元格沿用到下一个。没有影像而有记录的日期自成一列。日期均为 UTC。在 XLSX 中，每种状态以一个字母和一种颜色表示：P、A、W、U，无法判读为 N；说明见工作表 legend。</translation>
    </message>
    <message>
        <source>scene: the scenes of one day and platform are a column; month; quarter.</source>
        <translation>scene：同一天、同一平台的影像为一列；month：月；quarter：季度。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30: columns before it are left out; months and quarters are whole ones. Empty: from the first.</source>
        <translation>UTC 日期，例如 2025-07-30：略去此前的列；月和季度按整段计。留空：从最早的一列开始。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>A UTC day: only what is known by its end. Empty: all.</source>
        <translation>UTC 日期：只采用截至当日结束时已知的内容。留空：全部。</translation>
    </message>
    <message>
        <source>CSV (*.csv);;XLSX (*.xlsx);;PNG (*.png);;SVG (*.svg)</source>
        <translation>CSV (*.csv);;XLSX (*.xlsx);;PNG (*.png);;SVG (*.svg)</translation>
    </message>
    <message>
        <source>The file to write: a table (.csv, .xlsx) or a picture (.png, .svg), by its suffix. It is replaced only when the new one is complete.</source>
        <translation>要写入的文件，按扩展名为表格（.csv、.xlsx）或图片（.png、.svg）。仅在新文件完成后才会替换。</translation>
    </message>
    <message>
        <source>{sites} sites, {columns} columns</source>
        <translation>{sites} 个地点，{columns} 列</translation>
    </message>
    <message>
        <source>Site states</source>
        <translation>地点状态</translation>
    </message>
    <message>
        <source>Writes every site of a survey with its state on a day: the last one that was observed by then, since when it holds, the days between which it was seen, and the image it was seen on. The state "unknown" means that the site was not observed by that day; it does not mean that it was absent.</source>
        <translation>写出调查中的每个地点及其在某日的状态：截至当日最后一次观测到的状态、该状态始于何时、观测的日期区间，以及观测所用的影像。状态“unknown”表示截至当日无人查看过，并不表示该地点不存在。</translation>
    </message>
    <message>
        <source>A UTC day such as 2025-07-30. Empty: the latest known states.</source>
        <translation>UTC 日期，例如 2025-07-30。留空：最近已知状态。</translation>
    </message>
    <message>
        <source>Sites with their states</source>
        <translation>地点及其状态</translation>
    </message>
    <message>
        <source>Points in WGS 84 with site_id, name, kind, state, since, seen_from, seen_to, image_id, below_resolution (the image is too coarse to show it), retired_on (the site does not count after this day) and the survey's record.</source>
        <translation>WGS 84 点，含 site_id、name、kind、state、since、seen_from、seen_to、image_id、below_resolution（影像分辨率过低，无法分辨）、retired_on（此日期之后该地点不再计入），以及调查更改记录的末条标识。</translation>
    </message>
    <message>
        <source>Left out: {n} sites without a unique id. Give each site one in the layer of sites, as uuid() creates them.</source>
        <translation>已略过：{n} 个没有唯一 ID 的地点。请在地点图层中为每个地点填写 ID，其形式如 uuid() 所生成。</translation>
    </message>
    <message>
        <source>Sites from text</source>
        <translation>从文本获取地点</translation>
    </message>
    <message>
        <source>Finds the coordinates in a report, in any notation, with the sentence around each: kind, date, amounts and names of places are the sentence's own words. Nothing is invented: what is doubtful has the status "check" and a reason; what is a point of reference, an outline or a price is "refused" and has no point, or is not listed.</source>
        <translation>在报告中查找任何写法的坐标，并附所在句子：类型、日期、数量和地名均为该句原话。不作任何编造：存疑者状态为“check”并附原因；参照点或轮廓为“refused”且没有点，价格不列出。</translation>
    </message>
    <message>
        <source>A text, a saved web page, a Word document or a PDF (TXT, HTML, DOCX, PDF). It is not changed.</source>
        <translation>文本、已保存的网页、Word 文档或 PDF（TXT、HTML、DOCX、PDF）。不会被更改。</translation>
    </message>
    <message>
        <source>Sites found</source>
        <translation>找到的地点</translation>
    </message>
    <message>
        <source>Points in WGS 84, in the order of the text: number, status, reason, name, kind and the words it is read from, at_fence_gate, seen_from and seen_to (only where the date is certain), then the coordinates, date, sentence, amounts and places as they are written, and the report's title, author, published_on and url.</source>
        <translation>WGS 84 点，按文本顺序：number、status、reason、name、kind 及其依据的词、at_fence_gate、seen_from 和 seen_to（仅在日期确定时），然后是原文的坐标、日期、句子、数量和地名，以及报告的 title、author、published_on 和 url。</translation>
    </message>
    <message>
        <source>Coordinates refused</source>
        <translation>被拒绝的坐标</translation>
    </message>
    <message>
        <source>The table {table} compares with a layer. Give {parameter} as well.</source>
        <translation>表 {table} 需与一个图层比较。请同时指定 {parameter}。</translation>
    </message>
    <message>
        <source>Summarize corridor</source>
        <translation>汇总廊道</translation>
    </message>
    <message>
        <source>Writes one table about the crossings along a river. pairs: every two of them, along the river and straight. matrix_along, matrix_straight: the same as a square, in kilometres. neighbours: the nearest other one, along and straight. clusters: groups of crossings that are each within a distance of the next along the river. density: how many in each stretch. counties: how many in each county reach, and of those how many within 2 km of a break. extents: the span of the outermost ones, by kind or by any field. second_line: the same crossings on another line. nearest_feature: the nearest bridge, road, gate or other feature of a layer. Distances are on the WGS 84 ellipsoid; the last columns name the line and the datum that the figures refer to.</source>
        <translation>写出一张关于沿河渡河点的表。pairs：每两个点之间的沿河距离和直线距离。matrix_along、matrix_straight：同上，以方阵表示，单位为公里。neighbours：最近的另一个点（沿河和直线）。clusters：沿河与下一点的距离均在给定值以内的点群。density：每个河段中的数量。counties：各市郡河段中的数量，以及其中距市郡分界 2 km 以内的数量。extents：按类型或任意字段分组，最外侧各点之间的跨度。second_line：同样的渡河点在另一条线上的测量值。nearest_feature：图层中最近的桥梁、道路、围栏门或其他要素。距离按 WGS 84 椭球计算；最后几列注明数值所依据的线和起算点。</translation>
    </message>
    <message>
        <source>Point layer in any CRS, with the fields id (or site_id), name and kind where there are any.</source>
        <translation>任意坐标参照系的点图层；若有 id（或 site_id）、name 和 kind 字段则会使用。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Which table to write: {tables}.</source>
        <translation>要写出的表：{tables}。</translation>
    </message>
    <message>
        <source>Second line</source>
        <translation>第二条线</translation>
    </message>
    <message>
        <source>For second_line: another line of the same river, to compare with the first.</source>
        <translation>用于 second_line：同一河流的另一条线，与第一条线对照测量。</translation>
    </message>
    <message>
        <source>Features to measure to</source>
        <translation>要测量到的要素</translation>
    </message>
    <message>
        <source>For nearest_feature: points, lines or areas in any CRS; the field name is used where present.</source>
        <translation>用于 nearest_feature：任意坐标参照系的点、线或多边形；若有 name 字段则会使用。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>For extents: the field of the crossings to group by, as state in the output of Site states. Left empty, they are grouped by kind.</source>
        <translation>用于 extents：渡河点的分组字段，例如“地点状态”输出中的 state。留空则按类型分组。</translation>
    </message>
    <message>
        <source>Cluster distance in metres</source>
        <translation>聚类距离（米）</translation>
    </message>
    <message>
        <source>For clusters: metres along the river within which two crossings belong together.</source>
        <translation>用于 clusters：沿河距离（米），在此范围内的两个渡河点归为一组。</translation>
    </message>
    <message>
        <source>Stretch length in kilometres</source>
        <translation>河段长度（公里）</translation>
    </message>
    <message>
        <source>For density: kilometres of river that crossings are counted in.</source>
        <translation>用于 density：统计渡河点数量的河段长度（公里）。</translation>
    </message>
    <message>
        <source>The table, with its units in the names of its columns, and the line and datum in the last two.</source>
        <translation>结果表，单位见列名，线和起算点见最后两列。</translation>
    </message>
    <message>
        <source>The layer has no crossing within 5 km of the line: the table is empty.</source>
        <translation>图层中没有距线 5 km 以内的渡河点：表为空。</translation>
    </message>
    <message>
        <source>Upgrade survey</source>
        <translation>升级调查</translation>
    </message>
    <message>
        <source>Upgrades a survey of an older plugin to this version, so that every change of it is recorded. Rows, ids and the record of changes stay. Changes without an entry in the record get one now, and are counted. A copy of the survey before the upgrade is kept next to it. A survey of this version is not changed.</source>
        <translation>将旧版插件的调查升级到本版本，使其每次更改都被记录。行、ID 和更改记录均保留。此前未留下记录条目的更改会在此时补记，并予以计数。原先的调查会在旁边保留一份副本。已是本版本的调查保持不变。</translation>
    </message>
    <message>
        <source>The survey (.gpkg). It must be writable, and no other program may be writing to it.</source>
        <translation>调查文件（.gpkg）。该文件必须可写，且没有其他程序正在写入。</translation>
    </message>
    <message>
        <source>Backup copy</source>
        <translation>备份副本</translation>
    </message>
    <message>
        <source>Version of the survey</source>
        <translation>调查的版本</translation>
    </message>
    <message>
        <source>Rows changed without an entry in the record</source>
        <translation>没有记录条目的更改所涉行数</translation>
    </message>
    <message>
        <source>Upgraded to version {version}. Rows changed before without an entry in the record: {n}. The survey as it was: {backup}</source>
        <translation>已升级到版本 {version}。此前更改而没有记录条目的行数：{n}。原先的调查：{backup}</translation>
    </message>
    <message>
        <source>the head given</source>
        <translation>所给的末条标识</translation>
    </message>
    <message>
        <source>Verify record</source>
        <translation>校验更改记录</translation>
    </message>
    <message>
        <source>Checks that a survey is what its record of changes says. Every entry of the record is sealed to the one before it; the entries, applied in order, must give the tables, row for row. Found and named are rows changed, added or deleted past the record, entries changed or deleted, a record that was shortened or rewritten, and triggers that are missing. That the last entries are missing or all were rewritten shows only against a head stored elsewhere: the open project's, the log's on this computer, or one from an export; an older copy of the file lacks them, too. A survey of version 1 did not record edits made by QGIS itself: these are rows that differ.</source>
        <translation>检查调查是否与其更改记录相符。更改记录的每一条目都以封印与前一条相连；依次应用各条目，必须逐行得出各表。可发现并指明的有：绕过更改记录而更改、添加或删除的行，被更改或删除的条目，被截短或重新写过的更改记录，以及缺失的触发器。末尾条目缺失，或全部条目被重新写过，只有对照另行保存的末条标识才能看出：来自打开的工程、本机日志或某次导出；文件的较旧副本同样缺少这些条目。版本 1 的调查不记录 QGIS 自身所作的编辑：这些会显示为不一致的行。</translation>
    </message>
    <message>
        <source>Head kept elsewhere</source>
        <translation>另行保存的末条标识</translation>
    </message>
    <message>
        <source>The number of an entry and at least 12 digits of its hash, as an export prints them: record 123 a1b2c3d4e5f6. The record must have this entry.</source>
        <translation>条目的编号及其哈希值的至少 12 位，与导出内容中所印的一致：更改记录 123 a1b2c3d4e5f6。更改记录中必须有该条目。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不一致之处</translation>
    </message>
    <message>
        <source>A table with a row for each value that differs, of the first {n} rows: table, row_id, column, in_record, in_file.</source>
        <translation>每个不一致的值一行的表，限前 {n} 行：table、row_id、column、in_record、in_file。</translation>
    </message>
    <message>
        <source>The survey is what its record says</source>
        <translation>调查与其更改记录相符</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目数</translation>
    </message>
    <message>
        <source>Entries made outside the plugin and not adopted</source>
        <translation>在插件之外产生且未采纳的条目数</translation>
    </message>
    <message>
        <source>First faulty entry</source>
        <translation>第一个有问题的条目</translation>
    </message>
    <message>
        <source>Rows that differ</source>
        <translation>不一致的行数</translation>
    </message>
    <message>
        <source>Head of the record</source>
        <translation>更改记录的末条标识</translation>
    </message>
    <message>
        <source>The survey is what its record says: {n} entries, {outside} made outside the plugin.</source>
        <translation>调查与其更改记录相符：共 {n} 条，其中在插件之外产生的 {outside} 条。</translation>
    </message>
    <message>
        <source>crossings</source>
        <translation>渡河点数</translation>
    </message>
    <message>
        <source>new crossings</source>
        <translation>新增渡河点</translation>
    </message>
    <message>
        <source>crossings at fence gates</source>
        <translation>铁丝网大门处的渡河点</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>河段长度</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>filling stations</source>
        <translation>加油站</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>处</translation>
    </message>
    <message>
        <source>crossings with large operations</source>
        <translation>有大规模作业的渡河点</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>where Pochon's bank begins</source>
        <translation>Pochon 河岸起点</translation>
    </message>
    <message>
        <source>where Kimjongsuk's bank begins</source>
        <translation>Kimjongsuk 河岸起点</translation>
    </message>
    <message>
        <source>where Kimjongsuk's bank ends</source>
        <translation>Kimjongsuk 河岸终点</translation>
    </message>
    <message>
        <source>all irregular crossing points</source>
        <translation>全部非正规渡河点</translation>
    </message>
    <message>
        <source>vehicle crossings</source>
        <translation>车辆渡河点</translation>
    </message>
    <message>
        <source>barge crossings</source>
        <translation>驳船渡河点</translation>
    </message>
    <message>
        <source>temporary crossing points</source>
        <translation>临时渡河点</translation>
    </message>
    <message>
        <source>new in the period</source>
        <translation>该时段内新增</translation>
    </message>
    <message>
        <source>gates of the border fence</source>
        <translation>边境铁丝网的大门</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>朝鲜</translation>
    </message>
    <message>
        <source>Kumchang-ri (Kimhyongjik) to Hyesan</source>
        <translation>Kumchang-ri（Kimhyongjik）至 Hyesan</translation>
    </message>
    <message>
        <source>five counties: Kim Hyong Jik to Bochon</source>
        <translation>五个郡：Kim Hyong Jik 至 Bochon</translation>
    </message>
    <message>
        <source>Samsu from Hyesan</source>
        <translation>从 Hyesan 到 Samsu</translation>
    </message>
    <message>
        <source>Hyesan to Kim Jong Suk</source>
        <translation>Hyesan 至 Kim Jong Suk</translation>
    </message>
    <message>
        <source>of the 24 routes</source>
        <translation>24 条路线之中</translation>
    </message>
    <message>
        <source>Hyesan is taken at the ford, the only crossing there with published coordinates.</source>
        <translation>Hyesan 取其渡口，即该处唯一公布了坐标的渡河点。</translation>
    </message>
    <message>
        <source>Published are five counties without places. The westernmost village named anywhere is Kumchang-ri; the last county is entered where its bank begins.</source>
        <translation>公布的只有五个郡，未给出地点。各处提到的最西端村庄是 Kumchang-ri；最后一个郡取其河岸的起点。</translation>
    </message>
    <message>
        <source>Town to town, by GeoNames.</source>
        <translation>按 GeoNames 的城镇位置测量。</translation>
    </message>
    <message>
        <source>Kim Jong Suk is a county, not a place.</source>
        <translation>Kim Jong Suk 是郡，不是地点。</translation>
    </message>
    <message>
        <source>Not stated whether along the river or straight.</source>
        <translation>未说明是沿河距离还是直线距离。</translation>
    </message>
    <message>
        <source>Published as "south of Hyesan".</source>
        <translation>公布原文为“south of Hyesan”。</translation>
    </message>
    <message>
        <source>Published as 59 miles (about 95 km). Not stated whether along the river or straight.</source>
        <translation>公布为 59 英里（约 95 km）。未说明是沿河距离还是直线距离。</translation>
    </message>
    <message>
        <source>Published as "14 more added by June" 2025. The four periods add to 30, not 32: two crossings are undated.</source>
        <translation>公布原文为 2025 年“14 more added by June”。四个时段合计 30 处，而非 32 处：两处没有日期。</translation>
    </message>
    <message>
        <source>Routes through shallow fords, on images of 2025-07-31 and 2025-09-13.</source>
        <translation>经浅滩的路线，见 2025-07-31 和 2025-09-13 的影像。</translation>
    </message>
    <message>
        <source>Published as "approximately 80-kilometer stretch".</source>
        <translation>原文为“approximately 80-kilometer stretch”。</translation>
    </message>
    <message>
        <source>Published as "at least five", with traces of huge operations by large vehicles.</source>
        <translation>原文为“at least five”，有大型车辆大规模作业的痕迹。</translation>
    </message>
    <message>
        <source>Published as "roughly one smuggling hub per every 4 kilometers".</source>
        <translation>原文为“roughly one smuggling hub per every 4 kilometers”。</translation>
    </message>
    <message>
        <source>The first possible crossing of the wave, "as early as August 2023".</source>
        <translation>可能是这一波中最早的渡河点（“as early as August 2023”）。</translation>
    </message>
    <message>
        <source>Date first seen not stated.</source>
        <translation>未说明首次观测日期。</translation>
    </message>
    <message>
        <source>Smuggling activity at a gate of the border fence. Date first seen not stated.</source>
        <translation>边境铁丝网大门处的走私活动。未说明首次观测日期。</translation>
    </message>
    <message>
        <source>Town position from GeoNames, not from the report. The report places the vehicles "in five primary locations around town".</source>
        <translation>城镇位置取自 GeoNames，而非该报告。报告称车辆位于“in five primary locations around town”。</translation>
    </message>
    <message>
        <source>Published as 39° 8'32.42"N 127°23'8.17"E.</source>
        <translation>公布坐标为 39° 8'32.42"N 127°23'8.17"E。</translation>
    </message>
    <message>
        <source>Published as "as early as August 2023"; the day is not stated.</source>
        <translation>公布原文为“as early as August 2023”；未说明具体日期。</translation>
    </message>
    <message>
        <source>164 passenger cars in five places and 49 trucks, Google Earth imagery of July 30, 2025.</source>
        <translation>五处共 164 辆乘用车及 49 辆卡车，Google Earth 影像，2025 年 7 月 30 日。</translation>
    </message>
    <message>
        <source>Google Earth imagery dated Jan. 30, 2014.</source>
        <translation>Google Earth 影像，日期为 2014 年 1 月 30 日。</translation>
    </message>
    <message>
        <source>Crossings along the river</source>
        <translation>沿河的渡河点</translation>
    </message>
    <message>
        <source>no crossing on this line</source>
        <translation>此线上没有渡河点</translation>
    </message>
    <message>
        <source>river km downstream of the datum</source>
        <translation>自起算点向下游的沿河里程，km</translation>
    </message>
    <message>
        <source>Line: {text}</source>
        <translation>线：{text}</translation>
    </message>
    <message>
        <source>Datum: {text}</source>
        <translation>起算点：{text}</translation>
    </message>
    <message>
        <source>As of {text}</source>
        <translation>截至 {text}</translation>
    </message>
    <message>
        <source>Source: {text}</source>
        <translation>来源：{text}</translation>
    </message>
    <message>
        <source>SYNTHETIC data</source>
        <translation>合成（SYNTHETIC）数据</translation>
    </message>
    <message>
        <source>SYNTHETIC</source>
        <translation>合成（SYNTHETIC）</translation>
    </message>
    <message>
        <source>The chart could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>无法将图表写入 {path}。请在其他程序中关闭它，或选择其他文件。</translation>
    </message>
    <message>
        <source>A chart is saved as .svg, .png or .pdf, not as “{path}”. Choose another ending.</source>
        <translation>图表应保存为 .svg、.png 或 .pdf，而不是“{path}”。请选择其他扩展名。</translation>
    </message>
    <message>
        <source>Crossings over time</source>
        <translation>渡河点随时间的变化</translation>
    </message>
    <message>
        <source>no crossing has a date</source>
        <translation>没有带日期的渡河点</translation>
    </message>
    <message>
        <source>crossings so far</source>
        <translation>累计渡河点数</translation>
    </message>
    <message>
        <source>this survey, by first sighting: {seen} of {located} dated</source>
        <translation>本调查，按首次发现：{located} 处中 {seen} 处有日期</translation>
    </message>
    <message>
        <source>published, by end of period</source>
        <translation>已公布，按期末</translation>
    </message>
    <message>
        <source>published total {total}: {missing} undated</source>
        <translation>已公布总数 {total}：无日期 {missing}</translation>
    </message>
    <message>
        <source>Gaps between neighbouring crossings</source>
        <translation>相邻渡河点的间距</translation>
    </message>
    <message>
        <source>fewer than two crossings: no gap between them</source>
        <translation>渡河点不足两处：没有间距</translation>
    </message>
    <message>
        <source>gap to the next crossing downstream, km</source>
        <translation>到下游下一渡河点的间距，km</translation>
    </message>
    <message>
        <source>number of gaps</source>
        <translation>间距数量</translation>
    </message>
    <message>
        <source>along the river, median {km} km</source>
        <translation>沿河，中位数 {km} km</translation>
    </message>
    <message>
        <source>straight, median {km} km</source>
        <translation>直线，中位数 {km} km</translation>
    </message>
    <message>
        <source>The {count} periods published add to {total} of {whole}: {rest} without a date.</source>
        <translation>已公布的 {count} 个时段合计为 {whole} 中的 {total}：其余 {rest} 没有日期。</translation>
    </message>
    <message>
        <source>Vehicle and barge crossings published add to {total} of {whole}.</source>
        <translation>已公布的车辆和驳船渡河点合计为 {whole} 中的 {total}。</translation>
    </message>
    <message>
        <source>The {length:g} {unit} published give {spacing:.1f} {unit}.</source>
        <translation>已发布的 {length:g} {unit} 得 {spacing:.1f} {unit}。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{these}, {and_this}</source>
        <translation>{these}、{and_this}</translation>
    </message>
    <message>
        <source>{these} and {n} more stretches</source>
        <translation>{these} 及另外 {n} 个河段</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Searched km {where} on {days}: {km} of {corridor} km ({percent} %)</source>
        <translation>{days}：已搜寻 km {where}，即 {corridor} km 中的 {km} km（{percent} %）</translation>
    </message>
    <message>
        <source>Nothing of {corridor} km was searched on {days} yet</source>
        <translation>{days}：{corridor} km 中尚未搜寻任何河段</translation>
    </message>
    <message>
        <source>{searched}; {new} new</source>
        <translation>{searched}；新增 {new} 个</translation>
    </message>
    <message>
        <source>{searched}; {new} new; km {where} not observable ({km} km)</source>
        <translation>{searched}；新增 {new} 个；km {where} 无法判读（{km} km）</translation>
    </message>
    <message>
        <source>{km} km, {percent} %</source>
        <translation>{km} km，{percent} %</translation>
    </message>
    <message>
        <source>nothing of the corridor searched {when}</source>
        <translation>{when}，未搜寻廊道的任何河段</translation>
    </message>
    <message>
        <source>{percent} % of the corridor searched {when}</source>
        <translation>{when}，已搜寻廊道的 {percent} %</translation>
    </message>
    <message>
        <source>Searched {when}: {what}. Not counted is not absent.</source>
        <translation>{when}，已搜寻：{what}。未计入不等于不存在。</translation>
    </message>
    <message>
        <source>Searched {when}: {what}.</source>
        <translation>{when}，已搜寻：{what}。</translation>
    </message>
    <message>
        <source>Searched then: {what}.</source>
        <translation>当时已搜寻：{what}。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>{km} of {corridor} km ({percent} %)</source>
        <translation>{corridor} km 中的 {km} km（{percent} %）</translation>
    </message>
    <message>
        <source>{km} of {corridor} km ({percent} %), {blind} km not observable</source>
        <translation>{corridor} km 中的 {km} km（{percent} %），{blind} km 无法判读</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>自 {first} 至 {last}</translation>
    </message>
    <message>
        <source>up to {last}</source>
        <translation>截至 {last}</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>自 {first} 起</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>迄今</translation>
    </message>
    <message>
        <source>The table could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>无法将表写入 {path}。请在其他程序中关闭它，或选择其他文件。</translation>
    </message>
    <message>
        <source>The river line is not a line ({found}). Choose a layer with one river line.</source>
        <translation>河流线不是线（{found}）。请选择含一条河流线的图层。</translation>
    </message>
    <message>
        <source>The river line has fewer than two distinct vertices. Choose a longer line.</source>
        <translation>河流线的不同顶点少于两个。请选择更长的线。</translation>
    </message>
    <message>
        <source>The river line has no coordinate reference system. Set the CRS of its layer.</source>
        <translation>河流线没有坐标参照系。请设置其图层的 CRS。</translation>
    </message>
    <message>
        <source>The river line is in {parts} parts that do not join (largest gap {gap_m} m). Join them, or bridge the gaps.</source>
        <translation>河流线由 {parts} 个互不相接的部分组成（最大间隙 {gap_m} m）。请将其连成一条线，或连接间隙。</translation>
    </message>
    <message>
        <source>The river line forks at {lat:.6f}, {lon:.6f}. Take the side arm out of its layer.</source>
        <translation>河流线在 {lat:.6f}, {lon:.6f} 处分叉。请从其图层中去掉支汊。</translation>
    </message>
    <message>
        <source>List {which} has no crossings within 5 km of the river line. Choose another layer.</source>
        <translation>列表 {which} 中没有距河流线 5 km 以内的渡河点。请选择其他图层。</translation>
    </message>
    <message>
        <source>The {what} cannot be transformed from {crs} to WGS 84. Check the layer's coordinate reference system.</source>
        <translation>无法将 {what} 从 {crs} 转换到 WGS 84。请检查图层的坐标参照系。</translation>
    </message>
    <message>
        <source>The sites have no coordinate reference system. Set the CRS of their layer.</source>
        <translation>地点没有坐标参照系。请设置其图层的 CRS。</translation>
    </message>
    <message>
        <source>{count} sites have the id {site_id}. Give each site an id of its own, then measure again.</source>
        <translation>有 {count} 个地点的 ID 为 {site_id}。请为每个地点设置唯一的 ID，然后重新测量。</translation>
    </message>
    <message>
        <source>The site is {offset} off the river line: farther than 5 km from it nothing is measured along it. Click the new place instead.</source>
        <translation>该地点距河流线 {offset}：距线超过 5 km 时不沿线测量。请改为单击新位置。</translation>
    </message>
    <message>
        <source>The river line ends {left} {way} of the site. Type a shorter distance, or click the new place instead.</source>
        <translation>河流线在该地点{way} {left} 处终止。请输入更短的距离，或改为单击新位置。</translation>
    </message>
    <message>
        <source>So far from the river line ({offset}) no place lies {distance} along the river: it bends, and another part of it is nearer there. Click the new place instead.</source>
        <translation>距河流线这么远（{offset}），沿河 {distance} 处没有对应的位置：河流弯曲，那里离河流的另一段更近。请改为单击新位置。</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>下游</translation>
    </message>
    <message>
        <source>The layer has nothing to measure to. Choose a layer with points, lines or areas.</source>
        <translation>图层中没有可测量的对象。请选择含点、线或多边形的图层。</translation>
    </message>
    <message>
        <source>{scene} does not cover the river line anywhere. Show a scene that does.</source>
        <translation>{scene} 未覆盖河流线的任何部分。请显示覆盖河流线的影像。</translation>
    </message>
    <message>
        <source>Which part of the river {scene} shows is not known: it has no footprint. Give it a coordinate reference system first.</source>
        <translation>无法得知 {scene} 显示了河流的哪一部分：它没有覆盖范围。请先为其指定坐标参照系。</translation>
    </message>
    <message>
        <source>north</source>
        <translation>北面</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>东北面</translation>
    </message>
    <message>
        <source>east</source>
        <translation>东面</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>东南面</translation>
    </message>
    <message>
        <source>south</source>
        <translation>南面</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>西南面</translation>
    </message>
    <message>
        <source>west</source>
        <translation>西面</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>西北面</translation>
    </message>
    <message>
        <source>Neither sites of the survey nor places on the river measure this.</source>
        <translation>调查的地点和河边的地名都无法用来测量此项。</translation>
    </message>
    <message>
        <source>{located} of {claimed:.0f} located.</source>
        <translation>{claimed:.0f} 处中已定位 {located} 处。</translation>
    </message>
    <message>
        <source>Its source does not count the crossings on this stretch.</source>
        <translation>其来源没有给出该河段的渡河点数。</translation>
    </message>
    <message>
        <source>The spacing is the stretch divided by the {count} crossings published there.</source>
        <translation>间距为该河段除以该处已发布的 {count} 个渡河点。</translation>
    </message>
    <message>
        <source>Measured from {start} to {end}.</source>
        <translation>测量自 {start} 至 {end}。</translation>
    </message>
    <message>
        <source>The published words leave the end open between these.</source>
        <translation>公布的措辞未说明终点在两者之间的何处。</translation>
    </message>
    <message>
        <source>{place} is {km:.0f} km from the line: nothing is measured along it.</source>
        <translation>{place} 距线 {km:.0f} km：不沿线测量。</translation>
    </message>
    <message>
        <source>It lies {found}, as published (bearing {bearing:.0f}°).</source>
        <translation>位于{found}，与公布的一致（方位角 {bearing:.0f}°）。</translation>
    </message>
    <message>
        <source>It lies {found}, not {claimed} as published (bearing {bearing:.0f}°).</source>
        <translation>位于{found}，而非公布的{claimed}（方位角 {bearing:.0f}°）。</translation>
    </message>
    <message>
        <source>The first click is {first} off the line, the second {second}: farther than 5 km from it nothing is measured. Click nearer to the line.</source>
        <translation>第一次点击距线 {first}，第二次 {second}：距线超过 5 km 的位置不作测量。请在离线更近处点击。</translation>
    </message>
    <message>
        <source>Stretches of {length:g} km that overlap by {overlap:g} km go nowhere. Choose a length above zero and an overlap below the length.</source>
        <translation>长 {length:g} km、重叠 {overlap:g} km 的河段无法向前推进。请选择大于零的长度和小于该长度的重叠。</translation>
    </message>
    <message>
        <source>At 1:{scale} the river or a site lies outside of the panels. Choose a smaller scale.</source>
        <translation>在 1:{scale} 下，河流或某个地点会落在图幅之外。请选择更小的比例尺。</translation>
    </message>
    <message>
        <source>Its area is not in the survey.</source>
        <translation>其计数区不在调查中。</translation>
    </message>
    <message>
        <source>Its image is not in the survey.</source>
        <translation>其影像不在调查中。</translation>
    </message>
    <message>
        <source>Its image has no date.</source>
        <translation>其影像没有日期。</translation>
    </message>
    <message>
        <source>Its image is dated by its release only.</source>
        <translation>其影像只有发布日期。</translation>
    </message>
    <message>
        <source>In progress: it is no figure until it is finished.</source>
        <translation>进行中：完成之前不作为数字。</translation>
    </message>
    <message>
        <source>{analyst} counted it on this image first: a recount checks that count, and changes no figure.</source>
        <translation>{analyst} 已先在此影像上计数：重计是对那次计数的检核，不改变任何数字。</translation>
    </message>
    <message>
        <source>For this area and day the count by {analyst} on {image} is used: it shows more of the area, or is finer, or later.</source>
        <translation>该计数区当日采用 {analyst} 在 {image} 上的计数：该影像显示的计数区更多，或像素更细，或时间更晚。</translation>
    </message>
    <message>
        <source>They are of two areas: {a} and {b}.</source>
        <translation>它们属于两个计数区：{a} 和 {b}。</translation>
    </message>
    <message>
        <source>How much of the area {image} shows is not known.</source>
        <translation>{image} 显示了计数区的多大部分，不得而知。</translation>
    </message>
    <message>
        <source>{image} shows only {percent} % of the area.</source>
        <translation>{image} 只显示了计数区的 {percent} %。</translation>
    </message>
    <message>
        <source>How large the pixels of {image} are is not known.</source>
        <translation>{image} 的像素大小未知。</translation>
    </message>
    <message>
        <source>The pixels are {a} m and {b} m: what one shows, the other may hide.</source>
        <translation>像素分别为 {a} m 和 {b} m：一方显示的目标，另一方可能看不出。</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>乘用车</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>客车</translation>
    </message>
    <message>
        <source>Barge</source>
        <translation>驳船</translation>
    </message>
    <message>
        <source>Other object</source>
        <translation>其他目标</translation>
    </message>
    <message>
        <source>{ahead} and {behind} overlap by {square_m} m², {percent} % of {behind}: what was counted there in both ({n} of {behind}) is in the total once.</source>
        <translation>{ahead} 与 {behind} 重叠 {square_m} m²，占 {behind} 的 {percent} %：该处在两区中都计过的目标（{behind} 中的 {n} 个）在合计中只计一次。</translation>
    </message>
    <message>
        <source>Pentagon</source>
        <translation>五边形</translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation>六边形</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>十字</translation>
    </message>
    <message>
        <source>Half square</source>
        <translation>半正方形</translation>
    </message>
    <message>
        <source>Half circle</source>
        <translation>半圆</translation>
    </message>
    <message>
        <source>Trapezoid</source>
        <translation>梯形</translation>
    </message>
    <message>
        <source>Parallelogram</source>
        <translation>平行四边形</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>盾形</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心形</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}</source>
        <translation>出现问题：{detail}</translation>
    </message>
    <message>
        <source>This needs the Python package {packages}, which is not installed. Use Install to add it.</source>
        <translation>此功能需要尚未安装的 Python 包 {packages}。请用“安装”添加。</translation>
    </message>
    <message>
        <source>The survey is still being read. Try again in a moment.</source>
        <translation>仍在读取调查。请稍后重试。</translation>
    </message>
    <message>
        <source>{name} is in this folder and not from an earlier export: it would be replaced. Choose another name.</source>
        <translation>{name} 已在此文件夹中且并非来自以前的导出：它会被替换。请选择其他名称。</translation>
    </message>
    <message>
        <source>These sites and their observations are too many for one KMZ (more than 2 GB of text). Export a part of them.</source>
        <translation>地点及其观察过多，无法放入一个 KMZ（文本超过 2 GB）。请只导出一部分。</translation>
    </message>
    <message>
        <source>A sheet has space for {most} rows, and there are more {table}. Export fewer sites, or choose CSV or GeoPackage.</source>
        <translation>一个工作表最多容纳 {most} 行，而 {table} 更多。请减少导出的地点，或选择 CSV 或 GeoPackage。</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Counted object</source>
        <translation>已计数的目标</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Area of counting</source>
        <translation>计数区</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Value of a list</source>
        <translation>列表中的词语</translation>
    </message>
    <message>
        <source>State of a site</source>
        <translation>地点的状态</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>Rebuilt as</source>
        <translation>重建为</translation>
    </message>
    <message>
        <source>Counted objects</source>
        <translation>已计数的目标</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>岸别</translation>
    </message>
    <message>
        <source>At a gate of the border fence</source>
        <translation>位于边境围栏门处</translation>
    </message>
    <message>
        <source>County</source>
        <translation>市郡</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Location accuracy (m)</source>
        <translation>位置精度（m）</translation>
    </message>
    <message>
        <source>Id in the source</source>
        <translation>来源中的 ID</translation>
    </message>
    <message>
        <source>Replaces the site</source>
        <translation>所取代的地点</translation>
    </message>
    <message>
        <source>Retired: last day it counts (UTC)</source>
        <translation>停止计入：计入的最后日期（UTC）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建人</translation>
    </message>
    <message>
        <source>Created at (UTC)</source>
        <translation>创建时间（UTC）</translation>
    </message>
    <message>
        <source>Finished at (UTC)</source>
        <translation>完成时间（UTC）</translation>
    </message>
    <message>
        <source>Modified by</source>
        <translation>更改人</translation>
    </message>
    <message>
        <source>Modified at (UTC)</source>
        <translation>更改时间（UTC）</translation>
    </message>
    <message>
        <source>Seen from (UTC)</source>
        <translation>观测起（UTC）</translation>
    </message>
    <message>
        <source>Seen to (UTC)</source>
        <translation>观测止（UTC）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why it could not be seen</source>
        <translation>无法判读的原因</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>Below the image's resolution</source>
        <translation>低于影像的分辨率</translation>
    </message>
    <message>
        <source>State holds from</source>
        <translation>状态始于</translation>
    </message>
    <message>
        <source>State holds until</source>
        <translation>状态止于</translation>
    </message>
    <message>
        <source>Acquired from (UTC)</source>
        <translation>获取起（UTC）</translation>
    </message>
    <message>
        <source>Acquired to (UTC)</source>
        <translation>获取止（UTC）</translation>
    </message>
    <message>
        <source>Kind of date</source>
        <translation>日期类型</translation>
    </message>
    <message>
        <source>Date read from</source>
        <translation>日期出处</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>File or address</source>
        <translation>文件或地址</translation>
    </message>
    <message>
        <source>Ground sample distance (m)</source>
        <translation>地面采样距离（m）</translation>
    </message>
    <message>
        <source>Cloud cover (%)</source>
        <translation>云量（%）</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Catalogue item</source>
        <translation>目录条目</translation>
    </message>
    <message>
        <source>Checksum (SHA-256)</source>
        <translation>校验和（SHA-256）</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>长度（m）</translation>
    </message>
    <message>
        <source>Width (m)</source>
        <translation>宽度（m）</translation>
    </message>
    <message>
        <source>Error of length and width (m)</source>
        <translation>长度和宽度的误差（m）</translation>
    </message>
    <message>
        <source>From (m along the line)</source>
        <translation>起（沿线 m）</translation>
    </message>
    <message>
        <source>To (m along the line)</source>
        <translation>止（沿线 m）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Digitised</source>
        <translation>顶点走向</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Accessed on</source>
        <translation>访问日期</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数内容</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Exactly, at least or about</source>
        <translation>恰好、至少或约</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>起（UTC）</translation>
    </message>
    <message>
        <source>To (UTC)</source>
        <translation>止（UTC）</translation>
    </message>
    <message>
        <source>Share of the area shown (0 to 1)</source>
        <translation>显示的计数区比例（0 至 1）</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Key that chooses it</source>
        <translation>选择用的按键</translation>
    </message>
    <message>
        <source>Shape of its symbol</source>
        <translation>符号形状</translation>
    </message>
    <message>
        <source>Colour of its symbol</source>
        <translation>符号颜色</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>此项不能为空。</translation>
    </message>
    <message>
        <source>This must be a value of its list.</source>
        <translation>必须是其列表中的词语。</translation>
    </message>
    <message>
        <source>This must be a number not less than 0.</source>
        <translation>必须是不小于 0 的数。</translation>
    </message>
    <message>
        <source>This must be a number above 0.</source>
        <translation>必须是大于 0 的数。</translation>
    </message>
    <message>
        <source>A reason is only stated where the state is “not observable”.</source>
        <translation>仅在状态为“无法判读”时才注明原因。</translation>
    </message>
    <message>
        <source>The last day must not be before the first.</source>
        <translation>结束日期不能早于起始日期。</translation>
    </message>
    <message>
        <source>A site cannot replace itself.</source>
        <translation>地点不能取代自身。</translation>
    </message>
    <message>
        <source>The last day must not be before the first, nor still to come (UTC).</source>
        <translation>结束日期不能早于起始日期，也不能晚于今日（UTC）。</translation>
    </message>
    <message>
        <source>What could not be observed is not below resolution.</source>
        <translation>无法判读的情况不能记为低于分辨率。</translation>
    </message>
    <message>
        <source>The end must not be before the beginning.</source>
        <translation>结束不能在开始之前。</translation>
    </message>
    <message>
        <source>A date needs its kind: acquired, released, at or before, or reported.</source>
        <translation>日期须注明类型：获取、发布、该日期或之前，或报道。</translation>
    </message>
    <message>
        <source>This must be a number from 0 to 100.</source>
        <translation>必须是 0 至 100 的数。</translation>
    </message>
    <message>
        <source>This must be a year, a month or a day: 2025, 2025-11 or 2025-11-30.</source>
        <translation>必须是年、月或日：2025、2025-11 或 2025-11-30。</translation>
    </message>
    <message>
        <source>This must be a number from 0 to 1.</source>
        <translation>必须是 0 至 1 的数。</translation>
    </message>
    <message>
        <source>This must be one letter from A to Z, or a digit.</source>
        <translation>必须是 A 至 Z 的一个字母，或一个数字。</translation>
    </message>
    <message>
        <source>{name} = {value} is out of range. Give a possible number.</source>
        <translation>{name} = {value} 超出范围。请给出可能的数值。</translation>
    </message>
    <message>
        <source>This is not an address of dated tiles ({detail}). Write {{x}}, {{y}}, {{z}} and a date such as {{yyyy}}-{{mm}} into it.</source>
        <translation>这不是带日期的切片地址（{detail}）。请在其中写入 {{x}}、{{y}}、{{z}} 和 {{yyyy}}-{{mm}} 之类的日期。</translation>
    </message>
    <message>
        <source>"{text}" is not a date. Write days, months or quarters: 2024-05-31, 2024-05, 2024-Q2.</source>
        <translation>“{text}”不是日期。请写日、月或季度：2024-05-31、2024-05、2024-Q2。</translation>
    </message>
    <message>
        <source>There are more than {most} dates in these days. Choose fewer days.</source>
        <translation>这段时间内的日期超过 {most} 个。请减少天数。</translation>
    </message>
    <message>
        <source>"{part}" in this address looks like a key, which would be written to survey and project. Remove it, and choose an authentication that sends it as a header.</source>
        <translation>此地址中的“{part}”像是密钥，会被写入调查和工程。请将其去掉，并选择以请求头发送密钥的认证。</translation>
    </message>
    <message>
        <source>{path} holds no image.</source>
        <translation>{path} 中没有影像。</translation>
    </message>
    <message>
        <source>The picture {path} has no position. Put a world file next to it, or save it as GeoTIFF.</source>
        <translation>图片 {path} 没有位置。请在其旁放置坐标文件（world file），或将其保存为 GeoTIFF。</translation>
    </message>
    <message>
        <source>{path} is a quality band, not a picture of the ground. Put its other bands next to it.</source>
        <translation>{path} 是质量波段，不是地面画面。请将其其他波段放在旁边。</translation>
    </message>
    <message>
        <source>{path} holds {count} images; the first {most} are read. Split it.</source>
        <translation>{path} 含有 {count} 幅影像；只读取前 {most} 幅。请将其拆分。</translation>
    </message>
    <message>
        <source>The name of the image {path} is not written in UTF-8. Rename it.</source>
        <translation>影像 {path} 的名称不是以 UTF-8 编码的。请重命名。</translation>
    </message>
    <message>
        <source>{name} is dated {date} ({evidence}), but there is another date, {other} ({other_evidence}). Correct the one that is wrong.</source>
        <translation>{name} 的日期为 {date}（{evidence}），但另有一个日期 {other}（{other_evidence}）。请更正其中错误的一个。</translation>
    </message>
    <message>
        <source>{name} is dated {date}, as in its name. {zone} there may be a time zone; it was not applied, so the UTC day may be the one before or after. Write the time with Z or +09:00.</source>
        <translation>{name} 的日期按其名称为 {date}。名称中的 {zone} 可能是时区，未予应用，因此 UTC 日期可能是前一天或后一天。请在时间后写上 Z 或 +09:00。</translation>
    </message>
    <message>
        <source>{path} has no column that says where the images are. Call it uri, and list them again.</source>
        <translation>{path} 中没有说明影像位置的列。请将该列命名为 uri，然后重新添加列表。</translation>
    </message>
    <message>
        <source>Row {row} of {path} names no image and was left out. Fill in its uri.</source>
        <translation>{path} 的第 {row} 行未写明影像，已略过。请填写其 uri。</translation>
    </message>
    <message>
        <source>Row {row} of {path} was left out: {uri} is neither a path nor an http or https address.</source>
        <translation>{path} 的第 {row} 行已略过：{uri} 既不是路径，也不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>"{text}" in row {row} of {path} is not a valid {column} and was left out. Correct it there.</source>
        <translation>{path} 第 {row} 行的“{text}”不是 {column}，已略过。请在该处更正。</translation>
    </message>
    <message>
        <source>{name} is undated: "{text}" in row {row} of {path} is not a date. Write it as 2024-05-31.</source>
        <translation>{name} 没有日期：{path} 第 {row} 行的“{text}”不是日期。请写成 2024-05-31 的形式。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read. Choose a folder that exists and that you may open.</source>
        <translation>无法读取文件夹 {path}。请选择存在且您有权打开的文件夹。</translation>
    </message>
    <message>
        <source>{path} is a link out of the folder and was not followed. Choose the folder it leads to.</source>
        <translation>{path} 是指向文件夹之外的链接，未跟随。请选择它所指向的文件夹。</translation>
    </message>
    <message>
        <source>{count} more in {folder}, like {path}.</source>
        <translation>{folder} 中还有 {count} 个与 {path} 情况相同。</translation>
    </message>
    <message>
        <source>{name} is undated: no date of acquisition in a STAC item, in its metadata or in its name. Add one there.</source>
        <translation>{name} 没有日期：STAC 条目、其元数据和名称中均无获取日期。请在其中之一添加。</translation>
    </message>
    <message>
        <source>{name} is undated: its EXIF says {date}, but names no camera, so it may be the time of a scan, a screenshot or an edit. Write the day of acquisition into its name.</source>
        <translation>{name} 没有日期：其 EXIF 为 {date}，但未注明相机，因此可能是扫描、截屏或编辑的时间。请将获取日期写入其名称。</translation>
    </message>
    <message>
        <source>{name} is undated: its name has more than one date ({dates}). Keep only the day of acquisition in it, as 2024-05-31.</source>
        <translation>{name} 没有日期：其名称含有不止一个日期（{dates}）。请在名称中只保留获取日期，形式如 2024-05-31。</translation>
    </message>
    <message>
        <source>{name} is undated: its date {date} ({evidence}) lies in the future. Correct it there.</source>
        <translation>{name} 没有日期：其日期 {date}（{evidence}）在未来。请在该处更正。</translation>
    </message>
    <message>
        <source>{name} is undated: acquired {date} ({evidence}), or {other} ({other_evidence}). Correct the one that is wrong.</source>
        <translation>{name} 没有日期：获取于 {date}（{evidence}），或 {other}（{other_evidence}）。请更正其中错误的一个。</translation>
    </message>
    <message>
        <source>{path} cannot be read and was left out ({detail}). Repair or remove it.</source>
        <translation>无法读取 {path}，已略过（{detail}）。请修复或移除它。</translation>
    </message>
    <message>
        <source>The STAC item {path} cannot be used ({detail}). Left out with it: {images}. Repair or remove it.</source>
        <translation>STAC 条目 {path} 无法使用（{detail}）。随之略过：{images}。请修复或移除它。</translation>
    </message>
    <message>
        <source>The STAC item {path} has no datetime. Add it there.</source>
        <translation>STAC 条目 {path} 没有 datetime。请在其中添加。</translation>
    </message>
    <message>
        <source>{name} has no date from the STAC item {path}, which names other images. Add it to the item's assets if it is one of them.</source>
        <translation>{name} 未从 STAC 条目 {path} 取得日期，因为该条目列出的是其他影像。如果它也属于该条目，请将其加入条目的 assets。</translation>
    </message>
    <message>
        <source>{name} is undated: its STAC item has {detail}. Correct that.</source>
        <translation>{name} 没有日期：其 STAC 条目给出 {detail}。请更正。</translation>
    </message>
    <message>
        <source>The STAC item {name} is not in {path} ({detail}). Put it back, or add its images again.</source>
        <translation>STAC 条目 {name} 不在 {path} 中（{detail}）。请将其放回，或重新添加其影像。</translation>
    </message>
    <message>
        <source>{name} is undated: acquired {date} (STAC item {item}), or {other_date} (STAC item {other}). Correct the one that is wrong.</source>
        <translation>{name} 没有日期：获取于 {date}（STAC 条目 {item}），或 {other_date}（STAC 条目 {other}）。请更正其中错误的一个。</translation>
    </message>
    <message>
        <source>The STAC item {name} has no GeoTIFF or JPEG 2000 that can be opened from here.</source>
        <translation>STAC 条目 {name} 没有可从此处打开的 GeoTIFF 或 JPEG 2000。</translation>
    </message>
    <message>
        <source>The image of the STAC item {name} lies at {address} and has no https address. Search a catalog that gives one.</source>
        <translation>STAC 条目 {name} 的影像位于 {address}，没有 https 地址。请搜索提供 https 地址的目录。</translation>
    </message>
    <message>
        <source>The STAC item {name} has no image {key}, which was chosen for its collection. Choose another one.</source>
        <translation>STAC 条目 {name} 没有为其集合选定的画面 {key}。请选择其他画面。</translation>
    </message>
    <message>
        <source>{address} lists no releases of World Imagery Wayback. Check the address.</source>
        <translation>{address} 未列出 World Imagery Wayback 的发布版本。请检查地址。</translation>
    </message>
    <message>
        <source>The ZIP file {path} cannot be read ({detail}). Copy or download it again.</source>
        <translation>无法读取 ZIP 文件 {path}（{detail}）。请重新复制或下载。</translation>
    </message>
    <message>
        <source>The ZIP file {path} holds {count} images; the first {most} are read. Unpack it.</source>
        <translation>ZIP 文件 {path} 含有 {count} 幅影像；只读取前 {most} 幅。请将其解压。</translation>
    </message>
    <message>
        <source>{path} would unpack to {megabytes} MB from next to nothing and was left out. Unpack it.</source>
        <translation>{path} 几乎不占空间，解压后却会达到 {megabytes} MB，已略过。请将其解压。</translation>
    </message>
    <message>
        <source>{path} was left out: {reason}. Unpack the ZIP file, and add the folder.</source>
        <translation>{path} 已略过：{reason}。请解压 ZIP 文件，然后添加解压后的文件夹。</translation>
    </message>
    <message>
        <source>its name leads out of the ZIP file</source>
        <translation>其名称指向 ZIP 文件之外</translation>
    </message>
    <message>
        <source>its name ends in a blank or dot</source>
        <translation>名称以空格或句点结尾</translation>
    </message>
    <message>
        <source>its name is not a plain path</source>
        <translation>其名称不是普通路径</translation>
    </message>
    <message>
        <source>it, or a file that belongs to it, is there several times under one name</source>
        <translation>它或其附属文件以同一名称出现多次</translation>
    </message>
    <message>
        <source>it has a password</source>
        <translation>它设有密码</translation>
    </message>
    <message>
        <source>its compression method is not supported</source>
        <translation>它采用此处不读取的压缩方式</translation>
    </message>
    <message>
        <source>No row was compared with the river line: Python packages for that are missing. Install them in the corridor panel.</source>
        <translation>未将任何一行与河流线核对：缺少所需的 Python 包。请在廊道面板中安装。</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Column with the latitude, or with the northing (y) of a projected CRS</source>
        <translation>纬度列，或投影坐标参照系的北向坐标（y）列</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Column with the longitude, or with the easting (x) of a projected CRS</source>
        <translation>经度列，或投影坐标参照系的东向坐标（x）列</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Column with the whole place: latitude and longitude, MGRS, WKT, a map link</source>
        <translation>含完整位置的列：经纬度、MGRS、WKT、地图链接</translation>
    </message>
    <message>
        <source>UTM zone</source>
        <translation>UTM 分带</translation>
    </message>
    <message>
        <source>Column with the UTM zone of northing and easting, such as 52T</source>
        <translation>北向坐标和东向坐标的 UTM 分带所在列，例如 52T</translation>
    </message>
    <message>
        <source>Latitude, minutes</source>
        <translation>纬度，分</translation>
    </message>
    <message>
        <source>Column with the minutes of the latitude, degrees being in a column of their own</source>
        <translation>纬度的分所在列（度在另一列中）</translation>
    </message>
    <message>
        <source>Latitude, seconds</source>
        <translation>纬度，秒</translation>
    </message>
    <message>
        <source>Column with the seconds of the latitude</source>
        <translation>纬度的秒所在列</translation>
    </message>
    <message>
        <source>Latitude, N or S</source>
        <translation>纬度，N 或 S</translation>
    </message>
    <message>
        <source>Column that says whether the latitude is north or south</source>
        <translation>说明纬度为北纬还是南纬的列</translation>
    </message>
    <message>
        <source>Longitude, minutes</source>
        <translation>经度，分</translation>
    </message>
    <message>
        <source>Column with the minutes of the longitude, degrees being in a column of their own</source>
        <translation>经度的分所在列（度在另一列中）</translation>
    </message>
    <message>
        <source>Longitude, seconds</source>
        <translation>经度，秒</translation>
    </message>
    <message>
        <source>Column with the seconds of the longitude</source>
        <translation>经度的秒所在列</translation>
    </message>
    <message>
        <source>Longitude, E or W</source>
        <translation>经度，E 或 W</translation>
    </message>
    <message>
        <source>Column that says whether the longitude is east or west</source>
        <translation>说明经度为东经还是西经的列</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Column with the id that the source gives each site</source>
        <translation>来源赋予各地点的 ID 所在列</translation>
    </message>
    <message>
        <source>Column with the site's name</source>
        <translation>地点名称所在列</translation>
    </message>
    <message>
        <source>Column that says vehicle, barge, staging area, fuel station, ...</source>
        <translation>说明车辆、驳船、集结区、加油站等类型的列</translation>
    </message>
    <message>
        <source>Column that says present, absent, washed out, under construction, ...</source>
        <translation>说明存在、不存在、已冲毁、在建等状态的列</translation>
    </message>
    <message>
        <source>Column with the day of the state; of a sighting where no column says the state</source>
        <translation>状态的日期所在列；若没有说明状态的列，则为发现该地点的日期</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>日期（止）</translation>
    </message>
    <message>
        <source>Column with the last day, where the date is the first day of an interval</source>
        <translation>日期为一段时间的起始日期时，其结束日期所在列</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次发现</translation>
    </message>
    <message>
        <source>Column with the date the site was first seen</source>
        <translation>首次发现该地点的日期所在列</translation>
    </message>
    <message>
        <source>First seen, to</source>
        <translation>首次发现（止）</translation>
    </message>
    <message>
        <source>Column with the last day that the site can have been first seen</source>
        <translation>首次发现该地点的最晚可能日期所在列</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最后发现</translation>
    </message>
    <message>
        <source>Column with the date the site was last seen</source>
        <translation>最后发现该地点的日期所在列</translation>
    </message>
    <message>
        <source>Under construction</source>
        <translation>在建</translation>
    </message>
    <message>
        <source>Column with a date on which the site was being built</source>
        <translation>该地点在建的某一日期所在列</translation>
    </message>
    <message>
        <source>Washed out</source>
        <translation>已冲毁</translation>
    </message>
    <message>
        <source>Column with a date on which the site was washed out</source>
        <translation>该地点已被冲毁的某一日期所在列</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已拆除</translation>
    </message>
    <message>
        <source>Column with a date on which the site was gone: removed, destroyed, closed</source>
        <translation>该地点已不在（被拆除、毁坏或关闭）的某一日期所在列</translation>
    </message>
    <message>
        <source>Column with the county</source>
        <translation>市郡所在列</translation>
    </message>
    <message>
        <source>Fence gate</source>
        <translation>围栏门</translation>
    </message>
    <message>
        <source>Column that says whether the site is at a gate of the border fence</source>
        <translation>说明地点是否位于边境围栏门处的列</translation>
    </message>
    <message>
        <source>Column that says confirmed, probable or possible</source>
        <translation>说明已确认、很可能或有可能的列</translation>
    </message>
    <message>
        <source>Column with notes; columns not chosen anywhere are kept in the note too</source>
        <translation>备注所在列；未在别处选用的列也会保留在备注中</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>moved {metres:.0f} m</source>
        <translation>移动了 {metres:.0f} 米</translation>
    </message>
    <message>
        <source>moved {km:.1f} km</source>
        <translation>移动了 {km:.1f} 公里</translation>
    </message>
    <message>
        <source>moved less than 1 m</source>
        <translation>移动不足 1 米</translation>
    </message>
    <message>
        <source>{field}: “{old}” in the survey, “{new}” in the list</source>
        <translation>{field}：调查中为“{old}”，列表中为“{new}”</translation>
    </message>
    <message>
        <source>{field}: “{new}” in the list</source>
        <translation>{field}：列表中为“{new}”</translation>
    </message>
    <message>
        <source>{field}: “{old}”, empty in the list</source>
        <translation>{field}：“{old}”，列表中为空</translation>
    </message>
    <message>
        <source>{difference} (taken)</source>
        <translation>{difference}（已采用）</translation>
    </message>
    <message>
        <source>{n} new observations</source>
        <translation>{n} 条新观测</translation>
    </message>
    <message>
        <source>1 new observation</source>
        <translation>1 条新观测</translation>
    </message>
    <message>
        <source>“{name}” in the archive leads out of it and was not read.</source>
        <translation>压缩包中的“{name}”指向压缩包之外，未读取。</translation>
    </message>
    <message>
        <source>{path} is not a text file. Choose a CSV, or save it as CSV in its own program.</source>
        <translation>{path} 不是文本文件。请选择 CSV，或在其原程序中另存为 CSV。</translation>
    </message>
    <message>
        <source>{path} is not written in {encoding}. Choose another encoding.</source>
        <translation>{path} 的编码不是 {encoding}。请选择其他编码。</translation>
    </message>
    <message>
        <source>The list “{name}” of {count} items was not read.</source>
        <translation>未读取含 {count} 项的列表“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is a view, made from other tables, and was not read.</source>
        <translation>“{name}”是由其他表生成的视图，未读取。</translation>
    </message>
    <message>
        <source>Layer “{name}” has no points ({geometry}) and was not read.</source>
        <translation>图层“{name}”没有点（{geometry}），未读取。</translation>
    </message>
    <message>
        <source>Column “{name}” holds no text and was not read.</source>
        <translation>列“{name}”不含文字，未读取。</translation>
    </message>
    <message>
        <source>Track “{name}” was not read.</source>
        <translation>轨迹“{name}”未读取。</translation>
    </message>
    <message>
        <source>Route “{name}” was not read.</source>
        <translation>路线“{name}”未读取。</translation>
    </message>
    <message>
        <source>Network link “{name}” to {link} was not followed.</source>
        <translation>未访问指向 {link} 的网络链接“{name}”。</translation>
    </message>
    <message>
        <source>Image overlay “{name}” was not read.</source>
        <translation>影像叠加层“{name}”未读取。</translation>
    </message>
    <message>
        <source>Screen overlay “{name}” was not read.</source>
        <translation>屏幕叠加层“{name}”未读取。</translation>
    </message>
    <message>
        <source>Photo “{name}” was not read.</source>
        <translation>照片“{name}”未读取。</translation>
    </message>
    <message>
        <source>Tour “{name}” was not read.</source>
        <translation>游览“{name}”未读取。</translation>
    </message>
    <message>
        <source>The control of network links was not read.</source>
        <translation>网络链接的控制设置未读取。</translation>
    </message>
    <message>
        <source>An update of another file was not read.</source>
        <translation>对其他文件的更新未读取。</translation>
    </message>
    <message>
        <source>A document in the archive was left out: {reason}</source>
        <translation>压缩包中的一个文档已略去：{reason}</translation>
    </message>
    <message>
        <source>Element &lt;{tag}&gt; was not read.</source>
        <translation>元素 &lt;{tag}&gt; 未读取。</translation>
    </message>
    <message>
        <source>{sentence} And {count} more of these.</source>
        <translation>{sentence} 此类情况另有 {count} 处。</translation>
    </message>
    <message>
        <source>Sheet “{name}” is hidden and was not read.</source>
        <translation>工作表“{name}”已隐藏，未读取。</translation>
    </message>
    <message>
        <source>{cells}: a formula whose value was not saved, read as empty. Open the file in its own program and save it again</source>
        <translation>{cells}：公式的值未保存，按空值读取。请用原程序打开文件并重新保存</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, {cells}: a formula whose value was not saved. The row was not read.</source>
        <translation>工作表“{sheet}”，{cells}：公式的值未保存。该行未读取。</translation>
    </message>
    <message>
        <source>Comments on cells were not read.</source>
        <translation>单元格批注未读取。</translation>
    </message>
    <message>
        <source>“{name}”, an archive in the archive, was not read.</source>
        <translation>压缩包中的压缩包“{name}”未读取。</translation>
    </message>
    <message>
        <source>{path} does not exist or cannot be read. Choose another file.</source>
        <translation>{path} 不存在或无法读取。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} cannot be imported. Choose a CSV, Excel (XLSX), OpenDocument (ODS), GeoJSON, GeoPackage, Shapefile, FlatGeobuf, GML, GPX, KML or KMZ file.</source>
        <translation>无法导入 {path}。请选择 CSV、Excel（XLSX）、OpenDocument（ODS）、GeoJSON、GeoPackage、Shapefile、FlatGeobuf、GML、GPX、KML 或 KMZ 文件。</translation>
    </message>
    <message>
        <source>{path} is {format}, which is not read here. Open it in QGIS or its own program and save it as {instead}.</source>
        <translation>{path} 是 {format}，此处不读取这种格式。请在 QGIS 或其原程序中打开，并另存为 {instead}。</translation>
    </message>
    <message>
        <source>{path} is a survey with sites, observations and images of its own. Import it as a whole, or open it.</source>
        <translation>{path} 是自带地点、观测和影像的调查。请整体并入，或打开它。</translation>
    </message>
    <message>
        <source>{path} is damaged or not what its name says. Open it in its own program and save it again.</source>
        <translation>{path} 已损坏，或内容与其名称不符。请在其原程序中打开并重新保存。</translation>
    </message>
    <message>
        <source>{path} holds no features. Save it as GeoJSON or GeoPackage with a feature for each site.</source>
        <translation>{path} 中没有要素。请将其另存为 GeoJSON 或 GeoPackage，每个地点一个要素。</translation>
    </message>
    <message>
        <source>“{delimiter}” cannot separate columns. Give one character: a comma, a semicolon, a tab.</source>
        <translation>“{delimiter}”不能用来分隔列。请给出一个字符：逗号、分号或制表符。</translation>
    </message>
    <message>
        <source>{path} is empty. Choose a file with a header line and a row for each site.</source>
        <translation>{path} 为空。请选择有标题行且每个地点一行的文件。</translation>
    </message>
    <message>
        <source>{path} has a header but no rows. Choose a file with a row for each site.</source>
        <translation>{path} 只有标题行而没有数据行。请选择每个地点一行的文件。</translation>
    </message>
    <message>
        <source>{name} leads out of {path} to another place, and was not opened. Put the file itself there.</source>
        <translation>{name} 从 {path} 指向外面的其他位置，未打开。请将文件本身放到该处。</translation>
    </message>
    <message>
        <source>{path} declares XML entities, which are not read. Save it again in Google Earth or QGIS.</source>
        <translation>{path} 声明了 XML 实体，这些实体不会被读取。请在 Google Earth 或 QGIS 中重新保存。</translation>
    </message>
    <message>
        <source>{path} holds {size} MB, and at most {limit} MB are read. Split it.</source>
        <translation>{path} 有 {size} MB，而最多读取 {limit} MB。请将其拆分。</translation>
    </message>
    <message>
        <source>{path} has more than {limit} columns. Keep those that describe a site, and save it again.</source>
        <translation>{path} 的列超过 {limit} 个。请保留说明地点情况的列，然后重新保存。</translation>
    </message>
    <message>
        <source>{path} has more than {limit} rows. Split it.</source>
        <translation>{path} 的行超过 {limit} 个。请将其拆分。</translation>
    </message>
    <message>
        <source>{path} has more text than fits into memory: more than {limit} MB. Split it, or leave out columns.</source>
        <translation>{path} 的文字超出内存容量：超过 {limit} MB。请将其拆分，或去掉一些列。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed, so that this row holds the next ones too. Close it.</source>
        <translation>引号没有闭合，因此这一行也包含了后面的行。请闭合引号。</translation>
    </message>
    <message>
        <source>{path} has a text of more than {limit} characters near row {row}: a quotation mark or a line's end may be missing. Correct it there.</source>
        <translation>{path} 在第 {row} 行附近有一段超过 {limit} 个字符的文字：可能缺少引号或行尾。请在该处修正。</translation>
    </message>
    <message>
        <source>{path} is nested more than {limit} deep. Save it again with fewer levels.</source>
        <translation>{path} 的嵌套超过 {limit} 层。请减少层数后重新保存。</translation>
    </message>
    <message>
        <source>The geometry is damaged: {text}. Draw the point again.</source>
        <translation>几何图形已损坏：{text}。请重新绘制该点。</translation>
    </message>
    <message>
        <source>{text} lies outside what {crs} covers. Correct the point, or choose the coordinate reference system it is in.</source>
        <translation>{text} 超出 {crs} 的覆盖范围。请修正该点，或选择它所用的坐标参照系。</translation>
    </message>
    <message>
        <source>The row is damaged: {text}. Correct it, or add the site by hand.</source>
        <translation>该行已损坏：{text}。请修正，或手动添加该地点。</translation>
    </message>
    <message>
        <source>{path} is locked with a password. Save it without one.</source>
        <translation>{path} 已用密码锁定。请不带密码保存。</translation>
    </message>
    <message>
        <source>{path} holds {names}. Unpack it and choose one of these files.</source>
        <translation>{path} 中含有 {names}。请解压，并选择其中一个文件。</translation>
    </message>
    <message>
        <source>{path} has no site that can be read. {reason}</source>
        <translation>{path} 中没有可读取的地点。{reason}</translation>
    </message>
    <message>
        <source>{path} does not state its coordinate reference system. Choose it and read the file again.</source>
        <translation>{path} 未注明坐标参照系。请选择后重新读取文件。</translation>
    </message>
    <message>
        <source>{path} gives its coordinate reference system by a link ({link}), which is not followed. Choose it and read the file again.</source>
        <translation>{path} 以链接（{link}）给出坐标参照系，该链接不会被访问。请选择坐标参照系后重新读取文件。</translation>
    </message>
    <message>
        <source>{crs} is not a known coordinate reference system. Write it like EPSG:5179.</source>
        <translation>{crs} 不是已知的坐标参照系。请写成例如 EPSG:5179。</translation>
    </message>
    <message>
        <source>{path} has no layer {layer}. Choose one of: {layers}.</source>
        <translation>{path} 中没有图层 {layer}。请从以下图层中选择：{layers}。</translation>
    </message>
    <message>
        <source>not in the list any more: kept as it is</source>
        <translation>已不在列表中：保持不变</translation>
    </message>
    <message>
        <source>not in the list any more: retired, it does not count after today</source>
        <translation>已不在列表中：停止计入，今天之后不再计入</translation>
    </message>
    <message>
        <source>not in the list any more: deleted</source>
        <translation>已不在列表中：删除</translation>
    </message>
    <message>
        <source>The coordinate is missing. Add it to the file.</source>
        <translation>缺少坐标。请在文件中添加。</translation>
    </message>
    <message>
        <source>“{text}” is not a coordinate. Write it as 41.411114, 128.186804 or 41°24'40"N 128°11'12"E.</source>
        <translation>“{text}”不是坐标。请写成 41.411114, 128.186804 或 41°24'40"N 128°11'12"E。</translation>
    </message>
    <message>
        <source>“{text}” can be read in more than one way. Use decimal points and one comma.</source>
        <translation>“{text}”有多种读法。请使用小数点，并只用一个逗号。</translation>
    </message>
    <message>
        <source>“{text}” gives more than one place. Leave one, or make a row for each.</source>
        <translation>“{text}”给出了不止一个位置。请只保留一个，或为每个位置各写一行。</translation>
    </message>
    <message>
        <source>“{text}” gives only one of latitude and longitude. Write both.</source>
        <translation>“{text}”只有纬度或经度之一。请两者都写。</translation>
    </message>
    <message>
        <source>The letters in “{text}” do not fit latitude and longitude. Use N or S once, E or W once.</source>
        <translation>“{text}”中的字母与经纬度不符。请使用一次 N 或 S、一次 E 或 W。</translation>
    </message>
    <message>
        <source>“{text}” is not on the globe: latitude ends at 90 and longitude at 180 degrees. Correct it.</source>
        <translation>“{text}”不在地球上：纬度至多 90 度，经度至多 180 度。请更正。</translation>
    </message>
    <message>
        <source>The geometry is a {geometry}, and a site is one point. Draw it as a point.</source>
        <translation>几何图形为 {geometry}，而地点应为单个点。请绘制为点。</translation>
    </message>
    <message>
        <source>“{text}” is in the coordinate reference system {crs}. Write it in degrees on WGS 84.</source>
        <translation>“{text}”采用坐标参照系 {crs}。请以 WGS 84 的度写出。</translation>
    </message>
    <message>
        <source>“{text}” may be degrees times ten million, and does not say so. Write degrees with a decimal point.</source>
        <translation>“{text}”可能是乘以一千万的度数，但未注明。请写成带小数点的度数。</translation>
    </message>
    <message>
        <source>“{text}” is a short Plus Code: its first four characters are missing. Write it whole, as 8QHCC56P+CP.</source>
        <translation>“{text}”是简短的 Plus Code：缺少前四个字符。请写完整，形式如 8QHCC56P+CP。</translation>
    </message>
    <message>
        <source>“{text}” names a square of {km:g} km, which is not a place. Write the reference with more digits.</source>
        <translation>“{text}”表示一个 {km:g} km 的方格，不是一个位置。请写出位数更多的格网坐标。</translation>
    </message>
    <message>
        <source>The zone, letters and numbers of “{text}” do not fit each other. Correct the grid reference.</source>
        <translation>“{text}”的分带、字母和数字互不相符。请更正该格网坐标。</translation>
    </message>
    <message>
        <source>“{text}” does not say which hemisphere: S may also be the band from 32 to 40 degrees north. Write the zone with N for north, or the place in degrees.</source>
        <translation>“{text}”未说明在哪个半球：S 也可能是北纬 32 至 40 度的纬度带。请写出分带并以 N 表示北，或以度写出位置。</translation>
    </message>
    <message>
        <source>The link “{text}” does not contain a place. Open it, and copy the coordinates.</source>
        <translation>链接“{text}”未说明位置。请打开该链接，并复制坐标。</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it as 2025-07-30, 2025-07 or 2025.</source>
        <translation>“{text}”不是日期。请写成 2025-07-30、2025-07 或 2025 的形式。</translation>
    </message>
    <message>
        <source>“{text}” names no year. Write the date as 2025-07-30, 2025-07 or 2025.</source>
        <translation>“{text}”没有写明年份。请将日期写成 2025-07-30、2025-07 或 2025 的形式。</translation>
    </message>
    <message>
        <source>“{text}” can be read as two dates. Write it as 2025-07-30.</source>
        <translation>“{text}”可以读作两个日期。请写成 2025-07-30 的形式。</translation>
    </message>
    <message>
        <source>“{text}” may mean {first} to {last}. Confirm it, or leave it undated.</source>
        <translation>“{text}”可能指 {first} 至 {last}。请确认，或保持无日期。</translation>
    </message>
    <message>
        <source>{columns} give another place, {km:.1f} km away: kept in the note</source>
        <translation>{columns} 给出另一个位置，相距 {km:.1f} km：保留在备注中</translation>
    </message>
    <message>
        <source>This export has only what follows from sites and observations. Choose the file that has the sites.</source>
        <translation>此导出文件只含由地点和观测推得的内容。请选择含有地点的文件。</translation>
    </message>
    <message>
        <source>{n} sites of this export have no place: they were not compared with the survey.</source>
        <translation>此导出中有 {n} 个地点没有位置：未与调查比较。</translation>
    </message>
    <message>
        <source>This observation was removed from the survey after the export. It is not imported again.</source>
        <translation>此观测在导出后已从调查中移除，不再导入。</translation>
    </message>
    <message>
        <source>Neither the survey nor a row above has the site of this observation.</source>
        <translation>调查和上面的行中都没有此观测的地点。</translation>
    </message>
    <message>
        <source>“{text}” is not a value of {column}. Correct the cell.</source>
        <translation>“{text}”不是 {column} 的值。请更正该单元格。</translation>
    </message>
    <message>
        <source>latitude and longitude were swapped</source>
        <translation>纬度和经度曾颠倒</translation>
    </message>
    <message>
        <source>“{text}” gives no place: the other columns are used</source>
        <translation>“{text}”没有给出位置：位置取自其他列</translation>
    </message>
    <message>
        <source>the row gives two places, {km:.1f} km apart: {lat:.5f}, {lon:.5f} would be taken</source>
        <translation>该行给出了相距 {km:.1f} km 的两个位置：将采用 {lat:.5f}, {lon:.5f}</translation>
    </message>
    <message>
        <source>{path} shows no coordinates. Choose the latitude and longitude columns, or the one with both.</source>
        <translation>{path} 中没有坐标。请选择纬度列和经度列，或同时包含两者的列。</translation>
    </message>
    <message>
        <source>{path} has no column {column}. Choose another one.</source>
        <translation>{path} 中没有列 {column}。请选择其他列。</translation>
    </message>
    <message>
        <source>0,0 is an empty coordinate. Write the site's position.</source>
        <translation>0,0 是空坐标。请填写地点的位置。</translation>
    </message>
    <message>
        <source>“{text}” is not in degrees. Choose the coordinate reference system of the columns.</source>
        <translation>“{text}”不是以度为单位。请选择这些列的坐标参照系。</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>已略过。</translation>
    </message>
    <message>
        <source>“{text}” in {column} is unknown: left open, the text kept in the note</source>
        <translation>{column} 中的“{text}”未知：留空，原文保留在备注中</translation>
    </message>
    <message>
        <source>the row is longer than {limit} characters: the rest is not imported</source>
        <translation>该行超过 {limit} 个字符：其余部分未导入</translation>
    </message>
    <message>
        <source>“{text}” may be a row of totals, not a site</source>
        <translation>“{text}”可能是合计行，不是地点</translation>
    </message>
    <message>
        <source>the name is longer than {limit} characters: the rest is in the note</source>
        <translation>名称超过 {limit} 个字符：其余部分写在备注中</translation>
    </message>
    <message>
        <source>“{text}” indicates shifted coordinates: the place may be {metres:.0f} m off</source>
        <translation>“{text}”表示偏移坐标：位置可能偏差 {metres:.0f} 米</translation>
    </message>
    <message>
        <source>converted from {datum}: moved by {metres:.0f} m</source>
        <translation>已由 {datum} 转换：移动了 {metres:.0f} m</translation>
    </message>
    <message>
        <source>mentions “{text}”: not converted from {datum}</source>
        <translation>提到“{text}”：未由 {datum} 转换</translation>
    </message>
    <message>
        <source>far from China, where {datum} shifts nothing: not converted</source>
        <translation>远离中国，{datum} 在此不偏移：未转换</translation>
    </message>
    <message>
        <source>The coordinates are said to be {datum}, which is shifted: the places are off by up to {metres:.0f} m unless they are converted.</source>
        <translation>据称坐标为 {datum}，该坐标是偏移的：不转换则位置最多偏差 {metres:.0f} 米。</translation>
    </message>
    <message>
        <source>{n} rows say that their coordinates are shifted (GCJ-02 or BD-09): the places are off by up to {metres:.0f} m unless they are converted.</source>
        <translation>{n} 行称其坐标是偏移的（GCJ-02 或 BD-09）：不转换则位置最多偏差 {metres:.0f} 米。</translation>
    </message>
    <message>
        <source>state “{text}” has no date of its own: kept in the note</source>
        <translation>状态“{text}”没有自己的日期：保留在备注中</translation>
    </message>
    <message>
        <source>“{text}” may mean that the site was not there: nothing observed on {date}, the date kept in the note</source>
        <translation>“{text}”可能是说该地点不存在：{date} 不记观测，日期保留在备注中</translation>
    </message>
    <message>
        <source>{column} ends before it begins: no date, both kept in the note</source>
        <translation>{column} 的结束早于开始：不填日期，两者均保留在备注中</translation>
    </message>
    <message>
        <source>“{text}” may mean that the site was not there on {date}</source>
        <translation>“{text}”可能是说该地点在 {date} 不存在</translation>
    </message>
    <message>
        <source>no state is given: nothing observed on {date}, the date kept in the note</source>
        <translation>未给出状态：不视为 {date} 的观测，日期保留在备注中</translation>
    </message>
    <message>
        <source>{column} {date} is taken, although {own_column} is {time}: kept in the note</source>
        <translation>采用 {column} {date}，但 {own_column} 为 {time}：保留在备注中</translation>
    </message>
    <message>
        <source>last seen before first seen</source>
        <translation>最后发现早于首次发现</translation>
    </message>
    <message>
        <source>“{text}” in {column} is another date: kept in the note</source>
        <translation>{column} 列中的“{text}”是另一个日期：保留在备注中</translation>
    </message>
    <message>
        <source>{date} is later than last seen: no sighting, kept in the note</source>
        <translation>{date} 晚于最后一次看到的日期：不作为观测，保留在备注中</translation>
    </message>
    <message>
        <source>“{text}” has no end: seen some time from {first} to the day of the import</source>
        <translation>“{text}”没有结束日期：在 {first} 至导入当天之间的某个时候看到</translation>
    </message>
    <message>
        <source>{metres:.0f} m from row {row}, “{name}”: the same site?</source>
        <translation>距第 {row} 行“{name}”{metres:.0f} m：是同一地点吗？</translation>
    </message>
    <message>
        <source>{metres:.0f} m from the survey's site “{name}”: the same site?</source>
        <translation>距调查中的地点“{name}”{metres:.0f} m：是同一地点吗？</translation>
    </message>
    <message>
        <source>the id of the survey's site “{name}”, but {metres:.0f} m away and another name: the same site?</source>
        <translation>有调查中地点“{name}”的编号，但相距 {metres:.0f} 米且名称不同：是同一地点吗？</translation>
    </message>
    <message>
        <source>the same site as “{name}”: this row brings nothing more</source>
        <translation>与“{name}”是同一地点：本行没有提供更多内容</translation>
    </message>
    <message>
        <source>another row gives another state of “{name}” for the same days</source>
        <translation>另一行对“{name}”在相同日期给出了不同的状态</translation>
    </message>
    <message>
        <source>Row {first} has the id {id} already. Give this row its own id.</source>
        <translation>第 {first} 行已使用 ID {id}。请为本行设置自己的 ID。</translation>
    </message>
    <message>
        <source>moved by {metres:.0f} m</source>
        <translation>被移动 {metres:.0f} 米</translation>
    </message>
    <message>
        <source>This site was removed from the survey after the export: import it again, as another site?</source>
        <translation>此地点在导出后已从调查中移除：是否作为另一地点重新导入？</translation>
    </message>
    <message>
        <source>It holds no placemarks or features.</source>
        <translation>其中没有地标或要素。</translation>
    </message>
    <message>
        <source>lies about {km:.0f} km from the other rows</source>
        <translation>距其他各行约 {km:.0f} km</translation>
    </message>
    <message>
        <source>lies {km:.0f} km from the river line</source>
        <translation>距河流线 {km:.0f} km</translation>
    </message>
    <message>
        <source>latitude and longitude are the same number</source>
        <translation>纬度和经度是同一个数</translation>
    </message>
    <message>
        <source>is given to whole degrees only: it may be off by some 100 km</source>
        <translation>只精确到整度：可能偏差约 100 km</translation>
    </message>
    <message>
        <source>the sign may be wrong: {lat:.6f}, {lon:.6f} would fit</source>
        <translation>正负号可能有误：{lat:.6f}, {lon:.6f} 则相符</translation>
    </message>
    <message>
        <source>the decimal point may be misplaced: {lat:.6f}, {lon:.6f} would fit</source>
        <translation>小数点可能错位：{lat:.6f}, {lon:.6f} 则相符</translation>
    </message>
    <message>
        <source>latitude and longitude may be swapped: {lat:.6f}, {lon:.6f} would fit</source>
        <translation>纬度和经度可能颠倒：{lat:.6f}, {lon:.6f} 则相符</translation>
    </message>
    <message>
        <source>The coordinates may be {datum}: the rows lie {metres:.0f} m off the river on average, and {undone:.0f} m with the shift of {datum} undone.</source>
        <translation>坐标可能是 {datum}：各行平均距河 {metres:.0f} m，撤销 {datum} 偏移后为 {undone:.0f} m。</translation>
    </message>
    <message>
        <source>No kind in the file is {texts}: what was given for it has no effect.</source>
        <translation>文件中没有种类 {texts}：为其指定的值不起作用。</translation>
    </message>
    <message>
        <source>No state in the file is {texts}: what was given for it has no effect.</source>
        <translation>文件中没有状态 {texts}：为其指定的值不起作用。</translation>
    </message>
    <message>
        <source>No date in the file is {texts}: what was given for it has no effect.</source>
        <translation>文件中没有日期 {texts}：为其指定的值不起作用。</translation>
    </message>
    <message>
        <source>The file has no row {texts}: the answer given for it has no effect.</source>
        <translation>文件中没有第 {texts} 行：为其给出的回答不起作用。</translation>
    </message>
    <message>
        <source>kind “{text}” is unknown: imported as other, the text kept in the note</source>
        <translation>类型“{text}”未知：按“其他”导入，原文保留在备注中</translation>
    </message>
    <message>
        <source>kind “{text}” is not confirmed: imported as other site, the text kept in the note</source>
        <translation>类型“{text}”未确认：按其他地点导入，原文保留在备注中</translation>
    </message>
    <message>
        <source>state “{text}” is unknown: nothing observed, the text kept in the note</source>
        <translation>状态“{text}”未知：不记观测，原文保留在备注中</translation>
    </message>
    <message>
        <source>state “{text}” is not confirmed: no observation, the text kept in the note</source>
        <translation>状态“{text}”未确认：无观测，原文保留在备注中</translation>
    </message>
    <message>
        <source>date “{text}” is unreadable or ambiguous: no date, the text kept in the note</source>
        <translation>日期“{text}”无法读取或有歧义：不填日期，原文保留在备注中</translation>
    </message>
    <message>
        <source>date “{text}” is not confirmed: no date, the text kept in the note</source>
        <translation>日期“{text}”未确认：无日期，原文保留在备注中</translation>
    </message>
    <message>
        <source>{count} more texts of kinds, states or dates are not listed; their rows say how each is read.</source>
        <translation>另有 {count} 个类型、状态或日期的原文未列出；其所在各行说明了各自的读法。</translation>
    </message>
    <message>
        <source>Vehicle crossing</source>
        <translation>车辆渡河点</translation>
    </message>
    <message>
        <source>a ramp</source>
        <translation>坡道</translation>
    </message>
    <message>
        <source>Barge crossing</source>
        <translation>驳船渡河点</translation>
    </message>
    <message>
        <source>a barge</source>
        <translation>驳船</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>集结区</translation>
    </message>
    <message>
        <source>a truck</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>Fuel station</source>
        <translation>加油站</translation>
    </message>
    <message>
        <source>Other site</source>
        <translation>其他地点</translation>
    </message>
    <message>
        <source>There is no dot of one colour at pixel {column:.0f}, {row:.0f}. Click on the colour of a dot that stands alone.</source>
        <translation>像素 {column:.0f}, {row:.0f} 处没有单一颜色的圆点。请点击一个单独圆点的颜色处。</translation>
    </message>
    <message>
        <source>The dot at pixel {column:.0f}, {row:.0f} is smaller than 4 pixels. Use a larger picture.</source>
        <translation>像素 {column:.0f}, {row:.0f} 处的圆点小于 4 像素。请使用更大的图片。</translation>
    </message>
    <message>
        <source>Affine (shift, turn, scale)</source>
        <translation>仿射（平移、旋转、缩放）</translation>
    </message>
    <message>
        <source>Projective (a tilted view)</source>
        <translation>投影（倾斜视角）</translation>
    </message>
    <message>
        <source>Polynomial 2 (bent)</source>
        <translation>二次多项式（弯曲）</translation>
    </message>
    <message>
        <source>There are {n} tie points; this needs {least}. Click more places on the picture and on the map.</source>
        <translation>有 {n} 个控制点；需要 {least} 个。请在图片和地图上点击更多地点。</translation>
    </message>
    <message>
        <source>There is 1 tie point; this needs {least}. Click more places on the picture and on the map.</source>
        <translation>有 1 个控制点；需要 {least} 个。请在图片和地图上点击更多地点。</translation>
    </message>
    <message>
        <source>The tie points are on one line: what is beside it is not known. Add one away from it.</source>
        <translation>控制点在一条直线上：直线两侧无法确定。请添加一个远离该直线的控制点。</translation>
    </message>
    <message>
        <source>Tie point {number} is at that place already. Remove it first, or click another place.</source>
        <translation>控制点 {number} 已在该处。请先将其删除，或点击其他地点。</translation>
    </message>
    <message>
        <source>These tie points turn the picture into its mirror image. Probably two of them are exchanged, or the picture was mirrored: mirror it back first.</source>
        <translation>这些控制点会使图片成为镜像。可能有两个控制点互换了，或者图片被镜像过：请先将其还原。</translation>
    </message>
    <message>
        <source>Choose the CRS in which the picture is drawn. Web maps are in EPSG:3857.</source>
        <translation>请选择绘制图片所用的坐标系。网络地图为 EPSG:3857。</translation>
    </message>
    <message>
        <source>The tie points give no place on the ground there. Check them, or choose another CRS or transformation.</source>
        <translation>控制点在该处得不到地面位置。请检查控制点，或选择其他坐标系或变换。</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day} 当日</translation>
    </message>
    <message>
        <source>in Q{quarter} {year}</source>
        <translation>{year} 年第 {quarter} 季度</translation>
    </message>
    <message>
        <source>in {period}</source>
        <translation>{period} 内</translation>
    </message>
    <message>
        <source>{path} has {count} pages, and at most {limit} are read. Split it.</source>
        <translation>{path} 有 {count} 页，最多读取 {limit} 页。请拆分文件。</translation>
    </message>
    <message>
        <source>{path} is not a report that can be read. Choose a TXT, HTML, DOCX or PDF file, or paste its text.</source>
        <translation>{path} 不是可以读取的报告。请选择 TXT、HTML、DOCX 或 PDF 文件，或粘贴其文本。</translation>
    </message>
    <message>
        <source>{path} holds no text. Choose another file, or paste the text.</source>
        <translation>{path} 中没有文本。请选择其他文件，或粘贴文本。</translation>
    </message>
    <message>
        <source>The {count} pages of {path} are pictures without text. Have them recognised as text (OCR) first, or paste the text.</source>
        <translation>{path} 的 {count} 页是没有文本的图片。请先进行文字识别（OCR），或粘贴文本。</translation>
    </message>
    <message>
        <source>No coordinates in this text. Names of places alone make no site.</source>
        <translation>此文本中没有坐标。仅有地名不能构成地点。</translation>
    </message>
    <message>
        <source>{path} has more than {limit} million characters. Split it.</source>
        <translation>{path} 超过 {limit} 百万个字符。请拆分。</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}；{other}</translation>
    </message>
    <message>
        <source>kind by “{text}” in the sentence: a guess</source>
        <translation>按句中“{text}”判断的类型：推测</translation>
    </message>
    <message>
        <source>the coordinates stand in two lines</source>
        <translation>坐标分在两行</translation>
    </message>
    <message>
        <source>the sentence gives several dates: none is used</source>
        <translation>该句有多个日期：均未使用</translation>
    </message>
    <message>
        <source>“{text}” may mean that the site was not there: its date is not used</source>
        <translation>“{text}”可能表示该地点当时不存在：未使用其日期</translation>
    </message>
    <message>
        <source>“{text}” is only given to about {km:.1f} km</source>
        <translation>“{text}”仅精确到约 {km:.1f} km</translation>
    </message>
    <message>
        <source>“{word}” stands next to “{text}”</source>
        <translation>“{text}”旁有“{word}”</translation>
    </message>
    <message>
        <source>“{text}” may be a corner of a box</source>
        <translation>“{text}”可能是范围框的一角</translation>
    </message>
    <message>
        <source>“{text}” may be two numbers and no place</source>
        <translation>“{text}”可能是两个数字而非位置</translation>
    </message>
    <message>
        <source>“{text}” may be the end of a stretch</source>
        <translation>“{text}”可能是一段的端点</translation>
    </message>
    <message>
        <source>“{text}” is only a point of reference: the sentence means another place, or a stretch.</source>
        <translation>“{text}”只是参照点：该句所指的是其他地点或一段河段。</translation>
    </message>
    <message>
        <source>“{text}” may be a place or two numbers. Write it with degree signs or N and E.</source>
        <translation>“{text}”可能是位置，也可能是两个数字。请加上度符号或 N 和 E。</translation>
    </message>
    <message>
        <source>“{text}” belongs to the outline of an area, which is no site.</source>
        <translation>“{text}”属于区域的轮廓，不是地点。</translation>
    </message>
    <message>
        <source>“{text}” may be a number of another kind: its sentence calls it “{word}”.</source>
        <translation>“{text}”可能是其他编号：句中称其为“{word}”。</translation>
    </message>
    <message>
        <source>a site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>{kind} #{number}</source>
        <translation>{kind} #{number}</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Not observable</source>
        <translation>无法判读</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What is on screen and the survey's file no longer agree. Open the survey again.</source>
        <translation>屏幕上的内容与调查文件不再一致。请重新打开调查。</translation>
    </message>
    <message>
        <source>The record is empty: all its entries were deleted.</source>
        <translation>更改记录为空：其所有条目均被删除。</translation>
    </message>
    <message>
        <source>Its last entries are missing: {n}. The record ends at {last}, and {where} has seen {head}. It may be an older copy.</source>
        <translation>缺少末尾条目：{n} 条。更改记录止于第 {last} 条，而据{where}，此前已到 {head}。它可能是较旧的副本。</translation>
    </message>
    <message>
        <source>It does not have {head}, which {where} has seen: work went on from an older copy, or the record was written anew.</source>
        <translation>据{where}，此前有 {head}，而其中没有：后续工作是在较旧的副本上进行的，或更改记录被重新写过。</translation>
    </message>
    <message>
        <source>Entries altered after they were written: {n}, the first is entry {first}.</source>
        <translation>写入后被改动的条目：{n} 条，首条为第 {first} 条。</translation>
    </message>
    <message>
        <source>Entries not sealed to the one before them: {n}, the first is entry {first}.</source>
        <translation>未以封印与前一条相连的条目：{n} 条，首条为第 {first} 条。</translation>
    </message>
    <message>
        <source>Entries whose seal was taken off: {n}, the first is entry {first}.</source>
        <translation>封印被去除的条目：{n} 条，首条为第 {first} 条。</translation>
    </message>
    <message>
        <source>Entries out of order or without a number: {n}, the first is entry {first}.</source>
        <translation>顺序错乱或没有编号的条目：{n} 条，首条为第 {first} 条。</translation>
    </message>
    <message>
        <source>Entries that hold no row: {n}, the first is entry {first}.</source>
        <translation>不含行数据的条目：{n} 条，首条为第 {first} 条。</translation>
    </message>
    <message>
        <source>Entries deleted within the record: {first} to {last}.</source>
        <translation>更改记录中间被删除的条目：第 {first} 至 {last} 条。</translation>
    </message>
    <message>
        <source>Entries made outside the plugin and not sealed yet: {n}, the first is entry {first}. The next change seals them.</source>
        <translation>在插件之外产生且尚未加封的条目：{n} 条，首条为第 {first} 条。下一次更改时会为其加封。</translation>
    </message>
    <message>
        <source>Rows changed without an entry in the record: {n}.</source>
        <translation>没有记录条目而被更改的行：{n} 行。</translation>
    </message>
    <message>
        <source>Rows deleted without an entry in the record: {n}.</source>
        <translation>没有记录条目而被删除的行：{n} 行。</translation>
    </message>
    <message>
        <source>Rows added without an entry in the record: {n}.</source>
        <translation>没有记录条目而被添加的行：{n} 行。</translation>
    </message>
    <message>
        <source>Triggers missing or altered, so that changes go unrecorded: {names}.</source>
        <translation>触发器缺失或被改动，导致更改未被记录：{names}。</translation>
    </message>
    <message>
        <source>Triggers were missing and put back: {n} times, first at entry {first}. Changes before may be without an entry.</source>
        <translation>触发器曾缺失并被恢复：{n} 次，首次在第 {first} 条。此前的更改可能没有记录条目。</translation>
    </message>
    <message>
        <source>Rows changed without an entry, then changed with one: {n}, the first by entry {first}.</source>
        <translation>先被更改而没有记录条目、后又有记录地被更改的行：{n} 行，首次见第 {first} 条。</translation>
    </message>
    <message>
        <source>Sites whose states do not follow from their observations: {n}, the first is {first}.</source>
        <translation>状态与其观测不符的地点：{n} 个，首个为 {first}。</translation>
    </message>
    <message>
        <source>Values that cannot be read, and count as empty: {n}. The first: {first}.</source>
        <translation>无法读取、按空值处理的值：{n} 个。首个：{first}。</translation>
    </message>
    <message>
        <source>The record received from {title} is whole. Entries: {n}.</source>
        <translation>从 {title} 收到的记录完整。条目：{n}。</translation>
    </message>
    <message>
        <source>The record received from {title} was altered after it was received, or lacks entries: entry {first} is the first.</source>
        <translation>从 {title} 收到的记录在收到后被更改或缺少条目：条目 {first} 是第一个。</translation>
    </message>
    <message>
        <source>The record received from {title} has other entries than were received: {n}, not {noted}.</source>
        <translation>从 {title} 收到的记录的条目与收到时不同：是 {n} 个，而不是 {noted} 个。</translation>
    </message>
    <message>
        <source>{table} {row_id}, {column}: “{value}”</source>
        <translation>{table} {row_id}，{column}：“{value}”</translation>
    </message>
    <message>
        <source>Its record of changes is kept as it is there: {head}. New entries: {n}.</source>
        <translation>其变更记录按原样保留：{head}。新条目：{n}。</translation>
    </message>
    <message>
        <source>Its record is not the one received before: it goes on from entry {seq}, after which there are others here, as when work continued from an older copy. Both are kept.</source>
        <translation>其记录不是此前收到的记录：它从条目 {seq} 继续，而此处在其后有其他条目，例如从旧副本继续工作时。两者都保留。</translation>
    </message>
    <message>
        <source>Its record of changes is not whole (entry {seq}), so it is not kept: run Verify record on that survey.</source>
        <translation>其变更记录不完整（条目 {seq}），因此不保留：请对该调查运行“校验更改记录”。</translation>
    </message>
    <message>
        <source>record {seq} {hash}</source>
        <translation>更改记录 {seq} {hash}</translation>
    </message>
    <message>
        <source>"{text}" names no head of a record. Give the number of its last entry and at least 12 digits of its hash, as an export prints them: record 123 a1b2c3d4e5f6.</source>
        <translation>“{text}”不是更改记录的末条标识。请给出其最后一条的编号及哈希值的至少 12 位，与导出内容中所印的一致：更改记录 123 a1b2c3d4e5f6。</translation>
    </message>
    <message>
        <source>date of acquisition</source>
        <translation>获取日期</translation>
    </message>
    <message>
        <source>date of release, not of acquisition</source>
        <translation>发布日期，而非获取日期</translation>
    </message>
    <message>
        <source>acquired on this date or before</source>
        <translation>在该日期或之前获取</translation>
    </message>
    <message>
        <source>date as reported</source>
        <translation>报道的日期</translation>
    </message>
    <message>
        <source>STAC</source>
        <translation>STAC</translation>
    </message>
    <message>
        <source>the image's own metadata</source>
        <translation>影像自身的元数据</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>file list</source>
        <translation>文件列表</translation>
    </message>
    <message>
        <source>Almost certain (95 to 99 %)</source>
        <translation>几乎肯定（95 至 99 %）</translation>
    </message>
    <message>
        <source>Very likely (80 to 95 %)</source>
        <translation>可能性很大（80 至 95 %）</translation>
    </message>
    <message>
        <source>Likely (55 to 80 %)</source>
        <translation>可能性较大（55 至 80 %）</translation>
    </message>
    <message>
        <source>Roughly even chance (45 to 55 %)</source>
        <translation>可能性大致各半（45 至 55 %）</translation>
    </message>
    <message>
        <source>Unlikely (20 to 45 %)</source>
        <translation>可能性较小（20 至 45 %）</translation>
    </message>
    <message>
        <source>Very unlikely (5 to 20 %)</source>
        <translation>可能性很小（5 至 20 %）</translation>
    </message>
    <message>
        <source>Almost no chance (1 to 5 %)</source>
        <translation>几乎没有可能（1 至 5 %）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Probable</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Released, not acquired</source>
        <translation>发布（并非获取）</translation>
    </message>
    <message>
        <source>At or before this date</source>
        <translation>该日期或之前</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>报道</translation>
    </message>
    <message>
        <source>STAC item</source>
        <translation>STAC 条目</translation>
    </message>
    <message>
        <source>Metadata of the file</source>
        <translation>文件的元数据</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>List of images</source>
        <translation>影像列表</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>下游</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云</translation>
    </message>
    <message>
        <source>Ice</source>
        <translation>冰</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>影像范围之外</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>已搜寻</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>恰好</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>About</source>
        <translation>约</translation>
    </message>
    <message>
        <source>Kinds of site</source>
        <translation>地点类型</translation>
    </message>
    <message>
        <source>Classes of counted objects</source>
        <translation>已计数目标的类别</translation>
    </message>
    <message>
        <source>River line (border in OSM, a proxy)</source>
        <translation>河流线（以 OSM 边界线近似）</translation>
    </message>
    <message>
        <source>left of the line</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>right of the line</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>on the line</source>
        <translation>在线上</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>云</translation>
    </message>
    <message>
        <source>ice</source>
        <translation>冰</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>outside the image</source>
        <translation>影像范围之外</translation>
    </message>
    <message>
        <source>Along the river</source>
        <translation>沿河</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Either way</source>
        <translation>两者均可</translation>
    </message>
    <message>
        <source>Neither fits</source>
        <translation>均不符</translation>
    </message>
    <message>
        <source>Counted here</source>
        <translation>在此计数</translation>
    </message>
    <message>
        <source>Not measurable yet</source>
        <translation>尚无法测量</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>至少 {value}</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>约 {value}</translation>
    </message>
    <message>
        <source>No observation yet</source>
        <translation>尚无观测</translation>
    </message>
    <message>
        <source>Looked at, and nothing could be seen</source>
        <translation>已查看，但无法判读</translation>
    </message>
    <message>
        <source>State not known: no observation that shows it has a date</source>
        <translation>状态未知：能说明状态的观测均无日期</translation>
    </message>
    <message>
        <source>State not known on this day: first observed by {day}</source>
        <translation>当日状态未知：首次观测不晚于 {day}</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>1 个地点</translation>
    </message>
    <message>
        <source>{n} sites</source>
        <translation>{n} 个地点</translation>
    </message>
    <message>
        <source>1 observation</source>
        <translation>1 条观测</translation>
    </message>
    <message>
        <source>{n} observations</source>
        <translation>{n} 条观测</translation>
    </message>
    <message>
        <source>1 count</source>
        <translation>1 次计数</translation>
    </message>
    <message>
        <source>{n} counts</source>
        <translation>{n} 次计数</translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation>1 个标记</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} 个标记</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 个对象</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>{n} 个对象</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>姓名缩写</translation>
    </message>
    <message>
        <source>Who is recording? The record carries this name.</source>
        <translation>由谁记录？更改记录会注明此姓名。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Recorded under this name from now on: {name}</source>
        <translation>从现在起以此姓名记录：{name}</translation>
    </message>
    <message>
        <source>Your name, as rows of the survey and entries of its record carry it</source>
        <translation>您的姓名，会写入调查的行和更改记录的条目</translation>
    </message>
    <message>
        <source>Your initials, written after the name; may stay empty</source>
        <translation>您的姓名缩写，写在姓名之后；可以留空</translation>
    </message>
    <message>
        <source>Show the compare date while held</source>
        <translation>按住时显示对比日期</translation>
    </message>
    <message>
        <source>Show the compare date on the whole map while this key is held down</source>
        <translation>按住此键时在整个地图上显示对比日期</translation>
    </message>
    <message>
        <source>Move compare handle left or up</source>
        <translation>向左或向上移动对比滑块</translation>
    </message>
    <message>
        <source>Move the handle between the two dates to the left, or up</source>
        <translation>将两个日期之间的滑块向左或向上移动</translation>
    </message>
    <message>
        <source>Move compare handle right or down</source>
        <translation>向右或向下移动对比滑块</translation>
    </message>
    <message>
        <source>Move the handle between the two dates to the right, or down</source>
        <translation>将两个日期之间的滑块向右或向下移动</translation>
    </message>
    <message>
        <source>Method of comparison</source>
        <translation>对比方式</translation>
    </message>
    <message>
        <source>Compare the scene on screen with one of another date: drag the handle on the map between the two (Alt+, and Alt+. move it), hold a key or the button to see the other date, or see it in a view next to the map</source>
        <translation>将屏幕上的影像与另一日期的影像对比：拖动地图上两者之间的滑块（Alt+, 和 Alt+. 可移动它），按住某个键或按钮查看另一日期，或在地图旁的视图中查看</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Swipe ↔</source>
        <translation>卷帘 ↔</translation>
    </message>
    <message>
        <source>Swipe ↕</source>
        <translation>卷帘 ↕</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>第二视图</translation>
    </message>
    <message>
        <source>Compare date</source>
        <translation>对比日期</translation>
    </message>
    <message>
        <source>The scene to compare with: left of the handle, or above it</source>
        <translation>用于对比的影像：位于滑块左侧或上方</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>no scene; sites as of {day}</source>
        <translation>无影像；地点状态截至 {day}</translation>
    </message>
    <message>
        <source>no scene</source>
        <translation>无影像</translation>
    </message>
    <message>
        <source>{scene}; sites as of {day} (UTC)</source>
        <translation>{scene}；地点状态截至 {day}（UTC）</translation>
    </message>
    <message>
        <source>Map of the compare date</source>
        <translation>对比日期的地图</translation>
    </message>
    <message>
        <source>Copied: {text} (WGS 84; one pixel of the map is {size})</source>
        <translation>已复制：{text}（WGS 84；地图一个像素为 {size}）</translation>
    </message>
    <message>
        <source>Copied: {text} (WGS 84)</source>
        <translation>已复制：{text}（WGS 84）</translation>
    </message>
    <message>
        <source>&amp;Bridge the gaps</source>
        <translation>连接间隙(&amp;B)</translation>
    </message>
    <message>
        <source>Join the parts with straight stretches; their length is stated with every figure</source>
        <translation>用直线段连接各部分；其长度会随各项数字一并注明</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>及另外 {n} 个</translation>
    </message>
    <message>
        <source>The chart was saved to {path}</source>
        <translation>图表已保存到 {path}</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Preparing the charts</source>
        <translation>正在准备图表</translation>
    </message>
    <message>
        <source>stopped; open this page again to draw</source>
        <translation>已停止；重新打开此页即可绘制</translation>
    </message>
    <message>
        <source>The chart was copied.</source>
        <translation>图表已复制。</translation>
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
        <translation>保存图表</translation>
    </message>
    <message>
        <source>The chart to show</source>
        <translation>要查看的图表</translation>
    </message>
    <message>
        <source>Copy chart</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>将图表复制为图片</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>Save the chart as SVG, PNG or PDF</source>
        <translation>将图表保存为 SVG、PNG 或 PDF</translation>
    </message>
    <message>
        <source>is the distance along the river: {along} {unit} measured, straight {straight}.</source>
        <translation>是沿河距离：测得沿河 {along} {unit}，直线 {straight}。</translation>
    </message>
    <message>
        <source>is the straight line: {straight} {unit} measured, along the river {along}.</source>
        <translation>是直线距离：测得直线 {straight} {unit}，沿河 {along}。</translation>
    </message>
    <message>
        <source>fits either way: along the river {along}, straight {straight} {unit} measured.</source>
        <translation>两种理解均可：测得沿河 {along}，直线 {straight} {unit}。</translation>
    </message>
    <message>
        <source>fits neither way: along the river {along}, straight {straight} {unit} measured.</source>
        <translation>两种理解均不符：测得沿河 {along}，直线 {straight} {unit}。</translation>
    </message>
    <message>
        <source>may be along the river: {along} {unit} measured, straight {straight}.</source>
        <translation>可能是沿河距离：测得沿河 {along} {unit}，直线 {straight}。</translation>
    </message>
    <message>
        <source>may be a straight line: {straight} {unit} measured, along the river {along}.</source>
        <translation>可能是直线距离：测得直线 {straight} {unit}，沿河 {along}。</translation>
    </message>
    <message>
        <source>What was published</source>
        <translation>公布的内容</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>相符的理解</translation>
    </message>
    <message>
        <source>The reading that the measurements confirm</source>
        <translation>与主张相符的理解</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>沿河</translation>
    </message>
    <message>
        <source>Measured along the river, in the claim's unit</source>
        <translation>沿河测得的值，采用主张的单位</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Measured straight, in the claim's unit</source>
        <translation>直线测得的值，采用主张的单位</translation>
    </message>
    <message>
        <source>What the claim is about, as published</source>
        <translation>主张所涉及的内容（按公布原文）</translation>
    </message>
    <message>
        <source>Who published it</source>
        <translation>公布者</translation>
    </message>
    <message>
        <source>Where it was measured, and what is missing</source>
        <translation>测量的位置，以及缺少什么</translation>
    </message>
    <message>
        <source>{quantity}: {scope}</source>
        <translation>{quantity}：{scope}</translation>
    </message>
    <message>
        <source>No figure</source>
        <translation>无数字</translation>
    </message>
    <message>
        <source>{period}: {note}</source>
        <translation>{period}：{note}</translation>
    </message>
    <message>
        <source>({scope}): {note}</source>
        <translation>（{scope}）：{note}</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>The table was saved to {path}</source>
        <translation>表已保存到 {path}</translation>
    </message>
    <message>
        <source>Comparing published claims</source>
        <translation>正在对比已公布的主张</translation>
    </message>
    <message>
        <source>Findings and table were copied.</source>
        <translation>结论和表已复制。</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>将表另存为 CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What the published figures turn out to be</source>
        <translation>已公布的数字实际所指</translation>
    </message>
    <message>
        <source>Published claims</source>
        <translation>已公布的主张</translation>
    </message>
    <message>
        <source>Published claims, and which reading of each fits what is measured</source>
        <translation>已公布的主张，以及各自的哪种理解与测量结果相符</translation>
    </message>
    <message>
        <source>Copy claims</source>
        <translation>复制主张</translation>
    </message>
    <message>
        <source>Copy the findings and the table</source>
        <translation>复制结论和表</translation>
    </message>
    <message>
        <source>Claims as CSV…</source>
        <translation>主张 CSV…</translation>
    </message>
    <message>
        <source>Save the table of claims as a CSV file</source>
        <translation>将主张表保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>廊道</translation>
    </message>
    <message>
        <source>Default: upstream end</source>
        <translation>默认：上游端</translation>
    </message>
    <message>
        <source>Default: Hyesan ford</source>
        <translation>默认：惠山涉水点</translation>
    </message>
    <message>
        <source>Measure along a second line as well</source>
        <translation>同时沿第二条线测量</translation>
    </message>
    <message>
        <source>Measure all crossings, or those selected on the map</source>
        <translation>测量所有渡河点，或地图上选中的渡河点</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>选中的</translation>
    </message>
    <message>
        <source>The crossings in order downstream</source>
        <translation>按下游顺序排列的渡河点</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>The crossings along the river, over time, and the gaps between them</source>
        <translation>沿河及随时间的渡河点，以及其间距</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Published figures, and which reading of them fits</source>
        <translation>已公布的数字，以及哪种理解相符</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Two lists of crossings compared</source>
        <translation>两份渡河点列表的对比</translation>
    </message>
    <message>
        <source>River</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>起点(&amp;F)</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>no survey is open</source>
        <translation>未打开调查</translation>
    </message>
    <message>
        <source>reading the survey…</source>
        <translation>正在读取调查…</translation>
    </message>
    <message>
        <source>Preparing the corridor panel</source>
        <translation>正在准备廊道面板</translation>
    </message>
    <message>
        <source>Measuring the corridor</source>
        <translation>正在测量廊道</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>stopped; close and open this panel to measure</source>
        <translation>已停止；关闭并重新打开此面板即可测量</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻点</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>渡河点</translation>
    </message>
    <message>
        <source>Nearest along</source>
        <translation>沿河最近</translation>
    </message>
    <message>
        <source>Along, km</source>
        <translation>沿河, km</translation>
    </message>
    <message>
        <source>Nearest straight</source>
        <translation>直线最近</translation>
    </message>
    <message>
        <source>Straight, km</source>
        <translation>直线, km</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>所有点对</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Clusters (within 500 m)</source>
        <translation>点群（500 m 以内）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>From km</source>
        <translation>起 km</translation>
    </message>
    <message>
        <source>To km</source>
        <translation>止 km</translation>
    </message>
    <message>
        <source>Length, m</source>
        <translation>长度, m</translation>
    </message>
    <message>
        <source>Density per 10 km</source>
        <translation>每 10 km 密度</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>市郡</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Per 10 km</source>
        <translation>每 10 km</translation>
    </message>
    <message>
        <source>Nearest feature of a layer</source>
        <translation>图层中最近的要素</translation>
    </message>
    <message>
        <source>Distance, m</source>
        <translation>距离, m</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近要素</translation>
    </message>
    <message>
        <source>Direction, °</source>
        <translation>方向, °</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>所属图层</translation>
    </message>
    <message>
        <source>Extent by kind</source>
        <translation>按类型的跨度</translation>
    </message>
    <message>
        <source>Extent by state on the day</source>
        <translation>按当日状态的跨度</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>Extent by quarter first seen</source>
        <translation>按首次发现季度的跨度</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Official crossings (bundled)</source>
        <translation>官方渡河点（内置）</translation>
    </message>
    <message>
        <source>{day} (UTC)</source>
        <translation>{day}（UTC）</translation>
    </message>
    <message>
        <source>The latest observations</source>
        <translation>最近的观测</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>1 crossing</source>
        <translation>1 处渡河点</translation>
    </message>
    <message>
        <source>{n} crossings</source>
        <translation>{n} 处渡河点</translation>
    </message>
    <message>
        <source>{crossings} (left out: {which})</source>
        <translation>{crossings}（未计入：{which}）</translation>
    </message>
    <message>
        <source>along river {along} km   straight {straight} km   ratio {ratio}</source>
        <translation>沿河 {along} km   直线 {straight} km   比值 {ratio}</translation>
    </message>
    <message>
        <source>{n} off the line</source>
        <translation>不在线附近 {n}</translation>
    </message>
    <message>
        <source>{n} of other kinds</source>
        <translation>其他类型 {n}</translation>
    </message>
    <message>
        <source>{n} retired</source>
        <translation>已停止计入 {n} 个</translation>
    </message>
    <message>
        <source>{n} without a place</source>
        <translation>无位置 {n}</translation>
    </message>
    <message>
        <source>measured on {line}</source>
        <translation>测量线 {line}</translation>
    </message>
    <message>
        <source>km 0 is the line's upstream end: the Hyesan ford is not on it</source>
        <translation>0 km 为线的上游端：惠山涉水点不在此线上</translation>
    </message>
    <message>
        <source>off the line, farther than 5 km from it: {names}</source>
        <translation>不在线附近，距线超过 5 km：{names}</translation>
    </message>
    <message>
        <source>{names}; and {n} more</source>
        <translation>{names}；及另外 {n} 个</translation>
    </message>
    <message>
        <source>Source of the line</source>
        <translation>线的来源</translation>
    </message>
    <message>
        <source>second line: along {along} km ({difference} km)</source>
        <translation>对照沿河 {along} km（{difference} km）</translation>
    </message>
    <message>
        <source>from {lat:.5f}, {lon:.5f} to {end_lat:.5f}, {end_lon:.5f} (WGS 84) on the line; the first click is {first} off it, the second {second}</source>
        <translation>自 {lat:.5f}, {lon:.5f} 至 {end_lat:.5f}, {end_lon:.5f}（WGS 84），均在线上；第一次点击距线 {first}，第二次 {second}</translation>
    </message>
    <message>
        <source>Chainage starts at the line's upstream end: the Hyesan ford is not on this line.</source>
        <translation>里程自线的上游端起算：惠山涉水点不在此线上。</translation>
    </message>
    <message>
        <source>Chainage starts at {lat:.5f}, {lon:.5f} (WGS 84), {offset:.0f} m from the line.</source>
        <translation>里程自 {lat:.5f}, {lon:.5f}（WGS 84）起算，距线 {offset:.0f} m。</translation>
    </message>
    <message>
        <source>Name of the crossing</source>
        <translation>渡河点名称</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>Chainage: km along the river, growing downstream</source>
        <translation>里程：沿河距离（km），向下游递增</translation>
    </message>
    <message>
        <source>Gap, km</source>
        <translation>间距, km</translation>
    </message>
    <message>
        <source>Gap to the next crossing downstream, along the river</source>
        <translation>到下游下一渡河点的沿河间距</translation>
    </message>
    <message>
        <source>Gap to the next crossing downstream, straight (WGS 84 ellipsoid)</source>
        <translation>到下游下一渡河点的直线间距（WGS 84 椭球）</translation>
    </message>
    <message>
        <source>Offset, m</source>
        <translation>偏距, m</translation>
    </message>
    <message>
        <source>Distance from the line, which may itself be 50 to 150 m from the stream</source>
        <translation>距线的距离；线本身可能偏离河道 50 至 150 m</translation>
    </message>
    <message>
        <source>Side of the line, facing downstream</source>
        <translation>面向下游时所在的线侧</translation>
    </message>
    <message>
        <source>County reach of the south bank; “?” within 2 km of a county break</source>
        <translation>南岸的市郡河段；距市郡分界 2 km 以内标“?”</translation>
    </message>
    <message>
        <source>Kind of crossing</source>
        <translation>渡河点类型</translation>
    </message>
    <message>
        <source>2nd line, km</source>
        <translation>第二条线, km</translation>
    </message>
    <message>
        <source>Chainage on the second line, from the same datum</source>
        <translation>自同一起算点沿第二条线的里程</translation>
    </message>
    <message>
        <source>Difference, km</source>
        <translation>差值, km</translation>
    </message>
    <message>
        <source>Chainage on the second line less that on the first</source>
        <translation>第二条线的里程减去第一条线的里程</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左岸</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右岸</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{county} ?</source>
        <translation>{county} ?</translation>
    </message>
    <message>
        <source>County: within 2 km of a county break, so not certain</source>
        <translation>市郡：距市郡分界 2 km 以内，因此不确定</translation>
    </message>
    <message>
        <source>The crossing from which chainage is counted, growing downstream</source>
        <translation>里程的起算渡河点，向下游递增</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What became of the crossing</source>
        <translation>该渡河点的对比结果</translation>
    </message>
    <message>
        <source>In A</source>
        <translation>A 中</translation>
    </message>
    <message>
        <source>The crossing in list A</source>
        <translation>列表 A 中的渡河点</translation>
    </message>
    <message>
        <source>In B</source>
        <translation>B 中</translation>
    </message>
    <message>
        <source>The crossing in list B</source>
        <translation>列表 B 中的渡河点</translation>
    </message>
    <message>
        <source>Chainage in list A, or in B if the crossing is only in B</source>
        <translation>列表 A 中的里程；仅在 B 中时为 B 的里程</translation>
    </message>
    <message>
        <source>Apart, m</source>
        <translation>相距, m</translation>
    </message>
    <message>
        <source>Straight distance from A's place to B's</source>
        <translation>从 A 的位置到 B 的位置的直线距离</translation>
    </message>
    <message>
        <source>Along, m</source>
        <translation>沿河, m</translation>
    </message>
    <message>
        <source>Distance along the river from A's place to B's, positive downstream</source>
        <translation>从 A 的位置到 B 的位置的沿河距离，向下游为正</translation>
    </message>
    <message>
        <source>{status}: {a} / {b}</source>
        <translation>{status}：{a} / {b}</translation>
    </message>
    <message>
        <source>{status} {n}</source>
        <translation>{status} {n}</translation>
    </message>
    <message>
        <source>left out {n}</source>
        <translation>未计入 {n}</translation>
    </message>
    <message>
        <source>left out of {which}, farther than 5 km from the line: {names}</source>
        <translation>{which} 中距线超过 5 km，未计入：{names}</translation>
    </message>
    <message>
        <source>Choose two layers of points.</source>
        <translation>请选择两个点图层。</translation>
    </message>
    <message>
        <source>{a} (A) and {b} (B)</source>
        <translation>{a}（A）和 {b}（B）</translation>
    </message>
    <message>
        <source>Comparing two lists</source>
        <translation>正在对比两份列表</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>正在对比…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>表已复制。</translation>
    </message>
    <message>
        <source>List A: a layer of points</source>
        <translation>列表 A：点图层</translation>
    </message>
    <message>
        <source>List B: a layer of points</source>
        <translation>列表 B：点图层</translation>
    </message>
    <message>
        <source>Two crossings nearer than this may be one</source>
        <translation>距离小于此值的两个渡河点可能是同一处</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Compare the two lists along the river</source>
        <translation>沿河对比两份列表</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Add the result to the map as two layers</source>
        <translation>将结果作为两个图层添加到地图</translation>
    </message>
    <message>
        <source>Copy lists</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Copy the table, tab separated</source>
        <translation>复制表（以制表符分隔）</translation>
    </message>
    <message>
        <source>Lists as CSV…</source>
        <translation>列表 CSV…</translation>
    </message>
    <message>
        <source>Save the table as a CSV file</source>
        <translation>将表保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Compared crossings</source>
        <translation>已对比的渡河点</translation>
    </message>
    <message>
        <source>What became of each crossing, in order downstream</source>
        <translation>各渡河点的对比结果，按下游顺序</translation>
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
        <translation>容差(&amp;T)</translation>
    </message>
    <message>
        <source>Measure along the river</source>
        <translation>沿河测量</translation>
    </message>
    <message>
        <source>Click two places: how far apart they are along the river and straight. Esc ends</source>
        <translation>单击两处：测量其间的沿河距离和直线距离。按 Esc 结束</translation>
    </message>
    <message>
        <source>Preparing measures</source>
        <translation>正在准备测量</translation>
    </message>
    <message>
        <source>Rivers from OpenStreetMap</source>
        <translation>OpenStreetMap 河流</translation>
    </message>
    <message>
        <source>Download the rivers in the map's view with the QuickOSM plugin</source>
        <translation>用 QuickOSM 插件下载地图视图中的河流</translation>
    </message>
    <message>
        <source>The rivers are on the map. Trace yours with two clicks.</source>
        <translation>河流已在地图上。请单击两次追踪所需的河流。</translation>
    </message>
    <message>
        <source>The line to measure along: the bundled river, or a line layer of the project</source>
        <translation>沿其测量的线：内置河流线或工程中的线图层</translation>
    </message>
    <message>
        <source>Yalu (OSM border line)</source>
        <translation>鸭绿江（OSM 边界线）</translation>
    </message>
    <message>
        <source>The second line: a line layer of the project, measured beside the first</source>
        <translation>第二条线：工程中的线图层，与第一条线对照测量</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Download the missing packages into the QGIS profile</source>
        <translation>将缺少的包下载到 QGIS 配置文件夹</translation>
    </message>
    <message>
        <source>Installing…</source>
        <translation>正在安装…</translation>
    </message>
    <message>
        <source>Copy the distances</source>
        <translation>复制距离</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算自</translation>
    </message>
    <message>
        <source>2nd line</source>
        <translation>第二条线</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>The table to show</source>
        <translation>要查看的表</translation>
    </message>
    <message>
        <source>Crossings along the corridor</source>
        <translation>沿廊道的渡河点</translation>
    </message>
    <message>
        <source>Crossings in order downstream; selecting rows selects them on the map</source>
        <translation>按下游顺序排列的渡河点；选择行即在地图上选中</translation>
    </message>
    <message>
        <source>What to measure to: bridges, roads, gates, staging areas. Any layer of the project, or the two official bridges that come with the plugin</source>
        <translation>要测量到的对象：桥梁、道路、围栏门、集结区。工程中的任意图层，或插件自带的两座官方桥梁</translation>
    </message>
    <message>
        <source>Layer to measure to</source>
        <translation>要测量到的图层</translation>
    </message>
    <message>
        <source>Working out a table</source>
        <translation>正在计算表</translation>
    </message>
    <message>
        <source>Trace the river</source>
        <translation>追踪河流</translation>
    </message>
    <message>
        <source>Click two places on the lines of the chosen layer: the path between them becomes the river</source>
        <translation>在所选图层的线上单击两处：其间的路径即成为河流线</translation>
    </message>
    <message>
        <source>There is no line layer to trace. Add one to the project and choose it as river.</source>
        <translation>没有可追踪的线图层。请将其添加到工程，并选作河流。</translation>
    </message>
    <message>
        <source>Draw area</source>
        <translation>绘制计数区</translation>
    </message>
    <message>
        <source>Draw a counting area: click its corners, Enter ends</source>
        <translation>绘制计数区：依次单击各角点，按 Enter 结束</translation>
    </message>
    <message>
        <source>Rename area</source>
        <translation>重命名计数区</translation>
    </message>
    <message>
        <source>Rename the counting area</source>
        <translation>为计数区另取名称</translation>
    </message>
    <message>
        <source>Reshape area</source>
        <translation>重塑计数区</translation>
    </message>
    <message>
        <source>Drag the corners of the counting area, Enter ends; its counts are in progress again</source>
        <translation>拖动计数区的角点，按 Enter 结束；其各次计数将恢复为进行中</translation>
    </message>
    <message>
        <source>Delete area</source>
        <translation>删除计数区</translation>
    </message>
    <message>
        <source>Remove the counting area from the survey, with its counts and marks</source>
        <translation>将计数区连同其计数和标记从调查中删除</translation>
    </message>
    <message>
        <source>{area} has {counts} with {marks}; counts by others: {others}. Delete all of it?</source>
        <translation>{area} 有 {counts}，含 {marks}；他人的计数：{others} 次。要全部删除吗？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>{area} has another shape now: {n} finished counts are of the previous shape. Check them, or reopen them.</source>
        <translation>{area} 的形状已更改：有 {n} 次已完成的计数依据的是之前的形状。请查看，或重新打开。</translation>
    </message>
    <message>
        <source>Area {name}</source>
        <translation>计数区：{name}</translation>
    </message>
    <message>
        <source>Another count of this area</source>
        <translation>此计数区的另一次计数</translation>
    </message>
    <message>
        <source>Marks of two analysts are one object if they are no farther apart</source>
        <translation>两名分析人员的标记视为同一目标的最大间距</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Begin count</source>
        <translation>开始计数</translation>
    </message>
    <message>
        <source>Count the area on the scene on screen; your own count there is continued</source>
        <translation>在屏幕上的影像上对该区计数；若您在此已有计数，则继续该次计数</translation>
    </message>
    <message>
        <source>Recount blind</source>
        <translation>盲法重计</translation>
    </message>
    <message>
        <source>Count the area again on the scene on screen; all other marks are hidden until it is finished</source>
        <translation>在屏幕上的影像上对该区重新计数；在完成之前隐藏所有其他标记</translation>
    </message>
    <message>
        <source>Count objects</source>
        <translation>目标计数</translation>
    </message>
    <message>
        <source>Count by clicks on the map, class by key</source>
        <translation>在地图上单击计数，用按键选择类别</translation>
    </message>
    <message>
        <source>Measure object</source>
        <translation>测量目标</translation>
    </message>
    <message>
        <source>Length by two clicks along a side, width by a third (M while counting)</source>
        <translation>沿一边单击两次量长度，第三次单击量宽度（计数时按 M）</translation>
    </message>
    <message>
        <source>Clicks count: {name}</source>
        <translation>单击计为：{name}</translation>
    </message>
    <message>
        <source>Area that is counted</source>
        <translation>正在计数的区域</translation>
    </message>
    <message>
        <source>No area yet</source>
        <translation>尚无计数区</translation>
    </message>
    <message>
        <source>Counts of this area: choose one to continue</source>
        <translation>此计数区的各次计数：选择一次以继续</translation>
    </message>
    <message>
        <source>No count</source>
        <translation>无计数</translation>
    </message>
    <message>
        <source>Name of the area</source>
        <translation>计数区名称</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>image missing</source>
        <translation>缺少影像</translation>
    </message>
    <message>
        <source>begun {time}</source>
        <translation>{time} 开始</translation>
    </message>
    <message>
        <source>No count begun</source>
        <translation>未开始计数</translation>
    </message>
    <message>
        <source>Not on screen: the image of this count</source>
        <translation>不在屏幕上：此次计数的影像</translation>
    </message>
    <message>
        <source>The file of this image was written after the count was begun: check whether its marks still fit</source>
        <translation>该影像的文件在计数开始之后被写入：请查看标记是否仍然吻合</translation>
    </message>
    <message>
        <source>Share of the area on the image: not known</source>
        <translation>影像上的计数区比例：未知</translation>
    </message>
    <message>
        <source>The image shows {percent} % of the area</source>
        <translation>影像显示了计数区的 {percent} %</translation>
    </message>
    <message>
        <source>Blind, in progress: other marks are hidden until Finish count</source>
        <translation>盲法，进行中：按“完成计数”之前隐藏其他标记</translation>
    </message>
    <message>
        <source>In progress: Finish count makes it a figure</source>
        <translation>进行中：按“完成计数”后才作为数字</translation>
    </message>
    <message>
        <source>Does not count:</source>
        <translation>不计入：</translation>
    </message>
    <message>
        <source>error unknown: the image does not state the size of its pixels</source>
        <translation>误差未知：影像未注明其像素大小</translation>
    </message>
    <message>
        <source>, width {width:.1f} m</source>
        <translation>，宽 {width:.1f} m</translation>
    </message>
    <message>
        <source>Length {length:.1f} m{width}, {error}</source>
        <translation>长 {length:.1f} m{width}，{error}</translation>
    </message>
    <message>
        <source>Seen in both counts: {both}. Only {a}: {only_a}. Only {b}: {only_b}. Agreement {percent}.</source>
        <translation>两次计数都有：{both}。仅 {a}：{only_a}。仅 {b}：{only_b}。一致度 {percent}。</translation>
    </message>
    <message>
        <source>Of another class: {n} ({pairs}); agreement on class too {percent}.</source>
        <translation>类别不同：{n}（{pairs}）；连同类别的一致度 {percent}。</translation>
    </message>
    <message>
        <source>In progress: {analysts}.</source>
        <translation>进行中：{analysts}。</translation>
    </message>
    <message>
        <source>Not comparable: {why}</source>
        <translation>无法对比：{why}</translation>
    </message>
    <message>
        <source>Here, less there: {difference}</source>
        <translation>此次计数减去另一次：{difference}</translation>
    </message>
    <message>
        <source>Click corners · Backspace removes the last corner · Enter or double click ends · Esc leaves</source>
        <translation>单击各角点 · Backspace：撤回上一角点 · Enter 或双击：结束 · Esc：退出</translation>
    </message>
    <message>
        <source>Click counts · drag moves · Delete takes the mark at the pointer · Backspace the last · X brings the nearest here · M measures · Enter finishes · Esc leaves</source>
        <translation>单击：计数 · 拖动：移动 · Delete：移除指针处的标记 · Backspace：移除上一个 · X：将最近的标记移到此处 · M：测量 · Enter：完成 · Esc：退出</translation>
    </message>
    <message>
        <source>Click one end of a long side · Esc leaves measuring</source>
        <translation>单击长边的一端 · Esc：退出测量</translation>
    </message>
    <message>
        <source>Click its other end · Backspace removes the last click</source>
        <translation>单击其另一端 · Backspace：退回一步</translation>
    </message>
    <message>
        <source>Click the other side for the width · Enter without width</source>
        <translation>单击对边以量宽度 · Enter：不量宽度</translation>
    </message>
    <message>
        <source>Drag a corner, or an edge for a new one · Delete takes the corner at the pointer · Backspace takes back · Enter ends · Esc leaves</source>
        <translation>拖动角点：移动，拖动边：新增角点 · Delete：移除指针处的角点 · Backspace：撤回 · Enter：结束 · Esc：退出</translation>
    </message>
    <message>
        <source>Choose or draw an area, show a scene, Begin count · F1 guide</source>
        <translation>选择或绘制计数区，显示一景影像，然后开始计数 · F1 指南</translation>
    </message>
    <message>
        <source>Reopen count to change it, or compare it with another one · F1 guide</source>
        <translation>要更改请重新打开计数，或与另一次计数对比 · F1 指南</translation>
    </message>
    <message>
        <source>Ctrl+Alt+N goes on counting · Finish count makes it a figure · F1 guide</source>
        <translation>Ctrl+Alt+N：继续计数 · 完成计数：作为数字 · F1 指南</translation>
    </message>
    <message>
        <source>Delete count</source>
        <translation>删除计数</translation>
    </message>
    <message>
        <source>Remove your current count from the survey, with its marks</source>
        <translation>将您当前的计数连同其标记从调查中删除</translation>
    </message>
    <message>
        <source>Delete your count of {area} with {marks}?</source>
        <translation>删除您对 {area} 的计数（含 {marks}）？</translation>
    </message>
    <message>
        <source>Finish count</source>
        <translation>完成计数</translation>
    </message>
    <message>
        <source>All of the area was inspected: the count is a figure from now on, and other marks are shown again (Enter while counting)</source>
        <translation>计数区已全部查看：此次计数从此作为数字，并重新显示其他标记（计数时按 Enter）</translation>
    </message>
    <message>
        <source>Reopen count</source>
        <translation>重新打开计数</translation>
    </message>
    <message>
        <source>Continue a finished count: it is no figure until it is finished again</source>
        <translation>继续已完成的计数：再次完成之前不作为数字</translation>
    </message>
    <message>
        <source>Nothing is marked in {area}. Was all of it looked at, and nothing found?</source>
        <translation>{area} 中没有任何标记。是否已全部查看，且一无所获？</translation>
    </message>
    <message>
        <source>Finish with 0</source>
        <translation>以 0 完成</translation>
    </message>
    <message>
        <source>Go on counting</source>
        <translation>继续计数</translation>
    </message>
    <message>
        <source>Count of {area} finished: {objects} on {image}.</source>
        <translation>{area} 的计数已完成：在 {image} 上有 {objects}。</translation>
    </message>
    <message>
        <source>Marks of all days</source>
        <translation>所有日期的标记</translation>
    </message>
    <message>
        <source>Draw the marks of every count, not only those made on the scene on screen</source>
        <translation>绘出所有计数的标记，而不仅是在屏幕上的影像上所作的标记</translation>
    </message>
    <message>
        <source>Counted, by lot and class</source>
        <translation>按计数区和类别的数量</translation>
    </message>
    <message>
        <source>Lots as counted on {day}</source>
        <translation>{day} 的各计数区数量</translation>
    </message>
    <message>
        <source>{lot} (in progress)</source>
        <translation>{lot}（进行中）</translation>
    </message>
    <message>
        <source>Finished lots</source>
        <translation>完成的计数区</translation>
    </message>
    <message>
        <source>All lots</source>
        <translation>所有计数区</translation>
    </message>
    <message>
        <source>This count</source>
        <translation>此次计数</translation>
    </message>
    <message>
        <source>Count of {day}</source>
        <translation>{day} 的计数</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
    <message>
        <source>Correct observation</source>
        <translation>更正观测</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>更改内容及原因</translation>
    </message>
    <message>
        <source>What changed and why; this is stored in the record</source>
        <translation>更改内容及原因：会写入更改记录</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kinds of site…</source>
        <translation>地点类型…</translation>
    </message>
    <message>
        <source>Add kinds of your own, with a word, a key and a symbol</source>
        <translation>添加自己的类型，并设定词语、按键和符号</translation>
    </message>
    <message>
        <source>Add crossing</source>
        <translation>添加渡河点</translation>
    </message>
    <message>
        <source>Add a crossing: one click places it (V vehicle, B barge)</source>
        <translation>添加渡河点：单击一次即可放置（V 车辆，B 驳船）</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Type a site, place, km, coordinates, a date or an image; Return goes there, Down continues in the list</source>
        <translation>输入地点、地名、km、坐标、日期或影像；回车前往，向下键进入列表</translation>
    </message>
    <message>
        <source>{name} is {distance:.0f} m away. Is this the same site?</source>
        <translation>{name} 距此 {distance:.0f} m。是同一地点吗？</translation>
    </message>
    <message>
        <source>Same site</source>
        <translation>同一地点</translation>
    </message>
    <message>
        <source>Another site</source>
        <translation>不同地点</translation>
    </message>
    <message>
        <source>Added without an observation: {why}</source>
        <translation>已添加，但没有观测：{why}</translation>
    </message>
    <message>
        <source>Added without a date: no scene is on screen.</source>
        <translation>屏幕上没有影像，已按无日期添加。</translation>
    </message>
    <message>
        <source>No survey open</source>
        <translation>未打开调查</translation>
    </message>
    <message>
        <source>{path} is read-only: it can be viewed, but nothing can be added.</source>
        <translation>{path} 为只读：可以查看，但不能添加。</translation>
    </message>
    <message>
        <source>Make a new survey or open one.</source>
        <translation>请新建或打开调查。</translation>
    </message>
    <message>
        <source>Reading the survey…</source>
        <translation>正在读取调查…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the selected site another name (F2)</source>
        <translation>为所选地点更改名称（F2）</translation>
    </message>
    <message>
        <source>Change kind</source>
        <translation>更改类型</translation>
    </message>
    <message>
        <source>Change the kind of the selected sites</source>
        <translation>将所选地点改为其他类型</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Click where the selected site lies: the record keeps where it was, and Undo puts it back</source>
        <translation>单击所选地点所在的位置：更改记录会保留其原位置，可用撤销恢复</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the selected sites out of the survey, if they were clicked here (Delete)</source>
        <translation>若所选地点是在此处单击添加的，则将其从调查中删除（Delete）</translation>
    </message>
    <message>
        <source>This site is not in the list as it is filtered now. List it, then rename it.</source>
        <translation>按当前的筛选，该地点不在列表中。请先使其列出，再重命名。</translation>
    </message>
    <message>
        <source>Click where {site} lies. Esc leaves it where it is.</source>
        <translation>请单击 {site} 所在的位置。按 Esc 则保持原位。</translation>
    </message>
    <message>
        <source>{site} has a place now</source>
        <translation>{site} 现已有位置</translation>
    </message>
    <message>
        <source>{site} moved by {metres:.0f} m</source>
        <translation>{site} 已移动 {metres:.0f} m</translation>
    </message>
    <message>
        <source>Delete {what}? No observation goes with it.</source>
        <translation>要删除 {what} 吗？不会连带删除任何观测。</translation>
    </message>
    <message>
        <source>Delete {what}, and {observations} with it? More than the click: {more}. To retire keeps all.</source>
        <translation>删除 {what} 以及 {observations}？除单击之外的观测：{more} 条。改为停用则全部保留。</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>停止计入…</translation>
    </message>
    <message>
        <source>Deleted: {what}. Undo brings it back.</source>
        <translation>已删除：{what}。可用撤销恢复。</translation>
    </message>
    <message>
        <source>Deleted: {what}, with observations: {n}. Undo brings all back.</source>
        <translation>已删除：{what}，连同 {n} 条观测。可用撤销全部恢复。</translation>
    </message>
    <message>
        <source>Export sites…</source>
        <translation>导出地点…</translation>
    </message>
    <message>
        <source>Export sites for Google Earth, as a table, for another GIS or a GPS device</source>
        <translation>将地点导出为 Google Earth 文件、表格，或供其他 GIS、GPS 设备使用</translation>
    </message>
    <message>
        <source>Exporting sites</source>
        <translation>正在导出地点</translation>
    </message>
    <message>
        <source>The export was cancelled: nothing was written.</source>
        <translation>导出已取消：未写入任何内容。</translation>
    </message>
    <message>
        <source>1 site was exported to {path}</source>
        <translation>已将 1 个地点导出到 {path}</translation>
    </message>
    <message>
        <source>{n} sites were exported to {path}</source>
        <translation>已将 {n} 个地点导出到 {path}</translation>
    </message>
    <message>
        <source>Google Earth (KMZ)</source>
        <translation>Google Earth（KMZ）</translation>
    </message>
    <message>
        <source>A folder of sites that can be edited in Google Earth and imported again, and a folder of their states for its time slider.</source>
        <translation>一个可在 Google Earth 中编辑并重新导入的地点文件夹，以及一个供时间滑块使用的状态文件夹。</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>Two files: the sites, and their states over time with the times that QGIS and kepler.gl need.</source>
        <translation>两个文件：地点，以及带有 QGIS 和 kepler.gl 所需时间的各时期状态。</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>Layers of sites, states over time and observations. It is not a survey: a copy of the survey is the file itself.</source>
        <translation>地点、各时期状态和观测的图层。它不是调查文件：调查的副本就是调查文件本身。</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Three files: sites, observations and matrix.</source>
        <translation>三个文件：地点、观测和矩阵。</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel（XLSX）</translation>
    </message>
    <message>
        <source>Sheets of sites, observations and matrix.</source>
        <translation>地点、观测和矩阵的工作表。</translation>
    </message>
    <message>
        <source>GPX</source>
        <translation>GPX</translation>
    </message>
    <message>
        <source>Waypoints for GPS devices and phones. Sites without a place are left out.</source>
        <translation>供 GPS 设备和手机使用的航点。没有位置的地点不在其中。</translation>
    </message>
    <message>
        <source>Shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message>
        <source>Two shapefiles: the sites, and their states over time. Names of columns are short, and texts are cut at 254 bytes.</source>
        <translation>两个 Shapefile：地点及其各时期状态。列名较短，文本在 254 字节处截断。</translation>
    </message>
    <message>
        <source>All ({n})</source>
        <translation>全部（{n}）</translation>
    </message>
    <message>
        <source>Selected ({n})</source>
        <translation>所选（{n}）</translation>
    </message>
    <message>
        <source>As filtered in the list ({n})</source>
        <translation>列表筛选出的（{n}）</translation>
    </message>
    <message>
        <source>The latest known</source>
        <translation>最近已知</translation>
    </message>
    <message>
        <source>As known on {day} (UTC), the day on screen</source>
        <translation>截至屏幕上的日期 {day}（UTC）已知</translation>
    </message>
    <message>
        <source>Quarter first seen</source>
        <translation>首次发现的季度</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Nothing was changed: write the accuracy in metres, as 10 or 2.5, or leave it empty.</source>
        <translation>未作任何更改：请以米为单位填写精度，例如 10 或 2.5，或留空。</translation>
    </message>
    <message>
        <source>What it replaces, and what replaces it</source>
        <translation>它所取代的地点，以及取代它的地点</translation>
    </message>
    <message>
        <source>Sources of the site and of what was seen</source>
        <translation>地点及其观测的来源</translation>
    </message>
    <message>
        <source>Accuracy of the place (m)</source>
        <translation>位置精度（m）</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>值不相同</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>值不相同</translation>
    </message>
    <message>
        <source>Find a site, place, km, date…</source>
        <translation>查找地点、地名、km、日期…</translation>
    </message>
    <message>
        <source>List only sites of some kinds, states, origins</source>
        <translation>只列出某些类型、状态、来源类别的地点</translation>
    </message>
    <message>
        <source>Columns and groups</source>
        <translation>列和分组</translation>
    </message>
    <message>
        <source>Choose the columns of the list and what it is grouped by</source>
        <translation>选择列表的列及其分组依据</translation>
    </message>
    <message>
        <source>{title}: {word}. Click to remove this from the filter.</source>
        <translation>{title}：{word}。单击可将其从筛选中去除。</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Reading the record of a site</source>
        <translation>正在读取地点的更改记录</translation>
    </message>
    <message>
        <source>Clicks place: {kind}</source>
        <translation>单击放置：{kind}</translation>
    </message>
    <message>
        <source>Place another kind of site</source>
        <translation>放置其他类型的地点</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The key that chooses this kind while crossings are added: a letter or digit</source>
        <translation>添加渡河点时选择此类型的按键：字母或数字</translation>
    </message>
    <message>
        <source>Add as a new kind</source>
        <translation>作为新类型添加</translation>
    </message>
    <message>
        <source>Change this kind</source>
        <translation>更改此类型</translation>
    </message>
    <message>
        <source>Remove this kind</source>
        <translation>移除此类型</translation>
    </message>
    <message>
        <source>Kinds that you add are offered wherever a kind is chosen, and have their symbol on the map and in legends. They are stored in the survey file.</source>
        <translation>您添加的类型会出现在所有选择类型之处，并在地图和图例中显示其符号。它们保存在调查的文件中。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Where this site lies is not known.</source>
        <translation>该地点的位置未知。</translation>
    </message>
    <message>
        <source>Keep the selected sites, but do not count them after a day</source>
        <translation>保留所选地点，但在某一日期之后不再计入</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复计入</translation>
    </message>
    <message>
        <source>Count the selected retired sites again</source>
        <translation>将所选地点中已停止计入的重新计入</translation>
    </message>
    <message>
        <source>Rebuilt elsewhere…</source>
        <translation>在别处重建…</translation>
    </message>
    <message>
        <source>Click where the selected site was rebuilt: a new site that replaces it</source>
        <translation>单击所选地点重建的位置：新增一个取代它的地点</translation>
    </message>
    <message>
        <source>Rebuilt along the river…</source>
        <translation>沿河重建…</translation>
    </message>
    <message>
        <source>Type how far up- or downstream the selected site was rebuilt: a new site that replaces it</source>
        <translation>输入所选地点向上游或下游多远处重建：新增一个取代它的地点</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Make the selected sites one, with all that was seen of them</source>
        <translation>将所选地点连同其所有观测合并为一个</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Click where the other site lies, which gets the observations selected in the card</source>
        <translation>单击卡片中所选观测所属地点的位置</translation>
    </message>
    <message>
        <source>Merged: {n} sites. Undo brings them back.</source>
        <translation>已合并：{n} 个地点。可用撤销恢复。</translation>
    </message>
    <message>
        <source>Click where {site} was rebuilt. Esc leaves all as it is.</source>
        <translation>请单击 {site} 重建的位置。按 Esc 则一切保持不变。</translation>
    </message>
    <message>
        <source>{old} was rebuilt as {new}, and both count. Retire {old}, so that {day} is the last day it counts?</source>
        <translation>{old} 已重建为 {new}，两者都计入。要停止计入 {old}，以 {day} 为计入的最后日期吗？</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停止计入</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>都保留</translation>
    </message>
    <message>
        <source>Added without an observation: where it was rebuilt was typed, not seen.</source>
        <translation>已添加，但没有观测：重建的位置是输入的，并非观测所得。</translation>
    </message>
    <message>
        <source>Click where the other site lies, which gets {observations} of {site}. Esc leaves all as it is.</source>
        <translation>请单击另一地点所在的位置，{site} 的 {observations} 将归于该地点。按 Esc 则一切保持不变。</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>显示 {shown} 个，共 {total} 个</translation>
    </message>
    <message>
        <source>1 of them only until the filter changes: it was made or edited now</source>
        <translation>其中 1 个仅显示到筛选更改为止：刚刚新增或编辑</translation>
    </message>
    <message>
        <source>{n} of them only until the filter changes: they were made or edited now</source>
        <translation>其中 {n} 个仅显示到筛选更改为止：刚刚新增或编辑</translation>
    </message>
    <message>
        <source>{found} of {published} published located</source>
        <translation>已公布的 {published} 处中已定位 {found} 处</translation>
    </message>
    <message>
        <source>{n} from lists</source>
        <translation>来自列表 {n}</translation>
    </message>
    <message>
        <source>{n} of your own</source>
        <translation>自行添加 {n} 个</translation>
    </message>
    <message>
        <source>states on {day} (UTC)</source>
        <translation>{day} 的状态（UTC）</translation>
    </message>
    <message>
        <source>states as last seen, by {day} (UTC)</source>
        <translation>最后观测到的状态，截至 {day}（UTC）</translation>
    </message>
    <message>
        <source>nothing is dated yet</source>
        <translation>尚无带日期的观测</translation>
    </message>
    <message>
        <source>Merge sites</source>
        <translation>合并地点</translation>
    </message>
    <message>
        <source>Choose the site that is kept. What was seen of the others goes to it, they are taken out, and its note keeps their names and sources.</source>
        <translation>请选择要保留的地点。其余地点的观测会转到该地点，其余地点会被移除，其名称和来源保留在该地点的备注中。</translation>
    </message>
    <message>
        <source>Sites to merge</source>
        <translation>要合并的地点</translation>
    </message>
    <message>
        <source>is kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>They were seen in different states on days that overlap: {n} observations, the last by {day}. Merged, which state came last will not be known.</source>
        <translation>在有重叠的日期观测到不同的状态：{n} 条观测，最后一条截至 {day}。合并后将无从得知哪个状态在后。</translation>
    </message>
    <message>
        <source>where it lies is not known</source>
        <translation>位置未知</translation>
    </message>
    <message>
        <source>{metres:,.0f} m away</source>
        <translation>相距 {metres:,.0f} m</translation>
    </message>
    <message>
        <source>Nothing was recorded of this site yet. Show a scene and press P, A, W, U or N first.</source>
        <translation>尚未记录该地点的任何内容。请先显示一景影像，再按 P、A、W、U 或 N 键。</translation>
    </message>
    <message>
        <source>Correct observation…</source>
        <translation>更正观测…</translation>
    </message>
    <message>
        <source>Correct the last observation of the selected site, or the one chosen in its card, with the reason</source>
        <translation>更正所选地点的最后一条观测，或其卡片中所选的观测，并注明原因</translation>
    </message>
    <message>
        <source>Withdraw observation…</source>
        <translation>撤回观测…</translation>
    </message>
    <message>
        <source>Take the last observation of the selected site, or the one chosen in its card, out of the survey, with the reason</source>
        <translation>将所选地点的最后一条观测，或其卡片中所选的观测，从调查中撤出，并注明原因</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Write a note to the last observation of the selected site, or the one chosen in its card (M in the list or on the map)</source>
        <translation>为所选地点的最后一条观测，或其卡片中所选的观测添加备注（在列表中或地图上按 M）</translation>
    </message>
    <message>
        <source>Report of a day or span…</source>
        <translation>关于某日或某时段的报道…</translation>
    </message>
    <message>
        <source>Record what a source, and no image, reports of the selected site</source>
        <translation>记录来源（而非影像）对所选地点的报道</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报道…</translation>
    </message>
    <message>
        <source>Card of the site…</source>
        <translation>地点卡片…</translation>
    </message>
    <message>
        <source>Show what was seen of the selected site, when its state changed, and what was changed</source>
        <translation>显示所选地点的观测、其状态何时变化，以及更改内容</translation>
    </message>
    <message>
        <source>Withdraw observation</source>
        <translation>撤回观测</translation>
    </message>
    <message>
        <source>{observation}. Why is it withdrawn? The record keeps it, with the reason.</source>
        <translation>{observation}。为何撤回？更改记录会保留该观测及其原因。</translation>
    </message>
    <message>
        <source>Withdrawn: {observation}. Undo brings it back.</source>
        <translation>已撤回：{observation}。可用撤销恢复。</translation>
    </message>
    <message>
        <source>{site}: {state}, {days}</source>
        <translation>{site}：{state}，{days}</translation>
    </message>
    <message>
        <source>{name} was not in view, so nothing was recorded from {scene}. The map has gone there: look, and press the key again.</source>
        <translation>{name} 不在视图中，因此未从 {scene} 记录任何内容。地图已移到该处：请查看后再按一次该键。</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>显示依据</translation>
    </message>
    <message>
        <source>Go to the scene on which the selected site's state was seen</source>
        <translation>转到观测到所选地点状态的影像</translation>
    </message>
    <message>
        <source>Record what the scene on screen shows of the selected site: {state} ({letter} in the list or on the map)</source>
        <translation>记录屏幕上的影像所示的所选地点状态：{state}（在列表中或地图上按 {letter}）</translation>
    </message>
    <message>
        <source>Record: {state}</source>
        <translation>记录：{state}</translation>
    </message>
    <message>
        <source>After recording, stay</source>
        <translation>记录后停留</translation>
    </message>
    <message>
        <source>After recording, next site</source>
        <translation>记录后转到下一地点</translation>
    </message>
    <message>
        <source>After recording, next scene</source>
        <translation>记录后转到下一景</translation>
    </message>
    <message>
        <source>What to go on to after recording: nothing, the next site, or the next scene</source>
        <translation>记录后转到：不转、下一地点或下一景影像</translation>
    </message>
    <message>
        <source>After recording</source>
        <translation>记录后</translation>
    </message>
    <message>
        <source>{scene} is being drawn</source>
        <translation>正在绘制 {scene}</translation>
    </message>
    <message>
        <source>{scene} is on the web: press Pictures from the web</source>
        <translation>{scene} 在网络上：请按“网络画面”</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Why not observable</source>
        <translation>无法判读的原因</translation>
    </message>
    <message>
        <source>below resolution</source>
        <translation>低于分辨率</translation>
    </message>
    <message>
        <source>{site}: {state} recorded. Replaces your earlier record: {before}.</source>
        <translation>{site}：已记录{state}，取代您先前的记录：{before}。</translation>
    </message>
    <message>
        <source>{site}: {state} recorded.</source>
        <translation>{site}：已记录{state}。</translation>
    </message>
    <message>
        <source>Your record of another image of that day differs: {others}.</source>
        <translation>您对当日另一景影像的记录仍同时保留：{others}。</translation>
    </message>
    <message>
        <source>{state}: first seen {days}</source>
        <translation>{state}：首次观测于 {days}</translation>
    </message>
    <message>
        <source>, last seen without {days}</source>
        <translation>，此前最后一次观测为其他状态 {days}</translation>
    </message>
    <message>
        <source>, not inspected before</source>
        <translation>，此前未查看</translation>
    </message>
    <message>
        <source>, nothing seen before</source>
        <translation>，此前未观测到任何状态</translation>
    </message>
    <message>
        <source>1 inconclusive look between</source>
        <translation>其间 1 次查看无法判读</translation>
    </message>
    <message>
        <source>{n} inconclusive looks between</source>
        <translation>其间 {n} 次查看无法判读</translation>
    </message>
    <message>
        <source>1 inconclusive look before</source>
        <translation>此前 1 次查看无法判读</translation>
    </message>
    <message>
        <source>{n} inconclusive looks before</source>
        <translation>此前 {n} 次查看无法判读</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
    <message>
        <source>not certain: the days may come before or after {others}</source>
        <translation>不确定：这些日期可能早于或晚于 {others}</translation>
    </message>
    <message>
        <source>When its state changed</source>
        <translation>状态何时变化</translation>
    </message>
    <message>
        <source>Pictures from the web</source>
        <translation>网络画面</translation>
    </message>
    <message>
        <source>Draw the listed images that are on the web and not open</source>
        <translation>绘制列表中位于网络上且未打开的影像</translation>
    </message>
    <message>
        <source>Observations of the site</source>
        <translation>地点的观测</translation>
    </message>
    <message>
        <source>Seen (UTC)</source>
        <translation>观测（UTC）</translation>
    </message>
    <message>
        <source>Date is</source>
        <translation>日期类型</translation>
    </message>
    <message>
        <source>Image or source</source>
        <translation>影像或来源</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析人员</translation>
    </message>
    <message>
        <source>Next crossings along the river: a click goes there</source>
        <translation>沿河相邻的渡河点：单击即可前往</translation>
    </message>
    <message>
        <source>Copy: {title}</source>
        <translation>复制：{title}</translation>
    </message>
    <message>
        <source>WGS 84, latitude first; accuracy {metres:g} m</source>
        <translation>WGS 84，纬度在前；精度 {metres:g} m</translation>
    </message>
    <message>
        <source>WGS 84, latitude first; accuracy not stated</source>
        <translation>WGS 84，纬度在前；精度未注明</translation>
    </message>
    <message>
        <source>No chainage</source>
        <translation>没有里程</translation>
    </message>
    <message>
        <source>km {km:.2f} along the river</source>
        <translation>沿河 {km:.2f} km</translation>
    </message>
    <message>
        <source>{heading}: no further crossing known</source>
        <translation>{heading}：没有其他已知渡河点</translation>
    </message>
    <message>
        <source>{heading}: {name}, {along} along the river, {straight} straight</source>
        <translation>{heading}：{name}，沿河 {along}，直线 {straight}</translation>
    </message>
    <message>
        <source>Kept, but not written yet: {what}</source>
        <translation>已保留但尚未写入：{what}</translation>
    </message>
    <message>
        <source>Write now</source>
        <translation>立即写入</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Written: {what}</source>
        <translation>已写入：{what}</translation>
    </message>
    <message>
        <source>; {old} is not retired: both count</source>
        <translation>；{old} 未停止计入：两者都计入</translation>
    </message>
    <message>
        <source>{old} → {new}: where one of them lies is not known</source>
        <translation>{old} → {new}：其中一个的位置未知</translation>
    </message>
    <message>
        <source>{old} → {new}: {straight:.0f} m straight</source>
        <translation>{old} → {new}：直线 {straight:.0f} m</translation>
    </message>
    <message>
        <source>{old} → {new}: {along:.0f} m downstream along the river, {straight:.0f} m straight</source>
        <translation>{old} → {new}：沿河向下游 {along:.0f} m，直线 {straight:.0f} m</translation>
    </message>
    <message>
        <source>{old} → {new}: {along:.0f} m upstream along the river, {straight:.0f} m straight</source>
        <translation>{old} → {new}：沿河向上游 {along:.0f} m，直线 {straight:.0f} m</translation>
    </message>
    <message>
        <source>Report of a day or span</source>
        <translation>关于某日或某时段的报道</translation>
    </message>
    <message>
        <source>A new source</source>
        <translation>新来源</translation>
    </message>
    <message>
        <source>Source without a title</source>
        <translation>无标题的来源</translation>
    </message>
    <message>
        <source>{site}. These days are kept as: {kind}.</source>
        <translation>{site}。这些日期保存为：{kind}。</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Can this image tell?</source>
        <translation>这景影像能够判读吗？</translation>
    </message>
    <message>
        <source>Record, below resolution</source>
        <translation>记录为低于分辨率</translation>
    </message>
    <message>
        <source>Not observable (N)</source>
        <translation>无法判读（N）</translation>
    </message>
    <message>
        <source>Record nothing</source>
        <translation>不记录</translation>
    </message>
    <message>
        <source>{thing} of {size:g} m is smaller than two pixels of the screen at this scale, of {gsd:.0f} m each ({scene}). Record it anyway, as below resolution?</source>
        <translation>{size:g} m 的{thing}小于此比例尺下屏幕的两个像素（每像素 {gsd:.0f} m，{scene}）。仍要记录并注明低于分辨率吗？</translation>
    </message>
    <message>
        <source>{thing} of {size:g} m is smaller than two pixels of this {gsd} m image ({scene}). Record it anyway, as below resolution?</source>
        <translation>{size:g} m 的{thing}小于这景每像素 {gsd} m 的影像（{scene}）的两个像素。仍要记录并注明低于分辨率吗？</translation>
    </message>
    <message>
        <source>{sites}: kept with all observations, but not counted after this day. This can be undone with Bring back.</source>
        <translation>{sites}：连同所有观测一并保留，此日期之后不再计入。可以恢复计入。</translation>
    </message>
    <message>
        <source>Last day it counts (UTC)</source>
        <translation>计入的最后日期（UTC）</translation>
    </message>
    <message>
        <source>Share with plain QGIS</source>
        <translation>与未装插件的 QGIS 共享</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>正在查找影像</translation>
    </message>
    <message>
        <source>1 image ({size})</source>
        <translation>1 幅影像（{size}）</translation>
    </message>
    <message>
        <source>{n} images ({size})</source>
        <translation>{n} 幅影像（{size}）</translation>
    </message>
    <message>
        <source>No image can be included</source>
        <translation>没有可以包含的影像</translation>
    </message>
    <message>
        <source>Licence does not allow a copy, or is not stated: {n}</source>
        <translation>许可不允许复制，或未注明：{n}</translation>
    </message>
    <message>
        <source>On the web, in an archive, of several files or missing: {n}</source>
        <translation>在网上、在压缩包中、由多个文件组成或缺失：{n}</translation>
    </message>
    <message>
        <source>Overview map and strip map</source>
        <translation>总图和分段图</translation>
    </message>
    <message>
        <source>Site sheets ({n} pages)</source>
        <translation>地点页（{n} 页）</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>正在查找影像…</translation>
    </message>
    <message>
        <source>ZIP (*.zip)</source>
        <translation>ZIP (*.zip)</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Write package</source>
        <translation>写入数据包</translation>
    </message>
    <message>
        <source>Share with plain QGIS…</source>
        <translation>与普通 QGIS 共享…</translation>
    </message>
    <message>
        <source>Write a ZIP file with a copy of the survey and a project that opens it in a QGIS without the plugin</source>
        <translation>写出一个 ZIP 文件，内含调查副本和可在没有插件的 QGIS 中打开的项目</translation>
    </message>
    <message>
        <source>Copying the survey</source>
        <translation>正在复制调查</translation>
    </message>
    <message>
        <source>Writing the package</source>
        <translation>正在写入包</translation>
    </message>
    <message>
        <source>The package was written to {path}</source>
        <translation>包已写入 {path}</translation>
    </message>
    <message>
        <source>The card of a site of the open survey, given its id: HTML</source>
        <translation>按给定的 ID 返回已打开调查中该地点的卡片：HTML</translation>
    </message>
    <message>
        <source>Chainage and county of a site of the open survey, given its id</source>
        <translation>按给定的 ID 返回已打开调查中该地点的里程和市郡</translation>
    </message>
    <message>
        <source>{group} ({n})</source>
        <translation>{group}（{n}）</translation>
    </message>
    <message>
        <source>Click to show these sites</source>
        <translation>单击可显示这些地点</translation>
    </message>
    <message>
        <source>Click to hide these sites</source>
        <translation>单击可隐藏这些地点</translation>
    </message>
    <message>
        <source>Its name, or its kind and a number that stays</source>
        <translation>地点的名称，或其类型和固定不变的编号</translation>
    </message>
    <message>
        <source>What kind of site it is</source>
        <translation>地点的类型</translation>
    </message>
    <message>
        <source>The state on the day shown; – where none is known by then, ≈ where the image is too coarse to tell</source>
        <translation>所显示日期的状态；截至当日没有已知状态时为 –，影像分辨率过低而无法分辨时为 ≈</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>The day (UTC) by which this state was first seen, with no other seen since</source>
        <translation>首次观测到此状态的最晚日期（UTC），此后未观测到其他状态</translation>
    </message>
    <message>
        <source>Chainage along the river, downstream</source>
        <translation>沿河里程，向下游递增</translation>
    </message>
    <message>
        <source>The county, as the survey has it or by the reach of the river</source>
        <translation>市郡，依调查所载或按河段</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>围栏门</translation>
    </message>
    <message>
        <source>Whether it is at a gate of the border fence</source>
        <translation>地点是否位于边境围栏门处</translation>
    </message>
    <message>
        <source>Whose word the site rests on</source>
        <translation>该地点依据谁的说法</translation>
    </message>
    <message>
        <source>{state}, retired</source>
        <translation>{state}，已停止计入</translation>
    </message>
    <message>
        <source>Card of the site</source>
        <translation>地点卡片</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>{n} sites are selected. The page Site changes all of them; select one to see what was seen of it.</source>
        <translation>已选中 {n} 个地点。在“地点”页可同时修改它们；要查看观测，请只选择一个。</translation>
    </message>
    <message>
        <source>Select a site.</source>
        <translation>请选择一个地点。</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源类别</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公布内容</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>来自列表</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自行添加</translation>
    </message>
    <message>
        <source>Located</source>
        <translation>已定位</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>Not seen for 30 days</source>
        <translation>30 天未观测</translation>
    </message>
    <message>
        <source>Not seen for 90 days</source>
        <translation>90 天未观测</translation>
    </message>
    <message>
        <source>Not seen for a year</source>
        <translation>一年未观测</translation>
    </message>
    <message>
        <source>State rests on one look</source>
        <translation>状态仅凭一次观测</translation>
    </message>
    <message>
        <source>Dated “at or before”</source>
        <translation>日期为“该日期或之前”</translation>
    </message>
    <message>
        <source>Order of states not known</source>
        <translation>状态先后未知</translation>
    </message>
    <message>
        <source>Observed without image or source</source>
        <translation>观测没有影像或来源</translation>
    </message>
    <message>
        <source>Not confirmed on imagery</source>
        <translation>未经影像确认</translation>
    </message>
    <message>
        <source>Go to site</source>
        <translation>转到地点</translation>
    </message>
    <message>
        <source>Bring the selected site to the middle of the map</source>
        <translation>将所选地点移到地图中央</translation>
    </message>
    <message>
        <source>Next site</source>
        <translation>下一地点</translation>
    </message>
    <message>
        <source>Go to the next site of the list</source>
        <translation>转到列表中的下一地点</translation>
    </message>
    <message>
        <source>Previous site</source>
        <translation>上一地点</translation>
    </message>
    <message>
        <source>Go to the previous site of the list</source>
        <translation>转到列表中的上一地点</translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Copy the place of the selected site, WGS 84, in the notation set in the options</source>
        <translation>以选项中设定的格式复制所选地点的位置（WGS 84）</translation>
    </message>
    <message>
        <source>Open form…</source>
        <translation>打开表单…</translation>
    </message>
    <message>
        <source>Show every field of the selected site in QGIS' form</source>
        <translation>在 QGIS 表单中显示所选地点的全部字段</translation>
    </message>
    <message>
        <source>Site sheet of this crossing…</source>
        <translation>此渡河点的地点单页…</translation>
    </message>
    <message>
        <source>Make a page about the selected site: map, images, observations, sources</source>
        <translation>为所选地点制作一页：地图、影像、观测、来源</translation>
    </message>
    <message>
        <source>There is no further site in the list.</source>
        <translation>列表在那个方向没有更多地点。</translation>
    </message>
    <message>
        <source>Copy coordinates as</source>
        <translation>以其他格式复制坐标</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>更改人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作内容</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取更改记录…</translation>
    </message>
    <message>
        <source>Changes: {n}</source>
        <translation>更改：{n} 条</translation>
    </message>
    <message>
        <source>Retired on {day}: not counted after it</source>
        <translation>{day} 停止计入：此后不再计数</translation>
    </message>
    <message>
        <source>In place of {old}, which is not retired: both count</source>
        <translation>取代 {old}，而后者未停止计入：两者都计入</translation>
    </message>
    <message>
        <source>, below resolution</source>
        <translation>，低于分辨率</translation>
    </message>
    <message>
        <source> since {day}</source>
        <translation>，自 {day} 起</translation>
    </message>
    <message>
        <source>, seen {seen_to} (UTC)</source>
        <translation>，观测于 {seen_to}（UTC）</translation>
    </message>
    <message>
        <source>, seen {seen_from} to {seen_to} (UTC)</source>
        <translation>，观测于 {seen_from} 至 {seen_to}（UTC）</translation>
    </message>
    <message>
        <source>, seen by {seen_to} (UTC)</source>
        <translation>，观测不晚于 {seen_to}（UTC）</translation>
    </message>
    <message>
        <source>Or: {states}; seen on days that overlap, so which came last is not known.</source>
        <translation>或：{states}；观测日期有重叠，因此哪个在后不得而知。</translation>
    </message>
    <message>
        <source>at a gate of the border fence</source>
        <translation>位于边境围栏门处</translation>
    </message>
    <message>
        <source>Rebuilt along the river</source>
        <translation>沿河重建</translation>
    </message>
    <message>
        <source>{site} was rebuilt so far along the river, on the same side of the river line and as far from it. The new site replaces it; that it was seen is recorded apart.</source>
        <translation>{site} 沿河在这一距离处重建，位于河流线的同一侧，且距线同样远。新地点取代它；对新地点的观测另行记录。</translation>
    </message>
    <message>
        <source>Distance along the river</source>
        <translation>沿河距离</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Type the distance.</source>
        <translation>请输入距离。</translation>
    </message>
    <message>
        <source>New place: {place} (latitude, longitude, WGS 84): {along:.0f} m downstream along the river, {straight:.0f} m straight, {offset} from the river line.</source>
        <translation>新位置：{place}（纬度、经度，WGS 84）：沿河向下游 {along:.0f} m，直线 {straight:.0f} m，距河流线 {offset}。</translation>
    </message>
    <message>
        <source>New place: {place} (latitude, longitude, WGS 84): {along:.0f} m upstream along the river, {straight:.0f} m straight, {offset} from the river line.</source>
        <translation>新位置：{place}（纬度、经度，WGS 84）：沿河向上游 {along:.0f} m，直线 {straight:.0f} m，距河流线 {offset}。</translation>
    </message>
    <message>
        <source>New survey…</source>
        <translation>新建调查…</translation>
    </message>
    <message>
        <source>New survey with the published sites</source>
        <translation>新建包含已公布地点的调查</translation>
    </message>
    <message>
        <source>New empty survey…</source>
        <translation>新建空调查…</translation>
    </message>
    <message>
        <source>New survey with the river line and no sites</source>
        <translation>新建只有河流线、没有地点的调查</translation>
    </message>
    <message>
        <source>Open survey…</source>
        <translation>打开调查…</translation>
    </message>
    <message>
        <source>Open a survey file</source>
        <translation>打开调查文件</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import sites from CSV, KML, GeoJSON, GeoPackage or Shapefile</source>
        <translation>从 CSV、KML、GeoJSON、GeoPackage 或 Shapefile 导入地点</translation>
    </message>
    <message>
        <source>Sites from text…</source>
        <translation>从文本获取地点…</translation>
    </message>
    <message>
        <source>Import the coordinates in a report: paste its text, or open a TXT, HTML, DOCX or PDF file</source>
        <translation>导入报告中的坐标：粘贴文本，或打开 TXT、HTML、DOCX 或 PDF 文件</translation>
    </message>
    <message>
        <source>Changes made outside…</source>
        <translation>外部更改…</translation>
    </message>
    <message>
        <source>Look at changes that QGIS' own tools or other programs made, and adopt them</source>
        <translation>查看由 QGIS 自身工具或其他程序所作的更改，并予以采纳</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>新建调查</translation>
    </message>
    <message>
        <source>Surveys (*.gpkg)</source>
        <translation>调查 (*.gpkg)</translation>
    </message>
    <message>
        <source>Open survey</source>
        <translation>打开调查</translation>
    </message>
    <message>
        <source>Surveys (*.gpkg);;All files (*)</source>
        <translation>调查 (*.gpkg);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{side} beside {path} holds changes that a program left when it was ended. Apply them, if it was this file that was open then; ignore them, if you have put back another copy since. Either way a copy of what there is now is kept.</source>
        <translation>{path} 旁的 {side} 中有某个程序被终止时留下的更改。如果当时打开的就是此文件，请并入；如果此后您已恢复为另一份副本，请勿并入。无论哪种选择，都会保留现有内容的副本。</translation>
    </message>
    <message>
        <source>Apply them</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Ignore them</source>
        <translation>不并入</translation>
    </message>
    <message>
        <source>{path} was made by an older plugin. Upgraded, it has room for what this one records, and every change of it is recorded, also by QGIS' own tools.</source>
        <translation>{path} 由较旧版本的插件创建。升级后可容纳本版本记录的内容，所有更改（包括由 QGIS 自身工具所做的更改）都会被记录。</translation>
    </message>
    <message>
        <source>Upgrade (a backup copy is kept beside it)</source>
        <translation>升级（在旁边保留备份副本）</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Upgrading {path}</source>
        <translation>正在升级 {path}</translation>
    </message>
    <message>
        <source>{path} was upgraded. The original is kept as {backup}.</source>
        <translation>{path} 已升级。升级前的状态保存为 {backup}。</translation>
    </message>
    <message>
        <source>Rows that had been changed without an entry in the record: {n}. They have one now.</source>
        <translation>此前未留记录而被更改的行：{n}。现已补记。</translation>
    </message>
    <message>
        <source>There are no changes made outside the plugin to adopt.</source>
        <translation>没有等待采纳的插件外更改。</translation>
    </message>
    <message>
        <source>The cursor along the river line: kilometres downstream of the datum; distance from the line, and its side looking downstream; county of the Korean bank, with ? within 2 km of its end. Off in Settings &gt; Options &gt; Yalu</source>
        <translation>光标相对于河线的位置：基准点以下的千米数；距河线的距离及面向下游的左右侧；朝鲜一岸的市郡，距其边界 2 km 以内时带 ?。可在 设置 &gt; 选项 &gt; Yalu 中关闭</translation>
    </message>
    <message>
        <source>farther than 5 km from the river line</source>
        <translation>距河线超过 5 km</translation>
    </message>
    <message>
        <source>opposite {county}</source>
        <translation>{county}对岸</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>{n} values that you are editing, in {rows} rows, were changed by others. The first: {first}</source>
        <translation>您正在编辑的 {n} 个值（共 {rows} 行）已被他人更改。第一个：{first}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用他人的</translation>
    </message>
    <message>
        <source>Yours stays. It is written when you save the edits.</source>
        <translation>保留您的更改。保存编辑时会将其写入。</translation>
    </message>
    <message>
        <source>Theirs stays. Your other edits still wait to be saved.</source>
        <translation>保留他人的更改。您的其他编辑仍待保存。</translation>
    </message>
    <message>
        <source>{name}: you deleted it, others changed it: {theirs}</source>
        <translation>{name}：您已将其删除，他人则作了更改：{theirs}</translation>
    </message>
    <message>
        <source>{name}: others deleted it, you changed it: {mine}</source>
        <translation>{name}：他人已将其删除，您则作了更改：{mine}</translation>
    </message>
    <message>
        <source>{name}, {column}: yours {mine}, theirs {theirs}</source>
        <translation>{name}，{column}：您的 {mine}，他人的 {theirs}</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>总览图</translation>
    </message>
    <message>
        <source>Strip map</source>
        <translation>带状图</translation>
    </message>
    <message>
        <source>Charts and tables along the river</source>
        <translation>沿河图表和表格</translation>
    </message>
    <message>
        <source>Quarters and published figures</source>
        <translation>季度与已公布的数字</translation>
    </message>
    <message>
        <source>Site sheets</source>
        <translation>地点单页</translation>
    </message>
    <message>
        <source>Of all sites</source>
        <translation>所有地点</translation>
    </message>
    <message>
        <source>Of sites with observations</source>
        <translation>有观测的地点</translation>
    </message>
    <message>
        <source>Of selected sites ({n})</source>
        <translation>所选地点（{n}）</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>全部章节</translation>
    </message>
    <message>
        <source>{n} of {all} chapters</source>
        <translation>{all} 章中的 {n} 章</translation>
    </message>
    <message>
        <source>The chapters of the report; the survey remembers them</source>
        <translation>报告的章节；会保存在调查中</translation>
    </message>
    <message>
        <source>Which sites have a sheet in the report</source>
        <translation>报告中哪些地点有单页</translation>
    </message>
    <message>
        <source>{day}, the day on screen (UTC)</source>
        <translation>{day}，屏幕上的日期（UTC）</translation>
    </message>
    <message>
        <source>The survey's latest observation</source>
        <translation>调查中最近的观测</translation>
    </message>
    <message>
        <source>{day}, today (UTC): no observation is dated</source>
        <translation>{day}，今日（UTC）：没有带日期的观测</translation>
    </message>
    <message>
        <source>{day}, the survey's latest observation (UTC)</source>
        <translation>{day}，调查中最近的观测（UTC）</translation>
    </message>
    <message>
        <source>Maps and report</source>
        <translation>地图与报告</translation>
    </message>
    <message>
        <source>{what} written to {path}</source>
        <translation>{what} 已写入 {path}</translation>
    </message>
    <message>
        <source>{path} already exists.</source>
        <translation>{path} 已存在。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Print these pages in this session: the project does not save the layers created for them. Saved as a template, their design can be used again.</source>
        <translation>请在关闭 QGIS 之前打印这些页面：为其生成的图层不会保存到工程中。另存为模板后，其版式可重新填充内容。</translation>
    </message>
    <message>
        <source>Keep the pages in the project and change them in QGIS' layout window</source>
        <translation>将页面保留在工程中，并在 QGIS 布局窗口中修改</translation>
    </message>
    <message>
        <source>The report cannot be opened there: it has many layouts. Open its maps or site sheets separately</source>
        <translation>报告由多个布局组成，无法在那里打开。请分别打开其中的地图或地点单页</translation>
    </message>
    <message>
        <source>Layout templates</source>
        <translation>布局模板</translation>
    </message>
    <message>
        <source>The plugin's own</source>
        <translation>插件自带模板</translation>
    </message>
    <message>
        <source>Open in layout designer</source>
        <translation>在布局设计器中打开</translation>
    </message>
    <message>
        <source>What to create</source>
        <translation>要制作的文档</translation>
    </message>
    <message>
        <source>A .qpt saved from a QGIS print layout; empty: the plugin's own</source>
        <translation>由 QGIS 打印布局保存的 .qpt；留空则用插件自带模板</translation>
    </message>
    <message>
        <source>Write the pages to the file</source>
        <translation>将页面写入文件</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Legend labels</source>
        <translation>图例文字</translation>
    </message>
    <message>
        <source>State on the day</source>
        <translation>当日状态</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Your labels</source>
        <translation>您的文字</translation>
    </message>
    <message>
        <source>No file is chosen. Choose where to write the map.</source>
        <translation>未选择文件。请选择地图的写入位置。</translation>
    </message>
    <message>
        <source>PDF with layers</source>
        <translation>带图层的 PDF</translation>
    </message>
    <message>
        <source>Several pages become files in a folder</source>
        <translation>多个页面会成为文件夹中的文件</translation>
    </message>
    <message>
        <source>PDF and SVG keep text as text; PNG is a picture. Several pages as anything but plain PDF are files in a folder</source>
        <translation>PDF 和 SVG 保留文字；PNG 为图片。除普通 PDF 外，多页为一个文件夹中的多个文件</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Creating the pages</source>
        <translation>正在制作页面</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Legend…</source>
        <translation>图例…</translation>
    </message>
    <message>
        <source>In addition to the licences, which are always shown</source>
        <translation>与始终显示的许可并列</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>制作信息</translation>
    </message>
    <message>
        <source>The title of the map or the report; the survey remembers it</source>
        <translation>地图或报告的标题；会保存在调查中</translation>
    </message>
    <message>
        <source>A line below the title; the survey remembers it</source>
        <translation>标题下方的一行文字；会保存在调查中</translation>
    </message>
    <message>
        <source>Who made the map, for whom; the survey remembers it</source>
        <translation>地图由谁制作、为谁制作；会保存在调查中</translation>
    </message>
    <message>
        <source>What the legend calls kinds, states, river and places</source>
        <translation>图例中对类型、状态、河流和地名的称呼</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>page {page} of {total}</source>
        <translation>第 {page} 页，共 {total} 页</translation>
    </message>
    <message>
        <source>Draw the pages as they would be written now</source>
        <translation>按现在将要写入的样子绘制页面</translation>
    </message>
    <message>
        <source>The previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>A sheet of this site only; off: of every site that has a place</source>
        <translation>仅此地点的单页；关闭时：所有有位置的地点的单页</translation>
    </message>
    <message>
        <source>Only {site}</source>
        <translation>仅 {site}</translation>
    </message>
    <message>
        <source>Poster: one long page</source>
        <translation>海报：一张长页</translation>
    </message>
    <message>
        <source>Booklet with an index</source>
        <translation>带索引的图册</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>按需</translation>
    </message>
    <message>
        <source>The largest that fits on</source>
        <translation>可容纳的最大比例尺：</translation>
    </message>
    <message>
        <source>A poster has all panels on one page, as wide as the paper and as long as it takes. A booklet has many pages, at 1:50,000 unless you choose otherwise, and first a map that shows where each of them lies</source>
        <translation>海报将所有图幅排在一页上，宽度与纸张相同，长度按需而定。图册有多页，除非另行选择，比例尺为 1:50,000，最前面是显示各页位置的地图</translation>
    </message>
    <message>
        <source>The scale of the strip map; a chosen one takes the pages it needs</source>
        <translation>带状图的比例尺；选定比例尺时按需要占用页数</translation>
    </message>
    <message>
        <source>How many pages the map may take; the more, the larger the scale. As needed: one, or up to four so that neighbours can be told apart</source>
        <translation>地图可占用的页数；页数越多，比例尺越大。按需：一页，或为区分相邻地点最多四页</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>As in the template</source>
        <translation>按模板</translation>
    </message>
    <message>
        <source>As in QGIS</source>
        <translation>同 QGIS</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The size of the paper</source>
        <translation>纸张大小</translation>
    </message>
    <message>
        <source>The orientation of the paper; a custom template has its own</source>
        <translation>纸张的方向；您自己的模板采用其自身的方向</translation>
    </message>
    <message>
        <source>The language of the page; the window keeps its own</source>
        <translation>页面的语言；窗口语言不变</translation>
    </message>
    <message>
        <source>A picture for the upper right corner</source>
        <translation>放在右上角的图片</translation>
    </message>
    <message>
        <source>A line for the head and the foot of each page</source>
        <translation>放在每页页眉和页脚的一行文字</translation>
    </message>
    <message>
        <source>The colour of the bar at the head of each page</source>
        <translation>每页顶部横条的颜色</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Yalu: guide</source>
        <translation>鸭绿江：指南</translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation>添加影像文件夹</translation>
    </message>
    <message>
        <source>Add a list of images</source>
        <translation>添加影像列表</translation>
    </message>
    <message>
        <source>Lists and ZIP files (*.csv *.tsv *.txt *.zip)</source>
        <translation>列表和 ZIP 文件 (*.csv *.tsv *.txt *.zip)</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Add the images of a folder and those below it</source>
        <translation>添加文件夹及其子文件夹中的影像</translation>
    </message>
    <message>
        <source>List or ZIP…</source>
        <translation>列表或 ZIP…</translation>
    </message>
    <message>
        <source>Add the images that a table (CSV) lists, or of a ZIP file</source>
        <translation>添加表格（CSV）所列的影像，或 ZIP 文件中的影像</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add images from a folder or from the web</source>
        <translation>从文件夹或网络添加影像</translation>
    </message>
    <message>
        <source>CRS of images…</source>
        <translation>影像的 CRS…</translation>
    </message>
    <message>
        <source>Give images that have no CRS of their own another one than they were given</source>
        <translation>为自身没有 CRS 的影像改用另一个 CRS，以取代先前指定的</translation>
    </message>
    <message>
        <source>The image on screen, now in {crs}</source>
        <translation>屏幕上的影像，当前采用 {crs}</translation>
    </message>
    <message>
        <source>All in {folder} ({n}), now in {crs}</source>
        <translation>{folder} 中的全部（{n} 幅），当前采用 {crs}</translation>
    </message>
    <message>
        <source>Placing images in {crs}</source>
        <translation>正在按 {crs} 定位影像</translation>
    </message>
    <message>
        <source>Images placed in {crs}: {n}</source>
        <translation>现已按 {crs} 定位的影像：{n} 幅</translation>
    </message>
    <message>
        <source>; left unchanged, as they cannot be placed in it: {n}</source>
        <translation>；无法据此定位、保持原样的：{n} 幅</translation>
    </message>
    <message>
        <source>{n} images have no CRS and were left out, {name} for example. Which CRS are they in?</source>
        <translation>{n} 幅影像没有 CRS，已略过，例如 {name}。它们采用哪个 CRS？</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>The CRS of the images in {folder} that have none</source>
        <translation>{folder} 中无 CRS 影像的 CRS</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Show the sites as of this day, with the scene of that day if there is one</source>
        <translation>显示截至该日期的地点；若有当日影像则一并显示</translation>
    </message>
    <message>
        <source>&amp;Go to ({zone})</source>
        <translation>转到（{zone}）(&amp;G)</translation>
    </message>
    <message>
        <source>Looking for images without data</source>
        <translation>正在查找无数据的影像</translation>
    </message>
    <message>
        <source>There is no folder {path}. Choose another.</source>
        <translation>文件夹 {path} 不存在。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>No folder is chosen.</source>
        <translation>未选择文件夹。</translation>
    </message>
    <message>
        <source>Export frames</source>
        <translation>导出帧</translation>
    </message>
    <message>
        <source>Stopped: no picture was saved.</source>
        <translation>已停止：未保留任何图片。</translation>
    </message>
    <message>
        <source>{n} pictures written to {folder}</source>
        <translation>已将 {n} 张图片写入 {folder}</translation>
    </message>
    <message>
        <source>; images that cannot be opened, left out: {n}</source>
        <translation>；无法打开而略去的影像：{n}</translation>
    </message>
    <message>
        <source>; without a picture of their date, which is written on them: {n}</source>
        <translation>；没有该日期影像、已在图上注明的：{n}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>The first day, as days are counted in the panel</source>
        <translation>起始日期，按面板中的日期计</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Width of a picture; its height is the map's</source>
        <translation>图片的宽度；高度按地图的比例</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>The folder for the pictures; existing files are not overwritten</source>
        <translation>图片的写入位置；不会覆盖那里的任何文件</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>sites as of {day} UTC</source>
        <translation>地点状态截至 {day} UTC</translation>
    </message>
    <message>
        <source>No images were found there. Choose a folder with GeoTIFF or JPEG 2000 files.</source>
        <translation>未找到影像。请选择含 GeoTIFF 或 JPEG 2000 文件的文件夹。</translation>
    </message>
    <message>
        <source>There are no images yet. New ones are added automatically.</source>
        <translation>目前还没有影像。新到的影像会自动添加。</translation>
    </message>
    <message>
        <source>No images were found there. Choose a table with a column uri, or a ZIP file of images.</source>
        <translation>未找到影像。请选择含 uri 列的表格，或包含影像的 ZIP 文件。</translation>
    </message>
    <message>
        <source>No images were found. Widen the view, the days or the cloud cover, or change collections.</source>
        <translation>未找到影像。请扩大视图、日期或云量范围，或更换集合。</translation>
    </message>
    <message>
        <source>Searching for images</source>
        <translation>正在搜索影像</translation>
    </message>
    <message>
        <source>Reading the images of {folder}</source>
        <translation>正在读取 {folder} 中的影像</translation>
    </message>
    <message>
        <source>Stopped: no image was added.</source>
        <translation>已停止：未添加任何影像。</translation>
    </message>
    <message>
        <source>1 scene</source>
        <translation>1 景影像</translation>
    </message>
    <message>
        <source>{n} scenes</source>
        <translation>{n} 景影像</translation>
    </message>
    <message>
        <source> ({n} known already)</source>
        <translation>（其中 {n} 景已登记）</translation>
    </message>
    <message>
        <source>{n} undated</source>
        <translation>无日期 {n}</translation>
    </message>
    <message>
        <source>{n} could not be used</source>
        <translation>无法使用 {n}</translation>
    </message>
    <message>
        <source>remarks on images that were added: {n}</source>
        <translation>对已添加影像的备注：{n}</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>第 {row} 行：{text}</translation>
    </message>
    <message>
        <source>Adding images</source>
        <translation>正在添加影像</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <source> · and {n} more of that day</source>
        <translation> · 当日另有 {n} 景</translation>
    </message>
    <message>
        <source>no scene on this day; sites as of {day} UTC</source>
        <translation>当日没有影像；地点状态截至 {day} UTC</translation>
    </message>
    <message>
        <source>no scene on screen</source>
        <translation>屏幕上没有影像</translation>
    </message>
    <message>
        <source>no dated scenes yet</source>
        <translation>尚无有日期的影像</translation>
    </message>
    <message>
        <source>reading images…</source>
        <translation>正在读取影像…</translation>
    </message>
    <message>
        <source>opening {scene}…</source>
        <translation>正在打开 {scene}…</translation>
    </message>
    <message>
        <source>This scene lies outside the map view.</source>
        <translation>此影像位于地图视图之外。</translation>
    </message>
    <message>
        <source>{n} dated scenes, {first} to {last}</source>
        <translation>{n} 景有日期的影像，{first} 至 {last}</translation>
    </message>
    <message>
        <source>Zoom to scene</source>
        <translation>缩放到影像</translation>
    </message>
    <message>
        <source>Zoom the map to the scene on screen, or to all scenes</source>
        <translation>将地图缩放到屏幕上的影像，或全部影像</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Watched folders, pictures, CRS, frames, which scenes to skip, images without a date</source>
        <translation>监视文件夹、图像选择、坐标参照系、画面、要跳过的影像、无日期的影像</translation>
    </message>
    <message>
        <source>Export frames…</source>
        <translation>导出帧…</translation>
    </message>
    <message>
        <source>Write the map of every step as a picture, its date burnt in</source>
        <translation>将每一步的地图写为图片，并印上日期</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>画面…</translation>
    </message>
    <message>
        <source>Choose which picture of a STAC's images to show: true colour, infrared, a band. The choice applies to all images of the collection</source>
        <translation>选择查看 STAC 影像的哪种画面：真彩色、红外或某个波段。该选择适用于此集合的所有影像</translation>
    </message>
    <message>
        <source>Reading the pictures of the scene</source>
        <translation>正在读取可供查看的画面</translation>
    </message>
    <message>
        <source>Best: {picture}</source>
        <translation>最佳：{picture}</translation>
    </message>
    <message>
        <source>{metres:g} m</source>
        <translation>{metres:g} m</translation>
    </message>
    <message>
        <source>The file of {scene} was replaced by another one, which is shown now. Observations and counts on it are of the previous file.</source>
        <translation>{scene} 的文件已被另一个文件替换，现在显示的是新文件。此前的观测和计数是针对旧文件的。</translation>
    </message>
    <message>
        <source>Most cloud (percent)</source>
        <translation>最大云量（百分比）</translation>
    </message>
    <message>
        <source>Skip scenes with more cloud than this; 100 % is no limit</source>
        <translation>跳过云量超过此值的影像；100 % 表示不限</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Covers v&amp;iew</source>
        <translation>覆盖视图(&amp;I)</translation>
    </message>
    <message>
        <source>Skip scenes outside the map's view</source>
        <translation>跳过位于地图视图之外的影像</translation>
    </message>
    <message>
        <source>Has da&amp;ta</source>
        <translation>有数据(&amp;T)</translation>
    </message>
    <message>
        <source>Skip scenes without data in the map's view</source>
        <translation>跳过在地图视图内没有数据的影像</translation>
    </message>
    <message>
        <source>Clo&amp;ud ≤</source>
        <translation>云量(&amp;U) ≤</translation>
    </message>
    <message>
        <source>{n} skipped: {why}</source>
        <translation>已跳过 {n} 景：{why}</translation>
    </message>
    <message>
        <source>{n} outside the view</source>
        <translation>视图之外 {n} 景</translation>
    </message>
    <message>
        <source>{n} cloudy</source>
        <translation>多云 {n} 景</translation>
    </message>
    <message>
        <source>{n} without data</source>
        <translation>无数据 {n} 景</translation>
    </message>
    <message>
        <source>acquired</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>released</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>at or before this date</source>
        <translation>该日期或之前</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>报道</translation>
    </message>
    <message>
        <source>outside the view</source>
        <translation>视图之外</translation>
    </message>
    <message>
        <source>cloudy</source>
        <translation>多云</translation>
    </message>
    <message>
        <source>no data in the view</source>
        <translation>视图内无数据</translation>
    </message>
    <message>
        <source>The compare date is before the date on screen.</source>
        <translation>对比日期早于屏幕上的日期。</translation>
    </message>
    <message>
        <source>The compare date is after the date on screen.</source>
        <translation>对比日期晚于屏幕上的日期。</translation>
    </message>
    <message>
        <source>Which of the two dates came first is not known.</source>
        <translation>两个日期孰先孰后不得而知。</translation>
    </message>
    <message>
        <source>but {against}</source>
        <translation>但与 {against} 不符</translation>
    </message>
    <message>
        <source>{kind} (date from {source}, but {against})</source>
        <translation>{kind}（日期出自 {source}，但与 {against} 不符）</translation>
    </message>
    <message>
        <source>{kind} (date from {source})</source>
        <translation>{kind}（日期出自 {source}）</translation>
    </message>
    <message>
        <source>cloud {percent:.0f} %</source>
        <translation>云量 {percent:.0f} %</translation>
    </message>
    <message>
        <source>{gsd:g} m ground sample distance</source>
        <translation>地面采样距离 {gsd:g} m</translation>
    </message>
    <message>
        <source>No scene to step to there: {why}.</source>
        <translation>那个方向没有可前往的影像：{why}。</translation>
    </message>
    <message>
        <source>No scene to step to there: {skipped}. Move the map, or change what is skipped.</source>
        <translation>该方向没有可浏览的影像：{skipped}。请移动地图，或更改跳过条件。</translation>
    </message>
    <message>
        <source>No scene to step to there.</source>
        <translation>那个方向没有可前往的影像。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Show one scene after the other, from this one on</source>
        <translation>从此影像起逐景显示</translation>
    </message>
    <message>
        <source>First scene</source>
        <translation>第一景</translation>
    </message>
    <message>
        <source>Show the first scene</source>
        <translation>显示第一景影像</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>上一景</translation>
    </message>
    <message>
        <source>Show the scene before this one</source>
        <translation>显示上一景影像</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>下一景</translation>
    </message>
    <message>
        <source>Show the scene after this one</source>
        <translation>显示下一景影像</translation>
    </message>
    <message>
        <source>Last scene</source>
        <translation>最后一景</translation>
    </message>
    <message>
        <source>Show the last scene</source>
        <translation>显示最后一景影像</translation>
    </message>
    <message>
        <source>Scenes by date</source>
        <translation>按日期排列的影像</translation>
    </message>
    <message>
        <source>Dated scenes: date, platform, kind of date, where the date was found</source>
        <translation>有日期的影像：日期、平台、日期类型、日期出处</translation>
    </message>
    <message>
        <source>Choose a scene</source>
        <translation>选择影像</translation>
    </message>
    <message>
        <source>{scene}: {why}</source>
        <translation>{scene}：{why}</translation>
    </message>
    <message>
        <source>Checking a tile</source>
        <translation>正在试取切片</translation>
    </message>
    <message>
        <source>Undated images</source>
        <translation>无日期的影像</translation>
    </message>
    <message>
        <source>Images without a date: a double click shows one; nothing can be recorded from it</source>
        <translation>无日期的影像：双击即可显示；不能据此记录任何内容</translation>
    </message>
    <message>
        <source>Undated ({n})</source>
        <translation>无日期（{n}）</translation>
    </message>
    <message>
        <source>Images without a date: they cannot be stepped to</source>
        <translation>没有日期、无法逐景浏览的影像</translation>
    </message>
    <message>
        <source>{name} is shown, but it has no date: nothing can be recorded from it. {why}</source>
        <translation>{name} 没有日期：可以查看，但不能据此记录任何内容。{why}</translation>
    </message>
    <message>
        <source>No reliable date was found. Add it again to see why.</source>
        <translation>未找到可靠的日期。请重新添加以查看原因。</translation>
    </message>
    <message>
        <source>The watched folder {path} cannot be reached. Its new images are added once it is back.</source>
        <translation>无法访问监视文件夹 {path}。恢复后会添加其中的新影像。</translation>
    </message>
    <message>
        <source>Looking through watched folders</source>
        <translation>正在查看监视文件夹</translation>
    </message>
    <message>
        <source>New images from watched folders: {n}</source>
        <translation>来自监视文件夹的新影像：{n} 幅</translation>
    </message>
    <message>
        <source>New images in watched folders that cannot be read: {n}</source>
        <translation>监视文件夹中无法读取的新影像：{n} 幅</translation>
    </message>
    <message>
        <source>; remarks on images that were added: {n}</source>
        <translation>；对已添加影像的说明：{n} 条</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Folders whose new images are added automatically</source>
        <translation>其新影像会自动添加的文件夹</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>The file's own points</source>
        <translation>文件自带的点</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>观测</translation>
    </message>
    <message>
        <source>Convert them</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Convert from {datum}</source>
        <translation>由 {datum} 转换</translation>
    </message>
    <message>
        <source>Leave as written</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here. Nothing is written before you press Import.</source>
        <translation>请选择文件，或将其拖放到此处。按“导入”之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>正在检查 {name}</translation>
    </message>
    <message>
        <source>A list, spreadsheet, map or survey: CSV, XLSX, GeoJSON, GeoPackage, Shapefile, KML, KMZ, GPX and others</source>
        <translation>列表、电子表格、地图或调查：CSV、XLSX、GeoJSON、GeoPackage、Shapefile、KML、KMZ、GPX 等</translation>
    </message>
    <message>
        <source>What the survey will name as the source of these sites</source>
        <translation>调查中记为这些地点来源的名称</translation>
    </message>
    <message>
        <source>Rows, columns and words of the file</source>
        <translation>文件的行、列和词语</translation>
    </message>
    <message>
        <source>Write what is good, repaired or to check to the survey</source>
        <translation>将正常、已修复或待核查的内容写入调查</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Lists of sites</source>
        <translation>地点列表</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import {sites}, change {changed}</source>
        <translation>导入 {sites}，更改 {changed} 个</translation>
    </message>
    <message>
        <source>Change {sites}</source>
        <translation>更改 {sites}</translation>
    </message>
    <message>
        <source>Import {sites}</source>
        <translation>导入 {sites}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{sites} imported</source>
        <translation>已导入 {sites}</translation>
    </message>
    <message>
        <source>{sites} changed</source>
        <translation>已更改 {sites}</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>已拒绝 {n} 行</translation>
    </message>
    <message>
        <source>{n} left out, not answered</source>
        <translation>未答复而略过 {n} 行</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>待核查 {n} 行</translation>
    </message>
    <message>
        <source>… and {n} more rows</source>
        <translation>… 另有 {n} 行</translation>
    </message>
    <message>
        <source>Row {number} ({name})</source>
        <translation>第 {number} 行（{name}）</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>As it is in the file</source>
        <translation>文件中的原样内容</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Changes and reasons</source>
        <translation>更改与原因</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>至 {last}</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>自 {first} 起</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Import {source}</source>
        <translation>导入 {source}</translation>
    </message>
    <message>
        <source>Cancel came too late: {what}. Undo takes that back.</source>
        <translation>取消得太晚：{what}。可用撤销收回。</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was written.</source>
        <translation>导入已取消，未写入任何内容。</translation>
    </message>
    <message>
        <source> (and {n} more)</source>
        <translation> （另有 {n} 条）</translation>
    </message>
    <message>
        <source>Words ({n} to confirm)</source>
        <translation>词语（待确认 {n} 个）</translation>
    </message>
    <message>
        <source>The character encoding of the file: change it where names look wrong</source>
        <translation>文件的文字编码：名称显示有误时请更改</translation>
    </message>
    <message>
        <source>The character between columns</source>
        <translation>列之间的符号</translation>
    </message>
    <message>
        <source>The layers or folders to import</source>
        <translation>要导入的图层或文件夹</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>CRS</translation>
    </message>
    <message>
        <source>Coordinate reference system of the file, or of its coordinate columns</source>
        <translation>文件或其坐标列的坐标参照系</translation>
    </message>
    <message>
        <source>Whether the coordinates are shifted, as those of Chinese maps are: GCJ-02 (Amap, Tencent), BD-09 (Baidu). The shift is undone, and the note of each site says so</source>
        <translation>坐标是否像中国地图那样经过偏移：GCJ-02（高德、腾讯）、BD-09（百度）。偏移会被撤销，并写入各地点的备注</translation>
    </message>
    <message>
        <source>Not shifted</source>
        <translation>未偏移</translation>
    </message>
    <message>
        <source>As each row says</source>
        <translation>按各行所述</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Every row of the file, and what becomes of it</source>
        <translation>文件的每一行及其处理结果</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Selected rows:</source>
        <translation>选中的行：</translation>
    </message>
    <message>
        <source>They are the site named in the reason: their observations are added to it</source>
        <translation>它们就是原因中所指的地点：其观测会添加到该地点</translation>
    </message>
    <message>
        <source>They are separate sites</source>
        <translation>它们是各自独立的地点</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>They are not imported</source>
        <translation>它们不会被导入</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>按建议</translation>
    </message>
    <message>
        <source>Remove the answers for them</source>
        <translation>撤销对这些行的答复</translation>
    </message>
    <message>
        <source>{n} good</source>
        <translation>正常 {n} 行</translation>
    </message>
    <message>
        <source>{n} repaired</source>
        <translation>已修复 {n} 行</translation>
    </message>
    <message>
        <source>{n} waiting for your answer</source>
        <translation>等待您答复 {n} 行</translation>
    </message>
    <message>
        <source>Where they differ:</source>
        <translation>不同之处：</translation>
    </message>
    <message>
        <source>Compared with the survey:</source>
        <translation>与调查比较：</translation>
    </message>
    <message>
        <source>Show only these rows; click again for all</source>
        <translation>只显示这些行；再次点击显示全部</translation>
    </message>
    <message>
        <source>Take from the list:</source>
        <translation>采用列表中的：</translation>
    </message>
    <message>
        <source>Where list and survey differ in this, the list's word counts, except in rows for which you chose otherwise. Not ticked: the survey stays as it is.</source>
        <translation>若列表与调查在此项不同，则以列表为准，您另行选择的行除外。未勾选：调查保持不变。</translation>
    </message>
    <message>
        <source>Take from the list</source>
        <translation>采用列表中的</translation>
    </message>
    <message>
        <source>Take the list's</source>
        <translation>采用列表的</translation>
    </message>
    <message>
        <source>In the selected rows the list's word counts, in every field</source>
        <translation>所选行的每个字段都以列表为准</translation>
    </message>
    <message>
        <source>Keep the survey's</source>
        <translation>保留调查的</translation>
    </message>
    <message>
        <source>In the selected rows the survey's word counts, in every field</source>
        <translation>所选行的每个字段都以调查为准</translation>
    </message>
    <message>
        <source>The selected sites, which the list has no longer, do not count after today</source>
        <translation>所选的、列表中已没有的地点在今天之后不再计入</translation>
    </message>
    <message>
        <source>The selected sites, which the list has no longer, are deleted with their observations; only sites without a source can be</source>
        <translation>所选的、列表中已没有的地点连同其观测一起删除；只能删除没有来源的地点</translation>
    </message>
    <message>
        <source>The selected sites, which the list has no longer, stay as they are</source>
        <translation>所选的、列表中已没有的地点保持不变</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Text in the file</source>
        <translation>文件中的原文</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Tick to confirm; until then it is not used. Double-click to choose another.</source>
        <translation>勾选以确认；在此之前不会采用。双击可选择其他含义。</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>{text} ?</source>
        <translation>{text} ?</translation>
    </message>
    <message>
        <source>Confirm all suggestions</source>
        <translation>确认所有建议</translation>
    </message>
    <message>
        <source>Kinds, states and dates as the file writes them, and as what they are read. Double-click the last column to change one</source>
        <translation>文件中所写的类型、状态和日期，以及各自的读法。双击最后一列可更改</translation>
    </message>
    <message>
        <source>Words of the file</source>
        <translation>文件中的词语</translation>
    </message>
    <message>
        <source>Read every text marked with a question mark as suggested</source>
        <translation>将所有标有问号的原文按建议读取</translation>
    </message>
    <message>
        <source>There is no latitude and longitude at that point. Click where the map shows the ground.</source>
        <translation>该处没有经纬度。请点击地图上显示地面的位置。</translation>
    </message>
    <message>
        <source>The kind of site of the next sample, or of a dot clicked by hand</source>
        <translation>下一个样本或手动点击的圆点所属的地点类型</translation>
    </message>
    <message>
        <source>Find dots</source>
        <translation>查找圆点</translation>
    </message>
    <message>
        <source>Find every dot that looks like a sample</source>
        <translation>查找所有与样本相似的圆点</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>重新在整张图片中查找</translation>
    </message>
    <message>
        <source>Dots of the picture</source>
        <translation>图片中的圆点</translation>
    </message>
    <message>
        <source>Delete removes the selected dots</source>
        <translation>按 Delete 删除选中的圆点</translation>
    </message>
    <message>
        <source>The report that the picture is from: a source of the survey, or any title</source>
        <translation>图片所属的报告：调查中的来源，或任意标题</translation>
    </message>
    <message>
        <source>Add the ticked sites to the survey, as possible, with their accuracy; Undo takes it back</source>
        <translation>将勾选的地点连同精度作为“可能”添加到调查中；可撤销</translation>
    </message>
    <message>
        <source>Choose a kind, press Sample and click one dot of it that stands alone; then find the others. Correct by hand what is missing or wrong.</source>
        <translation>选择类型，按“样本”，点击该类型的一个单独圆点；然后查找其余圆点。遗漏或错误之处请手动修正。</translation>
    </message>
    <message>
        <source>{kind}: radius {radius:.1f} pixels</source>
        <translation>{kind}：半径 {radius:.1f} 像素</translation>
    </message>
    <message>
        <source>Samples: {samples}.</source>
        <translation>样本：{samples}。</translation>
    </message>
    <message>
        <source>No sample yet.</source>
        <translation>尚无样本。</translation>
    </message>
    <message>
        <source>All crossings</source>
        <translation>所有渡口</translation>
    </message>
    <message>
        <source>{kind}: {found}, not published</source>
        <translation>{kind}：{found}，未公布</translation>
    </message>
    <message>
        <source>{kind}: {found}, as published</source>
        <translation>{kind}：{found}，与公布一致</translation>
    </message>
    <message>
        <source>{kind}: {found}, but {published} published</source>
        <translation>{kind}：{found}，但公布为 {published}</translation>
    </message>
    <message>
        <source>Add {sites}</source>
        <translation>添加 {sites}</translation>
    </message>
    <message>
        <source>Sites from a picture…</source>
        <translation>从图片读取地点…</translation>
    </message>
    <message>
        <source>Read sites off a picture of a map: tie it to the map and find its dots</source>
        <translation>从地图图片读取地点：与地图配准并查找其圆点</translation>
    </message>
    <message>
        <source>Click the place on the map that you have just clicked on the picture. Esc ends it.</source>
        <translation>请在地图上点击刚才在图片上点击的地点。按 Esc 结束。</translation>
    </message>
    <message>
        <source>{sites} read off {file} were added</source>
        <translation>已添加从 {file} 读取的 {sites}</translation>
    </message>
    <message>
        <source>Sites from a picture of a map</source>
        <translation>从地图图片读取地点</translation>
    </message>
    <message>
        <source>The picture of a map: PNG, JPEG, GIF, TIFF, WebP or PDF</source>
        <translation>地图图片：PNG、JPEG、GIF、TIFF、WebP 或 PDF</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Tie point</source>
        <translation>控制点</translation>
    </message>
    <message>
        <source>Click a place on the picture, then on the map</source>
        <translation>先在图片上点击一处，再在地图上点击</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Click a dot of the chosen kind: dots like it can be found then</source>
        <translation>点击所选类型的一个圆点：之后可查找与其相似的圆点</translation>
    </message>
    <message>
        <source>Dot by hand</source>
        <translation>手动添加圆点</translation>
    </message>
    <message>
        <source>Each click adds a dot of the chosen kind</source>
        <translation>每次点击添加一个所选类型的圆点</translation>
    </message>
    <message>
        <source>Drag over the part of the picture in which dots are searched: the map without its legend</source>
        <translation>拖出要查找圆点的图片部分：不含图例的地图</translation>
    </message>
    <message>
        <source>Tie points</source>
        <translation>控制点</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Accuracy, m</source>
        <translation>精度（米）</translation>
    </message>
    <message>
        <source>River, m</source>
        <translation>至河流（米）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Latitude, longitude</source>
        <translation>纬度，经度</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Ticked: it is added to the survey</source>
        <translation>勾选：添加到调查中</translation>
    </message>
    <message>
        <source>The distance to the river line. Ticked: the site is put on the line, a suggestion</source>
        <translation>至河流线的距离。勾选：将地点放到河流线上（建议）</translation>
    </message>
    <message>
        <source>From the size of the dot and the residuals of the tie points</source>
        <translation>由圆点大小和控制点残差得出</translation>
    </message>
    <message>
        <source>{metres:.0f} m from {name}</source>
        <translation>距 {name} {metres:.0f} 米</translation>
    </message>
    <message>
        <source>{n} dots touch here</source>
        <translation>此处有 {n} 个圆点相接</translation>
    </message>
    <message>
        <source>clicked by hand</source>
        <translation>手动点击</translation>
    </message>
    <message>
        <source>{percent:.0f} % of its outline visible</source>
        <translation>轮廓可见 {percent:.0f} %</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Residual, m</source>
        <translation>残差（米）</translation>
    </message>
    <message>
        <source>Delete removes the selected tie points</source>
        <translation>按 Delete 删除选中的控制点</translation>
    </message>
    <message>
        <source>The CRS in which the picture is drawn. If you do not know it, choose the one with the smallest residuals; web maps are in EPSG:3857</source>
        <translation>绘制图片所用的坐标系。如不清楚，请选择残差最小的；网络地图为 EPSG:3857</translation>
    </message>
    <message>
        <source>Affine suits most maps: its residuals show a wrong tie point best</source>
        <translation>仿射适合大多数地图：其残差最能显示错误的控制点</translation>
    </message>
    <message>
        <source>Show the picture on the map</source>
        <translation>在地图上显示图片</translation>
    </message>
    <message>
        <source>Drawn in</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Click a place on the picture, then the same place on the map: three places or more, far apart. A place near a line or a point of the map is snapped to it, unless Shift is held.</source>
        <translation>先在图片上点击一处，再在地图上点击同一处：至少三处，且相距较远。靠近地图上的线或点时会捕捉到它，按住 Shift 则不捕捉。</translation>
    </message>
    <message>
        <source>The picture is placed, but no tie point is left over to check the others: the accuracy is not known. Add one more.</source>
        <translation>图片已定位，但没有多余的控制点来检验其他控制点：精度未知。请再添加一个。</translation>
    </message>
    <message>
        <source>Residuals: {rms:,.0f} m (RMS), {most:,.0f} m at most.</source>
        <translation>残差：{rms:,.0f} 米（RMS），最大 {most:,.0f} 米。</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Marks: {words}</source>
        <translation>标记：{words}</translation>
    </message>
    <message>
        <source>Observations without a day, in no column: {n}</source>
        <translation>没有日期、不在任何列中的观测：{n} 条</translation>
    </message>
    <message>
        <source>km {km}</source>
        <translation>{km} km</translation>
    </message>
    <message>
        <source>The survey has no scene of {column}, so there is nothing to record from. Choose a column with a scene.</source>
        <translation>调查中没有 {column} 的影像，因此无从记录。请选择有影像的列。</translation>
    </message>
    <message>
        <source>{column} was not on screen, so nothing was recorded. It is being shown: look at it, and press the key again.</source>
        <translation>{column} 不在屏幕上，因此未记录任何内容。正在显示：请查看后再按一次该键。</translation>
    </message>
    <message>
        <source>Click a cell, or walk with the arrow keys · F1 guide</source>
        <translation>单击单元格，或用方向键移动 · F1 指南</translation>
    </message>
    <message>
        <source>Letters record:</source>
        <translation>字母键记录：</translation>
    </message>
    <message>
        <source>Arrow keys walk · F1 guide · no scene here to record from</source>
        <translation>方向键移动 · F1 指南 · 此处没有可供记录的影像</translation>
    </message>
    <message>
        <source>No sites yet</source>
        <translation>尚无地点</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} 列</translation>
    </message>
    <message>
        <source>By scene</source>
        <translation>按影像</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>按季度</translation>
    </message>
    <message>
        <source>A column for each step of the timeline, each month or each quarter</source>
        <translation>时间轴的每一步、每月或每季度一列</translation>
    </message>
    <message>
        <source>Save matrix…</source>
        <translation>保存矩阵…</translation>
    </message>
    <message>
        <source>Save sites by dates as a table (CSV, XLSX) or a picture (PNG, SVG)</source>
        <translation>将各日期的地点状态保存为表格（CSV、XLSX）或图片（PNG、SVG）</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saving the matrix</source>
        <translation>正在保存矩阵</translation>
    </message>
    <message>
        <source>The matrix was written to {path}</source>
        <translation>矩阵已写入 {path}</translation>
    </message>
    <message>
        <source>&amp;Selected site</source>
        <translation>所选地点(&amp;S)</translation>
    </message>
    <message>
        <source>{what}. Undo reverts it.</source>
        <translation>{what}。可用撤销收回。</translation>
    </message>
    <message>
        <source>{site}: {text}</source>
        <translation>{site}：{text}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Yalu</source>
        <translation>鸭绿江</translation>
    </message>
    <message>
        <source>Days of scenes are counted in this time zone, which is shown with every day. The survey stores UTC.</source>
        <translation>按此时区计影像的日期，时区显示在每个日期旁。调查中仍保存 UTC。</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>China (UTC+8)</source>
        <translation>中国（UTC+8）</translation>
    </message>
    <message>
        <source>North Korea (UTC+9)</source>
        <translation>朝鲜（UTC+9）</translation>
    </message>
    <message>
        <source>Draw the scenes of one day and platform together, as one step</source>
        <translation>将同一日期、同一平台的影像作为一步一起绘制</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How long a scene stays on screen while scenes are played</source>
        <translation>播放时每景影像在屏幕上停留的时间</translation>
    </message>
    <message>
        <source>Steps drawn ahead of time, on either side; 0 draws none ahead</source>
        <translation>到达之前在前后两侧预先绘制的步数；0 表示不预先绘制</translation>
    </message>
    <message>
        <source>Scenes kept open besides the one on screen, and the most drawn as one step: each takes memory</source>
        <translation>除屏幕上的影像外保持打开的影像数，也是一步中最多绘制的影像数：每景都占用内存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Initials</source>
        <translation>姓名缩写(&amp;I)</translation>
    </message>
    <message>
        <source>Stepping through imagery</source>
        <translation>逐景浏览影像</translation>
    </message>
    <message>
        <source>Count &amp;days in</source>
        <translation>日期所用时区(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Play interval</source>
        <translation>播放间隔(&amp;P)</translation>
    </message>
    <message>
        <source>Steps drawn &amp;ahead</source>
        <translation>预先绘制的步数(&amp;A)</translation>
    </message>
    <message>
        <source>Scenes &amp;kept open</source>
        <translation>保持打开的影像(&amp;K)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The notation of Copy coordinates; its menus have the others, too. WGS 84</source>
        <translation>“复制坐标”所用的格式；其他格式也在其菜单中。WGS 84</translation>
    </message>
    <message>
        <source>Show km, offset and county of the cursor in the status bar</source>
        <translation>在状态栏显示光标的 km、距河线的距离和市郡</translation>
    </message>
    <message>
        <source>&amp;Copy coordinates in</source>
        <translation>复制坐标的格式(&amp;C)</translation>
    </message>
    <message>
        <source>Python's program was not found next to QGIS. Install {packages} with QGIS' own installer.</source>
        <translation>未在 QGIS 旁找到 Python 程序。请用 QGIS 自己的安装程序安装 {packages}。</translation>
    </message>
    <message>
        <source>Python's package installer pip is missing. Run “{command}”, then press Install again.</source>
        <translation>缺少 Python 的包安装程序 pip。请运行“{command}”，然后再次按“安装”。</translation>
    </message>
    <message>
        <source>{packages} could not be installed. Check the internet connection and press Install again.</source>
        <translation>无法安装 {packages}。请检查网络连接，然后再次按“安装”。</translation>
    </message>
    <message>
        <source>Installing {packages} was stopped. Press Install to start again.</source>
        <translation>{packages} 的安装已停止。按“安装”可重新开始。</translation>
    </message>
    <message>
        <source>Installing {packages}</source>
        <translation>正在安装 {packages}</translation>
    </message>
    <message>
        <source>{packages} installed</source>
        <translation>已安装 {packages}</translation>
    </message>
    <message>
        <source>Length of a stretch</source>
        <translation>河段长度</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Length of a stretch along the river, km</source>
        <translation>沿河的河段长度，km</translation>
    </message>
    <message>
        <source>How far neighbouring stretches overlap, km</source>
        <translation>相邻河段的重叠长度，km</translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source>Whole stretch</source>
        <translation>整个河段</translation>
    </message>
    <message>
        <source>The scale of the map; at 0 each stretch is seen whole</source>
        <translation>地图的比例尺；为 0 时显示整个河段</translation>
    </message>
    <message>
        <source>River level on the map</source>
        <translation>地图上河流水平放置</translation>
    </message>
    <message>
        <source>Turn the map so that each stretch runs from side to side</source>
        <translation>旋转地图，使每个河段横向贯穿画面</translation>
    </message>
    <message>
        <source>end of the patrol</source>
        <translation>巡查终点</translation>
    </message>
    <message>
        <source>km {first} to {last} · {n} of {all}</source>
        <translation>km {first} 至 {last} · 第 {n} 段，共 {all} 段</translation>
    </message>
    <message>
        <source>Of the {corridor} km of the river line this scene covers {covered}.</source>
        <translation>河流线 {corridor} km 中，此影像覆盖 {covered} km。</translation>
    </message>
    <message>
        <source>All of it was walked. Backspace: back · Esc: end</source>
        <translation>已全部走完。Backspace：返回 · Esc：结束</translation>
    </message>
    <message>
        <source>This patrol is on {scene}, which is not on screen. Show it to go on. Esc: end</source>
        <translation>此次巡查所用的 {scene} 不在屏幕上。请显示它以继续。Esc：结束</translation>
    </message>
    <message>
        <source>Space: nothing · N: not observable · click: new (V, B) · Backspace: back · Esc: end</source>
        <translation>Space：没有 · N：无法判读 · 单击：新增（V、B） · Backspace：返回 · Esc：结束</translation>
    </message>
    <message>
        <source>{n} keys came before the map was drawn: they recorded nothing</source>
        <translation>地图绘制完成前按了 {n} 次键：未记录任何内容</translation>
    </message>
    <message>
        <source>1 key came before the map was drawn: it recorded nothing</source>
        <translation>地图绘制完成前按了 1 次键：未记录任何内容</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>Walk the river in stretches on the scene on screen, and record what was searched (Esc ends)</source>
        <translation>在屏幕上的影像上逐段沿河巡查，并记录搜寻过的河段（按 Esc 结束）</translation>
    </message>
    <message>
        <source>Nothing here, next stretch</source>
        <translation>此处没有，下一河段</translation>
    </message>
    <message>
        <source>Record that the stretch was searched, and go on to the next one (Space on the map)</source>
        <translation>记录该河段已搜寻，并转到下一河段（在地图上按 Space）</translation>
    </message>
    <message>
        <source>Not observable…</source>
        <translation>无法判读…</translation>
    </message>
    <message>
        <source>Record that the stretch was not observable, and why (N on the map)</source>
        <translation>记录该河段无法判读及其原因（在地图上按 N）</translation>
    </message>
    <message>
        <source>Previous stretch</source>
        <translation>上一河段</translation>
    </message>
    <message>
        <source>Go back to the previous stretch (Backspace on the map)</source>
        <translation>返回上一河段（在地图上按 Backspace）</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Show what was searched</source>
        <translation>显示已搜寻河段</translation>
    </message>
    <message>
        <source>Draw along the river what was searched in the period, and dotted where it was not observable</source>
        <translation>沿河绘出该时段内已搜寻的河段，无法判读之处用点线</translation>
    </message>
    <message>
        <source>The period around the day on screen in which the river was searched</source>
        <translation>搜寻河流的时段：屏幕上的日期所在的时段</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>所有日期</translation>
    </message>
    <message>
        <source>From, to…</source>
        <translation>起止…</translation>
    </message>
    <message>
        <source>Copy coordinates of this point</source>
        <translation>复制此点的坐标</translation>
    </message>
    <message>
        <source>Too coarse to tell</source>
        <translation>分辨率过低，无法分辨</translation>
    </message>
    <message>
        <source>Accept this state…</source>
        <translation>接受此状态…</translation>
    </message>
    <message>
        <source>Accept this state</source>
        <translation>接受此状态</translation>
    </message>
    <message>
        <source>Work continues with this file, although entries of its record that were seen before are not in it. State why: the record will have the reason under your name.</source>
        <translation>尽管此前见过的更改记录条目不在此文件中，仍以此文件继续工作。请说明原因：原因会以您的名义写入更改记录。</translation>
    </message>
    <message>
        <source>Accepted: the record states this, and your reason.</source>
        <translation>已接受：更改记录中已写明此事及原因。</translation>
    </message>
    <message>
        <source>Changes made outside the plugin</source>
        <translation>在插件之外所作的更改</translation>
    </message>
    <message>
        <source>Why these changes are right</source>
        <translation>为何这些更改是正确的</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>QGIS' own tools or another program made these changes, and the record does not know who. Adopting them states in the record that you vouch for them; the entries stay as they are.</source>
        <translation>这些更改由 QGIS 自身工具或其他程序所作，更改记录中不知是何人所为。采纳即在更改记录中注明由您为其担保；条目本身保持不变。</translation>
    </message>
    <message>
        <source>These are the newest {n}; once they are adopted, older ones follow.</source>
        <translation>这是最新的 {n} 条；采纳之后会列出较早的。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Changes adopted: {n}</source>
        <translation>已采纳的更改：{n}</translation>
    </message>
    <message>
        <source>The coordinates in the text will be rows here. Nothing is written before you press Import.</source>
        <translation>文本中的坐标将在此显示为行。按“导入”之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>A text, a saved web page, a Word document or a PDF. Nothing is loaded from the web</source>
        <translation>文本、已保存的网页、Word 文档或 PDF。不会从网络加载任何内容</translation>
    </message>
    <message>
        <source>Who wrote the report; filled in where the text says so</source>
        <translation>报告作者；文本中有说明时自动填入</translation>
    </message>
    <message>
        <source>When the report was published, such as 2026-02-09; filled in where the text says so</source>
        <translation>报告发布日期，如 2026-02-09；文本中有说明时自动填入</translation>
    </message>
    <message>
        <source>Where the report is on the web; filled in where the text says so</source>
        <translation>报告的网址；文本中有说明时自动填入</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Paste the text of a report here, or choose a file above.</source>
        <translation>在此粘贴报告文本，或在上方选择文件。</translation>
    </message>
    <message>
        <source>The report. Coordinates are marked, with their sentence: green is good, orange is to check, grey is refused. A click on a sentence selects its row</source>
        <translation>报告。坐标及其句子有标记：绿色为良好，橙色为待检查，灰色为已拒绝。点击句子选择其行</translation>
    </message>
    <message>
        <source>Also found</source>
        <translation>其他结果</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>No site with a place has this source.</source>
        <translation>没有具有位置的地点来自此来源。</translation>
    </message>
    <message>
        <source>Yalu: sites, places, km, dates, images</source>
        <translation>Yalu：地点、地名、km、日期、影像</translation>
    </message>
    <message>
        <source>Names in any spelling, km 58.7, coordinates in any notation, 2025-07-30</source>
        <translation>任意写法的名称、km 58.7、任意格式的坐标、2025-07-30</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>至(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Days (UTC)</source>
        <translation>日期（UTC）(&amp;D)</translation>
    </message>
    <message>
        <source>Map's view</source>
        <translation>地图视图</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>起始日期晚于结束日期。</translation>
    </message>
    <message>
        <source>Write a day as 2024-02-15, or leave it empty.</source>
        <translation>请将日期写成 2024-02-15 的形式，或留空。</translation>
    </message>
    <message>
        <source>The date is</source>
        <translation>日期类型</translation>
    </message>
    <message>
        <source>What these dates are: the day the ground was pictured, the day of publication, or a day it is no younger than</source>
        <translation>这些日期的含义：拍摄地面的日期、发布的日期，或影像不晚于该日获取的日期</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>An entry of QGIS' authentication store, such as an API header. The key stays in that store: survey and project have only the entry's id</source>
        <translation>QGIS 认证存储中的条目，例如 API 请求头。密钥只保存在该存储中：调查和工程中仅有条目的 ID</translation>
    </message>
    <message>
        <source>{west:.3f}° to {east:.3f}° E, {south:.3f}° to {north:.3f}° N</source>
        <translation>东经 {west:.3f}° 至 {east:.3f}°，北纬 {south:.3f}° 至 {north:.3f}°</translation>
    </message>
    <message>
        <source>Images of this UTC day or later</source>
        <translation>该 UTC 日期或之后的影像</translation>
    </message>
    <message>
        <source>Images of this UTC day or earlier</source>
        <translation>该 UTC 日期或之前的影像</translation>
    </message>
    <message>
        <source>Search in the background; scenes go to the survey</source>
        <translation>在后台搜索；影像会添加到调查中</translation>
    </message>
    <message>
        <source>STAC…</source>
        <translation>STAC…</translation>
    </message>
    <message>
        <source>Search a STAC for images of what the map shows</source>
        <translation>在 STAC 中搜索地图所示范围的影像</translation>
    </message>
    <message>
        <source>World Imagery Wayback…</source>
        <translation>World Imagery Wayback…</translation>
    </message>
    <message>
        <source>Add the releases of Esri's World Imagery that show the map's view</source>
        <translation>添加涵盖地图视图的 Esri World Imagery 各发布版本</translation>
    </message>
    <message>
        <source>WMTS or WMS with times…</source>
        <translation>带时间的 WMTS 或 WMS…</translation>
    </message>
    <message>
        <source>Add the times of a layer of a WMTS or WMS, such as NASA GIBS</source>
        <translation>添加 WMTS 或 WMS（例如 NASA GIBS）某一图层的各个时间</translation>
    </message>
    <message>
        <source>Tile address with a date…</source>
        <translation>带日期的切片地址…</translation>
    </message>
    <message>
        <source>Add dated tiles: every month, quarter or day, or the dates of a list</source>
        <translation>添加带日期的切片：每月、每季度、每日，或列表中的日期</translation>
    </message>
    <message>
        <source>STAC catalog</source>
        <translation>STAC 目录</translation>
    </message>
    <message>
        <source>STAC catalogs (*.json *.geojson)</source>
        <translation>STAC 目录 (*.json *.geojson)</translation>
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
        <translation>STAC API，或者静态目录、集合、条目的地址或文件</translation>
    </message>
    <message>
        <source>Choose a catalog file</source>
        <translation>选择目录文件</translation>
    </message>
    <message>
        <source>Ids of collections, separated by commas; empty: all</source>
        <translation>集合的 ID，以逗号分隔；留空：全部</translation>
    </message>
    <message>
        <source>Cloud cover up to</source>
        <translation>最大云量</translation>
    </message>
    <message>
        <source>Images with more cloud are left out; those of unknown cloud cover are not</source>
        <translation>云量更多的影像会被略过；未注明云量的不略过</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Collections</source>
        <translation>集合(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;loud up to</source>
        <translation>最大云量(&amp;L)</translation>
    </message>
    <message>
        <source>World Imagery Wayback</source>
        <translation>World Imagery Wayback</translation>
    </message>
    <message>
        <source>Esri keeps every release of its World Imagery. A release is younger than its pictures, often by years: a scene gets the day of acquisition that Esri states for the middle of the view, and is marked as released where none is stated.</source>
        <translation>Esri 保留其 World Imagery 的每个发布版本。发布晚于影像的获取，往往晚数年：影像采用 Esri 就视图中心给出的获取日期；未给出时则标为发布日期。</translation>
    </message>
    <message>
        <source>Only &amp;where it changed here</source>
        <translation>仅限此处有变化的(&amp;W)</translation>
    </message>
    <message>
        <source>Only where it changed here</source>
        <translation>仅限此处有变化的</translation>
    </message>
    <message>
        <source>Leave out releases that show the same picture here as the one before</source>
        <translation>略过此处画面与前一版本相同的发布版本</translation>
    </message>
    <message>
        <source>WMTS or WMS with times</source>
        <translation>带时间的 WMTS 或 WMS</translation>
    </message>
    <message>
        <source>Listing layers</source>
        <translation>正在列出图层</translation>
    </message>
    <message>
        <source>Asking for the layers…</source>
        <translation>正在请求图层…</translation>
    </message>
    <message>
        <source>{n} layers with times, in web mercator</source>
        <translation>{n} 个带时间的 Web 墨卡托图层</translation>
    </message>
    <message>
        <source>NASA GIBS</source>
        <translation>NASA GIBS</translation>
    </message>
    <message>
        <source>The address of the capabilities of a WMTS or WMS</source>
        <translation>WMTS 或 WMS 的 capabilities 地址</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>The identifier of a layer that has a time</source>
        <translation>带时间的图层的标识符</translation>
    </message>
    <message>
        <source>L&amp;ist</source>
        <translation>列出(&amp;I)</translation>
    </message>
    <message>
        <source>List layers</source>
        <translation>列出图层</translation>
    </message>
    <message>
        <source>Ask the service for its layers with times</source>
        <translation>向服务请求其带时间的图层</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>The da&amp;te is</source>
        <translation>日期类型(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>认证(&amp;U)</translation>
    </message>
    <message>
        <source>Only &amp;with a picture here</source>
        <translation>仅限此处有画面的(&amp;W)</translation>
    </message>
    <message>
        <source>Only with a picture here</source>
        <translation>仅限此处有画面的</translation>
    </message>
    <message>
        <source>Leave out times whose tile in the middle of the view is blank; one tile is fetched for each</source>
        <translation>略过视图中心切片为空白的时间；每个时间需获取一张切片</translation>
    </message>
    <message>
        <source>Tile address with a date</source>
        <translation>带日期的切片地址</translation>
    </message>
    <message>
        <source>The tiles' address with {x}, {y} or {-y}, {z}, and the date: {yyyy}, {yy}, {mm}, {dd}, {q} for the quarter, or {date} for 2024-05-31</source>
        <translation>含 {x}、{y} 或 {-y}、{z} 和日期的切片地址。日期：{yyyy}、{yy}、{mm}、{dd}，季度用 {q}，或用 {date} 表示 2024-05-31</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Every quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>The dates of a list</source>
        <translation>列表中的日期</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>For which dates there are tiles</source>
        <translation>有切片的日期</translation>
    </message>
    <message>
        <source>Days, months or quarters: 2024-05-31, 2024-06, 2024-Q3</source>
        <translation>日、月或季度：2024-05-31、2024-06、2024-Q3</translation>
    </message>
    <message>
        <source>Deepest zoom</source>
        <translation>最大缩放级别</translation>
    </message>
    <message>
        <source>The deepest zoom for which there are tiles</source>
        <translation>有切片的最大缩放级别</translation>
    </message>
    <message>
        <source>What the scenes are called: a satellite or a mosaic</source>
        <translation>影像的名称：卫星或镶嵌图</translation>
    </message>
    <message>
        <source>Whose images they are; maps will say it</source>
        <translation>影像归谁所有；会在地图上注明</translation>
    </message>
    <message>
        <source>Under which terms they may be used</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>Scene&amp;s</source>
        <translation>影像(&amp;S)</translation>
    </message>
    <message>
        <source>Da&amp;tes</source>
        <translation>日期列表(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;he date is</source>
        <translation>日期类型(&amp;H)</translation>
    </message>
    <message>
        <source>Deepest &amp;zoom</source>
        <translation>最大缩放级别(&amp;Z)</translation>
    </message>
    <message>
        <source>Att&amp;ribution</source>
        <translation>署名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可(&amp;L)</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>已搜寻</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>no platform named</source>
        <translation>未注明平台</translation>
    </message>
    <message>
        <source>and {n} more here: zoom in</source>
        <translation>此处另有 {n} 景：请放大</translation>
    </message>
    <message>
        <source>skipped: {why}</source>
        <translation>已跳过：{why}</translation>
    </message>
    <message>
        <source>no scene on screen; {n} to step through</source>
        <translation>屏幕上没有影像；可浏览 {n} 景</translation>
    </message>
    <message>
        <source>{scene}, skipped: {why}</source>
        <translation>{scene}，已跳过：{why}</translation>
    </message>
    <message>
        <source>{scene}, {n} of {all}</source>
        <translation>{scene}，第 {n} 景，共 {all} 景</translation>
    </message>
    <message>
        <source>Click a mark to show its scene; wheel, + and - zoom, dragging moves; arrows, Home, End and the page keys step. A high mark is a clear scene, a low one cloudy, a hollow one is skipped. Below: observations and the sites known present.</source>
        <translation>单击标记可显示其影像；滚轮、+ 和 - 缩放，拖动可移动；方向键、Home、End 和翻页键逐景浏览。高标记为晴空影像，低标记为多云影像，空心标记会被跳过。下方：观测以及已知存在的地点。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>{days}: {share} of the river searched</source>
        <translation>{days}：已搜寻河流 {share}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo in the survey</source>
        <translation>在调查中撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo in the survey</source>
        <translation>在调查中重做</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Nothing to undo in the survey</source>
        <translation>调查中没有可撤销的操作</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Nothing to redo in the survey</source>
        <translation>调查中没有可重做的操作</translation>
    </message>
    <message>
        <source>{work}: an error in the plugin ended this. Nothing more is done. The details show where.</source>
        <translation>{work}：因插件中的错误而终止。不再执行任何操作。详情中说明了出错位置。</translation>
    </message>
    <message>
        <source>Decimal degrees</source>
        <translation>十进制度</translation>
    </message>
    <message>
        <source>Degrees, minutes</source>
        <translation>度、分</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>度、分、秒</translation>
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
        <translation>geo: 链接</translation>
    </message>
    <message>
        <source>Google Earth link</source>
        <translation>Google Earth 链接</translation>
    </message>
    <message>
        <source>the latest observations</source>
        <translation>最近的观测</translation>
    </message>
    <message>
        <source>The site chosen as datum is not in the survey any more. Choose another datum.</source>
        <translation>选作起算点的地点已不在调查中。请选择其他起算点。</translation>
    </message>
    <message>
        <source>The layer {layer} has no coordinate reference system. Set the CRS of the layer.</source>
        <translation>图层 {layer} 没有坐标参照系。请设置该图层的 CRS。</translation>
    </message>
    <message>
        <source>{name}, {n} vertices, on average {spacing} m apart</source>
        <translation>{name}，{n} 个顶点，平均间距 {spacing} m</translation>
    </message>
    <message>
        <source>{line}, gaps of {gap} m bridged</source>
        <translation>{line}，已连接间隙 {gap} m</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Only in A</source>
        <translation>仅在 A</translation>
    </message>
    <message>
        <source>Only in B</source>
        <translation>仅在 B</translation>
    </message>
    <message>
        <source>Crossings compared</source>
        <translation>渡河点对比</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>从 A 到 B</translation>
    </message>
    <message>
        <source>QuickOSM found no river in the map's view. Show the river on the map, or try again later.</source>
        <translation>QuickOSM 在地图视图中未找到河流。请在地图上显示河流，或稍后重试。</translation>
    </message>
    <message>
        <source>QuickOSM could not download the rivers. Try again later, or show less of the map.</source>
        <translation>QuickOSM 无法下载河流。请稍后重试，或缩小地图范围。</translation>
    </message>
    <message>
        <source>Rivers (OpenStreetMap)</source>
        <translation>河流（OpenStreetMap）</translation>
    </message>
    <message>
        <source>The lines of {layer} do not lead from the first place to the second. Click two places on connected lines.</source>
        <translation>{layer} 的线无法从第一处通到第二处。请在相连的线上单击两处。</translation>
    </message>
    <message>
        <source>The lines of {layer} cannot be traced. Check its coordinate reference system, or take a part of it.</source>
        <translation>无法追踪 {layer} 的线。请检查其坐标参照系，或只取其中一部分。</translation>
    </message>
    <message>
        <source>{layer}, traced</source>
        <translation>{layer}（已追踪）</translation>
    </message>
    <message>
        <source>{name} of layer {layer}</source>
        <translation>{name}（图层 {layer}）</translation>
    </message>
    <message>
        <source>The survey {path} holds no published claims. Fill in its table claims, or make a survey with the published data.</source>
        <translation>调查 {path} 中没有已公布的主张。请填写其 claims 表，或创建包含已公布数据的调查。</translation>
    </message>
    <message>
        <source>Only {n} sites have a picture of their image in their balloons.</source>
        <translation>只有 {n} 个地点的气球中有影像图片。</translation>
    </message>
    <message>
        <source>Images without a picture in balloons: {n}, the first {image}: {reason}</source>
        <translation>气球中没有图片的影像：{n}，第一个 {image}：{reason}</translation>
    </message>
    <message>
        <source>1 site has no place and is not in the file: GPX has only waypoints.</source>
        <translation>1 个地点没有位置，不在文件中：GPX 只有航点。</translation>
    </message>
    <message>
        <source>{n} sites have no place and are not in the file: GPX has only waypoints.</source>
        <translation>{n} 个地点没有位置，不在文件中：GPX 只有航点。</translation>
    </message>
    <message>
        <source>The matrix has a column for each month: there are too many scenes for one each.</source>
        <translation>矩阵每月一列：影像太多，无法每景一列。</translation>
    </message>
    <message>
        <source>The matrix has a column for each quarter: there are too many for months.</source>
        <translation>矩阵每季度一列：按月则列数过多。</translation>
    </message>
    <message>
        <source>There is no matrix in the export: it would be too large even by quarters.</source>
        <translation>导出内容中没有矩阵：即使按季度也过大。</translation>
    </message>
    <message>
        <source>Data of the survey (changes below are not read back)</source>
        <translation>调查数据（以下更改不会读回）</translation>
    </message>
    <message>
        <source>State on {day}</source>
        <translation>{day} 的状态</translation>
    </message>
    <message>
        <source>Latest state</source>
        <translation>最新状态</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Days (UTC)</source>
        <translation>日期 (UTC)</translation>
    </message>
    <message>
        <source>{state}: seen {days} (UTC)</source>
        <translation>{state}：{days} 所见（UTC）</translation>
    </message>
    <message>
        <source>Chainage km {km:.2f} (downstream of {datum})</source>
        <translation>里程 {km:.2f} km（自 {datum} 向下游）</translation>
    </message>
    <message>
        <source>{metres:.0f} m from the river line, {side} looking downstream</source>
        <translation>距河流线 {metres:.0f} m，面向下游：{side}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>No source: added by the survey's own analysts.</source>
        <translation>无来源：由调查的分析人员添加。</translation>
    </message>
    <message>
        <source>Not counted after {day}</source>
        <translation>{day} 之后不计</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>and {n} earlier</source>
        <translation>以及更早的 {n} 条</translation>
    </message>
    <message>
        <source>Imagery: {credit}</source>
        <translation>影像：{credit}</translation>
    </message>
    <message>
        <source>attribution not stated in its file</source>
        <translation>文件中未注明署名</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>Not known: no dated observation.</source>
        <translation>未知：没有带日期的观察。</translation>
    </message>
    <message>
        <source>Not known before {day}, the first observation. Not known is not absent.</source>
        <translation>在首次观察 {day} 之前未知。未知并非不存在。</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>No later observation.</source>
        <translation>之后没有观察。</translation>
    </message>
    <message>
        <source>States over time</source>
        <translation>随时间的状态</translation>
    </message>
    <message>
        <source>For the time slider: select this folder and clear “Sites”. A state lasts from the day on which it was seen until the next observation. Before the first one it is not known, which is not absent.</source>
        <translation>用于时间滑块：选中此文件夹并取消选中“地点”。状态从所见之日持续到下一次观察。首次观察之前为未知，并非不存在。</translation>
    </message>
    <message>
        <source>Nothing in this folder is read back on import.</source>
        <translation>导入时不会读回此文件夹中的任何内容。</translation>
    </message>
    <message>
        <source>States as of {day} (UTC): by the last dated observation up to that day.</source>
        <translation>截至 {day}（UTC）的状态：依据到该日为止最后一次带日期的观察。</translation>
    </message>
    <message>
        <source>States by the latest dated observation of each site.</source>
        <translation>状态依据每个地点最近一次带日期的观察。</translation>
    </message>
    <message>
        <source>“Not known” means that no dated observation shows the site. “Absent” means that somebody looked and it was not there.</source>
        <translation>“未知”表示没有带日期的观察显示该地点。“不存在”表示有人查看过而该处没有。</translation>
    </message>
    <message>
        <source>To change sites: rename, move, delete or add placemarks in the folder “Sites”, write notes above the line “{heading}” of a balloon, save as KMZ, and import that file into the survey.</source>
        <translation>要更改地点：在“地点”文件夹中重命名、移动、删除或添加地标，在气球的“{heading}”一行之上写备注，另存为 KMZ，再将该文件导入调查。</translation>
    </message>
    <message>
        <source>Survey “{title}”, {record}, exported {at}.</source>
        <translation>调查“{title}”，{record}，导出于 {at}。</translation>
    </message>
    <message>
        <source>County not known</source>
        <translation>县未知</translation>
    </message>
    <message>
        <source>Not seen on a dated image or report</source>
        <translation>未见于带日期的影像或报告</translation>
    </message>
    <message>
        <source>Not in the package: {document}. {reason}</source>
        <translation>不在数据包中：{document}。{reason}</translation>
    </message>
    <message>
        <source>The pages of the package could not be written ({detail}).</source>
        <translation>无法写入数据包的页面（{detail}）。</translation>
    </message>
    <message>
        <source>This image is not in the package</source>
        <translation>此影像不在数据包中</translation>
    </message>
    <message>
        <source>The package could not be written to {path}. Choose another folder with enough space.</source>
        <translation>无法将包写入 {path}。请选择另一个空间足够的文件夹。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Places: GeoNames (geonames.org), CC BY 4.0.</source>
        <translation>地名：GeoNames (geonames.org)，CC BY 4.0。</translation>
    </message>
    <message>
        <source>No site fits: nothing was exported. Choose other sites, or another filter.</source>
        <translation>没有符合的地点：未导出任何内容。请选择其他地点或其他筛选。</translation>
    </message>
    <message>
        <source>The sites could not be written to {path}. Close it elsewhere, or choose another folder with enough space.</source>
        <translation>无法将地点写入 {path}。请在别处关闭它，或选择另一个空间足够的文件夹。</translation>
    </message>
    <message>
        <source>The filter is not an expression that QGIS understands: {problem}</source>
        <translation>筛选不是 QGIS 能理解的表达式：{problem}</translation>
    </message>
    <message>
        <source>Sites have no column “{column}”. The filter may use: {columns}</source>
        <translation>地点没有“{column}”列。筛选可使用：{columns}</translation>
    </message>
    <message>
        <source>{scene} has no picture of this place.</source>
        <translation>{scene} 没有此处的画面。</translation>
    </message>
    <message>
        <source>its name may have a time zone, {zone}, that was not applied</source>
        <translation>其名称中可能有未予应用的时区 {zone}</translation>
    </message>
    <message>
        <source>the file was written, the picture taken then or before</source>
        <translation>文件写入于此时，影像在此时或之前拍摄</translation>
    </message>
    <message>
        <source>in EXIF without a camera: taken, scanned, copied or edited then</source>
        <translation>出自未注明相机的 EXIF：在此时拍摄、扫描、复制或编辑</translation>
    </message>
    <message>
        <source>Date in {place}: {days} ({kind})</source>
        <translation>{place}中的日期：{days}（{kind}）</translation>
    </message>
    <message>
        <source>The image {path} is damaged or not a raster. Copy or download it again.</source>
        <translation>影像 {path} 已损坏或不是栅格。请重新复制或下载。</translation>
    </message>
    <message>
        <source>The image {path} was not opened: {format} is not read here. Export it as GeoTIFF.</source>
        <translation>未打开影像 {path}：此处不读取 {format}。请将其导出为 GeoTIFF。</translation>
    </message>
    <message>
        <source>The image {path} was not opened: this QGIS has no {format} driver. Export it as GeoTIFF.</source>
        <translation>未打开影像 {path}：此 QGIS 没有 {format} 驱动程序。请将其导出为 GeoTIFF。</translation>
    </message>
    <message>
        <source>{path} is an archive that cannot be read here. Unpack it, or pack it as ZIP.</source>
        <translation>{path} 是不会查看其内容的压缩包。请将其解压，或打包为 ZIP。</translation>
    </message>
    <message>
        <source>The scene cannot be placed on the map. Choose another coordinate reference system for it.</source>
        <translation>无法将影像放到地图上。请为其选择其他坐标参照系。</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another folder, or move the pictures away.</source>
        <translation>{path} 已存在。请选择其他文件夹，或将图片移走。</translation>
    </message>
    <message>
        <source>The picture {path} could not be written. Choose a writable folder with enough space.</source>
        <translation>无法写入图片 {path}。请选择有可用空间且您可写入的文件夹。</translation>
    </message>
    <message>
        <source>{scene} opens, but could not be drawn. Check the image or its server.</source>
        <translation>{scene} 可以打开，但无法绘制。请检查该影像或其服务器。</translation>
    </message>
    <message>
        <source>Could not be shown: {names}</source>
        <translation>无法显示：{names}</translation>
    </message>
    <message>
        <source>No picture of this date is available here</source>
        <translation>此处无法取得该日期的影像</translation>
    </message>
    <message>
        <source>The image {path} is not placed on the ground ({detail}). Give it a CRS and a position.</source>
        <translation>影像 {path} 没有地面定位（{detail}）。请为其指定 CRS 和位置。</translation>
    </message>
    <message>
        <source>The image {path} is not placed on the ground: it has no CRS. Give the one it is in.</source>
        <translation>影像 {path} 没有地面定位：它没有 CRS。请指定其所采用的 CRS。</translation>
    </message>
    <message>
        <source>The image {path} is placed by its camera model at one height ({height} m): in mountains it is off by up to hundreds of metres. Use an orthorectified one to measure.</source>
        <translation>影像 {path} 由其相机模型按单一高程（{height} m）定位：在山区偏差可达数百米。测量时请使用经正射校正的影像。</translation>
    </message>
    <message>
        <source>This CRS has no code. Choose one of an authority, such as EPSG:32652.</source>
        <translation>此 CRS 没有代码。请选择由权威机构定义的 CRS，例如 EPSG:32652。</translation>
    </message>
    <message>
        <source>{path} is too large to be searched for ground overlays. Split it.</source>
        <translation>{path} 过大，无法在其中查找地面叠加层。请将其拆分。</translation>
    </message>
    <message>
        <source>The ground overlay "{name}" in {path} is not placed ({detail}). Save it again.</source>
        <translation>{path} 中的地面叠加层“{name}”没有定位（{detail}）。请重新保存。</translation>
    </message>
    <message>
        <source>The ground overlay "{name}" in {path} was left out. {reason}</source>
        <translation>{path} 中的地面叠加层“{name}”已略过。{reason}</translation>
    </message>
    <message>
        <source>it is a tile of a super-overlay</source>
        <translation>它是超级叠加层的一个切片</translation>
    </message>
    <message>
        <source>it has no LatLonBox</source>
        <translation>没有 LatLonBox</translation>
    </message>
    <message>
        <source>it is rotated</source>
        <translation>已旋转</translation>
    </message>
    <message>
        <source>its LatLonQuad does not have four corners</source>
        <translation>其 LatLonQuad 的角点不是四个</translation>
    </message>
    <message>
        <source>its corners are not places on Earth</source>
        <translation>其角点不是地球上的位置</translation>
    </message>
    <message>
        <source>{path} holds images of {count} times. Split it into one file for each.</source>
        <translation>{path} 含有 {count} 个时间的影像。请将其拆分，每个时间一个文件。</translation>
    </message>
    <message>
        <source>The image {path} was not opened, because it reaches out of its folder: {source}.</source>
        <translation>未打开影像 {path}，因为它指向其文件夹之外：{source}。</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened: QGIS reads {part} in its name as an instruction. Rename it or its folder.</source>
        <translation>无法打开影像 {path}：QGIS 将其名称中的 {part} 读作指令。请重命名该影像或其文件夹。</translation>
    </message>
    <message>
        <source>The image {path} is gone. Put it back, or catalogue its folder where it is now.</source>
        <translation>影像 {path} 已不在原处。请放回原处，或对其现在所在的文件夹进行编目。</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters ({names}). Save the one to look at as a GeoTIFF.</source>
        <translation>{path} 含有 {count} 个栅格（{names}）。请将要查看的栅格保存为 GeoTIFF。</translation>
    </message>
    <message>
        <source>it has no CRS</source>
        <translation>没有 CRS</translation>
    </message>
    <message>
        <source>it has no position</source>
        <translation>没有位置</translation>
    </message>
    <message>
        <source>its CRS cannot be transformed to EPSG:4326</source>
        <translation>其 CRS 无法转换到 EPSG:4326</translation>
    </message>
    <message>
        <source>its corners lie outside its CRS</source>
        <translation>其角点超出 CRS 的范围</translation>
    </message>
    <message>
        <source>The image {path} claims {columns} x {rows} pixels and {bands} bands, too much to read in pieces. Save it again as tiled GeoTIFF.</source>
        <translation>影像 {path} 声称有 {columns} x {rows} 像素和 {bands} 个波段，过大而无法分块读取。请重新保存为分块（tiled）GeoTIFF。</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened ({detail}). Check the connection, then try again.</source>
        <translation>无法打开影像 {path}（{detail}）。请检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>The image {path} cannot be opened without a login or permission at {host} ({detail}). Download it there, or search another catalog.</source>
        <translation>没有 {host} 的登录或权限，无法打开影像 {path}（{detail}）。请在该处下载，或搜索其他目录。</translation>
    </message>
    <message>
        <source>{host} refuses the image {path} even with a new signature ({detail}). Try again later.</source>
        <translation>影像 {path} 已重新签名，但 {host} 仍然拒绝（{detail}）。请稍后再试。</translation>
    </message>
    <message>
        <source>it answers with a web page</source>
        <translation>应答的是网页</translation>
    </message>
    <message>
        <source>Opening {scene}</source>
        <translation>正在打开 {scene}</translation>
    </message>
    <message>
        <source>Left out of what is shown of this day: {paths}. Put it back, or copy it again.</source>
        <translation>这一天的显示中略去了：{paths}。请放回原处，或重新复制。</translation>
    </message>
    <message>
        <source>The file {path} is damaged. Copy or download it again.</source>
        <translation>文件 {path} 已损坏。请重新复制或下载。</translation>
    </message>
    <message>
        <source>The image {path} was not opened, because it runs code (its pixel function), and code of a file is not run here. Have its maker send a GeoTIFF of it.</source>
        <translation>影像 {path} 会运行代码（其像素函数），因此未打开；此处不运行文件中的代码。请让制作者提供其 GeoTIFF。</translation>
    </message>
    <message>
        <source>The image {path} is put together from {source}, which is gone. Put that back.</source>
        <translation>影像 {path} 由 {source} 拼成，而后者已不在原处。请将其放回。</translation>
    </message>
    <message>
        <source>The image {path} was not opened, because it is put together from {source}, which cannot be used itself. Repair or replace it.</source>
        <translation>未打开影像 {path}：它由 {source} 拼成，而后者本身无法使用。请修复或替换后者。</translation>
    </message>
    <message>
        <source>The image {path} is put together from itself, through {source}. Create it again.</source>
        <translation>影像 {path} 经由 {source} 由其自身拼成。请重新制作。</translation>
    </message>
    <message>
        <source>The image {path} is put together from too many images. Make one GeoTIFF of it.</source>
        <translation>影像 {path} 由过多的影像拼成。请将其制成一个 GeoTIFF。</translation>
    </message>
    <message>
        <source>data in another file</source>
        <translation>另一文件中的数据</translation>
    </message>
    <message>
        <source>{gsd:g} m a pixel</source>
        <translation>每像素 {gsd:g} m</translation>
    </message>
    <message>
        <source>Source: {source}. Licence: {licence}</source>
        <translation>来源：{source}。许可：{licence}</translation>
    </message>
    <message>
        <source>Image {name}, id {id}</source>
        <translation>影像 {name}，ID {id}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Report as of {day} (UTC)</source>
        <translation>报告，截至 {day}（UTC）</translation>
    </message>
    <message>
        <source>States, observations and which sites count are as of that day; sites, their positions and published figures as the survey has them now.</source>
        <translation>状态、观测以及计入哪些地点均截至当日；地点及其位置和公布的数字以调查目前的内容为准。</translation>
    </message>
    <message>
        <source>By lot and class</source>
        <translation>按计数区和类别</translation>
    </message>
    <message>
        <source>Image: {image} ({kind})</source>
        <translation>影像：{image}（{kind}）</translation>
    </message>
    <message>
        <source>Counts in progress, not in the table: {lots}</source>
        <translation>进行中、未列入表的计数：{lots}</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>计数区</translation>
    </message>
    <message>
        <source>Share of the area shown</source>
        <translation>显示的计数区比例</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>俄罗斯</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Export overview map</source>
        <translation>导出总览图</translation>
    </message>
    <message>
        <source>Creates the overview map of a survey: every located crossing, the barge reach boxed and enlarged, legend, scale bar, north arrow, coordinate grid, sources, dates and licences on one sheet. If there are many sites it shows their numbers; dense reaches and the key are on further pages. The survey's scene of the date, if it has one, is shown beneath the map.</source>
        <translation>制作调查的总览图：在一张图上包含所有已定位的渡河点、加框并放大的驳船河段、图例、比例尺、指北针、坐标格网、来源、日期和许可。地点较多时以编号代替名称，密集河段和编号表置于后续页面。若调查中有当日影像，则衬于其下。</translation>
    </message>
    <message>
        <source>Export strip map</source>
        <translation>导出带状图</translation>
    </message>
    <message>
        <source>Cuts the river from the first crossing to the last into panels that overlap, each turned along its reach, with match lines, chainage, sites and places. Without a scale, the largest round one at which the panels fit on the given number of pages. If there are many sites it shows their numbers; a further page has the key.</source>
        <translation>将第一处至最后一处渡河点之间的河流切分为相互重叠的图幅，每幅按其河段旋转，并标注接图线、里程、地点和地名。未指定比例尺时，采用能容纳于给定页数的最大整数比例尺。地点较多时以编号代替名称，另有一页编号表。</translation>
    </message>
    <message>
        <source>Export site sheets</source>
        <translation>导出地点单页</translation>
    </message>
    <message>
        <source>Creates a page for each located site: an image from before and one that shows its state, with dates, kinds of date and sources, its location, its coordinates (degrees, minutes and seconds, MGRS), chainage and neighbours along the river, county, observations so far and sources.</source>
        <translation>为每个已定位的地点制作一页：一幅此前的影像和一幅显示其状态的影像，注明日期、日期类型和来源；并包含所在位置、坐标（度分秒、MGRS）、里程和沿河相邻点、所属市郡、至今的观测以及来源。</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Creates one document with contents and page numbers: the overview map, the strip map, the crossings along the river as a chart and a table, crossings per quarter next to the published figures, sites by dates, and a sheet for each site. Chapters can be left out: the sheets of hundreds of sites take minutes.</source>
        <translation>制作一份带目录和页码的文档：总览图、带状图、沿河渡河点的图表和表格、各季度渡河点数与已公布数字的对照、各日期的地点状态，以及每个地点的单页。可以略去部分章节：数百个地点的单页需要几分钟。</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>导出已取消。未写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written to {path}. Choose another folder or file, and check free space.</source>
        <translation>未向 {path} 写入任何内容。请选择其他文件夹或文件，并检查可用空间。</translation>
    </message>
    <message>
        <source>{path} has no file extension that states its format. Name it .pdf, .png or .svg.</source>
        <translation>{path} 的扩展名未说明其格式。请使用 .pdf、.png 或 .svg。</translation>
    </message>
    <message>
        <source>The folder {path} already exists. Choose another name: each page becomes a file in it.</source>
        <translation>文件夹 {path} 已存在。请另选名称：每页会成为其中的一个文件。</translation>
    </message>
    <message>
        <source>Gap along, km</source>
        <translation>沿河间距, km</translation>
    </message>
    <message>
        <source>Crossings in order downstream, {first} to {last} of {count}</source>
        <translation>按下游顺序排列的渡河点，共 {count} 处，第 {first} 至 {last} 处</translation>
    </message>
    <message>
        <source>No crossing within 5 km of the river line</source>
        <translation>河流线 5 km 以内没有渡河点</translation>
    </message>
    <message>
        <source>Crossings measured along the river: {count}; first seen within known dates: {seen}</source>
        <translation>沿河测量的渡河点：{count}；首次发现日期已知的：{seen}</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>相符的理解</translation>
    </message>
    <message>
        <source>Published and measured</source>
        <translation>公布与测量</translation>
    </message>
    <message>
        <source>Published claims with counts or distances to compare: {count} of {all}</source>
        <translation>有数量或距离可供比较的已公布主张：{all} 项中的 {count} 项</translation>
    </message>
    <message>
        <source>No published claims in this survey</source>
        <translation>本调查中没有已公布的主张</translation>
    </message>
    <message>
        <source>As of {day}; chainage in km downstream of {datum}</source>
        <translation>截至 {day}；里程为自 {datum} 向下游的 km</translation>
    </message>
    <message>
        <source>Located: {located}. Not measured, being farther than 5 km from the river line: {count} ({names})</source>
        <translation>已定位：{located}。距河流线超过 5 km，未测量：{count}（{names}）</translation>
    </message>
    <message>
        <source>Crossings measured: {count}; distances need at least two</source>
        <translation>测得的渡河点：{count}；两处以上才有距离</translation>
    </message>
    <message>
        <source>{count} crossings: {along:.1f} km along the river, {straight:.1f} km straight, times {sinuosity}</source>
        <translation>{count} 处渡河点：沿河 {along:.1f} km，直线 {straight:.1f} km，比值 {sinuosity}</translation>
    </message>
    <message>
        <source>Key to the numbers</source>
        <translation>编号表</translation>
    </message>
    <message>
        <source>Dense reaches</source>
        <translation>密集河段</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>The survey has no crossing to show. Import sites or add one, then make the map.</source>
        <translation>调查中没有可显示的渡河点。请先导入或添加地点，再制作地图。</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}（{count}）</translation>
    </message>
    <message>
        <source>{n} of {all} sites are not drawn: none of them was observed from {first} to {last}.</source>
        <translation>{all} 个地点中有 {n} 个未绘制：自 {first} 至 {last} 对其没有观测。</translation>
    </message>
    <message>
        <source>A cell says only what was observed in its column; white: not inspected. Days are UTC.</source>
        <translation>单元格只表示该列时段内观测到的内容；白色：无人查看。日期均为 UTC。</translation>
    </message>
    <message>
        <source>Lines to true places</source>
        <translation>指向真实位置的线</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>km {first:.1f} to km {last:.1f}</source>
        <translation>{first:.1f} km 至 {last:.1f} km</translation>
    </message>
    <message>
        <source>No. {numbers}</source>
        <translation>编号 {numbers}</translation>
    </message>
    <message>
        <source>{count} sites from No. {first} to {last}</source>
        <translation>编号 {first} 至 {last}，共 {count} 个地点</translation>
    </message>
    <message>
        <source>The page of the template {path} cuts off or leaves out {count} of its items ({ids}). Make the page larger, or move them onto it, in QGIS' layout window.</source>
        <translation>模板 {path} 的页面截断或遗漏了 {count} 个项目（{ids}）。请在 QGIS 布局窗口中放大页面，或将这些项目移到页面内。</translation>
    </message>
    <message>
        <source>The template {path} has no item with the id {ids}. Add it in QGIS' layout window.</source>
        <translation>模板 {path} 中没有 ID 为 {ids} 的项目。请在 QGIS 布局窗口中添加。</translation>
    </message>
    <message>
        <source>There is no picture {path}. Choose the logo's file, or leave it empty.</source>
        <translation>图片 {path} 不存在。请选择徽标文件，或留空。</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Enlarged reaches</source>
        <translation>放大的河段</translation>
    </message>
    <message>
        <source>The report would have no page: none of its chapters is chosen, or no site has a sheet. Choose more.</source>
        <translation>报告将没有任何页面：未选择任何章节，或没有地点有单页。请多选一些。</translation>
    </message>
    <message>
        <source>River lines (sources: see the licences)</source>
        <translation>河流线（归属见许可）</translation>
    </message>
    <message>
        <source>River line: the border in OpenStreetMap where it follows the river, a proxy for the centreline (50-150 m sideways).</source>
        <translation>河流线：OpenStreetMap 边界线中沿河的部分，近似河道中心线（横向偏差 50～150 m）。</translation>
    </message>
    <message>
        <source>© OpenStreetMap contributors, ODbL 1.0.</source>
        <translation>© OpenStreetMap 贡献者，ODbL 1.0。</translation>
    </message>
    <message>
        <source>River line {name}: {credit}.</source>
        <translation>河流线 {name}：{credit}。</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>source and licence not stated</source>
        <translation>来源和许可未注明</translation>
    </message>
    <message>
        <source>Observations on the sheets</source>
        <translation>单页上的观测</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>No earlier image in the survey covers this site</source>
        <translation>调查中没有覆盖此地点的更早影像</translation>
    </message>
    <message>
        <source>No image in the survey covers this site</source>
        <translation>调查中没有覆盖此地点的影像</translation>
    </message>
    <message>
        <source>The survey's images of this site are undated or later than the day shown</source>
        <translation>调查中此地点的影像没有日期，或晚于所示日期</translation>
    </message>
    <message>
        <source>Image {name} of {days} has no data at this site</source>
        <translation>{days} 的影像 {name} 在此地点没有数据</translation>
    </message>
    <message>
        <source>kind not stated</source>
        <translation>类型未注明</translation>
    </message>
    <message>
        <source>state on {day}: {state}</source>
        <translation>{day} 的状态：{state}</translation>
    </message>
    <message>
        <source>seen {days}</source>
        <translation>观测于 {days}</translation>
    </message>
    <message>
        <source>retired on {day}</source>
        <translation>于 {day} 停用</translation>
    </message>
    <message>
        <source>Not measured: {why}</source>
        <translation>未测量：{why}</translation>
    </message>
    <message>
        <source>Retired: not measured with those that count.</source>
        <translation>已停止计入：不与计入的地点一同测量。</translation>
    </message>
    <message>
        <source>Not a crossing: no chainage.</source>
        <translation>不是渡河点：没有里程。</translation>
    </message>
    <message>
        <source>Farther than 5 km from the river line: no chainage.</source>
        <translation>距河流线超过 5 km：没有里程。</translation>
    </message>
    <message>
        <source>County: not known</source>
        <translation>市郡：未知</translation>
    </message>
    <message>
        <source>County: {county} (according to the site's source)</source>
        <translation>市郡：{county}（依地点的来源）</translation>
    </message>
    <message>
        <source>County: {county} (by river reach)</source>
        <translation>市郡：{county}（按河段）</translation>
    </message>
    <message>
        <source>County: {county}, uncertain (within 2 km of a border between counties)</source>
        <translation>市郡：{county}，不确定（距市郡分界 2 km 以内）</translation>
    </message>
    <message>
        <source>image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>{heading}: {name}, {along:.2f} km along the river, {straight:.2f} km straight</source>
        <translation>{heading}：{name}，沿河 {along:.2f} km，直线 {straight:.2f} km</translation>
    </message>
    <message>
        <source>The survey has no site with a position. Import sites or add one, then make the sheets.</source>
        <translation>调查中没有带位置的地点。请先导入或添加地点，再制作单页。</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Observations up to {day}, the latest first</source>
        <translation>截至 {day} 的观测，最近的在前</translation>
    </message>
    <message>
        <source>UTM zone of the site</source>
        <translation>地点的 UTM 分带</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>No observation up to this day</source>
        <translation>截至当日没有观测</translation>
    </message>
    <message>
        <source>Irregular crossings of the Yalu (Amnok) 압록강 鸭绿江</source>
        <translation>鸭绿江（압록강）的非正规渡河点</translation>
    </message>
    <message>
        <source>1 crossing lies outside this map: {names}</source>
        <translation>1 处渡河点位于本图之外：{names}</translation>
    </message>
    <message>
        <source>{n} crossings lie outside this map: {names}</source>
        <translation>{n} 处渡河点位于本图之外：{names}</translation>
    </message>
    <message>
        <source>Without names: {n} sites lie on this map.</source>
        <translation>不标名称：本图上有 {n} 个地点。</translation>
    </message>
    <message>
        <source>Numbers: as in the key and on the site sheets. A line leads from a displaced symbol to its true place.</source>
        <translation>编号：与编号表和地点页一致。移到旁边的符号有线指向其真实位置。</translation>
    </message>
    <message>
        <source>Names are left out where there is no room; the table and sheets have all.</source>
        <translation>位置不够处省略名称；表格和地点单页中列有全部名称。</translation>
    </message>
    <message>
        <source>Sites without a source: added by the survey's own analysts.</source>
        <translation>无来源的地点：由调查的分析人员添加。</translation>
    </message>
    <message>
        <source>Data and licences</source>
        <translation>数据与许可</translation>
    </message>
    <message>
        <source>Survey "{title}", last changed {day}</source>
        <translation>调查“{title}”，最后修改于 {day}</translation>
    </message>
    <message>
        <source>Coordinates WGS 84; projection {crs}.</source>
        <translation>坐标 WGS 84；投影 {crs}。</translation>
    </message>
    <message>
        <source>Sites as of {day} UTC: the last dated observation up to that day</source>
        <translation>截至 {day} UTC 的地点：到当日为止最后一次有日期的观测</translation>
    </message>
    <message>
        <source>Sites as of {day} UTC, the survey's latest dated observation</source>
        <translation>截至 {day} UTC 的地点：调查中最近一次有日期的观测</translation>
    </message>
    <message>
        <source>Sites as of today, {day} UTC: no observation is dated</source>
        <translation>截至今日 {day} UTC 的地点：没有带日期的观测</translation>
    </message>
    <message>
        <source>Crossings located: {count} ({vehicles} vehicle, {barges} barge)</source>
        <translation>已定位的渡河点：{count} 处（车辆 {vehicles}，驳船 {barges}）</translation>
    </message>
    <message>
        <source>Crossings located: {count} ({vehicles} vehicle, {barges} barge: in the yellow box, enlarged below)</source>
        <translation>已定位的渡河点：{count} 处（车辆 {vehicles}，驳船 {barges}：位于黄框内，下方放大）</translation>
    </message>
    <message>
        <source>Crossings located: {count} ({vehicles} vehicle, {barges} barge, of which {boxed} in the yellow box, enlarged below)</source>
        <translation>已定位的渡河点：{count} 处（车辆 {vehicles}，驳船 {barges}，其中 {boxed} 处位于黄框内，下方放大）</translation>
    </message>
    <message>
        <source>; retired before that day, not shown: {n}</source>
        <translation>；在该日期之前已停止计入，未显示：{n} 处</translation>
    </message>
    <message>
        <source>No imagery shown</source>
        <translation>未显示影像</translation>
    </message>
    <message>
        <source>, SYNTHETIC</source>
        <translation>，合成（SYNTHETIC）</translation>
    </message>
    <message>
        <source>Imagery {what} ({kind}{mark}), {name}</source>
        <translation>影像 {what}（{kind}{mark}），{name}</translation>
    </message>
    <message>
        <source>{kind}, but {against}</source>
        <translation>{kind}，但与 {against} 不符</translation>
    </message>
    <message>
        <source>Index of the pages</source>
        <translation>页面索引</translation>
    </message>
    <message>
        <source>Chainage (km)</source>
        <translation>里程（km）</translation>
    </message>
    <message>
        <source>Match line</source>
        <translation>接图线</translation>
    </message>
    <message>
        <source>The poster would be {metres} m long, and a page may have {most} m. Choose a smaller scale or larger paper.</source>
        <translation>海报将长达 {metres} m，而页面最长为 {most} m。请选择更小的比例尺或更大的纸张。</translation>
    </message>
    <message>
        <source>The template's panels are not one above the other. Use the plugin's own template for a poster.</source>
        <translation>模板中的图幅不是上下排列的。制作海报请使用插件自带模板。</translation>
    </message>
    <message>
        <source>Strip map 1:{scale}, each panel turned along the river; chainage in km downstream of {datum} along {line}</source>
        <translation>带状图 1:{scale}，每幅沿河旋转；里程：沿 {line}，自 {datum} 向下游的 km</translation>
    </message>
    <message>
        <source>Off this map (too far from the line or past its ends): {count}</source>
        <translation>不在本图上的地点（离河流线太远或超出其两端）：{count}</translation>
    </message>
    <message>
        <source>Panel {number} of {total}</source>
        <translation>第 {number} 幅，共 {total} 幅</translation>
    </message>
    <message>
        <source>at match line {name} from panel {number}</source>
        <translation>接图线 {name}：承接第 {number} 幅</translation>
    </message>
    <message>
        <source>at match line {name} on to panel {number}</source>
        <translation>接图线 {name}：续接第 {number} 幅</translation>
    </message>
    <message>
        <source>{path} is not a layout template. Choose a .qpt file saved from a QGIS print layout.</source>
        <translation>{path} 不是布局模板。请选择由 QGIS 打印布局保存的 .qpt 文件。</translation>
    </message>
    <message>
        <source>{path} is too large or too deeply nested for a layout template, or declares entities. Choose a .qpt file saved from a QGIS print layout.</source>
        <translation>{path} 作为布局模板过大或嵌套过深，或者声明了实体。请选择由 QGIS 打印布局保存的 .qpt 文件。</translation>
    </message>
    <message>
        <source>A template contains code of its author: its expressions are evaluated and its texts printed. Use {name} only if you know where it comes from.</source>
        <translation>模板是其制作者编写的代码：其中的表达式会被求值，文字会被打印。请仅在知道 {name} 的来源时使用。</translation>
    </message>
    <message>
        <source>pictures and symbols from addresses, or from files outside its folder: {n}</source>
        <translation>来自网络地址或其文件夹之外文件的图片和符号：{n}</translation>
    </message>
    <message>
        <source>HTML: {n}</source>
        <translation>HTML：{n}</translation>
    </message>
    <message>
        <source>expressions that read files or make expressions: {n}</source>
        <translation>读取文件或生成表达式的表达式：{n}</translation>
    </message>
    <message>
        <source>Removed from it: {what}.</source>
        <translation>其中已略去：{what}。</translation>
    </message>
    <message>
        <source>SYNTHETIC IMAGERY</source>
        <translation>合成影像（SYNTHETIC）</translation>
    </message>
    <message>
        <source>SOURCE NOT STATED</source>
        <translation>来源未注明</translation>
    </message>
    <message>
        <source>The picture {path} is not there. Choose another file.</source>
        <translation>图片 {path} 不存在。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} has {pages} pages, and no page {page}.</source>
        <translation>{path} 有 {pages} 页，没有第 {page} 页。</translation>
    </message>
    <message>
        <source>{path} is no picture in colours or greys of 8 or 16 bits. Save it as PNG first.</source>
        <translation>{path} 不是 8 位或 16 位的彩色或灰度图片。请先另存为 PNG。</translation>
    </message>
    <message>
        <source>{path} is of the format {format}. Save the map as PNG, JPEG, TIFF or PDF first.</source>
        <translation>{path} 的格式为 {format}。请先将地图另存为 PNG、JPEG、TIFF 或 PDF。</translation>
    </message>
    <message>
        <source>The picture cannot be drawn on the map with these tie points. Check them.</source>
        <translation>用这些控制点无法将图片绘制到地图上。请检查控制点。</translation>
    </message>
    <message>
        <source>Read off the picture {file}: {report}</source>
        <translation>从图片 {file} 读取：{report}</translation>
    </message>
    <message>
        <source>Read off the picture {file} at pixel {column:.1f}, {row:.1f}: {transformation}, {n} tie points, RMS residual {rms:.0f} m, SHA-256 {sha256}.</source>
        <translation>从图片 {file} 的像素 {column:.1f}, {row:.1f} 处读取：{transformation}，{n} 个控制点，RMS 残差 {rms:.0f} 米，SHA-256 {sha256}。</translation>
    </message>
    <message>
        <source>Page {page}.</source>
        <translation>第 {page} 页。</translation>
    </message>
    <message>
        <source>The accuracy is not known: no tie point was left over to check the others.</source>
        <translation>精度未知：没有多余的控制点来检验其他控制点。</translation>
    </message>
    <message>
        <source>{n} dots touch here.</source>
        <translation>此处有 {n} 个圆点相接。</translation>
    </message>
    <message>
        <source>Moved {metres:.0f} m to the river line.</source>
        <translation>已移动 {metres:.0f} 米至河流线。</translation>
    </message>
    <message>
        <source>{period} (UTC)</source>
        <translation>{period}（UTC）</translation>
    </message>
    <message>
        <source>{days}: recorded without a scene of those days</source>
        <translation>{days}：记录时没有这些日期的影像</translation>
    </message>
    <message>
        <source>on or before {day} UTC</source>
        <translation>{day} UTC 或之前</translation>
    </message>
    <message>
        <source>{day} UTC</source>
        <translation>{day} UTC</translation>
    </message>
    <message>
        <source>{first} to {last} UTC</source>
        <translation>{first} 至 {last} UTC</translation>
    </message>
    <message>
        <source>Contradictory: {states}</source>
        <translation>相互矛盾：{states}</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>，随后 </translation>
    </message>
    <message>
        <source>Inspected, not observable</source>
        <translation>已查看，但无法判读</translation>
    </message>
    <message>
        <source>Some day of a longer period: {states}</source>
        <translation>较长时段中的某一天：{states}</translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation>无人查看</translation>
    </message>
    <message>
        <source>One, then the other</source>
        <translation>先后两种状态</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>相互矛盾</translation>
    </message>
    <message>
        <source>Some day of a longer period</source>
        <translation>较长时段中的某一天</translation>
    </message>
    <message>
        <source>{host} cannot be found. Check the address and the connection.</source>
        <translation>找不到 {host}。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>The connection to {host} failed ({detail}). Check the address, then try again.</source>
        <translation>连接 {host} 失败（{detail}）。请检查地址，然后重试。</translation>
    </message>
    <message>
        <source>{host} did not answer in time. Try again later, or set a longer timeout in QGIS' options.</source>
        <translation>{host} 未及时响应。请稍后重试，或在 QGIS 选项中延长超时时间。</translation>
    </message>
    <message>
        <source>{host} is busy and takes no more requests now. Try again in {seconds} seconds.</source>
        <translation>{host} 繁忙，目前不再接受请求。请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>{host} failed (HTTP {status}). The fault is on its side: try again later.</source>
        <translation>{host} 出错（HTTP {status}）。问题在服务器一方：请稍后重试。</translation>
    </message>
    <message>
        <source>{host} refused the request (HTTP {status}). Check the address, collections and access.</source>
        <translation>{host} 拒绝了请求（HTTP {status}）。请检查地址、集合和访问权限。</translation>
    </message>
    <message>
        <source>{host} redirects every request in a circle. Check the address.</source>
        <translation>{host} 对请求循环重定向。请检查地址。</translation>
    </message>
    <message>
        <source>{host} sent more than {megabytes} MB in one answer, which was refused. Ask for less.</source>
        <translation>{host} 的一次应答超过 {megabytes} MB，已拒绝接收。请减少请求的内容。</translation>
    </message>
    <message>
        <source>{address} does not answer with JSON as it should ({detail}). Check the address.</source>
        <translation>{address} 未按预期以 JSON 应答（{detail}）。请检查地址。</translation>
    </message>
    <message>
        <source>QGIS' authentication "{authcfg}" cannot be used for {host}. Choose another one, or unlock the authentication database.</source>
        <translation>QGIS 认证“{authcfg}”无法用于 {host}。请选择其他认证，或解锁认证数据库。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>State on the date</source>
        <translation>当日状态</translation>
    </message>
    <message>
        <source>Crossings and sites</source>
        <translation>渡河点及相关地点</translation>
    </message>
    <message>
        <source>Areas of counting</source>
        <translation>计数区</translation>
    </message>
    <message>
        <source>Image footprints</source>
        <translation>影像覆盖范围</translation>
    </message>
    <message>
        <source>Stretches searched</source>
        <translation>已搜寻河段</translation>
    </message>
    <message>
        <source>Value lists</source>
        <translation>列表中的词语</translation>
    </message>
    <message>
        <source>Places (GeoNames)</source>
        <translation>地名（GeoNames）</translation>
    </message>
    <message>
        <source>{address} lies outside the folder of the catalog and was not opened. Move the catalog to a folder that holds all of it, or add the images by themselves.</source>
        <translation>{address} 位于目录（catalog）的文件夹之外，未打开。请把目录移到包含全部内容的文件夹，或单独添加影像。</translation>
    </message>
    <message>
        <source>This area cannot be found on the earth. Zoom to where you want images, then search again.</source>
        <translation>在地球上找不到此区域。请缩放到需要影像的位置，然后重新搜索。</translation>
    </message>
    <message>
        <source>There are no images at "{source}". Give a folder, a file list, a STAC or tile address.</source>
        <translation>“{source}”处没有影像。请给出文件夹、文件列表、STAC 地址或切片地址。</translation>
    </message>
    <message>
        <source>{address} is not a STAC API, catalog or item. Check the address.</source>
        <translation>{address} 不是 STAC API、目录或条目。请检查地址。</translation>
    </message>
    <message>
        <source>The catalog {path} cannot be read ({detail}). Choose another file.</source>
        <translation>无法读取目录 {path}（{detail}）。请选择其他文件。</translation>
    </message>
    <message>
        <source>There is more than was read: {items} items. Choose a smaller view, fewer days or a collection.</source>
        <translation>只读取了 {items} 个条目，还有更多。请缩小视图、减少天数或选择集合。</translation>
    </message>
    <message>
        <source>{address} does not answer with a picture ({detail}). Check the address.</source>
        <translation>{address} 未以图片应答（{detail}）。请检查地址。</translation>
    </message>
    <message>
        <source>The service has no picture of this date in the middle of the view. Move the map, or step to another date.</source>
        <translation>该服务在视图中心没有此日期的画面。请移动地图，或转到另一日期。</translation>
    </message>
    <message>
        <source>Wayback is searched for a place. Show it on the map or give its area, then search again.</source>
        <translation>Wayback 按地点搜索。请在地图上显示该处或给出其区域，然后重新搜索。</translation>
    </message>
    <message>
        <source>{address} does not answer with the capabilities of a WMTS or WMS. Check the address.</source>
        <translation>{address} 未以 WMTS 或 WMS 的 capabilities 应答。请检查地址。</translation>
    </message>
    <message>
        <source>{address} has no layer "{layer}" with a time, in web mercator. List its layers, and choose one of them.</source>
        <translation>{address} 没有带时间的 Web 墨卡托图层“{layer}”。请列出其图层，并从中选择。</translation>
    </message>
    <message>
        <source>This service leads to other hosts ({hosts}), to which the key is not sent. Choose no authentication, or the address of the tiles.</source>
        <translation>此服务指向其他主机（{hosts}），密钥不会发送到那里。请不选认证，或选择切片的地址。</translation>
    </message>
    <message>
        <source>The first day with tiles is not known. Choose the first day.</source>
        <translation>无法得知从何时起有切片。请选择起始日期。</translation>
    </message>
    <message>
        <source>The name under which this analyst records</source>
        <translation>该分析人员记录时所用的姓名</translation>
    </message>
    <message>
        <source>No area is chosen. Choose one in the Counting panel, or draw one there.</source>
        <translation>未选择计数区。请在“计数”面板中选择一个，或在其中绘制。</translation>
    </message>
    <message>
        <source>These {n} corners enclose no area, or its edges cross. Click at least three corners in turn around it.</source>
        <translation>这 {n} 个角点未围成区域，或其边相交。请绕区域依次单击至少三个角点。</translation>
    </message>
    <message>
        <source>No count has been started. Show a dated scene of the area, then press Begin count.</source>
        <translation>尚未开始计数。请显示该区有日期的影像，然后按“开始计数”。</translation>
    </message>
    <message>
        <source>{scene} shows nothing of {area}. Show a scene that covers it, then begin the count.</source>
        <translation>{scene} 完全没有拍到 {area}。请显示覆盖它的影像，然后开始计数。</translation>
    </message>
    <message>
        <source>{scene} does not show this place: nothing was counted. Click where the image is.</source>
        <translation>{scene} 未拍到此处：未计入任何目标。请单击有影像的位置。</translation>
    </message>
    <message>
        <source>This count is of {scene}, which is not on screen. Show it, or begin a count on the scene that is.</source>
        <translation>此次计数所用的 {scene} 不在屏幕上。请显示它，或在屏幕上的影像上开始计数。</translation>
    </message>
    <message>
        <source>The file of {scene} was replaced while it was on screen, so nothing was counted. What is in it now is shown: look at it, and click again.</source>
        <translation>{scene} 的文件在显示期间被替换，因此未作任何计数。现在显示的是新内容：请查看后再次单击。</translation>
    </message>
    <message>
        <source>This place lies outside {area}: nothing was counted. Click within it, or choose another area.</source>
        <translation>此处位于 {area} 之外：未计入任何目标。请在其内部单击，或选择其他计数区。</translation>
    </message>
    <message>
        <source>This count is by {analyst}. Begin a count of your own: the two can be compared then.</source>
        <translation>此次计数属于 {analyst}。请开始您自己的计数：之后可对比两者。</translation>
    </message>
    <message>
        <source>This count is finished. Press Reopen count to go on with it.</source>
        <translation>此次计数已完成。要继续，请按“重新打开计数”。</translation>
    </message>
    <message>
        <source>{area} has several parts, a hole, or no shape: it cannot be reshaped here. Use QGIS' vertex tool on the layer of areas.</source>
        <translation>{area} 有多个部分、有孔洞或没有形状：无法在此重塑。请在计数区图层上使用 QGIS 的顶点工具。</translation>
    </message>
    <message>
        <source>This area is not in the survey any more.</source>
        <translation>此计数区已不在调查中。</translation>
    </message>
    <message>
        <source>{n} marks that were counted in {area} would lie outside. Draw it around them, or draw another area.</source>
        <translation>在 {area} 中计数的 {n} 个标记将落在外面。请将它们围在其中，或另绘一个计数区。</translation>
    </message>
    <message>
        <source>1 mark that was counted in {area} would lie outside. Draw it around that, or draw another area.</source>
        <translation>在 {area} 中计数的 1 个标记将落在外面。请将它围在其中，或另绘一个计数区。</translation>
    </message>
    <message>
        <source>No mark of this count is there.</source>
        <translation>那里没有此次计数的标记。</translation>
    </message>
    <message>
        <source>The marks are being edited with QGIS' own tools. Save or end that first, then count without seeing others' marks.</source>
        <translation>正在用 QGIS 自带的工具编辑标记。请先保存或结束编辑，然后在不看他人标记的情况下计数。</translation>
    </message>
    <message>
        <source>This count is blind until it is finished. Press Finish count first.</source>
        <translation>此次计数在完成之前为盲法计数。请先按“完成计数”。</translation>
    </message>
    <message>
        <source>Only two counts of one area on one image can be compared.</source>
        <translation>只有同一影像上同一计数区的两次计数才能相互核对。</translation>
    </message>
    <message>
        <source>{path} could not be read: the observation is kept, but without the file's checksum. Check the file.</source>
        <translation>无法读取 {path}：观测已保留，但没有该文件的校验和。请检查该文件。</translation>
    </message>
    <message>
        <source>Checksum of {name}</source>
        <translation>{name} 的校验和</translation>
    </message>
    <message>
        <source>the log on this computer ({at})</source>
        <translation>本机日志（{at}）</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>本工程</translation>
    </message>
    <message>
        <source>Nothing was imported: {n} of the rows to be updated were changed meanwhile. Check the list again.</source>
        <translation>未导入任何内容：要更新的行中有 {n} 行在此期间被更改。请重新检查列表。</translation>
    </message>
    <message>
        <source>Nothing was imported: {name} came with a source, so it is not deleted. Retire it, or keep it.</source>
        <translation>未导入任何内容：{name} 带有来源，因此不会删除。请停止计入或保留它。</translation>
    </message>
    <message>
        <source>The matrix could not be written to {path}. Close it elsewhere, or choose another file.</source>
        <translation>无法将矩阵写入 {path}。请在其他程序中关闭它，或选择其他文件。</translation>
    </message>
    <message>
        <source>A matrix is saved as .csv, .xlsx, .png or .svg, not as “{path}”. Choose another ending.</source>
        <translation>矩阵应保存为 .csv、.xlsx、.png 或 .svg，而不是“{path}”。请选择其他扩展名。</translation>
    </message>
    <message>
        <source>{sites} sites by {columns} columns are more than this kind of file takes. Choose months or quarters, fewer dates, or CSV.</source>
        <translation>{sites} 个地点 × {columns} 列超出了此类文件的容量。请选择月或季度、较少的日期，或 CSV。</translation>
    </message>
    <message>
        <source>{title}: sites by dates</source>
        <translation>{title}：各日期的地点状态</translation>
    </message>
    <message>
        <source>{n} sites are selected. Select only the intended site, in the list or on the map.</source>
        <translation>已选中 {n} 个地点。请在列表中或地图上只选择所指的那一个地点。</translation>
    </message>
    <message>
        <source>The layer of the sites was removed from the project, so no site can be selected. Open the survey again to bring it back.</source>
        <translation>地点图层已从工程中移除，因此无法选择地点。重新打开调查即可恢复。</translation>
    </message>
    <message>
        <source>No dated scene is on screen, so the day is not known. Show a scene in the Imagery panel.</source>
        <translation>屏幕上没有有日期的影像，因此无法得知日期。请在“影像”面板中显示一景影像。</translation>
    </message>
    <message>
        <source>{scene} is dated by its release: the picture is older, by how much is not known. Show a scene with a date of acquisition.</source>
        <translation>{scene} 的日期是发布日期：影像的获取更早，但早多少不得而知。请显示注明获取日期的影像。</translation>
    </message>
    <message>
        <source>{scene} does not show this site: it lies outside the image. Show a scene that covers it, or record that it could not be observed.</source>
        <translation>{scene} 未拍到该地点：它在影像之外。请显示覆盖该地点的影像，或记录为无法观测。</translation>
    </message>
    <message>
        <source>{scene} has no picture here, so nothing was seen. Show another scene, or go to a place where it has one.</source>
        <translation>{scene} 在此处没有影像，因此什么也没有看到。请显示另一幅影像，或前往有影像的地方。</translation>
    </message>
    <message>
        <source>{scene} has only a plain colour here and no picture, so nothing was seen. Show another scene, or go to a place where it has one.</source>
        <translation>{scene} 在此处只有单一颜色而没有影像，因此什么也没有看到。请显示另一幅影像，或前往有影像的地方。</translation>
    </message>
    <message>
        <source>{scene} is not drawn here yet, so nothing was seen. Wait until the map is drawn, then record what it shows.</source>
        <translation>{scene} 在此处尚未绘制，因此什么也没有看到。请等地图绘制完成后，再记录其所示内容。</translation>
    </message>
    <message>
        <source>The map view does not show this place, so nothing was seen of it on {scene}. Bring the place into view, then record what it shows.</source>
        <translation>地图视图未显示此处，因此未在 {scene} 上看到此处的任何内容。请将此处移入视图，再记录其所示内容。</translation>
    </message>
    <message>
        <source>Whether {scene} shows anything here is not known: QGIS keeps no drawn layers. Turn on render caching in QGIS' options, under Rendering.</source>
        <translation>无法得知 {scene} 在此处是否显示了内容：QGIS 未保留已绘制的图层。请在 QGIS 选项的“渲染”中启用渲染缓存。</translation>
    </message>
    <message>
        <source>{scene} is not drawn on the map, so nothing was seen on it. Show its layer, or step to it again.</source>
        <translation>{scene} 未绘制在地图上，因此未在其上看到任何内容。请显示其图层，或重新转到该影像。</translation>
    </message>
    <message>
        <source>The map shows the compare date here, not {scene}. Move the handle, or end comparing.</source>
        <translation>地图在此处显示的是对比日期，而非 {scene}。请移动滑块，或结束对比。</translation>
    </message>
    <message>
        <source>No image of this survey shows the site's state on that day. Record what you see first.</source>
        <translation>此调查中没有显示该地点当日状态的影像。请先记录您所看到的。</translation>
    </message>
    <message>
        <source>{path} was written to meanwhile, so nothing was imported. Try again.</source>
        <translation>{path} 在此期间被写入，因此未导入任何内容。请重试。</translation>
    </message>
    <message>
        <source>{path} does not match its record of changes. {finding} Run Verify record from the toolbox, and compare the file with a backup, before you rely on it.</source>
        <translation>{path} 与其更改记录不符。{finding}在据此作出判断之前，请从工具箱运行“校验更改记录”，并将该文件与备份比较。</translation>
    </message>
    <message>
        <source>State who vouches for it, and why.</source>
        <translation>请说明由谁担保及其原因。</translation>
    </message>
    <message>
        <source>Only entries made outside the plugin can be adopted, and each only once. These are not, or are adopted already: {entries}.</source>
        <translation>只能采纳在插件之外产生的条目，且每条只能采纳一次。以下条目不属于此类，或已被采纳：{entries}。</translation>
    </message>
    <message>
        <source>{table}: {new} new, {known} in the survey already</source>
        <translation>{table}：新增 {new} 行，调查中已有 {known} 行</translation>
    </message>
    <message>
        <source>{table}: {n} rows of the survey were removed there; they stay as they are</source>
        <translation>{table}：调查中的 {n} 行在对方已删除，此处保持不变</translation>
    </message>
    <message>
        <source>{table}: {n} rows differ from those with the same id in the survey, which stay as they are</source>
        <translation>{table}：{n} 行与调查中同一 ID 的行不同，调查中的行保持不变</translation>
    </message>
    <message>
        <source>{path} is the survey that is open. Choose another one.</source>
        <translation>{path} 是当前打开的调查。请选择其他调查。</translation>
    </message>
    <message>
        <source>The site has no place in the other survey.</source>
        <translation>该地点在另一调查中没有位置。</translation>
    </message>
    <message>
        <source>It was imported as {site}.</source>
        <translation>它已作为 {site} 导入。</translation>
    </message>
    <message>
        <source>The survey has this site already, with the same id.</source>
        <translation>调查中已有此地点，ID 相同。</translation>
    </message>
    <message>
        <source>The survey has this site already, with other values.</source>
        <translation>调查中已有此地点，但值不同。</translation>
    </message>
    <message>
        <source>The survey has this observation of {site} already, with other values.</source>
        <translation>调查中已有 {site} 的此观测，但值不同。</translation>
    </message>
    <message>
        <source>There is no file {path}. Check whether it was moved, or choose another survey.</source>
        <translation>文件 {path} 不存在。请检查它是否被移动，或选择其他调查。</translation>
    </message>
    <message>
        <source>{path} is not a GeoPackage. Choose a survey (.gpkg), or use Import for other files.</source>
        <translation>{path} 不是 GeoPackage。请选择调查（.gpkg），其他文件请用“导入”。</translation>
    </message>
    <message>
        <source>{path} is a GeoPackage but not a survey. Use Import to bring its points into one.</source>
        <translation>{path} 是 GeoPackage，但不是调查。请用“导入”将其中的点加入调查。</translation>
    </message>
    <message>
        <source>{path} is damaged: nothing was changed in it. Put back a copy of it, and open that.</source>
        <translation>{path} 已损坏：未对其做任何更改。请恢复其副本，然后打开该副本。</translation>
    </message>
    <message>
        <source>{path}: values that cannot be read, and count as empty: {n}. The first: {first}. Correct them in the attribute table.</source>
        <translation>{path}：无法读取、按空值处理的值：{n} 个。首个：{first}。请在属性表中更正。</translation>
    </message>
    <message>
        <source>{path} cannot be read here. Copy it to a folder of your own, with the files next to it whose names begin with its name, and open that copy.</source>
        <translation>此处无法读取 {path}。请将它连同旁边名称以其名称开头的文件一并复制到您自己的文件夹，然后打开该副本。</translation>
    </message>
    <message>
        <source>Next to {path} were changes of another file, as after a crash and a restored backup. They were not applied and are kept as {aside}.</source>
        <translation>{path} 旁有属于另一文件的更改，例如在崩溃并恢复备份之后。这些更改未并入，已保留为 {aside}。</translation>
    </message>
    <message>
        <source>The changes in {side} were applied to {path}. Whether they belong to it could not be determined: a copy of it from before is kept as {aside}.</source>
        <translation>{side} 中的更改已并入 {path}。无法判断这些更改是否属于该文件：其原先的内容已保留为 {aside}。</translation>
    </message>
    <message>
        <source>{side} next to {path} holds changes that may belong to it, or to a file that was there before. Open it in the Crossings panel to choose, or move {side} away.</source>
        <translation>{path} 旁的 {side} 中的更改可能属于该文件，也可能属于先前在此处的文件。请在“渡河点”面板中打开它进行选择，或将 {side} 移走。</translation>
    </message>
    <message>
        <source>{side} next to {path} holds changes of another file, and nothing can be moved in this folder. Copy {path} alone to a folder of your own, and open that copy.</source>
        <translation>{path} 旁的 {side} 中有属于另一文件的更改，而此文件夹中的任何内容都无法移动。请只将 {path} 复制到您自己的文件夹，然后打开该副本。</translation>
    </message>
    <message>
        <source>{path} was replaced since it was opened: nothing was written. Open it again to go on with what it holds now.</source>
        <translation>{path} 自打开后已被替换：未写入任何内容。请重新打开它，以其现有内容继续。</translation>
    </message>
    <message>
        <source>{path} was removed or renamed since it was opened: nothing was written. Put it back, or open it where it is now.</source>
        <translation>{path} 自打开后已被移除或重命名：未写入任何内容。请将其放回，或在现在的位置打开它。</translation>
    </message>
    <message>
        <source>The name or folder of {path} is too long. Choose a shorter one.</source>
        <translation>{path} 的名称或文件夹过长。请选择更短的名称或文件夹。</translation>
    </message>
    <message>
        <source>QGIS cannot open a file called {path}: it reads {part} as an instruction. Choose a name or folder without it.</source>
        <translation>QGIS 无法打开名为 {path} 的文件：它将 {part} 读作指令。请选择不含它的名称或文件夹。</translation>
    </message>
    <message>
        <source>{path} was made by a newer plugin (survey version {version}, this one reads {known}). Update the plugin.</source>
        <translation>{path} 由更新版本的插件创建（调查版本 {version}，本插件可读 {known}）。请更新插件。</translation>
    </message>
    <message>
        <source>{path} was made by an older plugin (survey version {version}): nothing can be written to it. Open it in the Crossings panel to upgrade it; a backup copy is kept next to it.</source>
        <translation>{path} 由旧版插件创建（调查版本 {version}）：无法向其写入任何内容。请在“渡河点”面板中打开它进行升级；会在旁边保留备份副本。</translation>
    </message>
    <message>
        <source>The record of changes in {path} was altered, so it cannot be carried on: nothing was changed. Put back a copy from before, or open it for reading only.</source>
        <translation>{path} 中的更改记录被改动，因此无法续写：未作任何更改。请恢复此前的副本，或以只读方式打开它。</translation>
    </message>
    <message>
        <source>{n} rows of {table} that were to be changed are not in {path} any more: nothing was written.</source>
        <translation>{table} 中有 {n} 行原要更改，但已不在 {path} 中：未写入任何内容。</translation>
    </message>
    <message>
        <source>{n} rows of {table} were changed by somebody else since: they are left as they are now.</source>
        <translation>{table} 中有 {n} 行此后已被他人更改：保持其现状。</translation>
    </message>
    <message>
        <source>1 row of {table} was changed by somebody else since: it is left as it is now.</source>
        <translation>此后他人更改了 {table} 的 1 行：保持其现状。</translation>
    </message>
    <message>
        <source>{path} changes itself by a trigger ({trigger}) that is not the plugin's. It is not opened as a survey; use Import to bring its points into one.</source>
        <translation>{path} 会通过不属于本插件的触发器（{trigger}）更改自身。它不会作为调查打开；请用“导入”将其中的点加入调查。</translation>
    </message>
    <message>
        <source>{path} had lost {n} of the triggers that record every change. They were restored; verify the record to see what was changed meanwhile.</source>
        <translation>{path} 缺失了记录每次更改的触发器中的 {n} 个。这些触发器已恢复；请校验更改记录，以查看其间有何更改。</translation>
    </message>
    <message>
        <source>{path} is open for reading only: this QGIS' SQLite cannot write the record of changes.</source>
        <translation>{path} 以只读方式打开：此 QGIS 的 SQLite 无法写入更改记录。</translation>
    </message>
    <message>
        <source>{path} is read-only: nothing was written. Save a copy where you may write, and open that.</source>
        <translation>{path} 为只读：未写入任何内容。请将副本保存到可写的位置，然后打开该副本。</translation>
    </message>
    <message>
        <source>{path} is in use by another program or an unsaved edit: nothing was written. Save or close it there and try again.</source>
        <translation>{path} 正被其他程序使用或有未保存的编辑：未写入任何内容。请在该处保存或关闭它，然后重试。</translation>
    </message>
    <message>
        <source>{path} is in a place where files cannot be locked, as on some network shares: nothing was written. Copy it to a folder of this computer, and open that copy.</source>
        <translation>{path} 所在位置无法锁定文件（某些网络共享即如此）：未写入任何内容。请将其复制到本计算机的文件夹中，然后打开该副本。</translation>
    </message>
    <message>
        <source>{path} already exists and is left as it is. Open it, or choose another name.</source>
        <translation>{path} 已存在，保持不变。请打开它，或另选名称。</translation>
    </message>
    <message>
        <source>Cannot create {path}. Choose another folder: one with free space, where you may write.</source>
        <translation>无法创建 {path}。请选择其他有可用空间且您可写入的文件夹。</translation>
    </message>
    <message>
        <source>Nothing was written to {path}. Check free space and the disk it is on, then try again.</source>
        <translation>未向 {path} 写入任何内容。请检查可用空间及其所在磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Nothing of {layer} was saved: choose which value stays, then save again.</source>
        <translation>{layer} 的编辑均未保存：请选择保留哪个值，然后重新保存。</translation>
    </message>
    <message>
        <source>Nothing of {layer} was saved. {column} is “{value}”: {text} Correct it, then save again.</source>
        <translation>{layer} 的编辑均未保存。{column} 为“{value}”：{text}请更正后重新保存。</translation>
    </message>
    <message>
        <source>Not saved: the survey is being read. Save the edits again in a moment.</source>
        <translation>未保存：正在读取调查。请稍后重新保存编辑。</translation>
    </message>
    <message>
        <source>Edits wait in the layer {layer} and cannot be saved. Copy them to another layer or discard them first.</source>
        <translation>图层 {layer} 中有待保存的编辑，但无法保存。请先将其复制到其他图层，或放弃这些编辑。</translation>
    </message>
    <message>
        <source>No survey is open. Use New or Open in the Crossings panel first.</source>
        <translation>未打开调查。请先在“渡河点”面板中新建或打开调查。</translation>
    </message>
    <message>
        <source>{path} is not as it was seen last. {finding} If you have a newer copy, close this one and put that in its place.</source>
        <translation>{path} 与上次所见不同。{finding}如果您有更新的副本，请关闭此文件，并用该副本替换它。</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>后续情况</translation>
    </message>
    <message>
        <source>Maps and report…</source>
        <translation>地图与报告...</translation>
    </message>
    <message>
        <source>Make maps, site sheets or a report</source>
        <translation>制作地图、地点单页或报告</translation>
    </message>
    <message>
        <source>Show or hide the panel {title}</source>
        <translation>显示或隐藏“{title}”面板</translation>
    </message>
    <message>
        <source>&amp;Yalu</source>
        <translation>鸭绿江(&amp;Y)</translation>
    </message>
    <message>
        <source>{what} ({about})</source>
        <translation>{what}（{about}）</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>Add successor</source>
        <translation>添加后继地点</translation>
    </message>
    <message>
        <source>Lot {n}</source>
        <translation>计数区 {n}</translation>
    </message>
    <message>
        <source>{n} of these sites are not in the survey any more. Select them again.</source>
        <translation>这些地点中有 {n} 个已不在调查中。请重新选择。</translation>
    </message>
    <message>
        <source>1 of these sites is not in the survey any more. Select them again.</source>
        <translation>这些地点中有 1 个已不在调查中。请重新选择。</translation>
    </message>
    <message>
        <source>{name} came with a source, so it is not deleted. Record what you see of it: absent, for one that is not there.</source>
        <translation>{name} 带有来源，因此不会删除。请记录您所见的情况：若已不在，则记为“不存在”。</translation>
    </message>
    <message>
        <source>None is deleted: {n} of these {of} sites came with a source, the first is {name}, and {seen} of them have observations. Record what you see: absent, or retire them.</source>
        <translation>均未删除：这 {of} 个地点中有 {n} 个带有来源，第一个为 {name}，全部地点中 {seen} 个有观测。请记录您所见的情况：记为“不存在”，或停止计入。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Delete {n} sites</source>
        <translation>删除 {n} 个地点</translation>
    </message>
    <message>
        <source>{what}, {n} sites</source>
        <translation>{what}，{n} 个地点</translation>
    </message>
    <message>
        <source>county, its reach of the river</source>
        <translation>市郡，其河段</translation>
    </message>
    <message>
        <source>province, its reach of the river</source>
        <translation>道，其河段</translation>
    </message>
    <message>
        <source>river</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>town</source>
        <translation>城镇</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>There is no river line to measure along: open a survey, or choose a line in the Corridor panel.</source>
        <translation>没有可沿其测量的河线：请打开一个调查，或在“廊道”面板中选择一条线。</translation>
    </message>
    <message>
        <source>The river line runs from km {first:.2f} to {last:.2f}.</source>
        <translation>河线从 km {first:.2f} 到 {last:.2f}。</translation>
    </message>
    <message>
        <source>along the river line</source>
        <translation>沿河线</translation>
    </message>
    <message>
        <source>coordinates, latitude first</source>
        <translation>坐标，纬度在前</translation>
    </message>
    <message>
        <source>read as longitude, latitude</source>
        <translation>按经度、纬度读取</translation>
    </message>
    <message>
        <source>as written in {datum}, which may be 500 m off: not shifted</source>
        <translation>按 {datum} 原样，可能偏移 500 米：未纠偏</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 幅影像</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 幅影像</translation>
    </message>
    <message>
        <source>no image: the sites as of that day</source>
        <translation>没有影像：当日的地点状态</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>source: its sites</source>
        <translation>来源：其地点</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Writing the survey</source>
        <translation>正在写入调查</translation>
    </message>
    <message>
        <source>Nothing was changed: {name} was seen ({day}) after that day. Retire it on a later day, or correct what was seen.</source>
        <translation>未作任何更改：{name} 在该日期之后仍被观测到（{day}）。请选择更晚的停止计入日期，或更正观测。</translation>
    </message>
    <message>
        <source>{n} sites are selected. Select two or more that are one site, in the list or on the map.</source>
        <translation>已选中 {n} 个地点。请在列表中或地图上选择实为同一地点的两个或更多地点。</translation>
    </message>
    <message>
        <source>1 site is selected. Select two or more that are one site, in the list or on the map.</source>
        <translation>已选择 1 个地点。请在列表或地图上选择两个以上属于同一地点的项。</translation>
    </message>
    <message>
        <source>Choose, in the card of the site, the observations that are of another one. Then split it.</source>
        <translation>请在地点卡片中选择属于另一地点的观测，然后再拆分。</translation>
    </message>
    <message>
        <source>Retire on {day}</source>
        <translation>{day} 停止计入</translation>
    </message>
    <message>
        <source>Merge {n} sites</source>
        <translation>合并 {n} 个地点</translation>
    </message>
    <message>
        <source>Split site</source>
        <translation>拆分地点</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Move mark</source>
        <translation>移动标记</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Nothing was changed: write what is changed and why. It is stored in the record.</source>
        <translation>未作任何更改：请说明更改内容及原因。这会写入更改记录。</translation>
    </message>
    <message>
        <source>Nothing was changed: these are the values that the observation has.</source>
        <translation>未作任何更改：这些值与观测的现有值相同。</translation>
    </message>
    <message>
        <source>Nothing was changed: the first day, {first}, is after the last, {last}.</source>
        <translation>未作任何更改：起始日期 {first} 晚于结束日期 {last}。</translation>
    </message>
    <message>
        <source>Nothing was changed: give the last day on which this was seen, as 2024-02-15.</source>
        <translation>未作任何更改：请给出观测到此状态的最后日期，例如 2024-02-15。</translation>
    </message>
    <message>
        <source>Nothing was changed: {day} is later than today (UTC).</source>
        <translation>未作任何更改：{day} 晚于今日（UTC）。</translation>
    </message>
    <message>
        <source>Nothing was changed: choose the state that was seen.</source>
        <translation>未作任何更改：请选择观测到的状态。</translation>
    </message>
    <message>
        <source>Nothing was recorded: choose the source that reports it, or give the title of a new one.</source>
        <translation>未记录任何内容：请选择报道此事的来源，或填写新来源的标题。</translation>
    </message>
    <message>
        <source>This site is not in the survey any more. Select another one.</source>
        <translation>该地点已不在调查中。请选择其他地点。</translation>
    </message>
    <message>
        <source>The survey's searches are still being read. Begin the patrol in a moment.</source>
        <translation>仍在读取调查的搜寻记录。请稍后开始巡查。</translation>
    </message>
    <message>
        <source>Search km {first} to {last}</source>
        <translation>搜寻 km {first} 至 {last}</translation>
    </message>
    <message>
        <source>Choose a kind and click one dot of it on the picture, then find the others.</source>
        <translation>选择类型并在图片上点击其一个圆点，然后查找其余圆点。</translation>
    </message>
    <message>
        <source>No site is ticked. Find the dots, or click them, and tick those to add.</source>
        <translation>没有勾选地点。请查找或点击圆点，并勾选要添加的。</translation>
    </message>
    <message>
        <source>The dots are still being found or placed. Try again in a moment.</source>
        <translation>仍在查找或定位圆点。请稍后重试。</translation>
    </message>
    <message>
        <source>Finding dots</source>
        <translation>正在查找圆点</translation>
    </message>
    <message>
        <source>Read {n} sites off {file}</source>
        <translation>从 {file} 读取 {n} 个地点</translation>
    </message>
    <message>
        <source>Placing dots</source>
        <translation>正在定位圆点</translation>
    </message>
    <message>
        <source>Drawing the picture on the map</source>
        <translation>正在将图片绘制到地图上</translation>
    </message>
    <message>
        <source>No picture is open. Choose the file of the picture first.</source>
        <translation>没有打开图片。请先选择图片文件。</translation>
    </message>
    <message>
        <source>Measuring sites</source>
        <translation>正在测量地点</translation>
    </message>
    <message>
        <source>Reading the searches</source>
        <translation>正在读取搜寻记录</translation>
    </message>
    <message>
        <source>Reading the survey</source>
        <translation>正在读取调查</translation>
    </message>
    <message>
        <source>Checking the record of changes</source>
        <translation>正在检查更改记录</translation>
    </message>
    <message>
        <source>A kind of site needs a word. Type one.</source>
        <translation>地点类型需要一个词语。请输入。</translation>
    </message>
    <message>
        <source>There is a kind of site called {word}. Choose another word.</source>
        <translation>已有名为 {word} 的地点类型。请另选词语。</translation>
    </message>
    <message>
        <source>The key {key} is already in use. Choose another letter or digit, or none.</source>
        <translation>按键 {key} 已有其他含义。请另选字母或数字，或不设按键。</translation>
    </message>
    <message>
        <source>{n} sites are of the kind {word}. Give them another kind first, then remove it.</source>
        <translation>有 {n} 个地点的类型为 {word}。请先将其改为其他类型，再移除该类型。</translation>
    </message>
    <message>
        <source>1 site is of the kind {word}. Give it another kind first, then remove that one.</source>
        <translation>有 1 个地点属于种类 {word}。请先将其改为其他种类，再移除该种类。</translation>
    </message>
    <message>
        <source>Add a kind of site</source>
        <translation>添加地点类型</translation>
    </message>
    <message>
        <source>Change a kind of site</source>
        <translation>更改地点类型</translation>
    </message>
    <message>
        <source>Remove a kind of site</source>
        <translation>移除地点类型</translation>
    </message>
</context>
</TS>

import os, random, time
import pytest
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import plugins
from tests.desktop.test_counting import desk, lonlat, NAME
def test_it(desk):
    n=int(os.environ.get("N","10000"))
    bench=plugins[NAME].workbench
    desk.find_action("yalu_draw_area").trigger()
    for corner in ((40, 40), (150, 40), (150, 150), (40, 150)):
        desk.click_map(*lonlat(*corner))
    desk.press("Return")
    desk.find_action("yalu_begin_count").trigger()
    from yalu_plugin.layers.survey.counts import new_mark
    count=bench.counts.count; area=bench.counts.area
    a=lonlat(45,45); b=lonlat(145,145)
    r=random.Random(1)
    rows=[new_mark((r.uniform(a[0],b[0]), r.uniform(b[1],a[1])),"car",count,None) for _ in range(n)]
    beats=[]
    t=QTimer(); t.setInterval(20); t.timeout.connect(lambda: beats.append(time.perf_counter())); t.start()
    def timed(what, f):
        desk.settle(); beats.clear(); t0=time.perf_counter(); beats.append(t0)
        f(); t1=time.perf_counter()
        QTest.qWait(1500); desk.settle()
        all=[*beats, time.perf_counter()]
        gaps=sorted((y-x for x,y in zip(all,all[1:])), reverse=True)[:5]
        print(f"{what} n={n}: call {t1-t0:.2f}; longest stops {[round(g,2) for g in gaps]}", flush=True)
    def hist(f): timed(f.__name__, f)
    timed("addraw", lambda: bench.history.push("x", bench.session.change("mark", added={"marks": rows})))
    timed("finish", desk.find_action("yalu_finish_count").trigger)
    timed("reopen", bench.counting.reopen)
    timed("all_marks", desk.find_action("yalu_all_marks").trigger)
    timed("choose", lambda: bench.counting.choose_count(count["id"]))
    timed("blind", lambda: bench.counting.begin(True))
    timed("finish2", bench.counting.finish)
    timed("agree", lambda: bench.counting.agreement(count["id"], bench.counts.count_id, 2.0))
    timed("delete", lambda: bench.areas.delete(area["id"]))
    timed("undo", bench.history.undo)
    timed("redo", bench.history.redo)

"""Draws the monthly trajectory with Vega-Lite through vl-convert: python chart_vega.py DATA.json OUT.svg FONT_DIR"""
import json
import sys
from pathlib import Path

import vl_convert

data_path, out, font_dir = sys.argv[1:4]
vl_convert.register_font_directory(font_dir)
data = json.loads(Path(data_path).read_text())
points = [{"month": p["period"] + "-01", "value": p["value"]} for p in data["points"]]
needed = [{"month": f"{month}-01", "value": data["needed"]} for month in data["needed_months"]]
x = {"field": "month", "type": "temporal", "title": None}
y = {"field": "value", "type": "quantitative", "title": None, "scale": {"domain": [0, 600]}}
spec = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "width": 860,
    "height": 380,
    "config": {"font": "Inter", "view": {"stroke": None}},
    "title": {"text": data["title"], "subtitle": data["source"], "anchor": "start", "fontSize": 20},
    "layer": [
        {"data": {"values": points}, "mark": {"type": "line", "color": "#0A46A2", "strokeWidth": 2.5, "point": {"color": "#0A46A2"}}, "encoding": {"x": x, "y": y}},
        {"data": {"values": needed}, "mark": {"type": "line", "color": "#CA4500", "strokeWidth": 4}, "encoding": {"x": x, "y": y}},
        {"data": {"values": needed[-1:]}, "mark": {"type": "text", "align": "left", "dx": 8, "color": "#CA4500", "text": data["needed_label"]}, "encoding": {"x": x, "y": y}},
    ],
}
Path(out).write_text(vl_convert.vegalite_to_svg(spec))

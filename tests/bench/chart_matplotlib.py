"""Draws the monthly trajectory with matplotlib: python chart_matplotlib.py DATA.json OUT.svg FONT_DIR"""
import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402  (the backend is chosen first)
from matplotlib import font_manager  # noqa: E402

data_path, out, font_dir = sys.argv[1:4]
for font in Path(font_dir).glob("Inter-*.ttf"):
    font_manager.fontManager.addfont(font)
plt.rcParams["font.family"] = "Inter"

data = json.loads(Path(data_path).read_text())
months = [point["period"] for point in data["points"]]
values = [point["value"] for point in data["points"]]

figure, axes = plt.subplots(figsize=(9.6, 5.4), dpi=100)
axes.plot(range(len(values)), values, color="#0A46A2", linewidth=2.5, marker="o", markersize=4)
first = len(values)
axes.hlines(data["needed"], first, first + data["months_left"] - 1, color="#CA4500", linewidth=4)
axes.annotate(data["needed_label"], (first + data["months_left"] - 1, data["needed"]), color="#CA4500", fontsize=10, parse_math=False)
axes.set_ylim(0, 600)
axes.set_xticks(range(0, len(months), 6), months[::6], fontsize=9)
axes.yaxis.grid(True, color="#E3E7EC")
for side in ("top", "right", "left"):
    axes.spines[side].set_visible(False)
figure.suptitle(data["title"], x=0.02, ha="left", fontsize=15, fontweight="semibold", parse_math=False)
figure.text(0.02, 0.02, data["source"], fontsize=9, color="#55606E", parse_math=False)
figure.savefig(out)

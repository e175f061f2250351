"""Measures Hadaf and its peers as whole processes, in turn, in the same run, and prints the table of BENCHMARKS.md.

python run.py HADAF_BINARY WORK_DIR [RUNS]

WORK_DIR/large.hadaf, where it is there (`make bench` writes it), is read too: 100,000 observations in 100 series.

Each row is one command: wall seconds and peak resident memory as the operating system accounts them for
the finished process (`wait4`), the median of RUNS runs after one that is not counted. Commands alternate,
so that a drift of the machine falls on all of them alike.
"""
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "assets" / "fonts"


def measure(command):
    """Runs `command` once: wall seconds, peak resident MiB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status != 0:
        sys.exit(f"{command[0]} failed: {errors.decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024


def chart_data(hadaf, workspace, out):
    """The numbers of the trajectory, for the peers to draw the same chart."""
    shown = json.loads(subprocess.check_output([hadaf, "show", workspace, "--series", "ict_total", "--json"]))
    observations = [o for o in shown["series"][0]["observations"] if "2022-07" <= o["period"] <= "2026-02" and o["period"][4] == "-" and o["period"][5].isdigit()]
    pace = shown["pace"][0]
    needed = float(pace["needed_per_month"])
    out.write_text(json.dumps({
        "points": [{"period": o["period"], "value": float(o["value"])} for o in observations],
        "needed": needed,
        "months_left": pace["months_left"],
        "needed_months": ["2026-03", "2026-04", "2026-05", "2026-06"],
        "needed_label": f"Needed: ${needed:.0f} m a month",
        "title": f"Reaching $5.2 bn needs ${needed:.0f} m a month from March to June",
        "source": "Source: State Bank of Pakistan, as reported",
    }))


def page(svg, out):
    """The one-page briefing as HTML, with the chart that Hadaf drew."""
    template = (HERE / "page.html").read_text()
    out.write_text(template.replace("{{fonts}}", FONTS.as_uri()).replace("{{chart}}", svg.as_uri()))


def main():
    hadaf, work = sys.argv[1], Path(sys.argv[2])
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    work.mkdir(parents=True, exist_ok=True)
    workspace = str(work / "sample.hadaf")
    subprocess.check_call([hadaf, "new", workspace, "--sample", "pakistan-it-exports", "--force"])
    data, svg, html = work / "chart.json", work / "trajectory.svg", work / "page.html"
    chart_data(hadaf, workspace, data)
    subprocess.check_call([hadaf, "chart", workspace, "trajectory", "--size", "960x430", "--out", str(svg), "--force"])
    page(svg, html)
    python = sys.executable
    commands = {
        "brief: hadaf": [hadaf, "brief", workspace, "--as-of", "2026-04-01", "--out", str(work / "hadaf.pdf"), "--force"],
        "brief: WeasyPrint": [python, str(HERE / "page_weasyprint.py"), str(html), str(work / "weasyprint.pdf")],
        "chart: hadaf": [hadaf, "chart", workspace, "trajectory", "--out", str(work / "hadaf.svg"), "--force"],
        "chart: vl-convert": [python, str(HERE / "chart_vega.py"), str(data), str(work / "vega.svg"), str(FONTS)],
        "chart: matplotlib": [python, str(HERE / "chart_matplotlib.py"), str(data), str(work / "matplotlib.svg"), str(FONTS)],
        "new --sample: hadaf": [hadaf, "new", str(work / "fresh.hadaf"), "--sample", "pakistan-it-exports", "--force"],
    }
    large = work / "large.hadaf"
    if large.exists():
        commands |= {
            "show, 100,000 observations: hadaf": [hadaf, "show", str(large), "--series", "s00", "--as-of", "2026-04-01"],
            "show, 100,000 observations: sqlite3": [python, str(HERE / "large_sqlite.py"), str(large), "s00"],
            "show, 100,000 observations: pandas": [python, str(HERE / "large_pandas.py"), str(large), "s00"],
        }
    rows = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            row = measure(command)
            if turn > 0:
                rows[name].append(row)
    print(f"| whole process, median of {runs} | wall, ms | min to max | peak, MiB | against hadaf |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, found in rows.items():
        seconds = [s for s, _ in found]
        memory = statistics.median(m for _, m in found)
        base = statistics.median(s for s, _ in rows[name.split(":")[0] + ": hadaf"])
        ratio = statistics.median(seconds) / base
        print(f"| {name} | {statistics.median(seconds) * 1000:.0f} | {min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f} | {memory:.0f} | {ratio:.1f} x |")


main()

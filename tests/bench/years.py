#!/usr/bin/env python3
"""The total of each fiscal year of the sample, as forecast at its twelve month-ends, by Hadaf and by its peers.

    years.py [--hadaf target/release/hadaf] [--first 2022] [--last 2025]

Everybody is given the same months, those known on the day, and asked for the months that lack of the year; a gap is filled
by the line across it. Mean absolute error of the total as it stands today, percent of it. Needs statsforecast, numpy
and pandas (requirements of baselines.py: statsforecast 2.1.1).
"""
import argparse
import calendar
import csv
import datetime
import json
import os
import pathlib
import subprocess
import tempfile

import numpy
from statsforecast.models import AutoARIMA, AutoCES, AutoETS, DynamicOptimizedTheta

SAMPLE, SERIES, START = "pakistan-it-exports", "ict_total", 7
PEERS = {
    "AutoETS": lambda: AutoETS(season_length=12),
    "AutoARIMA": lambda: AutoARIMA(season_length=12),
    "CES": lambda: AutoCES(season_length=12),
    "theta": lambda: DynamicOptimizedTheta(season_length=12),
}


def run(program, *words):
    done = subprocess.run([program, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return done.stdout if done.returncode == 0 else None


def month_ends(year):
    """The last day of each month of a fiscal year."""
    for place in range(12):
        month = (START - 1 + place) % 12 + 1
        of = year - 1 if month >= START else year
        yield datetime.date(of, month, calendar.monthrange(of, month)[1])


def months(program, workspace, folder, day):
    """The months known on a day, from the first to the last, gaps filled by a line; {number of month: value}."""
    out = folder / "months.csv"
    out.unlink(missing_ok=True)
    if run(program, "chart", workspace, "monthly", "--out", out, "--as-of", day) is None:
        return {}
    with open(out, newline="") as file:
        rows = list(csv.reader(file))[1:]
    known = {}
    for row in rows:
        year, month = map(int, row[0].split("-"))
        if row[1]:
            known[12 * year + month - 1] = float(row[1])
    places = range(min(known), max(known) + 1)
    values = numpy.interp(list(places), sorted(known), [known[place] for place in sorted(known)])
    return dict(zip(places, values))


def totals(known, year):
    """The year's total by each peer; None where one of them has too little to go on."""
    first = 12 * (year - 1) + START - 1
    own = [place for place in range(first, first + 12) if place in known]
    so_far, left = sum(known[place] for place in own), 12 - len(own)
    last = list(range(first - 12, first))
    if any(place not in known for place in last) or len(known) < 25:
        return None
    before = [known[place] for place in last]
    values = numpy.array([known[place] for place in sorted(known)])
    ahead = first + 12 - max(known) - 1
    said = {"seasonal naive": so_far + sum(before[len(own) :])}
    same = sum(before[: len(own)])
    said["growth so far"] = sum(before) * (so_far / same if own else 1.0)
    for name, make in PEERS.items():
        said[name] = so_far + float(numpy.sum(make().forecast(y=values, h=ahead)["mean"][-left:])) if left else so_far
    return said


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hadaf", type=pathlib.Path, default=target / "release/hadaf")
    parser.add_argument("--first", type=int, default=2022)
    parser.add_argument("--last", type=int, default=2025)
    words = parser.parse_args()
    errors = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        workspace = folder / "sample.hadaf"
        run(words.hadaf, "new", workspace, "--sample", SAMPLE)
        shown = json.loads(run(words.hadaf, "show", workspace, "--series", SERIES, "--json"))
        actual = {it["fiscal_year"]: float(it["value"]) for it in shown["fiscal_years"] if it["series"] == SERIES}
        for year in range(words.first, words.last + 1):
            name = f"FY{year}"
            for day in month_ends(year):
                told = run(words.hadaf, "forecast", workspace, "--series", SERIES, "--as-of", day, "--json")
                known = months(words.hadaf, workspace, folder, day)
                ours = [it["median"] for it in json.loads(told)["fiscal_years"] if it["fiscal_year"] == name] if told else []
                said = totals(known, year) if ours and known else None
                if said is None:
                    print(f"{day}: left out, too little is known", flush=True)
                    continue
                for method, total in {"Hadaf": ours[0], **said}.items():
                    errors.setdefault(method, {}).setdefault(name, []).append(100 * abs(total / actual[name] - 1))
    years = [f"FY{year}" for year in range(words.first, words.last + 1)]
    print("|method|" + "|".join(years) + "|all|days|\n|---|" + "---:|" * (len(years) + 2))
    whole = lambda of: [error for errors in of.values() for error in errors]
    for method, of in sorted(errors.items(), key=lambda item: numpy.mean(whole(item[1]))):
        cells = [f"{numpy.mean(of[year]):.1f}" if year in of else "-" for year in years]
        print(f"|{method}|" + "|".join(cells) + f"|{numpy.mean(whole(of)):.2f}|{len(whole(of))}|")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The total of each fiscal year of the sample, as forecast at its twelve month-ends, by Hadaf and by its peers.

    years.py [--hadaf target/release/hadaf] [--first 2022] [--last 2025] [--own]

Everybody is given the same months: all that are known on the day, those that follow from published totals too, from the
first one that no gap of more than half a year follows; a shorter gap is filled by the line across it. Asked are the months
that lack of the year. Mean absolute error of the total as it stands today, percent of it; below that the mean absolute error
of single months by how far they are ahead, percent of what each stands at today, of Hadaf with the sample's holidays and with
none. With --own nothing but Hadaf is run. Needs statsforecast, numpy and pandas (statsforecast 2.1.1).
"""
import argparse
import calendar
import datetime
import json
import os
import pathlib
import subprocess
import tempfile

import numpy

SAMPLE, SERIES, START = "pakistan-it-exports", "ict_total", 7
LONGEST_GAP = 6
SPANS = {"1 to 3": (1, 3), "1 to 6": (1, 6), "7 to 12": (7, 12)}
OWN = {"Hadaf": None, "Hadaf, no holidays": "none"}


def peers():
    from statsforecast.models import AutoARIMA, AutoCES, AutoETS, DynamicOptimizedTheta

    return {
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


def figures(program, workspace, day=None):
    """The months known on a day, or today; {number of month: value}."""
    words = ["--as-of", day] if day else []
    shown = run(program, "show", workspace, "--series", SERIES, "--json", *words)
    series = [it for it in json.loads(shown)["series"] if it["id"] == SERIES] if shown else []
    known = {}
    for it in series[0]["observations"] if series else []:
        if it["period"][:2] != "FY":
            year, month = map(int, it["period"].split("-"))
            known[12 * year + month - 1] = float(it["value"])
    return known


def filled(known):
    """From the first month that no long gap follows, gaps filled by a line."""
    places = sorted(known)
    long = [later for before, later in zip(places, places[1:]) if later - before - 1 > LONGEST_GAP]
    places = [place for place in places if not long or place >= long[-1]]
    every = range(places[0], places[-1] + 1)
    values = numpy.interp(list(every), places, [known[place] for place in places])
    return dict(zip(every, values))


def totals(known, year, models):
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
    for name, make in models.items():
        said[name] = so_far + float(numpy.sum(make().forecast(y=values, h=ahead)["mean"][-left:])) if left else so_far
    return said


def told(program, workspace, day, holidays):
    """The forecast of a day with some holidays, or those of the sample."""
    if holidays:
        run(program, "settings", workspace, "--holidays", holidays)
    text = run(program, "forecast", workspace, "--series", SERIES, "--as-of", day, "--json")
    if holidays:
        run(program, "undo", workspace)
    return json.loads(text) if text else None


def months_ahead(forecast, today):
    """(months ahead, error in percent) of what is known today."""
    for ahead, it in enumerate(forecast["horizon"][:12], 1):
        year, month = map(int, it["period"].split("-"))
        actual = today.get(12 * year + month - 1)
        if actual:
            yield ahead, 100 * (it["mean"] / actual - 1)


def table(years, errors):
    print("|method|" + "|".join(years) + "|all|days|\n|---|" + "---:|" * (len(years) + 2))
    whole = lambda of: [error for errors in of.values() for error in errors]
    for method, of in sorted(errors.items(), key=lambda item: numpy.mean(whole(item[1]))):
        cells = [f"{numpy.mean(of[year]):.1f}" if year in of else "-" for year in years]
        print(f"|{method}|" + "|".join(cells) + f"|{numpy.mean(whole(of)):.2f}|{len(whole(of))}|")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hadaf", type=pathlib.Path, default=target / "release/hadaf")
    parser.add_argument("--first", type=int, default=2022)
    parser.add_argument("--last", type=int, default=2025)
    parser.add_argument("--own", action="store_true", help="Hadaf alone")
    words = parser.parse_args()
    words.hadaf = words.hadaf.resolve()
    models = {} if words.own else peers()
    errors, ahead, bias = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        workspace = pathlib.Path(folder) / "sample.hadaf"
        run(words.hadaf, "new", workspace, "--sample", SAMPLE)
        shown = json.loads(run(words.hadaf, "show", workspace, "--series", SERIES, "--json"))
        actual = {it["fiscal_year"]: float(it["value"]) for it in shown["fiscal_years"] if it["series"] == SERIES}
        today = figures(words.hadaf, workspace)
        for year in range(words.first, words.last + 1):
            name = f"FY{year}"
            for day in month_ends(year):
                said = {method: told(words.hadaf, workspace, day, holidays) for method, holidays in OWN.items()}
                year_of = lambda it: [at["median"] for at in it["fiscal_years"] if at["fiscal_year"] == name] if it else []
                ours = {method: year_of(it) for method, it in said.items()}
                known = figures(words.hadaf, workspace, day)
                theirs = totals(filled(known), year, models) if all(ours.values()) and known else None
                if theirs is None:
                    print(f"{day}: left out, too little is known", flush=True)
                    continue
                for method, total in {**{method: it[0] for method, it in ours.items()}, **theirs}.items():
                    errors.setdefault(method, {}).setdefault(name, []).append(100 * abs(total / actual[name] - 1))
                    bias.setdefault(method, {}).setdefault(name, []).append(100 * (total / actual[name] - 1))
                for method, it in said.items():
                    for h, error in months_ahead(it, today):
                        ahead.setdefault(method, []).append((h, error))
    table([f"FY{year}" for year in range(words.first, words.last + 1)], errors)
    print("\n|months ahead|" + "|".join(SPANS) + "|\n|---|" + "---:|" * len(SPANS))
    for method, found in ahead.items():
        cells = [numpy.mean([abs(error) for h, error in found if low <= h <= high]) for low, high in SPANS.values()]
        print(f"|{method}|" + "|".join(f"{cell:.2f}" for cell in cells) + "|")
    # Days of one year hang together: the difference is told by year as well.
    with_them, without = (errors[method] for method in OWN)
    change = {year: numpy.mean(with_them[year]) - numpy.mean(without[year]) for year in with_them}
    print("\nholidays less none: " + ", ".join(f"{year} {value:+.2f}" for year, value in change.items()))
    low = {method: {year: f"{numpy.mean(values):+.1f}" for year, values in of.items()} for method, of in bias.items()}
    print("too high or low: " + "; ".join(f"{method} {' '.join(of.values())}" for method, of in low.items()))


if __name__ == "__main__":
    main()

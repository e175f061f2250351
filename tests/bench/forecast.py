#!/usr/bin/env python3
"""Score Hadaf's forecast on public competition series, and time it beside AutoETS.

    cargo build --release -p hadaf-forecast --example forecast_csv --example coverage_csv
    forecast.py DATA [--program target/release/examples/forecast_csv] [--ets 60]

DATA is a folder with the benchmark's series.csv, score.py and baselines.py. Only rows with
split=train reach the program. Needs numpy; with --ets N also statsforecast, see baselines.py: N series
drawn with seed 7 are then fitted by both, one thread each, one after the other.
"""
import argparse
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

CUTS = (0, 36, 60)
HORIZON = 18


def forecast(program, data, folder, cut):
    """The two tables of forecasts from the last `cut` months (0: all), and milliseconds per series."""
    out, annual = folder / f"{cut}.csv", folder / f"{cut}.annual.csv"
    done = subprocess.run(
        [program, data, out, annual, str(HORIZON), str(cut)], check=True, stderr=subprocess.PIPE, text=True
    )
    return out, annual, float(re.search(r"([\d.]+) ms each", done.stderr).group(1))


def score(folder, data, out, annual, cut):
    """What score.py says, as a dictionary."""
    words = ["--data", data, "--forecasts", out, "--annual", annual, "--cut", str(cut), "--json"]
    done = subprocess.run([sys.executable, folder / "score.py", *words], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def table(folder, program):
    print("|cut|OWA|sMAPE|MASE|cov80|cov95|MIS80|MSIS95|APE12|Brier|BSS|ECE|ms|")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temporary:
        for cut in CUTS:
            data = folder / "series.csv"
            out, annual, each = forecast(program, data, pathlib.Path(temporary), cut)
            result = score(folder, data, out, annual, cut)
            s, a = result["groups"]["all"], result["annual"]
            print(
                f"|{cut or 'full'}|{s['owa']:.4f}|{s['smape']:.2f}|{s['mase']:.3f}"
                f"|{100 * s['cov80']:.1f}|{100 * s['cov95']:.1f}|{s['mis80']:.2f}|{s['msis95']:.2f}"
                f"|{s['sum12']:.2f}|{a['brier']:.4f}|{a['bss']:.3f}|{a['ece']:.3f}|{each:.1f}|",
                flush=True,
            )


def coverage(folder, program):
    """What ranges hold by year ahead and length of history, on whole series: the table of `src/tested.rs`."""
    done = subprocess.run([program, folder / "series.csv"], check=True, stdout=subprocess.PIPE, text=True)
    held = {}
    for row in csv.DictReader(done.stdout.splitlines()):
        held.setdefault(int(row["history"]), []).append(f"{100 * float(row['held80']):.1f} / {100 * float(row['held95']):.1f}")
    print("|months of history|" + "|".join(f"year {year}" for year in range(1, 6)) + "|")
    print("|---|---|---|---|---|---|")
    for history, years in held.items():
        print(f"|{history}|" + "|".join(years) + "|", flush=True)


def beside_ets(folder, program, count):
    """Mean milliseconds per series of AutoETS and of ours, on the same series, in one run."""
    import numpy

    with open(folder / "series.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = list(dict.fromkeys(row["series_id"] for row in rows))
    chosen = set(numpy.random.default_rng(7).choice(ids, count, replace=False))
    with tempfile.TemporaryDirectory() as temporary:
        temporary = pathlib.Path(temporary)
        subset = temporary / "subset.csv"
        with open(subset, "w", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(row for row in rows if row["series_id"] in chosen)
        for cut in CUTS:
            words = ["time", "--method", "AutoETS", "--sample", str(count), "--cut", str(cut)]
            words += ["--data", folder / "series.csv"]
            done = subprocess.run(
                [sys.executable, folder / "baselines.py", *words], check=True, stdout=subprocess.PIPE, text=True
            )
            theirs = float(re.search(r"mean ([\d.]+) ms", done.stdout).group(1))
            ours = min(forecast(program, subset, temporary, cut)[2] for _ in range(3))
            print(f"{cut or 'full'}: AutoETS {theirs:.1f} ms, ours {ours:.2f} ms, {theirs / ours:.0f} times", flush=True)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=target / "release/examples/forecast_csv")
    parser.add_argument("--coverage", type=pathlib.Path, default=target / "release/examples/coverage_csv")
    parser.add_argument("--ets", type=int, default=0, help="time AutoETS on so many series")
    words = parser.parse_args()
    table(words.data, words.program)
    coverage(words.data, words.coverage)
    if words.ets:
        beside_ets(words.data, words.program, words.ets)


if __name__ == "__main__":
    main()

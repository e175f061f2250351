"""The fiscal years of one series of a workspace, read with Python's sqlite3: of each month what was published last.

What Hadaf does besides (claims, pace, the check of the file) has no counterpart here.

python large_sqlite.py WORKSPACE SERIES
"""
import sqlite3
import sys
from collections import defaultdict

workspace, series = sys.argv[1:3]
rows = sqlite3.connect(f"file:{workspace}?mode=ro", uri=True).execute(
    "SELECT period, value_mantissa, value_places FROM observation WHERE series = ? AND through = 0 ORDER BY published, id",
    (series,),
)
newest = {period: mantissa / 10**places for period, mantissa, places in rows}
years = defaultdict(float)
for period, value in newest.items():
    year, month = period.split("-")
    years[int(year) + (int(month) >= 7)] += value
for year, total in sorted(years.items()):
    print(f"FY{year} {total:.3f}")

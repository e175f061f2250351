"""The fiscal years of one series of a workspace, read with pandas: of each month what was published last.

python large_pandas.py WORKSPACE SERIES
"""
import sqlite3
import sys

import pandas

workspace, series = sys.argv[1:3]
rows = pandas.read_sql("SELECT * FROM observation", sqlite3.connect(f"file:{workspace}?mode=ro", uri=True))
rows = rows[(rows.series == series) & (rows.through == 0)].sort_values(["published", "id"])
newest = rows.groupby("period").last()
months = pandas.PeriodIndex(newest.index, freq="M")
values = newest.value_mantissa / 10.0**newest.value_places
print(values.groupby(months.year + (months.month >= 7)).sum().round(3))

# Sentences made by the program: findings, questions, labels of changes, errors. Words of the
# screens stand in ui.ftl. Numbers, money and dates arrive written; only counts that decide a
# plural arrive as numbers. In briefing texts, n1, n2 ... are the places of source notes.

## Numbers and time

# How this language writes −1234567.8: its minus, its groups, its point and its digits are read from it.
number-style = −1,234,567.8
number-percent = { $number } %
month-and-year = { $month } { $year }
day-and-month = { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
count-1 = one
count-2 = two
count-3 = three
count-4 = four
count-5 = five
count-6 = six
count-7 = seven
count-8 = eight
count-9 = nine
count-10 = ten
count-11 = eleven
count-12 = twelve
scale-short-thousand = k
scale-short-million = m
scale-short-billion = bn
scale-thousand = thousand
scale-million = million
scale-billion = billion
unit-percent = percent
unit-count = number
quarter-name = Q{ $number }
quarter-and-year = { $quarter } { $year }
span = { $first } to { $last }
on-a-year-before = on a year earlier
total-to = { $value } to { $end }
year-to = { $year } to { $end }
day-about = undated, about { $month }
when-about = about { $month }
day-undated = undated, { $approx }
day-none = undated
as-known-on = as known on { $day }

## The periods of a series

# A series is told in its own unit: $every says which. Sentences refer to these words.
period = { $every ->
    [quarter] quarter
    [fiscal_year] year
   *[month] month
}
periods = { $every ->
    [quarter] quarters
    [fiscal_year] years
   *[month] months
}
a-period = { $every ->
    [quarter] a quarter
    [fiscal_year] a year
   *[month] a month
}
counted-periods = { $number ->
    [one] one { period }
   *[other] { $count } { periods }
}
same-periods = { $number ->
    [one] same { period }
   *[other] same { periods }
}
unit-a-period = { $unit } { a-period }
years-alone = One figure a year: there is no year so far, and no pace.
no-sum = Percentages of { periods } have no sum: there is a year only where its figure was published.

## What a number is

status-derived = calculated from published totals
status-estimate = estimate (period not over)
status-withdrawn = withdrawn
status-provisional = first release (provisional)
status-revised = revised from { $before }
status-confirmed = confirmed
status-disagrees = another source differs
role-current = current
role-superseded = revised
role-confirms = confirms
role-rounded = the same, rounded
role-disagrees = differs, not used
role-derived = calculated
role-withdrawn = withdrawn
role-estimate = estimate
role-estimate-past = earlier estimate
role-not-yet-known = not yet published on this date
role-claim-narrowed = made more exact since
role-claim-restates = restated
role-claim-hindsight = stated after the year ended

## Findings: titles of charts and briefing

finding-monthly = { $over ->
    [yes] { $known } brought { $so_far }; meeting { $target } took { $needed } { a-period } from { $span }, and the highest { period } was { $best }
   *[no] Reaching { $target } needs { $needed } { a-period } from { $span }; the highest { period } so far is { $best }
}
finding-monthly-alone = { $over ->
    [yes] { $known } brought { $so_far }; meeting { $target } took { $needed } { a-period } from { $span }
   *[no] Reaching { $target } needs { $needed } { a-period } from { $span }
}
finding-monthly-season = { $over ->
    [yes] { $known } brought { $so_far }; meeting { $target } took { $needed } { a-period } from { $span }, where the same { periods } a year earlier averaged { $before }{ though-unlike }
   *[no] Reaching { $target } needs { $needed } { a-period } from { $span }; the same { periods } a year earlier averaged { $before }{ though-unlike }
}
finding-newest = { $value } in { $period }, { $growth } on a year earlier{ though-unlike }
finding-newest-alone = { $value } in { $period }
finding-stands = { $value } at the end of { $end }
finding-behind = { $over ->
    [yes] { $year } stood at { $value } after { counted-periods }, { $gap } behind the path to { $target }
   *[no] { $year } stands at { $value } after { counted-periods }, { $gap } behind the path to { $target }
}
finding-ahead = { $over ->
    [yes] { $year } stood at { $value } after { counted-periods }, { $gap } ahead of the path to { $target }
   *[no] { $year } stands at { $value } after { counted-periods }, { $gap } ahead of the path to { $target }
}
finding-closed = { $year } closed at { $value }
finding-so-far = { $over ->
    [yes] { $year } stood at { $value } after { counted-periods }
   *[no] { $year } stands at { $value } after { counted-periods }
}
finding-annual = { $over ->
    [yes] { $year } needed { $growth } growth to reach { $target }; { $last } grew by { $before }
   *[no] { $year } needs { $growth } growth to reach { $target }; { $last } grew by { $before }
}
finding-annual-alone = { $over ->
    [yes] { $year } needed { $growth } growth to reach { $target }
   *[no] { $year } needs { $growth } growth to reach { $target }
}
finding-missed = { $year } closed at { $value }, { $gap } short of the target of { $target }
finding-at = { $year } closed at { $value }, exactly the target of { $target }
finding-close = { $finding }: too close to call
finding-met = { $year } closed at { $value }, { $gap } above the target of { $target }
finding-passed = { $over ->
    [yes] { $year } reached the target of { $target }{ $dated ->
        [yes] { " " }in { $when }
       *[no] {""}
    } and stood at { $value }
   *[no] { $year } reached the target of { $target }{ $dated ->
        [yes] { " " }in { $when }
       *[no] {""}
    } and stands at { $value }
}
finding-partial = { $year } has no total{ $over ->
    [yes] {""}
   *[no] { " " }so far
}: { $known } of { $of } { periods } { $known ->
    [one] is
   *[other] are
} known
verdict-almost-no-chance = { $series }: almost no chance of reaching { $target }
verdict-very-unlikely = { $series }: { $target } is very unlikely to be reached
verdict-unlikely = { $series }: { $target } is unlikely to be reached
verdict-roughly-even = { $series }: roughly even chance of reaching { $target }
verdict-likely = { $series }: { $target } is likely to be reached
verdict-very-likely = { $series }: { $target } is very likely to be reached
verdict-almost-certain = { $series }: { $target } is almost certain to be reached
verdict-out = { $series }: { $target } is out of reach at the pace so far
verdict-on = { $series }: { $target } is within reach at the pace so far
verdict-over = { $series }: outcome against { $target } not yet known
verdict-open = { $series }: { $target } is still open

## Charts

chart-monthly-subtitle = { $series }, { $unit } { a-period }, { $span }
chart-year-subtitle = { $series }, { $unit }, running total from { $first }; the latest { period } is { $last }
chart-year-subtitle-last = { $series }, { $unit }, at the end of each { period }; the latest { period } is { $last }
chart-year-subtitle-none = { $series }, { $unit }, running total from { $first }
chart-annual-subtitle = { $series }, { $unit }, { $span }, with targets and projections
chart-source = { $pages ->
    [one] Source: { $latest }. FY: { $span }.
   *[other] Source: { $pages } documents listed under Sources, the latest { $latest }. FY: { $span }.
}
chart-source-origin = { $pages ->
    [one] Source: { $origin }, as reported (one document, listed under Sources); latest release { $latest }. FY: { $span }.
   *[other] Source: { $origin }, as reported ({ $pages } documents, listed under Sources); latest release { $latest }. FY: { $span }.
}
chart-path =
    Path to the
    { $target } target
chart-needed = { $over ->
    [yes]
        Was needed (to { $last }):
        { $needed } { a-period }
   *[no]
        Needed (to { $last }):
        { $needed } { a-period }
}
chart-axis-starts = axis starts at { $value }
chart-calculated = calculated
chart-provisional = { $label } (p)
chart-note-provisional = (p) first release.
chart-note-derived = □ calculated from published totals.
chart-note-revised = Grey dot: first release, since revised.
chart-note-year = { $year } to { $end }.
chart-range = { $first }: { $from }; { $last }: { $to }.
claim-target = { $amount } target
claim-projection = { $amount } projected
claim-commitment = { $amount } promised
growth-on = { $growth } on { $before }
growth-year = { $growth } on a year
change-more = { $growth } more
change-less = { $growth } less
growth-year-before = { $growth } on a year earlier
unlike-months = unlike { periods }: { $reasons }
though-unlike = { $unlike ->
    [yes] , though the { periods } are unlike
   *[no] { "" }
}
unlike-short = { $unlike ->
    [yes] { " " }(unlike { periods })
   *[no] { "" }
}
unlike-why = { $unlike ->
    [yes] ; { $reasons }
   *[no] { "" }
}
unlike-in-brackets = { $unlike ->
    [yes] { " " }({ $reasons })
   *[no] { "" }
}
unlike-working-days = { $now ->
    [one] one working day
   *[other] { $now } working days
}, { $before } a year earlier
unlike-feast = { $feast } on { $now ->
    [one] one day
   *[other] { $now } days
}, { $before } a year earlier
under-path = { $gap } under the path ({ $path })
over-path = { $gap } over the path ({ $path })
column-month = Month
column-period = { $every ->
    [quarter] Quarter
    [fiscal_year] Fiscal year
   *[month] Month
}
column-through = To the end of
column-year = Fiscal year
column-status = Status
column-growth = Growth, %
column-path = Path
column-target = Target
column-maker = Stated by
column-actual = Actual
column-gap = Gap

## Overview

headline-to-date = { $year } to date
headline-latest = { $year }, latest figure
headline-years-alone = one figure a year: no year so far
headline-full-year = { $year }, last full year
headline-needed = { $over ->
    [yes] Was needed for { $target }
   *[no] Needed for { $target }
}
headline-reached = Target of { $target }
headline-reached-value = reached
headline-reached-note = { $dated ->
    [yes] in { $when }, now { $above }
   *[no] now { $above }
}
reached-above = { $gap } above it
reached-exactly = exactly at it
reached-yes = yes
headline-growth = Growth needed, { $span }
headline-chance = { $over ->
    [yes] Chance that { $target } was reached
   *[no] Chance of { $target }
}
needed-above = { $share } above { $name }
needed-below = { $share } below { $name }
best-growth = best so far { $growth }, { $span }{ unlike-why }
claims-title = Targets and projections for { $year }
kind-target = Target
kind-projection = Projection
kind-commitment = Commitment
claim-in-use = used here
claim-unofficial = unofficial
claim-low-end = lower bound
claim-above-year = { $growth } above the { $base } of { $year }.
claim-above-projection = { $growth } above the { $base } projected for { $year }.
changes-since = Since { $day }
changes-last = Latest release ({ $day })
changes-about = Latest release (about { $month })
changes-nothing = No new or revised figures
change-new = { $value }, new
change-needed = Needed { a-period }
change-path = Against path
change-to-date = to date
change-in = in { $month }
change-closed = closed at { $value }
change-target = Target { $target }
change-missed = missed by { $gap }
change-met = exceeded by { $gap }
change-at = met exactly
change-said-later = Stated later
change-for = for { $target }
overview-empty = No figures yet. Enter the first one under Data.
total-last = figure of { $end }
months-known = { $known } of { $of } { periods }
note-partial = { $year } has no total{ $over ->
    [yes] {""}
   *[no] { " " }so far
}: { $known } of { $of } { periods } { $known ->
    [one] is
   *[other] are
} known; { $missing } { $number ->
    [one] is missing.
   *[other] are missing.
}
note-hole = { $year } is told to { $last }: { $missing } { $number ->
    [one] is missing
   *[other] are missing
}, so that figures from { $next } on are in no total.
overview-no-year = Figures are known, but no fiscal year has a total of its { periods } or an annual figure: they stand under Data.
overview-empty-then = No figure of this series had been published by { $day }.
note-unknown-months = Figures after { $last } have not been entered; the year ended on { $day }.
note-to-date = a published total to date with the { periods } after it; the latest: { $latest }
note-sum = { $number ->
    [one] one { $every ->
        [quarter] quarterly figure
        [several] figure
       *[month] monthly figure
    }: { $latest }
   *[other] { $count } { $every ->
        [quarter] quarterly figures
        [several] figures
       *[month] monthly figures
    }; the latest: { $latest }
}

## Data

grid-observed = { $count } of { $of }
grid-sum = { $count ->
    [one] one { period }
   *[other] sum of { $count } { periods }
}
grid-part = { $known } of { $of }
grid-part-hint = { $partly } are known: no total so far
total-published-to = published total to { $end }
grid-check-title = Sectors minus total
grid-check = Sectors do not add up in { $off } of { $checked ->
    [one] one { period }
   *[other] { $checked } { periods }
}{ $years ->
    [0] { "" }
    [one] { " " }and { $years_off } of one year
   *[other] { " " }and { $years_off } of { $years } years
} (more than rounding).
grid-check-years = Sectors do not add up in { $years_off } of { $years ->
    [one] one year
   *[other] { $years } years
} (more than rounding){ $checked ->
    [0] .
    [one] ; they do in the one { period } that can be compared.
   *[other] ; they do in all { $checked } { periods } that can be compared.
}
grid-check-none = Sectors add up to the total wherever both are known.
grid-no-check = { $every ->
    [fiscal_year] No year
    [quarter] No quarter and no year
   *[month] No month and no year
} has both a total and all its sectors.
grid-yearly = One figure a year; it stands in the row of { $year }
grid-together = { $months } are known together alone. { $how }
grid-months = { $count ->
    [one] one month
   *[other] { $count } months
}
grid-sum-units = units differ: no sum
grid-sum-part = no sum: { $part } is part of { $total }
grid-sum-percent = percentages have no sum
grid-sum-stock = amounts at an end of period have no sum
grid-sum-years = totals of years left out
grid-sum-estimates = { $count ->
    [one] one estimate left out
   *[other] { $count } estimates left out
}
grid-as-of = Read-only: data as known on { $day }.
grid-estimate = whole year { $value }, { $hint }
label-set = { $series }, { $period }: { $value }
label-set-before = { $series }, { $period }: { $value } of { $source } ({ $day }) is there already; nothing was added
label-correct = { $series }, { $period }: { $before } corrected to { $value }
label-amend = { $series }, { $period }: { $changes }
correct-value = { $before } corrected to { $value }
correct-day = day of publication corrected from { $before } to { $after }
correct-source = source corrected from { $before } to { $after }
correct-status = what it says about itself corrected
correct-note = note amended
label-corrects = { $label }; corrected: { $changes }
label-remove = { $series }, { $period }: { $before } taken out, entered by mistake
label-withdraw = { $series }, { $period }: { $value } withdrawn by its publisher
effect-estimate = { $period } was not over on that day: kept as an estimate, which closes no year and stands in no sum
effect-estimate-stated = Kept as an estimate: it closes no year and stands in no sum
effect-withdraws-beside = { $value } is withdrawn; { $current } of another source stays current
effect-withdraws-nothing = No figure is known that could be withdrawn
effect-revises-undated = { $change }; the figure that it revises bears no day, and counts from { $day }
effect-before-undated = { $value }; { $current } stays current: it bears no day, and counts from { $day }
effect-revises-later = { $change }; dated before the figure that it revises ({ $day })
effect-dated-before = { $value }; { $current } stays current, published later ({ $day })
effect-another-source = { $value } is kept beside { $current }, which stays current
label-paste = { $count ->
    [one] One value pasted
   *[other] { $count } values pasted
}
label-fill = { $count ->
    [one] One cell filled
   *[other] { $count } cells filled
}
label-attribute = { $count ->
    [one] Day or source of one figure corrected
   *[other] Day or source of { $count } figures corrected
}
label-take-out = { $count ->
    [one] One figure taken out
   *[other] { $count } figures taken out
}
take-out-summary = { $count ->
    [0] Nobody entered a figure here, so there is none to take out.
    [one] One figure is taken out, as if it had never been entered.
   *[other] { $count } figures are taken out, as if they had never been entered.
}
take-out-of = { $count } of { $source }
take-out-behind = { $count ->
    [one] One of them has earlier releases or other sources behind it. What stood before is read again.
   *[other] { $count } of them have earlier releases or other sources behind them. What stood before is read again.
}
take-out-followed = { $count ->
    [one] One selected figure is calculated. It follows the figures that it rests on.
   *[other] { $count } selected figures are calculated. They follow the figures that they rest on.
}
label-import = { $count ->
    [one] One value imported from { $file }
   *[other] { $count } values imported from { $file }
}
paste-summary = { $new } new, { $revises } revised, { $same } unchanged, { $invalid } unreadable.
paste-named = { $named ->
    [both] The block names its series and periods: it goes there, wherever it was pasted.
    [series] The block names its series: it goes there, from the selected period on.
   *[periods] The block names its periods: it goes there, from the selected series on.
}
paste-table = The block has headers that name no series or period of this workspace. Read it as a table, which asks about them.
paste-one-day = All of them would count from { $day } on, and no earlier day would show them. If they were published one by one, choose that they came about a month after each period.
paste-doubted = { $count ->
    [one] One figure looks unusual. Is it meant?
   *[other] { $count } figures look unusual. Are they meant?
}
paste-outside = { $rows ->
    [one] One row pasted
   *[other] { $rows } rows pasted
}, { $room ->
    [one] one period
   *[other] { $room } periods
} available from { $period }. Start earlier, or add years.
paste-outside-columns = { $columns ->
    [one] One column pasted
   *[other] { $columns } columns pasted
}, { $room ->
    [one] one series
   *[other] { $room } series
} available from here. Start farther left, or show more series.
import-dateless = { $count ->
    [one] One row gives no day of publication: it counts
   *[other] { $count } rows give no day of publication: they count
} from { $day }, the day of the import, and no earlier day of reading knows them.
import-line = line { $line }: { $message }

## Files that are to be imported

intake-ask-published = When was it published?
intake-why-published = The file gives no day. Without one, no earlier day can be read as it was known.
intake-ask-unit = In what do the figures count?
intake-why-unit = Neither title, header nor column names a unit.
intake-ask-currency = Which currency is meant?
intake-why-currency = Several countries call theirs so.
intake-ask-year-meaning = What is a year such as 2024 here?
intake-why-year-meaning = The fiscal year of this workspace is not the calendar year, and the file does not say which it means.
intake-ask-month-year = Which fiscal year do the months stand under?
intake-why-month-year = Its months pass New Year under one year.
intake-ask-quarter-meaning = Are the quarters of the calendar year or of the fiscal year?
intake-why-quarter-meaning = The file does not say.
intake-ask-date-order = Does the day or the month stand first?
intake-why-date-order = The days can be read either way.
intake-ask-month-or-day = Is 25-Jul a month of a year, or a day?
intake-why-month-or-day = Spreadsheets make days of such texts.
intake-ask-spacing = What do the days stand for?
intake-why-spacing = They are three or twelve months apart.
intake-ask-period-column = Which column names the periods of the figures?
intake-why-period-column = Several columns name periods, and they contradict one another.
intake-ask-pair-meaning = What is a period such as 2008-09 here?
intake-why-pair-meaning = Months and fiscal years stand in one column, and it can be either.
intake-ask-mixed-periods = Which of the figures are to be taken?
intake-why-mixed-periods = The periods go from one kind to another and back, and none is the sum of those beside it.
intake-ask-decimal-comma = What does a comma in a number mean?
intake-why-decimal-comma = No number of the file tells.
intake-ask-hidden = Shall what is hidden be taken?
intake-why-hidden = The spreadsheet does not show it.
intake-ask-source = Where were these figures read?
intake-why-source = What was pasted does not name its document.
intake-ask-twice = A period has two different figures. Which is meant?
intake-why-twice = The same name and period stand twice in the table.
intake-ask-series = Which series is “{ $name }”?
intake-why-series = Files of this layout had another name in its place.
intake-choice-after-each-period = About a month after each period
intake-choice-unknown = Not known: it counts from today
intake-choice-day = On { $day }, as the file says
intake-choice-year-ends = The fiscal year that ends in it
intake-choice-year-begins = The fiscal year that begins in it
intake-choice-calendar-year = The calendar year
intake-choice-calendar = Quarters of the calendar year
intake-choice-fiscal = Quarters of the fiscal year
intake-choice-day-first = The day
intake-choice-month-first = The month
intake-choice-swapped = Day and month were exchanged
intake-choice-as-it-stands = They are days, as they stand
intake-choice-month-of-year = A month of a year: July 2025
intake-choice-day-of-month = A day: 25 July
intake-choice-spacing-month = For their months
intake-choice-spacing-quarter = For quarters
intake-choice-spacing-year = For years
intake-choice-pair-year = A fiscal year
intake-choice-pair-month = A month: September 2008
intake-choice-all-kinds = All, each for the period that it names
intake-choice-months-alone = Those of months alone
intake-choice-quarters-alone = Those of quarters alone
intake-choice-years-alone = Those of fiscal years alone
intake-choice-column = Column { $letter }
intake-choice-thousands = It stands between thousands
intake-choice-decimals = It stands before decimals
intake-choice-take = Take it
intake-choice-leave-out = Leave it out
intake-choice-both = Both
intake-choice-first = The first
intake-choice-last = The last
intake-choice-new = A new series
intake-left-missing = It says that there is no figure.
intake-left-title = It is a title.
intake-left-note = It is a note.
intake-left-change = It is a change or a share, which is worked out of other figures.
intake-left-formula-error = It is an error of a formula.
intake-left-hidden = The spreadsheet does not show it.
intake-left-no-figure = It is a code or a remark, and no figure.
intake-left-other-column = It names periods, but another column names those of the figures.
intake-left-other-kind = Its period is of the kind that was not to be taken.
intake-left-no-period = No period can be told for it.
intake-left-no-number = It is no number.
intake-left-other-period = The fiscal year of this workspace has no such period.
intake-left-repeated = The same figure stands further up.
intake-left-no-table = Nothing on this sheet is a table.
intake-left-does-not-fit = Its digits do not fit the unit of the series.
intake-left-series = This series was left out.
intake-left-by-hand = { $count ->
    [one] One figure was left out by hand.
   *[other] { $count } figures were left out by hand.
}
intake-assumed-decimal-comma = A comma stands before decimals.
intake-assumed-comma-thousands = Commas stand between thousands.
intake-assumed-day-first = The day stands first in dates.
intake-assumed-month-first = The month stands first in dates.
intake-assumed-fiscal-year = The fiscal year of the file begins in { $month }.
intake-assumed-year = The year is { $year }, as the title says.
intake-assumed-unit = The unit is that of “{ $text }”.
intake-assumed-counted = The file counts in { $word }; the figures are written in the unit of the series.
intake-assumed-shown = The spreadsheet shows the figures without their last { $digits } digits; they were read as shown.
intake-assumed-rounded = Digits behind those that a spreadsheet keeps for sure were rounded off.
intake-assumed-encoding = The text was read as { $encoding }.
intake-assumed-day-for-month = A day within a month stands for the month.
intake-assumed-source-line = The source is “{ $title }”, as the file says.
intake-assumed-source-file = The source is the file itself, “{ $title }”.
intake-assumed-source-pasted = The source is what was pasted: “{ $title }”.
intake-assumed-stock = “{ $title }” counts what there is at the end of each period, so its months do not add up to a year.
intake-assumed-estimate = { $periods } { $count ->
    [one] is kept as an estimate
   *[other] are kept as estimates
}, which close no year and stand in no sum: published before the period was over, or marked so.
intake-more-estimates = { $count ->
    [one] one more
   *[other] { $count } more
}
intake-remembered = It was read as “{ $name }” was before.
intake-outcome-new = new
intake-outcome-same = as it is
intake-outcome-refused = cannot be entered
intake-outcome-revises = revises { $before } → { $value }
intake-outcome-restores = takes the place of a withdrawal
intake-outcome-conflicts = differs from { $before }, which stays current
intake-check-agrees = { $title }, { $period }: the total { $stated } agrees with its parts, { $parts }.
intake-check-differs = { $title }, { $period }: the total is { $stated }, its parts come to { $parts } ({ $difference }).
intake-to-date = the fiscal year to { $period }
intake-rescaled = { $from } become { $to }: { $before } is { $after }.
intake-read-long = Read as one row for each figure:{" "}
intake-read-columns = Read with periods in columns:{" "}
intake-read-rows = Read with periods in rows:{" "}
intake-read-matrix = Read with months by years:{" "}
intake-read-own = { $count ->
    [one] Read as a file of Hadaf: one figure.
   *[other] Read as a file of Hadaf: { $count } figures.
}
intake-read-in = {", "}in{" "}
intake-read-series = { $count ->
    [one] ; one series:
   *[other] ; { $count } series:
}
intake-read-more = { $count ->
    [one] {" "}and one more
   *[other] {" "}and { $count } more
}
intake-read-values = { $count ->
    [one] ; one figure
   *[other] ; { $count } figures
}
intake-read-missing = { $count ->
    [one] {", "}one cell without a figure
   *[other] {", "}{ $count } cells without a figure
}
intake-read-checks = { $count ->
    [one] {", "}one total used as a check
   *[other] {", "}{ $count } totals used as checks
}
intake-read-periods = { $kind }, { $first } to { $last }
intake-read-kinds = { $before }, and { $next }
intake-read-one-period = { $kind }, { $first }
intake-months = { $count ->
    [one] one month
   *[other] { $count } months
}
intake-quarters = { $count ->
    [one] one quarter
   *[other] { $count } quarters
}
intake-years = { $count ->
    [one] one year
   *[other] { $count } years
}
intake-unit-unknown = a unit that nobody names
intake-kind-text = Text with columns
intake-kind-page = Web page
intake-kind-excel = Excel workbook
intake-kind-ods = OpenDocument spreadsheet
intake-kind-package = Data package
intake-summary = Adds { $new ->
    [one] one figure
   *[other] { $new } figures
}, revises { $revises }, keeps { $conflicts } beside others; { $same } are there already. One undo takes all of it back.
intake-nothing-new = Nothing in it is new.
intake-open = { $count ->
    [one] One question is open.
   *[other] { $count } questions are open.
}

history-summary = { $vintages ->
    [one] one release
   *[other] { $vintages } releases
}, { $others ->
    [0] no other reports
    [one] one other report
   *[other] { $others } other reports
}
history-first = First published as { $value }: { $source }, { $day }.
history-then = Revised to { $value }: { $source }, { $day }.
history-estimated = Estimated at { $value }: { $source }, { $day }.
history-worked-out = { $value } was worked out from published totals: the total { $total } less { $before ->
    [none] the other months of the year that are known
   *[other] the total to { $before }{ $between ->
        [0] {""}
        [one] { " " }and the month between them
       *[other] { " " }and the { $between } months between them
    }
}. Nobody has published the month itself.
history-total-to = to { $month }
history-total-of = of { $year }
history-withdrawn = Withdrawn: { $source }, { $day }. No figure since.
history-corrected = Corrected on { $day } by { $who }; it was entered as { $before } ({ $source }, { $published }).
history-derived = Calculated as { $value } ({ $day }); not published.
history-derived-gone = From { $day } on there is no figure: one that it is calculated from was withdrawn.
history-to-date = No annual figure published; the total to { $end } is.
history-sum = { $number ->
    [one] No annual figure published; one { period } is known.
   *[other] No annual figure published; sum of { $count } { periods }.
}
preference-told = Decided on { $day } by { $who }: { $source } is read here, on past days too. Reason: { $reason }
history-claim-title = { $claim } for { $year }
history-claim-summary = { $count ->
    [one] stated once
   *[other] stated { $count } times
}
history-claim-said = { $maker }, { $day }: { $claim }.
history-claim-needed = { $target } − { $value } to { $end } = { $remaining }; over { counted-periods } that is { $needed } { a-period }.
history-claim-growth = { $span } brought { $before }; { $remaining } would be { $growth }{ though-unlike }.
history-claim-ended = { $year } brought { $value }; against { $target } that is { $gap }.
history-claim-not-scorable = It cannot be scored: { $why }.
history-claim-conditions = Conditions: { $conditions }
read-only = { $why ->
    [replaced] The file was replaced by another one since it was opened. Open it again.
    [gone] The file was moved or deleted since it was opened. Save a copy to keep what is shown.
    [asked] It was opened for reading only.
    [in-use] Somebody else has this workspace open. You can read it; changes must wait.
    [file] The file is write-protected. Save a copy to change it.
    [folder] The folder is write-protected. Save a copy elsewhere to change it.
   *[no-lock] This drive cannot keep two writers apart ({ $detail }). Save a copy elsewhere to change it.
}
sample-changed = This is the sample, with { $count ->
    [one] one change
   *[other] { $count } changes
} made in it since. It is kept in a folder of the program; save a copy to keep the changes in one of yours.
log-since = { $what ->
    [undone] undone
   *[redone] done again
} by { $by }, { $when }

## Check

quality-summary = { $open ->
    [0] Nothing open
    [one] One finding open
   *[other] { $open } findings open
}{ $accepted ->
    [0] { "" }
   *[other] , { $accepted } accepted
}.
finding-accepted = Accepted on { $day } by { $who }: { $because }
finding-anyway = Entered anyway on { $day } by { $who }.
label-accept = { $place }: finding accepted
label-accept-withdraw = { $place }: finding open again
finding-parts = { $period }: the parts sum to { $parts }, the total is { $total }
finding-months = { $year }: twelve months sum to { $sum }, the year was published as { $annual }
finding-missing = { $span }{ $count ->
    [one] { "" }
   *[other] , { $count } { $every ->
        [month] months
        [quarter] quarters
       *[fiscal_year] fiscal years
    }
}: no figure
finding-thin = Published for { $every ->
    [month] { $known ->
        [one] one month
       *[other] { $known } months
    }
    [quarter] { $known ->
        [one] one quarter
       *[other] { $known } quarters
    }
   *[fiscal_year] { $known ->
        [one] one fiscal year
       *[other] { $known } fiscal years
    }
} only; { $missing ->
    [one] one in between has
   *[other] { $missing } in between have
} no figure
finding-disagrees = { $period }: { $value } is current; also published: { $others }
finding-months-like-years = { $first } to { $last }: one month stands for each year, as where { $text } was read as a month and the fiscal year was meant
finding-doubtful = { $period }: { $doubt }
finding-other-unit = { $span }: { $count ->
    [one] one figure is about { $times } the figures around it
   *[other] { $count } figures one after the other are about { $times } the figures around them
} (about { $usual }).
finding-revised-before = { $period }: { $value } is entered as a revision, but was published before the figure that it would revise, { $revised } ({ $day })
finding-doubtful-claim = Target or projection { $claim }: { $doubt }
finding-undated = { $period }: the page has no date, so that no earlier day can know the figure

## Doubts about a figure

doubt-power = { $value } is about { $times } the figures around it (about { $usual }).
doubt-claim-power = { $value } is about { $times } what a year of this series comes to (about { $usual }).
doubt-claim-sign = { $value } is not above zero, and what a year of this series comes to is (about { $usual }).
doubt-perhaps-unit = Perhaps it is in { $meant }, and this series in { $unit }.
doubt-perhaps-point = Perhaps the decimal point is in the wrong place.
doubt-revised-before = { $value } is entered as a revision, but dated before the figure that it would revise: { $current } was published later ({ $day }).
doubt-too-large = { $value } in { $unit } is more than the whole world produces in a year.
doubt-zero = The figure is zero, and the figures around it are about { $usual }. If none was published, leave the cell empty.
doubt-negative = { $value } is below zero, and the figures around it are above (about { $usual }).
doubt-break-above = { $value } is { $times } times the figures around it (about { $usual }).
doubt-break-below = { $value } is a small part of the figures around it (about { $usual }, { $times } times as much).
doubt-off-pattern = { $value } is { $times } times what the figure of a year before and the growth since lead to expect (about { $usual }).
doubt-above-whole = { $value } is more than the total of which it is a part ({ $whole } for { $period }).
doubt-below-part = { $value } is less than one of its parts ({ $part } for { $period }).
doubt-below-months = { $value } is less than the sum of its { $of ->
    [quarters] quarters
   *[other] months
} known so far ({ $sum }).
doubt-above-months = { $value } is more than the sum of its { $of ->
    [quarters] quarters
   *[other] months
} ({ $sum }).
doubt-partial-sum = { $value } is the sum of { $span } alone, so perhaps a total so far and not that of { $period }.
doubt-months-above-year = With it the { $of ->
    [quarters] quarters
   *[other] months
} of { $name } sum to { $sum }, and the year was published as { $year }.
doubt-months-below-year = With it all { $of ->
    [quarters] quarters
   *[other] months
} of { $name } are known and sum to { $sum }, and the year was published as { $year }.
doubt-above-year = { $value } is more than its whole fiscal year ({ $year }).
doubt-month-or-year = { $text } was read as { $month }, and this series has figures for fiscal years alone. If the year was meant, undo, and write { $year }.
doubt-far-year = { $period } is outside the years 1900 to 2100.
times-ten = ten times
times-hundred = a hundred times
times-thousand = a thousand times
times-million = a million times
times-billion = a billion times
times-tenth = a tenth of
times-hundredth = a hundredth of
times-thousandth = a thousandth of
times-millionth = a millionth of
times-other = { $factor } times
times-part = one part in { $factor } of
period-span = { $period }: { $months }

## Claims: the register

list-and = { $most } and { $last }
claims-subtitle = Targets and projections for { $series }, { $unit } a fiscal year; a restatement counts once
claims-empty = No target or projection yet. Enter the first one.
claims-rate-first = Against first releases: { $rate }.
claims-column-interval = True rate, in 100
claims-column-first = Against first releases
claims-group-all = All
claims-group-due = Due
claims-group-open = Open
claims-group-unofficial = Unofficial
claims-group-restated = Restated
claims-group-not-scorable = Not scorable
claims-finding-short = { $number ->
    [one] The official target set two or more years ahead fell short by { $far }
   *[other] Official targets and projections stated two or more years ahead fell short by { $far }
}; those stated within the year were off by { $near } on average
claims-finding-above = { $number ->
    [one] The official target or projection stated two or more years ahead was passed by { $far }
   *[other] Official targets and projections stated two or more years ahead were passed by { $far }
}; those stated within the year were off by { $near } on average
claims-finding-met = { $met } of { $of ->
    [one] one official target or projection was met
   *[other] { $of } official targets and projections were met
}
claims-finding-open = { $open ->
    [one] No official target is due yet; one is open
   *[other] No official target is due yet; { $open } are open
}
claims-finding-none = No official target can be scored yet
claims-rate = { $met } of { $of }
claims-rate-label = official targets and projections met
claims-interval = { $few ->
    [yes] With so few, the true rate could be anything from { $low } to { $high } in 100.
   *[no] The true rate lies between { $low } and { $high } in 100, 95 times of 100.
}
claims-left-out = Not in it: { $parts }.
claims-left-too-close = { $count } too close to call
claims-left-condition-not-met = { $count } missed with a condition not met
claims-left-open = { $count } open
claims-left-replaced = { $count } replaced
claims-left-restated = { $count } restated
claims-left-not-scorable = { $count } not scorable
claims-bias-below = { $number ->
    [one] The one that was scored came in { $bias } below what was stated.
   *[other] Over the { $number } that were scored, the outturn came in { $bias } below what was stated on average; the mean error is { $error }.
}
claims-bias-above = { $number ->
    [one] The one that was scored came in { $bias } above what was stated.
   *[other] Over the { $number } that were scored, the outturn came in { $bias } above what was stated on average; the mean error is { $error }.
}
claims-close-rule = Too close to call is what lies within { $revision } of the number that decides: eight of ten revisions of a year’s total are no larger, judged by { $years ->
    [one] one year
   *[other] { $years } years
}. The largest so far was { $largest }.
claims-hanging = { $count ->
    [one] One of these verdicts hangs
   *[other] { $count } of these verdicts hang
} on a reading, because the page tells no day, or because the first total decides otherwise than the latest: { $claims }. { $of ->
    [0] None is left without { $count ->
        [one] it
       *[other] them
    }.
   *[other] Without { $count ->
        [one] it
       *[other] them
    } the record is { $met } of { $of }.
}
claims-close-never = No year’s total was revised so far, so that every difference counts.
claims-strip = Outturn against the target, %
claims-strip-readout = { $claim } for { $year }, { $maker }: outturn { $outturn }, { $off }
horizon-within-year = stated within the year
horizon-year-ahead = stated in the year before
horizon-years-ahead = stated two or more years ahead
horizon-unofficial = not official
claims-makers-note = Offices are ranked by their mean error, from { $from } scored statements on; below that, chance decides too much.
claims-unranked = not ranked
claims-column-maker = Stated by
claims-column-claims = Targets and projections
claims-column-rate = Hit rate
claims-column-bias = Outturn against claim
claims-column-error = Mean error
claims-column-rank = Rank
claims-column-ahead = How far ahead
claims-column-line = Nothing new
claims-column-u2 = Theil’s U2
claims-same = the same as last year
claims-growth = last year’s growth again
claims-naive-better = { $count ->
    [one] Against “{ $line }” the target did better: its error is { $u2 } times as large (Theil’s U2).
   *[other] Against “{ $line }” the { $count } targets did better: their errors are { $u2 } times as large (Theil’s U2).
}
claims-naive-worse = { $count ->
    [one] “{ $line }” would have been closer: the target’s error is { $u2 } times as large (Theil’s U2).
   *[other] “{ $line }” would have been closer: the errors of the { $count } targets are { $u2 } times as large (Theil’s U2).
}
claims-disagree = For { $year } officials said { $numbers }
claims-chances-note = Each chance is read from the forecast; its track record on past years stands under Forecast.
claim-stated-as = Stated as “{ $amount }”.
claim-times = stated { $times }×
claim-counted-with = counted with { $first }
claim-replaced-by = replaced by { $later }
outcome-met = met
outcome-missed = missed
outcome-above = missed, above the range
outcome-missed-worth = missed (a condition did not hold, worth at most { $worst } of { $gap })
outcome-missed-broken = missed (a condition did not hold, its worth is not known)
outcome-off = { $outcome } ({ $off })
outcome-too-close = too close to call
outcome-condition-not-met = condition not met
outcome-open = open
outcome-replaced = replaced
outcome-not-scorable = not scorable
claim-why-met = { $value } came in, { $gap } more.
claim-why-within = { $value } came in, which lies in the range.
claim-why-above = { $value } came in, { $gap } above the range.
claim-why-worth = A condition did not hold: { $condition }. { $basis ->
    [stated] By what is entered of its cost in receipts
    [both] By the coefficients of the scenarios and what is entered of its cost in receipts
   *[coefficients] By the coefficients of the scenarios
} that cost the year about { $central }, { $worst } at most.
claim-why-unpriced = A condition did not hold: { $condition }. Its worth is not known, so it excuses nothing.
claim-why-missed = { $value } came in, { $gap } short.
claim-why-close = { $value } came in; the difference of { $gap } lies within { $revision }, as far as a year’s total is usually revised, judged by { $years ->
    [one] one year
   *[other] { $years } years
}.
claim-why-condition = It fell short by { $gap }, and a condition did not hold: { $condition }. That may have cost the year up to { $worst }.
claim-why-open = { $year } ends on { $day }.
claim-why-unknown = { $year } ended on { $day }, but { $every ->
    [fiscal_year] its figure is not
    [quarter] not all of its quarters are
   *[month] not all of its months are
} in this workspace.
claim-why-replaced = { $claim } took its place: { $maker }, { $day }.
claim-why-again = It restates what { $first } stated first: { $maker }, { $day }.
claim-reason-no-year = No year was given.
claim-reason-no-day = The page does not say when it was stated.
claim-reason-hindsight = It was stated after its year had ended.
claim-reason-other-measure = It counts something else than the series.
claim-heading = { $kind } for { $year }: { $amount }
claim-heading-bare = { $kind } without a year: { $amount }
claim-outturn-first = { $value } first release, { $day }
claim-outturn-latest = { $value } latest, { $day }
claim-verdict-first = under the first release: { $outcome }
fact-maker = Stated by
fact-said = Stated on
fact-conditions = Condition
fact-outturn = Outturn
fact-verdict = Verdict
fact-restated = Restated
fact-chance = Chance
condition-held = held
condition-broken = did not hold
condition-not-judged = not judged
claim-disruption = { $start }: { $kind }, { $scope }
claim-needs = { $needed } { $unit } { a-period }, { $span }
claim-needs-growth = { $growth } on a year earlier
claim-needs-nothing = Reached { $note }
claim-needs-years = { $number ->
    [one] { $growth } on the { $base } of { $from }
   *[other] { $growth } a year from the { $base } of { $from }, for { $number } years
}
claim-last-so-fast = Last grown so fast: { $span }, in { $reached } of { $windows ->
    [one] one past window
   *[other] { $windows } past windows
}
claim-last-year-so-fast = Last grown so fast: { $year } ({ $growth })
claim-no-year-so-fast = No year grew so fast; the best was { $year } ({ $growth })
claim-lacks-amount = No amount was given.
claim-preview-open = It can be scored once { $year } is known whole.
claim-preview-held = Against { $outturn } it is { $outcome } ({ $off }).
claim-preview-not-scorable = It will be listed as not scorable. { $why }
lineage-restates-to = restates: { $claim } { $year }, { $maker }, { $day }
lineage-restates-from = restated: { $claim } { $year }, { $maker }, { $day }
lineage-narrows-to = narrows: { $claim } { $year }, { $maker }, { $day }
lineage-narrows-from = narrowed by: { $claim } { $year }, { $maker }, { $day }
lineage-replaces-to = replaces: { $claim } { $year }, { $maker }, { $day }
lineage-replaces-from = replaced by: { $claim } { $year }, { $maker }, { $day }
chart-hedgehog-subtitle = { $series }, { $unit } a fiscal year; lines run from the last year known then to what was stated
chart-hedgehog-range = { $count ->
    [one] One target or projection against the outturn.
   *[other] { $count } targets and projections against the outturn.
}
chart-hedgehog-outturn = outturn { $value }
chart-hedgehog-claim = { $claim } for { $year }, { $maker }, { $day }
chart-hedgehog-came = { $outcome }; outturn { $outturn } ({ $off })
chart-hedgehog-for = for { $years }
chart-hedgehog-amount-for = { $amount } for { $year }
chart-hedgehog-off = Off the scale: { $list }.
chart-hedgehog-yearless = Without a year: { $list }.
chart-hedgehog-name-outturn = outturn
chart-hedgehog-name-target = target
chart-hedgehog-name-projection = official projection
claim-told = { $claim }, { $maker }, { $said }
claims-others-title = Other targets and projections
label-claim-set = Target or projection { $claim }
label-claim-amend = Target or projection { $claim }, amended
label-claim-remove = Target or projection { $claim }, removed
label-lineage-restates = { $from } restates { $to }
label-lineage-narrows = { $from } narrows { $to }
label-lineage-replaces = { $from } replaces { $to }
claim-compared-restates = { $later ->
    [yes] { $id } states the same later: { $claim }.
   *[no] { $id } states the same: { $claim }.
}
claim-compared-narrows = { $later ->
    [yes] { $id } is more exact and was stated later: { $claim }.
   *[no] { $id } is less exact: { $claim }.
}
claim-compared-replaces = { $later ->
    [yes] { $id } states another amount later: { $claim }.
   *[no] { $id } states another amount: { $claim }.
}
claim-link-restates = { $later ->
    [yes] { $id } restates it
   *[no] It restates { $id }
}
claim-link-narrows = { $later ->
    [yes] { $id } narrows it
   *[no] It narrows { $id }
}
claim-link-replaces = { $later ->
    [yes] { $id } replaces it
   *[no] It replaces { $id }
}
label-lineage-remove = { $from } no longer linked to { $to }
label-condition-met = Condition of { $claim } held: { $condition }
label-condition-broken = Condition of { $claim } did not hold: { $condition }
label-condition-remove = Finding on “{ $condition }” removed
claims-head-id = No.
claims-head-year = For
claims-head-amount = Amount
claims-head-kind = Kind
claims-head-maker = Stated by
claims-head-said = Stated on
claims-head-outturn = Outturn
claims-head-off = Off
claims-head-outcome = Outcome
error-unknown-finding = There is no finding { $name }.
error-unknown-finding-hint = Open the claim anew; its findings are listed there.
error-claim-not-yet = { $name } had not been stated by that day.
error-claim-not-yet-hint = Read it as of a later day.
error-claim-year = { $text } is no fiscal year.
error-claim-year-hint = Write it as FY2027, or leave it empty when no year was given.
error-claim-standing = A standing is 0 to 255.
error-claim-standing-hint = The higher one stands first; 0 is not ranked.
error-claim-source-missing = No source was given.
error-claim-source-missing-hint = Every target and finding carries its source: give the title of the document.
error-maker-missing = Nobody is named who stated it.
error-maker-missing-hint = Give the person or office; “not named” where the page names nobody.
error-condition-missing = No condition is named.
error-condition-missing-hint = Say in a few words which condition is meant.
error-evidence-missing = There is no evidence.
error-evidence-missing-hint = Say what shows whether the condition held; without it a miss is a miss.
error-no-condition = { $claim } states no condition.
error-no-condition-hint = Enter the condition with the target first, if its page states one.
error-judged-to-come = { $day } is still to come; today is { $today }.
error-judged-to-come-hint = Give the day on which the evidence was complete.
error-judged-early = { $day } is before it was stated ({ $said }).
error-judged-early-hint = Give the day on which the evidence was complete.
error-said-to-come = { $day } is still to come; today is { $today }.
error-said-to-come-hint = Give the day on which it was stated.
error-said-unread = { $text } does not tell when it was stated.
error-said-unread-hint = Write 2025-08-20, August 2025, before July 2025, in 2017 or during FY2025; or give the last day on which it can have been stated.
error-lineage-itself = { $claim } cannot be linked to itself.
error-lineage-itself-hint = Choose another target or projection.
error-lineage-order = { $from } was stated before { $to }.
error-lineage-order-hint = The later one restates, narrows or replaces the earlier one; exchange the two.
error-lineage-circle = { $to } is linked to { $from } already.
error-lineage-circle-hint = Remove that link first; links cannot form a circle.

## Sectors, series and settings

sample-pakistan = Pakistan’s IT exports and the targets set for them: months in US dollars, fiscal years from July
sample-india = India’s services exports and the targets set for them: quarters in US dollars and rupees, fiscal years from April

label-series = Series { $title } { $what ->
    [added] added
    [removed] removed
    [archived] archived
    [restored] taken out of the archive
   *[changed] changed
}
label-sector = Sector { $title } { $what ->
    [added] added
    [removed] removed
   *[changed] changed
}
label-merged = { $what ->
    [sector] Sector
   *[series] Series
} { $from } merged into { $into }
label-settings = Settings of the workspace changed
note-unit-changed = { $figures ->
    [one] One figure that was in { $before } now counts in { $after }; its digits stay
   *[other] { $figures } figures that were in { $before } now count in { $after }; their digits stay
}
note-unit-claims = In the new unit these targets cannot be compared with the figures: { $claims }
note-merged = Moved: { $moved ->
    [one] one figure
   *[other] { $moved } figures
}, { $claims ->
    [one] one target or projection
   *[other] { $claims } targets and projections
}. { $repeats ->
    [0] Nothing stood in both.
    [one] One figure stood in both, and stays once.
   *[other] { $repeats } figures stood in both, and stay once.
}
note-currency-changed = { $count ->
    [one] The series keeps its own unit
   *[other] The { $count } series keep their own units
}; new series start in the new currency
series-kind = { $unit }, { $frequency ->
    [month] each month
    [quarter] each quarter
   *[fiscal_year] each fiscal year
}, { $measure ->
    [stock] at the end of the period
   *[flow] over the period
}
series-about = { $frequency ->
    [month] monthly
    [quarter] quarterly
   *[fiscal_year] yearly
} { $measure ->
    [stock] stock
   *[flow] flow
}{ $stands ->
    [part] , part of { $total }
    [beside] , beside { $total }
   *[alone] { "" }
}{ $archived ->
    [yes] , archived
   *[no] { "" }
}
outline-column-id = Id
outline-column-series = Series
outline-column-unit = Unit
outline-column-kind = Kind
outline-column-figures = Figures
outline-column-claims = Targets
outline-column-ebops = EBOPS 2010
settings-told = { $name }
    Currency: { $currency }
    Fiscal year starts in { $month }; a year is named by the one in which it { $names ->
        [first] begins
       *[last] ends
    }
    Holidays: { $holidays }
error-unknown-sector = There is no sector { $name }.
error-unknown-sector-hint = There are: { $known }.
error-sector-circle = { $sector } cannot be a part of { $parent }, which is { $sector } or a part of it.
error-sector-circle-hint = Choose a sector outside it, or none.
error-sector-in-use = { $sector } is in use: { $users }.
error-sector-in-use-hint = Move these to another sector first, or merge the sector into another one.
error-id-taken = The id { $name } is taken.
error-id-taken-hint = Choose another one, or leave it out: it is then made of the title.
error-series-in-use = { $series } is in use: { $figures ->
    [one] one figure
   *[other] { $figures } figures
}, { $claims ->
    [0] no target
    [one] one target or projection ({ $named })
   *[other] { $claims } targets and projections ({ $named })
}.
error-series-in-use-hint = Archive it, and it leaves the screens; or merge it into another series. What was entered just now can be undone.
error-series-has-parts = { $series } is the total of other series: { $parts }.
error-series-has-parts-hint = Move these, or let them stand beside the total; then remove it. Or archive it.
error-series-last = { $series } is the only series that is worked on.
error-series-last-hint = Add another series first.
error-series-no-total = { $series } cannot be a part of a total: the sector above has no series in the same unit.
error-series-no-total-hint = Choose the sector that it is a part of, or let it stand by itself.
error-series-frequency = { $series } has { $figures ->
    [one] one figure
   *[other] { $figures } figures
} that a series of { $frequency ->
    [month] months
    [quarter] quarters
   *[fiscal_year] fiscal years
} cannot have.
error-series-frequency-hint = Add another series for the other frequency; this one keeps its own.
error-series-stock = { $series } has { $figures ->
    [one] one total
   *[other] { $figures } totals
} from the start of a fiscal year, which a stock cannot have.
error-series-stock-hint = Add another series for the stock; this one stays a flow.
error-series-places = { $places } decimal places are too many.
error-series-places-hint = Write 0 to 9.
error-merge-itself = { $title } cannot be merged into itself.
error-merge-itself-hint = Choose another one to take it in.
error-merge-kind = { $from } ({ $from_kind }) and { $into } ({ $into_kind }) do not count the same.
error-merge-kind-hint = Only series of one unit, one frequency and one kind can be merged. Archive the one that is not needed.
error-calendar-in-use = The fiscal year stays as it is: { $figures ->
    [0] no figure
    [one] one figure of a quarter, a year or a total to date
   *[other] { $figures } figures of quarters, years or totals to date
}, { $claims ->
    [0] no target
    [one] one target or projection
   *[other] { $claims } targets and projections
} and { $budget ->
    [0] no budget line
    [one] one budget line
   *[other] { $budget } budget lines
} are kept under names such as FY2026, which would become other months.
error-calendar-in-use-hint = Undo or remove these first; or make a new workspace with the other fiscal year, and import the data there.

## Derived series

derived-sum = { $left } plus { $right }
derived-difference = { $left } less { $right }
derived-inside = ({ $of })
derived-share = { $part } as percent of { $whole }
derived-growth = growth of { $of } on a year earlier
derived-rolling = { $of } over twelve months
derived-per-day = { $of } per day
derived-per-working-day = { $of } per working day
derived-convert = { $amount } in { $currency } at { $rate }
derived-quarterly = { $of } by quarter
derived-yearly = { $of } by fiscal year
derived-reading = { $what }, { $unit }{ $measure ->
    [flow] { $frequency ->
        [month] { " " }a month
        [quarter] { " " }a quarter
       *[fiscal_year] { " " }a fiscal year
    }
   *[other] { $frequency ->
        [month] , each month
        [quarter] , each quarter
       *[fiscal_year] , each fiscal year
    }
}
outline-derived = calculated as { $formula }
derived-status = calculated: { $what }
derived-place = { $what }; newest figure: { $place }
derived-note = Calculated, not published: { $what }.
derived-used = { $series }, { $period }: { $value } { $unit } ({ $place })
error-formula-misplaced = { $found ->
    [none] The formula ends too early.
   *[other] “{ $found }” cannot stand at character { $at } of the formula.
}
error-formula-misplaced-hint = Write ids of series with + and − between them, and functions such as share(part, total) or growth(total).
error-formula-long = A formula has at most { $limit } characters.
error-formula-long-hint = Make a derived series of a part of it, and use that one.
error-formula-function = There is no function { $name }.
error-formula-function-hint = There are: { $known }.
error-formula-takes = { $function } takes something else in its brackets.
error-formula-takes-hint = Write it as { $takes }.
error-formula-units = { $left } counts in { $left_unit }, { $right } in { $right_unit }.
error-formula-units-hint = Money of two currencies comes together with convert(total, rate), where rate is a series of the exchange rate.
error-formula-frequencies = { $left } has a figure each { $left_frequency ->
    [month] month
    [quarter] quarter
   *[fiscal_year] fiscal year
}, { $right } each { $right_frequency ->
    [month] month
    [quarter] quarter
   *[fiscal_year] fiscal year
}.
error-formula-frequencies-hint = Take the finer one together with quarterly(…) or yearly(…).
error-formula-measures = { $flow } is counted over the period, { $stock } at its end.
error-formula-measures-hint = Flows go together with flows, stocks with stocks; rolling(…) and per_day(…) make a stock of a flow.
error-formula-percent = { $of } is a percentage itself.
error-formula-percent-hint = Take the difference of two percentages instead.
error-formula-sum = { $of } does not add up over time.
error-formula-sum-hint = Only what is counted over a period, and is no percentage, can be summed or told per day.
error-formula-coarse = { $of } has no finer periods that could be taken together.
error-formula-coarse-hint = Use it as it is.
error-formula-money = { $of } is not money.
error-formula-money-hint = Only money is converted.
error-formula-rate = { $of } is not an exchange rate.
error-formula-rate-hint = A rate counts in the currency that is paid for one unit of the other, such as PKR for one US dollar, and is a stock.
error-formula-into = { $amount } and { $rate } both count in { $currency }; it is not said into which currency it is converted.
error-formula-into-hint = Name it: convert({ $amount }, { $rate }, USD), if the rate is the price of one US dollar.
error-formula-into-wrong = { $amount } cannot be converted into { $into } at { $rate }.
error-formula-into-wrong-hint = A third currency is named only where the amount counts in the currency of the rate: convert(total, rate) gives the currency of the rate, convert(total, rate, USD) US dollars.
error-formula-circle = { $series } would be calculated from itself.
error-formula-circle-hint = Leave out { $through }, which is calculated from it.
error-formula-figures = { $series } has { $figures ->
    [one] one figure
   *[other] { $figures } figures
} that were entered, and cannot be calculated too.
error-formula-figures-hint = Add another series with the formula; this one keeps its figures.
error-formula-kind = The formula gives { $gives }, and not { $asked }.
error-formula-kind-hint = Leave unit, frequency and kind to the formula; money may count in another scale.
error-formula-breaks = { $users } { $count ->
    [one] is calculated
   *[other] are calculated
} from { $series }, and could not be from then on.
error-formula-breaks-hint = Change the formula first, or add another series.
error-series-feeds = { $series } is used by the { $count ->
    [one] formula
   *[other] formulas
} of { $users }.
error-series-feeds-hint = Change or remove what is calculated from it first; or archive it.
error-merge-derived = { $series } is calculated, and has no figures that could be moved.
error-merge-derived-hint = Remove the one that is not needed, or change its formula.
error-derived-entry = { $series } is calculated, as { $formula }; no figure can be entered, corrected or withdrawn.
error-derived-entry-hint = Enter the figure in a series that it is calculated from. It follows by itself.

## Data for other programs

export-sheet-about = About
export-sheet-charts = Charts
export-sheet-trajectory = Trajectory
export-sheet-months = Months
export-sheet-quarters = Quarters
export-sheet-annual = Published years
export-sheet-years = Fiscal years
export-sheet-series = Series
export-sheet-published = Releases
export-sheet-claims = Targets
export-sheet-sources = Sources
export-workspace = Workspace
export-as-of = As known on
export-currency = Currency
export-fiscal-year-starts = Fiscal year starts in
export-italics-mean = Figures in italics are not final: first releases that nothing has confirmed, estimates, and figures that were calculated.
export-published-means = One row for each figure that was published, with its day and source. Earlier figures are kept beside revised ones.
export-licence = Terms of use
export-period = Period
export-month = Month
export-fiscal-year = Fiscal year
export-series = Series
export-unit = Unit
export-total = Total
export-how-counted = How counted
export-months = Months
export-growth = Growth, %
export-target = Target
export-gap = Gap
export-id = Id
export-title = Title
export-sector = Sector
export-ebops = EBOPS 2010
export-frequency = Frequency
export-measure = Flow or stock
export-origin = Published by
export-note = Note
export-kind = Kind
export-value = Value
export-value-high = Upper bound
export-announced = Stated on
export-maker = Stated by
export-office = Office
export-conditions = Conditions
export-official = Official
export-quote = Quote
export-source = Source
export-page = Page
export-publisher = Publisher
export-address = Address
export-retrieved = Read on
export-file-hash = SHA-256 of the file
export-kind-target = Target
export-kind-projection = Projection
export-kind-commitment = Commitment
export-each-month = Each month
export-each-quarter = Each quarter
export-each-fiscal-year = Each fiscal year
export-flow = Flow
export-stock = Stock
export-yes = Yes
export-no = No
export-basis-published = Published
export-basis-sum = { $every ->
    [quarter] Sum of four quarters
   *[month] Sum of twelve months
}
export-basis-to-date = Sum of the { periods } so far
export-basis-published-to-date = Published total to date
export-basis-last = Figure at the end
export-basis-derived = Calculated
export-derived = Calculated as { $formula }, not published
export-path = Path to the { $target } target for { $year }
export-contents = { $series ->
    [one] One series
   *[other] { $series } series
} with { $values ->
    [one] one published figure
   *[other] { $values } published figures
}, { $claims ->
    [0] no target
    [one] one target or projection
   *[other] { $claims } targets and projections
} and { $sources ->
    [one] one source
   *[other] { $sources } sources
}, as known on { $day }.
export-notes-go = { $notes ->
    [one] One note goes along.
   *[other] { $notes } notes go along.
}
export-notes-stay = { $notes ->
    [one] One note stays in the workspace.
   *[other] { $notes } notes stay in the workspace.
}
export-column-values = Published figures
export-column-periods = Periods
export-cleaned = { $count ->
    [one] One text lost characters that no document may hold
   *[other] { $count } texts lost characters that no document may hold
}
export-shortened = A text of { $characters } characters was cut to what a cell holds: { $sheet }, { $cell }
export-format-csv = CSV, one row per figure
export-format-xlsx = Excel workbook
export-format-ods = LibreOffice workbook
export-format-sdmx-csv = SDMX-CSV
export-format-datapackage = Data package
export-about-csv = Every figure with its day and source. It can be imported into another workspace.
export-about-xlsx = A sheet for each view, with charts that Excel draws itself.
export-about-ods = The same sheets for LibreOffice; its cells hold every digit.
export-about-sdmx-csv = For statistics offices and their programs.
export-about-datapackage = Tables with their description, in a zip file; for those who analyse data.
error-export-format = { $name } is no format that data can be written in.
error-export-format-hint = There are: { $known }.
error-export-wide = { $series } series stand side by side, and a sheet takes { $limit }.
error-export-wide-hint = Choose fewer series, or write CSV.

## Questions and what a good answer contains

question-pace = { $target }{ $n1 } leaves { $remaining } for { $span }, { $change } than a year earlier{ though-unlike }.{ $n2 } Which measures add how much, from which month?
answer-pace = the amount, the month and who is responsible.
question-unknown-months = Figures for { $span } have not been provided, though the year ended on { $day }. { $known } brought { $value }{ $n1 } of { $target }.{ $n2 } What are they, and was { $target } reached?
answer-unknown-months = each { period }, its date and the page.
question-two-targets = For { $year } { $target } was named;{ $n1 } on { $said } it was { $other }.{ $n2 } Which stands, and on what date was it set?
answer-two-targets = one figure, its date and its document.
question-moved-target = { $year } closed at { $value }{ $n1 } against { $target };{ $n2 } on { $said } the target was put at { $later }.{ $n3 } When was it changed, and by whom?
answer-moved-target = who changed it, when, and by which decision.
question-missed = { $year } closed at { $value },{ $n1 } { $gap } short of { $target }.{ $n2 } Which assumption did not hold, and what was changed because of it?
answer-missed = the assumption, its size and the change.
question-late-measure = { $measure } was due on { $due }; it is { $status }.{ $n1 } On what date does it open, and what does each month of delay cost?
answer-late-measure = a date, an amount and who is responsible.
question-budget = Of { $allocated } allocated for { $year } ({ $item }), { $spent } were spent by { $day }, { $share }{ $over ->
    [yes] , though the year was over
   *[no] , when { $elapsed } of the year had passed
}.{ $n1 } What held up the rest, and what was not done for want of it?
answer-budget = the amounts and dates by project.
question-revision = { $period } was first { $before },{ $n1 } then { $now }.{ $n2 } What was reclassified, and were other { periods } affected?
answer-revision = what was reclassified, by which rule, and which { periods }.
question-condition = { $projected } was { $kind ->
    [projection] projected
    [commitment] promised
   *[target] set as the target
} for { $year } on a condition: { $conditions }{ $n1 } Since then { $number ->
    [one] one disruption was recorded
   *[other] { $count } disruptions were recorded
} in that year.{ $n2 } Who answers for the condition, and what did each cost?
answer-condition = one office, and the days and receipts lost.
office-statistics = statistics office
# Words by which the name of an office begins with an article of its own.
office-articles = the a an
# Words, in small letters, of offices that take the article in a sentence.
office-takes-article = ministry minister department division office board bureau committee commission council authority bank senate cabinet government secretariat directorate agency association chamber corporation institute university
office-with-article = the { $office }

## Briefing

brief-description = { $series } against the official targets, as known on { $day }.
brief-as-of = Briefing, as of { $day }
brief-footer = As of { $day }. Data fingerprint { $digest }. The data are attached to this file.
brief-so-far = { $year }, { $span }
brief-for-target = { $over ->
    [yes] { $target } needed, { $span }
   *[no] For { $target }, { $span }
}
brief-growth = Growth needed, { $span }{ unlike-short }
as-told = { $text }
brief-grew = { $series } grew by { $growth } from the { same-periods } of { $before } ({ $span }{ unlike-why }).{ $n1 }
brief-fell = { $series } fell by { $growth } from the { same-periods } of { $before } ({ $span }{ unlike-why }).{ $n1 }
brief-grew-year = { $series } of { $year } grew by { $growth } on { $before }.{ $n1 }
brief-fell-year = { $series } of { $year } fell by { $growth } on { $before }.{ $n1 }
brief-left = { $over ->
    [yes] Meeting { $target }{ $n1 } took another { $remaining } in { $count } { periods }. The highest { period } brought { $best } ({ $when });{ $n2 } the best { $count } in a row averaged { $average }.
   *[no] Meeting { $target }{ $n1 } takes another { $remaining } in { $count } { periods }. The highest { period } so far brought { $best } ({ $when });{ $n2 } the best { $count } in a row averaged { $average }.
}
brief-left-season = { $over ->
    [yes] Meeting { $target }{ $n1 } took another { $remaining }, { $needed } { a-period } from { $span }. The same { periods } a year earlier averaged { $before }{ though-unlike }.
   *[no] Meeting { $target }{ $n1 } takes another { $remaining }, { $needed } { a-period } from { $span }. The same { periods } a year earlier averaged { $before }{ though-unlike }.
}
brief-left-highest = { $over ->
    [yes] Meeting { $target }{ $n1 } took another { $remaining } in { counted-periods }. The highest { period } brought { $best } ({ $when }).{ $n2 }
   *[no] Meeting { $target }{ $n1 } takes another { $remaining } in { counted-periods }. The highest { period } so far brought { $best } ({ $when }).{ $n2 }
}
brief-growth-never = { $over ->
    [yes] That was { $change } than a year earlier{ though-unlike }. No { $number ->
        [one] { period }
       *[other] { $count } { periods } in a row
    } has grown so fast since { $since }; the most was { $best } ({ $when }).
   *[no] That is { $change } than a year earlier{ though-unlike }. No { $number ->
        [one] { period }
       *[other] { $count } { periods } in a row
    } has grown so fast since { $since }; the most was { $best } ({ $when }).
}
brief-growth-less = { $over ->
    [yes] That was { $change } than a year earlier{ though-unlike }.
   *[no] That is { $change } than a year earlier{ though-unlike }.
}
brief-growth-reached = { $over ->
    [yes] That was { $change } than a year earlier{ though-unlike }. The last { $number ->
        [one] { period } to grow so fast was
       *[other] { $count } { periods } in a row to grow so fast were
    } { $when } ({ $best }).
   *[no] That is { $change } than a year earlier{ though-unlike }. The last { $number ->
        [one] { period } to grow so fast was
       *[other] { $count } { periods } in a row to grow so fast were
    } { $when } ({ $best }).
}
brief-outlook = { $over ->
    [yes] { $year } is estimated at { $median }, with { $level } chance between { $low } and { $high }.
   *[no] { $year } is forecast at { $median }, with { $level } chance between { $low } and { $high }.
}
brief-outlook-chance = { $over ->
    [yes] { $year } is estimated at { $median }, with { $level } chance between { $low } and { $high }. Chance that { $target }{ $n1 } was met: { $chance }.
   *[no] { $year } is forecast at { $median }, with { $level } chance between { $low } and { $high }. Chance that { $target }{ $n1 } is met: { $chance }.
}
brief-reached = The target of { $target }{ $n1 } was { $reached }; { $year } stands { $above }.{ $n2 }
brief-reached-headline = { $target } reached
brief-above-year = { $target } is { $growth } more than the { $base } of { $year }.{ $n1 }
brief-above-projection = { $target } is { $growth } above the { $base } projected for { $year }.{ $n1 }
brief-short = { $value }{ $n1 } is { $gap } less than the target of { $target }{ $close ->
    [yes] , too close to call
   *[no] {""}
}.{ $n2 }
brief-above = { $value }{ $n1 } is { $gap } more than the target of { $target }{ $close ->
    [yes] , too close to call
   *[no] {""}
}.{ $n2 }
brief-at = { $value }{ $n1 } is exactly the target of { $target }{ $close ->
    [yes] , too close to call
   *[no] {""}
}.{ $n2 }
brief-years = { $number ->
    [one] One year against its target
   *[other] { $count } years against their targets
}
brief-years-note = { $every ->
    [fiscal_year] Growth: on the previous year.
    [quarter] Growth: same quarters of the previous year.
   *[month] Growth: same months of the previous year.
}
brief-no-target = no target
brief-to-go = { $over ->
    [yes] { $value } open
   *[no] { $value } to go
}
brief-pace = Pace, { $unit }
brief-questions = { $number ->
    [one] One question
   *[other] { $count } questions
}
brief-questions-to = { $number ->
    [one] One question for { $office }
   *[other] { $count } questions for { $office }
}
brief-answer = { $to }. A full answer states { $answer }
brief-answer-one = A full answer states { $answer }
brief-sources = Sources
brief-page-of = { " of " }
pace-needed = { $over ->
    [yes] For { $target }{ $n1 }
   *[no] Needed for { $target }{ $n1 }
}
pace-reached = { $target }{ $n1 } reached
pace-best = Best { period }
pace-growth-needed = Growth needed{ unlike-short }
pace-growth = Growth to date{ unlike-short }
check-one-page = { $pages ->
    [one] One page
   *[other] { $pages } pages; one was meant
}
check-sourced = Every year and question carries its source; { $notes ->
    [one] one note
   *[other] { $notes } notes
}
check-alt = The chart has a text alternative
check-data = { $observations ->
    [one] One figure is attached as data
   *[other] { $observations } figures are attached as data
}
check-questions = { $count ->
    [0] No question
    [one] One question
   *[other] { $count } questions
}
contains-pages = { $pages ->
    [one] One page
   *[other] { $pages } pages
}
contains-observations = { $observations ->
    [0] No figure
    [one] One figure with its source and day
   *[other] { $observations } figures, each with its source and day
}
contains-claims = { $claims ->
    [0] No target or projection
    [one] One target or projection, with who stated it and under which condition
   *[other] { $claims } targets and projections, with who stated them and under which condition
}
contains-no-notes = Notes of this workspace stay in it
contains-notes = { $notes ->
    [0] No note: none was written
    [one] One note that was written beside a figure
   *[other] { $notes } notes that were written beside figures
}
attachment-csv = { $observations ->
    [one] { $series }: the figure that this briefing rests on, with source and day.
   *[other] { $series }: the { $observations } figures that this briefing rests on, each with source and day.
}
attachment-json = { $series }: figures, totals, pace and claims of this briefing.

## What the command line adds to a refusal, in place of what the window says

cli-exists-hint = Choose another name, or say that it may be replaced (--force).
cli-import-questions-hint = Answer with --published DATE, or put an "answer" beside each question of what --dry-run --json gives, and name that file with --map.
cli-import-rows-hint = Correct them, or see them all with --dry-run.

## Names, and characters that no font has

label-renamed = { $what ->
    [workspace] Workspace
    [series] Series
   *[source] Source
} “{ $before }” renamed “{ $after }”
label-amended = { $what ->
    [workspace] Workspace
    [series] Series
   *[source] Source
} “{ $title }” amended
sources-head-id = No.
sources-head-title = Title
sources-head-publisher = Publisher
sources-head-dates = Published
sources-head-observations = Figures
sources-head-claims = Targets
sources-head-document = Document
replaced-told = No font here has these characters, so □ stands for each of them: { $letters }
chart-note-replaced = □ in a name: a character that no font here has.
error-source-taken = There is another source “{ $title }” of the same publisher.
error-source-taken-hint = Give this one a title that tells it from the other, such as its date; or merge the two where they are one.
source-namesake = Another source is called “{ $title }” too; they stay two.
mark-provisional = The mark beside it was read as “provisional”.
mark-revised = The mark beside it was read as “revised”.
mark-estimated = The mark beside it was read as “estimate”: it closes no year.
mark-forecast = The mark beside it was read as “forecast”, which is kept as an estimate: it closes no year.
mark-actual = The mark beside it was read as “actual”.
mark-about = It was written as “about”; the figure is kept as it stands.
mark-footnote = The mark of a footnote was left out.
error-unknown-source = There is no source { $name }.
error-unknown-source-hint = Give its number or its title as the list of sources has it.

## Sources and their documents

rests-figures = { $figures ->
    [one] one figure
   *[other] { $figures } figures
} ({ $series })
rests-claims = { $claims ->
    [one] one target or projection
   *[other] { $claims } targets and projections
}
rests-entries = { $entries ->
    [one] one entry of a register
   *[other] { $entries } entries of registers
}
rests-corrections = { $count ->
    [one] one figure that was put right
   *[other] { $count } figures that were put right
}
label-source = Source “{ $title }” { $what ->
    [removed] removed
   *[added] added
}
label-sources-merged = Source “{ $from }” merged into “{ $into }”
note-sources-merged = Moved: { $moved ->
    [one] one figure
   *[other] { $moved } figures
}, { $claims ->
    [one] one target or projection
   *[other] { $claims } targets and projections
}, { $entries ->
    [one] one entry of a register
   *[other] { $entries } entries of registers
}. { $repeats ->
    [0] Nothing stood in both.
    [one] One figure stood in both, and stays once.
   *[other] { $repeats } figures stood in both, and stay once.
}
note-sources-clash = { $count ->
    [one] One figure differs from what the other source says of the same day: both are kept
   *[other] { $count } figures differ from what the other source says of the same day: all are kept
}
error-merge-documents = “{ $from }” and “{ $into }” each have a document, and these differ.
error-merge-documents-hint = Detach the one that is not needed; then merge the sources.
error-source-in-use = “{ $source }” is in use: { $uses }.
error-source-in-use-hint = Merge it into the source that it is the same as; or remove what rests on it first.
error-source-text-long = A text of { $length } characters is too long for a source.
error-source-text-long-hint = Write no more than { $most }; what is longer belongs in the document itself.
size-bytes = { $count ->
    [one] one byte
   *[other] { $count } bytes
}
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
document-told = { $name }: { $state ->
    [inside] inside the workspace, { $size }
    [beside] beside the workspace ({ $place }), { $size }
    [missing] missing, there is no { $place } beside the workspace
    [changed] changed, { $place } is another file than the one that was attached
   *[damaged] cannot be read as it was attached
}
document-offer-inside = The workspace grows by about { $size }: once for the document, once so that it can be undone.
document-offer-beside = The file stays where it is ({ $place }) and is found there as long as it travels with the workspace.
documents-whole = { $count ->
    [0] No source has a document.
    [one] The one document is as it was attached.
   *[other] All { $count } documents are as they were attached.
}
documents-broken = { $count ->
    [one] One document is not as it was attached:
   *[other] { $count } documents are not as they were attached:
}
label-document = Document “{ $name }” { $what ->
    [detached] detached from
   *[attached] attached to
} “{ $source }”
note-document-hash = { $size }, SHA-256 { $hash }…
note-document-shared = Another source has the same document; it stays
note-document-undo = The file of the workspace stays as large, so that this can be undone
note-document-stays = The file { $place } stays where it is
error-document-no-file = { $path } is no file that has an end.
error-document-no-file-hint = Choose a document.
error-document-too-large = { $name } is too large: no more than { $most } MB are { $inside ->
    [yes] kept inside a workspace
   *[no] attached
}.
error-document-too-large-hint = { $inside ->
    [yes] Leave it beside the workspace.
   *[no] Attach the pages that the figures stand on.
}
error-document-elsewhere = { $path } does not lie beside the workspace, which is in { $folder }.
error-document-elsewhere-hint = Put it into that folder or below, so that the two travel together; or keep it inside the workspace.
error-document-none = “{ $source }” has no document.
error-document-none-hint = Attach one first.
error-document-missing = { $name } is not there: { $place } is missing beside the workspace.
error-document-missing-hint = Put the file back where it was, or attach it again.
error-document-changed = { $name } was changed: { $place } is not the file that was attached.
error-document-changed-hint = Find the file as it was; or attach the one that is there now.
error-document-damaged = { $name } cannot be read as it was attached.
error-document-damaged-hint = Attach it again from the file itself, or look for it in a copy of the workspace.

## Which of several sources is read

label-prefer = { $series }, { $period }: “{ $source }” is read
label-prefer-withdraw = { $series }, { $period }: the usual rules decide again
note-prefer-reads = Read is { $after } now, in place of { $before }
note-prefer-same = Read is { $value }, as before
note-prefer-past = The decision holds for past days too, from the first release of that source on
note-prefer-idle = What that source says was said before the period was over; the figure that was published since stays
error-prefer-reason = No reason was given.
error-prefer-reason-hint = Say why this source is read and not another one.
error-prefer-again = { $source } is read for { $series }, { $period } already, for this reason.
error-prefer-again-hint = Give another reason, or choose another source.
error-prefer-none = Nobody decided which source is read for { $series }, { $period }.
error-prefer-none-hint = The list of figures that sources give differently has those that were decided.
error-prefer-no-figure = { $source } has no figure of { $series } for { $period }.
error-prefer-no-figure-hint = These have one: { $known }
disagreements-summary = { $count ->
    [0] No figure that is read is given differently by another source.
    [one] One figure is given differently by another source, or was decided
   *[other] { $count } figures are given differently by another source, or were decided
}{ $decided ->
    [0] { "" }
    [one] ; one is decided.
   *[other] ; { $decided } are decided.
}

## Revisions

revisions-summary = { $frequency ->
    [month] Months
    [quarter] Quarters
   *[fiscal_year] Fiscal years
}: { $n ->
    [0] nothing was published after a first release, so nothing is known of revisions
    [one] one was published again
   *[other] { $n } were published again
}{ $n ->
    [0] { "" }
   *[other] , { $revised ->
        [0] none was revised
        [one] one was revised
       *[other] { $revised } were revised
    }; mean size { $size }, bias { $bias }
}.{ $once ->
    [0] { "" }
    [one] { " " }One was published once only.
   *[other] { " " }{ $once } were published once only.
}
revisions-head-period = Period
revisions-head-first = First
revisions-head-published = Published
revisions-head-latest = Latest
revisions-head-revision = Revision

## Errors

error-nothing-open = No workspace is open.
error-nothing-open-hint = Open one, or the sample.
error-no-file = There is no file { $path }.
error-no-file-hint = Check the name and the folder.
error-no-folder = There is no folder { $path }.
error-no-folder-hint = Make the folder first, or choose another one.
error-no-folder-there = There is no folder { $path }.
error-no-folder-there-hint = Check how its name is written, and that the disk is there on which it lies.
error-is-folder = { $path } is a folder, not a file.
error-is-folder-hint = Check the place, and give the name of a file, in that folder or elsewhere.
error-not-created = { $path } cannot be written: { $why ->
    [in-use] somebody else has the file open
    [file] the file is write-protected
    [folder] its folder is write-protected
   *[no-lock] that place takes no such files ({ $detail })
}.
error-not-created-hint = { $why ->
    [in-use] Close it in the other program, and try again; or choose another name.
   *[other] Choose another folder, such as the one of your documents.
}
error-exists = { $path } exists already.
error-exists-hint = Choose another name, or say that it may be replaced.
error-disk-full = The disk is full; { $path } was not written.
error-disk-full-hint = Make room or choose another drive. Nothing was changed.
error-no-permission = { $path } may not be read or written: { $reason }.
error-no-permission-hint = Choose another folder, or ask for the right to write there.
error-io = { $path }: { $reason }.
error-io-hint = Check the place, and try again.
error-not-a-workspace = The file is not a workspace: { $detail }
error-not-a-workspace-hint = Choose a file ending in .hadaf. This one was left as it is.
error-other-database = The file is a database of another program, not a workspace
error-other-database-hint = { error-not-a-workspace-hint }
error-newer = The workspace has format { $file } and this program reads up to { $program }: it needs a newer Hadaf
error-newer-hint = Get the newer version of Hadaf. The file was left as it is.
error-damaged = The workspace is damaged: { $detail }
error-damaged-hint = { $backup ->
    [none] There is no backup beside it; use a copy of your own. The damaged file was left as it is.
   *[other] Copy { $backup }, the newest backup beside it, under a name of its own that ends in .hadaf, and open that. The damaged file was left as it is.
}
error-altered = The workspace holds “{ $name }”, which Hadaf did not put there
error-altered-hint = { $backup ->
    [none] Use a copy of your own from before. The file was left as it is.
   *[other] Copy { $backup }, the newest backup beside it, under a name of its own that ends in .hadaf, and open that. The file was left as it is.
}
error-unfinished = The last change to this workspace was cut short, and cannot be taken back while the file or its folder is write-protected
error-unfinished-hint = Remove the write protection and open it again. Where that cannot be done, copy the file together with the one beside it that ends in -journal into a folder that can be written, and open the copy. Never copy the one without the other.
error-replaced = The file was replaced by another one since it was opened; nothing was changed
error-replaced-hint = Open it again to work with the one that is there now. To keep what is shown, save a copy of it under another name first.
error-gone = The file was moved or deleted since it was opened; nothing was changed
error-gone-hint = Put it back where it was and open it again, or save a copy of what is shown.
error-output = The answer could not be written out: { $reason }
error-output-hint = Make room, or send the output elsewhere. What the call was to do in files has been done.
error-read-only = The workspace cannot be written: { $why ->
    [asked] it was opened for reading only
    [in-use] somebody else has it open
    [file] the file is write-protected
    [folder] its folder is write-protected
   *[no-lock] this drive cannot lock files ({ $detail })
}
error-read-only-hint = { $why ->
    [asked] Open it again to change it.
    [in-use] Wait until the other program has closed it, and open it again.
    [file] Remove the write protection of the file, or copy it to another name and allow the copy to be written.
   *[other] Copy it into a folder that can be written, and change it there.
}
error-busy = Another program is using the workspace at this moment
error-busy-hint = Try again in a moment.
error-no-room = The disk is full; nothing was changed
error-no-room-hint = { error-disk-full-hint }
error-constraint = The change does not fit the workspace: { $detail }
error-constraint-hint = Check what it refers to: a series, a source or a name that is there already. Nothing was changed.
error-unknown-row = There is no { $kind } “{ $id }”
error-unknown-row-hint = Read the list again; somebody may have removed it.
error-nothing-to-undo = There is nothing to undo
error-nothing-to-undo-hint = The change log lists what was changed, and what of it is undone.
error-nothing-to-redo = There is nothing to redo
error-nothing-to-redo-hint = Only what was undone since the last change can be done again.
error-conflict = “{ $name }” no longer fits the data, so it was left as it is
error-conflict-hint = Change the figures by hand; the entry stays in the change log.
error-sample = The sample’s { $name } cannot be read: { $reason }
error-sample-hint = This is a fault of Hadaf, and nothing was changed. Please report it with the message above.
error-system = { $reason }
error-system-hint = Check what was given, and try again.
error-system-permission = { $reason }
error-system-permission-hint = { error-no-permission-hint }
error-engine = { $reason }
error-engine-hint = This is a fault of Hadaf, and nothing was changed. Please report it with the message above.
error-not-chosen = { $path } was not chosen in a dialog
error-not-chosen-hint = Choose the place in the dialog again.
error-number-invalid = { $text } is no number: { $why ->
    [no_digits] it has no digits
    [point] nothing follows the point
    [commas] its commas do not separate thousands
    [places] it has more than nine decimal places
    [digits] it has more than 18 digits
   *[signs] it holds something other than digits
}
error-number-invalid-hint = Write digits with a point for decimals, such as 1,234.5
error-number-comma = { $text } has a comma where thousands do not end
error-number-comma-hint = Write { $reading } if the comma is a decimal point
error-number-with-unit = { $text } carries a unit
error-number-with-unit-hint = Write the bare number in the unit of the series
error-number-two-signs = { $text } is below zero twice over
error-number-two-signs-hint = Write it with a minus or in brackets, not with both
error-amount-digits = { $text } has no digits
error-amount-digits-hint = { error-amount-word-hint }
error-amount-word = { $text } has the word “{ $word }”, which is no currency and no scale
error-amount-word-hint = Write the number with its unit, such as $5.2 bn, 365 m or 3.5 to 3.7 bn; a bare number counts as the series does
error-amount-twice = { $text } says a second time, as “{ $word }”, in what it counts
error-amount-twice-hint = { error-amount-word-hint }
error-amount-percent = { $text } is a percentage with a currency or a scale
error-amount-percent-hint = Write the percentage alone, such as 12 %
error-amount-bound = { $text } is a bound (“{ $word }”), not an amount
error-amount-bound-hint = Write the number alone, and in the note how it was stated
error-amount-scale = { $text } may be counted in single units or in { $scale ->
    [thousand] thousands
    [million] millions
   *[billion] billions
}
error-amount-scale-hint = Write behind it { $scale ->
    [thousand] “thousand”
    [million] “m”
   *[billion] “bn”
}, or “one” for single units
error-amount-falling = { $text }: the second number of a range is the larger one
error-amount-falling-hint = Write the smaller number first
error-amount-mixed = The two ends of { $text } do not count in the same
error-amount-mixed-hint = Give both ends in one currency, or the two amounts one by one
error-amount-large = { $text } has more digits than are kept
error-amount-large-hint = { error-number-too-large-hint }
error-number-is-error = { $text } is an error of a spreadsheet, not a figure
error-number-is-error-hint = Mend the formula in the spreadsheet, or leave the cell empty.
error-number-is-period = { $text } is { $kind ->
    [month] a month
    [quarter] a quarter
    [year] a fiscal year
    [day] a day
   *[other] a period
}, not a figure
error-number-is-period-hint = Check that the column of figures is the one copied
error-number-too-large = The result of { $operation ->
    [sum] a sum
    [addition] an addition
    [subtraction] a subtraction
    [sign] a change of sign
    [rounding] rounding
    [scale] a change of scale
   *[places] a change of places
} does not fit into 18 digits
error-number-too-large-hint = Use a larger scale, such as billion
error-number-inexact = { $value } has more than { $places ->
    [one] one decimal place
   *[other] { $places } decimal places
}
error-number-inexact-hint = Round it to { $places ->
    [one] one decimal place
   *[other] { $places } decimal places
} first
error-unit-mismatch = { $left } and { $right } are different units
error-unit-mismatch-hint = Convert one of them first; currencies are never converted
error-concept-mismatch = A cost of the concept { $cost } cannot be taken from export receipts
error-concept-mismatch-hint = Show it as percent of a day's exports instead
error-word-unknown = { $text } is no { $what ->
    [against] outturn
    [band] band of chance
    [claim_id] claim id
    [claim_kind] kind of claim
    [cost_basis] basis of a cost
    [cost_concept] concept of a cost
    [currency] currency
    [factor_group] group of factors
    [factor_unit] unit of a factor
    [frequency] frequency
    [holidays] choice of holidays
    [horizon] horizon
    [lineage_kind] kind of lineage
    [measure] measure
    [number_fault] fault of a number
    [outage_kind] kind of outage
    [part] part of an assumption
    [part_list] list of assumptions
    [partial_date] date
    [path_method] path method
    [reason] reason
    [scale] scale
    [scenario_id] scenario id
    [sector_id] sector id
    [series_id] series id
    [side] side
    [state] state
    [status] status
    [to_date_basis] basis of a year so far
    [total_basis] basis of a total
    [vintage_role] role
    [year_names] way to name a fiscal year
   *[unit] unit
}
error-word-unknown-hint = { $known ->
    [none] { $what ->
        [claim_id] Up to 32 letters, digits, hyphens and underscores, such as T30
        [currency] Three capital letters, such as USD
        [partial_date] 2021, 2021-02 or 2021-02-03
        [scenario_id] Small letters, digits and underscores, at most 64, such as ten_days_in_april
        [sector_id] Small letters, digits and underscores, at most 64, such as computer_services
        [series_id] Small letters, digits and underscores, at most 64, such as ict_total
       *[unit] Such as USD million, PKR billion, percent or count
    }
   *[other] One of: { $known }
}
error-factor-range = { $factor } of { $value } is outside { $least } to { $most }
error-factor-range-hint = Choose a value within these bounds.
error-factor-order = The central value of { $factor } does not lie between its low and its high
error-factor-order-hint = Let them rise, or fall, from low over central to high
error-factor-unknown = This scenario has no factor { $factor }
error-factor-unknown-hint = Use an id of the table of factors, such as outage.1.days
error-untitled = The title of { $list ->
    [outage] outage { $number }
    [budget] budget line { $number }
    [initiative] initiative { $number }
   *[none] the scenario
} is missing
error-untitled-hint = Give it, and try again.
error-out-of-range = { $what ->
    [month] Month
    [quarter] Quarter
    [year] Year
    [fiscal_year] Fiscal year
    [first_month] First month of the fiscal year
    [places] Number of decimal places
    [days] Number of days, or exports a day,
    [outages] Number of outages
    [budget_lines] Number of budget lines
   *[initiatives] Number of initiatives
} { $value } is outside { $low } to { $high }
error-out-of-range-hint = Choose a value within these bounds.
error-period-empty = No period was given
error-period-empty-hint = Write a month as 2025-07, a quarter of the fiscal year as 2026-Q1, a fiscal year as FY2026
error-period-ambiguous = { $text } can mean more than one period
error-period-ambiguous-hint = Write { $options }
error-period-day-or-month = { $text } can be { $month } or { $day } of a year that is not written
error-period-day-or-month-hint = Write { $written } for { $month }; for a day, write the month in which it lies, with its year
error-period-day = { $text } is { $day } of a year that is not written
error-period-day-hint = Write the month in which it lies, with its year, such as 2025-07
error-period-perhaps = { $text } may be { $period }
error-period-perhaps-hint = Write { $written } if it is
error-period-impossible = { $text } is no period: { $reason }
error-period-impossible-hint = { error-period-empty-hint }
error-period-unknown = { $text } is no period
error-period-unknown-hint = { error-period-empty-hint }
either-or = { $first } or { $second }
period-option-year = { $year } ({ $first } to { $last })
period-option-fiscal = { $quarter } (of the fiscal year)
period-option-calendar = { $quarter } (of the calendar year)
period-option-months = the three months from { $first } one by one (of the calendar year)
period-option-day = the month of { $day }, with its year
no-period-half-year = half years are not kept; enter the months or the quarters
no-period-year-end = no fiscal year ends there
no-period-year = there is no such year
no-period-year-digits = a year has two or four digits
no-period-without-year = it names no year
no-period-quarter = a year has quarters 1 to 4
no-period-month = there is no month { $number }
no-period-second-number = the second number is neither a month nor the next year
no-period-years-apart = a fiscal year spans two calendar years, one after the other
no-period-one-year = the fiscal year is the calendar year here and does not span two
no-period-calendar-year = it is a calendar year, and the fiscal year is another
no-period-day = there is no such day
no-period-day-inside = it is a day; only the first or last day of a month stands for the month
no-period-backwards = its last month is before its first
no-period-so-far = it is a total of { $count ->
    [one] one month
   *[other] { $count } months
}, { $first } to { $last }; a figure is of a month, a quarter or a fiscal year
no-period-months = it runs over { $count ->
    [one] one month
   *[other] { $count } months
}; a figure is of a month, a quarter of the fiscal year or a fiscal year
error-chart-size = A chart of { $width } x { $height } pixels cannot be drawn; use 320 x 200 to 8000 x 8000
error-chart-size-hint = Choose a size within these bounds.
error-chart-density = A picture cannot have { $pixels } pixels to each of its canvas.
error-chart-density-hint = Choose a number from 0.1 to 10; 2 is for dense screens.
error-chart-value = The value { $value } of { $at } cannot be placed on an axis.
error-chart-value-hint = Correct the value, or choose another chart.
error-chart-paint = The picture cannot be painted: { $reason }.
error-chart-paint-hint = Choose a smaller picture, or fewer pixels to each of its canvas.
error-chart-crowded = The texts leave no room for the plot on a canvas of { $width } x { $height } pixels
error-chart-crowded-hint = Make the picture larger, or choose another chart.
error-import-too-large = The file has { $bytes } bytes, more than { $limit }
error-import-too-large-hint = Split it into smaller files
error-import-not-utf8 = The file is no text in UTF-8: byte { $offset } does not fit
error-import-not-utf8-hint = Save it again as "CSV UTF-8"
error-import-line-too-long = Line { $line } is longer than any line of a table
error-import-line-too-long-hint = Check that it is a table of comma-separated values
error-import-empty = The file is empty
error-import-empty-hint = Choose a file with a header and rows
error-import-no-header = The first row does not name the columns that are needed: { $missing }
error-import-no-header-hint = Begin the file with a line that names its columns: series, period, value, published, source.
error-import-header-twice = The first row names the column { $column } twice
error-import-header-twice-hint = Give each column a name of its own, or leave one of the two out.
error-import-bomb = The part { $part } of the file unpacks to more than is read
error-import-bomb-hint = Open the file in a spreadsheet, save it again, and import that.
error-import-too-many-cells = The file has more than { $limit } cells
error-import-too-many-cells-hint = Split it into smaller files.
error-import-too-many-sheets = The file has more than { $limit } sheets
error-import-too-many-sheets-hint = Keep the sheets with the figures, and import that file.
error-import-long-cell = A cell in row { $row } of { $sheet } is longer than { $limit } bytes
error-import-long-cell-hint = Shorten the text of that cell, or remove it.
error-import-password = The file is locked with a password
error-import-password-hint = Open it in a spreadsheet, save it without the password, and import that.
error-import-no-table = The file is { $what ->
    [pdf] a PDF
    [picture] a picture
    [word] a text document
    [slides] a set of slides
    [archive] an archive
   *[other] no table
}, and holds no table that can be read
error-import-no-table-hint = Copy the table out of it and paste it, or save it as a spreadsheet or CSV.
error-import-damaged = The part { $part } of the file is missing or damaged
error-import-damaged-hint = Open the file in a spreadsheet, save it again, and import that.
error-import-deletes = Row { $row } asks that a value be deleted, which an import does not do
error-import-deletes-hint = Remove that row, and import again.
error-import-no-figures = No figure of the file could be taken
error-import-no-figures-hint = See under what was left out why, and change the file or the fiscal year of the workspace.
error-import-map = The answers cannot be read: { $reason }
error-import-map-hint = Write them as the trial run gave them: one JSON object with questions, tables or answers.
error-import-unit = The file counts in { $found }, the series in { $series }
error-import-unit-hint = Choose a series of the same currency, or make a new one.
error-series-there = There is a series { $name } already.
error-series-there-hint = Choose it, or give the new one another id.
error-import-questions = { $count ->
    [one] One question is open, so nothing was imported: { $first }
   *[other] { $count } questions are open, so nothing was imported; the first: { $first }
}
error-import-questions-hint = Answer { $count ->
    [one] it
   *[other] them
} ({ $id }), and import again.
error-import-nothing = The file holds nothing that is not there already
error-import-nothing-hint = Choose another file, or close this one.
error-import-none-read = No file is being imported
error-import-none-read-hint = Open the file again.
error-import-cancelled = Reading was stopped; nothing was imported
error-import-cancelled-hint = Open the file again to import it.
issue-column-not-read = The column “{ $name }” is not read
issue-read-as-years = { $text } and its like were read as fiscal years, since { $since ->
    [no_month] { $year } can be no month
    [yearly] the series has figures for years
   *[in_order] the years follow one another
}
issue-read-as-to-date = { $text } and its like were read as totals from the start of the fiscal year
issue-value-empty = The value is empty; nothing is taken from this row
issue-no-figure = “{ $text }” says that there is no figure; nothing is taken from this row
issue-mark = The mark beside { $of } was taken off, and read as { $mark ->
    [provisional] provisional
    [revised] revised
    [estimated] an estimate
    [forecast] a forecast, which is an estimate
    [actual] actual
    [about] about
   *[footnote] a footnote
}
issue-value-rounded = { $text } was read as { $value }: the digits behind the fifteenth are a spreadsheet’s noise
error-too-many-rows = The file has more than { $limit } rows; the rest was not read
error-too-many-rows-hint = Split it into smaller files
error-quote-open = A quotation mark opens and is not closed
error-quote-open-hint = Close it, or double it if it belongs to the text
error-row-width = The row has { $cells ->
    [one] one cell
   *[other] { $cells } cells
}, the header { $header }
error-row-width-hint = Put texts with separators in quotation marks
error-nul-byte = The cell holds a character that no text has
error-nul-byte-hint = Save the file again as CSV UTF-8
error-cell-too-long = The cell has more than { $limit } characters
error-cell-too-long-hint = Shorten it
error-year-alone = { $year } alone is no publication date
error-year-alone-hint = Give the month too, such as { $year }-01
error-row-series = The row names no series
error-row-series-hint = Name one in the column “series”
error-row-unit = “{ $text }” is no unit
error-row-unit-hint = Write it as USD million, PKR thousand, percent or count
error-row-measure = “{ $text }” is neither flow nor stock
error-row-measure-hint = Write flow or stock
error-row-series-differs = The rows above say that { $series } is of another unit or measure
error-row-series-differs-hint = Give two series of different units two names
error-row-other-year = “{ $text }” is of a fiscal year that starts in another month than that of the workspace
error-row-other-year-hint = Import it into a workspace of its fiscal year
error-row-deletes = The row asks that a value be deleted, which no import does
error-row-deletes-hint = Leave the row out, and remove the value in the workspace
error-row-source = The row names no source
error-row-source-hint = Say where the value was read, in the column “source”
error-yes-or-no = “{ $text }” is neither yes nor no
error-yes-or-no-hint = Write yes or no
error-through-month = A total to date runs through a month, and { $period } is none
error-through-month-hint = Give the last month of the total
error-not-dated = “{ $text }” does not say how the row is dated
error-not-dated-hint = Write about, or nothing
error-paste-empty = The clipboard holds no cells
error-paste-empty-hint = Copy cells in the spreadsheet first
error-paste-too-large = The clipboard holds more than { $limit } cells
error-paste-too-large-hint = Copy a smaller block, or import the file
error-unknown-series = There is no series { $name }.
error-unknown-series-hint = { $count ->
    [0] This workspace has no series yet.
   *[other] There are: { $known }.
}
error-brief-empty = { $place } is empty
error-brief-empty-hint = Give the workspace, its series and its sources their names; then write the briefing again.
error-brief-fault = { $reason }
error-brief-fault-hint = This is a fault of Hadaf, not of the data; the data can be exported all the same. Please report it with the message above.
error-unknown-claim = There is no target or projection { $name }.
error-unknown-claim-hint = The overview lists them; open it anew.
error-unknown-sample = There is no sample { $name }.
error-unknown-sample-hint = There are: { $known }.
error-no-data = { $series } has no figures to show here yet.
error-no-data-hint = Enter a figure, choose another chart, or a later day.
error-no-entries = { $empty }
error-no-entries-hint = The chart shows what that register has on the day; choose a later day, or another chart, until there is something.
error-no-sum = { $series } counts in percent: its { periods } have no sum, so there is no total to draw.
error-no-sum-hint = The chart of { periods } shows what there is.
error-no-total = { $series } has no total to draw: of { $year }, { $known } of { $of } { periods } { $known ->
    [one] is
   *[other] are
} known, and { $missing } is missing.
error-no-total-hint = Enter { $missing }, or the published total to a month after it. The chart of { periods } shows what is there.
error-years-alone = { $series } has one figure a year: there is no year so far, and nothing within a year to draw.
error-years-alone-hint = The chart of fiscal years shows what there is.
error-date-missing = The day is missing.
error-date-missing-hint = Write it as 2026-03-20.
error-no-date = { $text } is no day.
error-no-publication = { $text } is no day of publication.
error-no-publication-hint = Write the day as 2026-03-20, or today, after-each-period for about a month after each period, or unknown.
error-date-ambiguous = { $text } can be { $first } or { $second }.
error-date-ambiguous-hint = Write the day as year, month, day, such as { $first }.
error-date-impossible = { $text }: there is no such day.
error-date-impossible-hint = Check the day and the month.
error-no-date-hint = Write it as 2026-03-20.
error-date-to-come = { $day } is still to come; today is { $today }.
error-date-to-come-hint = Give today or an earlier day.
error-date-too-early = { $day } is before { $period } began.
error-date-too-early-hint = Check the day and the period.
error-correct-no-entry = { $series } has no entry for { $period } to correct.
error-correct-no-entry-hint = Check the period and the number of the entry; the history of the figure lists the entries.
error-correct-nothing = The entry of { $series } for { $period } says that already.
error-correct-nothing-hint = Give what it should have said.
error-accept-reason = A reason is missing.
error-accept-reason-hint = Say why the figure stands as it is.
error-accept-again = { $name } is accepted already.
error-accept-again-hint = To change the reason, hold it open again first.
error-accept-none = { $name } was not accepted.
error-accept-none-hint = Choose one of those that are listed as accepted.
error-finding-unknown = The check finds no { $name }.
error-finding-unknown-hint = Write the kind and the place of a finding as the check lists them, such as break:total@2025-03.
error-withdraw-nothing = { $series } has no figure for { $period } to withdraw on { $day }.
error-withdraw-other = { $source } has published no figure of { $series } for { $period } that it could withdraw; the one that stands was published by { $publishers }.
error-withdraw-other-hint = A publisher withdraws its own figure. Name the source that published it; the document that tells of the withdrawal can stand in the note.
error-withdraw-nothing-hint = Check the period and the day on which it was withdrawn.
error-period-kind = { $series } has no values for { $period }.
error-period-kind-hint = Write a period of the series' own kind, or a fiscal year.
error-value-missing = No number was given.
error-value-missing-hint = Write digits with a point for decimals, such as 1,234.5.
error-source-missing = No source was given.
error-source-missing-hint = Every figure carries its source: give the title of the document.
error-name-missing = No name was given.
error-name-missing-hint = Write one.
error-series-missing = The first series has no title.
error-series-missing-hint = Give the total a title, such as Exports.
error-status-unknown = { $text } is no status that can be entered.
error-status-unknown-hint = Write first, revised or estimate.
error-history-place = { $text } does not name a figure.
error-history-place-hint = Write SERIES@PERIOD, such as ict_total@2024-11.
error-paste-not-ready = Nothing was pasted: { $summary }
error-paste-not-ready-hint = Correct the cells that cannot be read, and copy again.
error-paste-twice = { $period } has its figure from a row above
error-paste-twice-hint = Leave one figure for each quarter or year.
error-attribute-nothing = The selected figures bear that day and source already, or nobody entered them.
error-attribute-nothing-hint = Select figures that were entered, and give another day or source.
error-take-out-nothing = Nobody entered a figure in the selected cells.
error-take-out-nothing-hint = Select figures that were entered. Calculated ones follow what they rest on.
error-import-rows = { $count ->
    [one] One row cannot be read, so nothing was imported; { $first }
   *[other] { $count } rows cannot be read, so nothing was imported; { $first }
}
error-import-rows-hint = Correct the rows that the report lists, and import again.
error-no-ending = The name { $path } has no ending, and the ending says what is written.
error-no-ending-hint = Put one of these behind it: { $known }; for example { $example }.
error-unknown-ending = { $path } has an ending that cannot be written here.
error-unknown-ending-hint = Use { $known }.
error-forecast-short = { $series } has { $have ->
    [1] one value
   *[other] { $have } values
}; a forecast needs at least { $need }.
error-forecast-short-hint = Enter or import more of its past, or read it as of a later day. Until then the pace is shown without a forecast.
error-forecast-monthly = { $series } has a figure each { $every ->
    [quarter] quarter
   *[fiscal_year] fiscal year
}; only monthly series are forecast, since totals, chances and scenarios are worked out from paths of months.
error-forecast-monthly-hint = Choose a series with a value for each month; the pace that a target needs is told of every series.
error-forecast-number = { $series } cannot be forecast: its value number { $number } is not a usable number.
error-forecast-number-hint = Correct the value.
error-forecast-horizon = A horizon is 1 to { $most } periods, not { $given }.
error-forecast-horizon-hint = Choose a number within these bounds.
error-forecast-season = A season has 1 to { $most } periods, not { $given }.
error-forecast-season-hint = Write 12 for months, 4 for quarters, 1 where nothing comes again every year.
error-forecast-table-column = { $file } cannot be forecast: the table has no column { $column }.
error-forecast-table-column-hint = It takes the columns series_id, t and value, one period a row, in the order of t.
error-forecast-table-number = { $file } cannot be forecast: line { $line }: “{ $text }” is not a number.
error-forecast-table-number-hint = { error-forecast-table-column-hint }
error-forecast-table-twice = { $file } cannot be forecast: lines { $first } and { $line } both give series { $series } at t = { $t }.
error-forecast-table-twice-hint = { error-forecast-table-column-hint }
error-forecast-table-ragged = { $file } cannot be forecast: line { $line } has { $found ->
    [one] one cell
   *[other] { $found } cells
}, the first line { $expected }.
error-forecast-table-ragged-hint = { error-forecast-table-column-hint }
error-forecast-table-csv = { $file } cannot be forecast: it is no table in CSV.
error-forecast-table-csv-hint = { error-forecast-table-column-hint }
error-forecast-table-empty = { $file } cannot be forecast: it has no rows.
error-forecast-table-empty-hint = { error-forecast-table-column-hint }
error-forecast-table-text = { $file } cannot be forecast: it is no text in UTF-8.
error-forecast-table-text-hint = { error-forecast-table-column-hint }
error-scenario-months = Months { $first } to { $last } are not within the { $horizon } months ahead.
error-scenario-months-hint = Choose months that are ahead.
error-scenario-paths = The forecast has no paths.
error-scenario-paths-hint = { error-engine-hint }
error-forecast-one-place = Both tables would go to { $path }.
error-forecast-one-place-hint = Give each a name of its own.
error-language = There are no words in { $lang } yet.
error-language-hint = There are: { $known }.

## Outlook

outlook-claims-title = Chance of meeting each target
outlook-claims-note = { $number ->
    [0] In 100 years that follow what is known.
    [one] In 100 years with the same first month.
   *[other] In 100 years with the same first { $count } months.
}
outlook-claims-far = Later years rest on the same months, so their range is wide.
kind-for = { $kind } for { $year }
chance-of-100 = { $marks } of 100
chance-with-rest = { $met }; { $rest }
chance-rest = { $close } too close to call, { $missed } missed
chance-part-least = fewer than 1
chance-part-most = more than 99
chance-below-1 = fewer than 1 in 100
chance-above-99 = more than 99 in 100
chance-band-almost-no-chance = Almost no chance
chance-band-very-unlikely = Very unlikely
chance-band-unlikely = Unlikely
chance-band-roughly-even = Roughly even
chance-band-likely = Likely
chance-band-very-likely = Very likely
chance-band-almost-certain = Almost certain
chance-evidence = { $windows ->
    [0] { $asks }; no past year to compare with
    [one] { $asks }: reached in { $reached } of one past year
   *[other] { $asks }: reached in { $reached } of { $windows } past years
}
chance-evidence-times = { $span } at { $times } times the year earlier
chance-evidence-years = { $number ->
    [one] { $growth } on { $base }
   *[other] { $growth } a year on { $base } for { $count } years
}
chance-reached = reached in { $when }
chance-disagrees = Officially also { $others }
chance-other = { $amount } ({ $kind }, { $maker }, { $said })
drivers-title = { $over ->
    [yes] What could have changed { $year }
   *[no] What could change { $year }
}
drivers-centre = against { $value }
driver-months = Uncertainty of { $span }
driver-months-range = 80 % range
driver-months-evidence = { $count ->
    [0] no past forecast error
    [one] from one past forecast error
   *[other] from { $written } past forecast errors
}
driver-growth = Growth, { $span }
driver-growth-evidence = { $windows ->
    [one] one past window
   *[other] { $windows } past windows
} of { $number ->
    [one] one month
   *[other] { $count } months
}{ unlike-why }
driver-outage = An outage of a week
driver-outage-range = none to national, all lines
driver-outage-evidence = about { $cost } lost in the year; an assumption
driver-revision = A revision
driver-revision-range = as { $month }, { $change }
driver-revision-evidence = the largest of a month so far
headline-by-day = The same by the day
by-day-note = { $days ->
    [one] one day
   *[other] { $days } days
} left; { $so_far } a day so far
unit-a-day = { $unit } a day
headline-last-reached = { $number ->
    [one] Last reached in one { period }
   *[other] Last reached over { $count } { periods }
}
never = never
in-windows = in { $reached } of { $windows ->
    [one] one window
   *[other] { $windows } windows
}
sectors-title = { $now ->
    [yes] Growth by sector, { $span }
   *[no] Growth by sector, { $span } (latest { period } with sector data)
}
sectors-rest = Not allocated
sectors-ahead-title = { $over ->
    [yes] { $year } by sector: where it may have ended
   *[no] { $year } by sector: where it may end
}
sectors-ahead-note = The total is forecast without its sectors; to the end of { $year } they are drawn so that with the rest they add up to it. Later years of a sector are forecast by themselves.
sector-too-short = { $sector } has { $have ->
    [one] one month
   *[other] { $have } months
}, and a forecast needs { $need }: it is in the rest.
sector-apart = The figures of { $sector } carry no forecast beside the total: it is in the rest.
sector-claim = { $sector }: { $told }
sector-known = known
sector-rest = Rest
column-sector-range = { $level } range
column-sector-spread = Share of the total’s uncertainty
column-sector = Sector
column-change = Change
column-points = Contribution, percentage points
column-short = Short of the path to { $target }
method-title = Method: { $method }
method-text = Fitted to { $months ->
    [one] one month
   *[other] { $months } months
}, on scales by weight: { $scales }. { $alone ->
    [yes] Several hundred parameter sets are averaged, not one chosen.
   *[no] Several hundred parameter sets are averaged, not one chosen; the median of ETS, theta and the seasonal naive has { $voices } of the weight.
} { $errors ->
    [0] The widths are those usual for such a series, as it is too short for past errors.
   *[other] The widths rest on { $written } past errors of this series, { $ratio } times what the model expected of itself.
} { $paths } joint paths give the year's total its range.
scale-of-raw = as they are { $share }
scale-of-root = square root { $share }
scale-of-log = logarithm { $share }
remark-missing = { $count ->
    [one] { $months } has no figure and is bridged.
   *[other] { $count } months have no figure and are bridged: { $months }{ $more ->
        [0] .
       *[other] { " " }and { $more } more.
    }
}
remark-outliers = { $count ->
    [one] { $months } stood out and was pulled in before the fit.
   *[other] { $count } months stood out and were pulled in before the fit: { $months }{ $more ->
        [0] .
       *[other] { " " }and { $more } more.
    }
}
remark-derived = { $count ->
    [one] { $months } is calculated from published totals.
   *[other] { $count } months are calculated from published totals: { $months }{ $more ->
        [0] .
       *[other] { " " }and { $more } more.
    }
}
remark-pulse = { $number ->
    [one] An unusual month: { $span }
   *[other] Unusual months: { $span }
}, { $size } { $below ->
    [yes] below
   *[no] above
} the pattern; not expected again.
remark-pulse-late = { $number ->
    [one] The newest month, { $span }, is
   *[other] The newest months, { $span }, are
} { $size } { $below ->
    [yes] below
   *[no] above
} the pattern. It may be a one-off or a new level: { $share } of it is taken as lasting, and the range is wider.
remark-pulse-why = Entered among the disruptions of that time: { $disruptions }.
note-unusual = Not expected again: { $months }{ $more ->
    [0] .
   *[other] { " " }and { $more } earlier.
}
note-unusual-late = { $months } may be a one-off or a new level.
note-step = A lasting step: { $step }.
note-sized = { $what } ({ $size })
remark-shift = A lasting step in { $month }, { $by }: shown, not adjusted.
remark-working-days = Working days count: one more in a month is worth { $size } (standard error { $error }).
remark-feast-days = Days of { $feasts } count: one more in a month is worth { $size } (standard error { $error }), beside the working day that it takes.
remark-fast-days = Days of { $feasts } count: one more in a month is worth { $size } (standard error { $error }).
remark-holidays-not = The history does not carry an effect of { $causes }: none is counted.
cause-working-days = working days
cause-feast-days = days of { $feasts }
remark-far = Years to { $year } are forecast separately and do not affect the current year.

## The record of the method

record-title = The { $level } range contained { $held } of { $of ->
    [one] one past month
   *[other] { $of } past months
}
record-note = { $origins ->
    [one] Tested from { $first }, a year ahead, knowing only the months before
   *[other] Tested from { $origins } past months, { $first } to { $last }, a year apart and a year ahead each time, knowing only the months before
}, on the figures as they stand now.
record-method-combination = Average (used)
record-method-ets = ETS
record-method-theta = Theta
record-method-seasonal-naive = Same month last year
column-method = Method
column-mean-error = Mean error, { $unit }
column-scaled-error = Against last year's change
column-bias = Bias, { $unit }
column-total-error = Twelve months' total
column-promised = Stated
column-held = Actual
column-of = Of
k-of-n = { $k } of { $n }
record-chances-high = { $count ->
    [one] of one chance above 80 %, { $happened } came true
   *[other] of { $count } chances above 80 %, { $happened } came true
}
record-chances-low = { $count ->
    [one] of one chance below 20 %, { $happened } did
   *[other] of { $count } chances below 20 %, { $happened } did
}
record-chances-note = Tested on { $years ->
    [one] one past year
   *[other] { $years } past years
} with { $togo ->
    [one] one month
   *[other] { $togo } months
} to go: the { $level } range contained { $held } of the totals.
record-chances-parts = Of chances to meet the target, or last year’s growth where there was none: { $parts }.
record-chances-none = There are too few past years to test the chances.
record-year-met = met
record-year-not-met = not met
column-past-year = Year
column-past-range = { $level } range then
column-past-total = Total
column-past-asked = Asked for
column-past-chance = Chance then
column-past-outcome = Outcome
record-tested = With { $history } months of history, the { $level } range contained { $held } of the outcomes of { $series } public series { $years ->
    [one] in the first year ahead.
   *[other] in the first { $years } years ahead, one after the other.
}
record-public = On { $series } public series (M1, M3 and tourism forecasting competitions) the same method’s 80 % range contained { $held80 } and its 95 % range { $held95 }; its chances of a year’s total were { $off } points off on average.

## Charts of the outlook

finding-outlook-reached = { $over ->
    [yes] { $year } reached { $target }{ $dated ->
        [yes] { " " }in { $when }
       *[no] {""}
    }; it is estimated at { $median }
   *[no] { $year } reached { $target }{ $dated ->
        [yes] { " " }in { $when }
       *[no] {""}
    } and is heading for { $median }
}
finding-outlook-below = { $over ->
    [yes] { $year } is estimated at { $median }; even the { $level } band ends below { $target }
   *[no] { $year } is heading for { $median }; even the { $level } band ends below { $target }
}
finding-outlook-above = { $over ->
    [yes] { $year } is estimated at { $median }; even the { $level } band lies above { $target }
   *[no] { $year } is heading for { $median }; even the { $level } band lies above { $target }
}
finding-outlook-chance = { $over ->
    [yes] { $year } is estimated at { $median }; the chance that { $target } was reached is { $chance }
   *[no] { $year } is heading for { $median }; { $target } has a chance of { $chance }
}
finding-outlook-alone = { $over ->
    [yes] { $year } is estimated at { $median }, between { $low } and { $high } with a chance of 8 of 10
   *[no] { $year } is heading for { $median }, between { $low } and { $high } with a chance of 8 of 10
}
chart-outlook-subtitle = { $series }, { $unit } since { $first }; fan { $fan }: 50, 80 and 95 %
chart-outlook-monthly-subtitle = { $series }, { $unit } a month; fan { $fan }: 50, 80 and 95 %
chart-backtest-subtitle = { $series }, { $unit } a month: actual, and forecast made { $ahead } months earlier
chart-backtest-note = { $count ->
    [one] One past forecast, knowing only the months before it, on the figures as they stand now.
   *[other] { $count } past forecasts, each knowing only the months before it, on the figures as they stand now.
}
readout-fan = median { $median }; 80 %: { $low80 } to { $high80 }; 95 %: { $low95 } to { $high95 }
readout-backtest-head = Forecast after { $origin }
readout-backtest = the { $level } range contained { $held } of { $of ->
    [one] one month
   *[other] { $of } months
}
status-forecast = forecast
column-band-low = { $level }, from
column-band-high = { $level }, to
column-origin = Forecast after
backtest-actual = actual
backtest-forecast = forecast
backtest-outside = outside

## Command line

show-reached = { $year } for { $target } ({ $claim }): { $reached }, now { $above }
show-pace = { $over ->
    [yes] { $year } for { $target } ({ $claim }): { $needed } { a-period } would have been needed in { counted-periods }{ $number ->
        [one] { " that is" }
       *[other] { " that are" }
    } not known here ({ $day } a day){ $growth }
   *[no] { $year } for { $target } ({ $claim }): { $needed } { a-period } needed in { counted-periods } ({ $day } a day){ $growth }
}
show-history-none = No figure of it is known.
show-pace-growth = { ", " }{ $growth } on a year earlier{ unlike-in-brackets }{ $windows ->
    [0] { "" }
    [one] : reached in { $reached } of one past period
   *[other] : reached in { $reached } of { $windows } past periods
}
show-path = { $side ->
    [behind] { $year }: { $gap } behind the path to { $target }
   *[ahead] { $year }: { $gap } ahead of the path to { $target }
}
no-path = No path to { $target } is drawn: the total of { $before }, from which it would start, is not known.
show-partial = { $over ->
    [yes] { $partly }; no total
   *[no] { $partly }; no total so far
}
forecast-scenario = Under the scenario { $scenario }, whose coefficients and events are assumptions.
forecast-known = { $months ->
    [one] One month known, { $last }.
   *[other] { $months } months known, the last { $last }.
} Method: { $method }; { $paths } joint paths.
column-middle = Middle
forecast-year = { $over ->
    [yes] { $year } is over, with { $missing ->
        [one] one month
       *[other] { $missing } months
    } unknown here: the estimate is { $median }, with 80 % chance { $low } to { $high }, with 95 % { $lowest } to { $highest }
   *[no] { $year } ends near { $median }, with 80 % chance { $low } to { $high }, with 95 % { $lowest } to { $highest }
} ({ $months ->
    [0] { $beyond ->
        [0] no month known
        [one] one month known after a gap
       *[other] { $beyond } months known after a gap
    }
    [one] { $known } known from one month
   *[other] { $known } known from { $months } months
}, { $missing } forecast)
forecast-beside-total = Drawn together with { $total } to the end of { $year }, so that with its other sectors it adds up to it. Later years, and what would have been said of past ones, are of this series by itself.
forecast-beyond = { $hole } The estimate counts { $months } all the same.
forecast-claim-reached = { $kind } { $claim }, { $value } in { $year }: { $reached }
forecast-claim = { $kind } { $claim }, { $value } in { $year }: chance that it is met { $chance }
forecast-reach-reached = { $value } in { $year }: { $reached }
forecast-reach = { $value } in { $year }: chance that it is met { $chance }
chance-least = less than 1 in 1,000
chance-most = more than 999 in 1,000
forecast-table = { $count ->
    [one] One series
   *[other] { $count } series
} forecast: { $path }
forecast-table-gap = { $series } has { $kind ->
    [single] no row for t = { $from }; it counts
   *[many-rows] no rows for t = { $from } to { $to }; they count
} as not known.
forecast-table-annual = Chances of the next season's total: { $path }

## Registers

label-register = { $entry } { $what ->
    [entered] entered
    [amended] amended
   *[removed] removed
}: { $name }
label-register-rows = { $register } { $what ->
    [pasted] pasted
   *[imported] imported
}: { $summary }
label-register-fill = { $register }: { $count ->
    [one] one entry
   *[other] { $count } entries
} filled in
register-rows = { $new ->
    [0] nothing new
    [one] one new
   *[other] { $new } new
}, { $changed ->
    [0] none changed
    [one] one changed
   *[other] { $changed } changed
}, { $same ->
    [0] none the same
    [one] one the same
   *[other] { $same } the same
}{ $invalid ->
    [0] { "" }
    [one] ; one row cannot be read
   *[other] ; { $invalid } rows cannot be read
}
register-outcome-new = new
register-outcome-changed = changed
register-outcome-same = the same
register-outcome-invalid = cannot be read
register-row-changed = { $field }: { $before } → { $now }
register-name-disruptions = Disruptions
register-name-costs = Published costs
register-name-budget = Budget
register-name-initiatives = Initiatives
register-name-concerns = Observations
register-name-undertakings = Assurances
entry-disruptions = Disruption
entry-costs = Cost
entry-budget = Budget line
entry-initiatives = Initiative
entry-concerns = Observation
entry-undertakings = Assurance
empty-disruptions = No disruption is known. Add one with its first day, its places and its source.
empty-costs = Nobody is known to have put a cost on a disruption. Add what was stated, with its concept and its source.
empty-budget = No budget line is known. Add what was allocated, released and spent for an item, with its source.
empty-initiatives = No initiative is known. Add a measure that was promised, with its owner and when it is due.
empty-concerns = No observation of the committee is known. Add a point that it raised.
empty-undertakings = No assurance is known. Add what was promised to the committee, by whom, and when it is due.
finding-disruptions = { $count ->
    [one] One disruption is known
   *[other] { $count } disruptions are known
}, { $in_year ->
    [0] none
   *[other] { $in_year }
} of them begun in { $year }
finding-costs = { $count ->
    [one] One published cost
   *[other] { $count } published costs
}; { $receipts ->
    [0] none measures
    [one] one measures
   *[other] { $receipts } measure
} export receipts{ $above ->
    [0] { "" }
    [one] , and one is above what a day of exports brings in
   *[other] , and { $above } are above what a day of exports brings in
}
note-costs = A loss of GDP or of an industry is no loss of export receipts. Costs are shown as a share of a day’s exports and never taken from them.
finding-budget = { $year }, { $item }: { $share } of the allocation { $what ->
    [released] released
   *[spent] spent
} when { $elapsed } of the year had passed
finding-budget-none = { $count ->
    [one] One budget line is known
   *[other] { $count } budget lines are known
}; none says both what was allocated and what was released
finding-initiatives = { $overdue ->
    [0] None
   *[other] { $overdue }
} of { $count ->
    [one] one initiative
   *[other] { $count } initiatives
} { $overdue ->
    [one] is
   *[other] are
} overdue{ $undated ->
    [0] { "" }
    [one] ; one has no due date
   *[other] ; { $undated } have no due date
}
finding-concerns = { $unanswered ->
    [0] None
   *[other] { $unanswered }
} of { $count ->
    [one] one observation
   *[other] { $count } observations
} { $unanswered ->
    [one] has
   *[other] have
} no answer
finding-undertakings = { $overdue ->
    [0] None
   *[other] { $overdue }
} of { $count ->
    [one] one assurance
   *[other] { $count } assurances
} { $overdue ->
    [one] is
   *[other] are
} overdue
column-entry = Number
column-remarks = Remarks
column-from = Source
remark-no-end = no end is known
remark-more-than-a-day = { $maker } puts a day of it above what a day of exports brings in
remark-other-concept = counts { $concept }, not export receipts
remark-behind = released { $points } points behind the year
remark-released-more = more was released than allocated
remark-spent-more = more was spent than released
remark-overdue = overdue by { $days ->
    [one] one day
   *[other] { $days } days
}
remark-due = due in { $days ->
    [0] the course of the day
    [one] one day
   *[other] { $days } days
}
remark-unanswered = no answer
cost-told = { $amount } ({ $concept }, { $maker })
concept-gdp = GDP
concept-receipts = export receipts
concept-industry = losses of an industry
concept-other = something else
outage-national = all lines of the country
outage-mobile = mobile data
outage-throttled = slowed down
outage-cable = cable fault
outage-ban = ban of platforms
outage-region = all lines of a region
state-planned = planned
state-running = running
state-done = done
state-dropped = dropped
field-start = From
field-end = To
field-scope = Places and services
field-kind = Kind
field-outage = To a scenario
field-region-share = Share of capacity
field-days = Days
field-costs = Published costs
field-note = Note
field-disruption = Disruption
field-amount = Amount
field-unit = Unit
field-concept = Counts
field-maker = Stated by
field-method = How
field-published = Published
field-percent-of-day = Of a day’s exports
field-fiscal-year = Year
field-body = Whose budget
field-item = For what
field-allocated = Allocated
field-released = Released
field-spent = Spent
field-through = Through
field-released-percent = Released of allocated
field-spent-percent = Spent of allocated
field-elapsed-percent = Of the year
field-name = What
field-owner = Owner
field-announced = Announced
field-due = Due
field-status = How it stands
field-state = In a word
field-closed = Done or dropped
field-overdue-days = Days overdue
field-text = What
field-raised-by = Raised by
field-raised = Raised
field-answer = Answer
field-promised-by = Promised by
field-concern = Answers the observation
field-promised = Promised
outage-none = other
lane-unanswered = No answer
lane-answered = Answered
lane-undertakings = Assurances
lane-overdue = Overdue
lane-on-the-way = On the way
lane-done = Done
lane-dropped = Given up
readout-due = due { $due }
subtitle-disruptions = Disruptions by kind, to scale, above { $series } by { period }
subtitle-initiatives = From the day of announcement; a mark where each is due
subtitle-concerns = From the day on which it was raised
chart-disruptions-note = A dip beside a disruption is no proof of its cost: { periods } differ by more than most of them could explain.
chart-undated = { $count ->
    [one] One entry has no date and stands in the table only.
   *[other] { $count } entries have no date and stand in the table only.
}
chart-budget-subtitle = { $unit }; the tick is the share of the year that had passed
chart-budget-note = Lines are as published: some are of a part of the year, or of other schemes than the line before.
chart-elapsed = { $share } of the year
chart-source-register = { $pages ->
    [one] Source: one document, listed under Sources.
   *[other] Source: { $pages } documents, listed under Sources.
}
hint-number = 1,234.5
hint-partial-date = 2021, 2021-02 or 2021-02-03
hint-day = 2021-02-03
hint-year = FY2026
hint-month = 2026-03
hint-unit = USD million
hint-source = title of the document
hint-disruptions = number of the disruption
hint-concerns = number of the observation
error-field-missing = { $field } is empty.
error-field-missing-hint = Fill it in; the entry says nothing without it.
error-field-unknown = There is no field { $field } here.
error-field-unknown-hint = There are: { $known }.
error-field-negative = { $field } cannot be below zero: { $text }.
error-field-negative-hint = Write zero or a larger number.
error-field-share = A share of capacity lies between 0 and 1, not at { $text }.
error-field-share-hint = Write 0.4 for 40 percent.
error-field-month = { $text } is no month.
error-field-month-hint = Write a month, such as 2026-03.
error-field-order = { $second }, { $to }, lies before { $first }, { $from }.
error-field-order-hint = Correct one of the two.
error-entry-unknown = There is no entry { $id } in the register of { $register }.
error-entry-unknown-hint = List the register for the numbers that there are.
error-register-heads = The first row names no field of the register of { $register }.
error-register-heads-hint = Put names of fields over the columns: { $known }, source. An export of the register has them.
error-register-no-rows = There is no row to enter.
error-register-no-rows-hint = Give at least one row with something in it.
error-register-nothing = Every row says what the register has already.
error-register-nothing-hint = Change a cell, or leave it as it is.
error-register-twice = Another row is about the same entry.
error-register-twice-hint = Keep one of the two, or tell them apart by what they are about.
error-register-row = Row { $row } cannot be read: { $cause }{ $count ->
    [one] { "" }
   *[other] { " " }In all, { $count } rows cannot be read.
}
error-register-row-hint = Correct the row; nothing was entered.

## Scenarios

empty-scenarios = No scenario yet. Add one: an outage, a budget released late, a measure that works or does not.
entry-scenarios = Scenario
scenario-copy = { $title } ({ $number })
scenario-assumed = Every coefficient and event here is an assumption; a source beside one says what it leans on.
scenario-register = The forecast rests on months that had outages. What they usually take is given back before outages are drawn from the register, so that only their chance is added.
error-scenario-unknown = There is no scenario { $id }.
error-scenario-unknown-hint = { $count ->
    [0] This workspace has no scenario yet. Make one in the window, under Forecast.
   *[other] There are: { $known }.
}
error-scenario-missing = This picture needs a scenario.
error-scenario-missing-hint = { $count ->
    [0] This workspace has none yet. Make one in the window, under Forecast.
   *[other] Name one of: { $known }.
}
error-scenario-year = { $series } has no such year ahead.
error-scenario-year-hint = { $count ->
    [0] Every year is known whole; a scenario is about years that are not.
   *[other] Years that are not known whole: { $known }.
}
error-scenario-claim = Target { $id } is not open about this year.
error-scenario-claim-hint = { $count ->
    [0] No target or projection about this year is open. Leave the target out, or choose another year.
   *[other] Open are: { $known }.
}
error-scenario-gap = { $series } lacks { $month } amid months that are known; a scenario needs the months before it.
error-scenario-gap-hint = Enter the month that is missing.
factor-of = { $part }: { $title }
factor-part-days = Length
factor-part-region-share = Share of capacity
factor-part-released = Released
factor-part-uplift = Adds to exports
factor-part-ramp-months = Takes hold within
factor-part-slip-months = Starts late by
factor-part-chance = Chance of being delivered
factor-group-event = Events
factor-group-capacity = Capacity cut off
factor-group-live = Work that needs the line live
factor-group-made-up = What is recovered
factor-group-payment = When it is paid
factor-group-clients = Clients who leave
factor-group-draws = How it is drawn
factor-group-budget = Budget
factor-group-initiative = Initiatives
factor-group-economy = Growth and money
factor-unit-share = share
factor-unit-share-per-day = share a day
factor-unit-days = days
factor-unit-weeks = weeks
factor-unit-months = months
factor-unit-per-unit = of receipts for each unit
factor-unit-points = points a year
factor-unit-percent = percent
factor-unit-number = number
factor-source-entered = entered, in place of the default
factor-source-none = assumed; no source
factor-source-scenario = part of the scenario
formula-w = w, { $month }
formula-share = share = w × c × n
formula-made-up = u = u₀ × e^(−(L − 1) ÷ τ)
formula-lost = lost = exports × share × (1 − u)
formula-all-months = lost in { $count ->
    [one] one month
   *[other] { $count } months
}
formula-receipts = receipts of the year = − lost − clients − paid later

## Fans

fan-readout = middle { $median }, with 80 % chance { $low } to { $high }
fan-middle = Median { $median }
fan-interval = { $name }: { $low } to { $high }

## Findings of scenarios

scenario-draft = This scenario
scenario-baseline = Without a scenario
scenario-at-low = Mildest
scenario-at-high = Worst
scenario-effect = { $moves ->
    [nothing] { $name } moves nothing
    [costs] { $name } costs { $size }
   *[brings] { $name } brings { $size }
}
scenario-claim-becomes = { $how ->
    [lost] { $amount } is out of reach either way
    [safe] { $amount } is within reach either way
    [below] { $amount } falls below even odds, { $before } to { $after }
    [above] { $amount } rises above even odds, { $before } to { $after }
   *[moves] the chance of { $amount } goes from { $before } to { $after }
}
scenario-claim-reached = { $amount } was { $reached } already
scenario-cost = { $cost }: { $share } of a day’s exports for each of its days; not subtracted
scenario-claim-named = { $kind } of { $amount } for { $year }
scenario-behind = Without it { $median }
chart-scenario-subtitle = { $series } since the start of the year, { $unit }; grey: without the scenario
column-fan-month = Month
column-fan-median = With it
column-from-end = { $column }, from
column-to-end = { $column }, to
column-fan-low = 80 % from
column-fan-high = 80 % to
column-fan-without = Without it
break-even-low-end = { $claim }, its low end of { $amount } alone
break-even-days = { $how ->
    [lost] { $claim }: below even odds without any day offline
    [safe] { $claim }: above even odds even after { $most } days offline
   *[at] { $claim }: falls below even odds from day { $value } offline
}
break-even-released = { $how ->
    [lost] { $claim }: below even odds even when all the money is released
    [safe] { $claim }: above even odds even when no money is released
   *[at] { $claim }: even odds when { $value } of the money is released
}
break-even-growth = { $how ->
    [lost] { $claim }: below even odds even with { $most } points more growth a year
    [safe] { $claim }: above even odds even with { $most } points less growth a year
   *[at] { $claim }: even odds at { $value } points of growth a year beyond the forecast
}
column-tornado-factor = Factor
column-tornado-range = Low to high
column-tornado-low = At its mildest
column-tornado-high = At its worst
column-tornado-chance = Chance
tornado-together = All together
tornado-title = What matters most: { $factor }
tornado-none = Nothing in this scenario is in doubt
tornado-subtitle = Effect on { $year } of one factor at a time, the others central; { $unit }
tornado-head-factor = Factor
tornado-head-range = Low to high
tornado-head-effect = Effect
tornado-head-chance = { $amount ->
    [none] Chance
   *[other] Chance of { $amount }
}
tornado-note = Each factor from its 10 % to its 90 % point of cost. All of them are assumptions; what the months may bring is not among them.
tornado-range = { $count ->
    [one] One factor around { $base }.
   *[other] { $count } factors around { $base }.
}
tornado-readout = { $low } at its mildest, { $high } at its worst
scenarios-title = By scenario, the middle of { $year } lies between { $low } and { $high }
scenarios-subtitle = { $series } of the year, { $unit }; dot: the middle, bar: 80 %, thin: 95 %
scenarios-chance = Chance of { $amount }
column-side-scenario = Scenario
column-side-median = Middle
column-side-interval = 80 %
column-side-chance = Chance
two-way-days-released = Chance by days offline (down) and share of the money released (across): { $claim }
two-way-days-growth = Chance by days offline (down) and points of growth beyond the forecast (across): { $claim }
two-way-released-growth = Chance by share of the money released (down) and points of growth beyond the forecast (across): { $claim }
scenario-text-baseline = { $year } without it: { $median }, with 80 % chance { $low } to { $high }
scenario-text-year = { $year } with it:    { $median }, with 80 % chance { $low } to { $high }
scenario-text-claim = { $kind } { $claim }, { $amount }: chance { $before } without it, { $after } with it
scenario-text-claim-reached = { $kind } { $claim }, { $amount }: { $reached } already
scenario-text-tornado = { $claim ->
    [none] One factor at a time, the others central
   *[other] One factor at a time, the others central; chance: { $claim }
}
scenario-text-side = { $claim ->
    [none] Side by side
   *[other] Side by side; chance: { $claim }
}
scenario-text-factors = What it rests on

### The words of the screens. Sentences that carry figures are made in Rust (app.ftl).

## Navigation and shell

nav-main = Main
nav-overview = Overview
nav-data = Data
nav-claims = Targets
nav-outlook = Forecast
nav-risks = Risks
nav-briefings = Briefings
nav-sources = Sources
nav-series = Series
offline = Works offline
keys-open = Keyboard shortcuts
settings = Settings
close = Close
cancel = Cancel
open = Open
messages = Messages
failure-code = Code: { $code }
close-escape = Close (Esc)
waiting = One moment …
saved = Saved { $at }
saving = Saving …
version = Version { $version }
percent = { $value } %
source-marks = Source { $numbers }

## Files

file-save-copy = Save a copy
file-save-copy-as = Save a copy …
file-rename = Rename this workspace …
file-new = New workspace …
file-open = Open a workspace …
file-close = Close this workspace
file-open-again = Open it again
sample-afresh = Start the sample afresh
sample-fresh = The sample is as it came.
copy-saved = Copy saved: { $path }

## Undo and the log

undo = Undo
undo-what = Undo: { $label }
redo = Redo
redo-what = Redo: { $label }
change-log = Changes
log-open = Change log …
log-title = Change log
log-empty = Nothing has been changed in this workspace yet.
log-undone = undone
log-by = { $who }, { $at }
toast-undone = Undone: { $label }
toast-redone = Redone: { $label }

## As of a day

asof = As of
asof-today = today, { $date }
asof-title = Show data as known on
asof-help = All screens show only what had been published by that day.
asof-date = Day
asof-read = Show
asof-latest = latest release
asof-published = Days of publication
asof-back = Back to today
asof-reading = As known on { $day }. Read-only.
asof-locked = Read-only: data as known on a past day. Go back to today to enter figures.
date-placeholder = 2025-01-31
day-read = Read as { $day }

## Settings

theme = Appearance
theme-system = Same as system
theme-light = Light
theme-dark = Dark
zoom = Zoom
zoom-in = Larger
zoom-out = Smaller
zoom-reset = Back to 100 %
author = Your name
author-help = Written beside every change in the change log.

## Keys

keys-title = Keyboard shortcuts
keys-everywhere = Everywhere
keys-screens = Overview to Sources
keys-regions = Between navigation, title bar and screen
keys-history = History of the selected figure (also right-click)
keys-list = Between the figures of a list or table, between targets
keys-tabs = Between the tabs of a chart
keys-undo = Undo
keys-redo = Redo
keys-zoom = Larger, smaller, 100 %
keys-save = Save a copy
keys-escape = Close dialog or message; return to today
keys-chart = In a chart
keys-chart-point = Point before and after
keys-chart-lane = Line above and below
keys-chart-ends = First and last point
keys-claims = Among targets
keys-claims-new = Enter a target or projection
keys-claims-amend = Amend the selected one
keys-claims-link = Link it to another
keys-claims-judge = Judge a condition
keys-claims-card = Scorecard
keys-claims-find = Find words
keys-grid = In the grid
keys-grid-edit = Enter a value; a digit does too
keys-grid-move = Move
keys-grid-edge = To the edge of the filled cells
keys-grid-extend = Extend the selection
keys-grid-row = Select the row; the column, then everything
keys-grid-copy = Copy with headers; paste, with or without headers
keys-grid-copy-bare = Copy figures alone
keys-grid-fill-one = Save what is being entered in each selected cell
keys-grid-fill = Fill the selection down, or to the side
keys-grid-delete = Take the selected figures out
keys-grid-next = Enter the next month, quarter or year
keys-grid-fold = Show or hide the months or quarters of a year
keys-risks = In a register
keys-risks-edit = Change the cell; a letter does too
keys-risks-add = Enter the new entry
keys-risks-follow = From an entry to the one that it refers to
keys-risks-clear = Empty the selected cells
keys-import = In a sheet to be imported
keys-import-out = Leave out the selected cells
keys-import-apply = Save the import

## Welcome

welcome-question = Are we on course, how do we know, what could throw us off, and what should we ask? Track official figures against targets and leave with a one-page briefing.
welcome-sample = Open the sample
welcome-sample-other = Open another sample
welcome-new = New workspace
welcome-new-text = Name, currency, fiscal year, main series
welcome-open = Open a workspace
welcome-open-text = A file that ends in .hadaf, also from a USB stick
welcome-recent = Recent
welcome-no-recent = No workspace has been opened on this computer yet. Recent ones will be listed here.
welcome-missing = file not found
welcome-offline = Works offline; nothing is sent
welcome-inside = In the sample
welcome-inside-text = Real figures, each with its source and the day it was published.
welcome-inside-1 = Monthly IT exports, with revisions and conflicting reports
welcome-inside-2 = Targets and projections, with who stated them, when, and under which conditions
welcome-inside-3 = Internet disruptions, with places and duration
welcome-inside-4 = Budget lines: allocated, released, spent
welcome-inside-5 = Measures that were promised, with owner and due date
welcome-promise = What every workspace does
welcome-promise-1 = Revisions are added, never overwritten: read everything as of any day.
welcome-promise-2 = Every change can be undone, also after a restart.
welcome-promise-3 = Chart and briefing leave with their sources and their data inside.
welcome-source = Sample: State Bank of Pakistan and others, as reported.

## New workspace

new-title = New workspace
new-name = Name
new-name-example = Textile exports
new-series = Main series
new-series-example = Textile exports, total
new-series-help = Usually the total; its parts can be added later.
new-origin = Published by
new-origin-example = Bureau of Statistics
new-origin-help = Named in the source line of charts. May be left empty.
new-currency = Currency
new-currency-help = Three letters, such as USD or PKR.
new-month = Fiscal year starts in
new-year-names = Years are named by
new-year-last = the year they end in
new-year-first = the year they begin in
new-year-last-help = FY2026 begins in 2025 and ends in 2026.
new-year-first-help = FY2025 begins in 2025 and ends in 2026.
new-create = Create …
new-next = Choose where to keep the file; the empty workspace opens then.

## Overview

headlines = Headline figures
headline-outlook = To the forecast
chance-record = How good is this chance? { $record }
headline-name = { $label }: { $value }. { $more }
figure-name = { $label }: { $value }
table-figure-name = { $row }, { $column }: { $value }
claims-amount = amount
claims-maker = stated by, date
claims-needed = { $every ->
    [quarter] a quarter
    [fiscal_year] a year
   *[month] a month
}
claims-needed-name = Needed { claims-needed } for { $amount }: { $needed }
claims-none = No target or projection for this year.
claims-said = { $maker },
claims-if = Condition: { $conditions }
changes-none-since = None of the figures known then has changed since.
questions = Suggested questions
questions-good = A full answer states { $answer }
questions-none = The data raise no question now.
empty-to-data = Enter figures

## Charts

chart = Chart
chart-monthly = { $every ->
    [quarter] Quarterly
   *[month] Monthly
}
chart-year-to-date = Year to date
chart-annual = Fiscal years
chart-by-month = { $every ->
    [quarter] By quarter
   *[month] By month
}
chart-show-table = Show as table
chart-show-picture = Show as picture
chart-move = point
export = Export
export-svg = Picture for editing (SVG) …
export-png = Picture (PNG) …
export-pdf = Page (PDF) …
export-copy = Copy as image
export-done = Saved: { $path }
export-replaced = Saved: { $path }. No font here has these characters, so □ stands for each: { $letters }
export-copied = The chart is on the clipboard.

## Outlook

outlook-title = { $series }, forecast for { $year }
chance-said = { $maker }, { $said }
chances-none = No target is open.
chances-refused = No forecast, so no chance can be given.
drivers-factor = Factor
drivers-range = Range tested
drivers-lands = Result for { $year }
drivers-evidence = Evidence
assumption = assumption
pace = Pace
record = Track record
record-reading = Reading the track record …
record-methods = Error of each method
record-coverage = Ranges: stated and actual coverage
record-chances = Chances: forecast and outcome
method-open = Method and accuracy
outlook-method-title = Method and accuracy: { $series }
method-remarks = Notes on the data

## Life of a number

history-title = Revision history
history-short = history
history-value = value
history-change = change
history-status = status
history-published = published
history-source = source
history-kept = Other reports, not used
history-entered = entered by { $who }, { $at }
history-observation = release
history-copy = copy with source
history-used = Calculated from
history-copied = Copied with its source.
history-none = No figure yet.

## Revisions, and whose figure is read

revisions-title = Revisions
revisions-triangle = First and latest
revisions-disagreements = Other sources
revisions-series = Series
revisions-year = Fiscal year
revisions-none = No figure was published yet after its period was over.
revisions-period = Period
revisions-first = First
revisions-latest = Latest
revisions-revision = Revision
revisions-read = { $day }: show data as known on this day
prefer-title = Read this source
prefer-open = Read this one…
prefer-of = Read { $value } ({ $title })
prefer-help = { $title } is read for this period, on past days too. What others say stays in the history.
prefer-reason = Why
prefer-save = Read it
prefer-withdraw = Take the decision back

## Names

rename-workspace = Rename the workspace
rename-series = Rename the series
rename-source = Edit the source
rename-title = Title
rename-address = Address
rename-commit = Save

## Data

data-title = Data
data-scope = Series shown
data-more = More
series-rename = Rename series …
data-sectors = Sectors
data-all = All series
data-first = { $every ->
    [quarter] Type the first figure into a quarter, or paste a block of quarters.
    [fiscal_year] Type the first figure into a year, or paste a block of years.
   *[month] Type the first figure into a month, or paste a block of months.
}
data-empty = No series to show
data-empty-text = All series of this kind are archived. Add one, or take one out of the archive, under Series.
grid-label = Figures by period and series
grid-month = Month
grid-quarter = Quarter
grid-year = Fiscal year
grid-of-which = of which
grid-off = more than rounding
grid-cell = { $series }, { $period }: { $value }. { $hint }
not-published = not published
grid-count = { $cells ->
    [one] One cell
   *[other] { $cells } cells
}, { $known } with a figure
grid-enter = enter a figure
grid-derived = { $how } It follows what it is calculated from; nothing is entered here.
grid-copied = Copied with headers.
grid-copied-bare = Copied.
grid-total = sum
grid-mean = mean
grid-noted = Note: { $note }
series-noted = About the series: { $note }
grid-select-all = Select everything
grid-next = Enter the next period
grid-no-next = The grid ends with a figure of this series; the next period is still to come.
grid-copy = Copy with headers
grid-copy-bare = Copy figures alone
filter = Filter
filter-on = Filtered
filter-from = From
filter-to = To
filter-first = the first year
filter-last = the last year
filter-sectors = Sectors
filter-clear = Show everything
filter-empty = Nothing is left by the filter
filter-empty-text = The years and sectors that you chose hold no series. The figures are all still there.
attribute-open = Day and source of the selection …
attribute-title = Day and source of the selected figures
attribute-text = Fills both into every selected figure. A field left empty leaves what each bears; what it bore stays in its history.
attribute-save = Save for all
take-out-title = Take figures out
take-out-all = Also earlier releases, and what other sources gave
take-out-commit = { $count ->
    [one] Take one figure out
   *[other] Take { $count } figures out
}
quality-title = Quality
quality-size = off by { $size }
quality-accept = Accept …
quality-because = Why it stands
quality-save = Accept
quality-accepted = Accepted
quality-reopen = Hold open again
quality-elsewhere = This finding is about a period that the grid does not show.
legend-provisional = Provisional (p)
legend-revised = Revised (r), earlier value kept
legend-estimate = Estimate, period not over
legend-derived = Calculated, not published
legend-together = Several months together
legend-note = With a note
legend-none = No figure
edit-title = Enter { $series }, { $period }
edit-value = Value
edit-published = Published
edit-source = Source
edit-note = Note
edit-commit = Save figure
edit-fill = Save in { $count } cells
edit-revises = Revises { $change }
edit-corrects = Corrects { $change } (same source and day)
edit-new = First figure for this period
edit-same = Same as the current figure
edit-kept = The entry you began is kept; it is on the Data screen.
edit-stays = { $value } stays in the history
published-when = When it was published
published-on = One date
published-after = About a month after each period
published-unknown = Not known
published-after-help = Marked as approximate
published-unknown-help = Counts from today on
amend-open = Correct or withdraw
amend-what = What happened
amend-correct = Correct a mistake
amend-correct-help = For a typing error of ours. What was entered stays in the change log and leaves charts, briefings and exports.
amend-withdraw = Withdrawn by its publisher
amend-withdraw-help = For a release that says there is no figure. Before that day the old figure stays.
amend-withdrawn-on = Withdrawn on
amend-which = Entry
amend-save = Save correction
amend-remove = Remove this entry
amend-withdraw-save = Mark as withdrawn
doubt-save = Save anyway
doubt-instead = Save { $value }
doubt-use = Use { $value }
doubt-back = Back
source-placeholder = Title of the document or page
source-known = Sources of this workspace
source-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
source-new = A new source: it will be added to Sources.
source-new-sure = No source has this title yet. Press Enter again to add it, or choose one above.
paste-open = Paste a block
paste-title = Paste a block
fill-title = Fill the selection
paste-where = Pasted into { $series } and the columns to its right, starting at { $period }.
paste-text = Paste the cells here (Ctrl V)
paste-preview = What the paste would do
paste-period = Period
paste-series = Series
paste-outcome = Becomes
paste-value = Value
paste-new = new
paste-same = the same
paste-revises = a revision
paste-beside = kept, not current
paste-corrects = a correction
paste-invalid = not a number
paste-commit = { $count ->
    [0] Save figures
    [one] Save one figure
   *[other] Save { $count } figures
}
paste-one-step = One step: a single undo reverses all of it.

## Briefings

brief-one-page = One-page briefing
brief-make = Make PDF
brief-chart = Export chart
brief-finding = Finding
brief-digest = Data fingerprint
brief-same = Making it again gives the identical file.
brief-checks = Checks
brief-contains = The file contains
brief-with-notes = Attach my notes too
check-passed = Passed:
check-open = Check:
page-preview = Pages
page-smaller = Smaller
page-larger = Larger
page-count = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
page-alt = Page { $page } of { $pages }: { $title }

## Sources

sources-count = { $shown } of { $all }
sources-find = Find in title, publisher, address
sources-title = Title and address
sources-publisher = Publisher
sources-dates = Published
sources-observations = Figures
sources-claims = Targets
sources-copy = Copy address
sources-copied = Address copied.
sources-rename = Edit
sources-rename-of = Edit the source { $title }
sources-add = Add source
sources-edit = Source
sources-field-title = Title
sources-field-page = Page or table
sources-field-retrieved = Read on
sources-document = Document
sources-no-document = No document is attached.
sources-check = Check documents
sources-uses = What rests on it
sources-unused = Nothing.
sources-merge-into = It is the same as
sources-merge = Merge
sources-remove = Remove
document-pick = Attach document…
document-replace = Attach another one…
document-inside = Keep it inside the workspace
document-beside = Leave it beside the workspace
document-attach = Attach
document-save = Save a copy…
document-detach = Detach
sources-none = No sources yet
sources-none-text = Sources are listed here as soon as a figure is entered with one.

## Registers

risks-registers = Registers
risks-table = Entries
risks-state = State
risks-new = New entry
risks-entry = Entry { $id }
risks-cell = { $field }: { $value }
risks-blank = empty
risks-good = Done
risks-bad = Needs attention
risks-panel = Selected entry
risks-source = Source
risks-history = History
risks-since = Known since { $day }
risks-first = first entered
risks-unpublished = Nothing was published of it by that day; that it had begun could be seen.
risks-state-remove = Remove this state
risks-remove = Remove …
risks-remove-sure = Remove it with its history
risks-add = Add entry
risks-drop = Discard
risks-missing = Still missing: { $fields }
risks-typed = What you type
risks-changes = is a change
risks-corrects = corrects a mistake
risks-changes-help = What the entry said until now stays in its history.
risks-corrects-help = The earlier text is replaced, as it was never so.
risks-chart-hide = Hide chart
risks-chart-show = Show chart
risks-import = Import …
risks-paste = Paste rows …
risks-export = Export
risks-export-csv = Table of text (CSV) …
risks-export-xlsx = Excel workbook (XLSX) …
rows-paste = Paste rows
rows-import = Import rows
rows-text = Paste rows of a spreadsheet here, with or without column headings
rows-source = Source of rows that name none
rows-left-out = Columns that match no field: { $heads }
rows-preview = Rows
rows-row = Row
rows-outcome = Outcome
rows-entry = Entry
rows-what = What changes
rows-new = new
rows-changed = changed
rows-same = the same
rows-invalid = cannot be read
rows-commit = { $count ->
    [0] Nothing to save
    [one] Save one entry
   *[other] Save { $count } entries
}
rows-one-step = One step to undo

# Import
import-open = Import a file …
import-resume = Go on with the import
import-title = Import figures
import-about = From a spreadsheet, a text file or a table that was copied. Nothing is stored before you have seen what it becomes.
import-pick = Choose files …
import-or-drop = or drop them anywhere on this window.
import-paste = Or paste a table here, with its headers
import-read = Read the table
import-kinds = Excel (xlsx, xls, xlsb), LibreOffice (ods), CSV and other text tables, HTML tables, SDMX-CSV, data packages. What a file is, its content says, not its name.
import-drop = Drop to import into { $name }
import-needs-workspace = Open or create a workspace first; files are imported into it.
import-pasted = Pasted table
import-stage-reading = Reading the files …
import-stage-finding = Finding tables …
import-stage-comparing = Comparing with the workspace …
import-stage-storing = Saving …
import-files-done = { $done } of { $of } files
import-again = Choose another file
import-sheet = Sheet { $name }
import-sheet-of = { $file }, { $sheet }
import-which-sheet = Sheet
import-hidden = (hidden)
import-size = { $rows ->
    [one] one row
   *[other] { $rows } rows
  } × { $columns ->
    [one] one column
   *[other] { $columns } columns
  }
import-role-header = header
import-role-value = values
import-role-check = totals, used as checks
import-role-ignored = ignored
import-select = Select cells to leave them out, by dragging or with Shift and the arrows.
import-leave-out = Leave out
import-take-in = Use { $range } again
import-columns-before = Columns before
import-columns-after = Columns after
import-nothing = No table of figures was found on this sheet.
import-series = Series
import-remembered = Assigned as last time for files of this layout.
import-becomes = Series for { $label }
import-new-series = New series
import-not-taken = Leave out
import-series-title = Title of the new series for { $label }
import-series-unit = Unit of the new series for { $label }
import-series-measure = Kind of the new series for { $label }
import-unit = Unit, such as USD million
import-flow = Flow (adds up)
import-stock = Stock (at the end)
import-months = monthly
import-quarters = quarterly
import-years = yearly
import-span = { $count ->
    [one] one figure, { $first }
   *[other] { $count } figures, { $first } to { $last }
  }
import-values = { $count ->
    [one] One figure against the workspace
   *[other] { $count } figures against the workspace
  }
import-which = Figures shown
import-not-same = Not the same { $count }
import-same = Same { $count }
import-all = All { $count }
import-no-values = None.
import-period = Period
import-before = Workspace
import-file = File
import-difference = Difference
import-to-date = (to date)
import-page-before = Earlier
import-page-after = Further
import-page = { $from } to { $to } of { $of }
import-more = { $count ->
    [one] one more
   *[other] { $count } more
  }
import-questions = { $count ->
    [0] Where the figures are from
    [one] One question before it can be saved
   *[other] { $count } questions before it can be saved
  }
import-own = Another answer
import-answered = { $count ->
    [one] One answered question
   *[other] { $count } answered questions
  }
import-issues = { $count ->
    [one] One remark
   *[other] { $count } remarks
  }
import-assumed = Assumed ({ $count })
import-left-out = Left out ({ $count })
import-apply = Save as one step
import-not-yet = Nothing is stored until then.
paste-as-table = It has headers: read it as a table

## Series, sectors, settings of the workspace

save = Save
choose = Choose …
series-open = Series …
outline-title = Series and sectors
outline-shown = Listed
outline-series = Series
outline-sectors = Sectors
outline-add-series = Add a series …
outline-add-sector = Add a sector …
outline-used = { $observations ->
    [0] no figure
    [one] one figure
   *[other] { $observations } figures
}, { $claims ->
    [0] no target
    [one] one target or projection
   *[other] { $claims } targets and projections
}
outline-sector-used = { $series ->
    [0] no series
    [one] one series
   *[other] { $series } series
}
outline-edit = Edit …
outline-edit-name = Edit { $title }
outline-merge = Merge
outline-merge-open = Merge …
outline-merge-name = Merge { $title } into another one
outline-merge-text = { $title } goes; all that belongs to it moves to the one that takes it in.
outline-merge-into = Merge into
outline-merge-none = There is no other one that counts the same.
outline-archive = Archive
outline-archive-name = Archive { $title }
outline-restore = Restore
outline-restore-name = Take { $title } out of the archive
outline-remove = Remove
outline-remove-name = Remove { $title }
series-title = Title
series-parent = Part of
series-parent-none = nothing: it stands by itself
series-part = It is a part of the total above: the parts add up to it
series-unit = Unit
series-unit-money = Money
series-unit-percent = Percent
series-unit-count = Count
series-scale = Counted in
series-scale-million = million
series-scale-billion = billion
series-scale-thousand = thousand
series-scale-one = single units
series-frequency = One figure each
frequency-month = month
frequency-quarter = quarter
frequency-year = fiscal year
series-measure = Flow or stock
measure-flow = over the period (adds up)
measure-stock = at its end (does not add up)
series-more = More
series-sector = Sector
series-sector-own = a sector of its own
series-figures = Figures
series-figures-entered = Entered
series-figures-derived = Calculated from other series
series-formula = Formula
series-formula-known = Series and functions
series-formula-help = For example { $example }, or share(part, total), growth(total), rolling(total), per_day(total), convert(total, rate).
series-places = Decimals shown
series-note = Definition
data-frequency = Rows
data-months = Months
data-quarters = Quarters
data-years = Years
settings-workspace = This workspace
settings-currency-help = For new series. Series that are there keep their unit.
settings-holidays = Holidays
settings-holidays-help = Feasts and working days that the forecast may count, and that make months unlike.

## A target

target-add = Enter a target …
target-title = A target for { $series }
target-edit = A target of { $series }
target-edit-name = Edit { $label }: { $value }
target-amount = Amount
target-amount-help = As it was stated: 5.2 bn, $365 m, about 5.2 bn, 10 to 20 bn. A bare number counts in { $unit }.
target-maker = Stated by
target-maker-example = Ministry of Finance
target-year = For
target-year-none = no year
target-kind = What it is
target-kind-target = Target
target-kind-projection = Projection
target-kind-commitment = Commitment
target-said = Stated on
target-said-help = A day, August 2025, before July 2025. Empty: not known; it counts from today.
target-source = Source
target-source-proposed = Statement by { $maker }
target-more = More
target-page = Page
target-conditions = Conditions
target-office = Office
target-note = Note
target-official = Stated by or for a government office
target-conditions-help = Only those that the page states, set off by semicolons.
target-quote = Its words
target-not-scorable = Not scorable because
target-read = Read as
target-tie = Of the same year
target-tie-none = It stands by itself
target-known = Stated for the same year already:
target-remove-sure = Remove it?

## Targets

claims-register = Register
claims-against = Held against
claims-latest = Latest
claims-first-release = First release
claims-groups = Groups of targets
claims-filter = Filters
claims-by-maker = Stated by
claims-by-year = Year
claims-by-kind = Kind
claims-by-outcome = Outcome
claims-words = Find words
claims-shown = { $shown } of { $all }
claims-clear = Show all
claims-none-shown = None of them has all that. Clear a filter.
claims-no-series = There is no series yet that a target could be about. Add one first.
claims-add = Enter …
claims-chart = Targets against the outturn
claims-row = { $id }: { $amount } for { $year }, { $maker }
claims-record = Track record
scorecard-open = By who stated it
scorecard-title = Scorecard
scorecard-makers = By who stated it
scorecard-horizons = By how far ahead it was stated
scorecard-naive = Against saying nothing new
claim-conditions = Conditions
claim-judge = Judge …
claim-judge-again = Change …
claim-judge-name = Judge: { $condition }
claim-finding = { $words }, { $judged }: { $evidence } ({ $source })
claim-needed = Needed
claim-links = Linked
claim-others = Also for { $year }
claim-history = History
claim-amend = Amend …
claim-link = Link …
link-title = Link { $id }: { $title }
link-kind = It
link-restates = restates, and is counted with
link-narrows = narrows, and makes more exact
link-replaces = replaces, and takes the place of
link-to = The earlier one
link-option = { $id }, { $year }: { $amount }, { $maker }, { $said }
link-remove = Take away
link-remove-name = Take away the link to { $id }
judge-title = A condition of { $id }: { $title }
judge-condition = Condition
judge-met = Finding
judge-broken = It did not hold
judge-held = It held
judge-evidence = Evidence
judge-judged = Known from
judge-judged-help = The day on which the evidence was complete. Before it, the condition reads as not judged.
judge-disruption = Broken by
judge-disruption-help = What it cost follows from the disruption, and a miss is excused as far as that goes.
judge-no-disruption = no disruption of the register
judge-remove = Take back

## Data for other programs

export-open = Export …
export-heading = Export data
export-format = Format
export-with-notes = Send the notes too
export-nothing = Choose at least one series.
export-save = Save as …

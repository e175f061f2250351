### The words of the screens. Sentences that carry figures are made in Rust (app.ftl).

## Navigation and shell

nav-main = Main
nav-overview = Overview
nav-data = Data
nav-claims = Claims
nav-outlook = Outlook
nav-risks = Risks
nav-briefings = Briefings
nav-sources = Sources
nav-series = Series
offline = Works offline
keys-open = Keys
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
file-new = New workspace …
file-open = Open a workspace …
file-close = Close this workspace
copy-saved = Copy saved: { $path }

## Undo and the log

undo = Undo
undo-what = Undo: { $label }
redo = Redo
redo-what = Redo: { $label }
history = History
log-open = Log of changes …
log-title = Log of changes
log-empty = Nothing has been changed in this workspace yet.
log-undone = taken back
log-by = { $who }, { $at }
toast-undone = Undone: { $label }
toast-redone = Done again: { $label }

## As of a day

asof = As of
asof-today = today, { $date }
asof-title = Read as of a day
asof-help = Everything reads what had been published up to that day.
asof-date = Day
asof-read = Read
asof-latest = latest print
asof-back = Back to today
asof-reading = Reading the past: nothing can be edited
asof-locked = A past day is read. Go back to today to enter values.
date-placeholder = 2025-01-31
date-wrong = Write a day up to { $today } as year, month, day, such as 2025-01-31.

## Settings

theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
zoom = Size
zoom-in = Larger
zoom-out = Smaller
zoom-reset = Back to 100 %
author = Your name
author-help = Written beside every change in the log.

## Keys

keys-title = Keys
keys-everywhere = Everywhere
keys-screens = Overview to Sources
keys-history = Life of the number in hand, as a right click
keys-list = Between the figures of a list or table, between claims
keys-tabs = Between the tabs of a chart
keys-undo = Undo
keys-redo = Redo
keys-zoom = Larger, smaller, 100 %
keys-save = Save a copy
keys-escape = Close, also a message; back to today
keys-chart = In a chart
keys-chart-point = Point before and after
keys-chart-lane = Line above and below
keys-chart-ends = First and last point
keys-grid = In the grid
keys-grid-edit = Enter a value; a digit does too
keys-grid-move = Move
keys-grid-edge = To the edge of the filled cells
keys-grid-extend = Extend the selection
keys-grid-row = Select the row
keys-grid-copy = Copy and paste a block
keys-grid-fill = Fill the selection down
keys-grid-fold = Show or hide the months of a year

## Welcome

welcome-question = Are we on course, how do we know, what could throw us off, and what should we ask?
welcome-sample = Open the sample
welcome-sample-text = Pakistan’s IT exports and the targets set for them
welcome-new = New workspace
welcome-new-text = Name, currency, fiscal year, first series
welcome-open = Open a workspace
welcome-open-text = A file that ends in .hadaf, also from a USB stick
welcome-recent = Opened before
welcome-no-recent = No workspace has been opened on this computer yet. Recent ones will be listed here.
welcome-missing = not there now
welcome-offline = Works offline; nothing is sent
welcome-inside = In the sample
welcome-inside-text = Real figures, each with its source and the day it was published.
welcome-inside-1 = Monthly prints of IT exports, some revised, some in disagreement
welcome-inside-2 = Targets and projections, with who said them, when, and under which conditions
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
new-series = First series
new-series-example = Textile exports, total
new-series-help = The total. Series of its parts can follow.
new-origin = Statistic by
new-origin-example = Bureau of Statistics
new-origin-help = Named in the source line of charts. May be left empty.
new-currency = Currency
new-currency-help = Three letters, such as USD or PKR.
new-month = Fiscal year starts in
new-create = Choose where …
new-next = Then the empty workspace opens.

## Overview

headlines = Headline figures
headline-outlook = To the outlook
claims-amount = amount
claims-maker = maker and date
claims-needed = a month
claims-none = No target or projection is in force for this year.
claims-said = { $maker },
claims-if = If: { $conditions }
changes-none = Nothing has changed.
questions = Worth asking
questions-good = A good answer: { $answer }
questions-none = The data raise no question now.
empty-to-data = Enter values

## Charts

chart = Chart
chart-monthly = Monthly
chart-year-to-date = Year to date
chart-annual = Fiscal years
chart-by-month = By month
chart-show-table = Show as table
chart-show-picture = Show as picture
chart-move = point
export = Export
export-svg = Picture for editing (SVG) …
export-png = Picture (PNG) …
export-pdf = Page (PDF) …
export-copy = Copy as image
export-done = Saved: { $path }
export-copied = The chart is on the clipboard.

## Outlook

outlook-title = { $series }, outlook for { $year }
chance-said = { $maker }, { $said }
chances-none = No claim is open.
chances-refused = Without a forecast no chance can be told.
drivers-factor = Factor
drivers-range = From … to
drivers-lands = { $year } lands at
drivers-evidence = Evidence
assumption = assumption
pace = Pace
record = Record
record-reading = Reading the record …
record-methods = Error of each method
record-coverage = What the bands promised, and what they held
record-chances = What was said, and what happened
method-open = Method and its record
outlook-method-title = Method and its record: { $series }
method-remarks = What the data did

## Life of a number

history-title = Life of this number
history-hint = F2: every print of this number
history-short = life
history-value = value
history-change = change
history-status = status
history-published = published
history-source = source
history-kept = Kept, but not in force
history-entered = entered by { $who }, { $at }
history-observation = print
history-copy = copy with source
history-copied = Copied with its source.
history-none = Nothing has been printed here yet.

## Data

data-title = Values
data-scope = Series shown
data-sectors = Sectors
data-all = All series
data-first = Type the first figure into a month, or paste a block of months.
data-empty = No monthly series
data-empty-text = The grid shows series of months. This workspace has none of them.
grid-label = Values by period and series
grid-month = Month
grid-of-which = of which
grid-off = more than rounding
grid-cell = { $series }, { $period }: { $value }. { $hint }
not-published = not printed
grid-count = { $cells } cells, { $known } with a value
grid-enter = enter a value
grid-copied = Copied.
grid-no-delete = A printed value is never deleted. Enter what replaces it, or undo.
legend-provisional = First print, unconfirmed
legend-revised = Revised, older print kept
legend-derived = Calculated from two totals
legend-none = Not printed
edit-title = Enter { $series }, { $period }
edit-value = Value
edit-published = Published
edit-source = Source
edit-note = Note
edit-commit = Add print
edit-revises = Revises { $change }
edit-new = First print
edit-same = As it was printed before
edit-stays = { $value } stays in its life
source-placeholder = Title of the document or page
paste-open = Paste a block
paste-title = Paste a block
paste-where = Falls on { $series } and the series to its right, from { $period } down.
paste-text = Paste the cells here (Ctrl V)
paste-preview = What the paste would do
paste-period = Period
paste-series = Series
paste-outcome = Becomes
paste-value = Value
paste-new = new
paste-same = the same
paste-revises = a revision
paste-invalid = not a number
paste-commit = Add prints
paste-one-step = One step: one undo takes all of it back.

## Briefings

brief-one-page = One-page briefing
brief-make = Make PDF
brief-chart = Export chart
brief-finding = Finding
brief-digest = Digest of the data
brief-same = The same workspace and day give the same bytes.
brief-checks = Before it leaves
brief-inside = The PDF carries its data as CSV and JSON.
check-passed = Passed:
check-open = Look at:
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
sources-observations = Values
sources-claims = Claims
sources-copy = Copy address
sources-copied = Address copied.
sources-none = Sources are listed here as soon as a value is entered with one.

## Screens of later versions

later-claims = Every target, projection and promise with its maker, date and conditions, scored when the outturn arrives, will be listed here.
later-risks = Internet disruptions, late budget releases and promised measures, with what they cost the year, will be weighed here.

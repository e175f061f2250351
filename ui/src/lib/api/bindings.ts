// Generated from the wire types of hadaf-app; not edited by hand. CONTRIBUTING.md says how it is renewed.

/**
 * Asks for a briefing.
 */
export type BriefRequest = {
/**
 * Series id.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null,
/**
 * "en" or "ur".
 */
lang: string, };

/**
 * A check before it leaves.
 */
export type BriefCheck = {
/**
 * Passed.
 */
ok: boolean,
/**
 * What was checked, in words.
 */
text: string, };

/**
 * A briefing as pages.
 */
export type BriefView = {
/**
 * Its title: the finding.
 */
title: string,
/**
 * One SVG a page.
 */
pages: Array<string>,
/**
 * Digest of the data, as in the footer.
 */
digest: string,
/**
 * Before it leaves.
 */
checks: Array<BriefCheck>, };

/**
 * Asks to write a briefing to a file.
 */
export type BriefExport = {
/**
 * Which.
 */
brief: BriefRequest,
/**
 * Where to; ends in .pdf.
 */
path: string, };

/**
 * Which chart.
 */
export type ChartKind = "monthly" | "year_to_date" | "annual" | "hedgehog" | "disruptions" | "budget" | "initiatives" | "concerns" | "scenario_fan" | "scenarios" | "tornado" | "outlook" | "outlook_monthly" | "backtest";

/**
 * Colours of the chart.
 */
export type ChartTheme = "light" | "dark" | "print";

/**
 * Asks for a chart.
 */
export type ChartRequest = {
/**
 * Which chart.
 */
kind: ChartKind,
/**
 * Series id.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null,
/**
 * Canvas width in CSS pixels.
 */
width: number,
/**
 * Canvas height in CSS pixels.
 */
height: number,
/**
 * Colours.
 */
theme: ChartTheme,
/**
 * With title, subtitle, note and source inside the picture (as exported); false: the page sets them.
 */
framed: boolean,
/**
 * Id of the scenario, for the kinds that draw one; the empty scenario when absent.
 */
scenario?: string, };

/**
 * A point that the read-out can stand on.
 */
export type ChartPoint = {
/**
 * Pixels from the canvas' left.
 */
x: number,
/**
 * Pixels from its top.
 */
y: number,
/**
 * Which line it belongs to: up and down change the lane, left and right the point.
 */
lane: number,
/**
 * One line: period, value, status, comparison.
 */
readout: string,
/**
 * Whose life F2 opens.
 */
life: LifeRequest | null, };

/**
 * A chart with all its texts.
 */
export type ChartView = {
/**
 * The picture.
 */
svg: string,
/**
 * Canvas width.
 */
width: number,
/**
 * Canvas height.
 */
height: number,
/**
 * The finding.
 */
title: string,
/**
 * What is plotted.
 */
subtitle: string,
/**
 * Marks explained.
 */
note: string,
/**
 * Source line.
 */
source: string,
/**
 * Text alternative.
 */
alt: string,
/**
 * Top of the plot, for the read-out line.
 */
plot_top: number,
/**
 * Bottom of the plot.
 */
plot_bottom: number,
/**
 * In reading order.
 */
points: Array<ChartPoint>,
/**
 * The same as a table.
 */
table: ChartTable, };

/**
 * The numbers behind a chart.
 */
export type ChartTable = {
/**
 * Column heads.
 */
columns: Array<string>,
/**
 * Cells, formatted.
 */
rows: Array<Array<string>>,
/**
 * Whose life F2 opens, cell by cell as in `rows`; null where there is none.
 */
lives: Array<Array<LifeRequest | null>>, };

/**
 * Asks to write a chart to a file; the format is the path's ending: svg, png or pdf, or csv for the
 * numbers behind it.
 */
export type ChartExport = {
/**
 * Which chart.
 */
chart: ChartRequest,
/**
 * Where to.
 */
path: string, };

/**
 * Asks for the grid.
 */
export type GridRequest = {
/**
 * All series, or those of the sector tree only.
 */
all: boolean,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * A column.
 */
export type GridColumn = {
/**
 * Series id.
 */
series: string,
/**
 * Its title.
 */
title: string,
/**
 * Its unit.
 */
unit: string,
/**
 * Depth in the sector tree.
 */
depth: number,
/**
 * Decimal places shown.
 */
places: number, };

/**
 * How a cell is marked.
 */
export type CellMark = "none" | "provisional" | "revised" | "derived";

/**
 * A value in the grid.
 */
export type GridCell = {
/**
 * Formatted; empty when nothing is known.
 */
text: string,
/**
 * Exact; null when nothing is known.
 */
value: string | null,
/**
 * Its mark.
 */
mark: CellMark,
/**
 * Spoken and shown on hover: status, published, source.
 */
hint: string, };

/**
 * A month, or a fiscal year's total.
 */
export type GridRow = {
/**
 * Canonical period.
 */
period: string,
/**
 * "Nov 2024" or "FY2025".
 */
label: string,
/**
 * For a year: "11 of 12"; else empty.
 */
observed: string,
/**
 * One per column.
 */
cells: Array<GridCell>,
/**
 * Parts less total, formatted; empty when not all parts are known.
 */
check: string,
/**
 * The difference is more than rounding.
 */
check_off: boolean, };

/**
 * A fiscal year with its months.
 */
export type GridYear = {
/**
 * The year itself.
 */
total: GridRow,
/**
 * Its months, first to last; only those up to the newest known year.
 */
months: Array<GridRow>, };

/**
 * The grid.
 */
export type GridView = {
/**
 * Columns after the month.
 */
columns: Array<GridColumn>,
/**
 * Oldest first.
 */
years: Array<GridYear>,
/**
 * "Parts − total".
 */
check_title: string,
/**
 * "Parts against total: 2 of 12 months off ...".
 */
summary: string,
/**
 * Why cells cannot be edited; null when they can.
 */
editable: string | null, };

/**
 * Enters one value as a new print.
 */
export type SetObservation = {
/**
 * Series id.
 */
series: string,
/**
 * As people write it.
 */
period: string,
/**
 * As people write it.
 */
value: string,
/**
 * ISO date.
 */
published: string,
/**
 * Title of the source; created when new.
 */
source: string,
/**
 * "first", "revised" or "estimate"; null: first when there is none yet, else revised.
 */
status: string | null,
/**
 * May be empty.
 */
note: string, };

/**
 * A block copied from a spreadsheet, to be placed on the grid.
 */
export type PasteRequest = {
/**
 * The clipboard's text.
 */
text: string,
/**
 * Columns it falls on, from the anchor to the right.
 */
series: Array<string>,
/**
 * Rows it falls on, from the anchor down.
 */
periods: Array<string>,
/**
 * ISO date of all values.
 */
published: string,
/**
 * Title of the source.
 */
source: string, };

/**
 * What would become of one pasted cell.
 */
export type PasteCell = {
/**
 * Series id.
 */
series: string,
/**
 * Canonical period.
 */
period: string,
/**
 * As it stood in the clipboard.
 */
raw: string,
/**
 * Exact value; null when it is no number.
 */
value: string | null,
/**
 * "new", "same", "revises", "empty" or "invalid".
 */
outcome: string,
/**
 * "324 → 310", or why it is invalid.
 */
message: string, };

/**
 * What a paste would do.
 */
export type PastePreview = {
/**
 * Row by row.
 */
cells: Array<PasteCell>,
/**
 * One sentence.
 */
summary: string,
/**
 * Nothing is invalid and something changes.
 */
ready: boolean, };

/**
 * Whose life.
 */
export type LifeRequest = {
/**
 * Series id.
 */
series: string,
/**
 * Canonical period.
 */
period: string,
/**
 * ISO date or null.
 */
as_of: string | null,
/**
 * Of a claim instead of a number: its id. Series and period are then not read.
 */
claim?: string, };

/**
 * One print.
 */
export type PrintView = {
/**
 * Formatted.
 */
value: string,
/**
 * Exact value.
 */
exact: string,
/**
 * Against the print before; empty for the first.
 */
change: string,
/**
 * "in_force", "superseded", "confirms", "rounded", "disagrees", "derived" or "not_yet_known".
 */
role: string,
/**
 * The same in words.
 */
role_label: string,
/**
 * In words: "18 Dec 2024", "about 31 Jan 2025", "no date on the page".
 */
published: string,
/**
 * Who said it; empty for a number, which its source says.
 */
maker: string,
/**
 * Publisher and title.
 */
source: string,
/**
 * Its address; may be empty.
 */
address: string,
/**
 * Who entered it.
 */
entered_by: string,
/**
 * When, in words.
 */
entered_at: string,
/**
 * May be empty.
 */
note: string, };

/**
 * A number's life.
 */
export type LifeView = {
/**
 * Series id.
 */
series: string,
/**
 * Canonical period.
 */
period: string,
/**
 * "IT exports, November 2024".
 */
title: string,
/**
 * "US$ million".
 */
unit: string,
/**
 * What is in force, formatted; empty when nothing is.
 */
value: string,
/**
 * In force and superseded, newest first.
 */
vintages: Array<PrintView>,
/**
 * Kept, but not in force.
 */
others: Array<PrintView>,
/**
 * "As of 1 Jan 2025 this reads 324; from 31 Jan 2025 310".
 */
sentences: Array<string>,
/**
 * "2 vintages, 2 other prints".
 */
summary: string, };

/**
 * Asks for the outlook of a series.
 */
export type OutlookRequest = {
/**
 * Series id.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * A chance as it is told: number first, then words, never 0 or 100.
 */
export type ChanceView = {
/**
 * Within 0.001 and 0.999.
 */
value: number,
/**
 * "62 of 100", "fewer than 1 in 100", "less than 1 in 1,000".
 */
frequency: string,
/**
 * "62 %", "< 1 %".
 */
percent: string,
/**
 * "Likely": a word of one ladder, each with its band.
 */
words: string,
/**
 * How many of 100 marks are filled, 0 to 100.
 */
marks: number, };

/**
 * One open claim and its chance.
 */
export type ClaimChance = {
/**
 * Claim id.
 */
id: string,
/**
 * "5,200", in the series' unit.
 */
amount: string,
/**
 * "FY2026".
 */
fiscal_year: string,
/**
 * "target", "projection" or "commitment".
 */
kind: string,
/**
 * "Target" and the like.
 */
kind_words: string,
/**
 * Who said it.
 */
maker: string,
/**
 * When, in words.
 */
said: string,
/**
 * Said by or for a government office.
 */
official: boolean,
/**
 * How likely it is.
 */
chance: ChanceView,
/**
 * What it needs, and how often that has happened: "March to June +15 %: reached in 28 of 53 windows".
 */
evidence: string,
/**
 * On which conditions it was said; may be empty.
 */
conditions: string,
/**
 * Another number was said for the same year, in words; may be empty.
 */
disagrees: string,
/**
 * Whose life F2 opens.
 */
life: LifeRequest | null, };

/**
 * One thing that moves the year's total. An 80 % range of each, the others as they are.
 */
export type DriverRow = {
/**
 * "What the months may bring".
 */
factor: string,
/**
 * "1 in 10 to 9 in 10".
 */
range: string,
/**
 * "4,315 – 4,863".
 */
lands: string,
/**
 * Left end of the bar, 0 to 1 of the column.
 */
low: number,
/**
 * Right end of the bar, 0 to 1 of the column.
 */
high: number,
/**
 * What it rests on.
 */
evidence: string,
/**
 * An assumption, not a measurement.
 */
assumed: boolean, };

/**
 * What made the forecast, in a few words; the rest is [`BacktestView`].
 */
export type MethodView = {
/**
 * "Method: averaged structural model with ETS, theta and seasonal naive".
 */
title: string,
/**
 * One or two sentences on how it works and on how many months it rests.
 */
text: string,
/**
 * What the data did that a reader should know: months missing, outliers pulled in, a level shift.
 */
remarks: Array<string>, };

/**
 * The outlook of a series.
 */
export type OutlookView = {
/**
 * Series id.
 */
series: string,
/**
 * Its title.
 */
title: string,
/**
 * "FY2026".
 */
fiscal_year: string,
/**
 * "Chance of each open claim".
 */
claims_title: string,
/**
 * "Of 100 years that start like these eight months".
 */
claims_note: string,
/**
 * The largest amount first.
 */
claims: Array<ClaimChance>,
/**
 * Pace: needed per month and per day, growth needed and when it was last reached.
 */
pace: Array<HeadlineView>,
/**
 * "What drives it", the year named.
 */
drivers_title: string,
/**
 * "around 4,566": the middle of the bars.
 */
drivers_centre: string,
/**
 * Where the middle stands, 0 to 1 of the column.
 */
drivers_at: number,
/**
 * The widest first.
 */
drivers: Array<DriverRow>,
/**
 * "Who makes the growth", the months named.
 */
sectors_title: string,
/**
 * Contribution of each sector to growth and to the gap, residual shown; no rows where no sector is known.
 */
sectors: ChartTable,
/**
 * What made the forecast.
 */
method: MethodView | null,
/**
 * Why there is no forecast, and what it would need; the pace still stands. Null when there is one.
 */
refused: string | null,
/**
 * Notes in order.
 */
sources: Array<SourceMark>,
/**
 * What to do next when there is nothing at all to show.
 */
empty: string | null, };

/**
 * The record of the method on the user's own series, from past days.
 */
export type BacktestView = {
/**
 * The finding: "Its 80 % band held 36 of 45 past outturns".
 */
title: string,
/**
 * From how many past months it was tried again, and what each knew.
 */
note: string,
/**
 * A method a row: mean error, bias, error of a year's total.
 */
methods: ChartTable,
/**
 * An interval a row: promised, held, of how many.
 */
coverage: ChartTable,
/**
 * Past chances beside what happened, a band a row: said, happened, of how many, Brier score.
 */
chances: ChartTable,
/**
 * The record of past chances in one sentence, to stand beside every chance.
 */
chances_note: string,
/**
 * How the same method did on public series, with its source.
 */
public_record: string,
/**
 * Why there is no record yet; null when there is one.
 */
refused: string | null, };

/**
 * Asks for the claims about a series.
 */
export type ClaimsRequest = {
/**
 * Series id; empty: the first.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * One claim with what became of it.
 */
export type ClaimItem = {
/**
 * Claim id.
 */
id: string,
/**
 * "due", "open", "unofficial", "restated" or "not_scorable": the group that it is listed in.
 */
group: string,
/**
 * "FY2026"; empty when none was given.
 */
fiscal_year: string,
/**
 * "5,200", in the series' unit; a range with both ends.
 */
amount: string,
/**
 * "target", "projection" or "commitment".
 */
kind: string,
/**
 * "Target" and the like.
 */
kind_words: string,
/**
 * Who said it.
 */
maker: string,
/**
 * The office that answers for it; may be empty.
 */
office: string,
/**
 * Said by or for a government office.
 */
official: boolean,
/**
 * When, in words.
 */
said: string,
/**
 * The first total known of its year, formatted; empty while the year is not known whole.
 */
first_print: string,
/**
 * The total in force; empty as `first_print`.
 */
latest: string,
/**
 * The first total against the claim, "−9.5 %"; may be empty.
 */
off_first: string,
/**
 * The total in force against the claim; may be empty.
 */
off_latest: string,
/**
 * "met", "missed", "too_close", "condition_not_met", "open", "replaced" or "not_scorable", under the total in
 * force.
 */
outcome: string,
/**
 * The same under the first total.
 */
outcome_first: string,
/**
 * Stands before the word, so that it does not rest on colour: "✓".
 */
sign: string,
/**
 * "missed"; for what says an earlier claim again "counted with T02".
 */
outcome_words: string,
/**
 * Why, in a sentence.
 */
reason: string,
/**
 * How many claims of the register say it.
 */
times_said: number,
/**
 * "said 3×"; empty when it was said once.
 */
times_words: string,
/**
 * "first" of several that say the same, says it "again", "replaced", or "alone": the mark in the margin.
 */
mark: string,
/**
 * The claim with which it counts, or that took its place.
 */
tied_to: string | null,
/**
 * On which conditions; may be empty.
 */
conditions: string,
/**
 * While it is open: how likely it is. Null where no forecast reaches its year.
 */
chance: ChanceView | null,
/**
 * Whose life F2 opens.
 */
life: LifeRequest | null, };

/**
 * A group of claims, for the tabs.
 */
export type ClaimGroupView = {
/**
 * As [`ClaimItem::group`], or "all".
 */
group: string,
/**
 * "Due".
 */
title: string,
/**
 * How many.
 */
count: number, };

/**
 * A dot of the strip "outturn against the claim".
 */
export type StripPoint = {
/**
 * Claim id.
 */
id: string,
/**
 * 0 to 1 of the strip's width.
 */
at: number,
/**
 * "target", "projection" or "commitment".
 */
kind: string,
/**
 * One line: claim, outturn, difference.
 */
readout: string, };

/**
 * The dots of claims that were made equally far ahead.
 */
export type StripLane = {
/**
 * "said within the year".
 */
label: string,
/**
 * By claim.
 */
points: Array<StripPoint>, };

/**
 * A tick of the strip.
 */
export type StripTick = {
/**
 * 0 to 1 of the strip's width.
 */
at: number,
/**
 * "−40".
 */
label: string,
/**
 * The outturn was what was claimed.
 */
zero: boolean, };

/**
 * How official claims went.
 */
export type ClaimRecord = {
/**
 * "1 of 5"; empty when none is decided.
 */
value: string,
/**
 * "official claims met".
 */
label: string,
/**
 * Claims met.
 */
met: number,
/**
 * Claims met or missed.
 */
of: number,
/**
 * "With so few, the true rate could be anything from 4 to 62 in 100".
 */
interval: string,
/**
 * What is not in it: "1 too close to call; 8 open, ...".
 */
left_out: string,
/**
 * What the record rests on and how far off claims were, in sentences.
 */
sentences: Array<string>,
/**
 * "Outturn against the claim, %".
 */
strip_title: string,
/**
 * The strip's lanes, the longest way ahead first.
 */
strip: Array<StripLane>,
/**
 * The strip's ticks.
 */
ticks: Array<StripTick>,
/**
 * A maker a row: claims, met, missed, too close, hit rate with counts, bias, mean error; the last says who is
 * ranked.
 */
makers: ChartTable,
/**
 * From how many claims on a maker is ranked.
 */
makers_note: string,
/**
 * By how far ahead they were made: how many, bias, mean error.
 */
horizons: ChartTable,
/**
 * Against "the same as last year" and "last year's growth": Theil's U2 and its count.
 */
naive: ChartTable,
/**
 * What the naive comparison says, in a sentence.
 */
naive_note: string, };

/**
 * A year for which more than one number was said officially.
 */
export type DisagreementView = {
/**
 * "FY2025".
 */
fiscal_year: string,
/**
 * "For FY2025 4,200, 3,800 and 3,500 were said".
 */
title: string,
/**
 * The largest number first, of one number the earliest.
 */
claims: Array<DisagreementRow>, };

/**
 * Who said which number.
 */
export type DisagreementRow = {
/**
 * Claim id.
 */
id: string,
/**
 * "4,200".
 */
amount: string,
/**
 * "Target".
 */
kind_words: string,
/**
 * Who said it.
 */
maker: string,
/**
 * When, in words.
 */
said: string,
/**
 * What became of it, in words.
 */
outcome_words: string,
/**
 * Whose life F2 opens.
 */
life: LifeRequest | null, };

/**
 * The register of one series.
 */
export type ClaimsView = {
/**
 * Series id.
 */
series: string,
/**
 * The finding.
 */
title: string,
/**
 * What is listed, in which unit, as of when.
 */
subtitle: string,
/**
 * All first, then each group.
 */
groups: Array<ClaimGroupView>,
/**
 * Newest year first, of one year the weightiest first; those without a year last.
 */
claims: Array<ClaimItem>,
/**
 * How official claims went.
 */
record: ClaimRecord,
/**
 * How the chances told here did in the past; empty without open claims that have one.
 */
chances_note: string,
/**
 * The newest year first.
 */
disagreements: Array<DisagreementView>,
/**
 * What to do next when there is no claim.
 */
empty: string | null, };

/**
 * Asks for one claim.
 */
export type ClaimRequest = {
/**
 * Claim id.
 */
id: string,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * A labelled fact of the inspector.
 */
export type ClaimFact = {
/**
 * "Outturn".
 */
label: string,
/**
 * One or more lines.
 */
lines: Array<string>, };

/**
 * What was found about a condition.
 */
export type FindingView = {
/**
 * Its number.
 */
id: number,
/**
 * Which condition.
 */
condition: string,
/**
 * It held.
 */
met: boolean,
/**
 * "held" or "did not hold".
 */
words: string,
/**
 * What shows it.
 */
evidence: string,
/**
 * Publisher and title.
 */
source: string,
/**
 * Its address; may be empty.
 */
address: string,
/**
 * From which day on it counts, in words.
 */
judged: string,
/**
 * As it would be entered, to amend it.
 */
entry: JudgeCondition, };

/**
 * A claim that another one hangs on.
 */
export type LineageView = {
/**
 * The link as it would be entered, to amend or remove it.
 */
link: SetLineage,
/**
 * The other claim's id.
 */
other: string,
/**
 * "replaces $3.5 bn target for FY2025, Ministry of IT, about August 2024", seen from this claim.
 */
words: string, };

/**
 * One claim, for the inspector.
 */
export type ClaimDetail = {
/**
 * As it is listed.
 */
claim: ClaimItem,
/**
 * "Projection for FY2025: 3,800".
 */
title: string,
/**
 * A few words of the source; may be empty.
 */
quote: string,
/**
 * What else is to be known; may be empty.
 */
note: string,
/**
 * Maker, conditions, outturn, verdict, restated, chance, in order.
 */
facts: Array<ClaimFact>,
/**
 * What was found about its conditions.
 */
findings: Array<FindingView>,
/**
 * How it hangs together with others.
 */
lineage: Array<LineageView>,
/**
 * Publisher and title, page.
 */
source: string,
/**
 * The source's address; may be empty.
 */
address: string,
/**
 * All that was said before and after it, and how its pace is worked out.
 */
life: LifeView,
/**
 * As it would be entered, to amend it.
 */
entry: SetClaim, };

/**
 * Enters a claim, or gives one its new content.
 */
export type SetClaim = {
/**
 * Which claim to amend; null: a new one.
 */
id: string | null,
/**
 * Series id.
 */
series: string,
/**
 * "target", "projection" or "commitment".
 */
kind: string,
/**
 * As people write it; empty when none was given.
 */
fiscal_year: string,
/**
 * As people write it: "5.2 bn", "$365 m", "10 to 20 bn", a bare number in the series' unit.
 */
amount: string,
/**
 * When it was said: "2025-08-20", "20 Aug 2025", "August 2025", "before July 2025", "in 2017", "during FY2025";
 * empty when nothing tells. With `said_by`, any words.
 */
said: string,
/**
 * The last day on which it can have been said, ISO, when `said` is no exact day; empty: worked out from it.
 */
said_by: string,
/**
 * Who said it.
 */
maker: string,
/**
 * The office that answers for it; may be empty.
 */
office: string,
/**
 * On which conditions, only those that the page states; may be empty.
 */
conditions: string,
/**
 * Anything else; may be empty.
 */
note: string,
/**
 * Title of the document.
 */
source: string,
/**
 * Its address; may be empty.
 */
address: string,
/**
 * Page or paragraph; may be empty.
 */
page: string,
/**
 * A few words of it; may be empty.
 */
quote: string,
/**
 * Said by or for a government office.
 */
official: boolean,
/**
 * Weight of the maker, 0 to 255: the higher one stands first.
 */
standing: number,
/**
 * Why it cannot be scored though it has a number and a year; empty when it can.
 */
not_scorable: string, };

/**
 * Removes a claim, with its links and findings.
 */
export type RemoveClaim = {
/**
 * Claim id.
 */
id: string, };

/**
 * Says how a later claim hangs on an earlier one. To remove a link, its kind is not read.
 */
export type SetLineage = {
/**
 * The later claim.
 */
from: string,
/**
 * The earlier claim.
 */
to: string,
/**
 * "restates", "narrows" or "replaces".
 */
kind: string, };

/**
 * Says whether a condition of a claim held.
 */
export type JudgeCondition = {
/**
 * Which finding to amend; null: a new one.
 */
id: number | null,
/**
 * Claim id.
 */
claim: string,
/**
 * Which of its conditions, in a few words.
 */
condition: string,
/**
 * It held.
 */
met: boolean,
/**
 * What shows it.
 */
evidence: string,
/**
 * Title of the document that shows it.
 */
source: string,
/**
 * The day from which it counts, ISO: when the evidence was complete.
 */
judged: string, };

/**
 * Takes a finding back.
 */
export type RemoveFinding = {
/**
 * Its number.
 */
id: number, };

/**
 * Asks for the overview of a series.
 */
export type OverviewRequest = {
/**
 * Series id.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * One of the big figures on top.
 */
export type HeadlineView = {
/**
 * "FY2026 to date".
 */
label: string,
/**
 * "2,975", formatted.
 */
value: string,
/**
 * "US$ m".
 */
unit: string,
/**
 * "July to February, +19.9 % on a year before".
 */
note: string,
/**
 * Numbers of the source notes.
 */
marks: Array<number>,
/**
 * Whose life F2 opens.
 */
life: LifeRequest | null,
/**
 * The outlook works it out: a click leads to that screen.
 */
outlook: boolean, };

/**
 * A claim in force for the year in hand.
 */
export type ClaimRow = {
/**
 * Claim id.
 */
id: string,
/**
 * "5,200".
 */
amount: string,
/**
 * "target", "projection" or "commitment".
 */
kind: string,
/**
 * "Target, the pace uses it" and the like.
 */
title: string,
/**
 * Who said it.
 */
maker: string,
/**
 * When, in words.
 */
said: string,
/**
 * Needed a month, formatted; empty where it makes no sense.
 */
needed: string,
/**
 * On which conditions it was said, in our words; may be empty.
 */
conditions: string,
/**
 * What else is to be known about it; may be empty.
 */
note: string,
/**
 * The pace uses this claim.
 */
in_use: boolean,
/**
 * Whose life F2 opens: the claim's own.
 */
life: LifeRequest | null, };

/**
 * One line of what changed.
 */
export type ChangeRow = {
/**
 * "Feb 2026".
 */
what: string,
/**
 * "365, new" or "324 → 310".
 */
change: string,
/**
 * "+19.7 % on a year".
 */
note: string,
/**
 * Source notes.
 */
marks: Array<number>,
/**
 * Whose life F2 opens.
 */
life: LifeRequest | null, };

/**
 * A question worth asking.
 */
export type QuestionView = {
/**
 * Fact and ask.
 */
text: string,
/**
 * The office it goes to.
 */
to: string,
/**
 * What a good answer contains.
 */
good_answer: string, };

/**
 * A numbered source note.
 */
export type SourceMark = {
/**
 * From 1.
 */
number: number,
/**
 * Publisher and date.
 */
text: string,
/**
 * Its address; may be empty.
 */
address: string, };

/**
 * The overview.
 */
export type OverviewView = {
/**
 * Series id.
 */
series: string,
/**
 * Its title.
 */
title: string,
/**
 * Three or four.
 */
headlines: Array<HeadlineView>,
/**
 * "Claims in force for FY2026".
 */
claims_title: string,
/**
 * Highest standing first.
 */
claims: Array<ClaimRow>,
/**
 * "Changed since last print", or "Since that day".
 */
changes_title: string,
/**
 * What changed.
 */
changes: Array<ChangeRow>,
/**
 * Best first.
 */
questions: Array<QuestionView>,
/**
 * Notes in order.
 */
sources: Array<SourceMark>,
/**
 * What to do next when there is nothing to show.
 */
empty: string | null, };

/**
 * Which register.
 */
export type RegisterKind = "disruptions" | "costs" | "budget" | "initiatives" | "concerns" | "undertakings";

/**
 * Asks for one register.
 */
export type RegisterRequest = {
/**
 * Which one.
 */
register: RegisterKind,
/**
 * Series whose exports a cost is held against.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * One column of a register, and one field of its form.
 */
export type RegisterField = {
/**
 * Its name in [`RegisterRow::values`] and [`RegisterEdit::values`].
 */
name: string,
/**
 * Its head.
 */
label: string,
/**
 * How it is written: "2021, 2021-02 or 2021-02-03"; may be empty.
 */
hint: string,
/**
 * The words that it takes, the empty one among them where it may be empty; none: free.
 */
choices: Array<string>,
/**
 * It must not be empty.
 */
required: boolean,
/**
 * Worked out by the program: shown, never entered.
 */
computed: boolean,
/**
 * A number: set flush right.
 */
numeric: boolean, };

/**
 * One entry of a register.
 */
export type RegisterRow = {
/**
 * Its number.
 */
id: string,
/**
 * One text per field, ready to show.
 */
cells: Array<string>,
/**
 * What a form begins with, by field; computed fields are not in it.
 */
values: { [key in string]: string },
/**
 * What the program worked out, as plain numbers, by field; empty where it could not.
 */
computed: { [key in string]: string },
/**
 * What the program remarks: "overdue by 91 days".
 */
remarks: Array<string>,
/**
 * "good", "bad" or empty; a remark always says the same in words.
 */
tone: string,
/**
 * Title of its source; may be empty.
 */
source: string,
/**
 * Address of its source; may be empty.
 */
address: string, };

/**
 * A register as known on a day.
 */
export type RegisterView = {
/**
 * Which one.
 */
register: RegisterKind,
/**
 * The finding: "4 of 23 initiatives are overdue".
 */
title: string,
/**
 * What holds for the whole register, such as that costs of another concept are not receipts; may be empty.
 */
note: string,
/**
 * The columns.
 */
fields: Array<RegisterField>,
/**
 * The entries, in order of time.
 */
rows: Array<RegisterRow>,
/**
 * What to do next when there is none.
 */
empty: string | null, };

/**
 * Enters or amends one entry: one change, one undo.
 */
export type RegisterEdit = {
/**
 * Which register.
 */
register: RegisterKind,
/**
 * Which entry; null: a new one.
 */
id: string | null,
/**
 * As people write them, by field; a field left out is empty.
 */
values: { [key in string]: string },
/**
 * Title of the source; one that is not known yet is added.
 */
source: string, };

/**
 * Takes one entry out.
 */
export type RegisterRemove = {
/**
 * Which register.
 */
register: RegisterKind,
/**
 * Which entry.
 */
id: string, };

/**
 * The 10, 50 and 90 % points of cost, digit for digit: low is what costs least. A number that is not in doubt has
 * all three equal.
 */
export type SettingText = {
/**
 * One time in ten it costs less.
 */
low: string,
/**
 * As likely to cost more as less.
 */
central: string,
/**
 * One time in ten it costs more.
 */
high: string, };

/**
 * An outage that is assumed.
 */
export type OutageText = {
/**
 * In a few words.
 */
title: string,
/**
 * national, mobile, throttled, cable, ban or region.
 */
kind: string,
/**
 * Its first day, ISO.
 */
start: string,
/**
 * How many days.
 */
days: SettingText,
/**
 * Share of the sector's capacity in the region, 0 to 1; null takes the coefficient.
 */
region_share: SettingText | null, };

/**
 * Money that is released in part only, or late.
 */
export type BudgetText = {
/**
 * In a few words.
 */
title: string,
/**
 * The number of the budget line that it is about, or null.
 */
line: string | null,
/**
 * What was to be released over a year, in the series' unit.
 */
amount: string,
/**
 * The share of it that is released, 0 to 1.
 */
released: SettingText,
/**
 * The first month in which it was to be released.
 */
from: string, };

/**
 * A measure that may add to exports.
 */
export type InitiativeText = {
/**
 * In a few words.
 */
title: string,
/**
 * The number of the initiative that it is about, or null.
 */
initiative: string | null,
/**
 * The first month in which it works.
 */
start: string,
/**
 * What it adds to exports once it works in full, as a share of them.
 */
uplift: SettingText,
/**
 * Months from a tenth of that to nine tenths.
 */
ramp_months: SettingText,
/**
 * Months that it starts late.
 */
slip_months: SettingText,
/**
 * Chance that it is delivered at all.
 */
chance: SettingText, };

/**
 * What a scenario assumes, as people write it. The empty one is the forecast as it stands.
 */
export type AssumptionsText = {
/**
 * Outages.
 */
outages: Array<OutageText>,
/**
 * Further outages are drawn each month as the register has had them.
 */
outages_from_register: boolean,
/**
 * Money released.
 */
budget: Array<BudgetText>,
/**
 * Measures.
 */
initiatives: Array<InitiativeText>,
/**
 * Coefficients that are set to something else than their default, by id.
 */
factors: { [key in string]: SettingText }, };

/**
 * One scenario of the workspace.
 */
export type ScenarioItem = {
/**
 * Its id, such as `week_offline`.
 */
id: string,
/**
 * Its title.
 */
title: string,
/**
 * Anything to know about it.
 */
note: string,
/**
 * What it assumes.
 */
assumptions: AssumptionsText, };

/**
 * The scenarios of the workspace.
 */
export type ScenariosView = {
/**
 * In their order.
 */
scenarios: Array<ScenarioItem>,
/**
 * What to do next when there is none.
 */
empty: string | null, };

/**
 * Enters a scenario, or gives the one of this id its new content: one change, one undo.
 */
export type ScenarioSet = {
/**
 * Its id: a letter, then small letters, digits and underscores.
 */
id: string,
/**
 * Its title.
 */
title: string,
/**
 * Anything to know about it.
 */
note: string,
/**
 * What it assumes.
 */
assumptions: AssumptionsText, };

/**
 * Sets one factor for one run.
 */
export type FactorChange = {
/**
 * Its id, such as `outage.1.days` or `made_up`.
 */
factor: string,
/**
 * What it is set to.
 */
setting: SettingText, };

/**
 * The picture that a run draws with its answer.
 */
export type ScenarioChart = {
/**
 * Canvas width in CSS pixels.
 */
width: number,
/**
 * Canvas height in CSS pixels.
 */
height: number,
/**
 * Colours.
 */
theme: ChartTheme, };

/**
 * Asks what a scenario does to a year.
 */
export type ScenarioRun = {
/**
 * Series id; empty: the first.
 */
series: string,
/**
 * ISO date or null.
 */
as_of: string | null,
/**
 * A scenario of the workspace; null: `assumptions`.
 */
scenario: string | null,
/**
 * A draft, which takes precedence.
 */
assumptions: AssumptionsText | null,
/**
 * Set on top of these: what a slider is at.
 */
changes: Array<FactorChange>,
/**
 * Which year; null: the one in hand.
 */
fiscal_year: string | null,
/**
 * Which claim break-even, tornado and two-way table ask about; null: the weightiest target.
 */
claim: string | null,
/**
 * Draws the fan with the baseline behind it; null: no picture.
 */
chart: ScenarioChart | null, };

/**
 * One factor, with all there is to know about it.
 */
export type FactorView = {
/**
 * Its id.
 */
id: string,
/**
 * Its sign in the formulas; may be empty.
 */
symbol: string,
/**
 * Its name.
 */
label: string,
/**
 * "event", "capacity", "live", ...: factors of one group stand together.
 */
group: string,
/**
 * The name of the group.
 */
group_label: string,
/**
 * What it counts in, in words.
 */
unit: string,
/**
 * What it is set to.
 */
setting: SettingText,
/**
 * What it is set to unless somebody sets it; null for a part of an event.
 */
default: SettingText | null,
/**
 * The smallest value allowed.
 */
least: string,
/**
 * The largest value allowed.
 */
most: string,
/**
 * One step of a slider.
 */
step: string,
/**
 * Where the default comes from, in words.
 */
source: string,
/**
 * An assumption, not a measurement.
 */
assumed: boolean,
/**
 * Set to something else than its default.
 */
changed: boolean, };

/**
 * The total of a year, formatted.
 */
export type YearView = {
/**
 * Half of the paths end above.
 */
median: string,
/**
 * Lower end of 80 %.
 */
lo80: string,
/**
 * Upper end of 80 %.
 */
hi80: string,
/**
 * Lower end of 95 %.
 */
lo95: string,
/**
 * Upper end of 95 %.
 */
hi95: string, };

/**
 * One open claim about the year, without the scenario and with it.
 */
export type ScenarioClaim = {
/**
 * Claim id.
 */
id: string,
/**
 * "5,200".
 */
amount: string,
/**
 * "Target" and the like.
 */
kind_words: string,
/**
 * Who said it.
 */
maker: string,
/**
 * Without the scenario.
 */
baseline: ChanceView,
/**
 * With it.
 */
chance: ChanceView, };

/**
 * One line of the formula with its numbers: "share = w × c × n", "0.23 × 0.80 × 0.61", "0.112".
 */
export type FormulaLine = {
/**
 * In signs.
 */
formula: string,
/**
 * In numbers.
 */
numbers: string,
/**
 * What comes out.
 */
result: string, };

/**
 * What a scenario does to a year, quickly enough to be asked while a slider is dragged.
 */
export type ScenarioView = {
/**
 * The finding: "A national week offline costs $36 m; $5.2 bn is lost either way".
 */
title: string,
/**
 * "FY2026".
 */
fiscal_year: string,
/**
 * What all numbers here rest on.
 */
assumed: string,
/**
 * What was run, changes included.
 */
assumptions: AssumptionsText,
/**
 * Everything that can be set.
 */
factors: Array<FactorView>,
/**
 * The year without the scenario.
 */
baseline: YearView,
/**
 * The year with it.
 */
year: YearView,
/**
 * The scenario's middle less the baseline's, signed.
 */
difference: string,
/**
 * The open claims about the year, the weightiest first.
 */
claims: Array<ScenarioClaim>,
/**
 * The first outage worked through at central values; empty without one.
 */
formula: Array<FormulaLine>,
/**
 * What was published about such costs, beside and never subtracted.
 */
costs: Array<string>,
/**
 * The fan with the baseline behind it, when it was asked for.
 */
chart: ChartView | null, };

/**
 * What takes longer: asked for when the slider rests.
 */
export type ScenarioDetail = {
/**
 * The claim that all of it asks about: "Target of 5,200 for FY2026"; empty without one.
 */
claim: string,
/**
 * "At 34 days offline the chance falls below one half", "lost without any outage", one a factor.
 */
break_even: Array<string>,
/**
 * One factor at a time from its low to its high, the widest first.
 */
tornado: ChartTable,
/**
 * Chance by outage days and budget released; no rows where the scenario has neither.
 */
two_way: ChartTable,
/**
 * What the rows and columns of the two-way table are; may be empty.
 */
two_way_title: string,
/**
 * Baseline, low, central and high of this scenario, then the others of the workspace.
 */
side_by_side: ChartTable,
/**
 * The factors of the tornado as a picture, when it was asked for.
 */
tornado_chart: ChartView | null,
/**
 * The scenarios side by side as a picture, when it was asked for.
 */
scenarios_chart: ChartView | null, };

/**
 * A series as the navigation and the grid name it.
 */
export type SeriesItem = {
/**
 * Word with underscores, e.g. `ict_total`.
 */
id: string,
/**
 * Its name.
 */
title: string,
/**
 * The series of the sector above, if any.
 */
parent: string | null,
/**
 * 0 for the total.
 */
depth: number,
/**
 * "US$ million".
 */
unit: string,
/**
 * "month", "quarter" or "fiscal_year".
 */
frequency: string,
/**
 * How many observations it has.
 */
observations: number, };

/**
 * The open workspace as the shell shows it.
 */
export type WorkspaceView = {
/**
 * Where the file is.
 */
path: string,
/**
 * Its last part.
 */
file_name: string,
/**
 * The workspace's own name.
 */
name: string,
/**
 * Three letters.
 */
currency: string,
/**
 * 1 to 12.
 */
fiscal_year_start_month: number,
/**
 * Local time of the last change, "14:02" or a date.
 */
saved_at: string,
/**
 * Why nothing can be changed, in words; null when it can.
 */
read_only: string | null,
/**
 * What undo would take back.
 */
undo: string | null,
/**
 * What redo would do again.
 */
redo: string | null,
/**
 * The day that "today" is, ISO.
 */
today: string,
/**
 * The newest date on which anything was published, ISO.
 */
latest: string | null,
/**
 * All series in the order of the sector tree.
 */
series: Array<SeriesItem>,
/**
 * How much there is of what.
 */
counts: WorkspaceCounts, };

/**
 * How much a workspace holds.
 */
export type WorkspaceCounts = {
/**
 * Observations.
 */
observations: number,
/**
 * Claims.
 */
claims: number,
/**
 * Disruptions.
 */
disruptions: number,
/**
 * Budget lines.
 */
budget_lines: number,
/**
 * Initiatives.
 */
initiatives: number,
/**
 * Concerns.
 */
concerns: number,
/**
 * Sources.
 */
sources: number, };

/**
 * Asks for a new, empty workspace.
 */
export type NewWorkspace = {
/**
 * Where to create it; an existing file is refused.
 */
path: string,
/**
 * Its name.
 */
name: string,
/**
 * Three letters.
 */
currency: string,
/**
 * 1 to 12.
 */
fiscal_year_start_month: number,
/**
 * Title of the first series (the total).
 */
series_title: string,
/**
 * Who makes its statistic; may be absent.
 */
origin?: string, };

/**
 * A workspace opened before.
 */
export type RecentFile = {
/**
 * Where it is.
 */
path: string,
/**
 * Its last part.
 */
file_name: string,
/**
 * The workspace's own name.
 */
name: string,
/**
 * Local date and time.
 */
opened_at: string,
/**
 * The file is not there now.
 */
missing: boolean, };

/**
 * What the first screen shows.
 */
export type StartView = {
/**
 * Program version.
 */
version: string,
/**
 * Newest first.
 */
recent: Array<RecentFile>,
/**
 * Remembered choices.
 */
settings: Settings, };

/**
 * Choices that outlive the session.
 */
export type Settings = {
/**
 * "system", "light" or "dark".
 */
theme: string,
/**
 * 1 is 100 %.
 */
zoom: number,
/**
 * "en" or "ur".
 */
lang: string,
/**
 * Who enters: written into the journal.
 */
author: string, };

/**
 * After a change.
 */
export type Changed = {
/**
 * What was done, for the toast and the undo button.
 */
label: string,
/**
 * The shell's new state.
 */
workspace: WorkspaceView, };

/**
 * One entry of the journal.
 */
export type LogEntry = {
/**
 * Its number.
 */
id: number,
/**
 * What was done.
 */
label: string,
/**
 * When, RFC 3339.
 */
at: string,
/**
 * Who.
 */
by: string,
/**
 * Taken back.
 */
undone: boolean, };

/**
 * The journal, newest first.
 */
export type LogView = {
/**
 * The entries.
 */
entries: Array<LogEntry>, };

/**
 * A source as the Sources screen lists it.
 */
export type SourceItem = {
/**
 * Its number in the workspace.
 */
id: number,
/**
 * Title of the document.
 */
title: string,
/**
 * Who published it.
 */
publisher: string,
/**
 * Its address; may be empty.
 */
address: string,
/**
 * First to last publication date of what it gave.
 */
dates: string,
/**
 * How many observations rest on it.
 */
observations: number,
/**
 * How many claims rest on it.
 */
claims: number, };

/**
 * All sources.
 */
export type SourcesView = {
/**
 * By publisher, then title.
 */
sources: Array<SourceItem>, };

/**
 * Where a file was written.
 */
export type Exported = {
/**
 * The file.
 */
path: string,
/**
 * Its size.
 */
bytes: number, };

/**
 * The stable word of a failure. The window and scripts decide by it, never by reading the text.
 */
export type Code = "nothing_open" | "not_found" | "exists" | "not_a_workspace" | "newer_version" | "damaged" | "read_only" | "busy" | "disk_full" | "io" | "refused" | "nothing_to_undo" | "nothing_to_redo" | "conflict" | "unknown_series" | "unknown_sample" | "period" | "number" | "date" | "word" | "no_data" | "format" | "import" | "chart" | "brief" | "forecast" | "internal";

/**
 * Why something could not be done.
 */
export type AppError = {
/**
 * To decide by.
 */
code: Code,
/**
 * What happened and where.
 */
message: string,
/**
 * What to do about it.
 */
hint: string | null, };

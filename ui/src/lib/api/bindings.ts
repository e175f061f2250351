// Generated from the commands of hadaf-app; not edited by hand. CONTRIBUTING.md says how it is renewed.

/**
 * Lets a finding stand.
 */
export type AcceptFinding = {
/**
 * The name of the finding, such as `break:ict_total@2026-03`.
 */
id: string,
/**
 * Why it stands.
 */
because: string, };

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

/**
 * Puts a series away, or takes it out again.
 */
export type ArchiveSeries = {
/**
 * Which.
 */
id: string,
/**
 * Away, or out again.
 */
archived: boolean, };

/**
 * Attaches a file to a source.
 */
export type AttachDocument = {
/**
 * Which source, by its number or its title.
 */
id: string,
/**
 * The file.
 */
path: string,
/**
 * Its bytes are kept inside the workspace; otherwise it stays where it is, beside the workspace.
 */
inside: boolean, };

/**
 * Gives the current figures of a block another day or source. What each said before is kept as a correction.
 */
export type AttributeFigures = {
/**
 * Which.
 */
block: GridBlock,
/**
 * The day of all, as in [`SetObservation`](super::SetObservation); empty: each keeps its own.
 */
published: string,
/**
 * Title of the source of all; empty: each keeps its own.
 */
source: string, };

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
 * A past year a row, at the point at which the current year is: range, total, what was asked, chance, outcome.
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
lang: string,
/**
 * The notes of the workspace go with the data; they stay in when absent.
 */
with_notes?: boolean, };

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
checks: Array<BriefCheck>,
/**
 * What the file holds, line by line.
 */
contains: Array<string>, };

/**
 * How a cell is marked.
 */
export type CellMark = "none" | "provisional" | "revised" | "derived" | "to_date" | "partial" | "estimate" | "withdrawn";

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
 * Whose history F2 opens.
 */
history: HistoryRequest | null, };

/**
 * After a change.
 */
export type Changed = {
/**
 * What was done, for the toast and the undo button.
 */
label: string,
/**
 * What is worth knowing of it: "318; 325 stays current, published later (18 June 2025)".
 */
notes: Array<string>,
/**
 * Id of what was made; absent where nothing new was.
 */
made?: string,
/**
 * The shell's new state.
 */
workspace: WorkspaceView, };

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
path: string,
/**
 * Pixels of a PNG to each of the canvas; one when absent.
 */
scale?: number,
/**
 * The notes of the workspace go with the numbers; they stay in when absent.
 */
with_notes?: boolean, };

/**
 * Which chart.
 */
export type ChartKind = "monthly" | "year_to_date" | "annual" | "hedgehog" | "disruptions" | "budget" | "initiatives" | "concerns" | "scenario_fan" | "scenarios" | "tornado" | "outlook" | "outlook_monthly" | "backtest";

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
 * What it is: the period, or the entry.
 */
head: string,
/**
 * What is said of it: value, status, comparison; may be empty.
 */
text: string,
/**
 * Whose history F2 opens.
 */
history: HistoryRequest | null, };

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
 * The numbers behind a chart.
 */
export type ChartTable = {
/**
 * Column heads.
 */
columns: Array<string>,
/**
 * As many cells in each as there are columns.
 */
rows: Array<Array<TableCell>>, };

/**
 * Colours of the chart.
 */
export type ChartTheme = "light" | "dark" | "print";

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
 * What kind.
 */
kind: ClaimKind,
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
 * How likely it is to be met.
 */
chance: ChanceView,
/**
 * The rest of the whole: "21 too close to call, 20 missed"; may be empty.
 */
rest: string,
/**
 * What it needs, and how often that has happened: "March to June +15 %: reached in 2 of 8 past years".
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
 * Whose history F2 opens.
 */
history: HistoryRequest | null, };

/**
 * One thing that can be chosen.
 */
export type ClaimChoice = {
/**
 * By which it is chosen.
 */
value: string,
/**
 * As it is shown.
 */
label: string, };

/**
 * What there is in the register to choose from: only what some claim has.
 */
export type ClaimChoices = {
/**
 * As [`ClaimItem::by`](super::ClaimItem::by), by name.
 */
makers: Array<ClaimChoice>,
/**
 * As [`ClaimItem::fiscal_year`](super::ClaimItem::fiscal_year), the newest first.
 */
years: Array<ClaimChoice>,
/**
 * As [`ClaimItem::kind`](super::ClaimItem::kind).
 */
kinds: Array<ClaimChoice>,
/**
 * As [`ClaimItem::outcome`](super::ClaimItem::outcome).
 */
outcomes: Array<ClaimChoice>, };

/**
 * A claim that is there, and how one that is typed may hang on it.
 */
export type ClaimCompared = {
/**
 * Its id.
 */
id: string,
/**
 * "restates", "narrows" or "replaces": what the later of both does to the earlier one.
 */
kind: string,
/**
 * "T30 states the same: $5.2 bn target, Ministry of IT, 20 August 2025."
 */
text: string,
/**
 * "It restates T30".
 */
choice: string, };

/**
 * One condition of a claim.
 */
export type ClaimCondition = {
/**
 * As the page states it.
 */
text: string,
/**
 * Whether it held; null: nobody judged it by the day.
 */
met: boolean | null,
/**
 * "held", "did not hold", "not judged".
 */
words: string,
/**
 * The finding that says so; null: none does.
 */
finding: number | null, };

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
 * Its conditions, each with what was found about it.
 */
conditions: Array<ClaimCondition>,
/**
 * What would have to be true for it to be met, in sentences; none where it is not open.
 */
needed: Array<string>,
/**
 * Other claims about the same year.
 */
others: Array<ClaimMention>,
/**
 * The disruptions of its year, by number, by one of which a condition may have been broken.
 */
disruptions: Array<ClaimChoice>,
/**
 * What a finding about the first condition that nobody judged begins with.
 */
judging: JudgeCondition,
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
history: HistoryView,
/**
 * As it would be entered, to amend it.
 */
entry: SetClaim, };

/**
 * A labelled fact of the inspector.
 */
export type ClaimFact = {
/**
 * Which: "maker", "said", "conditions", "outturn", "verdict", "restated", "chance".
 */
name: string,
/**
 * "Outturn".
 */
label: string,
/**
 * One or more lines.
 */
lines: Array<string>, };

/**
 * The form of a claim, filled as far as the workspace tells, and what is known beside it.
 */
export type ClaimForm = {
/**
 * As it stands, or as a new one begins.
 */
entry: SetClaim,
/**
 * Title of the series.
 */
series_title: string,
/**
 * The unit of a bare number: "US$ million".
 */
unit: string,
/**
 * The years that are likely to be meant, the earliest first.
 */
years: Array<ClaimFormYear>,
/**
 * Who stated others, each once.
 */
makers: Array<string>,
/**
 * The other claims about this series.
 */
known: Array<ClaimFormKnown>, };

/**
 * A claim that is there already.
 */
export type ClaimFormKnown = {
/**
 * Its id.
 */
id: string,
/**
 * "FY2027"; empty without a year.
 */
fiscal_year: string,
/**
 * "$5.2 bn target, Ministry of IT, 20 Aug 2025".
 */
text: string, };

/**
 * Asks for the form of a claim.
 */
export type ClaimFormRequest = {
/**
 * Series that a new one is about; empty: the first. Not read where there is an `id`.
 */
series: string,
/**
 * Which claim to amend; null: a new one.
 */
id: string | null, };

/**
 * A year of the form.
 */
export type ClaimFormYear = {
/**
 * "FY2027", as it is typed.
 */
value: string,
/**
 * As it is shown.
 */
label: string, };

/**
 * The group that a claim is listed in.
 */
export type ClaimGroup = "due" | "open" | "unofficial" | "restated" | "not_scorable";

/**
 * A group of claims, for the tabs.
 */
export type ClaimGroupView = {
/**
 * As [`ClaimItem::group`], or all.
 */
group: ClaimTab,
/**
 * "Due".
 */
title: string,
/**
 * How many.
 */
count: number, };

/**
 * One claim with what became of it.
 */
export type ClaimItem = {
/**
 * Claim id.
 */
id: string,
/**
 * The group that it is listed in.
 */
group: ClaimGroup,
/**
 * "FY2026"; empty when none was given.
 */
fiscal_year: string,
/**
 * "5,200", in the series' unit; a range with both ends.
 */
amount: string,
/**
 * What kind.
 */
kind: ClaimKind,
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
 * Who answers for it: the office, else who said it.
 */
by: string,
/**
 * A few words of its source; may be empty.
 */
quote: string,
/**
 * Said by or for a government office.
 */
official: boolean,
/**
 * When, in words.
 */
said: string,
/**
 * The same as short as a table has it.
 */
said_short: string,
/**
 * The first total known of its year, formatted; empty while the year is not known whole.
 */
first_release: string,
/**
 * The current total; empty as `first_release`.
 */
latest: string,
/**
 * The first total against the claim, "−9.5 %"; may be empty.
 */
off_first: string,
/**
 * The current total against the claim; may be empty.
 */
off_latest: string,
/**
 * What became of it, under the current total.
 */
outcome: Outcome,
/**
 * The same under the first total.
 */
outcome_first: Outcome,
/**
 * Stands before the word, so that it does not rest on colour: "✓".
 */
sign: string,
/**
 * "missed"; for what says an earlier claim again "counted with T02".
 */
outcome_words: string,
/**
 * The same mark under the first total.
 */
sign_first: string,
/**
 * The same words under the first total.
 */
outcome_first_words: string,
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
 * The mark in the margin.
 */
mark: ClaimTie,
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
 * Whose history F2 opens.
 */
history: HistoryRequest | null, };

/**
 * What kind of claim.
 */
export type ClaimKind = "target" | "projection" | "commitment";

/**
 * How two claims hang together: the later one of both does it to the earlier one.
 */
export type ClaimLink = {
/**
 * Id of the one that is there.
 */
to: string,
/**
 * "restates", "narrows" or "replaces".
 */
kind: string, };

/**
 * What is to be asked about a claim before it is saved.
 */
export type ClaimMeant = {
/**
 * Why its amount may not have been meant; what may have been meant is as it is typed.
 */
doubts: Array<DoubtView>,
/**
 * Claims of the same maker about the same year, on which it may hang; restatements first.
 */
compared: Array<ClaimCompared>, };

/**
 * Another claim about the same year.
 */
export type ClaimMention = {
/**
 * Its id.
 */
id: string,
/**
 * "$5.2 bn target, Ministry of IT, 20 August 2025".
 */
text: string,
/**
 * Stands before the word of its outcome.
 */
sign: string,
/**
 * What became of it.
 */
outcome_words: string, };

/**
 * What a claim that is being typed would be.
 */
export type ClaimPreview = {
/**
 * "5,200 US$ million; FY2026; 20 August 2025"; empty while it cannot be read.
 */
read: string,
/**
 * What lacks and what is wrong, in the order of the form.
 */
remarks: Array<ClaimRemark>,
/**
 * What it would be, in a sentence; empty while it cannot be read.
 */
outcome: string,
/**
 * It can be scored, now or once its year is known whole.
 */
scorable: boolean,
/**
 * It can be saved as it stands.
 */
complete: boolean,
/**
 * Claims that are there already and on which it may hang; it is linked to none of them by itself.
 */
compared: Array<ClaimCompared>, };

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
 * The same against first releases: "Against first releases: 1 of 5."; empty where none is decided.
 */
first: string,
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
 * A maker a row: claims, met, missed, too close, condition not met, hit rate with counts and its interval, the same
 * against first releases, bias, mean error; the last says who is ranked.
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
 * Something that lacks, or is wrong, in a claim that is being typed.
 */
export type ClaimRemark = {
/**
 * The field of [`SetClaim`] that it is about; empty: of the whole.
 */
field: string,
/**
 * In a sentence.
 */
words: string,
/**
 * It keeps the claim from being saved; what does not keeps it from being scored.
 */
stops: boolean, };

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
 * A group of claims, or all of them.
 */
export type ClaimTab = "all" | "due" | "open" | "unofficial" | "restated" | "not_scorable";

/**
 * What a claim is to others that say the same.
 */
export type ClaimTie = "first" | "again" | "replaced" | "alone";

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
 * Heads of its table: for, amount, kind, maker, said, outturn, off, outcome.
 */
heads: Array<string>,
/**
 * All first, then each group.
 */
groups: Array<ClaimGroupView>,
/**
 * Newest year first, of one year the highest-ranked first; those without a year last.
 */
claims: Array<ClaimItem>,
/**
 * What they can be chosen by.
 */
choices: ClaimChoices,
/**
 * How they hang together: both ends are listed.
 */
links: Array<SetLineage>,
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
 * The stable word of a failure. The window and scripts decide by it, never by reading the text.
 */
export type Code = "nothing_open" | "not_found" | "exists" | "not_a_workspace" | "newer_version" | "damaged" | "read_only" | "replaced" | "busy" | "disk_full" | "io" | "refused" | "nothing_to_undo" | "nothing_to_redo" | "conflict" | "unknown_series" | "unknown_sample" | "period" | "number" | "date" | "word" | "no_data" | "format" | "import" | "questions" | "chart" | "brief" | "forecast" | "internal";

/**
 * Puts an entry of ours right.
 */
export type CorrectObservation = {
/**
 * Series id.
 */
series: string,
/**
 * As people write it.
 */
period: string,
/**
 * Number of the entry; null: the one of this day and source where there is one, else the current one.
 */
entry: string | null,
/**
 * What it should have said, as people write it; null: it should never have been entered, and is taken out.
 */
value: string | null,
/**
 * The day that it should bear, as in [`SetObservation`](super::SetObservation); empty: it was right.
 */
published: string,
/**
 * Title of the source that it should name; empty: it was right.
 */
source: string,
/**
 * What there is to know about it; null: that was right.
 */
note: string | null, };

/**
 * A figure of a block that a person put right before it was saved.
 */
export type Corrected = {
/**
 * Series id.
 */
series: string,
/**
 * Canonical period.
 */
period: string,
/**
 * As people write it.
 */
value: string, };

/**
 * Asks for data to be written to a file.
 */
export type DataExport = {
/**
 * What leaves.
 */
request: ExportRequest,
/**
 * "csv", "xlsx", "ods", "sdmx-csv" or "datapackage".
 */
format: string,
/**
 * Where to.
 */
path: string, };

/**
 * A day as the page shows it.
 */
export type DayView = {
/**
 * ISO.
 */
date: string,
/**
 * "1 April 2026".
 */
text: string,
/**
 * "1 Apr 2026".
 */
short: string, };

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
 * Whose history F2 opens.
 */
history: HistoryRequest | null, };

/**
 * What one source says of a figure.
 */
export type DisagreementSide = {
/**
 * Number of the source.
 */
source: number,
/**
 * Publisher and title.
 */
title: string,
/**
 * Exact.
 */
value: string,
/**
 * Formatted.
 */
text: string,
/**
 * In words: "18 December 2024".
 */
published: string,
/**
 * It is what is read.
 */
current: boolean,
/**
 * Somebody decided that it is read.
 */
preferred: boolean,
/**
 * "current", "another source differs".
 */
role: string, };

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
 * Asks for disagreements.
 */
export type DisagreementsRequest = {
/**
 * Series id; null: all of them.
 */
series: string | null,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * Figures that sources give differently.
 */
export type DisagreementsView = {
/**
 * By series, the newest period first.
 */
figures: Array<SourcesAtOdds>,
/**
 * How many, in a sentence.
 */
summary: string, };

/**
 * The file that a source was read in.
 */
export type DocumentItem = {
/**
 * Its name.
 */
name: string,
/**
 * Its size in bytes.
 */
bytes: number,
/**
 * "2.4 MB".
 */
size: string,
/**
 * SHA-256 of its bytes, in hexadecimal.
 */
hash: string,
/**
 * The way to it from the folder of the workspace; null: inside the workspace.
 */
beside: string | null,
/**
 * How it stands.
 */
state: DocumentState,
/**
 * The same in words.
 */
told: string,
/**
 * The system may show a copy of it: it is nothing that could run.
 */
shown: boolean, };

/**
 * A file that could be attached, and what that would mean.
 */
export type DocumentOffer = {
/**
 * The file.
 */
path: string,
/**
 * The name that it would have.
 */
name: string,
/**
 * Its size in bytes.
 */
bytes: number,
/**
 * "2.4 MB".
 */
size: string,
/**
 * What keeping it inside means, with by how much the workspace grows.
 */
inside: string,
/**
 * It can be kept inside.
 */
can_be_inside: boolean,
/**
 * What leaving it beside the workspace means.
 */
beside: string,
/**
 * It can be left beside the workspace.
 */
can_be_beside: boolean, };

/**
 * How a document stands.
 */
export type DocumentState = "inside" | "beside" | "missing" | "changed" | "damaged";

/**
 * Why a figure may not have been meant.
 */
export type DoubtView = {
/**
 * A stable word: `power_of_ten`, `too_large`, zero, negative, break, `off_pattern`, `above_whole`, `below_part`,
 * `below_months`, `above_months`, `partial_sum`, `above_year`, `months_above_year`, `months_below_year`, `far_year`,
 * `month_or_year`, `revised_before`.
 */
kind: string,
/**
 * Series id.
 */
series: string,
/**
 * Canonical period.
 */
period: string,
/**
 * In sentences, with the numbers.
 */
message: string,
/**
 * What may have been meant; null where the doubt does not say.
 */
instead: Instead | null, };

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
 * What would leave, before it does.
 */
export type ExportContents = {
/**
 * The day on which it is read, ISO.
 */
as_of: string,
/**
 * Each series with what leaves of it.
 */
series: Array<ExportContentsSeries>,
/**
 * Targets and projections.
 */
claims: number,
/**
 * Documents that figures and targets name.
 */
sources: number,
/**
 * Notes of people, and whether they go along.
 */
notes: number,
/**
 * They go along.
 */
with_notes: boolean,
/**
 * All of it in a sentence.
 */
sentence: string,
/**
 * What becomes of the notes, in a sentence; empty where there are none.
 */
notes_sentence: string, };

/**
 * What leaves of a series.
 */
export type ExportContentsSeries = {
/**
 * Its id.
 */
id: string,
/**
 * Its title.
 */
title: string,
/**
 * Values as they were published, revised ones included.
 */
values: number,
/**
 * Periods that have a current figure.
 */
figures: number, };

/**
 * A format that data can leave in.
 */
export type ExportFormatView = {
/**
 * The word by which it is asked for.
 */
format: string,
/**
 * Its name.
 */
title: string,
/**
 * What it is for.
 */
about: string,
/**
 * What its files are.
 */
kind: FileKind, };

/**
 * Asks for data to leave.
 */
export type ExportRequest = {
/**
 * Ids of the series; none: all that are not archived.
 */
series: Array<string>,
/**
 * ISO date or null.
 */
as_of: string | null,
/**
 * The notes of figures, targets and sources go along.
 */
with_notes: boolean, };

/**
 * What would leave, and in which formats it can.
 */
export type ExportView = {
/**
 * What would leave.
 */
contents: ExportContents,
/**
 * The formats.
 */
formats: Array<ExportFormatView>, };

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
bytes: number,
/**
 * Characters of it that no font of the program has, each drawn as an empty square; null where there is none.
 */
replaced?: string,
/**
 * What of it is not as it stands in the workspace, in words.
 */
remarks?: Array<string>, };

/**
 * A figure that one of a derived series is worked out from.
 */
export type FigureUsedView = {
/**
 * Id of its series.
 */
series: string,
/**
 * Canonical period.
 */
period: string,
/**
 * "IT exports, July 2025".
 */
title: string,
/**
 * "324 US$ million".
 */
value: string,
/**
 * "State Bank of Pakistan, 18 August 2025".
 */
place: string, };

/**
 * What a file that the program writes is. Its ending says so.
 */
export type FileKind = "hadaf" | "pdf" | "svg" | "png" | "csv" | "xlsx" | "ods" | "zip" | "document";

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
 * What a formula gives, or why it gives nothing.
 */
export type FormulaView = {
/**
 * As it will be kept; empty where it cannot be read.
 */
formula: string,
/**
 * "IT exports less IT imports, US$ million a month"; empty where it gives nothing.
 */
reading: string,
/**
 * Why it gives nothing, and what to do; empty where it gives something.
 */
wrong: string,
/**
 * "USD million"; null where it gives nothing.
 */
unit: string | null,
/**
 * How often it gives a figure.
 */
frequency: Frequency | null,
/**
 * Whether its figures add up.
 */
measure: Measure | null, };

/**
 * How often a series has a value.
 */
export type Frequency = "month" | "quarter" | "fiscal_year";

/**
 * A block of cells.
 */
export type GridBlock = {
/**
 * Its columns: ids of series.
 */
series: Array<string>,
/**
 * Its rows: canonical periods.
 */
periods: Array<string>,
/**
 * ISO date or null.
 */
as_of: string | null, };

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
 * Of a year: the value is a sum or a total so far, and nobody gave the year a figure.
 */
summed: boolean,
/**
 * Its mark.
 */
mark: CellMark,
/**
 * Spoken and shown on hover: status, published, source.
 */
hint: string,
/**
 * The rows that its figure spans, where these are several.
 */
span?: GridSpan,
/**
 * The note of its figure, where it has one.
 */
note?: string, };

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
 * Decimal places of its finest figure.
 */
places: number,
/**
 * How it is worked out, in a sentence; null where its figures are entered. Nothing is entered into it.
 */
derived: string | null,
/**
 * How often it has a figure: a quarter's stands beside its three months.
 */
frequency: Frequency,
/**
 * Id of its sector.
 */
sector: string,
/**
 * The sector's name.
 */
sector_title: string,
/**
 * Its definition and caveats; may be empty.
 */
note: string, };

/**
 * Copies a block.
 */
export type GridCopy = {
/**
 * Which.
 */
block: GridBlock,
/**
 * With the titles of series above and the periods before.
 */
headers: boolean, };

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
as_of: string | null,
/**
 * "month", "quarter" or "fiscal_year": what the rows are; series of longer periods stand beside. Absent: as the first
 * series has them.
 */
frequency?: string, };

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
 * For a year its months: "July 2024 to June 2025"; else empty.
 */
span: string,
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
 * A figure of several rows: of a quarter beside its months, or of months that are known together alone.
 */
export type GridSpan = {
/**
 * The period that the figure is entered for and has its history; null for months that are known together alone, each
 * of which can be entered.
 */
period: string | null,
/**
 * How many rows it spans.
 */
rows: number,
/**
 * Which of them this is, from 0.
 */
row: number,
/**
 * "2 months", "Q1 FY2026"; empty where the figure stands in the row of the year.
 */
note: string, };

/**
 * What a block sums to. Of months and their years only the months count, and a figure that spans several rows counts once.
 */
export type GridSum = {
/**
 * How many figures it holds.
 */
known: number,
/**
 * Their exact sum, formatted; null where they have none.
 */
sum: string | null,
/**
 * Their mean, formatted; null where they have none.
 */
mean: string | null,
/**
 * What both count; empty where they differ.
 */
unit: string,
/**
 * Why there is no sum, or what is left out of it; empty where there is nothing to say.
 */
note: string, };

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
 * How often the series shown have a value.
 */
frequency: Frequency,
/**
 * How often the series of the workspace have one.
 */
frequencies: Array<Frequency>,
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
 * A fiscal year with its months.
 */
export type GridYear = {
/**
 * The year itself.
 */
total: GridRow,
/**
 * Its months or quarters, first to last; none in a grid of fiscal years.
 */
months: Array<GridRow>, };

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
 * Whose history F2 opens.
 */
history: HistoryRequest | null,
/**
 * The outlook works it out: a click leads to that screen.
 */
outlook: boolean, };

/**
 * Whose history.
 */
export type HistoryRequest = {
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
 * A number's history.
 */
export type HistoryView = {
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
 * What is current, formatted; empty when nothing is.
 */
value: string,
/**
 * Current and superseded, newest first.
 */
vintages: Array<ObservationView>,
/**
 * Kept, but not used.
 */
others: Array<ObservationView>,
/**
 * "As of 1 Jan 2025 this reads 324; from 31 Jan 2025 310".
 */
sentences: Array<string>,
/**
 * Typing errors that were put right: "Corrected on 27 November 2026 by Ayesha; it was entered as 4,020."
 */
corrections: Array<string>,
/**
 * The decision whose figure is read, in a sentence; null where there is none.
 */
decided: string | null,
/**
 * "2 vintages, 2 other observations".
 */
summary: string,
/**
 * How a derived series is worked out; empty where its figures are entered.
 */
derived: string,
/**
 * The figures that one of a derived series is worked out from.
 */
used: Array<FigureUsedView>, };

/**
 * One of the choices of what counts as a holiday.
 */
export type HolidayChoice = {
/**
 * Its word.
 */
id: string,
/**
 * "Pakistan: Eid, Ramadan and public holidays".
 */
name: string, };

/**
 * A figure that may have been meant.
 */
export type Instead = {
/**
 * Exact.
 */
value: string,
/**
 * Formatted.
 */
text: string, };

/**
 * What a part of a sentence is about.
 */
export type IntakeAbout = { "kind": "series",
/**
 * Its place in `IntakeView.series`.
 */
series: number, } | { "kind": "question",
/**
 * Its id.
 */
id: string, } | { "kind": "left_out" } | { "kind": "assumed" };

/**
 * A cell of a sheet.
 */
export type IntakeCell = {
/**
 * What stands in it.
 */
text: string,
/**
 * What it was taken for.
 */
role: IntakeRole,
/**
 * It holds a number.
 */
number: boolean,
/**
 * Columns that it covers on the screen; 0 where another cell covers it.
 */
span: number,
/**
 * What becomes of its value: new, same, revises, conflicts, refused; null where it holds none that is taken.
 */
outcome: IntakeOutcome | null, };

/**
 * Cells of a sheet.
 */
export type IntakeCells = {
/**
 * Which they are.
 */
region: IntakeRegion,
/**
 * Names of the columns: A, B, C.
 */
columns: Array<string>,
/**
 * Row by row.
 */
rows: Array<IntakeRow>, };

/**
 * Asks for cells of a sheet.
 */
export type IntakeCellsRequest = {
/**
 * Which cells: at most 500 rows and 60 columns are given.
 */
region: IntakeRegion, };

/**
 * A check.
 */
export type IntakeCheck = {
/**
 * total; or the word of a doubt, as `DoubtView.kind` has it.
 */
kind: string,
/**
 * Of what: the series' title.
 */
label: string,
/**
 * For which period, in words.
 */
period: string,
/**
 * The total as stated; empty for a doubt.
 */
stated: string,
/**
 * What its parts come to; empty for a doubt.
 */
parts: string,
/**
 * By how much it is off, signed; empty where it agrees.
 */
difference: string,
/**
 * It is as it should be, but for rounding.
 */
agrees: boolean,
/**
 * In a sentence.
 */
message: string,
/**
 * Where, as people write it.
 */
place: string,
/**
 * The cell; null where there is none.
 */
region: IntakeRegion | null, };

/**
 * A possible answer.
 */
export type IntakeChoice = {
/**
 * What is sent back.
 */
value: string,
/**
 * What is shown.
 */
label: string, };

/**
 * How many values of each kind.
 */
export type IntakeCounts = {
/**
 * All.
 */
values: number,
/**
 * The workspace has none for their period.
 */
new: number,
/**
 * As the workspace has them.
 */
same: number,
/**
 * Others than the workspace has, which they replace.
 */
revises: number,
/**
 * Others than the workspace has, which stay.
 */
conflicts: number,
/**
 * They cannot be entered.
 */
refused: number, };

/**
 * A file.
 */
export type IntakeFileView = {
/**
 * Its name; empty for what was pasted.
 */
name: string,
/**
 * What it is: "Excel workbook", "Text with commas".
 */
kind: string,
/**
 * Its sheets; none where it cannot be read.
 */
sheets: Array<IntakeSheet>,
/**
 * Why it cannot be read; null where it can.
 */
failure: string | null,
/**
 * What to do about that; null where there is nothing.
 */
hint: string | null, };

/**
 * What becomes of one series of the files.
 */
export type IntakeMapping = {
/**
 * `IntakeSeries.label`.
 */
label: string,
/**
 * Id of a series of the workspace; empty for a new one; null to leave it out.
 */
series: string | null,
/**
 * Id of the new series; made of its title when absent.
 */
id?: string,
/**
 * Title of the new series; as the file names it when absent.
 */
title?: string,
/**
 * Unit of the new series, such as "USD million"; that of the file when absent.
 */
unit?: string,
/**
 * "flow": months add up to a year; "stock": counted at the period's end.
 */
measure?: string, };

/**
 * Files to be read: what was chosen in a dialog, or dropped.
 */
export type IntakeOpen = {
/**
 * Where they lie. All of them become one change.
 */
paths: Array<string>, };

/**
 * What becomes of a value.
 */
export type IntakeOutcome = "new" | "same" | "revises" | "conflicts" | "refused";

/**
 * A part of a sentence.
 */
export type IntakePart = {
/**
 * The text.
 */
text: string,
/**
 * What can be changed by it; null for plain words.
 */
about: IntakeAbout | null, };

/**
 * What the clipboard holds, to be read as a table.
 */
export type IntakePaste = {
/**
 * Its text.
 */
text: string,
/**
 * Its page, which keeps merged cells.
 */
html?: string, };

/**
 * How far reading has come. Asked again and again while files are being read.
 */
export type IntakeProgress = {
/**
 * Files that are read, the one that is being read not counted.
 */
done: number,
/**
 * All files; 0 where nothing is being read.
 */
of: number,
/**
 * What is being done.
 */
stage: IntakeStage, };

/**
 * Something that the files do not say.
 */
export type IntakeQuestion = {
/**
 * Its name.
 */
id: string,
/**
 * published, unit, currency, `year_meaning`, `month_year`, `quarter_meaning`, `date_order`, `month_or_day`, spacing,
 * `period_column`, `pair_meaning`, `mixed_periods`, `decimal_comma`, hidden, twice, series, source.
 */
kind: string,
/**
 * Where, as people write it.
 */
place: string,
/**
 * The same as a region; null where it is about all.
 */
region: IntakeRegion | null,
/**
 * The question: "When was it published?"
 */
text: string,
/**
 * Why it is asked; may be empty.
 */
why: string,
/**
 * What can be answered.
 */
choices: Array<IntakeChoice>,
/**
 * A text that is none of the choices can be answered too: a day, a unit.
 */
free: boolean,
/**
 * What was answered, or by what it is read for now.
 */
answer: string, };

/**
 * A region of a sheet; rows and columns from 0, the last ones included.
 */
export type IntakeRegion = {
/**
 * Which file, from 0.
 */
file: number,
/**
 * Which sheet of it, from 0.
 */
sheet: number,
/**
 * First row.
 */
top: number,
/**
 * First column.
 */
left: number,
/**
 * Last row.
 */
bottom: number,
/**
 * Last column.
 */
right: number, };

/**
 * Something about a place.
 */
export type IntakeRemark = {
/**
 * A stable word.
 */
code: string,
/**
 * Where, as people write it; may be empty.
 */
place: string,
/**
 * The same as a region; null where it is about all.
 */
region: IntakeRegion | null,
/**
 * What stands there; may be empty.
 */
what: string,
/**
 * In words: why it was left out, what was assumed, what is wrong.
 */
text: string,
/**
 * It keeps the import out.
 */
blocks: boolean, };

/**
 * All that a person said so far. It is sent whole each time; what is not said is as the file or the workspace has it.
 */
export type IntakeRequest = {
/**
 * Answers by the id of their question, each a choice's `value` or, where `free` is set, a text. Beside the questions
 * there are the ids `source`, `publisher`, `address`: where the values were read.
 */
answers: { [key in string]: string },
/**
 * What becomes of series, where that is not as proposed.
 */
mapping: Array<IntakeMapping>,
/**
 * Regions whose values are left out by hand.
 */
left_out: Array<IntakeRegion>, };

/**
 * What a cell was taken for.
 */
export type IntakeRole = "empty" | "header" | "value" | "check" | "ignored";

/**
 * A row of a sheet.
 */
export type IntakeRow = {
/**
 * Its number, from 1.
 */
number: number,
/**
 * It is not shown in the spreadsheet.
 */
hidden: boolean,
/**
 * Its cells.
 */
cells: Array<IntakeCell>, };

/**
 * A series of the files.
 */
export type IntakeSeries = {
/**
 * Its name in the files; the same whenever they are read.
 */
label: string,
/**
 * Where it stands.
 */
place: string,
/**
 * Id of the series that takes its values; for a new one the id that it will have; null where it is left out.
 */
series: string | null,
/**
 * Title of that series.
 */
title: string,
/**
 * That series is made.
 */
new: boolean,
/**
 * Unit of the file; null where it does not say.
 */
unit: string | null,
/**
 * Unit of the series, as programs write it.
 */
target_unit: string | null,
/**
 * What becomes of the numbers: "thousand to million: 354,000 becomes 354"; empty where they stay.
 */
scaled: string,
/**
 * month, quarter, `fiscal_year`.
 */
frequency: string,
/**
 * flow, stock.
 */
measure: string,
/**
 * How many values.
 */
values: number,
/**
 * First period, in words.
 */
first: string,
/**
 * Last period, in words.
 */
last: string,
/**
 * Why it cannot be entered so; empty where it can.
 */
wrong: string, };

/**
 * A sheet.
 */
export type IntakeSheet = {
/**
 * Its name; may be empty.
 */
name: string,
/**
 * Its rows.
 */
rows: number,
/**
 * Its columns.
 */
columns: number,
/**
 * It is not shown in the spreadsheet.
 */
hidden: boolean, };

/**
 * Where values were read.
 */
export type IntakeSource = {
/**
 * Its title.
 */
title: string,
/**
 * Who published it; may be empty.
 */
publisher: string,
/**
 * Its address; may be empty.
 */
address: string, };

/**
 * What is being done with files.
 */
export type IntakeStage = "idle" | "reading" | "finding" | "comparing" | "storing";

/**
 * A table.
 */
export type IntakeTable = {
/**
 * Where it is.
 */
region: IntakeRegion,
/**
 * The same as people write it: `Monthly!A1:F8`.
 */
place: string,
/**
 * long, `periods_in_columns`, `periods_in_rows`, matrix.
 */
layout: string,
/**
 * How it was read, in one sentence, in parts.
 */
sentence: Array<IntakePart>,
/**
 * Its series, by their places in `IntakeView.series`.
 */
series: Array<number>, };

/**
 * A series of the workspace.
 */
export type IntakeTarget = {
/**
 * Its id.
 */
id: string,
/**
 * Its title.
 */
title: string,
/**
 * Its unit, as programs write it.
 */
unit: string,
/**
 * month, quarter, `fiscal_year`.
 */
frequency: string, };

/**
 * A value beside the workspace's.
 */
export type IntakeValue = {
/**
 * Its series, by its place in `IntakeView.series`.
 */
series: number,
/**
 * Title of the series that takes it.
 */
title: string,
/**
 * Its period, in words.
 */
period: string,
/**
 * It runs from the start of the fiscal year.
 */
to_date: boolean,
/**
 * What the workspace has, formatted; empty where it has none.
 */
before: string,
/**
 * What the file has, formatted.
 */
value: string,
/**
 * The difference, signed, with its percentage; empty where there is none.
 */
difference: string,
/**
 * What becomes of it.
 */
outcome: IntakeOutcome,
/**
 * In words: "revises 324 → 310", or why it cannot be entered.
 */
message: string,
/**
 * Its cell.
 */
region: IntakeRegion, };

/**
 * Values beside the workspace's.
 */
export type IntakeValues = {
/**
 * How many there are.
 */
of: number,
/**
 * Those that were asked for.
 */
values: Array<IntakeValue>, };

/**
 * Asks for values beside the workspace's.
 */
export type IntakeValuesRequest = {
/**
 * Which; all for an empty list.
 */
outcomes: Array<IntakeOutcome>,
/**
 * Of which series, by its place in `IntakeView.series`; null for all.
 */
series: number | null,
/**
 * The first to give, from 0.
 */
from: number,
/**
 * How many to give; at most 500.
 */
count: number, };

/**
 * Files as they were read, held against the workspace.
 */
export type IntakeView = {
/**
 * The files.
 */
files: Array<IntakeFileView>,
/**
 * Their tables.
 */
tables: Array<IntakeTable>,
/**
 * Their series, each once, whatever tables it stands in.
 */
series: Array<IntakeSeries>,
/**
 * What is to be answered before it can be applied: when it was published first.
 */
questions: Array<IntakeQuestion>,
/**
 * What was answered already, so that it can be changed.
 */
answered: Array<IntakeQuestion>,
/**
 * Where the values were read.
 */
source: IntakeSource,
/**
 * How many values there are.
 */
counts: IntakeCounts,
/**
 * Totals of the files beside their parts, and figures that may not have been meant.
 */
checks: Array<IntakeCheck>,
/**
 * What was not taken.
 */
left_out: Array<IntakeRemark>,
/**
 * How much more was not taken than is listed.
 */
left_out_more: number,
/**
 * What was assumed.
 */
assumed: Array<IntakeRemark>,
/**
 * What cannot be entered, or is worth knowing.
 */
issues: Array<IntakeRemark>,
/**
 * What applying does: "Adds 3 figures and revises 1; 9 are there already."
 */
summary: string,
/**
 * No question is open, nothing is wrong, and something would change.
 */
ready: boolean,
/**
 * Why it cannot be applied; empty where it can.
 */
blocked: string,
/**
 * The series of the workspace, to choose from.
 */
targets: Array<IntakeTarget>,
/**
 * The mapping is the one that was remembered for files of this layout.
 */
remembered: boolean, };

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
judged: string,
/**
 * Number of the disruption that broke it, from which its price is worked out; empty: it has none.
 */
disruption: string, };

/**
 * Asks for what was known on a day.
 */
export type KnownRequest = {
/**
 * ISO date or null.
 */
as_of: string | null, };

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
 * The same in words, by the local clock: "1 Apr 2026, 14:02".
 */
when: string,
/**
 * Who.
 */
by: string,
/**
 * Taken back.
 */
undone: boolean,
/**
 * Who took it back last; null where nobody did, or an earlier version of the program did so.
 */
undone_by: string | null,
/**
 * When, RFC 3339.
 */
undone_at: string | null,
/**
 * Who made it again last; null where nobody did.
 */
redone_by: string | null,
/**
 * When, RFC 3339.
 */
redone_at: string | null,
/**
 * What became of it since, in words: "undone by Bilal, 1 Apr 2026, 14:02; done again by Aisha, 2 Apr 2026, 09:30".
 */
since: string | null, };

/**
 * The journal, newest first.
 */
export type LogView = {
/**
 * The entries.
 */
entries: Array<LogEntry>, };

/**
 * Whether the values of a series add up.
 */
export type Measure = "flow" | "stock";

/**
 * Lets one sector take in another.
 */
export type MergeSectors = {
/**
 * The one that goes.
 */
from: string,
/**
 * The one that takes it in.
 */
into: string, };

/**
 * Lets one series take in another.
 */
export type MergeSeries = {
/**
 * The one that goes.
 */
from: string,
/**
 * The one that takes it in.
 */
into: string, };

/**
 * Lets one source take in another.
 */
export type MergeSources = {
/**
 * The one that goes, by its number or its title.
 */
from: string,
/**
 * The one that takes it in.
 */
into: string, };

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
 * What has a name that can be changed.
 */
export type NamedKind = "workspace" | "series" | "source";

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
origin?: string,
/**
 * Which of its two calendar years names a fiscal year, "last" or "first"; absent: the last.
 */
year_names?: string, };

/**
 * One observation.
 */
export type ObservationView = {
/**
 * Its number, by which it is corrected; null for a claim.
 */
entry: string | null,
/**
 * Formatted; a dash where it says that there is no figure.
 */
value: string,
/**
 * Exact value.
 */
exact: string,
/**
 * Against the observation before; empty for the first.
 */
change: string,
/**
 * What it is to the current figure.
 */
role: VintageRole,
/**
 * The same in words.
 */
role_label: string,
/**
 * In words: "18 Dec 2024", "about 31 Jan 2025", "no date on the page".
 */
published: string,
/**
 * ISO day of publication; empty without one.
 */
day: string,
/**
 * Who said it; empty for a number, which its source says.
 */
maker: string,
/**
 * Publisher and title.
 */
source: string,
/**
 * Its title alone.
 */
source_title: string,
/**
 * Its number, by which it is preferred to others; null for a claim.
 */
source_number: string | null,
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
 * A claim about another year.
 */
export type OtherClaim = {
/**
 * Claim id.
 */
id: string,
/**
 * "FY2028"; empty without a year.
 */
year: string,
/**
 * "$5.2 bn target, Ministry of IT, 20 August 2025".
 */
text: string,
/**
 * Whose history F2 opens: the claim's own.
 */
history: HistoryRequest | null, };

/**
 * What became of a claim.
 */
export type Outcome = "met" | "missed" | "too_close" | "condition_not_met" | "open" | "replaced" | "not_scorable";

/**
 * Everything that figures can be of.
 */
export type Outline = {
/**
 * All series in the order of the tree; those that were put away come last.
 */
series: Array<OutlineSeries>,
/**
 * All sectors in the order of the tree.
 */
sectors: Array<OutlineSector>, };

/**
 * A sector with what belongs to it.
 */
export type OutlineSector = {
/**
 * Its id.
 */
id: string,
/**
 * As people call it.
 */
title: string,
/**
 * Id of the sector that it is part of.
 */
parent: string | null,
/**
 * 0 at the top of the tree.
 */
depth: number,
/**
 * Code of EBOPS 2010; may be empty.
 */
ebops: string,
/**
 * How many series measure it.
 */
series: number, };

/**
 * A series as it is defined, with what rests on it.
 */
export type OutlineSeries = {
/**
 * Its id.
 */
id: string,
/**
 * As people call it.
 */
title: string,
/**
 * Id of the sector that it measures.
 */
sector: string,
/**
 * Id of the sector above that one.
 */
parent: string | null,
/**
 * 0 at the top of the tree.
 */
depth: number,
/**
 * "USD million", "percent" or "count".
 */
unit: string,
/**
 * "US$ million".
 */
unit_text: string,
/**
 * How often it has a value.
 */
frequency: Frequency,
/**
 * Whether its values add up.
 */
measure: Measure,
/**
 * "each month, flow, part of IT exports", in words.
 */
about: string,
/**
 * Decimal places that are shown.
 */
places: number,
/**
 * It is a clean part of the total of the sector above.
 */
part_of_total: boolean,
/**
 * Who makes the statistic; may be empty.
 */
origin: string,
/**
 * Code of its sector in EBOPS 2010; may be empty.
 */
ebops: string,
/**
 * Definition and caveats; may be empty.
 */
note: string,
/**
 * How it is worked out from other series, such as "it_exports - it_imports"; empty where its figures are entered.
 */
formula: string,
/**
 * The same in words; empty where its figures are entered.
 */
derived: string,
/**
 * Nobody works on it any more.
 */
archived: boolean,
/**
 * How many figures it has.
 */
observations: number,
/**
 * How many claims are about it.
 */
claims: number, };

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
 * In what the series is counted: months, quarters or fiscal years.
 */
every: Frequency,
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
 * Where the current year may end, by sector; null where the series has none.
 */
sectors_ahead: SectorsAhead | null,
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
 * A current claim for the current year.
 */
export type OverviewClaim = {
/**
 * Claim id.
 */
id: string,
/**
 * "5,200".
 */
amount: string,
/**
 * What kind.
 */
kind: ClaimKind,
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
 * Needed a month, or a quarter, formatted, or when it was reached; empty where it makes no sense.
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
 * Whose history F2 opens: the claim's own.
 */
history: HistoryRequest | null, };

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
 * In what the series is counted and what is needed is told: months, quarters or fiscal years.
 */
every: Frequency,
/**
 * Three or four.
 */
headlines: Array<HeadlineView>,
/**
 * "Current claims for FY2026".
 */
claims_title: string,
/**
 * Highest standing first.
 */
claims: Array<OverviewClaim>,
/**
 * "Other targets and projections"; empty without any.
 */
others_title: string,
/**
 * Claims about other years of this series: those that are still to come, or all where no year is known.
 */
others: Array<OtherClaim>,
/**
 * "Changed since last observation", or "Since that day".
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
 * What would become of it.
 */
outcome: PasteOutcome,
/**
 * "324 → 310", what stays beside it, or why it is invalid.
 */
message: string,
/**
 * Why it may not have been meant.
 */
doubts: Array<DoubtView>,
/**
 * What else is worth knowing of it: that it is kept as an estimate.
 */
notes: Array<string>, };

/**
 * What becomes of a value that is entered.
 */
export type PasteOutcome = "new" | "same" | "revises" | "beside" | "corrects" | "empty" | "invalid";

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
 * How many figures would be entered: new ones and revisions.
 */
changes: number,
/**
 * Nothing is invalid and something changes.
 */
ready: boolean,
/**
 * The day of publication is one.
 */
dated: boolean,
/**
 * That a whole history bears one day; empty where it does not.
 */
advice: string,
/**
 * Whether the figures that are doubted were meant, in words; empty when none is.
 */
question: string,
/**
 * That the block names series or periods itself, in a sentence; absent where it falls on the selection.
 */
found?: string,
/**
 * It names things that are no series or period of the workspace: it is to be read as a table, which asks about them.
 */
table: boolean, };

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
 * The day of all values, as people write it; "after-each-period": each about a month after its period;
 * "unknown": nobody knows.
 */
published: string,
/**
 * Title of the source.
 */
source: string,
/**
 * Figures that stand in the place of those copied.
 */
corrected?: Array<Corrected>,
/**
 * The text fills the whole block: its rows and columns are repeated until the end, and nothing falls beside.
 */
fill?: boolean,
/**
 * What there is to know about these figures.
 */
note?: string, };

/**
 * Something about the data that a reader should know.
 */
export type QualityFinding = {
/**
 * The name by which it is accepted.
 */
id: string,
/**
 * Numbers contradict one another; else it is worth knowing.
 */
warning: boolean,
/**
 * Series id.
 */
series: string,
/**
 * Canonical period, the first of several; null: of the series as a whole.
 */
period: string | null,
/**
 * "IT exports, March 2026".
 */
place: string,
/**
 * In words, with the numbers.
 */
message: string,
/**
 * How far off it is, with its sign and unit; empty where nothing is measured.
 */
size: string,
/**
 * "Accepted on 27 November 2026 by Ayesha: a bulk order."; null where it is open.
 */
accepted: string | null, };

/**
 * What the check finds.
 */
export type QualityView = {
/**
 * What is open: warnings first, the largest of them first.
 */
open: Array<QualityFinding>,
/**
 * What somebody let stand.
 */
accepted: Array<QualityFinding>,
/**
 * "5 findings, 2 accepted."
 */
summary: string, };

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
 * A formula while it is typed.
 */
export type ReadFormula = {
/**
 * As it stands in the field.
 */
formula: string,
/**
 * Of which series; null: of a new one.
 */
id: string | null,
/**
 * The unit that stands beside it; null: none yet.
 */
unit: string | null, };

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
 * One thing that a field takes.
 */
export type RegisterChoice = {
/**
 * For programs: a word, or the number of an entry.
 */
value: string,
/**
 * For people.
 */
label: string, };

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
source: string,
/**
 * An entry that is amended: what stood there was a mistake and was never so. Otherwise it has changed, and what it
 * said until then is kept.
 */
corrects: boolean, };

/**
 * Asks for a register to be written to a file.
 */
export type RegisterExport = {
/**
 * Which register, on which day.
 */
request: RegisterRequest,
/**
 * "csv" or "xlsx".
 */
format: string,
/**
 * Where to.
 */
path: string, };

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
 * How it is entered.
 */
input: RegisterInput,
/**
 * The register of the entries that it takes; null where it takes none.
 */
refers: RegisterKind | null,
/**
 * The words or entries that it takes, the empty one among them where it may be empty; none: free.
 */
choices: Array<RegisterChoice>,
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
 * Gives one field of several entries the same value: one change, one undo.
 */
export type RegisterFill = {
/**
 * Which register.
 */
register: RegisterKind,
/**
 * Which field, or "source".
 */
field: string,
/**
 * As people write it.
 */
value: string,
/**
 * Which entries.
 */
ids: Array<string>,
/**
 * As [`RegisterEdit::corrects`].
 */
corrects: boolean, };

/**
 * How a field is entered.
 */
export type RegisterInput = "text" | "number" | "partial_date" | "day" | "month" | "year" | "unit" | "word" | "entry";

/**
 * Which register.
 */
export type RegisterKind = "disruptions" | "costs" | "budget" | "initiatives" | "concerns" | "undertakings";

/**
 * What would become of a row.
 */
export type RegisterOutcome = "new" | "changed" | "same" | "invalid";

/**
 * What would become of rows.
 */
export type RegisterPlan = {
/**
 * One sentence.
 */
summary: string,
/**
 * Row by row.
 */
rows: Array<RegisterPlanRow>,
/**
 * Heads of columns of which nothing is taken.
 */
left_out: Array<string>,
/**
 * How many entries would be entered or amended.
 */
changes: number,
/**
 * Every row can be read, and something changes.
 */
ready: boolean, };

/**
 * What would become of one row.
 */
export type RegisterPlanRow = {
/**
 * Its place in the sheet, from 1.
 */
row: number,
/**
 * What would become of it.
 */
outcome: RegisterOutcome,
/**
 * The entry that it is about; null for a new one.
 */
id: string | null,
/**
 * What that is called; may be empty.
 */
name: string,
/**
 * What differs, or why it cannot be read.
 */
message: string, };

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
 * What the program worked out, by field; null where it could not.
 */
computed: { [key in string]: number | null },
/**
 * What the program remarks: "overdue by 91 days".
 */
remarks: Array<string>,
/**
 * Whether that is good or bad; a remark always says the same in words.
 */
tone: RegisterTone | null,
/**
 * Title of its source; may be empty.
 */
source: string,
/**
 * Address of its source; may be empty.
 */
address: string,
/**
 * What it says and said before, the newest first, as far as it was known on the day.
 */
states: Array<RegisterState>, };

/**
 * Rows of a spreadsheet for a register: pasted, or of a file.
 */
export type RegisterRows = {
/**
 * Which register.
 */
register: RegisterKind,
/**
 * What was pasted; null: the rows of a file.
 */
text: string | null,
/**
 * The file; null: what was pasted.
 */
path: string | null,
/**
 * A paste without heads: the entries on which its rows fall, from the first on.
 */
onto: Array<string>,
/**
 * A paste without heads: the fields on which its columns fall; none: all that are entered, in order.
 */
fields: Array<string>,
/**
 * Title of the source of rows that name none; may be empty.
 */
source: string,
/**
 * As [`RegisterEdit::corrects`].
 */
corrects: boolean, };

/**
 * What an entry has said from a day on.
 */
export type RegisterState = {
/**
 * Its number, by which it is amended or taken out: that of the entry, for what it says now.
 */
id: string,
/**
 * From when on it was known: the day of its page, else that on which it was first seen.
 */
known_from: string,
/**
 * As [`RegisterRow::values`].
 */
values: { [key in string]: string },
/**
 * Title of its source; may be empty.
 */
source: string, };

/**
 * A register by its name, as one of all.
 */
export type RegisterTab = {
/**
 * Which one.
 */
register: RegisterKind,
/**
 * Its name.
 */
title: string,
/**
 * How many entries are known.
 */
count: number, };

/**
 * How an entry stands.
 */
export type RegisterTone = "good" | "bad";

/**
 * A register as known on a day.
 */
export type RegisterView = {
/**
 * Which one.
 */
register: RegisterKind,
/**
 * All of them.
 */
tabs: Array<RegisterTab>,
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
 * The column of sources.
 */
source: RegisterField,
/**
 * The entries, in order of time.
 */
rows: Array<RegisterRow>,
/**
 * The places of the rows as a screen lists them: what is overdue first, the longest before the others.
 */
order: Array<number>,
/**
 * What to do next when there is none.
 */
empty: string | null, };

/**
 * Removes a claim, with its links and findings.
 */
export type RemoveClaim = {
/**
 * Claim id.
 */
id: string, };

/**
 * Takes a finding back.
 */
export type RemoveFinding = {
/**
 * Its number.
 */
id: number, };

/**
 * Names a series or a sector that is to go.
 */
export type RemoveNamed = {
/**
 * Its id.
 */
id: string, };

/**
 * Asks for another name.
 */
export type Rename = {
/**
 * Of what.
 */
what: NamedKind,
/**
 * Which one; empty for the workspace.
 */
id: string,
/**
 * The new name or title.
 */
title: string,
/**
 * Who publishes the source, or makes the statistic of the series; unchanged when absent.
 */
publisher?: string,
/**
 * The address of the source; unchanged when absent.
 */
address?: string, };

/**
 * What was read of a period as of a day.
 */
export type RevisionCell = {
/**
 * Formatted; empty before the first release, a dash where it was withdrawn.
 */
text: string,
/**
 * It came or changed on this day; otherwise it is that of an earlier one.
 */
fresh: boolean,
/**
 * It is another figure than the one before.
 */
revised: boolean, };

/**
 * A day of publication.
 */
export type RevisionDay = {
/**
 * ISO.
 */
date: string,
/**
 * "18 Dec 2024".
 */
text: string, };

/**
 * A period with what was read of it.
 */
export type RevisionRow = {
/**
 * Canonical period.
 */
period: string,
/**
 * "Nov 2024".
 */
label: string,
/**
 * The first release, formatted.
 */
first: string,
/**
 * What is read now, formatted.
 */
latest: string,
/**
 * Latest less first, with its sign; empty where there is no figure.
 */
revision: string,
/**
 * The same, percent of the first release; empty where it has none.
 */
percent: string,
/**
 * It was revised.
 */
revised: boolean,
/**
 * One for each day.
 */
cells: Array<RevisionCell>, };

/**
 * Asks for the revisions of a series.
 */
export type RevisionsRequest = {
/**
 * Series id.
 */
series: string,
/**
 * The fiscal year whose periods are shown, such as "FY2025"; null: the newest.
 */
fiscal_year: string | null,
/**
 * ISO date or null.
 */
as_of: string | null, };

/**
 * The revisions of a series.
 */
export type RevisionsView = {
/**
 * Series id.
 */
series: string,
/**
 * Its title.
 */
title: string,
/**
 * "US$ million".
 */
unit: string,
/**
 * How far figures usually move, a sentence for months, quarters and years.
 */
summary: Array<string>,
/**
 * The fiscal years that have figures, newest first.
 */
years: Array<string>,
/**
 * The one that is shown; empty where there is none.
 */
year: string,
/**
 * The days on which a figure of the year came or changed, oldest first.
 */
days: Array<RevisionDay>,
/**
 * The periods of the year, in order.
 */
rows: Array<RevisionRow>, };

/**
 * A sample as it is offered.
 */
export type SampleItem = {
/**
 * The name under which it is asked for.
 */
name: string,
/**
 * What it is about.
 */
title: string, };

/**
 * Writes a copy of the document of a source.
 */
export type SaveDocument = {
/**
 * Which source, by its number or its title.
 */
id: string,
/**
 * Where to.
 */
path: string, };

/**
 * Where the current year may end, by sector.
 */
export type SectorsAhead = {
/**
 * "FY2026 by sector: where it may end".
 */
title: string,
/**
 * Each sector that is drawn with the total, or known; then the rest. Without rows where none is drawn.
 */
table: ChartTable,
/**
 * How they are drawn, which sectors are not and why, and the chance of each claim about one of them.
 */
notes: Array<string>, };

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
 * Who makes the statistic; may be empty.
 */
origin: string,
/**
 * How often it has a value.
 */
frequency: Frequency,
/**
 * It was put away: screens do not offer it.
 */
archived: boolean,
/**
 * How many observations it has.
 */
observations: number, };

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
 * As people write it: "5.2 bn", "$365 m", "10 to 20 bn", a bare number in the series' unit. That it is "about" that
 * comes into the note.
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
not_scorable: string,
/**
 * How it hangs on a claim that is there; null: as it does already, or on none.
 */
link: ClaimLink | null, };

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
 * Enters one value as a new observation.
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
 * The day, as people write it; "today"; "after-each-period": about a month after the period; "unknown": nobody knows.
 */
published: string,
/**
 * Title of the source; created when new.
 */
source: string,
/**
 * "first", "revised" or "estimate"; null: by its day of publication among the others.
 */
status: string | null,
/**
 * May be empty.
 */
note: string, };

/**
 * Decides that the figure of one source is read.
 */
export type SetPreference = {
/**
 * Series id.
 */
series: string,
/**
 * As people write it.
 */
period: string,
/**
 * The source, by its number or its title.
 */
source: string,
/**
 * Why it is read.
 */
reason: string, };

/**
 * Makes a sector, or changes one. What is absent stays as it is.
 */
export type SetSector = {
/**
 * Which sector to change; null: a new one.
 */
id: string | null,
/**
 * Id of a new one; null: made of its title.
 */
name: string | null,
/**
 * As people call it.
 */
title: string | null,
/**
 * Id of the sector that it is part of; empty: of none.
 */
parent: string | null,
/**
 * Code of EBOPS 2010; empty: none fits.
 */
ebops: string | null,
/**
 * Its place among its siblings, from 1.
 */
place: number | null, };

/**
 * Makes a series, or changes one. What is absent stays as it is, or is as most series are.
 */
export type SetSeries = {
/**
 * Which series to change; null: a new one.
 */
id: string | null,
/**
 * Id of a new one; null: made of its title.
 */
name: string | null,
/**
 * As people call it.
 */
title: string | null,
/**
 * Id of the sector that it measures; null for a new series: a sector of its own.
 */
sector: string | null,
/**
 * Id of the sector above its own; empty: none.
 */
parent: string | null,
/**
 * Code of its sector in EBOPS 2010; empty: none fits.
 */
ebops: string | null,
/**
 * "USD million", "percent", "count".
 */
unit: string | null,
/**
 * How it is worked out from other series, such as "it_exports - it_imports"; empty: its figures are entered.
 */
formula: string | null,
/**
 * "month", "quarter" or "fiscal_year".
 */
frequency: string | null,
/**
 * "flow" or "stock".
 */
measure: string | null,
/**
 * Decimal places that are shown.
 */
places: number | null,
/**
 * It is a clean part of the total of the sector above.
 */
part_of_total: boolean | null,
/**
 * Who makes the statistic.
 */
origin: string | null,
/**
 * Definition and caveats.
 */
note: string | null,
/**
 * The place of its sector among its siblings, from 1: the first series is the one that screens begin with.
 */
place: number | null, };

/**
 * Enters a source, or amends one. What is absent stays as it is.
 */
export type SetSource = {
/**
 * Which one to amend, by its number or its title; null: a new one.
 */
id: string | null,
/**
 * Title of the document.
 */
title: string | null,
/**
 * Who published it; empty: nobody is known.
 */
publisher: string | null,
/**
 * Its address; empty: none.
 */
address: string | null,
/**
 * Page, table or cell; empty: the whole of it.
 */
page: string | null,
/**
 * The day on which it was read, as people write it; empty: not known.
 */
retrieved: string | null,
/**
 * What there is to know about it.
 */
note: string | null, };

/**
 * Changes what the workspace knows about itself. What is absent stays as it is.
 */
export type SetWorkspace = {
/**
 * What the team calls it.
 */
name: string | null,
/**
 * Three letters.
 */
currency: string | null,
/**
 * First month of the fiscal year, 1 to 12.
 */
fiscal_year_start_month: number | null,
/**
 * "last" or "first".
 */
year_names: string | null,
/**
 * One of the choices of holidays.
 */
holidays: string | null, };

/**
 * Choices that outlive the session.
 */
export type Settings = {
/**
 * Colours.
 */
theme: ThemeChoice,
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
 * Page, table or cell; may be empty.
 */
page: string,
/**
 * ISO day on which it was read; empty where it is not known.
 */
retrieved: string,
/**
 * What there is to know about it; may be empty.
 */
note: string,
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
claims: number,
/**
 * How many entries of registers, and findings about conditions.
 */
entries: number,
/**
 * "138 figures (IT exports 120, Telecom 18), 2 targets and projections"; empty where nothing does.
 */
uses: string,
/**
 * The file that it was read in; null where none is kept.
 */
document: DocumentItem | null, };

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
 * A figure that sources give differently.
 */
export type SourcesAtOdds = {
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
place: string,
/**
 * "US$ million".
 */
unit: string,
/**
 * What is read first, then the newest.
 */
sides: Array<DisagreementSide>,
/**
 * The decision whose figure is read, in a sentence; null where there is none.
 */
decided: string | null,
/**
 * Why it was decided so; empty where it was not.
 */
reason: string, };

/**
 * All sources.
 */
export type SourcesView = {
/**
 * By publisher, then title.
 */
sources: Array<SourceItem>, };

/**
 * What the first screen shows.
 */
export type StartView = {
/**
 * Program version.
 */
version: string,
/**
 * The samples that can be opened.
 */
samples: Array<SampleItem>,
/**
 * Newest first.
 */
recent: Array<RecentFile>,
/**
 * Remembered choices.
 */
settings: Settings,
/**
 * The names of January to December.
 */
months: Array<string>, };

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
 * What kind.
 */
kind: ClaimKind,
/**
 * One line: claim, outturn, difference.
 */
readout: string, };

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
 * One cell of a table.
 */
export type TableCell = {
/**
 * As shown; empty where there is nothing.
 */
text: string,
/**
 * Its number, exact where it is stored and rounded as shown where it was worked out; null where it is no number.
 */
value: string | null,
/**
 * Whose history F2 opens; null where there is none.
 */
history: HistoryRequest | null, };

/**
 * Takes the figures of a block out, as entered by mistake.
 */
export type TakeOut = {
/**
 * Which.
 */
block: GridBlock,
/**
 * With everything that was entered for these periods: earlier releases, and what other sources said. Otherwise the
 * current figures alone go, and what stood before them is read again.
 */
all: boolean, };

/**
 * What that would do.
 */
export type TakeOutView = {
/**
 * How many entries would go.
 */
count: number,
/**
 * "7 figures are taken out.", or that there is none.
 */
summary: string,
/**
 * Of which sources: "5 of State Bank of Pakistan: IT exports to February 2026".
 */
sources: Array<string>,
/**
 * What stays, in sentences.
 */
remarks: Array<string>,
/**
 * So many cells have more behind their current figure.
 */
behind: number, };

/**
 * Which colours the window has.
 */
export type ThemeChoice = "system" | "light" | "dark";

/**
 * What an observation is to the current figure.
 */
export type VintageRole = "current" | "superseded" | "confirms" | "rounded" | "disagrees" | "derived" | "withdrawn" | "not_yet_known";

/**
 * Enters that a figure was withdrawn by its publisher.
 */
export type WithdrawObservation = {
/**
 * Series id.
 */
series: string,
/**
 * As people write it.
 */
period: string,
/**
 * The day on which it was withdrawn.
 */
published: string,
/**
 * Title of the document that says so.
 */
source: string,
/**
 * May be empty.
 */
note: string, };

/**
 * Takes such a decision back.
 */
export type WithdrawPreference = {
/**
 * Series id.
 */
series: string,
/**
 * As people write it.
 */
period: string, };

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
 * What the workspace knows about itself.
 */
export type WorkspaceSettings = {
/**
 * What the team calls it.
 */
name: string,
/**
 * Three letters.
 */
currency: string,
/**
 * First month of the fiscal year, 1 to 12.
 */
fiscal_year_start_month: number,
/**
 * Its name.
 */
fiscal_year_start: string,
/**
 * Which of its two calendar years names a fiscal year.
 */
fiscal_year_names: YearNames,
/**
 * Which feasts, public holidays and weekends count: one of the choices.
 */
holidays: string,
/**
 * What there is to choose from, that nothing is counted first.
 */
holiday_choices: Array<HolidayChoice>,
/**
 * Why the fiscal year cannot be changed, in words; null when it can.
 */
calendar_fixed: string | null, };

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
 * Which of its two calendar years names a fiscal year.
 */
fiscal_year_names: YearNames,
/**
 * Local time of the last change, "14:02" or a date.
 */
saved_at: string,
/**
 * Why nothing can be changed, in words; null when it can.
 */
read_only: string | null,
/**
 * Another file stands at the place of the one that is shown: it can be opened anew.
 */
replaced: boolean,
/**
 * This is the program's own sample with changes made since, in words; null for any other workspace.
 */
sample: string | null,
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
 * Today, then days worth reading as of, newest first.
 */
days: Array<DayView>,
/**
 * All series in the order of the sector tree.
 */
series: Array<SeriesItem>,
/**
 * How much there is of what.
 */
counts: WorkspaceCounts, };

/**
 * Which of its two calendar years names a fiscal year.
 */
export type YearNames = "last" | "first";

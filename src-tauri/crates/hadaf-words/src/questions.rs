//! Questions worth asking, drawn from the data: a sourced fact, one ask, and what a good answer
//! contains. Each goes to an office and rests on figures that carry their notes.

use hadaf_core::{Claim, Decimal, Initiative, Observation, Period, ReleasedBy, State, Status};
use hadaf_model::Situation;

use crate::{Backing, MonthNames, Page, Prose, curly, said};

/// A question to an office.
#[derive(Debug, Clone)]
pub struct OfficeQuestion<'a> {
    /// Fact and ask.
    pub text: Prose<'a>,
    /// The office that it goes to.
    pub to: String,
    /// What a good answer contains.
    pub good_answer: String,
}

/// All questions that the data give, best first.
pub fn questions(page: Page<'_>) -> Vec<OfficeQuestion<'_>> {
    let found = [
        unknown_months(page).or_else(|| pace(page)),
        two_targets(page),
        // A target that was moved is the sharper question about the same year.
        moved_target(page).or_else(|| missed(page)),
        // Measures and money of the workspace are asked about once, beside its main series.
        of_main_series(page).and_then(late_measure),
        of_main_series(page).and_then(budget),
        revision(page),
        condition(page),
    ];
    found.into_iter().flatten().collect()
}

/// The three for a page: the best one, then the best to offices not asked yet, then whatever is left.
pub fn three<'a>(all: &[OfficeQuestion<'a>]) -> Vec<OfficeQuestion<'a>> {
    let mut chosen: Vec<usize> = Vec::new();
    for fresh_office in [true, false] {
        for (index, asked) in all.iter().enumerate() {
            // The first two go together even to one office: what is needed, and for which target.
            let free = !fresh_office || index < 2 || chosen.iter().all(|other| all[*other].to != asked.to);
            if chosen.len() < 3 && free && !chosen.contains(&index) {
                chosen.push(index);
            }
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().map(|index| all[index].clone()).collect()
}

/// The page, where it is about the main series of the workspace.
fn of_main_series(page: Page<'_>) -> Option<Page<'_>> {
    let main = page.situation.book.series.first()?;
    (main.id == page.situation.series.id).then_some(page)
}

fn question<'a>(to: &str, text: Prose<'a>, good_answer: String) -> OfficeQuestion<'a> {
    OfficeQuestion {
        text,
        to: curly(to),
        good_answer,
    }
}

/// The months of a year that is over and of which nobody has told. Whether a target was reached depends on them only while
/// it is not.
fn unknown_months(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let (end, claim) = (page.situation.ended()?, page.situation.target()?);
    let (pace, current) = (page.situation.pace.as_ref()?, page.situation.current()?);
    pace.left.first().filter(|_| pace.reached.is_none())?;
    Some(question(
        &office(claim),
        prose!(
            page.words(),
            "question-unknown-months",
            [Backing::Total(current), Backing::Claim(claim)],
            span = page.periods().span_of(&pace.left, MonthNames::Dated),
            day = page.format.day(end),
            known = page.known_to(current),
            value = page.money(current.value.to_f64()),
            target = page.claimed(claim)
        ),
        say!(page.words(), "answer-unknown-months", every = pace.every.as_str()),
    ))
}

/// What is to bring the rest of the year.
fn pace(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let (claim, pace) = (page.situation.target()?, page.situation.pace.as_ref()?);
    pace.needed.filter(|needed| *needed > 0.0)?;
    let growth = pace.needed_growth_percent.filter(|growth| *growth > 0.0)?;
    let (unlike, _) = page.unlike_and_why(pace.left.clone());
    Some(question(
        &office(claim),
        prose!(
            page.words(),
            "question-pace",
            [Backing::Claim(claim), Backing::Total(page.situation.current()?)],
            span = page.left(pace),
            remaining = page.money(pace.remaining.to_f64()),
            change = page.change_of(growth),
            every = pace.every.to_string(),
            unlike = unlike.into(),
            target = page.claimed(claim)
        ),
        say!(page.words(), "answer-pace"),
    ))
}

/// Two official targets for one year.
fn two_targets(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let target = page.situation.target()?;
    let disagreeing = page.situation.current.disagreeing();
    // A wish of years before is no second target.
    let other = disagreeing.into_iter().find(|claim| claim.standing > 1)?;
    Some(question(
        &office(target),
        prose!(
            page.words(),
            "question-two-targets",
            [Backing::Claim(target), Backing::Claim(other)],
            year = page.format.year(target.fiscal_year?),
            target = page.claimed(target),
            other = page.claimed(other),
            said = said(page.format, other)
        ),
        say!(page.words(), "answer-two-targets"),
    ))
}

/// A target that was named after its year had ended.
fn moved_target(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let total = page.situation.last_full()?;
    let stood = page.situation.target_of(total.fiscal_year)?;
    let later = page.situation.named_afterwards(total.fiscal_year)?;
    Some(question(
        &office(later),
        prose!(
            page.words(),
            "question-moved-target",
            [Backing::Total(total), Backing::Claim(stood), Backing::Claim(later)],
            year = page.format.year(total.fiscal_year),
            value = page.money(total.value.to_f64()),
            target = page.format.money(stood.value, stood.unit, 0),
            later = page.format.money(later.value, later.unit, 0),
            said = said(page.format, later)
        ),
        say!(page.words(), "answer-moved-target"),
    ))
}

/// The newest complete year, when it fell short of its target.
fn missed(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let total = page.situation.last_full()?;
    let claim = page.situation.target_of(total.fiscal_year)?;
    let gap = page.situation.amount(claim)?.checked_sub(total.value).ok()?.to_f64();
    if gap <= 0.0 || page.situation.is_too_close(claim) {
        return None;
    }
    Some(question(
        &office(claim),
        prose!(
            page.words(),
            "question-missed",
            [Backing::Total(total), Backing::Claim(claim)],
            year = page.format.year(total.fiscal_year),
            value = page.money(total.value.to_f64()),
            gap = page.money(gap),
            target = page.claimed(claim)
        ),
        say!(page.words(), "answer-missed"),
    ))
}

/// A measure that was known to be under way when it should have been done: the one that waits longest.
fn late_measure(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let as_of = page.situation.as_of;
    let known = page.situation.book.initiatives.known(as_of);
    let is_late = |measure: &&Initiative| {
        matches!(measure.state, Some(State::Planned | State::Running))
            && measure.due_on(as_of.day()).is_overdue()
            && !measure.status.is_empty()
    };
    let measure = known.iter().filter(is_late).min_by_key(|measure| measure.due)?;
    let due = measure.due?.latest();
    Some(question(
        &measure.owner,
        prose!(
            page.words(),
            "question-late-measure",
            [Backing::Entry(measure.source, None)],
            measure = measure.name.clone(),
            due = page.format.day(due),
            status = measure.status.clone()
        ),
        say!(page.words(), "answer-late-measure"),
    ))
}

/// Money that was not spent as the year went by: the newest line that tells so, against the allocation in force.
fn budget(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let known = page.situation.book.budget.known(page.situation.as_of);
    let (line, pace) = known
        .iter()
        .map(|line| line.in_force(&known))
        .filter_map(|line| {
            let pace = line.release_pace(page.situation.calendar())?;
            pace.spent_behind()?;
            Some((line, pace))
        })
        .max_by_key(|(line, _)| (line.fiscal_year, line.through, line.published.known_from()))?;
    let (allocated, spent, share) = (line.allocated?, line.spent?, pace.spent_percent?);
    let by = match pace.by {
        ReleasedBy::Through(month) => month.last_day(),
        ReleasedBy::Published(day) => day,
    };
    Some(question(
        &line.body,
        prose!(
            page.words(),
            "question-budget",
            [Backing::Entry(line.source, Some(line.published))],
            year = page.format.year(line.fiscal_year),
            item = line.item.clone(),
            allocated = page.format.money(allocated, line.unit, 0),
            spent = page.format.money(spent, line.unit, 0),
            share = page.format.percent(share, 0),
            day = page.format.day(by),
            elapsed = page.format.percent(pace.elapsed_percent, 0),
            over = (if pace.elapsed_percent < 100.0 { "no" } else { "yes" }).to_owned()
        ),
        say!(page.words(), "answer-budget"),
    ))
}

/// The largest revision of a month, or a quarter, in the newest two years.
fn revision(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let Situation { readings, .. } = page.situation;
    let start = |period: Period| page.situation.calendar().start_of(period);
    let since = start(readings.newest()?.0).plus(-24);
    let revised = readings
        .own()
        .filter(|(period, _)| start(*period) >= since)
        .filter_map(|(period, reading)| {
            let change = reading.value.checked_sub(reading.revised_from?).ok()?;
            Some((period, reading, change.to_f64().abs()))
        });
    let (period, reading, _) = revised.max_by(|left, right| left.2.total_cmp(&right.2))?;
    let now = page.situation.observation(reading.observation)?;
    let before = observation_of(page, period, reading.revised_from?)?;
    Some(question(
        &say!(page.words(), "office-statistics"),
        prose!(
            page.words(),
            "question-revision",
            [Backing::Observation(before), Backing::Observation(now)],
            period = page.format.period(period),
            before = page.money(before.value.to_f64()),
            now = page.money(reading.value.to_f64()),
            every = page.every().into()
        ),
        say!(page.words(), "answer-revision", every = page.every()),
    ))
}

fn observation_of(page: Page<'_>, period: Period, value: Decimal) -> Option<&Observation> {
    page.situation.observations.iter().find(|observation| {
        observation.period == period
            && !observation.basis.is_to_date()
            && observation.value.same_value(value)
            && observation.status != Some(Status::Derived)
            && !observation.is_withdrawn()
    })
}

/// What an official claim was made to depend on, and the disruptions of its own year since it was said.
fn condition(page: Page<'_>) -> Option<OfficeQuestion<'_>> {
    let year = page.situation.year()?;
    let stands = page
        .situation
        .current
        .claims
        .iter()
        .copied()
        .chain(page.situation.claims_of(year.prev()).claims);
    let known = page.situation.book.disruptions.known(page.situation.as_of);
    let is_conditional = |claim: &&Claim| claim.official && !claim.conditions.is_empty();
    let (claim, number, newest) = stands.filter(is_conditional).find_map(|claim| {
        let last = page.situation.calendar().end_of(claim.fiscal_year?.into());
        let first = page
            .situation
            .calendar()
            .start_of(claim.fiscal_year?.into())
            .first_day();
        let since: Vec<_> = known
            .iter()
            .filter(|it| it.outage.is_some() && it.start.earliest() > claim.known_from())
            .filter(|it| (first..=last).contains(&it.start.earliest()))
            .collect();
        Some((claim, since.len(), since.iter().max_by_key(|it| it.start)?.source))
    })?;
    Some(question(
        &office(claim),
        prose!(
            page.words(),
            "question-condition",
            [Backing::Claim(claim), Backing::Entry(newest, None)],
            projected = page.claimed(claim),
            kind = claim.kind.to_string(),
            conditions = claim.conditions.clone(),
            count = page.format.count_word(number),
            number = number.to_string(),
            year = page.format.year(claim.fiscal_year?)
        ),
        say!(page.words(), "answer-condition"),
    ))
}

/// The office that answers for a claim; the maker where none is named.
fn office(claim: &Claim) -> String {
    if claim.office.is_empty() {
        claim.maker.clone()
    } else {
        claim.office.clone()
    }
}

//! Questions worth asking, drawn from the data: a sourced fact, one ask, and what a good answer
//! contains. Each goes to an office and rests on figures that carry their notes.

use hadaf_core::{Claim, ClaimKind, Decimal, Observation, Status};
use hadaf_model::Situation;

use crate::{Backing, Findings, Format, Prose, curly, said};

/// One question.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Fact and ask.
    pub text: Prose<'a>,
    /// The office that it goes to.
    pub to: String,
    /// What a good answer contains.
    pub good_answer: String,
}

/// All questions that the data give, best first.
pub fn questions<'a>(situation: &'a Situation<'a>, format: Format) -> Vec<Asked<'a>> {
    let maker = Maker {
        situation,
        format,
        findings: Findings { situation, format },
    };
    let made = [
        maker.unknown_months().or_else(|| maker.pace()),
        maker.two_targets(),
        // A target that was moved is the sharper question about the same year.
        maker.moved_target().or_else(|| maker.missed()),
        maker.late_measure(),
        maker.budget(),
        maker.revision(),
        maker.condition(),
    ];
    made.into_iter().flatten().collect()
}

/// The three for a page: the best one, then the best to offices not asked yet, then whatever is left.
pub fn three<'a>(all: &[Asked<'a>]) -> Vec<Asked<'a>> {
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

struct Maker<'a> {
    situation: &'a Situation<'a>,
    format: Format,
    findings: Findings<'a>,
}

impl<'a> Maker<'a> {
    fn asked(to: &str, text: Prose<'a>, good_answer: String) -> Asked<'a> {
        Asked {
            text,
            to: curly(to),
            good_answer,
        }
    }

    /// The months of a year that is over and of which nobody has told.
    fn unknown_months(&self) -> Option<Asked<'a>> {
        let (end, claim) = (self.situation.ended()?, self.situation.target()?);
        let (pace, current) = (self.situation.pace.as_ref()?, self.situation.current()?);
        Some(Self::asked(
            &office(claim),
            prose!(
                self.format.words,
                "question-unknown-months",
                [Backing::Total(current), Backing::Claim(claim)],
                span = match (pace.left.first(), pace.left.last()) {
                    (Some(first), Some(last)) => self.format.span(*first, *last, true),
                    _ => return None,
                },
                day = self.format.day(end),
                known = self.findings.known_to(current),
                value = self.findings.money(current.value.to_f64()),
                target = self.findings.claimed(claim)
            ),
            say!(self.format.words, "answer-unknown-months"),
        ))
    }

    /// What is to bring the rest of the year.
    fn pace(&self) -> Option<Asked<'a>> {
        let (claim, pace) = (self.situation.target()?, self.situation.pace.as_ref()?);
        pace.needed_per_month.filter(|needed| *needed > 0.0)?;
        let growth = pace.needed_growth_percent?;
        Some(Self::asked(
            &office(claim),
            prose!(
                self.format.words,
                "question-pace",
                [Backing::Claim(claim), Backing::Total(self.situation.current()?)],
                span = self.findings.left(pace),
                remaining = self.findings.money(pace.remaining.to_f64()),
                growth = self.format.percent(growth, 0),
                target = self.findings.claimed(claim)
            ),
            say!(self.format.words, "answer-pace"),
        ))
    }

    /// Two official targets for one year.
    fn two_targets(&self) -> Option<Asked<'a>> {
        let target = self.situation.target()?;
        let disagreeing = self.situation.current.disagreeing();
        // A wish of years before is no second target.
        let other = disagreeing.into_iter().find(|claim| claim.standing > 1)?;
        Some(Self::asked(
            &office(target),
            prose!(
                self.format.words,
                "question-two-targets",
                [Backing::Claim(target), Backing::Claim(other)],
                year = self.format.year(target.fiscal_year?),
                target = self.findings.claimed(target),
                other = self.findings.claimed(other),
                said = said(self.format, other)
            ),
            say!(self.format.words, "answer-two-targets"),
        ))
    }

    /// A target that was named after its year had ended.
    fn moved_target(&self) -> Option<Asked<'a>> {
        let total = self.situation.last_full()?;
        let stood = self.situation.target_of(total.fiscal_year)?;
        let later = self.situation.named_afterwards(total.fiscal_year)?;
        Some(Self::asked(
            &office(later),
            prose!(
                self.format.words,
                "question-moved-target",
                [Backing::Total(total), Backing::Claim(stood), Backing::Claim(later)],
                year = self.format.year(total.fiscal_year),
                value = self.findings.money(total.value.to_f64()),
                target = self.format.money(stood.value, stood.unit, 0),
                later = self.format.money(later.value, later.unit, 0),
                said = said(self.format, later)
            ),
            say!(self.format.words, "answer-moved-target"),
        ))
    }

    /// The newest complete year, when it fell short of its target.
    fn missed(&self) -> Option<Asked<'a>> {
        let total = self.situation.last_full()?;
        let claim = self.situation.target_of(total.fiscal_year)?;
        let gap = self.situation.amount(claim)?.checked_sub(total.value).ok()?.to_f64();
        if gap <= 0.0 {
            return None;
        }
        Some(Self::asked(
            &office(claim),
            prose!(
                self.format.words,
                "question-missed",
                [Backing::Total(total), Backing::Claim(claim)],
                year = self.format.year(total.fiscal_year),
                value = self.findings.money(total.value.to_f64()),
                gap = self.findings.money(gap),
                target = self.findings.claimed(claim)
            ),
            say!(self.format.words, "answer-missed"),
        ))
    }

    /// A measure whose status begins with "late" and that was due by now: the one that waits longest.
    fn late_measure(&self) -> Option<Asked<'a>> {
        let newest = self.situation.book.latest()?;
        let today = self.situation.as_of.day();
        // How a measure stands is kept as of the newest page only; on an earlier day it would tell too much.
        if today < newest {
            return None;
        }
        let late = |status: &str| status.to_lowercase().starts_with("late");
        let measure = self
            .situation
            .book
            .initiatives
            .iter()
            .filter(|measure| late(&measure.status) && measure.due.is_some_and(|due| due.latest() < today))
            .min_by_key(|measure| measure.due)?;
        let due = measure.due?.latest();
        Some(Self::asked(
            &measure.owner.clone(),
            prose!(
                self.format.words,
                "question-late-measure",
                [Backing::Entry(measure.source, None)],
                measure = measure.name.clone(),
                due = self.format.day(due),
                status = measure.status.clone()
            ),
            say!(self.format.words, "answer-late-measure"),
        ))
    }

    /// Money that was allocated and not spent: the newest line that says both.
    fn budget(&self) -> Option<Asked<'a>> {
        let newest = self
            .situation
            .book
            .budget
            .iter()
            .filter(|line| self.situation.as_of.knows(&line.published))
            .filter_map(|line| Some((line, line.allocated?, line.spent?)))
            .filter(|(_, allocated, spent)| spent.cmp_value(*allocated).is_lt() && !allocated.is_zero())
            .max_by_key(|(line, ..)| (line.fiscal_year, line.published.known_from()))?;
        let (line, allocated, spent) = newest;
        Some(Self::asked(
            &line.body.clone(),
            prose!(
                self.format.words,
                "question-budget",
                [Backing::Entry(line.source, Some(line.published))],
                year = self.format.year(line.fiscal_year),
                item = line.item.clone(),
                allocated = self.format.money(allocated, line.unit, 0),
                spent = self.format.money(spent, line.unit, 0),
                share = self.format.percent(spent.to_f64() / allocated.to_f64() * 100.0, 0)
            ),
            say!(self.format.words, "answer-budget"),
        ))
    }

    /// The largest revision of a month in the newest two years.
    fn revision(&self) -> Option<Asked<'a>> {
        let since = self.situation.last_month()?.0.plus(-24);
        let revised = self
            .situation
            .readings
            .months()
            .filter(|(month, _)| *month >= since)
            .filter_map(|(month, reading)| {
                let change = reading.value.checked_sub(reading.revised_from?).ok()?;
                Some((month, reading, change.to_f64().abs()))
            });
        let (month, reading, _) = revised.max_by(|left, right| left.2.total_cmp(&right.2))?;
        let now = self.situation.observation(reading.observation)?;
        let before = self.observation_of(month.into(), reading.revised_from?)?;
        let to = say!(self.format.words, "office-statistics");
        Some(Self::asked(
            &to,
            prose!(
                self.format.words,
                "question-revision",
                [Backing::Observation(before), Backing::Observation(now)],
                month = self.format.month(month),
                before = self.findings.money(before.value.to_f64()),
                now = self.findings.money(reading.value.to_f64())
            ),
            say!(self.format.words, "answer-revision"),
        ))
    }

    fn observation_of(&self, period: hadaf_core::Period, value: Decimal) -> Option<&'a Observation> {
        self.situation.observations.iter().find(|observation| {
            observation.period == period
                && !observation.through
                && observation.value.same_value(value)
                && observation.status != Status::Derived
        })
    }

    /// What a projection was made to depend on, and what happened since.
    fn condition(&self) -> Option<Asked<'a>> {
        let year = self.situation.year()?;
        let stands = self
            .situation
            .current
            .claims
            .iter()
            .copied()
            .chain(self.situation.claims_of(year.prev()).claims);
        let claim = stands
            .into_iter()
            .find(|claim| claim.official && claim.kind == ClaimKind::Projection && !claim.conditions.is_empty())?;
        let (said, as_of) = (claim.known_from(), self.situation.as_of);
        let since: Vec<_> = self
            .situation
            .book
            .disruptions
            .iter()
            .filter(|it| it.start.earliest() > said && as_of.has(it.start.earliest()))
            .collect();
        let newest = since.iter().max_by_key(|it| it.start)?;
        Some(Self::asked(
            &office(claim),
            prose!(
                self.format.words,
                "question-condition",
                [Backing::Claim(claim), Backing::Entry(newest.source, None)],
                projected = self.findings.claimed(claim),
                conditions = claim.conditions.clone(),
                count = self.format.count_word(since.len())
            ),
            say!(self.format.words, "answer-condition"),
        ))
    }
}

/// The office that answers for a claim; the maker where none is named.
fn office(claim: &Claim) -> String {
    if claim.office.is_empty() {
        claim.maker.clone()
    } else {
        claim.office.clone()
    }
}

//! The register of budget lines.

use std::collections::BTreeSet;

use hadaf_core::{BudgetLine, BudgetLineId, Decimal, ReleasePace};
use hadaf_words::say;

use super::{Desk, Entry, Remarks, register};

register! {
    BudgetLine of Budget in budget keeping earlier_of;
    fiscal_year.key();
    body.key();
    item.key();
    unit;
    allocated;
    released;
    spent;
    through.key();
    published;
    computed released_percent(|line, desk| pace(line, desk)?.released_percent).percent();
    computed spent_percent(|line, desk| pace(line, desk)?.spent_percent).percent();
    computed elapsed_percent(|line, desk| Some(pace(line, desk)?.elapsed_percent)).percent();
    note.optional();
}

impl Entry for BudgetLine {
    fn name(&self) -> String {
        format!("{}, {}", self.fiscal_year, self.item)
    }

    fn remarks(&self, desk: &Desk<'_>) -> Remarks {
        let words = desk.format.words;
        let mut remarks = Remarks::default();
        let behind = pace(self, desk).filter(|pace| pace.released_percent.is_some());
        if let Some(behind) = behind.and_then(|pace| pace.behind()) {
            let points = desk.format.rounded(behind, 0);
            remarks = Remarks::bad(say!(words, "remark-behind", points = points));
        }
        let exceeds = |part: Option<Decimal>, whole: Option<Decimal>| {
            part.zip(whole)
                .is_some_and(|(part, whole)| part.cmp_value(whole).is_gt())
        };
        let allocated = self.in_force(&alike(self, desk)).allocated;
        if exceeds(self.released, allocated) {
            remarks.texts.push(say!(words, "remark-released-more"));
        }
        if exceeds(self.spent, self.released) {
            remarks.texts.push(say!(words, "remark-spent-more"));
        }
        remarks
    }

    fn finding(entries: &[Self], desk: &Desk<'_>) -> String {
        let words = desk.format.words;
        let told = |line: &Self| {
            let pace = pace(line, desk)?;
            Some((pace.released_percent.or(pace.spent_percent)?, pace))
        };
        let newest = entries
            .iter()
            .filter_map(|line| Some((line, told(line)?)))
            .max_by_key(|(line, _)| (line.fiscal_year, line.through, line.published.known_from()));
        let Some((line, (share, pace))) = newest else {
            return say!(words, "finding-budget-none", count = entries.len());
        };
        say!(
            words,
            "finding-budget",
            year = desk.format.year(line.fiscal_year),
            item = line.item.clone(),
            share = desk.format.percent(share, 0),
            what = if pace.released_percent.is_some() {
                "released"
            } else {
                "spent"
            },
            elapsed = desk.format.percent(pace.elapsed_percent, 0),
        )
    }
}

/// The lines of the same year and item as known on the desk's day: of a thousand, those few are read for each.
fn alike(line: &BudgetLine, desk: &Desk<'_>) -> Vec<BudgetLine> {
    let is_alike = |other: &&BudgetLine| {
        (other.fiscal_year, other.unit) == (line.fiscal_year, line.unit)
            && (other.body.trim(), other.item.trim()) == (line.body.trim(), line.item.trim())
    };
    let register = &desk.book.budget;
    let entries: BTreeSet<BudgetLineId> = register
        .rows()
        .filter(is_alike)
        .map(|row| row.earlier_of.unwrap_or(row.id))
        .collect();
    let known = |number| register.known_of(number, desk.situation.as_of);
    entries.into_iter().filter_map(known).collect()
}

fn pace(line: &BudgetLine, desk: &Desk<'_>) -> Option<ReleasePace> {
    line.in_force(&alike(line, desk)).release_pace(desk.book.calendar())
}

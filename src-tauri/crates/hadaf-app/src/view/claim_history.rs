//! The history of a claim: what it says again, makes more exact or replaces, what was said after it,
//! and how the pace is worked out from it.

use hadaf_core::{AsOf, Claim, ClaimId, Lineage, LineageKind, Pace, VintageRole};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::{Book, Situation};
use hadaf_words::{Format, MonthNames, Page, claim_named, said, say, titled};

use crate::view::{HistoryView, ObservationView, entered_day};

/// The history of a claim as of a day.
///
/// # Errors
/// [`Code::Word`] for a claim that is not there.
pub(crate) fn claim_history(book: &Book, id: &str, as_of: AsOf, format: Format) -> Result<HistoryView> {
    let found = book.claims.iter().find(|claim| claim.id.as_str() == id);
    let claim = found.ok_or_else(|| refusal!(Code::Word, "unknown-claim", name = id))?;
    let series = book.series(claim.series.as_str())?;
    let situation = Situation::read(book, series, as_of)?;
    let page = Page::new(&situation, format);
    ClaimHistory { page, claim }.view()
}

/// A claim on the page of its series.
struct ClaimHistory<'a> {
    page: Page<'a>,
    claim: &'a Claim,
}

impl ClaimHistory<'_> {
    fn view(&self) -> Result<HistoryView> {
        let format = self.page.format;
        let family = self.family();
        let vintages: Vec<ObservationView> = family.iter().map(|claim| self.observation(claim)).collect();
        let words = format.words;
        let title = match self.claim.fiscal_year {
            Some(year) => say!(
                words,
                "history-claim-title",
                claim = claim_named(format, self.claim),
                year = format.year(year)
            ),
            None => claim_named(format, self.claim),
        };
        Ok(HistoryView {
            series: self.claim.series.to_string(),
            period: self.claim.fiscal_year.map_or_else(String::new, |year| year.to_string()),
            title,
            unit: format.unit(self.page.situation.series.unit),
            value: self.amount(self.claim),
            sentences: self.sentences()?,
            corrections: Vec::new(),
            decided: None,
            summary: say!(words, "history-claim-summary", count = vintages.len()),
            vintages,
            others: Vec::new(),
            derived: String::new(),
            used: Vec::new(),
        })
    }

    /// The claim, all that it goes back to and all that goes back to it, newest first.
    fn family(&self) -> Vec<&Claim> {
        let mut ids = self.reach(|link| (&link.from, &link.to));
        ids.extend(self.reach(|link| (&link.to, &link.from)));
        let in_family = |claim: &&Claim| claim.id == self.claim.id || ids.contains(&&claim.id);
        let mut family: Vec<&Claim> = self.page.situation.book.claims.iter().filter(in_family).collect();
        family.sort_by(|left, right| (right.known_from(), &right.id).cmp(&(left.known_from(), &left.id)));
        family
    }

    /// Every claim that links lead to from this one.
    fn reach<'l>(&'l self, ends: impl Fn(&'l Lineage) -> (&'l ClaimId, &'l ClaimId)) -> Vec<&'l ClaimId> {
        let mut reached = vec![&self.claim.id];
        let mut next = 0;
        while let Some(here) = reached.get(next).copied() {
            next += 1;
            for (start, end) in self.page.situation.book.lineage.iter().map(&ends) {
                if start == here && !reached.contains(&end) {
                    reached.push(end);
                }
            }
        }
        reached
    }

    fn observation(&self, claim: &Claim) -> ObservationView {
        let Page { situation, format } = self.page;
        let (role, label) = self.role(claim);
        let notes = [claim.conditions.as_str(), claim.note_on(situation.as_of)];
        let notes: Vec<&str> = notes.into_iter().filter(|it| !it.is_empty()).collect();
        ObservationView {
            entry: None,
            value: self.amount(claim),
            exact: claim.value.to_string(),
            change: self.change(claim),
            role: role.into(),
            role_label: label,
            published: said(format, claim),
            day: String::new(),
            maker: claim.maker.clone(),
            source: titled(situation.book, claim.source),
            source_title: String::new(),
            source_number: None,
            address: situation
                .book
                .source(claim.source)
                .map_or_else(String::new, |source| source.address.clone()),
            entered_by: claim.entered_by.clone(),
            entered_at: entered_day(format, claim.entered_at),
            note: notes.join(" "),
        }
    }

    /// What a claim is to the others on the day: its role, and what that is called.
    fn role(&self, claim: &Claim) -> (VintageRole, String) {
        let Page { situation, format } = self.page;
        let words = format.words;
        let (book, as_of) = (situation.book, situation.as_of);
        let known = |id: &ClaimId| book.claims.iter().any(|it| it.id == *id && it.known(as_of));
        let later = |kind: LineageKind| {
            let is_later = |link: &Lineage| link.kind == kind && link.to == claim.id && known(&link.from);
            book.lineage.iter().any(is_later)
        };
        let restates = |link: &Lineage| link.kind == LineageKind::Restates && link.from == claim.id && known(&link.to);
        match () {
            () if !claim.known(as_of) => (VintageRole::NotYetKnown, say!(words, "role-not-yet-known")),
            () if later(LineageKind::Replaces) => (VintageRole::Superseded, say!(words, "role-superseded")),
            () if later(LineageKind::Narrows) => (VintageRole::Superseded, say!(words, "role-claim-narrowed")),
            () if claim.is_hindsight(book.calendar()) => (VintageRole::Disagrees, say!(words, "role-claim-hindsight")),
            () if book.lineage.iter().any(restates) => (VintageRole::Confirms, say!(words, "role-claim-restates")),
            () => (VintageRole::Current, say!(words, "role-current")),
        }
    }

    /// Against the claim that it makes more exact or replaces; empty when it does neither.
    fn change(&self, claim: &Claim) -> String {
        let situation = self.page.situation;
        let book = situation.book;
        let before = book.lineage.iter().find(|link| link.from == claim.id);
        let before = before.and_then(|link| book.claims.iter().find(|it| it.id == link.to));
        let gap = before.and_then(|before| {
            let (now, before) = (situation.amount(claim)?, situation.amount(before)?);
            now.checked_sub(before).ok()
        });
        gap.filter(|gap| gap.to_f64() != 0.0)
            .map_or_else(String::new, |gap| self.page.format.signed(gap.to_f64(), gap.places()))
    }

    fn sentences(&self) -> Result<Vec<String>> {
        let format = self.page.format;
        let words = format.words;
        let (claim, situation) = (self.claim, self.page.situation);
        let mut sentences = vec![say!(
            words,
            "history-claim-said",
            maker = claim.maker.clone(),
            day = said(format, claim),
            claim = claim_named(format, claim)
        )];
        let year = claim.fiscal_year.filter(|_| claim.not_scorable.is_none());
        let pace = year.map(|year| situation.pace_of(claim, year)).transpose()?.flatten();
        sentences.extend(pace.iter().flat_map(|pace| self.worked_out(pace)));
        if let Some(why) = &claim.not_scorable {
            sentences.push(say!(words, "history-claim-not-scorable", why = why.clone()));
        }
        if !claim.conditions.is_empty() {
            sentences.push(say!(
                words,
                "history-claim-conditions",
                conditions = claim.conditions.clone()
            ));
        }
        Ok(sentences)
    }

    /// "5,200 − 2,975 to February 2026 = 2,225 over four months = 556.25 a month", and what growth that is.
    fn worked_out(&self, pace: &Pace) -> Vec<String> {
        let format = self.page.format;
        let (words, periods) = (format.words, self.page.periods());
        let places = self.page.situation.places;
        let number = |value| self.page.number(value);
        let so_far = &pace.to_date;
        let (target, remaining) = (number(pace.target), number(pace.remaining));
        let Some(needed) = pace.needed.filter(|needed| *needed > 0.0) else {
            let gap = format.signed(-pace.remaining.to_f64(), pace.remaining.places().min(places));
            let year = format.year(pace.fiscal_year);
            return vec![say!(
                words,
                "history-claim-ended",
                year = year,
                value = number(so_far.value),
                target = target,
                gap = gap
            )];
        };
        let mut sentences = vec![say!(
            words,
            "history-claim-needed",
            target = target,
            value = number(so_far.value),
            end = periods.end(so_far.last_month, MonthNames::Dated),
            remaining = remaining.clone(),
            count = format.count_word(pace.periods_left.into()),
            number = pace.periods_left,
            every = pace.every.as_str(),
            needed = format.rounded(needed, if needed.fract() == 0.0 { places } else { places.max(2) })
        )];
        let before = pace
            .needed_growth_percent
            .map(|growth| (growth, pace.remaining.to_f64() / (1.0 + growth / 100.0)));
        if let (Some((growth, before)), Some(first), Some(last)) = (before, pace.left.first(), pace.left.last()) {
            sentences.push(say!(
                words,
                "history-claim-growth",
                span = periods.span(first.plus(-12), last.plus(-12), MonthNames::Dated),
                before = self.page.rounded(before),
                remaining = remaining,
                growth = format.signed_percent(growth, 1),
                every = pace.every.as_str(),
                unlike = self.page.unlike_and_why(pace.left.clone()).0
            ));
        }
        sentences
    }

    /// In the series' unit; a range with both its ends.
    fn amount(&self, claim: &Claim) -> String {
        let Page { situation, format } = self.page;
        let low = situation.amount(claim).unwrap_or(claim.value);
        let high = claim.value_high.and_then(|high| {
            let amount = hadaf_core::Amount::new(high, claim.unit).in_unit(situation.series.unit);
            amount.ok().map(|amount| amount.value)
        });
        match high {
            Some(high) => format.range(format.exact(low), format.exact(high)),
            None => format.exact(low),
        }
    }
}

//! Each verb reads what was asked for from the session, and has its report made.

use hadaf_core::{AsOf, Decimal};
use hadaf_error::{AppError, Code, Result, number, parse_period, refusal};
use hadaf_model::outlook::SectorOutlooks;
use hadaf_model::{Book, Need, Outlook, Question, Record, ScenarioCase, ScoredClaims, Situation, findings};
use hadaf_report::{
    Ahead, CheckReport, ClaimsFilter, ClaimsList, ForecastRecord, ScenarioReport, SeriesForecast, Show, ShowHistory,
    claims_text, scenario_text,
};
use hadaf_words::{ClaimWords, record_note};

use crate::session::{App, scenario_of};
use crate::view::ScenarioRun;
use crate::view::scenario::{case, published_costs};

/// What to show.
#[derive(Debug, Clone, Default)]
pub struct ShowRequest {
    /// One series; none: all.
    pub series: Option<String>,
    /// The day; none: all that is known.
    pub as_of: Option<String>,
    /// One fiscal year as people write it; none: all.
    pub fiscal_year: Option<String>,
}

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct ClaimsListRequest {
    /// Which series; none: the first.
    pub series: Option<String>,
    /// Read what was known on a day; none: all that is known.
    pub as_of: Option<String>,
    /// Only claims whose maker or office contains this, in letters of any size.
    pub maker: Option<String>,
    /// Only claims whose year is not known whole.
    pub open: bool,
    /// Only claims that were held against a total, or were replaced.
    pub due: bool,
}

/// What to forecast.
#[derive(Debug, Clone, Default)]
pub struct ForecastRequest {
    /// Which series; none: the first.
    pub series: Option<String>,
    /// Know only what was known on this day; none: all that is known.
    pub as_of: Option<String>,
    /// Months after the last one known, 1 to 120; none: to the end of the fiscal year after the current one.
    pub horizon: Option<usize>,
    /// Amounts as people write them, in the series' unit: the chance of each is told for every year.
    pub reach: Vec<String>,
    /// Id of a scenario that is laid over it; none: the forecast as it stands.
    pub scenario: Option<String>,
    /// Tell the record of the method on this series too.
    pub backtest: bool,
}

impl App {
    /// Has a report made of the workspace as known on a day, read by need.
    ///
    /// # Errors
    /// [`Code::Date`], and those of the report.
    pub fn report<T>(
        &self,
        need: Need<'_>,
        as_of: Option<&str>,
        make: impl FnOnce(&Book, AsOf) -> Result<T>,
    ) -> Result<T> {
        let as_of = self.as_of(as_of)?;
        make(&*self.book_for(need)?, as_of)
    }

    /// Current figures, totals of fiscal years, pace.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], [`Code::Period`].
    pub fn show(&self, request: &ShowRequest) -> Result<Show> {
        let need = request.series.as_deref().map_or(Need::All, Need::Series);
        self.report(need, request.as_of.as_deref(), |book, as_of| {
            let chosen = match &request.series {
                Some(id) => vec![book.series(id)?],
                None => book.series.iter().collect(),
            };
            let year = request
                .fiscal_year
                .as_deref()
                .map(|text| parse_period(text, book.calendar()))
                .transpose()?;
            let mut show = Show::new(book, as_of);
            for series in chosen {
                show.add(&Situation::read(book, series, as_of)?);
            }
            if let Some(period) = year {
                show.keep(book.calendar().fiscal_year_of(period), book.calendar());
            }
            Ok(show)
        })
    }

    /// Every observation of one number, given as `SERIES@PERIOD`.
    ///
    /// # Errors
    /// [`Code::Word`] without the `@`, [`Code::UnknownSeries`], [`Code::Period`].
    pub fn show_history(&self, place: &str, as_of: Option<&str>) -> Result<ShowHistory> {
        let (series, period) = place
            .split_once('@')
            .ok_or_else(|| refusal!(Code::Word, "history-place", text = place))?;
        let (series, format) = (series.trim(), self.format());
        self.report(Need::Series(series), as_of, |book, as_of| {
            let period = parse_period(period, book.calendar())?;
            Ok(ShowHistory::of(book, book.series(series)?, period, as_of, format))
        })
    }

    /// The claims about a series, with what became of each.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`].
    pub fn claims_list(&self, request: &ClaimsListRequest) -> Result<ClaimsList> {
        self.listed(request, |words, filter| Ok(ClaimsList::of(words, filter)))
    }

    /// The same for the eye.
    ///
    /// # Errors
    /// As [`App::claims_list`].
    pub fn claims_text(&self, request: &ClaimsListRequest) -> Result<String> {
        self.listed(request, |words, filter| {
            let record = self.record_sentence(words.claims.situation);
            Ok(claims_text(words, filter, record))
        })
    }

    fn listed<T>(
        &self,
        request: &ClaimsListRequest,
        act: impl FnOnce(&ClaimWords<'_>, &ClaimsFilter) -> Result<T>,
    ) -> Result<T> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let series = request.series.as_deref().unwrap_or_default();
        let book = self.book_for(Need::Series(series))?;
        let situation = Situation::read(&book, book.series(series)?, as_of)?;
        let claims = ScoredClaims::read(&self.fits, &situation)?;
        let words = ClaimWords {
            claims: &claims,
            format: self.format(),
        };
        let filter = ClaimsFilter {
            maker: request.maker.clone().unwrap_or_default(),
            open: request.open,
            due: request.due,
        };
        act(&words, &filter)
    }

    /// Forecasts one series of the open workspace, and the chance of each claim about the years reached.
    ///
    /// # Errors
    /// [`Code::UnknownSeries`], [`Code::Date`], [`Code::Number`] for a horizon that is not 1 to 120 and an
    /// amount that is none, [`Code::Forecast`] when the series is not monthly or fewer months are known than it takes;
    /// with a scenario also [`Code::Refused`] for one that is not there, and those of [`App::scenario_run`].
    pub fn forecast(&self, request: &ForecastRequest) -> Result<SeriesForecast> {
        let as_of = self.as_of(request.as_of.as_deref())?;
        let series = request.series.as_deref().unwrap_or_default();
        let book = self.book_for(Need::Series(series))?;
        let situation = Situation::read(&book, book.series(series)?, as_of)?;
        let outlook = Outlook::of(&self.fits, &situation, request.horizon)?;
        let amounts: Vec<Decimal> = request
            .reach
            .iter()
            .map(|text| Ok(number(text)?.0))
            .collect::<Result<_>>()?;
        let report = |ahead: &Ahead<'_>| {
            let record = Record::of(&self.fits, &situation);
            let backtest = record.as_ref().ok().filter(|_| request.backtest);
            let backtest = backtest.map(|record| ForecastRecord::of(record, situation.series.unit));
            let record = self.record_sentence(&situation);
            SeriesForecast::of(ahead, &amounts, record, backtest, self.format())
        };
        match &request.scenario {
            None => {
                let sectors = SectorOutlooks::read(&self.fits, &situation, &outlook)?;
                Ok(report(&Ahead::of(&situation, &outlook, request.horizon, sectors)))
            }
            Some(id) => {
                let question = under(&book, id)?;
                let case = ScenarioCase::read(&situation, &outlook, question)?;
                Ok(report(&Ahead::under(&case, request.horizon)?))
            }
        }
    }

    /// What a scenario does to a year.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub fn scenario_report(&self, run: &ScenarioRun) -> Result<ScenarioReport> {
        case(self, run, |case| {
            let record = self.record_sentence(case.situation);
            Ok(ScenarioReport::of(case, record)?)
        })
    }

    /// The same for the eye.
    ///
    /// # Errors
    /// As [`App::scenario_run`].
    pub fn scenario_text(&self, run: &ScenarioRun) -> Result<String> {
        let format = self.format();
        case(self, run, |case| {
            let (record, costs) = (self.record_sentence(case.situation), published_costs(case, format));
            Ok(scenario_text(case, record, &costs, format)?)
        })
    }

    /// Checks the open workspace.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn check(&self) -> Result<CheckReport> {
        let broken = self.read(|workspace| Ok(workspace.integrity()?))?;
        let book = self.book()?;
        Ok(CheckReport::of(broken, &book, &findings(&book)?, self.format()))
    }

    /// The record of past chances in a sentence, or why there is none: no chance stands without it.
    fn record_sentence(&self, situation: &Situation<'_>) -> String {
        match Record::of(&self.fits, situation) {
            Ok(record) => record_note(&record, self.format()),
            Err(reason) => AppError::from(reason).view(self.format()).message,
        }
    }
}

/// Asks of a scenario of the workspace what it does to the current year.
fn under(book: &Book, id: &str) -> Result<Question> {
    let scenario = scenario_of(&book.scenarios, id)?;
    Ok(Question {
        id: scenario.id.to_string(),
        title: scenario.title.clone(),
        assumptions: scenario.assumptions.clone(),
        ..Question::default()
    })
}

//! What made the forecast, and what the data did that a reader should know.

use hadaf_core::Month;
use hadaf_forecast::Transform;
use hadaf_model::Outlook;
use hadaf_words::{Page, beside_total, holiday_effects, say, tested_note, unusual_months};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Months named in a remark; more are counted.
const NAMED: usize = 4;

/// What made the forecast, in a few words; the rest is [`BacktestView`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MethodView {
    /// "Method: averaged structural model with ETS, theta and seasonal naive".
    pub title: String,
    /// One or two sentences on how it works and on how many months it rests.
    pub text: String,
    /// What the data did that a reader should know: months missing, outliers pulled in, a level shift.
    pub remarks: Vec<String>,
}

/// The method in words, from the facts of the fit.
pub(super) fn method(page: Page<'_>, outlook: &Outlook) -> MethodView {
    let format = page.format;
    let words = format.words;
    let forecast = &outlook.forecast;
    let spread = forecast.spread();
    let share = |share: f64| format.percent(share * 100.0, 0);
    let scale = |(transform, weight): &(Transform, f64)| {
        (*weight >= 0.005).then(|| {
            say!(
                words,
                match transform {
                    Transform::Raw => "scale-of-raw",
                    Transform::Root => "scale-of-root",
                    Transform::Log => "scale-of-log",
                },
                share = share(*weight)
            )
        })
    };
    let mut scales: Vec<(Transform, f64)> = forecast.weights().to_vec();
    scales.sort_by(|left, right| right.1.total_cmp(&left.1));
    let scales: Vec<String> = scales.iter().filter_map(scale).collect();
    let text = say!(
        words,
        "method-text",
        months = outlook.known_months,
        scales = scales.join(", "),
        voices = share(forecast.voices()),
        alone = if forecast.voices() > 0.0 { "no" } else { "yes" },
        errors = spread.past_errors(),
        written = format.rounded(spread.past_errors() as f64, 0),
        ratio = format.rounded(spread.past_ratio(), 2),
        paths = format.rounded(outlook.paths().count() as f64, 0),
    );
    MethodView {
        title: say!(words, "method-title", method = forecast.method()),
        text,
        remarks: remarks(page, outlook),
    }
}

/// What is remarked of months.
enum Remark {
    Missing,
    Outliers,
    Derived,
}

fn remarks(page: Page<'_>, outlook: &Outlook) -> Vec<String> {
    let Page { situation, format } = page;
    let words = format.words;
    let at = |place: usize| outlook.month_at(place);
    // The newest matter most.
    let named = |why: Remark, months: &[Month]| {
        let names: Vec<String> = months
            .iter()
            .rev()
            .take(NAMED)
            .map(|month| format.month_short(*month))
            .collect();
        let more = months.len() - names.len();
        (!months.is_empty()).then(|| {
            say!(
                words,
                match why {
                    Remark::Missing => "remark-missing",
                    Remark::Outliers => "remark-outliers",
                    Remark::Derived => "remark-derived",
                },
                count = months.len(),
                months = names.join(", "),
                more = more
            )
        })
    };
    let missing: Vec<Month> = outlook
        .values
        .iter()
        .enumerate()
        .filter(|(_, value)| value.is_none())
        .map(|(place, _)| at(place))
        .collect();
    let outliers: Vec<Month> = outlook.forecast.outliers().iter().map(|place| at(*place)).collect();
    let derived: Vec<Month> = situation
        .readings
        .months()
        .filter(|(_, reading)| reading.derived)
        .map(|(month, _)| month)
        .collect();
    let far = outlook.years().iter().skip(2).next_back();
    let far = far.map(|last| say!(words, "remark-far", year = format.year(last.year)));
    [
        named(Remark::Missing, &missing),
        named(Remark::Outliers, &outliers),
        named(Remark::Derived, &derived),
        far,
        beside_total(page, outlook),
        tested_note(outlook, outlook.reach(), format),
    ]
    .into_iter()
    .flatten()
    .chain(holiday_effects(page, outlook))
    .chain(unusual_months(situation, outlook, format))
    .collect()
}

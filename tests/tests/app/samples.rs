//! Every screen on every sample: what is shown is shown, and what has no meaning for a series says so with what to do.

use hadaf_app::wire::*;
use hadaf_app::{Existing, INDIA, PAKISTAN};

use super::Desk;

#[test]
fn every_screen_answers_for_every_series_of_every_sample() {
    for name in [PAKISTAN, INDIA] {
        let desk = Desk::at("2026-11-27T14:02:00+05:00[+05:00]");
        desk.app
            .create_sample(&desk.path("sample.hadaf"), name, Existing::Keep)
            .unwrap();
        let view = desk.app.workspace_view().unwrap().unwrap();
        for item in &view.series {
            for as_of in [None, Some("2024-06-30".to_owned())] {
                let series = || item.id.clone();
                let about = format!("{name} {} {as_of:?}", item.id);
                let overview = OverviewRequest {
                    series: series(),
                    as_of: as_of.clone(),
                };
                let overview = desk.app.overview(&overview).unwrap();
                assert!(overview.empty.is_some() || !overview.headlines.is_empty(), "{about}");
                let outlook = OutlookRequest {
                    series: series(),
                    as_of: as_of.clone(),
                };
                desk.app.outlook(&outlook).unwrap();
                let claims = ClaimsRequest {
                    series: series(),
                    as_of: as_of.clone(),
                };
                desk.app.claims(&claims).unwrap();
                for kind in ChartKind::ALL {
                    let request = ChartRequest {
                        series: series(),
                        ..super::chart_request(*kind, as_of.as_deref())
                    };
                    if let Err(error) = desk.app.chart(&request) {
                        let told = desk.app.in_words(&error);
                        assert!(told.hint.is_some(), "{about} {kind:?}: {told:?}");
                    }
                }
                let brief = BriefRequest {
                    series: series(),
                    as_of: as_of.clone(),
                    lang: "en".into(),
                    with_notes: false,
                };
                if let Err(error) = desk.app.brief(&brief) {
                    let told = desk.app.in_words(&error);
                    assert!(told.hint.is_some(), "{about}: {told:?}");
                }
            }
        }
    }
}

/// Another calendar and another currency are read as they are written in the files.
#[test]
fn the_second_sample_is_of_another_country() {
    let desk = Desk::with_india();
    let view = desk.app.workspace_view().unwrap().unwrap();
    assert_eq!((view.currency.as_str(), view.fiscal_year_start_month), ("INR", 4));
    assert_eq!(
        (view.series.len(), view.counts.observations, view.counts.claims),
        (7, 94, 12)
    );
    // Rupees of crore, digit for digit: 738,010 crore.
    let shown = desk.app.show(&hadaf_app::ShowRequest::default()).unwrap();
    let values = shown.series.iter().flat_map(|series| &series.observations);
    assert!(values.into_iter().any(|it| it.value.to_string() == "7380.10"));
    // It is the program's own: it opens from the first screen, is changed, and comes afresh.
    let opened = desk.app.workspace_sample(INDIA).unwrap();
    assert_eq!(opened.sample, None);
    let rename = Rename {
        what: NamedKind::Workspace,
        id: String::new(),
        title: "Mine".into(),
        publisher: None,
        address: None,
    };
    desk.app.rename(&rename).unwrap();
    let told = desk.app.workspace_sample(INDIA).unwrap();
    assert!(told.sample.is_some() && told.name == "Mine");
    let fresh = desk.app.workspace_sample_afresh().unwrap();
    assert_eq!(
        (fresh.sample, fresh.name == "Mine", fresh.currency.as_str()),
        (None, false, "INR")
    );
    assert_eq!(desk.app.workspace_sample(PAKISTAN).unwrap().currency, "USD");
}

//! Where numbers come from.

use super::*;

#[test]
fn november_2024_tells_its_history() {
    let desk = Desk::with_sample();
    let request = hadaf_app::wire::HistoryRequest {
        series: "ict_total".into(),
        period: "2024-11".into(),
        as_of: None,
        claim: None,
    };
    let history = desk.app.history(&request).unwrap();
    assert_eq!(
        (history.title.as_str(), history.value.as_str()),
        ("IT exports, November 2024", "310")
    );
    let vintages: Vec<_> = history
        .vintages
        .iter()
        .map(|it| (it.value.as_str(), it.change.as_str()))
        .collect();
    assert_eq!(vintages, [("310", "\u{2212}14"), ("324", "")]);
    let others: Vec<_> = history
        .others
        .iter()
        .map(|it| (it.value.as_str(), it.role.as_str()))
        .collect();
    assert_eq!(others, [("318", "disagrees"), ("324", "confirms")]);
    assert_eq!(history.sentences.len(), 2);
    let year = hadaf_app::wire::HistoryRequest {
        series: "ict_total".into(),
        period: "FY2026".into(),
        as_of: None,
        claim: None,
    };
    assert_eq!(desk.app.history(&year).unwrap().vintages.len(), 8);
}

#[test]
fn a_claim_tells_its_history_and_how_the_pace_follows_from_it() {
    let desk = Desk::with_sample();
    let view = overview(&desk, None);
    let needed = view.headlines.iter().find(|it| it.value == "556").unwrap();
    let history = desk.app.history(needed.history.as_ref().unwrap()).unwrap();
    assert_eq!(
        (history.title.as_str(), history.value.as_str()),
        ("$5.2\u{a0}bn target for FY2026", "5,200")
    );
    assert_eq!(history.vintages.len(), 1);
    assert_eq!(history.vintages[0].maker, "Ministry of IT, to the Senate committee");
    assert_eq!(history.vintages[0].entered_by, "sample");
    // (5200 - 2975) / 4; March to June 2025 brought 342 + 317 + 329 + 339.
    let told = history.sentences.join(" ");
    assert!(
        told.contains("5,200 \u{2212} 2,975 to February 2026 = 2,225; over four months that is 556.25 a month."),
        "{told}"
    );
    assert!(
        told.contains("March to June 2025 brought 1,327; 2,225 would be +67.7\u{a0}%."),
        "{told}"
    );
    assert!(told.contains("Conditions: Needs an internet"), "{told}");
}

#[test]
fn a_claim_is_told_with_what_it_replaced_and_who_said_it_again() {
    let desk = Desk::with_sample();
    let history = |claim: &str, as_of: Option<&str>| {
        let request = hadaf_app::wire::HistoryRequest {
            series: String::new(),
            period: String::new(),
            as_of: as_of.map(Into::into),
            claim: Some(claim.into()),
        };
        desk.app.history(&request)
    };
    // lineage.csv: T23 replaces T19 and narrows T25, T31 restates T23; T24 hangs on T25 alone.
    let roles = |as_of| -> Vec<(String, String)> {
        let observations = history("T23", as_of).unwrap().vintages;
        observations
            .into_iter()
            .map(|observation| (observation.value, observation.role.as_str().into()))
            .collect()
    };
    let expected = |words: [(&str, &str); 4]| words.map(|(value, role)| (value.to_owned(), role.to_owned())).to_vec();
    assert_eq!(
        roles(None),
        expected([
            ("15,000", "confirms"),
            ("25,000", "superseded"),
            ("15,000", "current"),
            ("15,000", "superseded")
        ])
    );
    assert_eq!(roles(Some("2025-01-01"))[0].1, "not_yet_known");
    assert_eq!(history("T99", None).unwrap_err().code, Code::Word);
}

#[test]
fn every_number_of_the_overview_and_of_a_chart_table_has_a_history() {
    let desk = Desk::with_sample();
    let view = overview(&desk, None);
    let histories = view
        .headlines
        .iter()
        .map(|it| &it.history)
        .chain(view.claims.iter().map(|it| &it.history))
        .chain(view.changes.iter().map(|it| &it.history));
    for history in histories {
        desk.app.history(history.as_ref().unwrap()).unwrap();
    }
    for kind in [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual] {
        let table = desk.app.chart(&chart(kind)).unwrap().table;
        for cell in table.rows.iter().flatten().filter(|cell| cell.value.is_some()) {
            let history = cell.history.as_ref();
            let history = history.unwrap_or_else(|| panic!("{} has no history", cell.text));
            desk.app.history(history).unwrap();
        }
    }
}

#[test]
fn the_sources_are_listed_with_what_rests_on_them() {
    let sources = Desk::with_sample()
        .app
        .sources(&hadaf_app::wire::KnownRequest::default())
        .unwrap()
        .sources;
    assert_eq!(sources.len(), 195);
    let nation = sources
        .iter()
        .find(|it| it.title == "On the target for FY2030")
        .unwrap();
    // T23, T24 and T25.
    assert_eq!(
        (nation.publisher.as_str(), nation.claims, nation.dates.as_str()),
        ("The Nation", 3, "22 Nov 2024")
    );
}

#[test]
fn the_source_line_says_who_made_the_statistic() {
    let view = Desk::with_sample().app.chart(&chart(ChartKind::Monthly)).unwrap();
    assert!(
        view.source.starts_with("Source: State Bank of Pakistan, as reported ("),
        "{}",
        view.source
    );
    assert!(
        view.source
            .ends_with("listed under Sources); latest release about March 2026. FY: July to June."),
        "{}",
        view.source
    );
}

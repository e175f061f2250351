//! The outlook of the sample and of workspaces of which little can be known.

use hadaf_app::wire::{BacktestView, ChartKind, NewWorkspace, OutlookRequest, OutlookView, SetObservation};

use crate::{Desk, chart_request};

fn request(series: &str, as_of: Option<&str>) -> OutlookRequest {
    OutlookRequest {
        series: series.into(),
        as_of: as_of.map(Into::into),
    }
}

fn outlook(desk: &Desk, as_of: Option<&str>) -> OutlookView {
    desk.app.outlook(&request("ict_total", as_of)).unwrap()
}

fn backtest(desk: &Desk, as_of: Option<&str>) -> BacktestView {
    desk.app.backtest(&request("ict_total", as_of)).unwrap()
}

/// What was known on the first day of 2025, against the outturn of 3,810: annual.csv of the sample.
#[test]
fn fiscal_year_2025_has_the_chances_of_its_day() {
    let view = outlook(&Desk::with_sample(), Some("2025-01-01"));
    assert_eq!((view.fiscal_year.as_str(), view.refused), ("FY2025", None));
    assert!(
        view.claims_note
            .starts_with("In 100 years with the same first five months")
    );
    let target = view.claims.iter().find(|claim| claim.id == "T22").unwrap();
    assert_eq!(
        (target.amount.as_str(), target.kind_words.as_str()),
        ("4,200", "Target")
    );
    assert!((0.07..0.11).contains(&target.chance.value), "{:?}", target.chance);
    assert_eq!((target.chance.frequency.as_str(), target.chance.marks), ("8 of 100", 8));
    assert_eq!(target.chance.words, "Very unlikely");
    // Seven months of 2,670 against the 2,101 of a year before: (4200 - 1530) / (3223 - 1148) - 1.
    assert!(
        target.evidence.starts_with("December to June +29"),
        "{}",
        target.evidence
    );
    // Nothing that was said later is told of: T29 was said by July 2025, T34 about the next year in August.
    assert!(
        view.claims
            .iter()
            .all(|claim| !["T28", "T29", "T30", "T34"].contains(&claim.id.as_str()))
    );
}

#[test]
fn claims_stand_year_by_year_and_the_largest_first() {
    let view = outlook(&Desk::with_sample(), None);
    let ids: Vec<&str> = view.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(&ids[..6], ["T09", "T30", "T34", "T37", "T36", "T35"]);
    // The less the likelier, but for T36: of a range that was projected both ends decide, 4,200 to 4,500.
    let numbers = view.claims[..6].iter().filter(|claim| claim.id != "T36");
    let chances: Vec<f64> = numbers.map(|claim| claim.chance.value).collect();
    assert!(chances.is_sorted(), "{chances:?}");
    assert!(
        (0.15..0.35).contains(&view.claims[4].chance.value),
        "{:?}",
        view.claims[4].chance
    );
    let (ministry, government) = (&view.claims[1], &view.claims[2]);
    assert!(
        ministry
            .disagrees
            .contains("5,000 (target, Government of Pakistan, 20 August 2025)")
    );
    assert!(government.disagrees.contains("5,200 (target, Ministry of IT"));
    // 556 a month against the 1,325 that March to June 2025 brought; the most ever was +49 %.
    assert_eq!(
        ministry.evidence,
        "March to June +68\u{a0}%: reached in 0 of 4 past years"
    );
    let far = view.claims.last().unwrap();
    assert_eq!(
        (far.fiscal_year.as_str(), far.kind_words.as_str()),
        ("FY2030", "Target for FY2030")
    );
    // (15000 / 3810) ^ (1 / 5) - 1 = 31.5 %.
    assert!(
        far.evidence.starts_with("+32\u{a0}% a year on FY2025 for five years"),
        "{}",
        far.evidence
    );
    assert!(view.claims_note.contains("Later years"));
    assert!(
        view.claims
            .iter()
            .all(|claim| (0.001..=0.999).contains(&claim.chance.value))
    );
}

#[test]
fn what_drives_the_year_stands_in_its_column() {
    let view = outlook(&Desk::with_sample(), None);
    let width = |row: &hadaf_app::wire::DriverRow| row.high - row.low;
    assert!(view.drivers.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
    assert!(
        view.drivers
            .iter()
            .all(|row| 0.0 <= row.low && row.low <= row.high && row.high <= 1.0)
    );
    assert!((0.0..=1.0).contains(&view.drivers_at));
    // A full national week is about 32 lost for good (the evidence of the coefficients): assumed, and marked so.
    let outage = view.drivers.iter().find(|row| row.assumed).unwrap();
    let cost: f64 = outage.evidence.split(' ').nth(1).unwrap().parse().unwrap();
    assert!((20.0..60.0).contains(&cost), "{}", outage.evidence);
    // November 2024 was published as 324 and revised to 310.
    let revision = view.drivers.last().unwrap();
    assert_eq!(revision.range, "as Nov 2024, \u{2212}14");
    let rest = view.sectors.rows.iter().find(|row| row[0].text == "Not allocated");
    assert!(rest.is_some(), "{:?}", view.sectors.rows);
}

#[test]
fn the_record_counts_what_it_says() {
    let desk = Desk::with_sample();
    let record = backtest(&desk, None);
    assert_eq!(record.refused, None);
    assert_eq!((record.methods.rows.len(), record.coverage.rows.len()), (4, 3));
    let counts = |cell: &str| {
        let (k, n) = cell.split_once(" of ").unwrap();
        (k.parse::<usize>().unwrap(), n.parse::<usize>().unwrap())
    };
    let held: Vec<(usize, usize)> = record.coverage.rows.iter().map(|row| counts(&row[2].text)).collect();
    assert!(held.iter().all(|(_, of)| *of == held[0].1) && held.is_sorted());
    assert!(record.title.contains(&format!("{} of {}", held[1].0, held[1].1)));
    // One thing was asked of each past year, and either came about or not.
    let outcomes = record.chances.rows.iter().map(|row| row[5].text.as_str());
    assert!(outcomes.clone().count() > 0 && outcomes.into_iter().all(|told| ["met", "not met"].contains(&told)));
    // What is later changes nothing of a past day's record.
    let (then, now) = (backtest(&desk, Some("2025-01-01")), backtest(&desk, Some("2025-01-01")));
    assert_eq!(then, now);
    assert_ne!(then.note, record.note);
}

/// A workspace whose one series has these months from July 2020 on; empty ones are left out.
fn desk_of(values: &[Option<f64>]) -> (Desk, String) {
    let desk = Desk::empty();
    desk.app
        .workspace_new(&NewWorkspace {
            path: desk.path("one.hadaf"),
            name: "One".into(),
            currency: "USD".into(),
            fiscal_year_start_month: 7,
            series_title: "Exports".into(),
            origin: None,
            year_names: None,
        })
        .unwrap();
    let id = desk.app.workspace_view().unwrap().unwrap().series[0].id.clone();
    for (index, value) in (0..).zip(values).filter_map(|(index, value)| Some((index, (*value)?))) {
        let month = |ahead: i32| {
            let months = 6 + index + ahead;
            format!("{}-{:02}", 2020 + months / 12, months % 12 + 1)
        };
        desk.app
            .observation_set(&SetObservation {
                series: id.clone(),
                period: month(0),
                value: value.to_string(),
                published: format!("{}-28", month(1)),
                source: "A page".into(),
                status: None,
                note: String::new(),
            })
            .unwrap();
    }
    (desk, id)
}

#[test]
fn nonsense_gives_a_view_or_a_reason() {
    let wave = |t: i32| 100.0 + f64::from(t % 12);
    let full = |value: &dyn Fn(i32) -> f64| (0..40).map(|t| Some(value(t))).collect::<Vec<_>>();
    let mut gap = full(&wave);
    gap[10..34].fill(None);
    let mut spike = full(&|_| 0.0);
    spike[20] = Some(1e6);
    // Name, values, whether there is a forecast.
    let cases: [(&str, Vec<Option<f64>>, bool); 10] = [
        ("nothing", vec![], false),
        ("one", full(&wave)[..1].to_vec(), false),
        ("twelve", full(&wave)[..12].to_vec(), false),
        ("thirteen", full(&wave)[..13].to_vec(), true),
        ("constant", full(&|_| 5.0), true),
        ("zeros", full(&|_| 0.0), true),
        ("spike", spike, true),
        ("negative", full(&|t| -wave(t)), true),
        ("changing sign", full(&|t| f64::from(t % 7) - 3.0), true),
        ("two years missing", gap, true),
    ];
    for (name, values, forecast) in cases {
        let (desk, id) = desk_of(&values);
        let view = desk.app.outlook(&request(&id, None)).unwrap();
        assert_eq!(view.refused.is_none(), forecast, "{name}: {:?}", view.refused);
        assert_eq!(view.method.is_some(), forecast, "{name}");
        assert_eq!(view.empty.is_some(), values.is_empty(), "{name}");
        assert_eq!(view.drivers.is_empty(), !forecast, "{name}");
        let record = desk.app.backtest(&request(&id, None)).unwrap();
        assert!(record.refused.is_some() || !record.title.is_empty(), "{name}");
        let words = format!("{view:?} {record:?}");
        assert!(!words.contains("NaN") && !words.contains("inf"), "{name}: {words}");
        if let Some(reason) = view.refused {
            assert!(reason.contains("at least 13"), "{name}: {reason}");
        }
    }
}

#[test]
fn the_fan_is_that_of_the_forecast_and_its_table_says_so() {
    let desk = Desk::with_sample();
    let told = desk.app.forecast(&hadaf_app::ForecastRequest::default()).unwrap();
    let year = told
        .fiscal_years
        .iter()
        .find(|year| year.fiscal_year.to_string() == "FY2026")
        .unwrap();
    let view = desk.app.chart(&chart_request(ChartKind::Outlook, None)).unwrap();
    let (june, head) = (view.table.rows.last().unwrap(), &view.table.columns);
    let cell = |name: &str| &june[head.iter().position(|it| it == name).unwrap()].text;
    let whole = |value: f64| hadaf_app::Format::of("en").rounded(value, 0);
    assert_eq!(cell("Middle"), &whole(year.range.median));
    assert_eq!(cell("80\u{a0}%, from"), &whole(year.range.lo80));
    assert_eq!(cell("95\u{a0}%, to"), &whole(year.range.hi95));
    let months = desk.app.chart(&chart_request(ChartKind::OutlookMonthly, None)).unwrap();
    let march = months
        .table
        .rows
        .iter()
        .find(|row| row[0].text == "March 2026")
        .unwrap();
    assert_eq!(march[2].text, "forecast");
    let mean = whole(told.horizon[0].mean);
    assert!(march.iter().any(|cell| cell.text == mean), "{march:?}");
    assert!(
        months
            .points
            .iter()
            .any(|point| point.head == "March 2026" && point.text.starts_with("median"))
    );
    for view in [&view, &months] {
        assert!(view.table.rows.iter().all(|row| row.len() == view.table.columns.len()));
    }
}

/// The parts and the rest are the total: their shares of its uncertainty sum to one, and a part is told alike under its total and
/// by itself.
#[test]
fn sectors_add_up_and_are_told_alike() {
    let desk = Desk::with_sample();
    let of = |series: &str| {
        let request = hadaf_app::ForecastRequest {
            series: Some(series.into()),
            ..hadaf_app::ForecastRequest::default()
        };
        desk.app.forecast(&request).unwrap()
    };
    let total = of("ict_total");
    let sectors = total.sectors.as_ref().unwrap();
    let year = &total.fiscal_years[0];
    assert_eq!(sectors.fiscal_year, year.fiscal_year);
    let ranges = sectors.parts.iter().filter_map(|part| part.range.as_ref());
    let ranges: Vec<_> = ranges.chain([&sectors.rest]).collect();
    let shares: f64 = ranges.iter().filter_map(|range| range.spread_share).sum();
    assert!((shares - 1.0).abs() < 1e-9, "{shares}");
    let medians: f64 = ranges.iter().map(|range| range.range.median).sum();
    assert!(
        (medians / year.range.median - 1.0).abs() < 0.01,
        "{medians} {}",
        year.range.median
    );
    // Five months of information services carry no forecast.
    let state = |id: &str| sectors.parts.iter().find(|part| part.series.as_str() == id).unwrap();
    assert_eq!(
        (
            state("information_services").state,
            state("information_services").months
        ),
        ("too_short", Some(5))
    );
    let computer = of("computer_services");
    assert!(computer.beside_total && !total.beside_total);
    let own = computer
        .fiscal_years
        .iter()
        .find(|own| own.fiscal_year == year.fiscal_year)
        .unwrap();
    let told = state("computer_services").range.as_ref().unwrap();
    assert_eq!(
        [told.range.median, told.range.lo80, told.range.hi80],
        [own.range.median, own.range.lo80, own.range.hi80]
    );
    // Alone, its eighteen months leave 2,479 to 4,535 open; the total and the other sector leave far less.
    assert!(
        own.range.hi80 - own.range.lo80 < 800.0,
        "{} {}",
        own.range.lo80,
        own.range.hi80
    );
    let view = outlook(&desk, None).sectors_ahead.unwrap();
    assert_eq!(view.table.rows.len(), 3, "two sectors and the rest");
    assert!(
        view.notes
            .iter()
            .any(|note| note.starts_with("Information services has 5 months"))
    );
    // It has no parts of its own.
    assert!(computer.sectors.is_none());
}

/// The title's tense and its finding follow the day: the target of 5,200 is out of the band on 1 April 2026, that
/// of 4,200 was within it on 1 January 2025.
#[test]
fn the_title_of_the_fan_says_what_is_found() {
    let desk = Desk::with_sample();
    let title = |as_of| desk.app.chart(&chart_request(ChartKind::Outlook, as_of)).unwrap().title;
    assert_eq!(
        title(None),
        "FY2026 is heading for $4.5\u{a0}bn; even the 95\u{a0}% band ends below $5.2\u{a0}bn"
    );
    assert_eq!(
        title(Some("2025-01-01")),
        "FY2025 is heading for $3.8\u{a0}bn; $4.2\u{a0}bn has a chance of 8 of 100"
    );
    let later = Desk::sample_at("2026-11-24T13:00:00+05:00[+05:00]");
    let over = later.app.chart(&chart_request(ChartKind::Outlook, None)).unwrap().title;
    assert!(over.starts_with("FY2026 is estimated at $4.5\u{a0}bn; even"), "{over}");
}

#[test]
fn charts_of_the_outlook_can_be_drawn_on_every_day() {
    let desk = Desk::with_sample();
    // Before the first forecast, in a year, on a day when it had just been closed, in summer before July's observation.
    for (day, drawn) in [
        ("2018-06-01", false),
        ("2022-01-31", true),
        ("2024-07-31", true),
        ("2025-07-31", true),
    ] {
        for kind in [ChartKind::Outlook, ChartKind::OutlookMonthly] {
            let view = desk.app.chart(&chart_request(kind, Some(day)));
            assert_eq!(view.is_ok(), drawn, "{kind:?} on {day}: {:?}", view.err());
        }
    }
    let record = desk.app.chart(&chart_request(ChartKind::Backtest, None)).unwrap();
    assert_eq!(record.title, backtest(&desk, None).title);
    assert_eq!(record.table.columns.len(), 6);
}

#[test]
fn the_numbers_behind_a_chart_are_written_as_csv() {
    let desk = Desk::with_sample();
    let path = desk.path("fan.csv");
    let export = hadaf_app::wire::ChartExport {
        chart: chart_request(ChartKind::Outlook, None),
        path: path.clone(),
        scale: None,
        with_notes: false,
    };
    desk.app.chart_export(&export, crate::Existing::Keep).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(text.lines().count(), 13);
    // The Julys of FY2023 to FY2026 (monthly.csv), then what the path to 5,200 asks; July is known, so it has no fan.
    assert!(text.contains("\nJuly,199.050,214,286,354,329,,,,,"), "{text}");
}

#[test]
fn the_overview_tells_the_chance_and_leads_to_the_outlook() {
    let desk = Desk::with_sample();
    let overview = |as_of: Option<&str>| {
        let request = hadaf_app::wire::OverviewRequest {
            series: "ict_total".into(),
            as_of: as_of.map(Into::into),
        };
        desk.app.overview(&request).unwrap()
    };
    let now = overview(None);
    let chance = now.headlines.last().unwrap();
    assert_eq!(
        (chance.label.as_str(), chance.outlook),
        ("Chance of $5.2\u{a0}bn", true)
    );
    assert_eq!(chance.value, "< 0.1\u{a0}%");
    assert_eq!(chance.note, "Almost no chance, less than 1 in 1,000");
    let then = overview(Some("2025-01-01"));
    assert_eq!(then.headlines.last().unwrap().value, "8\u{a0}%");
    // Twelve months have no forecast, and no chance.
    assert!(
        overview(Some("2018-06-01"))
            .headlines
            .iter()
            .all(|headline| !headline.outlook)
    );
}

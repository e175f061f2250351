//! Feasts against the days that were kept, and months against those of a year before.

use hadaf_core::{CoreError, Feast, Holidays, Month, unlike_months};
use jiff::Span;
use jiff::civil::Date;

fn holidays(word: &str) -> Holidays {
    word.parse().unwrap()
}

fn feast(of: &str, id: &str) -> &'static Feast {
    holidays(of).feasts().find(|feast| feast.id == id).unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// The days of a feast in a year, as the months and how many of them fall there.
fn months_of(feast: &Feast, year: i16) -> Vec<(u8, u8)> {
    let months = (1..=12).map(|number| (number, feast.days_in(Month::new(year, number).unwrap())));
    months.filter(|(_, days)| *days > 0).collect()
}

/// The first of Shawwal and the tenth of Zilhaj as they were kept in Pakistan by the announcements of the Central
/// Ruet-e-Hilal Committee. Where a feast is computed, it is at most a day off.
#[test]
fn eids_fall_where_they_were_kept() {
    let kept = [
        ("2015-07-18", "2015-09-25"),
        ("2016-07-06", "2016-09-13"),
        ("2017-06-26", "2017-09-02"),
        ("2018-06-16", "2018-08-22"),
        ("2019-06-05", "2019-08-12"),
        ("2020-05-24", "2020-08-01"),
        ("2021-05-13", "2021-07-21"),
        ("2022-05-03", "2022-07-10"),
        ("2023-04-22", "2023-06-29"),
        ("2024-04-10", "2024-06-17"),
        ("2025-03-31", "2025-06-07"),
        ("2026-03-21", "2026-05-27"),
    ];
    // The eve counts along, so that a feast of four days has its first day of prayer second.
    for (id, at) in [("eid_al_fitr", 0), ("eid_al_adha", 1)] {
        let feast = feast("pakistan", id);
        for days in kept {
            let day: Date = [days.0, days.1][at].parse().unwrap();
            let found = (-40..40).find(|shift| feast.falls_on(day.saturating_add(Span::new().days(*shift))));
            let eve = found.unwrap();
            assert!((-2..=0).contains(&eve), "{id} of {day}: the eve is {eve} days away");
        }
    }
}

/// The new moon of a lunation, the first of 2000 is 0: hours from the beginning of 2000 on, Universal Time (Meeus,
/// *Astronomical Algorithms*, chapter 49, without its smallest terms: right to about a minute).
fn new_moon(lunation: f64) -> f64 {
    let angle = |at_first: f64, each: f64| (at_first + each * lunation).to_radians();
    let (sun, moon) = (angle(2.5534, 29.105_356_7), angle(201.5643, 385.816_935_28));
    let (node, ascent) = (angle(160.7108, 390.670_502_84), angle(124.7746, -1.563_755_88));
    let centuries = lunation / 1_236.85;
    let orbit = 1.0 - 0.002_516 * centuries;
    let terms = [
        (-0.407_20, moon),
        (0.172_41 * orbit, sun),
        (0.016_08, 2.0 * moon),
        (0.010_39, 2.0 * node),
        (0.007_39 * orbit, moon - sun),
        (-0.005_14 * orbit, moon + sun),
        (0.002_08 * orbit * orbit, 2.0 * sun),
        (-0.001_11, moon - 2.0 * node),
        (-0.000_57, moon + 2.0 * node),
        (0.000_56 * orbit, 2.0 * moon + sun),
        (-0.000_42, 3.0 * moon),
        (0.000_42 * orbit, sun + 2.0 * node),
        (0.000_38 * orbit, sun - 2.0 * node),
        (-0.000_24 * orbit, 2.0 * moon - sun),
        (-0.000_17, ascent),
    ];
    let mean = 2_451_550.097_66 + 29.530_588_861 * lunation + 0.000_154_37 * centuries * centuries;
    let corrected = mean + terms.iter().map(|(size, angle)| size * angle.sin()).sum::<f64>();
    // Dynamical Time is some 69 seconds ahead in these years.
    24.0 * (corrected - 2_451_544.5) - 69.0 / 3_600.0
}

/// A Lunar New Year is the day of a new moon in China. Diwali is the evening before one in India, after it has set in there:
/// the moon is new from that evening to the second one.
#[test]
fn listed_feasts_fall_on_new_moons() {
    let of_year = |feast: &Feast, year: i16, month: i8| {
        let from = Date::new(year, month, 5).unwrap();
        let days = (0..60).map(|after| from.saturating_add(Span::new().days(after)));
        let mut kept = days.filter(|day| feast.falls_on(*day));
        let day = kept.next().unwrap();
        24.0 * f64::from(day.since(Date::new(2000, 1, 1).unwrap()).unwrap().get_days())
    };
    // Hours from the beginning of the day to the new moon that is nearest to its noon.
    let to_moon = |begins: f64, east: f64| {
        let after = (0..500).map(|lunation| new_moon(f64::from(lunation)) + east - begins);
        after
            .min_by(|left, right| (left - 12.0).abs().total_cmp(&(right - 12.0).abs()))
            .unwrap()
    };
    for year in 2000..=2035 {
        let spring = to_moon(of_year(feast("lunar", "lunar_new_year"), year, 1), 8.0);
        assert!((0.0..24.0).contains(&spring), "{year}: {spring}");
        let lights = to_moon(of_year(feast("india", "diwali"), year, 10), 5.5);
        assert!((17.0..43.0).contains(&lights), "{year}: {lights}");
    }
}

#[test]
fn feasts_move_through_the_months() {
    let ramadan = feast("islamic", "ramadan");
    assert_eq!(months_of(ramadan, 2023), [(3, 9), (4, 20)]);
    assert_eq!(months_of(ramadan, 2025).iter().map(|(_, days)| days).sum::<u8>(), 29);
    assert_eq!(months_of(feast("lunar", "lunar_new_year"), 2025), [(1, 3), (2, 4)]);
    assert_eq!(months_of(feast("india", "diwali"), 2024), [(10, 1)]);
    assert_eq!(months_of(feast("christian", "easter"), 2024), [(3, 3), (4, 1)]);
    // In 2000 there were two Eids al-Fitr, in January and in December.
    assert_eq!(months_of(feast("islamic", "eid_al_fitr"), 2000).len(), 2);
}

#[test]
fn working_days_are_neither_weekend_nor_free() {
    let pakistan = holidays("pakistan");
    // 22 weekdays, of which Eid takes 2 to 5 May, and Labour Day is a Sunday.
    assert_eq!(pakistan.working_days(month("2022-05")), Some(22 - 4));
    assert_eq!(holidays("islamic").working_days(month("2023-02")), Some(20));
    assert_eq!(holidays("islamic_friday").working_days(month("2023-02")), Some(20));
    assert_eq!(Holidays::NONE.working_days(month("2023-02")), None);
    for number in 0..600 {
        let days = pakistan.working_days(month("1990-01").plus(number)).unwrap();
        assert!((14..=23).contains(&days), "{number}: {days}");
    }
}

/// May 2022 had an Eid that May 2023 had not, and April 2023 had three weeks of Ramadan; Octobers are alike.
#[test]
fn months_are_unlike_where_a_feast_fell_elsewhere() {
    let pakistan = holidays("pakistan");
    let told = |text: &str| {
        let unlike = unlike_months(pakistan, [month(text)])?;
        let feasts = unlike.feasts.iter().map(|it| (it.feast.id.as_str(), it.now, it.before));
        Some((unlike.working_days, feasts.collect::<Vec<_>>()))
    };
    assert_eq!(told("2023-05"), Some((Some((22, 18)), vec![("eid_al_fitr", 0, 4)])));
    assert_eq!(told("2024-04"), Some((None, vec![("ramadan", 8, 20)])));
    assert_eq!(told("2023-10"), None);
    assert!(unlike_months(Holidays::NONE, [month("2023-05")]).is_none());
    // A whole year has every feast once.
    let year = |from: &str| Month::range(month(from)..=month(from).plus(11));
    let years: Vec<Vec<Month>> = ["2022-07", "2023-07", "2024-07"]
        .map(|from| year(from).collect())
        .into();
    assert!(
        years
            .into_iter()
            .all(|months| unlike_months(pakistan, months).is_none())
    );
}

#[test]
fn another_word_says_which_there_are() {
    let refused = "moon".parse::<Holidays>().unwrap_err();
    let CoreError::Word { known, .. } = refused else {
        panic!("{refused:?}");
    };
    assert!(known.contains("pakistan"), "{known}");
}

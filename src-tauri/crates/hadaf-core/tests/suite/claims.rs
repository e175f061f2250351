//! Which claims stand.

use hadaf_core::{AsOf, Claim, ClaimKind, CurrentClaims, Lineage, LineageKind, SeriesId, SourceId, compared_claims};

use crate::support::{self, LATEST, claim_id, collected, day, decimal, entered, july, year};

fn claim(id: &str, kind: ClaimKind, value: &str, announced: &str, standing: u8) -> Claim {
    Claim {
        id: claim_id(id),
        series: SeriesId::new("ict_total").unwrap(),
        kind,
        fiscal_year: Some(year(2026)),
        value: decimal(value),
        value_high: None,
        unit: "USD million".parse().unwrap(),
        announced: (!announced.is_empty()).then(|| day(announced)),
        announced_approx: None,
        announced_latest: None,
        seen: collected(),
        maker: String::new(),
        office: String::new(),
        conditions: String::new(),
        note: String::new(),
        source: SourceId(1),
        page: String::new(),
        quote: String::new(),
        official: standing > 0,
        standing,
        not_scorable: None,
        entered_by: String::new(),
        entered_at: entered(),
    }
}

fn link(from: &str, kind: LineageKind, to: &str) -> Lineage {
    Lineage {
        from: claim_id(from),
        to: claim_id(to),
        kind,
    }
}

/// The claims of the sample about FY2026.
fn sample() -> Vec<Claim> {
    let mut senate = claim("T30", ClaimKind::Target, "5200", "", 4);
    senate.announced_approx = Some("before July 2025".into());
    senate.announced_latest = Some(day("2025-06-30"));
    vec![
        claim("T09", ClaimKind::Target, "15000", "2023-01-05", 5),
        senate,
        claim("T34", ClaimKind::Target, "5000", "2025-08-20", 3),
        claim("T35", ClaimKind::Projection, "4000", "2025-10-20", 0),
        claim("T37", ClaimKind::Projection, "4500", "2026-02-18", 0),
    ]
}

fn read(claims: &[Claim], lineage: &[Lineage], as_of: &str) -> Vec<String> {
    let as_of = support::as_of(as_of);
    let series = SeriesId::new("ict_total").unwrap();
    let standing = CurrentClaims::read(claims, lineage, &series, year(2026), &july(), as_of);
    standing.claims.iter().map(|claim| claim.id.to_string()).collect()
}

#[test]
fn official_targets_first_and_the_replaced_one_gone() {
    let lineage = [link("T30", LineageKind::Replaces, "T09")];
    assert_eq!(read(&sample(), &lineage, ""), ["T30", "T34", "T37", "T35"]);
    assert_eq!(read(&sample(), &lineage, "2025-06-29"), ["T09"], "not replaced yet");
    assert_eq!(read(&sample(), &lineage, "2025-06-30"), ["T30"]);
    assert_eq!(read(&sample(), &lineage, "2022-01-01"), [""; 0]);
}

#[test]
fn the_pace_takes_the_highest_ranked_official_target_and_shows_the_other() {
    let (claims, lineage) = (sample(), [link("T30", LineageKind::Replaces, "T09")]);
    let series = SeriesId::new("ict_total").unwrap();
    let standing = CurrentClaims::read(&claims, &lineage, &series, year(2026), &july(), LATEST);
    assert_eq!(standing.target().unwrap().id, claim_id("T30"));
    let others: Vec<_> = standing
        .disagreeing()
        .iter()
        .map(|claim| claim.id.to_string())
        .collect();
    assert_eq!(others, ["T34"]);
    let other_year = CurrentClaims::read(&claims, &lineage, &series, year(2027), &july(), LATEST);
    assert!(other_year.target().is_none() && other_year.disagreeing().is_empty());
}

#[test]
fn a_claim_in_billions_is_the_same_claim() {
    let mut claims = sample();
    let mut billions = claim("X", ClaimKind::Target, "5.2", "2025-07-01", 2);
    billions.unit = "USD billion".parse().unwrap();
    assert_eq!(billions.value_in(claims[0].unit).unwrap(), decimal("5200"));
    assert!(billions.value_in("PKR million".parse().unwrap()).is_err());
    claims.push(billions);
    let series = SeriesId::new("ict_total").unwrap();
    let lineage = [link("T30", LineageKind::Replaces, "T09")];
    let standing = CurrentClaims::read(&claims, &lineage, &series, year(2026), &july(), LATEST);
    let others: Vec<_> = standing
        .disagreeing()
        .iter()
        .map(|claim| claim.id.to_string())
        .collect();
    assert_eq!(others, ["T34"]);
}

#[test]
fn a_restatement_counts_once_at_its_first_day() {
    let claims = [
        claim("A", ClaimKind::Target, "5000", "2025-08-20", 3),
        claim("B", ClaimKind::Target, "5000", "2026-02-18", 3),
    ];
    assert_eq!(read(&claims, &[link("B", LineageKind::Restates, "A")], ""), ["A"]);
    assert_eq!(read(&claims, &[link("B", LineageKind::Narrows, "A")], ""), ["B"]);
    assert_eq!(
        read(&claims, &[link("B", LineageKind::Narrows, "A")], "2025-12-01"),
        ["A"]
    );
}

#[test]
fn what_is_said_after_the_year_is_no_claim_about_it() {
    let claims = [claim("A", ClaimKind::Target, "3800", "2026-08-08", 5)];
    assert!(claims[0].is_hindsight(&july()));
    assert_eq!(read(&claims, &[], ""), [""; 0]);
    let undated = claim("B", ClaimKind::Target, "3800", "", 5);
    assert!(!undated.is_hindsight(&july()), "nothing says that it came late");
    assert!(!undated.known(AsOf::before(collected())) && undated.known(AsOf::Day(collected())));
}

fn said_by(maker: &str, office: &str, claim: Claim) -> Claim {
    Claim {
        maker: maker.into(),
        office: office.into(),
        ..claim
    }
}

/// What a claim that is entered is asked about: the other one, what the later does to the earlier, and which is later.
fn asked(entering: &Claim, claims: &[Claim], lineage: &[Lineage]) -> Vec<String> {
    let compared = compared_claims(entering, claims, lineage);
    let told =
        |id: &str, kind: LineageKind, is_later: bool| format!("{kind} {id}{}", if is_later { ", later" } else { "" });
    compared
        .iter()
        .map(|it| told(it.claim.id.as_str(), it.kind, it.is_later))
        .collect()
}

#[test]
fn a_claim_is_held_beside_those_of_its_maker_and_year() {
    let target =
        |id: &str, value: &str, day: &str| said_by("Ministry of IT", "", claim(id, ClaimKind::Target, value, day, 3));
    let new = |value: &str| target("C9", value, "2026-01-10");
    let mut range = target("C2", "4800", "2025-09-01");
    range.value_high = Some(decimal("5500"));
    let known = [target("C1", "5000", "2025-08-20"), range];
    assert_eq!(asked(&new("5000"), &known, &[]), ["restates C1", "narrows C2"]);
    assert_eq!(asked(&new("5000.0"), &known, &[]), ["restates C1", "narrows C2"]);
    assert_eq!(asked(&new("6000"), &known, &[]), ["replaces C2", "replaces C1"]);
    // The same in another unit, of the same maker in other letters.
    let billions = Claim {
        value: decimal("5"),
        unit: "USD billion".parse().unwrap(),
        maker: " ministry  of IT".into(),
        ..new("5")
    };
    assert_eq!(asked(&billions, &known, &[]), ["restates C1", "narrows C2"]);
    // Said before the one that is there, which then says it again.
    let before = target("C9", "5000", "2025-01-10");
    assert_eq!(asked(&before, &known[..1], &[]), ["restates C1, later"]);
    // What restates another one, or was replaced, stands no more; what is linked needs no question.
    let again = [known[0].clone(), target("C3", "5000", "2025-10-01")];
    assert_eq!(asked(&new("5000"), &again, &[]), ["restates C3", "restates C1"]);
    let restated = [link("C3", LineageKind::Restates, "C1")];
    assert_eq!(asked(&new("5000"), &again, &restated), ["restates C1"]);
    let replaced = [link("C3", LineageKind::Replaces, "C1")];
    assert_eq!(asked(&new("5000"), &again, &replaced), ["restates C3"]);
    assert!(asked(&new("5000"), &known[..1], &[link("C9", LineageKind::Restates, "C1")]).is_empty());
}

#[test]
fn claims_that_differ_in_more_than_their_amount_are_not_held_beside_one_another() {
    let known = [said_by(
        "Ministry of IT",
        "",
        claim("C1", ClaimKind::Target, "5000", "2025-08-20", 3),
    )];
    let new = Claim {
        id: claim_id("C9"),
        ..known[0].clone()
    };
    assert_eq!(asked(&new, &known, &[]), ["restates C1"]);
    let others: [fn(&mut Claim); 6] = [
        |it| it.maker = "Ministry of Finance".into(),
        |it| it.maker = String::new(),
        |it| it.kind = ClaimKind::Projection,
        |it| it.fiscal_year = Some(year(2027)),
        |it| it.series = SeriesId::new("freelance").unwrap(),
        |it| it.unit = "PKR million".parse().unwrap(),
    ];
    for change in others {
        let mut other = new.clone();
        change(&mut other);
        assert!(asked(&other, &known, &[]).is_empty(), "{other:?}");
    }
    // A minister and the ministry are one where the same office answers for them.
    let minister = said_by("Shaza Fatima, minister", "Ministry of IT", new);
    let office = [said_by(
        "Ministry of IT, to the Senate",
        "ministry of IT",
        known[0].clone(),
    )];
    assert_eq!(asked(&minister, &office, &[]), ["restates C1"]);
}

//! What leaves as a table comes back without change, whatever was entered.

use hadaf_core::{
    Amount, BudgetLine, CostClaim, CostConcept, Decimal, Disruption, FiscalYear, Initiative, OutageKind, PartialDate,
    Published, SourceId, State,
};
use hadaf_register::{Entry, GivenRows, Heads, RegisterKind, RegisterOutcome, RowsPlan, plan_rows};
use hadaf_words::Format;
use jiff::civil::date;
use proptest::option;
use proptest::prelude::*;

use crate::kit::{Kit, as_read};

/// Anything that a person may have typed; more than blanks.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "[a-z]{1,4}[,;\t\"'\n=+@-]{0,3}[0-9]{0,3}",
        "\\PC{0,8}",
        Just("=1+1".to_owned()),
        Just("2025".to_owned()),
        Just("name".to_owned()),
    ]
    .prop_map(|text| text.trim().to_owned())
}

fn named() -> impl Strategy<Value = String> {
    text().prop_filter("a name", |text| !text.is_empty())
}

fn day() -> impl Strategy<Value = PartialDate> {
    (2019_i16..2027, 1_i8..13, 1_i8..29, 0..3).prop_map(|(year, month, day, known)| match known {
        0 => PartialDate::Year(year),
        1 => format!("{year}-{month:02}").parse().unwrap(),
        _ => PartialDate::Day(date(year, month, day)),
    })
}

fn published() -> impl Strategy<Value = Published> {
    option::of((2019_i16..2026, 1_i8..13, 1_i8..29)).prop_map(|day| match day {
        Some((year, month, day)) => Published::on(date(year, month, day)),
        None => Published::undated(date(2026, 2, 2)),
    })
}

fn number() -> impl Strategy<Value = Decimal> {
    (0_i64..10_000_000, 0_u8..5).prop_map(|(mantissa, places)| Decimal::new(mantissa, places).unwrap())
}

prop_compose! {
    fn measure()(
        name in named(), owner in text(), announced in option::of(day()), status in text(),
        state in option::of(proptest::sample::select(State::ALL)), published in published(), note in text(),
    ) -> Initiative {
        Initiative {
            id: 0.into(), name, owner, announced, due: None, status, state, closed: None, published,
            earlier_of: None, source: SourceId::NEW, note,
        }
    }
}

prop_compose! {
    fn disruption()(
        start in day(), scope in named(), kind in named(), share in option::of(0_i64..=100),
        outage in option::of(proptest::sample::select(OutageKind::ALL)), published in published(), note in text(),
    ) -> Disruption {
        Disruption {
            id: 0.into(), start, end: None, scope, kind, cost: None, cost_source: String::new(), outage,
            region_share: share.map(|share| Decimal::new(share, 2).unwrap()), published, earlier_of: None,
            source: SourceId::NEW, note,
        }
    }
}

prop_compose! {
    fn cost()(
        value in number(), concept in proptest::sample::select(CostConcept::ALL), maker in named(), method in text(),
        published in published(),
    ) -> CostClaim {
        CostClaim {
            id: 0.into(), disruption: None, start: None, end: None,
            amount: Amount::new(value, "USD million".parse().unwrap()), concept, maker, method, published,
            earlier_of: None, source: SourceId::NEW, note: String::new(),
        }
    }
}

prop_compose! {
    fn line()(
        year in 2019_i16..2027, body in named(), item in named(), allocated in option::of(number()),
        released in option::of(number()), published in published(),
    ) -> BudgetLine {
        BudgetLine {
            id: 0.into(), fiscal_year: FiscalYear::new(year).unwrap(), body, item, unit: "PKR million".parse().unwrap(),
            allocated, released, spent: None, through: None, published, earlier_of: None, source: SourceId::NEW,
            note: String::new(),
        }
    }
}

/// Enters the entries, lets the register leave, and holds what comes back against it.
fn comes_back<E: Entry>(entries: Vec<E>, kind: RegisterKind) -> Result<(), TestCaseError> {
    let count = entries.len();
    let kit = Kit::with(|change, source| {
        for mut entry in entries {
            entry.set_source(Some(source));
            change.add(&entry)?;
        }
        Ok(())
    });
    for heads in [Heads::Words, Heads::Labels] {
        let table = kit.table(kind, heads);
        prop_assert_eq!(table.rows.len(), count);
        let cells = as_read(&table);
        let given = GivenRows {
            cells: &cells,
            needs_heads: true,
            onto: &[],
            fields: &[],
            source: "",
            corrects: false,
        };
        let plan: RowsPlan<E> = plan_rows(&given, &kit.book(), Format::of("en")).unwrap();
        let plan = plan.view(Format::of("en"));
        prop_assert_eq!(plan.left_out.len(), 0);
        for row in &plan.rows {
            prop_assert_eq!(row.outcome, RegisterOutcome::Same, "{:?}", row);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn initiatives_come_back(entries in prop::collection::vec(measure(), 1..6)) {
        comes_back(entries, RegisterKind::Initiatives)?;
    }

    #[test]
    fn disruptions_come_back(entries in prop::collection::vec(disruption(), 1..6)) {
        comes_back(entries, RegisterKind::Disruptions)?;
    }

    #[test]
    fn costs_come_back(entries in prop::collection::vec(cost(), 1..6)) {
        comes_back(entries, RegisterKind::Costs)?;
    }

    #[test]
    fn budget_lines_come_back(entries in prop::collection::vec(line(), 1..6)) {
        comes_back(entries, RegisterKind::Budget)?;
    }
}

//! The sheets of both kinds of spreadsheet.

use calamine::Data;
use hadaf_export::{ExportFormat, ExportLabels};

use crate::kit::{decimal, package};
use crate::read::{bytes, files, sheet, sheets, shown};

const BOTH: [ExportFormat; 2] = [ExportFormat::Xlsx, ExportFormat::Ods];

#[test]
fn there_is_a_sheet_for_each_view() {
    let expected = [
        "sheet about",
        "sheet trajectory",
        "sheet months",
        "sheet quarters",
        "sheet years",
        "sheet series",
        "sheet published",
        "sheet claims",
        "sheet sources",
    ];
    let mut names: Vec<String> = names(ExportFormat::Xlsx);
    assert_eq!(names.remove(1), "sheet charts");
    assert_eq!(names, expected);
    assert_eq!(self::names(ExportFormat::Ods), expected);
}

fn names(format: ExportFormat) -> Vec<String> {
    sheets(&package(), format).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn both_kinds_say_the_same() {
    let (mut excel, open) = (sheets(&package(), BOTH[0]), sheets(&package(), BOTH[1]));
    excel.retain(|(name, _)| name != "sheet charts");
    for ((name, excel), (_, open)) in excel.iter().zip(&open) {
        let all = |range: &calamine::Range<Data>| -> Vec<Vec<String>> {
            let rows = range.rows().map(|row| {
                let mut row: Vec<String> = row.iter().map(shown).collect();
                while row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
                row
            });
            rows.collect()
        };
        assert_eq!(all(excel), all(open), "{name}");
    }
}

#[test]
fn figures_stand_wide_with_their_units_and_a_hole_where_nothing_is() {
    for format in BOTH {
        let rows = sheet(&package(), format, "sheet months");
        let told: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(shown).collect()).collect();
        let expected = [
            ["period", "IT exports"],
            ["unit", "USD million"],
            ["2025-07-01", "354"],
            ["2025-08-01", "337.5"],
            ["2025-09-01", ""],
            ["2025-10-01", "-386.25"],
        ];
        assert_eq!(told, expected, "{format:?}");
        assert!(matches!(rows[2][1], Data::Float(_)), "{format:?}: a number is a number");
        let is_day = matches!(rows[2][0], Data::DateTime(_) | Data::DateTimeIso(_));
        assert!(is_day, "{format:?}: a month is a day to a spreadsheet");
        let quarters = sheet(&package(), format, "sheet quarters");
        assert_eq!(quarters[2][0], Data::String("2026-Q1".into()), "{format:?}");
    }
}

#[test]
fn years_come_with_growth_target_and_gap() {
    for format in BOTH {
        let rows = sheet(&package(), format, "sheet years");
        let last: Vec<String> = rows[2].iter().map(shown).collect();
        let expected = [
            "IT exports",
            "USD million",
            "FY2026",
            "691.5",
            "published",
            "2",
            "-1.3",
            "5200",
            "4508.5",
        ];
        assert_eq!(last, expected, "{format:?}");
    }
}

#[test]
fn a_number_with_more_digits_than_a_spreadsheet_has_stays_whole() {
    let mut package = package();
    package.series[0].values[0].value = Some(decimal("1234567890123456.78"));
    for format in BOTH {
        let rows = sheet(&package, format, "sheet published");
        assert_eq!(rows[1][3], Data::String("1234567890123456.78".into()), "{format:?}");
    }
}

#[test]
fn headings_stay_and_formats_show_the_places() {
    let excel = files_of(ExportFormat::Xlsx);
    let sheet = &excel["xl/worksheets/sheet4.xml"];
    assert!(sheet.contains(r#"<pane xSplit="1" ySplit="2""#), "{sheet}");
    let styles = &excel["xl/styles.xml"];
    for format in ["#,##0.000", "mmm yyyy", r"yyyy\-mm\-dd"] {
        assert!(styles.contains(format), "{format}");
    }
    assert!(excel["docProps/core.xml"].contains("2026-11-27T00:00:00Z"));
    let open = files_of(ExportFormat::Ods);
    assert!(open["settings.xml"].contains(r#"xmlns:ooo="http://openoffice.org/2004/office""#));
    assert!(open["settings.xml"].contains(r#"config:name="VerticalSplitPosition" config:type="int">2<"#));
    // Every digit that was published.
    assert!(open["content.xml"].contains(r#"office:value="-386.250""#));
}

fn files_of(format: ExportFormat) -> std::collections::BTreeMap<String, String> {
    files(bytes(&package(), format))
}

#[test]
fn a_language_from_right_to_left_turns_the_sheets() {
    let labels = ExportLabels::new(true, |label| label.as_str().into());
    let excel = files(ExportFormat::Xlsx.write(&package(), &labels).unwrap().bytes);
    assert!(excel["xl/worksheets/sheet1.xml"].contains(r#"rightToLeft="1""#));
    let open = files(ExportFormat::Ods.write(&package(), &labels).unwrap().bytes);
    assert!(open["content.xml"].contains(r#"style:writing-mode="rl-tb""#));
}

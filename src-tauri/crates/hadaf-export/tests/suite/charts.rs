//! Charts that Excel draws.

use hadaf_export::ExportFormat;

use crate::kit::package;
use crate::read::{bytes, files};

#[test]
fn the_trajectory_and_the_years_are_native_charts_of_their_cells() {
    let files = files(bytes(&package(), ExportFormat::Xlsx));
    let trajectory = &files["xl/charts/chart1.xml"];
    for part in [
        "<c:lineChart>",
        "<c:dateAx>",
        "<c:f>'sheet trajectory'!$B$3:$B$14</c:f>",
        "<c:f>'sheet trajectory'!$C$3:$C$14</c:f>",
        r#"<c:dispBlanksAs val="gap"/>"#,
        "IT exports",
        "USD million",
    ] {
        assert!(trajectory.contains(part), "{part} in {trajectory}");
    }
    let years = &files["xl/charts/chart2.xml"];
    for part in [
        "<c:barChart>",
        "<c:lineChart>",
        "<c:f>'sheet years'!$C$2:$C$3</c:f>",
        "<c:f>'sheet years'!$D$2:$D$3</c:f>",
        "<c:f>'sheet years'!$H$2:$H$3</c:f>",
        r#"<c:min val="0"/>"#,
    ] {
        assert!(years.contains(part), "{part} in {years}");
    }
}

/// 5,200 in equal months are 1,300 a quarter.
#[test]
fn a_series_of_quarters_is_set_against_its_target_in_quarters() {
    let mut package = package();
    let months = package.series.remove(0);
    package.series[0].target = months.target;
    package.series[0].figures.remove(0);
    let files = files(bytes(&package, ExportFormat::Xlsx));
    let chart = &files["xl/charts/chart1.xml"];
    for part in [
        "<c:lineChart>",
        // Four quarters, of which one is known: the path begins before it.
        "<c:f>'sheet trajectory'!$A$3:$A$6</c:f>",
        "<c:f>'sheet trajectory'!$B$3:$B$6</c:f>",
        "<c:f>'sheet trajectory'!$C$3:$C$6</c:f>",
        "PKR billion",
    ] {
        assert!(chart.contains(part), "{part} in {chart}");
    }
    assert!(!chart.contains("<c:dateAx>"), "a quarter is no day to a spreadsheet");
    let sheet = files
        .iter()
        .find(|(name, text)| name.starts_with("xl/worksheets/sheet") && text.contains("<v>1300</v>"));
    assert!(sheet.is_some_and(|(_, text)| text.matches("<v>1300</v>").count() == 4));
}

#[test]
fn without_months_quarters_and_years_there_is_no_chart() {
    let mut package = package();
    package.series.remove(0);
    package.series[0].figures.clear();
    let files = files(bytes(&package, ExportFormat::Xlsx));
    assert!(files.keys().all(|name| !name.starts_with("xl/charts")));
}

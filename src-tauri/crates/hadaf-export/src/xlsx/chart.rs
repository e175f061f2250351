//! Charts that Excel draws, in the colours of ours.

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker,
    ChartMarkerType, ChartSeries, ChartSolidFill, ChartType,
};

use crate::chart::{NativeChart, NativeKind};

const SERIES: &str = "0A46A2";
const TARGET: &str = "CA4500";
const GRID: &str = "E3E7EC";

/// Height of a chart, in pixels.
const HEIGHT: u32 = 460;
/// Rows from the top of a chart to the top of the next: 20 pixels each.
pub(super) const ROWS: usize = 25;

/// The chart of some cells of the sheet of that name.
pub(super) fn draw(planned: &NativeChart, sheet: &str) -> Chart {
    let mut chart = match planned.kind {
        NativeKind::Months | NativeKind::Quarters => Chart::new(ChartType::Line),
        NativeKind::Years => Chart::new(ChartType::Column),
    };
    let values = chart.add_series();
    range(values, planned, sheet, planned.values);
    match planned.kind {
        NativeKind::Months | NativeKind::Quarters => values.set_format(ChartFormat::new().set_line(&line(SERIES, 2.0))),
        NativeKind::Years => values
            .set_gap(60)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(SERIES))),
    };
    if let Some(targets) = planned.targets {
        match planned.kind {
            NativeKind::Months | NativeKind::Quarters => {
                let path = chart.add_series();
                range(path, planned, sheet, targets);
                let dashed = line(TARGET, 2.0).set_dash_type(ChartLineDashType::SquareDot).clone();
                path.set_format(ChartFormat::new().set_line(&dashed));
            }
            NativeKind::Years => {
                let points = target_points(planned, sheet, targets);
                chart.combine(&points);
            }
        }
    }
    chart
        .title()
        .set_name((sheet, planned.title.0, planned.title.1))
        .set_overlay(false);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart.y_axis().set_name(planned.unit.as_str()).set_num_format("#,##0");
    chart.y_axis().set_major_gridlines_line(&line(GRID, 0.75));
    if planned.from_zero {
        chart.y_axis().set_min(0);
    }
    if planned.kind == NativeKind::Months {
        chart.x_axis().set_date_axis(true).set_num_format("mmm yyyy");
    }
    chart
        .set_width(860)
        .set_height(HEIGHT)
        .set_alt_text(planned.told.as_str());
    chart
}

/// Targets of years: points without a line, since nothing runs from one year's target to the next.
fn target_points(planned: &NativeChart, sheet: &str, targets: (u16, (u32, u16))) -> Chart {
    let mut points = Chart::new(ChartType::Line);
    let marks = points.add_series();
    range(marks, planned, sheet, targets);
    marks
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_hidden(true)))
        .set_marker(
            ChartMarker::new()
                .set_type(ChartMarkerType::LongDash)
                .set_size(12)
                .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(TARGET))),
        );
    points
}

fn range(series: &mut ChartSeries, planned: &NativeChart, sheet: &str, (column, name): (u16, (u32, u16))) {
    let (first, last) = planned.rows;
    series
        .set_name((sheet, name.0, name.1))
        .set_categories((sheet, first, planned.categories, last, planned.categories))
        .set_values((sheet, first, column, last, column));
}

fn line(color: &str, width: f64) -> ChartLine {
    ChartLine::new().set_color(color).set_width(width).clone()
}

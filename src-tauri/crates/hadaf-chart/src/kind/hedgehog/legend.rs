//! The legend: only what the chart has.

use super::spec::{HedgehogPlot, Spine, SpineMark};
use super::spines::{FAINT, draw_mark};
use crate::canvas::Canvas;
use crate::part::ClaimSign;
use crate::part::legend::{self, LegendEntry};
use crate::scene::Stroke;
use crate::theme::Rgb;

pub(super) fn entries<'a>(plot: &'a HedgehogPlot, canvas: &Canvas) -> Vec<LegendEntry<'a>> {
    let metrics = canvas.metrics;
    let palette = canvas.palette;
    let names = &plot.names;
    let width = metrics.label * 0.9;
    let has = |is: fn(&Spine) -> bool| plot.spines.iter().any(is);
    let line = |name: &'a str, stroke: Stroke| LegendEntry {
        width: width * 1.8,
        swatch: legend::line(width * 1.8, stroke),
        name,
    };
    let end = |name: &'a str, sign: ClaimSign, mark: SpineMark, colour: Rgb| LegendEntry {
        width,
        swatch: Box::new(move |canvas, at| draw_mark(canvas, at, sign, mark, colour)),
        name,
    };
    // What became of a claim is shown on the sign that most of the chart has.
    let sign = if has(|spine| spine.sign == ClaimSign::Target) {
        ClaimSign::Target
    } else {
        ClaimSign::Projection
    };
    let faint = Stroke::data(palette.axis.mixed(palette.background, FAINT), metrics.other);
    let entries = [
        plot.years
            .iter()
            .any(|year| year.value.is_some())
            .then(|| line(&names.outturn, Stroke::data(palette.series, metrics.main * 1.4))),
        has(|spine| spine.sign == ClaimSign::Target && spine.official)
            .then(|| end(&names.target, ClaimSign::Target, SpineMark::Counted, palette.target)),
        has(|spine| spine.sign == ClaimSign::Projection && spine.official).then(|| {
            let (sign, mark) = (ClaimSign::Projection, SpineMark::Counted);
            end(&names.projection, sign, mark, palette.projection)
        }),
        has(|spine| spine.mark == SpineMark::Replaced)
            .then(|| end(&names.replaced, sign, SpineMark::Replaced, palette.muted)),
        has(|spine| spine.mark == SpineMark::NotScorable)
            .then(|| end(&names.not_scorable, sign, SpineMark::NotScorable, palette.muted)),
        has(|spine| !spine.official).then(|| line(&names.unofficial, faint)),
    ];
    entries.into_iter().flatten().collect()
}

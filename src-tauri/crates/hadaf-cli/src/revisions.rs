//! `hadaf revisions` and `hadaf prefer`: how figures came to be, and whose is read.

use hadaf_app::wire::{DisagreementsRequest, SetPreference, WithdrawPreference};
use hadaf_app::{Access, App, AppError, Need, RevisionsReport};

use crate::args::{PreferArgs, RevisionsArgs};
use crate::outline::told;
use crate::output::Output;

pub(crate) fn run(app: &App, args: &RevisionsArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    let format = app.format();
    // A triangle is of one series.
    let one = args.series.as_deref().or(args.csv.then_some(""));
    let need = one.map_or(Need::All, Need::Series);
    let (report, text) = app.report(need, args.as_of.as_deref(), |book, as_of| {
        let chosen = match one {
            Some(id) => vec![book.series(id)?],
            None => book.series.iter().filter(|series| !series.archived).collect(),
        };
        let report = RevisionsReport::of(book, &chosen, as_of)?;
        let text = if args.csv {
            report.to_csv()
        } else {
            report.to_text(format)?
        };
        Ok((report, text))
    })?;
    output.result(&report, &text);
    Ok(())
}

pub(crate) fn prefer(app: &App, args: PreferArgs, output: &Output) -> Result<(), AppError> {
    let (series, period) = (args.series.unwrap_or_default(), args.period.unwrap_or_default());
    let changed = match (args.source, args.withdraw) {
        (Some(source), _) => {
            app.open_to_change(&args.file)?;
            app.preference_set(&SetPreference {
                series,
                period,
                source,
                reason: args.reason.unwrap_or_default(),
            })?
        }
        (None, true) => {
            app.open_to_change(&args.file)?;
            app.preference_withdraw(&WithdrawPreference { series, period })?
        }
        (None, false) => {
            app.open(&args.file, Access::Read)?;
            let found = app.disagreements(&DisagreementsRequest {
                series: Some(series).filter(|id| !id.is_empty()),
                as_of: args.as_of,
            })?;
            output.result(&found, &found.to_text());
            return Ok(());
        }
    };
    told(&changed, output);
    Ok(())
}

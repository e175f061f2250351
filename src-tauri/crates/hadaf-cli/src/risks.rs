//! `hadaf risks`

use hadaf_app::wire::{RegisterKind, RegisterRequest};
use hadaf_app::{Access, App, AppError, Risks};

use crate::args::RisksArgs;
use crate::output::Output;

pub(crate) fn run(app: &App, args: RisksArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    let kinds = args
        .register
        .map_or_else(|| RegisterKind::ALL.to_vec(), |kind| vec![kind]);
    let request = |register| RegisterRequest {
        register,
        series: args.series.clone().unwrap_or_default(),
        as_of: args.as_of.clone(),
    };
    let registers = kinds
        .into_iter()
        .map(|kind| app.register(&request(kind)))
        .collect::<Result<Vec<_>, _>>()?;
    let as_of = args.as_of.filter(|day| !day.trim().is_empty());
    let risks = Risks::new(as_of, registers);
    output.result(&risks, &risks.to_text(app.format()));
    Ok(())
}

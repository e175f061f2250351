//! `hadaf claims`

use hadaf_app::{Access, App, AppError, ClaimsListRequest};

use crate::args::ClaimsArgs;
use crate::output::Output;

pub(crate) fn run(app: &App, args: ClaimsArgs, output: &Output) -> Result<(), AppError> {
    app.open(&args.file, Access::Read)?;
    let request = ClaimsListRequest {
        series: args.series,
        as_of: args.as_of,
        maker: args.maker,
        open: args.open,
        due: args.due,
    };
    output.either(|| app.claims_list(&request), || app.claims_text(&request))
}

//! `hadaf claims`

use hadaf_app::wire::{ClaimFormRequest, ClaimLink, JudgeCondition, RemoveClaim, RemoveFinding, SetClaim, SetLineage};
use hadaf_app::{Access, App, AppError, ClaimsListRequest, EnteredClaim};

use crate::args::{ClaimFields, ClaimsArgs, ClaimsWhat, JudgeFields, YesOrNo};
use crate::outline::told;
use crate::output::Output;

pub(crate) fn run(app: &App, args: ClaimsArgs, output: &Output) -> Result<(), AppError> {
    if let Some(what) = args.what {
        app.open_to_change(&args.file)?;
        return change(app, what, args.series, output);
    }
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

fn change(app: &App, what: ClaimsWhat, series: Option<String>, output: &Output) -> Result<(), AppError> {
    let (request, amount, fields) = match what {
        ClaimsWhat::Add { amount, fields } => {
            let series = fields.series.clone().or(series).unwrap_or_default();
            (ClaimFormRequest { series, id: None }, Some(amount), fields)
        }
        ClaimsWhat::Edit { id, amount, fields } => {
            let series = String::new();
            (ClaimFormRequest { series, id: Some(id) }, amount, fields)
        }
        ClaimsWhat::Remove { id } => {
            told(&app.claim_remove(&RemoveClaim { id })?, output);
            return Ok(());
        }
        ClaimsWhat::Link {
            later,
            kind,
            earlier,
            remove,
        } => {
            let link = SetLineage {
                from: later,
                to: earlier,
                kind: kind.as_str().to_owned(),
            };
            let changed = match remove {
                true => app.lineage_remove(&link)?,
                false => app.lineage_set(&link)?,
            };
            told(&changed, output);
            return Ok(());
        }
        ClaimsWhat::Judge { id, fields } => {
            told(&judge(app, &id, fields)?, output);
            return Ok(());
        }
    };
    let anyway = fields.anyway;
    let form = app.claim_form(&request)?.entry;
    entered(&app.claim_enter(&filled(form, amount, fields), anyway)?, output);
    Ok(())
}

/// Says what was entered, under which id it is known, and what may not have been meant.
fn entered(entered: &EnteredClaim, output: &Output) {
    let EnteredClaim { changed, meant } = entered;
    let id = changed.made.as_ref().map_or_else(String::new, |id| format!(" ({id})"));
    output.result(entered, &format!("{}{id}", changed.label));
    for doubt in &meant.doubts {
        output.warning(&doubt.message);
    }
    let compared: Vec<String> = meant.compared.iter().map(|one| one.text.clone()).collect();
    output.notes(&compared);
    output.notes(&changed.notes);
}

fn judge(app: &App, claim: &str, fields: JudgeFields) -> Result<hadaf_app::wire::Changed, AppError> {
    if let Some(id) = fields.remove {
        return app.condition_remove(&RemoveFinding { id });
    }
    let form = app.finding_form(claim, fields.finding)?;
    app.condition_judge(&JudgeCondition {
        condition: fields.condition.unwrap_or(form.condition),
        met: fields.held.map_or(form.met, |held| matches!(held, YesOrNo::Yes)),
        evidence: fields.evidence.unwrap_or(form.evidence),
        source: fields.source.unwrap_or(form.source),
        judged: fields.judged.unwrap_or(form.judged),
        disruption: fields.disruption.unwrap_or(form.disruption),
        id: form.id,
        claim: form.claim,
    })
}

/// The form with what was given.
fn filled(form: SetClaim, amount: Option<String>, fields: ClaimFields) -> SetClaim {
    let ties = [
        ("restates", fields.restates),
        ("narrows", fields.narrows),
        ("replaces", fields.replaces),
    ];
    let link = ties.into_iter().find_map(|(kind, to)| {
        Some(ClaimLink {
            to: to?,
            kind: kind.to_owned(),
        })
    });
    // Where the time is told anew, the last day of the one before it does not hold.
    let said_by = match fields.said {
        Some(_) => String::new(),
        None => form.said_by,
    };
    SetClaim {
        amount: amount.unwrap_or(form.amount),
        series: fields.series.unwrap_or(form.series),
        fiscal_year: fields.fiscal_year.unwrap_or(form.fiscal_year),
        kind: fields.kind.map_or(form.kind, |kind| kind.as_str().to_owned()),
        maker: fields.maker.unwrap_or(form.maker),
        said: fields.said.unwrap_or(form.said),
        said_by,
        source: fields.source.unwrap_or(form.source),
        address: fields.address.unwrap_or(form.address),
        page: fields.page.unwrap_or(form.page),
        quote: fields.quote.unwrap_or(form.quote),
        office: fields.office.unwrap_or(form.office),
        conditions: fields.conditions.unwrap_or(form.conditions),
        note: fields.note.unwrap_or(form.note),
        official: fields
            .official
            .map_or(form.official, |official| matches!(official, YesOrNo::Yes)),
        standing: fields.standing.unwrap_or(form.standing),
        id: form.id,
        not_scorable: form.not_scorable,
        link,
    }
}

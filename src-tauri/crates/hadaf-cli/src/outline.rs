//! `hadaf series`, `hadaf sector` and `hadaf settings`: what figures can be of.

use hadaf_app::wire::{
    ArchiveSeries, Changed, MergeSectors, MergeSeries, RemoveNamed, SetSector, SetSeries, SetWorkspace,
};
use hadaf_app::{Access, App, AppError, text_table};
use serde_json::json;

use crate::args::{
    SectorArgs, SectorFields, SectorWhat, SeriesArgs, SeriesFields, SeriesWhat, SettingsArgs, TotalChoice,
};
use crate::output::Output;

pub(crate) fn series(app: &App, args: SeriesArgs, output: &Output) -> Result<(), AppError> {
    let what = match args.what {
        None | Some(SeriesWhat::List) => {
            app.open(&args.file, Access::Read)?;
            let outline = app.outline()?;
            let text = text_table::table(&outline.series_rows(app.format()));
            output.result(&json!({ "series": outline.series }), &text);
            return Ok(());
        }
        Some(what) => what,
    };
    app.open_to_change(&args.file)?;
    let changed = match what {
        SeriesWhat::List => return Ok(()),
        SeriesWhat::Add { title, id, fields } => app.series_set(&SetSeries {
            name: id,
            title: Some(title),
            ..series_fields(fields)
        }),
        SeriesWhat::Edit { id, title, fields } => app.series_set(&SetSeries {
            id: Some(id),
            title,
            ..series_fields(fields)
        }),
        SeriesWhat::Remove { id } => app.series_remove(&RemoveNamed { id }),
        SeriesWhat::Merge { from, into } => app.series_merge(&MergeSeries { from, into }),
        SeriesWhat::Archive { id } => app.series_archive(&ArchiveSeries { id, archived: true }),
        SeriesWhat::Restore { id } => app.series_archive(&ArchiveSeries { id, archived: false }),
    }?;
    told(&changed, output);
    Ok(())
}

pub(crate) fn sector(app: &App, args: SectorArgs, output: &Output) -> Result<(), AppError> {
    let what = match args.what {
        None | Some(SectorWhat::List) => {
            app.open(&args.file, Access::Read)?;
            let outline = app.outline()?;
            let text = text_table::table(&outline.sector_rows(app.format()));
            output.result(&json!({ "sectors": outline.sectors }), &text);
            return Ok(());
        }
        Some(what) => what,
    };
    app.open_to_change(&args.file)?;
    let changed = match what {
        SectorWhat::List => return Ok(()),
        SectorWhat::Add { title, id, fields } => app.sector_set(&SetSector {
            name: id,
            title: Some(title),
            ..sector_fields(fields)
        }),
        SectorWhat::Edit { id, title, fields } => app.sector_set(&SetSector {
            id: Some(id),
            title,
            ..sector_fields(fields)
        }),
        SectorWhat::Remove { id } => app.sector_remove(&RemoveNamed { id }),
        SectorWhat::Merge { from, into } => app.sector_merge(&MergeSectors { from, into }),
    }?;
    told(&changed, output);
    Ok(())
}

pub(crate) fn settings(app: &App, args: SettingsArgs, output: &Output) -> Result<(), AppError> {
    let request = SetWorkspace {
        name: args.name,
        currency: args.currency,
        fiscal_year_start_month: args.fiscal_year_start,
        year_names: args.year_names.map(|names| names.as_str().to_owned()),
        holidays: args.holidays,
    };
    if request == SetWorkspace::default() {
        app.open(&args.file, Access::Read)?;
        let settings = app.workspace_settings()?;
        output.result(&settings, &settings.text(app.format()));
        return Ok(());
    }
    app.open_to_change(&args.file)?;
    told(&app.workspace_set(&request)?, output);
    Ok(())
}

/// Says what was done, and under which id something new is known.
pub(crate) fn told(changed: &Changed, output: &Output) {
    let id = changed.made.as_ref().map_or_else(String::new, |id| format!(" ({id})"));
    output.result(changed, &format!("{}{id}", changed.label));
    output.notes(&changed.notes);
}

fn series_fields(fields: SeriesFields) -> SetSeries {
    SetSeries {
        sector: fields.sector,
        parent: fields.parent,
        ebops: fields.ebops,
        unit: fields.unit,
        formula: fields.formula,
        frequency: fields.frequency.map(|it| it.as_str().to_owned()),
        measure: fields.measure.map(|it| it.as_str().to_owned()),
        places: fields.places,
        part_of_total: fields.total.map(|it| matches!(it, TotalChoice::Part)),
        origin: fields.origin,
        note: fields.note,
        place: fields.place,
        ..SetSeries::default()
    }
}

fn sector_fields(fields: SectorFields) -> SetSector {
    SetSector {
        parent: fields.parent,
        ebops: fields.ebops,
        place: fields.place,
        ..SetSector::default()
    }
}

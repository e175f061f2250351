//! What a column is for, by the name in its header.

use super::month_words::plain;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnRole {
    /// Names a period, or a part of one.
    Period,
    /// Names a series.
    Label,
    /// Names a series by a code; a name beside it is better.
    Code,
    Unit,
    /// The power of ten by which values are counted.
    Multiplier,
    /// Whether a value is provisional, or missing.
    Status,
    /// Values.
    Value,
    /// "yes": values run from the fiscal year's start.
    ToDate,
    /// When each value was published.
    Published,
    /// What is to be done with a value.
    Action,
    /// A number of the row, a remark, a source.
    Aside,
}

/// The name without case, spaces and signs.
fn folded(name: &str) -> String {
    plain(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The role that a name alone tells.
pub(crate) fn by_name(name: &str) -> Option<ColumnRole> {
    let role = match folded(name).as_str() {
        "date" | "observationdate" | "period" | "month" | "months" | "year" | "years" | "timeperiod" | "time"
        | "quarter" | "fiscalyear" | "fy" | "refdate" | "obsdate" | "monthyear" | "yearmonth" | "monthno"
        | "monthnumber" | "monthnum" | "quarterno" | "quarterended" | "financialyear" | "quarters" | "ماہ"
        | "مہینہ" | "سال" | "periodcode" | "referenceperiod" | "referencemonth" | "referenceyear" | "referencedate"
        | "reportingmonth" | "reportingperiod" | "reportingyear" | "monthended" | "monthending" | "periodended"
        | "periodending" | "yearended" | "yearending" | "quarterending" | "fiscalquarter" | "calendaryear"
        | "dates" | "periods" | "مہینے" | "مدت" | "تاریخ" | "سہماہی" | "مالیسال" => {
            ColumnRole::Period
        }
        "value" | "values" | "obsvalue" | "observationvalue" | "datavalue" | "observation" => ColumnRole::Value,
        "unit" | "units" | "unitmeasure" | "unitofmeasure" | "uom" | "currency" => ColumnRole::Unit,
        "unitmult" | "unitmultiplier" | "scalarfactor" | "powercode" | "unitmultcode" => ColumnRole::Multiplier,
        "obsstatus" | "observationstatus" | "status" | "flag" | "flags" | "flagcodes" => ColumnRole::Status,
        "through" | "todate" => ColumnRole::ToDate,
        "published" | "publicationdate" | "releasedate" | "publishedon" => ColumnRole::Published,
        "action" => ColumnRole::Action,
        "sequenceno"
        | "observationstatuscomment"
        | "note"
        | "notes"
        | "remark"
        | "remarks"
        | "source"
        | "sources"
        | "sourceurl"
        | "comment"
        | "comments"
        | "dataflow"
        | "structure"
        | "structureid"
        | "structurename"
        | "freq"
        | "decimals"
        | "obsconf"
        | "confstatus"
        | "timeformat"
        | "sno"
        | "srno"
        | "sr"
        | "sl"
        | "slno"
        | "serial"
        | "serialno"
        | "no"
        | "publisher"
        | "address"
        | "dated"
        | "seen"
        | "footnote"
        | "footnotes"
        | "datasetname"
        | "dataset"
        | "method"
        | "link"
        | "url"
        | "sourceorganization"
        | "lastupdated" => ColumnRole::Aside,
        folded
            if folded.ends_with("code")
                || folded.ends_with("key")
                || folded == "id"
                || folded.ends_with("seriesid") =>
        {
            ColumnRole::Code
        }
        _ => return None,
    };
    Some(role)
}

/// A name with the word for a year in it, such as "Base year".
pub(crate) fn speaks_of_years(name: &str) -> bool {
    plain(name)
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "year" | "years" | "fy" | "سال"))
}

/// A column of periods counts quarters.
pub(crate) fn by_quarters(name: &str) -> bool {
    let folded = folded(name);
    folded.contains("quarter") || folded == "qtr"
}

/// A column of periods counts fiscal years.
pub(crate) fn by_fiscal_years(name: &str) -> bool {
    let folded = folded(name);
    folded == "fy" || folded.contains("fiscalyear") || folded.contains("financialyear")
}

/// How well the name of a column says that it names series: the smaller, the better.
pub(crate) fn names_series(name: &str) -> Option<usize> {
    let folded = folded(name);
    let known = [
        "seriesdisplayname",
        "seriesname",
        "series",
        "indicator",
        "item",
        "category",
        "description",
        "sector",
        "activity",
        "service",
        "title",
        "particulars",
        "label",
    ];
    known.iter().position(|known| folded.contains(known))
}

/// A generic name of a column of values, which names no series.
pub(crate) fn is_generic(name: &str) -> bool {
    matches!(
        folded(name).as_str(),
        "value"
            | "values"
            | "obsvalue"
            | "observationvalue"
            | "datavalue"
            | "observation"
            | "amount"
            | "amounts"
            | "year"
            | "years"
            | "month"
            | "months"
            | "period"
            | "item"
            | "items"
            | "measure"
            | "flow"
            | "date"
            | "figures"
    )
}

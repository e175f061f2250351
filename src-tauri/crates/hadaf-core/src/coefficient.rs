//! The coefficients of the scenario formulas: a country's table of defaults, ranges, units and sources.
//!
//! The table is data, compiled in and read once; `assets/coefficients/README.md` says what its columns mean.
//! Nothing here knows a coefficient by its name: what each one does is for the formulas to say.

use std::error::Error;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::language_table::{LanguageTexts, lines};
use crate::{CoreError, Decimal, Factor, FactorGroup, FactorId, FactorUnit, OutageKind, Result, Setting};

/// A file of the country's folder: the one place that says which country.
macro_rules! country {
    ($file:literal) => {
        include_str!(concat!("../../../../assets/coefficients/pakistan/", $file))
    };
}

static TABLE: LazyLock<CoefficientTable> = LazyLock::new(|| {
    CoefficientTable::read(
        country!("coefficients.csv"),
        country!("sectors.csv"),
        country!("sources.csv"),
    )
    .expect("compiled in, and read by the tests of this file")
});

/// A coefficient of the scenario formulas: a line of the country's table. Its word is its [`FactorId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Coefficient(u8);

impl Coefficient {
    /// All of them, in the order of the table.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        // The table is refused where it has more lines than a byte can count.
        (0..TABLE.rows.len()).map(|place| Self(place as u8))
    }

    /// Its place in the table.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Its word.
    pub fn as_str(self) -> &'static str {
        &self.row().line.id
    }

    /// Its id as a factor.
    pub fn id(self) -> FactorId {
        FactorId::Coefficient(self)
    }

    /// Its name in a language; that of the first language of the table where it has none.
    pub fn label(self, lang: &str) -> &'static str {
        self.row().labels.of(lang)
    }

    /// What it takes for it to matter.
    pub fn used_by(self) -> &'static UsedBy {
        &self.row().used_by
    }

    /// Its default, range, unit and source.
    pub fn factor(self) -> Factor {
        let CoefficientRow { line, .. } = self.row();
        let setting = Setting {
            mild: line.mild,
            central: line.central,
            severe: line.severe,
        };
        Factor {
            id: self.id(),
            symbol: &line.symbol,
            unit: line.unit,
            group: line.group,
            setting,
            default: Some(setting),
            least: line.least,
            most: line.most,
            source: &line.source,
            assumed: line.assumed,
        }
    }

    fn row(self) -> &'static CoefficientRow {
        &TABLE.rows[self.index()]
    }
}

impl fmt::Display for Coefficient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Coefficient {
    type Err = CoreError;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::all().find(|coefficient| coefficient.as_str() == text);
        found.ok_or_else(|| CoreError::FactorUnknown { factor: text.into() })
    }
}

crate::text::as_text!(Coefficient);

/// What it takes for a coefficient to matter to a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsedBy {
    /// Nothing.
    Always,
    /// An outage.
    Outage,
    /// An outage of one of these kinds.
    Kinds(Vec<OutageKind>),
    /// An outage of a region whose share of capacity is not given.
    RegionWithoutShare,
    /// A budget line.
    Budget,
    /// Another coefficient that is not 0.
    Coefficient(Coefficient),
}

impl UsedBy {
    fn read(text: &str, ids: &[String]) -> Result<Self> {
        if let Some(place) = ids.iter().position(|id| id == text) {
            return Ok(Self::Coefficient(Coefficient(place as u8)));
        }
        Ok(match text {
            "always" => Self::Always,
            "outage" => Self::Outage,
            "region_without_share" => Self::RegionWithoutShare,
            "budget" => Self::Budget,
            kinds => Self::Kinds(kinds.split(' ').map(str::parse).collect::<Result<_>>()?),
        })
    }
}

/// What stands behind a default.
#[derive(Debug)]
pub struct Citation {
    /// Its key, as [`Factor::source`] has it.
    pub key: String,
    /// Author, year and title in full.
    pub citation: String,
    labels: LanguageTexts,
}

impl Citation {
    /// That of a key; none for a default without one.
    pub fn of(key: &str) -> Option<&'static Self> {
        TABLE.citations.iter().find(|citation| citation.key == key)
    }

    /// What is said beside the number, in a language.
    pub fn label(&self, lang: &str) -> &str {
        self.labels.of(lang)
    }
}

/// A sector of the exports, and the group that is cut off and paid alike.
#[derive(Debug, Deserialize)]
pub struct ExportSector {
    /// As the ids of its coefficients have it: `live_SECTOR`, `share_SECTOR`.
    pub sector: String,
    /// As the ids of its coefficients have it: `paid_same_month_GROUP`.
    pub group: String,
}

/// The sectors that the exports are parted into.
pub fn export_sectors() -> &'static [ExportSector] {
    &TABLE.sectors
}

/// Every coefficient with its default, range, unit and source, in order.
pub fn coefficients() -> Vec<Factor> {
    Coefficient::all().map(Coefficient::factor).collect()
}

/// The country's files, read.
#[derive(Debug)]
struct CoefficientTable {
    rows: Vec<CoefficientRow>,
    sectors: Vec<ExportSector>,
    citations: Vec<Citation>,
}

#[derive(Debug)]
struct CoefficientRow {
    line: CoefficientLine,
    used_by: UsedBy,
    labels: LanguageTexts,
}

/// A line of `coefficients.csv` but for its names.
#[derive(Debug, Deserialize)]
struct CoefficientLine {
    id: String,
    symbol: String,
    group: FactorGroup,
    unit: FactorUnit,
    mild: Decimal,
    central: Decimal,
    severe: Decimal,
    least: Decimal,
    most: Decimal,
    used_by: String,
    assumed: bool,
    source: String,
}

/// A line of `sources.csv` but for what is said of it.
#[derive(Debug, Deserialize)]
struct SourceLine {
    source: String,
    citation: String,
}

impl CoefficientTable {
    fn read(coefficients: &str, sectors: &str, sources: &str) -> Result<Self, Box<dyn Error>> {
        let named: Vec<(CoefficientLine, LanguageTexts)> = lines(coefficients, Some("source"))?;
        let ids: Vec<String> = named.iter().map(|(line, _)| line.id.clone()).collect();
        // Places are counted in a byte.
        u8::try_from(ids.len())?;
        let row = |(line, labels): (CoefficientLine, LanguageTexts)| {
            let used_by = UsedBy::read(&line.used_by, &ids)?;
            Ok(CoefficientRow { line, used_by, labels })
        };
        let citation = |(line, labels): (SourceLine, LanguageTexts)| Citation {
            key: line.source,
            citation: line.citation,
            labels,
        };
        Ok(Self {
            rows: named.into_iter().map(row).collect::<Result<_>>()?,
            sectors: lines(sectors, None)?.into_iter().map(|(sector, _)| sector).collect(),
            citations: lines(sources, Some("citation"))?.into_iter().map(citation).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every default lies in its range and runs one way, has its name and its source, and no word is there twice.
    #[test]
    fn the_table_is_whole() {
        for (index, coefficient) in Coefficient::all().enumerate() {
            let factor = coefficient.factor();
            assert_eq!(coefficient.index(), index);
            assert_eq!(coefficient.as_str().parse(), Ok(coefficient), "there twice");
            assert_eq!(factor.id.to_string(), coefficient.as_str());
            factor.check(factor.setting).unwrap();
            assert!(!coefficient.label("en").is_empty(), "{coefficient}");
            assert!(
                factor.source == "none" || Citation::of(factor.source).is_some(),
                "{coefficient}: no source {}",
                factor.source
            );
        }
        assert_eq!(coefficients().len(), 26);
        for citation in &TABLE.citations {
            assert!(
                !citation.citation.is_empty() && !citation.label("en").is_empty(),
                "{citation:?}"
            );
            let used = coefficients().iter().any(|factor| factor.source == citation.key);
            assert!(used, "{} stands behind nothing", citation.key);
        }
    }

    #[test]
    fn a_language_without_a_column_is_that_of_the_first() {
        let lag: Coefficient = "budget_lag".parse().unwrap();
        assert_eq!((lag.label("en"), lag.label("xx")), ("Works after", "Works after"));
    }

    #[test]
    fn a_table_with_a_mistake_is_refused() {
        let head = "id,symbol,group,unit,mild,central,severe,least,most,used_by,assumed,source,en";
        let read =
            |line: &str| CoefficientTable::read(&format!("{head}\n{line}\n"), "sector,group\n", "source,citation,en\n");
        assert!(read("a,,budget,months,1,2,3,0,9,budget,true,none,A").is_ok());
        for line in [
            "a,,budget,months,1,2,3,0,9,budget,true,none",
            "a,,budgets,months,1,2,3,0,9,budget,true,none,A",
            "a,,budget,months,1,two,3,0,9,budget,true,none,A",
            "a,,budget,months,1,2,3,0,9,flood,true,none,A",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}

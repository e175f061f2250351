//! The texts that people read in a file: names of sheets, headings, words.

/// Makes the list of labels, each with the word by which a catalogue knows it.
macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident => $word:literal),+ $(,)?) => {
        /// A text in a file that comes from the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Label {
            $($(#[$doc])* $name,)+
        }

        impl Label {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word by which a catalogue knows it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word),+
                }
            }
        }
    };
}

labels! {
    /// Name of the sheet that says what the file is.
    SheetAbout => "sheet_about",
    /// Name of the sheet of charts.
    SheetCharts => "sheet_charts",
    /// Name of the sheet with the months of the first series against its target.
    SheetTrajectory => "sheet_trajectory",
    /// Name of the sheet of months, a column for each series.
    SheetMonths => "sheet_months",
    /// Name of the sheet of quarters.
    SheetQuarters => "sheet_quarters",
    /// Name of the sheet of published annual figures.
    SheetAnnual => "sheet_annual",
    /// Name of the sheet of fiscal years with growth and targets.
    SheetYears => "sheet_years",
    /// Name of the sheet of definitions.
    SheetSeries => "sheet_series",
    /// Name of the sheet with a row for each published value.
    SheetPublished => "sheet_published",
    /// Name of the sheet of targets.
    SheetClaims => "sheet_claims",
    /// Name of the sheet of sources.
    SheetSources => "sheet_sources",

    /// Name of the workspace.
    Workspace => "workspace",
    /// The day as of which it is read.
    AsOf => "as_of",
    /// The currency.
    Currency => "currency",
    /// The month in which a fiscal year starts.
    FiscalYearStarts => "fiscal_year_starts",
    /// What is not final stands in italics: a sentence.
    ItalicsMean => "italics_mean",
    /// What the sheet of published values is for: a sentence.
    PublishedMeans => "published_means",
    /// The terms of use.
    Licence => "licence",

    /// A period.
    Period => "period",
    /// A month.
    Month => "month",
    /// A fiscal year.
    FiscalYear => "fiscal_year",
    /// A series.
    Series => "series",
    /// A unit.
    Unit => "unit",
    /// A total.
    Total => "total",
    /// How a total came about.
    HowCounted => "how_counted",
    /// How many months are in it.
    Months => "months",
    /// Growth on a year before, percent.
    Growth => "growth",
    /// A target.
    Target => "target",
    /// What a year lacks of its target.
    Gap => "gap",

    /// The word by which something is known to programs.
    Id => "id",
    /// A title.
    Title => "title",
    /// A sector.
    Sector => "sector",
    /// The code of a sector in EBOPS 2010.
    Ebops => "ebops",
    /// How often there is a value.
    Frequency => "frequency",
    /// Flow or stock.
    Measure => "measure",
    /// Who makes a statistic.
    Origin => "origin",
    /// A note.
    Note => "note",

    /// What kind of claim.
    FieldType => "kind",
    /// A number.
    Value => "value",
    /// The high end of a range.
    ValueHigh => "value_high",
    /// When it was said.
    Announced => "announced",
    /// Who said it.
    Maker => "maker",
    /// The office that answers for it.
    Office => "office",
    /// On which conditions.
    Conditions => "conditions",
    /// Whether it is official.
    Official => "official",
    /// What its page says.
    Quote => "quote",
    /// A source.
    Source => "source",
    /// A page.
    Page => "page",
    /// A publisher.
    Publisher => "publisher",
    /// An address.
    Address => "address",
    /// When a source was read.
    Retrieved => "retrieved",
    /// The digest of an attached file.
    FileHash => "file_hash",

    /// A target, as a kind.
    KindTarget => "kind_target",
    /// A projection, as a kind.
    KindProjection => "kind_projection",
    /// A commitment, as a kind.
    KindCommitment => "kind_commitment",
    /// Each month.
    EachMonth => "each_month",
    /// Each quarter.
    EachQuarter => "each_quarter",
    /// Each fiscal year.
    EachFiscalYear => "each_fiscal_year",
    /// Counted over the period.
    Flow => "flow",
    /// Counted at the end of the period.
    Stock => "stock",
    /// Yes.
    Yes => "yes",
    /// No.
    No => "no",
}

/// The labels in one language.
#[derive(Debug, Clone)]
pub struct ExportLabels {
    texts: Vec<String>,
    /// Whether the language runs from right to left, and the columns with it.
    pub right_to_left: bool,
}

impl ExportLabels {
    /// Every label as the catalogue says it.
    pub fn new(right_to_left: bool, mut say: impl FnMut(Label) -> String) -> Self {
        let texts = Label::ALL.iter().map(|label| say(*label)).collect();
        Self { texts, right_to_left }
    }

    /// The words themselves, for scripts and tests: no language at all.
    pub fn bare() -> Self {
        Self::new(false, |label| label.as_str().replace('_', " "))
    }

    /// A label.
    pub fn get(&self, label: Label) -> &str {
        // The variants are numbered in the order of `ALL`.
        &self.texts[label as usize]
    }
}

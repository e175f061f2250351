//! The one-page briefing: every figure of it with its note, the data attached, a digest of them in
//! the footer.

mod attachments;
mod leaving;
mod tables;
mod wire;

pub use wire::*;

use std::sync::Arc;

use hadaf_brief::{
    Briefing, ChartBlock, Document, Headline, Labels, PaceRow, Piece, QuestionBlock, SourceNote, Text, YearRow,
};
use hadaf_chart::{Size, Theme};
use hadaf_core::{AsOf, FiscalYear};
use hadaf_error::Result;
use hadaf_model::{Need, Outlook, Situation};
use hadaf_picture::{texts_of_page, with_note};
use hadaf_report::BriefingData;
use hadaf_report::briefing_data::grouped;
use hadaf_store::Existing;
use hadaf_words::{
    Format, MonthNames, Notes, OfficeQuestion, Page, Prose, ProsePiece, back, in_a_sentence, questions, say,
    sentence_case, summary, three, unusual_note,
};
use jiff::civil::Date;

use self::attachments::attachments;
use self::leaving::{checks, contains};
use crate::session::{App, Exported, FileKind, known_language, replaced, unknown_ending, write_whole};

/// The picture's canvas in CSS pixels: the full width of the page, 160 mm.
const PICTURE: Size = Size {
    width: 605.0,
    height: 200.0,
};
/// Fiscal years in the table.
const YEARS: i16 = 5;

impl App {
    /// The briefing as pages, with the checks it passed.
    ///
    /// # Errors
    /// [`crate::Code::UnknownSeries`], [`crate::Code::Date`], [`crate::Code::NoData`],
    /// [`crate::Code::Brief`].
    pub fn brief(&self, request: &BriefRequest) -> Result<BriefView> {
        let made = self.briefing(request)?;
        let document = Document::compile(&made.briefing)?;
        let pages = document.pages_svg(&hadaf_chart::outlined(&made.briefing.chart.svg)?);
        let checks = checks(&made, pages.len(), made.format);
        let contains = contains(&made, pages.len());
        Ok(BriefView {
            title: made.briefing.title,
            pages,
            digest: made.digest,
            checks,
            contains,
        })
    }

    /// The briefing as the bytes of a PDF; the same for the same workspace, day and program.
    ///
    /// # Errors
    /// As [`App::brief`].
    pub fn brief_pdf(&self, request: &BriefRequest) -> Result<Vec<u8>> {
        let made = self.briefing(request)?;
        Ok(Document::compile(&made.briefing)?.pdf()?)
    }

    /// Writes the briefing to a file.
    ///
    /// # Errors
    /// As [`App::brief`]; [`crate::Code::Format`] for an ending other than `.pdf`, and those of
    /// writing a file.
    pub fn brief_export(&self, request: &BriefExport, existing: Existing) -> Result<Exported> {
        let path = request.path.as_path();
        if FileKind::of(path) != Some(FileKind::Pdf) {
            return Err(unknown_ending(path, &[FileKind::Pdf]));
        }
        let made = self.briefing(&request.brief)?;
        let exported = write_whole(path, &Document::compile(&made.briefing)?.pdf()?, existing)?;
        Ok(Exported {
            replaced: replaced(&made.briefing.undrawn()),
            ..exported
        })
    }

    fn briefing(&self, request: &BriefRequest) -> Result<Made> {
        known_language(&request.lang)?;
        // A briefing is always of a day; without one, of today.
        let day = self.as_of(request.as_of.as_deref())?.day();
        let book = self.book_for(Need::Series(&request.series))?;
        let series = book.series(&request.series)?;
        let situation = Situation::read(&book, series, AsOf::Day(day))?;
        let format = Format::of(&request.lang);
        let writer = BriefWriter {
            page: Page::new(&situation, format),
            notes: Notes::new(&book, format),
            // Without a forecast the page says nothing of what may come.
            outlook: Outlook::of(&self.fits, &situation, None).ok(),
            day,
            with_notes: request.with_notes,
        };
        writer.briefing()
    }
}

/// A briefing ready to be set.
struct Made {
    briefing: Briefing,
    digest: String,
    format: Format,
    observations: usize,
    claims: usize,
    private: usize,
    with_notes: bool,
}

/// Writes a briefing from the top of its page down.
struct BriefWriter<'a> {
    page: Page<'a>,
    notes: Notes<'a>,
    outlook: Option<Arc<Outlook>>,
    day: Date,
    with_notes: bool,
}

/// What stands on the page.
struct Body {
    headlines: Vec<Headline>,
    summary: Vec<Text>,
    years: Vec<YearRow>,
    pace: Vec<PaceRow>,
    questions: Vec<QuestionBlock>,
    labels: Labels,
}

impl<'a> BriefWriter<'a> {
    fn briefing(mut self) -> Result<Made> {
        let Page { situation, format } = self.page;
        let words = format.words;
        let chart = self.chart()?;
        let data = BriefingData::collect(situation, self.day, self.with_notes);
        let digest = data.digest();
        let body = self.body();
        let audience = self.audience();
        let day = format.day(self.day);
        let notes = (1..).zip(self.notes.into_vec()).map(|(number, note)| SourceNote {
            number,
            text: note.text,
        });
        Ok(Made {
            observations: data.observations(),
            claims: data.claims(),
            private: data.notes(),
            with_notes: self.with_notes,
            briefing: Briefing {
                lang: words.lang().into(),
                title: self.page.verdict(self.outlook.as_deref()),
                description: say!(
                    words,
                    "brief-description",
                    series = self.page.title(),
                    day = day.clone()
                ),
                author: situation.book.info.name.clone(),
                audience,
                as_of_line: say!(words, "brief-as-of", day = day.clone()),
                date: self.day,
                headlines: body.headlines,
                summary: body.summary,
                chart,
                years: body.years,
                pace: body.pace,
                questions: body.questions,
                notes: notes.collect(),
                labels: body.labels,
                footer: say!(words, "brief-footer", day = day, digest = grouped(&digest)),
                attachments: attachments(&data, self.page, &digest),
            },
            digest: grouped(&digest),
            format,
        })
    }

    /// In the order of the page, since notes are numbered as they are used.
    fn body(&mut self) -> Body {
        let headlines = self.headlines();
        let summary = summary(self.page, self.outlook.as_deref());
        let summary = summary
            .iter()
            .map(|bullet| noted(bullet, &mut self.notes, self.page.situation));
        let summary = summary.collect();
        let years = self.years();
        let pace = self.pace();
        let asked = three(&questions(self.page));
        let office = asked.first().map(|first| first.to.clone());
        let one_office = office.filter(|to| asked.iter().all(|it| it.to == *to));
        Body {
            headlines,
            summary,
            years,
            pace,
            questions: asked
                .iter()
                .map(|asked| self.question(asked, one_office.is_some()))
                .collect(),
            labels: self.labels(asked.len(), one_office),
        }
    }

    /// A question with its notes, and the office that it goes to unless all go to one.
    fn question(&mut self, asked: &OfficeQuestion<'_>, to_one_office: bool) -> QuestionBlock {
        let words = self.page.words();
        let answer = asked.good_answer.clone();
        QuestionBlock {
            ask: noted(&asked.text, &mut self.notes, self.page.situation),
            good_answer: match to_one_office {
                true => say!(words, "brief-answer-one", answer = answer),
                false => say!(words, "brief-answer", to = asked.to.clone(), answer = answer),
            },
        }
    }

    /// The committee that raised most of the concerns known; the first of equals.
    fn audience(&self) -> String {
        let situation = self.page.situation;
        let known = situation.book.concerns.known(situation.as_of);
        let raised = |by: &str| known.iter().filter(|concern| concern.raised_by == by).count();
        let makers: Vec<&str> = known.iter().map(|concern| concern.raised_by.as_str()).collect();
        let most = makers.into_iter().rev().max_by_key(|by| raised(by));
        most.unwrap_or_default().to_owned()
    }

    fn chart(&self) -> Result<ChartBlock> {
        let spec = hadaf_picture::of_brief(self.page)?.spec;
        let texts = spec.frame.clone();
        let scene = spec.bare().lay_out(PICTURE, Theme::Print)?;
        let (svg, apart) = scene.to_page();
        Ok(ChartBlock {
            title: texts.title,
            subtitle: texts.subtitle,
            svg,
            texts: texts_of_page(&apart),
            width: PICTURE.width,
            alt: texts.alt,
            note: with_note(
                &texts.note,
                self.outlook
                    .as_deref()
                    .and_then(|outlook| unusual_note(self.page, outlook)),
            ),
            source: texts.source,
        })
    }

    fn headlines(&self) -> Vec<Headline> {
        let Page { situation, format } = self.page;
        let words = format.words;
        let mut headlines = Vec::new();
        if let Some(current) = situation.current() {
            let year = format.year(current.fiscal_year);
            let span = self.page.so_far_span(current, MonthNames::Long);
            headlines.push(Headline {
                label: match self.page.is_yearly() {
                    true => year,
                    false => say!(words, "brief-so-far", year = year, span = span),
                },
                value: self.page.money(current.value.to_f64()),
                unit: String::new(),
            });
        }
        let newest = situation.readings.newest();
        let alone = newest.filter(|_| situation.current().is_none() && self.page.no_year_so_far().is_some());
        if let Some((period, reading)) = alone {
            headlines.push(Headline {
                label: format.period(period),
                value: self.page.money(reading.value.to_f64()),
                unit: String::new(),
            });
        }
        if let Some(partial) = situation.current_partial() {
            headlines.push(Headline {
                label: format.year(partial.fiscal_year),
                value: self.page.partly(partial),
                unit: String::new(),
            });
        }
        let reached = situation.pace.as_ref().and_then(|pace| pace.reached);
        if let (Some(claim), Some(reached)) = (situation.target(), reached) {
            headlines.push(Headline {
                label: say!(words, "brief-reached-headline", target = self.page.claimed(claim)),
                value: self.page.reached_when(reached),
                unit: String::new(),
            });
        }
        let open = situation.pace.as_ref().filter(|pace| pace.reached.is_none());
        if let (Some(claim), Some(pace)) = (situation.target(), open) {
            let (target, span) = (self.page.claimed(claim), self.page.left(pace));
            if let Some(needed) = pace.needed {
                headlines.push(Headline {
                    label: say!(
                        words,
                        "brief-for-target",
                        target = target,
                        span = span.clone(),
                        over = situation.over()
                    ),
                    value: self.page.money(needed),
                    unit: say!(words, "a-period", every = pace.every.as_str()),
                });
            }
            if let Some(growth) = pace.needed_growth_percent {
                headlines.push(Headline {
                    label: say!(
                        words,
                        "brief-growth",
                        span = span,
                        every = pace.every.as_str(),
                        unlike = self.page.unlike_and_why(pace.left.clone()).0
                    ),
                    value: format.signed_percent(growth, 0),
                    unit: String::new(),
                });
            }
        }
        headlines
    }

    fn labels(&self, questions: usize, one_office: Option<String>) -> Labels {
        let format = self.page.format;
        let words = format.words;
        let (before, after) = format.tick(self.page.situation.series.unit);
        let unit = format!("{}{after}", before.trim_end());
        let shown = self.shown_years();
        let count = format.count_word(shown);
        let asked = format.count_word(questions);
        Labels {
            years_heading: sentence_case(&say!(words, "brief-years", number = shown, count = count)),
            years_columns: [
                say!(words, "column-year"),
                format!("{}, {unit}", say!(words, "column-actual")),
                say!(words, "column-growth"),
                format!("{}, {unit}", say!(words, "column-target")),
                format!("{}, {unit}", say!(words, "column-gap")),
            ],
            years_note: say!(words, "brief-years-note", every = self.page.every()),
            pace_heading: say!(words, "brief-pace", unit = unit),
            questions_heading: sentence_case(&match one_office {
                Some(office) => say!(
                    words,
                    "brief-questions-to",
                    number = questions,
                    count = asked,
                    office = in_a_sentence(words, &office)
                ),
                None => say!(words, "brief-questions", number = questions, count = asked),
            }),
            sources_heading: say!(words, "brief-sources"),
            page_of: say!(words, "brief-page-of"),
        }
    }

    fn shown_years(&self) -> usize {
        let situation = self.page.situation;
        let last = situation.year();
        let shown = |year: FiscalYear| last.is_some_and(|last| year >= last.plus(1 - YEARS));
        let partial = situation.current_partial().into_iter();
        situation.totals.iter().filter(|total| shown(total.fiscal_year)).count() + partial.count()
    }
}

/// Prose as the page has it, with the numbers of its notes.
fn noted(prose: &Prose<'_>, notes: &mut Notes<'_>, situation: &Situation<'_>) -> Text {
    let pieces = prose.pieces().filter_map(|piece| match piece {
        ProsePiece::Run(run) => Some(Piece::Run(run.to_owned())),
        ProsePiece::Backed(backing) => back(notes, situation, backing).map(Piece::Note),
    });
    Text {
        pieces: pieces.collect(),
    }
}

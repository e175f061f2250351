//! What is told of a briefing before it leaves: what was checked, and what the file holds.

use hadaf_brief::{Piece, Text};
use hadaf_words::{Format, say};

use super::{BriefCheck, Made};
use crate::session::replaced;

/// What was checked before it leaves.
pub(super) fn checks(made: &Made, pages: usize, format: Format) -> Vec<BriefCheck> {
    let words = format.words;
    let briefing = &made.briefing;
    let is_noted = |text: &Text| text.pieces.iter().any(|piece| matches!(piece, Piece::Note(_)));
    let sourced = briefing.questions.iter().all(|question| is_noted(&question.ask))
        && briefing.years.iter().all(|row| is_noted(&row.fiscal_year));
    let mut checks = vec![
        BriefCheck {
            ok: pages == 1,
            text: say!(words, "check-one-page", pages = pages),
        },
        BriefCheck {
            ok: sourced,
            text: say!(words, "check-sourced", notes = briefing.notes.len()),
        },
        BriefCheck {
            ok: !briefing.chart.alt.is_empty(),
            text: say!(words, "check-alt"),
        },
        BriefCheck {
            ok: made.observations > 0,
            text: say!(words, "check-data", observations = made.observations),
        },
        BriefCheck {
            ok: briefing.questions.len() == 3,
            text: say!(words, "check-questions", count = briefing.questions.len()),
        },
    ];
    // Told only where there is something to look at: most pages are in letters that the fonts have.
    if let Some(letters) = replaced(&briefing.undrawn()) {
        checks.push(BriefCheck {
            ok: false,
            text: say!(words, "replaced-told", letters = letters),
        });
    }
    checks
}

/// What the file holds, line by line.
pub(super) fn contains(made: &Made, pages: usize) -> Vec<String> {
    let words = made.format.words;
    let notes = match made.with_notes {
        true => say!(words, "contains-notes", notes = made.private),
        false => say!(words, "contains-no-notes"),
    };
    vec![
        say!(words, "contains-pages", pages = pages),
        say!(words, "contains-observations", observations = made.observations),
        say!(words, "contains-claims", claims = made.claims),
        notes,
    ]
}

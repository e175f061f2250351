//! The data of a briefing as files inside it.

use hadaf_brief::Attachment;
use hadaf_report::BriefingData;
use hadaf_words::{Page, say};

/// Its observations as CSV; its years, pace and claims as JSON.
pub(super) fn attachments(data: &BriefingData<'_>, page: Page<'_>, digest: &str) -> Vec<Attachment> {
    let words = page.words();
    let series = || page.situation.series.title.clone();
    vec![
        Attachment {
            name: "data.csv".into(),
            mime: "text/csv".into(),
            description: say!(
                words,
                "attachment-csv",
                series = series(),
                observations = data.observations()
            ),
            bytes: data.csv().into(),
        },
        Attachment {
            name: "data.json".into(),
            mime: "application/json".into(),
            description: say!(words, "attachment-json", series = series()),
            bytes: data.json_text(digest).into_bytes(),
        },
    ]
}

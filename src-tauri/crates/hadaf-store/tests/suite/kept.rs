//! Documents that are kept, and decisions which source is read.

use hadaf_core::{DocumentContent, Preference, PreferenceId, SourceDocument, SourceId};

use crate::kit::now;

pub(crate) fn document(digit: char) -> SourceDocument {
    SourceDocument {
        hash: digit.to_string().repeat(64),
        name: "release.pdf".into(),
        size: 4,
        beside: None,
        attached_by: "Ayesha".into(),
        attached_at: now(),
    }
}

pub(crate) fn content(digit: char) -> DocumentContent {
    DocumentContent {
        hash: digit.to_string().repeat(64),
        bytes: vec![0, 0xff, b'\n', 0x80],
    }
}

pub(crate) fn preference(source: SourceId) -> Preference {
    Preference {
        id: PreferenceId(1),
        series: "ict_total".parse().unwrap(),
        period: "2024-11".parse().unwrap(),
        source,
        reason: "The publisher's own page".into(),
        preferred_by: "Ayesha".into(),
        preferred_at: now(),
    }
}

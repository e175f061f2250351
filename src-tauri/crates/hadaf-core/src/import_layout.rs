//! What was said of files of one layout, so that the next one of it need not be asked about again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ImportLayoutId, SeriesId};

/// How files of one layout are taken in. A file has this layout where it names most of the same series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportLayout {
    /// Its number.
    pub id: ImportLayoutId,
    /// The name of the file that was the first of it.
    pub name: String,
    /// What was said.
    pub mapping: ImportMapping,
}

/// What was said of the files of one layout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportMapping {
    /// What each series of the files became; none where it is left out.
    pub series: BTreeMap<String, Option<SeriesId>>,
    /// Answers to questions that are the same for every file, by the kind of the question.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
}

impl ImportMapping {
    /// How much a file of these series is of this layout: the share of names that both have, from 0 to 100.
    pub fn likeness<'a>(&self, labels: impl IntoIterator<Item = &'a str>) -> usize {
        let (mut count, mut known) = (0, 0);
        for label in labels {
            count += 1;
            known += usize::from(self.series.contains_key(label));
        }
        match count.max(self.series.len()) {
            0 => 0,
            all => known * 100 / all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_known_by_most_of_its_names() {
        let series = ["Total", "Software", "Call centres"].map(|label| (label.to_owned(), None));
        let mapping = ImportMapping {
            series: series.into(),
            answers: BTreeMap::new(),
        };
        assert_eq!(mapping.likeness(["Total", "Software", "Call centres"]), 100);
        assert_eq!(mapping.likeness(["Total", "Software", "Centres of calls"]), 66);
        assert_eq!(mapping.likeness(["Imports"]), 0);
        assert_eq!(ImportMapping::default().likeness([]), 0);
    }
}

//! How near to a claim a year's total is too close to call, as the scoring rule has it on the day of reading.

use std::hash::{DefaultHasher, Hash, Hasher};

use hadaf_core::Outturns;
use sha2::{Digest, Sha256};

use super::fits::Fits;
use crate::memo::Key;
use crate::situation::Situation;

impl Fits {
    /// Percent of a claim; read once for the same observations and day, since every day on which a year was known is
    /// read for it. 0 where nothing was ever revised, or where sums do not fit, which is refused elsewhere.
    pub(crate) fn margin(&self, situation: &Situation<'_>) -> f64 {
        self.margins.get(key(situation), || {
            let outturns = Outturns::read(
                situation.series.adding(),
                situation.observations,
                situation.calendar(),
                situation.as_of,
            )
            .ok();
            outturns.map_or(0.0, |outturns| outturns.spread().percent)
        })
    }
}

/// Of all that a reading rests on; quick, since every question asks for it.
fn key(situation: &Situation<'_>) -> Key {
    let mut hasher = DefaultHasher::new();
    situation.series.id.as_str().hash(&mut hasher);
    for it in situation.observations {
        (it.id, it.period, it.basis, it.value, it.status, it.published, it.source).hash(&mut hasher);
        it.preferred.hash(&mut hasher);
    }
    let mut digest = Sha256::new();
    digest.update(format!(
        "{:?} {:?} {:?} {}",
        situation.series.adding(),
        situation.as_of,
        situation.calendar(),
        hasher.finish()
    ));
    digest.finalize().into()
}

//! What a formula gives: its unit, how often, flow or stock; and why it can give nothing.

use crate::{Adding, Currency, Frequency, Measure, Scale, Series, SeriesFormula, SeriesId, Unit};

/// What the figures of a formula count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormulaKind {
    /// In which they count.
    pub unit: Unit,
    /// How often there is one.
    pub frequency: Frequency,
    /// Whether they add up.
    pub measure: Measure,
}

impl FormulaKind {
    /// Whether a series of this unit, frequency and measure can have the figures: money also at another scale.
    pub fn fits(self, series: &Series) -> bool {
        is_alike(self.unit, series.unit) && self.frequency == series.frequency && self.measure == series.measure
    }

    pub(super) fn adding(self) -> Adding {
        Adding::of(self.measure, self.unit)
    }
}

/// Why a formula gives nothing. What stands in it is named as it is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KindError {
    /// It names a series that is not there.
    #[error("there is no series {name}")]
    UnknownSeries {
        /// The name.
        name: SeriesId,
    },
    /// Two that do not count the same.
    #[error("{left} counts in {left_unit}, {right} in {right_unit}")]
    Units {
        /// The one.
        left: String,
        /// In which it counts.
        left_unit: Unit,
        /// The other.
        right: String,
        /// In which it counts.
        right_unit: Unit,
    },
    /// Two that do not count as often.
    #[error("{left} is of each {left_frequency}, {right} of each {right_frequency}")]
    Frequencies {
        /// The one.
        left: String,
        /// How often it has a figure.
        left_frequency: Frequency,
        /// The other.
        right: String,
        /// How often it has one.
        right_frequency: Frequency,
    },
    /// A flow and a stock.
    #[error("{flow} is a flow, {stock} a stock")]
    Measures {
        /// What adds up.
        flow: String,
        /// What does not.
        stock: String,
    },
    /// A share or growth of what is percent itself.
    #[error("{of} is percent itself")]
    Percent {
        /// What.
        of: String,
    },
    /// What does not add up has no sum and no part a day.
    #[error("{of} does not add up")]
    NoSum {
        /// What.
        of: String,
    },
    /// Years have no rolling year, and what is taken together must be finer than what comes of it.
    #[error("{of} is not fine enough")]
    TooCoarse {
        /// What.
        of: String,
    },
    /// Only money is converted.
    #[error("{of} is no money")]
    NoMoney {
        /// What.
        of: String,
    },
    /// It cannot be an exchange rate, which counts in a currency and is a stock.
    #[error("{of} is no exchange rate")]
    NoRate {
        /// What.
        of: String,
    },
    /// An amount in the currency of the rate, and nothing says into which it is converted.
    #[error("convert({amount}, {rate}): into which currency?")]
    IntoMissing {
        /// The amount.
        amount: String,
        /// The rate.
        rate: String,
        /// In which both count.
        currency: Currency,
    },
    /// It is converted into the currency in which it counts, or into one that is not the rate's.
    #[error("{amount} cannot be converted into {into} at {rate}")]
    IntoWrong {
        /// The amount.
        amount: String,
        /// The rate.
        rate: String,
        /// The currency that was asked for.
        into: Currency,
    },
}

/// A formula with the kind of each of its parts.
#[derive(Debug)]
pub(super) struct CheckedFormula<'a> {
    pub(super) formula: &'a SeriesFormula,
    pub(super) kind: FormulaKind,
    pub(super) operands: Vec<Self>,
}

/// What a formula gives, over the series that there are.
///
/// # Errors
/// Why it gives nothing.
pub fn kind_of<'s>(
    formula: &SeriesFormula,
    find: &dyn Fn(&SeriesId) -> Option<&'s Series>,
) -> Result<FormulaKind, KindError> {
    Ok(CheckedFormula::of(formula, find)?.kind)
}

impl<'a> CheckedFormula<'a> {
    pub(super) fn of<'s>(
        formula: &'a SeriesFormula,
        find: &dyn Fn(&SeriesId) -> Option<&'s Series>,
    ) -> Result<Self, KindError> {
        let operands = formula.operands().into_iter().map(|it| Self::of(it, find));
        let operands: Vec<Self> = operands.collect::<Result<_, _>>()?;
        let kind = match (formula, &operands[..]) {
            (SeriesFormula::Series(id), _) => {
                let series = find(id).ok_or_else(|| KindError::UnknownSeries { name: id.clone() })?;
                FormulaKind {
                    unit: series.unit,
                    frequency: series.frequency,
                    measure: series.measure,
                }
            }
            (SeriesFormula::Share(..), [part, whole]) => {
                part.must_be_like(whole)?;
                part.percent()?
            }
            (SeriesFormula::Convert { into, .. }, [amount, rate]) => amount.converted(rate, *into)?,
            (_, [left, right]) => {
                left.must_be_like(right)?;
                left.kind
            }
            (SeriesFormula::Growth(_), [of]) => of.percent()?,
            (SeriesFormula::Rolling(_), [of]) => {
                of.must_be_finer_than(Frequency::FiscalYear)?;
                of.level()?
            }
            (SeriesFormula::Quarterly(_), [of]) => of.taken_together(Frequency::Quarter)?,
            (SeriesFormula::Yearly(_), [of]) => of.taken_together(Frequency::FiscalYear)?,
            (_, [of, ..]) => of.level()?,
            (_, []) => return Err(no_sum(formula)),
        };
        Ok(Self {
            formula,
            kind,
            operands,
        })
    }

    fn must_be_like(&self, other: &Self) -> Result<(), KindError> {
        let (left, right) = (self.kind, other.kind);
        if !is_alike(left.unit, right.unit) {
            return Err(KindError::Units {
                left: self.formula.to_string(),
                left_unit: left.unit,
                right: other.formula.to_string(),
                right_unit: right.unit,
            });
        }
        if left.frequency != right.frequency {
            return Err(KindError::Frequencies {
                left: self.formula.to_string(),
                left_frequency: left.frequency,
                right: other.formula.to_string(),
                right_frequency: right.frequency,
            });
        }
        let (flow, stock) = match (left.measure, right.measure) {
            (Measure::Flow, Measure::Stock) => (self, other),
            (Measure::Stock, Measure::Flow) => (other, self),
            _ => return Ok(()),
        };
        Err(KindError::Measures {
            flow: flow.formula.to_string(),
            stock: stock.formula.to_string(),
        })
    }

    fn must_be_finer_than(&self, frequency: Frequency) -> Result<(), KindError> {
        match self.kind.frequency < frequency {
            true => Ok(()),
            false => Err(KindError::TooCoarse {
                of: self.formula.to_string(),
            }),
        }
    }

    /// Percent of it, or by which it grew.
    fn percent(&self) -> Result<FormulaKind, KindError> {
        match self.kind.unit {
            Unit::Percent => Err(KindError::Percent {
                of: self.formula.to_string(),
            }),
            _ => Ok(FormulaKind {
                unit: Unit::Percent,
                ..self.kind
            }),
        }
    }

    /// Of what adds up, something that does not: a year's sum at the end of each month, a part a day.
    fn level(&self) -> Result<FormulaKind, KindError> {
        match self.kind.adding() {
            Adding::Sum => Ok(FormulaKind {
                measure: Measure::Stock,
                ..self.kind
            }),
            _ => Err(no_sum(self.formula)),
        }
    }

    fn taken_together(&self, frequency: Frequency) -> Result<FormulaKind, KindError> {
        self.must_be_finer_than(frequency)?;
        match self.kind.adding() {
            Adding::Nothing => Err(no_sum(self.formula)),
            _ => Ok(FormulaKind { frequency, ..self.kind }),
        }
    }

    fn converted(&self, rate: &Self, into: Option<Currency>) -> Result<FormulaKind, KindError> {
        let Unit::Money { currency, scale } = self.kind.unit else {
            return Err(KindError::NoMoney {
                of: self.formula.to_string(),
            });
        };
        let (Unit::Money { currency: priced, .. }, Measure::Stock) = (rate.kind.unit, rate.kind.measure) else {
            return Err(KindError::NoRate {
                of: rate.formula.to_string(),
            });
        };
        if self.kind.frequency != rate.kind.frequency {
            return Err(KindError::Frequencies {
                left: self.formula.to_string(),
                left_frequency: self.kind.frequency,
                right: rate.formula.to_string(),
                right_frequency: rate.kind.frequency,
            });
        }
        let (amount, rate) = (self.formula.to_string(), rate.formula.to_string());
        let becomes = match (currency == priced, into) {
            (true, None) => {
                return Err(KindError::IntoMissing { amount, rate, currency });
            }
            (true, Some(into)) if into != currency => into,
            (false, None) => priced,
            (false, Some(into)) if into == priced => priced,
            (_, Some(into)) => return Err(KindError::IntoWrong { amount, rate, into }),
        };
        Ok(FormulaKind {
            unit: Unit::Money {
                currency: becomes,
                scale,
            },
            ..self.kind
        })
    }
}

fn no_sum(of: &SeriesFormula) -> KindError {
    KindError::NoSum { of: of.to_string() }
}

/// Two units that count the same, at whatever scale.
fn is_alike(left: Unit, right: Unit) -> bool {
    match (left, right) {
        (Unit::Money { currency: one, .. }, Unit::Money { currency: other, .. }) => one == other,
        _ => left == right,
    }
}

/// The power of ten at which a unit counts.
pub(super) fn power(unit: Unit) -> i16 {
    match unit {
        Unit::Money { scale, .. } => scale.power().into(),
        Unit::Percent | Unit::Count => Scale::One.power().into(),
    }
}

//! What is read out of a point of a chart.

use std::fmt;

/// What is read out of a point, in two parts that the page sets apart: what it is, and what is said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readout {
    /// The period, entry or scenario: "December 2025".
    pub head: String,
    /// Value, status, comparison: "$437 m; +25.6 % on Dec 2024"; may be empty.
    pub text: String,
}

impl Readout {
    /// Both parts.
    pub fn new(head: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            text: text.into(),
        }
    }
}

/// One line: "December 2025: $437 m".
impl fmt::Display for Readout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.as_str() {
            "" => f.write_str(&self.head),
            text => write!(f, "{}: {text}", self.head),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Readout;

    #[test]
    fn a_readout_is_one_line() {
        assert_eq!(Readout::new("FY2025", "$3,810 m").to_string(), "FY2025: $3,810 m");
        assert_eq!(Readout::new("FY2025", "").to_string(), "FY2025");
    }
}

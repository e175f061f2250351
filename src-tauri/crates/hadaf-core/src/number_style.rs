//! How a language writes numbers, read from one written example: one rule for screen, paper and charts.

/// The number that `number-style` of each catalogue writes as its language does: −1234567.8.
const EXAMPLE: &str = "12345678";

/// Signs and groups of a language's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle {
    minus: String,
    /// Between groups of digits; empty where they are not grouped.
    group: String,
    /// Between whole and fraction.
    mark: String,
    /// Digits of the group before the mark, and of those before it: 3 and 3; 3 and 2 in South Asia.
    sizes: (usize, usize),
    /// The digit zero; the others follow it in Unicode.
    zero: char,
}

impl Default for NumberStyle {
    /// −1,234,567.8
    fn default() -> Self {
        Self {
            minus: "\u{2212}".into(),
            group: ",".into(),
            mark: ".".into(),
            sizes: (3, 3),
            zero: '0',
        }
    }
}

impl NumberStyle {
    /// The style of a written −1234567.8; the default where the text is not that number.
    pub fn read(example: &str) -> Self {
        Self::of(example.trim()).unwrap_or_default()
    }

    fn of(example: &str) -> Option<Self> {
        let digits: Vec<char> = example.chars().filter(|letter| letter.is_numeric()).collect();
        let zero = digits.first().and_then(|one| char::from_u32(u32::from(*one) - 1))?;
        let is_example = digits.iter().zip(EXAMPLE.chars()).all(|(written, meant)| {
            let ahead = meant.to_digit(10).expect("the example is of digits");
            u32::from(*written) == u32::from(zero) + ahead
        });
        if !is_example || digits.len() != EXAMPLE.len() {
            return None;
        }
        // What stands between the digits: the sign, the marks of groups, the mark of the fraction.
        let mut between: Vec<&str> = example.split(char::is_numeric).collect();
        let minus = between.remove(0).to_owned();
        let after = between.pop();
        let mark = between.pop()?.to_owned();
        // Places of the group marks, counted in digits from the mark of the fraction.
        let places: Vec<usize> = between
            .iter()
            .rev()
            .zip(1..)
            .filter(|(text, _)| !text.is_empty())
            .map(|(_, place)| place)
            .collect();
        let group = between
            .iter()
            .copied()
            .find(|text| !text.is_empty())
            .unwrap_or_default();
        let first = places.first().copied().unwrap_or(EXAMPLE.len());
        let second = places.get(1).map_or(first, |place| place - first);
        (after == Some("") && !mark.is_empty()).then(|| Self {
            minus,
            group: group.to_owned(),
            mark,
            sizes: (first, second),
            zero,
        })
    }

    /// The sign before what is below zero.
    pub fn minus(&self) -> &str {
        &self.minus
    }

    /// A number as programs write it, "-1234567.8", in this style. Zero has no sign.
    pub fn write(&self, plain: &str) -> String {
        let (is_negative, unsigned) = plain.strip_prefix('-').map_or((false, plain), |rest| (true, rest));
        let (whole, fraction) = unsigned
            .split_once('.')
            .map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
        let mut text = String::with_capacity(plain.len() + 8);
        if is_negative && unsigned.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            text.push_str(&self.minus);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && self.ends_group(whole.len() - index) {
                text.push_str(&self.group);
            }
            text.push(self.digit(digit));
        }
        if let Some(fraction) = fraction {
            text.push_str(&self.mark);
            text.extend(fraction.chars().map(|digit| self.digit(digit)));
        }
        text
    }

    /// The digits of a number that is no quantity: a year.
    pub fn digits(&self, plain: &str) -> String {
        plain.chars().map(|digit| self.digit(digit)).collect()
    }

    /// Without zeros at the end of the fraction.
    pub fn trimmed<'t>(&self, text: &'t str) -> &'t str {
        match text.contains(&self.mark) {
            true => {
                let bare = text.trim_end_matches(self.zero);
                bare.strip_suffix(self.mark.as_str()).unwrap_or(bare)
            }
            false => text,
        }
    }

    /// Whether a group ends where so many digits are left before the mark.
    fn ends_group(&self, left: usize) -> bool {
        let (first, others) = self.sizes;
        left >= first && (left - first).is_multiple_of(others)
    }

    fn digit(&self, digit: char) -> char {
        let ahead = digit.to_digit(10);
        ahead
            .and_then(|ahead| char::from_u32(u32::from(self.zero) + ahead))
            .unwrap_or(digit)
    }
}

#[cfg(test)]
mod tests {
    use super::NumberStyle;

    #[test]
    fn a_style_is_read_from_one_example() {
        for (example, number, written) in [
            ("\u{2212}1,234,567.8", "-1234567.8", "\u{2212}1,234,567.8"),
            ("-1.234.567,8", "-9876.50", "-9.876,50"),
            ("\u{2212}12,34,567.8", "123456789", "12,34,56,789"),
            ("-1234567,8", "-1234567.8", "-1234567,8"),
            ("-1\u{202f}234\u{202f}567,8", "1000", "1\u{202f}000"),
            ("\u{2212}۱٬۲۳۴٬۵۶۷٫۸", "-1050.9", "\u{2212}۱٬۰۵۰٫۹"),
        ] {
            assert_eq!(NumberStyle::read(example).write(number), written, "{example}");
        }
        assert_eq!(NumberStyle::read("1,000"), NumberStyle::default());
    }

    #[test]
    fn zero_has_no_sign_and_a_fraction_no_zeros_too_many() {
        let style = NumberStyle::default();
        assert_eq!(style.write("-0.00"), "0.00");
        assert_eq!(style.trimmed("3.810"), "3.81");
        assert_eq!(style.trimmed("5.000"), "5");
        assert_eq!(style.trimmed("500"), "500");
    }
}

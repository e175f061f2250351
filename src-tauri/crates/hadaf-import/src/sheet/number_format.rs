//! What a number format of a spreadsheet says beside digits: a day, a percentage, a scale, a unit.

/// How a spreadsheet shows a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// It shows a day.
    pub is_date: bool,
    /// It shows a day and a month without a year, such as `d-mmm`.
    pub is_day_and_month: bool,
    /// It shows hundredths.
    pub is_percent: bool,
    /// How many thousands it leaves away: `0,,` shows millions.
    pub thousands: u8,
    /// The words and signs that it puts beside the number, such as `Rs. crore`.
    pub words: String,
}

impl NumberFormat {
    /// Reads the code of a format: `#,##0.0,," mn"`, `[$$-409]#,##0`, `d-mmm-yy`, `0.0%`.
    pub(crate) fn of_code(code: &str) -> Self {
        let section = first_section(code);
        let mut format = Self::default();
        let mut letters = String::new();
        let mut chars = section.chars().peekable();
        let (mut pending, mut digits) = (0_u8, false);
        while let Some(c) = chars.next() {
            match c {
                '"' => {
                    for c in chars.by_ref().take_while(|c| *c != '"') {
                        format.words.push(c);
                    }
                }
                '\\' | '!' => format.words.extend(chars.next()),
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    match inside.strip_prefix('$') {
                        Some(sign) => format.words.push_str(sign.split('-').next().unwrap_or_default()),
                        None if matches!(
                            inside.to_ascii_lowercase().as_str(),
                            "h" | "hh" | "m" | "mm" | "s" | "ss"
                        ) =>
                        {
                            letters.push('h');
                        }
                        None => {}
                    }
                }
                '%' => format.is_percent = true,
                '0' | '#' | '?' => {
                    digits = true;
                    pending = 0;
                }
                // Commas behind the last digit divide by a thousand each.
                ',' if digits => pending = pending.saturating_add(1),
                '$' | '€' | '£' | '₨' | '₹' | '¥' => format.words.push(c),
                _ if c.is_ascii_alphabetic() => letters.push(c.to_ascii_lowercase()),
                _ => {}
            }
        }
        if digits {
            format.thousands = pending.min(3);
        }
        let is_general = letters == "general" || letters.starts_with("e");
        format.is_date = !digits && !is_general && letters.contains(['d', 'm', 'y']);
        format.is_day_and_month = format.is_date && letters.contains('d') && !letters.contains('y');
        format.words = format.words.trim().chars().take(60).collect();
        format
    }

    /// The formats that every workbook has without saying so.
    pub(crate) fn built_in(number: u32) -> Self {
        let code = match number {
            9 => "0%",
            10 => "0.00%",
            14 | 15 | 17 | 22 | 27..=36 | 50..=58 => "d-mmm-yy",
            16 => "d-mmm",
            _ => "General",
        };
        Self::of_code(code)
    }
}

/// What stands before the first semicolon that is not quoted.
fn first_section(code: &str) -> &str {
    let mut quoted = false;
    for (index, c) in code.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => return &code[..index],
            _ => {}
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;

    #[test]
    fn what_formats_say() {
        let format = NumberFormat::of_code;
        assert_eq!(format("#,##0.0,,").thousands, 2);
        assert_eq!(format("#,##0").thousands, 0);
        assert_eq!(format("#,##0.0 \"Rs. crore\";-0").words, "Rs. crore");
        assert_eq!(format("[$US$-409]#,##0").words, "US$");
        assert!(format("0.0%").is_percent);
        assert!(format("mmm-yy").is_date && !format("mmm-yy").is_day_and_month);
        assert!(format("d-mmm").is_day_and_month);
        assert!(!format("General").is_date && !format("0.00E+00").is_date && !format("[Red]0").is_date);
    }
}

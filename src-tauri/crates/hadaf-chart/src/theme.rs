//! Colours by role. The values are those of the design tokens (`ui/src/styles/tokens.css`); a test
//! reads that file, so screen, chart and paper cannot drift apart.

/// The colours and strokes to draw with. Values are those of the design tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// White background, on screen.
    Light,
    /// Dark background, on screen.
    Dark,
    /// White background, black ink, bands that survive a grey printer.
    Print,
}

/// An opaque colour. Tints are opaque too: alpha would darken where shapes overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(value: u32) -> Self {
        let [_, red, green, blue] = value.to_be_bytes();
        Self(red, green, blue)
    }

    /// This colour with `share` (0 to 1) of `other` mixed in.
    pub(crate) fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |from: u8, to: u8| {
            let value = f64::from(from) + (f64::from(to) - f64::from(from)) * share;
            // Between two bytes, so within a byte.
            value.round() as u8
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Palette {
    pub(crate) background: Rgb,
    pub(crate) ink: Rgb,
    pub(crate) muted: Rgb,
    pub(crate) axis: Rgb,
    pub(crate) grid: Rgb,
    pub(crate) series: Rgb,
    pub(crate) target: Rgb,
    pub(crate) projection: Rgb,
    pub(crate) past: Rgb,
    /// Always with a word or a sign.
    pub(crate) good: Rgb,
    /// Always with a word or a sign.
    pub(crate) bad: Rgb,
    /// The inner half of what may come; the darkest of three tints of the series' colour.
    pub(crate) band_50: Rgb,
    pub(crate) band_80: Rgb,
    pub(crate) band_95: Rgb,
    /// Time that a disruption lasted.
    pub(crate) disruption: Rgb,
}

const LIGHT: Palette = Palette {
    background: Rgb::hex(0xff_ff_ff),
    ink: Rgb::hex(0x1a_22_30),
    muted: Rgb::hex(0x55_60_6e),
    axis: Rgb::hex(0x76_7f_8b),
    grid: Rgb::hex(0xe3_e7_ec),
    series: Rgb::hex(0x0a_46_a2),
    target: Rgb::hex(0xca_45_00),
    projection: Rgb::hex(0x45_04_26),
    past: Rgb::hex(0x92_92_92),
    good: Rgb::hex(0x0c_7b_60),
    bad: Rgb::hex(0x7b_0f_29),
    band_50: Rgb::hex(0x8e_aa_d4),
    band_80: Rgb::hex(0xbf_cf_e7),
    band_95: Rgb::hex(0xe2_e9_f4),
    disruption: Rgb::hex(0xf6_e7_c1),
};

const DARK: Palette = Palette {
    background: Rgb::hex(0x14_18_1f),
    ink: Rgb::hex(0xe8_ec_f1),
    muted: Rgb::hex(0xa3_ad_ba),
    axis: Rgb::hex(0x7c_87_94),
    grid: Rgb::hex(0x2a_31_3b),
    series: Rgb::hex(0x2b_97_ee),
    target: Rgb::hex(0xf9_a9_6f),
    projection: Rgb::hex(0xed_de_f9),
    past: Rgb::hex(0x6b_72_7a),
    good: Rgb::hex(0x58_c1_a0),
    bad: Rgb::hex(0xfa_55_70),
    band_50: Rgb::hex(0x20_58_86),
    band_80: Rgb::hex(0x1b_3e_5d),
    band_95: Rgb::hex(0x17_2b_3e),
    disruption: Rgb::hex(0x3b_33_20),
};

const PRINT: Palette = Palette {
    ink: Rgb::hex(0x00_00_00),
    past: Rgb::hex(0x8a_8a_8a),
    band_50: Rgb::hex(0x98_b1_d8),
    band_80: Rgb::hex(0xc2_d1_e8),
    disruption: Rgb::hex(0xef_e6_d2),
    ..LIGHT
};

impl Palette {
    pub(crate) const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Print => &PRINT,
        }
    }

    /// The tint behind a target path: what past years' shares would have asked for.
    pub(crate) fn target_band(&self) -> Rgb {
        self.background.mixed(self.target, 0.14)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../../ui/src/styles/tokens.css");

    /// The value of `--name` in the block that opens with `selector`, whichever quotes it has.
    fn token(selector: &str, name: &str) -> Option<Rgb> {
        let tokens = TOKENS.replace('\'', "\"");
        let block = tokens.split_once(selector)?.1.split_once('}')?.0;
        let value = block.split_once(&format!("--{name}:"))?.1.split_once(';')?.0.trim();
        u32::from_str_radix(value.strip_prefix('#')?, 16).ok().map(Rgb::hex)
    }

    #[test]
    fn colours_are_those_of_the_design_tokens() {
        let themes = [
            (Theme::Light, ":root {"),
            (Theme::Dark, ":root[data-theme=\"dark\"] {"),
            (Theme::Print, ":root[data-theme=\"print\"] {"),
        ];
        for (theme, selector) in themes {
            let palette = Palette::of(theme);
            let roles = [
                ("surface", palette.background),
                ("ink", palette.ink),
                ("ink-muted", palette.muted),
                ("axis", palette.axis),
                ("grid", palette.grid),
                ("series", palette.series),
                ("target", palette.target),
                ("projection", palette.projection),
                ("past", palette.past),
                ("good", palette.good),
                ("bad", palette.bad),
                ("band-50", palette.band_50),
                ("band-80", palette.band_80),
                ("band-95", palette.band_95),
                ("disruption", palette.disruption),
            ];
            for (name, colour) in roles {
                // What a theme does not say is said by the root.
                let expected = token(selector, name).or_else(|| token(":root {", name));
                assert_eq!(expected, Some(colour), "{theme:?} {name}");
            }
        }
    }
}

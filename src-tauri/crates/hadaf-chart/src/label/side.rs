//! The eight positions of a label round its point, and what each costs.

/// Which side of its point a label would rather stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LabelSide {
    /// At the end of a line.
    Right,
    /// On a peak, or over a mark.
    Above,
    /// Under a line.
    Below,
    /// Before a mark.
    Left,
    /// Under its dot, or at least close to it: a value.
    Under,
    /// Straight above or below: a remark on a single mark.
    Over,
}

impl LabelSide {
    /// The eight directions with what each costs, in the worth of pixels.
    pub(super) const fn directions(self) -> [(f64, f64, f64); 8] {
        match self {
            Self::Right => [
                (1.0, 0.0, 0.0),
                (1.0, 1.0, 5.0),
                (1.0, -1.0, 6.0),
                (0.0, 1.0, 14.0),
                (0.0, -1.0, 14.0),
                (-1.0, 1.0, 18.0),
                (-1.0, -1.0, 18.0),
                (-1.0, 0.0, 24.0),
            ],
            Self::Above => [
                (0.0, -1.0, 0.0),
                (-1.0, -1.0, 1.0),
                (1.0, -1.0, 3.0),
                (-1.0, 0.0, 9.0),
                (1.0, 0.0, 10.0),
                (0.0, 1.0, 12.0),
                (-1.0, 1.0, 14.0),
                (1.0, 1.0, 14.0),
            ],
            Self::Below => [
                (0.0, 1.0, 0.0),
                (1.0, 1.0, 1.0),
                (-1.0, 1.0, 2.0),
                (1.0, 0.0, 8.0),
                (-1.0, 0.0, 9.0),
                (-1.0, -1.0, 12.0),
                (0.0, -1.0, 12.0),
                (1.0, -1.0, 13.0),
            ],
            Self::Left => [
                (-1.0, 0.0, 0.0),
                (-1.0, -1.0, 2.0),
                (-1.0, 1.0, 4.0),
                (0.0, -1.0, 6.0),
                (1.0, 0.0, 8.0),
                (1.0, -1.0, 9.0),
                (0.0, 1.0, 10.0),
                (1.0, 1.0, 12.0),
            ],
            Self::Under => [
                (0.0, 1.0, 0.0),
                (0.0, -1.0, 8.0),
                (1.0, 1.0, 12.0),
                (1.0, 0.0, 16.0),
                (1.0, -1.0, 20.0),
                (-1.0, 1.0, 40.0),
                (-1.0, -1.0, 40.0),
                (-1.0, 0.0, 60.0),
            ],
            Self::Over => [
                (0.0, -1.0, 0.0),
                (0.0, 1.0, 2.0),
                (-1.0, -1.0, 24.0),
                (1.0, -1.0, 24.0),
                (-1.0, 1.0, 24.0),
                (1.0, 1.0, 24.0),
                (1.0, 0.0, 40.0),
                (-1.0, 0.0, 40.0),
            ],
        }
    }
}

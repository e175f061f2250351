//! Points and rectangles on the canvas, in pixels from its top left corner.

/// Width and height of the canvas in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from top to bottom.
    pub height: f64,
}

/// A place on the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Pixels from the left.
    pub x: f64,
    /// Pixels from the top.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A level line of `half` pixels to each side of a point: the bar of a claim, or a mark as labels avoid it.
pub(crate) fn level(at: Point, half: f64) -> Vec<Point> {
    vec![Point::new(at.x - half, at.y), Point::new(at.x + half, at.y)]
}

/// Length of a step. Square roots are exact to the last bit on every platform, `hypot` is not.
pub(crate) fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

/// Whether two stretches of line have a point in common; ends count.
pub(crate) fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side =
        |from: Point, to: Point, at: Point| (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
    let apart = |one: f64, other: f64| one * other > 0.0;
    let overlap = |a: f64, b: f64, c: f64, d: f64| a.min(b) <= c.max(d) && c.min(d) <= a.max(b);
    overlap(a.x, b.x, c.x, d.x)
        && overlap(a.y, b.y, c.y, d.y)
        && !apart(side(a, b, c), side(a, b, d))
        && !apart(side(c, d, a), side(c, d, b))
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle between these edges.
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The square of `half` pixels to each side of `centre`.
    pub fn around(centre: Point, half: f64) -> Self {
        Self::new(centre.x - half, centre.y - half, centre.x + half, centre.y + half)
    }

    /// From left to right edge.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// From top to bottom edge.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Half way between the edges.
    pub fn centre(&self) -> Point {
        Point::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Whether the two share more than an edge.
    pub fn intersects(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether `other` lies within, edges included.
    pub fn contains(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    /// Larger by `by` on every side; smaller when negative.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }

    /// The smallest rectangle round both.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        Self::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// How many pixels of the line from `from` to `to` lie within (Liang and Barsky's clipping).
    pub fn covered(&self, from: Point, to: Point) -> f64 {
        // Most lines lie wholly beyond one edge, and a comparison says so.
        if (from.x < self.left && to.x < self.left)
            || (from.x > self.right && to.x > self.right)
            || (from.y < self.top && to.y < self.top)
            || (from.y > self.bottom && to.y > self.bottom)
        {
            return 0.0;
        }
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let edges = [
            (-dx, from.x - self.left),
            (dx, self.right - from.x),
            (-dy, from.y - self.top),
            (dy, self.bottom - from.y),
        ];
        for (direction, room) in edges {
            if direction == 0.0 {
                if room < 0.0 {
                    return 0.0;
                }
            } else if direction < 0.0 {
                enter = enter.max(room / direction);
            } else {
                leave = leave.min(room / direction);
            }
        }
        (leave - enter).max(0.0) * length(dx, dy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_clipped_to_what_lies_within() {
        let rect = Rect::new(10.0, 10.0, 20.0, 20.0);
        let cases = [
            (Point::new(0.0, 15.0), Point::new(30.0, 15.0), 10.0),
            (Point::new(12.0, 12.0), Point::new(15.0, 16.0), 5.0),
            (Point::new(0.0, 0.0), Point::new(30.0, 5.0), 0.0),
            (Point::new(15.0, 0.0), Point::new(15.0, 14.0), 4.0),
            (Point::new(0.0, 25.0), Point::new(25.0, 0.0), 50.0_f64.sqrt()),
        ];
        for (from, to, length) in cases {
            assert!((rect.covered(from, to) - length).abs() < 1e-9, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn stretches_cross_or_do_not() {
        let p = Point::new;
        let flat = (p(0.0, 5.0), p(10.0, 5.0));
        assert!(cross(flat, (p(5.0, 0.0), p(5.0, 10.0))));
        assert!(cross(flat, (p(10.0, 5.0), p(12.0, 9.0))));
        assert!(!cross(flat, (p(5.0, 0.0), p(5.0, 4.9))));
        assert!(!cross(flat, (p(0.0, 6.0), p(10.0, 5.5))));
        assert!(cross(flat, (p(8.0, 5.0), p(20.0, 5.0))));
        assert!(!cross(flat, (p(11.0, 5.0), p(20.0, 5.0))));
    }

    #[test]
    fn touching_is_not_intersecting() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!rect.intersects(&Rect::new(10.0, 0.0, 20.0, 10.0)));
        assert!(rect.intersects(&Rect::new(9.9, 9.9, 20.0, 20.0)));
        assert!(rect.contains(&rect));
    }
}

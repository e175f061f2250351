// Which point of a chart is read out: by pointer, by arrows, and after the chart was drawn anew.
import type { ChartPoint } from '$lib/api/bindings';

/** The point under the pointer: nearest in x, and among those that share an x nearest in y. */
export function nearest(points: ChartPoint[], x: number, y: number): number {
  let best = -1;
  let bestCost = Infinity;
  points.forEach((point, index) => {
    const across = Math.abs(point.x - x);
    const cost = Math.round(across * 2) * 10_000 + Math.abs(point.y - y);
    if (cost < bestCost) [best, bestCost] = [index, cost];
  });
  return best;
}

/** Where a key leads from point `from`; -1 when the key is none of the chart's. */
export function step(points: ChartPoint[], from: number, key: string): number {
  const now = points[from];
  if (!now) return -1;
  const lane = points.flatMap((point, index) => (point.lane === now.lane ? [index] : []));
  const at = lane.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return lane[at - 1] ?? from;
    case 'ArrowRight':
      return lane[at + 1] ?? from;
    case 'Home':
      return lane[0] ?? from;
    case 'End':
      return lane.at(-1) ?? from;
    case 'ArrowUp':
      return across(points, from, -1);
    case 'ArrowDown':
      return across(points, from, 1);
    default:
      return -1;
  }
}

/** The point of the next lane up or down that stands nearest in time. */
function across(points: ChartPoint[], from: number, direction: 1 | -1): number {
  const now = points[from];
  if (!now) return from;
  const lanes = [...new Set(points.map((point) => point.lane))].sort((a, b) => a - b);
  const lane = lanes[lanes.indexOf(now.lane) + direction];
  if (lane === undefined) return from;
  const there = points.filter((point) => point.lane === lane);
  const found = there[nearest(there, now.x, now.y)];
  return found ? points.indexOf(found) : from;
}

/** The period a point is about: that of its history, or what its read-out names ("March 2026"). */
const period = ({ history, head }: ChartPoint) => history?.period ?? head;

/**
 * Where to stand in a new chart: on the same period if it is still there, in the same lane if that is, else on the
 * newest of the first lane.
 */
export function settle(points: ChartPoint[], before: ChartPoint | null): number {
  const same = before && period(before) ? points.filter((point) => period(point) === period(before)) : [];
  const found = same.find((point) => point.lane === before?.lane) ?? same[0];
  if (found) return points.indexOf(found);
  return points.findLastIndex((point) => point.lane === (points[0]?.lane ?? 0));
}

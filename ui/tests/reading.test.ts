import { describe, expect, it } from 'vitest';
import type { ChartPoint } from '$lib/api/bindings';
import { nearest, settle, step } from '$lib/components/chart/reading';

const point = (x: number, y: number, lane: number, period = ''): ChartPoint => ({
  x,
  y,
  lane,
  head: '',
  text: '',
  history: period ? { series: 'ict_total', period, as_of: null } : null,
});
// Two lines over the same months; the second begins later.
const POINTS = [
  point(10, 50, 0, '2026-01'),
  point(20, 40, 0, '2026-02'),
  point(30, 45, 0, '2026-03'),
  point(20, 20, 1),
  point(30, 15, 1),
];

describe('the point under the pointer', () => {
  it('is the nearest in time, then in height', () => {
    expect(nearest(POINTS, 12, 0)).toBe(0);
    expect(nearest(POINTS, 21, 38)).toBe(1);
    expect(nearest(POINTS, 21, 22)).toBe(3);
    expect(nearest([], 1, 1)).toBe(-1);
  });
});

describe('arrows in a chart', () => {
  const cases: [number, string, number][] = [
    [0, 'ArrowRight', 1],
    [0, 'ArrowLeft', 0],
    [2, 'ArrowRight', 2],
    [0, 'End', 2],
    [2, 'Home', 0],
    [1, 'ArrowDown', 3],
    [0, 'ArrowDown', 3],
    [4, 'ArrowUp', 2],
    [4, 'ArrowDown', 4],
    [0, 'a', -1],
  ];
  it.each(cases)('from %i, %s leads to %i', (from, key, to) => {
    expect(step(POINTS, from, key)).toBe(to);
  });
});

describe('a chart drawn anew', () => {
  it('keeps the period, or stands on the newest of the first line', () => {
    expect(settle(POINTS, point(0, 0, 0, '2026-02'))).toBe(1);
    expect(settle(POINTS, point(0, 0, 0, '2019-01'))).toBe(2);
    expect(settle(POINTS, null)).toBe(2);
    expect(settle([], null)).toBe(-1);
  });

  it('keeps a month to come, which has no history, and its lane', () => {
    const fan = (x: number, lane: number, head: string, text: string) => ({
      ...point(x, 0, lane),
      head,
      text,
    });
    const drawn = [fan(10, 0, 'March 2026', 'median 384'), fan(20, 0, 'April 2026', 'median 371')];
    const anew = [...drawn, fan(10, 1, 'March 2026', 'path 470'), fan(20, 1, 'April 2026', 'path 502')];
    expect(settle(anew, fan(7, 1, 'March 2026', 'path 4.1 bn'))).toBe(2);
    expect(settle(drawn, fan(7, 1, 'March 2026', 'path 470'))).toBe(0);
  });
});

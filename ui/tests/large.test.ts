import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { GridCell, GridRow, GridView } from '$lib/api/bindings';
import { lastCall, start } from './app';

const SERIES = 100;
const YEARS = 20;
/** So many cells are drawn at most; all of them are 26,000. */
const MOST = 1_200;

const names = Array.from({ length: SERIES }, (_, at) => `series_${at}`);
const month = (year: number, at: number) =>
  `${year + Math.floor((at + 6) / 12)}-${String(((at + 6) % 12) + 1).padStart(2, '0')}`;
const cell = (value: string): GridCell => ({ text: value, value, summed: false, mark: 'none', hint: '' });
const row = (period: string, size: number): GridRow => ({
  period,
  label: period,
  span: '',
  observed: '',
  cells: names.map((_, at) => cell(String(size + at))),
  check: '',
  check_off: false,
});
const years = Array.from({ length: YEARS }, (_, at) => 2005 + at);
const LARGE: GridView = {
  columns: names.map((series) => ({
    series,
    title: series,
    unit: 'US$ million',
    depth: 0,
    places: 0,
    derived: null,
    frequency: 'month',
    sector: series,
    sector_title: series,
    note: '',
  })),
  years: years.map((year) => ({
    total: row(`FY${year + 1}`, year),
    months: Array.from({ length: 12 }, (_, at) => row(month(year, at), at)),
  })),
  frequency: 'month',
  frequencies: ['month'],
  check_title: 'Sectors minus total',
  summary: '',
  editable: null,
};

const cells = () => document.querySelectorAll('td[role=gridcell]').length;

async function opened() {
  const app = await start('sample');
  app.tape.scripts.grid = () => LARGE;
  app.tape.scripts.history = () => null;
  await app.user.click(screen.getByTestId('nav-data'));
  await screen.findByTestId('grid');
  // All years are opened.
  const fold = document.querySelector('[data-fold][aria-expanded=false]');
  await fireEvent.click(fold as Element, { shiftKey: true });
  return app;
}

/** Scrolls as a hand does: the window tells of it. */
async function scrollTo(top: number, left: number) {
  const scroll = document.querySelector('.scroll') as HTMLElement;
  [scroll.scrollTop, scroll.scrollLeft] = [top, left];
  await fireEvent.scroll(scroll);
}

describe('a hundred series of two hundred and forty months', () => {
  it('draws what is in sight, wherever one is', async () => {
    await opened();
    expect(screen.getByTestId('grid').getAttribute('aria-rowcount')).toBe('261');
    expect(screen.getByTestId('grid').getAttribute('aria-colcount')).toBe('102');
    for (const [top, left] of [
      [0, 0],
      [130 * 28, 50 * 116],
      [6_500, 11_100],
    ] as const) {
      await scrollTo(top, left);
      await waitFor(() => expect(cells()).toBeGreaterThan(100));
      expect(cells()).toBeLessThan(MOST);
    }
    // What is in sight in the middle is there, with its year above it.
    await scrollTo(130 * 28, 50 * 116);
    expect(screen.getByTestId('grid-cell-series_50-2015-07')).toBeTruthy();
    expect(screen.getByTestId('fold-FY2016')).toBeTruthy();
    expect(screen.queryByTestId('grid-cell-series_0-2005-07')).toBeNull();
  });

  it('is walked, selected and asked about as a small one', async () => {
    const { tape, user } = await opened();
    await fireEvent.pointerDown(screen.getByTestId('grid-cell-series_0-2005-07'));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-period')).toBe('2005-07'));
    await user.keyboard('{Control>}{End}{/Control}');
    const last = 'grid-cell-series_99-2025-06';
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(last)));
    await user.keyboard('{Control>}{Shift>}{Home}{/Shift}{/Control}');
    const count = () => screen.getByTestId('grid-count').textContent ?? '';
    await waitFor(() => expect(count().replace(/\D/g, '')).toContain('26000'));
    await waitFor(() => {
      const asked = lastCall(tape, 'grid_sum') as { series: string[]; periods: string[] };
      expect([asked.series.length, asked.periods.length]).toEqual([SERIES, YEARS * 13]);
    });
    expect(cells()).toBeLessThan(MOST);
    // The current cell keeps the focus while it is out of sight.
    await scrollTo(200 * 28, 80 * 116);
    expect(document.activeElement?.getAttribute('data-period')).toBe('FY2006');
  });
});

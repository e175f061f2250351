import { describe, expect, it } from 'vitest';
import type { GridRow, GridView } from '$lib/api/bindings';
import { Sheet } from '$lib/components/grid/sheet.svelte';

const row = (period: string, ...values: (string | null)[]): GridRow => ({
  period,
  label: period,
  span: '',
  observed: '',
  cells: values.map((value) => ({ text: value ?? '', value, summed: false, mark: 'none', hint: '' })),
  check: '',
  check_off: false,
});
const column = (series: string) => ({
  series,
  title: series,
  unit: 'US$ million',
  depth: 0,
  places: 0,
  derived: null,
});
const VIEW: GridView = {
  columns: [column('total'), column('part')],
  years: [
    { total: row('FY2024', '10', null), months: [row('2023-07', '4', '1'), row('2023-08', '6', '2')] },
    { total: row('FY2025', '12', null), months: [row('2024-07', '5', null), row('2024-08', '7', '3')] },
    { total: row('FY2026', null, null), months: [row('2025-07', '8', null), row('2025-08', null, null)] },
  ],
  frequency: 'month',
  frequencies: ['month'],
  check_title: '',
  summary: '',
  editable: null,
};
const sheet = () => new Sheet(() => VIEW);

describe('a new sheet', () => {
  it('shows the months of the two newest years and stands on the newest value', () => {
    const it = sheet();
    expect(it.folded).toEqual(['FY2024']);
    expect(it.rows.map(({ row }) => row.period)).toEqual([
      'FY2024',
      'FY2025',
      '2024-07',
      '2024-08',
      'FY2026',
      '2025-07',
      '2025-08',
    ]);
    expect(it.head).toEqual({ period: '2025-07', column: 0 });
  });
});

describe('moving', () => {
  it('stops at the borders', () => {
    const it = sheet();
    it.move('down');
    it.move('down');
    it.move('left');
    expect(it.head).toEqual({ period: '2025-08', column: 0 });
    it.move('right');
    it.move('right');
    expect(it.head.column).toBe(1);
  });

  it('goes to the end of a filled run, or over a gap', () => {
    const it = sheet();
    it.go({ period: 'FY2024', column: 0 });
    it.move('down', { edge: true });
    expect(it.head.period).toBe('2024-08');
    it.move('down', { edge: true });
    expect(it.head.period).toBe('2025-07');
    it.go({ period: 'FY2024', column: 1 });
    it.move('down', { edge: true });
    expect(it.head.period).toBe('2024-08');
  });

  it('extends a block from where it began', () => {
    const it = sheet();
    it.go({ period: '2024-07', column: 0 });
    it.move('down', { extend: true });
    it.move('right', { extend: true });
    expect(it.block).toEqual({ top: 2, bottom: 3, left: 0, right: 1 });
    expect(it.copy()).toBe('5\t\n7\t3');
    expect(it.filled()).toBe('5\t\n5\t');
    it.collapse();
    expect(it.isBlock).toBe(false);
    expect(it.head).toEqual({ period: '2024-08', column: 1 });
  });
});

describe('folding', () => {
  it('moves a current cell that would vanish to its year', () => {
    const it = sheet();
    it.go({ period: '2024-08', column: 1 });
    it.toggle('FY2025');
    expect(it.head).toEqual({ period: 'FY2025', column: 1 });
    expect(it.rows.some(({ row }) => row.period === '2024-08')).toBe(false);
    it.toggle('FY2025');
    expect(it.rows.some(({ row }) => row.period === '2024-08')).toBe(true);
  });
});

describe('where a pasted block falls', () => {
  it('is on months when it begins on a month, past totals and folded years', () => {
    const it = sheet();
    it.go({ period: '2024-08', column: 0 });
    expect(it.landing()).toEqual({ series: ['total', 'part'], periods: ['2024-08', '2025-07', '2025-08'] });
  });

  it('is on years when it begins on a year', () => {
    const it = sheet();
    it.go({ period: 'FY2025', column: 1 });
    expect(it.landing()).toEqual({ series: ['part'], periods: ['FY2025', 'FY2026'] });
  });
});

import { describe, expect, it } from 'vitest';
import type { GridRow, GridView } from '$lib/api/bindings';
import { drawn } from '$lib/components/grid/drawn';
import { Sheet } from '$lib/components/grid/sheet.svelte';
import { ALL, filtered, sectors } from '$lib/state/filter';

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
  frequency: 'month' as const,
  sector: series,
  sector_title: series,
  note: '',
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
    expect(it.asked).toEqual({ series: ['total', 'part'], periods: ['2024-07', '2024-08'] });
    expect(it.text()).toBe('5\t\n7\t3');
    expect(it.filling()).toBe('5\t');
    expect(it.filling(true)).toBe('5\n7');
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

describe('whole columns and rows', () => {
  it('are taken without moving the current cell', () => {
    const it = sheet();
    it.go({ period: '2024-08', column: 1 });
    it.selectColumn();
    expect(it.isColumn).toBe(true);
    expect(it.block).toEqual({ top: 0, bottom: 6, left: 1, right: 1 });
    expect(it.head).toEqual({ period: '2024-08', column: 1 });
    it.selectAll();
    expect(it.block).toEqual({ top: 0, bottom: 6, left: 0, right: 1 });
    it.selectColumn(0);
    it.selectColumn(1, true);
    expect(it.asked.series).toEqual(['total', 'part']);
    it.selectRow('2024-07');
    it.selectRow('2025-07', true);
    expect(it.asked).toEqual({
      series: ['total', 'part'],
      periods: ['2024-07', '2024-08', 'FY2026', '2025-07'],
    });
    it.move('up');
    expect(it.isBlock).toBe(false);
  });
});

describe('the next period', () => {
  it('follows the last figure of the column, in a folded year too', () => {
    const it = sheet();
    it.go({ period: 'FY2024', column: 0 });
    expect(it.next()).toEqual({ period: '2025-08', column: 0 });
    it.go({ period: 'FY2024', column: 1 });
    expect(it.next()).toEqual({ period: '2025-07', column: 1 });
  });

  it('is none where the grid ends with a figure', () => {
    const years = VIEW.years.slice(0, 1);
    const it = new Sheet(() => ({ ...VIEW, years }));
    expect(it.next()).toBeNull();
  });
});

describe('a quarterly series beside months', () => {
  const span = (row: number, period = '2025-Q1') => ({ period, rows: 2, row, note: 'Q1 FY2025' });
  const beside: GridView = {
    ...VIEW,
    columns: [column('total'), { ...column('part'), frequency: 'quarter' }],
    years: VIEW.years.map(({ total, months }, year) => ({
      total,
      months: months.map((month, at) => ({
        ...month,
        cells: [
          month.cells[0],
          { ...month.cells[1], value: year === 2 ? null : '9', span: span(at, `202${4 + year}-Q1`) },
        ],
      })) as GridRow[],
    })),
  };

  it('has one figure of several rows', () => {
    const it = new Sheet(() => beside);
    it.go({ period: '2024-07', column: 1 });
    it.go({ period: '2024-08', column: 1 }, true);
    expect(it.known).toBe(1);
    it.collapse();
    it.go({ period: '2024-07', column: 1 });
    it.moveOn();
    expect(it.head.period).toBe('FY2026');
    expect(it.next()).toEqual({ period: '2025-07', column: 1 });
    expect(it.find(1, '2025-Q1')).toEqual({ period: '2024-07', column: 1 });
  });

  it('takes a pasted block quarter by quarter', () => {
    const it = new Sheet(() => beside);
    it.go({ period: '2024-08', column: 1 });
    expect(it.landing()).toEqual({ series: ['part'], periods: ['2025-Q1', '2026-Q1'] });
  });
});

describe('a filter', () => {
  it('leaves out years and sectors, and the cells of both', () => {
    const shown = filtered(VIEW, { from: 'FY2025', to: '', hidden: ['total'] });
    expect(shown.columns.map(({ series }) => series)).toEqual(['part']);
    expect(shown.years.map(({ total }) => total.period)).toEqual(['FY2025', 'FY2026']);
    expect(shown.years[0]?.months[1]?.cells.map(({ value }) => value)).toEqual(['3']);
    expect(filtered(VIEW, ALL)).toBe(VIEW);
    expect(sectors(VIEW)).toEqual([
      { id: 'total', title: 'total' },
      { id: 'part', title: 'part' },
    ]);
  });
});

describe('what is drawn', () => {
  it('is what is in sight, and what must be there', () => {
    expect(drawn(10, 3, 5, [0, 9, -1, 12])).toEqual({
      items: [
        { at: 0, before: 0 },
        { at: 3, before: 2 },
        { at: 4, before: 0 },
        { at: 5, before: 0 },
        { at: 9, before: 3 },
      ],
      after: 0,
    });
    expect(drawn(10, -4, 1, [])).toEqual({
      items: [
        { at: 0, before: 0 },
        { at: 1, before: 0 },
      ],
      after: 8,
    });
  });
});

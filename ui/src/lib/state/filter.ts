// Which years and sectors of a grid are shown. What is left out is still there.
import type { GridView } from '$lib/api/bindings';

export interface GridFilter {
  /** Canonical fiscal years, ends included; empty: without an end. */
  from: string;
  to: string;
  /** Ids of the sectors whose series are not shown. */
  hidden: string[];
}

export const ALL: GridFilter = { from: '', to: '', hidden: [] };

export const isFiltered = ({ from, to, hidden }: GridFilter) => from !== '' || to !== '' || hidden.length > 0;

/** The sectors that a grid has series of, in the order of its columns. */
export function sectors(view: GridView): { id: string; title: string }[] {
  const named = new Map(view.columns.map((column) => [column.sector, column.sector_title]));
  return [...named].map(([id, title]) => ({ id, title }));
}

/** The grid with what the filter leaves of it; itself where that is everything. */
export function filtered(view: GridView, filter: GridFilter): GridView {
  if (!isFiltered(filter)) return view;
  const periods = view.years.map((year) => year.total.period);
  const first = Math.max(0, periods.indexOf(filter.from));
  const last = periods.indexOf(filter.to);
  const years = view.years.slice(first, last < 0 ? undefined : last + 1);
  const shown = view.columns.map((column) => !filter.hidden.includes(column.sector));
  if (shown.every(Boolean)) return { ...view, years };
  const row = (one: GridView['years'][number]['total']) => ({
    ...one,
    cells: one.cells.filter((_, column) => shown[column]),
  });
  return {
    ...view,
    columns: view.columns.filter((_, column) => shown[column]),
    years: years.map(({ total, months }) => ({ total: row(total), months: months.map(row) })),
  };
}

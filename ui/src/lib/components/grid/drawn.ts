// Which rows and columns of a large grid are drawn: those in sight, some beside them, and a few more that must be there.

/** A row or column that is drawn, and how many before it are not. */
export interface Drawn {
  at: number;
  /** So many between the one drawn before it and this one are left out. */
  before: number;
}

/** Of so many in a line those from `from` to `to`, and `also` those that must be there wherever they are. */
export function drawn(
  total: number,
  from: number,
  to: number,
  also: number[],
): { items: Drawn[]; after: number } {
  const numbers = new Set(also.filter((at) => at >= 0 && at < total));
  for (let at = Math.max(0, from); at <= Math.min(total - 1, to); at += 1) numbers.add(at);
  const items: Drawn[] = [];
  let next = 0;
  for (const at of [...numbers].sort((one, other) => one - other)) {
    items.push({ at, before: at - next });
    next = at + 1;
  }
  return { items, after: total - next };
}

// Which claims of a register are listed, and how their lineage runs beside them.
import type { ClaimItem, ClaimTab, SetLineage } from '$lib/api/bindings';

/** What the register is chosen by; an empty text chooses all. */
export interface Chosen {
  group: ClaimTab;
  maker: string;
  year: string;
  kind: string;
  outcome: string;
  /** Words that all stand somewhere in a claim. */
  words: string;
}

/** Nothing is left out. */
export const ALL: Chosen = { group: 'all', maker: '', year: '', kind: '', outcome: '', words: '' };

const text = (claim: ClaimItem) =>
  [
    claim.id,
    claim.fiscal_year,
    claim.amount,
    claim.kind_words,
    claim.maker,
    claim.office,
    claim.said,
    claim.conditions,
    claim.quote,
    claim.outcome_words,
  ]
    .join(' ')
    .toLowerCase();

/** The claims that are chosen, in the order of the register. */
export function listed(claims: ClaimItem[], by: Chosen): ClaimItem[] {
  const words = by.words.toLowerCase().split(/\s+/).filter(Boolean);
  const isChosen = (claim: ClaimItem) =>
    (by.group === 'all' || claim.group === by.group) &&
    (by.maker === '' || claim.by === by.maker) &&
    (by.year === '' || claim.fiscal_year === by.year) &&
    (by.kind === '' || claim.kind === by.kind) &&
    // What says an earlier claim again has no outcome of its own.
    (by.outcome === '' || (claim.outcome === by.outcome && claim.mark !== 'again'));
  return claims.filter((claim) => {
    const said = words.length > 0 ? text(claim) : '';
    return isChosen(claim) && words.every((word) => said.includes(word));
  });
}

/** What runs through one row in one lane: up to the row above, down to the one below, and whether a claim stands in it. */
export interface Strand {
  lane: number;
  dot: boolean;
  up: string | null;
  down: string | null;
}

/** The lanes that are drawn at most; a family beyond them is told in words alone. */
const LANES = 4;

/** The claims of each row that belong together, by their places. */
function families(ids: string[], links: SetLineage[]): { places: number[]; links: SetLineage[] }[] {
  const found: { places: number[]; links: SetLineage[] }[] = [];
  for (const link of links) {
    const ends = [ids.indexOf(link.from), ids.indexOf(link.to)];
    if (ends.some((place) => place < 0)) continue;
    const joined = found.filter((family) => ends.some((place) => family.places.includes(place)));
    const places = [...new Set([...joined.flatMap((family) => family.places), ...ends])];
    const whole = {
      places: places.sort((one, other) => one - other),
      links: [...joined.flatMap((family) => family.links), link],
    };
    for (const family of joined) found.splice(found.indexOf(family), 1);
    found.push(whole);
  }
  return found.sort((one, other) => (one.places[0] ?? 0) - (other.places[0] ?? 0));
}

/** The lineage beside the rows: each family in a lane of its own, from its first row to its last. */
export function strands(ids: string[], links: SetLineage[]): { rows: Strand[][]; lanes: number } {
  const rows: Strand[][] = ids.map(() => []);
  /** The last row that each lane is taken to. */
  const taken: number[] = [];
  for (const family of families(ids, links)) {
    const [first = 0, last = 0] = [family.places[0], family.places.at(-1)];
    const free = taken.findIndex((to) => to < first);
    const lane = free < 0 ? taken.length : free;
    if (lane >= LANES) continue;
    taken[lane] = last;
    // Between two neighbours of a family the line is of the link that joins them, else of the one that ends below.
    const kind = (above: number, below: number) => {
      const [upper, lower] = [ids[above], ids[below]];
      const joins = (link: SetLineage) =>
        (link.from === upper && link.to === lower) || (link.from === lower && link.to === upper);
      const touches = (link: SetLineage) => link.from === lower || link.to === lower;
      return (family.links.find(joins) ?? family.links.find(touches))?.kind ?? 'restates';
    };
    family.places.forEach((place, index) => {
      const [above, below] = [family.places[index - 1], family.places[index + 1]];
      rows[place]?.push({
        lane,
        dot: true,
        up: above === undefined ? null : kind(above, place),
        down: below === undefined ? null : kind(place, below),
      });
      if (below === undefined) return;
      for (let between = place + 1; between < below; between += 1) {
        rows[between]?.push({ lane, dot: false, up: kind(place, below), down: kind(place, below) });
      }
    });
  }
  return { rows, lanes: taken.length };
}

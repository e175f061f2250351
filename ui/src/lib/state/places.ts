// What a window can be about: its screens, and what lies over them.

/** The screens, in the order of the navigation and of Ctrl+1 to Ctrl+7. */
export const SCREENS = ['overview', 'data', 'claims', 'outlook', 'risks', 'briefings', 'sources'] as const;
export type Screen = (typeof SCREENS)[number];
/** A screen, or the conversation of an import, to which the navigation does not lead. */
export type Place = Screen | 'import';

/** What lies over the screen. */
export type Panel = 'keys' | 'log' | 'settings' | 'new' | 'series' | 'export' | 'revisions' | null;

/** A number that is put right or withdrawn, and the entry of it that is meant; null: the current one. */
export interface Amending {
  series: string;
  period: string;
  entry: string | null;
}

/** A target that is entered (no id) or amended. */
export interface Targeting {
  series: string;
  id: string | null;
}

/** What was being entered, and where. */
export interface Draft {
  series: string;
  period: string;
  value: string;
  published: string;
  source: string;
  note: string;
}

/** A figure of which one source is to be read, by its number and title. */
export interface Preferring {
  series: string;
  period: string;
  source: string;
  title: string;
}

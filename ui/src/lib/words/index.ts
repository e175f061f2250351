// The words of the screens, from one Fluent catalogue (assets/locales). Sentences with figures arrive from Rust.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import english from '../../../../assets/locales/en/ui.ftl?raw';

/** Languages whose catalogue is complete enough to be offered. */
const CATALOGUES: Record<string, { words: string; dir: 'ltr' | 'rtl' }> = {
  en: { words: english, dir: 'ltr' },
};

let bundle = make('en');

function make(lang: string): FluentBundle {
  const { words, dir } = CATALOGUES[lang] ?? { words: english, dir: 'ltr' };
  // Isolation marks are only needed where the direction of text can turn inside a sentence.
  const made = new FluentBundle(lang, { useIsolating: dir === 'rtl' });
  const errors = made.addResource(new FluentResource(words));
  if (errors.length > 0) throw new Error(errors.map(String).join('\n'));
  return made;
}

/** Takes the catalogue of `lang` (English where there is none) and sets language and direction of the page. */
export function speak(lang: string): void {
  const known = lang in CATALOGUES ? lang : 'en';
  bundle = make(known);
  document.documentElement.lang = known;
  document.documentElement.dir = CATALOGUES[known]?.dir ?? 'ltr';
}

const FROM_RIGHT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;
const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text as it may stand in a sentence: a name from the right does not turn round what stands beside it. */
function isolated(value: FluentVariable): FluentVariable {
  if (typeof value !== 'string' || !FROM_RIGHT.test(value)) return value;
  return `\u2068${value.replace(MARKS, '')}\u2069`;
}

/** The message `id` with its arguments. A missing id shows itself; a test keeps that from being shipped. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  if (pattern == null) return `[${id}]`;
  const given = Object.entries(args ?? {}).map(([name, value]) => [name, isolated(value)] as const);
  return bundle.formatPattern(pattern, Object.fromEntries(given));
}

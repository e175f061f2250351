import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));

const offenders = (pattern: RegExp, but: string[] = [], files = FILES) =>
  files.filter(({ path, text }) => !but.includes(path) && pattern.test(text)).map(({ path }) => path);

describe('the source', () => {
  it('is there', () => expect(FILES.length).toBeGreaterThan(40));

  it('names the host in one file only', () => {
    expect(offenders(/@tauri-apps/, ['lib/api/client.ts'])).toEqual([]);
  });

  it('has colours in tokens.css only', () => {
    expect(
      offenders(/#[\da-f]{6}\b|#[\da-f]{3};|rgba?\(|background: (white|black)/i, ['styles/tokens.css']),
    ).toEqual([]);
  });

  it('has no style attribute in markup, which the content security policy would drop', () => {
    expect(offenders(/<[a-z][^>]*\sstyle="/)).toEqual([]);
  });

  it('has no tooltip of the system: what is told under the pointer is told by `data-hint`', () => {
    // A component may have a title; an element, or a trigger that becomes one, may not.
    const titled =
      /<([a-z][\w-]*|[A-Z]\w*\.Trigger)\s(?:[^<>{}]|=>|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*?\btitle=/;
    expect(titled.test('<span class="a" title={b}>')).toBe(true);
    expect(titled.test('<button onclick={() => go({ a })}\n title="b">')).toBe(true);
    expect(titled.test('<Menu.Trigger title={b}>')).toBe(true);
    expect(titled.test('<i data-x={a}></i><Modal title={b}>')).toBe(false);
    expect(offenders(titled)).toEqual([]);
  });

  it('uses logical properties, so that a page can run from the right', () => {
    const styled = FILES.filter(({ path }) => !path.endsWith('.ts'));
    const physical = /^\s*(margin|padding|border)-(left|right)|^\s*(left|right):/m;
    expect(offenders(physical, ['styles/tokens.css'], styled)).toEqual([]);
  });

  it('has no component from before runes', () => {
    expect(offenders(/export let |<slot|createEventDispatcher|\$:/)).toEqual([]);
  });
});

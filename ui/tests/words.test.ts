import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { t } from '$lib/words';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');
const CATALOGUE = readFileSync('../assets/locales/en/ui.ftl', 'utf8');
const IDS = [...CATALOGUE.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');

describe('the catalogue of words', () => {
  it('has every message that a screen asks for', () => {
    const asked = [...SOURCES.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((id) => !IDS.includes(id))).toEqual([]);
  });

  it('has no message that nothing asks for', () => {
    expect(IDS.filter((id) => !SOURCES.includes(`'${id}'`))).toEqual([]);
  });

  it('has each message once', () => {
    expect(IDS.filter((id, index) => IDS.indexOf(id) !== index)).toEqual([]);
  });
});

describe('words with arguments', () => {
  it('set the arguments in and choose the plural', () => {
    expect(t('undo-what', { label: 'Feb 2026 entered' })).toBe('Undo: Feb 2026 entered');
    expect(t('page-count', { pages: 1 })).toBe('1 page');
    expect(t('page-count', { pages: 3 })).toBe('3 pages');
  });

  it('keep a name from the right from turning the sentence round', () => {
    expect(t('undo-what', { label: 'برآمدات, 18' })).toBe('Undo: \u2068برآمدات, 18\u2069');
    expect(t('undo-what', { label: '\u202eبر' })).toBe('Undo: \u2068بر\u2069');
  });

  it('show an unknown id', () => {
    expect(t('no-such-message')).toBe('[no-such-message]');
  });
});

// Sources with their documents, and whose figure is read: what the window asks of the program.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { DocumentItem, SourceItem } from '$lib/api/bindings';
import { lastCall, start } from './app';

const KEPT: DocumentItem = {
  name: 'release.exe',
  bytes: 2_400_000,
  size: '2.4 MB',
  hash: 'a'.repeat(64),
  beside: 'papers/release.exe',
  state: 'missing',
  told: 'release.exe: missing',
  shown: false,
};
const SOURCE: SourceItem = {
  id: 7,
  title: 'Release of March',
  publisher: 'State Bank',
  address: '',
  page: '3',
  retrieved: '2026-03-20',
  note: '',
  dates: '18 Mar 2026',
  observations: 2,
  claims: 0,
  entries: 0,
  uses: '2 figures (IT exports 2)',
  document: null,
};

/** The Sources screen with these sources. */
async function listed(sources: SourceItem[]) {
  const desk = await start('sample');
  desk.tape.scripts.sources = () => ({ sources });
  await desk.user.click(screen.getByTestId('nav-sources'));
  await screen.findAllByTestId('source');
  const changed = () => ({ label: 'Done', notes: [], workspace: desk.session.workspace });
  return { ...desk, changed };
}

describe('a source', () => {
  it('tells what rests on it, and is merged into another', async () => {
    const other = { ...SOURCE, id: 8, title: 'Release of March 2026' };
    const { tape, user, changed } = await listed([SOURCE, other]);
    tape.scripts.source_merge = changed;
    await user.click((await screen.findAllByTestId('source-rename'))[0] as HTMLElement);
    expect((await screen.findByTestId('source-uses')).textContent).toContain('2 figures');
    expect(screen.getByTestId<HTMLInputElement>('source-page').value).toBe('3');
    await user.selectOptions(screen.getByTestId('source-into'), '8');
    await user.click(screen.getByTestId('source-merge'));
    await waitFor(() => expect(screen.queryByTestId('source-dialog')).toBeNull());
    expect(lastCall(tape, 'source_merge')).toEqual({ from: '7', into: '8' });
  });

  it('takes a document of which the size is told before', async () => {
    const { tape, user, changed } = await listed([SOURCE]);
    tape.scripts.pick_document = () => ({
      path: '/home/aide/release.pdf',
      name: 'release.pdf',
      bytes: 2_400_000,
      size: '2.4 MB',
      inside: 'The workspace grows by about 4.8 MB.',
      can_be_inside: true,
      beside: 'It does not lie beside the workspace.',
      can_be_beside: false,
    });
    tape.scripts.document_attach = changed;
    await user.click(await screen.findByTestId('source-rename'));
    await user.click(await screen.findByTestId('document-pick'));
    const offer = await screen.findByTestId('document-offer');
    expect(offer.textContent).toContain('4.8 MB');
    expect(screen.getByTestId<HTMLInputElement>('document-beside').disabled).toBe(true);
    await user.click(screen.getByTestId('document-commit'));
    await waitFor(() => expect(screen.queryByTestId('document-offer')).toBeNull());
    expect(lastCall(tape, 'document_attach')).toEqual({
      id: '7',
      path: '/home/aide/release.pdf',
      inside: true,
    });
  });

  it('says where its document is missing, and opens nothing that could run', async () => {
    const { tape, user } = await listed([{ ...SOURCE, document: KEPT }]);
    expect(screen.getByTestId('source-document-told').textContent).toContain('missing');
    tape.scripts.document_save = () => ({ path: '/home/aide/release.exe', bytes: 3 });
    await user.click(screen.getByTestId('source-rename'));
    await user.click(await screen.findByTestId('document-save'));
    await waitFor(() => expect(screen.getByTestId('toast').textContent).toContain('release.exe'));
    expect(screen.queryByTestId('toast-action')).toBeNull();
  });
});

describe('sources that disagree', () => {
  it('stand side by side, and one is read with a reason', async () => {
    const { tape, session, user } = await start('sample');
    const side = (source: number, text: string, current: boolean) => ({
      source,
      title: `Source ${source}`,
      value: text,
      text,
      published: '18 December 2025',
      current,
      preferred: false,
      role: current ? 'current' : 'another source differs',
    });
    const figure = {
      series: 'ict_total',
      period: '2025-11',
      place: 'IT exports, November 2025',
      unit: 'US$ million',
      sides: [side(3, '356', true), side(4, '366', false)],
      decided: null,
      reason: '',
    };
    tape.scripts.revisions = () => ({
      series: 'ict_total',
      title: 'IT exports',
      unit: 'US$ million',
      summary: [],
      years: [],
      year: '',
      days: [],
      rows: [],
    });
    tape.scripts.disagreements = () => ({ figures: [figure], summary: 'One figure.' });
    tape.scripts.preference_set = () => ({ label: 'Read', notes: [], workspace: session.workspace });
    session.screen = 'data';
    await user.click(await screen.findByTestId('data-more'));
    await user.click(await screen.findByTestId('revisions-open'));
    await screen.findByTestId('revisions-none');
    await user.click(screen.getByTestId('revisions-disagreements'));
    await user.click(await screen.findByTestId('prefer-ict_total@2025-11-4'));
    await user.type(await screen.findByTestId('prefer-reason'), 'The bank itself');
    await user.click(screen.getByTestId('prefer-save'));
    await waitFor(() => expect(screen.queryByTestId('prefer')).toBeNull());
    expect(lastCall(tape, 'preference_set')).toEqual({
      series: 'ict_total',
      period: '2025-11',
      source: '4',
      reason: 'The bank itself',
    });
  });
});

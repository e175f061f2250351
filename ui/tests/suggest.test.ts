// A field with suggestions below it: of a formula, where they take the place of a word; of a source see source.test.ts.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { lastCall, start } from './app';

const NOTHING = { formula: '', reading: '', wrong: '', unit: null, frequency: null, measure: null };

/** The form of a new series that is worked out, with the focus in its formula. */
async function formula() {
  const { tape, session, user } = await start('sample');
  tape.scripts.formula_read = ({ request }) => ({
    ...NOTHING,
    reading: `read: ${(request as { formula: string }).formula}`,
  });
  tape.scripts.series_set = () => ({ label: 'saved', notes: [], workspace: session.workspace });
  session.panel = 'series';
  await screen.findByTestId('outline-ict_total');
  await user.click(screen.getByTestId('series-add'));
  await user.type(await screen.findByTestId('series-title'), 'Worked out');
  await user.selectOptions(screen.getByTestId('series-figures'), 'derived');
  const field = await screen.findByTestId<HTMLInputElement>('series-formula');
  await user.click(field);
  return { tape, session, user, field };
}

const options = () =>
  screen.queryAllByTestId('formula-option').filter((option) => !option.closest('[hidden]'));
const texts = () =>
  options().map((option) => option.querySelector('code')?.textContent ?? option.textContent?.trim());

describe('a formula', () => {
  it('is completed by the suggestion that arrows have come to, and Enter saves nothing yet', async () => {
    const { tape, user, field } = await formula();
    await user.keyboard('ict_');
    await waitFor(() => expect(texts()).toContain('ict_total'));
    expect(field.getAttribute('aria-expanded')).toBe('true');
    expect(field.getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    const first = texts()[0] ?? '';
    await user.keyboard('{Enter}');
    expect(field.value).toBe(first);
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(lastCall(tape, 'series_set')).toBeUndefined();
  });

  it('takes a suggestion in the place of the word at the caret, and keeps what stands around it', async () => {
    const { user, field } = await formula();
    await user.keyboard('ict_total - free + 5');
    field.setSelectionRange('ict_total - free'.length, 'ict_total - free'.length);
    await user.keyboard('l');
    await waitFor(() => expect(texts()).toEqual(['freelance']));
    const one = options()[0];
    if (one) await user.click(one);
    expect(field.value).toBe('ict_total - freelance + 5');
    expect(document.activeElement).toBe(field);
    // Behind what was taken, so that the next letter stands there.
    await waitFor(() => expect(field.selectionStart).toBe('ict_total - freelance'.length));
    await waitFor(() =>
      expect(screen.getByTestId('formula-reading').textContent).toContain('ict_total - freelance + 5'),
    );
  });

  it('leaves Enter to the form while none is highlighted', async () => {
    const { tape, user, field } = await formula();
    await user.keyboard('ict_total - free');
    await waitFor(() => expect(texts()).toEqual(['freelance']));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(lastCall(tape, 'series_set')).toMatchObject({ formula: 'ict_total - free' }));
    expect(field.value).toBe('ict_total - free');
  });

  it('closes its suggestions with Esc, and the dialog only then', async () => {
    const { session, user } = await formula();
    await user.keyboard('free');
    await waitFor(() => expect(texts()).toEqual(['freelance']));
    await user.keyboard('{ArrowDown}{Escape}');
    expect(options()).toEqual([]);
    expect(session.panel).toBe('series');
    // Back from the last one the arrows come to the field itself.
    await user.keyboard('{ArrowUp}');
    expect(options()[0]?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{ArrowUp}');
    expect(options()[0]?.getAttribute('aria-selected')).toBe('false');
  });

  it('offers functions, with Tab as well', async () => {
    const { user, field } = await formula();
    await user.keyboard('roll');
    await waitFor(() => expect(texts()).toEqual(['rolling(']));
    await user.keyboard('{ArrowDown}{Tab}ict_total');
    expect(field.value).toBe('rolling(ict_total');
  });
});

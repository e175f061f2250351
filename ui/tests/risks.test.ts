// The registers as sheets: what is typed, filled, pasted and removed, and what the window asks of the program for it.
import { screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { RegisterField, RegisterPlan, RegisterRow, RegisterView } from '$lib/api/bindings';
import { lastCall, PAST, start } from './app';

const field = (name: string, more: Partial<RegisterField> = {}): RegisterField => ({
  name,
  label: name.toUpperCase(),
  hint: '',
  input: 'text',
  refers: null,
  choices: [],
  required: false,
  computed: false,
  numeric: false,
  ...more,
});

const CHOICES = [
  { value: '', label: '' },
  { value: 'running', label: 'running' },
  { value: 'done', label: 'done' },
];

const row = (id: string, name: string, state: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  id,
  cells: [name, state, ''],
  values: { name, state },
  computed: { late: null },
  remarks: [],
  tone: null,
  source: 'A page',
  address: '',
  states: [{ id, known_from: '2026-01-10', values: { name, state }, source: 'A page' }],
  ...more,
});

const LATE = row('2', 'A park', 'running', {
  cells: ['A park', 'running', '91'],
  remarks: ['overdue by 91 days'],
  tone: 'bad',
  states: [
    { id: '2', known_from: '2026-02-14', values: { name: 'A park', state: 'running' }, source: 'A page' },
    { id: '9', known_from: '2025-09-20', values: { name: 'A park', state: '' }, source: 'An older page' },
  ],
});

const view = (more: Partial<RegisterView> = {}): RegisterView => ({
  register: 'disruptions',
  tabs: [
    { register: 'disruptions', title: 'Disruptions', count: 3 },
    { register: 'costs', title: 'Published costs', count: 0 },
  ],
  title: 'One of three is overdue',
  note: '',
  fields: [
    field('name', { required: true }),
    field('state', { input: 'word', choices: CHOICES }),
    field('late', { computed: true, numeric: true }),
  ],
  source: field('source', { required: true }),
  rows: [row('1', 'A cable', 'done'), LATE, row('3', 'A fund', '')],
  order: [1, 0, 2],
  empty: null,
  ...more,
});

const NOTHING = view({ register: 'costs', rows: [], order: [], title: '', empty: 'Add what was stated.' });

async function opened(shown = view()) {
  const desk = await start('sample');
  desk.tape.scripts.register = ({ request }) =>
    (request as { register: string }).register === 'costs' ? NOTHING : shown;
  desk.tape.scripts.chart = () => {
    throw { code: 'no_data', message: 'Nothing to draw', hint: null };
  };
  desk.tape.scripts.sources = () => ({ sources: [] });
  const changed = () => ({ label: 'Done', notes: [], workspace: desk.session.workspace });
  for (const command of ['register_set', 'register_fill', 'register_remove', 'register_enter'])
    desk.tape.scripts[command] = changed;
  await desk.user.click(screen.getByTestId('nav-risks'));
  await screen.findByTestId('register');
  return desk;
}

/** Rules broken on what is shown now; contrast needs pixels. */
async function broken() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

const cell = (id: string, name: string) => screen.getByTestId(`register-cell-${id}-${name}`);

describe('a register', () => {
  it('lists what is overdue first, under its finding, and axe finds nothing', async () => {
    await opened();
    expect(screen.getByTestId('register-title').textContent).toBe('One of three is overdue');
    const names = screen.getAllByTestId('register-row').map((one) => within(one).getAllByRole('gridcell')[0]);
    expect(names.map((one) => one?.textContent)).toEqual(['A park', 'A cable', 'A fund']);
    expect(await broken()).toEqual([]);
  });

  it('is edited in place, by keyboard', async () => {
    const { tape, user } = await opened();
    cell('2', 'name').focus();
    await user.keyboard('{Enter}');
    const editor = await screen.findByTestId<HTMLInputElement>('register-editor');
    expect(editor.value).toBe('A park');
    await user.clear(editor);
    await user.type(editor, 'A larger park{Enter}');
    await waitFor(() => expect(screen.queryByTestId('register-editor')).toBeNull());
    expect(lastCall(tape, 'register_fill')).toEqual({
      register: 'disruptions',
      field: 'name',
      value: 'A larger park',
      ids: ['2'],
      corrects: false,
    });
    // Enter goes down, and what is worked out cannot be typed over.
    await waitFor(() => expect(document.activeElement).toBe(cell('1', 'name')));
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    expect(screen.queryByTestId('register-editor')).toBeNull();
  });

  it('keeps what is refused, and says why', async () => {
    const { tape, user } = await opened();
    tape.scripts.register_fill = () => {
      throw { code: 'word', message: 'NAME is empty.', hint: 'Fill it in.' };
    };
    cell('1', 'name').focus();
    await user.keyboard('x');
    await user.keyboard('{Enter}');
    expect((await screen.findByTestId('failure')).textContent).toContain('NAME is empty.');
    expect(screen.getByTestId<HTMLInputElement>('register-editor').value).toBe('x');
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('register-editor')).toBeNull();
  });

  it('fills the selected rows with the first value, as a correction where that is said', async () => {
    const { tape, user } = await opened();
    await user.click(screen.getByTestId('register-corrects'));
    cell('2', 'state').focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await waitFor(() =>
      expect(lastCall(tape, 'register_fill')).toEqual({
        register: 'disruptions',
        field: 'state',
        value: 'running',
        ids: ['1', '3'],
        corrects: true,
      }),
    );
  });

  it('takes a new entry from left to right, and says what is missing', async () => {
    const { tape, session, user } = await opened();
    cell('new', 'name').focus();
    await user.keyboard('A ban{Enter}');
    expect((await screen.findByTestId('register-missing')).textContent).toContain('SOURCE');
    // It is gone on with where it was left.
    session.screen = 'overview';
    await screen.findByTestId('screen-overview');
    session.screen = 'risks';
    await waitFor(() => expect(cell('new', 'name').textContent).toBe('A ban'));
    cell('new', 'source').focus();
    await user.keyboard('A letter{Enter}');
    await waitFor(() => expect(screen.queryByTestId('register-missing')).toBeNull());
    await user.click(screen.getByTestId('register-add'));
    await waitFor(() => expect(cell('new', 'name').textContent).toBe(''));
    expect(lastCall(tape, 'register_set')).toEqual({
      register: 'disruptions',
      id: null,
      values: { name: 'A ban' },
      source: 'A letter',
      corrects: false,
    });
  });

  it('takes rows of a spreadsheet from the cell in hand on, after it was said what they would do', async () => {
    const { tape, user } = await opened();
    const plan: RegisterPlan = {
      summary: 'one new, one changed',
      rows: [
        { row: 1, outcome: 'changed', id: '1', name: 'A cable', message: 'STATE: done → running' },
        { row: 2, outcome: 'new', id: null, name: 'A ban', message: '' },
      ],
      left_out: [],
      changes: 2,
      ready: true,
    };
    tape.scripts.register_plan = () => plan;
    cell('1', 'state').focus();
    await user.paste('running\t3\ndone\t4');
    expect((await screen.findByTestId('rows-summary')).textContent).toBe('one new, one changed');
    expect(screen.getAllByTestId('rows-row')).toHaveLength(2);
    expect(await broken()).toEqual([]);
    await user.click(screen.getByTestId('rows-commit'));
    await waitFor(() => expect(screen.queryByTestId('rows-dialog')).toBeNull());
    expect(lastCall(tape, 'register_enter')).toEqual({
      register: 'disruptions',
      text: 'running\t3\ndone\t4',
      path: null,
      onto: ['1', '3'],
      fields: ['state', 'late', 'source'],
      source: '',
      corrects: false,
    });
  });

  it('tells what an entry said before, and removes it after asking', async () => {
    const { tape, user } = await opened();
    cell('2', 'name').focus();
    await user.keyboard('{ArrowDown}{ArrowUp}');
    const panel = await screen.findByTestId('register-panel');
    expect(panel.textContent).toContain('overdue by 91 days');
    const states = within(screen.getByTestId('register-states')).getAllByRole('listitem');
    expect(states.map((state) => state.textContent)).toEqual([
      expect.stringContaining('running'),
      expect.stringContaining('An older page'),
    ]);
    await user.click(screen.getByTestId('register-state-remove'));
    expect(lastCall(tape, 'register_remove')).toEqual({ register: 'disruptions', id: '9' });
    await user.click(screen.getByTestId('register-remove'));
    await user.click(screen.getByTestId('register-remove-sure'));
    expect(lastCall(tape, 'register_remove')).toEqual({ register: 'disruptions', id: '2' });
  });

  it('leaves as a table', async () => {
    const { tape, user } = await opened();
    tape.scripts.register_export = () => ({ path: '/home/aide/disruptions.xlsx', bytes: 9, remarks: [] });
    await user.click(screen.getByTestId('register-export'));
    await user.click(await screen.findByTestId('register-export-xlsx'));
    await waitFor(() =>
      expect(lastCall(tape, 'register_export')).toEqual({
        request: { register: 'disruptions', series: 'ict_total', as_of: null },
        format: 'xlsx',
        path: '/home/aide/disruptions.xlsx',
      }),
    );
  });

  it('says what to do where there is nothing yet', async () => {
    const { user } = await opened();
    await user.click(screen.getByTestId('tab-costs'));
    expect((await screen.findByTestId('empty')).textContent).toContain('Add what was stated.');
    await user.click(screen.getByTestId('register-begin'));
    await waitFor(() => expect(document.activeElement).toBe(cell('new', 'name')));
  });

  it('cannot be edited on a past day', async () => {
    const { tape, session, user } = await opened();
    tape.scripts.counts = () => ({});
    session.readAsOf(PAST);
    await waitFor(() => expect(screen.queryByTestId('register-new')).toBeNull());
    expect(lastCall(tape, 'register')).toEqual({
      register: 'disruptions',
      series: 'ict_total',
      as_of: PAST.date,
    });
    cell('2', 'name').focus();
    await user.keyboard('{Enter}x{Delete}');
    expect(screen.queryByTestId('register-editor')).toBeNull();
    expect(screen.queryByTestId('register-import')).toBeNull();
    expect(screen.queryByTestId('register-remove')).toBeNull();
    expect(lastCall(tape, 'register_fill')).toBeUndefined();
  });
});

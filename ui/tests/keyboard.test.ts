// How far it is to the content by keys, and what a figure is called.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { start } from './app';

describe('the Tab key', () => {
  it('stops once in each list before the content', async () => {
    const { user } = await start('sample');
    await screen.findByTestId('chart');
    const main = document.querySelector('main');
    const stops: string[] = [];
    document.body.focus();
    while (!main?.contains(document.activeElement) && stops.length < 30) {
      await user.tab();
      stops.push(document.activeElement?.getAttribute('data-testid') ?? '');
    }
    expect(stops.slice(0, -1)).toEqual(['nav-overview', 'series-ict_total', 'keys', 'file-menu']);
  });

  it('leaves the lists to the arrows', async () => {
    const { user } = await start('sample');
    screen.getByTestId('nav-overview').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByTestId('screen-data')).toBeTruthy();
  });
});

describe('a dialog', () => {
  it('is not left by the keys of the screens, so that nothing in it is dropped', async () => {
    const { user } = await start('sample');
    await user.keyboard('{Control>}2{/Control}');
    await user.click(await screen.findByTestId('paste-open'));
    await screen.findByTestId('paste-text');
    await user.keyboard('{Control>}1{/Control}');
    expect(screen.getByTestId('screen-data')).toBeTruthy();
    expect(screen.getByTestId('paste-text')).toBeTruthy();
  });

  it('keeps waiting what lies under it', async () => {
    const { tape, session, user } = await start('sample');
    await user.click(screen.getByTestId('settings'));
    await screen.findByTestId('settings-dialog');
    await user.keyboard('{Control>}o{/Control}{Control>}n{/Control}{Control>}+{/Control}');
    expect(session.panel).toBe('settings');
    expect(tape.calls.some(({ name }) => name === 'pick_open')).toBe(false);
    // Its size can be changed all the same.
    await waitFor(() => expect(session.settings.zoom).toBe(1.1));
  });

  it('is not closed by a click beside it once something was written', async () => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId('nav-data'));
    await user.click(await screen.findByTestId('paste-open'));
    await user.type(await screen.findByTestId('paste-text'), '3');
    await user.click(document.querySelector('.scrim') ?? document.body);
    expect(screen.getByTestId('paste-text')).toBeTruthy();
  });
});

describe('what was written and left with its screen', () => {
  it('is there again', async () => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId('nav-data'));
    await user.click(await screen.findByTestId('import-open'));
    await user.type(await screen.findByTestId('import-text'), 'Year,Textiles');
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByTestId('screen-overview');
    await user.click(screen.getByTestId('nav-data'));
    await user.click(await screen.findByTestId('import-open'));
    expect((await screen.findByTestId<HTMLTextAreaElement>('import-text')).value).toBe('Year,Textiles');
  });
});

describe('the bar of Data', () => {
  it('is one stop, and its menu opens with a key', async () => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId('nav-data'));
    const more = await screen.findByTestId('data-more');
    const bar = more.closest('[data-row]');
    const stops = [...(bar?.querySelectorAll('button') ?? [])].filter((button) => button.tabIndex === 0);
    expect(stops.map((button) => button.dataset['testid'])).toEqual(['scope-sectors']);
    more.focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByTestId('series-open')).toBeTruthy();
    expect(screen.getByTestId('series-rename')).toBeTruthy();
    await user.click(screen.getByTestId('export-open'));
    expect(await screen.findByTestId('export-dialog')).toBeTruthy();
  });
});

describe('F6', () => {
  it('goes from region to region, and back with Shift', async () => {
    const { user } = await start('sample');
    await screen.findByTestId('chart');
    const region = () => document.activeElement?.closest('[data-region]')?.tagName;
    const seen: (string | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await user.keyboard('{F6}');
      seen.push(region());
    }
    expect(seen).toEqual(['NAV', 'HEADER', 'MAIN', 'NAV']);
    await user.keyboard('{Shift>}{F6}{/Shift}');
    expect(region()).toBe('MAIN');
  });
});

describe('a figure', () => {
  it('is named by what it is', async () => {
    await start('sample');
    const figure = (await screen.findAllByTestId('headline-value'))[0]?.closest('button');
    expect(figure?.getAttribute('aria-label')).toMatch(/^[^:]+: 2,975 /);
    const chance = screen.getByTestId('headline-outlook');
    expect(chance.getAttribute('aria-label')).toMatch(/: < 0.1\s%.*To the forecast$/);
  });
});

describe('a failure', () => {
  it('is not told on the next screen', async () => {
    const { session, user } = await start('sample');
    await session.undo();
    expect(await screen.findByTestId('toast-failure')).toBeTruthy();
    await user.keyboard('{Control>}7{/Control}');
    await waitFor(() => expect(screen.queryByTestId('toast-failure')).toBeNull());
  });

  it('offers to open a file again that was replaced', async () => {
    const { tape, session, user } = await start('sample');
    tape.scripts.undo = () => {
      throw { code: 'replaced', message: 'The file was replaced.', hint: null };
    };
    await session.undo();
    await screen.findByTestId('toast-failure');
    await user.click(screen.getByTestId('toast-action'));
    await waitFor(() => expect(tape.calls.some((call) => call.name === 'workspace_open')).toBe(true));
  });
});

describe('the sample with changes of an earlier day', () => {
  it('says so and can be started afresh', async () => {
    const { tape, user } = await start();
    const changed = { sample: 'This is the sample, with 2 changes made in it since.' };
    tape.scripts.workspace_sample = (given) => {
      const fresh = tape.play('workspace_sample', given) as object;
      return { ...fresh, ...changed };
    };
    tape.scripts.workspace_sample_afresh = () => tape.play('workspace_view', {});
    await user.click(screen.getByTestId('welcome-sample'));
    expect((await screen.findByTestId('toast')).textContent).toContain('2 changes');
    await user.click(screen.getByTestId('toast-action'));
    await waitFor(() => expect(screen.getByTestId('toast').textContent).toContain('as it came'));
  });
});

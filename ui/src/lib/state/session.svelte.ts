// What the window is about: the open workspace, the screen, the series, the day it is read as of.
import { createContext } from 'svelte';
import type {
  Changed,
  DayView,
  HistoryRequest,
  NewWorkspace,
  Rename,
  Settings,
  StartView,
  WorkspaceView,
} from '$lib/api/bindings';
import { asFailure, type Client, type Drag, type Failure } from '$lib/api/client';
import { t } from '$lib/words';
import { Choices } from './choices.svelte';
import { ALL, type GridFilter } from './filter';
import { Intake } from './intake.svelte';
import type { Amending, Draft, Panel, Place, Preferring, Targeting } from './places';
import { Toasts } from './toasts.svelte';

export class Session {
  readonly toasts = new Toasts();
  readonly choices: Choices;
  /** What the welcome screen shows; null until the program has answered. */
  start = $state.raw<StartView | null>(null);
  workspace = $state.raw<WorkspaceView | null>(null);
  panel = $state<Panel>(null);
  /** Id of the series in hand. */
  series = $state('');
  /** The day that everything is read as of; null is today. */
  day = $state.raw<DayView | null>(null);
  /** Grows with every change of the workspace, so that what is shown is asked for again. */
  revision = $state(0);
  /** What is being given another name, with its name as it is. */
  naming = $state.raw<Rename | null>(null);
  /** The number whose history is open, and where on the screen it stands. */
  history = $state.raw<{ request: HistoryRequest; anchor: HTMLElement } | null>(null);
  /** What is being put right. */
  amending = $state.raw<Amending | null>(null);
  /** The figure of which one source is to be read. */
  preferring = $state.raw<Preferring | null>(null);
  /** The target that is entered or amended. */
  targeting = $state.raw<Targeting | null>(null);
  /** The claim in hand on the screen of targets, by its id; null: the first that is listed. */
  claim = $state<string | null>(null);
  /** A change is on its way. */
  busy = $state(false);
  /** Why the program did not answer at all. */
  fatal = $state.raw<Failure | null>(null);

  /** An entry that was begun and left with its screen; it is gone on with there. */
  draft = $state.raw<Draft | null>(null);
  /** What was written in other fields and left with their screen, by what it is about. */
  begun = $state<Record<string, string>>({});

  /** Which years and sectors the grid shows. */
  filter = $state.raw<GridFilter>(ALL);

  /** Files that are being imported; it stays while other screens are looked at. */
  intake = $state.raw<Intake | null>(null);
  /** Files are dragged over the window. */
  dragging = $state(false);

  #screen = $state<Place>('overview');
  #steps: Promise<void> = Promise.resolve();

  constructor(readonly client: Client) {
    this.choices = new Choices(client, (thrown) => this.fail(thrown));
  }

  get screen(): Place {
    return this.#screen;
  }

  /** What was done or could not be done on a screen is told there, and not on the next. */
  set screen(next: Place) {
    if (next !== this.#screen) this.toasts.clear();
    this.#screen = next;
  }

  get settings(): Settings {
    return this.choices.now;
  }

  get theme(): 'light' | 'dark' {
    return this.choices.theme;
  }

  /** The series in hand, as the workspace lists it. */
  get chosen(): WorkspaceView['series'][number] | undefined {
    return this.workspace?.series.find((one) => one.id === this.series);
  }

  /** The day that everything is read as of, as the program is asked for it; null is today. */
  get asOf(): string | null {
    return this.day?.date ?? null;
  }

  /** A past day is read. */
  get past(): boolean {
    return this.day !== null;
  }

  /** Why nothing can be entered now, or null. */
  get locked(): string | null {
    if (this.past) return t('asof-locked');
    return this.workspace?.read_only ?? null;
  }

  /** Asks the program how things stand. */
  async begin(): Promise<void> {
    try {
      await this.client.dragged((drag) => this.#dragged(drag));
      const start = await this.client.start();
      this.choices.begin(start.settings);
      // The file that the command line named: if it cannot be opened, the welcome screen says why.
      await this.#task(async () => {
        const open = await this.client.workspaceView();
        if (open) this.#enter(open);
      });
      this.start = start;
    } catch (thrown) {
      this.fatal = asFailure(thrown);
    }
  }

  open(path: string): Promise<void> {
    return this.#task(async () => this.#enter(await this.client.workspaceOpen(path)));
  }

  /** Opens a sample; where it was changed before, says so with the way to a fresh one. */
  openSample(name: string): Promise<void> {
    return this.#task(async () => {
      const sample = await this.client.workspaceSample(name);
      this.#enter(sample);
      if (sample.sample !== null) {
        this.toasts.say(sample.sample, { words: t('sample-afresh'), run: () => this.sampleAfresh() });
      }
    });
  }

  /** The sample without what was changed in it. */
  sampleAfresh(): Promise<void> {
    return this.#task(async () => {
      this.#enter(await this.client.workspaceSampleAfresh());
      this.toasts.say(t('sample-fresh'));
    });
  }

  /** Another file stands where the open one was: opens that. */
  openAgain(): Promise<void> {
    const path = this.workspace?.path;
    return path === undefined ? Promise.resolve() : this.open(path);
  }

  /** Asks how the open file stands: it may have been replaced while the window was not looked at. */
  async look(): Promise<void> {
    if (this.workspace === null) return;
    try {
      const now = await this.client.workspaceView();
      if (now && this.workspace && now.read_only !== this.workspace.read_only) this.workspace = now;
    } catch {
      // Whoever asks for something next is told why it cannot be had.
    }
  }

  /** Asks for a file and opens it. */
  openPicked(): Promise<void> {
    return this.#task(async () => {
      const path = await this.client.pickOpen();
      if (path) this.#enter(await this.client.workspaceOpen(path));
    });
  }

  /** Asks where, creates a workspace there and opens it. Answers whether that was done. */
  async create(fresh: Omit<NewWorkspace, 'path'>): Promise<boolean> {
    let made = false;
    await this.#task(async () => {
      const path = await this.client.pickSave(`${fileName(fresh.name)}.hadaf`, 'hadaf');
      if (!path) return;
      this.#enter(await this.client.workspaceNew({ ...fresh, path }));
      made = true;
    });
    return made;
  }

  /** Asks for files and reads them, to be imported. */
  importPicked(): Promise<void> {
    return this.#task(async () => {
      const paths = await this.client.pickFiles();
      if (paths.length > 0) this.import((intake) => intake.open(paths));
    });
  }

  /** Begins an import, which takes the place of one that was not applied. */
  import(read: (intake: Intake) => Promise<boolean>): void {
    if (this.workspace === null) return this.toasts.say(t('import-needs-workspace'));
    if (this.locked !== null) return this.toasts.say(this.locked);
    const intake = new Intake(this.client);
    this.intake = intake;
    this.screen = 'import';
    void read(intake);
  }

  /** Lets go of an import. */
  async importCancel(): Promise<void> {
    const intake = this.intake;
    this.intake = null;
    await this.#task(async () => intake?.cancel());
  }

  /** Enters what is to be imported, and leads to it. */
  async importApply(): Promise<void> {
    const change = await this.intake?.apply();
    if (!change) return;
    this.intake = null;
    this.screen = 'data';
    this.changed(change);
    this.series = this.workspace?.series.some(({ id }) => id === this.series)
      ? this.series
      : (this.workspace?.series[0]?.id ?? '');
  }

  #dragged(drag: Drag): void {
    this.dragging = drag.kind === 'over';
    if (drag.kind !== 'dropped' || drag.paths.length === 0) return;
    const [first] = drag.paths;
    // A workspace is opened, and not read into the one that is open.
    if (drag.paths.length === 1 && first?.endsWith('.hadaf')) void this.open(first);
    else this.import((intake) => intake.open(drag.paths));
  }

  saveCopy(): Promise<void> {
    return this.#task(async () => {
      const path = await this.client.pickSave(this.workspace?.file_name ?? 'workspace.hadaf', 'hadaf');
      if (!path) return;
      const copy = await this.client.workspaceSaveCopy(path);
      this.toasts.say(t('copy-saved', { path: copy.path }));
    });
  }

  /** Gives something another name; the dialog stays where that was refused. */
  rename(request: Rename): Promise<void> {
    return this.#task(async () => {
      const change = await this.client.rename(request);
      this.naming = null;
      this.changed(change);
    });
  }

  close(): Promise<void> {
    return this.#task(async () => {
      this.start = await this.client.workspaceClose();
      this.workspace = null;
      this.intake = null;
      [this.draft, this.begun] = [null, {}];
      this.filter = ALL;
      this.day = null;
      this.history = null;
      this.naming = null;
      this.preferring = null;
      this.targeting = null;
    });
  }

  /** Takes the last change back. */
  undo(): Promise<void> {
    return this.#step(() => this.client.undo(), 'toast-undone', {
      words: t('redo'),
      key: 'Ctrl Y',
      run: () => this.redo(),
    });
  }

  /** Does again what was taken back. */
  redo(): Promise<void> {
    return this.#step(() => this.client.redo(), 'toast-redone', {
      words: t('undo'),
      key: 'Ctrl Z',
      run: () => this.undo(),
    });
  }

  /** Takes in the answer to a change, and says what was done with the way back. */
  changed(change: Changed): void {
    this.#take(change.workspace);
    this.toasts.done([change.label, ...change.notes].join('. '), {
      words: t('undo'),
      key: 'Ctrl Z',
      run: () => this.undo(),
    });
  }

  /** Reads everything as of `day`; null or today reads what is known now. */
  readAsOf(day: DayView | null): void {
    this.day = day?.date === this.workspace?.today ? null : day;
    this.history = null;
  }

  /** Opens the history of a number or of a claim beside where it stands. */
  showHistory(request: HistoryRequest, anchor: HTMLElement): void {
    this.history = { request, anchor };
  }

  set(choice: Partial<Settings>): Promise<void> {
    return this.choices.set(choice);
  }

  zoom(direction: 1 | -1 | 0): Promise<void> {
    return this.choices.zoom(direction);
  }

  /** Shows why something could not be done. */
  fail(thrown: unknown): void {
    const failure = asFailure(thrown);
    const again = { words: t('file-open-again'), run: () => this.openAgain() };
    this.toasts.fail(failure, failure.code === 'replaced' ? again : null);
    if (failure.code === 'replaced') void this.look();
  }

  /** Says where a file was written, and what is to be known of it, with the way to open it. */
  written(
    { path, replaced = null }: { path: string; replaced?: string | null },
    remarks: string[] = [],
  ): void {
    const told = t(replaced ? 'export-replaced' : 'export-done', { path, letters: replaced ?? '' });
    this.toasts.done([told, ...remarks].join('. '), {
      words: t('open'),
      run: () => this.openFile(path),
    });
  }

  /** Opens a written file with the program that the system has for it. */
  async openFile(path: string): Promise<void> {
    await this.#task(() => this.client.openPath(path));
  }

  #enter(workspace: WorkspaceView): void {
    this.day = null;
    this.history = null;
    this.panel = null;
    [this.draft, this.begun] = [null, {}];
    this.filter = ALL;
    this.intake = null;
    this.preferring = null;
    this.targeting = null;
    this.claim = null;
    this.screen = 'overview';
    this.series = workspace.series[0]?.id ?? '';
    this.#take(workspace);
  }

  #take(workspace: WorkspaceView): void {
    this.workspace = workspace;
    // The series in hand may have gone: removed, merged or put away.
    const offered = workspace.series.filter((one) => !one.archived);
    if (!offered.some((one) => one.id === this.series)) this.series = offered[0]?.id ?? '';
    this.revision += 1;
  }

  async #step(
    ask: () => Promise<Changed>,
    message: 'toast-undone' | 'toast-redone',
    action: { words: string; key: string; run: () => void },
  ): Promise<void> {
    // Steps pressed quickly one after the other are all taken, in order.
    this.#steps = this.#steps.then(() =>
      this.#task(async () => {
        const change = await ask();
        this.#take(change.workspace);
        this.toasts.say(t(message, { label: change.label }), action);
      }),
    );
    await this.#steps;
  }

  async #task(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
      this.toasts.mended();
    } catch (thrown) {
      this.fail(thrown);
    } finally {
      this.busy = false;
    }
  }
}

/** A name as a file name that every system takes. */
export function fileName(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain || 'workspace';
}

export const [getSession, setSession] = createContext<Session>();

// A client without a program: it plays back what the program answered on the sample, for tests and for looking at
// screens in a browser. `tests/app/tape.rs` records it.
import { commands, type Invoke } from './commands';
import type { Client, Drag, Failure } from './client';

type Given = Record<string, unknown>;

/** What was asked in which state of the program, what became of it, and in which state it was then. */
export interface Take {
  state: string;
  command: string;
  given: Given;
  answer?: unknown;
  /** Instead of an answer: what differs from the one in the state before, by its place. */
  changed?: Given;
  failure?: unknown;
  then?: string;
}

/** What the file holds. A state answers as the one that it came from, but for the takes of its own. */
export interface Recording {
  states: Record<string, string | null>;
  takes: Take[];
}

/** Arguments that the tape does not tell apart: pictures are recorded at one size, sources are asked half typed. */
const LOOSE: Record<string, string[]> = {
  chart: ['width', 'height', 'theme', 'framed'],
  paste_preview: ['source'],
  claim_preview: [
    'amount',
    'conditions',
    'fiscal_year',
    'kind',
    'maker',
    'official',
    'page',
    'quote',
    'said',
    'source',
  ],
};

/** The arguments as text, whatever their order. */
function spelled(command: string, given: Given): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !LOOSE[command]?.includes(name))
            .sort(),
        )
      : value;
  return `${command} ${JSON.stringify(given, sorted)}`;
}

export class Tape {
  /** Calls made: the command and its first argument. */
  readonly calls: { name: string; argument: unknown }[] = [];
  /** What was asked and is not on the tape. */
  readonly missing: string[] = [];
  /** What the file dialogs are answered with; null cancels them. */
  picked: string | null = '/home/aide/data/pakistan-it-exports.hadaf';
  /** Drags files over the window, as the system does. */
  drag: (drag: Drag) => void = () => undefined;
  /** Answers that are not played back: those of a test, and of what leaves the program. */
  readonly scripts: Record<string, (given: Given) => unknown> = {
    settings_set: ({ settings }) => settings,
    pick_open: () => this.picked,
    pick_save: ({ name }) => this.picked && `/home/aide/${name}`,
    pick_files: () => (this.picked === null ? [] : [this.picked]),
    open_path: () => null,
    chart_copy: () => null,
    grid_copy: () => null,
  };
  readonly client: Client = {
    ...commands(((command, given = {}) => this.#asked(command, given)) as Invoke),
    zoom: async (factor) => void this.calls.push({ name: 'zoom', argument: factor }),
    dragged: async (tell) => void (this.drag = tell),
  };

  #takes: Map<string, Take>;

  constructor(
    private readonly recording: Recording,
    private state = 'closed',
  ) {
    const key = ({ state, command, given }: Take) => `${state} ${spelled(command, given)}`;
    this.#takes = new Map(recording.takes.map((take) => [key(take), take]));
  }

  async #asked(command: string, given: Given): Promise<unknown> {
    this.calls.push({ name: command, argument: Object.values(given)[0] ?? null });
    const script = this.scripts[command];
    return script ? script(given) : this.play(command, given);
  }

  /** What the program answered. */
  play(command: string, given: Given): unknown {
    const asked = spelled(command, given);
    const take = this.#find(asked, this.state);
    if (!take) {
      this.missing.push(asked);
      const message = `The tape has no answer to ${asked}`;
      throw { code: 'unexpected', message, hint: null } satisfies Failure;
    }
    if (take.failure) throw take.failure;
    if (take.then) this.state = take.then;
    return this.#answer(asked, take);
  }

  /** The take of a state, or of the one that it came from. */
  #find(asked: string, state: string | null | undefined): Take | undefined {
    if (state == null) return undefined;
    return this.#takes.get(`${state} ${asked}`) ?? this.#find(asked, this.recording.states[state]);
  }

  #answer(asked: string, take: Take): unknown {
    const before = take.changed && this.#find(asked, this.recording.states[take.state]);
    const answer = before ? this.#answer(asked, before) : structuredClone(take.answer);
    for (const [place, value] of Object.entries(take.changed ?? {})) {
      const path = place.split('/').slice(1);
      const last = path.pop() ?? '';
      const inner = path.reduce((at, name) => at[name] as Given, answer as Given);
      inner[last] = structuredClone(value);
    }
    return answer;
  }
}

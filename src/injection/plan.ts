/** Which runs a campaign makes: each fault that it names, `all` unfolded, in an order and with values that come from its seed. */

import type { FaultClass } from "../records/index.ts";
import type { Campaign, Expectation, FaultEntry } from "./campaign/campaign.ts";
import type { FaultRow, Injected } from "./faults/fault.ts";
import { faultTable, readFault } from "./faults/index.ts";
import { createRandom } from "./random.ts";
import type { Step } from "./steps.ts";
import { contentsNames, type InputEdit } from "./world/world.ts";

export interface PlannedRun {
  /** From 1; 0 is the run without a fault. */
  readonly number: number;
  /** "calm" for that one. */
  readonly fault: string;
  readonly row: FaultRow | null;
  readonly injected: Injected | null;
  /** The step that it is tried on. */
  readonly step: string | null;
  /** Of the plan's pairs, those that it covers. */
  readonly pairs: readonly string[];
  /** Whose fault it is; absent where nobody says. */
  readonly class?: FaultClass;
  readonly expect: Expectation;
}

export interface Plan {
  /** In the order in which they are made. */
  readonly runs: readonly PlannedRun[];
  readonly steps: readonly Step[];
  /** All pairs of a step with a fault that fits it: what coverage is counted by. */
  readonly pairs: readonly string[];
}

export interface PlanMistake {
  /** "faults[2]". */
  readonly key: string;
  readonly problem: string;
  readonly next: string;
}

/** Makes the plan; the same campaign and script give the same one. */
export function planOf(
  campaign: Campaign,
  steps: readonly Step[],
): Plan | { readonly mistakes: readonly PlanMistake[] } {
  const mistakes: PlanMistake[] = [];
  const wanted: Omit<PlannedRun, "number">[] = [];
  const pairs = steps.flatMap((step) =>
    faultTable.filter((row) => row.fits(step).length > 0).map((row) => pairOf(step, row)),
  );
  const add = (entry: FaultEntry, text: string, step: Step | null): void => {
    // What is drawn for one fault does not depend on the others.
    const read = readFault(text, createRandom(campaign.seed, `${step?.id ?? ""} ${text}`));
    if ("problem" in read) {
      mistakes.push({ key: entry.key, ...read });
      return;
    }
    const { row, injected } = read;
    const missing = injected.world.proxies?.find(([name]) => !campaign.proxies.some((each) => each.name === name));
    if (missing !== undefined) {
      const problem = `the campaign has no proxy ${missing[0]}`;
      mistakes.push({ key: entry.key, problem, next: `say what it stands for: proxies: { ${missing[0]}: HOST:PORT }` });
      return;
    }
    const beyond = injected.world.inputs?.find((each) => isBeyond(each, campaign.arguments.length));
    if (beyond !== undefined) {
      const given = campaign.arguments.length;
      const problem = `there is no argument ${beyond.name}: the script is given ${given}`;
      mistakes.push({ key: entry.key, problem, next: "give the script that argument, or name one that it has" });
      return;
    }
    const owner = entry.class ?? (isOthersFile(injected, campaign) ? undefined : injected.class);
    const asked = entry.expect ?? campaign.expect;
    wanted.push({
      ...{ fault: injected.text, row, injected, step: step?.id ?? null },
      pairs: pairsCovered(row, injected, step, steps),
      ...(owner === undefined ? {} : { class: owner }),
      expect: asked,
    });
  };
  for (const entry of campaign.faults) {
    if (entry.fault !== "all") add(entry, entry.fault, null);
    else {
      const once = new Set<string>();
      for (const step of steps)
        for (const text of faultsFor(step)) {
          // What is the same for the whole script is tried once, and covers every step that it can meet.
          const isWhole = !/ line \d+$/.test(text);
          if (!once.has(text)) add(entry, text, isWhole ? null : step);
          once.add(text);
        }
      for (const text of inputFaults(campaign)) add(entry, text, null);
    }
  }
  if (mistakes.length > 0) return { mistakes };
  const calm = { fault: "calm", row: null, injected: null, step: null, pairs: [], expect: { end: ["done"] } } as const;
  const numbered = wanted.map((run, index) => ({ number: index + 1, ...run }));
  const order = createRandom(campaign.seed, "order").shuffled(numbered);
  return { steps, pairs, runs: [{ number: 0, ...calm }, ...order.slice(0, campaign.runs ?? order.length)] };
}

/** Whether it is about an argument that the script is not given; one more than there are can be added. */
function isBeyond({ place, name, text }: InputEdit, given: number): boolean {
  return place === "argument" && Number(name) > (text === null ? given : given + 1);
}

/** A file that the campaign does not name as the script's input may be anybody's: the developer's, this host's. */
function isOthersFile({ world: { contents = [] } }: Injected, { files, arguments: words }: Campaign): boolean {
  return contents.some(({ path }) => !files.includes(path) && !words.includes(path));
}

/** The faults that fit a step, as they are written. */
function faultsFor(step: Step): readonly string[] {
  return faultTable.flatMap((row) =>
    row.fits(step).map((text) => {
      const isSentence = row.area === "engine" || row.id === "syscall";
      const whole = text === "" ? row.id : `${row.id}${isSentence ? " " : ":"}${text}`;
      return row.arrives === true ? `${whole} from line ${step.line}` : whole;
    }),
  );
}

const pairOf = (step: Step, row: FaultRow): string => `${step.id} ${row.id}`;

/** The pairs that a fault covers: those of the step that it is tried on, or of the steps that it can meet. */
function pairsCovered(row: FaultRow, injected: Injected, step: Step | null, steps: readonly Step[]): readonly string[] {
  if (step !== null) return [pairOf(step, row)];
  const met = steps.filter(
    (each) => row.fits(each).length > 0 && (injected.tool === undefined || injected.tool === each.name),
  );
  return met.map((each) => pairOf(each, row));
}

/** What is wrong with what the campaign gives the script: words, parameters, variables, files, and its proxies. */
function inputFaults({ arguments: words, environment, files, proxies }: Campaign): readonly string[] {
  const parameters = words.flatMap((word) => /^--([A-Za-z][\w-]*)/.exec(word)?.[1] ?? []);
  const contents = contentsNames.flatMap((how) => [
    ...words.map((_, index) => `argument:${index + 1}=${how}`),
    ...parameters.map((name) => `parameter:${name}=${how}`),
    ...environment.map(([name]) => `variable:${name}=${how}`),
    ...files.map((file) => `file:${file}=${how}`),
  ]);
  return [...contents, ...proxies.flatMap(({ name }) => proxyFaults.map((how) => `proxy:${name}=${how}`))];
}

/** What each proxy of a campaign does in turn where all faults are tried. */
const proxyFaults = ["refuse", "reset", "silent", "status=503", "latency=300ms"];

/** Runs a text with the fake runtime: what it did, and how it ended. */

import { compileTexts, functionOf, type Texts } from "./compiled.ts";
import { createFake, FakeExit, FakeFault, type FakeOptions, mainFlow } from "./fake-runtime.ts";

export interface Behaviour {
  readonly events: readonly string[];
  /** The exit code, "exit N", or the fault that came out. */
  readonly end: number | string;
  /** The frames of the fault that came out: `name:line(values)`, innermost first. */
  readonly frames: readonly string[];
}

export async function runText(text: string | Texts, options: FakeOptions = {}): Promise<Behaviour> {
  const program = compileTexts(typeof text === "string" ? { "test.dscript": text } : text);
  const { rt, events } = createFake(program, options);
  try {
    return { events, end: await functionOf(program)(rt, mainFlow()), frames: [] };
  } catch (thrown) {
    if (thrown instanceof FakeExit) return { events, end: `exit ${thrown.status}`, frames: [] };
    if (!(thrown instanceof FakeFault)) throw thrown;
    const frames = thrown.frames.map(({ name, line, values }) => `${name}:${line}(${values.join(", ")})`);
    return { events, end: `${thrown.kind}: ${thrown.message}`, frames };
  }
}

/** What a text prints and runs, and how it ends, as one list. */
export async function traceOf(text: string | Texts, options: FakeOptions = {}): Promise<readonly (string | number)[]> {
  const { events, end } = await runText(text, options);
  return [...events, end];
}

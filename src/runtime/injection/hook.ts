/** Rules of an injection campaign at work: each call is counted, and those that a rule is for fail as it says. */

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { errnoByName, type Program } from "../../records/index.ts";
import type { InjectionHook } from "../asked-of-engine.ts";
import { Refusal, systemError } from "../files/refusal.ts";
import { arrivedFile, callsFile, callsWord, type InjectionAction, type InjectionRule, strikesFile } from "./rule.ts";

/** Reads the rules for a program; undefined where the file is not there any more: the campaign is over. */
export function readInjection(file: string, program: Program): InjectionHook | undefined {
  let rules: readonly InjectionRule[];
  try {
    // A campaign of this very version wrote it.
    rules = JSON.parse(readFileSync(file, "utf8")) as readonly InjectionRule[];
  } catch {
    return undefined;
  }
  const counts = rules.map(() => 0);
  /** The actions for one call, which is counted; those of a call that fails come last. */
  const strike = (target: InjectionRule["target"], name: string, lines: readonly number[]): InjectionAction[] =>
    rules.flatMap((rule, index) => {
      if (rule.target !== target || (rule.name !== name && rule.name !== "*")) return [];
      if (rule.line !== null && !lines.includes(rule.line)) return [];
      const count = (counts[index] ?? 0) + 1;
      counts[index] = count;
      if (count < rule.from || count > rule.to) return [];
      // Of a prefix that shows something, whoever looks at that notes it.
      if (rule.action.kind !== "prefix" || rule.action.shows === undefined) note(file, index);
      if (rule.action.kind === "await") awaitArrival(arrivedFile(file));
      return [rule.action];
    });
  return {
    command(site, name) {
      const { line, stages } = program.sites[site] ?? {};
      const lines = [line ?? 0, ...(stages ?? []).map((stage) => stage.line)];
      const words: string[] = [];
      for (const action of strike("command", basename(name), lines)) {
        if (action.kind === "errno") return { errno: action.errno };
        if (action.kind === "prefix")
          words.push(...action.words.map((word) => (word === callsWord ? callsFile(file) : word)));
      }
      return words.length === 0 ? undefined : { words };
    },
    around: (key, waits, perform) => {
      if (!rules.some((rule) => rule.target === "call" && (rule.name === key || rule.name === "*"))) return perform;
      return (flow, site, ...values) => {
        const actions = strike("call", key, [program.sites[site]?.line ?? 0]);
        const cut = actions.find((action) => action.kind === "truncate");
        const pause = actions.reduce((sum, action) => sum + (action.kind === "delay" ? action.milliseconds : 0), 0);
        const act = (): unknown => {
          for (const action of actions) failAs(action, key);
          return perform(flow, site, ...values);
        };
        const shorten = (value: unknown): unknown =>
          cut !== undefined && typeof value === "string" ? value.slice(0, cut.length) : value;
        if (waits) return later(pause).then(act).then(shorten);
        if (pause > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
        return shorten(act());
      };
    },
  };
}

function failAs(action: InjectionAction, key: string): void {
  if (action.kind === "signal") signalSelf(action.signal, action.milliseconds);
  if (action.kind === "answer")
    throw new Refusal("HttpFault", `the server answered ${action.status}`, undefined, undefined, {
      answer: action.status,
    });
  if (action.kind !== "errno") return;
  if (!key.startsWith("Http.")) throw systemError(action.errno);
  const why = `the connection failed: ${errnoByName(action.errno)?.text ?? action.errno}`;
  throw new Refusal("NetworkFault", why, action.errno);
}

/** At once, or later, where the call still runs then. */
function signalSelf(signal: NodeJS.Signals, milliseconds: number): void {
  const send = (): unknown => process.kill(process.pid, signal);
  if (milliseconds === 0) send();
  else setTimeout(send, milliseconds).unref();
}

/** Milliseconds: whoever changes the world may have ended. */
const patience = 10_000;
const often = 2;

function awaitArrival(file: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < patience && !existsSync(file); waited += often) Atomics.wait(clock, 0, 0, often);
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A run whose disk is full goes on without its note. */
function note(file: string, index: number): void {
  try {
    appendFileSync(strikesFile(file), `${index}\n`);
  } catch {
    // Nothing to be done, and nobody to be told.
  }
}

// What is done with a large case, each beside something bare that goes through as many bytes.
import { createHash } from "node:crypto";
import { load } from "js-yaml";
import { type CaseReading, canonicalCase, checkCases, layoutOf, readCase } from "../../src/assurance/index.ts";
import { digestOfCase } from "../../src/cli/case/digest-of-case.ts";
import { pageHtml } from "../../src/page/index.ts";
import { largeCase } from "../large-case.ts";

export interface Step {
  readonly title: string;
  readonly nodes: number;
  /** Milliseconds of the fastest run; undefined where none is set. */
  readonly aim?: number;
  readonly beside: string;
  /** Both ways from what nobody has looked at yet, made anew for each run and not timed: what is known of a case is kept with it. */
  readonly prepare: (text: string) => { readonly work: () => unknown; readonly bare: () => unknown };
}

const name = "large.dcase.yaml";

function read(text: string): Extract<CaseReading, { ok: true }> {
  const reading = readCase(text, name);
  if (!reading.ok) throw new Error(`the case cannot be read: ${reading.errors[0]?.message}`);
  return reading;
}

function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

export const steps = {
  parse: {
    title: "parse the YAML",
    nodes: 30_000,
    aim: 500,
    beside: "js-yaml's load of the same text",
    prepare: (text) => ({ work: () => readCase(text, name), bare: () => load(text) }),
  },
  check: {
    title: "check it by all rules",
    nodes: 30_000,
    aim: 100,
    beside: "JSON.parse of the same case",
    prepare: (text) => {
      const { file, places } = read(text);
      const json = asJson(text);
      const source = { file: name, case: file.case, places };
      return { work: () => checkCases([source]), bare: () => JSON.parse(json) };
    },
  },
  digest: {
    title: "digest",
    nodes: 30_000,
    aim: 300,
    beside: "SHA-256 of the canonical bytes alone",
    prepare: (text) => {
      const made = canonicalCase(read(text).file.case);
      const bytes = Buffer.from(made.ok ? made.text : "");
      const whole = read(text).file.case;
      return { work: () => digestOfCase(whole), bare: () => sha256(bytes) };
    },
  },
  layout: {
    title: "lay it out",
    nodes: 30_000,
    aim: 100,
    beside: "JSON.parse of the same case",
    prepare: (text) => {
      const whole = read(text).file.case;
      const json = asJson(text);
      return { work: () => layoutOf(whole).nodes, bare: () => JSON.parse(json) };
    },
  },
  page: {
    title: "write its page",
    nodes: 10_000,
    beside: "JSON.stringify of the same case",
    prepare: (text) => {
      const whole = read(text).file.case;
      const files = { script: "", style: "", digest: sha256 };
      return {
        work: () => pageHtml({ case: whole, statuses: [], start: {} }, files),
        bare: () => JSON.stringify(whole),
      };
    },
  },
} satisfies { readonly [name: string]: Step };

export type StepName = keyof typeof steps;

export function textFor(step: Step): string {
  return largeCase(step.nodes);
}

function asJson(text: string): string {
  return JSON.stringify(read(text).file.case);
}

/** The schema of a configuration's `diagnosis`: what a user's own commands say when they fail, and whose fault that is. */

import { z } from "zod";
import { type MessageRule, phraseText } from "../diagnosis/index.ts";
import { needs } from "../documents/index.ts";
import { type FaultClass, faultClasses } from "../records/index.ts";
import { growthOf } from "../runtime/index.ts";

const example =
  'diagnosis: [{ id: replica-lag, for: check-replica, message: "replica is … behind", fault: SystemFault, says: the replica is behind }]';
const part = (expected: string, shown: string) => needs(expected, shown);

/** Steps grow with the square of a line's length at most: a line is cut at 1,000 characters. */
const mostGrowth = 2;
const shortestText = 4;
const longestText = 300;
const mostRows = 1000;
const strongest = 5;

const name = z
  .string(part("a program's name without its folder", "for: [check-replica]"))
  .regex(/^[^/\0\s]+$/, part("a program's name without its folder", "for: [check-replica]"));

const messageExample = 'message: "replica is … behind"   (or a pattern: message: /lag of \\d+ s/)';
const message = z.string(part("a text, or a pattern between slashes", messageExample)).superRefine((text, context) => {
  const problem = problemOf(text);
  if (problem !== undefined) context.addIssue({ code: "custom", message: `${problem}\n${messageExample}` });
});

const statusNeeds = part("an exit status from 1 to 255, or a list of them", "status: [2, 3]");
const status = z.int(statusNeeds).min(1, statusNeeds).max(255, statusNeeds);

const weightNeeds = part(
  `a number from -${strongest} to ${strongest}; 0.7 doubles the odds of the class, 2.3 makes them ten times as high`,
  "weights: { System: 2.3, User: -0.7 }",
);
const weight = z.number(weightNeeds).min(-strongest, weightNeeds).max(strongest, weightNeeds).optional();
const weights = z.strictObject(
  { System: weight, Software: weight, User: weight, External: weight },
  part("classes with their weights", "weights: { System: 2.3, User: -0.7 }"),
);

const says = (shown: string) =>
  z
    .string(part(`a sentence, in quotes where it holds a colon`, shown))
    .regex(/^[^\u0000-\u001f\u007f{}]{1,300}$/, part("a sentence on one line, without braces", shown));

const row = z
  .strictObject(
    {
      id: z
        .string(part("a name for the row", "id: replica-lag"))
        .regex(/^[a-z][a-z0-9-]{0,60}$/, part("small letters, digits and dashes", "id: replica-lag")),
      for: z
        .union([name, z.array(name).min(1)], part("a program, or a list of programs", "for: [check-replica]"))
        .optional(),
      message: message.optional(),
      status: z.union([status, z.array(status).min(1)], statusNeeds).optional(),
      fault: z.enum(faultClasses, part(`one of ${faultClasses.join(", ")}`, "fault: SystemFault")).optional(),
      weights: weights.optional(),
      says: says("says: the replica is behind"),
      advice: says("advice: the operator of the replica must see why").optional(),
    },
    part("a row of what a command says", example),
  )
  .superRefine((said, context) => {
    const add = (problem: string): void => context.addIssue({ code: "custom", message: `${problem}\n${example}` });
    if (said.message === undefined && said.status === undefined)
      add("a `message` or a `status`, by which the row is known");
    if (said.message === undefined && said.for === undefined)
      add("`for` beside a `status`, which means another thing to each program");
    if ((said.fault === undefined) === (said.weights === undefined)) add("either `fault` or `weights`");
    if (said.weights !== undefined && Object.values(said.weights).every((value) => (value ?? 0) === 0))
      add("a weight that is not 0");
    if (said.advice !== undefined && bestOf(said) === undefined) add("`advice` only where the row speaks for a class");
  });

/** The key `diagnosis`. */
export const diagnosisRows = z
  .array(row, part("a list of rows", example))
  .max(mostRows, part(`a list of ${mostRows} rows at most`, example))
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    for (const [at, { id }] of rows.entries()) {
      if (seen.has(id))
        context.addIssue({
          code: "custom",
          path: [at, "id"],
          input: id,
          message: needs("an id that no row above has", "id: replica-lag-2").error,
        });
      seen.add(id);
    }
  });

type Row = z.output<typeof row>;

/** The names that a mapping below `diagnosis` may hold. */
export function diagnosisKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 1) return Object.keys(row.shape);
  return path[1] === "weights" ? Object.keys(weights.shape) : [];
}

/** What makes a message no text and no pattern that can be looked for; undefined for a good one. */
function problemOf(text: string): string | undefined {
  const pattern = patternIn(text);
  if (pattern === undefined) {
    if (text.length > longestText) return `a text of ${longestText} characters at most`;
    const longest = Math.max(...text.split("…").map((each) => each.trim().length));
    return longest < shortestText || /[\n\r]/.test(text)
      ? `a text of ${shortestText} characters or more on one line, since shorter ones stand in any sentence`
      : undefined;
  }
  if (pattern.length > longestText) return `a pattern of ${longestText} characters at most`;
  let made: RegExp;
  try {
    made = new RegExp(pattern, "iu");
  } catch (thrown) {
    const why =
      thrown instanceof Error ? thrown.message.replace(/^Invalid regular expression: .*: /s, "") : "it is none";
    return `a pattern that can be understood (${why})`;
  }
  if (made.test("")) return "a pattern that does not fit the empty line";
  return growthOf(made) > mostGrowth
    ? "a pattern whose search ends soon on any line: without repetitions that overlap or nest"
    : undefined;
}

function patternIn(text: string): string | undefined {
  return /^\/([\s\S]+)\/i?$/.exec(text)?.[1];
}

/** Natural logarithm of the odds that `fault` states: some thirty to one. */
const certain = 3.5;

function weightsOf({ fault, weights: stated }: Row): MessageRule["weights"] {
  if (fault !== undefined) return { [fault]: certain };
  return Object.fromEntries(
    Object.entries(stated ?? {}).flatMap(([party, value]) => (value === undefined ? [] : [[`${party}Fault`, value]])),
  );
}

function bestOf(said: Row): FaultClass | undefined {
  const own = weightsOf(said);
  const best = Math.max(...faultClasses.map((each) => own[each] ?? 0));
  return best <= 0 ? undefined : faultClasses.find((each) => own[each] === best);
}

/** The rules that a file's `diagnosis` says; their ids begin with "own.". */
export function rulesFrom(rows: readonly Row[]): readonly MessageRule[] {
  return rows.map((said) => {
    const pattern = said.message === undefined ? undefined : patternIn(said.message);
    const best = bestOf(said);
    return {
      id: `own.${said.id}`,
      weights: weightsOf(said),
      says: said.says,
      source: "dscript.yaml",
      ...(said.for === undefined ? {} : { for: [said.for].flat() }),
      ...(said.status === undefined ? {} : { status: [said.status].flat() }),
      ...(pattern === undefined ? {} : { pattern: new RegExp(pattern, "iu") }),
      ...(said.message === undefined || pattern !== undefined ? {} : { texts: [phraseText(said.message)] }),
      ...(said.advice === undefined || best === undefined ? {} : { advice: { [best]: said.advice } }),
    };
  });
}

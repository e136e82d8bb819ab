/** What a script says of itself, for the draft of a case: its plans, parameters, contexts, monitors and tests. */

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type {
  KnownScript,
  MonitorFacts,
  PlanFacts,
  ScriptFacts,
  TaskFacts,
  TestFacts,
  WhenFacts,
} from "../../assurance/index.ts";
import { type Design, designOf, type Handler, type Step, wordsAbove } from "../../design/index.ts";
import { checkScript, isUnprepared, type Prepared } from "../../engine/index.ts";
import {
  coreOf,
  declaredFunction,
  dependableBody,
  expressionParts,
  type GoalReference,
  literalValue,
  type Statement,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import { holdsIn } from "./monitor-conditions.ts";
import { parameterOf } from "./script-parameters.ts";

/** The facts of a script that checks; or the exit code, once it is said what is wrong. */
export async function factsOf(name: string): Promise<ScriptFacts | number> {
  const prepared = await preparedOf(name);
  if (typeof prepared === "number") return prepared;
  const [file] = prepared.files;
  if (file === undefined) return facts(name, { file: name, plans: [] }, [], []);
  const { source, script } = file;
  const words: Words = {
    code: ({ start, end }) => source.text.slice(start, end).replace(/\s+/g, " ").trim(),
    wordsOf: (node) => wordsAbove(source, node),
  };
  const beside = name.replace(/\.dscript$/, "_test.dscript");
  const other = beside !== name && existsSync(beside) ? await preparedOf(beside, true) : undefined;
  const tests = typeof other === "object" ? (other.files[0]?.script.statements ?? []) : [];
  return facts(name, designOf(basename(name), prepared.files), script.statements.map(coreOf), tests.map(coreOf), words);
}

/** What a script has of tasks, plans, tests and names; those of the tests beside it, too. */
export async function knownIn(name: string): Promise<KnownScript | number> {
  const prepared = await preparedOf(name);
  if (typeof prepared === "number") return prepared;
  const found = await factsOf(name);
  if (typeof found === "number") return found;
  const statements = prepared.files[0]?.script.statements ?? [];
  const { plans } = designOf(basename(name), prepared.files);
  const callees = new Map<string, KnownScript["callees"][number]>();
  for (const node of statements.map(declaredFunction)) {
    const body = node === undefined ? undefined : dependableBody(node);
    if (node === undefined || body === undefined) continue;
    const goal = body.goal === undefined ? undefined : goalText(body.goal);
    const calls = plans.find((plan) => plan.name === node.name.name)?.steps ?? [];
    callees.set(node.name.name, {
      name: node.name.name,
      calls: stepsIn(calls).flatMap((step) => nameOf(step) ?? []),
      ...(typeof goal === "string" ? { goal } : {}),
    });
  }
  const names = statements.map(coreOf).flatMap((each) => {
    if (!("name" in each)) return [];
    const { name: own } = each;
    return typeof own === "object" && "name" in own && typeof own.name === "string" ? [own.name] : [];
  });
  return { callees: [...callees.values()], tests: found.tests.map((test) => test.name), names };
}

/** A goal in words; one that is named by its label has none here. */
function goalText(goal: GoalReference): unknown {
  return goal.kind === "case-label" ? undefined : literalValue(goal);
}

async function preparedOf(name: string, isSilent = false): Promise<Prepared | number> {
  const request = {
    name,
    strict: false,
    commandList: undefined,
    caseFile: undefined,
    defines: new Map<string, string>(),
    isDrawn: true,
  };
  const found = await checkScript({ ...request, present });
  if (!isUnprepared(found)) return found;
  if (!isSilent) {
    const reporter = consoleReporter({ json: false, color: undefined });
    for (const diagnostic of found.diagnostics) reporter.diagnostic(diagnostic);
    if (found.problem !== undefined) reporter.problem(name, found.problem);
  }
  return found.code;
}

type Piece = { readonly start: number; readonly end: number };

/** A script's own words. */
interface Words {
  readonly code: (piece: Piece) => string;
  /** What a comment above says. */
  readonly wordsOf: (piece: Piece) => string | undefined;
}

function facts(
  name: string,
  { plans }: Design,
  statements: readonly Statement[],
  tests: readonly Statement[],
  { code, wordsOf }: Words = { code: () => "", wordsOf: () => undefined },
): ScriptFacts {
  const known = new Set(plans.flatMap((plan) => [plan.name, ...stepsIn(plan.steps).map((step) => nameOf(step) ?? "")]));
  const whens = statements.filter((each) => each.kind === "when");
  return {
    file: basename(name),
    plans: plans.map(planOf),
    parameters: statements.flatMap((each) => (each.kind === "param" ? [parameterOf(each, code)] : [])),
    constants: statements.flatMap((each) => {
      const value =
        each.kind === "variable" && each.constant && each.value !== undefined ? literalValue(each.value) : undefined;
      return each.kind === "variable" && value !== undefined ? [{ name: each.name.name, value }] : [];
    }),
    contexts: statements.flatMap((each) => {
      if (each.kind !== "context") return [];
      const [title, schedule] = [
        literalValue(each.name),
        each.schedule === undefined ? "" : literalValue(each.schedule),
      ];
      return [{ name: String(title ?? code(each.name)), schedule: String(schedule ?? "") }];
    }),
    places: [],
    monitors: statements.flatMap((each): readonly MonitorFacts[] => {
      if (each.kind !== "monitor") return [];
      const holds = holdsIn(
        each.name.name,
        whens.map(({ condition }) => condition),
      );
      return [{ name: each.name.name, every: code(each.every), ...(holds === undefined ? {} : { holds }) }];
    }),
    whens: whens.map((each): WhenFacts => {
      const condition = code(each.condition);
      const said = wordsOf(each);
      const { atMost } = each;
      return {
        condition,
        ...(said === undefined ? {} : { words: said }),
        atMost: atMost === undefined ? "" : `${code(atMost.times)} per ${code(atMost.per)}`,
        starts: callsIn(each.body, known),
      };
    }),
    tests: [...statements, ...tests].flatMap((each) => (each.kind === "test" ? (testOf(each, known) ?? []) : [])),
    campaigns: campaignsOf(name),
  };
}

function planOf({ name, goal, steps, onFailure, onUndoFailure }: Design["plans"][number]): PlanFacts {
  const all = stepsIn(steps);
  const tasks = new Map<string, TaskFacts>();
  for (const step of all) if (step.kind === "task" && !tasks.has(step.name)) tasks.set(step.name, taskOf(step));
  return {
    name,
    ...(goal === undefined ? {} : { goal }),
    tasks: [...tasks.values()],
    plans: [...new Set(all.flatMap((step) => (step.kind === "plan" ? [step.name] : [])))],
    ...(onFailure === undefined ? {} : { onFailure: { roles: rolesIn(onFailure) } }),
    ...(onUndoFailure === undefined ? {} : { onUndoFailure: { roles: rolesIn(onUndoFailure) } }),
  };
}

function taskOf({ name, goal, clauses, takeBack }: Step & { readonly kind: "task" }): TaskFacts {
  const codeOf = (kind: string): readonly string[] => clauses.find((each) => each.kind === kind)?.code ?? [];
  const [timeout] = codeOf("timeout");
  return {
    name,
    ...(goal === undefined ? {} : { goal }),
    ...{ pre: codeOf("pre"), post: codeOf("post") },
    ...(timeout === undefined ? {} : { timeout }),
    takeBack:
      takeBack.kind === "undo"
        ? { kind: "undo", ...(takeBack.words === undefined ? {} : { words: takeBack.words }) }
        : takeBack,
  };
}

function rolesIn({ steps }: Handler): readonly string[] {
  return [...new Set(stepsIn(steps).flatMap((step) => (step.kind === "notify" ? step.roles : [])))];
}

/** Steps with all that stand within them; as deep as the script's text. */
function stepsIn(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === "choice") return [step, ...step.branches.flatMap((branch) => stepsIn(branch.steps))];
    if (step.kind === "parallel") return [step, ...step.branches.flatMap(stepsIn)];
    return step.kind === "loop" ? [step, ...stepsIn(step.steps)] : [step];
  });
}

function nameOf(step: Step): string | undefined {
  return step.kind === "task" || step.kind === "plan" ? step.name : undefined;
}

function testOf(test: Statement & { readonly kind: "test" }, known: ReadonlySet<string>): TestFacts | undefined {
  const name = literalValue(test.name);
  if (typeof name !== "string") return undefined;
  const calls = callsIn(test.body, new Set([...known, "told"]));
  return { name, calls: calls.filter((each) => known.has(each)), looksAtTold: calls.includes("told") };
}

/** The tasks and plans that a block calls, by this file's name for them or another's, each once. */
function callsIn(block: Statement, known: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  const visitor: Visitor = {
    statement: (node) => statementParts(node, visitor),
    expression: (node) => {
      const callee = node.kind === "call" ? node.callee : undefined;
      const name = callee?.kind === "name" ? callee.name : callee?.kind === "member" ? callee.name.name : undefined;
      if (name !== undefined && known.has(name)) found.add(name);
      expressionParts(node, visitor);
    },
  };
  visitor.statement(block);
  return [...found];
}

/** `backup.campaign.yaml` and `backup-night.campaign.yaml` beside `backup.dscript`. */
function campaignsOf(name: string): readonly string[] {
  const folder = dirname(name);
  const stem = basename(name).replace(/\.dscript$/, "");
  try {
    return readdirSync(join(folder))
      .filter((each) => each.startsWith(stem) && /^[.-]?.*\.campaign\.ya?ml$/.test(each.slice(stem.length)))
      .sort();
  } catch {
    return [];
  }
}

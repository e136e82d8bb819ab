/** A script's facts as the draft of an argument for it. */

import { readDuration } from "../../records/index.ts";
import { type Draft, Drafting } from "./drafting.ts";
import type { HandlerFacts, MonitorFacts, PlanFacts, Say, ScriptFacts, TaskFacts, WhenFacts } from "./facts.ts";

/** Characters of code in a text. */
const longestCode = 160;
/** How old a result may be, until somebody says otherwise. */
const usualAge = "90d";
/** Constants that are shown. */
const mostConstants = 50;

export function draftOf(facts: ScriptFacts, say: Say): Draft {
  const drafting = new Drafting();
  const whole = new Whole(facts, say, drafting);
  whole.all();
  return drafting.draft();
}

/** Lives while one script is gone through. */
class Whole {
  readonly #facts: ScriptFacts;
  readonly #say: Say;
  readonly #to: Drafting;

  constructor(facts: ScriptFacts, say: Say, to: Drafting) {
    this.#facts = facts;
    this.#say = say;
    this.#to = to;
  }

  all(): void {
    const { file, plans } = this.#facts;
    const [only] = plans;
    const isOne = plans.length === 1 && only !== undefined;
    const root = isOne
      ? this.#planGoal(only)
      : this.#to.add("script", "goal", this.#say(`${file} does what it is for, and leaves nothing half done`));
    this.#contexts(root);
    if (isOne) this.#plan(only);
    else if (plans.length > 0) {
      const over = this.#to.add("plans", "strategy", this.#say("Argue over its plans"));
      this.#to.join(root, over);
      const called = new Set(plans.flatMap((plan) => plan.plans.filter((name) => name !== plan.name)));
      const goals = plans.map((plan) => ({ name: plan.name, key: this.#planGoal(plan) }));
      // Plans that call each other in a circle all stand on their own.
      const first = goals.filter(({ name }) => !called.has(name));
      for (const { key } of first.length > 0 ? first : goals) this.#to.join(over, key);
      for (const plan of plans) this.#plan(plan);
    }
    this.#watching(root);
  }

  #planGoal({ name, goal }: PlanFacts): string {
    const own = this.#say(`${name} of ${this.#facts.file} is done, or all of it is taken back`);
    return this.#to.add(`plan:${name}`, "goal", goal === undefined ? own : `${goal}: ${own}`);
  }

  #contexts(root: string): void {
    const { file, parameters, constants, contexts, places } = this.#facts;
    const { join, add } = { join: (key: string) => this.#to.join(root, key), add: this.#to.add.bind(this.#to) };
    join(add("bundle", "context", this.#say(`The script ${file}, as its bundle has it`)));
    for (const { name, schedule } of contexts) join(add(`context:${name}`, "context", `${name}: ${schedule}`));
    for (const { name, hosts } of places) join(add(`place:${name}`, "context", `${name}: ${hosts.join(", ")}`));
    if (parameters.length > 0) {
      const names = parameters.map(({ name }) => name).join(", ");
      join(
        add("parameters", "context", this.#say(`What ${file} is given: ${names}`), { kind: "parameter", parameters }),
      );
    }
    const shown = constants.slice(0, mostConstants);
    if (shown.length > 0) {
      const text = shown.map(({ name, value }) => `${name} = ${value}`).join(", ");
      join(add("constants", "context", this.#say(`Constants of ${file}: ${shortened(text)}`), { tags: shown }));
    }
  }

  #plan(plan: PlanFacts): void {
    const { name, tasks, plans } = plan;
    const goal = `plan:${name}`;
    const text = this.#say(`Argue over the tasks of ${name} in their order, and over what is done where one fails`);
    const over = this.#to.add(`tasks:${name}`, "strategy", text);
    this.#to.join(goal, over);
    for (const task of tasks) {
      this.#to.join(over, this.#task(task));
    }
    for (const other of plans) if (this.#to.has(`plan:${other}`)) this.#to.join(over, `plan:${other}`);
    this.#handlers(plan, over);
    for (const test of this.#facts.tests)
      if (test.calls.includes(name) && !(test.looksAtTold && this.#to.has(`failure:${name}`)))
        this.#to.join(goal, this.#test(test.name));
  }

  #handlers({ name, tasks, onFailure, onUndoFailure }: PlanFacts, over: string): void {
    const isUndone = tasks.some(({ takeBack }) => takeBack.kind === "undo" || takeBack.kind === "atomic");
    const told = this.#handler(`failure:${name}`, onFailure, {
      untold: `Where ${name} fails, somebody who can act is told`,
      told: (roles) => `Where ${name} fails, these are told: ${roles}`,
    });
    this.#to.join(over, told);
    for (const test of this.#facts.tests)
      if (onFailure !== undefined && test.looksAtTold && test.calls.includes(name))
        this.#to.join(told, this.#test(test.name));
    if (isUndone)
      this.#to.join(
        over,
        this.#handler(`undo-failure:${name}`, onUndoFailure, {
          untold: `Where ${name} cannot be taken back, somebody who can act is told`,
          told: (roles) => `Where ${name} cannot be taken back, these are told: ${roles}`,
        }),
      );
  }

  #handler(
    key: string,
    handler: HandlerFacts | undefined,
    { untold, told }: { readonly untold: string; readonly told: (roles: string) => string },
  ): string {
    const roles = handler?.roles ?? [];
    if (roles.length === 0) return this.#to.add(key, "goal", this.#say(untold), { kind: "risk" });
    return this.#to.add(key, "goal", this.#say(told(roles.join(", "))));
  }

  #task(task: TaskFacts): string {
    const { name, goal, timeout, pre, post, takeBack } = task;
    const key = this.#to.add(`task:${name}`, "goal", goal ?? this.#say(`${name} is done`));
    if (timeout !== undefined)
      this.#to.join(key, this.#to.add(`limit:${name}`, "context", this.#say(`${name} is ended after ${timeout}`)));
    const tests = this.#facts.tests.filter(({ calls }) => calls.includes(name)).map((test) => test.name);
    const hasParts = pre.length + post.length > 0 || takeBack.kind !== "nothing";
    if (hasParts) {
      const how = this.#say(`Argue over what must hold ahead of ${name} and after it, and over what takes it back`);
      this.#to.join(key, this.#to.add(`parts:${name}`, "strategy", how));
    }
    const tested: string[] = [];
    if (pre.length > 0) tested.push(this.#clause("pre", name, `Ahead of ${name} this holds: ${codeText(pre)}`));
    if (post.length > 0) tested.push(this.#clause("post", name, `After ${name} this holds: ${codeText(post)}`));
    for (const part of [...tested, ...this.#back(name, takeBack)]) this.#to.join(`parts:${name}`, part);
    for (const of of tests) for (const part of tested.length > 0 ? tested : [key]) this.#to.join(part, this.#test(of));
    return key;
  }

  #clause(kind: string, name: string, text: string): string {
    return this.#to.add(`${kind}:${name}`, "goal", this.#say(text));
  }

  #back(name: string, takeBack: TaskFacts["takeBack"]): readonly string[] {
    switch (takeBack.kind) {
      case "nothing":
        return [];
      case "irreversible": {
        const text = this.#say(`It is accepted that ${name} is not taken back`);
        const key = this.#to.add(`irreversible:${name}`, "goal", text, { kind: "risk" });
        this.#to.join(key, this.#to.add(`why:${name}`, "justification", takeBack.why));
        return [key];
      }
      case "undo":
      case "atomic": {
        const how = takeBack.kind === "undo" ? takeBack.words : takeBack.paths.join(", ");
        const text =
          how === undefined ? `What ${name} changed is taken back` : `What ${name} changed is taken back: ${how}`;
        const key = this.#to.add(`undo:${name}`, "goal", this.#say(text));
        for (const campaign of this.#facts.campaigns) this.#to.join(key, this.#campaign(campaign));
        return [key];
      }
    }
  }

  #test(of: string): string {
    const { file } = this.#facts;
    return this.#to.add(`test:${of}`, "evidence", this.#say(`The test "${of}" passes`), {
      evidence: { by: "test", of, subject: file, maxAge: usualAge },
    });
  }

  #campaign(of: string): string {
    const { file } = this.#facts;
    return this.#to.add(`campaign:${of}`, "evidence", this.#say(`In the campaign ${of} all is as expected`), {
      evidence: { by: "inject", of, subject: file, maxAge: usualAge },
    });
  }

  #watching(root: string): void {
    const { file, monitors, whens } = this.#facts;
    if (monitors.length === 0) return;
    const text = this.#say(`What ${file} watches stays within its bounds, or is dealt with`);
    const key = this.#to.add("watching", "goal", text);
    this.#to.join(this.#to.has("plans") ? "plans" : root, key);
    for (const monitor of monitors) this.#to.join(key, this.#monitor(monitor));
    for (const when of whens) this.#to.join(key, this.#when(when));
  }

  #monitor({ name, every, holds }: MonitorFacts): string {
    const text = this.#say(`The monitor ${name}`);
    if (holds === undefined)
      return this.#to.add(
        `monitor:${name}`,
        "goal",
        this.#say(`What the monitor ${name} sees stays within its bounds`),
      );
    const monitor = { metric: name, condition: holds, ...windowOf(every) };
    return this.#to.add(`monitor:${name}`, "evidence", text, { kind: "monitor", monitor });
  }

  #when({ condition, words, atMost, starts }: WhenFacts): string {
    const text = this.#say(`Where this is so, it is dealt with ${atMost} at most: ${words ?? shortened(condition)}`);
    const key = this.#to.add(`when:${condition}`, "goal", text);
    for (const name of starts) if (this.#to.has(`plan:${name}`)) this.#to.join(key, `plan:${name}`);
    return key;
  }
}

/** Ten looks. */
function windowOf(every: string): { readonly window?: string } {
  const period = readDuration(every);
  if (period === undefined) return {};
  const window = period * 10;
  return {
    window: window % 60_000 === 0 ? `${window / 60_000}m` : window % 1000 === 0 ? `${window / 1000}s` : `${window}ms`,
  };
}

function codeText(lines: readonly string[]): string {
  return shortened(lines.map((line) => line.trim()).join("; "));
}

function shortened(text: string): string {
  return text.length > longestCode ? `${text.slice(0, longestCode - 1)}…` : text;
}

/** An overlay transaction from its opening to its end: open, committed or taken back, forgotten. */

import type { Clash, FlowNamespace, RunTrees } from "../../runtime/index.ts";
import { type OnStep, takeSteps, takeStepsBack } from "./apply.ts";
import { clashesOf } from "./conflicts.ts";
import type { Journal } from "./journal.ts";
import { folderOf } from "./look.ts";
import { planOf } from "./plan.ts";
import { Disturbed, isTold, type Plan } from "./steps.ts";
import { indexOf, survey } from "./survey.ts";
import { syncAll } from "./sync.ts";
import { SystemTrouble } from "./system.ts";
import { clockOf, leaveTrees, parts, type Tree } from "./tree.ts";

export interface Opened {
  readonly trees: readonly Tree[];
  readonly journal: Journal;
  readonly namespace: FlowNamespace & { readonly close: () => void };
  /** Of the overlay's attributes: "trusted.overlay." or "user.overlay.". */
  readonly prefix: string;
  readonly onStep?: OnStep;
}

type Conflict = Awaited<ReturnType<RunTrees["commit"]>>;

export class Transaction {
  readonly #opened: Opened;
  readonly #began = process.hrtime.bigint();
  #plan: Plan | undefined;
  #isOver = false;

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  /** Throws an error with `path` and `code` where the system refuses something; nothing is changed then. */
  async commit(keeps: boolean): Promise<Conflict> {
    try {
      return await this.#commit(keeps);
    } catch (thrown) {
      const { code, path } = thrown as { code?: string; path?: string };
      if (code === undefined || path !== undefined) throw thrown;
      throw new SystemTrouble(code, this.#opened.trees[0]?.lower ?? "");
    }
  }

  async #commit(keeps: boolean): Promise<Conflict> {
    const { trees, journal, prefix, namespace, onStep } = this.#opened;
    namespace.close();
    const surveys = trees.map((tree) => ({ tree, root: survey(tree, prefix), index: indexOf(tree, prefix) }));
    const clashes = [
      ...this.#clockClashes(),
      ...surveys.flatMap(({ tree, root, index }) => clashesOf(tree, root, index, parts.upper(tree))),
    ];
    if (clashes.length > 0) return { clashes };
    const plans = surveys.map(({ tree, root, index }) => ({ tree, plan: planOf(tree, root, index) }));
    const plan = {
      steps: plans.flatMap((each) => each.plan.steps),
      folders: plans.flatMap((each) => each.plan.folders),
    };
    const files = () => plans.map((each) => syncAll(each.plan.written, each.tree.hidden));
    const first = plans.find((each) => each.plan.steps.length > 0);
    if (isTold(plan.steps[0], first?.tree.hidden ?? "")) {
      // The disk is waited for once: that nothing was done yet can be seen.
      journal.note({ kind: "planned", keeps, plan, early: true });
      await Promise.all([journal.known(), journal.sync(), journal.settle(), ...files()]);
      journal.note({ kind: "sure" });
    } else {
      await Promise.all([journal.known(), journal.settle(), ...files()]);
      journal.write({ kind: "planned", keeps, plan });
    }
    this.#plan = plan;
    try {
      await takeSteps(plan, onStep);
    } catch (thrown) {
      journal.write({ kind: "back" });
      await takeStepsBack(plan);
      this.#plan = undefined;
      if (thrown instanceof Disturbed) return { clashes: [{ path: thrown.path, what: "changed" }] };
      throw thrown;
    }
    await Promise.all(
      plans.map((each) => syncAll([...each.plan.changed, folderOf(each.tree.lower)], each.tree.hidden)),
    );
    if (keeps) journal.write({ kind: "kept" });
    return null;
  }

  async takeBack(): Promise<readonly string[]> {
    const { journal, namespace } = this.#opened;
    namespace.close();
    let asides: readonly string[] = [];
    if (this.#plan !== undefined) {
      journal.write({ kind: "back" });
      asides = await takeStepsBack(this.#plan);
      const { folders } = this.#plan;
      await Promise.all(
        this.#opened.trees.map((tree) =>
          syncAll(
            folders.map(({ path }) => path),
            tree.hidden,
          ),
        ),
      );
    }
    await this.#end();
    return asides;
  }

  /** When this returns, the old state is given up; once the promise is kept, nothing is left of it. */
  forget(): Promise<void> {
    return this.#end();
  }

  async #end(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const { trees, journal } = this.#opened;
    await leaveTrees(trees);
    journal.remove();
  }

  /** A clock that was set back hides changes. */
  #clockClashes(): readonly Clash[] {
    const elapsed = process.hrtime.bigint() - this.#began;
    // What adjusting a clock gently may take off, and the clock's own steps.
    const least = elapsed - elapsed / 100n - 20_000_000n;
    return this.#opened.trees
      .filter((tree) => clockOf(tree) - BigInt(tree.since) < least)
      .map(({ lower }) => ({ path: lower, what: "clock" }));
  }
}

/** Taking the steps of a plan, and taking them back. */

import { renameSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import { folderOf, inside, uniqueDigits } from "./look.ts";
import { openFolders, type Plan, restoreFolders, type Step, takeStep, takeStepBack } from "./steps.ts";

// How long the event loop is kept from turning, in milliseconds.
const longest = 20;

/** Called ahead of each step, for tests that go no further: such a promise is waited for. */
export type OnStep = (number: number) => Promise<void> | undefined;

/** Takes all steps from the first; those that are done already are passed over. Throws at the first that cannot be taken. */
export function takeSteps({ steps }: Plan, onStep?: OnStep): Promise<void> {
  return eachStep(steps, takeStep, onStep);
}

/** Takes back whatever of them was done. The value is where things lie now that somebody else has put in the way. */
export async function takeStepsBack(plan: Plan, onStep?: OnStep): Promise<readonly string[]> {
  const asides: string[] = [];
  const aside = (path: string): void => {
    const to = inside(folderOf(path), `.dscript-aside-${uniqueDigits()}`);
    renameSync(nameOf(path), nameOf(to));
    asides.push(to);
  };
  openFolders(plan);
  await eachStep([...plan.steps].reverse(), (step) => takeStepBack(step, aside), onStep);
  restoreFolders(plan);
  return asides;
}

async function eachStep(steps: readonly Step[], take: (step: Step) => void, onStep: OnStep | undefined): Promise<void> {
  let turned = performance.now();
  for (const [number, step] of steps.entries()) {
    await onStep?.(number);
    take(step);
    if (performance.now() - turned < longest) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turned = performance.now();
  }
}

// Where everything of a picture stands: nothing lies on anything else, whatever the plan is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Plan, type Step, statesOf } from "../../src/design/index.ts";
import { drawPlan } from "../../src/design/picture/plan-picture.ts";
import { createScene, type Scene } from "../../src/design/picture/scene.ts";
import { growth } from "../growth.ts";
import { branching, handler, japanesePlan, long, notify, plan, switchOver, task } from "./plans.ts";

function sceneOf(drawn: Plan, detail = false): Scene & { readonly right: number; readonly bottom: number } {
  const scene = createScene();
  const { right, bottom } = drawPlan(scene, drawn, 32, 60, {
    say: (text) => text,
    detail,
    isHandler: false,
    counter: { last: 0 },
    stateOf: statesOf(drawn, { tasks: [] }),
  });
  return { ...scene, right, bottom };
}

const words = fc.constantFrom(
  "copy",
  "a_long_name_that_goes_on_and_on",
  "データを別の場所へ写して確かめる",
  "w".repeat(90),
);
const lines = { first: 1, last: 2 };

const { step } = fc.letrec<{ step: Step; steps: readonly Step[] }>((tie) => ({
  steps: fc.array(tie("step"), { maxLength: 4 }),
  step: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc
      .tuple(words, fc.constantFrom("undo", "atomic", "irreversible", "nothing"), fc.option(words))
      .map(([name, back, goal]) => task(name, back as "undo", goal === null ? {} : { goal })),
    words.map((message) => notify(message, "operator", "teacher")),
    words.map((question): Step => ({ kind: "approve", role: "operator", question, lines })),
    words.map((name): Step => ({ kind: "plan", name, call: 1, arguments: [], lines })),
    fc.constant<Step>({ kind: "end", how: "failed", code: "throw f", lines }),
    fc.constant<Step>({ kind: "code", code: ["int n = 1"], lines }),
    fc.tuple(words, fc.array(tie("steps"), { minLength: 1, maxLength: 3 })).map(
      ([asks, branches]): Step => ({
        kind: "choice",
        asks,
        lines,
        branches: branches.map((steps) => ({ on: "code", code: asks, steps })),
      }),
    ),
    fc.array(tie("steps"), { maxLength: 3 }).map((branches): Step => ({ kind: "parallel", branches, lines })),
    fc
      .tuple(words, tie("steps"), fc.constantFrom("pre" as const, "concurrent" as const, "post" as const, undefined))
      .map(
        ([text, steps, phase]): Step => ({
          kind: "goal",
          ...(phase === undefined ? {} : { phase }),
          text,
          steps,
          lines,
        }),
      ),
    tie("steps").map((steps): Step => ({ kind: "loop", variable: "host", over: "hosts", lines, steps })),
  ),
}));

const plans = fc
  .tuple(fc.array(step, { maxLength: 12 }), fc.boolean(), fc.boolean())
  .map(([steps, isTold, isToldOfUndo]) =>
    plan("any", steps, {
      ...(isTold ? { onFailure: handler(notify("failed", "owner")) } : {}),
      ...(isToldOfUndo ? { onUndoFailure: handler(notify("undo failed", "owner")) } : {}),
    }),
  );

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Box, b: Box, by: number): boolean {
  return (
    a.left + a.width > b.left + by &&
    b.left + b.width > a.left + by &&
    a.top + a.height > b.top + by &&
    b.top + b.height > a.top + by
  );
}

/** Boxes that lie on each other, and lines that go through boxes. */
function collisions({ cards, wires, labels }: Scene): readonly string[] {
  const name = (card: (typeof cards)[number]): string => card.texts.map(({ text }) => text).join(" ");
  const found: string[] = [];
  for (const [at, card] of cards.entries())
    for (const other of cards.slice(at + 1)) if (overlap(card, other, 0)) found.push(`${name(card)} / ${name(other)}`);
  for (const { points, kind } of wires)
    for (const [at, [x2, y2]] of points.slice(1).entries()) {
      const [x1, y1] = points[at] ?? [x2, y2];
      const line = {
        left: Math.min(x1, x2),
        top: Math.min(y1, y2),
        width: Math.abs(x2 - x1),
        height: Math.abs(y2 - y1),
      };
      // A line ends at its box's border, or a bit within, where the border is slanted.
      for (const card of cards) if (overlap(card, line, 4)) found.push(`${kind} through ${name(card)}`);
    }
  for (const label of labels) {
    const box = { left: label.x - (label.anchor === "middle" ? 8 : 0), top: label.y - 8, width: 8, height: 8 };
    for (const card of cards) if (overlap(card, box, 1)) found.push(`"${label.text}" on ${name(card)}`);
  }
  return found;
}

describe("nothing lies on anything else", () => {
  test.each([
    ["three tasks", switchOver],
    ["choices, branches, loops", branching],
    ["Japanese goals", japanesePlan],
    ["two hundred tasks", long(200)],
    ["no step", plan("empty", [])],
  ])("in a plan of %s", (_, drawn) => {
    for (const detail of [false, true]) expect(collisions(sceneOf(drawn, detail))).toEqual([]);
  });

  test("in any plan", () => {
    fc.assert(
      fc.property(plans, fc.boolean(), (drawn, detail) => {
        expect(collisions(sceneOf(drawn, detail))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("and everything lies within the picture", () => {
    fc.assert(
      fc.property(plans, (drawn) => {
        const { cards, wires, frames, right, bottom } = sceneOf(drawn);
        for (const { left, top, width, height } of [...cards, ...frames]) {
          expect(left).toBeGreaterThanOrEqual(31);
          expect(top).toBeGreaterThanOrEqual(59);
          expect(left + width).toBeLessThanOrEqual(right + 1);
          expect(top + height).toBeLessThanOrEqual(bottom + 1);
        }
        for (const [x, y] of wires.flatMap(({ points }) => points)) {
          expect(Number.isFinite(x + y)).toBe(true);
          expect(x).toBeGreaterThanOrEqual(24);
          expect(x).toBeLessThanOrEqual(right + 1);
          expect(y).toBeLessThanOrEqual(bottom + 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});

test("the work grows in proportion to the plan", () => {
  // Work in the square of the plan would take 64 times as long.
  expect(growth(400, 8, (size) => () => sceneOf(long(size)))).toBeLessThan(32);
});

describe("a small edit", () => {
  const at = ({ cards }: Scene, text: string): readonly [number, number] => {
    const card = cards.find(({ texts }) => texts[0]?.text === text);
    return [card?.left ?? Number.NaN, card?.top ?? Number.NaN];
  };

  test("moves nothing that stands ahead of it", () => {
    const before = sceneOf(switchOver);
    const after = sceneOf({ ...switchOver, steps: [...switchOver.steps, task("one_more")] });
    for (const text of ["start", "the data is on the RAM disk", "Check page", "everything is as before"])
      expect(at(after, text), text).toEqual(at(before, text));
  });

  test("moves what follows down only", () => {
    const before = sceneOf(switchOver);
    const [first, ...rest] = switchOver.steps;
    const after = sceneOf({ ...switchOver, steps: first === undefined ? [] : [first, task("new"), ...rest] });
    expect(at(after, "Check page")[0]).toBe(at(before, "Check page")[0]);
    expect(at(after, "Check page")[1]).toBeGreaterThan(at(before, "Check page")[1]);
  });
});

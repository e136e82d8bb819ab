// A case is drafted from what a script says of itself, and brought up to it later: what people wrote stays.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conditionText,
  type DCase,
  indexOf,
  parseCondition,
  type ScriptFacts,
  scaffold,
  type TaskFacts,
} from "../../../src/assurance/index.ts";
import { linesOf, roundTrip } from "../pattern/reading.ts";

const say = (text: string): string => text;
const nothing: ScriptFacts = {
  ...{ file: "web.dscript", plans: [], parameters: [], constants: [], contexts: [], places: [] },
  ...{ monitors: [], whens: [], tests: [], campaigns: [] },
};
const copy: TaskFacts = {
  name: "copy",
  goal: "the page is there",
  ...{ pre: ["test -e x"], post: [], timeout: "10m" },
  takeBack: { kind: "undo", words: "remove it" },
};
const show: TaskFacts = { name: "show", pre: [], post: [], takeBack: { kind: "irreversible", why: "it was seen" } };
const facts: ScriptFacts = {
  ...nothing,
  plans: [{ name: "publish", tasks: [copy, show], plans: [], onFailure: { roles: ["operator", "teacher"] } }],
};

function drafted(given: ScriptFacts, into?: DCase) {
  const made = scaffold(given, { name: "web", language: "en", say, ...(into === undefined ? {} : { into }) });
  return { ...made, case: roundTrip(made.case) };
}

/** Uids with their text, indented by where they stand. */
function treeOf(whole: DCase): readonly string[] {
  const index = indexOf(whole);
  const lines: string[] = [];
  const visit = (uid: string, depth: number): void => {
    const node = index.byUid.get(uid);
    lines.push(`${"  ".repeat(depth)}${uid}${node?.undeveloped === true ? " △" : ""}`);
    for (const { to } of index.out(uid)) if (typeof to === "string") visit(to, depth + 1);
  };
  for (const root of index.roots) visit(root.uid, 0);
  return lines;
}

describe("the draft of a case", () => {
  test("argues over a plan's tasks, their conditions, what takes them back, and who is told", () => {
    const made = drafted(facts).case;
    expect(treeOf(made)).toEqual([
      "plan:publish",
      "  tasks:publish",
      "    task:copy",
      "      parts:copy",
      "        pre:copy △",
      "        undo:copy △",
      "      limit:copy",
      "    task:show",
      "      parts:show",
      "        irreversible:show △",
      "          why:show",
      "    failure:publish △",
      "    undo-failure:publish △",
      "  bundle",
    ]);
    expect(linesOf(made).map((line) => line.split(" → ")[0])).toEqual([
      "G1: publish of web.dscript is done, or all of it is taken back",
      "C1: The script web.dscript, as its bundle has it",
      "S1: Argue over the tasks of publish in their order, and over what is done where one fails",
      "G2: the page is there",
      "C2: copy is ended after 10m",
      "S2: Argue over what must hold ahead of copy and after it, and over what takes it back",
      "G3: Ahead of copy this holds: test -e x △",
      "G4: What copy changed is taken back: remove it △",
      "G5: show is done",
      "S3: Argue over what must hold ahead of show and after it, and over what takes it back",
      "G6: It is accepted that show is not taken back △",
      "J1: it was seen",
      "G7: Where publish fails, these are told: operator, teacher △",
      "G8: Where publish cannot be taken back, somebody who can act is told △",
    ]);
  });

  test("has tests and campaigns as evidence, each once", () => {
    const made = drafted({
      ...facts,
      tests: [
        { name: "it copies", calls: ["copy"], looksAtTold: false },
        { name: "it is told", calls: ["publish"], looksAtTold: true },
        { name: "it shows", calls: ["show"], looksAtTold: false },
        { name: "all", calls: ["publish", "copy"], looksAtTold: false },
      ],
      campaigns: ["web.campaign.yaml"],
    }).case;
    expect(treeOf(made).filter((line) => /test:|campaign:|^ *(?:pre|undo|task|failure|plan):/.test(line))).toEqual([
      "plan:publish",
      "    task:copy",
      "        pre:copy",
      "          test:it copies",
      "          test:all",
      "        undo:copy",
      "          campaign:web.campaign.yaml",
      "    task:show",
      "      test:it shows",
      "    failure:publish",
      "      test:it is told",
      "  test:all",
    ]);
    expect(made.nodes.find(({ uid }) => uid === "test:all")?.evidence).toEqual({
      by: "test",
      of: "all",
      subject: "web.dscript",
      maxAge: "90d",
    });
  });

  test("has parameters, constants, schedules and places as contexts", () => {
    const made = drafted({
      ...facts,
      parameters: [{ name: "keep", type: "Int", value: 3, range: [1, 10], says: "days" }],
      constants: [{ name: "PORT", value: 80 }],
      contexts: [{ name: "the W class", schedule: "Thu 14:40-16:10" }],
      places: [{ name: "web", hosts: ["a", "b"] }],
    }).case;
    const contexts = made.nodes.filter(({ type, uid }) => type === "context" && uid !== "limit:copy");
    expect(contexts.map(({ text, parameters, tags }) => [text, parameters ?? tags ?? ""])).toEqual([
      ["The script web.dscript, as its bundle has it", ""],
      ["the W class: Thu 14:40-16:10", ""],
      ["web: a, b", ""],
      ["What web.dscript is given: keep", [{ name: "keep", type: "Int", value: 3, range: [1, 10], says: "days" }]],
      ["Constants of web.dscript: PORT = 80", [{ name: "PORT", value: 80 }]],
    ]);
  });

  test("has monitors as evidence with what holds, and what is started as goals", () => {
    const parsed = parseCondition("max(value) <= 500");
    const made = drafted({
      ...facts,
      monitors: [
        { name: "processes", every: "30s", ...(parsed.ok ? { holds: parsed.condition } : {}) },
        { name: "odd", every: "1s" },
      ],
      whens: [{ condition: "processes > 500", words: "it hangs", atMost: "2 per 1h", starts: ["publish"] }],
    }).case;
    const monitor = made.nodes.find(({ uid }) => uid === "monitor:processes")?.monitor;
    expect([monitor?.window, monitor === undefined ? "" : conditionText(monitor.condition)]).toEqual([
      "5m",
      "max(value) <= 500",
    ]);
    expect(linesOf(made).filter((line) => /odd|hangs|watches/.test(line))).toEqual([
      "G9: What web.dscript watches stays within its bounds, or is dealt with → Sn1 G10 G11",
      "G10: What the monitor odd sees stays within its bounds △",
      "G11: Where this is so, it is dealt with 2 per 1h at most: it hangs → G1",
    ]);
  });

  test("of several plans has a goal above them, and those that others call beneath those", () => {
    const plans = [
      { name: "inner", tasks: [show], plans: [] },
      { name: "outer", goal: "all is well", tasks: [], plans: ["inner"] },
      { name: "other", tasks: [], plans: [] },
    ];
    expect(treeOf(drafted({ ...facts, plans }).case).filter((line) => /plan|script/.test(line))).toEqual([
      "script",
      "  plans",
      "    plan:outer",
      "        plan:inner",
      "    plan:other",
    ]);
  });
});

describe("a case that is brought up to its script", () => {
  test("is the same where nothing has changed", () => {
    const first = drafted(facts).case;
    const again = drafted(facts, first);
    expect([again.added, again.changed, again.told]).toEqual([[], [], []]);
    expect(again.case).toEqual(first);
  });

  test("gets what is new, beneath what it belongs to", () => {
    const tidy: TaskFacts = { name: "tidy", pre: [], post: ["true"], takeBack: { kind: "nothing" } };
    const plans = facts.plans.map((plan) => ({ ...plan, tasks: [copy, tidy, show] }));
    const again = drafted({ ...facts, plans }, drafted(facts).case);
    expect(again.added).toEqual(["G9", "S4", "G10"]);
    expect(linesOf(again.case).filter((line) => /^(?:S1|G9|S4|G10):/.test(line))).toEqual([
      "S1: Argue over the tasks of publish in their order, and over what is done where one fails → G2 G5 G7 G8 G9",
      "G9: tidy is done → S4",
      "S4: Argue over what must hold ahead of tidy and after it, and over what takes it back → G10",
      "G10: After tidy this holds: true △",
    ]);
  });

  test("follows the script in what nobody touched, and keeps what people wrote", () => {
    const first = drafted(facts).case;
    const mine = {
      ...first,
      nodes: first.nodes.map((node) => {
        if (node.uid === "task:copy") return { ...node, text: "The page is there, whole", owner: "operator" };
        return node.uid === "pre:copy" ? { ...node, owner: "developer" } : node;
      }),
    };
    const changed = { ...copy, goal: "the page is here", pre: ["test -f x"] };
    const plans = facts.plans.map((plan) => ({ ...plan, tasks: [changed, show] }));
    const again = drafted({ ...facts, plans }, mine);
    expect(again.told.map(({ message }) => message)).toEqual([
      "G2 was written by hand, and stays; by web.dscript it would be: the page is here",
    ]);
    expect(again.changed).toEqual(["G3"]);
    const [own, followed] = ["task:copy", "pre:copy"].map((uid) => again.case.nodes.find((node) => node.uid === uid));
    expect([own?.text, own?.owner]).toEqual(["The page is there, whole", "operator"]);
    expect([followed?.text, followed?.owner]).toEqual(["Ahead of copy this holds: test -f x", "developer"]);
  });

  test("keeps what the script has no more, and says so", () => {
    const plans = facts.plans.map((plan) => ({ ...plan, tasks: [copy] }));
    const again = drafted({ ...facts, plans }, drafted(facts).case);
    expect(again.told.map(({ message }) => message)).toEqual([
      "G5 is of something that web.dscript has no more, and stays",
      "S3 is of something that web.dscript has no more, and stays",
      "G6 is of something that web.dscript has no more, and stays",
      "J1 is of something that web.dscript has no more, and stays",
    ]);
    expect(again.case).toEqual(drafted(facts).case);
  });

  test("does not join again what people took apart", () => {
    const first = drafted(facts).case;
    const mine = { ...first, edges: first.edges.filter(({ to }) => to !== "failure:publish") };
    const again = drafted(facts, mine);
    expect(again.told.map(({ message }) => message)).toEqual(["S1 is not joined to G7, as web.dscript would have it"]);
    expect(again.case.edges).toEqual(roundTrip(mine).edges);
  });

  test("may hold the drafts of two scripts", () => {
    const both = drafted({ ...facts, file: "other.dscript" }, drafted(facts).case);
    expect(both.case.nodes.filter(({ uid }) => uid.startsWith("task:copy")).map(({ uid }) => uid)).toEqual([
      "task:copy",
      "task:copy@other.dscript",
    ]);
    expect(drafted(facts, both.case).told).toEqual([]);
  });

  test("of any texts is the same again", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 });
    const tasks = fc.array(
      fc.record({ name: fc.constantFrom("a", "b", "c"), goal: text, pre: fc.array(text), why: text }),
    );
    fc.assert(
      fc.property(tasks, (list) => {
        const given: ScriptFacts = {
          ...facts,
          plans: [
            {
              name: "p",
              plans: [],
              tasks: list.map(({ name, goal, pre, why }) => ({
                ...{ name, goal, pre, post: [] },
                takeBack: { kind: "irreversible", why },
              })),
            },
          ],
        };
        const first = drafted(given).case;
        const again = drafted(given, first);
        expect([again.added, again.told, again.case]).toEqual([[], [], first]);
      }),
    );
  });
});

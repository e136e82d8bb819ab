// Who fills which seat, what stands of all that was said, and what an agreement is for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fateOf, judge, larger, outOfScope, type SaidAnswer, seatsOf, type Undoing } from "../../src/consent/index.ts";
import { coreOf, judging, person, policy, proposal, says, start, topicOf, undoes } from "./people.ts";

const ann = person("ann", "operator");
const ben = person("ben", "developer", "operator");
const cy = person("cy", "owner");
const dan = person("dan", "owner", "operator");

describe("seats", () => {
  const by = (quorum: Record<string, number>, ...people: (typeof ann)[]) =>
    seatsOf(quorum, people).map(({ role, by: who }) => `${role} ${who ?? "-"}`);

  test("each person fills one seat", () => {
    expect(by({ developer: 1, operator: 1 }, ben)).toEqual(["developer ben", "operator -"]);
  });

  test("whoever can fill another seat makes room for who cannot", () => {
    expect(by({ developer: 1, operator: 1 }, ann, ben)).toEqual(["developer ben", "operator ann"]);
    expect(by({ operator: 1, owner: 1 }, dan, ann)).toEqual(["operator ann", "owner dan"]);
  });

  test("anybody with a role fills a seat of `any`, and nobody without one", () => {
    expect(by({ any: 2 }, ann, person("eve"))).toEqual(["any ann", "any -"]);
  });

  test("nobody sits twice, and as many seats are filled as can be", () => {
    const names = ["a", "b", "c"];
    const somebody = fc.subarray(names).map((roles) => roles);
    fc.assert(
      fc.property(
        fc.array(somebody, { maxLength: 5 }),
        fc.array(fc.constantFrom(...names), { maxLength: 5 }),
        (people, wanted) => {
          const quorum = Object.fromEntries(names.map((name) => [name, wanted.filter((each) => each === name).length]));
          const all = people.map((roles, at) => person(`p${at}`, ...roles));
          const filled = seatsOf(quorum, all).flatMap(({ by: who }) => who ?? []);
          expect(new Set(filled).size).toBe(filled.length);
          expect(filled.length).toBe(most(wanted, people));
        },
      ),
    );
  });

  test("of two counts the larger one is asked for, whatever a role is called", () => {
    expect(larger({ operator: 2 }, { operator: 1, constructor: 1 })).toEqual({ operator: 2, constructor: 1 });
  });
});

/** By trying: how many seats these people can fill. */
function most(seats: readonly string[], people: readonly (readonly string[])[]): number {
  const [first, ...others] = seats;
  if (first === undefined) return 0;
  const without = most(others, people);
  const filled = people.flatMap((roles, at) =>
    roles.includes(first) ? [1 + most(others, people.toSpliced(at, 1))] : [],
  );
  return Math.max(without, ...filled);
}

describe("what stands", () => {
  const core = coreOf(ann, ben, cy, dan);
  const proposed = proposal(1, "ben");
  const codes = (answers: Parameters<typeof topicOf>[1], undoings: readonly Undoing[] = [], agree = { operator: 1 }) =>
    judge(topicOf(proposed, answers, undoings), proposed, judging(core, agree)).reasons.map(({ code }) => code);

  test("an agreement counts, and whoever has proposed it does not", () => {
    expect(codes([says(2, "ann", "agreement")])).toEqual([]);
    expect(codes([says(2, "ben", "agreement")])).toEqual(["DS6081"]);
  });

  test("an agreement that was taken back, or is not the last word, does not count", () => {
    expect(codes([says(2, "ann", "agreement")], [undoes(3, "ann", "withdrawal", 2)])).toEqual(["DS6081"]);
    expect(codes([says(2, "ann", "agreement"), says(3, "ann", "abstention")])).toEqual(["DS6081"]);
    expect(codes([says(2, "ann", "agreement"), says(3, "ann", "objection", { reason: "no" })])).toEqual([
      "DS6082",
      "DS6081",
    ]);
  });

  test("whoever may revoke revokes what others have said, and nobody else does", () => {
    expect(codes([says(2, "ann", "agreement")], [undoes(3, "cy", "revocation", 2)])).toEqual(["DS6086"]);
    expect(codes([says(2, "ann", "agreement")], [undoes(3, "ben", "revocation", 2)])).toEqual([]);
    expect(codes([says(2, "ann", "agreement")], [undoes(3, "cy", "revocation", 1)])).toEqual(["DS6086"]);
  });

  test("an objection blocks until it is withdrawn, or whoever objects agrees", () => {
    const objection = says(3, "dan", "objection", { reason: "no" });
    expect(codes([says(2, "ann", "agreement"), objection])).toEqual(["DS6082"]);
    expect(codes([says(2, "ann", "agreement"), objection], [undoes(4, "dan", "withdrawal", 3)])).toEqual([]);
    expect(codes([says(2, "ann", "agreement"), objection, says(4, "dan", "agreement")])).toEqual([]);
    expect(codes([says(2, "ann", "agreement"), objection, says(4, "cy", "agreement")])).toEqual(["DS6082"]);
  });

  test("an objection is overruled by as many as the policy says, and never by who objects", () => {
    const answers = [says(2, "ann", "agreement"), says(3, "dan", "objection", { reason: "no" })];
    expect(codes(answers, [undoes(4, "cy", "overruling", 3)])).toEqual(["DS6082"]);
    expect(codes(answers, [undoes(4, "cy", "overruling", 3), undoes(5, "dan", "overruling", 3)])).toEqual(["DS6082"]);
    const other = [
      says(2, "ann", "agreement"),
      says(3, "ann", "objection", { reason: "no" }),
      says(4, "dan", "agreement"),
    ];
    expect(codes(other, [undoes(5, "cy", "overruling", 3), undoes(6, "dan", "overruling", 3)])).toEqual([]);
  });

  test("what became of an objection is read as it is judged: the first who overrules it ends nothing", () => {
    const objection = says(3, "dan", "objection", { reason: "no" });
    const four = coreOf(ann, ben, cy, dan, person("flo", "owner"));
    const fate = (undoings: readonly Undoing[], ...more: readonly SaidAnswer[]) => {
      const { undone, blocks, overruled } = fateOf(
        topicOf(proposed, [objection, ...more], undoings),
        objection,
        four,
        policy,
      );
      return [undone?.kind, blocks, overruled.flatMap(({ by }) => by ?? [])];
    };
    const [first, second] = [undoes(4, "cy", "overruling", 3), undoes(5, "flo", "overruling", 3)];
    expect(fate([])).toEqual([undefined, true, []]);
    expect(fate([first])).toEqual([undefined, true, ["cy"]]);
    expect(fate([first, undoes(5, "dan", "overruling", 3), undoes(6, "ben", "overruling", 3)])).toEqual([
      undefined,
      true,
      ["cy"],
    ]);
    expect(fate([first, second])).toEqual(["overruling", false, ["flo", "cy"]]);
    expect(fate([undoes(4, "cy", "revocation", 3)])).toEqual([undefined, true, []]);
    expect(fate([], says(4, "dan", "agreement"))).toEqual([undefined, false, []]);
  });

  test("what became of an objection is said of the newest proposal that it is about", () => {
    const objection = says(2, "dan", "objection", { proposal: "1" });
    const agreed = says(4, "dan", "agreement", { proposal: "3" });
    const topic = topicOf(proposed, [objection, agreed]);
    expect(fateOf(topic, objection, core, policy).blocks).toBe(true);
    const again = { ...topic, proposals: [...topic.proposals, proposal(3, "ben")] };
    expect(fateOf(again, objection, core, policy).blocks).toBe(false);
    expect(fateOf({ ...again, proposals: [] }, objection, core, policy).blocks).toBe(true);
  });

  test("a hold ends by itself, where it says when", () => {
    const until = (milliseconds: number) => ({ reason: "wait", until: new Date(start + milliseconds).toISOString() });
    expect(codes([says(2, "ann", "agreement"), says(3, "cy", "hold", until(999))])).toEqual([]);
    expect(codes([says(2, "ann", "agreement"), says(3, "cy", "hold", until(2000))])).toEqual(["DS6083"]);
  });

  test("a hold stays until it is withdrawn, also where whoever holds it agrees, and takes no agreement back", () => {
    const held = [says(2, "ann", "hold", { reason: "wait" }), says(3, "ann", "agreement")];
    expect(codes(held)).toEqual(["DS6083"]);
    expect(codes(held, [undoes(4, "ann", "withdrawal", 2)])).toEqual([]);
    expect(codes(held.toReversed())).toEqual(["DS6083"]);
    expect(codes(held.toReversed(), [undoes(4, "ann", "withdrawal", 2)])).toEqual([]);
    const over = { reason: "wait", until: new Date(start + 999).toISOString() };
    expect(codes([says(2, "ann", "agreement"), says(3, "ann", "hold", over)])).toEqual([]);
  });

  test("nobody overrules or revokes a hold of somebody else's, nor revokes an objection, nor overrules an agreement", () => {
    const overruled = [undoes(4, "cy", "overruling", 3), undoes(5, "dan", "overruling", 3)];
    const held = [says(2, "ann", "agreement"), says(3, "ann", "hold", { reason: "wait" })];
    expect(codes(held, overruled)).toEqual(["DS6083"]);
    expect(codes(held, [undoes(4, "cy", "revocation", 3)])).toEqual(["DS6083"]);
    expect(codes(held, [undoes(4, "ann", "revocation", 3)])).toEqual([]);
    const objected = [says(2, "ann", "agreement"), says(3, "dan", "objection", { reason: "no" })];
    expect(codes(objected, [undoes(4, "cy", "revocation", 3)])).toEqual(["DS6082"]);
    expect(codes([says(3, "ann", "agreement")], overruled)).toEqual([]);
  });

  test("a role that too few people have is said to be that", () => {
    expect(codes([], [], { operator: 3 })).toEqual(["DS6087"]);
    expect(policy.revoke).toEqual(["owner"]);
  });
});

describe("what was said ahead of a newer proposal of the same script", () => {
  const core = coreOf(ann, ben, cy, dan);
  const older = proposal(1, "ben", { case: "c1" });
  const newer = (more = {}) => proposal(5, "ben", { case: "c1", ...more });
  const codes = (proposed: ReturnType<typeof newer>, answers: Parameters<typeof topicOf>[1]) => {
    const topic = { ...topicOf(older, answers), proposals: [older, proposed] };
    return judge(topic, proposed, judging(core, { operator: 1 })).reasons.map(({ code }) => code);
  };
  const ofOlder = { proposal: older.digest, reason: "no" };
  const agreed = says(6, "ann", "agreement", { proposal: "5", case: "c1" });

  test("is carried where it blocks, whatever of the case has changed since", () => {
    expect(codes(newer(), [says(2, "dan", "objection", ofOlder), agreed])).toEqual(["DS6082"]);
    expect(codes(newer(), [says(2, "dan", "hold", ofOlder), agreed])).toEqual(["DS6083"]);
    const changed = { ...agreed, case: "c2" };
    expect(codes(newer({ case: "c2" }), [says(2, "dan", "objection", ofOlder), changed])).toEqual(["DS6082"]);
  });

  test("is not carried where it agrees or abstains", () => {
    expect(codes(newer(), [says(2, "ann", "agreement", ofOlder)])).toEqual(["DS6081"]);
    expect(codes(newer(), [agreed, says(7, "ann", "abstention", ofOlder)])).toEqual([]);
  });

  test("is not carried where it is later than that proposal: it is about the older one alone", () => {
    expect(codes(newer(), [agreed, says(7, "dan", "objection", ofOlder)])).toEqual([]);
    expect(codes(newer(), [agreed, says(7, "dan", "hold", ofOlder)])).toEqual([]);
  });

  test("ends as ever: by its author's agreement to the newer one, or by being withdrawn", () => {
    const objection = says(2, "ann", "objection", ofOlder);
    expect(codes(newer(), [objection, agreed])).toEqual([]);
    const topic = topicOf(newer(), [says(2, "dan", "objection", ofOlder), agreed], [undoes(7, "dan", "withdrawal", 2)]);
    expect(judge(topic, newer(), judging(core, { operator: 1 })).reasons).toEqual([]);
  });

  test("counts for all that were proposed ahead of it with the same case, where it names no proposal", () => {
    const open = (more: object) => says(6, "ann", "agreement", more);
    expect(codes(newer(), [open({})])).toEqual([]);
    expect(codes(newer(), [open({ case: "c1" })])).toEqual([]);
    expect(codes(newer(), [open({ case: "c2" })])).toEqual(["DS6081"]);
    expect(codes(newer(), [says(2, "ann", "agreement", { case: "c1" })])).toEqual(["DS6081"]);
    expect(codes(newer(), [says(2, "dan", "objection", { reason: "no" }), open({})])).toEqual(["DS6082"]);
  });
});

describe("scope", () => {
  const asked = {
    now: start,
    host: "web1",
    directory: "/srv",
    parameters: new Map(),
    rest: [],
    defines: new Map(),
    runs: 0,
  };
  const outside = (scope: Parameters<typeof outOfScope>[0], more = {}) =>
    outOfScope(scope, { ...asked, ...more }).map(({ code }) => code);

  test("what it does not speak of is free, but for constants", () => {
    expect(outside({})).toEqual([]);
    expect(outside({}, { rest: ["a"] })).toEqual([]);
    expect(outside({}, { defines: new Map([["A", "1"]]) })).toEqual(["DS6095"]);
  });

  test("bounds hold for numbers, words and each part of a list", () => {
    const parameters = { users: { least: 1, most: 40 }, host: { like: "web*" }, all: { oneOf: ["a", "b"] } };
    const given = (values: object) => outside({ parameters }, { parameters: new Map(Object.entries(values)) });
    expect(given({ users: 40, host: "web1", all: ["a", "b", "a"] })).toEqual([]);
    expect(given({ users: 41, host: "db1", all: ["a", "c"] })).toEqual(["DS6093", "DS6093", "DS6093"]);
    expect(given({ users: "5s" })).toEqual(["DS6093"]);
  });

  test("a bound that is not understood holds for nothing, and a schedule that cannot be read never", () => {
    expect(outside({ parameters: { users: { atMost: 40 } } }, { parameters: new Map([["users", 1]]) })).toEqual([
      "DS6093",
    ]);
    expect(outside({ schedule: ["whenever"] })).toEqual(["DS6092"]);
  });

  test("a hostile pattern is told as fast as any other, for hosts, folders, parameters", () => {
    const hostile = `${"a*".repeat(30)}b`;
    const long = "a".repeat(3000);
    const started = performance.now();
    const codes = outside(
      { hosts: [hostile], directories: [`/${hostile}`], parameters: { name: { like: hostile } } },
      { host: long, directory: `/${long}`, parameters: new Map([["name", long]]) },
    );
    expect(codes).toEqual(["DS6091", "DS6096", "DS6093"]);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("a host's name is the same in capitals", () => {
    expect(outside({ hosts: ["WEB*"] }, { host: "web1" })).toEqual([]);
    expect(outside({ hosts: ["web*"] }, { host: "Web1" })).toEqual([]);
  });

  test("signs of a pattern in a host's name are signs of a name", () => {
    expect(outside({ hosts: ["web.1"] }, { host: "webx1" })).toEqual(["DS6091"]);
    expect(outside({ hosts: ["web?"] }, { host: "web/" })).toEqual(["DS6091"]);
  });
});

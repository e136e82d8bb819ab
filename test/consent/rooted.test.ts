// Policies and people in the log: whose signatures they need, and what a change of roots needs.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { AgreementStatement } from "../../src/agreement/index.ts";
import type { Json } from "../../src/assurance/index.ts";
import { type Core, emptyCore, emptyTopic, rootsIn, take } from "../../src/consent/index.ts";

const hash = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
/** Public keys are any bytes here: whether one has signed is said beside. */
const spki = (name: string): string => Buffer.from(name).toString("base64");
const shelves = { topic: emptyTopic, keepTopic: () => undefined, evidence: () => [], keepEvidence: () => undefined };

class Log {
  readonly core: Core = emptyCore();

  /** What becomes of a statement that these have signed; undefined where it counts. */
  take(
    kind: "policy" | "person" | "timestamp",
    predicate: { readonly [key: string]: Json },
    ...signers: string[]
  ): string | undefined {
    const who = typeof predicate["who"] === "string" ? predicate["who"] : "root";
    const time = String(predicate["time"] ?? "2027-04-05T08:00:00Z");
    const statement = { kind, who, time, subject: [], predicate, value: predicate } as unknown as AgreementStatement;
    const ids = signers.map((name) => hash(name));
    return take({
      core: this.core,
      shelves,
      hashOf: hash,
      now: Date.parse("2027-04-05T09:00:00Z"),
      entry: {
        ...{ index: this.core.size, statement, digest: hash(JSON.stringify(predicate)), signers: ids },
        isSigned: (keyid, key) => ids.includes(keyid) && hash(Buffer.from(key, "base64")) === keyid,
      },
    });
  }
}

const policy = (version: number, threshold: number, ...keys: string[]) => ({
  policy: { version, roots: { keys: keys.map(spki), threshold } },
});
const named = (id: string, ...keys: string[]) => ({ id, name: id, roles: ["operator"], keys: keys.map(spki) });

test("a policy counts once as many of its roots have signed it as it says, in one entry or in several", () => {
  const log = new Log();
  expect(log.take("policy", policy(1, 2, "a", "b", "c"), "a")).toBe("more keys of the roots have to sign it");
  expect(log.take("policy", policy(1, 2, "a", "b", "c"), "a")).toBe("more keys of the roots have to sign it");
  expect(log.core.policy).toBeUndefined();
  expect(log.take("policy", policy(1, 2, "a", "b", "c"), "c")).toBeUndefined();
  expect(log.core.policy?.version).toBe(1);
});

test("of new roots both the old and the new ones sign, each as many as they say", () => {
  const log = new Log();
  log.take("policy", policy(1, 1, "a"), "a");
  expect(log.take("policy", policy(2, 2, "b", "c"), "b", "c")).toBe("more keys of the roots have to sign it");
  expect(log.core.policy?.version).toBe(1);
  expect(log.take("policy", policy(2, 2, "b", "c"), "a")).toBeUndefined();
  expect(log.take("policy", policy(3, 2, "b", "c"), "a", "b")).toBe("more keys of the roots have to sign it");
});

test("an older version, and one that nobody of the roots has signed, do not count", () => {
  const log = new Log();
  log.take("policy", policy(2, 1, "a"), "a");
  expect(log.take("policy", policy(1, 1, "a"), "a")).toContain("is no newer one");
  expect(log.take("policy", policy(2, 1, "a"), "a")).toContain("is no newer one");
  expect(log.take("policy", policy(3, 1, "x"), "y")).toBe("no key of the roots has signed it");
});

test("roots that cannot be are none", () => {
  const roots = (value: Json) => rootsIn({ roots: value });
  expect(roots({ keys: [] })).toBe("its roots have no keys");
  expect(roots({ keys: ["a", "a"] })).toBe("a key stands twice among its roots");
  for (const threshold of [0, 3, 1.5, "2"])
    expect(roots({ keys: ["a", "b"], threshold })).toBe("its threshold is no number from 1 to 2");
  expect(roots(["a"])).toBe("it names no roots");
});

test("people are named by as many roots as the policy says, and none ahead of it", () => {
  const log = new Log();
  expect(log.take("person", named("ann", "k"), "a")).toBe("there is no policy yet that says who may name people");
  log.take("policy", policy(1, 2, "a", "b"), "a", "b");
  expect(log.take("person", named("ann", "k"), "a")).toBe("more keys of the roots have to sign it");
  expect(log.take("person", named("ann", "k"), "b")).toBeUndefined();
  expect(Object.keys(log.core.people)).toEqual(["ann"]);
  expect(log.take("person", named("ann", "k"), "a", "b")).toBe("it is a copy of what was said before");
  expect(log.take("person", named("dan", "k"), "a", "b")).toContain("is ann's: a key is one person's");
});

test("a key that is retired keeps the entry at which it was", () => {
  const log = new Log();
  log.take("policy", policy(1, 1, "a"), "a");
  log.take("person", named("ann", "k"), "a");
  log.take("person", { ...named("ann", "l"), retired: [spki("k")] }, "a");
  log.take("person", { ...named("ann", "l", "m"), retired: [spki("k")] }, "a");
  expect(log.core.people["ann"]?.keys.find(({ spki: own }) => own === spki("k"))?.retiredAt).toBe(2);
});

test("an id that every object has is a name as any other", () => {
  const log = new Log();
  log.take("policy", policy(1, 1, "a"), "a");
  expect(log.take("person", named("constructor", "k"), "a")).toBeUndefined();
  expect(log.take("timestamp", { who: "toString" }, "k")).toBe("nobody is called toString here");
});

test("what is dated ahead of the clock says nothing of how fresh the log is", () => {
  const log = new Log();
  log.take("policy", policy(1, 1, "a"), "a");
  log.take("person", named("ann", "k"), "a");
  log.take("timestamp", { who: "ann", time: "2099-01-01T00:00:00Z" }, "k");
  expect(new Date(log.core.newest).toISOString()).toBe("2027-04-05T08:00:00.000Z");
  log.take("timestamp", { who: "ann", time: "2027-04-05T09:01:00Z" }, "k");
  expect(new Date(log.core.newest).toISOString()).toBe("2027-04-05T09:01:00.000Z");
});

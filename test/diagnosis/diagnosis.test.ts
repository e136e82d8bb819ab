/** The first class of many failures, and the rules that name it. */

import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { commandTable, shippedCommands } from "../../src/commands/index.ts";
import {
  createDiagnosis,
  errnoRules,
  firstStage,
  messageRules,
  type Rule,
  secondStage,
  signalRules,
  statusRules,
  systemHost,
} from "../../src/diagnosis/index.ts";
import {
  errnoByName,
  type FaultArgument,
  type FaultClass,
  faultClasses,
  type Symptom,
} from "../../src/records/index.ts";
import { cases } from "./cases.ts";
import { type FakeWorld, fakeHost } from "./fake-host.ts";
import { type Found, fakeSampler } from "./fake-sampler.ts";
import { sampledCases } from "./sampler-cases.ts";
import { call, command, fault, word } from "./symptoms.ts";

const diagnose = (symptom: Symptom, world: FakeWorld & { readonly found?: Found } = {}) =>
  createDiagnosis({
    ...{ commands: shippedCommands, host: fakeHost(world), locale: "C" },
    ...(world.found === undefined ? {} : { sampler: () => fakeSampler(world.found ?? {}) }),
  })(symptom);

const rulesIn = (diagnosis: ReturnType<typeof diagnose>): readonly string[] =>
  diagnosis.ranked.flatMap((share) => share.reasons.map((reason) => reason.rule));

describe("the first class", () => {
  test.each(cases.map((each) => [each.title, each] as const))("%s", (_, { symptom, world, first }) => {
    const diagnosis = diagnose(symptom, world);
    expect(diagnosis.ranked[0]?.class, JSON.stringify(diagnosis.ranked)).toBe(first);
  });
});

describe("the samples, and what a command waited for", () => {
  test.each(sampledCases.map((each) => [each.title, each] as const))("%s", (_, { symptom, world, first, rule }) => {
    const diagnosis = diagnose(symptom, world);
    expect(diagnosis.ranked[0]?.class, JSON.stringify(diagnosis.ranked)).toBe(first);
    expect(rulesIn(diagnosis)).toContain(rule);
    for (const share of diagnosis.ranked)
      for (const reason of share.reasons) expect(reason.says).not.toMatch(/\{\w+\}/);
  });
});

describe("what the D-Case states", () => {
  const said = (context: FaultArgument["context"]): string | undefined => {
    const symptom = command("cat", { stderr: "cat: /srv/a: No such file or directory" });
    const path = { ...word("agreed=/srv/a", "argv[1]"), ...(context === undefined ? {} : { context }) };
    const { ranked, advice } = diagnose({ ...symptom, arguments: [...symptom.arguments, path] });
    return `${ranked[0]?.class}: ${ranked[0]?.reasons[0]?.says} (${advice})`;
  };

  test("is the move of the role that owns the context, or else of all who agreed", () => {
    expect(said({ key: "PATH", by: "C2", owner: "teacher" })).toBe(
      'UserFault: "/srv/a" comes from the D-Case: its context C2 states PATH (the teacher of the D-Case must correct what the D-Case states, or bring about that it holds)',
    );
    expect(said({ key: "PATH", by: "C2" })).toContain("(the stakeholders of the D-Case must correct");
    expect(said(undefined)).toContain("one of its contexts states it");
  });
});

describe("a diagnosis", () => {
  test("is the design's own example", () => {
    const diagnosis = diagnose(call("System.fopen", "EACCES", ["filename", "/etc/passwd"], ["mode", "w"]), {
      files: [{ path: "/etc/passwd", isDirectory: false, mode: 0o644 }],
    });
    expect(diagnosis.plausible).toEqual(["SystemFault", "UserFault"]);
    expect(diagnosis.ranked.slice(0, 2).map((share) => [share.class, share.p.toFixed(1)])).toEqual([
      ["UserFault", "0.7"],
      ["SystemFault", "0.2"],
    ]);
    expect(diagnosis.ranked[0]?.reasons[0]).toEqual({
      rule: "path.owner",
      says: "runs as uid 1000, the file is root's, mode 0644",
      weight: 1,
    });
    expect(diagnosis.advice).toBe("whoever ran this needs other rights");
  });

  test("is made of all four classes, ranked, with shares that add up to one, and the best among the plausible", () => {
    for (const { symptom, world } of cases) {
      const { ranked, plausible, advice } = diagnose(symptom, world);
      expect(ranked.map((share) => share.class).toSorted()).toEqual([...faultClasses].toSorted());
      expect(ranked.reduce((sum, share) => sum + share.p, 0)).toBeCloseTo(1, 9);
      expect(ranked.map((share) => share.p)).toEqual(ranked.map((share) => share.p).toSorted((a, b) => b - a));
      expect(plausible).toContain(ranked[0]?.class);
      expect(plausible).toEqual(faultClasses.filter((name) => plausible.includes(name)));
      expect(advice).toMatch(/\w/);
      for (const share of ranked) for (const reason of share.reasons) expect(reason.says).not.toMatch(/\{\w+\}/);
    }
  });

  test("never throws, whatever it is given", () => {
    const odd = [
      "",
      "\0",
      "\ud800",
      "/".repeat(9000),
      "a:b:c",
      "http://",
      "-",
      "--=",
      "=",
      "x".repeat(100_000),
      "({[*+?\\",
      "../".repeat(200),
    ];
    for (const text of odd) {
      for (const kind of ["CommandFault", "IOFault", "NetworkFault", "TimeoutFault", "ThrownFault"] as const) {
        const symptom = {
          ...command("x"),
          kind,
          api: text,
          message: text,
          stderr: text,
          errno: text,
          arguments: command(`cp ${text} ${text}`).arguments,
        };
        expect(diagnose(symptom).ranked).toHaveLength(4);
        expect(createDiagnosis({ commands: commandTable([]) })(symptom).ranked).toHaveLength(4);
      }
    }
    // A symptom that breaks its own type, as one from a module of somebody else's may.
    const broken = { kind: "IOFault", stated: "UserFault" } as unknown as Symptom;
    expect(diagnose(broken).ranked[0]?.class).toBe("UserFault");
  });

  test("knows what this host is", () => {
    const host = systemHost();
    expect(host.look("/proc/version/x")).toMatchObject({ exists: false, place: "/proc/version", isDirectory: false });
    expect(host.look("no/such", "/")).toMatchObject({ exists: false, place: "/", isDirectory: true });
    expect(host.look("/")).toMatchObject({ exists: true, owner: 0, readable: true, remote: false });
    expect(
      ["localhost", "LOCALHOST.", "127.0.0.1", "127.1", "[::1]", "0.0.0.0", hostname()].filter(
        (name) => !host.isSelf(name),
      ),
    ).toEqual([]);
    expect(
      ["example.org", "192.0.2.1", "128.0.0.1", "localhost.example.org", "2001:db8::1", ""].filter((name) =>
        host.isSelf(name),
      ),
    ).toEqual([]);
    expect(host.memory()).toBeGreaterThan(0);
    expect(host.load()).toBeGreaterThanOrEqual(0);
  });

  test("looks at the real host as well", () => {
    const run = createDiagnosis({ commands: shippedCommands });
    expect(run(command("cat /etc/hostname/x")).ranked[0]?.reasons.map((reason) => reason.rule)).toContain(
      "errno.not-a-folder",
    );
    expect(run(command("cat argv=/nowhere/at/all")).ranked[0]?.class).toBe("UserFault");
    expect(
      run(
        fault("NetworkFault", "refused", {
          api: "curl",
          status: 7,
          errno: "ECONNREFUSED",
          arguments: command("curl http://127.1.2.3:1/").arguments,
        }),
      ).ranked[0]?.class,
    ).toBe("SystemFault");
  });
});

const allRules = [...firstStage, ...secondStage, ...signalRules, ...statusRules, ...messageRules()];

describe("the rules", () => {
  test("have ids of their own, a sentence, and weights of sense", () => {
    const seen = new Set<string>();
    for (const rule of new Set<(typeof allRules)[number]>(allRules)) {
      expect(seen.has(rule.id), rule.id).toBe(false);
      seen.add(rule.id);
      expect(rule.id).toMatch(/^[a-z]+\.[a-z-]+$/);
      const translates = "errno" in rule && rule.errno !== undefined;
      if (translates) continue;
      expect(rule.says, rule.id).toMatch(/^\S.*[^.]$/);
      for (const weight of Object.values(rule.weights)) expect(Math.abs(weight), rule.id).toBeLessThanOrEqual(5);
      for (const name of Object.keys(rule.advice ?? {}))
        expect(
          rule.weights[name as FaultClass] ?? 0,
          `${rule.id}: advice for a class that it does not speak for`,
        ).toBeGreaterThan(0);
    }
  });

  test("each name real error numbers", () => {
    for (const rule of errnoRules)
      for (const name of rule.when.errno ?? []) expect(errnoByName(name)?.name, name).toBe(name);
    for (const rule of messageRules())
      if (rule.errno !== undefined) expect(errnoByName(rule.errno)?.name).toBe(rule.errno);
  });

  const fired = new Set([...cases, ...sampledCases].flatMap(({ symptom, world }) => rulesIn(diagnose(symptom, world))));

  test("each speak in a case, or on a symptom that only they describe", () => {
    const alone = (rule: Rule): readonly Symptom[] => {
      const { status, signal, errno } = rule.when;
      return [
        ...(status ?? []).map((value) => command("frob argv=x", { status: value })),
        ...(signal ?? []).map((value) => command("frob argv=x", { signal: value })),
        ...(errno ?? []).map((value) => call("System.stat", value, ["path", "x"])),
      ];
    };
    for (const rule of [...statusRules, ...signalRules]) {
      for (const symptom of alone(rule)) expect(rulesIn(diagnose(symptom)), rule.id).toContain(rule.id);
    }
    for (const rule of errnoRules) {
      const symptoms = alone(rule).filter(() => rule.when.facts === undefined);
      for (const symptom of symptoms) expect(rulesIn(diagnose(symptom)), rule.id).toContain(rule.id);
    }
    const silent = [...firstStage, ...secondStage].filter((rule) => !fired.has(rule.id) && alone(rule).length === 0);
    expect(silent.map((rule) => rule.id)).toEqual([]);
  });
});

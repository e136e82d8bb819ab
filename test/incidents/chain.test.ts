// Chains: what is confirmed, what is assumed, and what nobody knows.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChainLink, type ChainNode, type Incident, incidentsOf } from "../../src/incidents/index.ts";
import { change, evidence, failure, measured, minutes, shares } from "./events.ts";

const link = ({ from, to, confirmed }: ChainLink): string => `${from.title} ${confirmed ? "=>" : "->"} ${to.title}`;
const linksOf = (incident: Incident | undefined): readonly string[] => (incident?.links ?? []).map(link);
const kinds = (incident: Incident | undefined): readonly string[] => (incident?.nodes ?? []).map(({ kind }) => kind);
const steady = (value: number, count: number): readonly number[] => new Array<number>(count).fill(value);

describe("an incident", () => {
  test("of one failure has its fault, its error and the run that ended", () => {
    const [incident, ...more] = incidentsOf(evidence([failure({ time: minutes(5) })]));
    expect(more).toEqual([]);
    expect(kinds(incident)).toEqual(["fault", "error", "failure"]);
    expect(linksOf(incident)).toEqual([
      "the first fault is not known -> cp failed",
      "cp failed => backup.dscript ended with a fault",
    ]);
    expect(incident?.isKnown).toBe(false);
  });

  test("has a known fault where the diagnosis is sure", () => {
    const removal = "make room on /srv";
    const [incident] = incidentsOf(
      evidence([failure({ time: minutes(5), removal, shares: shares(["System", 0.97]) })]),
    );
    expect(linksOf(incident)[0]).toBe("SystemFault: make room on /srv => cp failed");
    expect(incident?.isKnown).toBe(true);
  });

  test("is confirmed by a sample that shows what ran out", () => {
    const free = measured("FreeBytes:/srv", [...steady(5e9, 10), 4e9, 2e9, 1e6, 0, 0, 0]);
    const [incident] = incidentsOf(
      evidence([failure({ time: minutes(13), errno: "ENOSPC", message: "no space left on /srv" })], [free]),
    );
    expect(linksOf(incident)).toContain("/srv has 0 B left; 4.66 GiB is usual => no space left on /srv");
    expect(incident?.tolerances.find(({ id }) => id === "capacity")?.servesAll).toBe(false);
  });

  test("takes no sample of another host, nor one that came later", () => {
    const rising = [...steady(100, 10), ...steady(3000, 10)];
    const fork = failure({ time: minutes(12), errno: "EAGAIN", message: "cannot fork" });
    for (const series of [
      measured("Processes", rising, "web2"),
      measured("Processes", [...steady(100, 30), ...rising]),
    ]) {
      const [incident] = incidentsOf(evidence([fork], [series]));
      expect(incident?.nodes.some(({ source }) => source === "sample")).toBe(false);
    }
  });

  test("only assumes what time and class suggest", () => {
    const load = measured("Load", [...steady(1, 20), ...steady(40, 10)]);
    const [incident] = incidentsOf(evidence([failure({ time: minutes(24) })], [load]));
    const found = incident?.links.find(({ from }) => from.source === "sample");
    expect([found?.confirmed, found?.score]).toEqual([false, 0.42]);
  });

  test("goes over hosts: what one reports is confirmed by the other's silence", () => {
    const alive = measured("Load", steady(1, 20));
    const report = failure({
      time: minutes(30),
      host: "ops1",
      script: "check.dscript",
      api: "Http.get",
      message: "GET http://web1/ did not answer",
      values: ["http://web1/"],
      shares: shares(["External", 0.8], ["System", 0.1]),
    });
    const [incident] = incidentsOf(evidence([report], [alive]));
    expect(linksOf(incident)).toContain("web1 fell silent: no sample came any more => web1 did not serve ops1");
    expect(linksOf(incident)).toContain("web1 did not serve ops1 => GET http://web1/ did not answer");
    expect(incident?.hosts).toEqual(["web1", "ops1"]);
  });

  test("says where records of another host are missing", () => {
    const report = failure({
      time: minutes(25),
      api: "rsync",
      message: "rsync ended with status 10",
      values: ["rsync -a /srv backup@files9.example.com:/backup"],
      shares: shares(["External", 0.8]),
    });
    const [incident] = incidentsOf(evidence([report]));
    const node = incident?.nodes.find(({ source }) => source === "report");
    expect([node?.host, node?.details]).toEqual([
      "files9.example.com",
      ["no record of files9.example.com itself is here: its logs would tell more"],
    ]);
  });

  test("takes a file whose name is a host's for no host where none can be the cause", () => {
    const [incident] = incidentsOf(
      evidence([
        failure({ time: minutes(3), host: "db", message: "x" }),
        failure({ time: minutes(4), host: "web1", values: ["/srv/db/db.tar"] }),
      ]),
    );
    expect(incident?.nodes.some(({ source }) => source === "report")).toBe(false);
  });

  test("joins failures of one trace, the earlier one first", () => {
    const [incident] = incidentsOf(
      evidence([
        failure({ time: minutes(3), host: "files1", message: "inner", trace: "t1", shares: shares(["User", 0.9]) }),
        failure({ time: minutes(3) + 50, host: "web1", message: "outer", trace: "t1", shares: shares(["User", 0.9]) }),
      ]),
    );
    expect(linksOf(incident)).toContain("inner => outer");
  });

  test("counts the same failure again and again as one error, until it stops for long", () => {
    const often = [0, 5, 10, 15, 60, 65].map((at) => failure({ time: minutes(at) }));
    const incidents = incidentsOf(evidence(often));
    expect(incidents.map(({ nodes }) => nodes.find(({ kind }) => kind === "error")?.count)).toEqual([4, 2]);
  });

  test("names what serves every candidate, and what serves some", () => {
    const both = [failure({ time: minutes(5), shares: shares(["External", 0.5], ["System", 0.45]) })];
    const { tolerances } = incidentsOf(evidence(both))[0] as Incident;
    expect(tolerances.filter(({ servesAll }) => servesAll).map(({ id }) => id)).toEqual([
      "retry",
      "failover",
      "rollback",
      "alarm",
    ]);
    const user = incidentsOf(evidence([failure({ time: minutes(5), shares: shares(["User", 0.9]) })]))[0] as Incident;
    expect(user.tolerances.map(({ id }) => id)).toEqual(["rollback", "check-input", "alarm"]);
  });

  test("with a failure comes ahead of errors that were dealt with", () => {
    const handled = [1, 2, 3].map((at) =>
      failure({ time: minutes(at), handled: true, script: "a.dscript", host: "a" }),
    );
    const incidents = incidentsOf(evidence([...handled, failure({ time: minutes(40), host: "b" })]));
    expect(incidents.map(({ hosts }) => hosts)).toEqual([["b"], ["a"]]);
  });

  test("is nothing where nothing failed", () => {
    expect(incidentsOf(evidence([], [measured("Load", [...steady(1, 20), ...steady(90, 5)])]))).toEqual([]);
  });

  test("is made of whatever comes: causes before effects, no circle, every node once", { timeout: 120_000 }, () => {
    const hosts = fc.constantFrom("web1", "web2", "files1", "");
    const events = fc.record({
      time: fc.integer({ min: 0, max: 90 * 60_000 }).map((offset) => minutes(0) + offset),
      host: hosts,
      script: fc.constantFrom("a.dscript", "b.dscript"),
      api: fc.constantFrom("cp", "rsync"),
      errno: fc.constantFrom("", "ENOSPC", "EAGAIN"),
      message: fc.oneof(fc.string(), fc.constantFrom("web1 refused", "GET http://files1/x failed")),
      handled: fc.boolean(),
      shares: fc.constantFrom(shares(), shares(["External", 0.9]), shares(["System", 0.6], ["External", 0.3]), [
        { class: "__proto__", p: Number.NaN, reason: "" },
      ]),
      run: fc.constantFrom("r1", "r2", ""),
      trace: fc.constantFrom("", "t1"),
      values: fc.array(fc.string(), { maxLength: 2 }),
    });
    const series = fc.record({
      host: hosts,
      key: fc.constantFrom("Memory", "FreeBytes:/", "OomKills", "processes", "ClockStep"),
      points: fc
        .array(fc.tuple(fc.nat({ max: 90 }), fc.double()), { maxLength: 40 })
        .map((all) => all.sort((a, b) => a[0] - b[0]).map(([at, value]) => ({ time: minutes(at), value }))),
    });
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), fc.array(series, { maxLength: 4 }), (some, values) => {
        const incidents = incidentsOf(
          evidence(
            some.map((one) => failure(one)),
            values,
          ),
        );
        const seen = new Set<ChainNode>();
        for (const { nodes, links } of incidents) {
          for (const node of nodes) {
            expect(seen.has(node)).toBe(false);
            seen.add(node);
          }
          for (const { from, to, confirmed, score } of links) {
            expect(nodes.includes(from) && nodes.includes(to)).toBe(true);
            expect(confirmed ? score === 1 : score <= 0.95 || Number.isNaN(score) || from.kind === "fault").toBe(true);
          }
          expect(isAcyclic(nodes, links)).toBe(true);
        }
        const errors = new Set(incidents.flatMap(({ nodes }) => nodes.flatMap(({ events: all }) => all)));
        if (incidents.every(({ nodes }) => nodes.length < 40)) expect(errors.size).toBe(some.length);
      }),
      { numRuns: 60 },
    );
  });
});

function isAcyclic(nodes: readonly ChainNode[], links: readonly ChainLink[]): boolean {
  let open = new Set(nodes);
  for (;;) {
    const free = [...open].filter((node) => !links.some(({ from, to }) => to === node && open.has(from)));
    if (free.length === 0) return open.size === 0;
    open = new Set([...open].filter((node) => !free.includes(node)));
  }
}

describe("what was changed ahead of an incident", () => {
  const failing = [failure({ time: minutes(40), run: "r1", values: ["nginx -t", "/etc/nginx/nginx.conf"] })];
  const told = (...changes: readonly ReturnType<typeof change>[]) => {
    const [incident] = incidentsOf(evidence(failing, [], changes));
    return incident?.changes.map(({ what, shared }) => `${what}${shared === undefined ? "" : ` (${shared})`}`);
  };

  test("comes with what names the same first, then the nearest", () => {
    expect(
      told(
        change("cp new.conf /etc/nginx", { time: minutes(12) }),
        change("apt-get install -y htop", { time: minutes(30) }),
        change("systemctl restart cron", { time: minutes(35) }),
      ),
    ).toEqual(["cp new.conf /etc/nginx (/etc/nginx)", "systemctl restart cron", "apt-get install -y htop"]);
  });

  test("is not of other hosts, too old, behind it, or a usual step of the failing run", () => {
    expect(
      told(
        change("rm a", { time: minutes(35), host: "web2" }),
        change("rm b", { time: minutes(9) }),
        change("rm c", { time: minutes(41) }),
        change("rm d", { time: minutes(39), run: "r1" }),
        change("cp x /etc/nginx/nginx.conf", { time: minutes(39), run: "r1" }),
      ),
    ).toEqual(["cp x /etc/nginx/nginx.conf (/etc/nginx/nginx.conf)"]);
  });

  test("is cut at five, and the others are counted", () => {
    const many = Array.from({ length: 8 }, (_, at) => change(`rm ${at}`, { time: minutes(20 + at) }));
    const [incident] = incidentsOf(evidence(failing, [], many));
    expect(incident?.changes.map(({ what }) => what)).toEqual(["rm 7", "rm 6", "rm 5", "rm 4", "rm 3"]);
    expect(incident?.moreChanges).toBe(3);
  });
});

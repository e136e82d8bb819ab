// Campaigns from end to end: the same seed gives the same table; one that was ended goes on; stop ends all.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDscript } from "../run-dscript.ts";
import { createPlace, shortly, textIn } from "./campaigns.ts";

const place = createPlace();
const { folder } = place;
const patience = { timeout: 180_000 };

beforeAll(() => {
  place.write("two.dscript", `System.writeText("a.txt", "a")\nls > /dev/null\n`);
  // Copies need no namespaces: these tests run everywhere.
  place.write(
    "two.campaign.yaml",
    `script: two.dscript
isolation: copy
seed: 3
faults: [all]
runs: 5
parallel: 2
`,
  );
});
afterAll(place.remove);

describe("a campaign", () => {
  it("gives the same table for the same seed", patience, async () => {
    const first = await place.results("two.campaign.yaml");
    expect(first.runs).toHaveLength(6);
    expect(shortly(await place.results("two.campaign.yaml"))).toEqual(shortly(first));
    expect(existsSync(join(folder, "a.txt"))).toBe(false);
  });

  it("leaves a table, a chart, JUnit XML, evidence and experience", patience, async () => {
    const ended = await place.inject("two.campaign.yaml", "--expect", "done");
    expect(ended.error).toContain("results are in");
    const kept = join(folder, "two.results");
    expect(readdirSync(kept).sort()).toEqual([
      ...["chart.png", "chart.svg", "evidence.json", "journal.jsonl", "junit.xml", "results.json"],
    ]);
    expect(textIn(kept, "chart.svg")).toMatch(/^<svg [^>]*>\n/);
    expect(textIn(kept, "junit.xml")).toContain('<testsuite name="two" tests="6"');
    const evidence = JSON.parse(textIn(kept, "evidence.json"));
    expect(evidence).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      subject: [{ digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }],
      predicate: { parameters: { seed: 3 }, figures: { planned: 6 }, result: "passed" },
    });
  });

  it("goes on where it was ended, and makes no run twice", patience, async () => {
    const journal = join(folder, "two.results/journal.jsonl");
    const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
    // As if it had been killed in the middle of a line.
    const left = join(folder, "tmp/dscript-inject-abc123");
    mkdirSync(join(left, "run1"), { recursive: true });
    writeFileSync(join(folder, "two.results/running"), `4000000 1\n${left}\n`);
    // A world that could not be made is tried once more.
    const third = lines[3]?.replace('"state":"ran"', '"state":"trouble"');
    writeFileSync(journal, `${[...lines.slice(0, 3), third].join("\n")}\n${lines[4]?.slice(0, 20)}`);
    const ended = await place.inject("two.campaign.yaml", "--resume");
    expect(ended.error.match(/^\d\/6 /gm)).toHaveLength(4);
    expect(readFileSync(journal, "utf8").trimEnd().split("\n")).toHaveLength(7);
    expect(existsSync(left)).toBe(false);
  });

  it("goes on with its own plan only", patience, async () => {
    const ended = await place.inject("two.campaign.yaml", "--resume", "--seed", "4");
    expect(ended.code).toBe(64);
    expect(ended.error).toContain("is of another plan");
  });

  it("learns from experience, kept apart by tool and mechanism", patience, async () => {
    await place.inject("two.dscript", "--copies", "--fault", "fail System.writeText with ENOSPC");
    const ended = await place.inject("learn", "--json");
    expect(ended.code).toBe(0);
    const { fitted, kept } = JSON.parse(ended.out);
    expect(fitted + kept).toBeGreaterThan(0);
  });

  it("tries no fault where the script fails without one, and shows why", patience, async () => {
    place.write("broken.dscript", "false\n");
    const ended = await place.inject("broken.dscript", "--copies", "--fault", "delay false by 1ms");
    expect(ended.code).toBe(1);
    expect(ended.error).toContain("no fault was tried");
    expect(ended.error).toContain("false ended with status 1");
  });

  it("is ended by `stop`, with all that it has started", patience, async () => {
    place.write("long.dscript", "sleep 4242\n");
    place.write("long.campaign.yaml", "script: long.dscript\nfaults: []\n");
    const running = place.inject("long.campaign.yaml");
    await until(() => spawnSync("pgrep", ["-f", "^sleep 4242$"]).status === 0);
    const stopped = await runDscript(folder, ["inject", "stop", "long.campaign.yaml"]);
    expect(stopped.error).toContain("is ended");
    expect((await running).code).toBe(143);
    expect(spawnSync("pgrep", ["-f", "^sleep 4242$"]).status).toBe(1);
    expect(readdirSync(join(folder, "tmp"))).toEqual([]);
    expect(readFileSync("/proc/self/mounts", "utf8")).not.toContain(folder);
  });
});

describe("a command line", () => {
  it.each([
    [["two.campaign.yaml", "word"], 64],
    [["two.dscript"], 64],
    [["two.dscript", "--fault", "disk-ful"], 64],
    [["two.dscript", "--fault", "disk-full", "--expect", "Nobody"], 64],
    [["nothing.dscript", "--fault", "disk-full"], 64],
    [["two.campaign.yaml", "--parallel", "0"], 64],
    [["nothing.campaign.yaml"], 78],
    [["stop", "nothing"], 64],
    // Node's own way of making folders never ends there (nodejs/node#31481).
    [["two.campaign.yaml", "--results", "/proc/none/deep"], 64],
    [["proxy", "--to", "nowhere"], 64],
    [["learn", "nothing.jsonl"], 64],
  ])("%s is refused with the next step", patience, async (words, code) => {
    const ended = await place.inject(...words);
    expect(ended.code, ended.error).toBe(code);
    expect(ended.error.split("\n").length).toBeGreaterThan(code === 78 ? 1 : 2);
  });

  it("shows a plan, and makes no run", patience, async () => {
    const ended = await place.inject("plan", "two.campaign.yaml");
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("6 runs, 2 steps, seed 3");
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

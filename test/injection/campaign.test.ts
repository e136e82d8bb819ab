// Campaign files: what they may say, and mistakes with their places.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCampaign } from "../../src/injection/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dscript-campaign-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string | Uint8Array) {
  const file = join(folder, "x.campaign.yaml");
  writeFileSync(file, text);
  return readCampaign(file);
}

async function mistakes(text: string | Uint8Array): Promise<readonly string[]> {
  const found = await read(text);
  if (found.ok) return [];
  return found.mistakes.map(({ line, column, key, message }) => `${line}:${column} ${key}: ${message}`);
}

describe("a campaign file", () => {
  it("says all there is to say, paths counting from its own folder", async () => {
    const found = await read(`
script: backup.dscript
arguments: [--to, /srv]
environment: { LANG: C }
files: [hosts.csv]
proxies: { api: "127.0.0.1:8080" }
faults:
  - all
  - { fault: "disk-full:/srv", class: SystemFault, expect: { end: rolled back, exit: 71 } }
hypothesis:
  before: [{ command: [test, -d, /srv] }, { script: check.dscript }]
  after: [{ expression: 'System.exists("/srv")' }]
  unchanged: [data]
expect: { class: SystemFault, end: [failed, refused] }
seed: 7
runs: 20
parallel: 3
timeout: 5s
limits: { memory: 512MiB, processes: 100, disk: 32MiB }
isolation: copy
`);
    expect(found).toMatchObject({
      ok: true,
      campaign: {
        name: "x",
        script: join(folder, "backup.dscript"),
        directory: folder,
        faults: [{ fault: "all" }, { class: "SystemFault", expect: { end: ["rolled back"], exit: 71 } }],
        hypothesis: { unchanged: [join(folder, "data")] },
        expect: { end: ["failed", "refused"] },
        ...{ seed: 7, runs: 20, parallel: 3, timeout: 5000, isolation: "copy" },
        limits: { memory: 512 * 2 ** 20, processes: 100, disk: 32 * 2 ** 20 },
      },
    });
  });

  it("has limits where it says none", async () => {
    const found = await read("script: a.dscript\nfaults: all\n");
    expect(found).toMatchObject({
      ok: true,
      campaign: { seed: 1, runs: null, timeout: 60_000, limits: { memory: 2 ** 30, processes: 512 } },
    });
  });

  it("says each mistake with its line and column", async () => {
    expect(
      await mistakes(`script: 7
faults: [disk-full, { fault: 3 }]
seed: -1
limits: { disk: 1B, processes: 1 }
hypothesis: { before: [{ command: [] }, {}] }
colour: red
expect: { class: Nobody }
`),
    ).toEqual([
      "1:9 script: expected a script's path, found 7",
      "2:30 faults[1].fault: expected a fault, found 3",
      "3:7 seed: expected a number from 0 to 4294967295, found -1",
      expect.stringMatching(/^4:17 limits.disk: expected a size from 1MiB to 16GiB/),
      "4:32 limits.processes: expected a number from 64 to 32768, found 1",
      "5:35 hypothesis.before[0].command: expected a program, found a list",
      "5:41 hypothesis.before[1]: expected one of command, script and expression, found a mapping",
      "6:1 colour: there is no such key",
      '7:18 expect.class: expected one of SystemFault, SoftwareFault, UserFault, ExternalFault, found "Nobody"',
    ]);
  });

  it("knows where each fault stands, also where its text stands in a comment, in quotes or twice", async () => {
    const found = await read(`script: a.dscript # disk-ful
faults:
  - all
  - { class: UserFault, fault: "fail command x with status 1 stderr \\"a: b\\"" }
  - &same disk-ful
  - *same
`);
    expect(found.ok && found.campaign.faults.map(({ place }) => [place?.line, place?.column])).toEqual([
      [3, 5],
      [4, 32],
      [5, 11],
      [5, 11],
    ]);
  });

  it("names what is not there with its place", async () => {
    writeFileSync(join(folder, "there.dscript"), "true\n");
    const found = await read(`script: gone.dscript
directory: /nowhere
arguments: [a, "--to={proxy.db}"]
faults: []
proxies: { api: "h:80" }
environment: { A: "{proxy.api} {proxy.other}" }
hypothesis: { after: [{ script: there.dscript }, { script: away.dscript }] }
`);
    const lost = found.ok ? found.lost() : [];
    expect(lost.map(({ line, column, key, message }) => `${line}:${column} ${key}: ${message}`)).toEqual([
      `1:9 script: there is no file ${join(folder, "gone.dscript")}`,
      "2:12 directory: there is no folder /nowhere",
      `7:60 hypothesis.after[1].script: there is no file ${join(folder, "away.dscript")}`,
      "3:16 arguments[1]: the campaign has no proxy db",
      "6:19 environment.A: the campaign has no proxy other",
    ]);
    expect(await mistakes('script: a\nfaults: []\nproxies: { a: "h:70000" }\n')).toEqual([
      '3:15 proxies.a: expected HOST:PORT, found "h:70000"',
    ]);
  });

  it("may be anything at all: it is refused with a sentence", async () => {
    const odd = [
      "",
      "- a",
      "&a [*a]",
      "script: [",
      "\u0000",
      "a: &x [1]\nb: *y",
      `${"[".repeat(2000)}`,
      "---\na: 1\n---\nb: 2",
    ];
    for (const text of [...odd, new Uint8Array([0xff, 0xfe]), new Uint8Array(1_100_000)])
      expect(await mistakes(text), String(text).slice(0, 20)).not.toEqual([]);
    expect(await readCampaign(folder)).toMatchObject({ ok: false });
    expect(await readCampaign(join(folder, "nothing.yaml"))).toMatchObject({ ok: false });
  });
});

/** The configuration is found, read and checked as its document says. */

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showMistakes } from "../../src/diagnostics/index.ts";
import { type ConfigResult, configFolder, configSizeLimit, loadConfig } from "../../src/engine/config.ts";
import { defaultConfig } from "../../src/engine/config-shape.ts";
import { parseRange } from "../../src/engine/config-values.ts";
import { readDuration, readSize } from "../../src/records/index.ts";

let folder = "";
let search = { systemFile: "" };

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-config-test-")));
  search = { systemFile: join(folder, "etc/dscript.yaml") };
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string | Uint8Array, where = folder): void => {
  mkdirSync(where, { recursive: true });
  writeFileSync(join(where, "dscript.yaml"), text);
};

const load = async (text: string | Uint8Array): Promise<ConfigResult> => {
  write(text);
  return loadConfig(folder, search);
};

/** The mistakes as a person sees them, the folder left out. */
const mistakes = async (text: string | Uint8Array): Promise<string> => {
  const result = await load(text);
  return result.ok ? "none" : showMistakes(result.mistakes).replaceAll(`${folder}/`, "");
};

describe("the search", () => {
  it("ends with the defaults where there is no file", async () => {
    expect(await loadConfig(folder, search)).toEqual({ ok: true, config: defaultConfig, warnings: [] });
  });

  it("takes the nearest file, and only that one", async () => {
    write("strict: true\ncolor: never\n");
    write("timeout_grace: 5s\n", join(folder, "a/b"));
    const near = await loadConfig(join(folder, "a/b/c"), search);
    expect(near.ok && near.config).toMatchObject({
      path: join(folder, "a/b/dscript.yaml"),
      timeoutGrace: 5000,
      strict: false,
      color: "auto",
    });
    const far = await loadConfig(join(folder, "a"), search);
    expect(far.ok && far.config).toMatchObject({ path: join(folder, "dscript.yaml"), strict: true, color: "never" });
  });

  it("ends at the system's file", async () => {
    write("strict: true\n", join(folder, "etc"));
    const result = await loadConfig(join(folder, "home"), search);
    expect(result.ok && result.config.path).toBe(join(folder, "etc/dscript.yaml"));
  });

  it("passes over a file that everybody may write to", async () => {
    write("strict: true\n");
    chmodSync(join(folder, "dscript.yaml"), 0o666);
    const result = await loadConfig(folder, search);
    expect(result).toMatchObject({ ok: true, config: { strict: false } });
    expect(result.warnings[0]).toContain("everybody may write to it");
  });

  it.runIf(process.geteuid?.() === 0)("passes over a stranger's file in a folder above", async () => {
    write("strict: true\n");
    chownSync(join(folder, "dscript.yaml"), 4242, 4242);
    mkdirSync(join(folder, "mine"));
    const result = await loadConfig(join(folder, "mine"), search);
    expect(result).toMatchObject({ ok: true, config: { strict: false } });
    expect(result.warnings[0]).toContain("belongs to uid 4242");
  });

  it("starts beside the script itself, not beside a link to it", () => {
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real/x.dscript"), "");
    symlinkSync("real/x.dscript", join(folder, "link"));
    expect(configFolder("link", folder)).toBe(join(folder, "real"));
    expect(configFolder(join(folder, "link"), "/")).toBe(join(folder, "real"));
    expect(configFolder(undefined, folder)).toBe(folder);
    expect(configFolder("missing/x", folder)).toBe(folder);
  });
});

describe("a right file", () => {
  it("sets every key", async () => {
    const result = await load(`
log: [stderr, "file:logs/run.jsonl", file:/var/log/d.jsonl]
strict: true
capture_limit: 1.5 MiB
timeout_grace: 500ms
max_time: 2h
sample: 10s
usual_times: off
sampler: off
durable: true
unfinished: undo
color: always
lang: ja
commands:
  mytool: { effect: reads, answers: 0..3, plain: true, value_options: [-o, --output], reader_gone: [23], statuses: { 2: a wrong option } }
  rsync: { answers: any }
retention: { keep: 50, older_than: 7d }
packages: { ops.backup: ^1.2, flow: "1" }
version: 2.0.1
policy: agreement/policy.yaml
roles:
  operator:
    - command: [./page]
      within: 5s
    - log: true
approval: { command: [./ask, ops] }
diagnosis:
  - { id: lag, for: mytool, message: Lag of “x”, fault: SystemFault, says: it lags, advice: wait }
`);
    expect(result).toEqual({
      ok: true,
      warnings: [],
      config: {
        path: join(folder, "dscript.yaml"),
        // What the gate hashes is what was read.
        bytes: expect.any(Uint8Array),
        policy: `${folder}/agreement/policy.yaml`,
        log: ["stderr", `file:${folder}/logs/run.jsonl`, "file:/var/log/d.jsonl"],
        strict: true,
        captureLimit: 1_572_864,
        timeoutGrace: 500,
        maxTime: 7_200_000,
        sample: 10_000,
        unfinished: "undo",
        usualTimes: false,
        sampler: false,
        durable: true,
        color: "always",
        retention: { keep: 50, olderThan: 7 * 86_400_000, size: 100 * 2 ** 20 },
        lang: "ja",
        packages: new Map([
          ["ops.backup", "^1.2"],
          ["flow", "1"],
        ]),
        version: "2.0.1",
        roles: new Map([
          [
            "operator",
            {
              addresses: [{ kind: "command", command: { argv: ["./page"], directory: folder }, within: 5000 }],
              log: true,
            },
          ],
        ]),
        approval: { argv: ["./ask", "ops"], directory: folder },
        commands: [
          {
            name: "mytool",
            source: join(folder, "dscript.yaml"),
            effect: "reads",
            answers: [0, 3],
            plain: true,
            valueOptions: ["-o", "--output"],
            readerGone: [23],
            statuses: { 2: { says: "a wrong option" } },
          },
          { name: "rsync", source: join(folder, "dscript.yaml"), answers: "any" },
        ],
        diagnosis: [
          {
            id: "own.lag",
            for: ["mytool"],
            texts: ['lag of "x"'],
            weights: { SystemFault: 3.5 },
            says: "it lags",
            advice: { SystemFault: "wait" },
            source: "dscript.yaml",
          },
        ],
      },
    });
  });

  it("may be empty, hold nothing but comments, or use anchors", async () => {
    expect(await mistakes("")).toBe("none");
    expect(await mistakes("# nothing yet\n")).toBe("none");
    expect(await mistakes("commands:\n  a: &row { effect: reads }\n  b: *row\n")).toBe("none");
    expect(await mistakes("\ufeffstrict: true\r\ncolor: auto\r\n")).toBe("none");
  });
});

describe("a wrong file", () => {
  it("shows all of its mistakes at once, each with its place, what was expected and the fix", async () => {
    expect(
      await mistakes(`strickt: true
log: stderr
capture_limit: 64
timeout_grace: soon
color: true
commands:
  rsync:
    effect: depends
    anwers: any
    answers: 3..1
    value_options: [o, 7]
    reader_gone: [0, 300]
    statuses: { 900: much }
  /bin/x: {}
  y:
`),
    ).toMatchInlineSnapshot(`
      "dscript.yaml:1:1: strickt: there is no such key
        did you mean \`strict\`?
      dscript.yaml:2:6: log: expected a list of sinks, found "stderr"
        for example: log: [stderr, file:/var/log/dscript.jsonl, syslog:tls://logs.example.com]
      dscript.yaml:3:16: capture_limit: expected a size from 1B to 511MiB, with its unit (B KB MB GB KiB MiB GiB), found 64
        for example: capture_limit: 64MiB
      dscript.yaml:4:16: timeout_grace: expected a duration from 0s to 1h, with its unit (ms s m h), found "soon"
        for example: timeout_grace: 2s
      dscript.yaml:5:8: color: expected auto, always or never, found true
        for example: color: auto
      dscript.yaml:8:13: commands.rsync.effect: expected reads or changes, found "depends"
        for example: effect: reads
      dscript.yaml:9:5: commands.rsync.anwers: there is no such key
        did you mean \`answers\`?
      dscript.yaml:10:14: commands.rsync.answers: expected any, none, or a range of statuses from 0 to 255, found "3..1"
        for example: answers: 0..1
      dscript.yaml:11:21: commands.rsync.value_options[0]: expected an option with its dashes, without a value, found "o"
        for example: value_options: [-o, --output]
      dscript.yaml:11:24: commands.rsync.value_options[1]: expected an option, found 7
        for example: value_options: [-o, --output]
      dscript.yaml:12:19: commands.rsync.reader_gone[0]: expected an exit status from 1 to 255, found 0
        for example: reader_gone: [23]
      dscript.yaml:12:22: commands.rsync.reader_gone[1]: expected an exit status from 1 to 255, found 300
        for example: reader_gone: [23]
      dscript.yaml:13:17: commands.rsync.statuses.900: expected an exit status from 1 to 255, found "900"
        for example: statuses: { 2: "a wrong option" }
      dscript.yaml:14:3: commands./bin/x: expected a program's name without its folder, found "/bin/x"
        for example: commands: { mytool: { effect: reads } }
      dscript.yaml:15:3: commands.y: expected what is known of the command, found nothing
        for example: commands: { mytool: { effect: reads, answers: any } }
      "
    `);
  });

  it("names a limit of `retention` that is none, and takes none at all", async () => {
    expect(await mistakes("retention: { keep: 0, older_than: 3, size: 1B, kep: 1 }\n")).toMatchInlineSnapshot(`
      "dscript.yaml:1:20: retention.keep: expected a number of runs from 1 to 1000000, found 0
        for example: retention: { keep: 1000, older_than: 30d, size: 100MiB }
      dscript.yaml:1:35: retention.older_than: expected a duration from 1m to 36500d, with its unit (ms s m h d), found 3
        for example: retention: { keep: 1000, older_than: 30d, size: 100MiB }
      dscript.yaml:1:44: retention.size: expected a size of 1KiB or more, with its unit (B KB MB GB KiB MiB GiB), found "1B"
        for example: retention: { keep: 1000, older_than: 30d, size: 100MiB }
      dscript.yaml:1:48: retention.kep: there is no such key
        did you mean \`keep\`?
      "
    `);
    expect(await mistakes("retention: forever\n")).toMatchInlineSnapshot(`
      "dscript.yaml:1:12: retention: expected limits, or none, found "forever"
        for example: retention: { keep: 1000, older_than: 30d, size: 100MiB }
      "
    `);
    const result = await load("retention: none\n");
    expect(result.ok && result.config.retention).toBeNull();
  });

  it("resolves the files of a syslog sink, and says what is wrong with one", async () => {
    const result = await load("log: ['syslog:tls://h?ca=tls/ca.pem']\n");
    expect(result.ok && result.config.log[0]).toContain(`ca=${encodeURIComponent(`${folder}/tls/ca.pem`)}`);
    expect(await mistakes("log: ['syslog:tcp://h:0']\n")).toMatchInlineSnapshot(`
      "dscript.yaml:1:7: log[0]: expected a sink ("syslog:tcp://h:0" is no syslog: a port is a number from 1 to 65535, not "0"), found "syslog:tcp://h:0"
        for example: log: [stderr, file:/var/log/dscript.jsonl, syslog:tls://logs.example.com]
      "
    `);
  });

  it("names a sink that there is not", async () => {
    expect(await mistakes("log: [stdout, 'file:']\n")).toMatchInlineSnapshot(`
      "dscript.yaml:1:7: log[0]: expected a sink: file:PATH, syslog:… or stderr, found "stdout"
        for example: log: [stderr, file:/var/log/dscript.jsonl, syslog:tls://logs.example.com]
      dscript.yaml:1:15: log[1]: expected a sink ("file:" names no file: write file:PATH, such as file:/var/log/dscript.jsonl), found "file:"
        for example: log: [stderr, file:/var/log/dscript.jsonl, syslog:tls://logs.example.com]
      "
    `);
  });

  it("is told from YAML that is none", async () => {
    expect(await mistakes("a: [1, 2\nb: 3\n")).toContain("dscript.yaml:2:1: this is not YAML: ");
    expect(await mistakes("strict: true\nstrict: false\n")).toContain(
      "dscript.yaml:2:1: this is not YAML: Map keys must be unique",
    );
    expect(await mistakes("strict: true\n---\nstrict: true\n")).toContain("2:1: a second document begins here");
    expect(await mistakes("- a\n")).toContain("expected keys with their values, found a list");
    expect(await mistakes("just text\n")).toContain('expected keys with their values, found "just text"');
    expect(await mistakes("strict: !!js/function 'x'\n")).toContain("Unresolved tag");
    expect(await mistakes("log: *nobody\n")).toBe(
      "dscript.yaml:1:6: there is no anchor `&nobody` ahead of this alias\n",
    );
  });

  it("that is no YAML is told once a line, with what to do", async () => {
    const told = { "a: x: y\n": "into quotes", "a:\n\tb: 1\n": "with spaces", "- a\nb: 1\n": "the same column" };
    for (const [text, next] of Object.entries(told)) {
      const said = await mistakes(text);
      expect(said.match(/not YAML/g), said).toHaveLength(1);
      expect(said).toContain(next);
    }
  });

  it("may be hostile: alias bombs, depth, size, other encodings, prototype keys", async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(",")}]`).join("\n")}\n`;
    expect(await mistakes(bomb)).toContain("its aliases unfold to more than 100 values");
    expect(await mistakes(`log: ${"[".repeat(20_000)}`)).toMatch(/nests more than 64 levels deep/);
    expect(await mistakes(`log: ${"[".repeat(20_000)}${"]".repeat(20_000)}`)).toMatch(/nests more than 64 levels deep/);
    expect(await mistakes(new Uint8Array(configSizeLimit + 1).fill(35))).toBe(
      `dscript.yaml: is larger than ${configSizeLimit} bytes, the limit for a configuration\n`,
    );
    expect(await mistakes(new Uint8Array([35, 10, 97, 58, 0xff, 10]))).toBe(
      "dscript.yaml:2:3: the byte 0xFF is not UTF-8\n  save the file as UTF-8\n",
    );
    expect(await mistakes("__proto__: { strict: true }\nconstructor: 1\n")).toContain("there is no such key");
    expect(({} as { strict?: boolean }).strict).toBeUndefined();
    expect(
      (await mistakes(`${Array.from({ length: 500 }, (_, at) => `k${at}: 1`).join("\n")}\n`)).split("\n").length,
    ).toBeLessThan(220);
  });

  it("may be no file at all", async () => {
    mkdirSync(join(folder, "dscript.yaml"));
    const result = await loadConfig(folder, search);
    expect(result.ok || showMistakes(result.mistakes)).toBe(`${folder}/dscript.yaml: is a folder, expected a file\n`);
    rmSync(join(folder, "dscript.yaml"), { recursive: true });
    execFileSync("mkfifo", [join(folder, "dscript.yaml")]);
    const fifo = await loadConfig(folder, search);
    expect(fifo.ok || showMistakes(fifo.mistakes)).toContain("is no regular file");
  });
});

describe("values with units", () => {
  it("are sizes in the language's units", () => {
    expect([readSize("64MiB"), readSize("10 MB"), readSize("1.5KiB"), readSize("0B")]).toEqual([
      67_108_864, 10_000_000, 1536, 0,
    ]);
    expect([
      readSize("64"),
      readSize("64mib"),
      readSize("-1MB"),
      readSize("1e3B"),
      readSize("toString"),
      readSize(""),
    ]).toEqual(Array(6).fill(undefined));
  });

  it("are durations in the language's units", () => {
    expect([
      readDuration("500ms"),
      readDuration("2s"),
      readDuration("1.5m"),
      readDuration("2h"),
      readDuration("1d"),
    ]).toEqual([500, 2000, 90_000, 7_200_000, 86_400_000]);
    expect([readDuration("2"), readDuration("2 weeks"), readDuration("s")]).toEqual(Array(3).fill(undefined));
  });

  it("are ranges of statuses", () => {
    expect([parseRange("0..1"), parseRange("7..255")]).toEqual([
      [0, 1],
      [7, 255],
    ]);
    expect([parseRange("1..0"), parseRange("0..256"), parseRange("0-1"), parseRange("..")]).toEqual(
      Array(4).fill(undefined),
    );
  });
});

// Where a failing value came from, from the script to the record: the rule that says so is heard.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordsIn, runDscript } from "../run-dscript.ts";

let root = "";

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "dscript-values-")));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The rules that spoke of the first failure, in a folder of its own. */
async function heard(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(root, "run-"));
  writeFileSync(join(folder, "s.dscript"), `${script}\n`);
  writeFileSync(join(folder, "orders.json"), '{"port": "http"');
  writeFileSync(join(folder, "limits.txt"), "ten\n");
  await runDscript(folder, ["run", "--no-notify", "s.dscript", ...words], env);
  const record = recordsIn(folder).find((each) => each["LogPoint"] === "ErrorPoint");
  return Object.keys((record?.["Heard"] as Record<string, number> | undefined) ?? {});
}

interface Value {
  readonly rule: string;
  readonly script: string;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

// biome-ignore format: one row a line reads as the table that it is
const values: readonly Value[] = [
  { rule: "origin.literal-shape", script: 'int n = int.parse(env.WORKERS ?? "four")\nprintln(n)' },
  { rule: "origin.environment-shape", script: 'int n = int.parse(env.WORKERS ?? "four")\nprintln(n)', env: { WORKERS: "five" } },
  { rule: "origin.literal-name", script: 'String file = ARGV.length > 0 ? ARGV[0] : "conf/base.conf"\ncat ${file}' },
  { rule: "origin.input-name", script: 'String file = ARGV.length > 0 ? ARGV[0] : "conf/base.conf"\ncat ${file}', words: ["my.conf"] },
  { rule: "origin.literal-name", script: 'param String out = "/srv/none/out"\nmkdir "${out}/today"' },
  { rule: "origin.input-name", script: 'param String out = "/srv/none/out"\nmkdir "${out}/today"', words: ["--out", "/srv/nix"] },
  { rule: "origin.input-name", script: 'String[] parts = (ARGV[0] + ",x").split(",")\ncat "/srv/${parts[0]}/x"', words: ["b"] },
  { rule: "origin.shipped-shape", script: 'println(int.parse(System.readText("${SCRIPT_DIR}/limits.txt").trim()))' },
  { rule: "origin.shipped-shape", script: 'println(Json.read("${SCRIPT_DIR}/orders.json").length)' },
  { rule: "origin.file-shape", script: 'println(Json.read("orders.json").length)' },
  { rule: "origin.host-shape", script: 'println(int.parse($(date).words()[0]))' },
  { rule: "origin.host-shape", script: 'df -P / > disk.txt\nprintln(int.parse(System.readLines("disk.txt")[1].words()[4]))' },
  { rule: "origin.machine-held", script: 'assert(System.isDirectory("/mnt/no-such-disk"), "no disk")' },
  { rule: "origin.machine-held", script: 'assert(test -d /mnt/no-such-disk, "no disk")' },
  { rule: "origin.input-held", script: 'int n = int.parse(ARGV[0])\nassert(n < 10, "at most 9")', words: ["12"] },
  { rule: "origin.host-held", script: 'assert(System.memory().total < 1KB, "too much")' },
  { rule: "origin.file-compute", script: 'println(System.readLines("limits.txt")[0].split(",")[1])' },
  { rule: "origin.shipped-content", script: 'python3 -c "import json, sys; json.load(open(sys.argv[1]))" "${SCRIPT_DIR}/limits.txt"' },
  { rule: "origin.environment-name", script: `sh -c 'cat "$INPUT_FILE"'`, env: { INPUT_FILE: "/srv/none/in.txt" } },
  { rule: "origin.literal-shape", script: "export WORKERS=many\nprintln(int.parse(env.WORKERS))" },
  { rule: "origin.input-name", script: `LIST=\${ARGV[0]} sh -c 'wc -l "$LIST"'`, words: ["hosts.lst"] },
  { rule: "origin.input-name", script: `export LIST=\${ARGV[0]}\nsh -c 'wc -l "$LIST"'`, words: ["hosts.lst"] },
  { rule: "origin.file-name", script: 'System.writeText("names.txt", "lost.txt\\n")\nxargs -a ${ARGV[0]} wc -c', words: ["names.txt"] },
  { rule: "errno.interpreter", script: 'System.writeText("tool", "#!/usr/bin/no-such-shell\\n")\nSystem.chmod("tool", 0o755)\n./tool' },
];

describe("a failing value", { timeout: 60_000 }, () => {
  it.each(values.map((each) => [`${each.script} ${each.words?.join(" ") ?? ""}`, each] as const))(
    "%s",
    async (_, { rule, script, words = [], env = {} }) => {
      expect(await heard(script, words, env)).toContain(rule);
    },
  );
});

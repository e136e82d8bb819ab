// Each text that a person may read has a Japanese phrase: those in the source, those of all faults of the corpus, those of the diagnosis.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis } from "../../src/diagnosis/index.ts";
import { japanese } from "../../src/japanese/index.ts";
import { phrases } from "../../src/japanese/phrases/index.ts";
import { errnoTable } from "../../src/records/index.ts";
import { cases } from "../diagnosis/cases.ts";
import { fakeHost } from "../diagnosis/fake-host.ts";
import { holdsEnglish, textsInSource } from "./texts-in-source.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Parts of messages, by the whole messages that they are found in. */
const wholes: readonly string[] = [
  "  only           with 7 as 7\n  class of risk  7: 7\n  to agree       7: 7\n  the case has changed since it was proposed\n",
  "  it is void as soon as a word of the script, of what it imports or of its dscript.yaml changes, or what its goals rest on\n",
  "  said           7 agrees (7)\n  void with      a changed word of 7\n  void with      a change of these nodes, or of what they rest on\n  void with      a change of the rules for 7\n",
  "7: 7 must agree, 7 so far; still to ask: 7; the agreement of 7 does not count: 7",
  "  - see each step: dscript gate explain 7\n",
  "  proposed by  7, 7\n  to agree     7: 7\n",
  "since you agreed last, on 7:\n  no file has changed\n",
  "7: what it was is not kept here\n",
  "dscript: 7 does not run: it is not agreed on",
  "dscript: 7 does not run: the gate cannot tell whether it is agreed on",
  "dscript: 7 would not run under an enforcing policy",
  "mode 7, 7: it would run, and be told of\n",
  "the script has no such constant; did you mean `7`?",
  "the function `7`",
  "the imported file `7`",
  "7 leaves the range of int, -9007199254740991 to 9007199254740991",
  "7 to the power of 7 is outside of the range of int, -9007199254740991 to 9007199254740991",
  "7 is no whole number",
  "7 to the power of 7 is no real number",
  "7 to the power of 7 is too large for a float",
  '--7 takes "a", "b", not 7; did you mean 7?',
  '--7 "7" is no boolean; it is written like true, false',
  "the condition did not become true within 7; at last the job ended with status 7",
  'the map has no key "7": it is empty',
  'the map has no key "7"; the nearest is "7"',
  "the environment variable 7 is not set; the nearest is 7",
  '"7" cannot start: its 7 arguments (7 bytes) and the environment are more than the system takes at once; give them in parts, or in a file',
  '"7" cannot be run: Permission denied (it has no execute permission, or its file system allows none)',
  "cannot make the here-document: No space left on device",
  'cannot open "7" for reading: No such file or directory',
  "cc ended with status 7 (an error occurred); in the same pipeline tar ended with status 7",
  "cc was ended by SIGSEGV (it touched memory that is not its own)",
  "cc was ended by SIGABRT (it gave up on an error of its own)",
  "cc was ended by SIGKILL (by force: by somebody, or because memory ran out)",
  "cc was ended by SIGPIPE (its reader had gone)",
  "cc was ended by SIGXFSZ (a file grew beyond the limit on file sizes)",
  "cc was ended by SIGXCPU (it used more CPU time than its limit)",
  "dscript: 1 record was not written: the log /7\n",
  "dscript: 7 records were not written: the log /7\n",
  "7 files checked: 7 errors, 7 warnings; 1 file not checked\n",
  "a leading zero has no meaning: write `7`, or `0o7` for an octal number",
  "dscript: done in 7 ms, 7 commands, 7 failures that nobody looked at\n",
  "dscript: ended with 7 in 7 ms, 1 command, 1 failure that nobody looked at\n",
  "1 failure that nobody looked at",
  "not everything could be taken back: 7; left to do by hand, in this order: 7",
  "the undo of `7(7)` (line 7)",
  "7 failures that nobody looked at",
  "--7 is not for `dscript runs`",
  "--7 is not for `dscript runs 7`",
  "dscript: there are no runs yet in a state folder: HOME is not set\n",
  "dscript: 1 older run is not shown (-n 0 shows all)\n",
  "dscript: 7 older runs are not shown (-n 0 shows all)\n",
  "would remove 7 runs, 7; 7 stay\n",
  "dscript: 1 line is torn and left out\n",
  "dscript: 7 lines are torn and left out\n",
  "mail to 7 through 7:7: told in 7 ms\n",
  "dscript: --max-time takes a duration from 1ms to 365d, not 7\n",
  "dscript: --keep takes a number of runs, not 7\n  dscript runs prune --keep 200 --older-than 30d --size 100MiB\n",
  "dscript: there is no run 7\n  dscript runs lists them with their ids\n",
  "dscript: 1 record waits in the queue for the next run with this sink: the log /7\n",
  "dscript: 7 records wait in the queue for the next run with this sink: the log /7\n",
  "dscript: 1 record was not sent to 7, and the queue did not take them\n",
  "dscript: 7 records were not sent to 7, and the queue did not take them\n",
  "dscript: cannot send records to 7: it does not answer; they wait in the queue, and the script goes on\n",
  "dscript: cannot send records to 7: it does not answer; the script goes on\n",
  "dscript: the notification by webhook at 7 failed: it failed; the run's outcome stays as it is\n",
  "dscript: cannot trace commands: 7; they run without a trace\n",
  "dscript: cannot trace 7: 7; it runs without a trace\n",
  "dscript: what a traced command left running stays traced to its end; start such a program without a trace\n",
  "7 on 7 was interrupted.",
  "7 on 7 ended with a fault (7).",
  "Whose move:    the operator of 7 (7, very likely, 7)",
  "Or else:       the operator of 7 (7, almost certainly, 7)",
  "Beside it:     7 more failures that nobody handled; the records have them",
  "Records: none are kept",
  "This same fault happened once more since it was last told.",
  "This same fault happened 7 times more since it was last told.",
  "1 message on other faults was kept back: too many in an hour.",
  "7 messages on other faults were kept back: too many in an hour.",
];

/** Templates in which words stand in the holes: `wholes` has them filled. */
const filled: ReadonlySet<string> = new Set([
  ", 7 7 that nobody looked at",
  "7 7 that nobody looked at",
  "not everything could be taken back7; left to do by hand, in this order: 7",
  "dscript: 7 in 7, 77\n",
  "dscript: 7 not written: 7\n",
  "; 7 not checked",
  "dscript: 7\n  dscript new nightly.dscript\n",
  "dscript: 7\n  dscript runs prune --keep 200 --older-than 30d --size 100MiB\n",
  "dscript: 7\n  dscript runs lists them with their ids\n",
  "--7 is not for `dscript runs7`",
  "dscript: 7 older 7 not shown (-n 0 shows all)\n",
  "dscript: 7 7 torn and left out\n",
  "dscript: 7 in the queue for the next run with this sink: 7\n",
  "dscript: 7; the run's outcome stays as it is\n",
  "7 not sent to 7, and the queue did not take them",
  "cannot send records to 7: 7; 7the script goes on",
  "This same fault happened 7 more since it was last told.",
  "7 on other faults 7 kept back: too many in an hour.",
]);

/** What no person is shown, or what is code: a bug of ours, an error that only its code speaks of, a row of a table. */
const unshown: ReadonlySet<string> = new Set([
  "muted ground",
  "duplicate attribute",
  "not a git repository",
  "+++ killed by 7",
  "(pointer: coarse)",
  "noopener noreferrer",
  "input, select, textarea, dialog",
  "status:fails",
  "owner:operator",
  "type:goal  kind:risk  tag:PEAK",
  "is:undeveloped",
  "no bit operator 7",
  "no site 7",
  "the library has no signature for 7",
  "no row: taken to change something",
  "no regular file",
  "too many links",
  "no space",
  "there is no folder for queues",
  "another run has it",
  "the run has ended",
  "dscript test",
  "dscript undo",
  "sudo dscript gate install --policy policy.yaml --group operators --yes",
  "sudo dscript gate audit-host",
  "sudo dscript gate audit-host --group operators",
  "chown 7:7 7 && chmod 7 7",
  "chronyc tracking",
  "parallel outside of a plan",
  "the test",
  "other domain",
  "await rt.run($, 0, [{ argv: 7 }], 0);\nreturn 0;",
  "too little",
  "not ok 7",
  "not ok 7 - 7",
  "severity: fail",
  "Bail out! ended by 7",
  "the file could be run",
  "7: it could not be run",
  "[ basename cat cut dirname echo expr false grep head ls printf pwd seq sleep sort tail test tr true uniq wc",
  "(url) => import(url)",
  "packages: { ops.backup: ^1.2 }",
  "trace: risky",
  "syntax statement FORM => TEMPLATE",
  'argue "GOAL" { strategy pre { … } strategy concurrent { … } strategy post { … } }',
  "case: shop.dcase.yaml",
  "kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock ",
]);

/** What is said to a database. */
const sql = /^\s*(?:CREATE TABLE|CREATE INDEX|INSERT INTO|SELECT id|id IN) /;

/** A template of help whose words are phrases themselves. */
const frame = /^7\n/;

const isTranslated = (text: string): boolean => {
  const shown = japanese.text(text);
  return shown !== text && !holdsEnglish(shown);
};

describe("the texts in the source", () => {
  const texts = textsInSource();

  test("are found", () => {
    expect(texts.length).toBeGreaterThan(1000);
  });

  test("are all in the phrase book, by themselves or in the messages that they are parts of", () => {
    const missing = texts.filter(({ text }) => {
      if (unshown.has(text) || filled.has(text) || frame.test(text) || sql.test(text)) return false;
      if (isTranslated(text) || isTranslated(`cannot ${text}: Permission denied`)) return false;
      const part = text.replaceAll("7", "");
      return !wholes.some((whole) => whole.replaceAll("7", "").includes(part) && isTranslated(whole));
    });
    expect(missing).toEqual([]);
  });

  test("hold no phrase for what is no longer said", () => {
    expect(wholes.filter((whole) => !isTranslated(whole))).toEqual([]);
  });

  test("has one translation each", () => {
    const known = new Map<string, string>();
    const twice = phrases().filter(([english, translation]) => {
      const other = known.get(english);
      known.set(english, translation);
      return other !== undefined && other !== translation;
    });
    expect(twice).toEqual([]);
  });

  test("have translations that name no hole but theirs", () => {
    const wrong = phrases().filter(([english, translation]) => {
      const holes = english.match(/\{#?\}/g)?.length ?? 0;
      const named = [...translation.matchAll(/\{t?(\d)\}/g)].map(([, number]) => Number(number));
      return /\{#?\}/.test(translation) || named.some((number) => number < 1 || number > holes);
    });
    expect(wrong).toEqual([]);
  });

  test("of the system's errors are all there", () => {
    expect(errnoTable().filter(({ text }) => japanese.text(text) === text)).toEqual([]);
  });
});

describe("a fault of the corpus, the pages and the docs", () => {
  const drawn = ["test/corpus/run", "test/cli/pages", "docs"].flatMap((folder) => {
    const path = join(root, folder, "/");
    const names = readdirSync(path, { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => /\.(?:out|md)$/.test(name))
      .flatMap((name) => faultsIn(readFileSync(`${path}${name}`, "utf8")));
  });

  test("is drawn", () => {
    expect(drawn.length).toBeGreaterThan(15);
  });

  test("has its message, its reason and its advice in Japanese", () => {
    // What a command wrote itself stands behind the message, and what a script throws is its own.
    const own = /^(?:Thrown|Assertion)Fault$/;
    const english = drawn.flatMap(({ kind, message, advice, reason }) => [
      ...(own.test(kind) || message.includes("…") || japanese.text(message) !== message ? [] : [message]),
      ...[advice, reason].filter((text) => text !== "" && !text.includes("…") && !isTranslated(text)),
    ]);
    expect(english).toEqual([]);
  });
});

describe("what a script catches", () => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-faults-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (language: string) =>
    spawnSync(join(root, "dscript"), ["run", "--lang", language, join(root, "test/japanese/faults.dscript")], {
      cwd: folder,
      encoding: "utf8",
      timeout: 100_000,
      env: { PATH: process.env["PATH"], HOME: folder, DASHED: "-z", GREETING: "x", LC_ALL: "C" },
    });

  test("is English in every language, and has its Japanese phrase", { timeout: 120_000 }, () => {
    const { stdout, status } = run("ja");
    expect([status, stdout]).toEqual([0, run("en").stdout]);
    const messages = stdout.trimEnd().split("\n");
    expect(messages.length).toBeGreaterThan(50);
    // Behind the status stands what the command wrote itself.
    const ours = messages.map((message) => message.replace(/^(\w+ ended with status \d+(?: \(.*?\))?): .*/, "$1"));
    expect(ours.filter((message) => !isTranslated(message))).toEqual([]);
  });
});

describe("the diagnosis", () => {
  test.each(cases.map((each) => [each.title, each] as const))("has reasons and advice in Japanese: %s", (_, each) => {
    const diagnose = createDiagnosis({ commands: shippedCommands, host: fakeHost(each.world ?? {}), locale: "C" });
    const { ranked, advice } = diagnose(each.symptom);
    const texts = [advice, ...ranked.flatMap((share) => share.reasons.map((reason) => reason.says))];
    expect(texts.filter((text) => !isTranslated(text))).toEqual([]);
  });
});

interface Drawn {
  readonly kind: string;
  readonly message: string;
  readonly advice: string;
  readonly reason: string;
}

function faultsIn(text: string): readonly Drawn[] {
  const pattern =
    /^(\w+Fault): [\w ]+\n {2}(.+)\n(?:(?! {2}most likely).*\n){0,4}?(?: {2}most likely {2}\w+ [\d.…]+ \((.+?)\)(?:: (.*))?\n)?/gm;
  return [...text.matchAll(pattern)]
    .map(([, kind = "", message = "", advice = "", reason = ""]) => ({ kind, message, advice, reason }))
    .filter(({ message }) => !/[\u3041-\u30ff]/.test(message));
}

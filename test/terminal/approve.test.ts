// A question at a real terminal: what it shows, what counts as an answer, how it ends, and what the record says of it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { has, Terminal } from "./terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

const time = { timeout: 180_000 };

const script = (timeout: string): string => `plan switch_over() {
  println("working")
  approve operator "Switch to web2?"${timeout}
  println("done")
}
try { switch_over() } catch (ApprovalFault f) { println("stopped: \${f.message}") } finally { println("finally") }
`;

/** A terminal in which the question stands. */
async function asked(timeout = " timeout 10m", words = ""): Promise<Terminal> {
  terminal = new Terminal({ columns: 100, files: { "play.dscript": script(timeout) } });
  await terminal.run(`dscript run --log file:log.jsonl ${words} play.dscript`);
  await terminal.until(/y\/N.*[:：] $/);
  return terminal;
}

/** The arguments of the run's one SecurityAudit. */
function audit({ folder }: Terminal): Record<string, unknown> {
  const records = readFileSync(join(folder, "log.jsonl"), "utf8").trim().split("\n");
  const [found, ...more] = records.filter((line) => line.includes('"SecurityAudit"'));
  expect(more).toEqual([]);
  const { Api, role, question, answer, why, by, way } = JSON.parse(found ?? "{}") as Record<string, unknown>;
  return { Api, role, question, answer, why, by, way };
}

const user = spawnSync("id", ["-un"], { encoding: "utf8" }).stdout.trim();

describe.skipIf(!has("tmux", "stty"))("a question at the terminal", time, () => {
  it("says who asks whom for what, and until when; a word that is no answer is asked for again", async () => {
    const opened = await asked();
    const screen = opened.screen();
    expect(screen).toContain(
      "\n\ndscript: play.dscript asks for an approval\n  Switch to web2?\n  For:     operator\n  Plan:    switch_over\n",
    );
    expect(screen).toMatch(
      / {2}Place: {3}\/.*\/play\.dscript:3\n {2}Host: {4}\S+\n {2}Until: {3}(?:\S+ )?\d\d:\d\d:\d\d\nApprove\? y\/N \(\S+ left\): $/,
    );
    opened.type("perhaps");
    opened.press("Enter");
    await opened.until(/perhaps\nApprove\? y\/N \(\S+ left\): $/);
    opened.type("Y");
    opened.press("Enter");
    await opened.until(/done\nfinally/);
    expect(await opened.status()).toBe(0);
    expect(audit(opened)).toMatchObject({
      ...{ Api: "approve", role: "operator", question: "Switch to web2?", answer: "yes", by: user },
      way: expect.stringMatching(/^terminal \/dev\/pts\/\d+$/),
    });
  });

  it("takes Enter alone as a no", async () => {
    const opened = await asked("");
    expect(opened.screen()).toMatch(/Until: {3}there is an answer\nApprove\? y\/N: $/);
    opened.press("Enter");
    await opened.until(/stopped: operator did not approve "Switch to web2\?": the answer was no\nfinally/);
    expect(audit(opened)).toMatchObject({ answer: "no", by: user });
  });

  it("ends when the time is over, on a line of its own, and leaves the terminal as it was", async () => {
    const opened = await asked(" timeout 2s");
    await opened.until(/left\):\ndscript: the plan [^\n]*\nstopped: .*: no answer came within 2s\nfinally/);
    await opened.run("stty -a | grep -o ' icanon' && stty -a | grep -o ' echo '");
    await opened.until(/\n icanon\n echo\s+ready> $/);
    expect(audit(opened)).toMatchObject({ answer: "none", why: "no answer came within 2s", by: undefined });
  });

  it("is interrupted by Ctrl-C, and its finally runs", async () => {
    const opened = await asked();
    opened.press("C-c");
    await opened.until(/\^C\ndscript: the plan [^\n]*\nfinally\n/);
    expect(await opened.status()).toBe(130);
    expect(audit(opened)).toMatchObject({ answer: "none", why: "SIGINT interrupted the run" });
  });

  it("has no answer where the input ends with Ctrl-D", async () => {
    const opened = await asked();
    opened.press("C-d");
    await opened.until(/stopped: .*: the terminal's input has ended\nfinally/);
    expect(await opened.status()).toBe(0);
  });

  it("stands there again after Ctrl-Z and fg", async () => {
    const opened = await asked();
    opened.press("C-z");
    await opened.run("fg");
    await opened.until(
      /ready> fg\n.*\ndscript: play\.dscript asks for an approval\n(?:.*\n)+Approve\? y\/N \(\S+ left\): $/,
    );
    opened.type("y");
    opened.press("Enter");
    await opened.until(/done\nfinally/);
  });

  it("does not take what was typed ahead of it, and reads from the terminal whatever the input is", async () => {
    terminal = new Terminal({ files: { "play.dscript": `println("slow")\nsleep 3\n${script(" timeout 10m")}` } });
    await terminal.run("dscript run play.dscript < /dev/null | cat");
    await terminal.until(/\nslow/);
    terminal.type("y");
    terminal.press("Enter");
    await terminal.until(/Approve\? y\/N \(\S+ left\): $/);
    terminal.type("no");
    terminal.press("Enter");
    await terminal.until(/stopped: .*the answer was no/);
  });

  it("asks in Japanese", async () => {
    const opened = await asked(" timeout 10m", "--lang ja");
    expect(opened.screen()).toContain(
      "dscript: play.dscript が承認を求めている\n  Switch to web2?\n  宛先: operator\n",
    );
    expect(opened.screen()).toMatch(/承認しますか\? y\/N（残り \S+）: $/);
    opened.type("はい");
    opened.press("Enter");
    await opened.until(/done\nfinally/);
  });
});

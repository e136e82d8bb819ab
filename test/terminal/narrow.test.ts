// What a person reads in a narrow window, on a dumb terminal, through ssh and from cron: right, readable, without colour where none is wanted.
import { afterEach, describe, expect, it } from "vitest";
import { has, Terminal, type TerminalOptions } from "./terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

const time = { timeout: 180_000 };

const files = {
  "fails.dscript": `param int keep_days = 7 in 1..30 "how many days of backups to keep"
sh -c 'exit 3' "an argument of some length" "and another"
`,
  "wrong.dscript": "println(undeclared_name_of_some_length, 5)\n",
};

async function shown(line: string, options: TerminalOptions): Promise<readonly string[]> {
  terminal = new Terminal({ files, rows: 200, ...options });
  await terminal.run(`clear; ${line}; echo "e""nd"`);
  await terminal.until(/\nend\nready> $/);
  const lines = terminal.window();
  return lines.slice(0, lines.lastIndexOf("end"));
}

describe.skipIf(!has("tmux"))("a window of 20 columns (where tmux is installed)", () => {
  for (const [what, line, expected] of [
    [
      "a diagnostic",
      "dscript check wrong.dscript",
      /error DS2001:\n[\s\S]*\n {4}1 \| …n\(undeclar…\n {6}\| {4}\^{8}\n/,
    ],
    [
      "a fault",
      "dscript run fails.dscript",
      /CommandFault:\n[\s\S]*\n {4}2 \| sh -c 'exi…\n {6}\| \^{10}\n[\s\S]*StackTrace\n/,
    ],
    [
      "a script's help",
      "dscript run fails.dscript --help",
      /Options:\n {2}--keep-days INT\n {6}how many days\n {6}of backups to\n {6}keep /,
    ],
    ["a command's help", "dscript check --help", /Options:\n[\s\S]*\n {6}--json\n {10}one JSON\n {10}object a\n/],
    [
      "a mistake",
      "dscript chekc",
      /dscript: there is no\n {2}command and no\n {2}file chekc\n {2}did you mean\n {4}`dscript check`\?\n/,
    ],
  ] as const)
    it(`shows ${what} with whole words, cut to the window`, time, async () => {
      const lines = await shown(line, { columns: 20 });
      expect(`${lines.join("\n")}\n`).toMatch(expected);
      // The terminal itself breaks a line only within a name that is longer than the window.
      const whole = terminal?.screen().trimEnd().split("\n").length ?? 0;
      expect(terminal?.window().length).toBeLessThanOrEqual(whole + 3);
    });
});

describe.skipIf(!has("tmux"))("a terminal (where tmux is installed)", () => {
  it("gets colours, a dumb one and a pipe none", time, async () => {
    await shown("dscript check wrong.dscript", {});
    expect(terminal?.isColoured()).toBe(true);
    for (const line of [
      "TERM=dumb dscript check wrong.dscript",
      "TERM=dumb dscript run fails.dscript",
      "NO_COLOR=1 dscript check wrong.dscript",
      "dscript check wrong.dscript | cat",
    ]) {
      terminal?.dispose();
      await shown(line, {});
      expect(terminal?.isColoured(), line).toBe(false);
    }
  });

  it("without TERM gets what any terminal gets", time, async () => {
    const lines = await shown("env -u TERM dscript run fails.dscript", {});
    expect(lines.join("\n")).toMatch(/CommandFault: [\s\S]*dscript: ended with \d+ in /);
  });

  it("is asked for its width anew each time", time, async () => {
    const lines = await shown("stty columns 30; dscript run fails.dscript --help", { columns: 100 });
    expect(lines.join("\n")).toContain("\n      how many days of backups\n      to keep (1..30; default\n      7)\n");
  });
});

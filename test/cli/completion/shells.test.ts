// Completion in the shells themselves: what Tab makes of a command line in bash, zsh and fish.
import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { has, Terminal } from "../../terminal/terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

const time = { timeout: 240_000 };

const files = {
  "backup.dscript": `#!/usr/bin/env dscript
touch ran
param int keep = 7 in 1..30 "days to keep"
param String mode = "fast" in "fast", "slow"
param String target = "here"
param secret String token = "x"
param boolean dry = false
println("\${keep} \${mode} \${target} \${dry} \${token}")
`,
  "broken.dscript": "if (\n",
  "a note.txt": "",
  "folder/inner.dscript": "println(1)\n",
};

/** What is typed ahead of Tab, and what the line is then; `…` stands for the cursor that Tab leaves where it is. */
const lines: readonly (readonly [typed: string, completed: string])[] = [
  ["dscript chec", "dscript check "],
  ["dscript run --col", "dscript run --color "],
  ["dscript run --color al", "dscript run --color always "],
  ["dscript run --color=al", "dscript run --color=always "],
  ["dscript run bac", "dscript run backup.dscript "],
  ["dscript run fold", "dscript run folder/"],
  ["dscript check folder/in", "dscript check folder/inner.dscript "],
  ["dscript run --log file:a", "dscript run --log file:a\\ note.txt "],
  ["dscript run -x backup.dscript --ke", "dscript run -x backup.dscript --keep "],
  ["dscript run backup.dscript --mode sl", "dscript run backup.dscript --mode slow "],
  ["dscript run backup.dscript --mode=sl", "dscript run backup.dscript --mode=slow "],
  ["dscript run backup.dscript --target a", "dscript run backup.dscript --target a\\ note.txt "],
  ["dscript run backup.dscript --target=a", "dscript run backup.dscript --target=a\\ note.txt "],
  ["dscript run 'backup.dscript' --no-d", "dscript run 'backup.dscript' --no-dry "],
  ["./backup.dscript --mode f", "./backup.dscript --mode fast "],
  ["dscript explain DS7008", "dscript explain DS7008 "],
  ["dscript completion f", "dscript completion fish "],
];

async function typedIn(setUp: readonly string[], shell: string): Promise<void> {
  const opened = new Terminal({ files, columns: 120 });
  terminal = opened;
  await opened.run(shell);
  for (const line of setUp) {
    await opened.until(/(?:ready|%|>|#|\$) $/);
    opened.type(line);
    opened.press("Enter");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await opened.until(/set up\n[^\n]*$/);
  for (const [typed, completed] of lines) {
    opened.type(typed);
    opened.press("Tab");
    // Something behind it shows that a blank was added, or none.
    await opened.until(new RegExp(`${escaped(completed.trimEnd())}\\s+$`));
    opened.type("@");
    await opened.until(new RegExp(`${escaped(completed)}@ $`));
    opened.press("C-u");
    opened.press("C-l");
  }
  opened.type("dscript run --color \t");
  opened.press("Tab");
  for (const choice of [/\bauto\b/, /\balways\b/, /\bnever\b/]) await opened.until(choice);
  opened.press("C-u");
  opened.type("dscript run broken.dscript --\t\t");
  opened.press("C-u");
  opened.type("ls ran");
  opened.press("Enter");
  await opened.until(/'?ran'?: No such file/);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe.skipIf(!has("tmux"))("bash (where tmux is installed)", () => {
  it("completes what Tab is pressed behind", time, async () => {
    await typedIn(
      ["source <(dscript completion bash); complete -F _dscript ./backup.dscript; clear; echo set up"],
      "bind 'set bell-style none'",
    );
  });
});

describe.skipIf(!has("tmux", "zsh"))("zsh (where tmux and zsh are installed)", () => {
  it("completes what Tab is pressed behind", time, async () => {
    await typedIn(
      [
        "autoload -U compinit && compinit -u; unsetopt beep; bindkey -e",
        "source <(dscript completion zsh); compdef _dscript backup.dscript; clear; echo set up",
      ],
      "exec zsh -f",
    );
  });
});

describe.skipIf(!has("fish"))("fish (where it is installed)", () => {
  /** The candidates of a line. */
  function candidates(line: string): readonly string[] {
    const script =
      "dscript completion fish | source; complete -c backup.dscript -f -a '(__dscript_complete)'; complete -C $argv[1]";
    const ended = spawnSync("fish", ["--no-config", "-c", script, line], {
      cwd: terminal?.folder,
      env: { ...terminal?.environment, DSCRIPT_TEST_MARK: "" },
      encoding: "utf8",
    });
    expect(ended.stderr).toBe("");
    return ended.stdout.split("\n").filter((candidate) => candidate !== "");
  }

  it("completes a line", time, () => {
    terminal = new Terminal({ files });
    for (const [typed, completed] of lines) {
      // fish quotes what it inserts by itself.
      const words = completed.trimEnd().replace("\\ ", "\u0000").split(" ");
      const expected = words.at(-1)?.replace("\u0000", " ");
      expect(
        candidates(typed).map((line) => line.split("\t")[0]),
        typed,
      ).toContain(expected);
    }
    expect(candidates("dscript run backup.dscript --k")).toEqual(["--keep\tdays to keep (1..30; default 7)"]);
    expect(candidates("dscript run broken.dscript --")).toEqual([]);
    expect(candidates("ls ran")).toEqual([]);
  });
});

// What a command says at a terminal is seen by the diagnosis too, and the command still has its terminal.
import { afterEach, describe, expect, it } from "vitest";
import { has, Terminal } from "./terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

async function screenAfter(script: string, columns = 120): Promise<string> {
  terminal = new Terminal({ columns, rows: 60, files: { "play.dscript": `${script}\n` } });
  await terminal.run("stty -g > first; dscript run --lang en play.dscript");
  await terminal.until(/\ndscript: (?:done|ended)[^\n]*\nready> $/);
  await terminal.run("stty -g | cmp first - && echo same settings");
  return terminal.until(/\nsame settings\n/);
}

const time = { timeout: 120_000 };

describe.skipIf(!has("tmux"))("a command's error output at a terminal (where tmux is installed)", () => {
  it("is shown once, and told by the fault", time, async () => {
    const screen = await screenAfter("cp nothing-here there");
    expect(screen).toMatch(/^cp: cannot stat 'nothing-here': No such file or directory$/m);
    expect(screen).toContain("cp ended with status 1: cp: cannot stat 'nothing-here': No such file or directory");
  });

  it("comes in its order with the output", time, async () => {
    const screen = await screenAfter("ls -d /usr /nothing-here /etc\nprintln(1)");
    expect(screen).toMatch(/\nls: cannot access '\/nothing-here': No such file or directory\n\/etc {2}\/usr\n/);
  });

  it("goes to a terminal for the command: colours and columns are as without us", time, async () => {
    const screen = await screenAfter(
      'mkdir a b c\nls\nls --color=auto -d a > /dev/null\nString s = $(ls --color=auto -d a)\nprintln("[${s}]")',
    );
    expect(screen).toMatch(/^a {2}b {2}c/m);
    expect(screen).toContain("[a]");
  });

  it("asks there, and gets its answer", time, async () => {
    terminal = new Terminal({ files: { "play.dscript": "touch a\nrm -i a\nls a\n" } });
    await terminal.run("dscript run --lang en play.dscript");
    await terminal.until(/remove regular empty file 'a'\? $/);
    terminal.type("n");
    terminal.press("Enter");
    await terminal.until(/\na\n(?:[^\n]*\n)*ready> $/);
  });

  it("is left alone for a program that may draw", time, async () => {
    const screen = await screenAfter('sh -c "test -t 2 && readlink /proc/self/fd/2 >&2; exit 3"\n');
    expect(screen).toContain("sh ended with status 3\n");
  });
});

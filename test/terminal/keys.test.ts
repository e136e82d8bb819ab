// What Ctrl-C, Ctrl-Z and Ctrl-\ do to a script: with a command in the foreground, beside jobs, and while the script itself computes or waits.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { argumentsOf, has, stateOf, Terminal, until } from "./terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

const time = { timeout: 180_000 };

/** A terminal in which the script runs and has said "ready". */
async function running(script: string): Promise<Terminal> {
  terminal = new Terminal({ files: { "play.dscript": `${script}\n` } });
  await terminal.run("dscript run play.dscript");
  await terminal.until(/\nready$|\nready /m);
  return terminal;
}

/** The commands' programs and their states: "sleep T". */
function states(opened: Terminal): readonly string[] {
  return opened
    .commands()
    .map((pid) => `${argumentsOf(pid)[0]} ${stateOf(pid)}`)
    .sort();
}

async function untilStates(opened: Terminal, ...wanted: readonly string[]): Promise<void> {
  await until(() => states(opened).join() === wanted.join(), wanted.join());
}

/** Where the script stands: in a command, in a pipeline with a group, waiting, computing, at a question, in a capture. */
const places = [
  ["in a command", "sleep 1000"],
  ["in a command under a limit", "timeout 1000s sleep 1000 </dev/null"],
  ["in a pipeline with a group", "( sleep 1000; sleep 1000 ) | cat"],
  ["in a capture", 'String text = $(sleep 1000)\nprintln("${text}")'],
  ["waiting", "sleep(1000s)"],
  ["waiting for a job", "Job job = $(sleep 1000 &)\njob.join()"],
  ["computing", "int turns = 0\nwhile (turns >= 0) turns += 1"],
  ["at a question", 'String answer = System.ask("Name? ")\nprintln("${answer}")'],
] as const;

describe.skipIf(!has("tmux"))("Ctrl-C (where tmux is installed)", () => {
  for (const [where, statement] of places)
    it(`ends a script ${where}: defer and finally run, one line says so, 130`, time, async () => {
      const opened = await running(
        `defer { echo "from defer" }\ntry {\nprintln("ready")\n${statement}\n} finally { println("from finally") }\nprintln("not reached")`,
      );
      if (statement.includes("sleep 1000")) await until(() => opened.commands().length > 0, "a command");
      opened.press("C-c");
      const screen = await opened.until(/ready> $/);
      expect(screen.replace(/^[\s\S]*\n(?:Name\? )?\^C/, "")).toMatch(
        /^\n?from finally\nfrom defer\ndscript: interrupted in [^\n]*\nready> $/,
      );
      expect(await opened.status()).toBe(130);
      expect(opened.commands()).toEqual([]);
    });

  it("lets the script go on where a command caught it and ended well", time, async () => {
    const opened = await running(
      'sh -c \'trap "echo caught; exit 0" INT; echo ready; while :; do sleep 0.1; done\'\nprintln("behind")',
    );
    opened.press("C-c");
    await opened.until(/caught\nbehind\ndscript: done in /);
    expect(await opened.status()).toBe(0);
  });

  it("given twice ends a script whose finally does not end", time, async () => {
    const opened = await running('try {\nprintln("ready")\nsleep 1000\n} finally { println("stuck"); sleep 999 }');
    await until(() => opened.commands().length > 0, "a command");
    opened.press("C-c");
    await opened.until(/stuck\s/);
    await until(() => opened.commands().some((pid) => argumentsOf(pid)[1] === "999"), "finally's command");
    opened.press("C-c");
    await opened.until(/ready> $/);
    expect(await opened.status()).toBe(130);
    await until(() => opened.commands().length === 0, "no command");
  });
});

describe.skipIf(!has("tmux"))("Ctrl-Z and fg (where tmux is installed)", () => {
  for (const [where, statement] of places)
    it(`stop a script ${where} as one, and let it go on`, time, async () => {
      const opened = await running(`println("ready")\n${statement}`);
      const count = (statement.includes("sleep 1000") ? 1 : 0) + (statement.includes("| cat") ? 1 : 0);
      // A command that has only just started still runs: it has settled when it sleeps.
      await until(
        () => opened.commands().length >= count && states(opened).every((line) => line.endsWith(" S")),
        "commands that have settled",
      );
      const before = states(opened);
      opened.press("C-z");
      await opened.until(/Stopped +dscript run play\.dscript\nready> $/);
      await until(() => opened.engines().every((pid) => stateOf(pid) === "T"), "a stopped engine");
      await untilStates(opened, ...before.map((line) => line.replace(/.$/, "T")));
      expect(await opened.status()).toBe(148);
      await opened.run("fg");
      await until(() => opened.engines().every((pid) => /[SR]/.test(stateOf(pid))), "an engine that goes on");
      await untilStates(opened, ...before);
      opened.press("C-c");
      await opened.until(/dscript: interrupted in [^\n]*\nready> $/);
      expect(opened.commands()).toEqual([]);
    });

  it("stop jobs beside the script too, twice", time, async () => {
    const opened = await running('Job job = $(sleep 1000 &)\nprintln("ready")\nsleep 999');
    await untilStates(opened, "sleep S", "sleep S");
    for (let turn = 0; turn < 2; turn += 1) {
      opened.press("C-z");
      await opened.until(/Stopped +dscript run play\.dscript\nready> $/);
      await untilStates(opened, "sleep T", "sleep T");
      opened.type("clear; fg");
      opened.press("Enter");
      await untilStates(opened, "sleep S", "sleep S");
    }
  });

  it("leave nothing behind when the stopped engine is killed", time, async () => {
    const opened = await running('Job job = $(sleep 1000 &)\nprintln("ready")\nsleep 999');
    await untilStates(opened, "sleep S", "sleep S");
    // The watchdog starts behind the first command.
    await new Promise((resolve) => setTimeout(resolve, 500));
    opened.press("C-z");
    await untilStates(opened, "sleep T", "sleep T");
    await opened.run("kill -9 %1");
    await until(() => opened.commands().length === 0, "no command");
  });

  it("do not stop jobs for ever where no shell could let the script go on", time, async () => {
    terminal = new Terminal({ files: { "play.dscript": 'Job job = $(sleep 1000 &)\nprintln("ready")\nsleep 999\n' } });
    await terminal.run("exec dscript run play.dscript");
    await untilStates(terminal, "sleep S", "sleep S");
    terminal.press("C-z");
    await terminal.until(/\^Z/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await untilStates(terminal, "sleep S", "sleep S");
  });
});

describe.skipIf(!has("tmux"))("Ctrl-\\ (where tmux is installed)", () => {
  for (const [where, statement] of places)
    it(`ends a script ${where} at once, without finally, and its commands: 131`, time, async () => {
      const opened = await running(`try {\nprintln("ready")\n${statement}\n} finally { println("from finally") }`);
      if (statement.includes("sleep 1000")) await until(() => opened.commands().length > 0, "a command");
      opened.press("C-\\");
      const screen = await opened.until(/Quit[^\n]*\nready> $/);
      expect(screen).not.toContain("from finally");
      expect(await opened.status()).toBe(131);
      await until(() => opened.commands().length === 0, "no command");
    });

  it("is a command's own where it catches it", time, async () => {
    const opened = await running(
      'sh -c \'trap "echo caught; exit 0" QUIT; echo ready; while :; do sleep 0.1; done\'\nprintln("behind")',
    );
    opened.press("C-\\");
    await opened.until(/caught\nbehind\ndscript: done in /);
  });

  it("leaves no half-written file", time, async () => {
    const opened = await running("echo old > f\necho ready\nsh -c 'echo new; sleep 1000' >= f");
    await until(() => opened.commands().length > 0, "a command");
    opened.press("C-\\");
    await opened.until(/Quit[^\n]*\nready> $/);
    expect(readFileSync(join(opened.folder, "f"), "utf8")).toBe("old\n");
    await opened.run("ls -A | grep tmp; echo listed");
    expect(await opened.until(/\nlisted\n/)).not.toMatch(/\.tmp\n/);
  });
});

describe.skipIf(!has("tmux"))("a password (where tmux is installed)", () => {
  it("is not shown, also behind Ctrl-Z and fg, and typing shows again behind it", time, async () => {
    terminal = new Terminal({
      files: {
        "play.dscript": 'String word = System.readPassword("Password: ")\nprintln("${word.length} characters")\n',
      },
    });
    await terminal.run("dscript run play.dscript");
    await terminal.until(/Password: $/);
    terminal.press("C-z");
    await terminal.until(/Stopped +dscript run play\.dscript\nready> $/);
    terminal.type("fg");
    terminal.press("Enter");
    await terminal.until(/fg\ndscript run play\.dscript\n+Password: $/);
    terminal.type("open-sesame");
    terminal.press("Enter");
    const screen = await terminal.until(/11 characters\n/);
    expect(screen).not.toContain("sesame");
    await terminal.run("stty -a | grep -ow -e '-\\?echo'");
    await terminal.until(/\necho\nready> $/);
  });

  it("asked of by a job ends the job, and says why", time, async () => {
    terminal = new Terminal({
      files: { "play.dscript": "Job job = $(sh -c 'read line </dev/tty' &)\njob.join()\n" },
    });
    await terminal.run("dscript run play.dscript");
    await terminal.until(/CommandFault: SoftwareFault\n +"sh" asked for the terminal, which a job beside/);
    expect(await terminal.status()).toBe(70);
    expect(terminal.commands()).toEqual([]);
  });

  it("reaches a command under a limit whose input is no terminal", time, async () => {
    terminal = new Terminal({
      files: {
        "play.dscript": 'timeout 1000s sh -c \'echo "Password:"; read line </dev/tty; echo "got $line"\' </dev/null\n',
      },
    });
    await terminal.run("dscript run play.dscript");
    await terminal.until(/Password:\s/);
    terminal.type("sesame");
    terminal.press("Enter");
    await terminal.until(/got sesame\n/);
  });
});

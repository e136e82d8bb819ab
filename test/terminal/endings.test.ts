// How a script ends that its terminal leaves, that a signal ends, or that is killed: what runs on behind it, and what does not.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { argumentsOf, has, Terminal, until } from "./terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

const time = { timeout: 180_000 };

function open(script: string): Terminal {
  terminal = new Terminal({ files: { "play.dscript": `${script}\n` } });
  return terminal;
}

/** Seconds that commands here sleep for: daemons, and what belongs to the script. */
const [daemonSeconds, ownSeconds] = ["2000", "1000"];

/** Starts a daemon, then waits in a command, with something to tidy up. */
const script = `sh -c 'setsid sleep ${daemonSeconds} >/dev/null 2>&1 </dev/null &'
defer { touch deferred }
try {
  println("ready")
  sh -c 'sleep ${ownSeconds} & setsid sleep ${ownSeconds} & sleep ${ownSeconds}; echo not reached'
} finally {
  println("from finally")
  touch tidied
}`;

/** The seconds that commands of the script sleep for now. */
function sleeping(opened: Terminal): readonly string[] {
  return opened
    .commands()
    .map(argumentsOf)
    .filter(([name]) => name === "sleep")
    .map(([, seconds = ""]) => seconds)
    .sort();
}

async function started(opened: Terminal, line: string): Promise<number> {
  await opened.run(line);
  await until(() => sleeping(opened).length === 4, "the script's commands");
  // The watchdog starts behind the first command.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return opened.engines()[0] ?? 0;
}

async function untilOnlyDaemon(opened: Terminal): Promise<void> {
  await until(() => opened.engines().length === 0, "the engine's end");
  await until(() => sleeping(opened).join() === daemonSeconds, "the daemon alone");
}

describe.skipIf(!has("tmux", "setsid"))("a script in a terminal (where tmux and setsid are installed)", () => {
  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGUSR1", 138],
  ] as const)
    it(`ends at ${signal} with ${code}: finally and defer run, its daemon lives`, time, async () => {
      const opened = open(script);
      const engine = await started(opened, "dscript run play.dscript");
      process.kill(engine, signal);
      await opened.until(/ready\nfrom finally\ndscript: interrupted in [^\n]*\nready> $/);
      expect(await opened.status()).toBe(code);
      await untilOnlyDaemon(opened);
      for (const name of ["tidied", "deferred"]) expect(existsSync(join(opened.folder, name))).toBe(true);
    });

  it("ends when the terminal is closed: finally and defer run, though nobody sees what they print", time, async () => {
    const opened = open(script);
    // What the terminal's end leaves of a shell with a trap says how the run ended.
    await started(opened, "bash -c 'trap : HUP TERM; dscript run play.dscript; echo $? > status'");
    opened.close();
    await untilOnlyDaemon(opened);
    for (const name of ["tidied", "deferred"]) expect(existsSync(join(opened.folder, name))).toBe(true);
    await until(() => existsSync(join(opened.folder, "status")), "the exit code");
    expect(readFileSync(join(opened.folder, "status"), "utf8")).toMatch(/^(129|143)\n$/);
  });

  it("tidies up to the end however often HUP comes, and ends at once when TERM follows", time, async () => {
    const opened = open(
      'try {\nprintln("ready")\nsleep 1000\n} finally { println("tidying"); sleep 1; touch tidied; sleep 999 }',
    );
    await opened.run("dscript run play.dscript");
    await until(() => opened.commands().length > 0, "a command");
    const [engine = 0] = opened.engines();
    process.kill(engine, "SIGHUP");
    await opened.until(/tidying/);
    for (let turn = 0; turn < 3; turn += 1) process.kill(engine, "SIGHUP");
    process.kill(engine, "SIGTERM");
    await until(() => existsSync(join(opened.folder, "tidied")), "what finally makes");
    // A second later TERM is one of its own.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    process.kill(engine, "SIGTERM");
    expect(await opened.status()).toBe(143);
    await until(() => opened.commands().length === 0, "no command");
  });

  it("that prints without end ends when the terminal is closed", time, async () => {
    const opened = open('try { while (true) println("line") } finally { println("bye"); touch tidied }');
    await opened.run("dscript run play.dscript");
    await opened.until(/line\nline\n/);
    opened.close();
    await until(() => opened.engines().length === 0, "the engine's end");
    await until(() => existsSync(join(opened.folder, "tidied")), "what finally makes");
  });

  it("that is stopped ends when the terminal is closed", time, async () => {
    const opened = open(script);
    await started(opened, "dscript run play.dscript");
    opened.press("C-z");
    await opened.until(/Stopped +dscript run/);
    opened.close();
    await untilOnlyDaemon(opened);
    expect(existsSync(join(opened.folder, "tidied"))).toBe(true);
  });

  it("that is killed takes its commands along, not its daemon", time, async () => {
    const opened = open(script);
    const engine = await started(opened, "dscript run play.dscript");
    process.kill(engine, "SIGKILL");
    await untilOnlyDaemon(opened);
    expect(existsSync(join(opened.folder, "tidied"))).toBe(false);
    expect(await opened.status()).toBe(137);
  });

  it("under nohup goes on when the terminal is closed, and so do its commands", time, async () => {
    const opened = open(
      `println("ready")\nsh -c 'while [ ! -e go ]; do sleep 0.1; done; echo from the command'\nprintln("behind")`,
    );
    await opened.run("nohup dscript run play.dscript");
    await opened.until(/nohup\.out/);
    await until(() => opened.commands().length > 0, "a command");
    opened.close();
    await until(() => !opened.engines().some((pid) => argumentsOf(pid).length === 0), "a moment");
    opened.write("go", "");
    const output = join(opened.folder, "nohup.out");
    await until(() => readFileSync(output, "utf8").includes("behind"), "the script's last line");
    expect(readFileSync(output, "utf8")).toBe("ready\nfrom the command\nbehind\n");
    await until(() => opened.engines().length === 0, "the engine's end");
  });

  it("in the background, its terminal closed and HUP ignored, goes on without what it prints", time, async () => {
    const opened = open('while (!System.exists("go")) { println("line"); sleep(50ms) }\ntouch made');
    await opened.run("trap '' HUP; dscript run play.dscript & disown");
    await opened.until(/line\nline\n/);
    opened.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    opened.write("go", "");
    await until(() => existsSync(join(opened.folder, "made")), "what the script makes at its end");
  });
});

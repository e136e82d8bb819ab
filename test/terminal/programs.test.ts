// Programs that own the terminal while they run: keys reach them, the screen is restored, and the script goes on behind them.
import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { startServer } from "./ssh-server.ts";
import { has, root, Terminal, type TerminalOptions, until } from "./terminal.ts";

let terminal: Terminal | undefined;
const atEnd: (() => void)[] = [];

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
  for (const act of atEnd.splice(0)) act();
});

function open(options: TerminalOptions): Terminal {
  terminal = new Terminal(options);
  return terminal;
}

const time = { timeout: 180_000 };

/** Runs the script, does `use`, and sees that the script went on and the terminal is as it was. */
async function played(script: string, use: (terminal: Terminal) => Promise<void>): Promise<string> {
  const opened = open({ files: { "play.dscript": `println("before")\n${script}\nprintln("behind")\n` } });
  await opened.run("stty -g > first; dscript run play.dscript");
  await use(opened);
  await opened.until(/behind\ndscript: done in [^\n]*\nready> $/);
  expect(await opened.status()).toBe(0);
  await opened.run("stty -g | cmp first - && echo same settings");
  return opened.until(/\nsame settings\n/);
}

/** Types until what is meant is seen, behind the key `again` from the second time on: what a terminal holds when Ctrl-C comes goes with it. */
async function typed(shown: Terminal, words: string, seen: RegExp, again?: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    shown.type(words);
    try {
      await shown.until(seen, 5000);
      return;
    } catch (thrown) {
      if (tries === 5) throw thrown;
      if (again !== undefined) shown.press(again);
    }
  }
}

describe.skipIf(!has("tmux", "less"))("less (where tmux and less are installed)", () => {
  it("pages a file, and gives the screen back", time, async () => {
    const screen = await played("seq 1 5000 > numbers\nless numbers", async (shown) => {
      await shown.until(/\n23\nnumbers/);
      shown.press("G");
      await shown.until(/\(END\)/);
      shown.press("q");
    });
    expect(screen).toContain("before\nbehind\n");
  });

  it("pages what a pipeline writes, and Ctrl-C in it is its own", time, async () => {
    await played("seq 1 5000 | less", async (shown) => {
      await shown.until(/\n23\n:/);
      shown.press("C-c");
      await typed(shown, "G", /\n5000\n\(END\)/);
      shown.type("q");
    });
  });
});

describe.skipIf(!has("tmux", "vi"))("vi (where tmux and vi are installed)", () => {
  it("edits a file, Ctrl-C included, and the script reads it", time, async () => {
    const screen = await played("vi -u NONE note\ncat note", async (shown) => {
      await shown.until(/note/);
      shown.type("ifrom the editor");
      await shown.until(/from the editor/);
      shown.press("C-c");
      await typed(shown, ":wq", /\n:wq\s*$/, "Escape");
      shown.press("Enter");
    });
    expect(screen).toContain("before\nfrom the editor\nbehind\n");
  });

  it("stops at Ctrl-Z together with the script, and both go on", time, async () => {
    await played("vi -u NONE note", async (shown) => {
      await shown.until(/note/);
      shown.press("C-z");
      await shown.until(/Stopped +dscript run play\.dscript\nready> $/);
      shown.type("fg");
      shown.press("Enter");
      await shown.until(/~\n/);
      shown.type(":q");
      shown.press("Enter");
    });
  });
});

describe.skipIf(!has("tmux", "top"))("top (where tmux and top are installed)", () => {
  it("draws, and ends at its key", time, async () => {
    await played("top", async (shown) => {
      await shown.until(/PID +USER/);
      shown.type("q");
    });
  });
});

describe.skipIf(!has("tmux", "ssh", "sshd", "ssh-keygen"))("ssh (where tmux, ssh and sshd are installed)", () => {
  it("asks for a passphrase and for a host key, and hands keys on to the other side", time, async () => {
    const opened = open({});
    const { port, stop } = await startServer(opened.folder, "open sesame");
    atEnd.push(stop);
    const ssh = `ssh -t -F none -p ${port} -i key -o IdentitiesOnly=yes -o UserKnownHostsFile=known 127.0.0.1`;
    opened.write(
      "play.dscript",
      `println("before")\n${ssh} 'read line; echo "other side: $line"'\nprintln("behind")\n`,
    );
    await opened.run("dscript run play.dscript");
    await opened.until(/continue connecting[^\n]*\? $/);
    opened.type("yes");
    opened.press("Enter");
    await opened.until(/passphrase for key[^\n]*: $/);
    opened.type("open sesame");
    opened.press("Enter");
    await until(() => opened.commands().length > 0, "ssh");
    opened.type("typed here");
    opened.press("Enter");
    const screen = await opened.until(/other side: typed here\n[\s\S]*behind\n/);
    expect(screen).not.toContain("sesame");
    expect(await opened.status()).toBe(0);
  });
});

// A private copy of /etc takes the user, so that the machine's own is not touched.
const canSudo =
  has("tmux", "sudo", "useradd", "chpasswd", "setpriv", "unshare") &&
  userInfo().uid === 0 &&
  spawnSync("unshare", ["-m", "true"]).status === 0 &&
  spawnSync("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", "test", "-r", `${root}dist/.stamp`])
    .status === 0;

describe.skipIf(!canSudo)("sudo (for root, where tmux, sudo, unshare and the login tools are installed)", () => {
  it("asks for a password without showing it, again after a wrong one", time, async () => {
    const opened = open({
      files: {
        "play.dscript": 'println("before")\nsudo -k -p "Password, please: " id -un\nprintln("behind")\n',
        "enter.sh": `set -e
cp -a /etc "$HOME/etc"
mount --bind "$HOME/etc" /etc
useradd -M -d "$HOME" -s /bin/bash tester
echo tester:open-sesame | chpasswd
echo 'tester ALL=(ALL) ALL' > /etc/sudoers.d/tester
chmod 0440 /etc/sudoers.d/tester
chown tester "$HOME"
exec env PS1='ready, tester> ' setpriv --reuid tester --regid tester --init-groups bash --norc --noprofile
`,
      },
    });
    await opened.run("XDG_STATE_HOME=$HOME/mine unshare -m bash enter.sh");
    await opened.until(/\nready, tester> $/);
    opened.type("dscript run play.dscript");
    opened.press("Enter");
    await opened.until(/before\nPassword, please: $/);
    opened.type("wrong");
    opened.press("Enter");
    await opened.until(/try again\.\nPassword, please: $/);
    opened.type("open-sesame");
    opened.press("Enter");
    const screen = await opened.until(/\nroot\nbehind\ndscript: done in /);
    expect(screen).not.toMatch(/wrong\n|sesame/);
  });
});

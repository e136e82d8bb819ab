/** Faults that no script handled are told by mail, webhook and command, to real receivers on loopback. */

import { createHmac } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tell } from "../../src/notices/index.ts";
import { isRunning, recordsIn, runDscript } from "../run-dscript.ts";
import { closeAll, hasOpenssl, mailServer, makeCertificate, opened, portOf, webServer } from "./receivers.ts";

let folder = "";
const limit = { timeout: 120_000 };

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-notify-test-")));
  write("fails.dscript", 'void backup(String name) {\n  cp /nowhere/${name} .\n}\n\nbackup("data")\n');
});

afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string, mode = 0o600): void => writeFileSync(join(folder, name), text, { mode });

/** A configuration with these channels; `more` are further lines of `on_fault`. */
const configure = (channels: readonly object[], more = ""): void =>
  write("dscript.yaml", `on_fault:\n  notify: ${JSON.stringify(channels)}\n${more}`);

const records = (): readonly Record<string, unknown>[] => recordsIn(folder);

/** Quoted-printable, as mail carries it. */
const decoded = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString("utf8");

/** The subject and the text of a mail, whatever they are carried in. */
const decodedMail = (mail: string): readonly [subject: string, text: string] => {
  const [head = "", ...rest] = mail.split(/\r?\n\r?\n/);
  const body = rest.join("\n\n");
  const isBase64 = /^content-transfer-encoding: base64/im.test(head);
  const subject = /^Subject: (.*(?:\r?\n[ \t].*)*)/m.exec(head)?.[1] ?? "";
  return [
    subject
      .replace(/\?=\s+=\?/g, "?==?")
      .replace(/=\?utf-8\?b\?(.*?)\?=/gi, (_, text: string) => Buffer.from(text, "base64").toString("utf8"))
      .replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, text: string) => decoded(text.replaceAll("_", " "))),
    isBase64 ? Buffer.from(body, "base64").toString("utf8") : decoded(body),
  ];
};

describe("mail", limit, () => {
  it("tells in plain words what happened, whose move it is, and where the records lie", async () => {
    const { port, mails } = await mailServer();
    configure([
      {
        mail: { to: ["ops@example.com", "root@localhost"], from: "d@example.com", server: `smtp://127.0.0.1:${port}` },
      },
    ]);
    const { code } = await runDscript(folder, ["run", "fails.dscript"]);
    expect(code).toBe(70);
    const [mail] = mails;
    expect(mails).toHaveLength(1);
    expect(mail).toMatchObject({ from: "d@example.com", to: ["ops@example.com", "root@localhost"], user: undefined });
    const text = decoded(mail?.text ?? "");
    expect(text).toMatch(/^Subject: \[dscript\] fails\.dscript on /m);
    expect(text).toContain("Auto-Submitted: auto-generated");
    expect(text).toContain("cp: cannot stat '/nowhere/data'");
    expect(text).toMatch(/Whose move: {4}the developer of the script \(SoftwareFault, (?:very )?likely, 0\.\d\d\)/);
    expect(text).toContain(`Place:   ${folder}/fails.dscript:2:3`);
    expect(text).toContain('[1] (fails.dscript:2) backup(name=(String) "data")');
    const [run = ""] = readdirSync(join(folder, "state/dscript/runs"));
    expect(text).toContain(`Run:     ${run}`);
    expect(text).toContain(`Records: ${folder}/state/dscript/runs/${run}/records.jsonl`);
  });

  it("speaks the language of dscript.yaml", async () => {
    const { port, mails } = await mailServer();
    configure([{ mail: { to: ["ops@example.com"], server: `smtp://127.0.0.1:${port}` } }], "lang: ja\n");
    expect((await runDscript(folder, ["run", "fails.dscript"])).code).toBe(70);
    const [subject = "", text = ""] = decodedMail(mails[0]?.text ?? "");
    expect(subject).toMatch(/^\[dscript\] \S+ ?の fails\.dscript: SoftwareFault: /);
    expect(text).toContain("がフォルト（CommandFault）で終わった。");
    expect(text).toMatch(/^対応する人: スクリプトの開発者（SoftwareFault、/m);
    expect(text).toContain("場所:");
    expect(text).not.toMatch(/Whose move|What happened|As a terminal/);
  });

  it("logs in with a password from a file, and refuses a file that others may read", async () => {
    const { port, mails } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        auth.username === "ann" && auth.password === "sesame"
          ? done(null, { user: "ann" })
          : done(new Error("wrong password")),
    });
    const mail = {
      to: ["ops@example.com"],
      server: `smtp://127.0.0.1:${port}`,
      user: "ann",
      password_file: "password",
    };
    configure([{ mail }]);
    write("password", "sesame\n");
    expect(await runDscript(folder, ["notify", "test"])).toMatchObject({ code: 0 });
    expect(mails[0]?.user).toBe("ann");
    write("password", "wrong");
    const refused = await runDscript(folder, ["notify", "test"]);
    expect(refused.code).toBe(69);
    expect(refused.out).toMatch(/failed: .*535/);
    expect(refused.out + refused.error).not.toContain("sesame");
    rmSync(join(folder, "password"));
    write("password", "sesame", 0o644);
    expect((await runDscript(folder, ["notify", "test"])).out).toContain("others may read it (chmod 600 it)");
    configure([{ mail: { ...mail, password_file: undefined, password_env: "MAIL_SECRET" } }]);
    expect((await runDscript(folder, ["notify", "test"])).out).toContain("the environment has no MAIL_SECRET");
    expect(await runDscript(folder, ["notify", "test"], { MAIL_SECRET: "sesame" })).toMatchObject({ code: 0 });
  });

  it("says which addressees were refused", async () => {
    const { port, mails } = await mailServer({}, ["gone@example.com"]);
    configure([{ mail: { to: ["ops@example.com", "gone@example.com"], server: `smtp://127.0.0.1:${port}` } }]);
    const { code, out } = await runDscript(folder, ["notify", "test"]);
    expect(code).toBe(69);
    expect(out).toContain("refused gone@example.com");
    expect(mails[0]?.to).toEqual(["ops@example.com"]);
  });

  it.skipIf(!hasOpenssl)(
    "encrypts where the server can, and insists on a good certificate with require_tls",
    async () => {
      const { key, cert } = makeCertificate(folder);
      const tls = { key: readFileSync(key), cert: readFileSync(cert) };
      const { port, mails } = await mailServer(tls);
      const mail = { to: ["ops@example.com"], server: `smtp://localhost:${port}` };
      configure([{ mail }]);
      expect(await runDscript(folder, ["notify", "test"])).toMatchObject({ code: 0 });
      expect(mails.map((one) => one.secure)).toEqual([true]);
      configure([{ mail: { ...mail, require_tls: true } }]);
      expect((await runDscript(folder, ["notify", "test"])).out).toMatch(/failed: .*self-signed/);
      configure([{ mail: { ...mail, require_tls: true, ca_file: "cert.pem" } }]);
      expect(await runDscript(folder, ["notify", "test"])).toMatchObject({ code: 0 });
      const plain = await mailServer();
      configure([{ mail: { ...mail, server: `smtp://localhost:${plain.port}`, require_tls: true } }]);
      expect((await runDscript(folder, ["notify", "test"])).code).toBe(69);
      expect(plain.mails).toEqual([]);
      const secure = await mailServer({ ...tls, secure: true });
      configure([
        { mail: { to: ["ops@example.com"], server: `smtps://localhost:${secure.port}`, ca_file: "cert.pem" } },
      ]);
      expect(await runDscript(folder, ["notify", "test"])).toMatchObject({ code: 0 });
      expect(secure.mails).toHaveLength(1);
    },
  );
});

describe("webhook", limit, () => {
  it("posts JSON of the documented shape, with headers, a token and a signature", async () => {
    const { port, posts } = await webServer({ status: 200, body: "ok" });
    write("secret", "key\n");
    configure([
      {
        webhook: {
          url: `http://127.0.0.1:${port}/services/T0?x=1`,
          headers: { "X-Team": "ops" },
          token_env: "HOOK_TOKEN",
          secret_file: "secret",
        },
      },
    ]);
    const { code, error } = await runDscript(folder, ["run", "fails.dscript"], { HOOK_TOKEN: "t0ken" });
    expect(code, error).toBe(70);
    const [post] = posts;
    expect(post).toMatchObject({ method: "POST", path: "/services/T0?x=1" });
    expect(post?.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "x-team": "ops",
      authorization: "Bearer t0ken",
      "x-dscript-signature": `sha256=${createHmac("sha256", "key")
        .update(post?.body ?? "")
        .digest("hex")}`,
    });
    const body = JSON.parse(post?.body ?? "") as Record<string, unknown>;
    expect(body).toMatchObject({
      event: "fault",
      version: 1,
      sample: false,
      script: join(folder, "fails.dscript"),
      exit_code: 70,
      kind: "CommandFault",
      class: "SoftwareFault",
      place: { file: join(folder, "fails.dscript"), line: 2, column: 3 },
      others: 0,
      suppressed: { same: 0, others: 0 },
    });
    expect(body["text"]).toContain("Whose move:");
    expect(body["trace"]).toContain("StackTrace");
    expect(JSON.stringify(body)).not.toContain("t0ken");
  });

  it("takes a redirect and a refusal for failures, and keeps the address's path to itself", async () => {
    const moved = await webServer({ status: 302, headers: { Location: "http://127.0.0.1:1/" } });
    const refusing = await webServer({ status: 403, body: "invalid_token\nmore" });
    configure([
      { webhook: { url: `http://127.0.0.1:${moved.port}/secret-path` } },
      { webhook: { url: `http://127.0.0.1:${refusing.port}/secret-path` } },
    ]);
    const { code, error } = await runDscript(folder, ["run", "fails.dscript"]);
    expect(code).toBe(70);
    expect(error).toContain("the receiver answered 302: redirects are not followed");
    expect(error).toContain("the receiver answered 403: invalid_token;");
    expect(error).not.toContain("secret-path");
    const told = records().filter((record) => record["Api"] === "notify webhook");
    expect(told).toHaveLength(2);
    for (const record of told)
      expect(record).toMatchObject({ LogPoint: "ErrorPoint", Kind: "NetworkFault", Handled: false });
    expect(JSON.stringify(told)).not.toContain("secret-path");
  });

  it.skipIf(!hasOpenssl)("holds to certificates", async () => {
    const { port, posts } = await webServer({ status: 204 }, makeCertificate(folder));
    configure([{ webhook: { url: `https://localhost:${port}/` } }]);
    expect((await runDscript(folder, ["notify", "test"])).out).toMatch(/failed: self-signed/);
    write("url", `https://localhost:${port}/from-file\n`);
    configure([{ webhook: { url_file: "url", ca_file: "cert.pem" } }]);
    expect(await runDscript(folder, ["notify", "test"])).toMatchObject({ code: 0 });
    expect(posts.map((post) => post.path)).toEqual(["/from-file"]);
  });
});

describe("command", limit, () => {
  it("gets the text on its input and the fields in its environment, without a shell", async () => {
    write("page", '#!/bin/sh\ncat > text\nenv > env\nprintf "%s\\n" "$@" > words\necho to nobody\n', 0o755);
    configure([{ command: ["./page", "--team", "$(id) *"] }]);
    const { code, out } = await runDscript(folder, ["run", "fails.dscript"]);
    expect({ code, out }).toEqual({ code: 70, out: "" });
    expect(readFileSync(join(folder, "words"), "utf8")).toBe("--team\n$(id) *\n");
    expect(readFileSync(join(folder, "text"), "utf8")).toMatch(
      /^fails\.dscript on .*\n\nfails\.dscript on .* ended with a fault \(CommandFault\)/,
    );
    const env = readFileSync(join(folder, "env"), "utf8");
    expect(env).toContain(`DSCRIPT_FAULT_SCRIPT=${folder}/fails.dscript`);
    expect(env).toContain("DSCRIPT_FAULT_CLASS=SoftwareFault");
    expect(env).toContain("DSCRIPT_FAULT_LINE=2");
  });

  it("that fails or is missing is said and recorded, and changes nothing else", async () => {
    configure([{ command: ["sh", "-c", "exit 3"] }, { command: ["/no/such/pager"] }]);
    const { code, error } = await runDscript(folder, ["run", "fails.dscript"]);
    expect(code).toBe(70);
    expect(error).toContain(
      "the notification by command sh failed: it ended with status 3; the run's outcome stays as it is",
    );
    expect(error).toContain('the notification by command /no/such/pager failed: "/no/such/pager" is not found');
  });

  it("that hangs is ended with all that it started", async () => {
    configure(
      [{ command: ["sh", "-c", "echo $$ > pid; trap '' TERM; sleep 1000 & echo $! >> pid; wait; sleep 1000"] }],
      "  within: 1s\n",
    );
    const { code, error } = await runDscript(folder, ["run", "fails.dscript"]);
    expect(code).toBe(70);
    expect(error).toContain("it did not end within 1 s, and was ended");
    for (const pid of readFileSync(join(folder, "pid"), "utf8").trim().split("\n"))
      await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 60_000 });
  });

  it("that hangs takes nothing along that another one started", async () => {
    const pid = (): string => readFileSync(join(folder, "pid"), "utf8").trim();
    configure(
      [{ command: ["sh", "-c", "setsid sleep 300 2>&- & echo $! > pid"] }, { command: ["sleep", "1000"] }],
      "  within: 1s\n",
    );
    for (const words of [
      ["run", "fails.dscript"],
      ["notify", "test"],
    ]) {
      const { out, error } = await runDscript(folder, words);
      expect(`${out}${error}`).toContain("it did not end within 1 s, and was ended");
      // Whoever ends what an engine leaves needs a moment for it.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(isRunning(pid())).toBe(true);
      process.kill(Number(pid()));
    }
  });
});

describe("what a library throws beside its promise", () => {
  it("is borne for as long as letters are under way", async () => {
    const listeners = (): number => process.listenerCount("uncaughtException");
    const before = listeners();
    let during = 0;
    const command = { argv: ["page"], directory: folder };
    const letter = { host: "", runId: "", subject: "", text: "", json: "", variables: new Map<string, string>() };
    const runCommand = async (): Promise<undefined> => {
      during = listeners();
    };
    const stop = new AbortController().signal;
    await tell([{ kind: "command", command }], letter, { environment: new Map(), within: 1000, stop, runCommand });
    expect([during, listeners()]).toEqual([before + 1, before]);
  });
});

describe("a receiver that does not answer", limit, () => {
  it("holds up the end of the run no longer than `within`", async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
    opened.push(() => void silent.close());
    const { port } = await webServer(null);
    configure(
      [
        { mail: { to: ["ops@example.com"], server: `smtp://127.0.0.1:${portOf(silent)}` } },
        { webhook: { url: `http://127.0.0.1:${port}/` } },
      ],
      "  within: 500ms\n",
    );
    const { code, error } = await runDscript(folder, ["run", "fails.dscript"]);
    expect(code).toBe(70);
    expect(error.match(/it was not done within 0\.5 s/g)).toHaveLength(2);
    // The default of each library is minutes.
    expect(records().filter((record) => record["Kind"] === "TimeoutFault")).toHaveLength(2);
  });

  it("is given up at a further signal", async () => {
    const { port, posts } = await webServer(null);
    configure([{ webhook: { url: `http://127.0.0.1:${port}/` } }], "  within: 5m\n");
    const { code, error } = await runDscript(folder, ["run", "fails.dscript"], {}, (kill) => {
      const timer = setInterval(() => {
        if (posts.length === 0) return;
        clearInterval(timer);
        kill("SIGTERM");
      }, 20);
    });
    expect(code).toBe(70);
    expect(error).toContain("a signal ended the attempt");
  });
});

describe("what is told", limit, () => {
  const counting = { command: ["sh", "-c", "echo $DSCRIPT_FAULT_KIND $DSCRIPT_FAULT_SUPPRESSED >> told"] };
  const told = (): string => (existsSync(join(folder, "told")) ? readFileSync(join(folder, "told"), "utf8") : "");

  it("is a fault that ends the run, or a job that nobody joined", async () => {
    configure([counting], "  every: 0s\n");
    write("job.dscript", "ls /nowhere &\ntrue\n");
    write("handled.dscript", 'try {\n  ls /nowhere\n} catch (Fault f) {\n  println("well")\n}\n');
    write("exits.dscript", "exit 3\n");
    write("style.dscript", 'ls /nowhere\nif ($? != 0) {\n  println("seen")\n}\n');
    for (const name of ["job", "handled", "exits", "style"]) await runDscript(folder, ["run", `${name}.dscript`]);
    expect(told()).toBe("CommandFault 0\n");
  });

  it("is not told with --no-notify, nor what the filters leave out", async () => {
    configure([
      { ...counting, when: { classes: ["SystemFault"] } },
      { ...counting, when: { kinds: ["TimeoutFault"] } },
      { ...counting, when: { scripts: ["other*", "/srv/*"] } },
    ]);
    await runDscript(folder, ["run", "fails.dscript"]);
    configure([counting]);
    await runDscript(folder, ["run", "--no-notify", "fails.dscript"]);
    expect(told()).toBe("");
    configure([{ ...counting, when: { classes: ["SoftwareFault"], kinds: ["CommandFault"], scripts: ["fa?ls.*"] } }]);
    await runDscript(folder, ["run", "fails.dscript"]);
    expect(told()).toBe("CommandFault 0\n");
  });

  it("includes TERM, but not Ctrl-C", async () => {
    configure([counting]);
    write("waits.dscript", 'println("up")\nsleep(1000s)\n'.replace("println", "touch up\nprintln"));
    for (const [signal, code] of [
      ["SIGTERM", 143],
      ["SIGINT", 130],
    ] as const) {
      rmSync(join(folder, "up"), { force: true });
      const ended = await runDscript(folder, ["run", "waits.dscript"], {}, (kill) => {
        const timer = setInterval(() => {
          if (!existsSync(join(folder, "up"))) return;
          clearInterval(timer);
          kill(signal);
        }, 20);
      });
      expect(ended.code, ended.error).toBe(code);
    }
    expect(told()).toBe("Interruption 0\n");
  });

  it("names a script that came through standard input by its directory, and tells of wrong parameters", async () => {
    const script = { command: ["sh", "-c", 'echo "$DSCRIPT_FAULT_SCRIPT: $DSCRIPT_FAULT_KIND" >> told'] };
    configure([script]);
    write("takes.dscript", "param int count\nprintln(count)\n");
    await runDscript(folder, ["run", "takes.dscript", "--count", "many"]);
    await runDscript(folder, ["run", "-"], {}, () => {}, "ls /nowhere\n");
    expect(told()).toBe(`${folder}/takes.dscript: ArgumentFault\nstandard input (in ${folder}): CommandFault\n`);
  });

  it("masks secrets", async () => {
    const { port, posts } = await webServer();
    configure([{ webhook: { url: `http://127.0.0.1:${port}/` } }]);
    write("secret.dscript", "ls /nowhere/${env.API_TOKEN}\n");
    const { code, error } = await runDscript(folder, ["run", "secret.dscript"], { API_TOKEN: "s3same" });
    expect(code, error).toBe(65);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.body).not.toContain("s3same");
    expect(posts[0]?.body).toContain("***");
  });

  it("is told once in `every`, with the count of those in between", async () => {
    configure([counting], "  every: 1h\n");
    for (let turn = 0; turn < 3; turn += 1) await runDscript(folder, ["run", "fails.dscript"]);
    configure([counting], "  every: 0s\n");
    await runDscript(folder, ["run", "fails.dscript"]);
    expect(told()).toBe("CommandFault 0\nCommandFault 2\n");
  });

  it("is told by one of several runs that fail at once, and by all where the state cannot be kept", async () => {
    configure([counting]);
    await Promise.all([1, 2, 3, 4].map(() => runDscript(folder, ["run", "fails.dscript"])));
    expect(told()).toBe("CommandFault 0\n");
    writeFileSync(join(folder, "state/dscript/notified.json"), '{"faults":');
    const { error } = await runDscript(folder, ["run", "fails.dscript"]);
    expect(error).toContain("was not readable and is begun anew");
    expect(told()).toBe("CommandFault 0\nCommandFault 0\n");
    rmSync(join(folder, "state/dscript/notified.lock"));
    write("state/dscript/notified.lock", "");
    rmSync(join(folder, "state/dscript/notified.json"));
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(folder, "state/dscript/notified.json"));
    const blocked = await runDscript(folder, ["run", "fails.dscript"]);
    expect(blocked.error).toContain("nothing is known of earlier messages");
    expect(told()).toBe("CommandFault 0\nCommandFault 0\nCommandFault 0\n");
  });
});

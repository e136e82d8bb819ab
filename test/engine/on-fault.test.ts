/** `on_fault` is checked strictly, and becomes settings with their defaults. */

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showMistakes } from "../../src/diagnostics/index.ts";
import { loadConfig } from "../../src/engine/config.ts";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-on-fault-test-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (text: string) => {
  writeFileSync(join(folder, "dscript.yaml"), text);
  return loadConfig(folder, { systemFile: join(folder, "none") });
};

const settings = async (text: string) => {
  const found = await load(text);
  return found.ok ? found.config.onFault : showMistakes(found.mistakes);
};

/** The mistakes of one channel, without the folder. */
const mistakes = async (channel: string): Promise<string> => {
  const found = await load(`on_fault: { notify: [${channel}] }\n`);
  return found.ok ? "none" : showMistakes(found.mistakes).replaceAll(`${folder}/`, "");
};

describe("on_fault", () => {
  it("fills in what is not said, and resolves paths against its folder", async () => {
    expect(
      await settings(`on_fault:
  notify:
    - mail: { to: [ops@example.com], server: "smtp://mail.example.com", user: d, password_file: pw }
    - webhook: { url_env: HOOK }
      when: { classes: [SystemFault], scripts: ["backup*"] }
    - command: [./page]
`),
    ).toEqual({
      channels: [
        {
          kind: "mail",
          mail: {
            to: ["ops@example.com"],
            host: "mail.example.com",
            port: 25,
            secure: false,
            user: "d",
            password: { file: join(folder, "pw") },
            requireTls: true,
            subjectPrefix: "[dscript]",
          },
          when: {},
        },
        {
          kind: "webhook",
          webhook: { url: { env: "HOOK" }, headers: {} },
          when: { classes: ["SystemFault"], scripts: ["backup*"] },
        },
        { kind: "command", command: { argv: ["./page"], directory: folder }, when: {} },
      ],
      every: 3_600_000,
      perHour: 20,
      within: 10_000,
      onTerminal: false,
    });
  });

  it("takes servers of both kinds, by name or address", async () => {
    const server = async (text: string) => {
      const found = await settings(`on_fault: { notify: [{ mail: { to: [a@b], server: "${text}" } }] }\n`);
      const [channel] = typeof found === "object" ? found.channels : [];
      return channel?.kind === "mail" ? [channel.mail.host, channel.mail.port, channel.mail.secure] : found;
    };
    expect(await server("smtps://m.example.com")).toEqual(["m.example.com", 465, true]);
    expect(await server("smtp://[::1]:2525")).toEqual(["::1", 2525, false]);
    for (const wrong of [
      "mail.example.com",
      "smtp://",
      "smtp://a:0",
      "smtp://a:65536",
      "smtp://u:p@a",
      "smtp://a/path",
      "http://a",
    ])
      expect(await server(wrong), wrong).toContain("expected smtp://HOST:PORT or smtps://HOST:PORT");
  });

  it.each([
    ["{}", "expected one of mail, webhook and command"],
    ["{ mail: { to: [a@b], server: smtp://a }, command: [x] }", "expected one of mail, webhook and command"],
    ["{ mial: { to: [a@b] } }", "did you mean `mail`?"],
    ["{ mail: { to: [], server: smtp://a } }", "expected at least one mail address"],
    ['{ mail: { to: ["Ops <o@b>"], server: smtp://a } }', "without a name beside it"],
    ["{ mail: { to: [a@b] } }", "expected smtp://HOST:PORT"],
    ["{ mail: { to: [a@b], server: smtp://a, user: u } }", "expected `user` with either"],
    ["{ mail: { to: [a@b], server: smtp://a, password_env: P } }", "expected `user` with either"],
    ["{ mail: { to: [a@b], server: smtp://a, user: u, password: p } }", "there is no such key"],
    ['{ mail: { to: [a@b], server: smtp://a, subject_prefix: "a\\nb" } }', "expected a text on one line"],
    ["{ webhook: {} }", "expected one of `url`, `url_file` and `url_env`"],
    ["{ webhook: { url: ftp://a } }", "expected an http:// or https:// address"],
    ["{ webhook: { url: 'https://u:p@a' } }", "expected an http:// or https:// address, without a user"],
    [
      "{ webhook: { url: 'http://a.example.com', token_env: T } }",
      "expected an https:// address where a token is sent",
    ],
    ["{ webhook: { url: https://a, token_env: T, token_file: f } }", "expected one place for each secret"],
    [
      "{ webhook: { url: https://a, headers: { Host: b } } }",
      "expected a header that the connection itself does not need",
    ],
    ['{ webhook: { url: https://a, headers: { X: "a\\r\\nY: b" } } }', "expected a header's value on one line"],
    ["{ webhook: { url: https://a, secret_env: 1X } }", "expected the name of an environment variable"],
    ["{ command: [] }", "expected a program"],
    ["{ command: page }", "expected a program and its arguments as a list"],
    ['{ command: [""] }', "expected a program ahead of its arguments"],
    [
      "{ command: [x], when: { classes: [CommandFault] } }",
      "expected one of SystemFault, SoftwareFault, UserFault, ExternalFault",
    ],
    ["{ command: [x], when: { kinds: [SystemFault] } }", "expected a kind of fault, or Interruption"],
    ["{ command: [x], when: { script: [a] } }", "did you mean `scripts`?"],
  ])("refuses %s", async (channel, message) => {
    expect(await mistakes(channel)).toContain(message);
  });

  it.each([
    ["every: 1", "expected a duration from 0s to 30d"],
    ["every: 31d", "expected a duration from 0s to 30d"],
    ["per_hour: 0", "expected a number from 1 to 1000"],
    ["within: 1h", "expected a duration from 100ms to 5m"],
    ["on_terminal: maybe", "expected true or false"],
    ["evry: 1h", "did you mean `every`?"],
  ])("refuses %s beside the channels", async (line, message) => {
    expect(await settings(`on_fault:\n  notify: [{ command: [x] }]\n  ${line}\n`)).toContain(message);
  });

  it("needs its list", async () => {
    expect(await settings("on_fault: {}\n")).toContain("expected a list of channels");
    expect(await settings("on_fault: ops@example.com\n")).toContain("expected who is told, and how often");
  });
});

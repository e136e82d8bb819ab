// What a failed agreement on TLS says of the port that was asked, and of the list of authorities that was chosen.
import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis } from "../../src/diagnosis/index.ts";
import { fakeHost } from "./fake-host.ts";
import { command } from "./symptoms.ts";

function heard(line: string, stderr: string, status: number): readonly string[] {
  const diagnose = createDiagnosis({ commands: shippedCommands, host: fakeHost({}), locale: "C" });
  return Object.keys(diagnose(command(line, { stderr, status })).heard);
}

describe("TLS at a port where none is spoken", () => {
  const unspoken = "curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number";
  const refused = "curl: (35) OpenSSL/3.0.19: error:0A00042E:SSL routines::tlsv1 alert protocol version";
  const asked = (line: string, stderr = unspoken): boolean => heard(line, stderr, 35).includes("peer.plain-port");

  test.each([
    ["a URL", "curl https://web.example.org:8080"],
    ["a URL with a path", "curl https://web.example.org:8080/ok"],
    ["an option", "ncat --ssl web.example.org --port=8080"],
    ["an option's value", "psql -h web.example.org -p 5432"],
    ["a word of its own", "ncat --ssl web.example.org 8080"],
  ])("is named by %s", (_, line) => {
    expect(asked(line)).toBe(true);
    expect(asked(line, refused)).toBe(false);
  });

  test.each([
    ["a URL without TLS", "curl http://web.example.org:8080"],
    ["a proxy without TLS", "curl -x http://proxy.example.org:8080 https://web.example.org/"],
    ["what only ends with its number", "curl -L http://web.example.org/page80"],
  ])("is not named by %s", (_, line) => expect(asked(line)).toBe(false));
});

describe("a list of authorities", () => {
  const untrusted = "ERROR: cannot verify web.example.org's certificate, issued by 'CN=x':";
  const chosen = (line: string): readonly string[] =>
    heard(line, untrusted, 5).filter((rule) => rule.includes("authorities"));

  test.each([
    ["--ca-certificate=certs/ca.pem argv=https://web.example.org/", "literal"],
    ["--ca-certificate certs/ca.pem argv=https://web.example.org/", "literal"],
    ["argv=--ca-certificate=certs/ca.pem https://web.example.org/", "given"],
    ["--ca-certificate argv=certs/ca.pem https://web.example.org/", "given"],
  ])("comes from where its own words do: %s", (words, whose) => {
    expect(chosen(`wget ${words}`)).toEqual([`peer.authorities-${whose}`]);
  });
});

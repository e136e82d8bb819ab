// What a message names and no word of the command holds: variables, what was given, lists, scripts, the input.
import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis, type Host } from "../../src/diagnosis/index.ts";
import { type FaultArgument, Origin, type Symptom } from "../../src/records/index.ts";
import { type FakeWorld, fakeHost } from "./fake-host.ts";
import { command, word } from "./symptoms.ts";

const missing = "wc: lost.txt: No such file or directory";
type Row = readonly [rule: string, title: string, symptom: Symptom, world?: FakeWorld];

const held = (text: string, holds: number): FaultArgument => ({ ...word(text, "argv[1]"), holds });

function heard(symptom: Symptom, world: FakeWorld = {}): readonly string[] {
  return Object.keys(createDiagnosis({ commands: shippedCommands, host: fakeHost(world), locale: "C" })(symptom).heard);
}

describe("what a message names", () => {
  // biome-ignore format: one row a line reads as the table that it is
  test.each(([
    ["origin.input-name", "a variable that the script sets from an argument", command("sh -c x", { stderr: missing, variables: [word("argv=lost.txt", "LIST")] })],
    ["origin.literal-name", "a variable that the script sets itself", command("sh -c x", { stderr: missing, variables: [word("lost.txt", "LIST")] })],
    ["origin.network-name", "a variable that another host answered", command("sh -c x", { stderr: missing, variables: [word("network=lost.txt", "LIST")] })],
    ["origin.input-name", "an argument of the script, by whatever way", command("sh -c x", { stderr: missing, given: ["-v", "lost.txt"] })],
    ["origin.environment-name", "a variable of the environment", command("sh -c x", { stderr: missing }), { environment: { LIST: "lost.txt" } }],
    ["origin.file-name", "a line of a list", command("xargs -a names.txt wc", { stderr: missing }), { contents: { "names.txt": "job\nlost.txt\n" } }],
    ["origin.shipped-name", "a line of the script's own list", { ...command("tar -T x", { stderr: missing }), arguments: [word("-T", "argv[1]"), held("/srv/x", Origin.shipped)] }, { contents: { "/srv/x": "lost.txt\n" } }],
    ["origin.machine-name", "a line of a list of this host, in an option", { ...command("rsync x", { stderr: missing }), arguments: [held("--files-from=/etc/x", Origin.machine)] }, { contents: { "/etc/x": "lost.txt\n" } }],
    ["origin.literal-name", "a script's own text", { ...command("sh x", { stderr: missing }), arguments: [held("/srv/x.sh", Origin.shipped)] }, { contents: { "/srv/x.sh": "wc -l lost.txt\n" } }],
    ["origin.input-name", "the text of a script that was given", command("sh argv=/srv/x.sh", { stderr: missing }), { contents: { "/srv/x.sh": "wc -l lost.txt\n" } }],
    ["origin.file-name", "a line of its input", command("xargs wc", { stderr: missing, input: Origin.file })],
    ["origin.network-name", "a line of another host's answer on its input", command("xargs cat", { stderr: "cat: /srv/none/x: No such file or directory", input: Origin.network })],
  ] as readonly Row[]).map((each) => [`${each[0]}: ${each[1]}`, each] as const))("%s", (_, [rule, , symptom, world]) => {
    expect(heard(symptom, world)).toContain(rule);
  });

  test("is a word of the command where one holds it", () => {
    expect(heard(command("wc lost.txt", { stderr: missing, given: ["lost.txt"] }))).toContain("origin.literal-name");
  });
});

describe("the word that a message is about", () => {
  // biome-ignore format: one row a line reads as the table that it is
  test.each(([
    ["origin.literal-shape", "the value of a long option", command("head --lines=ten argv=x", { stderr: "head: invalid number of lines: 'ten'" })],
    ["origin.input-shape", "the value of a short option", { ...command("tail -nlast x", { stderr: "tail: invalid number of lines: 'last'" }), arguments: [word("argv=-nlast", "argv[1]"), word("x", "argv[2]")] }],
    ["origin.literal-shape", "no file that is there", command("grep -E [a- argv=x", { status: 2, stderr: "grep: Unmatched [, [^, [:, [., or [=" }), { files: [{ path: "/home/u/x", isDirectory: false }] }],
    ["origin.file-shape", "the value of the option that is named", command("sed -e file=s/a/b x", { stderr: "sed: -e expression #1, char 5: unterminated `s' command" })],
  ] as readonly Row[]).map((each) => [`${each[0]}: ${each[1]}`, each] as const))("%s", (_, [rule, , symptom, world]) => {
    expect(heard(symptom, world)).toContain(rule);
  });
});

describe("what a diagnosis looks at", () => {
  test("is looked at once, and read once", () => {
    const known = fakeHost({ contents: { "hosts.txt": "https://web.example.org/\n" } });
    const asked: string[] = [];
    const host: Host = {
      ...known,
      look(path, cwd) {
        asked.push(`look ${path}`);
        return known.look(path, cwd);
      },
      content(path, cwd) {
        asked.push(`read ${path}`);
        return known.content?.(path, cwd);
      },
    };
    const stderr = "wget: unable to resolve host address 'web.example.org'";
    createDiagnosis({ commands: shippedCommands, host, locale: "C" })(command("wget -i hosts.txt", { stderr }));
    createDiagnosis({ commands: shippedCommands, host, locale: "C" })(command("gzip data.gz", { stderr: "" }));
    expect(asked).toContain("read hosts.txt");
    expect(asked).toContain("look data.gz");
    expect(asked).toEqual([...new Set(asked)]);
  });
});

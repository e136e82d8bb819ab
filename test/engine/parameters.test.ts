// What the words behind a script's name come to, by the parameters that it declares.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CommandLine, readParameters } from "../../src/engine/parameters.ts";
import { type ParameterSpec, parseType } from "../../src/records/index.ts";

function spec(name: string, type: string, more: Partial<ParameterSpec> = {}): ParameterSpec {
  return {
    name,
    option: name.replaceAll("_", "-"),
    type: parseType(type),
    required: false,
    secret: false,
    site: 0,
    ...more,
  };
}

const line: CommandLine = {
  readsArguments: true,
  parameters: [
    spec("target", "String"),
    spec("keep_days", "int", { bounds: { kind: "range", from: 1, to: 10 }, boundsText: "1..10" }),
    spec("verbose", "boolean"),
    spec("checks", "boolean", { defaultText: "true" }),
    spec("exclude", "String[]"),
    spec("mode", "String", { bounds: { kind: "list", values: ["fast", "safe"] } }),
    spec("token", "String", { secret: true }),
    spec("wait", "Duration?"),
    spec("n", "int?"),
  ],
};

function read(...words: readonly string[]): unknown {
  const result = readParameters(line, words);
  if (result.kind === "mistakes") return result.mistakes.map((each) => each.message);
  return result.kind === "help" ? "help" : [Object.fromEntries(result.values), result.rest];
}

describe("the words of a command line", () => {
  it("are values, in the next word or behind =", () => {
    expect(read("--target", "/srv", "--keep-days=5")).toEqual([{ target: "/srv", keep_days: 5 }, []]);
    expect(read("--target=", "--wait", "90s", "-n", "-4")).toEqual([{ target: "", wait: 90_000, n: -4 }, []]);
    expect(read("--target=a=b")).toEqual([{ target: "a=b" }, []]);
    expect(read("--target", "-x")).toEqual([{ target: "-x" }, []]);
  });

  it("are flags, and their opposite", () => {
    expect(read("--verbose", "--no-checks")).toEqual([{ verbose: true, checks: false }, []]);
    expect(read("--verbose=false")).toEqual([{ verbose: false }, []]);
    expect(read("--verbose=maybe")).toEqual(['--verbose "maybe" is no boolean; it is written like true, false']);
  });

  it("repeat where the type is an array", () => {
    expect(read("--exclude", "a", "--exclude=b")).toEqual([{ exclude: ["a", "b"] }, []]);
    expect(read("--target", "a", "--target", "b")).toEqual(["--target is given twice"]);
  });

  it("are the script's own where they are no options, and behind --", () => {
    expect(read("a", "--verbose", "-", "-5", "--", "--mode", "--")).toEqual([
      { verbose: true },
      ["a", "-", "-5", "--mode", "--"],
    ]);
    const strict = readParameters({ ...line, readsArguments: false }, ["a"]);
    expect(strict.kind).toBe("mistakes");
  });

  it("ask for help wherever they do, but not as a value", () => {
    expect(read("--help")).toBe("help");
    expect(read("a", "-h", "--nope")).toBe("help");
    expect(read("--", "--help")).toEqual([{}, ["--help"]]);
  });

  it("are refused all at once, each with what would fit", () => {
    expect(read("--keep-dys", "3", "--keep-days", "40", "--mode", "fsat", "--wait", "3", "--n", "1")).toEqual([
      "there is no parameter --keep-dys; did you mean --keep-days?",
      "--keep-days takes int in 1..10, not 40",
      "--mode takes fast, safe, not fsat; did you mean fast?",
      '--wait "3" is no Duration; it is written like 90s, 5m, 2h',
      "there is no parameter --n; did you mean -n?",
    ]);
    expect(read("--target", "--verbose")).toEqual(["--target needs a value: String"]);
    expect(read("--target")).toEqual(["--target needs a value: String"]);
    expect(read("--keep-days", "1e2")).toEqual(['--keep-days "1e2" is no int; it is written like 3']);
  });

  it("name what is missing, with its text", () => {
    const needed: CommandLine = {
      ...line,
      parameters: [spec("target", "String", { required: true, says: "where to" })],
    };
    expect(readParameters(needed, [])).toMatchObject({
      mistakes: [{ message: "--target is needed (where to): String" }],
    });
  });

  it("give a secret by a file, and never show it", () => {
    const folder = mkdtempSync(join(tmpdir(), "dscript-secret-"));
    writeFileSync(join(folder, "token"), "s3cret\n");
    expect(read("--token-file", join(folder, "token"))).toEqual([{ token: "s3cret" }, []]);
    expect(read("--token-file", join(folder, "none"))).toEqual([
      `--token-file: ${join(folder, "none")} cannot be read: ENOENT`,
    ]);
    expect(JSON.stringify(read("--token", "a", "--token", "hidden"))).not.toContain("hidden");
    rmSync(folder, { recursive: true });
  });

  it("never throw, and are read in time that grows with them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom("--", "--target", "-n", "--no-checks", "--=", "-"))),
        (words) => {
          readParameters(line, words);
        },
      ),
    );
    const many = Array.from({ length: 10_000 }, (_, index) => spec(`p_${index}`, "int"));
    const words = many.flatMap((each, index) => [`--${each.option}`, String(index)]);
    const result = readParameters({ readsArguments: false, parameters: many }, words);
    expect(result.kind === "values" && result.values.size).toBe(10_000);
  });
});

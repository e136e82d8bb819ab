// Which words of a command are refused when they start with "-" (language 3), and which are whole arrays.
import { describe, expect, test } from "vitest";
import { checkText } from "./checked.ts";

/** The guarded and the array words of the last command of a text, as "1,2" and "3". */
function wordsOf(text: string): string {
  const { program, diagnostics } = checkText(text);
  expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.message)).toEqual([]);
  const facts = [...program.commands.values()].at(-1);
  return `guarded ${[...(facts?.guarded ?? [])].join(",")} arrays ${[...(facts?.arrays ?? [])].join(",")}`;
}

describe("guarded words", () => {
  test.each([
    ["a value from outside at the start of its word", "rm ${ARGV[0]}", "guarded 1 arrays "],
    ["not a value behind other text", 'rm "/x/${ARGV[0]}"', "guarded  arrays "],
    ["not a literal", 'String s = "-x"\nrm ${s}', "guarded  arrays "],
    [
      "what may come from outside on some way",
      'String s = "-x"\nif (true) { s = ARGV[0] }\nrm ${s}',
      "guarded 1 arrays ",
    ],
    ["not after --", "rm -f -- ${ARGV[0]} ${ARGV[1]}", "guarded  arrays "],
    ["not after an option that takes a value", "tar -C ${ARGV[0]} -x -f ${ARGV[1]} ${ARGV[2]}", "guarded 6 arrays "],
    ["not of a plain command", "echo ${ARGV[0]}", "guarded  arrays "],
    ["not of a test", "[ -d ${ARGV[0]} ]", "guarded  arrays "],
    [
      "not of a command that the file declares plain",
      "import command mine plain optional\nmine ${ARGV[0]}",
      "guarded  arrays ",
    ],
    ["of an unknown command", "mine ${ARGV[0]}", "guarded 1 arrays "],
    ["behind sudo by the inner command", "sudo -u ${ARGV[0]} rm ${ARGV[1]}", "guarded 4 arrays "],
    ["behind env, where echo takes no options", "env LC_ALL=C echo ${ARGV[0]}", "guarded  arrays "],
    ["not the program itself", "${ARGV[0]} x", "guarded  arrays "],
    ["a number from outside", "head -c 3 ${int.parse(ARGV[0])}", "guarded 3 arrays "],
    ["what stands behind an empty piece", 'rm ""${ARGV[0]}', "guarded 1 arrays "],
    ["any of the values that a word may start with", 'const A = ""\nrm ${A}${ARGV[0]}', "guarded 1 arrays "],
    ["whole arrays", 'String[] fs = ["a"]\nrm -f ${fs} ${ARGV}', "guarded 3 arrays 2,3"],
    ["names that a glob found", 'rm -f ${glob("*.tmp")}', "guarded 2 arrays 2"],
  ])("%s", (_, text, expected) => {
    expect(wordsOf(`${text}\n`)).toBe(expected);
  });
});

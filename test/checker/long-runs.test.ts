// The same few characters, thousands of times: one error at most, and time in proportion.
import { describe, expect, test } from "vitest";
import { growth } from "../growth.ts";
import { checkText, errorsOf } from "./checked.ts";

describe("a long run says what is wrong once", () => {
  test.each<[string, string, number]>([
    ["echo ", "$", 1],
    ["echo ", "$1", 1],
    ["echo ", "$a", 1],
    ["echo ", "x", 0],
    ["println(", "-", 1],
    ["println(", "- ", 1],
    ["println(", "!", 1],
    ["", "!", 1],
    ["", "(", 1],
    ["int n = ", "(", 1],
    ["", "[", 0],
    ["var x = ", "[", 1],
    ["", "{", 1],
    ["var x = ", "{", 1],
    ["", ")", 1],
    ["", "}", 1],
    ["int n = 1\nvar m = n", ".b", 1],
    ["a", ".b", 0],
    ['echo "', "{", 1],
    ['echo "', '${"', 1],
    ["echo ", "$(", 1],
    ["", "if (true) ", 1],
    ["int n = ", "true ? 1 : ", 1],
  ])("%s%s…", (ahead, run, expected) => {
    expect(errorsOf(`${ahead}${run.repeat(20_000)}\n`)).toHaveLength(expected);
  });

  test("of a type, too", () => {
    expect(errorsOf(`int${"[]".repeat(20_000)} x = []\n`)).toEqual(["DS1014"]);
    expect(errorsOf(`int${"?".repeat(20_000)} x = 1\n`)).toEqual(["DS2117"]);
  });

  test("and a message quotes no more of it than one reads", () => {
    const { diagnostics } = checkText(`${"x".repeat(20_000)} a\n`, { hasCommand: () => false, commandNames: () => [] });
    expect(diagnostics[0]?.code).toBe("DS2501");
    expect(diagnostics[0]?.message.length).toBeLessThan(200);
    expect(diagnostics[0]?.hint?.length).toBeLessThan(200);
  });
});

test.each(["$a", "$?", "${a}", "$", "'a'", "*"])("echo %s… takes time in proportion", { timeout: 60_000 }, (run) => {
  const tenfold = growth(5_000, 10, (count) => {
    const text = `String a = "x"\necho ${run.repeat(count)}\n`;
    return () => void checkText(text);
  });
  expect(tenfold).toBeLessThan(40);
});

test("files written in folders and read by their names take time in proportion", { timeout: 60_000 }, () => {
  const tenfold = growth(500, 10, (count) => {
    const text = Array.from({ length: count }, (_, n) => `date > d/f${n}\ncat g${n}\n`).join("");
    return () => void checkText(text);
  });
  expect(tenfold).toBeLessThan(40);
});

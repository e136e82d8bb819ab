// What of an error output a message shows: its last lines, without what was only on the way.
import { describe, expect, test } from "vitest";
import { lastLines } from "../../../src/runtime/processes/last-lines.ts";

const meter = `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r100  1317  100  1317    0     0  6663k      0  0:00:01 --:--:-- --:--:-- 6663k
`;

describe("the last lines of an error output", () => {
  test.each([
    ["a\n\n b \n", "a / b"],
    ["1\n2\n3\n4\n", "2 / 3 / 4"],
    ["10 %\r20 %\r100 %\r\nthe disk is full\n", "100 % / the disk is full"],
    [`${meter}curl: (7) Failed to connect\n`, "curl: (7) Failed to connect"],
    ["windows\r\nlines\r\n", "windows / lines"],
    ["100 % of 3\n", "100 % of 3"],
    ["", ""],
  ])("%j", (stderr, shown) => expect(lastLines(stderr)).toBe(shown));

  test("are the meter where there is nothing else", () => {
    expect(lastLines(meter)).toContain("6663k");
  });

  test("are cut from the left", () => {
    expect(lastLines("x".repeat(1000))).toBe(`…${"x".repeat(300)}`);
    expect(lastLines(`${"0 ".repeat(500_000)}end`).length).toBe(301);
  });
});

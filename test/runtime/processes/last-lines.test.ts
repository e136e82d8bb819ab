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

  test("show what was thrown, where a stack stands below it", () => {
    const node =
      "node:internal/modules/cjs/loader:1210\n  throw err;\n\nError: Cannot find module './a'\nRequire stack:\n- /srv/b.js\n    at Module.load (loader:1038:27)\n  code: 'MODULE_NOT_FOUND'\n}\n\nNode.js v20.20.2\n";
    expect(lastLines(node)).toBe("Error: Cannot find module './a'");
    const java =
      'Exception in thread "main" java.lang.IllegalStateException: no store\n\tat App.main(App.java:9)\nCaused by: java.io.IOException: disk is full\n\tat Store.open(Store.java:3)\n\tat App.main(App.java:7)\n\t... 1 more\n';
    expect(lastLines(java)).toBe("Caused by: java.io.IOException: disk is full");
    expect(lastLines("Error: a\nb\nc\nd\n")).toBe("b / c / d");
    expect(lastLines("Traceback\n  File\nValueError: x\n")).toBe("Traceback / File / ValueError: x");
  });
});

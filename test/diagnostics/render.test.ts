/** How a diagnostic is drawn for a person. */

import { expect, test } from "vitest";
import { type Diagnostic, renderDiagnostic } from "../../src/diagnostics/index.ts";
import { createSource } from "../../src/text/index.ts";

test("nothing of a script's names and texts steers the terminal, and the underline stands under its words", () => {
  const hostile = "\u001b[31m\n\u202e\u2066\u200e\u061c\u0007";
  const source = createSource(`a\u001b.dscript`, `x = "\u200f\u001b漢" + yy\n`);
  const place = { source, span: { start: 12, end: 14 } };
  const diagnostic: Diagnostic = {
    code: "DS2106",
    params: {},
    severity: "error",
    ...place,
    message: `m${hostile}`,
    hint: `h${hostile}`,
    related: [{ ...place, message: `r${hostile}` }],
  };
  const shown = String.raw`\e[31m\n\u{202e}\u{2066}\u{200e}\u{61c}\x07`;
  expect(renderDiagnostic(diagnostic)).toBe(`error DS2106: m${shown}
  a\\e.dscript:1:13
    1 | x = "\ufffd\ufffd漢" + yy
      |              ^^
  a\\e.dscript:1:13: r${shown}
    1 | x = "\ufffd\ufffd漢" + yy
      |              ^^
  fix: h${shown}
`);
});

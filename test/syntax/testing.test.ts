// Tests beside commands of the same name: what follows the string decides.
import { expect, it } from "vitest";
import { parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";
import { showScript } from "./show-tree.ts";

const text = `test -d /tmp
test "a" = "a"
test "x" {
  assert(1 == 1)
}
test 'y'
{
  echo y
}
command test "z" -a "z"
`;

it("a string and then a brace make a test, anything else a command", () => {
  const { script, diagnostics } = parse(createSource("tests.dscript", text));
  expect(diagnostics).toEqual([]);
  expect(showScript(script)).toBe(`<test -d /tmp>
<test "a" = "a">
(test "x" {
  (assert (== 1 1))
})
(test "y" {
  <echo y>
})
<command test "z" -a "z">
`);
});

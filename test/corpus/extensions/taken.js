import { definePackage, statement } from "dscript/package";
export default definePackage({
  says: "x",
  statements: [statement("while ($c:condition) $b:block", { says: "x", lower: ({ c, b }, make) => make.statement`if (${c}) ${b}` })],
});

import { definePackage, expression, statement } from "dscript/package";

export default definePackage({
  says: "What can be wrong with a package once it is used.",
  expressions: [
    expression("break_in_lower($x)", {
      says: "Throws.",
      lower() {
        throw new Error("nothing works");
      },
    }),
    expression("endless($x)", {
      says: "Never ends.",
      lower() {
        for (;;);
      },
    }),
    expression("no_value($x)", { says: "Gives nothing.", lower: () => undefined }),
  ],
  statements: [
    statement("bad_template $x", { says: "Makes no D-Script.", lower: ({ x }, make) => make.statement`if (${x}` }),
    statement("bad_parse $x", {
      says: "Reads wrongly.",
      parse: (reader) => ({ x: reader.part("$x:nothing") }),
      lower: ({ x }, make) => make.statement`println(${x})`,
    }),
    statement("bad_check $x", {
      says: "Checks wrongly.",
      lower: ({ x }, make) => make.statement`println(${x})`,
      check: ({ y }) => y.value,
    }),
  ],
});

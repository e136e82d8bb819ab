/** `@Name("text")` ahead of a statement (language 5). */

import { isAnnotationAt, isEnd, readAnnotations } from "../annotations.ts";
import { defineStatement } from "../grammar.ts";

export const annotatedStatement = defineStatement({
  kind: "error",
  form: '@NAME("TEXT")',
  shape: isAnnotationAt,
  parse: (p) => {
    const start = p.at;
    const annotations = readAnnotations(p);
    if (p.panic || isEnd(p)) return { kind: "error", start, end: p.at };
    return { ...p.statement(), annotations };
  },
});

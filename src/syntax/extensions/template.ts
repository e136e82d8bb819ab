/** The template of a syntax of one's own: code in which holes are names, and what may not stand in it. */

import { dollar } from "../characters.ts";
import type { GrammarRow, Parser } from "../grammar.ts";
import type { Expression, FormElement, Part, Statement } from "../tree.ts";
import { holesOf } from "./form.ts";
import { declaresName, type Named, walk } from "./walk.ts";

/** What a template consists of beside its tree. */
export interface Template {
  readonly tree: Statement | Expression;
  /** Names that it declares itself. */
  readonly locals: ReadonlySet<string>;
  /** Something in it cannot stand there, which is said: it makes nothing. */
  readonly isRefused: boolean;
}

type Holes = ReadonlyMap<string, FormElement & { readonly kind: "hole" }>;

/** Reads the statement or expression behind `=>`. */
export function readTemplate(p: Parser, form: readonly FormElement[], isStatement: boolean): Template {
  const holes: Holes = new Map(holesOf(form).map((hole) => [hole.name, hole]));
  const tree = p.withHoles(new Set(holes.keys()), holeRows(holes), () =>
    isStatement ? p.statement() : p.expression(),
  );
  const locals = new Set<string>();
  let isRefused = false;
  walk(tree, (node, parent, key) => {
    if (parent !== undefined && node.kind === "identifier" && declaresName(parent, key)) {
      const { name } = node as unknown as Named;
      if (!name.startsWith("$")) locals.add(name);
    }
    if (typeof node.kind !== "string" || !outside.has(node.kind)) return;
    // The function that a task or a plan is has been said with it.
    if (key === "function") return;
    refuse(p, node as unknown as Part, node.kind);
    isRefused = true;
  });
  if (!p.panic && !judgeHoles(p, holes, tree)) isRefused = true;
  return { tree, locals, isRefused };
}

/** What belongs to a file, and to no use of a syntax. */
const outside: ReadonlySet<string> = new Set([
  "function",
  "import",
  "import-command",
  "param",
  "syntax",
  "class",
  "test",
  "task",
  "plan",
  "monitor",
  "when",
]);

function refuse(p: Parser, { start, end }: Pick<Part, "start" | "end">, kind: string): void {
  const what = kind === "import-command" ? "import command" : kind;
  p.report("DS1304", start, Math.min(end, start + 40), {
    why: `\`${what}\` stands at a file's top level, not in a template`,
  });
}

/** A hole in code is a name that begins with `$`; one of a block is a statement. */
function holeRows(holes: Holes): readonly GrammarRow[] {
  const nameAt = (p: Parser, at: number): string => p.text.slice(at, p.nameEnd(at)).slice(1);
  return [
    {
      role: "operand",
      kind: "name",
      form: "$NAME",
      opens: "$",
      shape: (p) => p.nameEnd(p.at) > p.at,
      parse: (p) => {
        const start = p.at;
        p.at = p.nameEnd(start);
        return { kind: "name", name: p.text.slice(start, p.at), start, end: p.at };
      },
    },
    {
      role: "statement",
      kind: "expression",
      form: "$NAME",
      shape: (p, at) => p.code(at) === dollar && isStatement(holes.get(nameAt(p, at))),
      parse: (p) => {
        const start = p.at;
        const expression = p.expression("prefix");
        return { kind: "expression", expression, start, end: p.at };
      },
    },
  ];
}

function isStatement(hole: (FormElement & { readonly kind: "hole" }) | undefined): boolean {
  return hole?.of === "block" || hole?.of === "body";
}

/** Whether every hole is used, and stands where its kind can. */
function judgeHoles(p: Parser, holes: Holes, tree: Statement | Expression): boolean {
  const used = new Set<string>();
  let isFine = true;
  walk(tree, (node, parent) => {
    if (node.kind !== "name" && node.kind !== "identifier") return;
    const { name, start, end } = node as unknown as Named;
    const inWord = parent?.kind === "expression" && "quoted" in parent;
    if (!name.startsWith("$") && !inWord) return;
    const hole = holes.get(name.replace(/^\$/, ""));
    if (hole === undefined) return;
    used.add(hole.name);
    const asStatement = parent?.kind === "expression" && !inWord;
    const why =
      isStatement(hole) && !asStatement
        ? `\`$${hole.name}\` is a ${hole.of}: it stands where a statement can, such as in \`{ $${hole.name} }\``
        : hole.of === "words" && !inWord
          ? `\`$${hole.name}\` holds words: it stands as a word of a command`
          : node.kind === "identifier" && hole.of !== "name"
            ? `a name stands here: \`$${hole.name}:name\` in the form reads one`
            : undefined;
    if (why === undefined) return;
    p.report("DS1304", start, end, { why });
    isFine = false;
  });
  for (const hole of holes.values())
    if (!used.has(hole.name))
      p.report("DS1304", hole.start, hole.end, { why: `the template does not use \`$${hole.name}\`` });
  return isFine;
}

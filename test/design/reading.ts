// Reads the plans of scripts given as texts.
import { type Design, designOf } from "../../src/design/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

/** Files by name; the first is the script, which may import the others. */
export function designFrom(script: string, others: Readonly<Record<string, string>> = {}): Design {
  const names = ["plan.dscript", ...Object.keys(others)];
  const files = [script, ...Object.values(others)].map((text, at) => {
    const source = createSource(names[at] ?? "", text);
    const { script: tree, diagnostics } = parse(source);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
    const imports = new Map(
      tree.statements.flatMap((node) => (node.kind === "import" ? [[node, names.indexOf(node.path)] as const] : [])),
    );
    return { source, script: tree, imports };
  });
  return designOf("plan.dscript", files);
}

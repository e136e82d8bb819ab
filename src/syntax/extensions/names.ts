/** The names that a template uses and does not declare itself: those of its file, and the library's. */

import type { NodeBase, SyntaxStatement } from "../tree.ts";
import { holesOf } from "./form.ts";
import { declaresName, type Named, walk } from "./walk.ts";

export interface TemplateName {
  readonly name: string;
  readonly node: NodeBase;
  readonly isCalled: boolean;
}

export function templateNames({ form, template }: SyntaxStatement): readonly TemplateName[] {
  const known = new Set(holesOf(form).map(({ name }) => name));
  const found: TemplateName[] = [];
  walk(template, (node, parent, key) => {
    if (node.kind === "identifier" && parent !== undefined && declaresName(parent, key))
      known.add((node as unknown as Named).name);
    if (node.kind !== "name") return;
    const { name, start, end } = node as unknown as Named;
    if (!name.startsWith("$")) found.push({ name, node: { start, end }, isCalled: key === "callee" });
  });
  return found.filter(({ name }) => !known.has(name));
}

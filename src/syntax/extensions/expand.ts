/** Putting the parts of a use into a template: hygienic, with the places of the user's own text. */

import type {
  Condition,
  ExpansionBudget,
  Expression,
  ExpressionPart,
  NodeBase,
  Part,
  Statement,
  StringExpression,
  SyntaxUse,
  Word,
  WordPart,
} from "../tree.ts";
import { copyTree } from "./copy.ts";
import { freshName } from "./fresh.ts";
import { asText, not, partValue } from "./part-values.ts";
import { declaresName, type Named, type Tree } from "./walk.ts";

/** What an expansion would make is more than a program can hold; `why` goes into a sentence. */
export class ExpansionTooLarge extends Error {
  readonly why: "deep" | "large";

  constructor(why: "deep" | "large") {
    super(why);
    this.why = why;
  }
}

/** All that the expansions of a file may make, and how deep they may stand within each other. */
const mostNodes = 1_000_000;
const mostNesting = 100;

/** What is known of a template: which names it declares itself, and which its file has. */
export interface TemplateNames {
  readonly locals: ReadonlySet<string>;
  readonly home: string;
  readonly isAtHome: (name: string) => boolean;
}

/** A statement or expression made of a template and the parts of a use. Throws ExpansionTooLarge. */
export function expand(
  template: Statement | Expression,
  use: SyntaxUse,
  names: TemplateNames,
  budget: ExpansionBudget,
): Statement | Expression {
  if (budget.depth >= mostNesting) throw new ExpansionTooLarge("deep");
  budget.depth += 1;
  try {
    // A template is a tree, and so is what comes of it.
    return new Expansion(use, names, budget).node(template) as Statement | Expression;
  } finally {
    budget.depth -= 1;
  }
}

class Expansion {
  readonly #use: SyntaxUse;
  readonly #names: TemplateNames;
  readonly #budget: ExpansionBudget;
  readonly #used = new Set<string>();

  constructor(use: SyntaxUse, names: TemplateNames, budget: ExpansionBudget) {
    this.#use = use;
    this.#names = names;
    this.#budget = budget;
  }

  node(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.flatMap((each) => this.#element(each));
    // The parts of a use within the template.
    if (value instanceof Map) return new Map([...value].map(([name, part]) => [name, this.node(part)]));
    this.#spend();
    // Everything else in a tree is a plain object.
    const tree = value as Tree;
    return this.#special(tree) ?? this.#plain(tree);
  }

  #spend(): void {
    this.#budget.nodes += 1;
    if (this.#budget.nodes > mostNodes) throw new ExpansionTooLarge("large");
  }

  #plain(tree: Tree): unknown {
    const made: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(tree)) {
      if (key === "syntax" || key === "lowered") continue;
      made[key] = declaresName(tree, key) ? this.#identifier(value as Named, true) : this.node(value);
    }
    if ("start" in made) Object.assign(made, { start: this.#use.span.start, end: this.#use.span.end });
    // Types, and members that are private, are those of the file that declares the syntax.
    if (tree.kind === "type" || tree.kind === "member") made["home"] = this.#names.home;
    return "syntax" in tree ? this.#lowered(tree, made) : made;
  }

  /** A use within the template, whose parts are known now. */
  #lowered(tree: Tree, made: Record<string, unknown>): unknown {
    const { syntax } = tree as { readonly syntax: { readonly lower: LowerFunction } };
    const parts = made["parts"] as SyntaxUse["parts"];
    const text = made["text"] as string | undefined;
    const use = { ...this.#use, parts, ...(text !== undefined && { text }) };
    return { ...made, syntax, lowered: syntax.lower(use, this.#budget) };
  }

  #special(tree: Tree): unknown {
    switch (tree.kind) {
      case "name":
        return this.#name(tree as unknown as Named);
      case "identifier":
        return this.#identifier(tree as unknown as Named, false);
      case "expression-condition":
        return this.#condition(tree["expression"] as Expression);
      case "expression": {
        // `$body` as a statement; a part of a word has its own case.
        const part = "quoted" in tree ? undefined : this.#holeOf(tree["expression"]);
        if (part?.of === "block" || part?.of === "body") return this.#take(tree["expression"], part);
        return "quoted" in tree ? this.#within(tree as unknown as ExpressionPart) : undefined;
      }
      default:
        return undefined;
    }
  }

  #name(node: Named): unknown {
    const part = this.#holeOf(node);
    if (part !== undefined) return this.#asExpression(node, part);
    const span = this.#use.span;
    if (this.#names.locals.has(node.name)) return { ...node, ...span, name: this.#fresh(node.name) };
    return this.#names.isAtHome(node.name) ? { ...node, ...span, home: this.#names.home } : { ...node, ...span };
  }

  #identifier(node: Named, declares: boolean): unknown {
    const part = this.#holeOf(node);
    if (part?.of === "name") return copyTree(part.value);
    return { ...node, ...this.#use.span, ...(declares && { name: this.#fresh(node.name) }) };
  }

  #fresh(name: string): string {
    return freshName(name, this.#use.serial);
  }

  #asExpression(node: NodeBase, part: Part): Expression {
    return partValue({ ...part, value: this.#take(node, part) });
  }

  /** `$c` where a condition stands, and `!$c`. */
  #condition(node: Expression): unknown {
    if (node.kind === "unary" && node.operator === "!") {
      const part = this.#holeOf(node.operand);
      if (part?.of !== "condition") return undefined;
      const inner = this.#take(node.operand, part) as Condition;
      if (inner.kind === "command-condition") return { ...inner, negated: !inner.negated };
      return { ...inner, expression: not(inner.expression, inner) };
    }
    const part = this.#holeOf(node);
    return part?.of === "condition" ? this.#take(node, part) : undefined;
  }

  /** Elements of a list: a hole of words or of a word's parts stands for several. */
  #element(each: unknown): readonly unknown[] {
    const tree = each as Tree;
    if (typeof each === "object" && each !== null && isWord(tree)) {
      const [only] = tree.parts;
      const part = tree.parts.length === 1 ? this.#holeOfPart(only) : undefined;
      if (part?.of === "words") return this.#take(only, part) as readonly Word[];
    }
    const part = this.#holeOfPart(each as WordPart | undefined);
    // A text within a word or a string is a part of it.
    if (part?.of === "text") return (this.#take(each, part) as StringExpression).parts;
    if (part?.of === "word") {
      const word = this.#take(each, part) as Word;
      return (each as ExpressionPart).quoted ? word.parts.flatMap(asText) : word.parts;
    }
    return [this.node(each)];
  }

  /** `${x}` and `$x` in a word or a string. */
  #within(node: ExpressionPart): unknown {
    const part = this.#holeOfPart(node);
    if (part === undefined) return undefined;
    return { ...node, ...this.#use.span, expression: this.#asExpression(node.expression, part) };
  }

  /** In words and strings a hole is `$x`, which is a name there. */
  #holeOfPart(node: WordPart | undefined): Part | undefined {
    if (node?.kind !== "expression" || !("quoted" in node) || node.expression.kind !== "name") return undefined;
    return this.#use.parts.get(node.expression.name.replace(/^\$/, ""));
  }

  /** In code a hole is `$x`, with its `$`. */
  #holeOf(node: unknown): Part | undefined {
    const { kind, name } = node as Partial<Named>;
    if ((kind !== "name" && kind !== "identifier") || name?.startsWith("$") !== true) return undefined;
    return this.#use.parts.get(name.slice(1));
  }

  /** A part's value; from the second time on a copy, because every node of a tree is there once. */
  #take(node: unknown, part: Part): Part["value"] {
    const { name } =
      (node as ExpressionPart).kind === "expression" ? ((node as ExpressionPart).expression as Named) : (node as Named);
    const hole = name.replace(/^\$/, "");
    if (!part.isFallback && !this.#used.has(hole)) {
      this.#used.add(hole);
      return part.value;
    }
    return copyTree(part.value, () => this.#spend());
  }
}

type LowerFunction = (use: SyntaxUse, budget: ExpansionBudget) => Statement | Expression;

function isWord(tree: Tree): tree is Tree & Word {
  return tree.kind === undefined && Array.isArray(tree["parts"]) && "start" in tree;
}

/** A first walk over a file: which functions and which loops assign to which variable, so that narrowing is sound (language 5). */

import {
  type CaptureExpression,
  conditionParts,
  declaredFunction,
  type Expression,
  expressionParts,
  type Identifier,
  type Script,
  type Statement,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import type { Assigner, Beside, FunctionNode } from "./assigner.ts";

/** A stretch of code whose assignments matter as a whole: a loop, a `try` body, a group, a capture. */
export type Stretch = Statement | CaptureExpression;

export interface Assignments {
  /** Who assigns to a declared name, its declaration aside. */
  readonly byName: ReadonlyMap<Identifier, ReadonlySet<Assigner>>;
  /** The declarations of the names that a stretch assigns to. */
  readonly byStretch: ReadonlyMap<Stretch, ReadonlySet<Identifier>>;
}

interface Place {
  readonly name: Identifier;
  readonly owner: Assigner;
}

// As deep as the check itself goes: what lies deeper has a diagnostic.
const deepest = 3_000;

export function findAssignments(script: Script): Assignments {
  const byName = new Map<Identifier, Set<Assigner>>();
  const byStretch = new Map<Stretch, Set<Identifier>>();
  // One table with a trail: leaving a block puts back what its names hid.
  const places = new Map<string, Place | undefined>();
  const trail: { readonly name: string; readonly before: Place | undefined }[] = [];
  const stretches: Set<Identifier>[] = [];
  const later: (() => void)[] = [];
  let owner: Assigner = script;
  let depth = 0;

  const visitor: Visitor = { statement, expression };
  for (const each of script.statements) {
    const made = declaredFunction(each);
    if (made !== undefined) declare(made.name);
  }
  for (const each of script.statements) statement(each);
  for (const run of later) run();
  return { byName, byStretch };

  function declare(name: Identifier): void {
    trail.push({ name: name.name, before: places.get(name.name) });
    places.set(name.name, { name, owner });
  }

  function scoped(run: () => void): void {
    const mark = trail.length;
    run();
    while (trail.length > mark) {
      const last = trail.pop();
      if (last !== undefined) places.set(last.name, last.before);
    }
  }

  function assigned(target: Expression): void {
    // A syntax's template assigns to no variable of its file.
    if (target.kind !== "name" || target.home !== undefined) return;
    const place = places.get(target.name);
    if (place === undefined) return;
    const owners = byName.get(place.name);
    if (owners === undefined) byName.set(place.name, new Set([owner]));
    else owners.add(owner);
    for (const stretch of stretches) stretch.add(place.name);
  }

  function stretch(node: Stretch, run: () => void): void {
    const found = new Set<Identifier>();
    byStretch.set(node, found);
    stretches.push(found);
    run();
    stretches.pop();
  }

  function beside(node: Beside, run: () => void): void {
    const outer = owner;
    owner = node;
    run();
    owner = outer;
  }

  function inside(node: FunctionNode, names: readonly Identifier[], run: () => void): void {
    const outer = owner;
    owner = node;
    scoped(() => {
      for (const name of names) declare(name);
      run();
    });
    owner = outer;
  }

  function statement(node: Statement): void {
    if (depth > deepest) return;
    depth += 1;
    switch (node.kind) {
      case "variable":
        if (node.value !== undefined) expression(node.value);
        declare(node.name);
        // A `T name` without a value is assigned later, once: that narrows like a declaration.
        break;
      case "function":
        // A function sees all the file's variables, also those declared below it.
        later.push(() =>
          inside(
            node,
            node.parameters.map((parameter) => parameter.name),
            () => statementParts(node, visitor),
          ),
        );
        break;
      case "task":
      case "plan":
        statement(node.function);
        break;
      case "task-body":
        // The body and the undo see what is remembered.
        stretch(node, () =>
          scoped(() => {
            for (const each of [node.pre, ...(node.remember?.statements ?? [])])
              if (each !== undefined) statement(each);
            for (const each of [node.body, node.post, node.undo]) if (each !== undefined) statement(each);
          }),
        );
        break;
      case "plan-body":
        stretch(node, () => {
          statement(node.body);
          for (const handler of [node.onFailure, node.onUndoFailure])
            scoped(() => {
              if (handler?.name !== undefined) declare(handler.name);
              if (handler !== undefined) statement(handler.body);
            });
        });
        break;
      case "atomic":
        stretch(node, () => statementParts(node, visitor));
        break;
      case "test":
        // As a function, it sees all the file's variables.
        later.push(() => inside(node, [], () => statementParts(node, visitor)));
        break;
      case "monitor":
        expression(node.every);
        later.push(() => inside(node, [], () => statement(node.body)));
        break;
      case "when":
        for (const each of [node.atMost?.times, node.atMost?.per]) if (each !== undefined) expression(each);
        later.push(() =>
          inside(node, [], () => {
            conditionParts(node.condition, visitor);
            statement(node.body);
          }),
        );
        break;
      case "block":
        // It may be a group's: what a group assigns is not sure behind it.
        stretch(node, () => scoped(() => statementParts(node, visitor)));
        break;
      case "command":
        if (node.list.background) beside(node, () => statementParts(node, visitor));
        else statementParts(node, visitor);
        break;
      case "defer":
        beside(node, () => stretch(node, () => statementParts(node, visitor)));
        break;
      case "while":
      case "do":
      case "retry":
      case "wait":
        stretch(node, () => statementParts(node, visitor));
        break;
      case "for":
        scoped(() => {
          if (node.init !== undefined) statement(node.init);
          stretch(node, () => {
            if (node.condition !== undefined) expression(node.condition);
            for (const step of node.step) expression(step);
            statement(node.body);
          });
        });
        break;
      case "for-in":
        lines(node.iterable);
        stretch(node, () =>
          scoped(() => {
            declare(node.name);
            statement(node.body);
          }),
        );
        break;
      case "switch":
        expression(node.value);
        for (const each of node.cases) {
          for (const value of each.values) expression(value);
          scoped(() => {
            for (const inner of each.statements) statement(inner);
          });
        }
        break;
      case "try":
        stretch(node, () => {
          statement(node.body);
          for (const each of node.catches)
            scoped(() => {
              declare(each.name);
              statement(each.body);
            });
        });
        if (node.finalizer !== undefined) statement(node.finalizer);
        break;
      case "if":
        for (const branch of node.branches) {
          conditionParts(branch.condition, visitor);
          scoped(() => statement(branch.body));
        }
        if (node.otherwise !== undefined) {
          const otherwise = node.otherwise;
          scoped(() => statement(otherwise));
        }
        break;
      default:
        statementParts(node, visitor);
    }
    depth -= 1;
  }

  /** Over `$(cmd)` a loop's body runs beside the commands. */
  function lines(node: Expression): void {
    if (node.kind === "capture") beside(node, () => expression(node));
    else expression(node);
  }

  function expression(node: Expression): void {
    if (depth > deepest) return;
    depth += 1;
    if (node.kind === "assign" || node.kind === "update") assigned(node.target);
    if (node.kind === "closure")
      inside(
        node,
        node.parameters.map((parameter) => parameter.name),
        () => expressionParts(node, visitor),
      );
    else if (node.kind === "capture") stretch(node, () => scoped(() => expressionParts(node, visitor)));
    else expressionParts(node, visitor);
    depth -= 1;
  }
}

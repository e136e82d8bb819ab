/** A first walk over a file: which functions and which loops assign to which variable, so that narrowing is sound (language 5). */

import {
  conditionParts,
  declaredFunction,
  type Expression,
  expressionParts,
  type Script,
  type Statement,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import type { Assignments } from "./assigner.ts";
import { createNotes } from "./assignment-notes.ts";

// As deep as the check itself goes: what lies deeper has a diagnostic.
const deepest = 3_000;

export function findAssignments(script: Script): Assignments {
  const { byName, byStretch, declare, scoped, assigned, stretch, beside, inside } = createNotes(script);
  const later: (() => void)[] = [];
  let depth = 0;

  const visitor: Visitor = { statement, expression };
  for (const each of script.statements) {
    const made = declaredFunction(each);
    if (made !== undefined) declare(made.name);
  }
  for (const each of script.statements) statement(each);
  for (const run of later) run();
  return { byName, byStretch };

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
      case "argue":
        for (const { phase, body } of node.strategies)
          if (phase === "concurrent") beside(body, () => statement(body));
          else statement(body);
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

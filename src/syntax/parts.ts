/** The parts of a node in source order, for passes that look for something everywhere. A table, so that its length is its size. */

import type {
  CommandList,
  Condition,
  Expression,
  ExpressionPart,
  GoalReference,
  Pipeline,
  Statement,
  TextPart,
  Word,
} from "./tree.ts";

export interface Visitor {
  readonly statement: (node: Statement) => void;
  readonly expression: (node: Expression) => void;
}

function parts(list: readonly (TextPart | ExpressionPart)[], visitor: Visitor): void {
  for (const part of list) if (part.kind === "expression") visitor.expression(part.expression);
}

function wordParts(word: Word, visitor: Visitor): void {
  for (const part of word.parts) if (part.kind === "expression") visitor.expression(part.expression);
}

/** The pipelines of a list in their order, whatever joins them. */
export function pipelinesOf({ first, rest }: CommandList): readonly Pipeline[] {
  return [first, ...rest.map(({ pipeline }) => pipeline)];
}

export function listParts(list: CommandList, visitor: Visitor): void {
  for (const pipeline of pipelinesOf(list)) {
    for (const stage of pipeline.stages) {
      for (const prefix of stage.prefixes) if (prefix.kind !== "trace") visitor.expression(prefix.duration);
      if (stage.kind === "group") visitor.statement(stage.body);
      else {
        for (const assignment of stage.assignments) wordParts(assignment.value, visitor);
        for (const word of stage.words) wordParts(word, visitor);
      }
      for (const redirect of stage.redirects) if (redirect.target !== undefined) wordParts(redirect.target, visitor);
    }
  }
}

export function conditionParts(condition: Condition, visitor: Visitor): void {
  if (condition.kind === "expression-condition") visitor.expression(condition.expression);
  else listParts(condition.list, visitor);
}

function some(list: readonly (GoalReference | undefined)[], visitor: Visitor): void {
  for (const node of list) if (node !== undefined && node.kind !== "case-label") visitor.expression(node);
}

function blocks(list: readonly (Statement | undefined)[], visitor: Visitor): void {
  for (const node of list) if (node !== undefined) visitor.statement(node);
}

/** Visits the direct parts of a statement. */
export function statementParts(node: Statement, visitor: Visitor): void {
  switch (node.kind) {
    case "variable":
    case "param":
      return some([node.value], visitor);
    case "function":
      some(
        node.parameters.map((parameter) => parameter.defaultValue),
        visitor,
      );
      return visitor.statement(node.body);
    case "class":
      for (const member of node.members) {
        if (member.kind === "method") visitor.statement(member.function);
        else some([member.value], visitor);
      }
      return;
    case "expression":
      return visitor.expression(node.expression);
    case "command":
      return listParts(node.list, visitor);
    case "block":
      for (const each of node.statements) visitor.statement(each);
      return;
    case "if":
      for (const branch of node.branches) {
        conditionParts(branch.condition, visitor);
        visitor.statement(branch.body);
      }
      if (node.otherwise !== undefined) visitor.statement(node.otherwise);
      return;
    case "while":
      conditionParts(node.condition, visitor);
      return visitor.statement(node.body);
    case "do":
      visitor.statement(node.body);
      return conditionParts(node.condition, visitor);
    case "for":
      if (node.init !== undefined) visitor.statement(node.init);
      some([node.condition, ...node.step], visitor);
      return visitor.statement(node.body);
    case "for-in":
      some([node.iterable, node.atMost], visitor);
      return visitor.statement(node.body);
    case "switch":
      visitor.expression(node.value);
      for (const each of node.cases) {
        some(each.values, visitor);
        for (const inner of each.statements) visitor.statement(inner);
      }
      return;
    case "return":
      return some([node.value], visitor);
    case "throw":
      return visitor.expression(node.value);
    case "try":
      visitor.statement(node.body);
      for (const each of node.catches) visitor.statement(each.body);
      if (node.finalizer !== undefined) visitor.statement(node.finalizer);
      return;
    case "defer":
      return visitor.statement(node.body);
    case "assert":
      conditionParts(node.condition, visitor);
      return some([node.why], visitor);
    case "wait":
      conditionParts(node.condition, visitor);
      return some([node.every, node.timeout], visitor);
    case "retry":
      some([node.times, node.every], visitor);
      return visitor.statement(node.body);
    case "lock":
    case "test":
      visitor.expression(node.name);
      return visitor.statement(node.body);
    case "task":
    case "plan":
      return visitor.statement(node.function);
    case "task-body":
      some([node.goal, node.within, node.timeout, node.retry?.times, node.retry?.every], visitor);
      blocks([node.pre, node.remember, node.body, node.post, node.undo], visitor);
      return some([node.irreversible], visitor);
    case "plan-body":
      some([node.goal], visitor);
      return blocks([node.body, node.onFailure?.body, node.onUndoFailure?.body], visitor);
    case "atomic":
      some(node.paths, visitor);
      return blocks([node.body, node.confirm], visitor);
    case "parallel":
      return visitor.statement(node.body);
    case "assure":
      some([node.goal], visitor);
      return visitor.statement(node.body);
    case "argue":
      some([node.goal], visitor);
      for (const each of node.strategies) {
        some([each.of], visitor);
        visitor.statement(each.body);
      }
      return;
    case "notify":
      return visitor.expression(node.message);
    case "approve":
      return some([node.question, node.timeout], visitor);
    case "context":
      return some([node.name, node.schedule], visitor);
    case "monitor":
      visitor.expression(node.every);
      return visitor.statement(node.body);
    case "when":
      conditionParts(node.condition, visitor);
      some([node.atMost?.times, node.atMost?.per], visitor);
      return visitor.statement(node.body);
    case "extension":
      return visitor.statement(node.lowered);
    case "cd":
      wordParts(node.directory, visitor);
      return visitor.statement(node.body);
    case "break":
    case "continue":
    case "import":
    case "import-command":
    // A template is checked where it is used.
    case "syntax":
    case "error":
      return;
  }
}

/** Visits the direct parts of an expression. */
export function expressionParts(node: Expression, visitor: Visitor): void {
  switch (node.kind) {
    case "string":
      return parts(node.parts, visitor);
    case "member":
      return visitor.expression(node.object);
    case "index":
      return some([node.object, node.index], visitor);
    case "call":
      return some([node.callee, ...node.arguments], visitor);
    case "unary":
    case "cast":
      return visitor.expression(node.operand);
    case "instanceof":
      return visitor.expression(node.left);
    case "binary":
    case "logical":
    case "coalesce":
      return some([node.left, node.right], visitor);
    case "conditional":
      return some([node.condition, node.whenTrue, node.whenFalse], visitor);
    case "assign":
      return some([node.target, node.value], visitor);
    case "update":
      return visitor.expression(node.target);
    case "array":
      return some(node.elements, visitor);
    case "map":
      for (const entry of node.entries) some([entry.key, entry.value], visitor);
      return;
    case "closure":
      return node.body.kind === "block" ? visitor.statement(node.body) : visitor.expression(node.body);
    case "capture":
      for (const each of node.body) visitor.statement(each);
      return;
    case "extension-expression":
      return visitor.expression(node.lowered);
    case "int":
    case "float":
    case "boolean":
    case "null":
    case "duration":
    case "size":
    case "regex":
    case "name":
    case "this":
    case "super":
    case "context-value":
    case "status":
    case "last-job":
    case "error-expression":
      return;
  }
}

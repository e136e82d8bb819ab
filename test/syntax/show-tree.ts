/** Prints trees as compact s-expressions, so that golden files stay readable. */

import type {
  ClassMember,
  CommandList,
  Condition,
  Expression,
  GoalReference,
  Redirect,
  Script,
  Stage,
  Statement,
  TypeNode,
  Word,
  WordPart,
} from "../../src/syntax/index.ts";

/** One line a statement, blocks indented. */
export function showScript(script: Script): string {
  const pragmas = `${script.language === undefined ? "" : `(language ${script.language})\n`}${script.strict ? "(strict)\n" : ""}`;
  return `${pragmas}${script.statements.map((one) => `${showStatement(one)}\n`).join("")}`;
}

function block(statements: readonly Statement[]): string {
  if (statements.length === 0) return "{}";
  const lines = statements.map((one) => showStatement(one)).join("\n");
  return `{\n${lines.replaceAll(/^/gm, "  ")}\n}`;
}

function join(...parts: (string | undefined | false)[]): string {
  return `(${parts.filter((part) => part !== undefined && part !== false && part !== "").join(" ")})`;
}

function showStatement(node: Statement): string {
  const notes = showAnnotations(node.annotations);
  return notes === "" ? showBare(node) : `${notes} ${showBare(node)}`;
}

function showAnnotations(annotations: Statement["annotations"] = []): string {
  return annotations
    .map(({ name, text }) => `@${name.name}${text === undefined ? "" : JSON.stringify(text)}`)
    .join(" ");
}

function showMember(member: ClassMember): string {
  if (member.kind === "method") return join(member.isConstructor && "constructor", showStatement(member.function));
  const field = join(
    "field",
    member.constant && "const",
    showType(member.type),
    member.name.name,
    member.value && showExpression(member.value),
  );
  return [showAnnotations(member.annotations), field].filter((part) => part !== "").join(" ");
}

function showBare(node: Statement): string {
  switch (node.kind) {
    case "class":
      return join(
        "class",
        node.name.name,
        node.base && showType(node.base),
        `[${node.members.map(showMember).join(" ")}]`,
      );
    case "syntax": {
      const isStatement = node.role === "statement";
      // The role says which of the two a template is.
      const template = isStatement
        ? showStatement(node.template as Statement)
        : showExpression(node.template as Expression);
      return join("syntax", node.role, node.precedence, template);
    }
    case "extension":
      return join("use", node.syntax.word, showStatement(node.lowered));
    case "variable":
      return join(
        node.constant ? "const" : "var",
        node.type && showType(node.type),
        node.name.name,
        node.value && showExpression(node.value),
      );
    case "function": {
      const parameters = node.parameters.map((one) =>
        join(showType(one.type), one.name.name, one.defaultValue && showExpression(one.defaultValue)),
      );
      return join(
        "function",
        showType(node.returns),
        node.name.name,
        `[${parameters.join(" ")}]`,
        block(node.body.statements),
      );
    }
    case "expression":
      return join("do", showExpression(node.expression));
    case "command":
      return showList(node.list);
    case "block":
      return block(node.statements);
    case "if":
      return join(
        "if",
        ...node.branches.flatMap((one) => [showCondition(one.condition), showStatement(one.body)]),
        node.otherwise && `else ${showStatement(node.otherwise)}`,
      );
    case "while":
      return join("while", showCondition(node.condition), showStatement(node.body));
    case "do":
      return join("do-while", showStatement(node.body), showCondition(node.condition));
    case "for":
      return join(
        "for",
        node.init ? showStatement(node.init) : "_",
        node.condition ? showExpression(node.condition) : "_",
        `[${node.step.map(showExpression).join(" ")}]`,
        showStatement(node.body),
      );
    case "for-in":
      return join(
        "for-in",
        node.type ? showType(node.type) : "var",
        node.name.name,
        showExpression(node.iterable),
        node.atMost && `at-most ${showExpression(node.atMost)}`,
        showStatement(node.body),
      );
    case "switch": {
      const cases = node.cases.map((one) =>
        join("case", ...one.values.map(showExpression), one.isDefault && "default", block(one.statements)),
      );
      return join("switch", showExpression(node.value), ...cases);
    }
    case "break":
    case "continue":
      return `(${node.kind})`;
    case "return":
      return join("return", node.value && showExpression(node.value));
    case "throw":
      return join("throw", showExpression(node.value));
    case "try": {
      const catches = node.catches.map((one) =>
        join("catch", one.type.name, one.name.name, block(one.body.statements)),
      );
      return join(
        "try",
        block(node.body.statements),
        ...catches,
        node.finalizer && `finally ${block(node.finalizer.statements)}`,
      );
    }
    case "defer":
      return join("defer", block(node.body.statements));
    case "assert":
      return join("assert", showCondition(node.condition), node.why && showExpression(node.why));
    case "wait":
      return join(
        "wait-until",
        showCondition(node.condition),
        node.every && `every ${showExpression(node.every)}`,
        node.timeout && `timeout ${showExpression(node.timeout)}`,
      );
    case "retry":
      return join(
        "retry",
        showExpression(node.times),
        node.every && `every ${showExpression(node.every)}`,
        node.doubling && "doubling",
        node.on.length > 0 && `on ${node.on.map((one) => one.name).join(",")}`,
        block(node.body.statements),
      );
    case "param":
      return join(
        "param",
        node.secret && "secret",
        showType(node.type),
        node.name.name,
        node.value && showExpression(node.value),
        node.bounds &&
          (node.bounds.kind === "list"
            ? join("in", ...node.bounds.values.map(showExpression))
            : join(
                "range",
                node.bounds.from && showExpression(node.bounds.from),
                node.bounds.to && showExpression(node.bounds.to),
              )),
        node.says !== undefined && JSON.stringify(node.says),
      );
    case "task":
    case "plan":
      return join(node.kind, showStatement(node.function));
    case "task-body":
      return join(
        "clauses",
        node.goal && `goal ${showReference(node.goal)}`,
        node.pre && `pre ${block(node.pre.statements)}`,
        node.remember && `remember ${block(node.remember.statements)}`,
        node.timeout && `timeout ${showExpression(node.timeout)}`,
        node.within && `within ${showExpression(node.within)}`,
        node.retry && `retry ${showExpression(node.retry.times)}`,
        node.retry?.every && `every ${showExpression(node.retry.every)}`,
        node.retry?.doubling === true && "doubling",
        ...(node.retry?.on ?? []).map(({ name }) => `on:${name}`),
        block(node.body.statements),
        node.post && `post ${block(node.post.statements)}`,
        node.undo && `undo ${block(node.undo.statements)}`,
        node.irreversible && `irreversible ${showExpression(node.irreversible)}`,
      );
    case "plan-body":
      return join(
        "steps",
        node.goal && `goal ${showReference(node.goal)}`,
        block(node.body.statements),
        node.onFailure && `on-failure ${node.onFailure.name?.name ?? "_"} ${block(node.onFailure.body.statements)}`,
        node.onUndoFailure && `on-undo-failure ${block(node.onUndoFailure.body.statements)}`,
      );
    case "atomic":
      return join(
        "atomic",
        ...node.paths.map(showExpression),
        block(node.body.statements),
        node.confirm && `confirm ${block(node.confirm.statements)}`,
      );
    case "parallel":
      return join("parallel", block(node.body.statements));
    case "assure":
      return join("assure", showReference(node.goal), block(node.body.statements));
    case "argue":
      return join(
        "argue",
        showReference(node.goal),
        ...node.strategies.map(({ phase, of, body }) =>
          join("strategy", phase, of && showReference(of), block(body.statements)),
        ),
      );
    case "notify":
      return join("notify", ...node.roles.map((role) => role.name), showExpression(node.message));
    case "approve":
      return join(
        "approve",
        node.role.name,
        showExpression(node.question),
        node.timeout && showExpression(node.timeout),
      );
    case "context":
      return join("context", showExpression(node.name), node.schedule && showExpression(node.schedule));
    case "monitor":
      return join("monitor", node.name.name, showExpression(node.every), block(node.body.statements));
    case "when":
      return join(
        "when",
        showCondition(node.condition),
        node.atMost && `at-most ${showExpression(node.atMost.times)} per ${showExpression(node.atMost.per)}`,
        block(node.body.statements),
      );
    case "lock":
      return join("lock", showExpression(node.name), block(node.body.statements));
    case "test":
      return join("test", showExpression(node.name), block(node.body.statements));
    case "cd":
      return join("cd-block", showWord(node.directory), block(node.body.statements));
    case "import":
      return join("import", JSON.stringify(node.path), node.alias.name);
    case "import-command":
      return join(
        "import-command",
        ...node.commands.map((one) =>
          join(
            one.program,
            one.name.name,
            one.optional && "optional",
            one.plain && "plain",
            one.effect,
            one.answers && `${one.answers[0]}..${one.answers[1]}`,
          ),
        ),
      );
    case "error":
      return "(error)";
  }
}

function showType(node: TypeNode): string {
  const parameters = node.arguments.length > 0 ? `<${node.arguments.map(showType).join(",")}>` : "";
  const owner = node.qualifier === undefined ? "" : `${node.qualifier.name}.`;
  return `${owner}${node.name.name}${parameters}${node.suffixes.join("")}`;
}

function showCondition(node: Condition): string {
  if (node.kind === "expression-condition") return showExpression(node.expression);
  return `${node.negated ? "not:" : ""}cmd:${showList(node.list)}`;
}

function showList(list: CommandList): string {
  const pipelines = [list.first, ...list.rest.map((one) => one.pipeline)];
  const shown = pipelines.map((pipeline, index) => {
    const operator = index === 0 ? "" : `${list.rest[index - 1]?.operator} `;
    const stages = pipeline.stages.map(showStage).join(" | ");
    return `${operator}${pipeline.negated ? "! " : ""}${stages}`;
  });
  return `<${shown.join(" ")}${list.background ? " &" : ""}>`;
}

function showStage(stage: Stage): string {
  const prefixes = stage.prefixes.map((one) =>
    one.kind === "trace" ? "trace" : `${one.kind}:${showExpression(one.duration)}`,
  );
  const redirects = stage.redirects.map(showRedirect);
  if (stage.kind === "group") return [...prefixes, `(group ${block(stage.body.statements)})`, ...redirects].join(" ");
  const assignments = stage.assignments.map((one) => `${one.name.name}=${showWord(one.value)}`);
  const role = stage.role === "program" ? (stage.forced ? ["command"] : []) : [`${stage.role}!`];
  return [...prefixes, ...role, ...assignments, ...stage.words.map(showWord), ...redirects].join(" ");
}

function showRedirect(node: Redirect): string {
  const target = node.op === "dup" ? `&${node.from}` : node.target ? showWord(node.target) : "";
  return `{${node.fd}${node.op}${target}}`;
}

function showWord(word: Word): string {
  return word.parts.length === 0 ? "''" : word.parts.map(showPart).join("+");
}

function showPart(part: WordPart): string {
  switch (part.kind) {
    case "text":
      return part.quoted || /[^\w./:=@%+,-]/.test(part.text)
        ? `${part.quoted ? "" : "bare"}${JSON.stringify(part.text)}`
        : part.text;
    case "glob":
      return `glob${JSON.stringify(part.pattern)}`;
    case "tilde":
      return `~${part.user ?? ""}`;
    case "expression":
      return `\${${part.quoted ? "q:" : ""}${showExpression(part.expression)}}`;
  }
}

function showReference(node: GoalReference): string {
  return node.kind === "case-label" ? `#${node.name}` : showExpression(node);
}

function showExpression(node: Expression): string {
  switch (node.kind) {
    case "extension-expression":
      return join("use", node.syntax.word, showExpression(node.lowered));
    case "int":
    case "float":
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "duration":
      return `${node.milliseconds}ms`;
    case "size":
      return `${node.bytes}B`;
    case "regex":
      return `/${node.pattern}/${node.flags}`;
    case "string":
      return node.parts.length === 0
        ? '""'
        : node.parts.map((part) => (part.kind === "text" ? JSON.stringify(part.text) : showPart(part))).join("+");
    case "name":
      return node.name;
    case "this":
    case "super":
      return node.kind;
    case "cast":
      return join("cast", showType(node.type), showExpression(node.operand));
    case "instanceof":
      return join("instanceof", showExpression(node.left), showType(node.type));
    case "member":
      return `${showExpression(node.object)}.${node.name.name}`;
    case "index":
      return `${showExpression(node.object)}[${showExpression(node.index)}]`;
    case "call":
      return join("call", showExpression(node.callee), ...node.arguments.map(showExpression));
    case "unary":
      return join(node.operator, showExpression(node.operand));
    case "binary":
    case "logical":
      return join(node.operator, showExpression(node.left), showExpression(node.right));
    case "coalesce":
      return join("??", showExpression(node.left), showExpression(node.right));
    case "conditional":
      return join("?:", showExpression(node.condition), showExpression(node.whenTrue), showExpression(node.whenFalse));
    case "assign":
      return join(node.operator, showExpression(node.target), showExpression(node.value));
    case "update":
      return node.prefix
        ? join(node.operator, showExpression(node.target))
        : join(showExpression(node.target), node.operator);
    case "array":
      return `[${node.elements.map(showExpression).join(" ")}]`;
    case "map":
      return join("map", ...node.entries.map((one) => `${showExpression(one.key)}:${showExpression(one.value)}`));
    case "closure": {
      const parameters = node.parameters
        .map((one) => (one.type ? `${showType(one.type)} ${one.name.name}` : one.name.name))
        .join(", ");
      return join(
        "closure",
        `[${parameters}]`,
        node.body.kind === "block" ? block(node.body.statements) : showExpression(node.body),
      );
    }
    case "capture":
      return `$(${node.body.map(showStatement).join("; ")})`;
    case "context-value":
      return `@{${node.key}}`;
    case "status":
      return "$?";
    case "last-job":
      return "$!";
    case "error-expression":
      return "<?>";
  }
}

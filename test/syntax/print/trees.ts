// Trees that nobody wrote: every kind of expression, command and statement within every other.
import fc from "fast-check";
import type {
  Annotation,
  BinaryOperator,
  BlockStatement,
  ClassMember,
  CommandList,
  Condition,
  Expression,
  ExpressionPart,
  GoalReference,
  Identifier,
  Statement,
  Strategy,
  TextPart,
  Word,
} from "../../../src/syntax/index.ts";

const nowhere = { start: 0, end: 0 } as const;
/** The names that the scripts declare ahead of everything. */
const names = ["a", "b", "xs"] as const;

const identifier = (name: string): Identifier => ({ kind: "identifier", name, ...nowhere });
const name = fc.constantFrom(...names).map((text): Expression => ({ kind: "name", name: text, ...nowhere }));
const text = fc.oneof(
  fc.constantFrom(
    "",
    "x",
    " ",
    "two words",
    "$",
    "${",
    "\\",
    '"',
    "'",
    "\n",
    "\t\u0000\u001b",
    "é日",
    "\udcff",
    "@{A}",
    "@",
    "{A}",
    "#",
    "//",
    "*",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }).filter((some) => !/[\ud800-\udfff]/.test(some) && !some.includes("\r")),
);
const quoted = text.map((some): TextPart => ({ kind: "text", text: some, quoted: true, ...nowhere }));
const type = fc.constantFrom("int", "String", "Map", "Disk", "far").map((of) => ({
  kind: "type" as const,
  ...(of === "far" ? { qualifier: identifier("far") } : {}),
  name: identifier(of === "far" ? "Disk" : of),
  arguments:
    of === "Map" ? [{ kind: "type" as const, name: identifier("int"), arguments: [], suffixes: [], ...nowhere }] : [],
  suffixes: of === "String" ? (["[]", "?"] as const) : [],
  ...nowhere,
}));

const binary: readonly BinaryOperator[] = [
  ..."* / % + - << >> >>> < <= > >= == != =~ !~ & ^ |".split(" "),
] as BinaryOperator[];

type Part = TextPart | ExpressionPart;

/** Texts side by side are one, and an empty one beside others is none: so the parser gives them. */
function parts(list: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of list) {
    const last = joined.at(-1);
    if (part.kind === "text" && last?.kind === "text" && last.quoted === part.quoted)
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined.filter((part) => part.kind !== "text" || part.text !== "");
}

interface Trees {
  expression: Expression;
  operand: Expression;
  word: Word;
  list: CommandList;
  condition: Condition;
  block: BlockStatement;
  statement: Statement;
}

export const trees = fc.letrec<Trees>((tie) => {
  const expression = tie("expression") as fc.Arbitrary<Expression>;
  const word = tie("word") as fc.Arbitrary<Word>;
  const block = tie("block") as fc.Arbitrary<BlockStatement>;
  const statement = tie("statement") as fc.Arbitrary<Statement>;
  const condition = tie("condition") as fc.Arbitrary<Condition>;
  const valuePart = expression.map((inner) => ({
    kind: "expression" as const,
    expression: inner,
    quoted: true,
    ...nowhere,
  }));
  const string = fc
    .array(fc.oneof(quoted, valuePart), { maxLength: 3 })
    .map((list): Expression => ({ kind: "string", parts: parts(list), ...nowhere }));
  const literal = fc.oneof(
    fc.nat(10_000).map((value): Expression => ({ kind: "int", value, ...nowhere })),
    fc
      .double({ min: 0, max: 1e30, noNaN: true })
      .map((value): Expression => ({ kind: "float", value: Object.is(value, -0) ? 0 : value, ...nowhere })),
    fc.boolean().map((value): Expression => ({ kind: "boolean", value, ...nowhere })),
    fc.constant<Expression>({ kind: "null", ...nowhere }),
    fc.nat(100_000_000).map((milliseconds): Expression => ({ kind: "duration", milliseconds, ...nowhere })),
    fc.nat(100_000_000).map((bytes): Expression => ({ kind: "size", bytes, ...nowhere })),
    fc
      .constantFrom("a", "[/]", "\\/x", "^.*$")
      .map((pattern): Expression => ({ kind: "regex", pattern, flags: "i", ...nowhere })),
    fc
      .constantFrom("PEAK", "ピーク", "lower", "two words")
      .map((key): Expression => ({ kind: "context-value", key, ...nowhere })),
    fc.constant<Expression>({ kind: "status", ...nowhere }),
    fc.constant<Expression>({ kind: "last-job", ...nowhere }),
  );
  const capture = fc
    .array(statement, { minLength: 1, maxLength: 2 })
    .map((body): Expression => ({ kind: "capture", body, ...nowhere }));
  const compound = fc.oneof(
    fc
      .tuple(expression, fc.constantFrom("x", "y"))
      .map(([object, of]): Expression => ({ kind: "member", object, name: identifier(of), ...nowhere })),
    fc
      .tuple(expression, expression)
      .map(([object, index]): Expression => ({ kind: "index", object, index, ...nowhere })),
    fc
      .tuple(name, fc.array(expression, { maxLength: 3 }))
      .map(([callee, values]): Expression => ({ kind: "call", callee, arguments: values, ...nowhere })),
    fc
      .tuple(fc.constantFrom("!", "-", "+", "~"), expression)
      .map(([operator, operand]): Expression => ({ kind: "unary", operator, operand, ...nowhere })),
    fc.tuple(type, expression).map(([of, operand]): Expression => ({ kind: "cast", type: of, operand, ...nowhere })),
    fc.tuple(expression, type).map(([left, of]): Expression => ({ kind: "instanceof", left, type: of, ...nowhere })),
    fc.tuple(fc.constantFrom(...binary), expression, expression).map(
      ([operator, left, right]): Expression => ({
        kind: "binary",
        operator,
        operatorSpan: nowhere,
        left,
        right,
        ...nowhere,
      }),
    ),
    fc
      .tuple(fc.constantFrom("&&", "||"), expression, expression)
      .map(([operator, left, right]): Expression => ({ kind: "logical", operator, left, right, ...nowhere })),
    fc
      .tuple(expression, expression)
      .map(([left, right]): Expression => ({ kind: "coalesce", left, right, ...nowhere })),
    fc.tuple(expression, expression, expression).map(
      ([condition, whenTrue, whenFalse]): Expression => ({
        kind: "conditional",
        condition,
        whenTrue,
        whenFalse,
        ...nowhere,
      }),
    ),
    fc
      .tuple(fc.constantFrom("=", "+=", "??="), name, expression)
      .map(([operator, target, value]): Expression => ({ kind: "assign", operator, target, value, ...nowhere })),
    fc
      .tuple(fc.constantFrom("++", "--"), fc.boolean(), name)
      .map(([operator, prefix, target]): Expression => ({ kind: "update", operator, prefix, target, ...nowhere })),
    fc.array(expression, { maxLength: 3 }).map((elements): Expression => ({ kind: "array", elements, ...nowhere })),
    fc
      .array(fc.record({ key: string, value: expression }), { maxLength: 2 })
      .map((entries): Expression => ({ kind: "map", entries, ...nowhere })),
    fc.tuple(type, fc.oneof(expression, block)).map(
      ([of, body]): Expression => ({
        kind: "closure",
        parameters: [{ type: of, name: identifier("p") }],
        body,
        ...nowhere,
      }),
    ),
  );
  const bare = fc.constantFrom("f", "-x", "a.b", "x=y", "5", "/tmp/d", "+", "@", "%", "no,t");
  const redirect = fc.oneof(
    fc.tuple(fc.constantFrom(">", ">>", ">=", "<"), fc.constantFrom(0, 1, 2), word).map(([op, fd, target]) => ({
      fd: op === "<" ? 0 : fd === 0 ? 1 : fd,
      op,
      target,
      ...nowhere,
    })),
    fc.constant({ fd: 2, op: "dup" as const, from: 1, ...nowhere }),
    fc.constant({ fd: 2, op: "close" as const, ...nowhere }),
    fc.array(fc.oneof(quoted, valuePart), { maxLength: 3 }).map((list) => ({
      fd: 0,
      op: "text" as const,
      target: {
        parts: parts([...list, { kind: "text" as const, text: "end\n", quoted: true, ...nowhere }]),
        ...nowhere,
      },
      ...nowhere,
    })),
  );
  const program: Word = {
    parts: [{ kind: "text", text: "prog", quoted: false, ...nowhere }],
    ...nowhere,
  };
  const simple = fc
    .record({ words: fc.array(word, { maxLength: 3 }), redirects: fc.array(redirect, { maxLength: 2 }) })
    .map(({ words, redirects }) => ({
      kind: "simple" as const,
      prefixes: [],
      assignments: [],
      words: [program, ...words],
      redirects,
      role: "program" as const,
      forced: false,
      ...nowhere,
    }));
  const group = fc.array(statement, { minLength: 1, maxLength: 2 }).map((statements) => ({
    kind: "group" as const,
    prefixes: [],
    body: { kind: "block" as const, statements, ...nowhere },
    redirects: [],
    ...nowhere,
  }));
  const pipeline = fc
    .tuple(fc.boolean(), fc.array(fc.oneof(simple, simple, group), { minLength: 1, maxLength: 2 }))
    .map(([negated, stages]) => ({ negated, stages, ...nowhere }));
  const list = fc
    .tuple(pipeline, fc.array(fc.tuple(fc.constantFrom("&&", "||"), pipeline), { maxLength: 1 }), fc.boolean())
    .map(([first, rest, background]) => ({
      first,
      rest: rest.map(([operator, next]) => ({ operator, pipeline: next })),
      background,
      ...nowhere,
    }));
  const operand = fc.oneof(name, literal, string);
  const annotations = fc.array(
    fc.record({ of: fc.constantFrom("Risky", "Deprecated"), says: fc.option(text, { nil: undefined }) }).map(
      ({ of, says }): Annotation => ({
        kind: "annotation",
        name: identifier(of),
        ...(says !== undefined && { text: says }),
        ...nowhere,
      }),
    ),
    { minLength: 1, maxLength: 2 },
  );
  const noted = fc.option(annotations, { nil: undefined });
  const object = fc.constantFrom<Expression>(
    { kind: "this", ...nowhere },
    { kind: "member", object: { kind: "this", ...nowhere }, name: identifier("m"), ...nowhere },
    {
      kind: "call",
      callee: { kind: "member", object: { kind: "super", ...nowhere }, name: identifier("m"), ...nowhere },
      arguments: [],
      ...nowhere,
    },
  );
  const method = fc
    .record({
      isConstructor: fc.boolean(),
      returns: type,
      body: block,
      made: fc.tuple(object, expression),
      notes: noted,
    })
    .map(({ isConstructor, returns, body, made: [left, right], notes }): ClassMember => {
      const own: Statement = {
        kind: "variable",
        constant: true,
        name: identifier("v"),
        value: { kind: "logical", operator: "&&", left, right, ...nowhere },
        ...nowhere,
      };
      const nothing = { kind: "type" as const, name: identifier("void"), arguments: [], suffixes: [], ...nowhere };
      return {
        kind: "method",
        isConstructor,
        function: {
          kind: "function",
          returns: isConstructor ? nothing : returns,
          name: identifier(isConstructor ? "K" : "m"),
          parameters: [{ type: returns, name: identifier("p"), defaultValue: left, ...nowhere }],
          body: { ...body, statements: [own, ...body.statements] },
          ...(notes && { annotations: notes }),
          ...nowhere,
        },
        ...nowhere,
      };
    });
  const goal = fc.oneof(
    fc
      .constantFrom("G1", "G1.2", "Sn-3")
      .map((label): GoalReference => ({ kind: "case-label", name: label, ...nowhere })),
    quoted.map((part): GoalReference => ({ kind: "string", parts: parts([part]), ...nowhere })),
  );
  const strategy = fc
    .record({
      phase: fc.constantFrom<Strategy["phase"]>("pre", "concurrent", "post"),
      of: fc.option(goal, { nil: undefined }),
      body: block,
    })
    .map(({ phase, of, body }): Strategy => ({ phase, ...(of && { of }), body, ...nowhere }));
  const field = fc
    .record({ constant: fc.boolean(), of: type, value: fc.option(expression, { nil: undefined }), notes: noted })
    .map(
      ({ constant, of, value, notes }): ClassMember => ({
        kind: "field",
        constant,
        type: of,
        name: identifier("x"),
        ...(value && { value }),
        ...(notes && { annotations: notes }),
        ...nowhere,
      }),
    );
  return {
    operand,
    expression: fc.oneof({ maxDepth: 4, withCrossShrink: true }, name, literal, compound, compound, string, capture),
    word: fc.oneof(
      { maxDepth: 4 },
      bare.map((some) => ({ parts: [{ kind: "text" as const, text: some, quoted: false, ...nowhere }], ...nowhere })),
      fc.array(fc.oneof(quoted, valuePart), { minLength: 1, maxLength: 2 }).map((list) => {
        const joined = parts(list);
        const empty = { kind: "text" as const, text: "", quoted: true, ...nowhere };
        return { parts: joined.length === 0 ? [empty] : joined, ...nowhere };
      }),
      fc.constant({ parts: [{ kind: "glob" as const, pattern: "*.t?t", ...nowhere }], ...nowhere }),
    ),
    list,
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(name, expression).map(
        ([left, right]): Condition => ({
          kind: "expression-condition",
          expression: { kind: "binary", operator: "==", operatorSpan: nowhere, left, right, ...nowhere },
          ...nowhere,
        }),
      ),
      fc.array(simple, { minLength: 1, maxLength: 2 }).map(
        // In parentheses a group of commands would be a value.
        (stages): Condition => ({
          kind: "command-condition",
          negated: false,
          list: { first: { negated: false, stages, ...nowhere }, rest: [], background: false, ...nowhere },
          ...nowhere,
        }),
      ),
    ),
    block: fc
      .array(statement, { maxLength: 2 })
      .map((statements) => ({ kind: "block" as const, statements, ...nowhere })),
    statement: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      list.map((commands): Statement => ({ kind: "command", list: commands, ...nowhere })),
      fc.tuple(fc.option(type, { nil: undefined }), expression).map(
        ([of, value]): Statement => ({
          kind: "variable",
          constant: of === undefined,
          ...(of && { type: of }),
          name: identifier("v"),
          value,
          ...nowhere,
        }),
      ),
      fc.tuple(name, expression).map(
        ([target, value]): Statement => ({
          kind: "expression",
          expression: { kind: "assign", operator: "+=", target, value, ...nowhere },
          ...nowhere,
        }),
      ),
      block,
      fc.tuple(fc.option(type, { nil: undefined }), fc.array(fc.oneof(field, method), { maxLength: 3 })).map(
        ([base, members]): Statement => ({
          kind: "class",
          name: identifier("K"),
          ...(base && { base }),
          members,
          ...nowhere,
        }),
      ),
      fc
        .tuple(annotations, statement)
        .map(([list, inner]): Statement => (inner.annotations ? inner : { ...inner, annotations: list })),
      fc
        .tuple(
          fc.array(fc.tuple(condition, block), { minLength: 1, maxLength: 2 }),
          fc.option(block, { nil: undefined }),
        )
        .map(
          ([branches, otherwise]): Statement => ({
            kind: "if",
            branches: branches.map(([condition, body]) => ({ condition, body })),
            ...(otherwise && { otherwise }),
            ...nowhere,
          }),
        ),
      fc
        .tuple(condition, block)
        .map(([condition, body]): Statement => ({ kind: "while", condition, body, ...nowhere })),
      fc.tuple(condition, block).map(([condition, body]): Statement => ({ kind: "do", body, condition, ...nowhere })),
      fc.tuple(type, expression, block).map(
        ([of, iterable, body]): Statement => ({
          kind: "for-in",
          type: of,
          name: identifier("i"),
          iterable,
          body,
          ...nowhere,
        }),
      ),
      fc
        .tuple(expression, block)
        .map(([condition, body]): Statement => ({ kind: "for", condition, step: [], body, ...nowhere })),
      fc.tuple(expression, expression, block).map(
        ([value, label, { statements }]): Statement => ({
          kind: "switch",
          value,
          cases: [{ values: [label], isDefault: false, statements, ...nowhere }],
          ...nowhere,
        }),
      ),
      fc.tuple(block, block).map(
        ([body, finalizer]): Statement => ({
          kind: "try",
          body,
          catches: [{ type: identifier("IOFault"), name: identifier("f"), body: finalizer, ...nowhere }],
          finalizer,
          ...nowhere,
        }),
      ),
      name.map((value): Statement => ({ kind: "throw", value, ...nowhere })),
      fc.tuple(goal, block).map(([of, body]): Statement => ({ kind: "assure", goal: of, body, ...nowhere })),
      fc
        .tuple(goal, fc.array(strategy, { maxLength: 3 }))
        .map(([of, strategies]): Statement => ({ kind: "argue", goal: of, strategies, ...nowhere })),
      block.map((body): Statement => ({ kind: "defer", body, ...nowhere })),
      fc
        .tuple(
          literal.filter(({ kind }) => kind === "int"),
          block,
        )
        .map(([times, body]): Statement => ({ kind: "retry", times, doubling: false, on: [], body, ...nowhere })),
      fc.tuple(word, block).map(([directory, body]): Statement => ({ kind: "cd", directory, body, ...nowhere })),
      fc
        .tuple(condition, expression)
        .map(([condition, every]): Statement => ({ kind: "wait", condition, every, ...nowhere })),
      dependable(expression, condition, block),
    ),
  };
});

/** Tasks, plans, and what stands in them (language 9); their texts begin with a quote, as their shapes ask. */
function dependable(
  expression: fc.Arbitrary<Expression>,
  condition: fc.Arbitrary<Condition>,
  block: fc.Arbitrary<BlockStatement>,
): fc.Arbitrary<Statement> {
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
  const said = quoted.map((part): Expression => ({ kind: "string", parts: parts([part]), ...nowhere }));
  const number = fc.nat(9).map((value): Expression => ({ kind: "int", value, ...nowhere }));
  const retry = fc
    .tuple(number, maybe(number), fc.boolean(), fc.subarray(["IOFault", "UserFault"]))
    .map(([times, every, doubling, on]) => ({
      times,
      ...(every && { every }),
      doubling: every !== undefined && doubling,
      on: on.map(identifier),
      ...nowhere,
    }));
  const handler = fc.tuple(fc.boolean(), block).map(([isNamed, body]) => ({
    ...(isNamed ? { type: identifier("Fault"), name: identifier("f") } : {}),
    body,
    ...nowhere,
  }));
  const made = (kind: "task" | "plan", body: Statement): Statement => ({
    kind,
    function: {
      kind: "function",
      returns: {
        kind: "type",
        name: identifier(kind === "task" ? "void" : "Outcome"),
        arguments: [],
        suffixes: [],
        ...nowhere,
      },
      name: identifier("t"),
      parameters: [],
      body: { kind: "block", statements: [body], ...nowhere },
      ...nowhere,
    },
    ...nowhere,
  });
  const clauses = fc.record(
    {
      goal: said,
      pre: block,
      post: block,
      within: number,
      timeout: number,
      retry,
      remember: block,
    },
    { requiredKeys: [] },
  );
  const back = fc.oneof(
    fc.constant({}),
    block.map((undo) => ({ undo })),
    said.map((irreversible) => ({ irreversible })),
  );
  const ends = fc.record({ goal: said, onFailure: handler, onUndoFailure: handler }, { requiredKeys: [] });
  return fc.oneof(
    fc
      .tuple(clauses, block, back)
      .map(([list, body, behind]) => made("task", { kind: "task-body", ...list, body, ...behind, ...nowhere })),
    fc.tuple(ends, block).map(([list, body]) => made("plan", { kind: "plan-body", ...list, body, ...nowhere })),
    fc.tuple(fc.array(expression, { minLength: 1, maxLength: 2 }), block, maybe(block)).map(
      ([paths, body, confirm]): Statement => ({
        kind: "atomic",
        paths,
        body,
        ...(confirm && { confirm }),
        ...nowhere,
      }),
    ),
    block.map((body): Statement => ({ kind: "parallel", body, ...nowhere })),
    fc
      .tuple(fc.subarray([...names], { minLength: 1 }), said)
      .map(([roles, message]): Statement => ({ kind: "notify", roles: roles.map(identifier), message, ...nowhere })),
    fc.tuple(said, maybe(number)).map(
      ([question, timeout]): Statement => ({
        kind: "approve",
        role: identifier("a"),
        question,
        ...(timeout && { timeout }),
        ...nowhere,
      }),
    ),
    fc.tuple(said, said).map(([name, schedule]): Statement => ({ kind: "context", name, schedule, ...nowhere })),
    fc
      .tuple(number, block)
      .map(([every, body]): Statement => ({ kind: "monitor", name: identifier("m"), every, body, ...nowhere })),
    fc.tuple(condition, maybe(fc.tuple(number, number)), block).map(
      ([condition, most, body]): Statement => ({
        kind: "when",
        condition,
        ...(most && { atMost: { times: most[0], per: most[1] } }),
        body,
        ...nowhere,
      }),
    ),
    fc.tuple(expression, number, block).map(
      ([iterable, atMost, body]): Statement => ({
        kind: "for-in",
        name: identifier("i"),
        iterable,
        atMost,
        body,
        ...nowhere,
      }),
    ),
  );
}

/** A script of these statements, behind the declarations of its names. */
export function declaredAhead(statements: readonly Statement[]): readonly Statement[] {
  const ahead = names.map(
    (each): Statement => ({
      kind: "variable",
      constant: false,
      name: identifier(each),
      value: { kind: "int", value: 1, ...nowhere },
      ...nowhere,
    }),
  );
  const far: Statement = {
    kind: "import",
    from: "file",
    path: "far.dscript",
    pathSpan: nowhere,
    alias: identifier("far"),
    ...nowhere,
  };
  return [far, { kind: "class", name: identifier("Disk"), members: [], ...nowhere }, ...ahead, ...statements];
}

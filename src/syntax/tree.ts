/** The tree that the parser makes: what each construct consists of. Offsets are UTF-16 units of the source's text. */

import type { Precedence } from "./precedences.ts";

export interface NodeBase {
  readonly start: number;
  readonly end: number;
}

/** A name as it stands in the text. */
export interface Identifier extends NodeBase {
  readonly kind: "identifier";
  readonly name: string;
}

/* ---- the file ---- */

export interface Script extends NodeBase {
  readonly kind: "script";
  /** `language N`, where it stands. */
  readonly language?: number;
  /** The pragma `strict` stands ahead of the first statement. */
  readonly strict: boolean;
  /** Where the pragmas stand, in order. */
  readonly pragmas: readonly NodeBase[];
  readonly statements: readonly Statement[];
  /** Every name that this file declares (language 2), with its first declaration: commands may not start with one. */
  readonly declared: ReadonlyMap<string, Identifier>;
  /** The syntax that the file declares for its importers. */
  readonly syntaxes: readonly SyntaxExtension[];
  /** Expressions that stand in parentheses of their own. */
  readonly parenthesized: ReadonlySet<Expression>;
  /** Where a syntax error stands, by its start: what else is said there may only follow from it. */
  readonly broken: readonly Broken[];
}

/**
 * A stretch that a syntax error spoils. `refused`: its own words, the parser read on behind them. `lost`: from its statement's
 * start to where the parser found its place again; a jump or an assignment may be missing. `shifted`: the braces do not fit,
 * so that what stands in it may stand in another block than was meant.
 */
export interface Broken extends NodeBase {
  readonly kind: "refused" | "lost" | "shifted";
  /** Where the parser lost its place. */
  readonly at: number;
}

/* ---- types as written ---- */

/** `int`, `String[]`, `Map<int>`, `Func<int, String>`, `Job?`: arguments within `<>`, then suffixes in order. */
export interface TypeNode extends NodeBase {
  readonly kind: "type";
  /** Of `lib.Disk`: the name of the imported file that declares the class. */
  readonly qualifier?: Identifier;
  readonly name: Identifier;
  readonly arguments: readonly TypeNode[];
  readonly suffixes: readonly ("[]" | "?")[];
  /** As of a NameExpression. */
  readonly home?: string;
}

/* ---- statements ---- */

/** `@Name`, `@Name("text")`, ahead of a statement or of a class's member. */
export interface Annotation extends NodeBase {
  readonly kind: "annotation";
  readonly name: Identifier;
  readonly text?: string;
}

export interface StatementBase extends NodeBase {
  /** What stands ahead of it, in order; the statement's own span begins behind them. */
  readonly annotations?: readonly Annotation[];
}

export type Statement =
  | VariableStatement
  | FunctionStatement
  | ClassStatement
  | ExpressionStatement
  | CommandStatement
  | BlockStatement
  | IfStatement
  | WhileStatement
  | DoStatement
  | ForStatement
  | ForInStatement
  | SwitchStatement
  | BreakStatement
  | ContinueStatement
  | ReturnStatement
  | ThrowStatement
  | TryStatement
  | DeferStatement
  | AssertStatement
  | WaitStatement
  | RetryStatement
  | LockStatement
  | TaskStatement
  | TaskBodyStatement
  | PlanStatement
  | PlanBodyStatement
  | AtomicStatement
  | ParallelStatement
  | AssureStatement
  | ArgueStatement
  | NotifyStatement
  | ApproveStatement
  | ContextStatement
  | MonitorStatement
  | WhenStatement
  | TestStatement
  | ChangeDirectoryStatement
  | ImportStatement
  | ImportCommandStatement
  | ParameterStatement
  | SyntaxStatement
  | ExtensionStatement
  | ErrorStatement;

export type StatementKind = Statement["kind"];

/** `T name = e`, `var name = e`, `const NAME = e`. A `T name` without a value has none. */
export interface VariableStatement extends StatementBase {
  readonly kind: "variable";
  readonly constant: boolean;
  /** Absent after `var` and (optionally) `const`: inferred. */
  readonly type?: TypeNode;
  readonly name: Identifier;
  readonly value?: Expression;
}

export interface Parameter extends NodeBase {
  readonly type: TypeNode;
  readonly name: Identifier;
  readonly defaultValue?: Expression;
}

/** `T name(T a, T b = e) { … }`. */
export interface FunctionStatement extends StatementBase {
  readonly kind: "function";
  readonly returns: TypeNode;
  readonly name: Identifier;
  readonly parameters: readonly Parameter[];
  readonly body: BlockStatement;
}

/** `class NAME extends BASE { … }`. */
export interface ClassStatement extends StatementBase {
  readonly kind: "class";
  readonly name: Identifier;
  readonly base?: TypeNode;
  readonly members: readonly ClassMember[];
}

export type ClassMember = FieldMember | MethodMember;

/** `const T name = e`: a field of each object. */
export interface FieldMember extends StatementBase {
  readonly kind: "field";
  readonly constant: boolean;
  readonly type: TypeNode;
  readonly name: Identifier;
  readonly value?: Expression;
}

/** A method; a constructor bears the class's name, and gives nothing. The annotations stand on the method's function. */
export interface MethodMember extends NodeBase {
  readonly kind: "method";
  readonly isConstructor: boolean;
  readonly function: FunctionStatement;
}

export interface ExpressionStatement extends StatementBase {
  readonly kind: "expression";
  readonly expression: Expression;
}

/** A list of pipelines, `a | b && c || d &` (language 3). */
export interface CommandStatement extends StatementBase {
  readonly kind: "command";
  readonly list: CommandList;
}

export interface BlockStatement extends StatementBase {
  readonly kind: "block";
  readonly statements: readonly Statement[];
}

/** The condition of `if`, `while`, `do`, `wait until`, `assert`: an expression, or a command list whose answer counts. */
export type Condition = ExpressionCondition | CommandCondition;

export interface ExpressionCondition extends NodeBase {
  readonly kind: "expression-condition";
  readonly expression: Expression;
}

/** `negated`: a `!` stood ahead of the list's only pipeline, `if (!grep -q a f)`; in `!a && b` the pipeline `a` itself is negated. */
export interface CommandCondition extends NodeBase {
  readonly kind: "command-condition";
  readonly negated: boolean;
  readonly list: CommandList;
}

/** `if … else if … else …` as one node: a long chain is no deep tree. */
export interface IfStatement extends StatementBase {
  readonly kind: "if";
  readonly branches: readonly { readonly condition: Condition; readonly body: Statement }[];
  readonly otherwise?: Statement;
}

export interface WhileStatement extends StatementBase {
  readonly kind: "while";
  readonly condition: Condition;
  readonly body: Statement;
}

export interface DoStatement extends StatementBase {
  readonly kind: "do";
  readonly body: Statement;
  readonly condition: Condition;
}

/** `for (init; condition; step)`; each part may be absent. */
export interface ForStatement extends StatementBase {
  readonly kind: "for";
  readonly init?: VariableStatement | ExpressionStatement;
  readonly condition?: Expression;
  readonly step: readonly Expression[];
  readonly body: Statement;
}

/** `for (T x in xs) at most N`; `var` for an inferred type. Over `$(cmd)` its lines arrive as they are written. */
export interface ForInStatement extends StatementBase {
  readonly kind: "for-in";
  readonly type?: TypeNode;
  readonly name: Identifier;
  readonly iterable: Expression;
  /** More values than that are a fault ahead of the first turn. */
  readonly atMost?: Expression;
  readonly body: Statement;
}

export interface SwitchCase extends NodeBase {
  /** Empty for `default:`. */
  readonly values: readonly Expression[];
  readonly isDefault: boolean;
  readonly statements: readonly Statement[];
}

export interface SwitchStatement extends StatementBase {
  readonly kind: "switch";
  readonly value: Expression;
  readonly cases: readonly SwitchCase[];
}

export interface BreakStatement extends StatementBase {
  readonly kind: "break";
}

export interface ContinueStatement extends StatementBase {
  readonly kind: "continue";
}

export interface ReturnStatement extends StatementBase {
  readonly kind: "return";
  readonly value?: Expression;
}

/** `throw UserFault("…")`, `throw f`. */
export interface ThrowStatement extends StatementBase {
  readonly kind: "throw";
  readonly value: Expression;
}

/** `catch (IOFault f)`: `type` is a fault kind, a fault class, or `Fault`. */
export interface CatchClause extends NodeBase {
  readonly type: Identifier;
  readonly name: Identifier;
  readonly body: BlockStatement;
}

export interface TryStatement extends StatementBase {
  readonly kind: "try";
  readonly body: BlockStatement;
  readonly catches: readonly CatchClause[];
  readonly finalizer?: BlockStatement;
}

/** Runs when the enclosing block is left, however that happens; the last deferred first. */
export interface DeferStatement extends StatementBase {
  readonly kind: "defer";
  readonly body: BlockStatement;
}

/** `assert(e, "why")`, `assert(test -d x)`. */
export interface AssertStatement extends StatementBase {
  readonly kind: "assert";
  readonly condition: Condition;
  readonly why?: Expression;
}

/** `wait until (cond) every 2s timeout 1m`; both clauses may be absent. */
export interface WaitStatement extends StatementBase {
  readonly kind: "wait";
  readonly condition: Condition;
  readonly every?: Expression;
  readonly timeout?: Expression;
}

/** `retry 3 times [every 5s [doubling]] [on ExternalFault]`. */
export interface RetryClause {
  readonly times: Expression;
  readonly every?: Expression;
  readonly doubling: boolean;
  readonly on: readonly Identifier[];
}

/** `retry 3 times … { … }`. */
export interface RetryStatement extends StatementBase, RetryClause {
  readonly kind: "retry";
  readonly body: BlockStatement;
}

/** `lock "name" { … }`: one run at a time across the processes of the host. */
export interface LockStatement extends StatementBase {
  readonly kind: "lock";
  readonly name: Expression;
  readonly body: BlockStatement;
}

/* ---- dependable forms (language 6) ---- */

/** `task NAME(PARAMETERS) CLAUSES { … } undo { … }`: a function whose body is the one task-body. */
export interface TaskStatement extends StatementBase {
  readonly kind: "task";
  readonly function: FunctionStatement;
}

/** What a task is: its clauses in any order ahead of the body, and what takes it back behind it. */
export interface TaskBodyStatement extends StatementBase {
  readonly kind: "task-body";
  readonly goal?: GoalReference;
  readonly pre?: BlockStatement;
  readonly post?: BlockStatement;
  readonly within?: Expression;
  readonly timeout?: Expression;
  readonly retry?: RetryClause & NodeBase;
  /** Declarations alone: what is kept of the state ahead of the body. */
  readonly remember?: BlockStatement;
  readonly body: BlockStatement;
  readonly undo?: BlockStatement;
  readonly irreversible?: Expression;
}

/** `plan NAME(PARAMETERS) { … } on failure (Fault f) { … } on undo failure (Fault f) { … }`: as a task, a function. */
export interface PlanStatement extends StatementBase {
  readonly kind: "plan";
  readonly function: FunctionStatement;
}

export interface PlanBodyStatement extends StatementBase {
  readonly kind: "plan-body";
  readonly goal?: GoalReference;
  readonly body: BlockStatement;
  readonly onFailure?: FailureHandler;
  readonly onUndoFailure?: FailureHandler;
}

/** `on failure (Fault f) { … }`; the fault may stay without a name. */
export interface FailureHandler extends NodeBase {
  readonly type?: Identifier;
  readonly name?: Identifier;
  readonly body: BlockStatement;
}

/** `atomic (PATH, …) { … } confirm { … }`: the trees take themselves back. */
export interface AtomicStatement extends StatementBase {
  readonly kind: "atomic";
  readonly paths: readonly Expression[];
  readonly body: BlockStatement;
  readonly confirm?: BlockStatement;
}

/** `parallel { … }` in a plan: each statement is a branch. */
export interface ParallelStatement extends StatementBase {
  readonly kind: "parallel";
  readonly body: BlockStatement;
}

/** `G3`, where a text of the D-Case may stand: the label that it has there. */
export interface CaseLabel extends NodeBase {
  readonly kind: "case-label";
  readonly name: string;
}

/** A goal, or a strategy, of the D-Case: its text, or its label. */
export type GoalReference = Expression | CaseLabel;

/** `assure "goal" { … }`: what the block does serves the goal. */
export interface AssureStatement extends StatementBase {
  readonly kind: "assure";
  readonly goal: GoalReference;
  readonly body: BlockStatement;
}

/** `argue "goal" { strategy pre { … } strategy concurrent { … } strategy post { … } }`. */
export interface ArgueStatement extends StatementBase {
  readonly kind: "argue";
  readonly goal: GoalReference;
  /** In the order of the text. */
  readonly strategies: readonly Strategy[];
}

/** When a strategy runs: ahead of all others, beside its like, behind all others. */
export type StrategyPhase = "pre" | "concurrent" | "post";

/** `strategy pre "over the load" { … }`: the text, or label, of the strategy may be left out. */
export interface Strategy extends NodeBase {
  readonly phase: StrategyPhase;
  readonly of?: GoalReference;
  readonly body: BlockStatement;
}

/** `notify operator, teacher "text"`. */
export interface NotifyStatement extends StatementBase {
  readonly kind: "notify";
  readonly roles: readonly Identifier[];
  readonly message: Expression;
}

/** `approve operator "question" timeout 10m`: the script goes on with a yes alone. */
export interface ApproveStatement extends StatementBase {
  readonly kind: "approve";
  readonly role: Identifier;
  readonly question: Expression;
  readonly timeout?: Expression;
}

/** `context "name" schedule "Thu 14:40-16:10"`: when the script may run. */
export interface ContextStatement extends StatementBase {
  readonly kind: "context";
  readonly name: Expression;
  readonly schedule?: Expression;
}

/** `monitor NAME every 10s { … return e }`: a value a period, under `dscript watch`. */
export interface MonitorStatement extends StatementBase {
  readonly kind: "monitor";
  readonly name: Identifier;
  readonly every: Expression;
  readonly body: BlockStatement;
}

/** `when (CONDITION) at most 2 per 1h { … }`: what follows from what monitors see. */
export interface WhenStatement extends StatementBase {
  readonly kind: "when";
  readonly condition: Condition;
  readonly atMost?: { readonly times: Expression; readonly per: Expression };
  readonly body: BlockStatement;
}

/** `test "name" { … }`: run by `dscript test` alone. (`test -d x` is a simple command.) */
export interface TestStatement extends StatementBase {
  readonly kind: "test";
  readonly name: Expression;
  readonly body: BlockStatement;
}

/** `cd DIR { … }`, which returns afterwards. (A plain `cd DIR` is a simple command.) */
export interface ChangeDirectoryStatement extends StatementBase {
  readonly kind: "cd";
  readonly directory: Word;
  readonly body: BlockStatement;
}

/**
 * `import "lib.dscript" [as x]`, `import ops.backup [as x]`. `alias` is the name after `as`, or the file's own name without folder
 * and extension, or the module's last name.
 */
export interface ImportStatement extends StatementBase {
  readonly kind: "import";
  /** A file, from the folder of the file that imports it; or a module, looked for in several places. */
  readonly from: "file" | "module";
  /** "lib.dscript", or "ops.backup". */
  readonly path: string;
  readonly pathSpan: NodeBase;
  readonly alias: Identifier;
}

export interface ImportedCommand extends NodeBase {
  readonly program: string;
  /** The name that the script uses: after `as`, or the program itself. */
  readonly name: Identifier;
  readonly optional: boolean;
  readonly plain: boolean;
  readonly effect?: "reads" | "changes";
  /** Statuses that are answers, from and to, both included. */
  readonly answers?: readonly [number, number];
}

/** `import command rsync, mv as move optional`. */
export interface ImportCommandStatement extends StatementBase {
  readonly kind: "import-command";
  readonly commands: readonly ImportedCommand[];
}

/** What the values of a parameter are bounded by: `in 1..10` (both included, either may be absent), or `in "a", "b"`. */
export type ParameterBounds =
  | (NodeBase & { readonly kind: "range"; readonly from?: Expression; readonly to?: Expression })
  | (NodeBase & { readonly kind: "list"; readonly values: readonly Expression[] });

/** `param int keep_days = 3 in 1..10 "how many days to keep"` (language 3): an option of the script's own command line. */
export interface ParameterStatement extends StatementBase {
  readonly kind: "param";
  readonly secret: boolean;
  readonly type: TypeNode;
  readonly name: Identifier;
  readonly value?: Expression;
  /** Bounds are literals: numbers, durations, sizes, strings. */
  readonly bounds?: ParameterBounds;
  /** What the script's `--help` says of it. */
  readonly says?: string;
  /** Where that stands. */
  readonly saysSpan?: NodeBase;
}

/** What could not be parsed; a diagnostic says why. */
export interface ErrorStatement extends StatementBase {
  readonly kind: "error";
}

/* ---- syntax of one's own (language 7) ---- */

/** What a hole of a form holds: `$limit:expr`. */
export type HoleKind = "expr" | "exprs" | "condition" | "block" | "body" | "word" | "words" | "name" | "text";

/** One element of a form, as `unless ($c:condition) $b:block` has five of. */
export type FormElement =
  /** A word of the construct, or punctuation. */
  | (NodeBase & { readonly kind: "word" | "mark"; readonly text: string })
  | (NodeBase & Hole & { readonly kind: "hole" })
  /** `( … )` in the text itself. */
  | (NodeBase & { readonly kind: "group"; readonly elements: readonly FormElement[] })
  /** `[ … ]` in the form: all of it may be left out. */
  | (NodeBase & { readonly kind: "optional"; readonly elements: readonly FormElement[] });

export interface Hole {
  readonly name: string;
  readonly of: HoleKind;
  /** What stands in for a part that was left out. */
  readonly fallback?: Expression;
}

/** What stands in a hole, at one use. */
export interface Part extends NodeBase {
  readonly of: HoleKind;
  readonly value: Expression | Condition | Statement | Word | Identifier | readonly Expression[] | readonly Word[];
  /** It was left out, and is what the form says. */
  readonly isFallback: boolean;
}

export type Parts = ReadonlyMap<string, Part>;

/** One use of a syntax: `span` is what errors of what it stands for point to. */
export interface SyntaxUse {
  readonly parts: Parts;
  readonly span: NodeBase;
  /** A number that no other expansion of the file has. */
  readonly serial: number;
  /** The matched text of a literal. */
  readonly text?: string;
}

export type SyntaxRole = "statement" | "expression" | "operator" | "literal";

/** What a `syntax` declaration, or a package, adds to the grammar of the files that import it. */
export interface SyntaxExtension {
  readonly role: SyntaxRole;
  /** Its first word, or its operator; empty for literals. */
  readonly word: string;
  readonly form: readonly FormElement[];
  /** Of operators. */
  readonly precedence?: Precedence;
  /** Of literals: what they look like, a JavaScript pattern. */
  readonly pattern?: string;
  /** One sentence for hover. */
  readonly says: string;
  /** The name of the source that declares it: "flow.dscript", "net.js". */
  readonly home: string;
  /** Where in that source. */
  readonly declared?: NodeBase;
  /** Core constructs that a use stands for. May throw: then the package is wrong. */
  readonly lower: (use: SyntaxUse, budget: ExpansionBudget) => Statement | Expression;
  /** What is checked of a use beside its types, when those are known. */
  readonly check?: (parts: Parts, view: UseView) => void;
  /** Reads the parts of a use, with its word, where the form does not say how. The tree does not know the parser. */
  readonly read?: (parser: unknown) => Parts;
  /** How a use is printed; the form says it otherwise. */
  readonly print?: (parts: Parts, text: (value: Part["value"]) => string) => string;
  /** What is shown of a use, as Markdown; otherwise its form and `says`. */
  readonly hover?: (parts: Parts, text: (value: Part["value"]) => string) => string;
}

/** What a file adds to the grammar of the files that import it. */
export interface ImportedWords {
  readonly syntaxes: readonly SyntaxExtension[];
  /** Names of types. */
  readonly types: readonly string[];
}

/** What may still be made by expansions: shared by all of a file. */
export interface ExpansionBudget {
  nodes: number;
  depth: number;
  /** That was too much, and it is said. */
  isFull: boolean;
}

/** What the check of a use may ask, and say. */
export interface UseView {
  /** The type of an expression among the parts, as a script writes it; "" where it has none. */
  readonly typeOf: (node: Expression) => string;
  readonly report: (at: NodeBase, message: string, hint?: string) => void;
}

/** `syntax statement unless ($c:condition) $b:block => if (!$c) $b` */
export interface SyntaxStatement extends StatementBase {
  readonly kind: "syntax";
  readonly role: SyntaxRole;
  readonly form: readonly FormElement[];
  readonly formSpan: NodeBase;
  readonly precedence?: Precedence;
  readonly pattern?: string;
  readonly template: Statement | Expression;
}

/** A use of a syntax as a statement. */
export interface ExtensionStatement extends StatementBase {
  readonly kind: "extension";
  readonly syntax: SyntaxExtension;
  readonly parts: Parts;
  readonly lowered: Statement;
}

/** A use of a syntax as an expression, an operator or a literal. */
export interface ExtensionExpression extends NodeBase {
  readonly kind: "extension-expression";
  readonly syntax: SyntaxExtension;
  readonly parts: Parts;
  /** As it was written, of a literal. */
  readonly text?: string;
  readonly lowered: Expression;
}

/* ---- commands (language 3) ---- */

/** `first && second || third`; `background` is a trailing `&` over the whole list. */
export interface CommandList extends NodeBase {
  readonly first: Pipeline;
  readonly rest: readonly { readonly operator: "&&" | "||"; readonly pipeline: Pipeline }[];
  readonly background: boolean;
}

/** `!a | b | c`. */
export interface Pipeline extends NodeBase {
  /** `!` ahead: failure of the whole pipeline is accepted. */
  readonly negated: boolean;
  readonly stages: readonly Stage[];
}

export type Stage = SimpleCommand | GroupCommand;

/** What stands ahead of a stage and says how it is to be run. */
export type Prefix = TimePrefix | TracePrefix;

/** `timeout 10s` and `within 5s`; the duration is an expression of type Duration. */
export interface TimePrefix extends NodeBase {
  readonly kind: "timeout" | "within";
  readonly duration: Expression;
}

/** `trace`. */
export interface TracePrefix extends NodeBase {
  readonly kind: "trace";
}

export interface Assignment extends NodeBase {
  readonly name: Identifier;
  readonly value: Word;
}

/** `LANG=C sort f > out`. `words[0]` is the program, or the word of the role (`cd`, `export`, `exit`); it is there unless a diagnostic says so. */
export interface SimpleCommand extends NodeBase {
  readonly kind: "simple";
  readonly prefixes: readonly Prefix[];
  /** Ahead of a program: its environment. After `export`: what is exported. */
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** What the engine does itself; `program` starts a process. `command X` is stripped, with `forced` set. */
  readonly role: "program" | "cd" | "export" | "exit";
  readonly forced: boolean;
}

/** `( echo a; echo b )`: statements in a flow of their own. */
export interface GroupCommand extends NodeBase {
  readonly kind: "group";
  readonly prefixes: readonly Prefix[];
  readonly body: BlockStatement;
  readonly redirects: readonly Redirect[];
}

/** `2> f` (fd 2), `&> f` (fd "both"), `2>&1` (op "dup", number), `2>&-` (op "close"), `<<END` (op "text"), `<<< word` (op "text", its newline added). */
export interface Redirect extends NodeBase {
  readonly fd: number | "both";
  readonly op: "<" | ">" | ">>" | ">=" | "dup" | "close" | "text";
  /** A file name, or for "text" what stands on the input. */
  readonly target?: Word;
  /** For "dup": the descriptor that is copied. */
  readonly from?: number;
}

/** Adjacent pieces that join into one argument (or, with a glob or an array, into several). */
export interface Word extends NodeBase {
  readonly parts: readonly WordPart[];
}

export type WordPart = TextPart | GlobPart | TildePart | ExpressionPart;

/** Text taken as it is: quoted, escaped, or bare without glob characters. `quoted` tells `"*"` from nothing special; `""` is one empty part. */
export interface TextPart extends NodeBase {
  readonly kind: "text";
  readonly text: string;
  readonly quoted: boolean;
}

/** Bare text that holds a glob character: `*`, `?`, `[a-z]`, `**`. */
export interface GlobPart extends NodeBase {
  readonly kind: "glob";
  readonly pattern: string;
}

/** `~` or `~user` at the start of a word. */
export interface TildePart extends NodeBase {
  readonly kind: "tilde";
  readonly user?: string;
}

/** `${expr}`, `$name`, `$(cmd)`: one value, never split nor globbed. `quoted`: it stands inside of `"…"`. */
export interface ExpressionPart extends NodeBase {
  readonly kind: "expression";
  readonly expression: Expression;
  readonly quoted: boolean;
}

/* ---- expressions ---- */

export type Expression =
  | IntLiteral
  | FloatLiteral
  | BooleanLiteral
  | NullLiteral
  | DurationLiteral
  | SizeLiteral
  | RegexLiteral
  | StringExpression
  | NameExpression
  | ThisExpression
  | SuperExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | UnaryExpression
  | CastExpression
  | InstanceofExpression
  | BinaryExpression
  | LogicalExpression
  | CoalesceExpression
  | ConditionalExpression
  | AssignExpression
  | UpdateExpression
  | ArrayExpression
  | MapExpression
  | ClosureExpression
  | CaptureExpression
  | ContextValueExpression
  | StatusExpression
  | LastJobExpression
  | ExtensionExpression
  | ErrorExpression;

export type ExpressionKind = Expression["kind"];

export interface IntLiteral extends NodeBase {
  readonly kind: "int";
  readonly value: number;
}

export interface FloatLiteral extends NodeBase {
  readonly kind: "float";
  readonly value: number;
}

export interface BooleanLiteral extends NodeBase {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NullLiteral extends NodeBase {
  readonly kind: "null";
}

/** `500ms 10s 5m 2h 1d`; milliseconds. */
export interface DurationLiteral extends NodeBase {
  readonly kind: "duration";
  readonly milliseconds: number;
}

/** `512KiB 10MB`; bytes. */
export interface SizeLiteral extends NodeBase {
  readonly kind: "size";
  readonly bytes: number;
}

export interface RegexLiteral extends NodeBase {
  readonly kind: "regex";
  readonly pattern: string;
  readonly flags: string;
}

/** `'…'`, `"…${e}…"`: text parts and expression parts; an empty list is the empty string. */
export interface StringExpression extends NodeBase {
  readonly kind: "string";
  readonly parts: readonly (TextPart | ExpressionPart)[];
}

export interface NameExpression extends NodeBase {
  readonly kind: "name";
  readonly name: string;
  /** Of a name that a syntax of one's own put here: the name of the source that declares the syntax, where it is looked up. */
  readonly home?: string;
}

/** `this`, within a class. */
export interface ThisExpression extends NodeBase {
  readonly kind: "this";
}

/** `super`: only as `super(…)` and `super.m(…)`. */
export interface SuperExpression extends NodeBase {
  readonly kind: "super";
}

/** `a.b`. (`env.HOME`, `System.fopen`, `lib.f`, `xs.length`.) */
export interface MemberExpression extends NodeBase {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: Identifier;
  /** As of a NameExpression: what is private to that source can be reached. */
  readonly home?: string;
}

export interface IndexExpression extends NodeBase {
  readonly kind: "index";
  readonly object: Expression;
  readonly index: Expression;
}

export interface CallExpression extends NodeBase {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
}

export interface UnaryExpression extends NodeBase {
  readonly kind: "unary";
  readonly operator: "!" | "-" | "+" | "~";
  readonly operand: Expression;
}

/** `(T)e`. */
export interface CastExpression extends NodeBase {
  readonly kind: "cast";
  readonly type: TypeNode;
  readonly operand: Expression;
}

/** `e instanceof T`. */
export interface InstanceofExpression extends NodeBase {
  readonly kind: "instanceof";
  readonly left: Expression;
  readonly type: TypeNode;
}

export type BinaryOperator =
  | "*"
  | "/"
  | "%"
  | "+"
  | "-"
  | "<<"
  | ">>"
  | ">>>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "=="
  | "!="
  | "=~"
  | "!~"
  | "&"
  | "^"
  | "|";

export interface BinaryExpression extends NodeBase {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly operatorSpan: NodeBase;
  readonly left: Expression;
  readonly right: Expression;
}

export interface LogicalExpression extends NodeBase {
  readonly kind: "logical";
  readonly operator: "&&" | "||";
  readonly left: Expression;
  readonly right: Expression;
}

/** `a ?? b`. */
export interface CoalesceExpression extends NodeBase {
  readonly kind: "coalesce";
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends NodeBase {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export type AssignOperator =
  | "="
  | "+="
  | "-="
  | "*="
  | "/="
  | "%="
  | "<<="
  | ">>="
  | ">>>="
  | "&="
  | "^="
  | "|="
  | "??=";

/** The target is a name, a member or an index. */
export interface AssignExpression extends NodeBase {
  readonly kind: "assign";
  readonly operator: AssignOperator;
  readonly target: Expression;
  readonly value: Expression;
}

/** `n++`, `--n`. */
export interface UpdateExpression extends NodeBase {
  readonly kind: "update";
  readonly operator: "++" | "--";
  readonly prefix: boolean;
  readonly target: Expression;
}

export interface ArrayExpression extends NodeBase {
  readonly kind: "array";
  readonly elements: readonly Expression[];
}

/** `{"a": 1}`; keys are String expressions. */
export interface MapExpression extends NodeBase {
  readonly kind: "map";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `(int x) => x + 1`, `(String s) => { … }`; a parameter's type may be left out where the context gives it. */
export interface ClosureExpression extends NodeBase {
  readonly kind: "closure";
  readonly parameters: readonly { readonly type?: TypeNode; readonly name: Identifier }[];
  readonly body: Expression | BlockStatement;
}

/** `$(cmd)`; gives what its context wants (language 3). A list with `background` makes a Job. */
export interface CaptureExpression extends NodeBase {
  readonly kind: "capture";
  readonly body: readonly Statement[];
}

/** `@{KEY}`: a value that the D-Case states in the context of the goal around. */
export interface ContextValueExpression extends NodeBase {
  readonly kind: "context-value";
  readonly key: string;
}

/** `$?`. */
export interface StatusExpression extends NodeBase {
  readonly kind: "status";
}

/** `$!`. */
export interface LastJobExpression extends NodeBase {
  readonly kind: "last-job";
}

/** What could not be parsed as an expression; a diagnostic says why. */
export interface ErrorExpression extends NodeBase {
  readonly kind: "error-expression";
}

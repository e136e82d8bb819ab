/** Advice: what a `when` restarts or ends takes its state along, so that somebody has to keep that ahead of it (DS7014). */

import { innerCommand } from "../../commands/index.ts";
import {
  type CallExpression,
  type CommandList,
  expressionParts,
  type FunctionStatement,
  type Pipeline,
  pipelinesOf,
  type SimpleCommand,
  type Statement,
  statementParts,
  type Visitor,
  type WhenStatement,
} from "../../syntax/index.ts";
import type { Span } from "../../text/index.ts";
import { staticText } from "../commands/names.ts";
import { writesFile } from "../commands/redirects.ts";
import type { Context } from "../context.ts";
import { endsSomething, keepsState, writesNoState } from "./restarts.ts";

/** Goes along what the block does, in its order, through what it calls, to the first command that ends something. */
export function adviseEvidence(context: Context, node: WhenStatement): void {
  const found = firstEnd(context, node);
  if (found === undefined) return;
  const { span, file, command } = found;
  const head = { start: node.start, end: node.condition.end + 1 };
  const source = context.program.files[file]?.source;
  const isOwn = file === context.file.index;
  if (source === undefined || (isOwn && span.start >= node.start && span.end <= node.end))
    return context.report("DS7014", span, { command });
  const [place, message] = isOwn ? [span, "this comes to it"] : [head, "it stands here"];
  const related = isOwn ? { source, span: head, message } : { source, span, message };
  context.report("DS7014", place, { command }, [related]);
}

interface Found {
  readonly span: Span;
  readonly file: number;
  readonly command: string;
}

function firstEnd(context: Context, node: WhenStatement): Found | undefined {
  const seen = new Set<FunctionStatement>();
  let isKept = false;
  let found: Found | undefined;
  let file = context.file.index;

  const visitor: Visitor = {
    statement(each) {
      if (isKept || found !== undefined) return;
      if (each.kind === "command") list(each.list);
      // What a task remembers is in the journal.
      if (each.kind === "task-body" && each.remember?.statements.some(isCapture) === true) isKept = true;
      statementParts(each, visitor);
    },
    expression(each) {
      if (isKept || found !== undefined) return;
      expressionParts(each, visitor);
      if (each.kind === "call") call(each);
    },
  };
  visitor.statement(node.body);
  return found;

  function list(commands: CommandList): void {
    for (const pipeline of pipelinesOf(commands)) {
      if (isKept || found !== undefined) return;
      if (keeps(context, file, pipeline)) isKept = true;
      else judge(pipeline);
    }
  }

  function judge({ stages }: Pipeline): void {
    for (const stage of stages) {
      const argv = stage.kind === "simple" ? argvOf(context, file, stage) : [];
      if (found === undefined && endsSomething(argv))
        found = { span: stage, file, command: argv.slice(0, 4).join(" ") };
    }
  }

  function call(each: CallExpression): void {
    const target = context.program.calls.get(each);
    if (target?.kind === "library") {
      if (/^(?:System\.(?:fwrite|fputs|writeText)$)/.test(target.signature.key)) isKept = true;
      return;
    }
    const callee = target?.kind === "function" || target?.kind === "method" ? target.symbol : undefined;
    if (callee?.node === undefined || seen.has(callee.node)) return;
    seen.add(callee.node);
    const outer = file;
    file = callee.file;
    statementParts(callee.node, visitor);
    if (found === undefined) file = outer;
  }
}

/** A pipeline that puts into a file what a program has found out. */
function keeps(context: Context, file: number, { stages }: Pipeline): boolean {
  const argvs = stages.map((stage) => (stage.kind === "simple" ? argvOf(context, file, stage) : []));
  if (argvs.some(keepsState)) return true;
  return stages.some(writesFile) && argvs.some((argv) => !writesNoState(argv));
}

function isCapture(node: Statement): boolean {
  return node.kind === "variable" && node.value?.kind === "capture";
}

/** Its words, those behind `sudo` and its kin; "…" stands for what is computed. */
function argvOf({ program }: Context, file: number, stage: SimpleCommand): readonly string[] {
  if (stage.role !== "program") return [];
  const words = stage.words.map((word) => staticText(word) ?? "…");
  const table = program.files[file]?.table;
  if (table === undefined || words[0] === undefined || words[0] === "…") return words;
  return innerCommand(table, words).argv;
}

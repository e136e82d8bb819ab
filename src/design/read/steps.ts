/** The statements of a plan's body as steps. */

import { coreOf, type Statement } from "../../syntax/index.ts";
import type { CodeStep, EndStep, Step } from "../model.ts";
import { choiceOf, switchOf } from "./choices.ts";
import { codeLines, codeText, linesOf, textOf, wordsAbove } from "./code.ts";
import { goalOf, strategiesOf } from "./goals.ts";
import { loopOf } from "./loops.ts";
import { calleeOf, callOf, type Reader } from "./reader.ts";
import { stepOf } from "./tasks.ts";

export function stepsOf(reader: Reader, statements: readonly Statement[]): readonly Step[] {
  const steps: Step[] = [];
  for (const statement of statements)
    for (const step of stepsOfOne(reader, statement)) {
      const last = steps.at(-1);
      if (step.kind === "code" && last?.kind === "code") steps.splice(-1, 1, joined(last, step));
      else steps.push(step);
    }
  return steps;
}

function joined(a: CodeStep, b: CodeStep): CodeStep {
  return { kind: "code", code: [...a.code, ...b.code], lines: { first: a.lines.first, last: b.lines.last } };
}

function stepsOfOne(reader: Reader, written: Statement): readonly Step[] {
  const node = coreOf(written);
  const { source } = reader.file;
  const lines = linesOf(source, written);
  const words = wordsAbove(source, written);
  const titled = { lines, ...(words === undefined ? {} : { words }) };
  const inner = (statements: readonly Statement[]): readonly Step[] => stepsOf(reader, statements);
  const call = callOf(node);
  const callee = call === undefined ? undefined : calleeOf(reader, call);
  if (call !== undefined && callee !== undefined) return [stepOf(reader, callee, lines, call)];
  switch (node.kind) {
    case "block":
      return inner(node.statements);
    case "lock":
    case "cd":
      return inner(node.body.statements);
    case "if":
      return [{ ...titled, ...choiceOf(source, node, inner) }];
    case "switch":
      return [{ ...titled, ...switchOf(source, node, inner) }];
    case "for-in":
    case "for":
    case "while":
    case "do":
    case "retry":
      return [{ ...titled, ...loopOf(source, node, inner) }];
    case "parallel": {
      const branches = node.body.statements.map((each) => inner([each]));
      return [{ ...titled, kind: "parallel", branches }];
    }
    case "assure":
      return [{ kind: "goal", text: goalOf(reader, node.goal), steps: inner(node.body.statements), lines }];
    case "argue":
      return [{ kind: "goal", text: goalOf(reader, node.goal), steps: strategiesOf(reader, node, inner), lines }];
    case "atomic": {
      const code = codeLines(source, node.body.statements);
      const confirm = codeLines(source, node.confirm?.statements ?? []);
      return [
        { ...titled, kind: "atomic", paths: node.paths.map((path) => plain(textOf(source, path))), code, confirm },
      ];
    }
    case "notify":
      return [
        { kind: "notify", roles: node.roles.map(({ name }) => name), message: textOf(source, node.message), lines },
      ];
    case "approve": {
      const timeout = node.timeout === undefined ? {} : { timeout: codeText(source, node.timeout) };
      return [{ kind: "approve", role: node.role.name, question: textOf(source, node.question), ...timeout, lines }];
    }
    default:
      return [
        endOf(node, codeText(source, written), lines) ?? { kind: "code", code: codeLines(source, [written]), lines },
      ];
  }
}

function endOf(node: Statement, code: string, lines: EndStep["lines"]): EndStep | undefined {
  if (node.kind === "return") return { kind: "end", how: "done", code, lines };
  if (node.kind === "throw") return { kind: "end", how: "failed", code, lines };
  if (node.kind !== "command" || node.list.rest.length > 0) return undefined;
  const [stage] = node.list.first.stages;
  if (stage?.kind !== "simple" || stage.role !== "exit") return undefined;
  return { kind: "end", how: /^exit 0$/.test(code) ? "done" : "failed", code, lines };
}

/** A path that is one hole stands as its code. */
function plain(text: string): string {
  return /^\$\{([^{}]*)\}$/.exec(text)?.[1] ?? text;
}

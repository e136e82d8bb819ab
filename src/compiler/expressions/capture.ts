/** `$(cmd)`: what its context wants (language 3). */

import { accept, type Policy, type RuntimeName, raise } from "../../records/index.ts";
import type { CaptureExpression, Statement } from "../../syntax/index.ts";
import { emitBody, emitJobBody, isAlone } from "../commands/body.ts";
import { keepStatus } from "../commands/pipeline.ts";
import { at, type Scope, site, temporary, use } from "../context.ts";

export function emitCapture(scope: Scope, node: CaptureExpression): string {
  switch (scope.unit.program.captures.get(node) ?? "String") {
    case "String":
    case "void":
      return captured(scope, node, "capture", scope.policy);
    case "String[]":
    case "lines":
      return captured(scope, node, "captureLines", scope.policy);
    case "String?":
      return emitOptional(scope, node);
    case "boolean":
      return emitAnswer(scope, node);
    case "Result":
      return emitResult(scope, node);
    case "Job":
      return `${at(scope, node)}${use(scope, "job")}($, ${captureSite(scope, node)}, ${jobBody(scope, node.body)})`;
  }
}

function captured(scope: Scope, node: CaptureExpression, name: RuntimeName, policy: Policy): string {
  const body = emitBody(scope, node.body, { manner: { how: "run", policy }, gives: "nothing", beside: false });
  return call(scope, node, name, body, policy);
}

function call(scope: Scope, node: CaptureExpression, name: RuntimeName, body: string, policy: Policy = raise): string {
  const code = started(scope, node, name, body, policy);
  return scope.inWord ? `await ${use(scope, "substituted")}(${code})` : `await ${code}`;
}

function started(scope: Scope, node: CaptureExpression, name: RuntimeName, body: string, policy: Policy): string {
  return `${at(scope, node)}${use(scope, name)}($, ${captureSite(scope, node)}, ${body}${policy === raise ? "" : `, ${policy}`})`;
}

function captureSite(scope: Scope, node: CaptureExpression): number {
  return site(scope, node, "$()");
}

/** Null where it failed: inside it raises, and the runtime accepts what comes out; `$?` is told on the way. */
function emitOptional(scope: Scope, node: CaptureExpression): string {
  const body = emitBody(scope, node.body, { manner: { how: "run", policy: raise }, gives: "nothing", beside: false });
  if (scope.status === null) return call(scope, node, "captureOptional", body);
  const kept = scope.unit.prelude.own("$failing", failing(scope));
  return call(scope, node, "captureOptional", `${kept}(${body}, (status) => { ${scope.status} = status; })`);
}

/** A body that tells its fault's status on the way out. */
function failing(scope: Scope): string {
  const [caught, statusOf] = [use(scope, "caught"), use(scope, "statusOf")];
  return `function $failing(body, tell) {
  return async ($) => {
    try {
      await body($);
    } catch (thrown) {
      tell(${statusOf}(${caught}($, thrown)));
      throw thrown;
    }
  };
}
`;
}

/** True for 0, false for an answer; its output is captured like any other's, and nobody asks for it. */
function emitAnswer(scope: Scope, node: CaptureExpression): string {
  const status = temporary(scope);
  const body = emitBody(scope, node.body, {
    manner: { how: "answer", policy: scope.policy },
    gives: "truth",
    beside: false,
  });
  // The body's value is kept beside the captured text.
  use(scope, "exitStatus");
  const keeping = scope.unit.prelude.own("$keeping", keepingText);
  return `(${call(scope, node, "capture", `${keeping}(${body}, (status) => { ${status} = status; })`)}, ${status} === 0)`;
}

const keepingText = `function $keeping(body, tell) {
  return async ($) => tell(await body($).catch(exitStatus));
}
`;

function emitResult(scope: Scope, node: CaptureExpression): string {
  const body = emitBody(scope, node.body, { manner: { how: "run", policy: accept }, gives: "status", beside: false });
  const result = call(scope, node, "captureResult", body);
  if (scope.status === null) return result;
  const value = temporary(scope);
  return `(${value} = ${result}, ${keepStatus(scope, `${value}.status`)}, ${value})`;
}

function jobBody(scope: Scope, body: readonly Statement[]): string {
  const [only, second] = body;
  if (only?.kind === "command" && second === undefined)
    return `${emitJobBody(scope, only.list)}${isAlone(only.list) ? ", true" : ""}`;
  return emitBody(scope, body, { manner: { how: "run", policy: raise }, gives: "status", beside: true });
}

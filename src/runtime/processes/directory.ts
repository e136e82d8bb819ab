/** `cd`: the working directory of a flow (language 3, 5). */

import { constants } from "node:fs";
import { resolve } from "node:path";
import { accept, type Policy, raise } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { showArgument } from "../faults/show-argument.ts";
import type { ScriptFlow } from "../flow.ts";
import { accessSync, statSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { errnoOf, errnoText } from "./errno.ts";
import { fsPath } from "./memory.ts";

/** Changes a flow's directory, with PWD and OLDPWD; `-` is the one before. Whether it worked; under `raise` a failure throws. */
export function changeDirectory(run: Run, flow: ScriptFlow, site: number, directory: string, policy: Policy): boolean {
  const began = steadyNow();
  const target = directory === "-" ? flow.environment.get("OLDPWD") : directory;
  const failure = inNamespace(flow, () => whyNot(flow, target));
  if (failure === null) {
    setDirectory(flow, resolve(flow.directory, target ?? ""));
    return true;
  }
  const word = siteAt(run, site).stages?.[0]?.words[1];
  const known = {
    name: "directory",
    type: { kind: "String" } as const,
    origins: word?.origins ?? 0,
    ...(word?.secret === true ? { secret: true } : {}),
  };
  const fault = createFault(run, site, {
    kind: "IOFault",
    message: failure.message,
    api: "cd",
    arguments: [showArgument(known, 0, directory, run.secrets.mask)],
    status: 1,
    cwd: flow.directory,
    elapsed: steadyNow() - began,
    ...(failure.errno === undefined ? {} : { errno: failure.errno }),
  });
  if (policy === raise) throw fault;
  settle(run, fault, policy === accept);
  if (policy !== accept) run.unseen += 1;
  return false;
}

/** Puts a flow into a directory that is known to be there. */
export function setDirectory(flow: ScriptFlow, directory: string): void {
  if (directory === flow.directory) return;
  flow.environment.set("OLDPWD", flow.directory);
  flow.environment.set("PWD", directory);
  flow.directory = directory;
}

function whyNot(
  flow: ScriptFlow,
  target: string | undefined,
): { readonly message: string; readonly errno?: string } | null {
  if (target === undefined)
    return { message: "cannot change back: this flow has had no other directory yet (OLDPWD is not set)" };
  // An empty name is most likely a value that is missing.
  if (target === "") return { message: "cannot change to a directory without a name", errno: "ENOENT" };
  if (target.includes("\0")) return { message: "cannot change to a directory whose name holds a NUL", errno: "EINVAL" };
  const path = fsPath(resolve(flow.directory, target));
  try {
    if (!statSync(path).isDirectory()) return described(target, "ENOTDIR");
    accessSync(path, constants.X_OK);
    return null;
  } catch (thrown) {
    return described(target, errnoOf(thrown));
  }
}

function described(target: string, errno: string): { readonly message: string; readonly errno: string } {
  return { message: `cannot change to "${target}": ${errnoText(errno)}`, errno };
}

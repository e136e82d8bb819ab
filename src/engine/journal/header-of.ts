/** The header of a run's journal, made with its first entry. */

import { ownHolder } from "../../sinks/index.ts";
import type { Config } from "../config-shape.ts";
import { filesToKeep, type Runnable } from "../runnable.ts";
import type { RunState } from "../state.ts";
import { absolutePath } from "../working-directory.ts";
import { type Header, journalVersion, withoutSecrets } from "./header.ts";

export interface HeaderParts {
  readonly request: Pick<Header, "strict" | "arguments"> & {
    readonly name: string;
    readonly caseFile: string | undefined;
    readonly defines: ReadonlyMap<string, string>;
  };
  readonly config: Pick<Config, "durable" | "unfinished">;
  readonly runnable: Runnable;
  readonly environment: ReadonlyMap<string, string>;
  readonly directory: string;
  readonly state: RunState;
}

export function headerOf({ request, config, runnable, environment, directory, state }: HeaderParts): Header {
  return {
    dscript: "journal",
    version: journalVersion,
    run: state.runId,
    script: request.name,
    path: request.name === "-" ? "" : (runnable.files[0]?.path ?? ""),
    strict: request.strict,
    ...(request.caseFile === undefined ? {} : { case: absolutePath(request.caseFile) }),
    defines: [...request.defines],
    arguments: request.arguments,
    directory,
    environment: withoutSecrets(environment),
    durable: config.durable,
    holder: ownHolder(),
    unfinished: config.unfinished,
    files: filesToKeep(runnable).map(({ path, bytes }) => ({ path, content: Buffer.from(bytes).toString("base64") })),
    time: Date.now(),
  };
}

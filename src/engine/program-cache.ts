/** Programs of earlier runs, kept in the state folder: a script that has not changed starts without being compiled again. */

import { isUtf8 } from "node:buffer";
import { statSync } from "node:fs";
import type { Program } from "../records/index.ts";
import { caseText } from "./argument/case-text.ts";
import { type KeptPlace, keep, keptPlace, readKept } from "./kept.ts";
import { type Look, looksTheSame } from "./modules/looks.ts";
import type { PrepareRequest } from "./prepare.ts";
import { programsOnPath } from "./programs.ts";
import { readScript } from "./read-file.ts";
import type { Runnable } from "./runnable.ts";
import { absolutePath } from "./working-directory.ts";

/** A larger program is not kept: reading it back would cost what compiling does. */
const largestEntry = 4 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly strict: boolean;
  /** The roles with an address, as it was checked with them. */
  readonly roles: string;
  readonly paths: readonly string[];
  readonly program: Program;
  readonly commandRows: Runnable["commandRows"];
  /** What was seen while its modules were looked for. */
  readonly looks: readonly Look[];
  /** The text of its D-Case. */
  readonly argument?: string;
}

/** The program of a request, where an earlier run left it, its files are byte for byte the same, and its commands are still there. */
export function cachedProgram(request: PrepareRequest): Runnable | undefined {
  const place = placeOf(request);
  const entry = place === undefined ? undefined : (readKept(place) as Entry | undefined);
  if (entry?.name !== request.name || entry.strict !== request.strict || entry.roles !== rolesOf(request))
    return undefined;
  const files = entry.paths.map((path, index) => unchangedFile(path, entry.program.files[index]?.text));
  const programs = programsOnPath();
  if (!entry.program.commands.every((command) => command.optional || programs.has(command.name))) return undefined;
  const known = files.filter((file) => file !== undefined);
  if (known.length < files.length || !looksTheSame(entry.looks)) return undefined;
  const { program: kept, commandRows, looks, argument } = entry;
  const path = request.case?.path;
  if (path !== undefined && (argument === undefined || caseText(path) !== argument)) return undefined;
  const of = path === undefined || argument === undefined ? {} : { case: { path, text: argument } };
  return { files: known, program: kept, definedValues: new Map(), commandRows, functions: [], looks, ...of };
}

/** Keeps a program for later runs. A state folder that cannot be written is no reason to complain here. */
export function keepProgram(request: PrepareRequest, runnable: Runnable): void {
  const { files, program, commandRows, looks } = runnable;
  const place = placeOf(request);
  if (place === undefined) return;
  // A package's JavaScript has to be run again for its functions.
  if (files.length > program.files.length) return;
  const paths = files.map((file) => file.path);
  const { name, strict } = request;
  const argument = runnable.case === undefined ? {} : { argument: runnable.case.text };
  const entry: Entry = { name, strict, roles: rolesOf(request), paths, program, commandRows, looks, ...argument };
  const text = JSON.stringify(entry);
  if (text.length <= largestEntry) keep(place, text);
}

/** Where a request's program is kept; undefined where it may not be: other commands, constants or rows than the script's own. */
function placeOf(request: PrepareRequest): KeptPlace | undefined {
  if (request.name === "-") return undefined;
  if (request.commandList !== undefined || request.defines.size > 0 || request.ownRows || request.coverage === true)
    return undefined;
  const versions = [...request.packages].map(([name, range]) => `${name}@${range}`).join(" ");
  const key = `${request.strict} ${request.name} ${absolutePath(request.name)} ${versions} ${rolesOf(request)}${request.case === undefined ? "" : ` ${request.case.path}`}`;
  return keptPlace("programs", key);
}

/** "operator,teacher"; "*" where nobody is told, so that any role will do. */
function rolesOf({ roles }: PrepareRequest): string {
  return roles === undefined ? "*" : roles.toSorted().join(",");
}

function unchangedFile(path: string, text: string | undefined): { path: string; bytes: Uint8Array } | undefined {
  // Looking into a pipe would use up what it holds: only a file can be read again to be compiled.
  if (!isRegularFile(path)) return undefined;
  const bytes = readScript(path);
  if (!(bytes instanceof Uint8Array) || !isUtf8(bytes)) return undefined;
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return (found.startsWith("\ufeff") ? found.slice(1) : found) === text ? { path, bytes } : undefined;
}

function isRegularFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

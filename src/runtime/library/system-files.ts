/** System: open files with the C names, and whole files at once. */

import type { FaultKind } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { bytesOf, locate } from "../files/bytes.ts";
import type { ScriptFile } from "../files/file.ts";
import { isForWriting } from "../files/modes.ts";
import { openFile } from "../files/open.ts";
import { readAll } from "../files/read-all.ts";
import { Refusal } from "../files/refusal.ts";
import { replaceContent, writeInto } from "../files/replace.ts";
import { flushOutput, writeOutput } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { causeOf, type GuardedCall, guarded, quote } from "./guard.ts";
import { type OpenFiles, StandardOutput } from "./open-files.ts";
import { linesOf } from "./strings.ts";

export function fileCalls(run: Run, files: OpenFiles): Readonly<Record<string, GuardedCall>> {
  return { ...openingCalls(run, files), ...readingCalls, ...writingCalls(run), ...wholeFileCalls(run) };
}

function openingCalls(run: Run, files: OpenFiles): Readonly<Record<string, GuardedCall>> {
  return {
    "System.fopen": guarded({
      perform: async (flow: ScriptFlow, site: number, filename: string, mode: string = "r") => {
        const file = await openFile(run, locate(flow, filename), filename, mode, flow);
        files.add(file, (thrown) => closingFault(run, site, file, thrown));
        return file;
      },
      attempts: (filename, mode = "r") => `open ${quote(filename)} for ${purposeOf(mode)}`,
      changes: (_filename, mode = "r") => isForWriting(mode),
    }),
    "System.lines": guarded({
      perform: async (flow: ScriptFlow, site: number, filename: string) => {
        const file = await openFile(run, locate(flow, filename), filename, "r", flow);
        files.add(file, (thrown) => closingFault(run, site, file, thrown));
        return file;
      },
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "System.fclose": guarded({
      perform: async (flow: ScriptFlow, _site: number, file: ScriptFile) => {
        if (file instanceof StandardOutput) {
          flushOutput(run, flow[file.output]);
          throw new Refusal("IOFault", "it stays open as long as the script runs", "EINVAL");
        }
        if (file.isOpen) files.remove(file);
        await file.close();
      },
      attempts: (file) => `close ${quote(file.path)}`,
      changes: (file) => isForWriting(file.mode),
    }),
  };
}

/** The fault of a file that the script left open and whose rest could not be written at the end. */
function closingFault(run: Run, site: number, file: ScriptFile, thrown: unknown): unknown {
  const cause = causeOf(thrown);
  if (cause === null) return thrown;
  const message = `cannot write the rest of ${quote(file.path)} at the script's end: ${cause.why}`;
  const kind: FaultKind = cause.kind;
  const errno = cause.errno === undefined ? {} : { errno: cause.errno };
  return createFault(run, site, { kind, message, values: [file.path, file.mode], ...errno });
}

function purposeOf(mode: string): string {
  if (mode.includes("+")) return "reading and writing";
  if (mode.startsWith("a")) return "appending";
  return isForWriting(mode) ? "writing" : "reading";
}

const reading = (file: ScriptFile): string => `read from ${quote(file.path)}`;
const writing = (file: ScriptFile): string => `write to ${quote(file.path)}`;
const asking = (file: ScriptFile): string => `tell the place in ${quote(file.path)}`;

const readingCalls: Readonly<Record<string, GuardedCall>> = {
  "System.fread": guarded({
    perform: (_flow: ScriptFlow, _site: number, file: ScriptFile, bytes: number) => {
      if (bytes < 0) throw new Refusal("ArgumentFault", `${bytes} is no number of bytes`, "EINVAL", "bytes");
      return readable(file).read(bytes);
    },
    attempts: reading,
  }),
  "System.fgets": guarded({
    ready: (file: ScriptFile) => file.lineAhead(),
    perform: (_flow: ScriptFlow, _site: number, file: ScriptFile) => readable(file).readLine(),
    attempts: reading,
  }),
  "System.fgetc": guarded({
    perform: (_flow: ScriptFlow, _site: number, file: ScriptFile) => readable(file).readCharacter(),
    attempts: reading,
  }),
  "System.feof": guarded({
    perform: (_flow: ScriptFlow, _site: number, file: ScriptFile) => readable(file).atEnd,
    attempts: reading,
  }),
  "System.fseek": guarded({
    perform: (_flow: ScriptFlow, _site: number, file: ScriptFile, offset: number, whence: string = "start") =>
      file.seek(offset, whence),
    attempts: (file, offset) => `move to ${offset} in ${quote(file.path)}`,
  }),
  "System.ftell": guarded({
    perform: (_flow: ScriptFlow, _site: number, file: ScriptFile) => file.tell(),
    attempts: asking,
  }),
};

function readable(file: ScriptFile): ScriptFile {
  if (file instanceof StandardOutput) throw new Refusal("IOFault", "it is for writing only", "EBADF");
  return file;
}

function writingCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  const write = (flow: ScriptFlow, site: number, file: ScriptFile, text: string): number | Promise<number> => {
    if (!(file instanceof StandardOutput)) return file.write(text);
    writeOutput(run, flow[file.output], site, text);
    return bytesOf(text).length;
  };
  const flush = (flow: ScriptFlow, file: ScriptFile): void | Promise<void> =>
    file instanceof StandardOutput ? flushOutput(run, flow[file.output]) : file.flush();
  return {
    "System.fwrite": guarded({ perform: write, attempts: writing }),
    "System.fputs": guarded({
      perform: (flow: ScriptFlow, site: number, file: ScriptFile, text: string) => write(flow, site, file, `${text}\n`),
      attempts: writing,
    }),
    "System.fflush": guarded({
      perform: (flow: ScriptFlow, _site: number, file: ScriptFile) => flush(flow, file),
      attempts: writing,
    }),
    "System.fsync": guarded({
      perform: (flow: ScriptFlow, _site: number, file: ScriptFile) =>
        file instanceof StandardOutput ? flush(flow, file) : file.sync(),
      attempts: writing,
    }),
  };
}

function wholeFileCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "System.readText": guarded({
      perform: (flow: ScriptFlow, _site: number, filename: string) => readAll(run, flow, filename),
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "System.readLines": guarded({
      perform: async (flow: ScriptFlow, _site: number, filename: string) => linesOf(await readAll(run, flow, filename)),
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "System.writeText": guarded({
      perform: (flow: ScriptFlow, _site: number, filename: string, text: string) =>
        replaceContent(run, locate(flow, filename), filename, text, flow),
      attempts: (filename) => `write ${quote(filename)}`,
    }),
    "System.appendText": guarded({
      perform: (flow: ScriptFlow, _site: number, filename: string, text: string) =>
        writeInto(run, locate(flow, filename), filename, "a", text, flow),
      attempts: (filename) => `write ${quote(filename)}`,
    }),
  };
}

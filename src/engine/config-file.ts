/** A configuration file's bytes to a configuration, or to all of its mistakes with their places. */

import { dirname, resolve } from "node:path";
import type { Mistake } from "../diagnostics/index.ts";
import { checkDocument } from "../documents/index.ts";
import { readSpec } from "../sinks/index.ts";
import { type ConfigContent, configSchema, keysAt, retentionFrom, rowsFrom } from "./config-schema.ts";
import { type Config, defaultConfig } from "./config-shape.ts";
import { rulesFrom } from "./diagnosis-schema.ts";
import { notifySettings, roleSettings } from "./notify-settings.ts";

type Checked =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Checks a file's content; `file` is its absolute path. Never throws. */
export function checkConfig(file: string, bytes: Uint8Array): Checked {
  const checked = checkDocument(file, bytes, {
    schema: configSchema,
    keysAt,
    single: "a configuration is one document: leave the `---` line out",
    shallow: "a configuration needs three or four",
  });
  return checked.ok ? { ok: true, config: { ...configOf(file, checked.content), bytes } } : checked;
}

function configOf(file: string, content: ConfigContent): Config {
  const folder = dirname(file);
  return {
    path: file,
    log: (content.log ?? []).map((sink) => readSpec(sink, folder).name),
    strict: content.strict ?? defaultConfig.strict,
    captureLimit: content.capture_limit ?? defaultConfig.captureLimit,
    commands: rowsFrom(content, file),
    diagnosis: rulesFrom(content.diagnosis ?? []),
    timeoutGrace: content.timeout_grace ?? defaultConfig.timeoutGrace,
    color: content.color ?? defaultConfig.color,
    retention: retentionFrom(content),
    lang: content.lang ?? defaultConfig.lang,
    ...(content.max_time === undefined ? {} : { maxTime: content.max_time }),
    ...(content.trace === undefined ? {} : { trace: content.trace }),
    ...(content.sample === undefined ? {} : { sample: content.sample }),
    sampler: content.sampler ?? defaultConfig.sampler,
    usualTimes: content.usual_times ?? defaultConfig.usualTimes,
    durable: content.durable ?? defaultConfig.durable,
    unfinished: content.unfinished ?? defaultConfig.unfinished,
    roles: roleSettings(content.roles ?? {}, folder),
    ...(content.approval === undefined ? {} : { approval: { argv: content.approval.command, directory: folder } }),
    ...(content.case === undefined ? {} : { case: resolve(folder, content.case) }),
    ...(content.policy === undefined ? {} : { policy: resolve(folder, content.policy) }),
    packages: new Map(Object.entries(content.packages ?? {})),
    ...(content.version === undefined ? {} : { version: content.version }),
    ...(content.on_fault === undefined ? {} : { onFault: notifySettings(content.on_fault, folder) }),
  };
}

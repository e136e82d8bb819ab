/** The one schema of a configuration file. Each leaf's message is "what is expected", a newline, "an example". */

import semver from "semver";
import { z } from "zod";
import type { UserRow } from "../commands/index.ts";
import { duration, needs, onOrOff, read, within, yesOrNo } from "../documents/index.ts";
import { readSize } from "../records/index.ts";
import { readSpec, SinkSpecError } from "../sinks/index.ts";
import { type Config, defaultConfig } from "./config-shape.ts";
import { parseRange } from "./config-values.ts";
import { diagnosisKeysAt, diagnosisRows } from "./diagnosis-schema.ts";
import { maxTimeExpected, readMaxTime } from "./max-time.ts";
import { notifyKeysAt, onFault } from "./notify-schema.ts";
import { approval, roles, rolesKeysAt } from "./roles-schema.ts";
import { readSampleInterval, sampleExpected } from "./sample-interval.ts";

/** The longest text that V8 holds is 2^29 - 24 characters. */
const largestCapture = 511 * 2 ** 20;
const longestGrace = 3_600_000;
const longestAge = 36_500 * 86_400_000;

const answers = read(
  (value) => (value === "any" || value === "none" ? value : typeof value === "string" ? parseRange(value) : undefined),
  "any, none, or a range of statuses from 0 to 255",
  "answers: 0..1",
);

const option = z
  .string(needs("an option", "value_options: [-o, --output]"))
  .regex(/^-[^\s=]+$/, needs("an option with its dashes, without a value", "value_options: [-o, --output]"));
const status = needs("an exit status from 1 to 255", "reader_gone: [23]");

const row = z.strictObject(
  {
    effect: z.enum(["reads", "changes"], needs("reads or changes", "effect: reads")).optional(),
    answers: answers.optional(),
    plain: yesOrNo("plain").optional(),
    value_options: z.array(option, needs("a list of options", "value_options: [-o, --output]")).optional(),
    reader_gone: z
      .array(z.int(status).min(1, status).max(255, status), needs("a list of exit statuses", "reader_gone: [23]"))
      .optional(),
    statuses: z
      .record(
        z
          .string()
          .regex(
            /^(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/,
            needs("an exit status from 1 to 255", 'statuses: { 2: "a wrong option" }'),
          ),
        z.string(needs("what the status says", 'statuses: { 2: "a wrong option" }')),
        needs("statuses with what they say", 'statuses: { 2: "a wrong option" }'),
      )
      .optional(),
  },
  needs("what is known of the command", "commands: { mytool: { effect: reads, answers: any } }"),
);

const sinkExample = "log: [stderr, file:/var/log/dscript.jsonl, syslog:tls://logs.example.com]";
const sink = z.string(needs("a sink", sinkExample)).superRefine((text, context) => {
  try {
    readSpec(text, "/");
  } catch (thrown) {
    if (!(thrown instanceof SinkSpecError)) throw thrown;
    const place = /^(?:file|syslog)\b/.test(text)
      ? `a sink (${thrown.message})`
      : "a sink: file:PATH, syslog:… or stderr";
    context.addIssue({ code: "custom", message: `${place}\n${sinkExample}` });
  }
});

const retentionExample = "retention: { keep: 1000, older_than: 30d, size: 100MiB }";
const manyRuns = needs("a number of runs from 1 to 1000000", retentionExample);
const retention = z.strictObject(
  {
    none: z.literal(true, needs("a limit", retentionExample)).optional(),
    keep: z.int(manyRuns).min(1, manyRuns).max(1_000_000, manyRuns).optional(),
    older_than: duration("a duration from 1m to 36500d", 60_000, longestAge, retentionExample).optional(),
    size: read(
      (value) => within(typeof value === "string" ? readSize(value) : undefined, 1024, Number.MAX_SAFE_INTEGER),
      "a size of 1KiB or more, with its unit (B KB MB GB KiB MiB GiB)",
      retentionExample,
    ).optional(),
  },
  needs("limits, or none", retentionExample),
);

const policyExample = "policy: agreement/policy.yaml";
const caseExample = "case: shop.dcase.yaml";

const packagesExample = "packages: { ops.backup: ^1.2 }";
const packages = z.record(
  z.string().regex(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/, needs("a module's name as `import` has it", packagesExample)),
  z
    .string(needs("a range of versions, quoted where it is a number", packagesExample))
    .refine((text) => semver.validRange(text) !== null, needs("a range of versions", packagesExample)),
  needs("modules with the versions that they must have", packagesExample),
);
const version = z
  .string(needs("a version of three numbers", "version: 1.2.0"))
  .refine((text) => semver.valid(text) !== null, needs("a version of three numbers", "version: 1.2.0"));

/** Every key of `dscript.yaml`. */
export const configSchema = z.strictObject(
  {
    log: z.array(sink, needs("a list of sinks", sinkExample)).optional(),
    strict: yesOrNo("strict").optional(),
    capture_limit: read(
      (value) => within(typeof value === "string" ? readSize(value) : undefined, 1, largestCapture),
      "a size from 1B to 511MiB, with its unit (B KB MB GB KiB MiB GiB)",
      "capture_limit: 64MiB",
    ).optional(),
    commands: z
      .record(
        z
          .string()
          .regex(/^[^/\0]+$/, needs("a program's name without its folder", "commands: { mytool: { effect: reads } }")),
        row,
        needs("commands with what is known of them", "commands: { mytool: { effect: reads } }"),
      )
      .optional(),
    diagnosis: diagnosisRows.optional(),
    timeout_grace: duration("a duration from 0s to 1h", 0, longestGrace, "timeout_grace: 2s").optional(),
    max_time: read(
      (value) => (typeof value === "string" ? readMaxTime(value) : undefined),
      `${maxTimeExpected}, with its unit (ms s m h d)`,
      "max_time: 2h",
    ).optional(),
    sample: read(
      (value) => (typeof value === "string" ? readSampleInterval(value) : undefined),
      `${sampleExpected}, with its unit (s m h d)`,
      "sample: 10s",
    ).optional(),
    usual_times: onOrOff("usual_times").optional(),
    sampler: onOrOff("sampler").optional(),
    // `none` becomes a mapping, so that a mistake in another one is named where it stands.
    retention: z.preprocess((value) => (value === "none" ? { none: true } : value), retention.optional()),
    durable: yesOrNo("durable").optional(),
    unfinished: z.enum(["tell", "finish", "undo"], needs("tell, finish or undo", "unfinished: tell")).optional(),
    trace: z.enum(["never", "risky", "always"], needs("never, risky or always", "trace: risky")).optional(),
    on_fault: onFault.optional(),
    roles: roles.optional(),
    approval: approval.optional(),
    case: z
      .string(needs("the file of a D-Case", caseExample))
      .min(1, needs("the file of a D-Case", caseExample))
      .optional(),
    policy: z
      .string(needs("the file of a policy", policyExample))
      .min(1, needs("the file of a policy", policyExample))
      .optional(),
    packages: packages.optional(),
    version: version.optional(),
    color: z.enum(["auto", "always", "never"], needs("auto, always or never", "color: auto")).optional(),
    lang: z.enum(["auto", "en", "ja"], needs("auto, en or ja", "lang: ja")).optional(),
  },
  needs("keys with their values", "strict: true"),
);

/** A checked file's content. */
export type ConfigContent = z.output<typeof configSchema>;

/** The names that a mapping at this path of a file may hold, for the nearest name. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(configSchema.shape);
  if (path[0] === "retention" && path.length === 1) return ["keep", "older_than", "size"];
  if (path[0] === "diagnosis") return diagnosisKeysAt(path.slice(1));
  if (path[0] === "on_fault") return notifyKeysAt(path.slice(1));
  if (path[0] === "roles") return rolesKeysAt(path.slice(1));
  if (path[0] === "approval") return path.length === 1 ? Object.keys(approval.shape) : [];
  return path[0] === "commands" && path.length === 2 ? Object.keys(row.shape) : [];
}

/** The limits that a file's `retention` says; what it leaves out is as without a file. */
export function retentionFrom({ retention: said }: ConfigContent): Config["retention"] {
  const usual = defaultConfig.retention;
  if (said === undefined || usual === null) return usual;
  if (said.none === true) return null;
  return {
    keep: said.keep ?? usual.keep,
    olderThan: said.older_than ?? usual.olderThan,
    size: said.size ?? usual.size,
  };
}

/** The table rows that a file's `commands` say. */
export function rowsFrom(content: ConfigContent, source: string): readonly UserRow[] {
  return Object.entries(content.commands ?? {}).map(([name, said]) => ({
    name,
    source,
    ...(said.effect === undefined ? {} : { effect: said.effect }),
    ...(said.answers === undefined ? {} : { answers: said.answers }),
    ...(said.plain === undefined ? {} : { plain: said.plain }),
    ...(said.value_options === undefined ? {} : { valueOptions: said.value_options }),
    ...(said.reader_gone === undefined ? {} : { readerGone: said.reader_gone }),
    ...(said.statuses === undefined ? {} : { statuses: meanings(said.statuses) }),
  }));
}

function meanings(statuses: Readonly<Record<string, string>>): Record<number, { readonly says: string }> {
  return Object.fromEntries(Object.entries(statuses).map(([number, says]) => [number, { says }]));
}

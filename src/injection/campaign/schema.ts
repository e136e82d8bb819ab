/** The schema of a campaign file. Each leaf's message is "what is expected", a newline, "an example". */

import { z } from "zod";
import type { Injecting } from "../../engine/index.ts";
import { faultClasses, readSize } from "../../records/index.ts";
import { bounds, endNames } from "./campaign.ts";

/** Built with the leaves of the engine's own configuration, which are loaded on demand. */
export function campaignSchema({ duration, needs, read, within }: Injecting) {
  const text = (expected: string, example: string) =>
    z.string(needs(expected, example)).regex(/^[^\0]*$/, needs(`${expected} without a NUL character`, example));
  const path = (expected: string, example: string) =>
    z.string(needs(expected, example)).regex(/^[^\0\n]+$/, needs(expected, example));
  const whole = (expected: string, example: string, low: number, high: number) =>
    z.int(needs(expected, example)).min(low, needs(expected, example)).max(high, needs(expected, example));
  const size = (expected: string, [low, high]: readonly [number, number], example: string) =>
    read(
      (value) => within(typeof value === "string" ? readSize(value) : undefined, low, high),
      `${expected}, with its unit (B KB MB GB KiB MiB GiB)`,
      example,
    );

  const classOf = z.enum(faultClasses, needs(`one of ${faultClasses.join(", ")}`, "class: SystemFault"));
  const endExample = "end: [done, rolled back]";
  const end = z.enum(endNames, needs(`one of ${endNames.join(", ")}`, endExample));
  const expect = z.strictObject(
    {
      class: classOf.optional(),
      end: z
        .union([end, z.array(end).min(1)], needs(`one or several of ${endNames.join(", ")}`, endExample))
        .optional(),
      exit: whole("an exit status from 0 to 255", "exit: 71", 0, 255).optional(),
    },
    needs("what is expected", "expect: { class: SystemFault, end: failed }"),
  );

  const faultExample = 'faults: [all, "disk-full:/var/backup", "fail command rsync with status 23"]';
  const faultText = z
    .string(needs("a fault", faultExample))
    .min(1, needs("a fault", faultExample))
    .max(1000, needs("a fault of at most 1000 characters", faultExample));
  const fault = z.preprocess(
    (value) => (typeof value === "string" ? { fault: value } : value),
    z.strictObject(
      { fault: faultText, class: classOf.optional(), expect: expect.optional() },
      needs("a fault, or a mapping with `fault`, `class` and `expect`", faultExample),
    ),
  );
  const many = `all, or a list of at most ${bounds.faults} faults`;

  const checkExample = "before: [{ command: [test, -d, /srv/data] }]";
  const words = (example: string) =>
    z
      .array(text("a word of the command as a text", example), needs("a program and its arguments as a list", example))
      .min(1, needs("a program", example));
  const check = z
    .strictObject(
      {
        command: words(checkExample).optional(),
        script: path("a script's path", "before: [{ script: check.dscript }]").optional(),
        expression: text("an expression", `before: [{ expression: 'System.exists("/srv/data")' }]`).optional(),
      },
      needs("a check", checkExample),
    )
    .refine(
      (said) => Object.values(said).filter((value) => value !== undefined).length === 1,
      needs("one of command, script and expression", checkExample),
    );
  const checks = z.array(check, needs("a list of checks", checkExample)).max(100, needs("at most 100", checkExample));
  const unchangedExample = "unchanged: [/srv/data]";
  const hypothesis = z.strictObject(
    {
      before: checks.optional(),
      after: checks.optional(),
      unchanged: z
        .array(path("a path", unchangedExample), needs("a list of paths", unchangedExample))
        .max(100, needs("at most 100 paths", unchangedExample))
        .optional(),
    },
    needs("the steady state", `hypothesis: { ${checkExample} }`),
  );

  const limitsExample = "limits: { memory: 1GiB, processes: 512, disk: 256MiB }";
  const limits = z.strictObject(
    {
      memory: size("a size from 64MiB to 64GiB", bounds.memory, limitsExample).optional(),
      processes: whole("a number from 64 to 32768", limitsExample, ...bounds.processes).optional(),
      disk: size("a size from 1MiB to 16GiB", bounds.disk, limitsExample).optional(),
    },
    needs("limits", limitsExample),
  );
  const proxyExample = "proxies: { api: 127.0.0.1:8080 }";
  const environmentExample = "environment: { LANG: C.UTF-8 }";
  const schema = z.strictObject(
    {
      script: path("a script's path", "script: backup.dscript"),
      directory: path("a folder's path", "directory: /srv").optional(),
      arguments: z
        .array(text("an argument as a text", "arguments: [/srv/data]"), needs("a list", "arguments: [/srv/data]"))
        .max(1000, needs("at most 1000 arguments", "arguments: [/srv/data]"))
        .optional(),
      environment: z
        .record(
          z
            .string()
            .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, needs("the name of an environment variable", environmentExample)),
          text("a variable's value as a text", environmentExample),
          needs("variables with their values", environmentExample),
        )
        .optional(),
      files: z
        .array(path("a file's path", "files: [hosts.csv]"), needs("a list of files", "files: [hosts.csv]"))
        .max(100, needs("at most 100 files", "files: [hosts.csv]"))
        .optional(),
      proxies: z
        .record(
          z.string().regex(/^[A-Za-z_]\w*$/, needs("a proxy's name", proxyExample)),
          z
            .string(needs("HOST:PORT", proxyExample))
            .refine((text) => isAddress(text), needs("HOST:PORT", proxyExample)),
          needs("names with the addresses that they stand for", proxyExample),
        )
        .optional(),
      // `all` alone becomes a list, so that a mistake in another one is named where it stands.
      faults: z.preprocess(
        (value) => (value === "all" ? ["all"] : value),
        z.array(fault, needs(many, faultExample)).max(bounds.faults, needs(many, faultExample)),
      ),
      hypothesis: hypothesis.optional(),
      expect: expect.optional(),
      seed: whole("a number from 0 to 4294967295", "seed: 1", 0, 2 ** 32 - 1).optional(),
      runs: whole(`a number from 1 to ${bounds.runs}`, "runs: 100", 1, bounds.runs).optional(),
      parallel: whole(`a number from 1 to ${bounds.parallel}`, "parallel: 2", 1, bounds.parallel).optional(),
      timeout: duration("a duration from 100ms to 1h", ...bounds.timeout, "timeout: 60s").optional(),
      limits: limits.optional(),
      isolation: z.enum(["auto", "copy"], needs("auto or copy", "isolation: auto")).optional(),
    },
    needs("keys with their values", "script: backup.dscript"),
  );
  const shapes: Readonly<Record<string, object>> = {
    hypothesis: hypothesis.shape,
    expect: expect.shape,
    limits: limits.shape,
  };
  return {
    schema,
    /** The names that a mapping at this path may hold. */
    keysAt: (at: readonly PropertyKey[]): readonly string[] => {
      if (at.length === 0) return Object.keys(schema.shape);
      if (at.at(-1) === "expect") return Object.keys(expect.shape);
      if (at.length === 1) return Object.keys(shapes[String(at[0])] ?? {});
      return at[0] === "faults" ? ["fault", "class", "expect"] : ["command", "script", "expression"];
    },
  };
}

export type CampaignContent = z.output<ReturnType<typeof campaignSchema>["schema"]>;

/** HOST:PORT, with a port that there is. */
function isAddress(text: string): boolean {
  const [, port = "0"] = /^[^\s:]+:(\d{1,5})$/.exec(text) ?? [];
  return Number(port) >= 1 && Number(port) <= 65_535;
}

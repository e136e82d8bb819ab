/** Configurations as they were checked before, by their text: reading YAML and checking it costs more than all else of a short run. */

import { isUtf8 } from "node:buffer";
import type { Config } from "./config-shape.ts";
import { keep, keptPlace, readKept } from "./kept.ts";

interface Entry {
  readonly path: string;
  readonly text: string;
  readonly config: unknown;
}

/** The configuration of that file, where an earlier run found this very text right. */
export function cachedConfig(path: string, bytes: Uint8Array): Config | undefined {
  const place = keptPlace("configurations", path);
  if (place === undefined) return undefined;
  const entry = readKept(place) as Entry | undefined;
  if (entry?.path !== path || !isUtf8(bytes) || entry.text !== textOf(bytes)) return undefined;
  return { ...(alive(entry.config) as Config), bytes };
}

/** Keeps what was checked without a mistake. */
export function keepConfig(path: string, bytes: Uint8Array, { bytes: _, ...config }: Config): void {
  const place = keptPlace("configurations", path);
  if (place === undefined || !isUtf8(bytes)) return;
  const entry: Entry = { path, text: textOf(bytes), config: plain(config) };
  keep(place, JSON.stringify(entry));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** What JSON has no word for, as a list that begins with its kind; lists themselves begin with "list". */
function plain(value: unknown): unknown {
  if (value instanceof Map) return ["map", [...value].map(([key, each]) => [key, plain(each)])];
  if (value instanceof RegExp) return ["pattern", value.source, value.flags];
  if (Array.isArray(value)) return ["list", value.map(plain)];
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function alive(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, alive(each)]));
  const [kind, content, flags] = value as readonly unknown[];
  if (kind === "map")
    return new Map((content as readonly [unknown, unknown][]).map(([key, each]) => [key, alive(each)]));
  if (kind === "pattern") return new RegExp(String(content), String(flags));
  return (content as readonly unknown[]).map(alive);
}

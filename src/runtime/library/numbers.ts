/** Reading numbers from texts, Math, and what durations and sizes hold. */

import { type FaultKind, readDuration, readSize } from "../../records/index.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import { masked } from "../secrets.ts";
import type { Functions } from "./function.ts";

export function numberFunctions(run: Run): Functions {
  const refuse = (site: number, kind: FaultKind, message: string, values: readonly unknown[]): Error =>
    createFault(run, site, { kind, message, values });

  const whole = (site: number, number: number, result: number): number => {
    if (Number.isSafeInteger(result)) return result + 0;
    throw refuse(site, "OverflowFault", `${number} leaves the range of int, -9007199254740991 to 9007199254740991`, [
      number,
    ]);
  };

  const logarithm = (site: number, number: number, take: (number: number) => number): number => {
    if (number > 0) return take(number);
    throw refuse(site, "ArgumentFault", `${number} has no logarithm`, [number]);
  };

  return {
    "int.parse": (_flow, site, text: string) => {
      const value = readInt(text);
      if (value !== null) return value;
      const why = isWhole(text)
        ? "is outside of the range of int, -9007199254740991 to 9007199254740991"
        : "is no whole number";
      throw refuse(site, "FormatFault", `${quote(run, site, text)} ${why}`, [text]);
    },
    "int.tryParse": (_flow, _site, text: string) => readInt(text),
    "int.MAX": () => Number.MAX_SAFE_INTEGER,
    "int.MIN": () => -Number.MAX_SAFE_INTEGER,
    "int.format": (_flow, _site, number: number, separator = ",") =>
      String(number).replace(/\B(?=(?:\d{3})+$)/g, () => separator),
    "int.toBase": (_flow, site, number: number, base: number) => {
      if (base >= 2 && base <= 36) return number.toString(base);
      throw refuse(site, "ArgumentFault", `${base} is no base: 2 to 36`, [base]);
    },
    "float.toFixed": (_flow, site, number: number, digits: number) => {
      if (digits >= 0 && digits <= 100) return number.toFixed(digits);
      throw refuse(site, "ArgumentFault", `${digits} is no number of digits: 0 to 100`, [digits]);
    },
    "float.parse": (_flow, site, text: string) => {
      const value = readFloat(text);
      if (value === null) throw refuse(site, "FormatFault", `${quote(run, site, text)} is no number`, [text]);
      return value;
    },
    "float.tryParse": (_flow, _site, text: string) => readFloat(text),

    "Math.abs": (_flow, _site, number: number) => Math.abs(number),
    "Math.min": (_flow, _site, first: number, second: number) => Math.min(first, second),
    "Math.max": (_flow, _site, first: number, second: number) => Math.max(first, second),
    "Math.floor": (_flow, site, number: number) => whole(site, number, Math.floor(number)),
    "Math.ceil": (_flow, site, number: number) => whole(site, number, Math.ceil(number)),
    "Math.round": (_flow, site, number: number) =>
      whole(site, number, Math.sign(number) * Math.round(Math.abs(number))),
    "Math.trunc": (_flow, site, number: number) => whole(site, number, Math.trunc(number)),
    "Math.sqrt": (_flow, site, number: number) => {
      if (number < 0) throw refuse(site, "ArgumentFault", `${number} has no square root`, [number]);
      return Math.sqrt(number);
    },
    "Math.pow": (_flow, site, base: number, exponent: number) => {
      const value = base ** exponent;
      if (Number.isFinite(value)) return value;
      if (base === 0)
        throw refuse(site, "ZeroDivisionFault", `0 to the power of ${exponent}: division by zero`, [base, exponent]);
      const kind = Number.isNaN(value) ? "ArgumentFault" : "OverflowFault";
      const why = Number.isNaN(value) ? "is no real number" : "is too large for a float";
      throw refuse(site, kind, `${base} to the power of ${exponent} ${why}`, [base, exponent]);
    },
    "Math.clamp": (_flow, site, number: number, low: number, high: number) => {
      if (low <= high) return Math.min(Math.max(number, low), high);
      throw refuse(site, "ArgumentFault", `the bounds are in the wrong order: ${low} is above ${high}`, [
        number,
        low,
        high,
      ]);
    },
    "Math.sign": (_flow, _site, number: number) => Math.sign(number) + 0,
    "Math.exp": (_flow, site, number: number) => {
      const value = Math.exp(number);
      if (Number.isFinite(value)) return value;
      throw refuse(site, "OverflowFault", `e to the power of ${number} is too large for a float`, [number]);
    },
    "Math.log": (_flow, site, number: number) => logarithm(site, number, Math.log),
    "Math.log2": (_flow, site, number: number) => logarithm(site, number, Math.log2),
    "Math.log10": (_flow, site, number: number) => logarithm(site, number, Math.log10),
    "Math.sin": (_flow, _site, angle: number) => Math.sin(angle),
    "Math.cos": (_flow, _site, angle: number) => Math.cos(angle),
    "Math.tan": (_flow, _site, angle: number) => Math.tan(angle),
    "Math.atan2": (_flow, _site, y: number, x: number) => Math.atan2(y, x),
    "Math.PI": () => Math.PI,
    "Math.E": () => Math.E,
    "Math.random": (_flow, site, below: number) => {
      if (below < 1) throw refuse(site, "ArgumentFault", `there is no number from 0 to below ${below}`, [below]);
      return Math.floor(Math.random() * below);
    },

    "Duration.parse": (_flow, site, text: string) => {
      const value = readSpan(text);
      if (value !== null) return value;
      throw refuse(site, "FormatFault", `${quote(run, site, text)} is no duration such as 90s, 1h30m or 500ms`, [text]);
    },
    "Duration.tryParse": (_flow, _site, text: string) => readSpan(text),
    "Size.parse": (_flow, site, text: string) => {
      const value = readSize(text);
      if (value !== undefined) return value;
      throw refuse(site, "FormatFault", `${quote(run, site, text)} is no size such as 10MB, 1.5GiB or 512B`, [text]);
    },
    "Size.tryParse": (_flow, _site, text: string) => readSize(text) ?? null,
    "Duration.toMilliseconds": (_flow, _site, time: number) => Math.trunc(time) + 0,
    "Duration.toSeconds": (_flow, _site, time: number) => time / 1000,
    "Size.toBytes": (_flow, _site, size: number) => size,
    "Size.human": (_flow, _site, size: number) => humanSize(size),
  };
}

/** Milliseconds of `1h30m`, `90s`, `-1.5d`: parts from large to small, as a duration prints; else null. */
function readSpan(text: string): number | null {
  const [, sign = "", parts = ""] = /^([+-]?)((?:\d+(?:\.\d+)?\s?[a-z]+\s?)+)$/.exec(text.trim()) ?? [];
  let total = 0;
  let before = Number.POSITIVE_INFINITY;
  for (const part of parts.match(/\d+(?:\.\d+)?\s?[a-z]+/g) ?? []) {
    const value = readDuration(part);
    const unit = readDuration(part.replace(/^[\d.]+/, "1"));
    if (value === undefined || unit === undefined || unit >= before) return null;
    before = unit;
    total += value;
  }
  if (parts === "" || !Number.isSafeInteger(total)) return null;
  return sign === "-" ? 0 - total : total;
}

/** As `ls -h` shows it, with the unit as the language writes it. */
function humanSize(size: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  let value = Math.abs(size);
  let unit = 0;
  // Rounded ahead of the choice of units, so that 1023.99 KiB is 1MiB.
  for (; Math.round(value * 10) / 10 >= 1024 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${size < 0 ? "-" : ""}${Math.round(value * 10) / 10}${units[unit]}`;
}

function isWhole(text: string): boolean {
  return /^[+-]?(\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(text.trim());
}

/** Up to 15 digits and nothing else, as most numbers are written; -1 for everything else. */
function readDigits(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A whole number within int's range, blank space around it allowed (as `wc` writes it); else null. */
function readInt(text: string): number | null {
  const plain = readDigits(text);
  if (plain !== -1) return plain;
  if (!isWhole(text)) return null;
  const bare = text.trim();
  const negative = bare.startsWith("-");
  const value = Number(bare.replace(/^[+-]/, ""));
  if (!Number.isSafeInteger(value)) return null;
  return negative ? 0 - value : value;
}

function readFloat(text: string): number | null {
  const bare = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare)) return null;
  const value = Number(bare);
  return Number.isFinite(value) ? value : null;
}

function quote(run: Run, site: number, text: string): string {
  const shown = siteAt(run, site).arguments[0]?.secret === true ? masked : run.secrets.mask(text);
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 59)}…` : shown);
}

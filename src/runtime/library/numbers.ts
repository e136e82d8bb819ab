/** Reading numbers from texts, Math, and what durations and sizes hold. */

import type { FaultKind } from "../../records/index.ts";
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
    "Math.random": (_flow, site, below: number) => {
      if (below < 1) throw refuse(site, "ArgumentFault", `there is no number from 0 to below ${below}`, [below]);
      return Math.floor(Math.random() * below);
    },

    "Duration.toMilliseconds": (_flow, _site, time: number) => Math.trunc(time) + 0,
    "Duration.toSeconds": (_flow, _site, time: number) => time / 1000,
    "Size.toBytes": (_flow, _site, size: number) => size,
  };
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

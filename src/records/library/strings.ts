/** Signatures of methods of String, Duration and Size, of number parsing, and of Math and Path. */

import type { SignatureTable } from "./signature.ts";

export const stringSignatures = {
  "String.length: int": { says: "The number of UTF-16 units: 1 for most characters, 2 for those beyond U+FFFF." },
  "String.isEmpty(): boolean": { says: "Whether it has no characters." },
  "String.charAt(int index): String": { says: "The UTF-16 unit at an index, as `text[index]`.", fails: true },
  "String.characters(): String[]": { says: "Its characters (code points), one String each." },
  "String.split(String separator): String[]": {
    says: "The parts between the separators; an empty separator gives the characters.",
  },
  "String.splitRegex(Regex separator): String[]": { says: "The parts between the matches of a pattern.", fails: true },
  "String.lines(): String[]": {
    says: "Its lines without their ends (`\\n` or `\\r\\n`); a last newline begins no line.",
  },
  "String.trim(): String": { says: "Without blank space at both ends." },
  "String.trimStart(): String": { says: "Without blank space at its start." },
  "String.trimEnd(): String": { says: "Without blank space at its end." },
  "String.upper(): String": { says: "In upper case." },
  "String.lower(): String": { says: "In lower case." },
  "String.contains(String part): boolean": { says: "Whether a text occurs in it." },
  "String.startsWith(String part): boolean": { says: "Whether it starts with a text." },
  "String.endsWith(String part): boolean": { says: "Whether it ends with a text." },
  "String.indexOf(String part, int from = 0): int": { says: "Where a text first occurs at or after an index, or -1." },
  "String.lastIndexOf(String part): int": { says: "Where a text last occurs, or -1." },
  "String.count(String part): int": { says: "How often a text occurs, without overlaps.", fails: true },
  "String.slice(int from, int to = length): String": {
    says: "The part from an index up to, not including, another; negative indexes count from the end.",
  },
  "String.replace(String part, String by): String": { says: "With every occurrence of a literal text replaced." },
  "String.replaceFirst(String part, String by): String": {
    says: "With the first occurrence of a literal text replaced.",
  },
  "String.replaceRegex(Regex pattern, String by): String": {
    says: "With every match replaced; in the replacement `$1` to `$99` are groups, `$&` the match and `$$` a dollar sign.",
    fails: true,
  },
  "String.replaceEach(Regex pattern, Func<String, Match> change): String": {
    says: "With every match replaced by what the closure makes of it.",
    calls: true,
    fails: true,
  },
  "String.find(Regex pattern): Match?": { says: "The first match, or null.", fails: true },
  "String.findAll(Regex pattern): Match[]": { says: "Every match, in order.", fails: true },
  "String.match(Regex pattern): String[]?": {
    says: "The first match and its groups (empty where a group took no part), or null.",
    fails: true,
  },
  "String.matchAll(Regex pattern): String[]": { says: "The text of every match.", fails: true },
  "String.before(String part): String": {
    says: "What stands ahead of the first occurrence of a text; all of it where there is none.",
  },
  "String.after(String part): String": {
    says: "What stands behind the first occurrence of a text; an empty text where there is none.",
  },
  "String.words(): String[]": { says: "Its parts between blank space, none of them empty." },
  "String.capitalize(): String": { says: "With its first letter in upper case." },
  "String.removePrefix(String prefix): String": {
    says: "Without a text at its start, as the shell's `#` in a parameter does.",
  },
  "String.removeSuffix(String suffix): String": {
    says: "Without a text at its end, as the shell's `%` in a parameter does.",
  },
  "String.repeat(int times): String": { says: "It, so many times in a row.", fails: true },
  'String.padStart(int width, String fill = " "): String': { says: "Filled at its start up to a width.", fails: true },
  'String.padEnd(int width, String fill = " "): String': { says: "Filled at its end up to a width.", fails: true },
  "String.compare(String other): int": { says: "-1, 0 or 1: the order of two texts by their bytes." },

  "int.parse(String text): int": {
    says: "The whole number that a text holds: decimal, or with 0x, 0o or 0b ahead; anything else is a FormatFault.",
    module: true,
    fails: true,
  },
  "int.tryParse(String text): int?": { says: "The whole number that a text holds, or null.", module: true },
  "int.MAX: int": { says: "The largest int, 9007199254740991.", module: true, origin: "literal" },
  "int.MIN: int": { says: "The smallest int, -9007199254740991.", module: true, origin: "literal" },
  'int.format(String separator = ","): String': {
    says: "It with a separator between each three digits.",
  },
  "int.toBase(int base): String": {
    says: "Its digits in a base of 2 to 36, such as 16 for hexadecimal ones and 8 for octal ones.",
    fails: true,
  },
  "float.parse(String text): float": {
    says: "The number that a text holds; anything else is a FormatFault.",
    module: true,
    fails: true,
  },
  "float.tryParse(String text): float?": { says: "The number that a text holds, or null.", module: true },
  "float.toFixed(int digits): String": {
    says: "It with so many digits behind the point, 0 to 100, rounded.",
    fails: true,
  },

  "Math.abs(N number): N": { says: "The number without its sign." },
  "Math.min(N first, N second): N": { says: "The smaller of two numbers." },
  "Math.max(N first, N second): N": { says: "The larger of two numbers." },
  "Math.floor(float number): int": { says: "The next whole number below.", fails: true },
  "Math.ceil(float number): int": { says: "The next whole number above.", fails: true },
  "Math.round(float number): int": { says: "The nearest whole number; halves go away from zero.", fails: true },
  "Math.trunc(float number): int": { says: "The whole number without the fraction.", fails: true },
  "Math.sqrt(float number): float": { says: "The square root; of a negative number an ArgumentFault.", fails: true },
  "Math.pow(float base, float exponent): float": { says: "A power.", fails: true },
  "Math.clamp(N number, N low, N high): N": { says: "The number, or the bound that it lies beyond.", fails: true },
  "Math.sign(N number): int": { says: "-1, 0 or 1, as the number is below, at or above 0." },
  "Math.exp(float number): float": { says: "The number e to the power of a number.", fails: true },
  "Math.log(float number): float": { says: "The natural logarithm of a number above 0.", fails: true },
  "Math.log2(float number): float": { says: "The logarithm to base 2 of a number above 0.", fails: true },
  "Math.log10(float number): float": { says: "The logarithm to base 10 of a number above 0.", fails: true },
  "Math.sin(float angle): float": { says: "The sine of an angle in radians." },
  "Math.cos(float angle): float": { says: "The cosine of an angle in radians." },
  "Math.tan(float angle): float": { says: "The tangent of an angle in radians." },
  "Math.atan2(float y, float x): float": { says: "The angle of a point, in radians." },
  "Math.PI: float": { says: "The circumference of a circle of diameter 1.", origin: "literal" },
  "Math.E: float": { says: "The base of natural logarithms.", origin: "literal" },
  "Math.random(int below): int": {
    says: "A random whole number from 0 up to, not including, a limit; not for secrets.",
    fails: true,
    origin: "host",
  },

  "Duration.toMilliseconds(): int": { says: "Its whole milliseconds." },
  "Duration.toSeconds(): float": { says: "Its seconds, with a fraction." },
  "Size.toBytes(): int": { says: "Its bytes." },
  "Size.human(): String": {
    says: "It in the unit of 1024 that fits, with one decimal where that says more: `1.4GiB`.",
  },

  "Path.name(String path): String": { says: "The last part of a path, as basename(1)." },
  "Path.parent(String path): String": { says: "A path without its last part, as dirname(1)." },
  "Path.extension(String path): String": {
    says: "What follows the last dot of a path's last part, or an empty text; a dot at its start does not count.",
  },
  "Path.join(...String parts): String": {
    says: "The parts with one slash between them; empty parts are left out, and `..` is kept.",
  },
  "Path.absolute(String path): String": {
    says: "A path from the root, without `.`, `..` and double slashes; links are not followed.",
  },
  "Path.isAbsolute(String path): boolean": { says: "Whether a path starts at the root." },
} as const satisfies SignatureTable;

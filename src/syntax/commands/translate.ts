/** Words of the shells as D-Script writes them: for the fixes that messages name. */

// Longer texts would fill the message: a placeholder says as much.
const longest = 60;

/** A word as an expression: `$1` is `ARGV[0]`, `$x` is `x`, "`date`" is `$(date)`, `abc` is `"abc"`. */
export function asExpression(word: string): string {
  if (word.length > longest || word.includes("\n")) return "…";
  const alone = special(/^"(.*)"$/.exec(word)?.[1] ?? word);
  if (alone !== undefined) return alone;
  if (/^(?:0|[1-9]\d*)$/.test(word)) return word;
  if (/^'[^']*'$/.test(word)) return word;
  const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(word)?.[1] ?? word.replace(/["\\]/g, "\\$&");
  return `"${asText(inner).replace(/^~(?=\/|$)/, "${env.HOME}")}"`;
}

/** The inside of a word or of a text, with what the shells expand in D-Script's form. */
export function asText(text: string): string {
  return text
    .replace(/`([^`]*)`/g, (_, command: string) => `$(${command.trim()})`)
    .replace(/\$\(\((.*?)\)\)/g, (_, sum: string) => `\${${asSum(sum)}}`)
    .replace(
      /\$([1-9])(?!\w)|\$\{([1-9]\d*)\}/g,
      (_, one: string, more: string) => `\${ARGV[${Number(one ?? more) - 1}]}`,
    )
    .replace(/\$[@*]/g, '${ARGV.join(" ")}')
    .replace(/\$#/g, "${ARGV.length}");
}

/** Arithmetic without the shells' dollars. */
export function asSum(sum: string): string {
  return sum.trim().replace(/\$\{?([A-Za-z_]\w*)\}?/g, "$1");
}

/** What stands for a whole value. */
function special(word: string): string | undefined {
  const name = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(word)?.[1];
  if (name !== undefined) return name;
  const position = /^\$\{?([1-9]\d*)\}?$/.exec(word)?.[1];
  if (position !== undefined) return `ARGV[${Number(position) - 1}]`;
  if (/^\$\{?[@*]\}?$/.test(word)) return "ARGV";
  if (/^\$\{?#\}?$/.test(word)) return "ARGV.length";
  if (word === "$?" || word === "$!") return word;
  const sum = /^\$\(\(((?:[^()]|\([^()]*\))*)\)\)$/.exec(word)?.[1];
  if (sum !== undefined) return asSum(sum);
  const command = /^`([^`]*)`$/.exec(word)?.[1] ?? /^\$\(((?:[^()]|\([^()]*\))*)\)$/.exec(word)?.[1];
  return command === undefined ? undefined : `$(${command.trim()})`;
}

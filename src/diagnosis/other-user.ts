/** Commands that run another one as another user: rights are to be judged by that user's. */

const byOption: Readonly<Record<string, readonly string[]>> = {
  sudo: ["-u", "--user"],
  doas: ["-u"],
  runuser: ["-u", "--user"],
  setpriv: ["--reuid"],
};

/** The user, by name or number, whom the words of a command line name; undefined where it stays the same, or becomes root. */
export function otherUser([program = "", ...words]: readonly string[]): string | undefined {
  const name = program.replace(/^.*\//, "");
  const user = Object.hasOwn(byOption, name) ? optionValue(words, byOption[name] ?? []) : undefined;
  const asOperand = name === "su" || name === "runuser" ? words.find((word) => !word.startsWith("-")) : undefined;
  const found = user ?? asOperand;
  return found === "root" || found === "0" ? undefined : found?.replace(/^#/, "");
}

function optionValue(words: readonly string[], options: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (options.includes(word)) return words[at + 1];
    const option = options.find((each) => each.startsWith("--") && word.startsWith(`${each}=`));
    if (option !== undefined) return word.slice(option.length + 1);
  }
  return undefined;
}

/** Which variable of the environment a value came from that a program took from there by itself: `DOCKER_HOST`, `https_proxy`, `PGHOST`. */

/** What every process has, and what is no setting of a program. */
const common =
  /^(?:PATH|PWD|OLDPWD|HOME|USER|LOGNAME|SHELL|TERM|HOSTNAME|HOST|_|LS_COLORS|MAIL|TMPDIR|LANG|LC_\w+|XDG_\w+|SSH_(?:CLIENT|CONNECTION|TTY))$/;
const shortest = 4;

/** The first variable, by name, whose value holds the text as a word of its own. */
export function variableIn(variables: Readonly<Record<string, string | undefined>>, text: string): string | undefined {
  if (text.length < shortest) return undefined;
  return Object.keys(variables)
    .toSorted()
    .find((name) => !common.test(name) && holdsWord(variables[name] ?? "", text));
}

/** Whether a text holds a host's name, a path or another word such that no longer one is meant. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text.slice(at + word.length, at + word.length + 2);
    if (!/[\w.-]/.test(before) && !/^(?:[\w-]|\.\w)/.test(after)) return true;
  }
  return false;
}

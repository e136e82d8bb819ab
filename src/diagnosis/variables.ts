/** Which variable of the environment a message speaks of: programs read some by themselves (`TMPDIR`, `TAR_OPTIONS`). */

/** What every process is told, and says nothing of what somebody chose for a program. */
const usual =
  /^(?:PATH|PWD|OLDPWD|HOME|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|LC_\w+|HOSTNAME|HOST|SHLVL|MAIL|XDG_\w+|_)$/;

/** A variable whose value, or a path or option within it, stands in a text. */
export function variableIn(environment: NodeJS.ProcessEnv, text: string): { name: string; value: string } | undefined {
  for (const [name, value = ""] of Object.entries(environment)) {
    if (usual.test(name) || value.length > 4096) continue;
    const parts = value.split(/[\s:]+/).filter((part) => /^[-/~]./.test(part));
    const found = [value, ...parts].find((part) => part.length >= 4 && standsIn(text, part));
    if (found !== undefined) return { name, value: found };
  }
  return undefined;
}

function standsIn(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return at !== -1 && !/[\w/.-]/.test(text[at - 1] ?? " ") && !/[\w-]/.test(text[at + part.length] ?? " ");
}

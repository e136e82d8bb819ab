/** Which program a message says is missing. */

const forms: readonly RegExp[] = [
  /^(?:[\w./-]{1,60}: )?(?:(?:line )?\d{1,6}: )?([\w./+-]{1,100}): (?:command )?not found$/i,
  /command not found: ([\w./+-]{1,100})$/i,
  /(?:exec|executable|program|command)[: ]{1,2}['"]([\w./+-]{1,100})['"]:? (?:executable file )?not found/i,
  /^(?:\/[\w./+-]{0,200}\/)?(?:env|xargs|nohup|nice|timeout|setsid|stdbuf|flock|watch|sudo|chroot|setpriv): (?:failed to (?:run|execute) command )?['"‘]?([\w./+-]{1,100})['"’]?: (?:No such file or directory|command not found)/,
  /(?:failed to exec(?:ute)?|could(?: not|n't) exec(?:ute)?|unable to exec(?:ute)?|can(?:not|'t) (?:run|exec(?:ute)?)(?: program)?|no such file or directory:|spawn) ['"‘]?([\w./+-]{1,100})['"’]?(?:[:\s,(]|$)/i,
];

/** Where a program says that it could not start another one itself: it is missing on this host, whomever the command speaks to. */
export function isStartedHere(line: string): boolean {
  return /(?:failed to exec|could(?: not|n't) exec|unable to (?:exec|fork)|can(?:not|'t) (?:run|exec))/i.test(line);
}

/** The program that a line of a message says is not there; undefined where it names none. */
export function missingProgram(line: string): string | undefined {
  for (const form of forms) {
    const name = form.exec(line.trim())?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Whether a text holds a program's name as a word of its own. */
export function holdsProgram(text: string, name: string): boolean {
  return text.split(/[^\w./+-]+/).includes(name);
}

/** Which program a message says is missing. */

const forms: readonly RegExp[] = [
  /^(?:[\w./-]{1,60}: )?(?:(?:line )?\d{1,6}: )?([\w./+-]{1,100}): (?:command )?not found$/i,
  /command not found: ([\w./+-]{1,100})$/i,
  /(?:exec|executable|program|command)[: ]{1,2}['"]([\w./+-]{1,100})['"]:? (?:executable file )?not found/i,
  /^(?:env|xargs|nohup|nice|timeout|setsid|stdbuf|flock|watch|sudo|chroot|setpriv): (?:failed to (?:run|execute) command )?['"‘]?([\w./+-]{1,100})['"’]?: (?:No such file or directory|command not found)/,
];

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

/** Whether this run is a rehearsal (`dscript run --dry-run`): nobody is told of it, and no record leaves it. */

/** The variable by which whoever rehearses a script says so; no command sees it. */
export const rehearsalVariable = "DSCRIPT_REHEARSAL";

/** Reads it once. */
export function takeRehearsal(): boolean {
  const isRehearsed = process.env[rehearsalVariable] !== undefined;
  delete process.env[rehearsalVariable];
  return isRehearsed;
}

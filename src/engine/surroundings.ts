/** Where and as whom the engine runs, as records and messages name it. */

export function hostName(): string {
  return process.getBuiltinModule("node:os").hostname();
}

/** The user's name; the number of one without an entry in the user database. */
export function userName(): string {
  try {
    return process.getBuiltinModule("node:os").userInfo().username;
  } catch {
    // A uid without an entry in the user database is still somebody.
    return String(process.geteuid?.() ?? "");
  }
}

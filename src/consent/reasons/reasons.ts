/** Why a script may not run: stable codes, in the order of the gate's steps. A table, so that its length is its size. */

export interface ReasonRow {
  /** The step of the gate, from 1 on. */
  readonly step: number;
  readonly title: string;
  /** What to do, in general. */
  readonly help: string;
}

export const reasonRows = {
  DS6011: {
    step: 1,
    title: "the engine was not started cleanly",
    help: "start dscript itself, without options for Node.js",
  },
  DS6012: { step: 1, title: "a variable would change what the engine loads", help: "unset it, then start again" },
  DS6013: {
    step: 1,
    title: "it is a test, a campaign or a dry run",
    help: "let it be agreed on, or run it where rehearsals are free",
  },
  DS6021: { step: 2, title: "a file of the script cannot be read as it was agreed on", help: "look at the file" },
  DS6022: {
    step: 2,
    title: "a file of the script is another one than when it was read",
    help: "find out who writes there, then start again",
  },
  DS6031: {
    step: 3,
    title: "the script comes from standard input or from the command line",
    help: "write it into a file, and propose it",
  },
  DS6041: { step: 4, title: "there is no policy", help: "write one: `dscript gate policy` shows how" },
  DS6042: { step: 4, title: "the policy has a mistake", help: "correct it where it is shown" },
  DS6043: { step: 4, title: "others may write the policy", help: "give it to root, and let nobody else write it" },
  DS6044: { step: 4, title: "the policy is older than one that was seen here", help: "bring the newest one back" },
  DS6045: {
    step: 4,
    title: "the policy is not the one that was signed",
    help: "let the roots sign it: `dscript gate sign`",
  },
  DS6046: { step: 4, title: "the engine is older than the policy allows", help: "install a newer dscript" },
  DS6051: { step: 5, title: "there is no log of agreements", help: "see where the policy's log lies" },
  DS6052: {
    step: 5,
    title: "the log is not signed by a key that counts",
    help: "name the key in the policy, or bring the right log",
  },
  DS6053: {
    step: 5,
    title: "the log has lost what was seen in it before",
    help: "bring the newest copy back, and find out who has put an older one there",
  },
  DS6054: {
    step: 5,
    title: "the log has not been heard of for too long",
    help: "bring its newest copy, or let somebody sign the time: `dscript gate refresh`",
  },
  DS6055: { step: 5, title: "the log is damaged", help: "`dscript log verify` says where" },
  DS6056: { step: 5, title: "the clock was set back", help: "set it right" },
  DS6061: { step: 6, title: "nobody has proposed this script as it stands", help: "propose it: `dscript propose`" },
  DS6062: { step: 6, title: "the proposal was withdrawn", help: "propose it anew" },
  DS6063: { step: 6, title: "the proposal is of another class of risk than the policy has", help: "propose it anew" },
  DS6064: { step: 6, title: "the rules have changed since it was proposed", help: "propose it anew" },
  DS6071: { step: 7, title: "it has no D-Case", help: "name one in dscript.yaml, and say which goals it serves" },
  DS6072: { step: 7, title: "its D-Case has changed where it counts", help: "propose it anew, with the case as it is" },
  DS6073: { step: 7, title: "its D-Case cannot be read", help: "see what `dscript case check` says" },
  DS6081: { step: 8, title: "not enough people have agreed", help: "ask them: `dscript agree`" },
  DS6082: { step: 8, title: "somebody objects", help: "answer the objection" },
  DS6083: { step: 8, title: "somebody holds it", help: "ask who holds it" },
  DS6084: { step: 8, title: "the agreement has expired", help: "let it be agreed on anew" },
  DS6085: { step: 8, title: "the agreement is not yet in force", help: "wait until then" },
  DS6086: { step: 8, title: "the agreement was revoked", help: "ask who has revoked it" },
  DS6087: { step: 8, title: "a role has not enough people", help: "name more of them: `dscript people add`" },
  DS6091: { step: 9, title: "it was not agreed on for this host", help: "run it where it was agreed on" },
  DS6092: { step: 9, title: "it was not agreed on for this hour", help: "wait until then" },
  DS6093: {
    step: 9,
    title: "a parameter is out of what was agreed on",
    help: "give it another value, or propose this one",
  },
  DS6094: { step: 9, title: "it has run as often as was agreed on", help: "propose it anew" },
  DS6095: { step: 9, title: "a constant was given another value", help: "leave --define out, or propose that value" },
  DS6096: { step: 9, title: "it was started in another folder than was agreed on", help: "start it there" },
  DS6101: { step: 10, title: "evidence is missing or does not pass", help: "make it, and keep it in the log" },
  DS6102: { step: 10, title: "evidence is too old, or of another version", help: "make it anew" },
  DS6103: {
    step: 10,
    title: "evidence passed only after it had failed",
    help: "let somebody say why it failed: `dscript gate review`",
  },
  DS6104: { step: 10, title: "a part of the argument is challenged or undeveloped", help: "answer it in the case" },
  DS6111: {
    step: 11,
    title: "the decision cannot be written",
    help: "see that there is room on the disk, and that it may be written",
  },
  DS6121: {
    step: 12,
    title: "the agreement ended while the script was running",
    help: "let it be agreed on anew; the plan can be resumed",
  },
  DS6122: {
    step: 12,
    title: "a script that was let run as one that only reads has changed something",
    help: "propose it as one that changes something",
  },
  DS6131: {
    step: 8,
    title: "emergencies have become a habit",
    help: "review those that are open: `dscript gate review`",
  },
} as const satisfies Readonly<Record<string, ReasonRow>>;

export type ReasonCode = keyof typeof reasonRows;

export interface Reason {
  readonly code: ReasonCode;
  /** A sentence, with what is there. */
  readonly message: string;
  /** The next step. */
  readonly help: string;
  /** The label of the node of the case that blocks it. */
  readonly node?: string;
}

export function reason(code: ReasonCode, message: string, more: Partial<Pick<Reason, "help" | "node">> = {}): Reason {
  return { code, message, help: reasonRows[code].help, ...more };
}

/** The step that a reason belongs to. */
export function stepOf({ code }: Reason): number {
  return reasonRows[code].step;
}

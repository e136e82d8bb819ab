/** Where the statements of a case are. */

/** `NAME.evidence.jsonl` beside `NAME.dcase.yaml`. */
export function statementFileOf(path: string): string {
  return `${path.replace(/(?:\.(?:dcase|gsn))?\.(?:ya?ml|json|wgsn|xml|xmi)$/i, "")}.evidence.jsonl`;
}

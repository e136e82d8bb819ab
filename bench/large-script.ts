// A large script as operators write them.

/** Ten lines as operators write them; `n` makes their names unlike all others. */
function stretch(n: number): string {
  return `int tidy_${n}(String folder, int keep) {
  int removed = 0
  for (String name in System.readdir(folder)) {
    if (name.endsWith(".tmp") && removed < keep) {
      rm -f -- "\${folder}/\${name}"
      removed += 1
    }
  }
  return removed
}
`;
}

export function largeScript(lines: number): string {
  return Array.from({ length: lines / 10 }, (_, n) => stretch(n)).join("");
}

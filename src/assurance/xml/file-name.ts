/** What a case is called where its file does not say: as the file, without its folder and its ending. */

export function nameOfFile(file: string, endings: readonly string[]): string {
  const base = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const ending = endings.find((each) => base.toLowerCase().endsWith(each));
  return ending === undefined ? base : base.slice(0, -ending.length);
}

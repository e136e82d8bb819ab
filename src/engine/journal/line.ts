/** The lines of a journal: a checksum, and a JSON text, so that a torn or changed line is told from a whole one. */

const width = 8;

/** CRC-32 (ISO 3309) of the text's UTF-8, then the text, then a newline. */
export function encodeLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${checksum(text)} ${text}\n`;
}

/** The value of a line without its newline; undefined where it is not as it was written. */
export function decodeLine(line: string): unknown {
  const text = line.slice(width + 1);
  if (line[width] !== " " || line.slice(0, width) !== checksum(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checksum(text: string): string {
  // Loaded with the first entry: a run without plans needs no zlib.
  const { crc32 } = process.getBuiltinModule("node:zlib");
  return crc32(text).toString(16).padStart(width, "0");
}

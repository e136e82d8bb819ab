/** `--filter`: which tests are chosen by their names. */

export interface Filter {
  /** As it was written. */
  readonly text: string;
  readonly fits: (name: string) => boolean;
}

/** A text that the name has, or a /regex/ (flag i allowed); undefined where there is no filter. */
export function readFilter(
  text: string | undefined,
): Filter | { readonly problem: string; readonly next: string } | undefined {
  if (text === undefined) return undefined;
  const [, pattern, flags = ""] = /^\/(.+)\/(i?)$/s.exec(text) ?? [];
  if (pattern === undefined) return { text, fits: (name) => name.includes(text) };
  try {
    const regex = new RegExp(pattern, `${flags}u`);
    return { text, fits: (name) => regex.test(name) };
  } catch {
    return {
      problem: `--filter ${text} is no regular expression`,
      next: "for example: --filter '/^copies .* files$/'",
    };
  }
}

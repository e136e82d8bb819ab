/** What XML 1.0 can hold of a text, and how it is written there. */

const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with U+FFFD for each character that no XML file can hold, not even as a number. */
export function writable(text: string): string {
  return text.replace(unwritable, "\ufffd");
}

/** Also line ends and tabs, which a reader would take for spaces or for other line ends. */
export function escapeAttribute(value: string): string {
  return writable(value).replace(/[&<>"\t\n\r]/g, (each) => named[each] ?? each);
}

export function escapeText(text: string): string {
  return writable(text).replace(/[&<>\r]/g, (each) => named[each] ?? each);
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A name without a prefix that every XML tool takes, also as an id (NCName, without the rarer letters). */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff][\w.\-\u00b7\u00c0-\u00d6\u00d8-\u00f6\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]*$/.test(
    name,
  );
}

/** A name that an attribute or an element may have, with a prefix or without. */
export function isQualifiedName(name: string): boolean {
  const [first = "", second, ...others] = name.split(":");
  return others.length === 0 && isPlainName(first) && (second === undefined || isPlainName(second));
}

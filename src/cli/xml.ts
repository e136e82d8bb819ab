/** XML that we write: attributes and text, whatever is in them. */

/** ` name="value"` for each; values are escaped. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${attribute(String(value))}"`)
    .join("");
}

function attribute(text: string): string {
  return content(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

/** Text between tags. */
export function content(text: string): string {
  return allowed(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** What XML 1.0 cannot hold, escaped in a way that a person reads: `\x1b`. */
function allowed(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, (character) => {
      const code = character.charCodeAt(0);
      return code > 0xff ? "\ufffd" : `\\x${code.toString(16).padStart(2, "0")}`;
    });
}

/** "1.234" of milliseconds, as JUnit has times. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

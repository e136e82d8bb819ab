// Finds the texts in src/ that a person may read, holes filled: what has to be in the phrase book.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

export interface SourceText {
  readonly file: string;
  readonly text: string;
}

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Stands in a hole: a number, so that it fits every hole. */
const filler = "7";

/** Files without a message, and those whose messages have typed tables of their own. */
const silent =
  /^(?:japanese|compiler|text|assurance\/rules\/(?:examples\/|words\/|gsn2x-messages\.ts)|diagnostics\/catalogue|records\/library|records\/(?:types|record-codec)\.ts|commands\/(?:family|files-only-names|index)\.ts|rehearsal\/show\/(?:html|style)\.ts|page\/html\.ts|injection\/(?:random|faults\/shells|world\/load)\.ts|sandbox\/(?:atomic\/(?:file-systems|namespace|steps|survey|system)|world\/(?:mounts|within))\.ts|engine\/(?:execute|trace|stack-site)\.ts|cli\/(?:main|version|completion\/shells|case\/first-case)\.ts|checker\/origins\/programs\.ts|diagnosis\/(?:addresses|infer|carriers|own-message|peers|message|host|telling-call|probes\/sockets)\.ts|runtime\/tracing\/followed-calls\.ts|runtime\/(?:host\/(?:namespaces|view)|files\/native|processes\/(?:native|watchdog))\.ts|sinks\/syslog\/native\.ts|gate\/host\/sudo-line\.ts)/;
/** Tables in which only some properties are said. */
const tables = /^(?:commands\/rows|diagnosis\/rules)\//;

/** Every text of more than one word, by file. */
export function textsInSource(): readonly SourceText[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !silent.test(file))
    .sort()
    .flatMap((file) => textsIn(file).map((text) => ({ file, text })));
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function textsIn(file: string): readonly string[] {
  const found = new Set<string>();
  const isTable = tables.test(file);
  const visit = (value: unknown, isSaid: boolean): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, isSaid);
    if (typeof value !== "object" || value === null || !("type" in value)) return;
    const node = value as Node;
    if (/^(?:Import|ExportAll|ExportNamed.*|TS(?!As|Satisfies|NonNull).*)/.test(node.type) && node["source"] !== null) {
      if (node.type !== "ExportNamedDeclaration") return;
    }
    if (isSaid && node.type === "Literal" && typeof node["value"] === "string") found.add(node["value"]);
    if (isSaid && node.type === "TemplateLiteral") found.add(templateText(node));
    for (const [key, child] of Object.entries(node))
      if (key !== "type") visit(child, isTable ? isSaid || saysSomething(node) : true);
  };
  visit(parseSync(file, readFileSync(`${src}${file}`, "utf8")).program, !isTable);
  // Rules name what the diagnosis fills in: "{errno}: …".
  const texts = file.startsWith("diagnosis/rules/")
    ? [...found].map((text) => text.replace(/\{\w+\}/g, filler))
    : [...found];
  return texts.filter(isProse);
}

/** `says: "…"`, `{ SystemFault: "…" }`, `2: "…"` */
function saysSomething({ type, key }: Node): boolean {
  if (type !== "Property" || typeof key !== "object" || key === null) return false;
  const name = "name" in key ? key.name : "value" in key ? key.value : undefined;
  return name === "says" || typeof name === "number" || /^(?:System|Software|User|External)Fault$/.test(String(name));
}

function templateText(node: Node): string {
  const quasis = node["quasis"] as readonly { value: { cooked: string } }[];
  return quasis.map((quasi) => quasi.value.cooked).join(filler);
}

/** Lines of a script, of a shell or of a configuration, which stay as they are. */
const code =
  /^(?:(?:xmi|xsi|xmlns):\w+$|core\.quotePath=|\(pointer: |noopener |<!doctype|input, select|(?:status|owner|is|type):\w+|case: |CASE \| run |(?:disallowed character\.|text data(?: outside of root)?|unquoted attribute value|attribute without value|in (?:attribute|tag) name|no whitespace between attributes|only one root|XML declaration must|malformed comment|version number|must contain a root|unexpected end\.)$|classDef |@media |dscript [a-z]+ (?:--?\w|[\w*.[-]+|FILE)|dscript [a-z]+, dscript |\[show ID |source <|compdef |complete -|node:|#!|echo |(?:if|switch|for) \(|else if \(|\} else|try \{|do \{|class [A-Z]|(?:import|export|param|retry|switch) ["A-Z7c(]|wait until \(|(?:task|plan|atomic|approve|context|monitor|when) [A-Z("]|on (?:undo )?failure$|(?:effect|unfinished|commands|log|color|lang|strict|diagnosis|message|says|advice): |(?:retention|roles|approval|mail|webhook|when|headers): \{|(?:notify|command|to|faults|before|end|files|unchanged|arguments): \[|(?:limits|proxies|hypothesis|expect|environment): \{|isolation: |<(?:svg|rect) |nameserver |(?:fail|delay|truncate|kill|syscall) (?:CALL|NAME|output of)|output of 7|with status 1$|(?:7+ |fsize |7 [a-z]+ E[A-Z]+ )?(?:7 )?(?:on|from) line 7$| on line 7$|7\nhosts: |dscript (?:inject|resume|undo|people)$|ordinary user$|people (?:add|remove)$|\[add \| remove\]$|chown root |(?:mode|outlived|rehearsals): \w+$|(?:T2|agree|break_glass): \{|(?:server|from|user|url): \S+$|int\[\]|String\?\[\])/;

/** At least two words outside of quotes and backticks, which hold code. */
function isProse(text: string): boolean {
  const words = text.replace(/`[^`]*`|"(?:[^"\\]|\\.)*"|'[^']*'/g, "").match(/(?<![\w.{/$-])[a-z]{2,}(?![\w(/=}-])/g);
  return words !== null && words.length >= 2 && !code.test(text);
}

/** Whether English words stand side by side outside of quotes, backticks and parentheses, which hold code and data. */
export function holdsEnglish(text: string): boolean {
  const outside = text.replace(
    /`[^`]*`|"(?:[^"\\]|\\.)*"|'[^']*'|（[^）]*）|dscript (?:runs?|people|propose|gate|inject|check|new|explain|notify|completion|logs|incident|diagram|diagnose)\b.*/g,
    "",
  );
  return /(?<![\w./-])[a-z]{2,} [a-z]{2,}(?![\w/-])/.test(outside);
}

/** The JavaScript that packages import to be written with: it makes data, and this is all of it. */

/** The name under which packages import it. */
export const packageApiName = "dscript/package";

/** An ES module; its types are those of `packages/define.ts`. */
export const packageApi = [
  "export const definePackage = (spec) => spec;",
  'export const statement = (form, spec) => ({ ...spec, kind: "statement", form });',
  'export const expression = (form, spec) => ({ ...spec, kind: "expression", form });',
  'export const operator = (form, precedence, spec) => ({ ...spec, kind: "operator", form, precedence });',
  'export const literal = (pattern, spec) => ({ ...spec, kind: "literal", pattern });',
  "",
].join("\n");

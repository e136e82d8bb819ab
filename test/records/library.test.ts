// The library's signature tables are well formed.
import { describe, expect, it } from "vitest";
import { librarySignatures } from "../../src/records/index.ts";

describe("the library's signatures", () => {
  const signatures = librarySignatures();

  it("can all be read, under keys of their own", () => {
    const keys = signatures.map((signature) => signature.key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys).toContain("System.fopen");
    expect(keys).toContain("[].map");
    expect(keys).toContain("Map.get");
    expect(keys).toContain("println");
  });

  it("each say in one sentence what they do", () => {
    for (const { key, says } of signatures) expect(says, key).toMatch(/^["A-Z-].*\.$/);
  });

  it("have optional parameters only behind the others, and a rest parameter only at the end", () => {
    for (const { key, parameters } of signatures) {
      const shape = parameters.map((item) => (item.rest ? "r" : item.optional ? "o" : "p")).join("");
      expect(shape, key).toMatch(/^p*(o*|r)$/);
    }
  });

  it("read every parameter's name, type and default", () => {
    const fopen = signatures.find((signature) => signature.key === "System.fopen");
    expect(fopen?.parameters).toEqual([
      { name: "filename", type: { kind: "String" }, optional: false, rest: false },
      { name: "mode", type: { kind: "String" }, optional: true, rest: false },
    ]);
    expect(fopen?.receiver).toBeUndefined();
    const sort = signatures.find((signature) => signature.key === "[].sort");
    expect(sort?.receiver).toEqual({ kind: "array", element: { kind: "parameter", name: "T" } });
    expect(sort?.parameters[0]?.name).toBe("compare");
    expect(signatures.find((signature) => signature.key === "int.MAX")).toMatchObject({ property: true });
  });
});

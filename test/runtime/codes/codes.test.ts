// Hash, Base64, Hex, Random and Url: known values, bytes that are no UTF-8, and what is refused where.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFixture } from "../library/fixture.ts";

// Texts whose bytes need not be UTF-8 (language 1).
const texts = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\udcff", "\udc80", "%", "&", " ", "\n") });

describe("codes", () => {
  it("give back what they were made of, whatever bytes that has", () => {
    const { call } = createFixture();
    fc.assert(
      fc.property(texts, (text) => {
        for (const [encode, decode] of [
          ["Base64.encode", "Base64.decode"],
          ["Hex.encode", "Hex.decode"],
          ["Url.encode", "Url.decode"],
        ] as const)
          expect(call(decode, call(encode, text))).toBe(text);
      }),
    );
  });

  it.each([
    ["Base64.decode", "aGk=", "hi"],
    ["Base64.decode", "aGk", "hi"],
    ["Base64.decode", "aG\nk=\n", "hi"],
    ["Base64.decode", "_-8", "\udcff\udcef"],
    ["Base64.decode", "", ""],
    ["Hex.decode", "68 69\n", "hi"],
    ["Url.decode", "a+b%20c", "a+b c"],
  ])("%s reads %j", (key, text, value) => {
    expect(createFixture().call(key, text)).toBe(value);
  });

  it.each([
    ["Base64.decode", "aG!k", 'character 3: found "!", expected a character of Base64'],
    ["Base64.decode", "aGk=aGk=", 'character 5: found "a", expected nothing behind'],
    ["Base64.decode", "aGkxa", "character 6: found the end, expected more"],
    ["Base64.decode", "aGkx=", "expected more"],
    ["Hex.decode", "6g", 'character 2: found "g", expected a hexadecimal digit'],
    ["Hex.decode", "686", "expected one more digit"],
    ["Url.decode", "a%2", "character 2: a `%` that no two hexadecimal digits follow"],
    ["Url.parse", "example.org", "it is no URL"],
    ["Url.parse", "https://a b/", "it is no URL"],
  ])("%s of %j is refused with the place", async (key, text, why) => {
    const fault = await createFixture().faultOf(key, text);
    expect([fault.kind, fault.message]).toEqual(["FormatFault", expect.stringContaining(why)]);
  });

  it("hash texts and files of any size", async () => {
    const { call, faultOf, folder } = createFixture();
    const content = Buffer.alloc(5_000_000, "0123456789");
    writeFileSync(join(folder, "big"), content);
    expect(await call("Hash.sha256File", "big")).toBe(createHash("sha256").update(content).digest("hex"));
    expect(call("Hash.sha256", "\udcff")).toBe(
      createHash("sha256")
        .update(Buffer.from([0xff]))
        .digest("hex"),
    );
    mkdirSync(join(folder, "d"));
    expect((await faultOf("Hash.md5File", "d")).symptom.errno).toBe("EISDIR");
    expect((await faultOf("Hash.md5File", "/dev/zero")).message).toContain("is no regular file");
    expect((await faultOf("Hash.md5File", "gone")).symptom.errno).toBe("ENOENT");
  });

  it("give tokens that show nowhere", async () => {
    const { call, run, faultOf } = createFixture();
    const token = call("Random.token") as string;
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(run.secrets.mask(`a ${token} b`)).toBe("a *** b");
    expect(run.secrets.mask(String(call("secret", "open sesame")))).toBe("***");
    expect(call("Random.uuid")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    for (const bytes of [0, -1, 1e9]) expect((await faultOf("Random.token", bytes)).symptom.about).toBe("bytes");
  });

  it("take URLs apart, without their passwords", async () => {
    const { call, faultOf } = createFixture();
    const parts = call("Url.parse", "https://a%40b:hidden1@[::1]:8443/p%20q?x=1&x=2&y=%C3%A9#top");
    const part = (name: string): unknown => call(`UrlParts.${name}`, parts);
    expect(["scheme", "user", "host", "port", "path", "fragment"].map(part)).toEqual([
      ...["https", "a@b", "::1", 8443, "/p%20q", "top"],
    ]);
    expect(part("query")).toEqual(
      new Map([
        ["x", "2"],
        ["y", "é"],
      ]),
    );
    expect(call("UrlParts.port", call("Url.parse", "https://a:443/"))).toBeNull();
    expect((await faultOf("Url.parse", "https://u:hidden1@a b/?token=abcdef")).message).not.toMatch(/hidden1|abcdef/);
    expect(call("Url.query", new Map([["a b", "&="]]))).toBe("a%20b=%26%3D");
  });
});

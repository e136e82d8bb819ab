// The name server of a world: its answers, and what it makes of anything else.
import fc from "fast-check";
import { expect, it } from "vitest";
import { answerTo } from "../../src/injection/proxy/names.ts";

const hosts = new Map([["api.example.test", "192.0.2.7"]]);

function question(name: string, type: number): Buffer {
  const labels = name.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  const head = Buffer.from([0xab, 0xcd, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([head, ...labels, Buffer.from([0, 0, type, 0, 1])]);
}

it("knows its hosts, whatever their case, and nobody else", () => {
  const known = answerTo(question("API.example.test", 1), hosts);
  expect(known?.readUInt16BE(0)).toBe(0xabcd);
  expect([known?.readUInt16BE(6), [...(known?.subarray(-4) ?? [])]]).toEqual([1, [192, 0, 2, 7]]);
  // No IPv6 address: an answer without one, not an error.
  expect(answerTo(question("api.example.test", 28), hosts)?.readUInt16BE(2)).toBe(0x8580);
  expect(answerTo(question("db.example.test", 1), hosts)?.readUInt16BE(2)).toBe(0x8583);
});

it("survives whatever it is sent", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void answerTo(Buffer.from(bytes), hosts)));
});

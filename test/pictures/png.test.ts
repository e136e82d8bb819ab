// PNG is drawn here, with Japanese letters, without a font of the system.
import { describe, expect, test } from "vitest";
import { picture, textAt } from "../../src/charts/index.ts";
import { PictureTrouble, toPng } from "../../src/pictures/index.ts";

const drawn = (text: string): Promise<Uint8Array> =>
  toPng(picture(300, 60, "#fff", "t", textAt(10, 40, 24, "#000", text)));

describe("a PNG", () => {
  test("has twice the size of its SVG", async () => {
    const bytes = Buffer.from(await drawn("web1"));
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([600, 120]);
  });

  test("shows Latin and Japanese letters, each as it is", async () => {
    const pictures = await Promise.all(["", "web1", "障害", "診断", "寛容"].map(drawn));
    expect(new Set(pictures.map((bytes) => Buffer.from(bytes).toString("base64"))).size).toBe(5);
  });

  test("is refused in a sentence where there is no SVG", async () => {
    await expect(toPng("<svg")).rejects.toThrow(PictureTrouble);
    await expect(toPng("<svg")).rejects.toThrow(/^the picture cannot be drawn: /);
  });
});

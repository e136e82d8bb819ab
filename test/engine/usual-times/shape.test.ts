// The shape of a command: what stays of it, and what never does.
import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../../src/commands/index.ts";
import { shapeOf } from "../../../src/engine/usual-times/shape.ts";

const shape = (line: string): string => shapeOf(shippedCommands, line.split(" "));

describe("the shape of a command", () => {
  test.each([
    ["sleep 5", "sleep NUMBER"],
    ["sleep 0.5s", "sleep NUMBER"],
    ["/usr/bin/tar -cf a.tar src docs", "tar -c -f WORD+"],
    ["cp /etc/a /etc/b /srv/c", "cp PATH+"],
    ["git push origin main", "git push WORD+"],
    ["curl -s -o /tmp/x https://example.org/a?b=c", "curl -o -s URL"],
    ["rsync -a src/ backup@db1:/srv/x", "rsync -a PATH REMOTE"],
    ["sudo systemctl restart nginx", "systemctl restart WORD"],
    ["find /srv -name *.log -mtime +7", "find -mtime -name PATH"],
    ["frob -kS3CRET", "frob -k"],
    ["frob -psecret", "frob -p"],
    ["head -n 5 a.txt", "head -n PATH"],
    ["head -5 a.txt", "head -# PATH"],
    ["frob --level=7 --level=8 x", "frob --level WORD"],
  ])("%s", (line, wanted) => {
    expect(shape(line)).toBe(wanted);
  });

  test("is the same whatever the values are, and the order of the options", () => {
    expect(shape("tar -f b.tar -c x/y")).toBe(shape("tar -cf c.tar a/z"));
  });

  test("holds no value of an option, however it is written", () => {
    for (const line of [
      "mysql -pS3CRET db",
      "mysql --password=S3CRET db",
      "curl -u u:S3CRET http://h/S3CRET",
      "frob -kS3CRET",
      "frob S3CRET",
    ])
      expect(shape(line)).not.toContain("S3CRET");
  });

  test("is short, whatever it is given", () => {
    expect(shape(`echo ${"a ".repeat(5000)}`)).toBe("echo WORD+");
    expect(shape(`x${"y".repeat(9000)}`).length).toBeLessThanOrEqual(160);
    expect(shapeOf(shippedCommands, [])).toBe("");
    expect(shapeOf(shippedCommands, ["", "\0", "\ud800", "-", "--", "--="]).length).toBeLessThan(160);
  });
});

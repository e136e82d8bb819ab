/** What is a secret by its name, and how values are hidden. */

import { describe, expect, test } from "vitest";
import { isSecretName } from "../../src/records/index.ts";
import { Secrets } from "../../src/runtime/secrets.ts";

describe("names of secrets", () => {
  test.each([
    "TOKEN",
    "GITHUB_TOKEN",
    "TOKEN_OF_CI",
    "PGPASSWORD",
    "DB_PASSWORD_2",
    "MYSQL_PWD",
    "SSHPASS",
    "PASS",
    "FTP_PASS",
    "PASSPHRASE",
    "GPG_PASSPHRASE",
    "PASSWD",
    "API_KEY",
    "apiKey",
    "AWS_SECRET_ACCESS_KEY",
    "SSH_PRIVATE_KEY",
    "SECRET_KEY_BASE",
    "CLIENT_SECRET",
    "CREDENTIAL",
    "APP_CREDENTIALS",
  ])("%s", (name) => expect(isSecretName(name)).toBe(true));

  test.each([
    "PASSWD_FILE",
    "PASSWORD_STORE_DIR",
    "TOKEN_URL",
    "AWS_ACCESS_KEY_ID",
    "SSH_ASKPASS",
    "PUBLIC_KEY",
    "KEYBOARD",
    "MONKEY",
    "MAX_TOKENS",
    "TOKENIZERS",
    "BYPASS",
    "PASS_COUNT",
    "PWD",
    "OLDPWD",
    "HOME",
    "",
    "_1",
  ])("not %s", (name) => expect(isSecretName(name)).toBe(false));
});

describe("hiding", () => {
  test("the password of a URL in a variable, also decoded, and nothing else of it", () => {
    const { mask } = new Secrets(
      new Map([
        ["DATABASE_URL", "postgres://app:s%40fest@db/app"],
        ["SITE", "http://a:8080/@x"],
      ]),
    );
    expect(mask("postgres://app:s%40fest@db/app or s@fest")).toBe("postgres://app:***@db/app or ***");
    expect(mask("http://a:8080/@x")).toBe("http://a:8080/@x");
  });

  const of = (value: string): Secrets => new Secrets(new Map([["A_TOKEN", value]]));

  test.each([
    ["a.b*c", 'x a.b*c "a.b*c"', 'x *** "***"'],
    ["  spaced\n", "<spaced>", "<***>"],
    ['q"u\\o', '{"q\\"u\\\\o"} q"u\\o', '{"***"} ***'],
    ["it's me", "'it'\\''s me'", "'***'"],
    ["-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\nshort\n", "at MIIEvQIBADANBgkqhkiG, short", "at ***, short"],
    ["abc", "abc", "abc"],
    ["true", "true", "true"],
  ])("%j", (value, text, shown) => expect(of(value).mask(text)).toBe(shown));

  test("the longer of two secrets goes first, and one may come later", () => {
    const secrets = of("inner");
    expect(secrets.mask("an inner-outer")).toBe("an ***-outer");
    secrets.add(["inner-outer", 123456]);
    expect(secrets.mask("an inner-outer 123456 inner")).toBe("an *** *** ***");
  });
});

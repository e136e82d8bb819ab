/** DS19xx in Japanese: what is said of a script's files. */

import type { Translations } from "../translation.ts";

export const japaneseFiles: Translations<"DS19"> = {
  DS1901: {
    title: "インポートするファイルが読めない",
    message: ({ path, why }, say) => `"${path}" をインポートできない: ${say(why)}`,
    hint: () => "import のパスは、それが書かれたファイルからの相対パス",
  },
  DS1902: {
    title: "ファイルが循環してインポートし合っている",
    message: ({ path }) => `"${path}" はすでにインポートの途中: ファイルが互いにインポートし合っている`,
    hint: () => "両方に必要なものを第三のファイルに移す",
  },
  DS1903: {
    title: "スクリプトが UTF-8 でない",
    message: ({ byte, offset }) => `オフセット ${offset} のバイト 0x${byte} は UTF-8 のテキストではない`,
    hint: () => "これがスクリプトなら変換する: iconv -f LATIN1 -t UTF-8",
  },
  DS1904: {
    title: "その名前のモジュールがない",
    message: ({ name }) => `モジュール \`${name}\` がない`,
    hint: ({ name, folders, nearest }) =>
      nearest === undefined
        ? `${name.replaceAll(".", "/")}.dscript を探した場所: ${folders}`
        : `\`${nearest}\` のことか`,
  },
  DS1905: {
    title: "モジュールの版が合わない",
    message: ({ name, wanted, has }) => `\`${name}\` に \`${wanted}\` の版がない: あるのは ${versions(has)}`,
    hint: ({ name }) => `合う版を入れるか、dscript.yaml の \`packages\` にある \`${name}\` の指定を変える`,
  },
  DS1906: {
    title: "モジュールが使えない",
    message: ({ name, why }, say) => `モジュール \`${name}\` は使えない: ${say(why)}`,
  },
};

/** Versions that were found; "none" is a module that says none. */
function versions(has: string): string {
  return has.replace(/(?<=^|, )none(?=,|$)/g, "版のないもの");
}

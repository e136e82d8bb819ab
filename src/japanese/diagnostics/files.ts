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
};

/** An answer that goes into a file, which shows nothing of it until it is whole. */

import { locate } from "../files/bytes.ts";
import { statusToReplace } from "../files/regular.ts";
import { openDraft } from "../files/replace.ts";
import type { ScriptFlow } from "../flow.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { readBody, textOfBody, wholeBody } from "./body.ts";
import { answerHeaders } from "./headers.ts";
import { answered, type Wish, withAnswer } from "./request.ts";
import { HttpResponse } from "./response.ts";

/** Milliseconds without a byte after which a download is given up. */
const longestPause = 60_000;

/** Writes the answer into a file; its number of bytes. An answer of 400 and more is a refusal, and leaves the file as it was. */
export async function download(run: Run, flow: ScriptFlow, wish: Wish, file: string): Promise<number> {
  const location = locate(flow, file);
  const before = inNamespace(flow, () => statusToReplace(location, file, "file"));
  return withAnswer(run, flow, wish, async (session, answer, url) => {
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) {
      const text = textOfBody(await wholeBody(session, answer, url.host), answer.headers["content-type"] ?? "");
      throw answered(new HttpResponse({ status, headers: answerHeaders(answer.headers), text, url: url.href }));
    }
    const draft = openDraft(location, before, flow);
    try {
      let size = 0;
      session.stir(longestPause);
      await readBody(session, answer, url.host, (bytes) => {
        session.stir(longestPause);
        draft.write(bytes);
        size += bytes.length;
      });
      draft.commit();
      return size;
    } finally {
      draft.discard();
    }
  });
}

/** `( echo a; echo b )`: statements in a flow of their own (language 3). */

import { closeParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { BlockStatement, GroupCommand, Redirect } from "../tree.ts";
import type { Ahead } from "./ahead.ts";
import { isRedirect, parseRedirect } from "./redirects.ts";

export function parseGroup(p: Parser, ahead: Ahead): GroupCommand {
  const body = parseBody(p);
  const redirects = [...ahead.redirects, ...parseRedirects(p)];
  return { kind: "group", prefixes: ahead.prefixes, body, redirects, start: ahead.start, end: p.at };
}

/** Redirections behind a group hold for all of it. */
export function parseRedirects(p: Parser): readonly Redirect[] {
  const redirects: Redirect[] = [];
  for (let end = p.at; !p.panic; end = p.at) {
    skipCommandBlanks(p);
    if (!isRedirect(p)) {
      p.at = end;
      break;
    }
    const redirect = parseRedirect(p);
    if (redirect !== undefined) redirects.push(redirect);
  }
  return redirects;
}

function parseBody(p: Parser): BlockStatement {
  const open = p.at;
  const saved = { newlinesAreBlank: p.newlinesAreBlank, commaEnds: p.commaEnds };
  p.at = open + 1;
  p.newlinesAreBlank = false;
  p.commaEnds = false;
  p.open(closeParen, open);
  const statements = p.statements(closeParen);
  p.newlinesAreBlank = true;
  p.close(closeParen, open);
  p.shut();
  p.newlinesAreBlank = saved.newlinesAreBlank;
  p.commaEnds = saved.commaEnds;
  if (statements.length === 0 && !p.panic) p.report("DS1126", open, p.at, {});
  return { kind: "block", statements, start: open, end: p.at };
}

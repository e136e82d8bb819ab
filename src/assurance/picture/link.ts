/** What a picture or a page links to. */

/** A node's address, unless opening it could run something: pages and files only. */
export function linkOf(url: string | undefined): string | undefined {
  return url !== undefined && /^(?:https?:|[^:]*$|[^:]*[/?#])/i.test(url) ? url : undefined;
}

/** What a server answered. */

export class HttpResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  /** Where the answer came from, redirects followed. */
  readonly url: string;

  constructor(parts: {
    readonly status: number;
    readonly headers: ReadonlyMap<string, string>;
    readonly text: string;
    readonly url: string;
  }) {
    this.status = parts.status;
    this.headers = parts.headers;
    this.text = parts.text;
    this.url = parts.url;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
}

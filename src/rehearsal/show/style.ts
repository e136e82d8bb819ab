/** How the page looks: on a screen, light or dark, and on paper. */

export const css = `
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #57606a; --line: #d0d7de; --paper: #fff; --code: #f6f8fa; --plus: #0a6b2d; --plusback: #e6f6ea; --minus: #a40e26; --minusback: #fdeceb; --other: #7a4a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9aa4af; --line: #3a424c; --paper: #11151a; --code: #1a2027; --plus: #6fdd8b; --plusback: #12291a; --minus: #ff938a; --minusback: #331a1a; --other: #eac06a; } }
@media print { :root { color-scheme: light; --ink: #000; --dim: #444; --line: #999; --paper: #fff; --code: #fff; --plus: #004d1f; --plusback: #fff; --minus: #7a0018; --minusback: #fff; --other: #553300; } details { break-inside: avoid; } body { max-width: none; } }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans CJK JP", sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.dim, td:last-child { color: var(--dim); }
table { border-collapse: collapse; width: 100%; }
td { border-bottom: 1px solid var(--line); padding: .15rem .5rem; vertical-align: top; overflow-wrap: anywhere; }
td.mark, pre, td.path { font-family: ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; font-size: .9rem; }
.made { color: var(--plus); } .removed { color: var(--minus); } .changed, .replaced, .moved { color: var(--other); }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
pre span { display: block; min-height: 1.3em; } .plus { color: var(--plus); background: var(--plusback); } .minus { color: var(--minus); background: var(--minusback); }
`;

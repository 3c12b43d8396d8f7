/** Texts that a renderer must survive. */

/** Faults.md 40 and 41: all of it must stay inert, and no request may leave the page. */
export const xssCorpus = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 2">',
  '<svg onload="window.pwned = 3"><circle r=10></svg>',
  '[click](javascript:window.pwned=4)',
  '[click](JaVaScRiPt&colon;window.pwned=5)',
  '<a href="data:text/html,<script>window.pwned=6</script>">data</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=7&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=window.pwned=8>">',
  '<form><input name=attributes><button formaction="javascript:window.pwned=9">go</button></form>',
  '<iframe srcdoc="<script>parent.pwned=10</script>"></iframe>',
  '<style>@import url(http://leak.example/?a);</style><div style="background:url(http://leak.example/?b)">x</div>',
  '![pixel](http://leak.example/?leak=1)',
  '<video poster="http://leak.example/?c"><source src="http://leak.example/?d"></video>',
  '```html"><img src=x onerror=window.pwned=11>\n<script>window.pwned = 12</script>\n```',
  '<a href="https://ok.example" onclick="window.pwned=13" target="_top">link</a>',
  '<template><script>window.pwned=14</script></template><base href="http://leak.example/">',
] as const

export const markdownSample = `# Findings

The redirect loses its query. Three things stand out:

1. \`safePath\` drops everything behind \`?\`
2. the cookie is set **after** the redirect
   - and only over HTTP
3. ~~nothing~~ *no test* covers it

| file | lines | risk |
| --- | ---: | :---: |
| \`src/auth.js\` | 42 | high |
| \`src/session.js\` | 17 | low |

\`\`\`js
export function safePath(target) {
  return target.startsWith('/') && !target.startsWith('//') ? target : '/'
}
\`\`\`

\`\`\`diff
- return '/'
+ return safePath(target)
\`\`\`

> See [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110) for the status codes.

- [x] read the code
- [ ] write the test
`

/** Prose that runs to the left, emphasis beside CJK, a table with a word that is wider than a phone, code in code. */
export const languagesSample = [
  'שלום **עולם**, זה `npm test`.',
  '1. ראשון\n2. שני',
  '> مرحبا بالعالم',
  '**太字。**続き、これは**「引用」**です。',
  `| Name | What it does |\n|---|---|\n| \`${'configuration'.repeat(12)}\` | words that stay whole |`,
  '```md\n# Use\n```sh\nnpm start\n```\n```',
  'That is *all*.',
].join('\n\n')

/** Formulas, prices and diagrams; the last of each is none, and fault 40 is tried in all of them. */
export const drawnSample = [
  `\`\`\`mermaid\nflowchart LR\n  A["Look <img src=x onerror='window.pwned=21'>"] -->|"${xssCorpus[0]}"| B(Mend)\n  click A "javascript:window.pwned=22"\n\`\`\``,
  '```mermaid\nflowchart LR\n  A -->\n```',
  'The sum $\\sum_{i=1}^n i^2$ is \\(O(n^3)\\), costs $5 or $10, and is in $PATH and $HOME.',
  '$$\nE = mc^2\n$$',
  '```math\n\\frac{a}{b}\n```',
  ...xssCorpus.map((each) => `$x = ${each.replaceAll('\n', ' ')}$`),
  '$\\href{javascript:window.pwned=20}{x^2}$ $\\includegraphics{http://leak.example/y_1}$ $\\htmlData{x=1}{y}$',
  'One that is none: $\\frac{1}{$.',
].join('\n\n')

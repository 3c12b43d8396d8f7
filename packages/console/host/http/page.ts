/** PURE: the pages that the host writes itself. */

/** The app's page with the path that the console lives under: one build serves every base. */
export function withBase(html: string, base: string): string {
  const tag = `<base href="${escapeAttribute(base)}">`
  return html.replace(/<base\b[^>]*>/i, '').replace(/<head(\s[^>]*)?>/i, (head) => `${head}\n    ${tag}`)
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** Files of the app, relative to its base. */
export interface Hints {
  scripts: string[]
  styles: string[]
}

/** Which view an address shows, in the words of `views.json` (scripts/view-hints.mjs) (empty for the others). `path` is below the base. */
export function viewAt(path: string): string {
  return path === '' ? 'home' : (/^servers\/[\w-]+\/(sessions|terminals)\/[\w-]+\/?$/.exec(path)?.[1] ?? '')
}

/** The page with what its view needs: the browser asks for all of it at once, not for one when it has read the other. */
export function withHints(html: string, { scripts, styles }: Hints): string {
  const tags = [
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="./${escapeAttribute(file)}">`),
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="./${escapeAttribute(file)}">`),
  ]
  return html.replace(/<\/head>/i, (end) => `${tags.map((tag) => `    ${tag}\n`).join('')}  ${end}`)
}

function messagePage(title: string, heading: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kilo Console — ${title}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center }
  main { max-width: 36rem; padding: 2rem }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem }
  code { font: .9375rem ui-monospace, monospace; padding: .125rem .375rem; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 4px }
</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`
}

export const missingBuildPage = messagePage(
  'not built',
  'The console’s app is not built',
  `<p>The host is running, but its pages are missing. In the project’s folder run</p>
<p><code>npm run build</code></p>
<p>and reload this page.</p>`,
)

export const tooLargePage = messagePage(
  'too large',
  'The browser sends more than the console reads',
  `<p>Either this address is too long, or programs on this machine have set too many cookies: browsers share them between all its ports. Delete the cookies of this address in the browser’s settings, then run</p>
<p><code>kilo console</code></p>
<p>to log in again.</p>`,
)

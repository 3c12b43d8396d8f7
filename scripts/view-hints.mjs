/** What each view needs besides the start, as the build has named it: the host hints it in the page, so that the browser asks for all of it at once. */

/** By the word of the address: `/servers/:server/sessions/…`; `home`: that of nothing. */
const VIEWS = {
  home: ['routes/home/home.tsx'],
  sessions: ['routes/session/session.tsx', 'code/markdown/engine.ts'],
  terminals: ['routes/terminal/terminal.tsx'],
}

/** A Vite plugin that leaves `views.json` beside the page: `{ sessions: { scripts, styles }, … }`. */
export function viewHints() {
  return {
    name: 'view-hints',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const views = Object.entries(VIEWS).map(([view, modules]) => [view, hintsOf(chunks, modules)])
      const source = JSON.stringify(Object.fromEntries(views))
      this.emitFile({ type: 'asset', fileName: 'views.json', source })
    },
  }
}

function hintsOf(chunks, modules) {
  const started = closureOf(
    chunks,
    chunks.filter((chunk) => chunk.isEntry),
  )
  const wanted = chunks.filter((chunk) =>
    modules.some((name) => chunk.facadeModuleId?.endsWith(`/src/${name}`)),
  )
  if (wanted.length < modules.length) throw new Error(`${modules.join(' or ')} is no chunk of its own`)
  // One that holds nothing is left out of the build (skip-facades.mjs).
  const needed = [...closureOf(chunks, wanted)].filter(
    (chunk) => !started.has(chunk) && Object.keys(chunk.modules).length > 0,
  )
  return {
    scripts: needed.map((chunk) => chunk.fileName),
    styles: needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]),
  }
}

/** With all that they import. */
function closureOf(chunks, from) {
  const found = new Set(from)
  for (const chunk of found)
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) found.add(other)
  return found
}

/** What each view needs besides the start, as the build has named it: the host hints it in the page, so that the browser asks for all of it at once. */

/** By the word of the address: `/servers/:server/sessions/…`; `home`: that of nothing. */
const VIEWS = {
  home: ['routes/home/home.tsx'],
  sessions: ['routes/session/session.tsx', 'code/markdown/engine.ts'],
  terminals: ['routes/terminal/terminal.tsx'],
}

/**
 * Two Vite plugins that leave `views.json` beside the page: `{ sessions: { scripts, styles }, … }`. What the start needs is known until Vite writes it into
 * the page; which files there are at the end is known when all that leave some out have done so: they stand after those.
 */
export function viewHints() {
  const views = new Map()
  return [
    {
      name: 'view-hints',
      generateBundle(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        for (const [view, modules] of Object.entries(VIEWS)) views.set(view, hintsOf(chunks, modules))
      },
    },
    {
      name: 'view-hints-file',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          const there = new Set(Object.keys(bundle))
          const hints = [...views].map(([view, all]) => [view, thoseThere(all, there)])
          const source = JSON.stringify(Object.fromEntries(hints))
          this.emitFile({ type: 'asset', fileName: 'views.json', source })
        },
      },
    },
  ]
}

/** PURE: without files that only say where the code is, which are left out of the build (skip-facades.mjs). */
export const thoseThere = ({ scripts, styles }, there) => ({
  scripts: scripts.filter((file) => there.has(file)),
  styles,
})

/** PURE: the files of the chunks that some modules need and the start does not. Throws where a module is no chunk of its own. */
export function hintsOf(chunks, modules) {
  const started = closureOf(
    chunks,
    chunks.filter((chunk) => chunk.isEntry),
  )
  const wanted = chunks.filter((chunk) =>
    modules.some((name) => chunk.facadeModuleId?.endsWith(`/src/${name}`)),
  )
  if (wanted.length < modules.length) throw new Error(`${modules.join(' or ')} is no chunk of its own`)
  const needed = [...closureOf(chunks, wanted)].filter((chunk) => !started.has(chunk))
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

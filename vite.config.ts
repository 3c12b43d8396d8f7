import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { diagramFrame } from './scripts/diagram-frame.mjs'
import { katexFonts } from './scripts/katex-fonts.mjs'
import { packAssets } from './scripts/pack-assets.mjs'
import { classNameOf, plainIcons } from './scripts/short-names.mjs'
import { skipFacades } from './scripts/skip-facades.mjs'
import { viewHints } from './scripts/view-hints.mjs'
import { routes } from './packages/console/shared/routes.ts'
import { CONSOLE_PORTS } from './packages/daemon/src/services/console-host.ts'
import { LOOPBACK, serviceUrl } from './packages/daemon/src/place.ts'

const root = fileURLToPath(new URL('packages/console/src', import.meta.url))
/** In development the built host answers for data; `kilo console --no-open` prints its port. */
const host = process.env['KILO_CONSOLE_URL'] ?? serviceUrl({ hostname: LOOPBACK, port: CONSOLE_PORTS.first })

/** What every first view needs, in one request: split by shared module it would be thirty. */
const start = new RegExp(
  [
    /console\/src\/(boot|store(?!\/(import-source|configuration|running-in|choices-cache|without-hidden|actions\/(configuration|late-|favourites|hidden)))|events|commands(?!\/key-sheet)|frame(?!\/(delete-(dialog|session)|loss-text))|routes\/overview)/,
    /console\/src\/ui(?!\/([a-z]+-layer|menu-row|picker-|segments|empty-list))/,
    /console\/src\/sdk(?!\/(client|settings\/|import-session|whole-session|review|whole-diff|file-view|session-page|bounded-answer|model-usage))/,
    /console\/src\/shell(?!\/(figures\/|older\/|roster\/(virtual-rows|[a-z]*-?row-(menu|dialogs|acts)|selection-bar)|import\/import-(body|plan|text|part)|attention\/(notice|notifier|tone|icon|can-notify)|budget\/|palette\/|keys\/|folders\/(place|typed|folder-completion)|servers\/(confirm|unlock)))/,
    /node_modules\/(solid-js\/|@solidjs\/|lucide-solid\/dist\/source\/icons\/(search|ellipsis|square\.|archive\.))/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** What lies over the page: it comes when the first of it is opened. */
const layers =
  /console\/src\/(ui\/([a-z]+-layer|menu-row)|shell\/(palette\/palette|keys\/keys-dialog|folders\/place-picker|servers\/(confirm-daemon|unlock-dialog)))/

/** Everything but the app itself. */
const proxy = Object.fromEntries(
  Object.values(routes)
    .filter(({ kind }) => kind !== 'app')
    .map(({ path }) => [`^/${path.split('/', 1)[0]}(/|$)`, { target: host, ws: true }]),
)

export default defineConfig({
  root,
  // Relative, because the host decides at run time under which path the app lives.
  base: './',
  plugins: [plainIcons(), solid(), katexFonts(), diagramFrame(), skipFacades(), viewHints(), packAssets()],
  css: { modules: { generateScopedName: classNameOf } },
  build: {
    outDir: fileURLToPath(new URL('packages/console/dist/app', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Nothing inlined: the content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    // The terminal is that large, and loads when one is opened.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', test: start, priority: 3 },
            // For long lists of whatever kind, and nothing else comes along with it.
            { name: 'virtual', test: /node_modules\/virtua\//, priority: 2.5 },
            { name: 'layers', test: layers, priority: 2 },
            // What the filter finds needs none of the layers, and the palette finds it too.
            { name: 'older', test: /console\/src\/(shell\/older|sdk\/session-page)/, priority: 3 },
            // The menu of a row and what is done with several share what they do.
            {
              name: 'rows',
              test: /console\/src\/shell\/roster\/([a-z]*-?row-(menu|dialogs|acts)|selection-bar)/,
              priority: 1.5,
            },
            // With all that it imports: what a link to a session needs is one request beside the start.
            { name: 'session', test: /console\/src\/routes\/session\/session/, priority: 1 },
          ],
        },
      },
      // How long each plugin took is noise to whoever waits for the console.
      checks: { bundlerTimings: false },
    },
  },
  // A chunk for each language: as one script the worker would have 10 MB.
  worker: { format: 'es', rolldownOptions: { checks: { bundlerTimings: false } } },
  server: { proxy },
})

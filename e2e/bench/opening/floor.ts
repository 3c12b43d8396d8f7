/** What no page can undercut: an empty Solid app with as much script as the console loads, served by the console's own code. */
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'rolldown'
import { sendProblem } from '../../../packages/console/host/http/problem.ts'
import { makeStaticFiles } from '../../../packages/console/host/http/static.ts'
import { repoRoot } from '../../repo.ts'
import { NEWEST_WORDS } from './long-session.ts'

export interface Floor {
  url: string
  close(): Promise<void>
}

/** `units`: how much script, in UTF-16 units, as it is before it is packed. */
export async function startFloor(units: number): Promise<Floor> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kilo-floor-'))
  await makeApp(folder, units)
  const files = makeStaticFiles(folder, '/')
  const server = createServer((req, res) => {
    files.serve(req, res, (req.url ?? '/').slice(1)).catch((error: unknown) => sendProblem(res, error))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      await closed(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeApp(folder: string, units: number): Promise<void> {
  const source = path.join(folder, 'source.js')
  await writeFile(source, `${fillerOf(units)}\n${APP}`)
  await mkdir(path.join(folder, 'assets'))
  await build({
    input: source,
    platform: 'browser',
    treeshake: false,
    resolve: { modules: [path.join(repoRoot, 'node_modules')], conditionNames: ['browser', 'import'] },
    output: { file: path.join(folder, 'assets/app-00000000.js'), format: 'esm', minify: true },
  })
  await writeFile(path.join(folder, 'index.html'), PAGE)
}

/** Functions that are read and never run, as most of an app is when it opens; they differ, so that they pack like code. */
function fillerOf(units: number): string {
  const one = (at: number) =>
    `globalThis.kept${at} = (state, ${name(at)}) => state.${name(at * 7)} > ${at} ? { ${name(at * 3)}: [${at * 31}, '${name(at * 13)}'] } : ${name(at)}(state.${name(at * 5)});`
  const wanted = Math.max(0, units - SOLID_UNITS)
  return Array.from({ length: Math.ceil(wanted / one(999).length) }, (_, at) => one(at + 100)).join('\n')
}

/** Of what the app itself and Solid take. */
const SOLID_UNITS = 15_000
const name = (number: number) => `v${((number * 2_654_435_761) >>> 0).toString(36)}`

const APP = `
import { createSignal } from 'solid-js'
import { render, createComponent } from 'solid-js/web'
const [words] = createSignal(${JSON.stringify(NEWEST_WORDS)})
const App = () => {
  const box = document.createElement('textarea')
  const text = document.createElement('p')
  text.textContent = words()
  return [text, box]
}
render(() => createComponent(App, {}), document.getElementById('app'))
`

const PAGE = `<!doctype html><html><head><title>Floor</title></head><body><div id="app"></div>
<script type="module" src="/assets/app-00000000.js"></script></body></html>`

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

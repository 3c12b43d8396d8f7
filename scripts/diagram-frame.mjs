/**
 * A Vite plugin that makes the script that draws diagrams, one classic file: a sandbox has no origin, and may load nothing of several. In code,
 * `virtual:diagram-frame` is its address. Loaded when somebody wants to see a diagram.
 */
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const ID = 'virtual:diagram-frame'
const ENTRY = fileURLToPath(new URL('../packages/console/src/code/diagrams/frame/frame.ts', import.meta.url))
/** Where the development server has it. */
const SERVED = '/diagram-frame.js'

/** Two layouts and formulas are a third of Mermaid; what can't do without them (architecture) says that it is not drawn here. */
const LEFT_OUT = /^(elkjs|cytoscape|katex)\b/
const ABSENT = `function absent() { throw new Error('Diagrams of this kind are not drawn here.') }
absent.use = () => {}
absent.renderToString = absent
export default absent`

const leaveOut = {
  name: 'leave-out',
  resolveId: (id) => (LEFT_OUT.test(id) ? `\0absent` : null),
  load: (id) => (id === '\0absent' ? ABSENT : null),
}

async function frameScript() {
  const { output } = await build({
    input: ENTRY,
    platform: 'browser',
    plugins: [leaveOut],
    // What its packages do is theirs.
    logLevel: 'silent',
    write: false,
    output: { format: 'iife', codeSplitting: false, minify: true },
  })
  return output[0].code
}

export function diagramFrame() {
  let isServing = false
  return {
    name: 'diagram-frame',
    configResolved: ({ command }) => {
      isServing = command === 'serve'
    },
    configureServer(server) {
      let made
      server.middlewares.use(SERVED, (_request, response) => {
        made ??= frameScript()
        response.setHeader('content-type', 'text/javascript')
        response.setHeader('cross-origin-resource-policy', 'cross-origin')
        void made.then((code) => response.end(code))
      })
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    async load(id) {
      if (id !== `\0${ID}`) return null
      if (isServing) return `export default new URL('${SERVED}', location.href).href`
      const file = this.emitFile({ type: 'asset', name: 'diagram-frame.js', source: await frameScript() })
      return `export default import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}

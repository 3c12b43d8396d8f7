#!/usr/bin/env node
// Committed, so that npm can link `node_modules/.bin/kilo` before the first build. The program is CommonJS, each file beside the code that V8
// made of it at build time: that starts fastest. Another Node's V8 refuses the code, and compiles the file anew.
const fs = require('node:fs')
const { Script } = require('node:vm')

const dist = `${__dirname}/../dist/`

/** Those of Node's modules that take time to load, and that most commands use little or nothing of. */
const SLOW = new Set(
  ['child_process', 'crypto', 'fs/promises', 'http', 'net', 'os', 'timers/promises', 'url', 'util'].map(
    (name) => `node:${name}`,
  ),
)
const modules = new Map()

/** `require`, but what is slow is loaded when something of it is first used, and our own files with their code. */
function load(name) {
  if (name.startsWith('./')) return run(name.slice(2))
  return SLOW.has(name) ? new Proxy({}, { get: (_, key) => require(name)[key] }) : require(name)
}

function run(name) {
  const known = modules.get(name)
  if (known) return known.exports
  const module = { exports: {} }
  modules.set(name, module)
  const filename = dist + name
  const source = `(function (exports, require, module, __filename) {${fs.readFileSync(filename, 'utf8')}\n})`
  const script = new Script(source, { filename, cachedData: readCode(`${filename}.cache`) })
  script.runInThisContext()(module.exports, load, module, filename)
  return module.exports
}

function readCode(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

if (fs.existsSync(`${dist}kilo.cjs`)) {
  run('kilo.cjs')
} else {
  process.stderr.write('kilo: this checkout is not built yet\nhint: npm run build\n')
  process.exitCode = 1
}

#!/usr/bin/env node
// Committed, so that npm can link `node_modules/.bin/kilo` before the first build. CommonJS, because that starts faster.
const fs = require('node:fs')
const path = require('node:path')

const quick = path.join(__dirname, '../dist/quick.cjs')

async function run() {
  const exitCode = await require(quick).quick(process.argv.slice(2))
  if (exitCode === undefined) await import('../dist/kilo.js')
  else process.exitCode = exitCode
}

if (fs.existsSync(quick)) {
  void run()
} else {
  process.stderr.write('kilo: this checkout is not built yet\nhint: npm run build\n')
  process.exitCode = 1
}

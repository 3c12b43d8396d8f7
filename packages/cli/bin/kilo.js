#!/usr/bin/env node
// Committed, so that npm can link `node_modules/.bin/kilo` before the first build.
import { existsSync } from 'node:fs'

const built = new URL('../dist/kilo.js', import.meta.url)
if (existsSync(built)) {
  await import(built.href)
} else {
  process.stderr.write('kilo: this checkout is not built yet\nhint: npm run build\n')
  process.exitCode = 1
}

/**
 * `npm run pack`: one tarball that people install, `kilo-console-<version>.tgz`: the command, the host and the app as they are built, the
 * engine's platform packages and the native lock as ordinary dependencies. No sources, no tests, no workspace links.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifestOf = (name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
const [cli, daemon] = [manifestOf('cli'), manifestOf('daemon')]

const manifest = {
  name: 'kilo-console',
  version: cli.version,
  description: 'A daemon manager and a browser console for the Kilo Code engine',
  license: cli.license,
  type: 'module',
  bin: { kilo: 'bin/kilo.js' },
  engines: cli.engines,
  // What the bundles leave outside: native code. The rest is inside them.
  dependencies: { 'fs-native-extensions': daemon.dependencies['fs-native-extensions'] },
  optionalDependencies: daemon.optionalDependencies,
}

/** From the checkout to its place in the package; the host finds the app beside itself. */
const CONTENTS = {
  'packages/cli/bin': 'bin',
  'packages/cli/dist': 'dist',
  'packages/console/dist/host': 'dist/host',
  'packages/console/dist/app': 'dist/app',
  'README.md': 'README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
}

const target = process.argv[2] ?? root
const folder = mkdtempSync(join(tmpdir(), 'kilo-pack-'))
try {
  for (const [from, to] of Object.entries(CONTENTS)) {
    // A source map holds the sources.
    cpSync(join(root, from), join(folder, to), { recursive: true, filter: (path) => !path.endsWith('.map') })
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  chmodSync(join(folder, 'bin/kilo.js'), 0o755)
  mkdirSync(target, { recursive: true })
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', target], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const [{ filename, size, entryCount }] = JSON.parse(packed)
  const file = join(target, basename(filename))
  process.stdout.write(`${file}: ${(size / 1024).toFixed(0)} KiB, ${entryCount} files\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

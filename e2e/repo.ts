/** Where things lie in this checkout, for sources and bundles alike. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const repoRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)))

/** The command as npm links it: what a user runs. */
export const kiloCommand = path.join(repoRoot, 'node_modules', '.bin', 'kilo')

const engineFolder = path.join(
  repoRoot,
  'node_modules/@kilocode',
  `cli-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  'bin',
)

/** The engine itself, to see what its own command line makes of our files. */
export const engineCommand = path.join(engineFolder, process.platform === 'win32' ? 'kilo.exe' : 'kilo')

/** The engine's wrapper sets it; whoever starts the binary directly has to. */
export const engineEnvironment = { KILO_TREE_SITTER_WASM_DIR: path.join(engineFolder, 'tree-sitter') }

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'scripts/build-programs.mjs'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error(`${folder}: not inside a checkout of the console`)
  return findRoot(parent)
}

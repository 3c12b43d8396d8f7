/** Our command line against the engine's own, and against what Node itself takes. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { engineCommand, engineEnvironment, kiloCommand } from '../repo.ts'
import { succeed } from '../run.ts'
import type { World } from '../world/world.ts'
import { compare, type Comparison } from './compare.ts'
import { timeCommand } from './stopwatch.ts'

export interface CommandFigures extends Comparison {
  /** JavaScript files that ours loads. */
  files: number
}

export interface CommandsFigures {
  commands: CommandFigures[]
  /** What no Node program can be faster than: one that does nothing, and one that asks for the daemon's health and does nothing else. */
  floor: { nothing: Comparison; health: Comparison }
}

export async function measureCommands(world: World, pairs: number): Promise<CommandsFigures> {
  await succeed(world.kilo(['daemon', 'start']))
  const side = (file: string, args: string[], extra: NodeJS.ProcessEnv = {}) => ({
    time: () => timeCommand(file, args, { env: { ...world.env, ...extra }, cwd: world.project }),
  })
  const engine = (args: string[]) => side(engineCommand, args, engineEnvironment)
  const commands: CommandFigures[] = []
  for (const args of [['daemon', 'status'], ['daemon', 'start'], ['--version']]) {
    const what = args.join(' ').replace('start', 'start, reusing')
    const figures = await compare(what, pairs, side(kiloCommand, args), engine(args))
    commands.push({ ...figures, files: await countFiles(world, args) })
  }
  const node = (what: string, script: string) =>
    compare(what, pairs, side(process.execPath, ['-e', script]), engine(['daemon', 'status']))
  return {
    commands,
    floor: { nothing: await node('nothing', '0'), health: await node('health', LEAST) },
  }
}

/** Neither checks who listens there, nor bounds time and bytes, nor prints more than a word. */
const LEAST = `
const { port, token } = JSON.parse(require('fs').readFileSync(process.env.HOME + '/.local/state/kilo/daemon.json', 'utf8'))
const socket = require('net').connect(port, '127.0.0.1')
socket.write('GET /global/health HTTP/1.0\\r\\nconnection: close\\r\\nauthorization: Basic ' + token + '\\r\\n\\r\\n')
socket.on('data', (answer) => require('fs').writeSync(1, /"healthy":true/.test(answer) ? 'healthy' : process.exit(1)))
`

/** V8 lists every script that a process ran in its coverage report. */
async function countFiles(world: World, args: string[]): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kilo-files-'))
  try {
    await succeed(world.kilo(args, { env: { NODE_V8_COVERAGE: folder } }))
    const [name = ''] = await readdir(folder)
    const { result } = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as {
      result: { url: string }[]
    }
    return result.filter(({ url }) => url.startsWith('file:')).length
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Our command line against the engine's own, and against what Node itself takes. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run, succeed } from '../run.ts'
import type { World } from '../world/world.ts'
import { compare, median, timed, type Comparison } from './compare.ts'

export interface CommandFigures extends Comparison {
  /** JavaScript files that ours loads. */
  files: number
}

export interface CommandsFigures {
  commands: CommandFigures[]
  /** Median of `node -e 0`, milliseconds: what no Node program can be faster than. */
  nodeMs: number
}

export async function measureCommands(world: World, pairs: number): Promise<CommandsFigures> {
  await succeed(world.kilo(['daemon', 'start']))
  const commands: CommandFigures[] = []
  for (const args of [['daemon', 'status'], ['daemon', 'start'], ['--version']]) {
    const ours = { run: () => succeed(world.kilo(args)) }
    const engine = { run: () => succeed(world.engine(args)) }
    const what = args.join(' ').replace('start', 'start, reusing')
    commands.push({ ...(await compare(what, pairs, ours, engine)), files: await countFiles(world, args) })
  }
  const bare = { run: () => run(process.execPath, ['-e', '0'], { env: world.env, cwd: world.home }) }
  const floor: number[] = []
  for (let time = 0; time < Math.max(5, pairs); time++) floor.push(await timed(bare))
  return { commands, nodeMs: median(floor) }
}

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

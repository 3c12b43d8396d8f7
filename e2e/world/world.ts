/** A throw-away world: a home, a project, a model, and the real `kilo` in it. Tests, demo, bench and screenshots live in one each. */
import { mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { engineCommand, engineEnvironment, kiloCommand } from '../repo.ts'
import { run, type Finished, type RunOptions } from '../run.ts'
import {
  startScriptedModel,
  type ScriptedModel,
  type ScriptedModelOptions,
} from '../scripted-model/server.ts'
import { worldEnvironment } from './environment.ts'
import { findProcesses, killProcesses, waitUntilGone, type WorldProcess } from './processes.ts'
import { makeProject } from './project.ts'

type Overrides = Partial<Pick<RunOptions, 'cwd' | 'env' | 'limitMs' | 'input'>>

export interface WorldOptions extends ScriptedModelOptions {
  /** The engine's own. Default off: nobody is to be told what happens in a test. */
  telemetry?: boolean
  /** A second provider, `gone`, whose model `far` cannot be reached. */
  unreachable?: boolean
  /** Whether the engine notes what turns change. Default on; the first turn costs twice as much with it. */
  snapshots?: boolean
  /** Whether the engine reads its catalogue of providers and models. Default on; without it two seconds of the processor less at its first request. */
  catalogue?: boolean
  /** The `kilo` that is under test; default: the one of this checkout. */
  command?: string
}

export interface World {
  home: string
  /** A git repository with a small web app. */
  project: string
  /** The environment of everything that runs in this world. */
  env: NodeJS.ProcessEnv
  model: ScriptedModel
  /** Runs our `kilo` to its end; `env` is laid over the world's. */
  kilo(args: string[], options?: Overrides): Promise<Finished>
  /** Runs the engine's own command line to its end. */
  engine(args: string[], options?: Overrides): Promise<Finished>
  /** Everything that runs in this world now. */
  processes(): Promise<WorldProcess[]>
  /** The log files of daemon, host and engine: name and text. */
  logs(): Promise<[name: string, text: string][]>
  /** Stops host and daemon the way a user does, removes the world, and answers what was still running (killed by now). */
  close(): Promise<WorldProcess[]>
}

/** How long the stopped processes may take to be gone. The engine needs 2.4 s after SIGTERM. */
const PATIENCE_MS = 10_000

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const home = await realpath(await mkdtemp(path.join(tmpdir(), 'kilo-world-')))
  const project = path.join(home, 'fieldnotes')
  const model = await startScriptedModel(options)
  const env = worldEnvironment(home, model, options)
  await mkdir(path.join(home, '.run'), { mode: 0o700 })
  await makeProject(project, env)

  const inWorld =
    (file: string, extra: NodeJS.ProcessEnv) =>
    (args: string[], overrides: Overrides = {}) =>
      run(file, args, { cwd: project, ...overrides, env: { ...env, ...extra, ...overrides.env } })
  const kilo = inWorld(options.command ?? kiloCommand, {})

  return {
    home,
    project,
    env,
    model,
    kilo,
    engine: inWorld(engineCommand, engineEnvironment),
    processes: () => findProcesses(home),
    async logs() {
      const folder = path.join(home, '.local/share/kilo/log')
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
      // The engine keeps folders there as well.
      const files = entries.filter((entry) => entry.isFile())
      return Promise.all(
        files.map(async ({ name }): Promise<[string, string]> => [
          name,
          await readFile(path.join(folder, name), 'utf8'),
        ]),
      )
    },
    async close() {
      if ((await findProcesses(home)).length > 0) {
        await kilo(['console', 'stop']).catch(() => undefined)
        await kilo(['daemon', 'stop']).catch(() => undefined)
      }
      const left = await waitUntilGone(home, PATIENCE_MS)
      await killProcesses(left)
      await waitUntilGone(home, PATIENCE_MS)
      await model.close()
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      return left
    },
  }
}

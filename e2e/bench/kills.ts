/** Kills the real command at every step of start, restart and stop: faults.md rows 6 and 15. */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Program } from '../../packages/daemon/test/model/killed-program.ts'
import { killAt, type Kill } from '../../packages/daemon/test/model/kills.ts'
import { SCENES, type Scene } from '../../packages/daemon/test/model/scenes.ts'
import { makeBystander } from '../../packages/daemon/test/world/bystander.ts'
import { repoRoot } from '../repo.ts'
import { pool } from './pool.ts'

export interface KillFigures {
  kills: number
  /** Per scene, how many different steps were hit. */
  steps: Record<string, number>
  /** What was wrong, with scene and step; none is what must be. */
  problems: string[]
}

const program: Program = (action, { first }) => {
  const place = action === 'stop' ? [] : ['--port', String(first)]
  return [path.join(repoRoot, 'packages/cli/bin/kilo.js'), 'daemon', action, '--json', ...place]
}
const preload = path.join(repoRoot, 'packages/daemon/test/world/kill-at-step.mjs')

/** At least this many, evenly over the scenes; each takes every `stride`-th step and as many passes as are needed. */
export async function measureKills(atLeast: number, say: (line: string) => void): Promise<KillFigures> {
  const bystander = await makeBystander()
  const kills: Kill[] = []
  try {
    while (kills.length < atLeast) {
      const share = Math.ceil((atLeast - kills.length) / SCENES.length)
      const play = (scene: Scene) => () => killAll(scene, share, { program, preload, bystander })
      const done = await pool(SCENES.map(play), availableParallelism())
      kills.push(...done.flat())
      say(`${kills.length} kills of ${atLeast}`)
    }
  } finally {
    await bystander.end()
  }
  return summarise(kills)
}

/** From the first step to the last; with fewer kills than steps, spread over all. */
async function killAll(scene: Scene, atMost: number, options: Parameters<typeof killAt>[2]): Promise<Kill[]> {
  const EVERY_STEP = 60
  const stride = Math.max(1, Math.floor(EVERY_STEP / atMost))
  const kills: Kill[] = []
  for (let at = 1; ; at += stride) {
    const kill = await killAt(scene, at, options)
    if (kill.problems.length > 0 || kill.step) kills.push(kill)
    if (!kill.step) return kills
  }
}

function summarise(kills: Kill[]): KillFigures {
  const steps: Record<string, number> = {}
  for (const { name } of SCENES) {
    steps[name] = new Set(kills.flatMap(({ scene, step }) => (scene === name && step ? [step] : []))).size
  }
  const problems = kills.flatMap(({ scene, step, problems }) =>
    problems.map((problem) => `${scene}, ${step ?? 'not killed'}: ${problem}`),
  )
  return { kills: kills.length, steps, problems }
}

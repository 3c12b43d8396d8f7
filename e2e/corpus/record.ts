/**
 * `npm run record`: what the real engine says, in every state that a scripted model brings it into, as a file that tests replay and mutate. To be run
 * again with each new version of the engine.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repoRoot } from '../repo.ts'
import { succeed } from '../run.ts'
import { connectEngine, daemonAddress } from '../world/engine.ts'
import { makeWorld } from '../world/world.ts'
import { listen } from './listen.ts'
import { playEverything } from './play-everything.ts'
import { readAnswers } from './read-answers.ts'
import { distinct, scrub, type Json } from './scrub.ts'

const FILE = path.join(repoRoot, 'packages/engine/test/engine-corpus.json')

/** One of the doubles is enough: nothing reads them. */
function isRead(frame: Json, at: number, all: Json[]): boolean {
  const isDouble = (one: Json | undefined) => JSON.stringify(one).includes('"type":"sync"')
  return !isDouble(frame) || !all.slice(0, at).some(isDouble)
}

const world = await makeWorld()
try {
  await succeed(world.kilo(['daemon', 'start', '--json']))
  const address = await daemonAddress(world)
  const engine = connectEngine(address, world.project)
  const ear = await listen(address)
  await playEverything(engine, world, ear)
  const names = new Map([
    [world.home, '/home/user'],
    [world.model.key, 'secret'],
    [world.model.url, 'http://model.example/v1'],
    [address.password, 'secret'],
  ])
  const answers = await readAnswers(engine)
  const corpus = {
    version: (await engine.ask<{ version: string }>('/global/health')).version,
    frames: distinct(ear.frames.map((frame) => scrub(frame, names)).filter(isRead)),
    answers: Object.fromEntries(
      Object.entries(answers).map(([route, answer]) => [
        route,
        scrub(Array.isArray(answer) ? distinct(answer) : answer, names),
      ]),
    ),
  } satisfies Record<string, Json>
  ear.close()
  await writeFile(FILE, `${JSON.stringify(corpus)}\n`)
  process.stdout.write(
    `${corpus.frames.length} frames of ${ear.frames.length}, ${JSON.stringify(corpus).length} bytes\n`,
  )
} finally {
  await world.close()
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeFileSecrets } from './file-secrets.ts'
import type { Environment } from './sources.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kilo-secrets-'))
  await mkdir(join(home, '.config/kilo'), { recursive: true })
})
afterEach(() => rm(home, { recursive: true }))

function learner() {
  const secrets: string[] = []
  let references: ReadonlyMap<string, string> = new Map()
  const to = {
    learn: (secret: string) => void secrets.push(secret),
    refer: (all: ReadonlyMap<string, string>) => void (references = new Map(all)),
  }
  return { to, secrets, references: () => Object.fromEntries(references) }
}

it('files are read when they have changed, those that they refer to as well', async () => {
  const { to, secrets, references } = learner()
  const look = makeFileSecrets(() => Promise.resolve(new Map([['HOME', home]])), to)
  await writeFile(join(home, '.config/kilo/kilo.json'), '{"token":"one","apiKey":"{file:~/key}"}')
  await writeFile(join(home, 'key'), 'first')
  for (let times = 0; times < 3; times += 1) await look()
  expect([secrets, references()]).toEqual([['one', 'one'], { first: '{file:~/key}' }])
  await writeFile(join(home, 'key'), 'another')
  await look()
  expect(references()).toEqual({ another: '{file:~/key}' })
})

it('what hangs is asked once, waited for once, and heard when it answers', async () => {
  const { to, secrets } = learner()
  let asked = 0
  let answer: (env: Environment) => void = () => undefined
  const environment = () => {
    asked += 1
    return new Promise<Environment>((resolve) => (answer = resolve))
  }
  const look = makeFileSecrets(environment, to, 1)
  await Promise.all([look(), look()])
  await look()
  expect([asked, secrets]).toEqual([1, []])
  answer(
    new Map([
      ['HOME', home],
      ['MY_TOKEN', 'late'],
    ]),
  )
  await expect.poll(async () => (await look(), asked)).toBe(2)
  expect(secrets).toContain('late')
})

it('what fails is asked again', async () => {
  let asked = 0
  const look = makeFileSecrets(() => Promise.reject(new Error(String((asked += 1)))), learner().to)
  await look()
  await look()
  expect(asked).toBe(2)
})

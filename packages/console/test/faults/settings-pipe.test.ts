import { execFileSync } from 'node:child_process'
import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPreferences } from '../../host/preferences/preferences.ts'

test('a pipe in the place of the console’s settings holds up neither its start nor a change, and stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kilo-settings-pipe-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'settings.json')
  execFileSync('mkfifo', [file])
  const store = await openPreferences({ file, env: {}, changed: () => undefined })
  expect(await store.read()).toMatchObject({ set: {}, broken: 'is no file' })
  await expect(store.change({ key: 'theme', value: 'dark' })).rejects.toMatchObject({ status: 409 })
  expect((await lstat(file)).isFIFO()).toBe(true)
})

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'

test('a config that the engine refuses is named by a failed start and by doctor', async ({ world, kilo }) => {
  const folder = path.join(world.home, '.config/kilo')
  const file = path.join(folder, 'kilo.jsonc')
  await mkdir(folder, { recursive: true })
  // The one that the engine's own words name no file for, at its first start.
  await writeFile(file, '{"permission":5}')

  const start = await kilo(['daemon', 'start', '--json'])
  expect(start.code).toBe(1)
  const { error } = JSON.parse(start.stdout) as { error: { code: string; message: string; hint: string } }
  expect(error).toMatchObject({ code: 'config-refused', hint: `edit ${file}, then kilo daemon start` })
  expect(error.message).toContain(`${file}: permission: expected `)

  const doctor = await kilo(['doctor'])
  expect(doctor.code).toBe(1)
  expect(doctor.stdout).toContain('~/.config/kilo/kilo.jsonc is refused by the engine: permission: expected')
  expect(await readFile(file, 'utf8')).toBe('{"permission":5}')
})

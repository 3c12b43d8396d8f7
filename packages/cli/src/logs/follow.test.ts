import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAdded } from './follow.ts'
import { lastLines, type LogPlace } from './tail.ts'

let folder: string
let log: string
let place: LogPlace | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kilo-follow-'))
  log = join(folder, 'daemon.log')
  place = undefined
})
afterEach(() => rm(folder, { recursive: true }))

async function added(): Promise<string> {
  const read = await readAdded(log, place)
  place = read.place
  return read.bytes.toString()
}

/** As a start does it. */
async function rotate(text: string): Promise<void> {
  await rename(`${log}.2`, `${log}.3`).catch(() => undefined)
  await rename(`${log}.1`, `${log}.2`).catch(() => undefined)
  await rename(log, `${log}.1`)
  await writeFile(log, text)
}

describe('what was added', () => {
  it('to a log that is not there yet', async () => {
    expect(await added()).toBe('')
    await writeFile(log, 'one\n')
    expect(await added()).toBe('one\n')
    expect(await added()).toBe('')
  })

  it('before and after a rotation, each line once', async () => {
    await writeFile(log, 'one\n')
    await added()
    await appendFile(log, 'two\n')
    await rotate('three\n')
    expect(await added()).toBe('two\nthree\n')
  })

  it('over two rotations', async () => {
    await writeFile(log, 'one\n')
    await added()
    await rotate('two\n')
    await rotate('three\n')
    expect(await added()).toBe('two\nthree\n')
  })

  it('while it is put aside again and again, each line once', async () => {
    await writeFile(log, '')
    const found: string[] = [await added()]
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index}\n`)
    for (const line of lines) {
      await appendFile(log, line)
      const [text] = await Promise.all([added(), rotate('')])
      // Nobody can keep up with a log that is put aside faster than it is read.
      found.push(text, await added())
    }
    expect(found.join('')).toBe(lines.join(''))
  })

  it('more than is read at a time', async () => {
    const line = `${'x'.repeat(1023)}\n`
    await writeFile(log, line.repeat(20_000))
    const parts = [await added()]
    await rotate('the newest\n')
    parts.push(await added(), await added())
    expect(parts.join('')).toBe(`${line.repeat(20_000)}the newest\n`)
  })

  it('to a log that was cut', async () => {
    await writeFile(log, 'a long line\n')
    await added()
    await truncate(log, 0)
    await appendFile(log, 'short\n')
    expect(await added()).toBe('short\n')
  })

  it('to a log that was removed and made again', async () => {
    await writeFile(log, 'a long line\n')
    await added()
    await rm(log)
    expect(await added()).toBe('')
    await writeFile(log, 'new\n')
    expect(await added()).toBe('new\n')
  })
})

describe('the last lines', () => {
  it.each([
    [0, ''],
    [1, 'four\n'],
    [2, 'three\nfour\n'],
    [3, 'two\nthree\nfour\n'],
    [9, 'one\ntwo\nthree\nfour\n'],
  ])('%i, from those put aside too', async (count, text) => {
    await writeFile(log, 'one\ntwo\n')
    await rotate('three\nfour')
    expect((await lastLines(log, count))?.text).toBe(text)
  })

  it('of a log that is too long to be read as a whole: no hole, no line that is cut', async () => {
    await writeFile(log, 'long ago\n')
    const line = `${'x'.repeat(1023)}\n`
    await rotate(line.repeat(9000))
    const { text = '' } = (await lastLines(log, 100_000)) ?? {}
    expect([text.length % line.length, text.includes('long ago')]).toEqual([0, false])
    await writeFile(log, 'y'.repeat(9 << 20))
    expect((await lastLines(log, 1))?.text).toMatch(/^y+\n$/)
  })

  it('of no log', async () => expect(await lastLines(log, 5)).toBeUndefined())

  it('fault 42: without what would move the cursor', async () => {
    await writeFile(log, 'plain \u001B[31mred\u001B[2J\u0007\n')
    expect((await lastLines(log, 5))?.text).toBe('plain red\n')
  })
})

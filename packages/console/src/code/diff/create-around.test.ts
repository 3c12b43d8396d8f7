import { createTwoFilesPatch } from 'diff'
import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createAround } from './create-around.ts'
import { parsePatch, type FilePatch } from './unified-diff.ts'

const base = Array.from({ length: 60 }, (_, at) => `line ${at + 1}\n`).join('')
const change = (line: number) => base.replace(`line ${line}\n`, 'new\n')
const patchTo = (text: string): FilePatch => {
  const [file] = parsePatch(createTwoFilesPatch('x', 'x', base, text))
  if (!file) throw new Error('no patch')
  return file
}

const around = (read: () => Promise<string | undefined>, to = change(30)) =>
  createRoot(() => {
    const [file, setFile] = createSignal(patchTo(to))
    return {
      setFile,
      ...createAround(file, () => read),
    }
  })

test('lines are read once, and more of them are shown with each press', async () => {
  let reads = 0
  const { show, shown, lines, note } = around(() => {
    reads += 1
    return Promise.resolve(change(30))
  })
  await show(0, 'bottom', 20)
  await show(0, 'bottom', 20)
  await show(1, 'top', 20)
  expect([reads, lines()?.length, note()]).toEqual([1, 60, undefined])
  expect(shown()).toEqual({ 0: { top: 0, bottom: 40 }, 1: { top: 20, bottom: 0 } })
})

test('presses while they are read for the first time count as well', async () => {
  let reads = 0
  let answer: (text: string) => void = () => undefined
  const { show, shown } = around(() => {
    reads += 1
    return new Promise<string>((resolve) => (answer = resolve))
  })
  const presses = [show(0, 'bottom', 20), show(0, 'bottom', 20), show(1, 'top', 20)]
  answer(change(30))
  await Promise.all(presses)
  expect([reads, shown()]).toEqual([1, { 0: { top: 0, bottom: 40 }, 1: { top: 20, bottom: 0 } }])
})

test('what cannot be read can be read later: it has not changed for that', async () => {
  const answers = [() => Promise.reject(new Error('No network.')), () => Promise.resolve(change(30))]
  const { show, note, canShow, lines } = around(() => answers.shift()?.() ?? Promise.resolve(undefined))
  await show(0, 'bottom', 20)
  expect([note(), canShow()]).toEqual(['Couldn’t read the lines around: No network.', true])
  await show(0, 'bottom', 20)
  expect([note(), lines()?.length]).toEqual([undefined, 60])
})

test.each([
  ['another text', change(31)],
  ['no text', undefined],
])('%s: the file has moved on, and nothing is shown of it', async (_, text) => {
  const { show, note, canShow, shown } = around(() => Promise.resolve(text))
  await show(0, 'bottom', 20)
  expect([note(), canShow(), shown()]).toEqual([
    'The lines around are not those of this change any more.',
    false,
    {},
  ])
})

test('another change of the file begins anew, and what is read meanwhile is not its text', async () => {
  let answer: (text: string) => void = () => undefined
  const { show, setFile, lines, shown, canShow } = around(
    () => new Promise<string>((resolve) => (answer = resolve)),
  )
  const first = show(0, 'bottom', 20)
  setFile(patchTo(change(40)))
  answer(change(30))
  await first
  expect([lines(), shown(), canShow()]).toEqual([undefined, {}, true])
})

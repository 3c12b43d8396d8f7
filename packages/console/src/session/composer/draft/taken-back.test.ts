import type { Part } from '@kilocode/sdk/v2/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from '../../../../shared/unsent.ts'
import { extraOf } from '../complete/mention.ts'
import { endOf } from '../marks/marks.ts'
import { takenBack, writtenAs } from './taken-back.ts'

const of = { id: 'prt_1', sessionID: 'ses_1', messageID: 'msg_1' }
const text = 'see @src/a.ts#L3-9 and @src/ with @general'
const marks = [
  { kind: 'file', start: 4, value: '@src/a.ts#L3-9', path: 'src/a.ts', lines: { from: 3, to: 9 } },
  { kind: 'folder', start: 23, value: '@src/', path: 'src/' },
  { kind: 'agent', start: 34, value: '@general', name: 'general' },
] as const

test('a prompt comes back as it was written', () => {
  const parts = [
    { ...of, type: 'text', text },
    { ...of, type: 'text', text: 'Called the Read tool', synthetic: true },
    ...marks.map((mark) => ({ ...of, ...extraOf(mark, '/w') })),
    { ...of, type: 'file', mime: 'image/png', filename: 'a.png', url: 'data:image/png;base64,AAAA' },
  ] as Part[]
  expect(takenBack(parts, '/w')).toEqual({
    text,
    marks,
    attachments: [{ name: 'a.png', mime: 'image/png', size: 3, url: 'data:image/png;base64,AAAA' }],
  })
})

test.each(['/w', '/w/', '/', 'C:\\w', '/a b/\u00fc#%'])(
  'what was named in %s is named again, whatever it is called, in the same place of the disk',
  (directory) => {
    const name = fc.string({
      unit: fc.constantFrom('a', ' ', '#', '%', '?', '\u00fc', '\u{1F600}', '.', "'"),
      minLength: 1,
    })
    const lines = fc.option(
      fc.record({ from: fc.integer({ min: 1, max: 99 }), to: fc.integer({ min: 99, max: 999 }) }),
    )
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        lines,
        (names, isFolder, range) => {
          const path = `${names.join('/')}${isFolder ? '/' : ''}`
          const value = `@${path}`
          const mark: Mark = isFolder
            ? { kind: 'folder', start: 3, value, path }
            : { kind: 'file', start: 3, value, path, ...(range && { lines: range }) }
          const extra = extraOf(mark, directory)
          const again = writtenAs(`in ${value}`, [extra], directory)
          expect(again.marks).toEqual([mark])
          expect(again.marks.map((each) => extraOf(each, directory))).toEqual([extra])
        },
      ),
    )
  },
)

test.each([
  ['by its last name alone', 'src/a.ts', 'a.ts', '/w/src/a.ts'],
  ['outside of the folder', '/etc/hosts', '/etc/hosts', '/etc/hosts'],
  ['by another name', 'src/a.ts', 'the file', '/w/src/a.ts'],
  ['by none', 'src/a.ts', undefined, '/w/src/a.ts'],
])('what another client calls %s is the file that it meant', (_, path, filename, expected) => {
  const { filename: _made, ...extra } = fileOf({ kind: 'file', start: 0, value: '@it', path })
  const [mark] = writtenAs('@it', [{ ...extra, ...(filename !== undefined && { filename }) }], '/w').marks
  expect(mark).toMatchObject({ path: expected })
  expect(mark && fileOf(mark)).toMatchObject({ url: extra.url })
})

function fileOf(mark: Mark) {
  const extra = extraOf(mark, '/w')
  if (extra.type !== 'file') throw new Error('no file')
  return extra
}

test('places that do not fit the text are no marks, and neither is what was attached', () => {
  const source = (start: number) => ({
    type: 'file',
    path: '/w/a',
    text: { value: '@a', start, end: start + 2 },
  })
  const file = { ...of, type: 'file', mime: 'text/plain', filename: 'a' }
  const back = takenBack(
    [
      { ...of, type: 'text', text: '@a hello' },
      { ...file, url: 'file:///w/a', source: source(90) },
      { ...file, url: 'data:,a', source: source(0) },
    ] as Part[],
    '/w',
  )
  expect(back).toMatchObject({ text: '@a hello', marks: [], attachments: [{ url: 'data:,a' }] })
  expect(back.marks.every((mark) => endOf(mark) > 0)).toBe(true)
})

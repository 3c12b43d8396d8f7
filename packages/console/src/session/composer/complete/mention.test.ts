import { expect, test } from 'vitest'
import { extraOf, fileUrl, mentionOf } from './mention.ts'

test('a file is a mark in the text, and a part that says where it is named', () => {
  const { text, marks } = mentionOf({ kind: 'file', id: 'a', title: 'a', path: 'src/a.ts' }, 4)
  expect(text).toBe('@src/a.ts ')
  const [mark] = marks
  if (!mark) throw new Error('no mark')
  expect(extraOf(mark, '/work/app')).toEqual({
    type: 'file',
    mime: 'text/plain',
    filename: 'src/a.ts',
    url: 'file:///work/app/src/a.ts',
    source: {
      type: 'file',
      path: '/work/app/src/a.ts',
      text: { value: '@src/a.ts', start: 4, end: 13 },
    },
  })
})

test('lines of a file', () => {
  const file = { kind: 'file', id: 'a', title: 'a', path: 'a.ts' } as const
  const [mark] = mentionOf(file, 0, { from: 3, to: 9 }).marks
  expect(mark?.value).toBe('@a.ts#L3-9')
  expect(mark && extraOf(mark, '/w')).toMatchObject({ url: 'file:///w/a.ts?start=3&end=9' })
  expect(mentionOf(file, 0, { from: 3, to: 3 }).text).toBe('@a.ts#L3 ')
})

test('a folder and an agent', () => {
  const [folder] = mentionOf({ kind: 'folder', id: 'src/', title: 'src/', path: 'src/' }, 0).marks
  expect(folder && extraOf(folder, '/w/')).toMatchObject({
    mime: 'application/x-directory',
    url: 'file:///w/src',
  })
  const [agent] = mentionOf({ kind: 'agent', id: 'g', title: 'General', name: 'general' }, 2).marks
  expect(agent && extraOf(agent, '/w')).toEqual({
    type: 'agent',
    name: 'general',
    source: { value: '@general', start: 2, end: 10 },
  })
})

test('fault 42, 71: a name with what is not seen in it is spelt out, and still means that file', () => {
  const path = 'src/\u202egpj.ts\n\u200b'
  const { text, marks } = mentionOf({ kind: 'file', id: 'a', title: 'a', path }, 0)
  expect(text).not.toMatch(/[\u202e\u200b\n]/)
  expect(marks[0]).toMatchObject({ path })
})

// As `pathToFileURL` of Node has them, but for signs that mean nothing in an address.
test.each([
  ['/a b/c#d%.txt', 'file:///a%20b/c%23d%25.txt'],
  ['/ü/x?y', 'file:///%C3%BC/x%3Fy'],
  ["/it's/(a)", "file:///it's/(a)"],
  ['/plain/file.ts', 'file:///plain/file.ts'],
  ['/half \ud83d', 'file:///half%20%EF%BF%BD'],
  ['/\u{1F600}', 'file:///%F0%9F%98%80'],
])('fault 71: the address of %s', (path, expected) => expect(fileUrl(path)).toBe(expected))

test('of Windows', () => {
  expect(fileUrl('C:\\work\\a b.ts')).toBe('file:///C:/work/a%20b.ts')
  const [mark] = mentionOf({ kind: 'file', id: 'a', title: 'a', path: 'src\\a.ts' }, 0).marks
  expect(mark && extraOf(mark, 'C:\\work')).toMatchObject({ url: 'file:///C:/work/src/a.ts' })
})

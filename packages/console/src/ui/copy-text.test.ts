import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copy-text.ts'

afterEach(() => void vi.unstubAllGlobals())

type Items = { items: Record<string, Promise<Blob>> }[]

/** A clipboard that takes what it is given at once, or never. */
function clipboard(refuses?: unknown) {
  const held: string[] = []
  const asked: string[] = []
  class Item {
    readonly items: Record<string, Promise<Blob>>
    constructor(items: Record<string, Promise<Blob>>) {
      this.items = items
    }
  }
  const give = async (name: string, text: Promise<string>) => {
    asked.push(name)
    if (refuses) throw refuses
    held.push(await text)
  }
  vi.stubGlobal('ClipboardItem', Item)
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: (text: string) => give('text', Promise.resolve(text)),
      write: ([item]: Items) =>
        give('item', item?.items['text/plain']?.then((blob) => blob.text()) ?? Promise.resolve('')),
    },
  })
  return { held, asked }
}

test('a text is copied as it is', async () => {
  const { held } = clipboard()
  expect(await copyText('a\r\nb')).toBe(true)
  expect(held).toEqual(['a\r\nb'])
})

test('of a text on its way the browser is told at the press, and copies it when it is there', async () => {
  const { held, asked } = clipboard()
  let arrive: ((text: string) => void) | undefined
  const copying = copyText(new Promise<string>((resolve) => (arrive = resolve)))
  expect(asked).toEqual(['item'])
  arrive?.('late')
  expect(await copying).toBe(true)
  expect(held).toEqual(['late'])
})

test.each([
  ['cannot be had', () => Promise.resolve(undefined)],
  ['fails on its way', () => Promise.reject(new Error('offline'))],
])('a text that %s is not copied', async (_, text) => {
  const { held } = clipboard()
  expect(await copyText(text())).toBe(false)
  expect(held).toEqual([])
})

test('where copying is not allowed nothing is tried twice', async () => {
  const { asked } = clipboard(new DOMException('no', 'NotAllowedError'))
  expect(await copyText(Promise.resolve('a'))).toBe(false)
  expect(await copyText('a')).toBe(false)
  expect(asked).toEqual(['item', 'text'])
})

test('a browser that takes no promises gets the text', async () => {
  const { held } = clipboard()
  vi.stubGlobal('ClipboardItem', undefined)
  expect(await copyText(Promise.resolve('a'))).toBe(true)
  expect(held).toEqual(['a'])
})

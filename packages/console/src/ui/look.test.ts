// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** As much of a page as the look takes. */
function setUp(kept?: string) {
  const properties = new Map<string, string>()
  const dataset: Record<string, string> = {}
  const stored = new Map(kept === undefined ? [] : [['kilo-console.look', kept]])
  const style = {
    // As browsers do.
    setProperty: (name: string, value: string) =>
      value === '' ? properties.delete(name) : properties.set(name, value),
  }
  vi.stubGlobal('document', { documentElement: { dataset, style } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  })
  return { properties, dataset, stored }
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

test('what is chosen marks the page, and what is not named stays', async () => {
  const { properties, dataset, stored } = setUp()
  const { look, takeLook } = await import('./look.ts')
  takeLook({ density: 'compact', codeFont: 'Fira Code' })
  takeLook({ textSize: 'large' })
  expect(dataset).toEqual({ density: 'compact', textSize: 'large' })
  expect([...properties]).toEqual([['--font-code', 'Fira Code, var(--font-code-usual)']])
  takeLook({ density: 'comfortable', codeFont: '' })
  expect([dataset, properties.size]).toEqual([{ density: 'comfortable', textSize: 'large' }, 0])
  expect(look()).toEqual({ density: 'comfortable', textSize: 'large', codeFont: '' })
  expect(JSON.parse(stored.get('kilo-console.look') ?? '')).toEqual(look())
})

test('what was kept is there before the first paint', async () => {
  const { properties, dataset } = setUp('{"density":"compact"}')
  const { loadLook } = await import('./look.ts')
  loadLook()
  expect([dataset, properties.size]).toEqual([{ density: 'compact', textSize: '' }, 0])
})

test.each(['{', 'null', '[]'])('of %s nothing is taken', async (kept) => {
  const { dataset } = setUp(kept)
  const { loadLook } = await import('./look.ts')
  loadLook()
  expect(dataset).toEqual({})
})

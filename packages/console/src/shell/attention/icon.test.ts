import { expect, it } from 'vitest'
import { badgeIcon } from './icon.ts'

const ICON = `data:image/svg+xml,${encodeURIComponent('<svg viewBox="0 0 32 32"><rect/></svg>')}`
const drawn = (count: number) =>
  decodeURIComponent(badgeIcon(ICON, count).slice('data:image/svg+xml,'.length))

it('is as it was when nobody waits', () => expect(badgeIcon(ICON, 0)).toBe(ICON))

it.each([
  [1, '1'],
  [9, '9'],
  [10, '9+'],
  [250, '9+'],
])('%d are shown as %s, over the icon', (count, text) => {
  expect(drawn(count)).toMatch(
    /^<svg viewBox="0 0 32 32"><rect\/><circle [^>]*\/><text [^>]*>[^<]*<\/text><\/svg>$/,
  )
  expect(drawn(count)).toContain(`>${text}</text>`)
})

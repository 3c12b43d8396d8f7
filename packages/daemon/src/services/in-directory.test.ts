import { expect, it } from 'vitest'
import { inDirectory } from './in-directory.ts'

it.each([
  '/w/shop',
  '/w/my shop',
  '/w/100%',
  '/w/a%2Fb',
  '/w/a%25b',
  '/w/"q" #1&x=y?',
  '/w/ünï日本',
  '/w/a\nb',
  'C:\\w',
])('fault 71: %j is that folder after the engine has decoded it twice', (directory) => {
  const given = new URL(inDirectory('http://x/pty', directory)).searchParams.get('directory') ?? ''
  // What it cannot decode the engine takes as it is.
  let read = given
  try {
    read = decodeURIComponent(given)
  } catch {}
  expect(read).toBe(directory)
})

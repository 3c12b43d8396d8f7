import { expect, test } from 'vitest'
import { hintsOf, thoseThere } from './view-hints.mjs'

const chunk = (fileName, imports = [], more = {}) => ({ fileName, imports, ...more })
const CHUNKS = [
  chunk('start.js', ['shared.js'], { isEntry: true }),
  chunk('shared.js'),
  chunk('session-A.js', ['session-B.js'], { facadeModuleId: '/p/src/routes/session.tsx' }),
  chunk('session-B.js', ['shared.js'], { viteMetadata: { importedCss: new Set(['session.css']) } }),
]

test('what a view needs and the start does not is hinted, of that what there is in the end', () => {
  const hints = hintsOf(CHUNKS, ['routes/session.tsx'])
  expect(hints).toEqual({ scripts: ['session-A.js', 'session-B.js'], styles: ['session.css'] })
  const there = new Set(['start.js', 'shared.js', 'session-B.js'])
  expect(thoseThere(hints, there)).toEqual({ scripts: ['session-B.js'], styles: ['session.css'] })
})

test('a view without a chunk of its own ends the build', () => {
  expect(() => hintsOf(CHUNKS, ['routes/home.tsx'])).toThrow('routes/home.tsx')
})

import { expect, test } from 'vitest'
import { render } from './report.ts'
import { withFigures } from './readme.ts'

const readme = 'before\n<!-- npm run bench -- --write-readme -->\nold\n<!-- end of the figures -->\nafter\n'

test('the figures between the marks are replaced, twice with the same result', () => {
  const once = withFigures(readme, 'new')
  expect(once).toBe(readme.replace('old', '\nnew\n'))
  expect(withFigures(once, 'new')).toBe(once)
  expect(() => withFigures('no marks', 'new')).toThrow('README.md has no lines')
})

test('a comparison is shown as a ratio, what a start adds as a part', () => {
  const compared = { what: 'daemon start', oursMs: 110, engineMs: 100, ratio: 100 / 110 }
  expect(render({ engines: [{ telemetry: true, lifecycle: [compared] }] })).toBe(
    [
      'The engine as it comes:',
      '',
      '| command           | ours   | the engine alone | added  |',
      '| ----------------- | ------ | ---------------- | ------ |',
      '| kilo daemon start | 110 ms | 100 ms           | 10.0 % |',
    ].join('\n'),
  )
})

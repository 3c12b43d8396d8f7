import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blockMathAt,
  blockMathStart,
  inlineMathAt,
  looksLikeMath,
  MOST_OF_FORMULA,
  openMathAt,
  texOf,
  withoutMath,
} from './math-source.ts'

/** The formulas that a paragraph has. */
function formulasIn(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const math = inlineMathAt(text.slice(at), text.slice(0, at))
    if (!math) continue
    found.push(math.raw)
    at += math.raw.length - 1
  }
  return found
}

test.each([
  ['So $x$ is', ['$x$']],
  ['$n = 5$.', ['$n = 5$']],
  ['$O(n \\log n)$, not $O(n^2)$', ['$O(n \\log n)$', '$O(n^2)$']],
  ['the value $f(x)$ and $k-1$', ['$f(x)$', '$k-1$']],
  ['$a_1, a_2$ ($\\alpha$)', ['$a_1, a_2$', '$\\alpha$']],
  ['\\(a + b\\) and \\[c^2\\]', ['\\(a + b\\)', '\\[c^2\\]']],
  ['inline $$x^2$$ display', ['$$x^2$$']],
  ['$\\text{and the rest} = 1$', ['$\\text{and the rest} = 1$']],
  ['$(a+b)^2$', ['$(a+b)^2$']],
  ['$\\$5 + x$', ['$\\$5 + x$']],
  ['$α$', ['$α$']],
  ['$a < b$', ['$a < b$']],
])('%j has formulas', (text, expected) => {
  expect(formulasIn(text)).toEqual(expected)
})

test.each([
  'It costs $5$.',
  'between $5 and $10',
  '$5-$10 a month',
  '$PATH and $HOME',
  '$PATH=$HOME/bin:$PATH',
  'export $A_B: $C_D',
  'kill $$ and $$',
  '$(pwd) + $(date)',
  '${HOME}/a_b and ${X}',
  'US$5 = CA$7',
  '$ x = 1 $',
  'a `b` $x `=` y$',
  'from $x\n= y$ on',
  'in grep \\(foo\\) is a group',
  'see \\[link\\]',
  'open $x = 1',
  '$$',
  '$x = 1$2',
  'the $12 and 5$ or so',
  '$the = x$',
])('%j has none', (text) => {
  expect(formulasIn(text)).toEqual([])
})

test.each([
  ['$$\nx = 1\n$$\nnext', '$$\nx = 1\n$$\n'],
  ['  $$x^2$$  ', '  $$x^2$$  '],
  ['\\[\na\\\\\nb = c\n\\]', '\\[\na\\\\\nb = c\n\\]'],
  ['$$x^2$$ is', undefined],
  ['$$\nx = 1\n\ny\n$$', undefined],
  ['    $$x=1$$', undefined],
  ['$$\nx = 1', undefined],
  ['$$\nhello\n$$', undefined],
  [`$$${'x+'.repeat(MOST_OF_FORMULA)}$$`, undefined],
])('%j has in lines of its own %j', (text, expected) => {
  expect(blockMathAt(text)?.raw).toBe(expected)
})

test.each([
  ['$$\nx = 1\n- y', true],
  ['\\[ a', true],
  ['$$\nx = 1\n\nmore', false],
  ['x $$', false],
  [`$$${'x'.repeat(MOST_OF_FORMULA)}`, false],
])('%j is one that is being written: %j', (text, expected) => {
  expect(openMathAt(text) !== undefined).toBe(expected)
})

test.each([
  ['so:\n$$\nx=1\n$$', 4, 4],
  ['so:\n  \\[x=1\\]', 4, 4],
  ['so:\n\n$$\nx=1\n$$', 5, 5],
  ['so $$x$$ and\n\\[x=1\\]', 13, 13],
  ['so:\n    $$x=1$$', -1, -1],
  ['so $$x=1$$', -1, -1],
  ['so:\n$$\nx=1', -1, 4],
  ['so:\n\\[a\n\\[b\n\n', -1, -1],
  [`so ${'$$x=1$$ '.repeat(30)}\n$$x=1$$`, -1, -1],
])('%j: one begins a line at %j, and while it is written at %j', (text, settled, writing) => {
  expect(blockMathStart(text, false)).toBe(settled)
  expect(blockMathStart(text, true)).toBe(writing)
})

test.each([
  ['$x$', 'x'],
  ['$$\n x \n$$\n', 'x'],
  ['\\(x\\)', 'x'],
  ['\\[x\\]', 'x'],
  ['\\frac12', '\\frac12'],
  ['$', '$'],
  ['$$', '$$'],
])('between the marks of %j is %j', (raw, expected) => {
  expect(texOf(raw)).toBe(expected)
})

test('stars within a formula make nothing bold', () => {
  expect(withoutMath('*a $b*c$ d* $5*$')).toBe('*a aaaaa d* $5*$')
})

test('whatever is written, lengths stay, and a formula has the limit of one', () => {
  const pieces = fc.constantFrom(
    '$',
    '$$',
    'x',
    ' ',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '^2',
    '\n',
    '\n\n',
    '{',
    '*',
    '5',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      expect(withoutMath(text)).toHaveLength(text.length)
      for (const raw of formulasIn(text)) expect(texOf(raw).trim()).not.toBe('')
    }),
  )
})

test('a text of dollars is read in time', () => {
  const text = '$x '.repeat(30_000)
  const before = performance.now()
  expect(withoutMath(text)).toBe(text)
  expect(performance.now() - before).toBeLessThan(5000)
})

test.each(['', ' ', 'words alone', 'FOO_BAR', 'HOME/bin', 'a and b = c'])('%j is no formula', (text) => {
  expect(looksLikeMath(text)).toBe(false)
})

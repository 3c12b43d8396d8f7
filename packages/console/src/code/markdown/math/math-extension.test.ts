import { Marked, Parser } from 'marked'
import { expect, test } from 'vitest'
import { makeBlockReader } from '../blocks.ts'
import { rendererOverrides } from '../renderer.ts'
import { mathRenderers } from './math-extension.ts'

const marked = new Marked({ gfm: true, renderer: rendererOverrides, extensions: mathRenderers })

function render(text: string, writing = false): string {
  const blocks = makeBlockReader((open) => open).read(text, writing)
  return blocks
    .map(({ token }) => Parser.parse([token], marked.defaults))
    .join('')
    .trim()
}

const inline = (source: string) => `<span dir="ltr" data-math="inline">${source}</span>`
const display = (source: string) => `<span dir="ltr" data-math="display">${source}</span>`

test.each([
  ['a formula in a sentence', 'So $x^2$ is.', `<p dir="auto">So ${inline('$x^2$')} is.</p>`],
  ['in round brackets', 'So \\(x^2\\).', `<p dir="auto">So ${inline('\\(x^2\\)')}.</p>`],
  ['within bold words', '**So $a*b$ is**', `<p dir="auto"><strong>So ${inline('$a*b$')} is</strong></p>`],
  [
    'lines do not slant what is between them',
    '$a_1$ and $b_1$',
    `<p dir="auto">${inline('$a_1$')} and ${inline('$b_1$')}</p>`,
  ],
  [
    'in lines of its own, right behind words',
    'So:\n$$\nx = 1\n$$\nNow.',
    `<p dir="auto">So:</p>\n${display('$$\nx = 1\n$$')}<p dir="auto">Now.</p>`,
  ],
  ['in square brackets', '\\[ x = 1 \\]', display('\\[ x = 1 \\]')],
  ['in a block of code for it', '```math\nx < 1\n```', display('x &lt; 1')],
  ['in an item of a list', '- $$x^2$$', `<ul dir="ltr">\n<li dir="ltr">${display('$$x^2$$')}</li>\n</ul>`],
  ['code stays code', '`$x^2$`', '<p dir="auto"><code dir="ltr">$x^2$</code></p>'],
  [
    'fault 40: what is in it stays text',
    '$x<img src=x onerror="y">$',
    `<p dir="auto">${inline('$x&lt;img src=x onerror=&quot;y&quot;&gt;$')}</p>`,
  ],
  ['a price', 'It costs $5 or 6$.', '<p dir="auto">It costs $5 or 6$.</p>'],
])('%s', (_, text, expected) => {
  expect(render(text)).toBe(expected)
})

test.each([
  ['in lines of its own', '$$\nx = 1\n- y', '<p dir="auto">$$\nx = 1\n- y</p>'],
  ['in a sentence', 'So $x^', '<p dir="auto">So $x^</p>'],
  ['in a block of code', '```math\nx', '<pre dir="ltr" data-language="math"><code>x</code></pre>'],
])('one that is open %s stays text while it is written', (_, text, expected) => {
  expect(render(text, true)).toBe(expected)
})

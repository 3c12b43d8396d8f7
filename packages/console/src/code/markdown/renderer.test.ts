import { Marked } from 'marked'
import { expect, test } from 'vitest'
import { rendererOverrides } from './renderer.ts'

const marked = new Marked({ gfm: true, renderer: rendererOverrides })
const render = (text: string) => marked.parse(text, { async: false }).trim()

test.each([
  ['fault 40: raw HTML is text', '<script>x()</script>', '&lt;script&gt;x()&lt;/script&gt;'],
  ['inline too', 'a <b onclick="x">c</b>', '<p dir="auto">a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>'],
  ['a line break is one', 'a<br>b<BR />c', '<p dir="auto">a<br>b<br>c</p>'],
  [
    'fault 41: an image is a link',
    '![pixel](http://x.test/?leak=1)',
    '<p dir="auto"><a href="http://x.test/?leak=1">image: pixel</a></p>',
  ],
  [
    'an image in a link is that link',
    '[![build](http://x.test/a.svg)](http://x.test/)',
    '<p dir="auto"><a href="http://x.test/">image: build</a></p>',
  ],
  [
    'an image without words',
    '![](http://x.test/a)',
    '<p dir="auto"><a href="http://x.test/a">image: http://x.test/a</a></p>',
  ],
  [
    'code names its language',
    '```ts title\na < b\n```',
    '<pre dir="ltr" data-language="ts"><code>a &lt; b</code></pre>',
  ],
  ['a language that is none', '```"><img\nx\n```', '<pre dir="ltr"><code>x</code></pre>'],
  [
    'tasks, whose boxes stand for the dots',
    '- [x] a\n- [ ] b\n- c',
    '<ul dir="ltr">\n<li data-task dir="ltr">☑ a</li>\n<li data-task dir="ltr">☐ b</li>\n<li dir="ltr">c</li>\n</ul>',
  ],
  ['fault 72: a paragraph runs as its letters do', 'שלום', '<p dir="auto">שלום</p>'],
  [
    'fault 72: code within runs to the right',
    'שלום `a/b`',
    '<p dir="auto">שלום <code dir="ltr">a/b</code></p>',
  ],
  ['fault 72: a heading', '# سلام', '<h1 dir="auto">سلام</h1>'],
  [
    'fault 72: a list runs as its items do, each as its own letters',
    '3. سلام\n4. hello',
    '<ol start="3" dir="rtl">\n<li dir="rtl">سلام</li>\n<li dir="ltr">hello</li>\n</ol>',
  ],
  ['fault 72: a quotation', '> שלום', '<blockquote dir="rtl">\n<p dir="auto">שלום</p>\n</blockquote>'],
  [
    'fault 72: a table begins on the right',
    '| שם | b |\n|---|--:|\n| x | 1 |',
    '<table dir="rtl">\n<thead>\n<tr>\n<th dir="auto">שם</th>\n<th align="right" dir="auto">b</th>\n</tr>\n</thead>\n' +
      '<tbody><tr>\n<td dir="auto">x</td>\n<td align="right" dir="auto">1</td>\n</tr>\n</tbody></table>',
  ],
])('%s', (_, text, expected) => {
  expect(render(text)).toBe(expected)
})

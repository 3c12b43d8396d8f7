import { Marked } from 'marked'
import { expect, test } from 'vitest'
import { rendererOverrides } from './renderer.ts'

const marked = new Marked({ gfm: true, renderer: rendererOverrides })
const render = (text: string) => marked.parse(text, { async: false }).trim()

test.each([
  ['fault 40: raw HTML is text', '<script>x()</script>', '&lt;script&gt;x()&lt;/script&gt;'],
  ['inline too', 'a <b onclick="x">c</b>', '<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>'],
  ['a line break is one', 'a<br>b<BR />c', '<p>a<br>b<br>c</p>'],
  [
    'fault 41: an image is a link',
    '![pixel](http://x.test/?leak=1)',
    '<p><a href="http://x.test/?leak=1">image: pixel</a></p>',
  ],
  [
    'an image without words',
    '![](http://x.test/a)',
    '<p><a href="http://x.test/a">image: http://x.test/a</a></p>',
  ],
  [
    'code names its language',
    '```ts title\na < b\n```',
    '<pre data-language="ts"><code>a &lt; b</code></pre>',
  ],
  ['a language that is none', '```"><img\nx\n```', '<pre><code>x</code></pre>'],
  ['tasks', '- [x] a\n- [ ] b', '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>'],
])('%s', (_, text, expected) => {
  expect(render(text)).toBe(expected)
})

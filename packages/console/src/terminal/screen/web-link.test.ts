import { expect, it } from 'vitest'
import { webLink } from './web-link.ts'

it.each([
  ['https://kilo.ai/docs', 'https://kilo.ai/docs'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
  ['HTTPS://Example.com/A', 'https://example.com/A'],
  ['https://exаmple.com/', 'https://xn--exmple-4nf.com/'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['ftp://example.com', undefined],
  ['mailto:a@example.com', undefined],
  ['https://google.com@evil.test/', undefined],
  ['https://a:b@evil.test/', undefined],
  ['//example.com', undefined],
  ['/settings', undefined],
  ['', undefined],
  [`https://example.com/${'x'.repeat(2048)}`, undefined],
])('fault 42: %s opens %s', (target, opened) => {
  expect(webLink(target)).toBe(opened)
})

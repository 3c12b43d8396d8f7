/** The wall behind the renderer by itself, in a page without our policy: whatever passed would run. */
import type { Page } from '@playwright/test'
import path from 'node:path'
import { build } from 'rolldown'
import { expect, test } from '../fixtures.ts'
import { repoRoot } from '../repo.ts'
import { drawnSample, languagesSample, markdownSample, xssCorpus } from '../scripted-model/corpus.ts'

const MARKDOWN = path.join(repoRoot, 'packages/console/src/code/markdown')
const ENTRY = `
import { makeBlockPane, makeReader } from '${MARKDOWN}/engine.ts'
import { sanitise } from '${MARKDOWN}/sanitise.ts'
Object.assign(window, { makeBlockPane, makeReader, sanitise })`

/** What the bundle leaves in the page. */
interface Bundle {
  makeBlockPane: (element: HTMLElement) => (token: unknown) => void
  makeReader: () => { read(text: string, writing: boolean): { token: unknown }[] }
  sanitise: (html: string) => DocumentFragment
}

let script: string

test.beforeAll(async () => {
  const { output } = await build({
    input: 'entry',
    platform: 'browser',
    logLevel: 'silent',
    write: false,
    moduleTypes: { '.css': 'empty' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : null),
        load: (id) => (id === '\0entry' ? ENTRY : null),
      },
    ],
    output: { format: 'iife', codeSplitting: false },
  })
  script = output[0].code
})

test.beforeEach(async ({ page, problems }) => {
  problems.watch(page.context())
  await page.addScriptTag({ content: script })
})

/** What the model may write, as HTML that nothing has escaped. */
const htmlCorpus = [
  ...xssCorpus,
  xssCorpus.join('\n'),
  ...xssCorpus.map((each) => `<p dir="auto">a <em>${each}</em></p><table><tbody><tr><td>${each}`),
  '<pre>x</pre>  <p>a<p>b<a href="https://x.test">c<a href="mailto:d">e</a></a>',
  '<li><form id=x></form><form id=y><input form=x></form>a<b>b</b>c',
  '<svg></p><style><a id="</style><img src=1 onerror=window.pwned=30>">',
  '\n  a &amp;lt; b &lt;img src=x onerror=window.pwned=31&gt;',
  'no mark in it &lt;b&gt;',
  '',
]

const leftovers = (page: Page) =>
  page.evaluate(() => ({ pwned: Reflect.get(window, 'pwned'), images: document.images.length }))

test('fault 40: what the sanitiser lets through is inert, and is the same nodes as if it were written and read again', async ({
  page,
}) => {
  const found = await page.evaluate((corpus) => {
    const { sanitise } = window as unknown as Bundle
    return corpus.map((html) => {
      const nodes = document.createElement('div')
      nodes.append(sanitise(html))
      document.body.append(nodes)
      const again = document.createElement('div')
      again.innerHTML = nodes.innerHTML
      nodes.normalize()
      const elements = [...nodes.querySelectorAll('*')]
      return {
        html,
        same: nodes.isEqualNode(again),
        tags: elements.map(({ localName, namespaceURI }) => `${namespaceURI} ${localName}`),
        attributes: elements.flatMap(({ attributes }) => [...attributes].map(({ name }) => name)),
        addresses: [...nodes.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
      }
    })
  }, htmlCorpus)
  expect(found.filter(({ same }) => !same).map(({ html }) => html)).toEqual([])
  for (const { tags, attributes, addresses } of found) {
    for (const tag of tags)
      expect(tag).toMatch(/^http:\/\/www\.w3\.org\/1999\/xhtml (a|em|p|pre|li|table|tbody|tr|td)$/)
    for (const name of attributes) expect(name).toMatch(/^(href|dir|rel|target)$/)
    for (const address of addresses) expect(address).toMatch(/^(https?:|mailto:|$)/)
  }
  expect(await leftovers(page)).toEqual({ pwned: undefined, images: 0 })
})

test('a text that is written piece by piece becomes the nodes that it is as a whole', async ({ page }) => {
  const texts = [markdownSample, languagesSample, drawnSample, xssCorpus.join('\n\n')]
  const found = await page.evaluate(async (texts) => {
    const { makeBlockPane, makeReader } = window as unknown as Bundle
    // What changes nodes in place is asked for with the first text that grows.
    makeReader().read('a', true)
    await new Promise((resolve) => setTimeout(resolve))
    const show = (panes: { element: HTMLElement; show(token: unknown): void }[], text: string) => {
      const blocks = makeReader().read(text, false)
      blocks.forEach(({ token }, at) => {
        if (!panes[at]) {
          const element = document.body.appendChild(document.createElement('div'))
          panes[at] = { element, show: makeBlockPane(element) }
        }
        panes[at].show(token)
      })
      return panes.slice(0, blocks.length).map(({ element }) => element)
    }
    return texts.map((text) => {
      const panes: Parameters<typeof show>[0] = []
      const first = show(panes, text.slice(0, 3))[0]?.firstChild
      for (let end = 7; end < text.length; end += 7) show(panes, text.slice(0, end))
      const grown = show(panes, text)
      const whole = show([], text)
      return {
        inPlace: grown[0]?.firstChild === first,
        shown: grown.map((element) => element.innerHTML.length),
        same: grown.map((element, at) => element.isEqualNode(whole[at] ?? null)),
      }
    })
  }, texts)
  expect(found[0]?.inPlace).toBe(true)
  for (const { shown, same } of found) {
    expect(Math.max(...shown)).toBeGreaterThan(20)
    expect(same).toEqual(same.map(() => true))
  }
  expect(await leftovers(page)).toEqual({ pwned: undefined, images: 0 })
})

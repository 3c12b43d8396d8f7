import type { RendererObject } from 'marked'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const LINE_BREAK = /^<br\s*\/?>$/i
const LANGUAGE = /^[\w+#.-]{1,24}$/

/** What differs from plain marked: raw HTML is text, images are links, so that nothing is loaded that nobody asked for (faults 40, 41). */
export const rendererOverrides: RendererObject = {
  html: ({ text }) => (LINE_BREAK.test(text.trim()) ? '<br>' : escape(text)),
  image: ({ href, text }) => `<a href="${escape(href)}">image: ${escape(text || href)}</a>`,
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  code({ text, lang }) {
    const [language = ''] = (lang ?? '').trim().split(/\s/)
    const named = LANGUAGE.test(language) ? ` data-language="${escape(language)}"` : ''
    return `<pre${named}><code>${escape(text)}</code></pre>\n`
  },
}

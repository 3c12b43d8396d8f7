import type { RendererObject, Tokens } from 'marked'
import {
  hrefOf,
  piecesWithFiles,
  referenceOf,
  referenceOfLink,
  type FileReference,
} from '../file-reference.ts'
import { directionOf } from './direction.ts'
import { escapeHtml as escape } from './escape-html.ts'
import { languageOf } from './fence-info.ts'

/** Within a link nothing else is one. */
let linked = false

const linkTo = (reference: FileReference, html: string): string =>
  `<a href="${escape(hrefOf(reference))}">${html}</a>`

/** Places in files lead there. */
const withFiles = (text: string): string =>
  linked
    ? escape(text)
    : piecesWithFiles(text)
        .map((piece) => (piece.reference ? linkTo(piece.reference, escape(piece.text)) : escape(piece.text)))
        .join('')

function insideLink(make: () => string): string {
  const before = linked
  linked = true
  try {
    return make()
  } finally {
    linked = before
  }
}

const LINE_BREAK = /^<br\s*\/?>$/i
const tableRow = (cells: string[]) => `<tr>\n${cells.join('')}</tr>\n`

/**
 * What differs from plain marked: raw HTML is text, images are links, so that nothing is loaded that nobody asked for (faults 40, 41). Each
 * block says which way it runs (fault 72); code always runs to the right.
 */
export const rendererOverrides: RendererObject = {
  html: ({ text }) => (LINE_BREAK.test(text.trim()) ? '<br>' : escape(text)),
  image({ href, text }) {
    const words = `image: ${escape(text || href)}`
    return linked ? words : `<a href="${escape(href)}">${words}</a>`
  },
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  // Within a list or a quotation: one of its own is shown by code-block.tsx.
  code({ text, lang }) {
    const language = languageOf(lang)
    const named = language === undefined ? '' : ` data-language="${escape(language)}"`
    return `<pre dir="ltr"${named}><code>${escape(text)}</code></pre>\n`
  },
  codespan({ text }) {
    const code = `<code dir="ltr">${escape(text)}</code>`
    const reference = linked ? undefined : referenceOf(text)
    return reference ? linkTo(reference, code) : code
  },
  text(token) {
    if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens)
    return 'escaped' in token && token.escaped ? token.text : withFiles(token.text)
  },
  link({ href, tokens }) {
    const html = insideLink(() => this.parser.parseInline(tokens))
    const reference = referenceOfLink(href)
    return reference ? linkTo(reference, html) : `<a href="${escape(href)}">${html}</a>`
  },
  paragraph({ tokens }) {
    return `<p dir="auto">${this.parser.parseInline(tokens)}</p>\n`
  },
  heading({ tokens, depth }) {
    return `<h${depth} dir="auto">${this.parser.parseInline(tokens)}</h${depth}>\n`
  },
  blockquote({ tokens, text }) {
    return `<blockquote dir="${directionOf(text)}">\n${this.parser.parse(tokens)}</blockquote>\n`
  },
  list({ ordered, start, items }) {
    const [tag, from] = [ordered ? 'ol' : 'ul', ordered && start !== 1 ? ` start="${start}"` : '']
    const direction = directionOf(items.map((item) => item.text).join('\n'))
    return `<${tag}${from} dir="${direction}">\n${items.map((item) => this.listitem(item)).join('')}</${tag}>\n`
  },
  listitem({ tokens, text, task }) {
    return `<li${task ? ' data-task' : ''} dir="${directionOf(text)}">${this.parser.parse(tokens)}</li>\n`
  },
  table({ header, rows }) {
    const cells = (row: Tokens.TableCell[]) => tableRow(row.map((cell) => this.tablecell(cell)))
    const direction = directionOf(header.map((cell) => cell.text).join('\n'))
    const body = rows.length > 0 ? `<tbody>${rows.map(cells).join('')}</tbody>` : ''
    return `<table dir="${direction}">\n<thead>\n${cells(header)}</thead>\n${body}</table>\n`
  },
  tablecell({ tokens, header, align }) {
    const [tag, aligned] = [header ? 'th' : 'td', align ? ` align="${align}"` : '']
    return `<${tag}${aligned} dir="auto">${this.parser.parseInline(tokens)}</${tag}>\n`
  },
}

import { Hooks, type MarkedOptions, type RendererExtension, type Tokens } from 'marked'
import { escapeHtml } from '../escape-html.ts'
import {
  blockMathAt,
  blockMathStart,
  inlineMathAt,
  mathStart,
  openMathAt,
  withoutMath,
  type MathSource,
} from './math-source.ts'

class MathHooks extends Hooks {
  override emStrongMask(text: string): string {
    return withoutMath(text)
  }
}

const tokenOf = (found: MathSource | undefined): Tokens.Generic | undefined =>
  found && { type: 'math', raw: found.raw, text: found.raw, display: found.display }

/** What is read besides markdown. `writing`: the text goes on. */
export const mathOptions = (writing: boolean): Pick<MarkedOptions, 'extensions' | 'hooks'> => ({
  hooks: new MathHooks(),
  extensions: {
    renderers: {},
    childTokens: {},
    inline: [(rest, tokens) => tokenOf(inlineMathAt(rest, tokens.at(-1)?.raw ?? ''))],
    startInline: [mathStart],
    block: [
      (rest) => {
        const found = tokenOf(blockMathAt(rest))
        const open = writing && !found ? openMathAt(rest) : undefined
        return open === undefined ? found : { type: 'openMath', raw: open, text: open }
      },
    ],
    startBlock: [(text) => blockMathStart(text, writing)],
  },
})

/** A block of code whose language is `math`, once its end is there. */
export function mathOfFence({ raw, lang = '', text }: Tokens.Code): Tokens.Generic | undefined {
  const isWhole = /\n[ \t]*(?:`{3,}|~{3,})[ \t]*\n*$/.test(raw)
  return lang.trim() === 'math' && isWhole && text.trim() !== ''
    ? { type: 'math', raw, text, display: true }
    : undefined
}

/** Its source, which is drawn in its place once what that needs is there (typeset.ts). */
export const mathRenderers: RendererExtension[] = [
  {
    name: 'math',
    renderer: ({ text, display }) =>
      `<span dir="ltr" data-math="${display ? 'display' : 'inline'}">${escapeHtml(String(text).trim())}</span>`,
  },
  { name: 'openMath', renderer: ({ text }) => `<p dir="auto">${escapeHtml(String(text).trim())}</p>\n` },
]

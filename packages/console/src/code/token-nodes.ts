import './token-colours.css'
import type { TokenLine } from './tokeniser.ts'

/** Lines of tokens as nodes, for code that is not drawn by a component. */
export function nodesOf(lines: readonly TokenLine[]): Node[] {
  return lines.flatMap((line, at) => [
    ...(at > 0 ? [document.createTextNode('\n')] : []),
    ...line.map(({ text, kind }) => {
      if (kind === undefined) return document.createTextNode(text)
      const element = document.createElement('span')
      element.dataset['token'] = kind
      element.textContent = text
      return element
    }),
  ])
}

/** PURE: a command as one writes it, and as the engine starts it: without a shell. */

export type Words = { words: string[] } | { problem: string }

/** What a shell would do something with. */
const OPERATOR = /^(\|\|?|&&?|;|[12]?>{1,2}|<|`.*)$/
const FILLED_IN = /^~(\/|$)|\$[A-Za-z_{(]/

interface Word {
  text: string
  /** As it stands outside of quotes. */
  bare: string
}

/** Words between blanks and line ends; quotes hold one together, a backslash keeps a blank, a quote or another one. */
export function readWords(line: string): Words {
  const words: Word[] = []
  let word: Word | undefined
  let quote = ''
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at)
    const next = line.charAt(at + 1)
    const keeps = letter === '\\' && quote !== "'" && (quote ? /["\\]/ : /["'\\\s]/).test(next)
    if (!keeps && quote === '' && /\s/.test(letter)) {
      word = undefined
      continue
    }
    if (!word) words.push((word = { text: '', bare: '' }))
    if (keeps) {
      word.text += next
      at += 1
    } else if (quote === '' && (letter === '"' || letter === "'")) quote = letter
    else if (letter === quote) quote = ''
    else {
      word.text += letter
      if (quote === '') word.bare += letter
    }
  }
  if (quote !== '') return { problem: `A quote is not closed: ${quote}` }
  return problemOf(words) ?? { words: words.map(({ text }) => text) }
}

function problemOf(words: readonly Word[]): Words | undefined {
  const operator = words.find(({ bare, text }) => bare === text && OPERATOR.test(bare))
  if (operator)
    return {
      problem: `No shell runs it: ${operator.bare} would be an argument. Put it into a script, or quote it.`,
    }
  const filled = words.find(({ bare }) => FILLED_IN.test(bare))
  if (filled) return { problem: `No shell runs it: nothing is filled in for ${filled.bare}. Write it out.` }
  return undefined
}

/** Read again it is the same. */
export const writeWords = (words: readonly string[]): string => words.map(written).join(' ')

function written(word: string): string {
  const isPlain = word !== '' && !/[\s"'\\]/.test(word) && !OPERATOR.test(word) && !FILLED_IN.test(word)
  return isPlain ? word : `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** Reads code in a thread of its own: a slice takes as long as a dozen frames. */
import { createShikiPrimitive } from '@shikijs/primitive'
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import type { Language } from '../language-names.ts'
import { GRAMMARS } from './grammars.ts'
import type { Order } from './messages.ts'
import { makeLineReader, type LineReader } from './read-line.ts'
import { Readings } from './readings.ts'
import { kindOfColour, kindsTheme, THEME_NAME } from './theme.ts'

// WebAssembly would need a wider content security policy. A rule that JavaScript cannot express is left out.
const engine = createJavaScriptRegexEngine({ forgiving: true })
const shiki = createShikiPrimitive({ engine, themes: [kindsTheme], langs: [] })
const readers = new Map<Language, Promise<LineReader>>()

async function readerOf(language: Language): Promise<LineReader> {
  const { default: grammars } = await GRAMMARS[language]()
  shiki.loadLanguageSync(grammars)
  const { colorMap } = shiki.setTheme(THEME_NAME)
  const name = grammars.at(-1)?.name ?? language
  return makeLineReader(shiki.getLanguage(name), colorMap.map(kindOfColour))
}

function load(language: Language): Promise<LineReader> {
  const known = readers.get(language)
  if (known) return known
  const reader = readerOf(language)
  readers.set(language, reader)
  // The network failed: the next text asks again.
  reader.catch(() => readers.delete(language))
  return reader
}

const readings = new Readings({
  load,
  tell: (told) => postMessage(told, { transfer: [told.lines.buffer] }),
  soon: (run) => setTimeout(run),
  now: () => performance.now(),
})

addEventListener('message', ({ data }: MessageEvent<Order>) => readings.hear(data))

/**
 * PURE. What is wrong with a JSON text that may hold comments and trailing commas, with its line; undefined: nothing. What stands there is
 * not quoted: it may be a key.
 */
export function jsoncProblem(text: string): string | undefined {
  const plain = blankOut(text)
  if (plain.trim() === '') return undefined
  try {
    JSON.parse(plain)
    return undefined
  } catch {
    return `is not valid JSON (line ${plain.slice(0, firstWrong(plain)).split('\n').length})`
  }
}

/** Comments and commas before a closing bracket become spaces, so that every position stays. Strings are kept as they are. */
function blankOut(text: string): string {
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ')
  const plain = text
    .replace(/^\uFEFF/, ' ')
    .replaceAll(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
      part.startsWith('"') ? part : blank(part),
    )
  return plain.replaceAll(/"(?:\\.|[^"\\\n])*"|,(?=\s*[}\]])/g, (part) => (part === ',' ? ' ' : part))
}

const TOKEN = /\s*("(?:\\.|[^"\\\n])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])/y

/** What may come after what. A text is `"`, a number or a word is `0`; a key is what a `{` or its commas are followed by. */
const NEXT: Record<string, string> = {
  start: '"0{[',
  '{': '"}',
  '{,': '"',
  key: ':',
  ':': '"0{[',
  '[': '"0{[]',
  '[,': '"0{[',
  '{value': ',}',
  '[value': ',]',
  value: '',
}

/** Where the text stops to be JSON: JSON.parse does not always say. Its length, when only its end is missing. */
function firstWrong(text: string): number {
  const open: string[] = []
  let after = 'start'
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const [whole = '', token = ''] = TOKEN.exec(text) ?? []
    const kind = /^["{}[\],:]/.exec(token)?.[0] ?? '0'
    const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
    if (token === '' || !NEXT[after]?.includes(kind)) return start
    const isKey = after === '{' || after === '{,'
    if ('{['.includes(kind)) open.push(kind)
    if ('}]'.includes(kind)) open.pop()
    after = following(kind, isKey, open.at(-1) ?? '')
    at += whole.length
  }
  return text.length
}

function following(kind: string, isKey: boolean, open: string): string {
  if (kind === '"' && isKey) return 'key'
  if (kind === ',') return `${open},`
  return '{[:'.includes(kind) ? kind : `${open}value`
}

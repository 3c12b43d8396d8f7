/** PURE: what a provider says of a refusal, in one line. */
import { printable } from '@kilo-console/daemon'

const MOST = 300

/** Of OpenAI's shape, and of those that come near; of a page nothing. */
export function providerWords(text: string, contentType: string): string | undefined {
  if (/html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) return undefined
  const said = messageIn(text) ?? text
  const [line = ''] = said.trim().split('\n', 1)
  const words = printable(line).replaceAll(/\s+/g, ' ').slice(0, MOST).trim()
  return words === '' || words.startsWith('{') || words.startsWith('[') ? undefined : words
}

function messageIn(text: string): string | undefined {
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null
    const error = value?.['error']
    const inner = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : undefined
    const found = [inner?.['message'], error, value?.['message'], value?.['detail']]
    return found.find((one) => typeof one === 'string')
  } catch {
    return undefined
  }
}

/** PURE: whether what is hidden of a server would be sent to another one than before: nobody should learn that from there. */
import type { Draft, Settings } from './draft.ts'

const originOf = (url: unknown) =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : undefined
const isHidden = (text: string) => text.includes('{hidden:')

/** @param before what stands in the file. Undefined: nothing is, or where it went. */
export function newAddress(draft: Draft, before: Settings | undefined): string | undefined {
  const [from, to] = [originOf(before?.['url']), originOf(draft.url.trim())]
  if (draft.kind !== 'remote' || from === undefined || to === undefined || from === to) return undefined
  const sent = [
    ...draft.headers.filter(({ value }) => isHidden(value)).map(({ name }) => name),
    ...(draft.login === 'browser' && isHidden(draft.clientSecret) ? ['the client secret'] : []),
  ]
  if (sent.length === 0) return undefined
  const what = sent.join(', ')
  return `Once it is saved, ${new URL(to).host} is sent what only ${new URL(from).host} knew: ${what}.`
}

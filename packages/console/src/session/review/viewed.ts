/** Which changed files somebody has looked at: per session, by what their patch says. A file that changes again is new. */
import { createKept } from '../../ui/kept.ts'

/** By session, then by file: the hash of the patch that was looked at. The last used session comes last. */
export type Viewed = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Storage holds five megabytes; this is a tenth at most. */
const SESSIONS = 50
const FILES = 500

export function withViewed(all: Viewed, session: string, file: string, hash: string | undefined): Viewed {
  const { [session]: own = {}, ...others } = all
  const { [file]: _, ...rest } = own
  const files = hash === undefined ? rest : { ...rest, [file]: hash }
  const kept = Object.entries(files).slice(-FILES)
  const sessions = Object.entries(others).slice(-(SESSIONS - 1))
  return Object.fromEntries(kept.length > 0 ? [...sessions, [session, Object.fromEntries(kept)]] : sessions)
}

/** Undefined for what is no such thing: anybody may have written it. */
export function parseViewed(text: string): Viewed | undefined {
  const value: unknown = JSON.parse(text)
  const isBag = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
  if (!isBag(value)) return undefined
  const isFiles = (one: unknown): one is Record<string, string> =>
    isBag(one) && Object.values(one).every((hash) => typeof hash === 'string')
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Record<string, string>] => isFiles(entry[1])),
  )
}

const [viewed, setViewed] = createKept<Viewed>('review.viewed', {}, parseViewed)

export const isViewed = (session: string, file: string, hash: string): boolean =>
  viewed()[session]?.[file] === hash

export const markViewed = (session: string, file: string, hash: string | undefined): void =>
  setViewed(withViewed(viewed(), session, file, hash))

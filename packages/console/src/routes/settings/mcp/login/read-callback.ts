/** PURE: where one logs in, and what one comes back with. */

export interface LoginPage {
  url: string
  /** Who is asked, as it is shown. */
  host: string
  /** Of this login: what comes back has it too. */
  state: string | undefined
}

/** Undefined for what is no page of the web. */
export function loginPage(text: string): LoginPage | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb || url.username !== '' || url.password !== '') return undefined
  return { url: url.href, host: url.host, state: url.searchParams.get('state') ?? undefined }
}

export type Callback = { code: string } | { problem: string }

const MOST_CODE = 4096

/** From a code, or the whole address of the page that one came back to. */
export function readCallback(text: string, state: string | undefined): Callback {
  const given = text.trim()
  if (given === '') return { problem: 'Paste the code, or the address of the page that you came to.' }
  const query = queryOf(given)
  if (!query) return isCode(given) ? { code: given } : { problem: 'This is no code, and no address.' }
  const refused = query.get('error_description') ?? query.get('error')
  if (refused !== null) return { problem: `It was refused: ${refused.slice(0, 200)}` }
  const code = query.get('code') ?? ''
  if (!isCode(code)) return { problem: 'There is no code in this address.' }
  const own = query.get('state')
  if (own !== null && state !== undefined && own !== state)
    return { problem: 'This address is of another login. Take the one that this login led to.' }
  return { code }
}

function queryOf(text: string): URLSearchParams | undefined {
  if (URL.canParse(text) && /^https?:/i.test(text)) return new URL(text).searchParams
  return /(^|[?&])(code|error)=/.test(text) ? new URLSearchParams(text.replace(/^[^?]*\?/, '')) : undefined
}

const isCode = (text: string) => text !== '' && text.length <= MOST_CODE && !/\s/.test(text)

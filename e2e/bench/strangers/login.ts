import { pathTo } from '../../../packages/console/shared/paths.ts'

/** A login as a browser has it, for requests past a browser. */
export interface Login {
  origin: string
  port: number
  /** As the `cookie` header says it. */
  cookie: string
  /** The other half, for `x-kilo-key`. */
  key: string
}

/** Redeems the ticket of a launch URL. */
export async function logIn(launchUrl: string): Promise<Login> {
  const { origin, port, hash } = new URL(launchUrl)
  const ticket = new URLSearchParams(hash.slice(1)).get('ticket')
  const answer = await fetch(`${origin}/${pathTo('logIn')}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  })
  if (!answer.ok) throw new Error(`the login was refused: ${answer.status} ${await answer.text()}`)
  const { key } = (await answer.json()) as { key: string }
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { origin, port: Number(port), cookie, key }
}

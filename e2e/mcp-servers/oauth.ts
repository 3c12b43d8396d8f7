/** An MCP server behind OAuth: metadata, dynamic registration, a page to allow it, PKCE, tokens (RFC 6749, 7591, 7636, 8414, 9728). */
import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { startHttpMcp, type HttpMcpServer } from './http.ts'

interface Code {
  challenge: string
  redirect: string
}

export interface OauthMcpServer extends HttpMcpServer {
  /** All that was ever handed out: none of it may reach a page. */
  tokens: string[]
}

export async function startOauthMcp(): Promise<OauthMcpServer> {
  const tokens: string[] = []
  const codes = new Map<string, Code>()
  let origin = ''
  const isAllowed = ({ headers }: IncomingMessage) =>
    tokens.includes((headers.authorization ?? '').replace(/^Bearer /, ''))
  const server = await startHttpMcp({
    refuse: (req) => {
      const where = `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource"`
      return isAllowed(req) ? undefined : { 'www-authenticate': where }
    },
    other: (req, res, at) => answerLogin(req, res, at, { codes, tokens }),
  })
  origin = server.origin
  return { ...server, tokens }
}

interface Kept {
  codes: Map<string, Code>
  tokens: string[]
}

async function answerLogin(req: IncomingMessage, res: ServerResponse, origin: string, kept: Kept) {
  const url = new URL(req.url ?? '/', origin)
  if (url.pathname.startsWith('/.well-known/oauth-protected-resource'))
    json(res, { resource: `${origin}/mcp`, authorization_servers: [origin] })
  else if (url.pathname.startsWith('/.well-known/oauth-authorization-server')) json(res, metadata(origin))
  else if (url.pathname.startsWith('/.well-known/')) res.writeHead(404).end()
  else if (url.pathname === '/register') await register(req, res)
  else if (url.pathname === '/authorize') authorize(url.searchParams, res, kept)
  else if (url.pathname === '/token') await trade(req, res, kept)
  else return false
  return true
}

const metadata = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  registration_endpoint: `${origin}/register`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
})

async function register(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const asked = JSON.parse(await text(req)) as object
  json(res, { ...asked, client_id: `client-${randomUUID()}` }, 201)
}

/** A page with one link: who follows it has allowed it. */
function authorize(query: URLSearchParams, res: ServerResponse, { codes }: Kept): void {
  const code = randomUUID()
  const redirect = query.get('redirect_uri') ?? ''
  codes.set(code, { challenge: query.get('code_challenge') ?? '', redirect })
  const back = new URL(redirect)
  back.searchParams.set('code', code)
  back.searchParams.set('state', query.get('state') ?? '')
  const href = back.href.replaceAll('&', '&amp;')
  res
    .writeHead(200, { 'content-type': 'text/html' })
    .end(`<!doctype html><html lang="en"><title>Notes</title><a href="${href}">Allow Kilo</a></html>`)
}

async function trade(req: IncomingMessage, res: ServerResponse, { codes, tokens }: Kept): Promise<void> {
  const asked = new URLSearchParams(await text(req))
  const code = codes.get(asked.get('code') ?? '')
  const challenge = createHash('sha256')
    .update(asked.get('code_verifier') ?? '')
    .digest('base64url')
  codes.delete(asked.get('code') ?? '')
  if (code?.challenge !== challenge || code.redirect !== asked.get('redirect_uri'))
    return json(res, { error: 'invalid_grant' }, 400)
  const token = `mcp-token-${randomUUID()}`
  tokens.push(token)
  json(res, { access_token: token, token_type: 'Bearer', expires_in: 3600 })
}

function json(res: ServerResponse, body: object, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

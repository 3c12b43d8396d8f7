/** MCP servers as an engine tells of them. What their settings say may be anything: whoever reads them looks. */
import type { McpResource } from '@kilocode/sdk/v2/client'
import { among, bag, bagOf, handle, may, message, name, object, path, text, type Schema } from './bounds.ts'
import { fittingEntries, fittingOnes, type Dropped } from './check.ts'

export interface McpState {
  status: 'connected' | 'disabled' | 'failed' | 'needs_auth' | 'needs_client_registration'
  error?: string
}

export type McpSettings = Record<string, unknown>

/** Where somebody allows the engine to act for them, and what has to come back from there. */
export interface McpLogin {
  authorizationUrl: string
  oauthState: string
}

/** There is no more of them than this in one answer. */
const MOST_SERVERS = 1000
const MOST_RESOURCES = 2000

export const mcpState: Schema<McpState> = object<McpState>({
  status: among<McpState['status']>(
    'connected',
    'disabled',
    'failed',
    'needs_auth',
    'needs_client_registration',
  ),
  error: may(message),
})

export const mcpLogin: Schema<McpLogin> = object<McpLogin>({ authorizationUrl: text, oauthState: handle })

const resource = object<McpResource>({
  name,
  uri: path,
  description: may(message),
  mimeType: may(name),
  client: handle,
})

export const mcpStates = (value: unknown, dropped: Dropped): Record<string, McpState> =>
  fittingEntries(handle, mcpState, value, MOST_SERVERS, dropped)

export const mcpSettings = (value: unknown, dropped: Dropped): Record<string, McpSettings> =>
  fittingEntries(handle, bag, bagOf(value)['mcp'] ?? {}, MOST_SERVERS, dropped)

export const mcpResources = (value: unknown, dropped: Dropped): McpResource[] =>
  fittingOnes(resource, Object.values(bagOf(value)), MOST_RESOURCES, dropped)

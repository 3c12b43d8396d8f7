/** PURE: what a small MCP server of ours answers: a tool, a prompt and a resource, as the protocol has them (modelcontextprotocol.io, 2025-06-18). */

export interface RpcMessage {
  id?: number | string
  method: string
  params?: Record<string, unknown>
}

const NOTE = 'notes://first'

/** By method. */
const results: Record<string, (params: Record<string, unknown>) => object> = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion: typeof protocolVersion === 'string' ? protocolVersion : '2025-06-18',
    capabilities: { tools: {}, prompts: {}, resources: {} },
    serverInfo: { name: 'notes', version: '1.0.0' },
  }),
  ping: () => ({}),
  'tools/list': () => ({
    tools: [
      {
        name: 'add_note',
        description: 'Keeps a note.',
        inputSchema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
      },
    ],
  }),
  'tools/call': ({ arguments: given }) => {
    const { text } = (given ?? {}) as { text?: unknown }
    return { content: [{ type: 'text', text: `Kept: ${String(text)}` }] }
  },
  'prompts/list': () => ({
    prompts: [
      {
        name: 'tidy',
        description: 'Puts the notes in order.',
        arguments: [{ name: 'topic', description: 'What about', required: true }],
      },
    ],
  }),
  'prompts/get': () => ({
    messages: [{ role: 'user', content: { type: 'text', text: 'Put my notes in order.' } }],
  }),
  'resources/list': () => ({
    resources: [{ name: 'First note', uri: NOTE, description: 'The oldest.', mimeType: 'text/plain' }],
  }),
  'resources/templates/list': () => ({ resourceTemplates: [] }),
  'resources/read': () => ({ contents: [{ uri: NOTE, mimeType: 'text/plain', text: 'Buy milk.' }] }),
}

/** Undefined for what is answered by nothing: a notification. */
export function answerTo({ id, method, params = {} }: RpcMessage): object | undefined {
  if (id === undefined) return undefined
  const result = results[method]
  return result
    ? { jsonrpc: '2.0', id, result: result(params) }
    : { jsonrpc: '2.0', id, error: { code: -32_601, message: `no method ${method}` } }
}

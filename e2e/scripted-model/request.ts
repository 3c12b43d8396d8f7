/** Reads what the engine sends to `POST /v1/chat/completions`. Pure. */

export interface ChatMessage {
  role: string
  /** All text parts, one per line. */
  text: string
  /** What else it holds, by media type: `image/png`. */
  attachments?: string[]
}

export interface ChatRequest {
  model: string
  stream: boolean
  messages: ChatMessage[]
  /** Names of the tools on offer, in the order sent. */
  tools: string[]
}

/** @throws SyntaxError when the body is no JSON, TypeError when it is no chat request. */
export function parseRequest(body: string): ChatRequest {
  const value: unknown = JSON.parse(body)
  if (!isRecord(value) || typeof value['model'] !== 'string' || !Array.isArray(value['messages'])) {
    throw new TypeError('a chat request needs "model" and "messages"')
  }
  return {
    model: value['model'],
    stream: value['stream'] === true,
    messages: value['messages'].filter(isRecord).map(readMessage),
    tools: Array.isArray(value['tools']) ? value['tools'].flatMap(toolName) : [],
  }
}

/** The newest text that a person, or the parent of a subagent, wrote: what the engine adds to it is left out. */
export function newestPrompt(request: ChatRequest): string {
  const message = request.messages.findLast((message) => message.role === 'user')
  return message ? withoutEnvironment(message.text) : ''
}

/**
 * How many answers the model has already given to the newest prompt. Answers, not tool results, because one answer may call several
 * tools at once.
 */
export function turnIndex(request: ChatRequest): number {
  const newest = request.messages.findLastIndex((message) => message.role === 'user')
  return request.messages.slice(newest + 1).filter((message) => message.role === 'assistant').length
}

/** The session's directory, as the engine names it in every prompt; `/` when it does not. */
export function workingDirectory(request: ChatRequest): string {
  const lines = request.messages.flatMap((message) => message.text.split('\n'))
  const line = lines.findLast((line) => /^\s*Working directory: /i.test(line))
  return line ? line.slice(line.indexOf(':') + 1).trim() : '/'
}

function withoutEnvironment(text: string): string {
  return text
    .replaceAll(/<(environment_details|system-reminder)>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}

function readMessage(message: Record<string, unknown>): ChatMessage {
  const content = message['content']
  return { role: String(message['role']), text: readText(content), attachments: readAttachments(content) }
}

function readText(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .filter(isRecord)
    .flatMap((part) => (typeof part['text'] === 'string' ? [part['text']] : []))
    .join('\n')
}

/** Pictures and files come as `data:`, the latter with a name. */
function readAttachments(content: unknown): string[] {
  if (!Array.isArray(content)) return []
  return content.filter(isRecord).flatMap((part) => {
    const [image, file] = [part['image_url'], part['file']]
    const url = isRecord(image) ? image['url'] : isRecord(file) ? file['file_data'] : undefined
    const [, type] = typeof url === 'string' ? (/^data:([^;,]+)/.exec(url) ?? []) : []
    return type === undefined ? [] : [type]
  })
}

/** What is attached to the newest prompt. */
export function newestAttachments(request: ChatRequest): string[] {
  return request.messages.findLast((message) => message.role === 'user')?.attachments ?? []
}

function toolName(tool: unknown): string[] {
  if (!isRecord(tool) || !isRecord(tool['function'])) return []
  const name = tool['function']['name']
  return typeof name === 'string' ? [name] : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

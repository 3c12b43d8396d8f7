import type { Message, UserMessage } from '@kilocode/sdk/v2/client'
import {
  anything,
  flag,
  id,
  list,
  literal,
  may,
  name,
  number,
  object,
  oneOf,
  path,
  table,
  text,
  time,
  type Schema,
} from './bounds.ts'
import { fileDiff } from './changes.ts'
import { engineError } from './engine-error.ts'
import { tokenCount } from './tokens.ts'

type MessageOf<K> = Extract<Message, { role: K }>
type Answer = MessageOf<'assistant'>
type Needed<T> = NonNullable<T>
type Editor = Needed<UserMessage['editorContext']>
type Format = Needed<UserMessage['format']>
type FormatOf<K> = Extract<Format, { type: K }>

const format = oneOf<'type', Format>('type', {
  text: object<FormatOf<'text'>>({ type: literal('text') }),
  json_schema: object<FormatOf<'json_schema'>>({
    type: literal('json_schema'),
    schema: table(anything),
    retryCount: may(number),
  }),
})

const editorContext = object<Editor>({
  visibleFiles: may(list(path)),
  openTabs: may(list(path)),
  activeFile: may(path),
  shell: may(text),
})

const summary = object<Needed<UserMessage['summary']>>({
  title: may(name),
  body: may(text),
  diffs: list(fileDiff),
})

const user = object<UserMessage>({
  id,
  sessionID: id,
  role: literal('user'),
  time: object<UserMessage['time']>({ created: time }),
  format: may(format),
  summary: may(summary),
  agent: name,
  model: object<UserMessage['model']>({ providerID: name, modelID: name, variant: may(name) }),
  system: may(text),
  tools: may(table(flag)),
  editorContext: may(editorContext),
})

const answer = object<Answer>({
  id,
  sessionID: id,
  role: literal('assistant'),
  time: object<Answer['time']>({ created: time, completed: may(time) }),
  // The engine keeps the same errors in a message as it tells in `session.error`, but for one that ends a turn before there is a message.
  error: may(engineError as Schema<Needed<Answer['error']>>),
  parentID: id,
  modelID: name,
  providerID: name,
  mode: name,
  agent: name,
  path: object<Answer['path']>({ cwd: path, root: path }),
  summary: may(flag),
  cost: number,
  tokens: tokenCount,
  structured: may(anything),
  variant: may(name),
  finish: may(name),
})

export const message: Schema<Message> = oneOf<'role', Message>('role', { user, assistant: answer })

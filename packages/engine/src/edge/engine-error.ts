import type { AgentRequirementError, ApiError, AssistantMessage } from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import {
  among,
  bagOf,
  flag,
  list,
  literal,
  may,
  message,
  name,
  number,
  object,
  path,
  table,
  text,
  type Schema,
} from './bounds.ts'

/** Why a turn ended early. */
export type EngineError = NonNullable<AssistantMessage['error']> | AgentRequirementError

type ErrorOf<K extends EngineError['name']> = Extract<EngineError, { name: K }>
type DataOf<K extends EngineError['name']> = ErrorOf<K>['data']

function kind<K extends EngineError['name']>(kind: K, data: Schema<DataOf<K>>): Schema<EngineError> {
  return v.object({ name: v.literal(kind), data }) as unknown as Schema<EngineError>
}

const said = object<DataOf<'MessageAbortedError'>>({ message })

export const apiError: Schema<ApiError> = object<ApiError>({
  name: literal('APIError'),
  data: object<ApiError['data']>({
    message,
    statusCode: may(number),
    isRetryable: flag,
    responseHeaders: may(table(message)),
    responseBody: may(text),
    metadata: may(table(message)),
  }),
})

type Requirement = DataOf<'AgentRequirementError'>
type Met = 'ready' | 'missing' | 'error'
const met = { name, status: among<Met>('ready', 'missing', 'error'), message: may(message) }

const requirement = object<Requirement>({
  message,
  agent: name,
  directory: path,
  state: among('blocked', 'error'),
  skills: list(object<Requirement['skills'][number]>(met)),
  mcps: list(object<Requirement['mcps'][number]>(met)),
  vscode_extensions: list(object<Requirement['vscode_extensions'][number]>({ name, id: name })),
})

const kinds = new Map<unknown, Schema<EngineError>>([
  ['APIError', apiError],
  [
    'ProviderAuthError',
    kind('ProviderAuthError', object<DataOf<'ProviderAuthError'>>({ providerID: name, message })),
  ],
  ['MessageAbortedError', kind('MessageAbortedError', said)],
  ['ContentFilterError', kind('ContentFilterError', said)],
  ['MessageOutputLengthError', kind('MessageOutputLengthError', object({}))],
  [
    'StructuredOutputError',
    kind('StructuredOutputError', object<DataOf<'StructuredOutputError'>>({ message, retries: number })),
  ],
  [
    'ContextOverflowError',
    kind(
      'ContextOverflowError',
      object<DataOf<'ContextOverflowError'>>({ message, responseBody: may(text) }),
    ),
  ],
  ['AgentRequirementError', kind('AgentRequirementError', requirement)],
])

/** A kind that we do not know says at least what it is called and what happened. */
const unknownError = v.pipe(
  v.object({ name, data: v.object({ message: may(message) }) }),
  v.transform(({ name, data }): EngineError => ({
    name: 'UnknownError',
    data: { message: data.message ?? name },
  })),
)

export const engineError = v.lazy(
  (input) => kinds.get(bagOf(input)['name']) ?? unknownError,
) as Schema<EngineError>

/** What a person is asked. What is approved must be what is shown, so nothing of it is cut: it fits, or it is no request. */
import type {
  PermissionRequest,
  QuestionInfo,
  QuestionRequest,
  SuggestionRequest,
} from '@kilocode/sdk/v2/client'
import { bag, flag, id, list, may, name, object, text, type Schema } from './bounds.ts'

type Call = NonNullable<PermissionRequest['tool']>

const call = object<Call>({ messageID: id, callID: text })

export const permission: Schema<PermissionRequest> = object<PermissionRequest>({
  id,
  sessionID: id,
  permission: name,
  patterns: list(text),
  metadata: bag,
  always: list(text),
  tool: may(call),
})

const option = object<QuestionInfo['options'][number]>({
  label: text,
  description: text,
  labelKey: may(name),
  descriptionKey: may(name),
  mode: may(name),
})

const asked = object<QuestionInfo>({
  question: text,
  header: name,
  options: list(option, 100),
  multiple: may(flag),
  questionKey: may(name),
  headerKey: may(name),
  custom: may(flag),
})

export const question: Schema<QuestionRequest> = object<QuestionRequest>({
  id,
  sessionID: id,
  questions: list(asked, 100),
  blocking: may(flag),
  tool: may(call),
})

const action = object<SuggestionRequest['actions'][number]>({
  label: text,
  description: may(text),
  prompt: text,
})

export const suggestion: Schema<SuggestionRequest> = object<SuggestionRequest>({
  id,
  sessionID: id,
  text,
  actions: list(action, 100),
  blocking: may(flag),
  tool: may(call),
})

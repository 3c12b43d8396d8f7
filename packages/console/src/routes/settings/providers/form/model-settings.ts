/** PURE: one model of the form as the engine takes it, and the other way round. */
import type { SettingValue } from '../../../../../shared/configuration.ts'
import { isBag, type Bag } from './changes.ts'
import { emptyModel, type ModelDraft } from './draft.ts'

/** By the name of its field. */
export type Problems = Record<string, string>

const MOST_TOKENS = 1e9

/** @param before what the file has: what nobody has set, and stands at what the engine does by itself, is not written. */
export function modelSettings(
  draft: ModelDraft,
  before: Bag | undefined,
): { settings: Bag; problems: Problems } {
  const problems: Problems = {}
  const tokens = (field: 'context' | 'input' | 'output'): number | undefined => {
    const text = draft[field].replaceAll(/[\s,_]/g, '')
    if (text === '') return undefined
    const count = /^\d{1,10}$/.test(text) ? Number(text) : 0
    if (count >= 1 && count <= MOST_TOKENS) return count
    problems[field] = 'A whole number of tokens.'
    return undefined
  }
  const json = (field: 'options' | 'variants'): Bag => {
    const read = readJson(draft[field])
    if (!('problem' in read)) return read.value
    problems[field] = read.problem
    return {}
  }
  const limit = limitOf({ context: tokens('context'), input: tokens('input'), output: tokens('output') })
  if (limit === undefined && problems['context'] === undefined && hasLimit(draft))
    problems['context'] = 'Context and output belong together.'
  const flags = flagsOf(draft, before)
  const [options, variants] = [json('options'), json('variants')]
  const settings: Bag = {
    // One without a name is dropped by the engine, without a word.
    name: draft.name.trim() || draft.id.trim(),
    ...flags,
    ...kindsOf(draft, before),
    ...(limit && { limit }),
    ...(Object.keys(options).length > 0 && { options }),
    ...(Object.keys(variants).length > 0 && { variants }),
  }
  return { settings, problems }
}

const hasLimit = ({ context, input, output }: ModelDraft) => `${context}${input}${output}`.trim() !== ''

type Limits = Record<'context' | 'input' | 'output', number | undefined>

function limitOf({ context, input, output }: Limits): Bag | undefined {
  if (context === undefined || output === undefined) return undefined
  return { context, ...(input !== undefined && { input }), output }
}

/** What the engine takes where nothing is said. */
const BY_ITSELF = { tool_call: true, reasoning: false, temperature: false } as const

function flagsOf({ tools, reasoning, temperature }: ModelDraft, before: Bag | undefined): Bag {
  const wanted = { tool_call: tools, reasoning, temperature }
  const names = Object.keys(BY_ITSELF) as (keyof typeof BY_ITSELF)[]
  return Object.fromEntries(
    names
      .filter((name) => !before || before[name] !== undefined || wanted[name] !== BY_ITSELF[name])
      .map((name) => [name, wanted[name]]),
  )
}

/** Text alone is what the engine takes where nothing is said. */
function kindsOf({ reads }: ModelDraft, before: Bag | undefined): Bag {
  const old = before?.['modalities']
  const said = before?.['attachment']
  if (before && reads.length === 0 && old === undefined) return said === undefined ? {} : { attachment: said }
  const output = isBag(old) && Array.isArray(old['output']) ? old['output'] : ['text']
  return { attachment: reads.length > 0, modalities: { input: ['text', ...reads], output } }
}

function readJson(text: string): { value: Bag } | { problem: string } {
  if (text.trim() === '') return { value: {} }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'This is no JSON.' }
  }
  if (!isBag(value)) return { problem: 'An object: { "name": value }.' }
  return hasNull(value)
    ? { problem: 'Kilo takes null for a way to remove something: leave it out.' }
    : { value }
}

function hasNull(value: SettingValue | null): boolean {
  if (value === null) return true
  return typeof value === 'object' && Object.values(value).some(hasNull)
}

/** Of what stands in a file. */
export function modelDraft(id: string, settings: Bag): ModelDraft {
  const text = (value: SettingValue | undefined) => (typeof value === 'string' ? value : '')
  const count = (value: SettingValue | undefined) => (typeof value === 'number' ? String(value) : '')
  const json = (value: SettingValue | undefined) => (isBag(value) ? JSON.stringify(value, undefined, 2) : '')
  const bag = (value: SettingValue | undefined): Bag => (isBag(value) ? value : {})
  const limit = bag(settings['limit'])
  const input = bag(settings['modalities'])['input']
  return {
    ...emptyModel(),
    id,
    name: text(settings['name']),
    context: count(limit['context']),
    input: count(limit['input']),
    output: count(limit['output']),
    reads: Array.isArray(input)
      ? input.filter((kind) => typeof kind === 'string').filter((kind) => kind !== 'text')
      : [],
    reasoning: settings['reasoning'] === true,
    tools: settings['tool_call'] !== false,
    temperature: settings['temperature'] === true,
    options: json(settings['options']),
    variants: json(settings['variants']),
  }
}

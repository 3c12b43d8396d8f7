/** PURE: what a form says, as changes of a file, or what is wrong with it, field by field. */
import type { ConfigScope, FieldChange } from '../../../../../shared/configuration.ts'
import { readAddress } from './base-url.ts'
import { changesBetween, isBag, type Bag } from './changes.ts'
import type { ModelDraft, ProviderDraft } from './draft.ts'
import type { InFile } from './in-file.ts'
import { modelSettings, type Problems } from './model-settings.ts'

interface FormPlace {
  scope: ConfigScope
  /** What the file has of it by now. */
  inFile: InFile
  /** Ids that others have. */
  taken: readonly string[]
  /** A key of it is stored already. */
  isStored: boolean
  /** By which it is spoken to so far. */
  library?: string | undefined
}

export interface ReadForm {
  /** Of this provider alone. */
  changes: FieldChange[]
  /** By the name of the field; of a model: `models.0.context`. */
  problems: Problems
}

export function readForm(draft: ProviderDraft, place: FormPlace): ReadForm {
  const before = knownOf(place.inFile.settings)
  const address = addressOf(draft, place)
  const { models, problems } = modelsOf(draft.models, before)
  const key = keyOf(draft, place)
  const options = { ...('url' in address && { baseURL: address.url }), ...key.options }
  const after: Bag = {
    ...npmOf(draft, before, place.library),
    ...(draft.name.trim() !== '' && { name: draft.name.trim() }),
    ...(Object.keys(options).length > 0 && { options }),
    ...(Object.keys(models).length > 0 && { models }),
  }
  const isPart = (path: readonly string[]) =>
    place.inFile.hidden.some((one) => path.slice(2).every((name, at) => one[at] === name))
  return {
    changes: [
      ...changesBetween(['provider', draft.id], before, after, (path) => !isModel(path) && isPart(path)),
      ...key.changes,
    ],
    problems: {
      ...idProblem(draft.id, place.taken),
      ...('problem' in address && { baseURL: address.problem }),
      ...key.problems,
      ...problems,
      ...(draft.shape === 'custom' && draft.models.length === 0 && { models: 'It needs a model at least.' }),
    },
  }
}

/** A whole one is taken out with all that is in it. */
const isModel = (path: readonly string[]) => path.length === 4 && path[2] === 'models'

function idProblem(id: string, taken: readonly string[]): Problems {
  if (id === '') return { id: 'A short name, as models are called by: acme/model.' }
  if (!/^[a-z\d][\w.-]{0,99}$/i.test(id)) return { id: 'Letters, digits, “-”, “_” and “.” alone.' }
  return taken.includes(id) ? { id: 'There is a provider of this name. Edit that one.' } : {}
}

function addressOf(
  { baseURL, shape }: ProviderDraft,
  { inFile }: FormPlace,
): { url: string } | { problem: string } | object {
  const isKept = shape === 'catalogue' || isHidden(inFile, 'options.baseURL')
  return baseURL.trim() === '' && isKept ? {} : readAddress(baseURL)
}

const isHidden = ({ hidden }: InFile, name: string): boolean => hidden.some((path) => path.join('.') === name)

/** Of one that is there nothing is said that is so anyway. */
function npmOf({ npm }: ProviderDraft, before: Bag, library: string | undefined): Bag {
  const isAnyway = before['npm'] === undefined && npm === library
  return npm === '' || isAnyway ? {} : { npm }
}

function keyOf(
  { id, way, variable, key }: ProviderDraft,
  { scope, inFile, isStored }: FormPlace,
): { options: Bag; changes: FieldChange[]; problems: Problems } {
  const old = isBag(inFile.settings['options']) ? inFile.settings['options']['apiKey'] : undefined
  const problems: Problems = {}
  let options: Bag = {}
  switch (way) {
    case 'variable':
      if (scope === 'project') problems['variable'] = NOT_IN_PROJECT
      else if (/^[A-Za-z_]\w{0,199}$/.test(variable)) options = { apiKey: `{env:${variable}}` }
      else problems['variable'] = 'The name of a variable: letters, digits and “_”.'
      break
    case 'stored':
      if (!/^[\x21-\x7e]*$/.test(key.trim()))
        problems['key'] = 'A key has neither spaces nor special letters.'
      else if (key.trim() === '' && !isStored) problems['key'] = 'Write the key.'
      break
    case 'kept':
      if (old !== undefined) options = { apiKey: old }
      break
    case 'none':
  }
  // One that is not shown is not known to be there by what is written.
  const isLeft = (way === 'stored' || way === 'none') && isHidden(inFile, 'options.apiKey')
  return { options, changes: isLeft ? [{ path: ['provider', id, 'options', 'apiKey'] }] : [], problems }
}

export const NOT_IN_PROJECT =
  'Kilo takes no {env:…} from a project’s file: it would skip all of the file. Store the key, or set it up in Global.'
function modelsOf(drafts: readonly ModelDraft[], before: Bag): { models: Bag; problems: Problems } {
  const old = isBag(before['models']) ? before['models'] : {}
  const models: Bag = {}
  const problems: Problems = {}
  for (const [at, draft] of drafts.entries()) {
    const id = draft.id.trim()
    const known = Object.hasOwn(old, id) ? old[id] : undefined
    const read = modelSettings(draft, isBag(known) ? known : undefined)
    const own = { ...read.problems, ...modelIdProblem(id, Object.hasOwn(models, id)) }
    for (const [field, problem] of Object.entries(own)) problems[`models.${at}.${field}`] = problem
    models[id] = read.settings
  }
  return { models, problems }
}

function modelIdProblem(id: string, isThere: boolean): Problems {
  if (isThere) return { id: 'It is there already.' }
  return /^[^\s]{1,200}$/.test(id) && id !== '__proto__'
    ? {}
    : { id: 'As the server calls it, without spaces.' }
}

const OF_MODEL = [
  'name',
  'tool_call',
  'reasoning',
  'temperature',
  'attachment',
  'modalities',
  'limit',
  'options',
  'variants',
]

/** As much of it as the form knows: the rest is left as it is. */
function knownOf(settings: Bag): Bag {
  const models = isBag(settings['models']) ? settings['models'] : {}
  const known = Object.entries(models).map(([id, model]) => [
    id,
    isBag(model) ? pick(model, OF_MODEL) : model,
  ])
  const options = isBag(settings['options']) ? pick(settings['options'], ['baseURL', 'apiKey']) : {}
  return {
    ...pick(settings, ['npm', 'name']),
    ...(Object.keys(options).length > 0 && { options }),
    ...(known.length > 0 && { models: Object.fromEntries(known) as Bag }),
  }
}

const pick = (bag: Bag, names: readonly string[]): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([name]) => names.includes(name)))

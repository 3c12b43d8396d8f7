/** The text of a file of settings, for whoever wants to write it by hand: read and written by the host, and what may be a secret stays here. */
import { isAbsolute } from 'node:path'
import { fitting, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import {
  configPlace,
  configPlaces,
  type ConfigPlace,
  type ConfigScope,
} from '@kilo-console/engine/edge/configuration'
import type { SettingsText, SettingsTextSaved } from '../../shared/configuration.ts'
import { parseFile } from '../../shared/parse-settings.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'
import { pathIn } from './place.ts'
import { refuseTooMuch } from './raw-bound.ts'
import { coverSecrets, parsed, uncoverSecrets } from './raw-text.ts'
import { putAway } from './send-change.ts'
import { readSettingsFile, writeSettingsFile, type SettingsFile } from './settings-file.ts'
import { scopeOfFile } from './sources.ts'

const MOST_PLACES = 500
const MOST_TEXT = 1024 * 1024

export interface AskedFile {
  target: Target
  /** Empty: no project's. */
  directory: string
  /** Whether its files are this machine's. */
  isHere: boolean
  dropped: Dropped
}

/** Throws 400 `bad-place`, `config-refused`, 502 `server-unreachable`. */
export async function readSettingsText(asked: AskedFile, path: string): Promise<SettingsText> {
  const ends = await scopeOf(asked, path)
  return shown(asked, await readSettingsFile(path), ends)
}

/** Throws the same, and 409 `hidden-value`. */
export async function changeSettingsText(
  asked: AskedFile,
  { path, text, revision }: Record<string, unknown>,
): Promise<SettingsTextSaved> {
  const isChange = typeof path === 'string' && typeof text === 'string' && typeof revision === 'string'
  if (!isChange || text.length > MOST_TEXT)
    throw new HttpProblem(400, 'bad-change', 'This is no text of settings.')
  const ends = await scopeOf(asked, path)
  const file = await readSettingsFile(path)
  if (file.revision !== revision) return { status: 'conflict', theirs: shown(asked, file, ends) }
  const whole = uncoverSecrets(withLineEnds(text, file.text), cover(asked, file.text).hidden)
  const { problem } = parseFile(whole)
  if (problem) return { status: 'broken', ...problem }
  // It could not be shown again.
  refuseTooMuch(whole)
  // What is new may be told in an error at once.
  asked.target.secrets?.redact(parsed(whole).settings)
  if (!(await writeSettingsFile(file, whole)))
    return { status: 'conflict', theirs: shown(asked, await readSettingsFile(path), ends) }
  const where =
    ends === 'global' ? '/global/dispose' : (`/instance/dispose?${inFolder(asked.directory)}` as const)
  return putAway(asked.target, where).then(
    () => ({ status: 'saved' }),
    (error: unknown) => ({ status: 'saved', unread: error instanceof Error ? error.message : String(error) }),
  )
}

const inFolder = (directory: string) => new URLSearchParams({ directory }).toString()

/** Of the files that the engine itself looks into, and of no other. A path that is not whole is one from where the engine was begun. */
async function scopeOf(
  { target, directory, isHere, dropped }: AskedFile,
  path: string,
): Promise<ConfigScope> {
  const answer = await readEngine(target, pathIn('/config/sources', directory), undefined, PATIENT_MS).catch(
    (error: unknown) => {
      throw couldNotRead('The configuration', error)
    },
  )
  const { sources = [] } = fitting(configPlaces, answer) ?? {}
  const places: ConfigPlace[] = fittingOnes(configPlace, sources, MOST_PLACES, dropped)
  const isFile = isHere && isAbsolute(path) && /\.jsonc?$/.test(path)
  const place = isFile ? places.find((one) => one.path === path) : undefined
  const ends = place && scopeOfFile(place)
  if (!ends || (ends === 'project' && directory === ''))
    throw new HttpProblem(400, 'bad-place', 'This is no file of settings that can be changed here.')
  return ends
}

function shown(asked: AskedFile, file: SettingsFile, ends: ConfigScope): SettingsText {
  const { path, text, revision, exists, writable } = file
  return { path, text: cover(asked, text).text, revision, exists, writable, ends }
}

const cover = ({ target: { secrets } }: AskedFile, text: string) =>
  coverSecrets(text, (one) => secrets !== undefined && secrets.mask(one) !== one)

/** A page has one kind of line ends alone. */
function withLineEnds(text: string, before: string): string {
  const lines = text.replaceAll('\r\n', '\n')
  return /\r\n/.test(before) && !/[^\r]\n/.test(before) ? lines.replaceAll('\n', '\r\n') : lines
}

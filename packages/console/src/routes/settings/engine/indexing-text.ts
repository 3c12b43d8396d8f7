/** PURE: how the index of a folder is, why it waits, and what to do then. */
import type { IndexingStatus } from '@kilocode/sdk/v2/client'

export interface IndexingSettings {
  isOn: boolean
  provider: string | undefined
  store: string | undefined
}

export interface IndexingWords {
  condition: IndexingStatus['state'] | 'Preparing'
  text: string
  /** Why it is so, and what to do. */
  hint?: string
  /** Files that are done, of how many. */
  progress?: { done: number; total: number; percent: number }
}

export const CONDITIONS: Readonly<Record<IndexingWords['condition'], string>> = {
  Disabled: 'Off',
  Preparing: 'Preparing',
  'In Progress': 'Indexing',
  Complete: 'Up to date',
  Error: 'Failed',
  Standby: 'Waiting',
}

export function indexingWords(status: IndexingStatus, settings: IndexingSettings): IndexingWords {
  switch (status.state) {
    case 'Disabled':
      return { condition: 'Disabled', ...whyDisabled(status, settings) }
    case 'In Progress':
      return inProgress(status, settings)
    case 'Complete':
      return { condition: 'Complete', text: `${filesOf(status.processedFiles)}. Changed files follow.` }
    case 'Error':
      return { condition: 'Error', ...whyFailed(status.message, settings) }
    case 'Standby':
      return {
        condition: 'Standby',
        text: status.message,
        hint: 'It goes on with the next question about the code.',
      }
  }
}

const filesOf = (count: number) =>
  count === 1 ? '1 file was looked at' : `${String(count)} files were looked at`

function whyDisabled({ message }: IndexingStatus, { isOn, provider }: IndexingSettings) {
  if (/home and filesystem root/i.test(message))
    return {
      text: 'Kilo never indexes the home folder or the root of the disk.',
      hint: 'Open a folder below it. Kilo finds files here all the same.',
    }
  if (!isOn) return { text: 'Kilo finds code by its words alone. Nothing is sent for an index.' }
  if (provider === undefined)
    return { text: 'It is on, and no embedding provider is chosen.', hint: 'Set it up: choose one.' }
  return {
    text: 'It is on, and something is missing of its settings.',
    hint: 'Most providers need a key, Ollama and compatible ones an address, and Qdrant one of its own.',
  }
}

function inProgress(
  { message, processedFiles, totalFiles, percent }: IndexingStatus,
  { provider, store }: IndexingSettings,
): IndexingWords {
  if (totalFiles > 0)
    return {
      condition: 'In Progress',
      text: `${processedFiles} of ${totalFiles} files`,
      progress: {
        done: Math.min(processedFiles, totalFiles),
        total: totalFiles,
        percent: Math.min(100, Math.max(0, percent)),
      },
    }
  const waits: string[] = []
  if (store !== 'qdrant')
    waits.push(
      'LanceDB is fetched from the npm registry the first time: without a network that fails after a minute.',
    )
  if (provider === 'kilo' || provider === undefined)
    waits.push('Kilo’s own embeddings need a Kilo account, and the network.')
  return { condition: 'Preparing', text: message, ...(waits.length > 0 && { hint: waits.join(' ') }) }
}

/** The engine names no reason where a package could not be fetched. */
function whyFailed(message: string, { provider, store }: IndexingSettings) {
  const reason = message.replace(/^Failed to initialize:\s*/, '')
  if (reason === '' && store !== 'qdrant')
    return {
      text: 'LanceDB could not be fetched.',
      hint: 'It comes from the npm registry, once. Is there a network? Qdrant is the other choice.',
    }
  if (/qdrant/i.test(reason))
    return { text: reason, hint: 'Is Qdrant running there? Its address stands in the settings.' }
  if (/connect|unavailable/i.test(reason))
    return {
      text: `The embedding provider was not reached: ${reason}`,
      hint:
        provider === 'ollama' ? 'Is Ollama running?' : 'Look at its address, and whether there is a network.',
    }
  return { text: reason === '' ? 'It could not begin, and gave no reason.' : reason }
}

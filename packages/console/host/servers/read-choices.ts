import { inDirectory } from '@kilo-console/daemon'
import { answers } from '@kilo-console/engine/edge/answers'
import type { Dropped } from '@kilo-console/engine/edge/check'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type { KnownChoices } from '../../shared/choices.ts'
import type { Target } from '../http/proxy.ts'
import { makeByteBudget } from './byte-budget.ts'
import { couldNotRead } from './could-not-read.ts'
import { PATIENT_MS, readEngine } from './read-engine.ts'

/** The models do not wait longer than this for a branch. Milliseconds. */
const BRANCH_MS = 1_000

/**
 * The models and agents of a directory. Asks for `config/providers`, the configured ones alone: the full `/provider` catalogue is 6.3 MB and takes
 * seconds (docs/engine.md). Agents come with their prompts, 77 KB that no page shows: they end here. Throws 502 `server-unreachable`.
 */
export async function readChoices(
  target: Target,
  directory: string,
  dropped: Dropped,
): Promise<KnownChoices> {
  const budget = makeByteBudget(hostLimits.openingBytes)
  const read = (path: string, ms = PATIENT_MS) => readEngine(target, inDirectory(path, directory), budget, ms)
  try {
    const [providers, agents, config] = await Promise.all([
      read('/config/providers'),
      read('/agent'),
      read('/config'),
    ])
    // Behind them: a folder that the engine opens for this question has no branch yet. Nothing that a prompt is sent to depends on it.
    const branch = await read('/vcs', BRANCH_MS).then(
      (vcs) => answers.vcs(vcs, dropped).branch,
      () => undefined,
    )
    return {
      providers: answers.providers(providers, dropped),
      agents: answers.agents(agents, dropped),
      config: answers.config(config, dropped),
      ...(branch !== undefined && { branch }),
    }
  } catch (error) {
    throw couldNotRead('The choices', error)
  }
}

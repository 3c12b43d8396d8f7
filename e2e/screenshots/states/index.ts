import type { State } from '../stage.ts'
import { agentStates } from './agents.ts'
import { composerStates } from './composer.ts'
import { configurationStates } from './configuration.ts'
import { engineStates } from './engine.ts'
import { mcpStates } from './mcp.ts'
import { conversationStates } from './conversation.ts'
import { modelStates } from './models.ts'
import { overlayStates } from './overlays.ts'
import { overviewStates } from './overviews.ts'
import { projectStates } from './projects.ts'
import { providerStates } from './providers.ts'
import { requestStates } from './requests.ts'
import { budgetStates, usageStates } from './usage.ts'
import { withinStates } from './within.ts'
import { reviewStates } from './reviews.ts'

/** Every view in its states. What begins a turn stands behind what only looks. */
export const states: State[] = [
  ...overviewStates,
  ...usageStates,
  ...requestStates,
  ...withinStates,
  ...overlayStates,
  ...conversationStates,
  ...composerStates,
  ...reviewStates,
  ...budgetStates,
  ...configurationStates,
  ...providerStates,
  ...modelStates,
  ...mcpStates,
  ...agentStates,
  ...projectStates,
  ...engineStates,
]

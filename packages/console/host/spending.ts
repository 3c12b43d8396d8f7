/** Budgets, wired to what servers spend and to what ends a turn. */
import { openBudgets, type Budgets } from './budget/budgets.ts'
import { makeBudgetWatch } from './budget/watch.ts'
import type { EngineMessage } from './events/engine-event.ts'
import type { Hub } from './events/hub.ts'
import type { Discovery } from './servers/discovery.ts'
import { endTurn } from './servers/end-turn.ts'
import type { StorePlace } from './store/store.ts'

export interface Spending {
  budgets: Budgets
  saw(message: EngineMessage): void
  dispose(): void
}

export interface SpendingServers {
  hub: Hub
  discovery: Discovery
}

/** `servers`: they are there when the first of them says something. */
export async function openSpending(place: StorePlace, servers: () => SpendingServers): Promise<Spending> {
  const budgets = await openBudgets(place, (before) => {
    watch.changed(before)
    servers().hub.kept({ budget: budgets.value() })
  })
  const watch = makeBudgetWatch({
    budget: () => budgets.value(),
    rosters() {
      const { hub, discovery } = servers()
      return discovery.list().map(({ id }) => [id, hub.rosterOf(id)] as const)
    },
    async stop({ server, ...turn }) {
      const target = servers().discovery.find(server)?.target
      if (target) await endTurn(target, turn)
    },
  })
  return {
    budgets,
    saw({ event }) {
      if (event.type.startsWith('session.')) watch.note()
    },
    dispose: () => watch.dispose(),
  }
}

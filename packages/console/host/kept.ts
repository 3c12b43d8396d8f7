/** What the host keeps in files of its own, each opened once. */
import { openHidden, type HiddenThings } from './hidden/hidden-things.ts'
import { openPins, type Pins } from './pins/pins.ts'
import { openPreferences, type PreferencesOptions, type PreferencesStore } from './preferences/preferences.ts'
import { openCredentials, type Credentials } from './servers/credentials.ts'
import { openSpending, type SpendingServers, type Spending } from './spending.ts'
import type { StorePlace } from './store/store.ts'
import { openEnvironments, type Environments } from './environments/environments.ts'
import { openUnsent, type UnsentStore } from './unsent/unsent.ts'

export interface KeptPlaces {
  passwords: StorePlace
  unsent: StorePlace
  budget: StorePlace
  pins: StorePlace
  hidden: StorePlace
  environments: StorePlace
  preferences: Pick<PreferencesOptions, 'file' | 'env'>
}

export interface Kept {
  credentials: Credentials
  unsent: UnsentStore
  spending: Spending
  pins: Pins
  hidden: HiddenThings
  environments: Environments
  preferences: PreferencesStore
}

/** `servers`: they are there when something of it changes. */
export async function openKept(places: KeptPlaces, servers: () => SpendingServers): Promise<Kept> {
  return {
    credentials: await openCredentials(places.passwords),
    unsent: await openUnsent(places.unsent),
    spending: await openSpending(places.budget, servers),
    pins: await openPins(places.pins),
    preferences: await openPreferences({
      ...places.preferences,
      changed: (preferences) => servers().hub.kept({ preferences }),
    }),
    environments: await openEnvironments(places.environments),
    hidden: await openHidden(places.hidden, (hidden) => servers().hub.kept({ hidden })),
  }
}

import type { Accessor } from 'solid-js'
import type { Configuration } from '../../../../shared/configuration.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { createRead, type Read } from '../create-read.ts'

export type Reading = Read<Configuration>

/** Reads a configuration. */
export function createReading(place: Accessor<ConfigurationPlace | undefined>): Reading {
  const { configuration } = useConfiguration()
  return createRead(place, configuration.read)
}

import type { Greeting } from '../../host/events/hub.ts'
import { sampleConsole } from '../../shared/sample-server.ts'

/** For tests that are about what comes after it. */
export const greeting: Greeting = { servers: [], console: sampleConsole }

/** Fetches the engines that the end-to-end tests run beside ours: they run in networks of their own, where no registry can be reached. */
import { fetchEngine, OTHER_ENGINES } from './other-engines.mjs'

Object.keys(OTHER_ENGINES).forEach(fetchEngine)

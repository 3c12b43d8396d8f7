import manifest from '../../../package.json' with { type: 'json' }

/** Of all that is built here: the command says it, and replaces a host that says an older one. */
export const VERSION: string = manifest.version

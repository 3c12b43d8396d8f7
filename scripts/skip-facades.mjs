/**
 * Of a module that is loaded on demand and lies in a chunk with others the bundler makes a file of its own that says only where it is: the browser would
 * ask for that, read it, and then ask for the chunk. Here whoever loads such a module asks for its chunk.
 */

/** A Vite plugin: it comes before those that pack or list files. */
export function skipFacades() {
  return {
    name: 'skip-facades',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
        const facades = new Map(
          chunks.flatMap((chunk) => {
            const facade = readFacade(chunk.code)
            return facade ? [[nameOf(chunk), facade]] : []
          }),
        )
        for (const chunk of chunks) {
          if (facades.has(nameOf(chunk))) delete bundle[chunk.fileName]
          else chunk.code = withoutFacades(chunk.code, facades)
        }
      },
    },
  }
}

const nameOf = ({ fileName }) => fileName.slice(fileName.lastIndexOf('/') + 1)

/** PURE: where the code of a chunk that only says so is, and what it is called there; null for all other chunks. */
export function readFacade(code) {
  const [, exported, chunk] = /^export\{([^{}]+)\}from[`"']\.\/([\w.-]+)[`"'];?\s*$/.exec(code) ?? []
  if (!exported || !chunk) return null
  const names = exported.split(',').map((one) => one.trim().split(' as '))
  return { chunk, names: names.map(([inside, outside = inside]) => [outside, inside]) }
}

/** PURE: code that loads the chunks themselves. Throws where it cannot: a file that is named and not there would break the page. */
export function withoutFacades(code, facades) {
  const loading = code.replace(/\bimport\(([`"'])\.\/([\w.-]+)\1\)/g, (call, quote, file) => {
    const facade = facades.get(file)
    if (!facade) return call
    const names = facade.names.map(([outside, inside]) => `${outside}:m.${inside}`)
    return `import(${quote}./${facade.chunk}${quote}).then(m=>({${names.join(',')}}))`
  })
  // What is preloaded with it.
  const listed = loading.replace(/(["'`])\.\/([\w.-]+)\1/g, (text, quote, file) => {
    const facade = facades.get(file)
    return facade ? `${quote}./${facade.chunk}${quote}` : text
  })
  for (const file of facades.keys())
    if (listed.includes(file))
      throw new Error(`${file} holds nothing, and is needed in a way that is not known`)
  return listed
}

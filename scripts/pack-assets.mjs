import { brotliCompressSync, constants } from 'node:zlib'

/** As small as it gets: made once, at build time, because it takes a second for what the host may pack in a tenth, a tenth larger. */
const BEST = { [constants.BROTLI_PARAM_QUALITY]: 11 }
/** For what is so large that the best takes ten seconds of every build. */
const GOOD = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 }
const LARGE_BYTES = 1024 * 1024
/** Below that, packing saves less than it costs. */
const LEAST_BYTES = 1024

/** A Vite plugin that leaves beside each script and style sheet what the host sends of it. */
export function packAssets() {
  return {
    name: 'pack-assets',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const { fileName, code, source } of Object.values(bundle)) {
          const bytes = Buffer.from(code ?? source)
          if (!/\.(js|css)$/.test(fileName) || bytes.length < LEAST_BYTES) continue
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.br`,
            source: brotliCompressSync(bytes, { params: bytes.length > LARGE_BYTES ? GOOD : BEST }),
          })
        }
      },
    },
  }
}

/** Preloaded by code-cache.mjs: what a script has compiled when its process ends is written beside it, `<file>.cache`. */
const { writeFileSync } = require('node:fs')
const vm = require('node:vm')

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options)
    process.on('exit', () => writeFileSync(`${options.filename}.cache`, this.createCachedData()))
  }
}

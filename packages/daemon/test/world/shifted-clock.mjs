/** A preload (`node --import`): the wall clock of this process is set by CLOCK_SHIFT_MS, half a second after its start. */
const Real = Date
const shift = () => (performance.now() > 500 ? Number(process.env.CLOCK_SHIFT_MS) : 0)

globalThis.Date = class extends Real {
  constructor(...parts) {
    super(...(parts.length === 0 ? [Real.now() + shift()] : parts))
  }
  static now() {
    return Real.now() + shift()
  }
}

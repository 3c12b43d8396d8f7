/** PURE: how fast somebody may talk. What is saved up may be spent at once; who spends more waits until it is saved again. */

export interface AllowanceOptions {
  /** What can be saved up. */
  most: number
  perSecond: number
}

/** Spends `cost` and gives the milliseconds until nothing is owed. `now`: monotonic milliseconds. */
export type Allowance = (cost: number) => number

export function makeAllowance(
  { most, perSecond }: AllowanceOptions,
  now: () => number = () => performance.now(),
): Allowance {
  let saved = most
  let at = now()
  return (cost) => {
    const passed = now() - at
    at += passed
    saved = Math.min(most, saved + (passed / 1000) * perSecond) - cost
    return saved < 0 ? (-saved / perSecond) * 1000 : 0
  }
}

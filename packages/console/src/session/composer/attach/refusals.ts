import { createSignal } from 'solid-js'
import { attachLimits } from './attach-limits.ts'
import type { Refusal } from './attachment.ts'

let count = 0

/** Of what is attached, or was refused. */
export const newId = () => `attachment-${(count += 1)}`

/** What could not be attached, as far as it is told. */
export function createRefusals() {
  const [list, setList] = createSignal<readonly Refusal[]>([])
  const [more, setMore] = createSignal(0)
  const isOnlyHere = ({ instead }: Omit<Refusal, 'id'>) => instead?.asText === false
  return {
    list,
    more,
    add(refusal: Omit<Refusal, 'id'>) {
      const isTold = list().length < attachLimits.refusals || isOnlyHere(refusal)
      if (isTold) setList((all) => [...all, { ...refusal, id: newId() }])
      else setMore((count) => count + 1)
    },
    remove: (id: string) => setList((all) => all.filter((one) => one.id !== id)),
    /** What is nowhere else waits for the next prompt: one goes only by itself, by its name. */
    clear() {
      setList((all) => all.filter(isOnlyHere))
      setMore(0)
    },
  }
}

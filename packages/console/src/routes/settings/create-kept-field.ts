import { createEffect, createMemo, on } from 'solid-js'

type Field = Pick<HTMLInputElement, 'value'>

export interface KeptField {
  ref: (field: Field) => void
  /** Shows what is kept, whatever is written there. */
  show: () => void
  /** Nobody writes in it any more. */
  leave: () => void
}

/** A field of what is kept elsewhere and may change there: what is written in it and not kept yet stays as it is. */
export function createKeptField(value: () => string): KeptField {
  const known = createMemo(value)
  let field: Field | undefined
  let shown = ''
  const show = () => {
    shown = known()
    if (field) field.value = shown
  }
  const leave = () => void (field?.value === shown && show())
  createEffect(on(known, leave))
  return { ref: (element) => void (field = element), show, leave }
}

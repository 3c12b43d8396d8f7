import { createComponent, createRoot, createSignal, type Component } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { isComing } from './coming.ts'
import { createLayer, type LayerProps } from './create-layer.tsx'

function begin(place?: 'front' | 'page') {
  const loads: { resolve: (layer: Component<LayerProps>) => void; reject: (why: Error) => void }[] = []
  const load = () => new Promise<Component<LayerProps>>((resolve, reject) => loads.push({ resolve, reject }))
  const Layer = createLayer<LayerProps>(load, { ...(place && { in: place }) })
  const [open, setOpen] = createSignal(false)
  const end = createRoot((dispose) => {
    createComponent(Layer, {
      get open() {
        return open()
      },
    })
    return dispose
  })
  return { loads, setOpen, end }
}

test('from the press that opens it until its code is there, the keys are its own', async () => {
  const { loads, setOpen, end } = begin()
  expect(isComing()).toBe(false)
  setOpen(true)
  expect(isComing()).toBe(true)
  loads[0]?.resolve(() => undefined)
  await vi.waitFor(() => expect(isComing()).toBe(false))
  setOpen(false)
  setOpen(true)
  expect(isComing()).toBe(false)
  end()
})

test('what is not wanted any more, and what goes with its page, leaves them', () => {
  const { setOpen, end } = begin()
  setOpen(true)
  setOpen(false)
  expect(isComing()).toBe(false)
  setOpen(true)
  expect(isComing()).toBe(true)
  end()
  expect(isComing()).toBe(false)
})

test('code that does not come leaves them, and is asked for again', async () => {
  const { loads, setOpen, end } = begin()
  setOpen(true)
  loads[0]?.reject(new Error('gone'))
  await vi.waitFor(() => expect(isComing()).toBe(false))
  setOpen(false)
  expect(isComing()).toBe(false)
  setOpen(true)
  expect([loads.length, isComing()]).toEqual([2, true])
  end()
})

test('what stands in the page takes none', () => {
  const { setOpen, end } = begin('page')
  setOpen(true)
  expect(isComing()).toBe(false)
  end()
})

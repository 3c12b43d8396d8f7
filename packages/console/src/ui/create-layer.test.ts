import {
  createComponent,
  createMemo,
  createRoot,
  createSignal,
  type Component,
  type ComponentProps,
} from 'solid-js'
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import { giveUpComing, isComing } from './coming.ts'
import { createLayer, type LayerProps } from './create-layer.tsx'
import { dismissToast, toasts } from './toast.ts'

afterEach(() => {
  vi.useRealTimers()
  for (const { id } of toasts()) dismissToast(id)
})

function begin(place?: 'front' | 'page') {
  const loads: { resolve: (layer: Component<LayerProps>) => void; reject: (why: Error) => void }[] = []
  const load = () => new Promise<Component<LayerProps>>((resolve, reject) => loads.push({ resolve, reject }))
  const Layer =
    place === 'page' ? createLayer<LayerProps>(load, { in: place }) : createLayer<LayerProps>(load)
  const [open, setOpen] = createSignal(false)
  const [shown, end] = createRoot((dispose) => {
    const shown = createComponent(Layer, {
      get open() {
        return open()
      },
      before: 'before',
      onClose: () => setOpen(false),
    })
    return [createMemo(() => resolve(shown)), dispose]
  })
  return { loads, open, setOpen, shown, end }
}

const resolve = (shown: unknown): unknown => (typeof shown === 'function' ? resolve(shown()) : shown)

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

test('code that does not come leaves them, and is asked for again by the next press', async () => {
  const { loads, open, setOpen, end } = begin()
  setOpen(true)
  loads[0]?.reject(new Error('gone'))
  await vi.waitFor(() => expect([isComing(), open()]).toEqual([false, false]))
  expect(toasts().map(({ title }) => title)).toEqual(['This could not be loaded.'])
  setOpen(true)
  expect([loads.length, isComing()]).toEqual([2, true])
  end()
})

test('what hangs can be given up, and does not open by itself when it comes after all', async () => {
  const { loads, open, setOpen, shown, end } = begin()
  setOpen(true)
  expect(giveUpComing()).toBe(true)
  expect([isComing(), open(), giveUpComing()]).toEqual([false, false, false])
  loads[0]?.resolve(() => 'layer')
  await new Promise((done) => void setTimeout(done))
  expect(shown()).toBe('before')
  setOpen(true)
  expect(shown()).toBe('layer')
  end()
})

test('where it takes long there is a message that gives it up, until it comes', () => {
  vi.useFakeTimers()
  const { open, setOpen, end } = begin()
  setOpen(true)
  expect(toasts()).toEqual([])
  vi.advanceTimersByTime(5000)
  expect(toasts()).toMatchObject([{ title: 'Still loading', action: { title: 'Cancel' } }])
  toasts()[0]?.action?.run()
  expect([isComing(), open(), toasts()]).toEqual([false, false, []])
  end()
})

test('several that take long are told of once, until none is on its way', () => {
  vi.useFakeTimers()
  const [one, two] = [begin(), begin()]
  one.setOpen(true)
  vi.advanceTimersByTime(1000)
  two.setOpen(true)
  vi.advanceTimersByTime(9000)
  expect(toasts()).toHaveLength(1)
  one.setOpen(false)
  expect(toasts()).toHaveLength(1)
  two.setOpen(false)
  expect(toasts()).toEqual([])
  for (const { setOpen } of [one, two]) setOpen(true)
  vi.advanceTimersByTime(3000)
  toasts()[0]?.action?.run()
  expect([one.open(), two.open(), isComing(), toasts()]).toEqual([false, false, false, []])
  one.end()
  two.end()
})

test('what has the keys must have a way to be given up', () => {
  const load = () => Promise.resolve<Component<LayerProps>>(() => undefined)
  const [Front, Page] = [createLayer(load), createLayer(load, { in: 'page' })]
  expectTypeOf<{ open: boolean }>().not.toExtend<ComponentProps<typeof Front>>()
  expectTypeOf<{ open: boolean }>().toExtend<ComponentProps<typeof Page>>()
})

test('what stands in the page takes none', () => {
  const { setOpen, end } = begin('page')
  setOpen(true)
  expect(isComing()).toBe(false)
  end()
})

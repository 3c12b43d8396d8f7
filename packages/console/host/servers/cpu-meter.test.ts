import { expect, test } from 'vitest'
import { makeCpuMeter } from './cpu-meter.ts'

const sample = (at: number, cpuMs: number, pid = 1) => ({ pid, at, cpuMs, cpuPercent: 7 })

test('the first sample says what it knows, later ones what happened since, bursts nothing new', () => {
  const meter = makeCpuMeter()
  expect(meter(sample(10_000, 500))).toBe(7)
  expect(meter(sample(10_100, 600))).toBe(7)
  expect(meter(sample(12_000, 1500))).toBe(50)
  expect(meter(sample(14_000, 5500))).toBe(200)
})

test('another process, or a clock set back, begins anew', () => {
  const meter = makeCpuMeter()
  meter(sample(10_000, 500))
  expect(meter(sample(20_000, 100, 2))).toBe(7)
  expect(meter(sample(5000, 200, 2))).toBe(7)
  expect(meter(sample(7000, 400, 2))).toBe(10)
})

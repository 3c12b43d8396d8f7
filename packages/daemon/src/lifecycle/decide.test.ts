import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, describeProbe, type Decision, type Findings, type Wanted } from './decide.ts'
import type { Probe } from '../net/probe.ts'

const wanted: Wanted = { version: '2.0.0', restart: false, patienceMs: 15_000, startMs: 60_000 }
const healthy = (version = '2.0.0'): Probe => ({ kind: 'healthy', version })
const running: Findings = {
  file: 'ok',
  exposed: false,
  process: 'ours',
  phase: 'ready',
  probe: healthy(),
  mismatch: [],
}
const nobody: Findings = {
  file: 'absent',
  exposed: false,
  process: 'none',
  phase: 'ready',
  probe: undefined,
  mismatch: [],
}

interface Row {
  name: string
  found?: Partial<Findings>
  wanted?: Partial<Wanted>
  waited?: number
  is: Partial<Decision>
}

const rows: Row[] = [
  { name: 'fault 1: no file', found: nobody, is: { do: 'start' } },
  { name: 'fault 1: bad file', found: { ...nobody, file: 'bad' }, is: { do: 'start' } },
  {
    name: 'fault 5: newer schema',
    found: { ...nobody, file: 'foreign-schema' },
    is: { do: 'refuse', why: 'newer-schema' },
  },
  { name: 'fault 5: the engine CLI wrote it, healthy', found: { process: 'plausible' }, is: { do: 'reuse' } },
  {
    name: 'fault 7: recovered and healthy',
    found: { file: 'recovered', phase: 'starting' },
    is: { do: 'reuse' },
  },
  { name: 'fault 4: readable by others', found: { exposed: true }, is: { do: 'replace', whenIdle: true } },
  {
    name: 'fault 19: pid of another program',
    found: { process: 'other', probe: undefined },
    is: { do: 'start' },
  },
  { name: 'process gone', found: { process: 'gone', probe: undefined }, is: { do: 'start' } },
  {
    name: 'fault 20: of another user',
    found: { process: 'forbidden', probe: undefined },
    is: { do: 'refuse', why: 'forbidden' },
  },
  {
    name: 'fault 21: another port',
    found: { mismatch: ['--port 5000'] },
    is: { do: 'refuse', why: 'other-options' },
  },
  {
    name: 'fault 21: restart to another port',
    found: { mismatch: ['--port 5000'] },
    wanted: { restart: true },
    is: { do: 'replace', whenIdle: true },
  },
  { name: 'fault 22: silent', found: { probe: { kind: 'timeout' } }, is: { do: 'wait', patienceMs: 15_000 } },
  {
    name: 'fault 23: silent for too long',
    found: { probe: { kind: 'timeout' } },
    waited: 15_000,
    is: { do: 'replace', whenIdle: false },
  },
  {
    name: 'fault 15: half started',
    found: { phase: 'starting', probe: { kind: 'refused' } },
    waited: 20_000,
    is: { do: 'wait' },
  },
  {
    name: 'fault 15: half started for ever',
    found: { phase: 'starting', probe: { kind: 'refused' } },
    waited: 60_000,
    is: { do: 'replace' },
  },
  {
    name: 'one that is ending',
    found: { phase: 'ending', probe: { kind: 'refused' } },
    is: { do: 'wait', reason: 'it is ending', patienceMs: 15_000 },
  },
  { name: 'fault 24: our password refused', found: { probe: { kind: 'locked' } }, is: { do: 'replace' } },
  {
    name: 'fault 18: a plausible process refuses the password',
    found: { process: 'plausible', probe: { kind: 'locked' } },
    is: { do: 'start' },
  },
  {
    name: 'a plausible process stays silent: not ours to end',
    found: { process: 'plausible', probe: { kind: 'timeout' } },
    waited: 15_000,
    is: { do: 'refuse', why: 'unproven' },
  },
  {
    name: 'fault 25: engine upgraded',
    found: { probe: healthy('1.9.9') },
    is: { do: 'replace', whenIdle: true },
  },
  {
    name: 'fault 26: no way back on its own',
    found: { probe: healthy('2.0.1') },
    is: { do: 'refuse', why: 'other-version' },
  },
  {
    name: 'fault 26: versions that cannot be ordered',
    found: { probe: healthy('local') },
    is: { do: 'refuse', why: 'other-version' },
  },
  { name: 'no engine installed: any version is welcome', wanted: { version: '' }, is: { do: 'reuse' } },
  { name: 'restart', wanted: { restart: true }, is: { do: 'replace', whenIdle: true } },
  {
    name: 'restart of a wedged one does not wait',
    found: { probe: { kind: 'timeout' } },
    wanted: { restart: true },
    is: { do: 'replace', whenIdle: false },
  },
]

describe('decide', () => {
  it.each(rows)('$name', ({ found, wanted: want, waited, is }) => {
    expect(decide({ ...running, ...found }, { ...wanted, ...want }, waited ?? 0)).toMatchObject(is)
  })

  const probes = fc.oneof(
    fc.record({
      kind: fc.constant('healthy' as const),
      version: fc.constantFrom('1.0.0', '2.0.0', '3.0.0', 'x'),
    }),
    fc.record({ kind: fc.constantFrom('locked' as const, 'refused' as const, 'timeout' as const) }),
    fc.record({ kind: fc.constant('unhealthy' as const), reason: fc.string() }),
    fc.constant(undefined),
  )
  const findings: fc.Arbitrary<Findings> = fc.record({
    file: fc.constantFrom('absent', 'bad', 'foreign-schema', 'ok', 'recovered'),
    exposed: fc.boolean(),
    process: fc.constantFrom('none', 'gone', 'ours', 'plausible', 'other', 'forbidden'),
    phase: fc.constantFrom('starting', 'ready', 'ending'),
    probe: probes,
    mismatch: fc.constantFrom<string[]>([], ['--port 5000']),
  })
  const wishes: fc.Arbitrary<Wanted> = fc.record({
    version: fc.constantFrom('', '1.0.0', '2.0.0', '3.0.0'),
    restart: fc.boolean(),
    patienceMs: fc.constant(15_000),
    startMs: fc.constant(60_000),
  })

  it('never ends a process that is not provably the service', () => {
    fc.assert(
      fc.property(findings, wishes, fc.nat(100_000), (found, want, waited) => {
        if (decide(found, want, waited).do !== 'replace') return
        expect(
          found.process === 'ours' || (found.process === 'plausible' && found.probe?.kind === 'healthy'),
        ).toBe(true)
      }),
    )
  })

  it('never interrupts work of a healthy service unasked', () => {
    fc.assert(
      fc.property(findings, wishes, fc.nat(100_000), (found, want, waited) => {
        const decision = decide(found, want, waited)
        if (decision.do === 'replace' && found.probe?.kind === 'healthy') expect(decision.whenIdle).toBe(true)
      }),
    )
  })

  it('comes to an end: after the longest patience it never waits on', () => {
    fc.assert(
      fc.property(findings, wishes, (found, want) => {
        expect(decide(found, want, 60_000).do).not.toBe('wait')
      }),
    )
  })

  it('fault 26: two versions used a few at a time never both replace the other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1.0.0', '2.0.0', '3.0.0', 'x'),
        fc.constantFrom('1.0.0', '2.0.0', '3.0.0'),
        (one, other) => {
          const there = decide({ ...running, probe: healthy(one) }, { ...wanted, version: other }, 0)
          const back = decide({ ...running, probe: healthy(other) }, { ...wanted, version: one }, 0)
          expect([there.do, back.do]).not.toEqual(['replace', 'replace'])
        },
      ),
    )
  })
})

describe('what a person is told', () => {
  const silent = { probe: { kind: 'timeout' } } as const
  it.each<[Partial<Findings>, number, Decision]>([
    [nobody, 0, { do: 'start', reason: 'none was running' }],
    [{ ...nobody, file: 'bad' }, 0, { do: 'start', reason: 'the state file was unusable' }],
    [{ process: 'gone' }, 0, { do: 'start', reason: 'the recorded process has ended' }],
    [{ process: 'other' }, 0, { do: 'start', reason: 'the recorded pid now belongs to another program' }],
    [{ probe: healthy('1.9.9') }, 0, { do: 'replace', reason: 'version 1.9.9 -> 2.0.0', whenIdle: true }],
    [
      { probe: { kind: 'locked' } },
      0,
      { do: 'replace', reason: 'it does not accept the recorded password', whenIdle: false },
    ],
    [silent, 14_999, { do: 'wait', reason: 'it gave no answer', patienceMs: 15_000 }],
    [{ ...silent, phase: 'starting' }, 0, { do: 'wait', reason: 'it is starting', patienceMs: 60_000 }],
    [silent, 15_000, { do: 'replace', reason: 'it gave no answer for 15 s', whenIdle: false }],
    [{ ...silent, process: 'plausible' }, 15_000, { do: 'refuse', why: 'unproven' }],
  ])('%j after %d ms: %j', (found, waited, decision) => {
    expect(decide({ ...running, ...found }, wanted, waited)).toEqual(decision)
  })

  it.each<[Probe | undefined, string]>([
    [healthy(), 'it is healthy'],
    [{ kind: 'locked' }, 'it does not accept the recorded password'],
    [{ kind: 'unhealthy', reason: 'HTTP 500' }, 'HTTP 500'],
    [{ kind: 'timeout' }, 'it gave no answer'],
    [{ kind: 'refused' }, 'it was not listening'],
    [undefined, 'it was not listening'],
  ])('%j: %s', (probe, words) => expect(describeProbe(probe)).toBe(words))
})

/** PURE: what is known of a model, in words. */
import type { ModelChoice } from '../../../store/choices.ts'
import { formatCount } from '../../../ui/format.ts'

export interface Fact {
  name: string
  text: string
}

const UNTOLD = 'not told'

/** In the order in which they are read and compared. */
export function factsOf(model: ModelChoice): Fact[] {
  const { limit, cost, capabilities, variants } = model
  return [
    { name: 'Context', text: tokens(limit?.context ?? model.contextLimit) },
    { name: 'Most input', text: tokens(limit?.input) },
    { name: 'Most output', text: tokens(limit?.output) },
    { name: 'Price in', text: dollars(cost?.input) },
    { name: 'Price out', text: dollars(cost?.output) },
    { name: 'Cache read', text: dollars(cost?.cache?.read) },
    { name: 'Cache write', text: dollars(cost?.cache?.write) },
    { name: 'Reads', text: kinds(capabilities?.input) },
    { name: 'Writes', text: kinds(capabilities?.output) },
    { name: 'Reasoning', text: yesOrNo(capabilities?.reasoning) },
    { name: 'Tool calls', text: yesOrNo(capabilities?.toolcall) },
    { name: 'Variants', text: variants.length > 0 ? variants.join(', ') : 'none' },
  ]
}

/** Nothing limits it to 0 tokens: that is what the engine says where nobody has told. */
const tokens = (count: number | undefined): string => (count ? `${formatCount(count)} tokens` : UNTOLD)

const amount = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 })

const dollars = (price: number | undefined): string => (price === undefined ? UNTOLD : amount.format(price))

const KINDS = { image: 'images', pdf: 'PDF', audio: 'audio', video: 'video' } as const

function kinds(known: Partial<Record<keyof typeof KINDS, boolean>> | undefined): string {
  if (!known) return UNTOLD
  const more = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((kind) => known[kind])
  return ['text', ...more.map((kind) => KINDS[kind])].join(', ')
}

const yesOrNo = (flag: boolean | undefined): string => (flag === undefined ? UNTOLD : flag ? 'yes' : 'no')

/** What tells it apart from others, in few words. */
export function abilities({ capabilities, variants, seesImages }: ModelChoice): string[] {
  return [
    seesImages ? 'images' : '',
    capabilities?.input.pdf ? 'PDF' : '',
    capabilities?.reasoning ? 'reasoning' : '',
    capabilities?.toolcall === false ? 'no tool calls' : '',
    variants.length > 0 ? `${variants.length} variants` : '',
  ].filter(Boolean)
}

/** PURE: the paths of routes, written in one way, taken apart in one way, and filled in by type. */

export type Segment =
  | { kind: 'text'; text: string }
  /** `values`: the only ones it takes; undefined: any. */
  | { kind: 'param'; name: string; values: readonly string[] | undefined }

export interface PathPattern {
  segments: readonly Segment[]
  /** Whether more may follow: the pattern ends in `*`. */
  open: boolean
}

export function parsePattern(path: string): PathPattern {
  const open = path.endsWith('*')
  const segments = (open ? path.slice(0, -1) : path).split('/').filter(Boolean).map(parseSegment)
  return { segments, open }
}

function parseSegment(text: string): Segment {
  const [, name, values] = /^:(\w+)(?:\((.*)\))?$/.exec(text) ?? []
  return name === undefined ? { kind: 'text', text } : { kind: 'param', name, values: values?.split('|') }
}

/** The path with its parameters filled in, what is not among them as its query; without a leading slash. What `*` takes is the caller's. */
export function fillPath(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const { segments } = parsePattern(path)
  const params = new Set(segments.map((segment) => (segment.kind === 'param' ? segment.name : '')))
  const filled = segments.map((segment) =>
    segment.kind === 'text' ? segment.text : encodeURIComponent(values[segment.name] ?? ''),
  )
  const query = Object.entries(values).flatMap(([name, value]) =>
    params.has(name) || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return filled.join('/') + (query.length > 0 ? `?${query.join('&')}` : '')
}

type SegmentOf<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? First | SegmentOf<Rest>
  : Path
type OneOf<Values extends string> = Values extends `${infer First}|${infer Rest}`
  ? First | OneOf<Rest>
  : Values
type Param<Text extends string> = Text extends `:${infer Name}(${infer Values})`
  ? { name: Name; value: OneOf<Values> }
  : Text extends `:${infer Name}`
    ? { name: Name; value: string }
    : never

/** What a pattern names: `{ server: string }` of `api/servers/:server/figures`. */
export type ParamsOf<Path extends string> = {
  [P in Param<SegmentOf<Path>> as P['name']]: P['value']
}

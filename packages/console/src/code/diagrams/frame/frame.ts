/** All that runs in the sandbox (sandbox.ts): one classic script, for a frame without an origin may load no other. */
import mermaid from 'mermaid'
import { MOST_OF_SOURCE, type DiagramColours, type DrawRequest, type FrameNews } from '../drawing.ts'
import { themeOf } from './theme.ts'

const tell = (news: FrameNews) => parent.postMessage(news, '*')

function begin(colours: DiagramColours): void {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    maxTextSize: MOST_OF_SOURCE,
    maxEdges: 500,
    // The other one is not here (scripts/diagram-frame.mjs).
    layout: 'dagre',
    look: 'classic',
    theme: 'base',
    fontFamily: colours.font,
    themeVariables: themeOf(colours),
    // What a source may not set for itself.
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'maxEdges',
      'htmlLabels',
      'suppressErrorRendering',
      'layout',
    ],
  })
}

/** As XML, and as large as it is: Mermaid gives HTML, which is not always well-formed, and says "all there is". */
function pictureOf(html: string): { svg: string; width: number; height: number } {
  const holder = document.createElement('template')
  holder.innerHTML = html
  const svg = holder.content.querySelector('svg')
  if (!svg) throw new Error('There is nothing to draw in it.')
  const { width, height } = svg.viewBox.baseVal
  svg.setAttribute('width', String(Math.ceil(width)))
  svg.setAttribute('height', String(Math.ceil(height)))
  svg.style.removeProperty('max-width')
  return {
    svg: new XMLSerializer().serializeToString(svg),
    width: Math.ceil(width),
    height: Math.ceil(height),
  }
}

async function draw({ id, source, colours }: DrawRequest): Promise<void> {
  try {
    begin(colours)
    const { svg } = await mermaid.render(`diagram-${id}`, source)
    tell({ type: 'drawn', id, ...pictureOf(svg) })
  } catch (error) {
    tell({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
  }
}

addEventListener('message', ({ source, data }: MessageEvent<DrawRequest>) => {
  if (source === parent) void draw(data)
})
tell({ type: 'ready' })

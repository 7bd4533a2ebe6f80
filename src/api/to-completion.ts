import type { OfferedTool } from '../wire/completion-request.ts'
import type { Frame } from '../wire/frame.ts'

/** The name that our answers go by. */
const MODEL = 'interview-director'

/**
 * Said when there is nothing to say: after our own tool calls, and while silence is waited out. Voice services count an
 * empty completion as a failure and ask again; dots with a space are read as a pause.
 */
const PAUSE = '... '

interface ToolCall {
  name: string
  values: Record<string, string | number>
}

/**
 * An answer as a stream of chat completion chunks: the words, then the calls of those tools that were offered, then the
 * reason it ends with, then `[DONE]`. The closing line is said in words, so `end_call` is given no farewell of its own.
 *
 * @param createdS seconds since 1970
 */
export function toCompletion(frames: Frame[], tools: OfferedTool[], createdS: number): string {
  const calls = callsOf(frames, tools)
  const words = frames.flatMap((frame) => (frame.event === 'say' ? [`${frame.data.text.trim()} `] : []))
  const spoken = words.length > 0 || calls.length > 0 ? words : [PAUSE]
  const done = frames.findLast((frame) => frame.event === 'done')
  const id = `chatcmpl-${done?.event === 'done' ? `${done.data.turnId}-${done.data.seq}` : 'none'}`
  const chunk = (delta: object, reason: string | null) => {
    const choices = [{ index: 0, delta, finish_reason: reason }]
    return { id, object: 'chat.completion.chunk', created: createdS, model: MODEL, choices }
  }
  const chunks = [
    ...spoken.map((content, index) =>
      chunk(index === 0 ? { role: 'assistant', content } : { content }, null),
    ),
    ...calls.map((call, index) =>
      chunk({ tool_calls: [{ index, id: `call_${id}_${index}`, ...call }] }, null),
    ),
    chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
  ]
  return [...chunks.map((each) => JSON.stringify(each)), '[DONE]'].map((data) => `data: ${data}\n\n`).join('')
}

function callsOf(frames: Frame[], tools: OfferedTool[]) {
  return frames.flatMap((frame) => {
    const wanted = toolFor(frame)
    const offered = wanted && tools.find(({ name }) => name === wanted.name)
    if (!wanted || !offered) return []
    const args = JSON.stringify(fitted(wanted.values, offered.parameters))
    return [{ type: 'function', function: { name: offered.name, arguments: args } }]
  })
}

function toolFor(frame: Frame): ToolCall | undefined {
  switch (frame.event) {
    case 'snippet':
      return { name: 'show_snippet', values: { snippet_id: frame.data.snippetId } }
    case 'lines': {
      const { snippetId, from, to } = frame.data
      return { name: 'highlight_lines', values: { snippet_id: snippetId, from, to } }
    }
    case 'section':
      return { name: 'set_section', values: { section: frame.data.id } }
    case 'done':
      return frame.data.ended ? { name: 'end_call', values: { reason: 'The interview is over.' } } : undefined
    case 'say':
    case 'hint':
    case 'error':
      return undefined
  }
}

/** The arguments by the names that the tool declares; a required one that we have no value for is left empty. */
function fitted(
  values: ToolCall['values'],
  { properties, required }: OfferedTool['parameters'],
): ToolCall['values'] {
  const declared = Object.keys(properties)
  if (declared.length === 0) return values
  const fits: ToolCall['values'] = {}
  for (const name of declared) {
    const known = Object.entries(values).find(([own]) => plain(own) === plain(name))
    if (known) fits[name] = known[1]
    else if (required.includes(name)) fits[name] = ''
  }
  return fits
}

/** `system__snippetId` and `snippet_id` are the same name. */
function plain(name: string): string {
  return name
    .replace(/^system__/, '')
    .replaceAll('_', '')
    .toLowerCase()
}

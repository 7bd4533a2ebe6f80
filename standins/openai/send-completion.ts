import type { ServerResponse } from 'node:http'
import type { Switches } from './switches.ts'

const OVERLONG = 10_000_000

interface Completion {
  model: string
  /** What the model wrote. */
  content: string
  usage: object
}

/** Sends a completion, or what the switches make of it. */
export function sendCompletion(
  response: ServerResponse,
  switches: Switches,
  { model, content, usage }: Completion,
): void {
  const choice = { index: 0, logprobs: null, ...choose(switches, content) }
  const about = { id: 'chatcmpl-standin', object: 'chat.completion', created: 1_764_000_000, model }
  const body = switches.notCompletion ? { ok: true } : { ...about, choices: [choice], usage }
  const text = JSON.stringify(body)
  response.writeHead(200, { 'content-type': 'application/json' })
  if (switches.drips) return drip(response, text)
  if (switches.breaksOff) {
    response.write(text.slice(0, text.length / 2), () => response.destroy())
    return
  }
  response.end(text)
}

function choose(switches: Switches, content: string): object {
  const message = { role: 'assistant', refusal: null, annotations: [] }
  if (switches.declines) {
    return {
      message: { ...message, content: null, refusal: 'I cannot help with that.' },
      finish_reason: 'stop',
    }
  }
  if (switches.callsTool) {
    const call = { name: 'set_score', arguments: '{"score":4}' }
    const tool_calls = [{ id: 'call_1', type: 'function', function: call }]
    return { message: { ...message, content: null, tool_calls }, finish_reason: 'tool_calls' }
  }
  if (switches.truncates) {
    const half = content.slice(0, content.length / 2)
    return { message: { ...message, content: half }, finish_reason: 'length' }
  }
  return { message: { ...message, content: written(switches, content) }, finish_reason: 'stop' }
}

function written({ talks, otherShape, overlong }: Switches, content: string): string {
  if (talks) return 'Sure! Here is what I think about it.'
  if (otherShape) return JSON.stringify({ score: 4, verdict: 'above' })
  return overlong ? content + ' '.repeat(OVERLONG) : content
}

function drip(response: ServerResponse, text: string): void {
  let at = 0
  const timer = setInterval(() => {
    response.write(text.slice(at, at + 1))
    at += 1
  }, 1_000)
  response.on('close', () => clearInterval(timer))
}

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setUpSession } from './fake-session.ts'
import type { ClientFault } from './fault.ts'
import { floorOf } from './session-view.ts'

const fault: ClientFault = { code: 'internal', message: 'No.', hint: 'Wait.' }

const settle = () => vi.advanceTimersByTimeAsync(0)
const setUp = (...options: Parameters<typeof setUpSession>) => ({ ...setUpSession(...options), settle })

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterEach(() => void vi.useRealTimers())

describe('joining', () => {
  test('opens a new interview and says its first line', async () => {
    const { session, store, sent } = setUp({ phase: 'ready', seq: 1, section: null })
    await session.join()
    expect(sent).toEqual(['engine typed', { turnId: 'open', text: '' }])
    expect(floorOf(store.get())).toBe('speaking')
  })

  test('takes up one that is under way without asking anything again', async () => {
    const { session, store, sent, settle } = setUp()
    await session.join()
    await settle()
    expect(sent).toEqual(['engine typed', { kind: 'returned' }])
    expect(store.get()).toMatchObject({ status: 'open', unsaid: 0 })
  })

  test('gives back the draft of before a reload', async () => {
    const { session, store } = setUp({}, 'half an ans')
    await session.join()
    expect(store.get().draft).toBe('half an ans')
  })

  test('fetches the code on screen once', async () => {
    const snippet = { snippetId: 'order-webhook', title: 'Orders', language: 'sql', href: '/x' }
    const { session, sent, settle } = setUp({ snippet })
    await session.join()
    session.mark()
    await settle()
    expect(sent.filter((each) => each === 'snippet order-webhook')).toHaveLength(1)
  })
})

describe('answering', () => {
  test('sends the draft, empties the field, and plays the answer', async () => {
    const { session, store, sent, settle } = setUp()
    await session.join()
    await settle()
    session.write('Line 4')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(session.submit('Line 4')).toBe(true)
    expect(store.get().draft).toBe('')
    await settle()
    expect(sent.at(-1)).toMatchObject({
      text: 'Line 4',
      startedAt: 1_000_000,
      endedAt: 1_002_000,
      source: 'typed',
    })
    expect(store.get().unsaid).toBe(5)
  })

  test('keeps the draft until the server has it', async () => {
    const { session, server, kept, settle } = setUp()
    await session.join()
    let open: () => void = () => undefined
    server.gate = new Promise((resolve) => {
      open = resolve
    })
    session.write('Line 4')
    session.submit('Line 4')
    await settle()
    expect(kept.get('offhook-draft:abc')).toBe('Line 4')
    open()
    await settle()
    expect(kept.size).toBe(0)
  })

  test('sends one answer at a time', async () => {
    const { session, sent, settle } = setUp()
    await session.join()
    await settle()
    session.submit('Line 4')
    session.submit('Line 5')
    await settle()
    expect(sent.filter((each) => typeof each === 'object' && 'turnId' in each)).toHaveLength(1)
  })

  test('what is pressed while an answer is on its way reaches the server after it', async () => {
    const { session, server, sent, settle } = setUp()
    await session.join()
    await settle()
    let open: () => void = () => undefined
    server.gate = new Promise((resolve) => {
      open = resolve
    })
    session.submit('Line 4')
    session.mark()
    await settle()
    expect(sent.at(-1)).toMatchObject({ text: 'Line 4' })
    open()
    await settle()
    expect(sent.at(-1)).toEqual({ kind: 'mark' })
  })

  test('a quick word leaves the draft where it is', async () => {
    const { session, store, settle } = setUp()
    await session.join()
    session.write('half an ans')
    session.submit('Let me think')
    await settle()
    expect(store.get().draft).toBe('half an ans')
  })

  test('a refused answer comes back and is sent under the same id', async () => {
    const { session, store, server, sent, settle } = setUp()
    await session.join()
    await settle()
    server.refuse = fault
    session.write('Line 4')
    session.submit('Line 4')
    await settle()
    expect(store.get()).toMatchObject({ draft: 'Line 4', notice: fault })
    server.refuse = null
    session.submit('Line 4')
    await settle()
    const ids = sent.flatMap((each) => (typeof each === 'object' && 'turnId' in each ? [each.turnId] : []))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(store.get()).toMatchObject({ draft: '', notice: null })
  })

  test('lines that were picked reach the server before the answer that means them', async () => {
    const snippet = { snippetId: 'order-webhook', title: 'Orders', language: 'sql', href: '/x' }
    const { session, store, sent, settle } = setUp({ snippet })
    await session.join()
    await settle()
    session.pickLines(41, 47)
    session.submit('This is wrong')
    expect(store.get().state?.selected).toEqual({ snippetId: 'order-webhook', from: 41, to: 47 })
    await settle()
    expect(sent.slice(-2)).toMatchObject([
      { kind: 'lines-selected', from: 41, to: 47 },
      { text: 'This is wrong' },
    ])
  })
})

describe('interrupting', () => {
  test('stops the line and tells what was heard of it', async () => {
    const { session, store, sent, settle } = setUp({ phase: 'ready', seq: 1 })
    await session.join()
    await vi.advanceTimersByTimeAsync(510)
    session.interrupt()
    await settle()
    expect(store.get().unsaid).toBe(0)
    expect(sent.at(-1)).toEqual({ kind: 'interrupted', heard: 'Where are' })
  })

  test('does nothing while nobody speaks', async () => {
    const { session, sent, settle } = setUp()
    await session.join()
    await settle()
    session.interrupt()
    await settle()
    expect(sent).toEqual(['engine typed', { kind: 'returned' }])
  })
})

describe('silence', () => {
  const turns = (sent: unknown[]) =>
    sent.filter((each) => typeof each === 'object' && each && 'turnId' in each)

  test('is told after the server’s wait, again and again', async () => {
    const { session, sent, settle } = setUp()
    await session.join()
    await settle()
    await vi.advanceTimersByTimeAsync(11_900)
    expect(turns(sent)).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(turns(sent)).toMatchObject([{ text: '' }])
    await vi.advanceTimersByTimeAsync(14_000)
    expect(turns(sent)).toHaveLength(2)
  })

  test('is not told while one types, and counts from the last key', async () => {
    const { session, sent, settle } = setUp()
    await session.join()
    await settle()
    await vi.advanceTimersByTimeAsync(10_000)
    session.write('L')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(turns(sent)).toEqual([])
    session.write('')
    await vi.advanceTimersByTimeAsync(11_000)
    expect(turns(sent)).toEqual([])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(turns(sent)).toHaveLength(1)
  })

  test('is not told on hold', async () => {
    const { session, store, sent } = setUp()
    await session.join()
    session.hold(true)
    expect(store.get().state?.onHold).toBe(true)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(turns(sent)).toEqual([])
  })
})

describe('leaving and ending', () => {
  test('tells that the candidate left, and came back', async () => {
    const { session, sent, settle } = setUp()
    await session.join()
    await settle()
    session.leave()
    session.comeBack()
    await settle()
    expect(sent.slice(2)).toEqual(['left', { kind: 'returned' }])
  })

  test('tells nothing of the kind before the start and after the end', async () => {
    const { session, sent } = setUp({ phase: 'closed' })
    session.leave()
    await session.join()
    session.leave()
    session.comeBack()
    expect(sent).toEqual([])
  })

  test('goes to the report', async () => {
    const { session, went, sent } = setUp()
    await session.join()
    await session.end()
    expect(sent.at(-1)).toBe('finish')
    expect(went).toEqual(['/report/abc'])
  })

  test('stays when the report could not be made, and says why', async () => {
    const { session, store, server, went } = setUp()
    await session.join()
    server.refuse = fault
    await session.end()
    expect(went).toEqual([])
    expect(store.get()).toMatchObject({ finishing: false, notice: fault })
  })
})

import { describe, expect, test } from 'vitest'
import { createDraftStorage } from './draft-storage.ts'

describe('createDraftStorage', () => {
  test('does without where the browser refuses storage', () => {
    const drafts = createDraftStorage('abc', () => {
      throw new Error('denied')
    })
    drafts.write('half an ans')
    expect(drafts.read()).toBe('')
  })
})

import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { createDrafts } from './drafts.ts'

interface Concern {
  note: string
  to: string | null
}

const start = (): Concern => reactive({ note: '', to: null })
const ended = (): Concern => reactive({ note: '', to: '2016-06-14' })

describe('createDrafts', () => {
  it('gives back what was typed when the form is opened again', () => {
    const drafts = createDrafts<Concern>()
    drafts.open('900417', start).note = 'Half a sentence'
    expect(drafts.open('900417', start).note).toBe('Half a sentence')
    expect(drafts.touched('900417')).toBe(true)
  })

  it('keeps one school apart from another', () => {
    const drafts = createDrafts<Concern>()
    drafts.open('900417', start).note = 'Half a sentence'
    expect(drafts.open('900418', start).note).toBe('')
    expect(drafts.touched('900418')).toBe(false)
  })

  it('begins anew once the draft is recorded or discarded', () => {
    const drafts = createDrafts<Concern>()
    drafts.open('900417', start).note = 'Half a sentence'
    drafts.forget('900417')
    expect(drafts.touched('900417')).toBe(false)
    expect(drafts.open('900417', start).note).toBe('')
  })

  it('keeps no form in which nothing was typed', () => {
    const drafts = createDrafts<Concern>()
    drafts.open('900417', start)
    expect(drafts.open('900417', ended).to).toBe('2016-06-14')
  })

  it('keeps what was typed of something new, though the form would open otherwise today', () => {
    const drafts = createDrafts<Concern>()
    drafts.open('900417', start).note = 'Half a sentence'
    expect(drafts.open('900417', ended)).toEqual({ note: 'Half a sentence', to: null })
  })

  it('shows a row as it stands now, touched before or not', () => {
    const drafts = createDrafts<Concern>()
    drafts.edit('1', start)
    expect(drafts.edit('1', ended).to).toBe('2016-06-14')
    drafts.edit('2', start).note = 'Half a sentence'
    expect(drafts.edit('2', start).note).toBe('Half a sentence')
    expect(drafts.edit('2', ended)).toEqual({ note: '', to: '2016-06-14' })
    expect(drafts.touched('2')).toBe(false)
  })
})

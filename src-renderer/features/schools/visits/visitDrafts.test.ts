import { describe, expect, it } from 'vitest'
import { createDrafts, newVisit } from './visitDrafts.ts'

const beacon = { urn: '900417', name: 'Beacon Rise Primary' }
const start = () => newVisit('2016-06-14', beacon)

describe('createDrafts', () => {
  it('gives back what was typed when the form is opened again', () => {
    const drafts = createDrafts()
    drafts.open('900417', start).note = 'Half a sentence'
    expect(drafts.open('900417', start).note).toBe('Half a sentence')
    expect(drafts.touched('900417')).toBe(true)
  })

  it('keeps one school apart from another', () => {
    const drafts = createDrafts()
    drafts.open('900417', start).note = 'Half a sentence'
    expect(drafts.open('900418', start).note).toBe('')
    expect(drafts.touched('900418')).toBe(false)
  })

  it('begins anew once the draft is recorded or discarded', () => {
    const drafts = createDrafts()
    drafts.open('900417', start).visitor = 'District Lead'
    drafts.forget('900417')
    expect(drafts.touched('900417')).toBe(false)
    expect(drafts.open('900417', start).visitor).toBe('')
  })
})

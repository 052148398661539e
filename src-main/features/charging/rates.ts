import type { RateEntry } from '../../api/charging.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { deleteRate, findRate, insertRate, listRates, updateRate } from './queries.ts'

function rateOf(db: ReadHandle, id: string) {
  return findRate(db, id) ?? refuse('no-such-rate', 'That rate is no longer there. It may have been deleted or undone since this page was opened.')
}

function checkDates({ from, to }: RateEntry): void {
  if (to !== null && to < from) refuse('ends-before', `The rate would end on ${formatDate(to)}, before it begins on ${formatDate(from)}. Give a later end, or leave it open.`)
}

/** The dated table of rates. */
export const rates = {
  rates: answer.charging.rates.handler(({ context }) => listRates(context.workspace.read)),

  addRate: answer.charging.addRate.handler(({ context: { workspace }, input }) => {
    checkDates(input)
    const sentence = `Rate “${input.name}” added from ${formatDate(input.from)}`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertRate(db, input))
    return { transactionId, sentence, id }
  }),

  changeRate: answer.charging.changeRate.handler(({ context: { workspace }, input: { id, ...entry } }) => {
    const rate = rateOf(workspace.read, id)
    checkDates(entry)
    const moved = entry.pence !== rate.pence || entry.from !== rate.from || entry.agreedWith !== rate.agreedWith
    if (rate.charges > 0 && moved) {
      refuse('rate-used', `${countText(rate.charges)} ${rate.charges === 1 ? 'charge stands' : 'charges stand'} on this rate, so its sum, its start and its agreement stay. End it, and add a new rate from the day after.`)
    }
    const sentence = `Rate “${entry.name}” changed`
    const { transactionId } = workspace.change(sentence, (db) => updateRate(db, id, entry))
    return { transactionId, sentence, id }
  }),

  deleteRate: answer.charging.deleteRate.handler(({ context: { workspace }, input }) => {
    const rate = rateOf(workspace.read, input.id)
    if (rate.charges > 0) refuse('rate-used', `${countText(rate.charges)} ${rate.charges === 1 ? 'charge stands' : 'charges stand'} on this rate, so it is kept. End it instead.`)
    const sentence = `Rate “${rate.name}” deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteRate(db, input.id))
    return { transactionId, sentence }
  }),
}

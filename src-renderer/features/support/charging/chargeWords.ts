import type { Charge, ChargeStatus, Rate, RateParty } from '../../../../src-main/api/charging.ts'
import { writeDate } from '../../../ui/useDateText.ts'
import { moneyWords } from '../../../words/money.ts'
import { daysWords } from '../../../words/packages.ts'

const statuses = {
  toBeAgreed: { words: 'To be agreed', tone: 'warn' },
  agreed: { words: 'Agreed', tone: 'info' },
  invoiced: { words: 'Invoiced elsewhere', tone: 'good' },
} as const satisfies Record<ChargeStatus, object>

/** How a charge stands, in words and tone. */
export function chargeStatusOf(status: ChargeStatus) {
  return statuses[status]
}

const parties: Record<RateParty, string> = { school: 'The school', regionalSchoolsCommissioner: 'Regional Schools Commissioner' }

/** With whom a rate is agreed. */
export function partyWords(party: RateParty): string {
  return parties[party]
}

/** "2.5 days at £450 a day", "Fixed sum" */
export function basisWords({ basis, days, ratePence }: Pick<Charge, 'basis' | 'days' | 'ratePence'>): string {
  return basis === 'fixed' || days === null ? 'Fixed sum' : `${daysWords(days)} at ${moneyWords(ratePence)} a day`
}

/** "1 April 2016 onwards", "1 September 2015 to 31 March 2016" */
export function rateDates({ from, to }: Pick<Rate, 'from' | 'to'>): string {
  return to === null ? `${writeDate(from)} onwards` : `${writeDate(from)} to ${writeDate(to)}`
}

/** What has happened to a charge, in a line. */
export function chargeStory({ agreedOn, agreedWith, invoicedOn, reference }: Pick<Charge, 'agreedOn' | 'agreedWith' | 'invoicedOn' | 'reference'>): string {
  const agreed = agreedOn === null ? '' : `Agreed with ${agreedWith ?? 'not recorded'}, ${writeDate(agreedOn)}`
  const invoiced = invoicedOn === null ? '' : `Invoice ${reference ?? 'not recorded'}, ${writeDate(invoicedOn)}`
  return [agreed, invoiced].filter(Boolean).join('. ')
}

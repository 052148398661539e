import type { Charge } from '../../../../src-main/api/charging.ts'
import type { UiListColumn } from '../../../ui/shapes.ts'
import { moneyWords } from '../../../words/money.ts'
import { basisWords, chargeStatusOf } from './chargeWords.ts'

/** What the list of charges can show, in the order in which it is offered. */
export const chargeColumns: readonly UiListColumn<Charge>[] = [
  { key: 'school', label: 'School', width: 'minmax(110px, 1.3fr)', sortable: true, fixed: true, value: (charge) => charge.schoolName },
  { key: 'package', label: 'Package', width: 'minmax(100px, 1fr)', sortable: true, value: (charge) => charge.packageTitle },
  { key: 'basis', label: 'For', width: 'minmax(84px, 1fr)', plain: true, value: (charge) => basisWords(charge) },
  { key: 'term', label: 'Term', width: '100px', plain: true, value: (charge) => charge.term },
  { key: 'workFrom', label: 'Work from', width: '140px', sortable: true, kind: 'date', value: (charge) => charge.workFrom },
  { key: 'status', label: 'Status', width: '140px', sortable: true, plain: true, value: (charge) => chargeStatusOf(charge.status).words },
  { key: 'reference', label: 'Invoice', width: '76px', sortable: true, plain: true, none: 'None', value: (charge) => charge.reference },
  { key: 'sum', label: 'Sum (£)', width: '68px', sortable: true, plain: true, align: 'end', kind: 'number', value: (charge) => charge.pence / 100, brief: (charge) => moneyWords(charge.pence) },
  { key: 'agreedOn', label: 'Agreed', width: '140px', sortable: true, kind: 'date', none: 'Not agreed', value: (charge) => charge.agreedOn },
  { key: 'agreedWith', label: 'Agreed with', width: 'minmax(110px, 1fr)', sortable: true, none: 'Not agreed', value: (charge) => charge.agreedWith },
  { key: 'invoicedOn', label: 'Invoiced', width: '140px', sortable: true, kind: 'date', none: 'Not invoiced', value: (charge) => charge.invoicedOn },
  { key: 'urn', label: 'URN', width: '74px', sortable: true, kind: 'code', value: (charge) => charge.urn },
]

/** So many charges: "1 charge", "23 charges". */
export function chargesInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'charge' : 'charges'}`
}

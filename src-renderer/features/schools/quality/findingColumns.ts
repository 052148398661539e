import type { QualityFinding, QualityRule } from '../../../../src-main/api/quality.ts'
import type { UiListColumn } from '../../../ui/shapes.ts'

/** What the list of findings can show. `titleOf` names a rule, as the core does. */
export function findingColumns(titleOf: (rule: QualityRule) => string): readonly UiListColumn<QualityFinding>[] {
  return [
    { key: 'rule', label: 'Kind', width: 'minmax(150px, 1fr)', fixed: true, value: (finding) => titleOf(finding.rule) },
    { key: 'message', label: 'What is odd', width: 'minmax(240px, 3fr)', fixed: true, value: (finding) => finding.message },
    { key: 'name', label: 'School or meeting', width: 'minmax(150px, 1fr)', value: (finding) => finding.name },
    { key: 'urn', label: 'URN', width: '74px', kind: 'code', none: 'Of no one school', value: (finding) => finding.urn },
    { key: 'accepted', label: 'Accepted because', width: 'minmax(150px, 1fr)', none: 'Not accepted', value: (finding) => finding.accepted?.reason ?? null },
    { key: 'acceptedOn', label: 'Accepted on', width: '140px', kind: 'date', none: 'Not accepted', value: (finding) => finding.accepted?.on ?? null },
  ]
}

/** So many findings: "1 finding", "23 findings". */
export function findingsInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'finding' : 'findings'}`
}

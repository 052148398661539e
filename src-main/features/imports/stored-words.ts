/**
 * What officers call the values that the workspace stores as one word of a few, by table and column: each table that an
 * import may write to, and each such column of it. A test reads the schema, so that none is forgotten.
 */
const STORED_WORDS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  visits: {
    kind: { visit: 'Visit in person', telephone: 'Telephone', virtual: 'Virtual', meeting: 'Meeting' },
    status: { planned: 'Planned', completed: 'Completed', cancelled: 'Cancelled' },
    response: { accurate: 'Accurate', notAccurate: 'Not accurate' },
    counts: { 0: 'No', 1: 'Yes' },
  },
  need_judgements: { requires_package: { 0: 'No', 1: 'Yes' } },
  school_attendance: { attended: { 0: 'No', 1: 'Yes' } },
  establishment_types: { school_group: { maintained: 'Maintained', academy: 'Academy', neither: 'In neither group' } },
  bodies: {
    kind: {
      quartet: 'Education Quartet',
      contractManagement: 'Contract Management Group',
      districtStrategyGroup: 'District Strategy Group',
      crossCutting: 'Cross-cutting group',
      educationImprovement: 'Education Improvement Group',
      auditCommittee: 'Audit Committee',
      lasiWorkshop: 'LASI workshop',
      other: 'Other body',
    },
  },
  meetings: { state: { planned: 'Planned', agendaIssued: 'Agenda issued', held: 'Held', cancelled: 'Cancelled', inquorate: 'Inquorate', adjourned: 'Adjourned' } },
}

/** A stored value as officers call it; null where its column holds no such word. */
export function storedWord(table: string, column: string, value: unknown): string | null {
  return STORED_WORDS[table]?.[column]?.[String(value)] ?? null
}

/**
 * How a step of the schema makes the history of a table. Frozen as the steps are: what it writes is compared with what
 * stands in every workspace.
 *
 * History is a property of the database: these triggers write every change with what stood before and after. Who, when
 * and in which transaction come from `change_context`; a change made by another program has none, and stays unsealed.
 *
 * What is not recorded (NULL) is left out of the JSON, so that a later step may add a column to the end of a table
 * without making all that history said of its rows before untrue. It may not fill that column: nobody signed for it.
 *
 * @param columns `id` first; a column that a later step adds comes last
 * @param bulk a register import does not keep the rows that it adds a second time: the row itself says what was added,
 *   or the next entry about it, and the seal of the entry holds the row's digest all the same
 */
export function historyTriggers(table: string, columns: readonly string[], bulk = false): string {
  const row = (side: 'old' | 'new') => `json_patch('{}', json_object(${columns.map((column) => `'${column}', ${side}.${column}`).join(', ')}))`
  const entry = (side: 'old' | 'new', action: string, before: string, after: string) => `
  INSERT INTO history (transaction_id, at, officer, table_name, row_id, action, before, after)
  VALUES ((SELECT transaction_id FROM change_context), (SELECT at FROM change_context), (SELECT officer FROM change_context),
    '${table}', ${side}.id, '${action}', ${before}, ${after});
END;`
  const added = bulk ? `CASE (SELECT bulk FROM change_context) WHEN 1 THEN NULL ELSE ${row('new')} END` : row('new')
  const differs = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')
  return [
    `CREATE TRIGGER history_${table}_insert AFTER INSERT ON ${table} BEGIN${entry('new', 'insert', 'NULL', added)}`,
    `CREATE TRIGGER history_${table}_update AFTER UPDATE ON ${table} WHEN ${differs} BEGIN${entry('old', 'update', row('old'), row('new'))}`,
    `CREATE TRIGGER history_${table}_delete AFTER DELETE ON ${table} BEGIN${entry('old', 'delete', row('old'), 'NULL')}`,
  ].join('\n')
}

/** Takes the triggers of a table away, before they are made afresh with more columns. */
export function withoutHistoryTriggers(table: string): string {
  return ['insert', 'update', 'delete'].map((action) => `DROP TRIGGER history_${table}_${action};`).join('\n')
}

/**
 * The same for tables into which the national register is read: what they write is word for word the same, but who, when
 * and in which transaction is looked up once an entry, not four times. An entry that another program makes has none.
 */
export function bulkHistoryTriggers(table: string, columns: readonly string[]): string {
  const row = (side: 'old' | 'new') => `json_patch('{}', json_object(${columns.map((column) => `'${column}', ${side}.${column}`).join(', ')}))`
  const entry = (side: 'old' | 'new', action: string, before: string, after: string) => `
  INSERT INTO history (transaction_id, at, officer, table_name, row_id, action, before, after)
  SELECT c.transaction_id, c.at, c.officer, '${table}', ${side}.id, '${action}', ${before}, ${after} FROM (SELECT 1) LEFT JOIN change_context c;
END;`
  const differs = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')
  return [
    `CREATE TRIGGER history_${table}_insert AFTER INSERT ON ${table} BEGIN${entry('new', 'insert', 'NULL', `CASE c.bulk WHEN 1 THEN NULL ELSE ${row('new')} END`)}`,
    `CREATE TRIGGER history_${table}_update AFTER UPDATE ON ${table} WHEN ${differs} BEGIN${entry('old', 'update', row('old'), row('new'))}`,
    `CREATE TRIGGER history_${table}_delete AFTER DELETE ON ${table} BEGIN${entry('old', 'delete', row('old'), 'NULL')}`,
  ].join('\n')
}

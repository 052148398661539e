import { z } from 'zod'
import { settingsState, type SettingsState } from '../../api/settings.ts'
import { civilDate, type CivilDate } from '../../api/base.ts'
import { refuse } from '../../domain/refusal.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'

/** What holds until the officer says otherwise: the choices that DOMAIN.md calls default, and the paper's own names. */
export const defaultSettings: SettingsState = {
  council: 'Birmingham City Council',
  councilAbbreviation: 'BCC',
  provider: 'Birmingham Education Partnership',
  providerAbbreviation: 'BEP',
  contractStart: '2015-09-01',
  figures: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] },
  terms: [],
  keepHeadNames: false,
}

/** Each setting is a row of its own, so that history tells which one changed. */
export function readSettings(db: ReadHandle): SettingsState {
  const rows = all(db, build.selectFrom('settings').select(['id', 'value']))
  const stored: Record<string, unknown> = Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.value)]))
  const settings = settingsState.safeParse({ ...defaultSettings, ...stored })
  if (!settings.success) refuse('settings-damaged', 'The settings of this workspace were changed outside Quartet and cannot be read. Verify the workspace, then open its newest backup.')
  return settings.data
}

export function saveSettings(db: WriteHandle, settings: Partial<SettingsState>): void {
  for (const [id, value] of Object.entries(settings)) writeSetting(db, id, value)
}

function writeSetting(db: WriteHandle, id: string, value: unknown): void {
  const json = JSON.stringify(value)
  const changed = run(db, build.updateTable('settings').set({ value: json }).where('id', '=', id))
  if (changed === 0) run(db, build.insertInto('settings').values({ id, value: json }))
}

const sampleMark = z.object({ today: civilDate })

/** The sample workspace carries the day on which it stands still; any other workspace has none. */
export function readSampleToday(db: ReadHandle): CivilDate | null {
  const row = first(db, build.selectFrom('settings').select('value').where('id', '=', 'sample'))
  // A mark that another program spoilt is no mark: verify names the row.
  return row ? (sampleMark.safeParse(JSON.parse(row.value)).data?.today ?? null) : null
}

export function markAsSample(db: WriteHandle, today: CivilDate): void {
  writeSetting(db, 'sample', { today })
}

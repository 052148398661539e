import type { Workspace } from '../../database/index.ts'
import { insertFirstBodies } from '../bodies/queries.ts'
import { usualCategories } from '../../domain/concern-categories.ts'
import { insertCategory } from '../concerns/queries.ts'
import { seedTypes } from '../figures/queries.ts'
import { defaultSettings, saveSettings } from '../settings/queries.ts'

/** What a new workspace holds on its first day: settings, the table of types, and the bodies that meet. */
export function fillNewWorkspace(workspace: Workspace, today: string): void {
  workspace.change('Workspace made', (db) => {
    saveSettings(db, defaultSettings)
    seedTypes(db)
    insertFirstBodies(db, today)
    for (const category of usualCategories) insertCategory(db, category)
  })
}

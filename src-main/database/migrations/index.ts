import { firstWorkspace } from './0001-first-workspace.ts'
import { wholeRegister } from './0002-whole-register.ts'

/** One step of the schema. Its SQL and its version stamp are committed together; a released step is never edited. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps, in order, without gaps. */
export const migrations: readonly Migration[] = [firstWorkspace, wholeRegister]

/** The version that this Quartet writes, kept in `user_version`. */
export const currentVersion = migrations.length

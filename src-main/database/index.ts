/** The rooms' way in: open a workspace, read, change, verify, undo. */
export { all, build, first, inserter, run, snapshot, statement, type ReadHandle, type WriteHandle } from './handles.ts'
export { createWorkspace, openWorkspace, type Changed, type Desk, type Workspace } from './workspace.ts'
export { countingIds, randomIds, type IdSource } from './ids.ts'
export { takeDeskLock, type DeskLock } from './desk-lock.ts'
export { isUndone, undoTransaction } from './undo.ts'
export { verify, type Problem, type Verdict } from './verify.ts'
export { asRefusal } from './failures.ts'
export type * from './tables.ts'

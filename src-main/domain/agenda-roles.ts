import type { ItemRole } from '../api/meetings.ts'

/**
 * The item that agrees the last minutes, and the one under which open actions come back: as the body's template says, or,
 * where it says nothing, by the titles that every committee uses.
 */
export function roleOf({ role, title }: { role: ItemRole | null; title: string }): ItemRole | null {
  if (role !== null) return role
  if (/^(?:agree(?:ment of)? |approval of )?(?:the )?(?:minutes|notes) of (?:the )?(?:last|previous) meeting\b/i.test(title.trim())) return 'lastMinutes'
  return /^matters arising\b/i.test(title.trim()) ? 'mattersArising' : null
}

import type { MinutesStory } from '../../../../src-main/api/minutes.ts'

/** The item of a later meeting that takes minutes, to begin with; its first one where none says that it does. */
export function laterChoice({ laterMeetings }: Pick<MinutesStory, 'laterMeetings'>, meetingId: string): string {
  const items = laterMeetings.find(({ id }) => id === meetingId)?.items ?? []
  return (items.find(({ takesMinutes }) => takesMinutes) ?? items[0])?.id ?? ''
}

import type { MinutesState } from '../../../../src-main/api/meetings.ts'
import type { MinutesEvent, MinutesVersion } from '../../../../src-main/api/minutes.ts'
import type { UiTimelineEntry } from '../../../ui/shapes.ts'
import { writeDate } from '../../../ui/useDateText.ts'
import type { Tone } from '../../../words/actions.ts'

const states: Record<MinutesState, { words: string; tone: Tone }> = {
  drafting: { words: 'Being drafted', tone: 'neutral' },
  circulated: { words: 'Circulated', tone: 'info' },
  agreed: { words: 'Agreed', tone: 'good' },
  agreedWithCorrections: { words: 'Agreed with corrections', tone: 'good' },
  signed: { words: 'Signed', tone: 'good' },
}

/** How minutes stand, as screens name and colour it. */
export function minutesState(state: MinutesState): { words: string; tone: Tone } {
  return states[state]
}

/** "Version 1, circulated 12 May 2016" */
export function versionWords({ number, kind, madeOn }: MinutesVersion): string {
  return `Version ${number}, ${kind} ${writeDate(madeOn)}`
}

/** What became of the minutes, as entries of a story, the latest first. */
export function storyEntries(events: readonly MinutesEvent[]): UiTimelineEntry[] {
  return events.map((event) => ({ id: event.id, date: writeDate(event.date), ...told(event), note: `Recorded by ${event.officer}` })).reverse()
}

function told(event: MinutesEvent): { title: string; text: string } {
  const at = event.at === null ? '' : `at the meeting of ${writeDate(event.at.date)}, by the minute of “${event.at.item}”`
  switch (event.kind) {
    case 'circulated':
      return { title: `Version ${event.versionNumber ?? ''} circulated.`, text: '' }
    case 'comment':
      return { title: `${event.byWhom} on version ${event.versionNumber ?? ''}:`, text: event.note }
    case 'agreed':
      return { title: 'Agreed', text: `${at}.` }
    case 'agreedWithCorrections':
      return { title: 'Agreed with corrections', text: `${at}: ${event.note}` }
    case 'signed':
      return { title: 'Signed', text: `by ${event.byWhom}.` }
  }
}

/** The keys that work on every screen, as the list behind F1 shows them. */
export const keyList: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl K', does: 'Go anywhere, or find a school, minute, action or paper' },
  { keys: '/', does: 'Search the list on this page' },
  { keys: '↑ ↓', does: 'Move in a list; Home, End, Page Up and Page Down go further' },
  { keys: 'Enter', does: 'Open what is marked' },
  { keys: 'Space', does: 'Select the row that is marked; with Shift the arrows select more' },
  { keys: 'Ctrl A', does: 'Select all that a list shows' },
  { keys: 'Ctrl C', does: 'Copy the selected rows as a table, for Excel or Word' },
  { keys: 'Esc', does: 'Close what is open, or step back' },
  { keys: 'Ctrl Z', does: 'Take the last change back' },
  { keys: 'F6', does: 'Move between the rail and the page' },
  { keys: 'F1', does: 'Show this list' },
]

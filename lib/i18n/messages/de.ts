import { actions } from './de/actions.ts'
import { console } from './de/console.ts'
import { live } from './de/live.ts'
import { preferences } from './de/preferences.ts'
import { shell } from './de/shell.ts'
import { story } from './de/story.ts'
import { ui } from './de/ui.ts'

export const de = { actions, console, live, preferences, shell, story, ui }

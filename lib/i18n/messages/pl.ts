import { actions } from './pl/actions.ts'
import { console } from './pl/console.ts'
import { live } from './pl/live.ts'
import { preferences } from './pl/preferences.ts'
import { shell } from './pl/shell.ts'
import { story } from './pl/story.ts'
import { ui } from './pl/ui.ts'

export const pl = { actions, console, live, preferences, shell, story, ui }

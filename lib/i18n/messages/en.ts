import { actions } from './en/actions.ts'
import { console } from './en/console.ts'
import { live } from './en/live.ts'
import { preferences } from './en/preferences.ts'
import { shell } from './en/shell.ts'
import { story } from './en/story.ts'
import { ui } from './en/ui.ts'

export const en = { actions, console, live, preferences, shell, story, ui }

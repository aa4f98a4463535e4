import { actions } from './de/actions.ts'
import { console } from './de/console.ts'
import { shell } from './de/shell.ts'
import { ui } from './de/ui.ts'

export const de = { console, actions, shell, ui }

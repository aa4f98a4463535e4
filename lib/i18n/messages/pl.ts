import { actions } from './pl/actions.ts'
import { console } from './pl/console.ts'
import { shell } from './pl/shell.ts'
import { ui } from './pl/ui.ts'

export const pl = { console, actions, shell, ui }

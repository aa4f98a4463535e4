import { actions } from './en/actions.ts'
import { console } from './en/console.ts'
import { shell } from './en/shell.ts'
import { ui } from './en/ui.ts'

export const en = { console, actions, shell, ui }

import { actions } from './en/actions.ts'
import { shell } from './en/shell.ts'
import { ui } from './en/ui.ts'

export const en = { actions, shell, ui }

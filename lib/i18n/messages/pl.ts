import { actions } from './pl/actions.ts'
import { shell } from './pl/shell.ts'
import { ui } from './pl/ui.ts'

export const pl = { actions, shell, ui }

import { actions } from './en/actions.ts'
import { authenticate } from './en/authenticate.ts'
import { console } from './en/console.ts'
import { fields } from './en/fields.ts'
import { live } from './en/live.ts'
import { people } from './en/people.ts'
import { preferences } from './en/preferences.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'
import { story } from './en/story.ts'
import { ui } from './en/ui.ts'

export const en = {
  actions,
  authenticate,
  console,
  fields,
  live,
  people,
  preferences,
  shell,
  site,
  story,
  ui,
}

import { actions } from './pl/actions.ts'
import { authenticate } from './pl/authenticate.ts'
import { console } from './pl/console.ts'
import { fields } from './pl/fields.ts'
import { live } from './pl/live.ts'
import { people } from './pl/people.ts'
import { preferences } from './pl/preferences.ts'
import { shell } from './pl/shell.ts'
import { site } from './pl/site.ts'
import { story } from './pl/story.ts'
import { ui } from './pl/ui.ts'

export const pl = {
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

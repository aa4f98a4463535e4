import { accountErrors } from './en/account-errors.ts'
import { accountMails } from './en/account-mails.ts'
import { actions } from './en/actions.ts'
import { authenticate } from './en/authenticate.ts'
import { console } from './en/console.ts'
import { evidence } from './en/evidence.ts'
import { fields } from './en/fields.ts'
import { leaving } from './en/leaving.ts'
import { lists } from './en/lists.ts'
import { live } from './en/live.ts'
import { overview } from './en/overview.ts'
import { ownAccount } from './en/own-account.ts'
import { people } from './en/people.ts'
import { preferences } from './en/preferences.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'
import { story } from './en/story.ts'
import { ui } from './en/ui.ts'

export const en = {
  accountErrors,
  accountMails,
  actions,
  authenticate,
  console,
  evidence,
  fields,
  leaving,
  lists,
  live,
  overview,
  ownAccount,
  people,
  preferences,
  shell,
  site,
  story,
  ui,
}

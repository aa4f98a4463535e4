import { accountErrors } from './pl/account-errors.ts'
import { accountMails } from './pl/account-mails.ts'
import { accountant } from './pl/accountant.ts'
import { actions } from './pl/actions.ts'
import { adminOrders } from './pl/admin-orders.ts'
import { attention } from './pl/attention.ts'
import { audit } from './pl/audit.ts'
import { auditActions } from './pl/audit-actions.ts'
import { authenticate } from './pl/authenticate.ts'
import { balance } from './pl/balance.ts'
import { checkout } from './pl/checkout.ts'
import { commission } from './pl/commission.ts'
import { console } from './pl/console.ts'
import { contractorTerms } from './pl/contractor-terms.ts'
import { contractors } from './pl/contractors.ts'
import { corrections } from './pl/corrections.ts'
import { countries } from './pl/countries.ts'
import { declines } from './pl/declines.ts'
import { deliveries } from './pl/deliveries.ts'
import { disputes } from './pl/disputes.ts'
import { doctor } from './pl/doctor.ts'
import { events } from './pl/events.ts'
import { evidence } from './pl/evidence.ts'
import { fields } from './pl/fields.ts'
import { fraudWarnings } from './pl/fraud-warnings.ts'
import { islands } from './pl/islands.ts'
import { leaving } from './pl/leaving.ts'
import { lists } from './pl/lists.ts'
import { live } from './pl/live.ts'
import { moves } from './pl/moves.ts'
import { notices } from './pl/notices.ts'
import { orderModel } from './pl/order-model.ts'
import { orders } from './pl/orders.ts'
import { overview } from './pl/overview.ts'
import { ownAccount } from './pl/own-account.ts'
import { palette } from './pl/palette.ts'
import { papers } from './pl/papers.ts'
import { payday } from './pl/payday.ts'
import { payoutModel } from './pl/payout-model.ts'
import { people } from './pl/people.ts'
import { preferences } from './pl/preferences.ts'
import { reconciliation } from './pl/reconciliation.ts'
import { recoveries } from './pl/recoveries.ts'
import { refunds } from './pl/refunds.ts'
import { refusals } from './pl/refusals.ts'
import { requirements } from './pl/requirements.ts'
import { rules } from './pl/rules.ts'
import { shell } from './pl/shell.ts'
import { site } from './pl/site.ts'
import { story } from './pl/story.ts'
import { talk } from './pl/talk.ts'
import { ui } from './pl/ui.ts'
import { undo } from './pl/undo.ts'
import { uploads } from './pl/uploads.ts'
import { verifying } from './pl/verifying.ts'
import { verifyingErrors } from './pl/verifying-errors.ts'
import { viewing } from './pl/viewing.ts'
import { webhooks } from './pl/webhooks.ts'
import { work } from './pl/work.ts'

export const pl = {
  accountErrors,
  accountMails,
  accountant,
  actions,
  adminOrders,
  attention,
  audit,
  auditActions,
  authenticate,
  balance,
  checkout,
  commission,
  console,
  contractorTerms,
  contractors,
  corrections,
  countries,
  declines,
  deliveries,
  disputes,
  doctor,
  events,
  evidence,
  fields,
  fraudWarnings,
  islands,
  leaving,
  lists,
  live,
  moves,
  notices,
  orderModel,
  orders,
  overview,
  ownAccount,
  palette,
  papers,
  payday,
  payoutModel,
  people,
  preferences,
  reconciliation,
  recoveries,
  refunds,
  refusals,
  requirements,
  rules,
  shell,
  site,
  story,
  talk,
  ui,
  undo,
  uploads,
  verifying,
  verifyingErrors,
  viewing,
  webhooks,
  work,
}

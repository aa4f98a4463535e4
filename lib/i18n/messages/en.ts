import { accountErrors } from './en/account-errors.ts'
import { accountMails } from './en/account-mails.ts'
import { accountant } from './en/accountant.ts'
import { actions } from './en/actions.ts'
import { adminOrders } from './en/admin-orders.ts'
import { attention } from './en/attention.ts'
import { audit } from './en/audit.ts'
import { auditActions } from './en/audit-actions.ts'
import { authenticate } from './en/authenticate.ts'
import { balance } from './en/balance.ts'
import { checkout } from './en/checkout.ts'
import { commission } from './en/commission.ts'
import { console } from './en/console.ts'
import { contractorTerms } from './en/contractor-terms.ts'
import { contractors } from './en/contractors.ts'
import { corrections } from './en/corrections.ts'
import { countries } from './en/countries.ts'
import { declines } from './en/declines.ts'
import { deliveries } from './en/deliveries.ts'
import { disputes } from './en/disputes.ts'
import { doctor } from './en/doctor.ts'
import { events } from './en/events.ts'
import { evidence } from './en/evidence.ts'
import { fields } from './en/fields.ts'
import { fraudWarnings } from './en/fraud-warnings.ts'
import { islands } from './en/islands.ts'
import { leaving } from './en/leaving.ts'
import { lists } from './en/lists.ts'
import { live } from './en/live.ts'
import { moves } from './en/moves.ts'
import { notices } from './en/notices.ts'
import { orderModel } from './en/order-model.ts'
import { orders } from './en/orders.ts'
import { overview } from './en/overview.ts'
import { ownAccount } from './en/own-account.ts'
import { palette } from './en/palette.ts'
import { papers } from './en/papers.ts'
import { payday } from './en/payday.ts'
import { payoutModel } from './en/payout-model.ts'
import { people } from './en/people.ts'
import { preferences } from './en/preferences.ts'
import { reconciliation } from './en/reconciliation.ts'
import { recoveries } from './en/recoveries.ts'
import { refunds } from './en/refunds.ts'
import { refusals } from './en/refusals.ts'
import { requirements } from './en/requirements.ts'
import { rules } from './en/rules.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'
import { story } from './en/story.ts'
import { talk } from './en/talk.ts'
import { ui } from './en/ui.ts'
import { undo } from './en/undo.ts'
import { uploads } from './en/uploads.ts'
import { verifying } from './en/verifying.ts'
import { verifyingErrors } from './en/verifying-errors.ts'
import { viewing } from './en/viewing.ts'
import { webhooks } from './en/webhooks.ts'
import { work } from './en/work.ts'

export const en = {
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

import { survivesEach } from './each-fault.ts'
import { STRIPE_FAULTS } from './plan.ts'

survivesEach('every fault of Stripe at every call', ['stripe'], STRIPE_FAULTS, operation => !operation.isOurs)

import { survivesEach } from './each-fault.ts'
import { DATABASE_FAULTS } from './plan.ts'

survivesEach('every fault of the database at every statement', ['database'], DATABASE_FAULTS)

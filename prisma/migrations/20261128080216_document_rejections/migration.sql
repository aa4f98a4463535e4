-- AlterTable
ALTER TABLE "connected_accounts" ADD COLUMN     "enabled_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "identity_documents" ADD COLUMN     "rejected_at" TIMESTAMP(3),
ADD COLUMN     "rejected_code" TEXT;

-- What is enabled today was enabled at the latest when Stripe was last asked.
UPDATE "connected_accounts" SET "enabled_at" = COALESCE("synced_at", "created_at") WHERE "charges_enabled";

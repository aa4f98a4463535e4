-- CreateEnum
CREATE TYPE "BusinessType" AS ENUM ('individual', 'company');

-- AlterTable
ALTER TABLE "connected_accounts" ADD COLUMN     "business_type" "BusinessType" NOT NULL DEFAULT 'individual';

-- CreateTable
CREATE TABLE "persons" (
    "id" TEXT NOT NULL,
    "connected_account_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "request_key" TEXT NOT NULL,
    "stripe_person_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "persons_connected_account_id_request_key_key" ON "persons"("connected_account_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "persons_livemode_stripe_person_id_key" ON "persons"("livemode", "stripe_person_id");

-- AddForeignKey
ALTER TABLE "persons" ADD CONSTRAINT "persons_connected_account_id_fkey" FOREIGN KEY ("connected_account_id") REFERENCES "connected_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

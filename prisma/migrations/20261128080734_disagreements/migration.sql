-- CreateEnum
CREATE TYPE "DisagreementStatus" AS ENUM ('open', 'settled', 'withdrawn');

-- CreateEnum
CREATE TYPE "DisagreementDecision" AS ENUM ('pay', 'release', 'none');

-- CreateTable
CREATE TABLE "disagreements" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "DisagreementStatus" NOT NULL DEFAULT 'open',
    "decision" "DisagreementDecision",
    "amount" BIGINT,
    "answer" TEXT,
    "settled_by_id" TEXT,
    "settled_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "disagreements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disagreements_order_id_id_idx" ON "disagreements"("order_id", "id");

-- CreateIndex
CREATE INDEX "disagreements_status_id_idx" ON "disagreements"("status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "disagreements_opened_by_id_request_key_key" ON "disagreements"("opened_by_id", "request_key");

-- AddForeignKey
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

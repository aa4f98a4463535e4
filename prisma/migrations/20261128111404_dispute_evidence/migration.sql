-- CreateEnum
CREATE TYPE "EvidenceStatus" AS ENUM ('draft', 'requested', 'sent');

-- CreateTable
CREATE TABLE "dispute_evidence" (
    "id" TEXT NOT NULL,
    "dispute_id" TEXT NOT NULL,
    "is_inquiry" BOOLEAN NOT NULL,
    "status" "EvidenceStatus" NOT NULL DEFAULT 'draft',
    "words" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "refused_code" TEXT,
    "submitted_by_id" TEXT,
    "requested_at" TIMESTAMP(3),
    "sent_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "dispute_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dispute_evidence_status_idx" ON "dispute_evidence"("status");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_evidence_dispute_id_is_inquiry_key" ON "dispute_evidence"("dispute_id", "is_inquiry");

-- AddForeignKey
ALTER TABLE "dispute_evidence" ADD CONSTRAINT "dispute_evidence_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "disputes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

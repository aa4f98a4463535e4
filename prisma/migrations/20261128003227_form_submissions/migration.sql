-- AlterTable
ALTER TABLE "users" ADD COLUMN     "request_key" TEXT;

-- CreateTable
CREATE TABLE "form_submissions" (
    "user_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" JSONB,

    CONSTRAINT "form_submissions_pkey" PRIMARY KEY ("user_id","request_key")
);

-- CreateIndex
CREATE INDEX "form_submissions_started_at_idx" ON "form_submissions"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_request_key_key" ON "users"("request_key");

-- CreateEnum
CREATE TYPE "ObjectionStatus" AS ENUM ('open', 'upheld', 'rejected');

-- CreateTable
CREATE TABLE "objections" (
    "id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "recovery_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ObjectionStatus" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "objections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "objections_recovery_id_key" ON "objections"("recovery_id");

-- CreateIndex
CREATE INDEX "objections_status_id_idx" ON "objections"("status", "id");

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_recovery_id_fkey" FOREIGN KEY ("recovery_id") REFERENCES "recoveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objections" ADD CONSTRAINT "objections_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "objections"
  ADD CONSTRAINT objections_text CHECK (length(text) BETWEEN 1 AND 2000 AND length(answer) BETWEEN 1 AND 2000),
  ADD CONSTRAINT objections_answered CHECK (
    (status = 'open') = (answer IS NULL)
    AND (status = 'open') = (answered_by_id IS NULL)
    AND (status = 'open') = (answered_at IS NULL));

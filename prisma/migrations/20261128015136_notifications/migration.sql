-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('pending', 'sent', 'failed');

-- CreateTable
CREATE TABLE "notifications" (
    "id" TEXT NOT NULL,
    "recipient_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "order_id" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMP(3),
    "mail_state" "MailState" NOT NULL DEFAULT 'pending',
    "mail_attempts" INTEGER NOT NULL DEFAULT 0,
    "mail_due_at" TIMESTAMP(3) NOT NULL,
    "mail_error" TEXT,
    "mailed_at" TIMESTAMP(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_mails" (
    "message_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "local_mails_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "notifications_recipient_id_id_idx" ON "notifications"("recipient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_recipient_id_fact_key" ON "notifications"("recipient_id", "fact");

-- CreateIndex
CREATE INDEX "local_mails_sent_at_idx" ON "local_mails"("sent_at");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "notifications"
  ADD CONSTRAINT notifications_mailed_when_sent CHECK ((mail_state = 'sent') = (mailed_at IS NOT NULL)),
  ADD CONSTRAINT notifications_failure_has_a_reason CHECK (mail_state <> 'failed' OR mail_error IS NOT NULL),
  ADD CONSTRAINT notifications_tries_are_bounded CHECK (mail_attempts BETWEEN 0 AND 12);

-- For the count of unread ones over every page, and for the sweep of mails that are late.
CREATE INDEX notifications_unread ON "notifications" (recipient_id) WHERE read_at IS NULL;
CREATE INDEX notifications_mail_pending ON "notifications" (mail_due_at) WHERE mail_state = 'pending';

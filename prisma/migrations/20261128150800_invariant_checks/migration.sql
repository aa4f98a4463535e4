-- CreateTable
CREATE TABLE "invariant_checks" (
    "livemode" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "breaches" INTEGER NOT NULL,
    "details" JSONB NOT NULL,
    "checked_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "invariant_checks_pkey" PRIMARY KEY ("livemode","name")
);

-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."accounts" (
  "id" integer NOT NULL,
  "title" varchar(60) NOT NULL,
  "opened" timestamp(0)
);
CREATE TABLE "public"."entries" (
  "id" bigint NOT NULL,
  "account" integer,
  "amount" numeric(14,2),
  "booked" timestamp(0),
  "note" varchar(30) DEFAULT 'none',
  "currency" char(3) DEFAULT 'EUR' NOT NULL
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."accounts" ADD CONSTRAINT "accounts_pk" PRIMARY KEY ("id");
ALTER TABLE "public"."entries" ADD CONSTRAINT "entries_pk" PRIMARY KEY ("id");
ALTER TABLE "public"."accounts" ADD CONSTRAINT "title_uk" UNIQUE ("title") DEFERRABLE INITIALLY DEFERRED;

-- phase: checks

ALTER TABLE "public"."entries" ADD CONSTRAINT "amount_ck" CHECK ("amount" <> 0) NOT VALID;

-- phase: foreign keys

ALTER TABLE "public"."entries" ADD CONSTRAINT "postings_to_account" FOREIGN KEY ("account") REFERENCES "public"."accounts" ("id");

-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."big_one" (
  "id" bigint NOT NULL,
  "doc" text,
  "pic" bytea,
  "v" varchar(5)
);
CREATE TABLE "public"."lookup" (
  "code" varchar(4) NOT NULL,
  "text" varchar(60)
);
CREATE TABLE "public"."scratch" (
  "a" numeric,
  "b" varchar(9)
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."big_one" ADD CONSTRAINT "big_one_pk" PRIMARY KEY ("id");
ALTER TABLE "public"."lookup" ADD CONSTRAINT "lookup_pkey" PRIMARY KEY ("code");

-- phase: indexes

CREATE INDEX "big_one_ix" ON "public"."big_one" ("v");

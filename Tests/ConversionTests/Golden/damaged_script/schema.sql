-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."first_ok" (
  "id" integer NOT NULL
);
CREATE TABLE "public"."second_ok" (
  "id" integer,
  "name" varchar(10) DEFAULT 'x'
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."first_ok" ADD CONSTRAINT "first_ok_pkey" PRIMARY KEY ("id");

-- phase: indexes

CREATE INDEX "second_ix" ON "public"."second_ok" ("name");

-- phase: foreign keys

ALTER TABLE "public"."second_ok" ADD CONSTRAINT "second_fk" FOREIGN KEY ("id") REFERENCES "public"."first_ok" ("id");

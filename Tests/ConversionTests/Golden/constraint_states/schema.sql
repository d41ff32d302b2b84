-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."child" (
  "a" integer,
  "b" integer,
  "c" varchar(3),
  "d" smallint NOT NULL
);
CREATE TABLE "public"."parent" (
  "a" integer NOT NULL,
  "b" integer,
  "c" varchar(3)
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."parent" ADD CONSTRAINT "parent_pk" PRIMARY KEY ("a");
ALTER TABLE "public"."parent" ADD CONSTRAINT "parent_uk" UNIQUE ("b", "c");
CREATE UNIQUE INDEX "parent_uk_nulls" ON "public"."parent" ("b", "c") NULLS NOT DISTINCT WHERE "b" IS NOT NULL OR "c" IS NOT NULL;
ALTER TABLE "public"."parent" ADD CONSTRAINT "parent_rely" UNIQUE ("c");

-- phase: checks

ALTER TABLE "public"."child" ADD CONSTRAINT "child_when" CHECK (("a" IS NULL) OR ("b" IS NOT NULL));
ALTER TABLE "public"."child" ADD CONSTRAINT "child_json" CHECK (("c" IS NULL OR "c"::json IS NOT NULL));
ALTER TABLE "public"."child" ADD CONSTRAINT "child_upper" CHECK (("c" = upper("c")) AND (length("c") <= 3) AND ("c" ~ '^[A-Z]+$'));

-- phase: indexes

CREATE UNIQUE INDEX "child_ux" ON "public"."child" ("b", "d" DESC) NULLS NOT DISTINCT WHERE "b" IS NOT NULL OR "d" IS NOT NULL;
CREATE INDEX "child_bx" ON "public"."child" ("c");

-- phase: foreign keys

ALTER TABLE "public"."child" ADD CONSTRAINT "child_a_fk" FOREIGN KEY ("a") REFERENCES "public"."parent" ("a") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "public"."child" ADD CONSTRAINT "child_bc_fk" FOREIGN KEY ("b", "c") REFERENCES "public"."parent" ("b", "c") NOT VALID;

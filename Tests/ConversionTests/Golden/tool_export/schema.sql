-- from oracle.sql

-- phase: schemas

CREATE SCHEMA IF NOT EXISTS "inv";

-- phase: tables

CREATE TABLE "inv"."assets" (
  "asset_id" bigint NOT NULL,
  "tag" varchar(32) NOT NULL,
  "value" numeric(12,2) DEFAULT 0,
  "bought" timestamp(0),
  "active" char(1) DEFAULT 'Y'
);

-- data comes here

-- phase: keys

ALTER TABLE "inv"."assets" ADD CONSTRAINT "assets_pk" PRIMARY KEY ("asset_id");

-- phase: checks

ALTER TABLE "inv"."assets" ADD CONSTRAINT "assets_active_ck" CHECK ("active" IN ('Y', 'N'));

-- phase: comments

COMMENT ON COLUMN "inv"."assets"."tag" IS 'Sticker';

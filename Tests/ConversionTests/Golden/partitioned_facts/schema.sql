-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."by_hash" (
  "id" bigint NOT NULL,
  "x" varchar(5)
) PARTITION BY HASH ("id");
CREATE TABLE "public"."by_hash_p1" PARTITION OF "public"."by_hash" FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE "public"."by_hash_p2" PARTITION OF "public"."by_hash" FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE "public"."by_hash_p3" PARTITION OF "public"."by_hash" FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE "public"."by_hash_p4" PARTITION OF "public"."by_hash" FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE TABLE "public"."by_interval" (
  "id" bigint,
  "at" timestamp(0)
) PARTITION BY RANGE ("at");
CREATE TABLE "public"."by_interval_first" PARTITION OF "public"."by_interval" FOR VALUES FROM (MINVALUE) TO (TIMESTAMP '2020-01-01 00:00:00');
CREATE TABLE "public"."by_interval_default" PARTITION OF "public"."by_interval" DEFAULT;
CREATE TABLE "public"."by_list" (
  "region" varchar(5),
  "n" integer
) PARTITION BY LIST ("region");
CREATE TABLE "public"."by_list_north" PARTITION OF "public"."by_list" FOR VALUES IN ('N', 'NE', 'NW');
CREATE TABLE "public"."by_list_south" PARTITION OF "public"."by_list" FOR VALUES IN ('S');
CREATE TABLE "public"."by_list_rest" PARTITION OF "public"."by_list" DEFAULT;
CREATE TABLE "public"."by_list_east" PARTITION OF "public"."by_list" FOR VALUES IN ('E');
CREATE TABLE "public"."by_range" (
  "id" bigint,
  "day" timestamp(0) NOT NULL,
  "amount" numeric(12,2)
) PARTITION BY RANGE ("day");
CREATE TABLE "public"."by_range_p2023" PARTITION OF "public"."by_range" FOR VALUES FROM (MINVALUE) TO (TIMESTAMP '2024-01-01 00:00:00');
CREATE TABLE "public"."by_range_p2024" PARTITION OF "public"."by_range" FOR VALUES FROM (TIMESTAMP '2024-01-01 00:00:00') TO (TIMESTAMP '2025-01-01 00:00:00');
CREATE TABLE "public"."by_range_p2025" PARTITION OF "public"."by_range" FOR VALUES FROM (TIMESTAMP '2025-01-01 00:00:00') TO (TIMESTAMP '2026-01-01 00:00:00');
CREATE TABLE "public"."by_range_later" PARTITION OF "public"."by_range" DEFAULT;
CREATE TABLE "public"."composite" (
  "id" bigint,
  "at" timestamp(0),
  "kind" smallint
) PARTITION BY RANGE ("at");
CREATE TABLE "public"."composite_a" PARTITION OF "public"."composite" FOR VALUES FROM (MINVALUE) TO (TIMESTAMP '2020-01-01 00:00:00') PARTITION BY LIST ("kind");
CREATE TABLE "public"."composite_a_one" PARTITION OF "public"."composite_a" FOR VALUES IN (1);
CREATE TABLE "public"."composite_a_other" PARTITION OF "public"."composite_a" DEFAULT;
CREATE TABLE "public"."composite_b" PARTITION OF "public"."composite" DEFAULT PARTITION BY LIST ("kind");
CREATE TABLE "public"."composite_b_one" PARTITION OF "public"."composite_b" FOR VALUES IN (1);
CREATE TABLE "public"."composite_b_other" PARTITION OF "public"."composite_b" DEFAULT;
CREATE TABLE "public"."key_without_day" (
  "id" bigint NOT NULL,
  "day" timestamp(0)
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."by_hash" ADD CONSTRAINT "by_hash_pkey" PRIMARY KEY ("id");
ALTER TABLE "public"."key_without_day" ADD CONSTRAINT "key_without_day_pkey" PRIMARY KEY ("id");

-- phase: indexes

CREATE INDEX "by_range_ix" ON "public"."by_range" ("amount");

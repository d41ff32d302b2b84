-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."customers" (
  "customer_id" bigint NOT NULL,
  "email" varchar(120) NOT NULL,
  "full_name" varchar(200),
  "country" char(2) DEFAULT 'AT' NOT NULL,
  "credit_limit" numeric(9,2) DEFAULT 0,
  "registered_on" timestamp(0) DEFAULT date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC') NOT NULL
);
CREATE TABLE "public"."order_lines" (
  "order_id" bigint NOT NULL,
  "line_no" smallint NOT NULL,
  "sku" varchar(30) NOT NULL,
  "quantity" numeric(7,3) NOT NULL,
  "price" numeric(10,2) NOT NULL,
  "discount" smallint DEFAULT 0
);
CREATE TABLE "public"."orders" (
  "order_id" bigint NOT NULL,
  "customer_id" bigint NOT NULL,
  "status" varchar(10) DEFAULT 'NEW',
  "ordered_at" timestamp(3) DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
  "remark" text
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_pk" PRIMARY KEY ("customer_id");
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_pk" PRIMARY KEY ("order_id");
ALTER TABLE "public"."order_lines" ADD CONSTRAINT "order_lines_pk" PRIMARY KEY ("order_id", "line_no");
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_email_uk" UNIQUE ("email");

-- phase: checks

ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_credit_ck" CHECK ("credit_limit" BETWEEN 0 AND 50000);
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_check" CHECK ("status" IN ('NEW', 'PAID', 'SENT', 'VOID'));

-- phase: indexes

CREATE INDEX "customers_name_ix" ON "public"."customers" ((upper("full_name")));
CREATE INDEX "orders_customer_ix" ON "public"."orders" ("customer_id", "ordered_at" DESC);

-- phase: foreign keys

ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_customer_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers" ("customer_id");
ALTER TABLE "public"."order_lines" ADD CONSTRAINT "order_lines_order_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders" ("order_id") ON DELETE CASCADE;

-- phase: views

CREATE VIEW "public"."order_totals" ("order_id", "customer", "total", "lines") AS
SELECT "o"."order_id", COALESCE("c"."full_name", "c"."email") AS "nvl(c.full_name,c.email)", sum(("l"."quantity" * "l"."price") * (1::numeric - ("l"."discount"::numeric / round(100::numeric, 40)))) AS "sum(l.quantity*l.price*(1-l.discount/100))", count("l"."line_no") AS "count(l.line_no)" FROM "public"."orders" AS "o" CROSS JOIN "public"."customers" AS "c" LEFT JOIN "public"."order_lines" AS "l" ON "l"."order_id" = "o"."order_id" WHERE "c"."customer_id" = "o"."customer_id" GROUP BY "o"."order_id", COALESCE("c"."full_name", "c"."email");

-- phase: comments

COMMENT ON TABLE "public"."customers" IS 'Who may order; it''s never emptied';
COMMENT ON COLUMN "public"."orders"."remark" IS 'Free text';

-- from oracle.sql

-- phase: sequences

CREATE SEQUENCE "public"."a_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 20 NO CYCLE;
CREATE SEQUENCE "public"."b_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 500 CACHE 100 NO CYCLE;
CREATE SEQUENCE "public"."c_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- phase: tables

CREATE TABLE "public"."a" (
  "id" bigint DEFAULT nextval('"public"."a_seq"') NOT NULL,
  "x" varchar(5)
);
CREATE TABLE "public"."b" (
  "id" bigint DEFAULT nextval('"public"."b_seq"') NOT NULL,
  "x" varchar(5)
);
CREATE TABLE "public"."c" (
  "id" bigint NOT NULL,
  "x" varchar(5),
  "updated" timestamp(0),
  "version" integer
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."a" ADD CONSTRAINT "a_pkey" PRIMARY KEY ("id");
ALTER TABLE "public"."b" ADD CONSTRAINT "b_pkey" PRIMARY KEY ("id");
ALTER TABLE "public"."c" ADD CONSTRAINT "c_pkey" PRIMARY KEY ("id");

-- phase: triggers

CREATE FUNCTION "public"."c_biu"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."id" := nextval('"public"."c_seq"'::regclass);
    NEW."version" := 1;
  ELSE
    NEW."version" := COALESCE(OLD."version", 0)::numeric + 1::numeric;
  END IF;
  NEW."updated" := date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC');
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION "public"."c_biu" FROM PUBLIC;
CREATE TRIGGER "c_biu" BEFORE INSERT OR UPDATE ON "public"."c" FOR EACH ROW EXECUTE FUNCTION "public"."c_biu"();
ALTER TABLE "public"."c" DISABLE TRIGGER "c_biu";

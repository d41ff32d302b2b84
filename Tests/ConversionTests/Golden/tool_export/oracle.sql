--------------------------------------------------------
--  File created - by some tool
--------------------------------------------------------
--------------------------------------------------------
--  DDL for Table ASSETS
--------------------------------------------------------

  CREATE TABLE "INV"."ASSETS"
   (	"ASSET_ID" NUMBER(10,0),
	"TAG" VARCHAR2(32 BYTE),
	"VALUE" NUMBER(12,2) DEFAULT 0,
	"BOUGHT" DATE,
	"ACTIVE" CHAR(1 BYTE) DEFAULT 'Y'
   ) SEGMENT CREATION IMMEDIATE
  PCTFREE 10 PCTUSED 40 INITRANS 1 MAXTRANS 255
 NOCOMPRESS LOGGING
  STORAGE(INITIAL 65536 NEXT 1048576 MINEXTENTS 1 MAXEXTENTS 2147483645
  PCTINCREASE 0 FREELISTS 1 FREELIST GROUPS 1
  BUFFER_POOL DEFAULT FLASH_CACHE DEFAULT CELL_FLASH_CACHE DEFAULT)
  TABLESPACE "USERS" ;

   COMMENT ON COLUMN "INV"."ASSETS"."TAG" IS 'Sticker';
--------------------------------------------------------
--  DDL for Index ASSETS_PK
--------------------------------------------------------

  CREATE UNIQUE INDEX "INV"."ASSETS_PK" ON "INV"."ASSETS" ("ASSET_ID")
  PCTFREE 10 INITRANS 2 MAXTRANS 255 COMPUTE STATISTICS
  TABLESPACE "USERS" ;
--------------------------------------------------------
--  Constraints for Table ASSETS
--------------------------------------------------------

  ALTER TABLE "INV"."ASSETS" MODIFY ("ASSET_ID" NOT NULL ENABLE);
  ALTER TABLE "INV"."ASSETS" MODIFY ("TAG" CONSTRAINT "ASSETS_TAG_NN" NOT NULL ENABLE);
  ALTER TABLE "INV"."ASSETS" ADD CONSTRAINT "ASSETS_PK" PRIMARY KEY ("ASSET_ID")
  USING INDEX PCTFREE 10 INITRANS 2 MAXTRANS 255 COMPUTE STATISTICS
  TABLESPACE "USERS"  ENABLE;
  ALTER TABLE "INV"."ASSETS" ADD CONSTRAINT "ASSETS_ACTIVE_CK" CHECK (active IN ('Y', 'N')) ENABLE;

-- One schema through five releases: what counts is what is left.
CREATE TABLE accounts (id NUMBER(8), label VARCHAR2(20), old_code VARCHAR2(4), opened DATE);
CREATE TABLE postings (id NUMBER(12), account NUMBER(6), amount NUMBER, booked DATE, note VARCHAR2(30));
-- release 2
ALTER TABLE accounts ADD CONSTRAINT accounts_pk PRIMARY KEY (id);
ALTER TABLE accounts MODIFY (label VARCHAR2(60) NOT NULL);
ALTER TABLE postings ADD (currency CHAR(3) DEFAULT 'EUR' NOT NULL, posted_by VARCHAR2(30));
ALTER TABLE postings ADD CONSTRAINT postings_account_fk FOREIGN KEY (account) REFERENCES accounts (id);
-- release 3
ALTER TABLE accounts RENAME COLUMN label TO title;
ALTER TABLE accounts DROP COLUMN old_code;
ALTER TABLE postings RENAME CONSTRAINT postings_account_fk TO postings_to_account;
CREATE INDEX postings_note_ix ON postings (LOWER(note));
-- release 4
ALTER TABLE postings ADD CONSTRAINT amount_ck CHECK (amount <> 0) ENABLE NOVALIDATE;
ALTER TABLE postings MODIFY (amount NUMBER(14,2), note DEFAULT 'none');
ALTER TABLE postings RENAME TO entries;
DROP INDEX postings_note_ix;
-- release 5
ALTER TABLE entries ADD CONSTRAINT entries_pk PRIMARY KEY (id) DISABLE;
ALTER TABLE entries ENABLE CONSTRAINT entries_pk;
ALTER TABLE accounts ADD CONSTRAINT title_uk UNIQUE (title) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE entries SET UNUSED COLUMN posted_by;
ALTER TABLE accounts ENABLE ROW MOVEMENT;
ALTER TABLE accounts MOVE TABLESPACE quick;
ALTER TABLE nowhere ADD (a NUMBER);

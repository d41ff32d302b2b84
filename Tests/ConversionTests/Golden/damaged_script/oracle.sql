-- A script with mistakes: what is whole arrives all the same.
CREATE TABLE first_ok (id NUMBER(5) PRIMARY KEY);
CREATE TABLE half_ok (id NUMBER(5), broken NUMBER(5,, name VARCHAR2(10), CONSTRAINT half_pk PRIMARY KEY (id));
CREATE TABEL misspelt (id NUMBER);
CREATE TABLE quote_open (id NUMBER(5), note VARCHAR2(20) DEFAULT 'no end);
CREATE TABLE second_ok (id NUMBER(5), name VARCHAR2(10) DEFAULT 'x');
CREATE INDEX second_ix ON second_ok (name);
ALTER TABLE second_ok ADD CONSTRAINT second_fk FOREIGN KEY (id) REFERENCES first_ok;
GRANT ALL ON second_ok TO;
CREATE TABLE last_ok (id NUMBER(5)

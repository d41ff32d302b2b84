-- Two owners whose tables refer to each other, grants between them, synonyms.
CREATE TABLE stock.parts (part_no NUMBER(10) PRIMARY KEY, label VARCHAR2(40) NOT NULL);
CREATE TABLE stock.levels (part_no NUMBER(10) REFERENCES stock.parts (part_no), site VARCHAR2(8), on_hand NUMBER(9) DEFAULT 0 NOT NULL,
  CONSTRAINT levels_pk PRIMARY KEY (part_no, site));
CREATE TABLE buying.wishes (id NUMBER(10) PRIMARY KEY, part_no NUMBER(10) NOT NULL, wanted NUMBER(9),
  CONSTRAINT wishes_part_fk FOREIGN KEY (part_no) REFERENCES stock.parts (part_no));
GRANT SELECT, REFERENCES ON stock.parts TO buying WITH GRANT OPTION;
CREATE SYNONYM buying.parts FOR stock.parts;
CREATE PUBLIC SYNONYM levels FOR stock.levels;
CREATE VIEW buying.missing AS
SELECT p.part_no, p.label, NVL(SUM(l.on_hand), 0) AS on_hand
  FROM parts p LEFT JOIN stock.levels l ON l.part_no = p.part_no
 GROUP BY p.part_no, p.label HAVING NVL(SUM(l.on_hand), 0) = 0;
CREATE SEQUENCE buying.wishes_seq CACHE 50;

-- What every client reads; test_clients.py has the expected values.
CREATE TABLE ct_values (
  id NUMBER(9) PRIMARY KEY, text VARCHAR2(200 CHAR), padded CHAR(4), any_number NUMBER, price NUMBER(9,2), day DATE,
  moment TIMESTAMP(6), bytes RAW(20), words CLOB, picture BLOB, ratio BINARY_DOUBLE, national NVARCHAR2(20)
);
INSERT INTO ct_values VALUES (
  1, 'Grüße, Україна, 𠮷', 'ab', 12345678901234567890.125, -1.5, TO_DATE('2024-02-29 01:02:03', 'YYYY-MM-DD HH24:MI:SS'),
  TO_TIMESTAMP('1969-12-31 23:59:59.123456', 'YYYY-MM-DD HH24:MI:SS.FF'), HEXTORAW('00FF10'), TO_CLOB('words ж'),
  TO_BLOB(HEXTORAW('DEADBEEF')), 0.1, UNISTR('\65E5\672C'));
INSERT INTO ct_values (id) VALUES (2);
INSERT INTO ct_values (id, text, any_number, day, moment) VALUES (
  3, '', 1E+125, TO_DATE('9999-12-31 23:59:59', 'YYYY-MM-DD HH24:MI:SS'),
  TO_TIMESTAMP('1900-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS'));
INSERT INTO ct_values (id, text, price, day) VALUES (
  4, RPAD('y', 200, 'y'), 9999999.99, TO_DATE('1700-01-01', 'YYYY-MM-DD'));
CREATE TABLE ct_people (id NUMBER(9) PRIMARY KEY, name VARCHAR2(100), amount NUMBER(12,2));
COMMIT;

-- expected/regexp_func.out:8
SELECT CASE WHEN REGEXP_LIKE('a'||CHR(10)||'d', 'a.d') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:15
SELECT CASE WHEN REGEXP_LIKE('a'||CHR(10)||'d', 'a.d', 'm') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:22
SELECT CASE WHEN REGEXP_LIKE('a'||CHR(10)||'d', 'a.d', 'n') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:29
SELECT CASE WHEN REGEXP_LIKE('Steven', '^Ste(v|ph)en$') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:36
SELECT CASE WHEN REGEXP_LIKE('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:43
SELECT CASE WHEN REGEXP_LIKE('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', 'bar') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:50
SELECT CASE WHEN REGEXP_LIKE('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar', 'm') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:57
SELECT CASE WHEN REGEXP_LIKE('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar', 'n') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:64
SELECT CASE WHEN REGEXP_LIKE('GREEN', '([aeiou])\1') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:71
SELECT CASE WHEN REGEXP_LIKE('GREEN', '([aeiou])\1', 'i') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:78
SELECT CASE WHEN REGEXP_LIKE('ORANGE' || chr(10) || 'GREEN', '([aeiou])\1', 'i') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:85
SELECT CASE WHEN REGEXP_LIKE('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', 'i') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:92
SELECT CASE WHEN REGEXP_LIKE('ORANGE' || chr(10) || 'GREEN', '([aeiou])\1', 'in') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:99
SELECT CASE WHEN REGEXP_LIKE('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', 'in') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:106
SELECT CASE WHEN REGEXP_LIKE('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', 'im') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:116
SELECT REGEXP_COUNT('a,b' || chr(10) || 'c','[^,]+') FROM dual;
= 2

-- expected/regexp_func.out:123
SELECT REGEXP_COUNT('a,b' || chr(10) || 'c','b.c') FROM dual;
= 0

-- expected/regexp_func.out:130
SELECT REGEXP_COUNT('a'||CHR(10)||'d', 'a.d') FROM dual;
= 0

-- expected/regexp_func.out:137
SELECT REGEXP_COUNT('a'||CHR(10)||'d', 'a.d', 1, 'm') FROM dual;
= 0

-- expected/regexp_func.out:144
SELECT REGEXP_COUNT('a'||CHR(10)||'d', 'a.d', 1, 'n') FROM dual;
= 1

-- expected/regexp_func.out:151
SELECT REGEXP_COUNT('Steven', '^Ste(v|ph)en$') FROM dual;
= 1

-- expected/regexp_func.out:158
SELECT REGEXP_COUNT('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar') FROM dual;
= 0

-- expected/regexp_func.out:165
SELECT REGEXP_COUNT('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', 'bar') FROM dual;
= 1

-- expected/regexp_func.out:172
SELECT REGEXP_COUNT('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar', 0, 'm') FROM dual;
! ORA-01428

-- expected/regexp_func.out:175
SELECT REGEXP_COUNT('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar', 1, 'm') FROM dual;
= 1

-- expected/regexp_func.out:182
SELECT REGEXP_COUNT('foo' || chr(10) || 'bar' || chr(10) || 'bequq' || chr(10) || 'baz', '^bar', 1, 'n') FROM dual;
= 0

-- expected/regexp_func.out:189
SELECT REGEXP_COUNT('GREEN', '([aeiou])\1') FROM dual;
= 0

-- expected/regexp_func.out:196
SELECT REGEXP_COUNT('GREEN', '([aeiou])\1', 1, 'i') FROM dual;
= 1

-- expected/regexp_func.out:203
SELECT REGEXP_COUNT('ORANGE' || chr(10) || 'GREEN', '([aeiou])\1', 1, 'i') FROM dual;
= 1

-- expected/regexp_func.out:210
SELECT REGEXP_COUNT('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', 1, 'i') FROM dual;
= 0

-- expected/regexp_func.out:217
SELECT REGEXP_COUNT('ORANGE' || chr(10) || 'GREEN', '([aeiou])\1', 1, 'in') FROM dual;
= 1

-- expected/regexp_func.out:224
SELECT REGEXP_COUNT('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', 1, 'in') FROM dual;
= 0

-- expected/regexp_func.out:231
SELECT REGEXP_COUNT('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', 1, 'im') FROM dual;
= 1

-- expected/regexp_func.out:238
SELECT REGEXP_COUNT('123123123123123', '(12)3', 1, 'i') FROM dual;
= 5

-- expected/regexp_func.out:245
SELECT REGEXP_COUNT('123123123123', '123', 3, 'i') FROM dual;
= 3

-- expected/regexp_func.out:252
SELECT REGEXP_COUNT('ABC123', '[A-Z]'), REGEXP_COUNT('A1B2C3', '[A-Z]') FROM dual;
= 3 | 3

-- expected/regexp_func.out:259
SELECT REGEXP_COUNT('ABC123', '[A-Z][0-9]'), REGEXP_COUNT('A1B2C3', '[A-Z][0-9]') FROM dual;
= 1 | 3

-- expected/regexp_func.out:266
SELECT REGEXP_COUNT('ABC123', '^[A-Z][0-9]'), REGEXP_COUNT('A1B2C3', '^[A-Z][0-9]') FROM dual;
= 0 | 1

-- expected/regexp_func.out:273
SELECT REGEXP_COUNT('ABC123', '([A-Z][0-9]){2}'), REGEXP_COUNT('A1B2C3', '([A-Z][0-9]){2}') FROM dual;
= 0 | 1

-- expected/regexp_func.out:280
SELECT REGEXP_COUNT('ORANGE' || chr(10) || 'GREEN', '^..([aeiou])\1', -1, 'i') FROM dual;
! ORA-01428

-- expected/regexp_func.out:286
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))') FROM dual;
= 1

-- expected/regexp_func.out:293
SELECT REGEXP_INSTR('1234567890', '(4(56)(78))') FROM dual;
= 4

-- expected/regexp_func.out:300
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 3) FROM dual;
= 0

-- expected/regexp_func.out:307
SELECT REGEXP_INSTR('1234567890', '(4(56)(78))', 3) FROM dual;
= 4

-- expected/regexp_func.out:314
SELECT REGEXP_INSTR('500 Oracle Parkway, Redwood Shores, CA', '[^ ]+', 1, 6) FROM dual;
= 37

-- expected/regexp_func.out:321
SELECT REGEXP_INSTR('500 Oracle Parkway, Redwood Shores, CA', '[S|R|P][[:alpha:]]{6}', 3, 2, 0) FROM dual;
= 21

-- expected/regexp_func.out:328
SELECT REGEXP_INSTR('500 Oracle Parkway, Redwood Shores, CA', '[S|R|P][[:alpha:]]{6}', 3, 2, 1) FROM dual;
= 28

-- expected/regexp_func.out:335
SELECT REGEXP_INSTR('500 Oracle Parkway, Redwood Shores, CA', '[q|r|p][[:alpha:]]{6}', 3, 2, 1, 'i') FROM dual;
= 28

-- expected/regexp_func.out:342
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 0) FROM dual;
= 1

-- expected/regexp_func.out:349
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 1) FROM dual;
= 1

-- expected/regexp_func.out:356
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 2) FROM dual;
= 4

-- expected/regexp_func.out:363
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 4) FROM dual;
= 7

-- expected/regexp_func.out:370
SELECT REGEXP_INSTR('1234567890 1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 4) FROM dual;
= 7

-- expected/regexp_func.out:377
SELECT REGEXP_INSTR('1234567890 1234567890', '(123)(4(56)(78))', 1, 2, 0, 'i', 4) FROM dual;
= 18

-- expected/regexp_func.out:384
SELECT REGEXP_INSTR('1234567890 1234567890', '(123)(4(56)(78))', 1, 2, 1, 'i', 4) FROM dual;
= 20

-- expected/regexp_func.out:391
SELECT REGEXP_INSTR('1234567890 1234567890 1234567890', '(123)(4(56)(78))', 1, 3, 0, 'i', 4) FROM dual;
= 29

-- expected/regexp_func.out:398
SELECT REGEXP_INSTR('1234567890 1234567890 1234567890', '(123)(4(56)(78))', 1, 3, 1, 'i', 4) FROM dual;
= 31

-- expected/regexp_func.out:417
WITH t AS (SELECT 1 AS id, 'johndoe@example.com' AS emailID FROM dual UNION ALL SELECT 2, 'janedoe' FROM dual)
SELECT emailID, REGEXP_INSTR(emailID, '\w+@\w+(\.\w+)+') FROM t ORDER BY id;
= johndoe@example.com | 1
= janedoe | 0

-- expected/regexp_func.out:429
WITH t AS (SELECT 1 AS id, 'johndoe@example.com' AS emailID FROM dual UNION ALL SELECT 2, 'janedoe' FROM dual)
SELECT emailID, REGEXP_INSTR(emailID, '\w+@\w+(\.\w+)+', 1, 1, 0, 'i', 0) FROM t ORDER BY id;
= johndoe@example.com | 1
= janedoe | 0

-- expected/regexp_func.out:441
WITH t AS (SELECT 1 AS id, 'johndoe@example.com' AS emailID FROM dual UNION ALL SELECT 2, 'janedoe' FROM dual)
SELECT emailID, REGEXP_INSTR(emailID, '\w+@\w+(\.\w+)+', 1, 1, 0, 'i', 1) FROM t ORDER BY id;
= johndoe@example.com | 16
= janedoe | 0

-- expected/regexp_func.out:450
SELECT REGEXP_INSTR('1234567890 1234567890 1234567890', '(123)(4(56)(78))', -1, 3, 1, 'i', 4) FROM dual;
! ORA-01428

-- expected/regexp_func.out:452
SELECT REGEXP_INSTR('1234567890 1234567890 1234567890', '(123)(4(56)(78))', 1, -3, 1, 'i', 4) FROM dual;
! ORA-01428

-- expected/regexp_func.out:459
SELECT REGEXP_INSTR('123 123456 1234567, 1234567 1234567 12', '[^ ]+', 1, 6) FROM dual;
= 37

-- expected/regexp_func.out:466
SELECT REGEXP_INSTR('123 123456 1234567, 1234567 1234567 12', '[^ ]+', 1, 6, 1) FROM dual;
= 39

-- expected/regexp_func.out:473
SELECT REGEXP_INSTR('123 123456 1234567, 1234567 1234567 12', '[^ ]+', 1, 6, 1, 'i') FROM dual;
= 39

-- expected/regexp_func.out:483
SELECT REPLACE(REGEXP_SUBSTR('a,b'||chr(10)||'c','[^,]+',1,2), CHR(10), '~') FROM dual;
= b~c

-- expected/regexp_func.out:491
SELECT REGEXP_SUBSTR('a,b'||chr(10)||'c','.',1,4) FROM dual;
= c

-- expected/regexp_func.out:498
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',[^,]+') FROM dual;
= , zipcode town

-- expected/regexp_func.out:505
SELECT REGEXP_SUBSTR('http://www.example.com/products', 'http://([[:alnum:]]+\.?){3,4}/?') FROM dual;
= http://www.example.com/

-- expected/regexp_func.out:512
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',[^,]+', 24) FROM dual;
= , FR

-- expected/regexp_func.out:519
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',[^,]+', 1, 1) FROM dual;
= , zipcode town

-- expected/regexp_func.out:526
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',[^,]+', 1, 2) FROM dual;
= , FR

-- expected/regexp_func.out:533
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',\s+[Zf][^,]+', 1, 1) FROM dual;
= NULL

-- expected/regexp_func.out:540
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',\s+[Zf][^,]+', 1, 1, 'i') FROM dual;
= , zipcode town

-- expected/regexp_func.out:547
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',\s+[Zf][^,]+', 1, 1, 'i', 0) FROM dual;
= , zipcode town

-- expected/regexp_func.out:554
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',\s+[Zf][^,]+', 1, 1, 'i', 1) FROM dual;
= NULL

-- expected/regexp_func.out:561
SELECT REGEXP_SUBSTR('number of your street, zipcode town, FR', ',\s+([Zf][^,]+)', 1, 1, 'i', 1) FROM dual;
= zipcode town

-- expected/regexp_func.out:568
SELECT REGEXP_SUBSTR('1234567890 1234567890', '(123)(4(56)(78))', 1, 1, 'i', 4) FROM dual;
= 78

-- expected/regexp_func.out:575
SELECT REGEXP_SUBSTR('1234567890 1234557890', '(123)(4(5[56])(78))', 1, 2, 'i', 3) FROM dual;
= 55

-- expected/regexp_func.out:582
SELECT REGEXP_SUBSTR('1234567890 1234567890', '(123)(4(56)(78))', 1, 1, 'i', 0) FROM dual;
= 12345678

-- expected/regexp_func.out:589
SELECT REGEXP_SUBSTR('1234567890 1234567890', '(123)(4(56)(78))', -1, 1, 'i', 0) FROM dual;
! ORA-01428

-- expected/regexp_func.out:591
SELECT REGEXP_SUBSTR('1234567890 1234567890', '(123)(4(56)(78))', 1, -1, 'i', 0) FROM dual;
! ORA-01428

-- expected/regexp_func.out:599
SELECT REGEXP_REPLACE('512.123.4567', '([[:digit:]]{3})\.([[:digit:]]{3})\.([[:digit:]]{4})', '(\1) \2-\3') FROM dual;
= (512) 123-4567

-- expected/regexp_func.out:606
SELECT REGEXP_REPLACE('512.123.4567 612.123.4567', '([[:digit:]]{3})\.([[:digit:]]{3})\.([[:digit:]]{4})', '(\1) \2-\3') FROM dual;
= (512) 123-4567 (612) 123-4567

-- expected/regexp_func.out:613
SELECT REGEXP_REPLACE('number   your     street,    zipcode  town, FR', '( ){2,}', ' ') FROM dual;
= number your street, zipcode town, FR

-- expected/regexp_func.out:621
SELECT REPLACE(REGEXP_REPLACE('number   your     street,'||CHR(10)||'    zipcode  town, FR', '( ){2,}', ' '), CHR(10), '~') FROM dual;
= number your street,~ zipcode town, FR

-- expected/regexp_func.out:629
SELECT REGEXP_REPLACE('number   your     street,    zipcode  town, FR', '( ){2,}', ' ', 9) FROM dual;
= number   your street, zipcode town, FR

-- expected/regexp_func.out:636
SELECT REGEXP_REPLACE('number   your     street,    zipcode  town, FR', '( ){2,}', ' ', 9, 0) FROM dual;
= number   your street, zipcode town, FR

-- expected/regexp_func.out:643
SELECT REGEXP_REPLACE('number   your     street,    zipcode  town, FR', '( ){2,}', ' ', 9, 2) FROM dual;
= number   your     street, zipcode  town, FR

-- expected/regexp_func.out:650
SELECT REGEXP_REPLACE('number   your     street,    zipcode  town, FR', '( ){2,}', ' ', 9, 2, 'm') FROM dual;
= number   your     street, zipcode  town, FR

-- expected/regexp_func.out:657
SELECT REGEXP_REPLACE('number   your     street,    zipcode  town, FR', '([EURT]){2,}', '[\1]', 9, 2, 'i') FROM dual;
= number   your     s[t],    zipcode  town, FR

-- expected/regexp_func.out:671
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'A|e|i|o|u', 'X', 1, 2) FROM dual;
= A PXstgreSQL function

-- expected/regexp_func.out:678
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 0, 'i') FROM dual;
= X PXstgrXSQL fXnctXXn

-- expected/regexp_func.out:685
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 1, 'i') FROM dual;
= X PostgreSQL function

-- expected/regexp_func.out:692
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 2, 'i') FROM dual;
= A PXstgreSQL function

-- expected/regexp_func.out:699
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 3, 'i') FROM dual;
= A PostgrXSQL function

-- expected/regexp_func.out:706
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 9, 'i') FROM dual;
= A PostgreSQL function

-- expected/regexp_func.out:713
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'A|e|i|o|u', 'X', 1, 9) FROM dual;
= A PostgreSQL function

-- expected/regexp_func.out:720
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', -1, 0, 'i') FROM dual;
! ORA-01428

-- expected/regexp_func.out:723
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, -1, 'i') FROM dual;
! ORA-01428

-- expected/regexp_func.out:726
SELECT REGEXP_REPLACE ('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 1, 'g') FROM dual;
! ORA-01760

-- expected/regexp_func.out:733
SELECT CASE WHEN REGEXP_LIKE(NULL, '\d+', 'i') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:739
SELECT CASE WHEN REGEXP_LIKE('1234', NULL, 'i') THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/regexp_func.out:745
SELECT CASE WHEN REGEXP_LIKE('1234', '\d+', NULL) THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:751
SELECT CASE WHEN REGEXP_LIKE('1234', '\d+', '') THEN 1 ELSE 0 END FROM dual;
= 1

-- expected/regexp_func.out:757
SELECT REGEXP_COUNT('1234', '\d', NULL) FROM dual;
= NULL

-- expected/regexp_func.out:763
SELECT REGEXP_COUNT('1234', '\d', 1, NULL) FROM dual;
= 4

-- expected/regexp_func.out:769
SELECT REGEXP_COUNT('1234', '\d', 1, '') FROM dual;
= 4

-- expected/regexp_func.out:775
SELECT REGEXP_COUNT('1234', '\d', NULL, NULL) FROM dual;
= NULL

-- expected/regexp_func.out:781
SELECT REGEXP_COUNT(NULL, '4', 1, 'i') FROM dual;
= NULL

-- expected/regexp_func.out:787
SELECT REGEXP_INSTR('1234', '4', NULL) FROM dual;
= NULL

-- expected/regexp_func.out:793
SELECT REGEXP_INSTR('1234', '4', 1, NULL) FROM dual;
= NULL

-- expected/regexp_func.out:799
SELECT REGEXP_INSTR('1234', '4', 1, 1, NULL) FROM dual;
= NULL

-- expected/regexp_func.out:805
SELECT REGEXP_INSTR('1234', '4', 1, 1, 1, NULL) FROM dual;
= 5

-- expected/regexp_func.out:811
SELECT REGEXP_INSTR('1234', '4', 1, 1, 1, NULL, 0) FROM dual;
= 5

-- expected/regexp_func.out:817
SELECT REGEXP_INSTR('1234', '4', 1, 1, 0, NULL) FROM dual;
= 4

-- expected/regexp_func.out:823
SELECT REGEXP_INSTR('1234', '4', 1, 1, 0, 'i', NULL) FROM dual;
= NULL

-- expected/regexp_func.out:829
SELECT REGEXP_INSTR('1234', '4', 1, 1, 0, '', NULL) FROM dual;
= NULL

-- expected/regexp_func.out:835
SELECT REGEXP_INSTR(NULL, '4', 1, 1, 0, 'i', 2) FROM dual;
= NULL

-- expected/regexp_func.out:847
SELECT REGEXP_SUBSTR('1234', '1(.*)', null) FROM dual;
= NULL

-- expected/regexp_func.out:853
SELECT REGEXP_SUBSTR('1234', '234', 1, null) FROM dual;
= NULL

-- expected/regexp_func.out:859
SELECT REGEXP_SUBSTR('1234', '234', 1, 1, null) FROM dual;
= 234

-- expected/regexp_func.out:865
SELECT REGEXP_SUBSTR('1234', '234', 1, 1, '') FROM dual;
= 234

-- expected/regexp_func.out:871
SELECT REGEXP_SUBSTR('1234', '234', 1, 1, 'i', null) FROM dual;
= NULL

-- expected/regexp_func.out:878
SELECT REGEXP_SUBSTR('1234', '2(3)(4)', 1, 1, 'i', 1) FROM dual;
= 3

-- expected/regexp_func.out:884
SELECT REGEXP_SUBSTR('1234', '2(3)(4)', 1, 1, 'i', 2) FROM dual;
= 4

-- expected/regexp_func.out:890
SELECT REGEXP_SUBSTR('1234', '2(3)(4)', 1, 1, 'i', 0) FROM dual;
= 234

-- expected/regexp_func.out:897
SELECT REGEXP_REPLACE(null, '\d', 'a') FROM dual;
= NULL

-- expected/regexp_func.out:904
SELECT REGEXP_REPLACE('1234', null, 'a') FROM dual;
= 1234

-- expected/regexp_func.out:911
SELECT REGEXP_REPLACE('1234', null, null) FROM dual;
= 1234

-- expected/regexp_func.out:918
SELECT REGEXP_REPLACE('1234', '\d', null) FROM dual;
= NULL

-- expected/regexp_func.out:925
SELECT REGEXP_REPLACE('1234', '\d', 'a', null) FROM dual;
= NULL

-- expected/regexp_func.out:932
SELECT REGEXP_REPLACE('1234', null, 'a', 2) FROM dual;
= 1234

-- expected/regexp_func.out:939
SELECT REGEXP_REPLACE('1234', null, 'a', null) FROM dual;
= NULL

-- expected/regexp_func.out:946
SELECT REGEXP_REPLACE('1234', null, 'a', 1) FROM dual;
= 1234

-- expected/regexp_func.out:953
SELECT REGEXP_REPLACE('1234', null, 'a', 1, null) FROM dual;
= NULL

-- expected/regexp_func.out:960
SELECT REGEXP_REPLACE('1234', '\d', 'a', 1, null) FROM dual;
= NULL

-- expected/regexp_func.out:967
SELECT REGEXP_REPLACE('1234', '\d', 'a', 1, 1, null) FROM dual;
= a234

-- expected/regexp_func.out:974
SELECT REGEXP_REPLACE('1234', '\d', 'a', 1, NULL, 'i') FROM dual;
= NULL

-- expected/regexp_func.out:981
SELECT REGEXP_REPLACE('1234', null, 'a', 1, 1, 'i') FROM dual;
= 1234

-- expected/orafce.out:6
SELECT TO_CHAR(ADD_MONTHS(DATE '2003-08-01', 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-11-01 00:00:00

-- expected/orafce.out:12
SELECT TO_CHAR(ADD_MONTHS(DATE '2003-08-01', -3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-05-01 00:00:00

-- expected/orafce.out:18
SELECT TO_CHAR(ADD_MONTHS(DATE '2003-08-21', -3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-05-21 00:00:00

-- expected/orafce.out:24
SELECT TO_CHAR(ADD_MONTHS(DATE '2003-01-31', 1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-02-28 00:00:00

-- expected/orafce.out:30
SELECT TO_CHAR(ADD_MONTHS(DATE '2008-02-28', 1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-03-28 00:00:00

-- expected/orafce.out:36
SELECT TO_CHAR(ADD_MONTHS(DATE '2008-02-29', 1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-03-31 00:00:00

-- expected/orafce.out:42
SELECT TO_CHAR(ADD_MONTHS(DATE '2008-01-31', 12), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-01-31 00:00:00

-- expected/orafce.out:48
SELECT TO_CHAR(ADD_MONTHS(DATE '2008-01-31', -12), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2007-01-31 00:00:00

-- expected/orafce.out:54
SELECT TO_CHAR(ADD_MONTHS(DATE '2008-01-31', 95903), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 9999-12-31 00:00:00

-- expected/orafce.out:66
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('03-21-2008', 'MM-DD-YYYY'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:72
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('21-MAR-2008', 'DD-MON-YYYY'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:78
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('21-MAR-08', 'DD-MON-YY'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:84
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-MAR-21', 'YYYY-MON-DD'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:90
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('March 21,2008', 'Month DD,YYYY'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:96
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('03/21/2008', 'MM/DD/YYYY'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:102
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('20080321', 'YYYYMMDD'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:108
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('080321', 'YYMMDD'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 00:00:00

-- expected/orafce.out:114
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2003-08-01 10:12:21', 'YYYY-MM-DD HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-11-01 10:12:21

-- expected/orafce.out:120
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2003-08-01 10:21:21', 'YYYY-MM-DD HH24:MI:SS'), -3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-05-01 10:21:21

-- expected/orafce.out:126
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2003-08-21 12:21:21', 'YYYY-MM-DD HH24:MI:SS'), -3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-05-21 12:21:21

-- expected/orafce.out:132
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2003-01-31 01:12:45', 'YYYY-MM-DD HH24:MI:SS'), 1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-02-28 01:12:45

-- expected/orafce.out:138
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-02-28 02:12:12', 'YYYY-MM-DD HH24:MI:SS'), 1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-03-28 02:12:12

-- expected/orafce.out:144
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-02-29 12:12:12', 'YYYY-MM-DD HH24:MI:SS'), 1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-03-31 12:12:12

-- expected/orafce.out:150
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-01-31 11:11:21', 'YYYY-MM-DD HH24:MI:SS'), 12), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-01-31 11:11:21

-- expected/orafce.out:156
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-01-31 11:21:21', 'YYYY-MM-DD HH24:MI:SS'), -12), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2007-01-31 11:21:21

-- expected/orafce.out:162
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-01-31 12:12:12', 'YYYY-MM-DD HH24:MI:SS'), 95903), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 9999-12-31 12:12:12

-- expected/orafce.out:174
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('03-21-2008 08:12:22', 'MM-DD-YYYY HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 08:12:22

-- expected/orafce.out:180
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('21-MAR-2008 06:02:12', 'DD-MON-YYYY HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 06:02:12

-- expected/orafce.out:186
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('21-MAR-08 12:11:22', 'DD-MON-YY HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 12:11:22

-- expected/orafce.out:192
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2008-MAR-21 11:32:43', 'YYYY-MON-DD HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 11:32:43

-- expected/orafce.out:198
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('March 21,2008 12:32:12', 'Month DD,YYYY HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 12:32:12

-- expected/orafce.out:204
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('03/21/2008 12:32:12', 'MM/DD/YYYY HH24:MI:SS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 12:32:12

-- expected/orafce.out:210
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('20080321 123244', 'YYYYMMDD HH24MISS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 12:32:44

-- expected/orafce.out:216
SELECT TO_CHAR(ADD_MONTHS(TO_DATE('080321 121212', 'YYMMDD HH24MISS'), 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-06-21 12:12:12

-- expected/orafce.out:222
SELECT TO_CHAR(LAST_DAY(to_date('2003/03/15', 'yyyy/mm/dd')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-03-31 00:00:00

-- expected/orafce.out:228
SELECT TO_CHAR(LAST_DAY(to_date('2003/02/03', 'yyyy/mm/dd')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-02-28 00:00:00

-- expected/orafce.out:234
SELECT TO_CHAR(LAST_DAY(to_date('2004/02/03', 'yyyy/mm/dd')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2004-02-29 00:00:00

-- expected/orafce.out:240
SELECT TO_CHAR(LAST_DAY(DATE '1900-02-01'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1900-02-28 00:00:00

-- expected/orafce.out:246
SELECT TO_CHAR(LAST_DAY(DATE '2000-02-01'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2000-02-29 00:00:00

-- expected/orafce.out:252
SELECT TO_CHAR(LAST_DAY(DATE '2007-02-01'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2007-02-28 00:00:00

-- expected/orafce.out:258
SELECT TO_CHAR(LAST_DAY(DATE '2008-02-01'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-02-29 00:00:00

-- expected/orafce.out:265
SELECT TO_CHAR(LAST_DAY(to_date('2003/03/15 11:12:21', 'yyyy/mm/dd hh:mi:ss')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-03-31 11:12:21

-- expected/orafce.out:271
SELECT TO_CHAR(LAST_DAY(to_date('2003/02/03 10:21:32', 'yyyy/mm/dd hh:mi:ss')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-02-28 10:21:32

-- expected/orafce.out:277
SELECT TO_CHAR(LAST_DAY(to_date('2004/02/03 11:32:12', 'yyyy/mm/dd hh:mi:ss')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2004-02-29 11:32:12

-- expected/orafce.out:283
SELECT TO_CHAR(LAST_DAY(TO_DATE('1900-02-01 12:12:11', 'YYYY-MM-DD HH24:MI:SS')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1900-02-28 12:12:11

-- expected/orafce.out:289
SELECT TO_CHAR(LAST_DAY(TO_DATE('2000-02-01 121143', 'YYYY-MM-DD HH24MISS')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2000-02-29 12:11:43

-- expected/orafce.out:295
SELECT TO_CHAR(LAST_DAY(TO_DATE('2007-02-01 12:21:33', 'YYYY-MM-DD HH24:MI:SS')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2007-02-28 12:21:33

-- expected/orafce.out:301
SELECT TO_CHAR(LAST_DAY(TO_DATE('2008-02-01 121212', 'YYYY-MM-DD HH24MISS')), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-02-29 12:12:12

-- expected/orafce.out:308
SELECT TO_CHAR(NEXT_DAY(DATE '2003-08-01', 'TUESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-05 00:00:00

-- expected/orafce.out:314
SELECT TO_CHAR(NEXT_DAY(DATE '2003-08-06', 'WEDNESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-13 00:00:00

-- expected/orafce.out:320
SELECT TO_CHAR(NEXT_DAY(DATE '2003-08-06', 'SUNDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-10 00:00:00

-- expected/orafce.out:326
SELECT TO_CHAR(NEXT_DAY(DATE '2008-01-01', 'sun'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-01-06 00:00:00

-- expected/orafce.out:332
SELECT TO_CHAR(NEXT_DAY(DATE '2008-01-01', 'sunAAA'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-01-06 00:00:00

-- expected/orafce.out:350
SELECT TO_CHAR(NEXT_DAY(TO_DATE('2003-08-01 111211', 'YYYY-MM-DD HH24MISS'), 'TUESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-05 11:12:11

-- expected/orafce.out:356
SELECT TO_CHAR(NEXT_DAY(TO_DATE('2003-08-06 10:11:43', 'YYYY-MM-DD HH24:MI:SS'), 'WEDNESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-13 10:11:43

-- expected/orafce.out:362
SELECT TO_CHAR(NEXT_DAY(TO_DATE('2003-08-06 11:21:21', 'YYYY-MM-DD HH24:MI:SS'), 'SUNDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-10 11:21:21

-- expected/orafce.out:368
SELECT TO_CHAR(NEXT_DAY(TO_DATE('2008-01-01 111343', 'YYYY-MM-DD HH24MISS'), 'sun'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-01-06 11:13:43

-- expected/orafce.out:374
SELECT TO_CHAR(NEXT_DAY(TO_DATE('2008-01-01 121212', 'YYYY-MM-DD HH24MISS'), 'sunAAA'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2008-01-06 12:12:12

-- expected/orafce.out:392
SELECT ROUND(MONTHS_BETWEEN(to_date ('2003/01/01', 'yyyy/mm/dd'), to_date ('2003/03/14', 'yyyy/mm/dd')), 14) FROM dual;
= -2.41935483870968

-- expected/orafce.out:398
SELECT ROUND(MONTHS_BETWEEN(to_date ('2003/07/01', 'yyyy/mm/dd'), to_date ('2003/03/14', 'yyyy/mm/dd')), 14) FROM dual;
= 3.58064516129032

-- expected/orafce.out:404
SELECT MONTHS_BETWEEN(to_date ('2003/07/02', 'yyyy/mm/dd'), to_date ('2003/07/02', 'yyyy/mm/dd')) FROM dual;
= 0

-- expected/orafce.out:410
SELECT MONTHS_BETWEEN(to_date ('2003/08/02', 'yyyy/mm/dd'), to_date ('2003/06/02', 'yyyy/mm/dd')) FROM dual;
= 2

-- expected/orafce.out:416
SELECT MONTHS_BETWEEN(DATE '2007-02-28', DATE '2007-04-30') FROM dual;
= -2

-- expected/orafce.out:422
SELECT MONTHS_BETWEEN(DATE '2008-01-31', DATE '2008-02-29') FROM dual;
= -1

-- expected/orafce.out:428
SELECT MONTHS_BETWEEN(DATE '2008-02-29', DATE '2008-03-31') FROM dual;
= -1

-- expected/orafce.out:434
SELECT MONTHS_BETWEEN(DATE '2008-02-29', DATE '2008-04-30') FROM dual;
= -2

-- expected/orafce.out:440
SELECT TRUNC(MONTHS_BETWEEN(TO_DATE('21-feb-2008', 'DD-MON-YYYY'), DATE '2008-02-29')) FROM dual;
= 0

-- expected/orafce.out:470
SELECT MONTHS_BETWEEN(TO_DATE('2007-02-28 111111', 'YYYY-MM-DD HH24MISS'), TO_DATE('2007-04-30 112121', 'YYYY-MM-DD HH24MISS')) FROM dual;
= -2

-- expected/orafce.out:476
SELECT MONTHS_BETWEEN(TO_DATE('2008-01-31 11:32:11', 'YYYY-MM-DD HH24:MI:SS'), TO_DATE('2008-02-29 11:12:12', 'YYYY-MM-DD HH24:MI:SS')) FROM dual;
= -1

-- expected/orafce.out:482
SELECT MONTHS_BETWEEN(TO_DATE('2008-02-29 10:11:13', 'YYYY-MM-DD HH24:MI:SS'), TO_DATE('2008-03-31 10:12:11', 'YYYY-MM-DD HH24:MI:SS')) FROM dual;
= -1

-- expected/orafce.out:488
SELECT MONTHS_BETWEEN(TO_DATE('2008-02-29 111111', 'YYYY-MM-DD HH24MISS'), TO_DATE('2008-04-30 12:12:12', 'YYYY-MM-DD HH24:MI:SS')) FROM dual;
= -2

-- expected/orafce.out:494
SELECT TRUNC(MONTHS_BETWEEN(TO_DATE('21-feb-2008 12:11:11', 'DD-MON-YYYY HH24:MI:SS'), TO_DATE('2008-02-29 11:11:11', 'YYYY-MM-DD HH24:MI:SS'))) FROM dual;
= 0

-- expected/orafce.out:514
SELECT length('jmenuji se Pavel Stehule') FROM dual;
= 24

-- expected/orafce.out:520
SELECT length('a bydlim ve Skalici') FROM dual;
= 19

-- expected/orafce.out:906
SELECT TO_CHAR(round(to_date('22-AUG-03', 'DD-MON-YY'),'YEAR'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2004-01-01 00:00:00

-- expected/orafce.out:912
SELECT TO_CHAR(round(to_date('22-AUG-03', 'DD-MON-YY'),'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-10-01 00:00:00

-- expected/orafce.out:918
SELECT TO_CHAR(round(to_date('22-AUG-03', 'DD-MON-YY'),'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-09-01 00:00:00

-- expected/orafce.out:924
SELECT TO_CHAR(round(to_date('22-AUG-03', 'DD-MON-YY'),'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-22 00:00:00

-- expected/orafce.out:930
SELECT TO_CHAR(round(to_date('22-AUG-03', 'DD-MON-YY'),'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-24 00:00:00

-- expected/orafce.out:936
SELECT TO_CHAR(trunc(to_date('22-AUG-03', 'DD-MON-YY'), 'YEAR'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-01-01 00:00:00

-- expected/orafce.out:942
SELECT TO_CHAR(trunc(to_date('22-AUG-03', 'DD-MON-YY'), 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-07-01 00:00:00

-- expected/orafce.out:948
SELECT TO_CHAR(trunc(to_date('22-AUG-03', 'DD-MON-YY'), 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-01 00:00:00

-- expected/orafce.out:954
SELECT TO_CHAR(trunc(to_date('22-AUG-03', 'DD-MON-YY'), 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-22 00:00:00

-- expected/orafce.out:960
SELECT TO_CHAR(trunc(to_date('22-AUG-03', 'DD-MON-YY'), 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-17 00:00:00

-- expected/orafce.out:1008
SELECT TO_CHAR(next_day(to_date('01-Aug-03', 'DD-MON-YY'), 'TUESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-05 00:00:00

-- expected/orafce.out:1014
SELECT TO_CHAR(next_day(to_date('06-Aug-03', 'DD-MON-YY'), 'WEDNESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-13 00:00:00

-- expected/orafce.out:1020
SELECT TO_CHAR(next_day(to_date('06-Aug-03', 'DD-MON-YY'), 'SUNDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-10 00:00:00

-- expected/orafce.out:1027
SELECT TO_CHAR(next_day(to_date('01-Aug-03 101111', 'DD-MON-YY HH24miss'), 'TUESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-05 10:11:11

-- expected/orafce.out:1033
SELECT TO_CHAR(next_day(to_date('06-Aug-03 10:12:13', 'DD-MON-YY HH24:MI:SS'), 'WEDNESDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-13 10:12:13

-- expected/orafce.out:1039
SELECT TO_CHAR(next_day(to_date('06-Aug-03 11:11:11', 'DD-MON-YY HH:MI:SS'), 'SUNDAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2003-08-10 11:11:11

-- expected/orafce.out:1046
SELECT INSTR('Tech on the net', 'e') FROM dual;
= 2

-- expected/orafce.out:1052
SELECT INSTR('Tech on the net', 'e', 1, 1) FROM dual;
= 2

-- expected/orafce.out:1058
SELECT INSTR('Tech on the net', 'e', 1, 2) FROM dual;
= 11

-- expected/orafce.out:1064
SELECT INSTR('Tech on the net', 'e', 1, 3) FROM dual;
= 14

-- expected/orafce.out:1070
SELECT INSTR('Tech on the net', 'e', -3, 2) FROM dual;
= 2

-- expected/orafce.out:1076
SELECT instr('abc', NULL) FROM dual;
= NULL

-- expected/orafce.out:1088
SELECT INSTR('abc', 'a') FROM dual;
= 1

-- expected/orafce.out:1094
SELECT INSTR('abc', 'c') FROM dual;
= 3

-- expected/orafce.out:1100
SELECT INSTR('abc', 'z') FROM dual;
= 0

-- expected/orafce.out:1106
SELECT INSTR('abcabcabc', 'abca', 1) FROM dual;
= 1

-- expected/orafce.out:1112
SELECT INSTR('abcabcabc', 'abca', 2) FROM dual;
= 4

-- expected/orafce.out:1118
SELECT INSTR('abcabcabc', 'abca', 7) FROM dual;
= 0

-- expected/orafce.out:1124
SELECT INSTR('abcabcabc', 'abca', 9) FROM dual;
= 0

-- expected/orafce.out:1130
SELECT INSTR('abcabcabc', 'abca', -1) FROM dual;
= 4

-- expected/orafce.out:1136
SELECT INSTR('abcabcabc', 'abca', -8) FROM dual;
= 1

-- expected/orafce.out:1142
SELECT INSTR('abcabcabc', 'abca', -9) FROM dual;
= 1

-- expected/orafce.out:1148
SELECT INSTR('abcabcabc', 'abca', -10) FROM dual;
= 0

-- expected/orafce.out:1154
SELECT INSTR('abcabcabc', 'abca', 1, 1) FROM dual;
= 1

-- expected/orafce.out:1160
SELECT INSTR('abcabcabc', 'abca', 1, 2) FROM dual;
= 4

-- expected/orafce.out:1166
SELECT INSTR('abcabcabc', 'abca', 1, 3) FROM dual;
= 0

-- expected/orafce.out:1172
SELECT INSTR('ab;cdx', ';', 0) FROM dual;
= 0

-- expected/orafce.out:1178
SELECT substr('This is a test', 6, 2) FROM dual;
= is

-- expected/orafce.out:1184
SELECT substr('This is a test', 6) FROM dual;
= is a test

-- expected/orafce.out:1190
SELECT substr('TechOnTheNet', 1, 4) FROM dual;
= Tech

-- expected/orafce.out:1196
SELECT substr('TechOnTheNet', -3, 3) FROM dual;
= Net

-- expected/orafce.out:1202
SELECT substr('TechOnTheNet', -6, 3) FROM dual;
= The

-- expected/orafce.out:1208
SELECT substr('TechOnTheNet', -8, 2) FROM dual;
= On

-- expected/orafce.out:1222
SELECT substr('TechOnTheNet', -8, 0) FROM dual;
= NULL

-- expected/orafce.out:1244
SELECT SUBSTR('TechOnTheNet', -8, -1) FROM dual;
= NULL

-- expected/orafce.out:1250
SELECT substr(1234567,CAST(3.6 AS SMALLINT)) FROM dual;
= 4567

-- expected/orafce.out:1256
SELECT substr(1234567,CAST(3.6 AS INTEGER)) FROM dual;
= 4567

-- expected/orafce.out:1268
SELECT substr(1234567,3.6) FROM dual;
= 34567

-- expected/orafce.out:1274
SELECT substr(1234567,-1) FROM dual;
= 7

-- expected/orafce.out:1280
SELECT substr(1234567,CAST(3.6 AS SMALLINT),2.6) FROM dual;
= 45

-- expected/orafce.out:1286
SELECT substr(1234567,CAST(3.6 AS SMALLINT),CAST(2.6 AS SMALLINT)) FROM dual;
= 456

-- expected/orafce.out:1292
SELECT substr(1234567,CAST(3.6 AS SMALLINT),CAST(2.6 AS INTEGER)) FROM dual;
= 456

-- expected/orafce.out:1310
SELECT substr(1234567,CAST(3.6 AS INTEGER),CAST(2.6 AS SMALLINT)) FROM dual;
= 456

-- expected/orafce.out:1316
SELECT substr(1234567,CAST(3.6 AS INTEGER),CAST(2.6 AS INTEGER)) FROM dual;
= 456

-- expected/orafce.out:1328
SELECT substr(1234567,CAST(3.6 AS INTEGER),2.6) FROM dual;
= 45

-- expected/orafce.out:1358
SELECT substr(1234567,3.6,CAST(2.6 AS SMALLINT)) FROM dual;
= 345

-- expected/orafce.out:1364
SELECT substr(1234567,3.6,CAST(2.6 AS INTEGER)) FROM dual;
= 345

-- expected/orafce.out:1376
SELECT substr(1234567,3.6,2.6) FROM dual;
= 34

-- expected/orafce.out:1382
SELECT substr('abcdef',CAST(3.6 AS SMALLINT)) FROM dual;
= def

-- expected/orafce.out:1388
SELECT substr('abcdef',CAST(3.6 AS INTEGER)) FROM dual;
= def

-- expected/orafce.out:1400
SELECT substr('abcdef',3.6) FROM dual;
= cdef

-- expected/orafce.out:1406
SELECT substr('abcdef',CAST(3.5 AS INTEGER),CAST(3.5 AS INTEGER)) FROM dual;
= def

-- expected/orafce.out:1412
SELECT substr('abcdef',3.5,3.5) FROM dual;
= cde

-- expected/orafce.out:1418
SELECT substr('abcdef',3.5,CAST(3.5 AS INTEGER)) FROM dual;
= cdef

-- expected/orafce.out:1424
SELECT concat('Tech on', ' the Net') FROM dual;
= Tech on the Net

-- expected/orafce.out:1430
SELECT concat('a', 'b') FROM dual;
= ab

-- expected/orafce.out:1436
SELECT concat('a', NULL) FROM dual;
= a

-- expected/orafce.out:1442
SELECT concat(NULL, 'b') FROM dual;
= b

-- expected/orafce.out:1448
SELECT concat('a', 2) FROM dual;
= a2

-- expected/orafce.out:1454
SELECT concat(1, 'b') FROM dual;
= 1b

-- expected/orafce.out:1460
SELECT concat(1, 2) FROM dual;
= 12

-- expected/orafce.out:1466
SELECT concat(1, NULL) FROM dual;
= 1

-- expected/orafce.out:1472
SELECT concat(NULL, 2) FROM dual;
= 2

-- expected/orafce.out:1478
SELECT nvl('A', 'B') FROM dual;
= A

-- expected/orafce.out:1484
SELECT nvl(CAST(NULL AS VARCHAR2(10)), 'B') FROM dual;
= B

-- expected/orafce.out:1490
SELECT nvl(CAST(NULL AS VARCHAR2(10)), NULL) FROM dual;
= NULL

-- expected/orafce.out:1496
SELECT nvl(1, 2) FROM dual;
= 1

-- expected/orafce.out:1502
SELECT nvl(CAST(NULL AS NUMBER), 2) FROM dual;
= 2

-- expected/orafce.out:1508
SELECT nvl(CAST(NULL AS NUMBER), 1) FROM dual;
= 1

-- expected/orafce.out:1514
SELECT nvl(1.1, 1) FROM dual;
= 1.1

-- expected/orafce.out:1526
SELECT nvl2('A', 'B', 'C') FROM dual;
= B

-- expected/orafce.out:1532
SELECT nvl2(CAST(NULL AS VARCHAR2(10)), 'B', 'C') FROM dual;
= C

-- expected/orafce.out:1538
SELECT nvl2('A', NULL, 'C') FROM dual;
= NULL

-- expected/orafce.out:1544
SELECT nvl2(CAST(NULL AS VARCHAR2(10)), 'B', NULL) FROM dual;
= NULL

-- expected/orafce.out:1550
SELECT nvl2(1, 2, 3) FROM dual;
= 2

-- expected/orafce.out:1556
SELECT nvl2(NULL, 2, 3) FROM dual;
= 3

-- expected/orafce.out:1562
SELECT COUNT(*) FROM dual WHERE LNNVL(1 = 1);
= 0

-- expected/orafce.out:1568
SELECT COUNT(*) FROM dual WHERE LNNVL(1 = 0);
= 1

-- expected/orafce.out:1574
SELECT COUNT(*) FROM dual WHERE LNNVL(1 = NULL);
= 1

-- expected/orafce.out:1580
SELECT DECODE(1, 1, 100, 2, 200) FROM dual;
= 100

-- expected/orafce.out:1586
SELECT DECODE(2, 1, 100, 2, 200) FROM dual;
= 200

-- expected/orafce.out:1592
SELECT DECODE(3, 1, 100, 2, 200) FROM dual;
= NULL

-- expected/orafce.out:1598
SELECT DECODE(3, 1, 100, 2, 200, 300) FROM dual;
= 300

-- expected/orafce.out:1604
SELECT DECODE(NULL, 1, 100, NULL, 200, 300) FROM dual;
= 200

-- expected/orafce.out:1610
SELECT DECODE('1', '1', 100, '2', 200) FROM dual;
= 100

-- expected/orafce.out:1616
SELECT DECODE(2, 1, 'ABC', 2, 'DEF') FROM dual;
= DEF

-- expected/orafce.out:1622
SELECT DECODE(DATE '2009-02-05', DATE '2009-02-05', 'ok') FROM dual;
= ok

-- expected/orafce.out:1628
SELECT DECODE(TIMESTAMP '2009-02-05 01:02:03', TIMESTAMP '2009-02-05 01:02:03', 'ok') FROM dual;
= ok

-- expected/orafce.out:1635
SELECT DECODE('a', 'a','postgres') FROM dual;
= postgres

-- expected/orafce.out:1641
SELECT DECODE('c', 'a','postgres') FROM dual;
= NULL

-- expected/orafce.out:1647
SELECT DECODE('a', 'a','postgres','default value') FROM dual;
= postgres

-- expected/orafce.out:1653
SELECT DECODE('c', 'a','postgres','default value') FROM dual;
= default value

-- expected/orafce.out:1659
SELECT DECODE('a', 'a','postgres','b','database') FROM dual;
= postgres

-- expected/orafce.out:1665
SELECT DECODE('d', 'a','postgres','b','database') FROM dual;
= NULL

-- expected/orafce.out:1671
SELECT DECODE('a', 'a','postgres','b','database','default value') FROM dual;
= postgres

-- expected/orafce.out:1677
SELECT DECODE('d', 'a','postgres','b','database','default value') FROM dual;
= default value

-- expected/orafce.out:1683
SELECT DECODE('a', 'a','postgres','b','database', 'c', 'system') FROM dual;
= postgres

-- expected/orafce.out:1689
SELECT DECODE('d', 'a','postgres','b','database', 'c', 'system') FROM dual;
= NULL

-- expected/orafce.out:1695
SELECT DECODE('a', 'a','postgres','b','database', 'c', 'system','default value') FROM dual;
= postgres

-- expected/orafce.out:1701
SELECT DECODE('d', 'a','postgres','b','database', 'c', 'system','default value') FROM dual;
= default value

-- expected/orafce.out:1707
SELECT DECODE(NULL, 'a', 'postgres', NULL,'database') FROM dual;
= database

-- expected/orafce.out:1713
SELECT DECODE(NULL, 'a', 'postgres', 'b','database') FROM dual;
= NULL

-- expected/orafce.out:1719
SELECT DECODE(NULL, 'a', 'postgres', NULL,'database','default value') FROM dual;
= database

-- expected/orafce.out:1725
SELECT DECODE(NULL, 'a', 'postgres', 'b','database','default value') FROM dual;
= default value

-- expected/orafce.out:1732
SELECT DECODE(2147483651, 2147483650,2147483650) FROM dual;
= NULL

-- expected/orafce.out:1738
SELECT DECODE(2147483653, 2147483651,2147483650) FROM dual;
= NULL

-- expected/orafce.out:1744
SELECT DECODE(2147483653, 2147483651,2147483650,9999999999) FROM dual;
= 9999999999

-- expected/orafce.out:1756
SELECT DECODE(2147483651, 2147483651,2147483650,2147483652,2147483651) FROM dual;
= 2147483650

-- expected/orafce.out:1762
SELECT DECODE(2147483654, 2147483651,2147483650,2147483652,2147483651) FROM dual;
= NULL

-- expected/orafce.out:1768
SELECT DECODE(2147483651, 2147483651,2147483650,2147483652,2147483651,9999999999) FROM dual;
= 2147483650

-- expected/orafce.out:1774
SELECT DECODE(2147483654, 2147483651,2147483650,2147483652,2147483651,9999999999) FROM dual;
= 9999999999

-- expected/orafce.out:1780
SELECT DECODE(2147483651, 2147483651,2147483650, 2147483652,2147483651, 2147483653, 2147483652) FROM dual;
= 2147483650

-- expected/orafce.out:1786
SELECT DECODE(2147483654, 2147483651,2147483650, 2147483652,2147483651, 2147483653, 2147483652) FROM dual;
= NULL

-- expected/orafce.out:1792
SELECT DECODE(2147483651, 2147483651,2147483650, 2147483652,2147483651, 2147483653, 2147483652,9999999999) FROM dual;
= 2147483650

-- expected/orafce.out:1798
SELECT DECODE(2147483654, 2147483651,2147483650, 2147483652,2147483651, 2147483653, 2147483652,9999999999) FROM dual;
= 9999999999

-- expected/orafce.out:1804
SELECT DECODE(NULL, 2147483651, 2147483650, NULL,2147483651) FROM dual;
= 2147483651

-- expected/orafce.out:1810
SELECT DECODE(NULL, 2147483651, 2147483650, 2147483652,2147483651) FROM dual;
= NULL

-- expected/orafce.out:1816
SELECT DECODE(NULL, 2147483651, 2147483650, NULL,2147483651,9999999999) FROM dual;
= 2147483651

-- expected/orafce.out:1822
SELECT DECODE(NULL, 2147483651, 2147483650, 2147483652,2147483651,9999999999) FROM dual;
= 9999999999

-- expected/orafce.out:1829
SELECT DECODE(12.001, 12.001,214748.3650) FROM dual;
= 214748.365

-- expected/orafce.out:1835
SELECT DECODE(12.003, 12.001,214748.3650) FROM dual;
= NULL

-- expected/orafce.out:1841
SELECT DECODE(12.001, 12.001,214748.3650,999999.9999) FROM dual;
= 214748.365

-- expected/orafce.out:1847
SELECT DECODE(12.003, 12.001,214748.3650,999999.9999) FROM dual;
= 999999.9999

-- expected/orafce.out:1853
SELECT DECODE(12.001, 12.001,214748.3650,12.002,214748.3651) FROM dual;
= 214748.365

-- expected/orafce.out:1859
SELECT DECODE(12.004, 12.001,214748.3650,12.002,214748.3651) FROM dual;
= NULL

-- expected/orafce.out:1865
SELECT DECODE(12.001, 12.001,214748.3650,12.002,214748.3651,999999.9999) FROM dual;
= 214748.365

-- expected/orafce.out:1871
SELECT DECODE(12.004, 12.001,214748.3650,12.002,214748.3651,999999.9999) FROM dual;
= 999999.9999

-- expected/orafce.out:1877
SELECT DECODE(12.001, 12.001,214748.3650,12.002,214748.3651, 12.003, 214748.3652) FROM dual;
= 214748.365

-- expected/orafce.out:1883
SELECT DECODE(12.004, 12.001,214748.3650,12.002,214748.3651, 12.003, 214748.3652) FROM dual;
= NULL

-- expected/orafce.out:1889
SELECT DECODE(12.001, 12.001,214748.3650,12.002,214748.3651, 12.003, 214748.3652,999999.9999) FROM dual;
= 214748.365

-- expected/orafce.out:1895
SELECT DECODE(12.004, 12.001,214748.3650,12.002,214748.3651, 12.003, 214748.3652,999999.9999) FROM dual;
= 999999.9999

-- expected/orafce.out:1901
SELECT DECODE(NULL, 12.001, 214748.3650, NULL,214748.3651) FROM dual;
= 214748.3651

-- expected/orafce.out:1907
SELECT DECODE(NULL, 12.001, 214748.3650, 12.002,214748.3651) FROM dual;
= NULL

-- expected/orafce.out:1913
SELECT DECODE(NULL, 12.001, 214748.3650, NULL,214748.3651,999999.9999) FROM dual;
= 214748.3651

-- expected/orafce.out:1919
SELECT DECODE(NULL, 12.001, 214748.3650, 12.002,214748.3651,999999.9999) FROM dual;
= 999999.9999

-- expected/orafce.out:1926
SELECT TO_CHAR(DECODE(DATE '2020-01-01', DATE '2020-01-01',DATE '2012-12-20'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:1932
SELECT TO_CHAR(DECODE(DATE '2020-01-03', DATE '2020-01-01',DATE '2012-12-20'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:1938
SELECT TO_CHAR(DECODE(DATE '2020-01-01', DATE '2020-01-01',DATE '2012-12-20',DATE '2012-12-21'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:1944
SELECT TO_CHAR(DECODE(DATE '2020-01-03', DATE '2020-01-01',DATE '2012-12-20',DATE '2012-12-21'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-21 00:00:00

-- expected/orafce.out:1950
SELECT TO_CHAR(DECODE(DATE '2020-01-01', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:1956
SELECT TO_CHAR(DECODE(DATE '2020-01-04', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:1962
SELECT TO_CHAR(DECODE(DATE '2020-01-01', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21',DATE '2012-12-31'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:1968
SELECT TO_CHAR(DECODE(DATE '2020-01-04', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21',DATE '2012-12-31'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-31 00:00:00

-- expected/orafce.out:1974
SELECT TO_CHAR(DECODE(DATE '2020-01-01', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21', DATE '2020-01-03', DATE '2012-12-31'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:1980
SELECT TO_CHAR(DECODE(DATE '2020-01-04', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21', DATE '2020-01-03', DATE '2012-12-31'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:1986
SELECT TO_CHAR(DECODE(DATE '2020-01-01', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21', DATE '2020-01-03', DATE '2012-12-31',DATE '2013-01-01'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:1992
SELECT TO_CHAR(DECODE(DATE '2020-01-04', DATE '2020-01-01',DATE '2012-12-20',DATE '2020-01-02',DATE '2012-12-21', DATE '2020-01-03', DATE '2012-12-31',DATE '2013-01-01'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2013-01-01 00:00:00

-- expected/orafce.out:1998
SELECT TO_CHAR(DECODE(NULL, DATE '2020-01-01', DATE '2012-12-20', NULL,DATE '2012-12-21'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-21 00:00:00

-- expected/orafce.out:2004
SELECT TO_CHAR(DECODE(NULL, DATE '2020-01-01', DATE '2012-12-20', DATE '2020-01-02',DATE '2012-12-21'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2010
SELECT TO_CHAR(DECODE(NULL, DATE '2020-01-01', DATE '2012-12-20', NULL,DATE '2012-12-21',DATE '2012-12-31'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-21 00:00:00

-- expected/orafce.out:2016
SELECT TO_CHAR(DECODE(NULL, DATE '2020-01-01', DATE '2012-12-20', DATE '2020-01-02',DATE '2012-12-21',DATE '2012-12-31'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-31 00:00:00

-- expected/orafce.out:2120
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2126
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-03 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2132
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2138
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-03 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2144
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2150
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2156
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2162
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2168
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00', TIMESTAMP '2020-01-03 01:00:01', TIMESTAMP '2012-12-20 15:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2174
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00', TIMESTAMP '2020-01-03 01:00:01', TIMESTAMP '2012-12-20 15:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2180
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00', TIMESTAMP '2020-01-03 01:00:01', TIMESTAMP '2012-12-20 15:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2186
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01', TIMESTAMP '2020-01-01 01:00:01',TIMESTAMP '2012-12-20 09:00:00',TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00', TIMESTAMP '2020-01-03 01:00:01', TIMESTAMP '2012-12-20 15:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2192
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2012-12-20 09:00:00', NULL,TIMESTAMP '2012-12-20 12:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 12:00:00

-- expected/orafce.out:2198
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2012-12-20 09:00:00', TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2204
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2012-12-20 09:00:00', NULL,TIMESTAMP '2012-12-20 12:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 12:00:00

-- expected/orafce.out:2210
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01', TIMESTAMP '2012-12-20 09:00:00', TIMESTAMP '2020-01-02 01:00:01',TIMESTAMP '2012-12-20 12:00:00',TIMESTAMP '2012-12-20 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2217
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2223
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-03 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2229
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2235
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-03 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2241
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2247
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2253
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2259
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2265
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00', TIMESTAMP '2020-01-03 01:00:01 -08:00', TIMESTAMP '2012-12-20 15:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2271
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-04 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00', TIMESTAMP '2020-01-03 01:00:01 -08:00', TIMESTAMP '2012-12-20 15:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2277
SELECT TO_CHAR(DECODE(TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2020-01-01 01:00:01 -08:00',TIMESTAMP '2012-12-20 09:00:00 -08:00',TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00', TIMESTAMP '2020-01-03 01:00:01 -08:00', TIMESTAMP '2012-12-20 15:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 09:00:00

-- expected/orafce.out:2283
SELECT TO_CHAR(DECODE(4, 1,TIMESTAMP '2012-12-20 09:00:00 -08:00',2,TIMESTAMP '2012-12-20 12:00:00 -08:00', 3, TIMESTAMP '2012-12-20 15:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2289
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2012-12-20 09:00:00 -08:00', NULL,TIMESTAMP '2012-12-20 12:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 12:00:00

-- expected/orafce.out:2295
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2012-12-20 09:00:00 -08:00', TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:2301
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2012-12-20 09:00:00 -08:00', NULL,TIMESTAMP '2012-12-20 12:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 12:00:00

-- expected/orafce.out:2307
SELECT TO_CHAR(DECODE(NULL, TIMESTAMP '2020-01-01 01:00:01 -08:00', TIMESTAMP '2012-12-20 09:00:00 -08:00', TIMESTAMP '2020-01-02 01:00:01 -08:00',TIMESTAMP '2012-12-20 12:00:00 -08:00',TIMESTAMP '2012-12-20 00:00:00 -08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-20 00:00:00

-- expected/orafce.out:2327
SELECT DECODE(1, 1, 'one', 2, 'two', 1, 'one-again') FROM dual;
= one

-- expected/orafce.out:2337
SELECT DECODE(DATE '2012-01-01', DATE '2012-01-01', 'result-1', DATE '2012-01-02', 'result-2') FROM dual;
= result-1

-- expected/orafce.out:2343
SELECT DECODE(DATE '2012-01-01', DATE '2012-01-01', 'result-1', DATE '2012-02-01', 'result-2') FROM dual;
= result-1

-- expected/orafce.out:2443
SELECT TO_CHAR(22) FROM dual;
= 22

-- expected/orafce.out:2449
SELECT TO_CHAR(99) FROM dual;
= 99

-- expected/orafce.out:2455
SELECT TO_CHAR(-44444) FROM dual;
= -44444

-- expected/orafce.out:2461
SELECT TO_CHAR(1234567890123456) FROM dual;
= 1234567890123456

-- expected/orafce.out:2467
SELECT TO_CHAR(123.456) FROM dual;
= 123.456

-- expected/orafce.out:2473
SELECT TO_CHAR(1234.5678) FROM dual;
= 1234.5678

-- expected/orafce.out:2479
SELECT TO_CHAR(12345678901234567890) FROM dual;
= 12345678901234567890

-- expected/orafce.out:2485
SELECT TO_CHAR(1234567890.12345) FROM dual;
= 1234567890.12345

-- expected/orafce.out:2491
SELECT TO_CHAR(4.00) FROM dual;
= 4

-- expected/orafce.out:2497
SELECT TO_CHAR(4.0010) FROM dual;
= 4.001

-- expected/orafce.out:2503
SELECT TO_CHAR('-44444') FROM dual;
= -44444

-- expected/orafce.out:2509
SELECT TO_CHAR('1234567890123456') FROM dual;
= 1234567890123456

-- expected/orafce.out:2515
SELECT TO_CHAR('123.456') FROM dual;
= 123.456

-- expected/orafce.out:2521
SELECT TO_CHAR('123abc') FROM dual;
= 123abc

-- expected/orafce.out:2527
SELECT TO_CHAR('你好123@$%abc') FROM dual;
= 你好123@$%abc

-- expected/orafce.out:2533
SELECT TO_CHAR('1234567890123456789012345678901234567890123456789012345678901234567890') FROM dual;
= 1234567890123456789012345678901234567890123456789012345678901234567890

-- expected/orafce.out:2539
SELECT TO_CHAR('') FROM dual;
= NULL

-- expected/orafce.out:2551
SELECT TO_CHAR(null) FROM dual;
= NULL

-- expected/orafce.out:2557
SELECT TO_NUMBER('123') FROM dual;
= 123

-- expected/orafce.out:2563
SELECT TO_NUMBER('123.456') FROM dual;
= 123.456

-- expected/orafce.out:2569
SELECT TO_NUMBER(123) FROM dual;
= 123

-- expected/orafce.out:2599
SELECT TO_NUMBER(123.456) FROM dual;
= 123.456

-- expected/orafce.out:2605
SELECT TO_NUMBER('1210.73', '9999.99') FROM dual;
= 1210.73

-- expected/orafce.out:2611
SELECT TO_NUMBER('1210', '9999') FROM dual;
= 1210

-- expected/orafce.out:2653
SELECT TO_CHAR(TO_DATE('1003/03/15', 'yyyy/mm/dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1003-03-15 00:00:00

-- expected/orafce.out:2659
SELECT TO_CHAR(TO_DATE('', 'yyyy-mm-dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- expected/orafce.out:3011
SELECT to_multi_byte('123$test') FROM dual;
= １２３＄ｔｅｓｔ

-- expected/orafce.out:3018
SELECT LENGTHB('abc') FROM dual;
= 3

-- expected/orafce.out:3024
SELECT LENGTHB(to_multi_byte('abc')) FROM dual;
= 9

-- expected/orafce.out:3031
SELECT to_single_byte('123$test') FROM dual;
= 123$test

-- expected/orafce.out:3037
SELECT to_single_byte('１２３＄ｔｅｓｔ') FROM dual;
= 123$test

-- expected/orafce.out:3044
SELECT LENGTHB('ａｂｃ') FROM dual;
= 9

-- expected/orafce.out:3050
SELECT LENGTHB(to_single_byte('ａｂｃ')) FROM dual;
= 3

-- expected/orafce.out:3057
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-12-08 05:35:25', 'YEAR'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1991-01-01 00:00:00

-- expected/orafce.out:3063
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-05-08 05:35:25', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-04-01 00:00:00

-- expected/orafce.out:3069
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-12-08 05:35:25', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-01 00:00:00

-- expected/orafce.out:3075
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-12-08 05:35:25', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-08 00:00:00

-- expected/orafce.out:3081
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-12-08 05:35:25', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-09 00:00:00

-- expected/orafce.out:3087
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-12-08 05:35:25', 'hh'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-08 06:00:00

-- expected/orafce.out:3093
SELECT TO_CHAR(ROUND(TIMESTAMP '1990-12-08 05:35:25', 'mi'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-08 05:35:00

-- expected/orafce.out:3232
SELECT TO_CHAR(TO_DATE('2014/04/25 10:13', 'YYYY/MM/DD HH:MI'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-04-25 10:13:00

-- expected/orafce.out:3238
SELECT TO_CHAR(TO_DATE('16-Feb-09 10:11:11', 'DD-Mon-YY HH:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-02-16 10:11:11

-- expected/orafce.out:3244
SELECT TO_CHAR(TO_DATE('02/16/09 04:12:12', 'MM/DD/YY HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-02-16 04:12:12

-- expected/orafce.out:3250
SELECT TO_CHAR(TO_DATE('021609 111213', 'MMDDYY HHMISS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-02-16 11:12:13

-- expected/orafce.out:3256
SELECT TO_CHAR(TO_DATE('16-Feb-09 11:12:12', 'DD-Mon-YY HH:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-02-16 11:12:12

-- expected/orafce.out:3262
SELECT TO_CHAR(TO_DATE('Feb/16/09 11:21:23', 'Mon/DD/YY HH:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-02-16 11:21:23

-- expected/orafce.out:3268
SELECT TO_CHAR(TO_DATE('February.16.2009 10:11:12', 'Month.DD.YYYY HH:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2009-02-16 10:11:12

-- expected/orafce.out:3274
SELECT TO_CHAR(TO_DATE('20020315111212', 'yyyymmddhh12miss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2002-03-15 11:12:12

-- expected/orafce.out:3280
SELECT TO_CHAR(TO_DATE('January 15, 1989, 11:00 A.M.','Month dd, YYYY, HH:MI A.M.'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1989-01-15 11:00:00

-- expected/orafce.out:3341
SELECT TO_CHAR(TO_DATE('2014-07-02 10:08:55','YYYY-MM-DD HH:MI:SS') + 9, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-07-11 10:08:55

-- expected/orafce.out:3347
SELECT TO_CHAR(TO_DATE('02-07-2014 10:08:55','DD-MM-YYYY HH:MI:SS') + 9, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-07-11 10:08:55

-- expected/orafce.out:3353
SELECT TO_CHAR(TO_DATE('07-02-2014 10:08:55','MM-DD-YYYY HH:MI:SS') + 9, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-07-11 10:08:55

-- expected/orafce.out:3483
SELECT TO_CHAR(TO_DATE('2014-01-01 00:00:00','yyyy-mm-dd hh24:mi:ss') + 1.5, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-01-02 12:00:00

-- expected/orafce.out:3520
SELECT TO_CHAR(TO_DATE('2014-07-02 10:08:55','YYYY-MM-DD HH:MI:SS') - 9, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-06-23 10:08:55

-- expected/orafce.out:3526
SELECT TO_CHAR(TO_DATE('02-07-2014 10:08:55','DD-MM-YYYY HH:MI:SS') - 9, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-06-23 10:08:55

-- expected/orafce.out:3532
SELECT TO_CHAR(TO_DATE('07-02-2014 10:08:55','MM-DD-YYYY HH:MI:SS') - 9, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2014-06-23 10:08:55

-- expected/orafce.out:3662
SELECT TO_CHAR(TO_DATE('2014-01-01 00:00:00','yyyy-mm-dd hh24:mi:ss') - 1.5, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2013-12-30 12:00:00

-- expected/orafce.out:3707
SELECT TO_CHAR(to_date('2014/04/25 10:13', 'YYYY/MM/DD HH:MI'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 25042014 10:13:00

-- expected/orafce.out:3714
SELECT TO_CHAR(to_date('16-Feb-09 10:11:11', 'DD-Mon-YY HH:MI:SS'), 'YY-DDMon HH24:MI:SS') FROM dual;
= 09-16Feb 10:11:11

-- expected/orafce.out:3721
SELECT TO_CHAR(to_date('02/16/09 04:12:12', 'MM/DD/YY HH24:MI:SS'), 'YY-DDMon HH24:MI:SS') FROM dual;
= 09-16Feb 04:12:12

-- expected/orafce.out:3728
SELECT TO_CHAR(to_date('021609 111213', 'MMDDYY HHMISS'), 'YY-MonDD HH24:MI:SS') FROM dual;
= 09-Feb16 11:12:13

-- expected/orafce.out:3735
SELECT TO_CHAR(to_date('16-Feb-09 11:12:12', 'DD-Mon-YY HH:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 16022009 11:12:12

-- expected/orafce.out:3742
SELECT TO_CHAR(to_date('Feb/16/09 11:21:23', 'Mon/DD/YY HH:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 16022009 11:21:23

-- expected/orafce.out:3749
SELECT TO_CHAR(to_date('February.16.2009 10:11:12', 'Month.DD.YYYY HH:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 16022009 10:11:12

-- expected/orafce.out:3756
SELECT TO_CHAR(to_date('20020315111212', 'yyyymmddhh12miss'), 'YY-MonDD HH24:MI:SS') FROM dual;
= 02-Mar15 11:12:12

-- expected/orafce.out:3763
SELECT TO_CHAR(to_date('January 15, 1989, 11:00 A.M.','Month dd, YYYY, HH:MI A.M.'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 15011989 11:00:00

-- expected/orafce.out:3800
SELECT ROUND(to_date('2014-07-17 11:10:15', 'yyyy-mm-dd hh24:mi:ss') - to_date('2014-02-01 10:00:00', 'yyyy-mm-dd hh24:mi:ss'), 4) FROM dual;
= 166.0488

-- expected/orafce.out:3806
SELECT ROUND(to_date('2014-07-17 13:14:15', 'yyyy-mm-dd hh24:mi:ss') - to_date('2014-02-01 10:00:00', 'yyyy-mm-dd hh24:mi:ss'), 4) FROM dual;
= 166.1349

-- expected/orafce.out:3812
SELECT ROUND(to_date('07-17-2014 13:14:15', 'mm-dd-yyyy hh24:mi:ss') - to_date('2014-02-01 10:00:00', 'yyyy-mm-dd hh24:mi:ss'), 4) FROM dual;
= 166.1349

-- expected/orafce.out:3818
SELECT ROUND(to_date('07-17-2014 13:14:15', 'mm-dd-yyyy hh24:mi:ss') - to_date('2015-02-01 10:00:00', 'yyyy-mm-dd hh24:mi:ss'), 4) FROM dual;
= -198.8651

-- expected/orafce.out:3824
SELECT ROUND(to_date('07-17-2014 13:14:15', 'mm-dd-yyyy hh24:mi:ss') - to_date('01-01-2013 10:00:00', 'mm-dd-yyyy hh24:mi:ss'), 4) FROM dual;
= 562.1349

-- expected/orafce.out:3836
SELECT ROUND(to_date('2014/02/01 10:11:12', 'YYYY/MM/DD hh12:mi:ss') - to_date('2013/02/01 10:11:12', 'YYYY/MM/DD hh12:mi:ss'), 4) FROM dual;
= 365

-- expected/orafce.out:3842
SELECT ROUND(to_date('17-Jul-14 10:11:11', 'DD-Mon-YY HH:MI:SS') - to_date('17-Jan-14 00:00:00', 'DD-Mon-YY HH24:MI:SS'), 4) FROM dual;
= 181.4244

-- expected/orafce.out:3848
SELECT ROUND(to_date('July.17.2014 10:11:12', 'Month.DD.YYYY HH:MI:SS') - to_date('February.16.2014 10:21:12', 'Month.DD.YYYY HH:MI:SS'), 4) FROM dual;
= 150.9931

-- expected/orafce.out:3854
SELECT ROUND(to_date('20140717111211', 'yyyymmddhh12miss') - to_date('20140315111212', 'yyyymmddhh12miss'), 4) FROM dual;
= 124

-- expected/orafce.out:3860
SELECT ROUND(to_date('January 15, 1990, 11:00 A.M.','Month dd, YYYY, HH:MI A.M.') - to_date('January 15, 1989, 10:00 A.M.','Month dd, YYYY, HH:MI A.M.'), 4) FROM dual;
= 365.0417

-- expected/orafce.out:3866
SELECT ROUND(to_date('14-Jul14 11:44:49' ,'YY-MonDD HH24:MI:SS') - to_date('14-Jan14 12:44:49' ,'YY-MonDD HH24:MI:SS'), 4) FROM dual;
= 180.9583

-- expected/orafce.out:3872
SELECT ROUND(to_date('210514 12:13:44','DDMMYY HH24:MI:SS') - to_date('210114 10:13:44','DDMMYY HH24:MI:SS'), 4) FROM dual;
= 120.0833

-- expected/orafce.out:3899
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(8 CHAR)), 10) || '|' FROM dual;
= | あbcd    |

-- expected/orafce.out:3905
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(8 CHAR)),  5) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:3911
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(8 CHAR)), 1) || '|' FROM dual;
= | |

-- expected/orafce.out:3917
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(5 CHAR)), 10, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |xい あbcd |

-- expected/orafce.out:3923
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(5 CHAR)),  5, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:3929
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(5 CHAR)), 10, 'xい') || '|' FROM dual;
= |xいxあbcd |

-- expected/orafce.out:3935
SELECT '|' || LPAD(CAST('あbcd' AS CHAR(5 CHAR)), 10, CAST('xい' AS VARCHAR2(5))) || '|' FROM dual;
= |xいxあbcd |

-- expected/orafce.out:3947
SELECT '|' || LPAD('あbcd', 10, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |xい xあbcd|

-- expected/orafce.out:3953
SELECT '|' || LPAD('あbcd',  5, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:3959
SELECT '|' || LPAD(CAST('あbcd' AS VARCHAR2(5)), 10, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= | xい xあbc|

-- expected/orafce.out:3965
SELECT '|' || LPAD(CAST('あbcd' AS VARCHAR2(5)),  5, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |xあbc|

-- expected/orafce.out:3984
SELECT '|' || LPAD('あbcd', 10) || '|' FROM dual;
= |     あbcd|

-- expected/orafce.out:3990
SELECT '|' || LPAD('あbcd',  5) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:3996
SELECT '|' || LPAD(CAST('あbcd' AS VARCHAR2(10)), 10) || '|' FROM dual;
= |     あbcd|

-- expected/orafce.out:4002
SELECT '|' || LPAD(CAST('あbcd' AS VARCHAR2(10)), 5) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:4020
SELECT '|' || LPAD('あbcd', 10, 'xい') || '|' FROM dual;
= | xいxあbcd|

-- expected/orafce.out:4026
SELECT '|' || LPAD('あbcd', 10, CAST('xい' AS VARCHAR2(5))) || '|' FROM dual;
= | xいxあbcd|

-- expected/orafce.out:4038
SELECT '|' || LPAD(CAST('あbcd' AS VARCHAR2(5)), 10, 'xい') || '|' FROM dual;
= |xいxいあbc|

-- expected/orafce.out:4044
SELECT '|' || LPAD(CAST('あbcd' AS VARCHAR2(5)), 10, CAST('xい' AS VARCHAR2(5))) || '|' FROM dual;
= |xいxいあbc|

-- expected/orafce.out:4078
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(8 CHAR)), 10) || '|' FROM dual;
= |あbcd     |

-- expected/orafce.out:4084
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(8 CHAR)),  5) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:4090
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(8 CHAR)), 1) || '|' FROM dual;
= | |

-- expected/orafce.out:4096
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(5 CHAR)), 10, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcd xい |

-- expected/orafce.out:4102
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(5 CHAR)),  5, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:4108
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(5 CHAR)), 10, 'xい') || '|' FROM dual;
= |あbcd xいx|

-- expected/orafce.out:4114
SELECT '|' || RPAD(CAST('あbcd' AS CHAR(5 CHAR)), 10, CAST('xい' AS VARCHAR2(5))) || '|' FROM dual;
= |あbcd xいx|

-- expected/orafce.out:4126
SELECT '|' || RPAD('あbcd', 10, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcdxい x|

-- expected/orafce.out:4132
SELECT '|' || RPAD('あbcd',  5, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:4138
SELECT '|' || RPAD(CAST('あbcd' AS VARCHAR2(5)), 10, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcxい x |

-- expected/orafce.out:4144
SELECT '|' || RPAD(CAST('あbcd' AS VARCHAR2(5)),  5, CAST('xい' AS CHAR(3 CHAR))) || '|' FROM dual;
= |あbcx|

-- expected/orafce.out:4163
SELECT '|' || RPAD('あbcd', 10) || '|' FROM dual;
= |あbcd     |

-- expected/orafce.out:4169
SELECT '|' || RPAD('あbcd',  5) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:4175
SELECT '|' || RPAD(CAST('あbcd' AS VARCHAR2(10)), 10) || '|' FROM dual;
= |あbcd     |

-- expected/orafce.out:4181
SELECT '|' || RPAD(CAST('あbcd' AS VARCHAR2(10)), 5) || '|' FROM dual;
= |あbcd|

-- expected/orafce.out:4199
SELECT '|' || RPAD('あbcd', 10, 'xい') || '|' FROM dual;
= |あbcdxいx |

-- expected/orafce.out:4205
SELECT '|' || RPAD('あbcd', 10, CAST('xい' AS VARCHAR2(5))) || '|' FROM dual;
= |あbcdxいx |

-- expected/orafce.out:4217
SELECT '|' || RPAD(CAST('あbcd' AS VARCHAR2(5)), 10, 'xい') || '|' FROM dual;
= |あbcxいxい|

-- expected/orafce.out:4223
SELECT '|' || RPAD(CAST('あbcd' AS VARCHAR2(5)), 10, CAST('xい' AS VARCHAR2(5))) || '|' FROM dual;
= |あbcxいxい|

-- expected/orafce.out:4260
SELECT '|' || LTRIM(CAST(' abcd' AS CHAR(10 CHAR))) || '|' FROM dual;
= |abcd     |

-- expected/orafce.out:4266
SELECT '|' || LTRIM(CAST(' abcd' AS CHAR(10 CHAR)),CAST('a' AS CHAR(3 CHAR))) || '|' FROM dual;
= |bcd     |

-- expected/orafce.out:4272
SELECT '|' || LTRIM(CAST(' abcd' AS CHAR(10 CHAR)),'a') || '|' FROM dual;
= | abcd     |

-- expected/orafce.out:4278
SELECT '|' || LTRIM(CAST(' abcd' AS CHAR(10 CHAR)),CAST('a' AS VARCHAR2(3))) || '|' FROM dual;
= | abcd     |

-- expected/orafce.out:4290
SELECT '|' || LTRIM(' abcd  ',CAST('a' AS CHAR(3 CHAR))) || '|' FROM dual;
= |bcd  |

-- expected/orafce.out:4296
SELECT '|' || LTRIM(CAST(' abcd  ' AS VARCHAR2(10)),CAST('a' AS CHAR(3 CHAR))) || '|' FROM dual;
= |bcd  |

-- expected/orafce.out:4311
SELECT '|' || RTRIM(CAST(' abcd' AS CHAR(10 CHAR))) || '|' FROM dual;
= | abcd|

-- expected/orafce.out:4317
SELECT '|' || RTRIM(CAST(' abcd' AS CHAR(10 CHAR)),CAST('d' AS CHAR(3 CHAR))) || '|' FROM dual;
= | abc|

-- expected/orafce.out:4323
SELECT '|' || RTRIM(CAST(' abcd' AS CHAR(10 CHAR)),'d') || '|' FROM dual;
= | abcd     |

-- expected/orafce.out:4329
SELECT '|' || RTRIM(CAST(' abcd' AS CHAR(10 CHAR)),CAST('d' AS VARCHAR2(3))) || '|' FROM dual;
= | abcd     |

-- expected/orafce.out:4341
SELECT '|' || RTRIM(' abcd  ',CAST('d' AS CHAR(3 CHAR))) || '|' FROM dual;
= | abc|

-- expected/orafce.out:4347
SELECT '|' || RTRIM(CAST(' abcd  ' AS VARCHAR2(10)),CAST('d' AS CHAR(3 CHAR))) || '|' FROM dual;
= | abc|

-- expected/orafce.out:4362
SELECT '|' || TRIM(CAST(' abcd' AS CHAR(10 CHAR))) || '|' FROM dual;
= |abcd|

-- expected/orafce.out:4546
SELECT unistr('\0441\043B\043E\043D') FROM dual;
= слон

-- expected/orafce.out:4577
SELECT GREATEST(2, 6, 8) FROM dual;
= 8

-- expected/orafce.out:4589
SELECT LEAST(2, 6, 8) FROM dual;
= 2

-- expected/orafce.out:4602
SELECT GREATEST(2, 6, 8, 4) FROM dual;
= 8

-- expected/orafce.out:4608
SELECT GREATEST(2, NULL, 8, 4) FROM dual;
= NULL

-- expected/orafce.out:4614
SELECT LEAST(2, 6, 8, 1) FROM dual;
= 1

-- expected/orafce.out:4620
SELECT LEAST(2, NULL, 8, 1) FROM dual;
= NULL

-- expected/orafce.out:4627
SELECT GREATEST('A', 'B', 'C', 'D') FROM dual;
= D

-- expected/orafce.out:4639
SELECT GREATEST(1,2,3,4) FROM dual;
= 4

-- expected/orafce.out:4657
SELECT GREATEST(1.2,2.4,2.3,2.2) FROM dual;
= 2.4

-- expected/orafce.out:4669
SELECT GREATEST(1.2,2.4,2.2,2.3) FROM dual;
= 2.4

-- expected/orafce.out:4675
SELECT LEAST('A', 'B', 'C', 'D') FROM dual;
= A

-- expected/orafce.out:4687
SELECT LEAST(1,2,3,4) FROM dual;
= 1

-- expected/orafce.out:4705
SELECT LEAST(1.2,2.4,2.3,2.2) FROM dual;
= 1.2

-- expected/orafce.out:4717
SELECT LEAST(1.2,2.4,2.2,2.3) FROM dual;
= 1.2

-- expected/orafce.out:4809
SELECT MONTHS_BETWEEN(TO_date('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS')) FROM dual;
= 0

-- expected/orafce.out:4815
SELECT MONTHS_BETWEEN(TO_date('10/01/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 00:00:00', 'mm/dd/yyyy HH24:MI:SS')) FROM dual;
= 45

-- expected/orafce.out:4821
SELECT MONTHS_BETWEEN(TO_date('10/10/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/10/2022 00:00:00', 'mm/dd/yyyy HH24:MI:SS')) FROM dual;
= 45

-- expected/orafce.out:4827
SELECT ROUND(MONTHS_BETWEEN(TO_date('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 00:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0322580645161

-- expected/orafce.out:4833
SELECT ROUND(MONTHS_BETWEEN(TO_date('10/02/2025 12:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 12:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0322580645161

-- expected/orafce.out:4839
SELECT ROUND(MONTHS_BETWEEN(TO_date('10/02/2025 10:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 10:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0322580645161

-- expected/orafce.out:4845
SELECT ROUND(MONTHS_BETWEEN(TO_date('10/02/2025 10:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 10:30:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0315860215054

-- expected/orafce.out:4851
SELECT ROUND(MONTHS_BETWEEN(TO_date('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 10:30:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0181451612903

-- expected/orafce.out:4857
SELECT ROUND(MONTHS_BETWEEN(TO_date('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), TO_date('01/01/2022 10:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0188172043011

-- expected/orafce.out:4863
SELECT MONTHS_BETWEEN(to_timestamp('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS')) FROM dual;
= 0

-- expected/orafce.out:4869
SELECT MONTHS_BETWEEN(to_timestamp('10/01/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 00:00:00', 'mm/dd/yyyy HH24:MI:SS')) FROM dual;
= 45

-- expected/orafce.out:4875
SELECT MONTHS_BETWEEN(to_timestamp('10/10/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/10/2022 00:00:00', 'mm/dd/yyyy HH24:MI:SS')) FROM dual;
= 45

-- expected/orafce.out:4881
SELECT ROUND(MONTHS_BETWEEN(to_timestamp('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 00:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0322580645161

-- expected/orafce.out:4887
SELECT ROUND(MONTHS_BETWEEN(to_timestamp('10/02/2025 12:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 12:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0322580645161

-- expected/orafce.out:4893
SELECT ROUND(MONTHS_BETWEEN(to_timestamp('10/02/2025 10:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 10:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0322580645161

-- expected/orafce.out:4899
SELECT ROUND(MONTHS_BETWEEN(to_timestamp('10/02/2025 10:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 10:30:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0315860215054

-- expected/orafce.out:4905
SELECT ROUND(MONTHS_BETWEEN(to_timestamp('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 10:30:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0181451612903

-- expected/orafce.out:4911
SELECT ROUND(MONTHS_BETWEEN(to_timestamp('10/02/2025 00:00:00', 'mm/dd/yyyy HH24:MI:SS'), to_timestamp('01/01/2022 10:00:00', 'mm/dd/yyyy HH24:MI:SS')), 13) FROM dual;
= 45.0188172043011

-- expected/orafce.out:4917
SELECT months_between(to_date('2024-10-01 12:34:56', 'yyyy-mm-dd hh24:mi:ss'), to_date('2024-09-01 00:00:00', 'yyyy-mm-dd hh24:mi:ss')), ROUND(months_between(to_date('2024-10-02 00:00:00', 'yyyy-mm-dd hh24:mi:ss'), to_date('2024-09-01 00:00:00', 'yyyy-mm-dd hh24:mi:ss')), 14), ROUND(months_between(to_date('2024-10-02 12:34:45', 'yyyy-mm-dd hh24:mi:ss'), to_date( '2024-09-01 00:00:00', 'yyyy-mm-dd hh24:mi:ss')), 14) FROM dual;
= 1 | 1.03225806451613 | 1.04916554659498

-- expected/orafce.out:4928
SELECT months_between(to_timestamp('2024-10-01 12:34:56', 'yyyy-mm-dd hh24:mi:ss'), to_timestamp('2024-09-01 00:00:00', 'yyyy-mm-dd hh24:mi:ss')), ROUND(months_between(to_timestamp('2024-10-02 00:00:00', 'yyyy-mm-dd hh24:mi:ss'), to_timestamp('2024-09-01 00:00:00', 'yyyy-mm-dd hh24:mi:ss')), 14), ROUND(months_between(to_timestamp('2024-10-02 12:34:45', 'yyyy-mm-dd hh24:mi:ss'), to_timestamp('2024-09-01 00:00:00', 'yyyy-mm-dd hh24:mi:ss')), 14) FROM dual;
= 1 | 1.03225806451613 | 1.04916554659498

-- expected/orafce.out:500
SELECT TO_CHAR(SYS_EXTRACT_UTC(TIMESTAMP '2024-08-17 00:41:26.655376 +02:00'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2024-08-16 22:41:26.655376

-- expected/orafce.out:2682
SELECT BITAND(5, 1), BITAND(5, 2), BITAND(5, 4) FROM dual;
= 1 | 0 | 4

-- expected/orafce.out:2688
SELECT ROUND(SINH(1.570796), 8), ROUND(COSH(1.570796), 8), ROUND(TANH(4), 8) FROM dual;
= 2.30129808 | 2.50917773 | .9993293

-- expected/orafce.out:2694
SELECT NANVL(12345, 1), CAST(NANVL(BINARY_DOUBLE_NAN, 1) AS NUMBER) FROM dual;
= 12345 | 1

-- expected/orafce.out:2700
SELECT CAST(NANVL(CAST(12345 AS BINARY_FLOAT), 1) AS NUMBER), CAST(NANVL(BINARY_FLOAT_NAN, 1) AS NUMBER) FROM dual;
= 12345 | 1

-- expected/orafce.out:2706
SELECT CAST(NANVL(CAST(12345 AS BINARY_DOUBLE), 1) AS NUMBER), CAST(NANVL(BINARY_DOUBLE_NAN, 1D) AS NUMBER) FROM dual;
= 12345 | 1

-- expected/orafce.out:2730
SELECT CAST(NANVL(CAST(12345 AS BINARY_DOUBLE), '1') AS NUMBER), CAST(NANVL(BINARY_DOUBLE_NAN, '1') AS NUMBER) FROM dual;
= 12345 | 1

-- expected/orafce.out:4414
SELECT LENGTH(CAST('あbb' AS CHAR(6 CHAR))) FROM dual;
= 6

-- expected/orafce.out:4465
SELECT ROUND(1.234, 2), TRUNC(1.234, 2) FROM dual;
= 1.23 | 1.23

-- expected/orafce.out:4723
SELECT i, GREATEST(100, 24, 1234, 12, i) FROM (SELECT LEVEL AS i FROM dual CONNECT BY LEVEL <= 3) ORDER BY i;
= 1 | 1234
= 2 | 1234
= 3 | 1234

-- expected/orafce.out:4744
WITH t AS (SELECT 1 AS id, 24 AS v1, 7 AS v2 FROM dual UNION ALL SELECT 2, 24, 6 FROM dual UNION ALL SELECT 3, 24, 5 FROM dual UNION ALL SELECT 4, -58, -10 FROM dual UNION ALL SELECT 5, 58, 10 FROM dual UNION ALL SELECT 6, 58, -10 FROM dual UNION ALL SELECT 7, 58, 10 FROM dual UNION ALL SELECT 8, -44, -10 FROM dual UNION ALL SELECT 9, 44, 10 FROM dual UNION ALL SELECT 10, 44, -10 FROM dual UNION ALL SELECT 11, 44, 10 FROM dual)
SELECT v1, v2, REMAINDER(v1, v2) FROM t ORDER BY id;
= 24 | 7 | 3
= 24 | 6 | 0
= 24 | 5 | -1
= -58 | -10 | 2
= 58 | 10 | -2
= 58 | -10 | -2
= 58 | 10 | -2
= -44 | -10 | -4
= 44 | 10 | 4
= 44 | -10 | 4
= 44 | 10 | 4

-- expected/orafce.out:4744
SELECT REMAINDER(24, 7) FROM dual;
= 3

-- expected/orafce.out:4744
SELECT REMAINDER(24, 6) FROM dual;
= 0

-- expected/orafce.out:4744
SELECT REMAINDER(24, 5) FROM dual;
= -1

-- expected/orafce.out:4744
SELECT REMAINDER(-58, -10) FROM dual;
= 2

-- expected/orafce.out:4744
SELECT REMAINDER(58, 10) FROM dual;
= -2

-- expected/orafce.out:4744
SELECT REMAINDER(58, -10) FROM dual;
= -2

-- expected/orafce.out:4744
SELECT REMAINDER(-44, -10) FROM dual;
= -4

-- expected/orafce.out:4744
SELECT REMAINDER(44, 10) FROM dual;
= 4

-- expected/orafce.out:4744
SELECT REMAINDER(44, -10) FROM dual;
= 4

-- expected/aggregates.out:3
SELECT LISTAGG(i) WITHIN GROUP (ORDER BY i) FROM (SELECT LEVEL AS i FROM dual CONNECT BY LEVEL <= 3);
= 123

-- expected/aggregates.out:9
SELECT LISTAGG(i, ',') WITHIN GROUP (ORDER BY i) FROM (SELECT LEVEL AS i FROM dual CONNECT BY LEVEL <= 3);
= 1,2,3

-- expected/aggregates.out:21
SELECT COALESCE(LISTAGG(i) WITHIN GROUP (ORDER BY i), '<NULL>') FROM (SELECT LEVEL AS i FROM dual CONNECT BY LEVEL <= 3) WHERE i > 3;
= <NULL>

-- expected/aggregates.out:100
SELECT MEDIAN(salary) FROM (SELECT CAST(4500 AS NUMBER) AS salary FROM dual UNION ALL SELECT NULL FROM dual UNION ALL SELECT 2100 FROM dual UNION ALL SELECT 3600 FROM dual UNION ALL SELECT 4000 FROM dual);
= 3800

-- expected/aggregates.out:106
SELECT MEDIAN(salary) FROM (SELECT CAST(4500 AS NUMBER) AS salary FROM dual UNION ALL SELECT 1500 FROM dual UNION ALL SELECT 2100 FROM dual UNION ALL SELECT 3600 FROM dual UNION ALL SELECT 1000 FROM dual UNION ALL SELECT 4000 FROM dual);
= 2850

-- expected/aggregates.out:112
SELECT MEDIAN(salary) FROM (SELECT CAST(4500 AS NUMBER) AS salary FROM dual UNION ALL SELECT 1500 FROM dual UNION ALL SELECT 2100 FROM dual UNION ALL SELECT 3600 FROM dual UNION ALL SELECT 4000 FROM dual);
= 3600

-- expected/aggregates.out:118
SELECT MEDIAN(salary) FROM (SELECT CAST(4500 AS NUMBER) AS salary FROM dual UNION ALL SELECT 1500 FROM dual UNION ALL SELECT 2100 FROM dual UNION ALL SELECT 3600 FROM dual UNION ALL SELECT 4000 FROM dual UNION ALL SELECT 1000 FROM dual);
= 2850

-- expected/varchar2.out:49
SELECT CASE WHEN CAST('abcde  ' AS VARCHAR2(10)) = CAST('abcde   ' AS VARCHAR2(10)) THEN 1 ELSE 0 END FROM dual;
= 0

-- expected/varchar2.out:59
SELECT SUBSTRB('ABCありがとう', 7, 6) FROM dual;
= りが

-- expected/varchar2.out:89
SELECT INSTRB('ABCありがとう', 'りが') FROM dual;
= 7

-- expected/varchar2.out:103
SELECT INSTRB('ABCありがとう', 'XX') FROM dual;
= 0

-- expected/varchar2.out:110
SELECT INSTRB('ABCありがとう', NULL) FROM dual;
= NULL

-- expected/varchar2.out:117
SELECT LENGTHB('ABCありがとう') FROM dual;
= 18

-- expected/varchar2.out:131
SELECT LENGTHB(NULL) FROM dual;
= NULL

-- expected/varchar2.out:145
SELECT NULL || 'hello' || NULL FROM dual;
= hello

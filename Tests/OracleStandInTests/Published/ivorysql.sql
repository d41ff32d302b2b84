-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:8
SELECT LENGTH(CAST('aaa' AS CHAR(5 BYTE))), LENGTH(CAST('bbb' AS CHAR(5 CHAR))) FROM dual;
= 5 | 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:15
SELECT LENGTHB(CAST('aaa' AS CHAR(5 BYTE))), LENGTHB(CAST('bbb' AS CHAR(5 CHAR))) FROM dual;
= 5 | 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:26
SELECT LENGTH(CAST('aaa ' AS VARCHAR2(5 CHAR))), LENGTH(CAST('bbb ' AS VARCHAR2(5 BYTE))) FROM dual;
= 4 | 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:33
SELECT LENGTHB(CAST('aaa ' AS VARCHAR2(5 CHAR))), LENGTHB(CAST('bbb ' AS VARCHAR2(5 BYTE))) FROM dual;
= 4 | 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:53
SELECT id || id2 FROM (SELECT 1 AS id, 2 AS id2 FROM dual);
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:105
WITH t AS (SELECT 1 AS id, CAST(2 AS NUMBER) AS id2 FROM dual UNION ALL SELECT 2, NULL FROM dual)
SELECT id || id2 FROM t ORDER BY id;
= 12
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:113
WITH t AS (SELECT 1 AS id, CAST(2 AS NUMBER) AS id2 FROM dual UNION ALL SELECT 2, NULL FROM dual)
SELECT id2 || id FROM t ORDER BY id;
= 21
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:182
SELECT CONCAT(id, id2) FROM (SELECT 1 AS id, 2 AS id2 FROM dual);
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:240
WITH t AS (SELECT 1 AS id, CAST(2 AS NUMBER) AS id2 FROM dual UNION ALL SELECT 2, NULL FROM dual)
SELECT CONCAT(id, id2) FROM t ORDER BY id;
= 12
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:248
WITH t AS (SELECT 1 AS id, CAST(2 AS NUMBER) AS id2 FROM dual UNION ALL SELECT 2, NULL FROM dual)
SELECT CONCAT(id2, id) FROM t ORDER BY id;
= 21
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:267
SELECT LPAD('*', (SELECT COUNT(*) FROM dual WHERE 1 = 0), '*') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:274
SELECT RPAD('*', (SELECT COUNT(*) FROM dual WHERE 1 = 0), '*') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:283
SELECT LPAD('*', (SELECT COUNT(*) FROM dual), '*') FROM dual;
= *

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:290
SELECT RPAD('*', (SELECT COUNT(*) FROM dual), '*') FROM dual;
= *

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:299
SELECT LPAD('*', (SELECT COUNT(*) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 2 FROM dual)), '1') FROM dual;
= 1*

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:306
SELECT RPAD('*', (SELECT COUNT(*) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 2 FROM dual)), '1') FROM dual;
= *1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:313
SELECT 'x' || LPAD('*', (SELECT COUNT(*) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 2 FROM dual))) || 'welceom' FROM dual;
= x *welceom

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:320
SELECT 'x' || RPAD('*', (SELECT COUNT(*) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 2 FROM dual))) || 'welceom' FROM dual;
= x* welceom

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:327
select lpad(1234,6,'0') from dual;
= 001234

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:334
select rpad(1234,6,'0') from dual;
= 123400

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:341
select lpad(NULL,6,'0') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:348
select rpad(NULL,6,'0') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:377
SELECT LTRIM('<=====>BROWNING<=====>', '<>=') FROM DUAL;
= BROWNING<=====>

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:383
SELECT RTRIM('<=====>BROWNING<=====>', '<>=') FROM DUAL;
= <=====>BROWNING

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:371
SELECT RTRIM(TO_NUMBER('123 ')) FROM dual;
= 123

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:397
SELECT TRIM(id) FROM (SELECT 124.35 AS id FROM dual);
= 124.35

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:416
select regexp_replace('', '[0-9]+','') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:422
select regexp_replace(NULL, '[0-9]+',NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:428
select regexp_replace('', '[0-9]+','A') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:434
select regexp_replace(NULL, '[0-9]+','A') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:440
select regexp_replace('', '[a-z]+','',1,3,'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:446
select regexp_replace(NULL, '[a-z]+',NULL,1,3,'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:452
select regexp_replace('', '[0-9]+', '', 1, 3, 'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:458
select regexp_replace(NULL, '[0-9]+', NULL, 1, 3, 'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:464
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:470
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:476
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 1, '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:482
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 1, NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:489
select regexp_replace('') from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:491
select regexp_replace(NULL) from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:493
select regexp_replace('662 regEXP_REplaCe TEst 172') from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:496
select regexp_replace('662 regEXP_REplaCe TEst 172', '') from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:502
select regexp_replace('662 regEXP_REplaCe TEst 172', NULL) from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:508
select regexp_replace('662 regEXP_REplaCe TEst 172', '','AA',1,1,'i') from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:514
select regexp_replace('662 regEXP_REplaCe TEst 172', NULL,'AA',1,1,'i') from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:521
SELECT TRIM(regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+')) FROM dual;
= regEXP_REplaCe TEst

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:527
SELECT TRIM(regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+','')) FROM dual;
= regEXP_REplaCe TEst

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:533
SELECT TRIM(regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', NULL)) FROM dual;
= regEXP_REplaCe TEst

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:540
select regexp_replace('662 regEXP_REplaCe TEst 172', '', 'ZZZ') from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:546
select regexp_replace('662 regEXP_REplaCe TEst 172', NULL, 'ZZZ') from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:553
select regexp_replace('500   Oracle     Parkway,    Redwood  Shores, CA', '( ){2,}', ' ') from dual;
= 500 Oracle Parkway, Redwood Shores, CA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:560
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ') from dual;
= ZZZ regEXP_REplaCe TEst ZZZ

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:567
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 8) from dual;
= 662 regEXP_REplaCe TEst ZZZ

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:574
SELECT TRIM(regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', '', 8)) FROM dual;
= 662 regEXP_REplaCe TEst

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:580
SELECT TRIM(regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', NULL, 8)) FROM dual;
= 662 regEXP_REplaCe TEst

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:587
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', '', a) from dual;
! ORA-00904

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:591
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', NULL, a) from dual;
! ORA-00904

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:596
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:599
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 1, 0) from dual;
= ZZZ regEXP_REplaCe TEst ZZZ

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:606
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 3, 2) from dual;
= 662 regEXP_REplaCe TEst ZZZ

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:613
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 5, -1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:616
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 1, 1, '') from dual;
= ZZZ regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:622
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 1, 1, NULL) from dual;
= ZZZ regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:628
select regexp_replace('662 regEXP_REplaCe TEst 172', '[a-c]+', 'ZZZ', 1, 1, 'i') from dual;
= 662 regEXP_REplZZZe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:635
select regexp_replace('662 regEXP_REplaCe TEst 172', '[0-9]+', 'ZZZ', 4, 3, 'c') from dual;
= 662 regEXP_REplaCe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:642
select regexp_replace('662 regEXP_REplaCe TEst 172', '[A-C]+', 'ZZZ', 1, 1, 'n') from dual;
= 662 regEXP_REplaZZZe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:649
select regexp_replace('662 regEXP_REplaCe TEst 172', '[A-C]+', 'ZZZ', 1, 1, 'm') from dual;
= 662 regEXP_REplaZZZe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:656
select regexp_replace('662 regEXP_REplaCe TEst 172', '[A-C]+', 'ZZZ', 1, 1, 'x') from dual;
= 662 regEXP_REplaZZZe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:663
select regexp_replace('662 regEXP_REplaCe TEst 172', '[A-C]+', 'ZZZ', 1, 1, 'ic') from dual;
= 662 regEXP_REplaZZZe TEst 172

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:670
select regexp_replace('662 regEXP_REplaCe TEst 172', '[A-C]+', 'ZZZ', 1, 1, 'a') from dual;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:673
select regexp_replace('662 regEXP_REplaCe TEst 172', '[A-C]+', 'ZZZ', 1, 1, 'ic',8) from dual;
! ORA-00939

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:679
select regexp_replace('regexp_REPLACE 4567', '[[:upper:]]', 'x-', 1, 0, 'ic') from dual;
= regexp_x-x-x-x-x-x-x- 4567

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:686
select regexp_replace('regexp-23-replace 345', '[[:alnum:]]', 'x:') from dual;
= x:x:x:x:x:x:-x:x:-x:x:x:x:x:x:x: x:x:x:

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:693
select regexp_replace('for,forty,horse,morning,sport', 'or', '!') from dual;
= f!,f!ty,h!se,m!ning,sp!t

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:700
select regexp_replace('(19 + 35 * 2 + 8 - 3) / 2', '\+', '-', 1, 1) from dual;
= (19 - 35 * 2 + 8 - 3) / 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:707
SELECT TRIM(regexp_replace('australia', '(.)', '\1 ')) FROM dual;
= a u s t r a l i a

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:714
select regexp_replace('515.123.4444 515.123.4888','([[:digit:]]{3})\.([[:digit:]]{3})\.([[:digit:]]{4})','(\1) \2-\3') from dual;
= (515) 123-4444 (515) 123-4888

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:724
select regexp_substr('', '[0-9]+','') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:730
select regexp_substr(NULL, '[0-9]+',NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:742
select regexp_substr(NULL, '[0-9]+','') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:748
select regexp_substr('', '[a-z]+',1,3,'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:754
select regexp_substr(NULL, '[a-z]+',1,3,'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:760
select regexp_substr('345 REGEXP_substr 789', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:766
select regexp_substr('345 REGEXP_substr 789', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:772
select regexp_substr('345 REGEXP_substr 789', '', 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:778
select regexp_substr('345 REGEXP_substr 789', NULL, 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:784
select regexp_substr('345 REGEXP_substr 789', '',1,1,'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:790
select regexp_substr('345 REGEXP_substr 789', NULL,1,1,'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:796
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:802
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:808
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 1, '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:814
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 1, NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:820
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 1, 1, 'i', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:826
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 1, 1, 'i', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:833
select regexp_substr('') from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:835
select regexp_substr(NULL) from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:837
select regexp_substr('345 REGEXP_substr 789') from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:840
select regexp_substr('345 REGEXP_substr 789', '[0-9]+') from dual;
= 345

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:847
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 8) from dual;
= 789

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:854
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', a) from dual;
! ORA-00904

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:859
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:861
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 1, 0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:863
select regexp_substr('345 REGEXP_substr 789', '[0-9]+', 5, -1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:866
select regexp_substr('345 REGEXP_substr 789', '[a-z]+', 1, 1, '') from dual;
= substr

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:872
select regexp_substr('345 REGEXP_substr 789', '[a-z]+', 1, 1, NULL) from dual;
= substr

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:878
select regexp_substr('345 REGEXP_substr 789', '[a-z]+', 1, 1, 'i') from dual;
= REGEXP

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:885
select regexp_substr('345 REGEXP_substr 789', '[a-z]+', 4, 3, 'c') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:892
select regexp_substr('345 REGEXP_substr 789', '[A-Z]+', 1, 1, 'n') from dual;
= REGEXP

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:899
select regexp_substr('345 REGEXP_substr 789', '[A-Z]+', 1, 1, 'm') from dual;
= REGEXP

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:906
select regexp_substr('345 REGEXP_substr 789', '[A-Z]+', 1, 1, 'x') from dual;
= REGEXP

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:913
select regexp_substr('345 REGEXP_substr 789', '[A-Z]+', 1, 1, 'ic') from dual;
= REGEXP

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:920
select regexp_substr('345 REGEXP_substr 789', '[A-Z]+', 1, 1, 'a') from dual;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:923
select regexp_substr('regexp_REPLACE 4567', '[[:upper:]]', 1, 1, 'ic') from dual;
= R

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:930
select regexp_substr('regexp-23-replace 345', '[[:alnum:]]') from dual;
= r

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:936
select regexp_substr('(19 + 35 * 2 + 8 - 3) / 2', '\+', 1, 1) from dual;
= +

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:942
select regexp_substr('australia', '(.)') from dual;
= a

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:948
select regexp_substr('515.123.4444 515.123.4888','([[:digit:]]{3})\.([[:digit:]]{3})\.([[:digit:]]{4})') from dual;
= 515.123.4444

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:955
select regexp_substr('500 Oracle Parkway, Redwood Shores, CA',',[^,]+,') from dual;
= , Redwood Shores,

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:961
select regexp_substr('http://www.example.com/products','http://([[:alnum:]]+\.?){3,4}/?') from dual;
= http://www.example.com/

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:968
select regexp_substr('barbar', 'b[^b]+',1,1,'i',0) from dual;
= bar

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:974
select regexp_substr('barbar', 'b[^b]+',1,1,'i',1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:980
select regexp_substr('barbar', '(b[^b]+)',1,1,'i',0) from dual;
= bar

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:986
select regexp_substr('barbar', '(b[^b]+)',1,1,'i',1) from dual;
= bar

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:992
select regexp_substr('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 1, 1, 'i',2) from dual;
= beque

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:998
select regexp_substr('345 REGEXP_substr 789', '[A-Z]+', 1, 1, 'ic',8) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1004
select regexp_substr('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 1, 1, 'i',3) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1010
select regexp_substr('123456789010', '(1(2)3)(4(5(6))(7(8))(9(0)(10)))', 1, 1, 'i',8) from dual;
= 9010

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1016
select regexp_substr('123456789010', '(1(2)3)(4(5(6))(7(8))(9(0)(10)))', 1, 1, 'i',9) from dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1030
select regexp_substr('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 1, 1, 'i',2,8) from dual;
! ORA-00939

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1040
select regexp_instr('', '[0-9]+') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1046
select regexp_instr('345 REGEXP_instr 789', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1058
select regexp_instr('345 REGEXP_instr 789', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1065
select regexp_instr('345 REGEXP_instr 789', '[a-z]+',0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1067
select regexp_instr('345 REGEXP_instr 789', '[a-z]+',-1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1070
select regexp_instr('', '[0-9]+','') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1076
select regexp_instr(NULL, '[0-9]+',NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1082
select regexp_instr('', '[0-9]+',NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1088
select regexp_instr(NULL, '[0-9]+','') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1094
select regexp_instr('345 REGEXP_instr 789', '', 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1100
select regexp_instr('345 REGEXP_instr 789', NULL, 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1106
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1112
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1119
select regexp_instr('345 REGEXP_instr 789', '[a-z]+',1,0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1121
select regexp_instr('345 REGEXP_instr 789', '[a-z]+',1,-1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1123
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 1, '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1129
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 1, NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1136
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, -1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1138
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, -2) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1140
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, -100) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1142
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1148
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1155
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, 'q') from dual;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1157
select regexp_instr('', '[a-z]+', 1, 1, 0, 'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1163
select regexp_instr(NULL, '[a-z]+', 1, 1, 0, 'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1169
select regexp_instr('345 REGEXP_instr 789', '', 1, 1, 0, 'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1175
select regexp_instr('345 REGEXP_instr 789', NULL, 1, 1, 0, 'i') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1182
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 1, 1, 0, 'i', -1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1184
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 1, 1, 0, 'i', '') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1190
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 1, 1, 0, 'i', NULL) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1196
select regexp_instr('', '[0-9]+', 1, 1, 0, 'i', 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1202
select regexp_instr(NULL, '[0-9]+', 1, 1, 0, 'i', 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1208
select regexp_instr('345 REGEXP_instr 789', '', 1, 1, 0, 'i', 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1214
select regexp_instr('345 REGEXP_instr 789', NULL, 1, 1, 0, 'i', 1) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1221
select regexp_instr('') from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1223
select regexp_instr(NULL) from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1225
select regexp_instr('345 REGEXP_instr 789') from dual;
! ORA-00938

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1228
select regexp_instr('345 REGEXP_instr 789', '[0-9]+') from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1235
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 8) from dual;
= 18

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1242
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', a) from dual;
! ORA-00904

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1247
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1249
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', -1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1251
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 1, 0) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1253
select regexp_instr('345 REGEXP_instr 789', '[0-9]+', 5, -1) from dual;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1256
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, '') from dual;
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1262
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, NULL) from dual;
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1268
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, 'i') from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1275
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, 'c') from dual;
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1282
select regexp_instr('345 REGEXP_instr 789', '[A-Z]+', 1, 1, 0, 'n') from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1289
select regexp_instr('345 REG^EX$P_instr 789', '[A-Z]+', 1, 1, 0, 'm') from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1295
select regexp_instr('34^5 REG$EXP_instr 789', '[A-Z]+', 1, 1, 0, 'm') from dual;
= 6

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1302
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, 'x') from dual;
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1309
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, 'ic') from dual;
= 12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1315
select regexp_instr('345 REGEXP_instr 789', '[a-z]+', 1, 1, 0, 'ci') from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1322
select regexp_instr('345 REGEXP_instr 789', '[A-Z]+', 1, 1, 0, 'a') from dual;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1325
select regexp_instr('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 1, 1, 0, 'i', 0, 3) from dual;
! ORA-00939

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1331
select regexp_instr('500 Oracle Parkway, Redwood Shores, CA',',[^,]+,') from dual;
= 19

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1337
select regexp_instr('http://www.example.com/products','/([[:alnum:]]+\.?){3,4}/?') from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1343
select regexp_instr('515.123.4444 515.123.4888','([[:digit:]]{3})\.([[:digit:]]{3})', 1, 2, 0) from dual;
= 14

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1357
select regexp_instr('barbar', 'b[^b]+', 1, 1, 0, 'i',0) from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1363
select regexp_instr('barbar', 'b[^b]+', 1, 1, 1, 'i',0) from dual;
= 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1369
select regexp_instr('barbar', '(b[^b]+)', 1, 2, 0, 'i',0) from dual;
= 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1375
select regexp_instr('barbar', '(b[^b]+)', 1, 2, 1, 'i',0) from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1381
select regexp_instr('foobarbequebazilbarfbonk', '(b[^b]+)(b[^b]+)', 1, 1, 0, 'i') from dual;
= 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1387
select regexp_instr('345 REGEXP_instr 789', '[A-Z]+', 1, 1, 0, 'ic') from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1393
select regexp_instr('123456789010', '(1(2)3)(4(5(6))(7(8))(9(0)(10)))', 1, 1, 0, 'i',8) from dual;
= 9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1399
select regexp_instr('123456789010', '(1(2)3)(4(5(6))(7(8))(9(0)(10)))', 1, 1, 0, 'i',9) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1427
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'ABC', 'i') ORDER BY n;
= 4 | abc
= 5 | abcde
= 10 | abcbvbnb

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1435
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like(value,'ABC', 'n');
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1442
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like(value,'ABC', 'c');
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1447
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'a b c', 'x') ORDER BY n;
= 4 | abc
= 5 | abcde
= 10 | abcbvbnb

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1455
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE value like '1____60' ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 3 | 1b3b560

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1463
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'1....60') ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 3 | 1b3b560
= 11 | 11114560
= 11 | 11124560

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1473
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'1[0-9]{4}60') ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 11 | 11114560
= 11 | 11124560

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1482
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'1[[:digit:]]{4}60') ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 11 | 11114560
= 11 | 11124560

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1491
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value, '^[[:digit:]]+[[:alpha:]]+.*[[:digit:]]+$') ORDER BY n;
= 3 | 1b3b560

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1497
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'^[^[:digit:]]+$') ORDER BY n;
= 4 | abc
= 5 | abcde
= 6 | ADREasx
= 8 | adc  de
= 9 | adc,.de
= 10 | abcbvbnb

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1508
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'^1[2b]','i') ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 3 | 1b3b560
= 7 | 123  45
= 10 | 1B

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1518
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'^1[2B]') ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 7 | 123  45
= 10 | 1B

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1527
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'[[:space:]]') ORDER BY n;
= 7 | 123  45
= 8 | adc  de

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1534
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'^([a-z]+|[0-9]+)$') ORDER BY n;
= 1 | 1234560
= 2 | 1234560
= 4 | abc
= 5 | abcde
= 10 | abcbvbnb
= 11 | 11114560
= 11 | 11124560

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1546
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT id, value FROM t WHERE regexp_like(value,'[[:punct:]]') ORDER BY n;
= 9 | adc,.de

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1552
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like('','');
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1557
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like(null, '');
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1562
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like('', null);
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1567
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like(null, null);
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1572
WITH t AS (SELECT 1 AS n, '1' AS id, '1234560' AS value FROM dual UNION ALL SELECT 2, '2', '1234560' FROM dual UNION ALL SELECT 3, '3', '1b3b560' FROM dual UNION ALL SELECT 4, '4', 'abc' FROM dual UNION ALL SELECT 5, '5', 'abcde' FROM dual UNION ALL SELECT 6, '6', 'ADREasx' FROM dual UNION ALL SELECT 7, '7', '123  45' FROM dual UNION ALL SELECT 8, '8', 'adc  de' FROM dual UNION ALL SELECT 9, '9', 'adc,.de' FROM dual UNION ALL SELECT 10, '10', '1B' FROM dual UNION ALL SELECT 11, '10', 'abcbvbnb' FROM dual UNION ALL SELECT 12, '11', '11114560' FROM dual UNION ALL SELECT 13, '11', '11124560' FROM dual)
SELECT COUNT(*) FROM t WHERE regexp_like(null, null, null);
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1582
SELECT REGEXP_COUNT('123123123123123', '(12)3', 1, 'i') FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1588
SELECT REGEXP_COUNT('123123123123', '123', 3, 'i') FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1594
select regexp_count('ABC123', '[A-Z]'), regexp_count('A1B2C3', '[A-Z]') from dual;
= 3 | 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1600
select regexp_count('ABC123', '[A-Z][0-9]'), regexp_count('A1B2C3', '[A-Z][0-9]') from dual;
= 1 | 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1606
select regexp_count('ABC123', '^[A-Z][0-9]'), regexp_count('A1B2C3', '^[A-Z][0-9]') from dual;
= 0 | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1612
select regexp_count('ABC123', '[A-Z][0-9]{2}'), regexp_count('A1B2C3', '[A-Z][0-9]{2}') from dual;
= 1 | 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1618
select regexp_count('ABC123', '([A-Z][0-9]){2}'), regexp_count('A1B2C3', '([A-Z][0-9]){2}') from dual;
= 0 | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1636
select regexp_count('ABC123A5', '^[A-Z][0-9]'), regexp_count('A1B2C3', '^[A-Z][0-9]') from dual;
= 0 | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1642
select regexp_count('ABC123', '[A-Z][0-9]{2}'), regexp_count('A1B2C34', '[A-Z][0-9]{2}') from dual;
= 1 | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1648
select regexp_count('ABC12D3', '([A-Z][0-9]){2}'), regexp_count('A1B2C3', '([A-Z][0-9]){2}') from dual;
= 0 | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1696
SELECT SUBSTRB('ABCDEFG',5,4.2) FROM DUAL;
= EFG

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1702
SELECT SUBSTRB('ABCDEFG',5) FROM DUAL;
= EFG

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1711
SELECT INSTRB('CORPORATE FLOOR','OR',5,2) FROM DUAL;
= 14

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1717
SELECT INSTRB('CORPORATE FLOOR','OR',5) FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1723
SELECT INSTRB('CORPORATE FLOOR','OR') FROM DUAL;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1732
SELECT REPLACE('JACK and JUE','J','BL') FROM DUAL;
= BLACK and BLUE

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1738
SELECT REPLACE('JACK and JUE','J') FROM DUAL;
= ACK and UE

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1657
WITH t AS (SELECT 1 AS n, 'John Doe' AS empName FROM dual UNION ALL SELECT 2, 'Jane Doe' FROM dual)
SELECT empName, REGEXP_COUNT(empName, 'e', 1, 'c') FROM t ORDER BY n;
= John Doe | 1
= Jane Doe | 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1664
WITH t AS (SELECT 1 AS n, 'John Doe' AS empName FROM dual UNION ALL SELECT 2, 'Jane Doe' FROM dual)
SELECT empName, REGEXP_COUNT(empName, 'o', 1, 'c') FROM t ORDER BY n;
= John Doe | 2
= Jane Doe | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1671
WITH t AS (SELECT 1 AS n, 'John Doe' AS empName FROM dual UNION ALL SELECT 2, 'Jane Doe' FROM dual)
SELECT empName, REGEXP_COUNT(empName, 'E', 1, 'i') FROM t ORDER BY n;
= John Doe | 1
= Jane Doe | 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1678
WITH t AS (SELECT 1 AS n, 'John Doe' AS empName FROM dual UNION ALL SELECT 2, 'Jane Doe' FROM dual)
SELECT empName, REGEXP_COUNT(empName, 'do', 1, 'i') FROM t ORDER BY n;
= John Doe | 1
= Jane Doe | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1685
WITH t AS (SELECT 1 AS n, 'John Doe' AS empName FROM dual UNION ALL SELECT 2, 'Jane Doe' FROM dual)
SELECT empName, REGEXP_COUNT(empName, 'an', 1, 'c') FROM t ORDER BY n;
= John Doe | 0
= Jane Doe | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1748
SELECT REGEXP_COUNT(1231, 123, 1, 'c') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1756
SELECT REGEXP_COUNT(12312312312, 231, 1, 'c') FROM dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1762
SELECT REGEXP_COUNT(1231.2312312312355, 1.23, 4.9, 'c') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1768
SELECT REGEXP_COUNT('12312312312312355', '123', 4.9, 'c') FROM dual;
= 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1774
SELECT REGEXP_COUNT(123123123, 123, 4.9, 'c') FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1780
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 3, 'c') FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1786
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 3, 'i') FROM dual;
= 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1792
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 6, 'i') FROM dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1798
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abcd', 3, 'i') FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1804
SELECT REGEXP_COUNT('Abcdefg', 'c', 2, 'c') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1822
SELECT REGEXP_COUNT('Abcacdefg', CAST('cd' AS CHAR(2)), 2, 'c') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1828
SELECT REGEXP_COUNT('Abcacdefg', 'cd', '2', 'c') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1816
SELECT REGEXP_COUNT('Abcacdefg', CAST('cd' AS CHAR(1)), 2, 'c') FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1855
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 4, 'c') FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1861
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 4) FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1867
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 1, 'c') FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1873
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc') FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1879
SELECT REGEXP_COUNT(null, null) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1885
SELECT REGEXP_COUNT(null, null, null) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1891
SELECT REGEXP_COUNT(null, null, null, null) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1897
SELECT REGEXP_COUNT('', '') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1903
SELECT REGEXP_COUNT(' ', ' ') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1917
SELECT REGEXP_COUNT('', '', 100) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1931
SELECT REGEXP_COUNT(' ', ' ', 100) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1937
SELECT REGEXP_COUNT('', '', 1, '') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1947
SELECT REGEXP_COUNT('', '', 1, 'x') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1953
SELECT REGEXP_COUNT('', '', 1, 'm') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1959
SELECT REGEXP_COUNT('', '', 1, 'i') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1965
SELECT REGEXP_COUNT('', '', 1, 'c') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1971
SELECT REGEXP_COUNT('', '', 1, 'n') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2003
SELECT REGEXP_COUNT(' ', ' ', 1, 'm') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2009
SELECT REGEXP_COUNT(' ', ' ', 1, 'i') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2015
SELECT REGEXP_COUNT(' ', ' ', 1, 'c') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2021
SELECT REGEXP_COUNT(' ', ' ', 1, 'n') FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1923
SELECT REGEXP_COUNT(' ', ' ', 0) FROM DUAL;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1929
SELECT REGEXP_COUNT(' ', ' ', -100) FROM DUAL;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2043
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 0, 'c') FROM DUAL;
! ORA-01428

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:1995
SELECT REGEXP_COUNT(' ', ' ', 1, '0') FROM DUAL;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2027
SELECT REGEXP_COUNT(' ', ' ', 1, 't') FROM DUAL;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2053
SELECT REGEXP_COUNT('ABCabcabcABCABC', 'abc', 4, 'o') FROM DUAL;
! ORA-01760

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2056
SELECT REGEXP_COUNT(CHR(10) || 'hello' || CHR(10) || 'Hello.hello' || CHR(10) || 'good', '.', 1, 'i') FROM dual;
= 20

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2066
SELECT REGEXP_COUNT(CHR(10) || 'hello' || CHR(10) || CHR(10) || 'Hello hello' || CHR(10) || 'good' || CHR(10), '.', 1, 'n') FROM dual;
= 25

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2105
SELECT REGEXP_COUNT('hello' || CHR(10) || CHR(10) || 'Hello.hello' || CHR(10) || 'good', '.', 1, 'n') FROM dual;
= 23

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2119
select length(192) from dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2125
select length(cast(192 AS SMALLINT)) from dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2131
select length(cast(192 AS INTEGER)) from dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2143
select length(192.922) from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2149
select length(cast(192.922 AS NUMBER)) from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2155
select length('192') from dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2161
select length('Highgo DB!') from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2167
select length('今天') from dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2173
select length('明天') from dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2179
select length(cast('Highgo DB!' as char(10))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2185
select length(cast('Highgo DB!' as char(20))) from dual;
= 20

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2191
select length(cast('Highgo DB!' AS VARCHAR2(20))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2209
select length(cast('Highgo DB!' AS VARCHAR2(100))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2215
select length(cast('今天' AS VARCHAR2(100))) from dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2221
select length(cast('今天是Monday' as char(20))) from dual;
= 14

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2239
select length(null) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2245
select length('') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2251
select length(' ') from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2257
select length(0) from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2263
select length(-2) from dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2269
select length(123.14) from dual;
= 6

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2290
select lengthb(192) from dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2304
select lengthb(192.922) from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2310
select lengthb(cast(192.922 AS NUMBER)) from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2316
select lengthb(cast(192.922 as number)) from dual;
= 7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2322
select lengthb('192') from dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2328
select lengthb('Highgo DB!') from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2334
select lengthb('今天') from dual;
= 6

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2340
select lengthb(cast('Highgo DB!' as char(10))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2346
select lengthb(cast('Highgo DB!' as char(20))) from dual;
= 20

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2352
select lengthb(cast('Highgo DB!' AS VARCHAR2(20))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2358
select lengthb(cast('Highgo DB!' as varchar2(20))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2365
select lengthb(cast('Highgo DB!' AS VARCHAR2(100))) from dual;
= 10

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2371
select lengthb(cast('今天' AS VARCHAR2(100))) from dual;
= 6

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2377
select lengthb(cast('今天是Monday' as char(20))) from dual;
= 20

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2395
select lengthb(null) from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2401
select lengthb('') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2407
select lengthb(' ') from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2413
select lengthb(0) from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2419
select lengthb(-2) from dual;
= 2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2425
select lengthb(1234.123) from dual;
= 8

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2446
select round(cast(1.234 as double precision), 2), trunc(cast(1.234 as double precision), 2) from dual;
= 1.23 | 1.23

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2452
select round(cast(1.234 as float), 2), trunc(cast(1.234 as float), 2) from dual;
= 1.23 | 1.23

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2458
select round(cast('1.2345' AS VARCHAR2(100))), trunc(cast('1.2345' AS VARCHAR2(100))) from dual;
= 1 | 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2464
select round(cast('1.2345' AS VARCHAR2(100)), 3), trunc(cast('1.2345' AS VARCHAR2(100)), 3) from dual;
= 1.235 | 1.234

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2470
select round(cast('1.2345' AS VARCHAR2(100)), 6), trunc(cast('1.2345' AS VARCHAR2(100)), 6) from dual;
= 1.2345 | 1.2345

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2476
select round(cast('-1.2345' AS VARCHAR2(100))), trunc(cast('-1.2345' AS VARCHAR2(100))) from dual;
= -1 | -1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2482
select round(cast('-1.2345' AS VARCHAR2(100)), 3), trunc(cast('-1.2345' AS VARCHAR2(100)), 3) from dual;
= -1.235 | -1.234

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2488
select round(cast('-1.2345' AS VARCHAR2(100)), 6), trunc(cast('-1.2345' AS VARCHAR2(100)), 6) from dual;
= -1.2345 | -1.2345

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2494
select round(cast('12345.12345' AS VARCHAR2(100)), -1), trunc(cast('12345.12345' AS VARCHAR2(100)), -1) from dual;
= 12350 | 12340

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2500
select round('123456') from dual;
= 123456

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2509
select trunc('123456') from dual;
= 123456

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2518
select to_char(22) from dual;
= 22

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2530
select to_char(-44444) from dual;
= -44444

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2524
select to_char(99) from dual;
= 99

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2536
select to_char(1234567890123456) from dual;
= 1234567890123456

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2542
select to_char(123.456) from dual;
= 123.456

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2548
select to_char(1234.5678) from dual;
= 1234.5678

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2554
select to_char(12345678901234567890) from dual;
= 12345678901234567890

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2560
select to_char(1234567890.12345) from dual;
= 1234567890.12345

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2584
select to_char('4.0010') from dual;
= 4.0010

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2715
select to_char(1234.123456789012) from dual;
= 1234.123456789012

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2591
SELECT TO_CHAR(to_date('14-Jan08 11:44:49', 'YY-MonDD HH24:MI:SS'), 'YY-MonDD HH24:MI:SS') FROM dual;
= 14-Jan08 11:44:49

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2598
SELECT TO_CHAR(to_date('14-08Jan 11:44:49', 'YY-DDMon HH24:MI:SS'), 'YY-DDMon HH24:MI:SS') FROM dual;
= 14-08Jan 11:44:49

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2605
SELECT TO_CHAR(to_date('21052014 12:13:44', 'DDMMYYYY HH24:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 21052014 12:13:44

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2612
SELECT TO_CHAR(to_date('210514 12:13:44', 'DDMMYY HH24:MI:SS'), 'DDMMYY HH24:MI:SS') FROM dual;
= 210514 12:13:44

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2619
SELECT TO_CHAR(to_date('2014/04/25 10:13', 'YYYY/MM/DD HH:MI'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 25042014 10:13:00

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2626
SELECT TO_CHAR(to_date('16-Feb-09 10:11:11', 'DD-Mon-YY HH:MI:SS'), 'YY-DDMon HH24:MI:SS') FROM dual;
= 09-16Feb 10:11:11

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2633
SELECT TO_CHAR(to_date('02/16/09 04:12:12', 'MM/DD/YY HH24:MI:SS'), 'YY-DDMon HH24:MI:SS') FROM dual;
= 09-16Feb 04:12:12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2640
SELECT TO_CHAR(to_date('021609 111213', 'MMDDYY HHMISS'), 'YY-MonDD HH24:MI:SS') FROM dual;
= 09-Feb16 11:12:13

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2647
SELECT TO_CHAR(to_date('16-Feb-09 11:12:12', 'DD-Mon-YY HH:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 16022009 11:12:12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2654
SELECT TO_CHAR(to_date('Feb/16/09 11:21:23', 'Mon/DD/YY HH:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 16022009 11:21:23

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2661
SELECT TO_CHAR(to_date('February.16.2009 10:11:12', 'Month.DD.YYYY HH:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 16022009 10:11:12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2668
SELECT TO_CHAR(to_date('20020315111212', 'yyyymmddhh12miss'), 'YY-MonDD HH24:MI:SS') FROM dual;
= 02-Mar15 11:12:12

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2675
SELECT TO_CHAR(to_date('January 15, 1989, 11:00 A.M.','Month dd, YYYY, HH:MI A.M.'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 15011989 11:00:00

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2682
SELECT TO_CHAR(to_date('14-Jan08 11:44:49' ,'YY-MonDD HH24:MI:SS'), 'DDMMYY HH24:MI:SS') FROM dual;
= 080114 11:44:49

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2689
SELECT TO_CHAR(to_date('14-08Jan 11:44:49','YY-DDMon HH24:MI:SS'), 'DDMMYYYY HH24:MI:SS') FROM dual;
= 08012014 11:44:49

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2696
SELECT TO_CHAR(to_date('21052014 12:13:44','DDMMYYYY HH24:MI:SS'), 'YY-MonDD HH24:MI:SS') FROM dual;
= 14-May21 12:13:44

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2703
SELECT TO_CHAR(to_date('210514 12:13:44','DDMMYY HH24:MI:SS'), 'DDMMYY HH24:MI:SS') FROM dual;
= 210514 12:13:44

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2724
SELECT TO_NUMBER('123') FROM dual;
= 123

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2730
SELECT TO_NUMBER('123.456') FROM dual;
= 123.456

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2736
SELECT TO_NUMBER(123) FROM dual;
= 123

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2766
SELECT TO_NUMBER(123.456) FROM dual;
= 123.456

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2772
SELECT TO_NUMBER('1210.7', '9999.99') FROM dual;
= 1210.7

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2778
SELECT TO_NUMBER('1210.73', '9999.99') FROM dual;
= 1210.73

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2787
SELECT TO_NUMBER('1210', '9999') FROM dual;
= 1210

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2825
SELECT TO_NUMBER(12.34) FROM dual;
= 12.34

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2813
select to_number('1;2;6;7;8', '99,99,99,9,999') from dual;
! ORA-01722

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2815
select to_number('1.1,2,6,7,8', '9999,99,99,9,999') from dual;
! ORA-01722

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2817
select to_number('1.1,2,6,77,8', '9999,99,99,9,999') from dual;
! ORA-01722

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2834
select instrb(1, 1) from dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2840
select instrb('a', 1) from dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2867
SELECT instrb(20121209,12, 1, 2) FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2873
SELECT instrb(20121209,12, 1) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2879
SELECT instrb(20121209,12) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2885
SELECT instrb(cast(2012 AS SMALLINT), cast(12 AS SMALLINT), cast(1 AS SMALLINT), cast(2 AS SMALLINT)) FROM DUAL;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2891
SELECT instrb(cast(2012 AS SMALLINT), cast(12 AS SMALLINT), cast(1 AS SMALLINT)) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2897
SELECT instrb(cast(2012 AS SMALLINT), cast(12 AS SMALLINT)) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2903
SELECT instrb(cast(20121209 AS INTEGER), cast(12 AS INTEGER), cast(1.9 AS INTEGER), cast(2.99 AS INTEGER)) FROM DUAL;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2909
SELECT instrb(cast(20121209 AS INTEGER), cast(12 AS INTEGER), cast(1.9 AS INTEGER)) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2915
SELECT instrb(cast(20121209 AS INTEGER), cast(12 AS INTEGER)) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2921
SELECT instrb(cast(20121212 AS INTEGER), cast(1212 AS INTEGER), cast(1.9 AS INTEGER), cast(1.99 AS INTEGER)) FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2927
SELECT instrb(cast(20121212 AS INTEGER), cast(1212 AS INTEGER), cast(1.9 AS INTEGER)) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2933
SELECT instrb(cast(20121212 AS INTEGER), cast(1212 AS INTEGER)) FROM DUAL;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2951
SELECT instrb(cast(201212.12 AS NUMBER),cast(12.12 AS NUMBER), cast(1.9 AS NUMBER), cast(1.99 AS NUMBER)) FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2957
SELECT instrb(cast(201212.12 AS NUMBER),cast(12.12 AS NUMBER), cast(1.9 AS NUMBER)) FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2963
SELECT instrb(cast(201212.12 AS NUMBER),cast(12.12 AS NUMBER)) FROM DUAL;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2969
SELECT instrb(null,null,null,null) FROM DUAL;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2975
SELECT instrb(null,null,null) FROM DUAL;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2981
SELECT instrb(null,null) FROM DUAL;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2945
SELECT instrb(cast(201212.12 AS NUMBER),cast(12.12 AS NUMBER), cast(1.9 AS INTEGER), cast(1.99 AS INTEGER)) FROM DUAL;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2851
SELECT INSTRB(20121209, CAST(12 AS INTEGER), CAST(1 AS VARCHAR2(10)), '2') FROM dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:2939
SELECT INSTRB(CAST(201212.09 AS INTEGER), CAST(12.9 AS INTEGER), 1.9, 2.99) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3011
select decode('b', null, 2018, 111) from dual;
= 111

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3017
select decode(1, null, 2018, 111, 2222, 3333, 22, 1, 99, 5) from dual;
= 99

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3023
select decode(null, 1, 2018, 111, 2222, 3333, 22, 1, 99, 5) from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3029
select decode(null, 1, 2018, 111, 2222, 3333, 22, 1, null, 5) from dual;
= 5

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3037
WITH t AS (SELECT CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual)
select decode(a, b, 2018, 2, 3) FROM t;
= 2018

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3043
WITH t AS (SELECT CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual)
select decode(a, 1, 2018, b, 3) FROM t;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3049
WITH t AS (SELECT CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual)
select decode(a, 1, 2018, 2, 3, 4) FROM t;
= 4

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3067
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(a, b, 2018, 2, 3) FROM t ORDER BY n;
= 2018
= 2018
= NULL
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3076
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(a, b, 2018, 1, 3) FROM t ORDER BY n;
= 2018
= 2018
= 3
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3085
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(a, null, 2018, 1, 3) FROM t ORDER BY n;
= 2018
= 3
= 3
= 2018

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3094
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(a, null, 2018, 2, 3) FROM t ORDER BY n;
= 2018
= NULL
= NULL
= 2018

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3103
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(null, a, 2018, 2, 3) FROM t ORDER BY n;
= 2018
= NULL
= NULL
= 2018

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3112
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(null, b, 2018, 2, 3) FROM t ORDER BY n;
= 2018
= NULL
= 2018
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3121
WITH t AS (SELECT 1 AS n, CAST(NULL AS NUMBER) AS a, CAST(NULL AS NUMBER) AS b FROM dual UNION ALL SELECT 2, 1, 1 FROM dual UNION ALL SELECT 3, 1, NULL FROM dual UNION ALL SELECT 4, NULL, 1 FROM dual)
select decode(null, null, 2018, 2, 3) FROM t ORDER BY n;
= 2018
= 2018
= 2018
= 2018

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3135
SELECT INSTR(NULL, 'O') FROM DUAL;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3141
SELECT INSTR('TEST', NULL) FROM DUAL;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3147
SELECT INSTR(NULL, NULL) FROM DUAL;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3154
SELECT INSTR('OBJECT-ORIENTED PROGRAMMING', 'O') FROM DUAL;
= 1

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3160
SELECT INSTR('OBJECT-ORIENTED PROGRAMMING', 'O', 2) FROM DUAL;
= 8

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3166
SELECT INSTR('OBJECT-ORIENTED PROGRAMMING', 'O', 1, 2) FROM DUAL;
= 8

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3172
SELECT INSTR('OBJECT-ORIENTED PROGRAMMING', 'RIEN', 5, 1) FROM DUAL;
= 9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3178
SELECT INSTR('OBJECT-ORIENTED PROGRAMMING', 'O', 1, 4) FROM DUAL;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3197
SELECT INSTR('Information for the information age requires information.', 'information', 1, 1) FROM dual;
= 21

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3203
SELECT INSTR('Information for the information age requires information.', 'information', 1, 2) FROM dual;
= 46

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3209
SELECT INSTR('Information for the information age requires information.', 'information', 10, 1) FROM dual;
= 21

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3215
SELECT INSTR('Information for the information age requires information.', 'information') FROM dual;
= 21

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3221
SELECT INSTR('Information for the information age requires information.', 'information', 2) FROM dual;
= 21

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3227
SELECT INSTR('Information for the information age requires information.', 'information', 1, 4) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3238
select asciistr('Hello, World!') from dual;
= Hello, World!

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3244
select asciistr('Hello\nWorld') from dual;
= Hello\005CnWorld

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3250
select asciistr('') from dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3257
select asciistr('こんにちは') from dual;
= \3053\3093\306B\3061\306F

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3263
select asciistr('你好') from dual;
= \4F60\597D

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3269
select asciistr('😊👍') from dual;
= \D83D\DE0A\D83D\DC4D

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3276
select asciistr('ABÄCDE') from dual;
= AB\00C4CDE

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3282
select asciistr('ABCÄÊ') from dual;
= ABC\00C4\00CA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3288
select asciistr('ABCÕØ') from dual;
= ABC\00D5\00D8

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3294
select asciistr('ABCÄÊÍÕØ') from dual;
= ABC\00C4\00CA\00CD\00D5\00D8

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3300
select asciistr('Hello, こんにちは!') from dual;
= Hello, \3053\3093\306B\3061\306F!

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3306
select asciistr('Café') from dual;
= Caf\00E9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3312
select asciistr('Αλφάβητο') from dual;
= \0391\03BB\03C6\03AC\03B2\03B7\03C4\03BF

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3318
select asciistr('Привет') from dual;
= \041F\0440\0438\0432\0435\0442

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3327
-- gap: COMPOSE and DECOMPOSE
select asciistr(decompose('é')) from dual;
= e\0301

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3333
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose('e'||UNISTR('\0301'))) from dual;
= \00E9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3339
-- gap: COMPOSE and DECOMPOSE
select asciistr(decompose('áéíóú')) from dual;
= a\0301e\0301i\0301o\0301u\0301

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3345
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose('a'||UNISTR('\0301')||'e'||UNISTR('\0301')||'i'||UNISTR('\0301')||'o'||UNISTR('\0301')||'u'||UNISTR('\0301'))) from dual;
= \00E1\00E9\00ED\00F3\00FA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3351
-- gap: COMPOSE and DECOMPOSE
select asciistr(decompose('àèìòù')) from dual;
= a\0300e\0300i\0300o\0300u\0300

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3357
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose('a'||UNISTR('\0300')||'e'||UNISTR('\0300')||'i'||UNISTR('\0300')||'o'||UNISTR('\0300')||'u'||UNISTR('\0300'))) from dual;
= \00E0\00E8\00EC\00F2\00F9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3363
-- gap: COMPOSE and DECOMPOSE
select asciistr(decompose('áèíóú')) from dual;
= a\0301e\0300i\0301o\0301u\0301

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3369
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose('a'||UNISTR('\0301')||'e'||UNISTR('\0300')||'i'||UNISTR('\0301')||'o'||UNISTR('\0301')||'u'||UNISTR('\0301'))) from dual;
= \00E1\00E8\00ED\00F3\00FA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3375
-- gap: COMPOSE and DECOMPOSE
select asciistr(decompose('hello')) from dual;
= hello

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3381
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose('hello')) from dual;
= hello

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3399
select unistr('\00e9') from dual;
= é

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3405
-- gap: COMPOSE and DECOMPOSE
select compose('a'||UNISTR('\0300')) from dual;
= à

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3412
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose('é'))) from dual;
= \00E9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3418
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose('áéíóú'))) from dual;
= \00E1\00E9\00ED\00F3\00FA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3424
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose('àèìòù'))) from dual;
= \00E0\00E8\00EC\00F2\00F9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3430
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose('áèíóú'))) from dual;
= \00E1\00E8\00ED\00F3\00FA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3436
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose('hello'))) from dual;
= hello

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3442
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose(unistr('\00E9')))) from dual;
= \00E9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3448
-- gap: COMPOSE and DECOMPOSE
select asciistr(compose(decompose(unistr('\00E1\00E9\00ED\00F3\00FA')))) from dual;
= \00E1\00E9\00ED\00F3\00FA

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3455
select to_multi_byte('123$test') FROM dual;
= １２３＄ｔｅｓｔ

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3516
select to_multi_byte(NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3523
select to_single_byte('123$test') FROM dual;
= 123$test

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3529
select to_single_byte('１２３＄ｔｅｓｔ') FROM dual;
= 123$test

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3548
select to_single_byte('ａｂｃ') FROM dual;
= abc

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3554
select to_single_byte('１．２') FROM dual;
= 1.2

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3570
select to_single_byte(NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3462
SELECT LENGTHB('abc') FROM dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3468
SELECT LENGTHB(TO_MULTI_BYTE('abc')) FROM dual;
= 9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3536
SELECT LENGTHB('ａｂｃ') FROM dual;
= 9

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3542
SELECT LENGTHB(TO_SINGLE_BYTE('ａｂｃ')) FROM dual;
= 3

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3474
SELECT TO_MULTI_BYTE('abc') FROM dual;
= ａｂｃ

-- contrib/ivorysql_ora/expected/ora_character_datatype_functions.out:3480
SELECT TO_MULTI_BYTE('1.2') FROM dual;
= １．２

-- contrib/ivorysql_ora/expected/datatype_and_func_bugs.out:26
SELECT TO_CHAR(ADD_MONTHS(DATE '2022-08-23', 3), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2022-11-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_ascii.out:5
select ascii(321) from dual;
= 51

-- contrib/ivorysql_ora/expected/ora_ascii.out:11
select ascii(213.3f) from dual;
= 50

-- contrib/ivorysql_ora/expected/ora_ascii.out:17
select ascii(123.4d) from dual;
= 49

-- contrib/ivorysql_ora/expected/ora_ascii.out:23
select ascii('abc') from dual;
= 97

-- contrib/ivorysql_ora/expected/ora_ascii.out:29
select ascii('xyz') from dual;
= 120

-- contrib/ivorysql_ora/expected/ora_ascii.out:35
SELECT ASCII(TO_CHAR(DATE '2026-01-01', 'DD-MON-YYYY HH24:MI:SS')) FROM dual;
= 48

-- contrib/ivorysql_ora/expected/ora_ascii.out:41
SELECT ASCII(TO_CHAR(TIMESTAMP '2026-01-11 01:02:03.00', 'DD-MON-YYYY HH24:MI:SS.FF6')) FROM dual;
= 49

-- contrib/ivorysql_ora/expected/ora_ascii.out:47
SELECT ASCII(TO_CHAR(TIMESTAMP '2026-01-22 01:02:03.00 +01:00', 'DD-MON-YYYY HH24:MI:SS TZH:TZM')) FROM dual;
= 50

-- contrib/ivorysql_ora/expected/ora_ascii.out:53
SELECT ASCII('') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_raw_long.out:179
SELECT RAWTOHEX(HEXTORAW('DEADBEEF')) FROM dual;
= DEADBEEF

-- contrib/ivorysql_ora/expected/ora_raw_long.out:185
SELECT RAWTOHEX(HEXTORAW('FF')) FROM dual;
= FF

-- contrib/ivorysql_ora/expected/ora_raw_long.out:191
SELECT RAWTOHEX('hello') FROM dual;
= 68656C6C6F

-- contrib/ivorysql_ora/expected/ora_raw_long.out:197
SELECT RAWTOHEX(CAST('hello' AS VARCHAR2(10))) FROM dual;
= 68656C6C6F

-- contrib/ivorysql_ora/expected/ora_raw_long.out:209
SELECT RAWTOHEX(NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_raw_long.out:215
SELECT RAWTOHEX('') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_raw_long.out:12
WITH t AS (SELECT 1 AS ii, HEXTORAW('FFFF') AS a FROM dual UNION ALL SELECT 2, HEXTORAW('FFFFFF') FROM dual UNION ALL SELECT 3, HEXTORAW('FF') FROM dual UNION ALL SELECT 4, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 5, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 6, HEXTORAW('FFFE') FROM dual)
SELECT ii, RAWTOHEX(a) FROM t WHERE a = HEXTORAW('FFFF') ORDER BY ii;
= 1 | FFFF
= 4 | FFFF
= 5 | FFFF

-- contrib/ivorysql_ora/expected/ora_raw_long.out:20
WITH t AS (SELECT 1 AS ii, HEXTORAW('FFFF') AS a FROM dual UNION ALL SELECT 2, HEXTORAW('FFFFFF') FROM dual UNION ALL SELECT 3, HEXTORAW('FF') FROM dual UNION ALL SELECT 4, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 5, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 6, HEXTORAW('FFFE') FROM dual)
SELECT ii, RAWTOHEX(a) FROM t WHERE a <> HEXTORAW('FFFF') ORDER BY ii;
= 2 | FFFFFF
= 3 | FF
= 6 | FFFE

-- contrib/ivorysql_ora/expected/ora_raw_long.out:28
WITH t AS (SELECT 1 AS ii, HEXTORAW('FFFF') AS a FROM dual UNION ALL SELECT 2, HEXTORAW('FFFFFF') FROM dual UNION ALL SELECT 3, HEXTORAW('FF') FROM dual UNION ALL SELECT 4, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 5, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 6, HEXTORAW('FFFE') FROM dual)
SELECT ii, RAWTOHEX(a) FROM t WHERE a > HEXTORAW('FFFF') ORDER BY ii;
= 2 | FFFFFF

-- contrib/ivorysql_ora/expected/ora_raw_long.out:34
WITH t AS (SELECT 1 AS ii, HEXTORAW('FFFF') AS a FROM dual UNION ALL SELECT 2, HEXTORAW('FFFFFF') FROM dual UNION ALL SELECT 3, HEXTORAW('FF') FROM dual UNION ALL SELECT 4, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 5, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 6, HEXTORAW('FFFE') FROM dual)
SELECT ii, RAWTOHEX(a) FROM t WHERE a >= HEXTORAW('FFFF') ORDER BY ii;
= 1 | FFFF
= 2 | FFFFFF
= 4 | FFFF
= 5 | FFFF

-- contrib/ivorysql_ora/expected/ora_raw_long.out:43
WITH t AS (SELECT 1 AS ii, HEXTORAW('FFFF') AS a FROM dual UNION ALL SELECT 2, HEXTORAW('FFFFFF') FROM dual UNION ALL SELECT 3, HEXTORAW('FF') FROM dual UNION ALL SELECT 4, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 5, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 6, HEXTORAW('FFFE') FROM dual)
SELECT ii, RAWTOHEX(a) FROM t WHERE a < HEXTORAW('FFFF') ORDER BY ii;
= 3 | FF
= 6 | FFFE

-- contrib/ivorysql_ora/expected/ora_raw_long.out:50
WITH t AS (SELECT 1 AS ii, HEXTORAW('FFFF') AS a FROM dual UNION ALL SELECT 2, HEXTORAW('FFFFFF') FROM dual UNION ALL SELECT 3, HEXTORAW('FF') FROM dual UNION ALL SELECT 4, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 5, HEXTORAW('FFFF') FROM dual UNION ALL SELECT 6, HEXTORAW('FFFE') FROM dual)
SELECT ii, RAWTOHEX(a) FROM t WHERE a <= HEXTORAW('FFFF') ORDER BY ii;
= 1 | FFFF
= 3 | FF
= 4 | FFFF
= 5 | FFFF
= 6 | FFFE

-- contrib/ivorysql_ora/expected/utl_raw.out:3
SELECT RAWTOHEX(UTL_RAW.CAST_TO_RAW('hello')) FROM dual;
= 68656C6C6F

-- contrib/ivorysql_ora/expected/utl_raw.out:9
SELECT RAWTOHEX(UTL_RAW.CAST_TO_RAW('ABC')) FROM dual;
= 414243

-- contrib/ivorysql_ora/expected/utl_raw.out:30
SELECT RAWTOHEX(UTL_RAW.CAST_TO_RAW('你好')) FROM dual;
= E4BDA0E5A5BD

-- contrib/ivorysql_ora/expected/utl_raw.out:37
SELECT RAWTOHEX(UTL_RAW.CAST_TO_RAW('你好ABC世界')) FROM dual;
= E4BDA0E5A5BD414243E4B896E7958C

-- contrib/ivorysql_ora/expected/utl_raw.out:49
SELECT RAWTOHEX(UTL_RAW.CAST_TO_RAW('a b c')) FROM dual;
= 6120622063

-- contrib/ivorysql_ora/expected/utl_raw.out:16
SELECT UTL_RAW.CAST_TO_RAW(NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/utl_raw.out:55
SELECT RAWTOHEX(UTL_RAW.CAST_TO_RAW('\n')) FROM dual;
= 5C6E

-- contrib/ivorysql_ora/expected/utl_encode.out:26
-- gap: UTL_ENCODE
SELECT CASE WHEN UTL_ENCODE.BASE64_DECODE(UTL_ENCODE.BASE64_ENCODE( HEXTORAW(RPAD('0', 96, '0')) )) = HEXTORAW(RPAD('0', 96, '0')) THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/utl_encode.out:35
-- gap: UTL_ENCODE
SELECT CASE WHEN UTL_ENCODE.BASE64_DECODE(UTL_ENCODE.BASE64_ENCODE( HEXTORAW(RPAD('0', 98, '0')) )) = HEXTORAW(RPAD('0', 98, '0')) THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/utl_encode.out:77
-- gap: UTL_ENCODE
SELECT CASE WHEN UTL_ENCODE.BASE64_DECODE(UTL_ENCODE.BASE64_ENCODE( HEXTORAW('48656C6C6F') )) = HEXTORAW('48656C6C6F') THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/utl_encode.out:87
-- gap: UTL_ENCODE
SELECT CASE WHEN UTL_ENCODE.BASE64_DECODE(UTL_ENCODE.BASE64_ENCODE( HEXTORAW(RPAD('AB', 400, 'AB')) )) = HEXTORAW(RPAD('AB', 400, 'AB')) THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_interval.out:5
SELECT TO_CHAR(INTERVAL'1-1' YEAR TO MONTH) FROM dual;
= +01-01

-- contrib/ivorysql_ora/expected/ora_interval.out:11
SELECT TO_CHAR(INTERVAL '123-2' YEAR(3) TO MONTH) FROM dual;
= +123-02

-- contrib/ivorysql_ora/expected/ora_interval.out:17
SELECT TO_CHAR(INTERVAL'11' YEAR) FROM dual;
= +11-00

-- contrib/ivorysql_ora/expected/ora_interval.out:23
SELECT TO_CHAR(INTERVAL'356' YEAR(3)) FROM dual;
= +356-00

-- contrib/ivorysql_ora/expected/ora_interval.out:29
SELECT TO_CHAR(INTERVAL'12' MONTH) FROM dual;
= +01-00

-- contrib/ivorysql_ora/expected/ora_interval.out:43
SELECT TO_CHAR(INTERVAL'1-11' YEAR TO MONTH) FROM dual;
= +01-11

-- contrib/ivorysql_ora/expected/ora_interval.out:153
SELECT TO_CHAR(INTERVAL '4 5:12:10.222' DAY TO SECOND(3)) FROM dual;
= +04 05:12:10.222

-- contrib/ivorysql_ora/expected/ora_interval.out:159
SELECT TO_CHAR(INTERVAL '4 5:12' DAY TO MINUTE) FROM dual;
= +04 05:12:00

-- contrib/ivorysql_ora/expected/ora_interval.out:165
SELECT TO_CHAR(INTERVAL '400 5' DAY(3) TO HOUR) FROM dual;
= +400 05:00:00

-- contrib/ivorysql_ora/expected/ora_interval.out:171
SELECT TO_CHAR(INTERVAL '400' DAY(3)) FROM dual;
= +400 00:00:00

-- contrib/ivorysql_ora/expected/ora_interval.out:183
SELECT TO_CHAR(INTERVAL '11:20' HOUR TO MINUTE) FROM dual;
= +00 11:20:00

-- contrib/ivorysql_ora/expected/ora_interval.out:189
SELECT TO_CHAR(INTERVAL '10' HOUR) FROM dual;
= +00 10:00:00

-- contrib/ivorysql_ora/expected/ora_interval.out:195
SELECT TO_CHAR(INTERVAL '10:22' MINUTE TO SECOND) FROM dual;
= +00 00:10:22.000000

-- contrib/ivorysql_ora/expected/ora_interval.out:201
SELECT TO_CHAR(INTERVAL '10' MINUTE) FROM dual;
= +00 00:10:00

-- contrib/ivorysql_ora/expected/ora_interval.out:207
SELECT TO_CHAR(INTERVAL '4' DAY) FROM dual;
= +04 00:00:00

-- contrib/ivorysql_ora/expected/ora_interval.out:213
SELECT TO_CHAR(INTERVAL '25' HOUR) FROM dual;
= +01 01:00:00

-- contrib/ivorysql_ora/expected/ora_interval.out:219
SELECT TO_CHAR(INTERVAL '40' MINUTE) FROM dual;
= +00 00:40:00

-- contrib/ivorysql_ora/expected/ora_interval.out:231
SELECT TO_CHAR(INTERVAL '30.12345' SECOND(2,4)) FROM dual;
= +00 00:00:30.1235

-- contrib/ivorysql_ora/expected/ora_interval.out:241
SELECT INTERVAL '400 24' DAY(3) TO HOUR FROM dual;
! ORA-01850

-- contrib/ivorysql_ora/expected/ora_interval.out:245
SELECT INTERVAL '4 5:60' DAY TO MINUTE FROM dual;
! ORA-01851

-- contrib/ivorysql_ora/expected/ora_interval.out:249
SELECT INTERVAL '4 5:12:60' DAY TO SECOND(3) FROM dual;
! ORA-01852

-- contrib/ivorysql_ora/expected/ora_interval.out:65
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a = INTERVAL '12-3' YEAR TO MONTH ORDER BY a;
= +0012-03

-- contrib/ivorysql_ora/expected/ora_interval.out:71
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a <> INTERVAL '12-3' YEAR TO MONTH ORDER BY a;
= +0000-01
= +0001-02
= +0123-04
= +1234-05

-- contrib/ivorysql_ora/expected/ora_interval.out:80
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a > INTERVAL '12-3' YEAR TO MONTH ORDER BY a;
= +0123-04
= +1234-05

-- contrib/ivorysql_ora/expected/ora_interval.out:87
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a >= INTERVAL '12-3' YEAR TO MONTH ORDER BY a;
= +0012-03
= +0123-04
= +1234-05

-- contrib/ivorysql_ora/expected/ora_interval.out:95
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a < INTERVAL '12-3' YEAR TO MONTH ORDER BY a;
= +0000-01
= +0001-02

-- contrib/ivorysql_ora/expected/ora_interval.out:102
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a <= INTERVAL '12-3' YEAR TO MONTH ORDER BY a;
= +0000-01
= +0001-02
= +0012-03

-- contrib/ivorysql_ora/expected/ora_interval.out:111
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a + INTERVAL '1-1' YEAR TO MONTH) FROM t ORDER BY a;
= +000000001-02
= +000000002-03
= +000000013-04
= +000000124-05
= +000001235-06

-- contrib/ivorysql_ora/expected/ora_interval.out:122
WITH t AS (SELECT CAST('0-1' AS INTERVAL YEAR(4) TO MONTH) AS a FROM dual UNION ALL SELECT CAST('1-2' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('12-3' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('123-4' AS INTERVAL YEAR(4) TO MONTH) FROM dual UNION ALL SELECT CAST('1234-5' AS INTERVAL YEAR(4) TO MONTH) FROM dual)
SELECT TO_CHAR(a - INTERVAL '1-1' YEAR TO MONTH) FROM t ORDER BY a;
= -000000001-00
= +000000000-01
= +000000011-02
= +000000122-03
= +000001233-04

-- contrib/ivorysql_ora/expected/ora_interval.out:60
SELECT CAST('12345-6' AS INTERVAL YEAR(4) TO MONTH) FROM dual;
! ORA-01873

-- contrib/ivorysql_ora/expected/ora_interval.out:265
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a = INTERVAL '12 1:1:1.123456' DAY TO SECOND ORDER BY a;
= +0012 01:01:01.123456

-- contrib/ivorysql_ora/expected/ora_interval.out:271
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a <> INTERVAL '12 1:1:1.123456' DAY TO SECOND ORDER BY a;
= +0000 00:00:00.000000
= +0001 01:01:01.123000
= +0123 01:01:01.123457
= +1234 01:01:01.123457

-- contrib/ivorysql_ora/expected/ora_interval.out:280
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a > INTERVAL '12 1:1:1.123456' DAY TO SECOND ORDER BY a;
= +0123 01:01:01.123457
= +1234 01:01:01.123457

-- contrib/ivorysql_ora/expected/ora_interval.out:287
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a >= INTERVAL '12 1:1:1.123456' DAY TO SECOND ORDER BY a;
= +0012 01:01:01.123456
= +0123 01:01:01.123457
= +1234 01:01:01.123457

-- contrib/ivorysql_ora/expected/ora_interval.out:295
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a < INTERVAL '12 1:1:1.123456' DAY TO SECOND ORDER BY a;
= +0000 00:00:00.000000
= +0001 01:01:01.123000

-- contrib/ivorysql_ora/expected/ora_interval.out:302
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(a) FROM t WHERE a <= INTERVAL '12 1:1:1.123456' DAY TO SECOND ORDER BY a;
= +0000 00:00:00.000000
= +0001 01:01:01.123000
= +0012 01:01:01.123456

-- contrib/ivorysql_ora/expected/ora_interval.out:311
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(CAST(a + INTERVAL '1 1:1:1' DAY TO SECOND AS INTERVAL DAY(9) TO SECOND(9))) FROM t ORDER BY a;
= +000000001 01:01:01.000000000
= +000000002 02:02:02.123000000
= +000000013 02:02:02.123456000
= +000000124 02:02:02.123457000
= +000001235 02:02:02.123457000

-- contrib/ivorysql_ora/expected/ora_interval.out:322
WITH t AS (SELECT CAST('0 0:0:0' AS INTERVAL DAY(4) TO SECOND(6)) AS a FROM dual UNION ALL SELECT CAST('1 1:1:1.123' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('12 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('123 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual UNION ALL SELECT CAST('1234 1:1:1.123456789' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual)
SELECT TO_CHAR(CAST(a - INTERVAL '1 1:1:1' DAY TO SECOND AS INTERVAL DAY(9) TO SECOND(9))) FROM t ORDER BY a;
= -000000001 01:01:01.000000000
= +000000000 00:00:00.123000000
= +000000011 00:00:00.123456000
= +000000122 00:00:00.123457000
= +000001233 00:00:00.123457000

-- contrib/ivorysql_ora/expected/ora_interval.out:260
SELECT CAST('12345 1:1:1.123456' AS INTERVAL DAY(4) TO SECOND(6)) FROM dual;
! ORA-01873

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:355
SELECT TO_CHAR(TO_YMINTERVAL('01-02')) FROM dual;
= +000000001-02

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:361
SELECT TO_CHAR(TO_YMINTERVAL('P1Y2M')) FROM dual;
= +000000001-02

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:367
SELECT TO_CHAR(TO_DSINTERVAL('100 00:00:00')) FROM dual;
= +000000100 00:00:00.000000000

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:373
SELECT TO_CHAR(TO_DSINTERVAL('P100DT05H')) FROM dual;
= +000000100 05:00:00.000000000

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:379
SELECT TO_CHAR(NUMTOYMINTERVAL(1,'year')) FROM dual;
= +000000001-00

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:385
SELECT TO_CHAR(NUMTOYMINTERVAL(1,'month')) FROM dual;
= +000000000-01

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:391
SELECT TO_CHAR(NUMTODSINTERVAL(100, 'day')) FROM dual;
= +000000100 00:00:00.000000000

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:397
SELECT TO_CHAR(NUMTODSINTERVAL(100, 'hour')) FROM dual;
= +000000004 04:00:00.000000000

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:403
SELECT TO_CHAR(NUMTODSINTERVAL(100, 'minute')) FROM dual;
= +000000000 01:40:00.000000000

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:409
SELECT TO_CHAR(NUMTODSINTERVAL(100, 'second')) FROM dual;
= +000000000 00:01:40.000000000

-- contrib/ivorysql_ora/expected/ora_interval-bak.out:416
select level month from dual connect by level <= 12 ORDER BY 1;
= 1
= 2
= 3
= 4
= 5
= 6
= 7
= 8
= 9
= 10
= 11
= 12

-- src/oracle_test/regress/expected/interval.out:369
SELECT INTERVAL '999' DAY FROM dual;
! ORA-01873

-- src/oracle_test/regress/expected/interval.out:380
SELECT TO_CHAR(interval '1' year) FROM dual;
= +01-00

-- src/oracle_test/regress/expected/interval.out:386
SELECT TO_CHAR(interval '2' month) FROM dual;
= +00-02

-- src/oracle_test/regress/expected/interval.out:392
SELECT TO_CHAR(interval '3' day) FROM dual;
= +03 00:00:00

-- src/oracle_test/regress/expected/interval.out:398
SELECT TO_CHAR(interval '4' hour) FROM dual;
= +00 04:00:00

-- src/oracle_test/regress/expected/interval.out:404
SELECT TO_CHAR(interval '5' minute) FROM dual;
= +00 00:05:00

-- src/oracle_test/regress/expected/interval.out:410
SELECT TO_CHAR(interval '6' second) FROM dual;
= +00 00:00:06.000000

-- src/oracle_test/regress/expected/interval.out:420
SELECT TO_CHAR(interval '1-2' year to month) FROM dual;
= +01-02

-- src/oracle_test/regress/expected/interval.out:426
SELECT TO_CHAR(interval '1 2' day to hour) FROM dual;
= +01 02:00:00

-- src/oracle_test/regress/expected/interval.out:444
SELECT TO_CHAR(interval '1 2:03' day to minute) FROM dual;
= +01 02:03:00

-- src/oracle_test/regress/expected/interval.out:462
SELECT TO_CHAR(interval '1 2:03:04' day to second) FROM dual;
= +01 02:03:04.000000

-- src/oracle_test/regress/expected/interval.out:547
SELECT TO_CHAR(interval '1.234' second) FROM dual;
= +00 00:00:01.234000

-- contrib/ivorysql_ora/expected/ora_like_operator.out:6
SELECT CASE WHEN CAST('123456' AS CHAR(6)) LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:12
SELECT CASE WHEN CAST('123456' AS VARCHAR2(6)) LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:30
SELECT CASE WHEN '123456' LIKE CAST('123%' AS VARCHAR2(10)) THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:36
SELECT CASE WHEN CAST(123456 AS INTEGER) LIKE CAST('123%' AS VARCHAR2(10)) THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:42
SELECT CASE WHEN CAST(123456 AS INTEGER) LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:90
SELECT CASE WHEN CAST(123456 AS NUMBER) LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:108
SELECT CASE WHEN CAST(123456 AS DECIMAL) LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:132
SELECT CASE WHEN CAST(1234.56 AS DOUBLE PRECISION) LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:186
SELECT CASE WHEN CAST('123456' AS CHAR(6)) LIKE NULL THEN 1 ELSE 0 END FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_like_operator.out:192
SELECT CASE WHEN 123456 LIKE NULL THEN 1 ELSE 0 END FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_like_operator.out:198
SELECT CASE WHEN NULL LIKE '123%' THEN 1 ELSE 0 END FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_like_operator.out:174
SELECT CASE WHEN TO_CLOB('2022-09-26 16:39:20') LIKE '2022%' THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_like_operator.out:215
WITH t AS (SELECT 1 AS n, 123456 AS id, 'test1' AS str1 FROM dual UNION ALL SELECT 2, 123457, 'test2' FROM dual UNION ALL SELECT 3, 223456, 'test3' FROM dual UNION ALL SELECT 4, 123458, 'test4' FROM dual)
SELECT id, str1 FROM t WHERE str1 LIKE 'test%' ORDER BY n;
= 123456 | test1
= 123457 | test2
= 223456 | test3
= 123458 | test4

-- contrib/ivorysql_ora/expected/ora_like_operator.out:242
WITH t AS (SELECT 1 AS n, 123456 AS id, 'test1' AS str1 FROM dual UNION ALL SELECT 2, 123457, 'test2' FROM dual UNION ALL SELECT 3, 223456, 'test3' FROM dual UNION ALL SELECT 4, 123458, 'test4' FROM dual)
SELECT id, str1 FROM t WHERE id LIKE '123%' ORDER BY n;
= 123456 | test1
= 123457 | test2
= 123458 | test4

-- contrib/ivorysql_ora/expected/ora_like_operator.out:250
WITH t AS (SELECT 1 AS n, 123456 AS id, 'test1' AS str1 FROM dual UNION ALL SELECT 2, 123457, 'test2' FROM dual UNION ALL SELECT 3, 223456, 'test3' FROM dual UNION ALL SELECT 4, 123458, 'test4' FROM dual)
SELECT COUNT(*) FROM t WHERE id LIKE NULL;
= 0

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:5
SELECT TO_CHAR(TO_DATE('12-18-2011', 'MM-DD-YYYY HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2011-12-18 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:11
SELECT TO_DATE('2011-12-18', 'MM-DD-YYYY HH24:MI:SS') FROM dual;
! ORA-01843

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:39
SELECT TO_TIMESTAMP('2016-10-9 14:10:10.123000', 'MM-DD-YYYY HH24:MI:SS.FF9') FROM dual;
! ORA-01843

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:19
SELECT TO_CHAR(TO_DATE('January 15, 1989, 11:00 A.M.', 'Month dd, YYYY, HH:MI A.M.', 'NLS_DATE_LANGUAGE = American'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1989-01-15 11:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:33
SELECT TO_CHAR(TO_TIMESTAMP('10-9-2016 14:10:10.123000', 'MM-DD-YYYY HH24:MI:SS.FF9'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2016-10-09 14:10:10.123000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:41
SELECT TO_CHAR(TO_TIMESTAMP('10-9-2016 14:10:10.123000', 'DD-MM-YYYY HH24:MI:SS.FF9'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2016-09-10 14:10:10.123000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:47
SELECT TO_CHAR(TO_TIMESTAMP('10-9-2016 14:10:10.123000', 'DD-MM-YYYY HH24:MI:SS.FF9', 'NLS_DATE_LANGUAGE = American'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2016-09-10 14:10:10.123000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:84
SELECT TO_CHAR(to_timestamp_tz('10-9-2016 14:10:10.123000 +8:30', 'DD-MM-YYYY HH24:MI:SS.FF TZH:TZM') AT TIME ZONE '-07:00', 'MM-DD-YYYY HH24:MI:SS.FF9 TZH:TZM') FROM dual;
= 09-09-2016 22:40:10.123000000 -07:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:90
SELECT TO_CHAR(to_timestamp_tz('10-9-2016 14:10:10.123000 +1:00', 'DD-MM-YYYY HH24:MI:SS.FF TZH:TZM') AT TIME ZONE '-07:00', 'MM-DD-YYYY HH24:MI:SS.FF9 TZH:TZM') FROM dual;
= 09-10-2016 06:10:10.123000000 -07:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:96
SELECT TO_CHAR(to_timestamp_tz('10-9-2016 14:10:10.123000 -12:00', 'DD-MM-YYYY HH24:MI:SS.FF TZH:TZM') AT TIME ZONE '-07:00', 'MM-DD-YYYY HH24:MI:SS.FF9 TZH:TZM') FROM dual;
= 09-10-2016 19:10:10.123000000 -07:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:121
SELECT TO_CHAR(TO_DATE('11-22-1990 11:11:11', 'MM-DD-YYYY HH24:MI:SS'), 'DD-MM-YYYY') FROM dual;
= 22-11-1990

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:127
SELECT TO_CHAR(TO_DATE('11-22-1990 11:11:11', 'MM-DD-YYYY HH24:MI:SS'), 'DD-MM-YYYY HH24:MI:SS') FROM dual;
= 22-11-1990 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:133
SELECT TO_CHAR(TO_DATE('11-22-1990 11:11:11', 'MM-DD-YYYY HH24:MI:SS'), 'DD-MM-YYYY HH24:MI:SS', 'NLS_DATE_LANGUAGE = American') FROM dual;
= 22-11-1990 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:153
SELECT TO_CHAR(TIMESTAMP '1990-11-22 11:11:11.123456', 'DD-MM-YYYY') FROM dual;
= 22-11-1990

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:159
SELECT TO_CHAR(TIMESTAMP '1990-11-22 11:11:11.123456', 'DD-MM-YYYY HH24:MI:SS.FF9') FROM dual;
= 22-11-1990 11:11:11.123456000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:165
SELECT TO_CHAR(TIMESTAMP '1990-11-22 11:11:11.123456', 'DD-MM-YYYY HH24:MI:SS.FF9', 'NLS_DATE_LANGUAGE = American') FROM dual;
= 22-11-1990 11:11:11.123456000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:179
SELECT TO_CHAR(TIMESTAMP '1990-11-22 11:11:11.123456 +06:30' AT TIME ZONE '-08:00', 'MM-DD-YYYY HH24:MI:SS.FF9 TZH:TZM') FROM dual;
= 11-21-1990 20:41:11.123456000 -08:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:185
SELECT TO_CHAR(TIMESTAMP '1990-11-22 11:11:11.123456 +06:30' AT TIME ZONE '-08:00', 'DD-MM-YYYY') FROM dual;
= 21-11-1990

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:191
SELECT TO_CHAR(TIMESTAMP '1990-11-22 11:11:11.123456 +06:30' AT TIME ZONE '-08:00', 'DD-MM-YYYY HH24:MI:SS.FF9') FROM dual;
= 21-11-1990 20:41:11.123456000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:215
SELECT TO_CHAR(SYS_EXTRACT_UTC(TIMESTAMP '2018-03-02 12:01:02 +01:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-03-02 11:01:02

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:224
SELECT TO_CHAR(to_date('19901212','YYYYMMDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-12 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:230
SELECT TO_CHAR(to_date('19901212','YYYY-MM-DD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-12 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:242
SELECT TO_CHAR(to_date('1990-12-12','YYYY-MM-DD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1990-12-12 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(DATE '2017-03-12', 'DD-MM-YYYY') FROM dual;
= 12-03-2017

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(DATE '2017-03-12', 'DD-MM-YYYY HH24:MI:SS', 'NLS_DATE_LANGUAGE = english') FROM dual;
= 12-03-2017 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(TIMESTAMP '2017-03-12 13:12:23', 'DD-MM-YYYY') FROM dual;
= 12-03-2017

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(TIMESTAMP '2017-03-12 13:12:23', 'DD-MM-YYYY HH24:MI:SS') FROM dual;
= 12-03-2017 13:12:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(TIMESTAMP '2017-03-12 13:12:23', 'DD-MM-YYYY HH:MI:SS AM') FROM dual;
= 12-03-2017 01:12:23 PM

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(TIMESTAMP '2017-03-12 13:12:23', 'DD-MM-YYYY HH24:MI:SS', 'NLS_DATE_LANGUAGE = english') FROM dual;
= 12-03-2017 13:12:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:281
SELECT TO_CHAR(TIMESTAMP '2017-03-12 13:12:23', 'Month MONTH Mon MoN MI Mi mi') FROM dual;
= March     MARCH     Mar Mar 12 12 12

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:279
SELECT TO_CHAR(TIMESTAMP '2017-03-12 13:12:23', 'YYYY-text') FROM dual;
! ORA-01821

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:307
SELECT TO_CHAR(ADD_MONTHS(date '2018-01-23',2), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-03-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:308
SELECT TO_CHAR(ADD_MONTHS(date '2018-01-23',13), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-02-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:309
SELECT TO_CHAR(ADD_MONTHS(timestamp '2018-01-23 13:12:14',2), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-03-23 13:12:14

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:310
SELECT TO_CHAR(ADD_MONTHS(timestamp '2018-01-23 12:34:45',13), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-02-23 12:34:45

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:311
SELECT TO_CHAR(ADD_MONTHS(date '2017-01-30',1.1), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2017-02-28 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:325
SELECT TO_CHAR(LAST_DAY(date '2018-01-23'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-31 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:326
SELECT TO_CHAR(LAST_DAY(date '2018-02-12'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-02-28 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:340
SELECT TO_CHAR(NEXT_DAY(date '2018-02-12','monday'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-02-19 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:365
SELECT TO_CHAR(ROUND(date '2018-01-23'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:366
SELECT TO_CHAR(ROUND(date '2018-08-12','cc'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:367
SELECT TO_CHAR(ROUND(date '2018-07-01','yyyy'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:368
SELECT TO_CHAR(ROUND(date '2018-06-30','yyyy'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:369
SELECT TO_CHAR(ROUND(date '2018-04-12','iyyy'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:370
SELECT TO_CHAR(ROUND(date '2018-08-12','q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:371
SELECT TO_CHAR(ROUND(date '2018-08-12','mm'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:372
SELECT TO_CHAR(ROUND(date '2018-08-16','mm'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-09-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:373
SELECT TO_CHAR(ROUND(date '2018-08-12','ww'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-13 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:374
SELECT TO_CHAR(ROUND(date '2018-08-12','iw'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-13 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:375
SELECT TO_CHAR(ROUND(date '2018-08-12','w'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-15 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:376
SELECT TO_CHAR(ROUND(TO_DATE('2018-07-25 11:59:59', 'YYYY-MM-DD HH24:MI:SS'),'dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:377
SELECT TO_CHAR(ROUND(TO_DATE('2018-07-25 12:00:00', 'YYYY-MM-DD HH24:MI:SS'),'dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-26 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:378
SELECT TO_CHAR(ROUND(date '1966-07-27','day'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1966-07-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:379
SELECT TO_CHAR(ROUND(TO_DATE('2018-07-25 13:29:59', 'YYYY-MM-DD HH24:MI:SS'),'hh'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:380
SELECT TO_CHAR(ROUND(TO_DATE('2018-07-25 13:30:23', 'YYYY-MM-DD HH24:MI:SS'),'hh'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 14:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:381
SELECT TO_CHAR(ROUND(TO_DATE('2018-07-25 13:29:29', 'YYYY-MM-DD HH24:MI:SS'),'mi'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:29:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:382
SELECT TO_CHAR(ROUND(TO_DATE('2018-07-25 13:29:31', 'YYYY-MM-DD HH24:MI:SS'),'mi'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:30:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:409
SELECT TO_CHAR(TRUNC(date '2018-01-23'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:410
SELECT TO_CHAR(TRUNC(date '2018-08-12','cc'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:411
SELECT TO_CHAR(TRUNC(date '2018-07-01','yyyy'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:412
SELECT TO_CHAR(TRUNC(date '2018-06-30','yyyy'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:413
SELECT TO_CHAR(TRUNC(date '2018-04-12','iyyy'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:414
SELECT TO_CHAR(TRUNC(date '2018-08-12','q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:415
SELECT TO_CHAR(TRUNC(date '2018-08-12','mm'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:416
SELECT TO_CHAR(TRUNC(date '2018-08-16','mm'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:417
SELECT TO_CHAR(TRUNC(date '2018-08-12','ww'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-06 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:418
SELECT TO_CHAR(TRUNC(date '2018-08-12','iw'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-06 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:419
SELECT TO_CHAR(TRUNC(date '2018-08-12','w'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-08 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:420
SELECT TO_CHAR(TRUNC(TO_DATE('2018-07-25 11:59:59', 'YYYY-MM-DD HH24:MI:SS'),'dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:421
SELECT TO_CHAR(TRUNC(TO_DATE('2018-07-25 12:00:00', 'YYYY-MM-DD HH24:MI:SS'),'dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:422
SELECT TO_CHAR(TRUNC(date '1966-07-27','day'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1966-07-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:423
SELECT TO_CHAR(TRUNC(TO_DATE('2018-07-25 13:29:59', 'YYYY-MM-DD HH24:MI:SS'),'hh'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:424
SELECT TO_CHAR(TRUNC(TO_DATE('2018-07-25 13:30:23', 'YYYY-MM-DD HH24:MI:SS'),'hh'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:425
SELECT TO_CHAR(TRUNC(TO_DATE('2018-07-25 13:29:29', 'YYYY-MM-DD HH24:MI:SS'),'mi'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:29:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:426
SELECT TO_CHAR(TRUNC(TO_DATE('2018-07-25 13:29:31', 'YYYY-MM-DD HH24:MI:SS'),'mi'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-25 13:29:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:353
SELECT ROUND(MONTHS_BETWEEN(DATE '1990-09-29', DATE '2018-07-13'), 12) FROM dual;
= -333.483870967742

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:354
SELECT ROUND(MONTHS_BETWEEN(TIMESTAMP '2018-08-09 08:30:00', TIMESTAMP '2018-08-01 09:00:00'), 14) FROM dual;
= .25739247311828

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:453
SELECT TO_CHAR(CAST(NUMTODSINTERVAL(123,'day') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +123 00:00:00.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:454
SELECT TO_CHAR(CAST(NUMTODSINTERVAL(234,'hour') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +009 18:00:00.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:455
SELECT TO_CHAR(CAST(NUMTODSINTERVAL(345,'minute') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +000 05:45:00.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:456
SELECT TO_CHAR(CAST(NUMTODSINTERVAL(678,'second') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +000 00:11:18.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:469
SELECT TO_CHAR(CAST(NUMTOYMINTERVAL(123,'year') AS INTERVAL YEAR(3) TO MONTH)) FROM dual;
= +123-00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:470
SELECT TO_CHAR(CAST(NUMTOYMINTERVAL(234,'month') AS INTERVAL YEAR(3) TO MONTH)) FROM dual;
= +019-06

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:481
SELECT TO_CHAR(CAST(TO_DSINTERVAL('789 13:23:34') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +789 13:23:34.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:482
SELECT TO_CHAR(CAST(TO_DSINTERVAL('789 13  : 23 : 34') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +789 13:23:34.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:483
SELECT TO_CHAR(CAST(TO_DSINTERVAL('P100DT210H100M299.898S') AS INTERVAL DAY(3) TO SECOND)) FROM dual;
= +108 19:44:59.898000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:497
SELECT TO_CHAR(TO_YMINTERVAL('567-08')) FROM dual;
= +000000567-08

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:498
SELECT TO_CHAR(TO_YMINTERVAL('P234Y8M66DT100H')) FROM dual;
= +000000234-08

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:499
SELECT TO_CHAR(TO_YMINTERVAL('99999999 - 1')) FROM dual;
= +099999999-01

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:511
-- gap: time zones by name
SELECT TO_CHAR(NEW_TIME(date '2018-07-16','GMT','AST'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-07-15 20:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:512
-- gap: time zones by name
SELECT TO_CHAR(NEW_TIME(date '1998-02-26','ADT','YDT'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1998-02-25 19:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:513
-- gap: time zones by name
SELECT TO_CHAR(NEW_TIME(date '1998-02-26','PST','CDT'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1998-02-26 03:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:514
-- gap: time zones by name
SELECT TO_CHAR(NEW_TIME(date '1998-02-26','YST','BST'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1998-02-25 22:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:527
-- gap: time zones by name
SELECT tz_offset('Asia/Shanghai') FROM dual;
= +08:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:528
-- gap: time zones by name
SELECT tz_offset('GMT') FROM dual;
= +00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:529
-- gap: time zones by name
SELECT TZ_OFFSET('-12:59') FROM dual;
= -12:59

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:547
SELECT TO_CHAR(FROM_TZ(TIMESTAMP '2000-03-28 08:00:00', '3:00') AT TIME ZONE '-08:00', 'MM-DD-YYYY HH24:MI:SS.FF9 TZH:TZM') FROM dual;
= 03-27-2000 21:00:00.000000000 -08:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:567
SELECT TO_CHAR(ROUND(DATE '2012-12-12', 'CC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:573
SELECT TO_CHAR(ROUND(DATE '2051-12-12', 'SCC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2101-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:579
SELECT TO_CHAR(ROUND(DATE '2050-12-12', 'SYYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2051-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:585
SELECT TO_CHAR(ROUND(DATE '2050-06-12', 'IYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-03 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:591
SELECT TO_CHAR(ROUND(DATE '2020-01-01', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:597
SELECT TO_CHAR(ROUND(DATE '2020-02-15', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:603
SELECT TO_CHAR(ROUND(DATE '2020-02-29', 'WW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-26 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:609
SELECT TO_CHAR(ROUND(DATE '2020-03-15', 'IW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-16 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:615
SELECT TO_CHAR(ROUND(DATE '2020-02-28', 'W'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:621
SELECT TO_CHAR(ROUND(DATE '2020-03-15', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-15 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:627
SELECT TO_CHAR(ROUND(DATE '2020-06-18', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-21 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:693
SELECT TO_CHAR(ROUND(TIMESTAMP '2012-12-12 12:00:00', 'CC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:705
SELECT TO_CHAR(ROUND(TIMESTAMP '2050-06-12 19:20:21', 'SYYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:711
SELECT TO_CHAR(ROUND(TIMESTAMP '2050-06-12 16:40:55', 'IYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-03 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:717
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-16 19:16:12', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-04-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:723
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-09-27 18:30:21', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-10-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:729
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-03-15 12:12:19', 'WW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-18 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:735
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-28 10:00:01', 'IW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-02 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:741
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-06-18 13:12:18', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-19 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:747
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-29 14:40:20', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:753
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-29 11:40:20', 'HH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 12:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:759
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-29 14:40:20', 'MI'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 14:40:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:765
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-29 14:40:20'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:771
SELECT TO_CHAR(ROUND(TIMESTAMP '2012-12-12 12:00:00 +08:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2012-12-13 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:777
SELECT TO_CHAR(ROUND(TIMESTAMP '2012-12-12 12:00:00 +08:00', 'CC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:789
SELECT TO_CHAR(ROUND(TIMESTAMP '2051-12-12 12:00:00 +08:00', 'SCC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2101-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:795
SELECT TO_CHAR(ROUND(TIMESTAMP '2050-06-12 19:20:21 +08:00', 'SYYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:801
SELECT TO_CHAR(ROUND(TIMESTAMP '2050-06-12 16:40:55 +08:00', 'IYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-03 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:807
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-16 19:16:12 +08:00', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-04-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:813
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-09-27 18:30:21 +08:00', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-10-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:819
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-03-15 12:12:19 +08:00', 'WW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-18 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:825
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-28 10:00:01 +08:00', 'IW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-02 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:831
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-23 12:12:14 +08:00', 'W'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-22 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:837
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-06-18 13:12:18 +08:00', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-19 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:843
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-29 14:40:20 +08:00', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:849
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-02-29 11:40:20 +08:00', 'HH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 12:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:855
SELECT TO_CHAR(ROUND(TIMESTAMP '2020-06-18 14:40:20 +08:00', 'MI'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-18 14:40:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:864
SELECT TO_CHAR(TRUNC(DATE '2050-12-12', 'SCC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:870
SELECT TO_CHAR(TRUNC(DATE '2050-06-12', 'SYYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:876
SELECT TO_CHAR(TRUNC(DATE '2020-02-28', 'IYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-12-30 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:882
SELECT TO_CHAR(TRUNC(DATE '2020-02-28', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:888
SELECT TO_CHAR(TRUNC(DATE '2020-09-27', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-09-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:894
SELECT TO_CHAR(TRUNC(DATE '2020-03-15', 'WW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-11 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:900
SELECT TO_CHAR(TRUNC(DATE '2020-02-28', 'IW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:906
SELECT TO_CHAR(TRUNC(DATE '2020-02-23', 'W'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-22 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:912
SELECT TO_CHAR(TRUNC(DATE '2020-06-18', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-18 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:918
SELECT TO_CHAR(TRUNC(DATE '2020-02-29', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:984
SELECT TO_CHAR(TRUNC(TIMESTAMP '2051-12-12 12:00:00', 'SCC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:990
SELECT TO_CHAR(TRUNC(TIMESTAMP '2050-06-12 19:20:21', 'SYYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:996
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-28 16:40:55', 'IYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-12-30 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1002
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-07-28 19:16:12', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-07-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1008
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-09-27 18:30:21', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-09-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1014
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-03-15 12:12:19', 'WW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-11 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1020
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-28 10:00:01', 'IW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1026
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-23 12:12:14', 'W'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-22 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1032
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-06-18 13:12:18', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-18 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1038
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-29 14:40:20', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1044
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-29 11:40:20', 'HH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 11:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1050
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-29 18:40:20', 'MI'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 18:40:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1056
SELECT TO_CHAR(TRUNC(TIMESTAMP '2051-12-12 12:00:00 +08:00', 'SCC'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2001-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1062
SELECT TO_CHAR(TRUNC(TIMESTAMP '2050-06-12 19:20:21 +08:00', 'SYYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1068
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-28 16:40:55 +08:00', 'IYYY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-12-30 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1074
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-28 19:16:12 +08:00', 'Q'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-01-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1080
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-09-27 18:30:21 +08:00', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-09-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1086
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-03-15 12:12:19 +08:00', 'WW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-03-11 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1092
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-28 10:00:01 +08:00', 'IW'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1098
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-23 12:12:14 +08:00', 'W'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-22 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1104
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-06-18 13:12:18 +08:00', 'DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-06-18 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1110
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-29 14:40:20 +08:00', 'DAY'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1116
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-29 11:40:20 +08:00', 'HH'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 11:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1122
SELECT TO_CHAR(TRUNC(TIMESTAMP '2020-02-29 14:40:50 +08:00', 'MI'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-02-29 14:40:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1131
SELECT TO_CHAR(to_date('50-11-28 17:04:55','RR-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1950-11-28 17:04:55

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1137
SELECT TO_CHAR(to_date('50-11-28 17:04:55','YY-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2050-11-28 17:04:55

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1167
SELECT TO_CHAR(to_date(2454336, 'J'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2007-08-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1173
SELECT TO_CHAR(to_date(2454336, 'j'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2007-08-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1179
SELECT TO_CHAR(to_date('20-11-28','YY-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-11-28 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1185
SELECT TO_CHAR(to_date('20-11-28 10:14:22','YY-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-11-28 10:14:22

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1191
SELECT TO_CHAR(to_date('2022-11-28 17:04:55','RRRR-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2022-11-28 17:04:55

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1197
SELECT TO_CHAR(to_date('20-11-28 17:04:55','RRRR-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-11-28 17:04:55

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1203
SELECT TO_CHAR(to_date('50-11-28 17:04:55','RRRR-MM-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 1950-11-28 17:04:55

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1210
SELECT TO_CHAR(to_date('2019/11/22', 'YYYY/MM/DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-11-22 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1216
SELECT TO_CHAR(to_date('2019/11/27 10:14:22', 'YYYY/MM/DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-11-27 10:14:22

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1222
SELECT TO_CHAR(TO_DATE('2019/11/22', 'yyyy-mm-dd'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-11-22 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1232
SELECT TO_CHAR(TO_DATE(NULL), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1238
SELECT TO_CHAR(TO_DATE(NULL, NULL), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1245
SELECT TO_CHAR(to_date('07--4712-23 14:31:23', 'MM-SYYYY-DD HH24:MI:SS'), 'SYYYY-MM-DD HH24:MI:SS') FROM dual;
= -4712-07-23 14:31:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1263
SELECT TO_CHAR(to_date('-4712-07-23 14:31:23', 'syyyy-mm-dd hh24:mi:ss'), 'SYYYY-MM-DD HH24:MI:SS') FROM dual;
= -4712-07-23 14:31:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1276
SELECT TO_CHAR(to_date('07--2019-23', 'MM-SYYYY-DD'), 'SYYYY-MM-DD HH24:MI:SS') FROM dual;
= -2019-07-23 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1251
SELECT TO_CHAR(to_date('07-2019-23 14:31:23', 'MM-SYYYY-DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2019-07-23 14:31:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1257
SELECT TO_CHAR(to_date('9999-07-23 14:31:23', 'SYYYY-MM-DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 9999-07-23 14:31:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1270
SELECT TO_CHAR(to_date('+2021-07-23 14:31:23', 'syyyy-mm-dd hh24:mi:ss'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2021-07-23 14:31:23

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1351
SELECT TO_CHAR(to_date(20111211, 'YYYYMMDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2011-12-11 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1360
SELECT TO_CHAR(TO_DATE('2009-12-2', 'syyyy-mm-dd'), 'bcyyyy-mm-dd'), TO_CHAR(TO_DATE('-1452-12-2', 'syyyy-mm-dd'), 'bcyyyy-mm-dd') FROM dual;
= ad2009-12-02 | bc1452-12-02

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1849
SELECT TO_CHAR(TO_TIMESTAMP('2022-08-19 11.11.11', 'RRRR-MM-DD HH24.MI.SS.FF'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2022-08-19 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime_datatype_functions.out:1849
SELECT TO_CHAR(TO_TIMESTAMP('20220819 11.11.11', 'RRRR-MM-DD HH24.MI.SS.FF'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2022-08-19 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:64
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a = DATE '2016-11-24' ORDER BY a;
= 2016-11-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:70
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a <> DATE '2016-11-24' ORDER BY a;
= 2016-11-24 11:00:00
= 2016-11-24 11:11:11
= 2016-11-25 00:00:00
= 2016-11-25 11:00:00
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:80
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a > DATE '2016-11-24' ORDER BY a;
= 2016-11-24 11:00:00
= 2016-11-24 11:11:11
= 2016-11-25 00:00:00
= 2016-11-25 11:00:00
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:90
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a >= DATE '2016-11-24' ORDER BY a;
= 2016-11-24 00:00:00
= 2016-11-24 11:00:00
= 2016-11-24 11:11:11
= 2016-11-25 00:00:00
= 2016-11-25 11:00:00
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:101
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT COUNT(*) FROM t WHERE a < DATE '2016-11-24';
= 0

-- contrib/ivorysql_ora/expected/ora_datetime.out:106
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a <= DATE '2016-11-24' ORDER BY a;
= 2016-11-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:113
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a = TIMESTAMP '2016-11-24 00:00:00' ORDER BY a;
= 2016-11-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:119
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a <> TIMESTAMP '2016-11-24 00:00:00' ORDER BY a;
= 2016-11-24 11:00:00
= 2016-11-24 11:11:11
= 2016-11-25 00:00:00
= 2016-11-25 11:00:00
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:129
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a > TIMESTAMP '2016-11-24 00:00:00' ORDER BY a;
= 2016-11-24 11:00:00
= 2016-11-24 11:11:11
= 2016-11-25 00:00:00
= 2016-11-25 11:00:00
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:139
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a >= TIMESTAMP '2016-11-24 00:00:00' ORDER BY a;
= 2016-11-24 00:00:00
= 2016-11-24 11:00:00
= 2016-11-24 11:11:11
= 2016-11-25 00:00:00
= 2016-11-25 11:00:00
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:150
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT COUNT(*) FROM t WHERE a < TIMESTAMP '2016-11-24 00:00:00';
= 0

-- contrib/ivorysql_ora/expected/ora_datetime.out:155
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS') FROM t WHERE a <= TIMESTAMP '2016-11-24 00:00:00' ORDER BY a;
= 2016-11-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:260
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(MAX(a), 'YYYY-MM-DD HH24:MI:SS') FROM t;
= 2016-11-25 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:266
WITH t AS (SELECT TO_DATE('2016-11-24 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AS a FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-24 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 00:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual UNION ALL SELECT TO_DATE('2016-11-25 11:11:11', 'YYYY-MM-DD HH24:MI:SS') FROM dual)
SELECT TO_CHAR(MIN(a), 'YYYY-MM-DD HH24:MI:SS') FROM t;
= 2016-11-24 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:330
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a = TIMESTAMP '2016-11-24 11:00:00.123457' ORDER BY a;
= 2016-11-24 11:00:00.123457

-- contrib/ivorysql_ora/expected/ora_datetime.out:336
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a <> TIMESTAMP '2016-11-24 11:00:00.123457' ORDER BY a;
= 2016-11-24 11:00:00.000000
= 2016-11-24 11:11:11.000000
= 2016-11-25 11:00:00.000000
= 2016-11-25 11:00:00.123457
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:346
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a > TIMESTAMP '2016-11-24 11:00:00.123457' ORDER BY a;
= 2016-11-24 11:11:11.000000
= 2016-11-25 11:00:00.000000
= 2016-11-25 11:00:00.123457
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:355
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a >= TIMESTAMP '2016-11-24 11:00:00.123457' ORDER BY a;
= 2016-11-24 11:00:00.123457
= 2016-11-24 11:11:11.000000
= 2016-11-25 11:00:00.000000
= 2016-11-25 11:00:00.123457
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:365
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a < TIMESTAMP '2016-11-24 11:00:00.123457' ORDER BY a;
= 2016-11-24 11:00:00.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:371
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a <= TIMESTAMP '2016-11-24 11:00:00.123457' ORDER BY a;
= 2016-11-24 11:00:00.000000
= 2016-11-24 11:00:00.123457

-- contrib/ivorysql_ora/expected/ora_datetime.out:379
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT COUNT(*) FROM t WHERE a = DATE '2016-11-24';
= 0

-- contrib/ivorysql_ora/expected/ora_datetime.out:384
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a <> DATE '2016-11-24' ORDER BY a;
= 2016-11-24 11:00:00.000000
= 2016-11-24 11:00:00.123457
= 2016-11-24 11:11:11.000000
= 2016-11-25 11:00:00.000000
= 2016-11-25 11:00:00.123457
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:395
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a > DATE '2016-11-24' ORDER BY a;
= 2016-11-24 11:00:00.000000
= 2016-11-24 11:00:00.123457
= 2016-11-24 11:11:11.000000
= 2016-11-25 11:00:00.000000
= 2016-11-25 11:00:00.123457
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:406
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(a, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t WHERE a >= DATE '2016-11-24' ORDER BY a;
= 2016-11-24 11:00:00.000000
= 2016-11-24 11:00:00.123457
= 2016-11-24 11:11:11.000000
= 2016-11-25 11:00:00.000000
= 2016-11-25 11:00:00.123457
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:417
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT COUNT(*) FROM t WHERE a < DATE '2016-11-24';
= 0

-- contrib/ivorysql_ora/expected/ora_datetime.out:422
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT COUNT(*) FROM t WHERE a <= DATE '2016-11-24';
= 0

-- contrib/ivorysql_ora/expected/ora_datetime.out:528
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(MAX(a), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t;
= 2016-11-25 11:11:11.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:534
WITH t AS (SELECT TIMESTAMP '2016-11-24 11:00:00' AS a FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-24 11:11:11' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:00:00.123457' FROM dual UNION ALL SELECT TIMESTAMP '2016-11-25 11:11:11' FROM dual)
SELECT TO_CHAR(MIN(a), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM t;
= 2016-11-24 11:00:00.000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:826
SELECT DATE '2016-11-26' - DATE '2015-10-26' FROM dual;
= 397

-- contrib/ivorysql_ora/expected/ora_datetime.out:833
SELECT TO_CHAR(CAST(DATE '2016-11-26' - TIMESTAMP '2015-10-26 11:11:11' AS INTERVAL DAY(9) TO SECOND(9))) FROM dual;
= +000000396 12:48:49.000000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:896
SELECT TO_CHAR(CAST(TIMESTAMP '2016-11-26 23:30:59.123456' - TIMESTAMP '2015-09-20 13:45:45.111111' AS INTERVAL DAY(9) TO SECOND(9))) FROM dual;
= +000000433 09:45:14.012345000

-- contrib/ivorysql_ora/expected/ora_datetime.out:903
SELECT TO_CHAR(CAST(TIMESTAMP '2016-11-26 23:30:59.123456' - DATE '2015-09-20' AS INTERVAL DAY(9) TO SECOND(9))) FROM dual;
= +000000433 23:30:59.123456000

-- contrib/ivorysql_ora/expected/ora_datetime.out:966
SELECT TO_CHAR(CAST(TIMESTAMP '2016-11-26 23:30:59.123456 +06:30' - TIMESTAMP '2015-09-20 13:45:45.111111 +04:30' AS INTERVAL DAY(9) TO SECOND(9))) FROM dual;
= +000000433 07:45:14.012345000

-- contrib/ivorysql_ora/expected/ora_datetime.out:854
SELECT TO_CHAR(DATE '2016-11-26' - INTERVAL '10-11' YEAR TO MONTH, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2005-12-26 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:861
SELECT TO_CHAR(DATE '2016-11-26' - INTERVAL '365 11:11:11' DAY(3) TO SECOND, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2015-11-26 12:48:49

-- contrib/ivorysql_ora/expected/ora_datetime.out:868
SELECT TO_CHAR(DATE '2016-11-26' - 11.11, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-11-14 21:21:36

-- contrib/ivorysql_ora/expected/ora_datetime.out:875
SELECT TO_CHAR(DATE '2016-11-26' + INTERVAL '10-11' YEAR TO MONTH, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2027-10-26 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:882
SELECT TO_CHAR(DATE '2016-11-26' + INTERVAL '365 11:11:11' DAY(3) TO SECOND, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2017-11-26 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:889
SELECT TO_CHAR(DATE '2016-11-26' + 11.11, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-12-07 02:38:24

-- contrib/ivorysql_ora/expected/ora_datetime.out:938
SELECT TO_CHAR(TIMESTAMP '2016-11-26 23:30:59.123456' - 11.11, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-11-15 20:52:35

-- contrib/ivorysql_ora/expected/ora_datetime.out:959
SELECT TO_CHAR(TIMESTAMP '2016-11-26 23:30:59.123456' + 11.11, 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-12-08 02:09:23

-- contrib/ivorysql_ora/expected/ora_datetime.out:1106
SELECT TO_CHAR(INTERVAL '10-11' YEAR TO MONTH + DATE '2016-11-26', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2027-10-26 00:00:00

-- contrib/ivorysql_ora/expected/ora_datetime.out:1113
SELECT TO_CHAR(INTERVAL '365 11:11:11' DAY(3) TO SECOND + DATE '2016-11-26', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2017-11-26 11:11:11

-- contrib/ivorysql_ora/expected/ora_datetime.out:1214
SELECT TO_CHAR(123.456 + DATE '2016-11-26', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2017-03-29 10:56:38

-- contrib/ivorysql_ora/expected/ora_datetime.out:1221
SELECT TO_CHAR(123.456 + TIMESTAMP '2016-11-26 11:11:11.123456', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2017-03-29 22:07:49

-- contrib/ivorysql_ora/expected/ora_datetime.out:924
SELECT TO_CHAR(TIMESTAMP '2016-11-26 23:30:59.123456' - INTERVAL '10-11' YEAR TO MONTH, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2005-12-26 23:30:59.123456

-- contrib/ivorysql_ora/expected/ora_datetime.out:931
SELECT TO_CHAR(TIMESTAMP '2016-11-26 23:30:59.123456' - INTERVAL '365 11:11:11' DAY(3) TO SECOND, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2015-11-27 12:19:48.123456

-- contrib/ivorysql_ora/expected/ora_datetime.out:945
SELECT TO_CHAR(TIMESTAMP '2016-11-26 23:30:59.123456' + INTERVAL '10-11' YEAR TO MONTH, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2027-10-26 23:30:59.123456

-- contrib/ivorysql_ora/expected/ora_datetime.out:952
SELECT TO_CHAR(TIMESTAMP '2016-11-26 23:30:59.123456' + INTERVAL '365 11:11:11' DAY(3) TO SECOND, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2017-11-27 10:42:10.123456

-- contrib/ivorysql_ora/expected/ora_datetime.out:1120
SELECT TO_CHAR(INTERVAL '10-11' YEAR TO MONTH + TIMESTAMP '2016-11-26 11:11:11.123456', 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2027-10-26 11:11:11.123456

-- contrib/ivorysql_ora/expected/ora_datetime.out:1127
SELECT TO_CHAR(INTERVAL '365 11:11:11' DAY(3) TO SECOND + TIMESTAMP '2016-11-26 11:11:11.123456', 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2017-11-26 22:22:22.123456

-- contrib/ivorysql_ora/expected/ora_datetime.out:994
SELECT TO_CHAR((TIMESTAMP '2016-11-26 23:30:59.123456 +06:30' - INTERVAL '10-11' YEAR TO MONTH) AT TIME ZONE '-08:00', 'YYYY-MM-DD HH24:MI:SS.FF9') FROM dual;
= 2005-12-26 09:00:59.123456000

-- contrib/ivorysql_ora/expected/ora_datetime.out:1001
SELECT TO_CHAR((TIMESTAMP '2016-11-26 23:30:59.123456 +06:30' - INTERVAL '365 11:11:11' DAY(3) TO SECOND) AT TIME ZONE '-08:00', 'YYYY-MM-DD HH24:MI:SS.FF9') FROM dual;
= 2015-11-26 21:49:48.123456000

-- contrib/ivorysql_ora/expected/ora_datetime.out:1022
SELECT TO_CHAR((TIMESTAMP '2016-11-26 23:30:59.123456 +06:30' + INTERVAL '365 11:11:11' DAY(3) TO SECOND) AT TIME ZONE '-08:00', 'YYYY-MM-DD HH24:MI:SS.FF9') FROM dual;
= 2017-11-26 20:12:10.123456000

-- contrib/ivorysql_ora/expected/ora_datetime.out:1141
SELECT TO_CHAR((INTERVAL '365 11:11:11' DAY(3) TO SECOND + TIMESTAMP '2016-11-26 11:11:11.123456 +06:30') AT TIME ZONE '-08:00', 'YYYY-MM-DD HH24:MI:SS.FF9') FROM dual;
= 2017-11-26 07:52:22.123456000

-- contrib/ivorysql_ora/expected/ora_datetime.out:1175
SELECT TO_CHAR(CAST(INTERVAL '365 11:11:11' DAY(3) TO SECOND * 12.34 AS INTERVAL DAY(9) TO SECOND(9))) FROM dual;
= +000004509 20:26:24.140000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:1249
SELECT TO_CHAR(CAST(123.456 * INTERVAL '365 11:11:11' DAY(3) TO SECOND AS INTERVAL DAY(9) TO SECOND(9))) FROM dual;
= +000045118 23:35:12.576000000

-- contrib/ivorysql_ora/expected/ora_datetime.out:1201
SELECT TO_CHAR(CAST(INTERVAL '365 11:11:11' DAY(3) TO SECOND / 12.34 AS INTERVAL DAY(9) TO SECOND(6))) FROM dual;
= +000000029 14:47:35.024311

-- contrib/ivorysql_ora/expected/ora_datetime.out:1257
SELECT CASE WHEN 25 <= TO_CHAR(DATE '1990-01-01', 'yyyy') THEN 1 ELSE 0 END FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:155
SELECT CAST('123' AS CHAR(3)) + CAST('123' AS CHAR(3)) FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:161
SELECT CAST('123' AS CHAR(3)) - CAST('123' AS CHAR(3)) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:167
SELECT CAST('123' AS CHAR(3)) * CAST('123' AS CHAR(3)) FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:173
SELECT CAST('123' AS CHAR(3)) / CAST('123' AS CHAR(3)) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:180
SELECT CAST('123' AS CHAR(3)) + CAST('123' AS VARCHAR2(3)) FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:186
SELECT CAST('123' AS CHAR(3)) - CAST('123' AS VARCHAR2(3)) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:192
SELECT CAST('123' AS CHAR(3)) * CAST('123' AS VARCHAR2(3)) FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:198
SELECT CAST('123' AS CHAR(3)) / CAST('123' AS VARCHAR2(3)) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:205
SELECT CAST('123' AS CHAR(3)) + '123' FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:211
SELECT CAST('123' AS CHAR(3)) - '123' FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:217
SELECT CAST('123' AS CHAR(3)) * '123' FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:223
SELECT CAST('123' AS CHAR(3)) / '123' FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:230
SELECT CAST('123' AS VARCHAR2(3)) + CAST('123' AS VARCHAR2(3)) FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:236
SELECT CAST('123' AS VARCHAR2(3)) - CAST('123' AS VARCHAR2(3)) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:242
SELECT CAST('123' AS VARCHAR2(3)) * CAST('123' AS VARCHAR2(3)) FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:248
SELECT CAST('123' AS VARCHAR2(3)) / CAST('123' AS VARCHAR2(3)) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:255
SELECT CAST('123' AS VARCHAR2(3)) + CAST('123' AS CHAR(3)) FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:261
SELECT CAST('123' AS VARCHAR2(3)) - CAST('123' AS CHAR(3)) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:267
SELECT CAST('123' AS VARCHAR2(3)) * CAST('123' AS CHAR(3)) FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:273
SELECT CAST('123' AS VARCHAR2(3)) / CAST('123' AS CHAR(3)) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:280
SELECT CAST('123' AS VARCHAR2(3)) + '123' FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:286
SELECT CAST('123' AS VARCHAR2(3)) - '123' FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:292
SELECT CAST('123' AS VARCHAR2(3)) * '123' FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:298
SELECT CAST('123' AS VARCHAR2(3)) / '123' FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:305
SELECT '123' + '123' FROM dual;
= 246

-- contrib/ivorysql_ora/expected/ora_character.out:311
SELECT '123' - '123' FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:317
SELECT '123' * '123' FROM dual;
= 15129

-- contrib/ivorysql_ora/expected/ora_character.out:323
SELECT '123' / '123' FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:32
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a = CAST('5' AS CHAR(5)) ORDER BY n;
= 5

-- contrib/ivorysql_ora/expected/ora_character.out:38
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a <> CAST('5' AS CHAR(5)) ORDER BY n;
= 1
= 2
= 3
= 4
= 6
= 7
= 8
= 9
= 10

-- contrib/ivorysql_ora/expected/ora_character.out:52
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a > CAST('5' AS CHAR(5)) ORDER BY n;
= 6
= 7
= 8
= 9

-- contrib/ivorysql_ora/expected/ora_character.out:61
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a >= CAST('5' AS CHAR(5)) ORDER BY n;
= 5
= 6
= 7
= 8
= 9

-- contrib/ivorysql_ora/expected/ora_character.out:71
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a < CAST('5' AS CHAR(5)) ORDER BY n;
= 1
= 2
= 3
= 4
= 10

-- contrib/ivorysql_ora/expected/ora_character.out:81
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a <= CAST('5' AS CHAR(5)) ORDER BY n;
= 1
= 2
= 3
= 4
= 5
= 10

-- contrib/ivorysql_ora/expected/ora_character.out:330
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS CHAR(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT COUNT(*) FROM t WHERE a = CAST('5   ' AS CHAR(5));
= 1

-- contrib/ivorysql_ora/expected/ora_character.out:93
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a = CAST('5' AS VARCHAR2(5)) ORDER BY n;
= 5

-- contrib/ivorysql_ora/expected/ora_character.out:99
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a <> CAST('5' AS VARCHAR2(5)) ORDER BY n;
= 1
= 2
= 3
= 4
= 6
= 7
= 8
= 9
= 10

-- contrib/ivorysql_ora/expected/ora_character.out:113
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a > CAST('5' AS VARCHAR2(5)) ORDER BY n;
= 6
= 7
= 8
= 9

-- contrib/ivorysql_ora/expected/ora_character.out:122
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a >= CAST('5' AS VARCHAR2(5)) ORDER BY n;
= 5
= 6
= 7
= 8
= 9

-- contrib/ivorysql_ora/expected/ora_character.out:132
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a < CAST('5' AS VARCHAR2(5)) ORDER BY n;
= 1
= 2
= 3
= 4
= 10

-- contrib/ivorysql_ora/expected/ora_character.out:142
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT n FROM t WHERE a <= CAST('5' AS VARCHAR2(5)) ORDER BY n;
= 1
= 2
= 3
= 4
= 5
= 10

-- contrib/ivorysql_ora/expected/ora_character.out:337
WITH t AS (SELECT LEVEL AS n, CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT COUNT(*) FROM t WHERE a = CAST('5   ' AS VARCHAR2(5));
= 0

-- contrib/ivorysql_ora/expected/ora_character.out:357
WITH t AS (SELECT CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT MAX(a), MIN(a) FROM t;
= 9 | 1

-- contrib/ivorysql_ora/expected/ora_character.out:363
WITH t AS (SELECT CAST(LEVEL AS VARCHAR2(5)) AS a FROM dual CONNECT BY LEVEL <= 10)
SELECT MIN(a), MAX(a) FROM t;
= 1 | 9

-- contrib/ivorysql_ora/expected/ora_binary_double.out:329
SELECT CAST(SQRT(64D) AS NUMBER) FROM dual;
= 8

-- contrib/ivorysql_ora/expected/ora_binary_double.out:352
SELECT CAST(POWER(144D, 0.5D) AS NUMBER) FROM dual;
= 12

-- contrib/ivorysql_ora/expected/ora_binary_double.out:256
WITH t AS (SELECT 1 AS n, 0D AS f1 FROM dual UNION ALL SELECT 2, 1004.30D FROM dual UNION ALL SELECT 3, -34.84D FROM dual UNION ALL SELECT 4, TO_BINARY_DOUBLE(NULL) FROM dual)
SELECT CAST(TRUNC(f1) AS NUMBER) FROM t ORDER BY n;
= 0
= 1004
= -34
= NULL

-- contrib/ivorysql_ora/expected/ora_binary_double.out:269
WITH t AS (SELECT 1 AS n, 0D AS f1 FROM dual UNION ALL SELECT 2, 1004.30D FROM dual UNION ALL SELECT 3, -34.84D FROM dual UNION ALL SELECT 4, TO_BINARY_DOUBLE(NULL) FROM dual)
SELECT CAST(ROUND(f1) AS NUMBER) FROM t ORDER BY n;
= 0
= 1004
= -35
= NULL

-- contrib/ivorysql_ora/expected/ora_binary_double.out:282
WITH t AS (SELECT 1 AS n, 0D AS f1 FROM dual UNION ALL SELECT 2, 1004.30D FROM dual UNION ALL SELECT 3, -34.84D FROM dual UNION ALL SELECT 4, TO_BINARY_DOUBLE(NULL) FROM dual)
SELECT CAST(CEIL(f1) AS NUMBER) FROM t ORDER BY n;
= 0
= 1005
= -34
= NULL

-- contrib/ivorysql_ora/expected/ora_binary_double.out:305
WITH t AS (SELECT 1 AS n, 0D AS f1 FROM dual UNION ALL SELECT 2, 1004.30D FROM dual UNION ALL SELECT 3, -34.84D FROM dual UNION ALL SELECT 4, TO_BINARY_DOUBLE(NULL) FROM dual)
SELECT CAST(FLOOR(f1) AS NUMBER) FROM t ORDER BY n;
= 0
= 1004
= -35
= NULL

-- contrib/ivorysql_ora/expected/ora_binary_double.out:317
WITH t AS (SELECT 1 AS n, 0D AS f1 FROM dual UNION ALL SELECT 2, 1004.30D FROM dual UNION ALL SELECT 3, -34.84D FROM dual UNION ALL SELECT 4, TO_BINARY_DOUBLE(NULL) FROM dual)
SELECT SIGN(f1) FROM t ORDER BY n;
= 0
= 1
= -1
= NULL

-- contrib/ivorysql_ora/expected/ora_binary_double.out:520
WITH t AS (SELECT 1.79769313486231E+308D AS a FROM dual UNION ALL SELECT -1.79769313486231E+308D FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT -BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual)
SELECT COUNT(*) FROM t WHERE a IS NAN;
= 2

-- contrib/ivorysql_ora/expected/ora_binary_double.out:527
WITH t AS (SELECT 1.79769313486231E+308D AS a FROM dual UNION ALL SELECT -1.79769313486231E+308D FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT -BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual)
SELECT COUNT(*) FROM t WHERE a IS NOT NAN;
= 5

-- contrib/ivorysql_ora/expected/ora_binary_double.out:537
WITH t AS (SELECT 1.79769313486231E+308D AS a FROM dual UNION ALL SELECT -1.79769313486231E+308D FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT -BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual)
SELECT COUNT(*) FROM t WHERE a IS INFINITE;
= 3

-- contrib/ivorysql_ora/expected/ora_binary_double.out:545
WITH t AS (SELECT 1.79769313486231E+308D AS a FROM dual UNION ALL SELECT -1.79769313486231E+308D FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT -BINARY_DOUBLE_INFINITY FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual UNION ALL SELECT BINARY_DOUBLE_NAN FROM dual)
SELECT COUNT(*) FROM t WHERE a IS NOT INFINITE;
= 4

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:240
SELECT NVL(cos(0), -1) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:250
SELECT NVL(2*3, -1) FROM dual;
= 6

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:287
SELECT NVL(NULL, -1) FROM dual;
= -1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:293
SELECT NVL(NULL,cos(0)) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:299
SELECT NVL(NULL,2*3) FROM dual;
= 6

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:316
SELECT NVL('sales', NULL) FROM dual;
= sales

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:323
SELECT NVL(NULL, NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1201
SELECT NVL2(null,1,-2) FROM dual;
= -2

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1207
SELECT NVL2(NULL, 1,cos(0)) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1213
SELECT NVL2(NULL, 1,2*3) FROM dual;
= 6

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1231
SELECT NVL2('sales',1,-2) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1237
SELECT NVL2('sales',2*4,-2) FROM dual;
= 8

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1243
SELECT NVL2('sales',cos(0),-2) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1260
SELECT NVL2(cos(0), 1,-2) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1271
SELECT NVL2(2*3, 1,-2) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:188
select decode(NULL, null, 2018, 2, 3) FROM dual;
= 2018

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:194
select decode(NULL,1, 2018, null, 3) FROM dual;
= 3

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:200
select decode(NULL,1, 2018, 2, 3) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2591
select decode(2,1,'south',2,'north','east') FROM dual;
= north

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2597
select decode(3,1,'south',2,'north') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2603
select decode(3,1,'south',2,'north','east') FROM dual;
= east

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2610
select decode(NULL,1,'south',2,'north',null,'west',null,'east') FROM dual;
= west

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2616
select decode(NULL,1,'south',2,'north') FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2622
select decode(NULL,1,'south',2,'north','west') FROM dual;
= west

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:2640
select decode(5,1,'south',2,'north',null,'west',null,'east',4,'beijing',5,'changsha') FROM dual;
= changsha

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:234
SELECT NVL('sales', -1) FROM dual;
= sales

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:266
WITH t AS (SELECT 1 AS n, 'djoes' AS col1 FROM dual UNION ALL SELECT 2, '9898' FROM dual UNION ALL SELECT 3, NULL FROM dual UNION ALL SELECT 4, '22' FROM dual UNION ALL SELECT 5, NULL FROM dual)
SELECT NVL(col1, 'aaaa') FROM t ORDER BY n;
= djoes
= 9898
= aaaa
= 22
= aaaa

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:305
WITH t AS (SELECT 1 AS n, 'djoes' AS col1 FROM dual UNION ALL SELECT 2, '9898' FROM dual UNION ALL SELECT 3, NULL FROM dual UNION ALL SELECT 4, '22' FROM dual UNION ALL SELECT 5, NULL FROM dual)
SELECT NVL(NULL,col1) FROM t ORDER BY n;
= djoes
= 9898
= NULL
= 22
= NULL

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1219
WITH t AS (SELECT 1 AS n, 'djoes' AS col1 FROM dual UNION ALL SELECT 2, '9898' FROM dual UNION ALL SELECT 3, NULL FROM dual UNION ALL SELECT 4, '22' FROM dual UNION ALL SELECT 5, NULL FROM dual)
SELECT NVL2(NULL,'sales',col1) FROM t ORDER BY n;
= djoes
= 9898
= NULL
= 22
= NULL

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:1282
WITH t AS (SELECT 1 AS n, 'djoes' AS col1 FROM dual UNION ALL SELECT 2, '9898' FROM dual UNION ALL SELECT 3, NULL FROM dual UNION ALL SELECT 4, '22' FROM dual UNION ALL SELECT 5, NULL FROM dual)
SELECT NVL2(col1, 'aaaa','ueywh') FROM t ORDER BY n;
= aaaa
= aaaa
= ueywh
= aaaa
= ueywh

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:4163
WITH c AS (SELECT CAST(NULL AS VARCHAR2(10)) AS aname, 'a1' AS dname, 'a2' AS cstcode FROM dual)
SELECT DECODE(NVL(c.aname, c.dname), NULL, c.cstcode, 'a') FROM c;
= a

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:4169
WITH c AS (SELECT CAST(NULL AS VARCHAR2(10)) AS aname, 'a1' AS dname, 'a2' AS cstcode FROM dual)
SELECT NVL(DECODE(c.aname, '30', c.cstcode), c.dname) FROM c;
= a1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:4178
SELECT LENGTHB(DECODE(a, NULL, ' ', a)) FROM (SELECT CAST(NULL AS VARCHAR2(10)) AS a FROM dual);
= 1

-- contrib/ivorysql_ora/expected/ora_misc_functions.out:58
SELECT TO_CHAR(DECODE('123', 123, DATE '2018-08-01', '456', TIMESTAMP '2018-08-01 00:00:00'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2018-08-01 00:00:00

-- contrib/ivorysql_ora/expected/ora_number.out:668
WITH t AS (SELECT 1 AS id, 0 AS val FROM dual UNION ALL SELECT 2, 0 FROM dual UNION ALL SELECT 3, -34338492.215397047 FROM dual UNION ALL SELECT 4, 4.31 FROM dual UNION ALL SELECT 5, 7799461.4119 FROM dual UNION ALL SELECT 6, 16397.038491 FROM dual UNION ALL SELECT 7, 93901.57763026 FROM dual UNION ALL SELECT 8, -83028485 FROM dual UNION ALL SELECT 9, 74881 FROM dual UNION ALL SELECT 10, -24926804.045047420 FROM dual)
SELECT ROUND(AVG(val), 12) FROM t;
= -13430913.5922423207

-- contrib/ivorysql_ora/expected/ora_number.out:674
WITH t AS (SELECT 1 AS id, 0 AS val FROM dual UNION ALL SELECT 2, 0 FROM dual UNION ALL SELECT 3, -34338492.215397047 FROM dual UNION ALL SELECT 4, 4.31 FROM dual UNION ALL SELECT 5, 7799461.4119 FROM dual UNION ALL SELECT 6, 16397.038491 FROM dual UNION ALL SELECT 7, 93901.57763026 FROM dual UNION ALL SELECT 8, -83028485 FROM dual UNION ALL SELECT 9, 74881 FROM dual UNION ALL SELECT 10, -24926804.045047420 FROM dual)
SELECT ROUND(STDDEV(val), 8) FROM t;
= 27791203.28758835

-- contrib/ivorysql_ora/expected/ora_number.out:680
WITH t AS (SELECT 1 AS id, 0 AS val FROM dual UNION ALL SELECT 2, 0 FROM dual UNION ALL SELECT 3, -34338492.215397047 FROM dual UNION ALL SELECT 4, 4.31 FROM dual UNION ALL SELECT 5, 7799461.4119 FROM dual UNION ALL SELECT 6, 16397.038491 FROM dual UNION ALL SELECT 7, 93901.57763026 FROM dual UNION ALL SELECT 8, -83028485 FROM dual UNION ALL SELECT 9, 74881 FROM dual UNION ALL SELECT 10, -24926804.045047420 FROM dual)
SELECT ROUND(VARIANCE(val), 8) FROM t;
= 772350980172061.69659106

-- contrib/ivorysql_ora/expected/ora_number.out:700
SELECT CAST(0.0 AS NUMBER(4,4)) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_number.out:700
SELECT CAST(0.1 AS NUMBER(4,4)) FROM dual;
= .1

-- contrib/ivorysql_ora/expected/ora_number.out:700
SELECT CAST(-0.9999 AS NUMBER(4,4)) FROM dual;
= -.9999

-- contrib/ivorysql_ora/expected/ora_number.out:700
SELECT CAST(0.99994 AS NUMBER(4,4)) FROM dual;
= .9999

-- contrib/ivorysql_ora/expected/ora_number.out:700
SELECT CAST(0.00001 AS NUMBER(4,4)) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_number.out:700
SELECT CAST(0.00017 AS NUMBER(4,4)) FROM dual;
= .0002

-- contrib/ivorysql_ora/expected/ora_number.out:690
SELECT CAST(1.0 AS NUMBER(4,4)) FROM dual;
! ORA-01438

-- contrib/ivorysql_ora/expected/ora_number.out:695
SELECT CAST(0.99995 AS NUMBER(4,4)) FROM dual;
! ORA-01438

-- src/oracle_test/regress/expected/numeric.out:1313
WITH t AS (SELECT 1 AS n, -5.5 AS a FROM dual UNION ALL SELECT 2, -5.499999 FROM dual UNION ALL SELECT 3, 9.5 FROM dual UNION ALL SELECT 4, 9.4999999 FROM dual UNION ALL SELECT 5, 0.0 FROM dual UNION ALL SELECT 6, 0.0000001 FROM dual UNION ALL SELECT 7, -0.000001 FROM dual)
SELECT a, CEIL(a), FLOOR(a), ROUND(a) FROM t ORDER BY n;
= -5.5 | -5 | -6 | -6
= -5.499999 | -5 | -6 | -5
= 9.5 | 10 | 9 | 10
= 9.4999999 | 10 | 9 | 9
= 0 | 0 | 0 | 0
= .0000001 | 1 | 0 | 0
= -.000001 | 0 | -1 | 0

-- src/oracle_test/regress/expected/numeric.out:1491
WITH t AS (SELECT 1 AS n, -5.2 AS a FROM dual UNION ALL SELECT 2, -0.0000000001 FROM dual UNION ALL SELECT 3, 0.000000000001 FROM dual UNION ALL SELECT 4, 1 FROM dual UNION ALL SELECT 5, 1.99999999999999 FROM dual UNION ALL SELECT 6, 2 FROM dual UNION ALL SELECT 7, 2.00000000000001 FROM dual UNION ALL SELECT 8, 3 FROM dual UNION ALL SELECT 9, 4 FROM dual UNION ALL SELECT 10, 4.5 FROM dual UNION ALL SELECT 11, 5 FROM dual UNION ALL SELECT 12, 5.5 FROM dual UNION ALL SELECT 13, 6 FROM dual UNION ALL SELECT 14, 7 FROM dual UNION ALL SELECT 15, 8 FROM dual UNION ALL SELECT 16, 9 FROM dual UNION ALL SELECT 17, 9.99999999999999 FROM dual UNION ALL SELECT 18, 10 FROM dual UNION ALL SELECT 19, 10.0000000000001 FROM dual)
SELECT a, WIDTH_BUCKET(a, 0, 10, 5), WIDTH_BUCKET(a, 2, 8, 4), WIDTH_BUCKET(a, 5.0, 5.5, 20), WIDTH_BUCKET(a, -25, 25, 10) FROM t ORDER BY n;
= -5.2 | 0 | 0 | 0 | 4
= -.0000000001 | 0 | 0 | 0 | 5
= .000000000001 | 1 | 0 | 0 | 6
= 1 | 1 | 0 | 0 | 6
= 1.99999999999999 | 1 | 0 | 0 | 6
= 2 | 2 | 1 | 0 | 6
= 2.00000000000001 | 2 | 1 | 0 | 6
= 3 | 2 | 1 | 0 | 6
= 4 | 3 | 2 | 0 | 6
= 4.5 | 3 | 2 | 0 | 6
= 5 | 3 | 3 | 1 | 7
= 5.5 | 3 | 3 | 21 | 7
= 6 | 4 | 3 | 21 | 7
= 7 | 4 | 4 | 21 | 7
= 8 | 5 | 5 | 21 | 7
= 9 | 5 | 5 | 21 | 7
= 9.99999999999999 | 5 | 5 | 21 | 7
= 10 | 6 | 5 | 21 | 8
= 10.0000000000001 | 6 | 5 | 21 | 8

-- src/oracle_test/regress/expected/numeric.out:1553
SELECT x, WIDTH_BUCKET(x, 10, 100, 9) FROM (SELECT (LEVEL - 1) * 10 AS x FROM dual CONNECT BY LEVEL <= 12) ORDER BY x;
= 0 | 0
= 10 | 1
= 20 | 2
= 30 | 3
= 40 | 4
= 50 | 5
= 60 | 6
= 70 | 7
= 80 | 8
= 90 | 9
= 100 | 10
= 110 | 10

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E-5, 5), ROUND(-1.5E-5, 5), ROUND(-0.5E-5, 5), ROUND(0.5E-5, 5), ROUND(1.5E-5, 5), ROUND(2.5E-5, 5) FROM dual;
= -.00003 | -.00002 | -.00001 | .00001 | .00002 | .00003

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E-4, 4), ROUND(-1.5E-4, 4), ROUND(-0.5E-4, 4), ROUND(0.5E-4, 4), ROUND(1.5E-4, 4), ROUND(2.5E-4, 4) FROM dual;
= -.0003 | -.0002 | -.0001 | .0001 | .0002 | .0003

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E-3, 3), ROUND(-1.5E-3, 3), ROUND(-0.5E-3, 3), ROUND(0.5E-3, 3), ROUND(1.5E-3, 3), ROUND(2.5E-3, 3) FROM dual;
= -.003 | -.002 | -.001 | .001 | .002 | .003

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E-2, 2), ROUND(-1.5E-2, 2), ROUND(-0.5E-2, 2), ROUND(0.5E-2, 2), ROUND(1.5E-2, 2), ROUND(2.5E-2, 2) FROM dual;
= -.03 | -.02 | -.01 | .01 | .02 | .03

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E-1, 1), ROUND(-1.5E-1, 1), ROUND(-0.5E-1, 1), ROUND(0.5E-1, 1), ROUND(1.5E-1, 1), ROUND(2.5E-1, 1) FROM dual;
= -.3 | -.2 | -.1 | .1 | .2 | .3

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5, 0), ROUND(-1.5, 0), ROUND(-0.5, 0), ROUND(0.5, 0), ROUND(1.5, 0), ROUND(2.5, 0) FROM dual;
= -3 | -2 | -1 | 1 | 2 | 3

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E1, -1), ROUND(-1.5E1, -1), ROUND(-0.5E1, -1), ROUND(0.5E1, -1), ROUND(1.5E1, -1), ROUND(2.5E1, -1) FROM dual;
= -30 | -20 | -10 | 10 | 20 | 30

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E2, -2), ROUND(-1.5E2, -2), ROUND(-0.5E2, -2), ROUND(0.5E2, -2), ROUND(1.5E2, -2), ROUND(2.5E2, -2) FROM dual;
= -300 | -200 | -100 | 100 | 200 | 300

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E3, -3), ROUND(-1.5E3, -3), ROUND(-0.5E3, -3), ROUND(0.5E3, -3), ROUND(1.5E3, -3), ROUND(2.5E3, -3) FROM dual;
= -3000 | -2000 | -1000 | 1000 | 2000 | 3000

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E4, -4), ROUND(-1.5E4, -4), ROUND(-0.5E4, -4), ROUND(0.5E4, -4), ROUND(1.5E4, -4), ROUND(2.5E4, -4) FROM dual;
= -30000 | -20000 | -10000 | 10000 | 20000 | 30000

-- src/oracle_test/regress/expected/numeric.out:1327
SELECT ROUND(-2.5E5, -5), ROUND(-1.5E5, -5), ROUND(-0.5E5, -5), ROUND(0.5E5, -5), ROUND(1.5E5, -5), ROUND(2.5E5, -5) FROM dual;
= -300000 | -200000 | -100000 | 100000 | 200000 | 300000

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(0, '9G999G999G999G999G999') || ']' FROM dual;
= [                     0]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(-34338492.215397047, '9G999G999G999G999G999') || ']' FROM dual;
= [           -34,338,492]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(4.31, '9G999G999G999G999G999') || ']' FROM dual;
= [                     4]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(7799461.4119, '9G999G999G999G999G999') || ']' FROM dual;
= [             7,799,461]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(16397.038491, '9G999G999G999G999G999') || ']' FROM dual;
= [                16,397]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(93901.57763026, '9G999G999G999G999G999') || ']' FROM dual;
= [                93,902]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(-83028485, '9G999G999G999G999G999') || ']' FROM dual;
= [           -83,028,485]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(74881, '9G999G999G999G999G999') || ']' FROM dual;
= [                74,881]

-- src/oracle_test/regress/expected/numeric.out:1658
SELECT '[' || TO_CHAR(-24926804.04504742, '9G999G999G999G999G999') || ']' FROM dual;
= [           -24,926,804]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(0, '9999999999999999.999999999999999S') || ']' FROM dual;
= [                .000000000000000+]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(-34338492.215397047, '9999999999999999.999999999999999S') || ']' FROM dual;
= [        34338492.215397047000000-]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(4.31, '9999999999999999.999999999999999S') || ']' FROM dual;
= [               4.310000000000000+]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(7799461.4119, '9999999999999999.999999999999999S') || ']' FROM dual;
= [         7799461.411900000000000+]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(16397.038491, '9999999999999999.999999999999999S') || ']' FROM dual;
= [           16397.038491000000000+]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(93901.57763026, '9999999999999999.999999999999999S') || ']' FROM dual;
= [           93901.577630260000000+]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(-83028485, '9999999999999999.999999999999999S') || ']' FROM dual;
= [        83028485.000000000000000-]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(74881, '9999999999999999.999999999999999S') || ']' FROM dual;
= [           74881.000000000000000+]

-- src/oracle_test/regress/expected/numeric.out:1706
SELECT '[' || TO_CHAR(-24926804.04504742, '9999999999999999.999999999999999S') || ']' FROM dual;
= [        24926804.045047420000000-]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(0, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [+0.]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(-34338492.215397047, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [-34338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(4.31, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [+4.31]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(7799461.4119, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [+7799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(16397.038491, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [+16397.038491]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(93901.57763026, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [+93901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(-83028485, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [-83028485.]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(74881, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [+74881.]

-- src/oracle_test/regress/expected/numeric.out:1737
SELECT '[' || TO_CHAR(-24926804.04504742, 'FMS9999999999999999.999999999999999') || ']' FROM dual;
= [-24926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(0, '0999999999999999.999999999999999') || ']' FROM dual;
= [ 0000000000000000.000000000000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(-34338492.215397047, '0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000034338492.215397047000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(4.31, '0999999999999999.999999999999999') || ']' FROM dual;
= [ 0000000000000004.310000000000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(7799461.4119, '0999999999999999.999999999999999') || ']' FROM dual;
= [ 0000000007799461.411900000000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(16397.038491, '0999999999999999.999999999999999') || ']' FROM dual;
= [ 0000000000016397.038491000000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(93901.57763026, '0999999999999999.999999999999999') || ']' FROM dual;
= [ 0000000000093901.577630260000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(-83028485, '0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000083028485.000000000000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(74881, '0999999999999999.999999999999999') || ']' FROM dual;
= [ 0000000000074881.000000000000000]

-- src/oracle_test/regress/expected/numeric.out:1782
SELECT '[' || TO_CHAR(-24926804.04504742, '0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000024926804.045047420000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(0, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [+0000000000000000.000000000000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(-34338492.215397047, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000034338492.215397047000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(4.31, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [+0000000000000004.310000000000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(7799461.4119, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [+0000000007799461.411900000000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(16397.038491, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [+0000000000016397.038491000000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(93901.57763026, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [+0000000000093901.577630260000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(-83028485, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000083028485.000000000000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(74881, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [+0000000000074881.000000000000000]

-- src/oracle_test/regress/expected/numeric.out:1797
SELECT '[' || TO_CHAR(-24926804.04504742, 'S0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000024926804.045047420000000]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(0, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [0000000000000000.]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000034338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(4.31, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [0000000000000004.31]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(7799461.4119, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [0000000007799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(16397.038491, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [0000000000016397.038491]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(93901.57763026, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [0000000000093901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(-83028485, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000083028485.]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(74881, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [0000000000074881.]

-- src/oracle_test/regress/expected/numeric.out:1812
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM0999999999999999.999999999999999') || ']' FROM dual;
= [-0000000024926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [-34338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(4.31, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [4.31]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(7799461.4119, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [7799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(16397.038491, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [16397.038491]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(93901.57763026, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [93901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(-83028485, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [-83028485.0]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(74881, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [74881.0]

-- src/oracle_test/regress/expected/numeric.out:1827
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM9999999999999999.099999999999999') || ']' FROM dual;
= [-24926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [-34338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(4.31, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [0004.310]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(7799461.4119, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [7799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(16397.038491, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [16397.038491]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(93901.57763026, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [93901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(-83028485, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [-83028485.000]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(74881, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [74881.000]

-- src/oracle_test/regress/expected/numeric.out:1842
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM9999999999990999.990999999999999') || ']' FROM dual;
= [-24926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [-0000000034338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(4.31, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [0000000000000004.31000]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(7799461.4119, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [0000000007799461.41190]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(16397.038491, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [0000000000016397.038491]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(93901.57763026, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [0000000000093901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(-83028485, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [-0000000083028485.00000]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(74881, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [0000000000074881.00000]

-- src/oracle_test/regress/expected/numeric.out:1857
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM0999999999999999.999909999999999') || ']' FROM dual;
= [-0000000024926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [-34338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(4.31, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [0000004.31]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(7799461.4119, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [7799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(16397.038491, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [0016397.038491]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(93901.57763026, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [0093901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(-83028485, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [-83028485.0]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(74881, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [0074881.0]

-- src/oracle_test/regress/expected/numeric.out:1872
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM9999999990999999.099999999999999') || ']' FROM dual;
= [-24926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(0, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [0.]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [-34338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(4.31, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [4.31]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(7799461.4119, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [7799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(16397.038491, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [16397.038491]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(93901.57763026, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [93901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(-83028485, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [-83028485.]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(74881, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [74881.]

-- src/oracle_test/regress/expected/numeric.out:1902
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM9999999999999999.99999999999999') || ']' FROM dual;
= [-24926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(0, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [0.]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(-34338492.215397047, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [-34338492.215397047]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(4.31, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [4.31]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(7799461.4119, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [7799461.4119]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(16397.038491, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [16397.038491]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(93901.57763026, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [93901.57763026]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(-83028485, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [-83028485.]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(74881, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [74881.]

-- src/oracle_test/regress/expected/numeric.out:1977
SELECT '[' || TO_CHAR(-24926804.04504742, 'FM9999999999999999.999999999999999') || ']' FROM dual;
= [-24926804.04504742]

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(0, '9999999999999999.999999999999999PR')) FROM dual;
= .000000000000000

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(-34338492.215397047, '9999999999999999.999999999999999PR')) FROM dual;
= <34338492.215397047000000>

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(4.31, '9999999999999999.999999999999999PR')) FROM dual;
= 4.310000000000000

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(7799461.4119, '9999999999999999.999999999999999PR')) FROM dual;
= 7799461.411900000000000

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(16397.038491, '9999999999999999.999999999999999PR')) FROM dual;
= 16397.038491000000000

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(93901.57763026, '9999999999999999.999999999999999PR')) FROM dual;
= 93901.577630260000000

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(-83028485, '9999999999999999.999999999999999PR')) FROM dual;
= <83028485.000000000000000>

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(74881, '9999999999999999.999999999999999PR')) FROM dual;
= 74881.000000000000000

-- src/oracle_test/regress/expected/numeric.out:1690
SELECT TRIM(TO_CHAR(-24926804.04504742, '9999999999999999.999999999999999PR')) FROM dual;
= <24926804.045047420000000>

-- src/oracle_test/regress/expected/numeric.out:2108
SELECT TO_CHAR(100, 'FM999.9') FROM dual;
= 100.

-- src/oracle_test/regress/expected/numeric.out:2120
SELECT TO_CHAR(100, 'FM999') FROM dual;
= 100

-- src/oracle_test/regress/expected/numeric.out:2132
SELECT '[' || TO_CHAR(100, 'rn') || ']' FROM dual;
= [              c]

-- src/oracle_test/regress/expected/numeric.out:2138
SELECT '[' || TO_CHAR(1234, 'rn') || ']' FROM dual;
= [       mccxxxiv]

-- src/oracle_test/regress/expected/numeric.out:2144
SELECT '[' || TO_CHAR(1235, 'rn') || ']' FROM dual;
= [        mccxxxv]

-- src/oracle_test/regress/expected/numeric.out:2150
SELECT '[' || TO_CHAR(1236, 'rn') || ']' FROM dual;
= [       mccxxxvi]

-- src/oracle_test/regress/expected/numeric.out:2156
SELECT '[' || TO_CHAR(1237, 'fmrn') || ']' FROM dual;
= [mccxxxvii]

-- src/oracle_test/regress/expected/numeric.out:2162
SELECT TO_CHAR(100E9, 'RN') FROM dual;
= ###############

-- src/oracle_test/regress/expected/numeric.out:2180
SELECT '[' || TO_CHAR(1234.56, '99999V99') || ']' FROM dual;
= [  123456]

-- src/oracle_test/regress/expected/numeric.out:2222
SELECT to_number('-34,338,492', '99G999G999') FROM dual;
= -34338492

-- src/oracle_test/regress/expected/numeric.out:2230
SELECT to_number('<564646.654564>', '999999.999999PR') FROM dual;
= -564646.654564

-- src/oracle_test/regress/expected/numeric.out:2236
SELECT to_number('0.00001-', '9.999999S') FROM dual;
= -.00001

-- src/oracle_test/regress/expected/numeric.out:2242
SELECT to_number('5.01-', 'FM9.999999S') FROM dual;
= -5.01

-- src/oracle_test/regress/expected/numeric.out:2248
SELECT to_number('5.01-', 'FM9.999999MI') FROM dual;
= -5.01

-- src/oracle_test/regress/expected/numeric.out:2256
SELECT to_number('.01', 'FM9.99') FROM dual;
= .01

-- src/oracle_test/regress/expected/numeric.out:2262
SELECT to_number('.0', '99999999.99999999') FROM dual;
= 0

-- src/oracle_test/regress/expected/numeric.out:2268
SELECT to_number('0', '99.99') FROM dual;
= 0

-- src/oracle_test/regress/expected/numeric.out:2276
SELECT to_number('.01-', '99.99S') FROM dual;
= -.01

-- src/oracle_test/regress/expected/numeric.out:2284
SELECT to_number('34,50','999,99') FROM dual;
= 3450

-- src/oracle_test/regress/expected/numeric.out:2228
SELECT to_number('-34,338,492.654,878', '99G999G999D999G999') FROM dual;
! ORA-01481

-- src/oracle_test/regress/expected/numeric.out:2254
SELECT to_number('5 4 4 4 4 8 . 7 8', '9 9 9 9 9 9 . 9 9') FROM dual;
! ORA-01481

-- contrib/ivorysql_ora/expected/ora_number.out:1182
SELECT TO_NUMBER('-34,338,492', '99G999G999') FROM dual;
= -34338492

-- contrib/ivorysql_ora/expected/ora_number.out:1576
SELECT BITAND(NULL, NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_number.out:1582
SELECT BITAND(NULL, 1.1) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_number.out:1588
SELECT BITAND(1.1, NULL) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_number.out:1594
SELECT BITAND('', 1) FROM dual;
= NULL

-- contrib/ivorysql_ora/expected/ora_number.out:1604
SELECT BITAND('1', 1) FROM dual;
= 1

-- contrib/ivorysql_ora/expected/ora_number.out:1614
SELECT BITAND(1.1, 2.2) FROM dual;
= 0

-- contrib/ivorysql_ora/expected/ora_number.out:1650
SELECT BITAND(-1, 2) FROM dual;
= 2

-- contrib/ivorysql_ora/expected/ora_number.out:1656
SELECT BITAND(-1, -1) FROM dual;
= -1

-- contrib/ivorysql_ora/expected/ora_number.out:1662
SELECT BITAND(-1.9, -2.1) FROM dual;
= -2

-- src/oracle_test/regress/expected/numeric.out:2648
select MOD(999999999999999999999,1000000000000000000000) FROM dual;
= 999999999999999999999

-- src/oracle_test/regress/expected/numeric.out:2660
select MOD(-9999999999999999999999,1000000000000000000000) FROM dual;
= -999999999999999999999

-- src/oracle_test/regress/expected/numeric.out:2672
select MOD(70.0,70) FROM dual;
= 0

-- src/oracle_test/regress/expected/numeric.out:2690
SELECT MOD(12345678901234567890, 123) FROM dual;
= 78

-- src/oracle_test/regress/expected/numeric.out:2684
SELECT 70.0 / 70 FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:2636
SELECT ROUND(999999999999999999999 / 1000000000000000000000, 20) FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:2735
SELECT ROUND(SQRT(1.000000000000003), 15) FROM dual;
= 1.000000000000001

-- src/oracle_test/regress/expected/numeric.out:2741
SELECT ROUND(SQRT(1.000000000000004), 15) FROM dual;
= 1.000000000000002

-- src/oracle_test/regress/expected/numeric.out:2747
SELECT ROUND(SQRT(96627521408608.56340355805), 11) FROM dual;
= 9829929.87811248648

-- src/oracle_test/regress/expected/numeric.out:2753
SELECT ROUND(SQRT(96627521408608.56340355806), 11) FROM dual;
= 9829929.87811248649

-- src/oracle_test/regress/expected/numeric.out:2759
SELECT ROUND(SQRT(515549506212297735.073688290367), 12) FROM dual;
= 718017761.766585921184

-- src/oracle_test/regress/expected/numeric.out:2765
SELECT ROUND(SQRT(515549506212297735.073688290368), 12) FROM dual;
= 718017761.766585921185

-- src/oracle_test/regress/expected/numeric.out:2815
SELECT ROUND(POWER(1.2, 345), 1) FROM dual;
= 2077446682327378559843444695.6

-- src/oracle_test/regress/expected/numeric.out:2821
SELECT ROUND(POWER(0.12, -20), 2) FROM dual;
= 2608405330458882702.55

-- src/oracle_test/regress/expected/numeric.out:2846
SELECT ROUND(POWER(0.12, -25), 2) FROM dual;
= 104825960103961013959336.5

-- src/oracle_test/regress/expected/numeric.out:2852
SELECT ROUND(POWER(0.5678, -85), 4) FROM dual;
= 782333637740774446257.7719

-- src/oracle_test/regress/expected/numeric.out:3008
SELECT ROUND(POWER(32.1, 9.8), 2) FROM dual;
= 580429286790711.1

-- src/oracle_test/regress/expected/numeric.out:2827
SELECT ROUND(POWER(1.000000000123, -2147483648), 16) FROM dual;
= .7678656556403084

-- src/oracle_test/regress/expected/numeric.out:2947
SELECT POWER(0, 0) FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:2953
SELECT POWER(-12.34, 0) FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:2959
SELECT POWER(12.34, 0) FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:2965
SELECT ROUND(POWER(0, 12.34), 16) FROM dual;
= 0

-- src/oracle_test/regress/expected/numeric.out:3043
SELECT EXP(0) FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:3049
SELECT ROUND(EXP(1), 16) FROM dual;
= 2.7182818284590452

-- src/oracle_test/regress/expected/numeric.out:3055
SELECT ROUND(EXP(1), 36) FROM dual;
= 2.718281828459045235360287471352662498

-- src/oracle_test/regress/expected/numeric.out:3092
SELECT ROUND(EXP(32.999), 3) FROM dual;
= 214429043492155.053

-- src/oracle_test/regress/expected/numeric.out:3098
SELECT ROUND(EXP(-32.999), 30) FROM dual;
= .000000000000004663547361468248

-- src/oracle_test/regress/expected/numeric.out:3234
SELECT ROUND(LN(0.0456789), 16) FROM dual;
= -3.0861187944847439

-- src/oracle_test/regress/expected/numeric.out:3252
SELECT ROUND(LN(1.00049687395), 20) FROM dual;
= .00049675054901370394

-- src/oracle_test/regress/expected/numeric.out:3246
SELECT ROUND(LN(0.99949452), 20) FROM dual;
= -.00050560779808326467

-- src/oracle_test/regress/expected/numeric.out:3258
SELECT ROUND(LN(1234.567890123456789), 16) FROM dual;
= 7.1184763012977896

-- src/oracle_test/regress/expected/numeric.out:3264
SELECT ROUND(LN(5.80397490724e5), 15) FROM dual;
= 13.271468476626518

-- src/oracle_test/regress/expected/numeric.out:3270
SELECT ROUND(LN(9.342536355e34), 15) FROM dual;
= 80.522470935524187

-- src/oracle_test/regress/expected/numeric.out:3228
SELECT ROUND(LN(1.2345678e-28), 20) FROM dual;
= -64.26166165451762991205

-- src/oracle_test/regress/expected/numeric.out:3305
SELECT LOG(10, 10.00000000000000000) FROM dual;
= 1

-- src/oracle_test/regress/expected/numeric.out:3317
SELECT ROUND(LOG(10, 590489.45235237), 15) FROM dual;
= 5.771212144411727

-- src/oracle_test/regress/expected/numeric.out:3293
SELECT ROUND(LOG(10, 3.4634998359873254962349856073435545), 30) FROM dual;
= .539515171407013440915240401196

-- src/oracle_test/regress/expected/numeric.out:3346
SELECT ROUND(LOG(0.99923, 4.58934e34), 11) FROM dual;
= -103611.55579544132

-- src/oracle_test/regress/expected/numeric.out:3352
SELECT ROUND(LOG(1.000016, 8.452010e18), 10) FROM dual;
= 2723830.2877097365

-- src/oracle_test/regress/expected/numeric.out:3569
SELECT SUM(9999) FROM (SELECT LEVEL FROM dual CONNECT BY LEVEL <= 100000);
= 999900000

-- src/oracle_test/regress/expected/numeric.out:3575
SELECT SUM(-9999) FROM (SELECT LEVEL FROM dual CONNECT BY LEVEL <= 100000);
= -999900000

-- src/oracle_test/regress/expected/strings.out:440
SELECT '[' || TRIM(BOTH FROM '  bunch o blanks  ') || ']' FROM dual;
= [bunch o blanks]

-- src/oracle_test/regress/expected/strings.out:446
SELECT '[' || TRIM(LEADING FROM '  bunch o blanks  ') || ']' FROM dual;
= [bunch o blanks  ]

-- src/oracle_test/regress/expected/strings.out:452
SELECT '[' || TRIM(TRAILING FROM '  bunch o blanks  ') || ']' FROM dual;
= [  bunch o blanks]

-- src/oracle_test/regress/expected/strings.out:458
SELECT TRIM(BOTH 'x' FROM 'xxxxxsome Xsxxxxx') FROM dual;
= some Xs

-- src/oracle_test/regress/expected/strings.out:729
SELECT REGEXP_REPLACE('1112223333', '(\d{3})(\d{3})(\d{4})', '(\1) \2-\3') FROM dual;
= (111) 222-3333

-- src/oracle_test/regress/expected/strings.out:776
SELECT regexp_replace('A PostgreSQL function', 'A|e|i|o|u', 'X', 1) FROM dual;
= X PXstgrXSQL fXnctXXn

-- src/oracle_test/regress/expected/strings.out:782
SELECT regexp_replace('A PostgreSQL function', 'A|e|i|o|u', 'X', 1, 2) FROM dual;
= A PXstgreSQL function

-- src/oracle_test/regress/expected/strings.out:788
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 0, 'i') FROM dual;
= X PXstgrXSQL fXnctXXn

-- src/oracle_test/regress/expected/strings.out:794
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 1, 'i') FROM dual;
= X PostgreSQL function

-- src/oracle_test/regress/expected/strings.out:800
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 2, 'i') FROM dual;
= A PXstgreSQL function

-- src/oracle_test/regress/expected/strings.out:806
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 3, 'i') FROM dual;
= A PostgrXSQL function

-- src/oracle_test/regress/expected/strings.out:812
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 9, 'i') FROM dual;
= A PostgreSQL function

-- src/oracle_test/regress/expected/strings.out:818
SELECT regexp_replace('A PostgreSQL function', 'A|e|i|o|u', 'X', 7, 0, 'i') FROM dual;
= A PostgrXSQL fXnctXXn

-- src/oracle_test/regress/expected/strings.out:837
SELECT regexp_count('123123123123123', '(12)3') FROM dual;
= 5

-- src/oracle_test/regress/expected/strings.out:843
SELECT regexp_count('123123123123', '123', 1) FROM dual;
= 4

-- src/oracle_test/regress/expected/strings.out:849
SELECT regexp_count('123123123123', '123', 3) FROM dual;
= 3

-- src/oracle_test/regress/expected/strings.out:855
SELECT regexp_count('123123123123', '123', 33) FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:861
SELECT regexp_count('ABCABCABCABC', 'Abc', 1, '') FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:867
SELECT regexp_count('ABCABCABCABC', 'Abc', 1, 'i') FROM dual;
= 4

-- src/oracle_test/regress/expected/strings.out:906
SELECT regexp_instr('abcdefghi', 'd.f') FROM dual;
= 4

-- src/oracle_test/regress/expected/strings.out:912
SELECT regexp_instr('abcdefghi', 'd.q') FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:918
SELECT regexp_instr('abcabcabc', 'a.c') FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:924
SELECT regexp_instr('abcabcabc', 'a.c', 2) FROM dual;
= 4

-- src/oracle_test/regress/expected/strings.out:930
SELECT regexp_instr('abcabcabc', 'a.c', 1, 3) FROM dual;
= 7

-- src/oracle_test/regress/expected/strings.out:936
SELECT regexp_instr('abcabcabc', 'a.c', 1, 4) FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:942
SELECT regexp_instr('abcabcabc', 'A.C', 1, 2, 0, 'i') FROM dual;
= 4

-- src/oracle_test/regress/expected/strings.out:948
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 0) FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:954
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 1) FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:960
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 2) FROM dual;
= 4

-- src/oracle_test/regress/expected/strings.out:966
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 3) FROM dual;
= 5

-- src/oracle_test/regress/expected/strings.out:972
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 4) FROM dual;
= 7

-- src/oracle_test/regress/expected/strings.out:978
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 5) FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:984
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 1, 'i', 0) FROM dual;
= 9

-- src/oracle_test/regress/expected/strings.out:1014
SELECT regexp_instr('1234567890', '(123)(4(56)(78))', 1, 1, 1, 'i', 5) FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1021
SELECT regexp_instr('foo', 'foo(bar)?', 1, 1, 0, '', 1) FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1045
SELECT regexp_substr('abcdefghi', 'd.f') FROM dual;
= def

-- src/oracle_test/regress/expected/strings.out:1057
SELECT regexp_substr('abcabcabc', 'a.c') FROM dual;
= abc

-- src/oracle_test/regress/expected/strings.out:1063
SELECT regexp_substr('abcabcabc', 'a.c', 2) FROM dual;
= abc

-- src/oracle_test/regress/expected/strings.out:1069
SELECT regexp_substr('abcabcabc', 'a.c', 1, 3) FROM dual;
= abc

-- src/oracle_test/regress/expected/strings.out:1081
SELECT regexp_substr('abcabcabc', 'A.C', 1, 2, 'i') FROM dual;
= abc

-- src/oracle_test/regress/expected/strings.out:1087
SELECT regexp_substr('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 0) FROM dual;
= 12345678

-- src/oracle_test/regress/expected/strings.out:1093
SELECT regexp_substr('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 1) FROM dual;
= 123

-- src/oracle_test/regress/expected/strings.out:1099
SELECT regexp_substr('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 2) FROM dual;
= 45678

-- src/oracle_test/regress/expected/strings.out:1105
SELECT regexp_substr('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 3) FROM dual;
= 56

-- src/oracle_test/regress/expected/strings.out:1111
SELECT regexp_substr('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 4) FROM dual;
= 78

-- src/oracle_test/regress/expected/strings.out:1051
SELECT regexp_substr('abcdefghi', 'd.q') FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:1075
SELECT regexp_substr('abcabcabc', 'a.c', 1, 4) FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:1117
SELECT regexp_substr('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 5) FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:1124
SELECT regexp_substr('foo', 'foo(bar)?', 1, 1, '', 1) FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:879
SELECT CASE WHEN REGEXP_LIKE('Steven', '^Ste(v|ph)en$') THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:897
SELECT CASE WHEN REGEXP_LIKE('abc', ' a . c ', 'x') THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:825
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 1, 'g') FROM dual;
! ORA-01760

-- src/oracle_test/regress/expected/strings.out:1040
SELECT regexp_instr('abcabcabc', 'a.c', 1, 1, 0, 'g') FROM dual;
! ORA-01760

-- src/oracle_test/regress/expected/strings.out:1135
SELECT regexp_substr('abcabcabc', 'a.c', 1, 1, 'g') FROM dual;
! ORA-01760

-- src/oracle_test/regress/expected/strings.out:828
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', -1, 0, 'i') FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:830
SELECT regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, -1, 'i') FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:874
SELECT regexp_count('123123123123', '123', 0) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:876
SELECT regexp_count('123123123123', '123', -3) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1028
SELECT regexp_instr('abcabcabc', 'a.c', 0, 1) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1030
SELECT regexp_instr('abcabcabc', 'a.c', 1, 0) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1032
SELECT regexp_instr('abcabcabc', 'a.c', 1, 1, -1) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1042
SELECT regexp_instr('abcabcabc', 'a.c', 1, 1, 0, '', -1) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1131
SELECT regexp_substr('abcabcabc', 'a.c', 0, 1) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1133
SELECT regexp_substr('abcabcabc', 'a.c', 1, 0) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1137
SELECT regexp_substr('abcabcabc', 'a.c', 1, 1, '', -1) FROM dual;
! ORA-01428

-- src/oracle_test/regress/expected/strings.out:1528
SELECT CASE WHEN 'hawkeye' LIKE 'h%' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1534
SELECT CASE WHEN 'hawkeye' NOT LIKE 'h%' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1540
SELECT CASE WHEN 'hawkeye' LIKE 'H%' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1546
SELECT CASE WHEN 'hawkeye' NOT LIKE 'H%' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1552
SELECT CASE WHEN 'hawkeye' LIKE 'indio%' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1558
SELECT CASE WHEN 'hawkeye' NOT LIKE 'indio%' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1564
SELECT CASE WHEN 'hawkeye' LIKE 'h%eye' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1570
SELECT CASE WHEN 'hawkeye' NOT LIKE 'h%eye' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1576
SELECT CASE WHEN 'indio' LIKE '_ndio' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1582
SELECT CASE WHEN 'indio' NOT LIKE '_ndio' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1588
SELECT CASE WHEN 'indio' LIKE 'in__o' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1594
SELECT CASE WHEN 'indio' NOT LIKE 'in__o' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1600
SELECT CASE WHEN 'indio' LIKE 'in_o' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1606
SELECT CASE WHEN 'indio' NOT LIKE 'in_o' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1637
SELECT CASE WHEN 'hawkeye' LIKE 'h%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1643
SELECT CASE WHEN 'hawkeye' NOT LIKE 'h%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1649
SELECT CASE WHEN 'indio' LIKE 'ind_o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1655
SELECT CASE WHEN 'indio' NOT LIKE 'ind_o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1663
SELECT CASE WHEN 'h%' LIKE 'h#%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1669
SELECT CASE WHEN 'h%' NOT LIKE 'h#%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1675
SELECT CASE WHEN 'h%wkeye' LIKE 'h#%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1681
SELECT CASE WHEN 'h%wkeye' NOT LIKE 'h#%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1687
SELECT CASE WHEN 'h%wkeye' LIKE 'h#%%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1693
SELECT CASE WHEN 'h%wkeye' NOT LIKE 'h#%%' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1699
SELECT CASE WHEN 'h%awkeye' LIKE 'h#%a%k%e' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1705
SELECT CASE WHEN 'h%awkeye' NOT LIKE 'h#%a%k%e' ESCAPE '#' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1711
SELECT CASE WHEN 'indio' LIKE '_ndio' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1717
SELECT CASE WHEN 'indio' NOT LIKE '_ndio' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1723
SELECT CASE WHEN 'i_dio' LIKE 'i$_d_o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1729
SELECT CASE WHEN 'i_dio' NOT LIKE 'i$_d_o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1735
SELECT CASE WHEN 'i_dio' LIKE 'i$_nd_o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1741
SELECT CASE WHEN 'i_dio' NOT LIKE 'i$_nd_o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1747
SELECT CASE WHEN 'i_dio' LIKE 'i$_d%o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1753
SELECT CASE WHEN 'i_dio' NOT LIKE 'i$_d%o' ESCAPE '$' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1899
SELECT CASE WHEN 'foo' LIKE '_%' THEN 1 ELSE 0 END, CASE WHEN 'f' LIKE '_%' THEN 1 ELSE 0 END, CASE WHEN '' LIKE '_%' THEN 1 ELSE 0 END FROM dual;
= 1 | 1 | 0

-- src/oracle_test/regress/expected/strings.out:1905
SELECT CASE WHEN 'foo' LIKE '%_' THEN 1 ELSE 0 END, CASE WHEN 'f' LIKE '%_' THEN 1 ELSE 0 END, CASE WHEN '' LIKE '%_' THEN 1 ELSE 0 END FROM dual;
= 1 | 1 | 0

-- src/oracle_test/regress/expected/strings.out:1911
SELECT CASE WHEN 'foo' LIKE '__%' THEN 1 ELSE 0 END, CASE WHEN 'foo' LIKE '___%' THEN 1 ELSE 0 END, CASE WHEN 'foo' LIKE '____%' THEN 1 ELSE 0 END FROM dual;
= 1 | 1 | 0

-- src/oracle_test/regress/expected/strings.out:1917
SELECT CASE WHEN 'foo' LIKE '%__' THEN 1 ELSE 0 END, CASE WHEN 'foo' LIKE '%___' THEN 1 ELSE 0 END, CASE WHEN 'foo' LIKE '%____' THEN 1 ELSE 0 END FROM dual;
= 1 | 1 | 0

-- src/oracle_test/regress/expected/strings.out:1612
SELECT CASE WHEN 'abc' LIKE '_b_' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1618
SELECT CASE WHEN 'abc' NOT LIKE '_b_' THEN 1 ELSE 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/strings.out:1923
SELECT CASE WHEN 'jack' LIKE '%____%' THEN 1 ELSE 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/strings.out:1949
SELECT 'unknown' || ' and unknown' FROM dual;
= unknown and unknown

-- src/oracle_test/regress/expected/strings.out:2263
SELECT replace('abcdef', 'de', '45') FROM dual;
= abc45f

-- src/oracle_test/regress/expected/strings.out:2269
SELECT replace('yabadabadoo', 'ba', '123') FROM dual;
= ya123da123doo

-- src/oracle_test/regress/expected/strings.out:2275
SELECT replace('yabadoo', 'bad', '') FROM dual;
= yaoo

-- src/oracle_test/regress/expected/strings.out:2899
SELECT initcap('hi THOMAS') FROM dual;
= Hi Thomas

-- src/oracle_test/regress/expected/strings.out:2905
SELECT lpad('hi', 5, 'xy') FROM dual;
= xyxhi

-- src/oracle_test/regress/expected/strings.out:2923
SELECT lpad('hello', 2) FROM dual;
= he

-- src/oracle_test/regress/expected/strings.out:2935
SELECT rpad('hi', 5, 'xy') FROM dual;
= hixyx

-- src/oracle_test/regress/expected/strings.out:2953
SELECT rpad('hello', 2) FROM dual;
= he

-- src/oracle_test/regress/expected/strings.out:2965
SELECT ltrim('zzzytrim', 'xyz') FROM dual;
= trim

-- src/oracle_test/regress/expected/strings.out:2977
SELECT translate('12345', '14', 'ax') FROM dual;
= a23x5

-- src/oracle_test/regress/expected/strings.out:2983
SELECT translate('12345', '134', 'a') FROM dual;
= a25

-- src/oracle_test/regress/expected/strings.out:2989
SELECT ascii('x') FROM dual;
= 120

-- src/oracle_test/regress/expected/strings.out:3001
SELECT chr(65) FROM dual;
= A

-- src/oracle_test/regress/expected/strings.out:2911
SELECT '[' || LPAD('hi', 5) || ']' FROM dual;
= [   hi]

-- src/oracle_test/regress/expected/strings.out:2941
SELECT '[' || RPAD('hi', 5) || ']' FROM dual;
= [hi   ]

-- src/oracle_test/regress/expected/strings.out:2917
SELECT LPAD('hi', -5, 'xy') FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:2947
SELECT RPAD('hi', -5, 'xy') FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:2971
SELECT TRANSLATE('', '14', 'ax') FROM dual;
= NULL

-- src/oracle_test/regress/expected/strings.out:3119
SELECT UNISTR('a\\b') FROM dual;
= a\b

-- src/oracle_test/regress/expected/horology.out:1111
SELECT TO_CHAR(to_timestamp('1985 January 12', 'YYYY FMMonth DD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 1985-01-12 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1123
SELECT TO_CHAR(to_timestamp('2000January09Sunday', 'YYYYFMMonthDDFMDay'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2000-01-09 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1132
SELECT TO_CHAR(to_timestamp('97/Feb/16', 'YY:Mon:DD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2097-02-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1140
SELECT TO_CHAR(to_timestamp('97/Feb/16', 'FXYY/Mon/DD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2097-02-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1146
SELECT TO_CHAR(to_timestamp('19971116', 'YYYYMMDD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 1997-11-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1154
SELECT TO_CHAR(to_timestamp('1997 AD 11 16', 'YYYY BC MM DD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 1997-11-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1166
SELECT TO_CHAR(to_timestamp('1997 A.D. 11 16', 'YYYY B.C. MM DD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 1997-11-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1184
SELECT TO_CHAR(to_timestamp('95-1116', 'YY-MMDD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2095-11-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1190
SELECT TO_CHAR(to_timestamp('995-1116', 'YYY-MMDD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2995-11-16 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1202
SELECT TO_CHAR(to_timestamp('2005300', 'YYYYDDD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2005-10-27 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1238
SELECT TO_CHAR(to_timestamp('20050302', 'YYYYMMDD'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2005-03-02 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1262
SELECT TO_CHAR(to_timestamp('2011-12-18 11:38 AM', 'YYYY-MM-DD HH12:MI PM'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2011-12-18 11:38:00.000000

-- src/oracle_test/regress/expected/horology.out:1268
SELECT TO_CHAR(to_timestamp('2011-12-18 11:38 PM', 'YYYY-MM-DD HH12:MI PM'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2011-12-18 23:38:00.000000

-- src/oracle_test/regress/expected/horology.out:1274
SELECT TO_CHAR(to_timestamp('2011-12-18 11:38 A.M.', 'YYYY-MM-DD HH12:MI P.M.'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2011-12-18 11:38:00.000000

-- src/oracle_test/regress/expected/horology.out:1280
SELECT TO_CHAR(to_timestamp('2011-12-18 11:38 P.M.', 'YYYY-MM-DD HH12:MI P.M.'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2011-12-18 23:38:00.000000

-- src/oracle_test/regress/expected/horology.out:1474
SELECT TO_CHAR(to_timestamp('2011-12-18  23:38:15', 'YYYY-MM-DD  HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2011-12-18 23:38:15.000000

-- src/oracle_test/regress/expected/horology.out:1611
SELECT TO_CHAR(to_timestamp('Fri 1-Jan-1999', 'DY DD MON YYYY'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 1999-01-01 00:00:00.000000

-- src/oracle_test/regress/expected/horology.out:1636
SELECT TO_CHAR(to_timestamp('2016-06-13 15:50:55', 'YYYY-MM-DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2016-06-13 15:50:55.000000

-- src/oracle_test/regress/expected/horology.out:1648
SELECT TO_CHAR(to_timestamp('2016-02-29 15:50:55', 'YYYY-MM-DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2016-02-29 15:50:55.000000

-- src/oracle_test/regress/expected/horology.out:1664
SELECT TO_CHAR(to_timestamp('2015-02-11 86000', 'YYYY-MM-DD SSSSS'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2015-02-11 23:53:20.000000

-- src/oracle_test/regress/expected/horology.out:1374
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56', 'YYYY-MM-DD HH24:MI:SS.FF1'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.000000

-- src/oracle_test/regress/expected/horology.out:1374
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56', 'YYYY-MM-DD HH24:MI:SS.FF2'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.000000

-- src/oracle_test/regress/expected/horology.out:1374
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56', 'YYYY-MM-DD HH24:MI:SS.FF3'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.000000

-- src/oracle_test/regress/expected/horology.out:1374
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56', 'YYYY-MM-DD HH24:MI:SS.FF4'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.000000

-- src/oracle_test/regress/expected/horology.out:1374
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56', 'YYYY-MM-DD HH24:MI:SS.FF5'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.000000

-- src/oracle_test/regress/expected/horology.out:1374
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56', 'YYYY-MM-DD HH24:MI:SS.FF6'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.000000

-- src/oracle_test/regress/expected/horology.out:1385
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56.1', 'YYYY-MM-DD HH24:MI:SS.FF1'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.100000

-- src/oracle_test/regress/expected/horology.out:1385
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56.1', 'YYYY-MM-DD HH24:MI:SS.FF2'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.100000

-- src/oracle_test/regress/expected/horology.out:1385
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56.1', 'YYYY-MM-DD HH24:MI:SS.FF3'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.100000

-- src/oracle_test/regress/expected/horology.out:1385
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56.1', 'YYYY-MM-DD HH24:MI:SS.FF4'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.100000

-- src/oracle_test/regress/expected/horology.out:1385
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56.1', 'YYYY-MM-DD HH24:MI:SS.FF5'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.100000

-- src/oracle_test/regress/expected/horology.out:1385
SELECT TO_CHAR(TO_TIMESTAMP('2018-11-02 12:34:56.1', 'YYYY-MM-DD HH24:MI:SS.FF6'), 'YYYY-MM-DD HH24:MI:SS.FF6') FROM dual;
= 2018-11-02 12:34:56.100000

-- src/oracle_test/regress/expected/horology.out:1420
SELECT TO_CHAR(to_date('2458872', 'J'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2020-01-23 00:00:00

-- src/oracle_test/regress/expected/horology.out:1549
SELECT TO_CHAR(to_date('2011 12  18', 'YYYY MM DD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2011-12-18 00:00:00

-- src/oracle_test/regress/expected/horology.out:1676
SELECT TO_CHAR(to_date('2016-02-29', 'YYYY-MM-DD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-02-29 00:00:00

-- src/oracle_test/regress/expected/horology.out:1684
SELECT TO_CHAR(to_date('2015 365', 'YYYY DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2015-12-31 00:00:00

-- src/oracle_test/regress/expected/horology.out:1692
SELECT TO_CHAR(to_date('2016 365', 'YYYY DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-12-30 00:00:00

-- src/oracle_test/regress/expected/horology.out:1698
SELECT TO_CHAR(to_date('2016 366', 'YYYY DDD'), 'YYYY-MM-DD HH24:MI:SS') FROM dual;
= 2016-12-31 00:00:00

-- src/oracle_test/regress/expected/horology.out:1630
SELECT to_timestamp('2016-06-13 25:00:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
! ORA-01850

-- src/oracle_test/regress/expected/horology.out:1632
SELECT to_timestamp('2016-06-13 15:60:00', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
! ORA-01851

-- src/oracle_test/regress/expected/horology.out:1634
SELECT to_timestamp('2016-06-13 15:50:60', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
! ORA-01852

-- src/oracle_test/regress/expected/horology.out:1642
SELECT to_timestamp('2016-06-13 15:50:55', 'YYYY-MM-DD HH:MI:SS') FROM dual;
! ORA-01849

-- src/oracle_test/regress/expected/horology.out:1644
SELECT to_timestamp('2016-13-01 15:50:55', 'YYYY-MM-DD HH24:MI:SS') FROM dual;
! ORA-01843

-- src/oracle_test/regress/expected/horology.out:1672
SELECT to_date('2016-13-10', 'YYYY-MM-DD') FROM dual;
! ORA-01843

-- src/oracle_test/regress/expected/horology.out:1759
SELECT TO_CHAR(TIMESTAMP '2012-12-12 12:00:00', 'YYYY-MM-DD SSSSS') FROM dual;
= 2012-12-12 43200

-- src/oracle_test/regress/expected/timestamp.out:681
SELECT TO_CHAR(TIMESTAMP '1997-01-02 00:00:00', 'DAY Day day DY Dy dy MONTH Month month RM MON Mon mon') FROM dual;
= THURSDAY  Thursday  thursday  THU Thu thu JANUARY   January   january   I    JAN Jan jan

-- src/oracle_test/regress/expected/timestamp.out:697
SELECT TO_CHAR(TIMESTAMP '1997-01-02 00:00:00', 'Y,YYY YYYY YYY YY Y CC Q MM WW DDD DD D J') FROM dual;
= 1,997 1997 997 97 7 20 1 01 01 002 02 5 2450451

-- src/oracle_test/regress/expected/timestamp.out:713
SELECT TO_CHAR(TIMESTAMP '1997-01-02 00:00:00', 'HH HH12 HH24 MI SS') FROM dual;
= 12 12 00 00 00

-- src/oracle_test/regress/expected/timestamp.out:721
SELECT TO_CHAR(TIMESTAMP '1997-01-02 00:00:00', '"HH:MI:SS is" HH:MI:SS') FROM dual;
= HH:MI:SS is 12:00:00

-- src/oracle_test/regress/expected/timestamp.out:713
SELECT TO_CHAR(TIMESTAMP '1997-01-02 03:04:05', 'HH HH12 HH24 MI SS') FROM dual;
= 03 03 03 04 05

-- src/oracle_test/regress/expected/timestamp.out:721
SELECT TO_CHAR(TIMESTAMP '1997-01-02 03:04:05', '"HH:MI:SS is" HH:MI:SS') FROM dual;
= HH:MI:SS is 03:04:05

-- src/oracle_test/regress/expected/timestamp.out:729
SELECT TO_CHAR(TIMESTAMP '1997-01-02 00:00:00', 'HH24--text--MI--text--SS') FROM dual;
! ORA-01821

-- src/oracle_test/regress/expected/ora_listagg.out:23
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual)
SELECT LISTAGG(ename, ',') WITHIN GROUP (ORDER BY ename) FROM listagg_test WHERE deptno = 10;
= CLARK,KING,MILLER

-- src/oracle_test/regress/expected/ora_listagg.out:31
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual)
SELECT LISTAGG(ename, ', ') WITHIN GROUP (ORDER BY sal DESC) FROM listagg_test WHERE deptno = 10;
= KING, CLARK, MILLER

-- src/oracle_test/regress/expected/ora_listagg.out:39
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual)
SELECT deptno, LISTAGG(ename, '|') WITHIN GROUP (ORDER BY ename) FROM listagg_test GROUP BY deptno ORDER BY deptno;
= 10 | CLARK|KING|MILLER
= 20 | ADAMS|FORD|JONES
= 30 | ALLEN|BLAKE|MARTIN

-- src/oracle_test/regress/expected/ora_listagg.out:49
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual)
SELECT LISTAGG(ename) WITHIN GROUP (ORDER BY ename) FROM listagg_test WHERE deptno = 10;
= CLARKKINGMILLER

-- src/oracle_test/regress/expected/ora_listagg.out:58
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual UNION ALL SELECT 10, NULL, 999 FROM dual)
SELECT LISTAGG(ename, ',') WITHIN GROUP (ORDER BY ename) FROM listagg_test WHERE deptno = 10;
= CLARK,KING,MILLER

-- src/oracle_test/regress/expected/ora_listagg.out:66
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual UNION ALL SELECT 10, NULL, 999 FROM dual)
SELECT LISTAGG(ename, ',') WITHIN GROUP (ORDER BY deptno, ename) FROM listagg_test;
= CLARK,KING,MILLER,ADAMS,FORD,JONES,ALLEN,BLAKE,MARTIN

-- src/oracle_test/regress/expected/ora_listagg.out:74
WITH listagg_test AS (SELECT 10 AS deptno, 'CLARK' AS ename, 2450 AS sal FROM dual UNION ALL SELECT 10, 'KING', 5000 FROM dual UNION ALL SELECT 10, 'MILLER', 1300 FROM dual UNION ALL SELECT 20, 'ADAMS', 1100 FROM dual UNION ALL SELECT 20, 'FORD', 3000 FROM dual UNION ALL SELECT 20, 'JONES', 2975 FROM dual UNION ALL SELECT 30, 'ALLEN', 1600 FROM dual UNION ALL SELECT 30, 'BLAKE', 2850 FROM dual UNION ALL SELECT 30, 'MARTIN', 1250 FROM dual UNION ALL SELECT 10, NULL, 999 FROM dual)
SELECT LISTAGG(ename, ',') WITHIN GROUP (ORDER BY ename) FROM listagg_test WHERE deptno = 99;
= NULL

-- src/oracle_test/regress/expected/emptystring_to_null.out:81
SELECT 1+'' FROM dual;
= NULL

-- src/oracle_test/regress/expected/emptystring_to_null.out:87
SELECT 1-'' FROM dual;
= NULL

-- src/oracle_test/regress/expected/emptystring_to_null.out:93
SELECT 1*'' FROM dual;
= NULL

-- src/oracle_test/regress/expected/emptystring_to_null.out:99
SELECT 1/'' FROM dual;
= NULL

-- src/oracle_test/regress/expected/emptystring_to_null.out:113
SELECT length('') FROM dual;
= NULL

-- src/oracle_test/regress/expected/rownum.out:26
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name FROM rownum_test WHERE ROWNUM <= 5;
= 1 | Alice
= 2 | Bob
= 3 | Charlie
= 4 | David
= 5 | Eve

-- src/oracle_test/regress/expected/rownum.out:37
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name FROM rownum_test WHERE ROWNUM = 1;
= 1 | Alice

-- src/oracle_test/regress/expected/rownum.out:44
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name FROM rownum_test WHERE ROWNUM < 4;
= 1 | Alice
= 2 | Bob
= 3 | Charlie

-- src/oracle_test/regress/expected/rownum.out:53
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT ROWNUM, id, name FROM rownum_test WHERE ROWNUM <= 3;
= 1 | 1 | Alice
= 2 | 2 | Bob
= 3 | 3 | Charlie

-- src/oracle_test/regress/expected/rownum.out:66
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT * FROM ( SELECT id, name, value FROM rownum_test ORDER BY value DESC ) WHERE ROWNUM <= 3;
= 4 | David | 300
= 9 | Iris | 275
= 5 | Eve | 250

-- src/oracle_test/regress/expected/rownum.out:79
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT * FROM ( SELECT id, name FROM rownum_test ORDER BY name ) WHERE ROWNUM <= 5;
= 1 | Alice
= 2 | Bob
= 3 | Charlie
= 4 | David
= 5 | Eve

-- src/oracle_test/regress/expected/rownum.out:94
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT * FROM ( SELECT id, name, value FROM rownum_test ORDER BY value ) WHERE ROWNUM = 1;
= 1 | Alice | 100

-- src/oracle_test/regress/expected/rownum.out:108
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT name FROM ( SELECT id, name FROM rownum_test WHERE ROWNUM <= 7 ) sub WHERE id > 3;
= David
= Eve
= Frank
= Grace

-- src/oracle_test/regress/expected/rownum.out:179
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM rownum_test WHERE ROWNUM > 0;
= 10

-- src/oracle_test/regress/expected/rownum.out:186
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM rownum_test WHERE ROWNUM >= 1;
= 10

-- src/oracle_test/regress/expected/rownum.out:198
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM rownum_test WHERE ROWNUM > 1;
= 0

-- src/oracle_test/regress/expected/rownum.out:210
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM rownum_test WHERE ROWNUM >= 2;
= 0

-- src/oracle_test/regress/expected/rownum.out:276
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT dept_id, COUNT(*) FROM (SELECT * FROM rownum_test WHERE ROWNUM <= 7) GROUP BY dept_id ORDER BY dept_id;
= 1 | 2
= 2 | 3
= 3 | 2

-- src/oracle_test/regress/expected/rownum.out:292
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM rownum_test WHERE ROWNUM <= 5;
= 5

-- src/oracle_test/regress/expected/rownum.out:300
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name, value FROM rownum_test WHERE ROWNUM <= 5 ORDER BY value;
= 1 | Alice | 100
= 3 | Charlie | 150
= 2 | Bob | 200
= 5 | Eve | 250
= 4 | David | 300

-- src/oracle_test/regress/expected/rownum.out:506
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT ROWNUM as rn, id, name, value FROM rownum_test ORDER BY value DESC;
= 4 | 4 | David | 300
= 9 | 9 | Iris | 275
= 5 | 5 | Eve | 250
= 7 | 7 | Grace | 225
= 2 | 2 | Bob | 200
= 10 | 10 | Jack | 190
= 6 | 6 | Frank | 175
= 3 | 3 | Charlie | 150
= 8 | 8 | Henry | 125
= 1 | 1 | Alice | 100

-- src/oracle_test/regress/expected/rownum.out:716
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, value, ROWNUM * 10 as rownum_x10, ROWNUM + value as rownum_plus_value FROM rownum_test WHERE id <= 5 ORDER BY value DESC;
= 4 | 300 | 40 | 304
= 5 | 250 | 50 | 255
= 2 | 200 | 20 | 202
= 3 | 150 | 30 | 153
= 1 | 100 | 10 | 101

-- src/oracle_test/regress/expected/rownum.out:757
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, value, COALESCE(ROWNUM, 0) as coalesced_rn, GREATEST(ROWNUM, 1) as greatest_rn FROM rownum_test WHERE id <= 5 ORDER BY value;
= 1 | 100 | 1 | 1
= 3 | 150 | 3 | 3
= 2 | 200 | 2 | 2
= 5 | 250 | 5 | 5
= 4 | 300 | 4 | 4

-- src/oracle_test/regress/expected/rownum.out:775
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, ROWNUM as rn1, ROWNUM * 2 as rn2, CASE WHEN ROWNUM <= 3 THEN ROWNUM * 100 ELSE 0 END as rn3 FROM rownum_test WHERE id <= 5 ORDER BY value DESC;
= 4 | 4 | 8 | 0
= 5 | 5 | 10 | 0
= 2 | 2 | 4 | 200
= 3 | 3 | 6 | 300
= 1 | 1 | 2 | 100

-- src/oracle_test/regress/expected/rownum.out:644
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, (SELECT MAX(ROWNUM) FROM rownum_test t2 WHERE t2.id = t1.id) as max_rn FROM rownum_test t1 WHERE id <= 5 GROUP BY id ORDER BY id;
= 1 | 1
= 2 | 1
= 3 | 1
= 4 | 1
= 5 | 1

-- src/oracle_test/regress/expected/rownum.out:120
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name FROM (SELECT * FROM (SELECT id, name FROM rownum_test WHERE ROWNUM <= 8) WHERE ROWNUM <= 5) WHERE ROWNUM <= 3;
= 1 | Alice
= 2 | Bob
= 3 | Charlie

-- src/oracle_test/regress/expected/rownum.out:147
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual), dept AS (SELECT 1 AS dept_id, 'Engineering' AS dept_name FROM dual UNION ALL SELECT 2, 'Sales' FROM dual UNION ALL SELECT 3, 'Marketing' FROM dual)
SELECT e.id, e.name, d.dept_name FROM (SELECT * FROM rownum_test WHERE ROWNUM <= 5) e JOIN dept d ON e.dept_id = d.dept_id ORDER BY e.id;
= 1 | Alice | Sales
= 2 | Bob | Marketing
= 3 | Charlie | Engineering
= 4 | David | Sales
= 5 | Eve | Marketing

-- src/oracle_test/regress/expected/rownum.out:161
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual), dept AS (SELECT 1 AS dept_id, 'Engineering' AS dept_name FROM dual UNION ALL SELECT 2, 'Sales' FROM dual UNION ALL SELECT 3, 'Marketing' FROM dual)
SELECT * FROM ( SELECT e.id, e.name, e.value, d.dept_name FROM rownum_test e JOIN dept d ON e.dept_id = d.dept_id ORDER BY e.value DESC ) WHERE ROWNUM <= 4;
= 4 | David | 300 | Sales
= 9 | Iris | 275 | Engineering
= 5 | Eve | 250 | Marketing
= 7 | Grace | 225 | Sales

-- src/oracle_test/regress/expected/rownum.out:193
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM (SELECT id, name FROM rownum_test WHERE ROWNUM > 5);
= 0

-- src/oracle_test/regress/expected/rownum.out:205
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM (SELECT id, name FROM rownum_test WHERE ROWNUM >= 2);
= 0

-- src/oracle_test/regress/expected/rownum.out:217
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM (SELECT id, name FROM rownum_test WHERE ROWNUM = 0);
= 0

-- src/oracle_test/regress/expected/rownum.out:223
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM (SELECT id, name FROM rownum_test WHERE ROWNUM = 2);
= 0

-- src/oracle_test/regress/expected/rownum.out:229
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM (SELECT id, name FROM rownum_test WHERE ROWNUM = 3);
= 0

-- src/oracle_test/regress/expected/rownum.out:235
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT COUNT(*) FROM (SELECT id, name FROM rownum_test WHERE ROWNUM <= -1);
= 0

-- src/oracle_test/regress/expected/rownum.out:241
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name FROM rownum_test WHERE ROWNUM <= 5 AND id > 2;
= 3 | Charlie
= 4 | David
= 5 | Eve
= 6 | Frank
= 7 | Grace

-- src/oracle_test/regress/expected/rownum.out:493
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT * FROM (SELECT ROWNUM AS rn, id, name, value FROM rownum_test ORDER BY value DESC) sub WHERE rn <= 3 ORDER BY rn;
= 1 | 1 | Alice | 100
= 2 | 2 | Bob | 200
= 3 | 3 | Charlie | 150

-- src/oracle_test/regress/expected/rownum.out:524
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT * FROM (SELECT ROWNUM AS rn, id, name, value FROM rownum_test ORDER BY value DESC) sub WHERE rn > 2 AND rn <= 5 ORDER BY rn;
= 3 | 3 | Charlie | 150
= 4 | 4 | David | 300
= 5 | 5 | Eve | 250

-- src/oracle_test/regress/expected/rownum.out:264
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT DISTINCT dept_id FROM rownum_test WHERE ROWNUM <= 6 ORDER BY dept_id;
= 1
= 2
= 3

-- src/oracle_test/regress/expected/rownum.out:734
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT * FROM (SELECT id, value, CASE WHEN ROWNUM <= 2 THEN 'Top 2' WHEN ROWNUM <= 5 THEN 'Top 5' ELSE 'Other' END AS tier FROM rownum_test ORDER BY value DESC) WHERE ROWNUM <= 7;
= 4 | 300 | Top 5
= 9 | 275 | Other
= 5 | 250 | Top 5
= 7 | 225 | Other
= 2 | 200 | Top 2
= 10 | 190 | Other
= 6 | 175 | Other

-- src/oracle_test/regress/expected/rownum.out:868
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT ROWNUM as rn, id FROM rownum_test WHERE id <= 3 UNION SELECT ROWNUM as rn, id FROM rownum_test WHERE id > 7 ORDER BY rn, id;
= 1 | 1
= 1 | 8
= 2 | 2
= 2 | 9
= 3 | 3
= 3 | 10

-- src/oracle_test/regress/expected/rownum.out:479
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT id, name FROM rownum_test WHERE ROWNUM <= 8 FETCH FIRST 3 ROWS ONLY;
= 1 | Alice
= 2 | Bob
= 3 | Charlie

-- src/oracle_test/regress/expected/rownum.out:935
SELECT ROWNUM, id FROM (SELECT 1 AS id FROM DUAL UNION ALL SELECT 2 FROM DUAL UNION ALL SELECT 3 FROM DUAL) UNION ALL SELECT ROWNUM, id FROM (SELECT 4 AS id FROM DUAL UNION ALL SELECT 5 FROM DUAL UNION ALL SELECT 6 FROM DUAL);
= 1 | 1
= 2 | 2
= 3 | 3
= 1 | 4
= 2 | 5
= 3 | 6

-- src/oracle_test/regress/expected/rownum.out:963
SELECT ROWNUM, 'a' as src FROM (SELECT 1 FROM DUAL UNION ALL SELECT 2 FROM DUAL) UNION ALL SELECT ROWNUM, 'b' as src FROM (SELECT 1 FROM DUAL UNION ALL SELECT 2 FROM DUAL) UNION ALL SELECT ROWNUM, 'c' as src FROM (SELECT 1 FROM DUAL UNION ALL SELECT 2 FROM DUAL);
= 1 | a
= 2 | a
= 1 | b
= 2 | b
= 1 | c
= 2 | c

-- src/oracle_test/regress/expected/rownum.out:949
WITH rownum_test AS (SELECT 1 AS id, 'Alice' AS name, 100 AS value, 2 AS dept_id FROM dual UNION ALL SELECT 2, 'Bob', 200, 3 FROM dual UNION ALL SELECT 3, 'Charlie', 150, 1 FROM dual UNION ALL SELECT 4, 'David', 300, 2 FROM dual UNION ALL SELECT 5, 'Eve', 250, 3 FROM dual UNION ALL SELECT 6, 'Frank', 175, 1 FROM dual UNION ALL SELECT 7, 'Grace', 225, 2 FROM dual UNION ALL SELECT 8, 'Henry', 125, 3 FROM dual UNION ALL SELECT 9, 'Iris', 275, 1 FROM dual UNION ALL SELECT 10, 'Jack', 190, 2 FROM dual)
SELECT ROWNUM, id FROM (SELECT id FROM rownum_test WHERE id <= 3 ORDER BY id) UNION ALL SELECT ROWNUM, id FROM (SELECT id FROM rownum_test WHERE id BETWEEN 4 AND 6 ORDER BY id);
= 1 | 1
= 2 | 2
= 3 | 3
= 1 | 4
= 2 | 5
= 3 | 6

-- src/oracle_test/regress/expected/rownum.out:991
WITH test1 AS (SELECT 1 AS id FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual), test2 AS (SELECT 4 AS id FROM dual UNION ALL SELECT 5 FROM dual UNION ALL SELECT 6 FROM dual)
SELECT ROWNUM as rn, id FROM test1 UNION SELECT ROWNUM as rn, id FROM test2 ORDER BY rn, id;
= 1 | 1
= 1 | 4
= 2 | 2
= 2 | 5
= 3 | 3
= 3 | 6

-- src/oracle_test/regress/expected/rownum.out:1021
SELECT ROWNUM, 'a' as src FROM (SELECT 1 FROM DUAL UNION ALL SELECT 2 FROM DUAL) UNION SELECT ROWNUM, 'b' as src FROM (SELECT 1 FROM DUAL UNION ALL SELECT 2 FROM DUAL) UNION SELECT ROWNUM, 'c' as src FROM (SELECT 1 FROM DUAL UNION ALL SELECT 2 FROM DUAL) ORDER BY 2, 1;
= 1 | a
= 2 | a
= 1 | b
= 2 | b
= 1 | c
= 2 | c

-- src/oracle_test/regress/expected/rownum.out:1142
SELECT COUNT(*) FROM (SELECT 1 AS id FROM dual WHERE 1 = 0) WHERE ROWNUM <= 5;
= 0

-- src/oracle_test/regress/expected/rownum.out:1049
SELECT ROWNUM AS rn, id FROM (SELECT 1 AS id FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual) INTERSECT SELECT ROWNUM AS rn, id FROM (SELECT 1 AS id FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual) ORDER BY rn;
= 1 | 1
= 2 | 2
= 3 | 3

-- src/oracle_test/regress/expected/rownum.out:1060
SELECT ROWNUM AS rn, id FROM (SELECT 1 AS id FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual) MINUS SELECT ROWNUM AS rn, id FROM (SELECT 2 AS id FROM dual) ORDER BY rn;
= 1 | 1
= 2 | 2
= 3 | 3

-- src/oracle_test/regress/expected/rownum.out:1174
WITH eemp AS (SELECT 7369 AS empno, 800 AS sal FROM dual UNION ALL SELECT 7499, 1600 FROM dual UNION ALL SELECT 7521, 1250 FROM dual UNION ALL SELECT 7566, 2975 FROM dual UNION ALL SELECT 7654, 1250 FROM dual UNION ALL SELECT 7698, 2850 FROM dual UNION ALL SELECT 7782, 2450 FROM dual UNION ALL SELECT 7788, 3000 FROM dual UNION ALL SELECT 7839, 5000 FROM dual UNION ALL SELECT 7844, 1500 FROM dual UNION ALL SELECT 7876, 1100 FROM dual UNION ALL SELECT 7900, 950 FROM dual UNION ALL SELECT 7902, 3000 FROM dual UNION ALL SELECT 7934, 1300 FROM dual)
SELECT sal, rnum FROM (SELECT a.*, ROWNUM rnum FROM (SELECT empno, sal FROM eemp ORDER BY sal) a WHERE ROWNUM <= 12) WHERE rnum >= 8;
= 1600 | 8
= 2450 | 9
= 2850 | 10
= 2975 | 11
= 3000 | 12

-- src/oracle_test/regress/expected/rownum.out:1204
WITH eemp AS (SELECT 7369 AS empno, 800 AS sal FROM dual UNION ALL SELECT 7499, 1600 FROM dual UNION ALL SELECT 7521, 1250 FROM dual UNION ALL SELECT 7566, 2975 FROM dual UNION ALL SELECT 7654, 1250 FROM dual UNION ALL SELECT 7698, 2850 FROM dual UNION ALL SELECT 7782, 2450 FROM dual UNION ALL SELECT 7788, 3000 FROM dual UNION ALL SELECT 7839, 5000 FROM dual UNION ALL SELECT 7844, 1500 FROM dual UNION ALL SELECT 7876, 1100 FROM dual UNION ALL SELECT 7900, 950 FROM dual UNION ALL SELECT 7902, 3000 FROM dual UNION ALL SELECT 7934, 1300 FROM dual)
SELECT sal, ROWNUM AS rnum FROM (SELECT empno, sal FROM eemp ORDER BY sal) a WHERE ROWNUM <= 12;
= 800 | 1
= 950 | 2
= 1100 | 3
= 1250 | 4
= 1250 | 5
= 1300 | 6
= 1500 | 7
= 1600 | 8
= 2450 | 9
= 2850 | 10
= 2975 | 11
= 3000 | 12

-- src/oracle_test/regress/expected/rownum.out:1240
SELECT ROWNUM FROM (SELECT LEVEL AS id FROM dual CONNECT BY LEVEL <= 5) GROUP BY ROWNUM ORDER BY ROWNUM;
= 1
= 2
= 3
= 4
= 5

-- src/oracle_test/regress/expected/rownum.out:1259
WITH agg_test AS (SELECT 1 AS id, 10 AS val FROM dual UNION ALL SELECT 2, 20 FROM dual UNION ALL SELECT 3, 30 FROM dual UNION ALL SELECT 4, 40 FROM dual UNION ALL SELECT 5, 50 FROM dual UNION ALL SELECT 6, 60 FROM dual)
SELECT MIN(rownum), MAX(rownum), SUM(rownum), AVG(rownum) FROM agg_test;
= 1 | 6 | 21 | 3.5

-- src/oracle_test/regress/expected/rownum.out:1266
WITH agg_test AS (SELECT 1 AS id, 10 AS val FROM dual UNION ALL SELECT 2, 20 FROM dual UNION ALL SELECT 3, 30 FROM dual UNION ALL SELECT 4, 40 FROM dual UNION ALL SELECT 5, 50 FROM dual UNION ALL SELECT 6, 60 FROM dual)
SELECT COUNT(*), COUNT(rownum) FROM agg_test;
= 6 | 6

-- src/oracle_test/regress/expected/rownum.out:1273
WITH agg_test AS (SELECT 1 AS id, 10 AS val FROM dual UNION ALL SELECT 2, 20 FROM dual UNION ALL SELECT 3, 30 FROM dual UNION ALL SELECT 4, 40 FROM dual UNION ALL SELECT 5, 50 FROM dual UNION ALL SELECT 6, 60 FROM dual)
SELECT SUM(rownum * 2), SUM(rownum) * 2 FROM agg_test;
= 42 | 42

-- src/oracle_test/regress/expected/rownum.out:1350
WITH agg_order_test AS (SELECT 1 AS a, 10 AS b FROM dual UNION ALL SELECT 1, 20 FROM dual UNION ALL SELECT 2, 30 FROM dual UNION ALL SELECT 2, 40 FROM dual UNION ALL SELECT 3, 50 FROM dual)
SELECT a, SUM(rownum), COUNT(*) FROM agg_order_test GROUP BY a ORDER BY a;
= 1 | 3 | 2
= 2 | 7 | 2
= 3 | 5 | 1

-- src/oracle_test/regress/expected/rownum.out:1359
WITH agg_order_test AS (SELECT 1 AS a, 10 AS b FROM dual UNION ALL SELECT 1, 20 FROM dual UNION ALL SELECT 2, 30 FROM dual UNION ALL SELECT 2, 40 FROM dual UNION ALL SELECT 3, 50 FROM dual)
SELECT a, COUNT(*), SUM(rownum) FROM agg_order_test GROUP BY a ORDER BY a;
= 1 | 2 | 3
= 2 | 2 | 7
= 3 | 1 | 5

-- src/oracle_test/regress/expected/rownum.out:1368
WITH agg_order_test AS (SELECT 1 AS a, 10 AS b FROM dual UNION ALL SELECT 1, 20 FROM dual UNION ALL SELECT 2, 30 FROM dual UNION ALL SELECT 2, 40 FROM dual UNION ALL SELECT 3, 50 FROM dual)
SELECT a, MIN(rownum), MAX(rownum), AVG(rownum), SUM(rownum), COUNT(*) FROM agg_order_test GROUP BY a ORDER BY a;
= 1 | 1 | 2 | 1.5 | 3 | 2
= 2 | 3 | 4 | 3.5 | 7 | 2
= 3 | 5 | 5 | 5 | 5 | 1

-- src/oracle_test/regress/expected/rownum.out:1378
WITH agg_order_test AS (SELECT 1 AS a, 10 AS b FROM dual UNION ALL SELECT 1, 20 FROM dual UNION ALL SELECT 2, 30 FROM dual UNION ALL SELECT 2, 40 FROM dual UNION ALL SELECT 3, 50 FROM dual)
SELECT a, SUM(rownum) as s FROM agg_order_test GROUP BY a ORDER BY s;
= 1 | 3
= 3 | 5
= 2 | 7

-- src/oracle_test/regress/expected/rownum.out:1387
WITH agg_order_test AS (SELECT 1 AS a, 10 AS b FROM dual UNION ALL SELECT 1, 20 FROM dual UNION ALL SELECT 2, 30 FROM dual UNION ALL SELECT 2, 40 FROM dual UNION ALL SELECT 3, 50 FROM dual)
SELECT a, SUM(rownum), COUNT(*) FROM agg_order_test GROUP BY a ORDER BY a DESC;
= 3 | 5 | 1
= 2 | 7 | 2
= 1 | 3 | 2

-- src/oracle_test/regress/expected/rownum.out:327
WITH rownum_group_test AS (SELECT 'A' AS category, 10 AS amount FROM dual UNION ALL SELECT 'A', 20 FROM dual UNION ALL SELECT 'B', 30 FROM dual UNION ALL SELECT 'B', 40 FROM dual UNION ALL SELECT 'C', 50 FROM dual UNION ALL SELECT 'C', 60 FROM dual)
SELECT category, SUM(amount) FROM rownum_group_test WHERE ROWNUM <= 4 GROUP BY category ORDER BY category;
= A | 30
= B | 70

-- src/oracle_test/regress/expected/rownum.out:314
WITH rownum_distinct_test AS (SELECT 'A' AS category FROM dual UNION ALL SELECT 'A' FROM dual UNION ALL SELECT 'B' FROM dual UNION ALL SELECT 'B' FROM dual UNION ALL SELECT 'C' FROM dual UNION ALL SELECT 'C' FROM dual)
SELECT DISTINCT category FROM rownum_distinct_test WHERE ROWNUM <= 3 ORDER BY category;
= A
= B

-- src/oracle_test/regress/expected/case.out:35
SELECT '<NULL>', CASE WHEN 1 > 2 THEN 3 END FROM dual;
= <NULL> | NULL

-- src/oracle_test/regress/expected/case.out:44
SELECT '3', CASE WHEN 1 < 2 THEN 3 ELSE 4 END FROM dual;
= 3 | 3

-- src/oracle_test/regress/expected/case.out:54
SELECT '4', CASE WHEN 1 > 2 THEN 3 ELSE 4 END FROM dual;
= 4 | 4

-- src/oracle_test/regress/expected/case.out:64
SELECT '6', CASE WHEN 1 > 2 THEN 3 WHEN 4 < 5 THEN 6 ELSE 7 END FROM dual;
= 6 | 6

-- src/oracle_test/regress/expected/case.out:84
SELECT CASE WHEN 1=0 THEN 1/0 WHEN 1=1 THEN 1 ELSE 2/0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/case.out:90
SELECT CASE 1 WHEN 0 THEN 1/0 WHEN 1 THEN 1 ELSE 2/0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/case.out:101
SELECT CASE 'a' WHEN 'a' THEN 1 ELSE 2 END FROM dual;
= 1

-- src/oracle_test/regress/expected/case.out:110
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT CASE WHEN i >= 3 THEN i END FROM case_tbl ORDER BY i;
= NULL
= NULL
= 3
= 4

-- src/oracle_test/regress/expected/case.out:123
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT CASE WHEN i >= 3 THEN (i + i) ELSE i END FROM case_tbl ORDER BY i;
= 1
= 2
= 6
= 8

-- src/oracle_test/regress/expected/case.out:136
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT i, CASE WHEN (i < 0) THEN 'small' WHEN (i = 0) THEN 'zero' WHEN (i = 1) THEN 'one' WHEN (i = 2) THEN 'two' ELSE 'big' END FROM CASE_TBL ORDER BY i;
= 1 | one
= 2 | two
= 3 | big
= 4 | big

-- src/oracle_test/regress/expected/case.out:152
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT CASE WHEN ((i < 0) or (i < 0)) THEN 'small' WHEN ((i = 0) or (i = 0)) THEN 'zero' WHEN ((i = 1) or (i = 1)) THEN 'one' WHEN ((i = 2) or (i = 2)) THEN 'two' ELSE 'big' END FROM CASE_TBL ORDER BY i;
= one
= two
= big
= big

-- src/oracle_test/regress/expected/case.out:176
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT * FROM CASE_TBL WHERE COALESCE(f,i) = 4;
= 4 | NULL

-- src/oracle_test/regress/expected/case.out:182
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT COUNT(*) FROM case_tbl WHERE NULLIF(f, i) = 2;
= 0

-- src/oracle_test/regress/expected/case.out:187
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT COALESCE(a.f, b.i, b.j) AS x, COUNT(*) FROM case_tbl a, case2_tbl b GROUP BY COALESCE(a.f, b.i, b.j) ORDER BY x;
= -30.3 | 6
= -6 | 1
= 1 | 2
= 2 | 2
= 3 | 1
= 10.1 | 6
= 20.2 | 6

-- src/oracle_test/regress/expected/case.out:217
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT * FROM CASE_TBL a, CASE2_TBL b WHERE COALESCE(a.f, b.i, b.j) = 2 ORDER BY b.j DESC;
= 4 | NULL | 2 | -2
= 4 | NULL | 2 | -4

-- src/oracle_test/regress/expected/case.out:257
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT * FROM CASE_TBL a, CASE2_TBL b WHERE COALESCE(f,b.i) = 2 ORDER BY b.j DESC;
= 4 | NULL | 2 | -2
= 4 | NULL | 2 | -4

-- src/oracle_test/regress/expected/case.out:226
WITH case_tbl AS (SELECT 1 AS i, 10.1 AS f FROM dual UNION ALL SELECT 2, 20.2 FROM dual UNION ALL SELECT 3, -30.3 FROM dual UNION ALL SELECT 4, NULL FROM dual), case2_tbl AS (SELECT 1 AS i, -1 AS j FROM dual UNION ALL SELECT 2, -2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, -4 FROM dual UNION ALL SELECT 1, NULL FROM dual UNION ALL SELECT NULL, -6 FROM dual)
SELECT NULLIF(a.i, b.i) AS x, NULLIF(b.i, 4) AS y FROM case_tbl a, case2_tbl b ORDER BY y, x;
= 2 | 1
= 2 | 1
= 3 | 1
= 3 | 1
= 4 | 1
= 4 | 1
= NULL | 1
= NULL | 1
= 1 | 2
= 1 | 2
= 3 | 2
= 3 | 2
= 4 | 2
= 4 | 2
= NULL | 2
= NULL | 2
= 1 | 3
= 2 | 3
= 4 | 3
= NULL | 3
= 1 | NULL
= 2 | NULL
= 3 | NULL
= 4 | NULL

-- src/oracle_test/regress/expected/select_having.out:16
WITH test_having AS (SELECT 0 AS a, 1 AS b, 'XXXX' AS c, 'A' AS d FROM dual UNION ALL SELECT 1, 2, 'AAAA', 'b' FROM dual UNION ALL SELECT 2, 2, 'AAAA', 'c' FROM dual UNION ALL SELECT 3, 3, 'BBBB', 'D' FROM dual UNION ALL SELECT 4, 3, 'BBBB', 'e' FROM dual UNION ALL SELECT 5, 3, 'bbbb', 'F' FROM dual UNION ALL SELECT 6, 4, 'cccc', 'g' FROM dual UNION ALL SELECT 7, 4, 'cccc', 'h' FROM dual UNION ALL SELECT 8, 4, 'CCCC', 'I' FROM dual UNION ALL SELECT 9, 4, 'CCCC', 'j' FROM dual)
SELECT b, c FROM test_having GROUP BY b, c HAVING count(*) = 1 ORDER BY b, c;
= 1 | XXXX
= 3 | bbbb

-- src/oracle_test/regress/expected/select_having.out:25
WITH test_having AS (SELECT 0 AS a, 1 AS b, 'XXXX' AS c, 'A' AS d FROM dual UNION ALL SELECT 1, 2, 'AAAA', 'b' FROM dual UNION ALL SELECT 2, 2, 'AAAA', 'c' FROM dual UNION ALL SELECT 3, 3, 'BBBB', 'D' FROM dual UNION ALL SELECT 4, 3, 'BBBB', 'e' FROM dual UNION ALL SELECT 5, 3, 'bbbb', 'F' FROM dual UNION ALL SELECT 6, 4, 'cccc', 'g' FROM dual UNION ALL SELECT 7, 4, 'cccc', 'h' FROM dual UNION ALL SELECT 8, 4, 'CCCC', 'I' FROM dual UNION ALL SELECT 9, 4, 'CCCC', 'j' FROM dual)
SELECT b, c FROM test_having GROUP BY b, c HAVING b = 3 ORDER BY b, c;
= 3 | BBBB
= 3 | bbbb

-- src/oracle_test/regress/expected/select_having.out:33
WITH test_having AS (SELECT 0 AS a, 1 AS b, 'XXXX' AS c, 'A' AS d FROM dual UNION ALL SELECT 1, 2, 'AAAA', 'b' FROM dual UNION ALL SELECT 2, 2, 'AAAA', 'c' FROM dual UNION ALL SELECT 3, 3, 'BBBB', 'D' FROM dual UNION ALL SELECT 4, 3, 'BBBB', 'e' FROM dual UNION ALL SELECT 5, 3, 'bbbb', 'F' FROM dual UNION ALL SELECT 6, 4, 'cccc', 'g' FROM dual UNION ALL SELECT 7, 4, 'cccc', 'h' FROM dual UNION ALL SELECT 8, 4, 'CCCC', 'I' FROM dual UNION ALL SELECT 9, 4, 'CCCC', 'j' FROM dual)
SELECT lower(c), count(c) FROM test_having GROUP BY lower(c) HAVING count(*) > 2 OR min(a) = max(a) ORDER BY lower(c);
= bbbb | 3
= cccc | 4
= xxxx | 1

-- src/oracle_test/regress/expected/select_having.out:43
WITH test_having AS (SELECT 0 AS a, 1 AS b, 'XXXX' AS c, 'A' AS d FROM dual UNION ALL SELECT 1, 2, 'AAAA', 'b' FROM dual UNION ALL SELECT 2, 2, 'AAAA', 'c' FROM dual UNION ALL SELECT 3, 3, 'BBBB', 'D' FROM dual UNION ALL SELECT 4, 3, 'BBBB', 'e' FROM dual UNION ALL SELECT 5, 3, 'bbbb', 'F' FROM dual UNION ALL SELECT 6, 4, 'cccc', 'g' FROM dual UNION ALL SELECT 7, 4, 'cccc', 'h' FROM dual UNION ALL SELECT 8, 4, 'CCCC', 'I' FROM dual UNION ALL SELECT 9, 4, 'CCCC', 'j' FROM dual)
SELECT c, max(a) FROM test_having GROUP BY c HAVING count(*) > 2 OR min(a) = max(a) ORDER BY c;
= XXXX | 0
= bbbb | 5

-- src/oracle_test/regress/expected/select_having.out:59
WITH test_having AS (SELECT 0 AS a, 1 AS b, 'XXXX' AS c, 'A' AS d FROM dual UNION ALL SELECT 1, 2, 'AAAA', 'b' FROM dual UNION ALL SELECT 2, 2, 'AAAA', 'c' FROM dual UNION ALL SELECT 3, 3, 'BBBB', 'D' FROM dual UNION ALL SELECT 4, 3, 'BBBB', 'e' FROM dual UNION ALL SELECT 5, 3, 'bbbb', 'F' FROM dual UNION ALL SELECT 6, 4, 'cccc', 'g' FROM dual UNION ALL SELECT 7, 4, 'cccc', 'h' FROM dual UNION ALL SELECT 8, 4, 'CCCC', 'I' FROM dual UNION ALL SELECT 9, 4, 'CCCC', 'j' FROM dual)
SELECT min(a), max(a) FROM test_having HAVING min(a) < max(a);
= 0 | 9

-- src/oracle_test/regress/expected/select_having.out:54
WITH test_having AS (SELECT 0 AS a, 1 AS b, 'XXXX' AS c, 'A' AS d FROM dual UNION ALL SELECT 1, 2, 'AAAA', 'b' FROM dual UNION ALL SELECT 2, 2, 'AAAA', 'c' FROM dual UNION ALL SELECT 3, 3, 'BBBB', 'D' FROM dual UNION ALL SELECT 4, 3, 'BBBB', 'e' FROM dual UNION ALL SELECT 5, 3, 'bbbb', 'F' FROM dual UNION ALL SELECT 6, 4, 'cccc', 'g' FROM dual UNION ALL SELECT 7, 4, 'cccc', 'h' FROM dual UNION ALL SELECT 8, 4, 'CCCC', 'I' FROM dual UNION ALL SELECT 9, 4, 'CCCC', 'j' FROM dual)
SELECT COUNT(*) FROM (SELECT MIN(a), MAX(a) FROM test_having HAVING MIN(a) = MAX(a));
= 0

-- src/oracle_test/regress/expected/union.out:6
SELECT 1 AS two FROM dual UNION SELECT 2 FROM dual ORDER BY 1;
= 1
= 2

-- src/oracle_test/regress/expected/union.out:13
SELECT 1 AS one FROM dual UNION SELECT 1 FROM dual ORDER BY 1;
= 1

-- src/oracle_test/regress/expected/union.out:33
SELECT 1 AS three FROM dual UNION SELECT 2 FROM dual UNION SELECT 3 FROM dual ORDER BY 1;
= 1
= 2
= 3

-- src/oracle_test/regress/expected/union.out:41
SELECT 1 AS two FROM dual UNION SELECT 2 FROM dual UNION SELECT 2 FROM dual ORDER BY 1;
= 1
= 2

-- src/oracle_test/regress/expected/union.out:48
SELECT 1 AS three FROM dual UNION SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual ORDER BY 1;
= 1
= 2
= 2

-- src/oracle_test/regress/expected/union.out:56
SELECT 1.1 AS two FROM dual UNION SELECT 2.2 FROM dual ORDER BY 1;
= 1.1
= 2.2

-- src/oracle_test/regress/expected/union.out:64
SELECT 1.1 AS two FROM dual UNION SELECT 2 FROM dual ORDER BY 1;
= 1.1
= 2

-- src/oracle_test/regress/expected/union.out:71
SELECT 1 AS two FROM dual UNION SELECT 2.2 FROM dual ORDER BY 1;
= 1
= 2.2

-- src/oracle_test/regress/expected/union.out:84
SELECT 1.1 AS two FROM dual UNION ALL SELECT 2 FROM dual ORDER BY 1;
= 1.1
= 2

-- src/oracle_test/regress/expected/union.out:98
SELECT 1.1 AS three FROM dual UNION SELECT 2 FROM dual UNION SELECT 3 FROM dual ORDER BY 1;
= 1.1
= 2
= 3

-- src/oracle_test/regress/expected/union.out:113
SELECT 1.1 AS three FROM dual UNION SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual ORDER BY 1;
= 1.1
= 2
= 2

-- src/oracle_test/regress/expected/union.out:121
SELECT 1.1 AS two FROM dual UNION (SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual) ORDER BY 1;
= 1.1
= 2

-- src/oracle_test/regress/expected/union.out:19
SELECT 1 AS two FROM dual UNION ALL SELECT 2 FROM dual ORDER BY 1;
= 1
= 2

-- src/oracle_test/regress/expected/union.out:26
SELECT 1 AS two FROM dual UNION ALL SELECT 1 FROM dual ORDER BY 1;
= 1
= 1

-- src/oracle_test/regress/expected/union.out:323
(SELECT 1, 2, 3 FROM dual UNION SELECT 4,5,6 FROM dual) INTERSECT SELECT 4,5,6 FROM dual;
= 4 | 5 | 6

-- src/oracle_test/regress/expected/union.out:335
(SELECT 1, 2, 3 FROM dual UNION SELECT 4,5,6 FROM dual) MINUS SELECT 4,5,6 FROM dual;
= 1 | 2 | 3

-- src/oracle_test/regress/expected/union.out:263
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
SELECT q2 FROM int8_tbl INTERSECT SELECT q1 FROM int8_tbl ORDER BY 1;
= 123
= 4567890123456789

-- src/oracle_test/regress/expected/union.out:278
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
SELECT q2 FROM int8_tbl MINUS SELECT q1 FROM int8_tbl ORDER BY 1;
= -4567890123456789
= 456

-- src/oracle_test/regress/expected/union.out:418
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
select * from int8_tbl intersect select q2, q1 from int8_tbl order by 1, 2;
= 123 | 4567890123456789
= 4567890123456789 | 123
= 4567890123456789 | 4567890123456789

-- src/oracle_test/regress/expected/union.out:426
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
select q2, q1 from int8_tbl intersect select * from int8_tbl order by 1, 2;
= 123 | 4567890123456789
= 4567890123456789 | 123
= 4567890123456789 | 4567890123456789

-- src/oracle_test/regress/expected/union.out:300
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
SELECT COUNT(*) FROM (SELECT q1 FROM int8_tbl MINUS SELECT q2 FROM int8_tbl);
= 0

-- src/oracle_test/regress/expected/groupingsets.out:37
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
select a, b, GROUPING_ID(a, b), sum(v), count(*), max(v) from gstest1 group by rollup (a,b) ORDER BY 1, 2;
= 1 | 1 | 0 | 21 | 2 | 11
= 1 | 2 | 0 | 25 | 2 | 13
= 1 | 3 | 0 | 14 | 1 | 14
= 1 | NULL | 1 | 60 | 5 | 14
= 2 | 3 | 0 | 15 | 1 | 15
= 2 | NULL | 1 | 15 | 1 | 15
= 3 | 3 | 0 | 16 | 1 | 16
= 3 | 4 | 0 | 17 | 1 | 17
= 3 | NULL | 1 | 33 | 2 | 17
= 4 | 1 | 0 | 37 | 2 | 19
= 4 | NULL | 1 | 37 | 2 | 19
= NULL | NULL | 3 | 145 | 10 | 19

-- src/oracle_test/regress/expected/groupingsets.out:55
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
select a, b, GROUPING_ID(a, b), sum(v), count(*), max(v) from gstest1 group by rollup (a,b) order by a,b;
= 1 | 1 | 0 | 21 | 2 | 11
= 1 | 2 | 0 | 25 | 2 | 13
= 1 | 3 | 0 | 14 | 1 | 14
= 1 | NULL | 1 | 60 | 5 | 14
= 2 | 3 | 0 | 15 | 1 | 15
= 2 | NULL | 1 | 15 | 1 | 15
= 3 | 3 | 0 | 16 | 1 | 16
= 3 | 4 | 0 | 17 | 1 | 17
= 3 | NULL | 1 | 33 | 2 | 17
= 4 | 1 | 0 | 37 | 2 | 19
= 4 | NULL | 1 | 37 | 2 | 19
= NULL | NULL | 3 | 145 | 10 | 19

-- src/oracle_test/regress/expected/groupingsets.out:73
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
select a, b, GROUPING_ID(a, b), sum(v), count(*), max(v) from gstest1 group by rollup (a,b) order by b desc, a;
= 1 | NULL | 1 | 60 | 5 | 14
= 2 | NULL | 1 | 15 | 1 | 15
= 3 | NULL | 1 | 33 | 2 | 17
= 4 | NULL | 1 | 37 | 2 | 19
= NULL | NULL | 3 | 145 | 10 | 19
= 3 | 4 | 0 | 17 | 1 | 17
= 1 | 3 | 0 | 14 | 1 | 14
= 2 | 3 | 0 | 15 | 1 | 15
= 3 | 3 | 0 | 16 | 1 | 16
= 1 | 2 | 0 | 25 | 2 | 13
= 1 | 1 | 0 | 21 | 2 | 11
= 4 | 1 | 0 | 37 | 2 | 19

-- src/oracle_test/regress/expected/groupingsets.out:146
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select a, b, sum(c), sum(sum(c)) over (order by a,b) as rsum from gstest2 group by rollup (a,b) order by rsum, a, b;
= 1 | 1 | 8 | 8
= 1 | 2 | 2 | 10
= 1 | NULL | 10 | 20
= 2 | 2 | 2 | 22
= 2 | NULL | 2 | 24
= NULL | NULL | 12 | 36

-- src/oracle_test/regress/expected/groupingsets.out:280
WITH gstest_empty AS (SELECT 1 AS a, 1 AS b, 1 AS v FROM dual WHERE 1 = 0)
SELECT COUNT(*) FROM (SELECT a, b, SUM(v), COUNT(*) FROM gstest_empty GROUP BY GROUPING SETS ((a,b),a));
= 0

-- src/oracle_test/regress/expected/groupingsets.out:316
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual), gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select t1.a, t2.b, GROUPING_ID(t1.a, t2.b), sum(t1.v), max(t2.a) from gstest1 t1, gstest2 t2 group by grouping sets ((t1.a, t2.b), ()) ORDER BY 1, 2;
= 1 | 1 | 0 | 420 | 1
= 1 | 2 | 0 | 120 | 2
= 2 | 1 | 0 | 105 | 1
= 2 | 2 | 0 | 30 | 2
= 3 | 1 | 0 | 231 | 1
= 3 | 2 | 0 | 66 | 2
= 4 | 1 | 0 | 259 | 1
= 4 | 2 | 0 | 74 | 2
= NULL | NULL | 3 | 1305 | 2

-- src/oracle_test/regress/expected/groupingsets.out:332
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual), gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select t1.a, t2.b, GROUPING_ID(t1.a, t2.b), sum(t1.v), max(t2.a) from gstest1 t1 join gstest2 t2 on (t1.a=t2.a) group by grouping sets ((t1.a, t2.b), ()) ORDER BY 1, 2;
= 1 | 1 | 0 | 420 | 1
= 1 | 2 | 0 | 60 | 1
= 2 | 2 | 0 | 15 | 2
= NULL | NULL | 3 | 495 | 2

-- src/oracle_test/regress/expected/groupingsets.out:774
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select a, b, c, d from gstest2 group by rollup(a,b),grouping sets(c,d) ORDER BY 1, 2, 3, 4;
= 1 | 1 | 1 | NULL
= 1 | 1 | 2 | NULL
= 1 | 1 | NULL | 1
= 1 | 1 | NULL | 2
= 1 | 2 | 2 | NULL
= 1 | 2 | NULL | 2
= 1 | NULL | 1 | NULL
= 1 | NULL | 2 | NULL
= 1 | NULL | NULL | 1
= 1 | NULL | NULL | 2
= 2 | 2 | 2 | NULL
= 2 | 2 | NULL | 2
= 2 | NULL | 2 | NULL
= 2 | NULL | NULL | 2
= NULL | NULL | 1 | NULL
= NULL | NULL | 2 | NULL
= NULL | NULL | NULL | 1
= NULL | NULL | NULL | 2

-- src/oracle_test/regress/expected/groupingsets.out:921
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select a, b, sum(c), count(*) from gstest2 group by grouping sets (rollup(a,b),a) ORDER BY 1, 2, 3, 4;
= 1 | 1 | 8 | 7
= 1 | 2 | 2 | 1
= 1 | NULL | 10 | 8
= 1 | NULL | 10 | 8
= 2 | 2 | 2 | 1
= 2 | NULL | 2 | 1
= 2 | NULL | 2 | 1
= NULL | NULL | 12 | 9

-- src/oracle_test/regress/expected/groupingsets.out:968
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select a,count(*) from gstest2 group by rollup(a) order by a;
= 1 | 8
= 2 | 1
= NULL | 9

-- src/oracle_test/regress/expected/groupingsets.out:1038
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select a, b, count(*) from gstest2 group by grouping sets ((a, b), (a)) having a > 1 and b > 1;
= 2 | 2 | 1

-- src/oracle_test/regress/expected/groupingsets.out:976
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
SELECT a, COUNT(*) FROM gstest2 GROUP BY ROLLUP(a) HAVING a IS NULL OR a <> 1 ORDER BY a;
= 2 | 1
= NULL | 9

-- src/oracle_test/regress/expected/groupingsets.out:849
WITH gstest2 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 1 FROM dual UNION ALL SELECT 1, 1, 1, 2 FROM dual UNION ALL SELECT 1, 1, 2, 2 FROM dual UNION ALL SELECT 1, 2, 2, 2 FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
select a, b, sum(c), sum(sum(c)) over (order by a,b) as rsum from gstest2 group by cube (a,b) order by rsum, a, b;
= 1 | 1 | 8 | 8
= 1 | 2 | 2 | 10
= 1 | NULL | 10 | 20
= 2 | 2 | 2 | 22
= 2 | NULL | 2 | 24
= NULL | 1 | 8 | 32
= NULL | 2 | 4 | 36
= NULL | NULL | 12 | 48

-- src/oracle_test/regress/expected/groupingsets.out:1240
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
select a, b, GROUPING_ID(a, b), sum(v), count(*), max(v) from gstest1 group by grouping sets ((a),(b)) order by 3,1,2;
= 1 | NULL | 1 | 60 | 5 | 14
= 2 | NULL | 1 | 15 | 1 | 15
= 3 | NULL | 1 | 33 | 2 | 17
= 4 | NULL | 1 | 37 | 2 | 19
= NULL | 1 | 2 | 58 | 4 | 19
= NULL | 2 | 2 | 25 | 2 | 13
= NULL | 3 | 2 | 45 | 3 | 16
= NULL | 4 | 2 | 17 | 1 | 17

-- src/oracle_test/regress/expected/groupingsets.out:1266
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
select a, b, GROUPING_ID(a, b), sum(v), count(*), max(v) from gstest1 group by cube(a,b) order by 3,1,2;
= 1 | 1 | 0 | 21 | 2 | 11
= 1 | 2 | 0 | 25 | 2 | 13
= 1 | 3 | 0 | 14 | 1 | 14
= 2 | 3 | 0 | 15 | 1 | 15
= 3 | 3 | 0 | 16 | 1 | 16
= 3 | 4 | 0 | 17 | 1 | 17
= 4 | 1 | 0 | 37 | 2 | 19
= 1 | NULL | 1 | 60 | 5 | 14
= 2 | NULL | 1 | 15 | 1 | 15
= 3 | NULL | 1 | 33 | 2 | 17
= 4 | NULL | 1 | 37 | 2 | 19
= NULL | 1 | 2 | 58 | 4 | 19
= NULL | 2 | 2 | 25 | 2 | 13
= NULL | 3 | 2 | 45 | 3 | 16
= NULL | 4 | 2 | 17 | 1 | 17
= NULL | NULL | 3 | 145 | 10 | 19

-- src/oracle_test/regress/expected/groupingsets.out:1659
WITH gstest3 AS (SELECT 1 AS a, 1 AS b, 1 AS c, 1 AS d FROM dual UNION ALL SELECT 2, 2, 2, 2 FROM dual)
SELECT a, b, count(*), max(a), max(b) FROM gstest3 GROUP BY GROUPING SETS(a, b,()) ORDER BY a, b;
= 1 | NULL | 1 | 1 | 1
= 2 | NULL | 1 | 2 | 2
= NULL | 1 | 1 | 1 | 1
= NULL | 2 | 1 | 2 | 2
= NULL | NULL | 2 | 2 | 2

-- src/oracle_test/regress/expected/groupingsets.out:805
WITH gstest1 AS (SELECT 1 AS a, 1 AS b, 10 AS v FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
select a, b, GROUPING_ID(a, b), sum(v), count(*), max(v) from gstest1 group by grouping sets ((a,b),(a+1,b+1),(a+2,b+2)) ORDER BY 3, 6, 1, 2;
= 1 | 1 | 0 | 21 | 2 | 11
= 1 | 2 | 0 | 25 | 2 | 13
= 1 | 3 | 0 | 14 | 1 | 14
= 2 | 3 | 0 | 15 | 1 | 15
= 3 | 3 | 0 | 16 | 1 | 16
= 3 | 4 | 0 | 17 | 1 | 17
= 4 | 1 | 0 | 37 | 2 | 19
= NULL | NULL | 3 | 21 | 2 | 11
= NULL | NULL | 3 | 21 | 2 | 11
= NULL | NULL | 3 | 25 | 2 | 13
= NULL | NULL | 3 | 25 | 2 | 13
= NULL | NULL | 3 | 14 | 1 | 14
= NULL | NULL | 3 | 14 | 1 | 14
= NULL | NULL | 3 | 15 | 1 | 15
= NULL | NULL | 3 | 15 | 1 | 15
= NULL | NULL | 3 | 16 | 1 | 16
= NULL | NULL | 3 | 16 | 1 | 16
= NULL | NULL | 3 | 17 | 1 | 17
= NULL | NULL | 3 | 17 | 1 | 17
= NULL | NULL | 3 | 37 | 2 | 19
= NULL | NULL | 3 | 37 | 2 | 19

-- src/oracle_test/regress/expected/groupingsets.out:863
WITH v AS (SELECT 1 AS a, 1 AS b, 10 AS c FROM dual UNION ALL SELECT 1, 1, 11 FROM dual UNION ALL SELECT 1, 2, 12 FROM dual UNION ALL SELECT 1, 2, 13 FROM dual UNION ALL SELECT 1, 3, 14 FROM dual UNION ALL SELECT 2, 3, 15 FROM dual UNION ALL SELECT 3, 3, 16 FROM dual UNION ALL SELECT 3, 4, 17 FROM dual UNION ALL SELECT 4, 1, 18 FROM dual UNION ALL SELECT 4, 1, 19 FROM dual)
SELECT a, b, SUM(c) FROM v GROUP BY ROLLUP (a, b) ORDER BY a, b;
= 1 | 1 | 21
= 1 | 2 | 25
= 1 | 3 | 14
= 1 | NULL | 60
= 2 | 3 | 15
= 2 | NULL | 15
= 3 | 3 | 16
= 3 | 4 | 17
= 3 | NULL | 33
= 4 | 1 | 37
= 4 | NULL | 37
= NULL | NULL | 145

-- src/oracle_test/regress/expected/groupingsets.out:797
WITH v AS (SELECT 1 AS a, 2 AS b FROM dual UNION ALL SELECT 2, 3 FROM dual)
SELECT a, b FROM v GROUP BY a, b, GROUPING SETS(a) ORDER BY a;
= 1 | 2
= 2 | 3

-- src/oracle_test/regress/expected/groupingsets.out:2214
WITH t AS (SELECT 1 AS a, 2 AS b, 3 AS c FROM dual UNION ALL SELECT 4, NULL, 6 FROM dual UNION ALL SELECT 7, 8, 9 FROM dual)
SELECT a, b, c FROM t GROUP BY ROLLUP(a, b), ROLLUP(a, c) ORDER BY a, b, c;
= 1 | 2 | 3
= 1 | 2 | NULL
= 1 | 2 | NULL
= 1 | NULL | 3
= 1 | NULL | 3
= 1 | NULL | NULL
= 1 | NULL | NULL
= 1 | NULL | NULL
= 4 | NULL | 6
= 4 | NULL | 6
= 4 | NULL | 6
= 4 | NULL | NULL
= 4 | NULL | NULL
= 4 | NULL | NULL
= 4 | NULL | NULL
= 4 | NULL | NULL
= 7 | 8 | 9
= 7 | 8 | NULL
= 7 | 8 | NULL
= 7 | NULL | 9
= 7 | NULL | 9
= 7 | NULL | NULL
= 7 | NULL | NULL
= 7 | NULL | NULL
= NULL | NULL | NULL

-- src/oracle_test/regress/expected/groupingsets.out:2270
WITH t AS (SELECT 1 AS a, 2 AS b, 3 AS c FROM dual UNION ALL SELECT 4, NULL, 6 FROM dual UNION ALL SELECT 7, 8, 9 FROM dual)
SELECT DISTINCT a, b, c FROM t GROUP BY ROLLUP(a, b), ROLLUP(a, c) ORDER BY a, b, c;
= 1 | 2 | 3
= 1 | 2 | NULL
= 1 | NULL | 3
= 1 | NULL | NULL
= 4 | NULL | 6
= 4 | NULL | NULL
= 7 | 8 | 9
= 7 | 8 | NULL
= 7 | NULL | 9
= 7 | NULL | NULL
= NULL | NULL | NULL

-- src/oracle_test/regress/expected/groupingsets.out:449
SELECT (x + y) * 1, SUM(z) FROM (SELECT 1 AS x, 2 AS y, 3 AS z FROM dual) s GROUP BY GROUPING SETS (x + y, x) ORDER BY 1;
= 3 | 3
= NULL | 3

-- src/oracle_test/regress/expected/groupingsets.out:2546
WITH t AS (SELECT 1 AS a, 1 AS b FROM dual UNION ALL SELECT 2, 2 FROM dual)
SELECT a, b FROM t WHERE a = b GROUP BY GROUPING SETS((a, b), (a)) ORDER BY a, b NULLS FIRST;
= 1 | NULL
= 1 | 1
= 2 | NULL
= 2 | 2

-- src/oracle_test/regress/expected/groupingsets.out:2594
WITH t AS (SELECT 1 AS a, 1 AS b FROM dual UNION ALL SELECT 2, 2 FROM dual)
SELECT a, b, ROW_NUMBER() OVER (ORDER BY a, b NULLS FIRST) AS rn FROM t WHERE a = b GROUP BY GROUPING SETS((a, b), (a)) ORDER BY rn;
= 1 | NULL | 1
= 1 | 1 | 2
= 2 | NULL | 3
= 2 | 2 | 4

-- src/oracle_test/regress/expected/groupingsets.out:695
SELECT a, b, SUM(x) FROM (SELECT x.x AS a, b.b AS b, x.x AS x FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 2) x CROSS JOIN (SELECT LEVEL AS b FROM dual CONNECT BY LEVEL <= 3) b) GROUP BY ROLLUP (a, b) ORDER BY a, b;
= 1 | 1 | 1
= 1 | 2 | 1
= 1 | 3 | 1
= 1 | NULL | 3
= 2 | 1 | 2
= 2 | 2 | 2
= 2 | 3 | 2
= 2 | NULL | 6
= NULL | NULL | 9

-- src/oracle_test/regress/expected/groupingsets.out:880
SELECT a, b, SUM(x) FROM (SELECT x.x AS a, b.b AS b, x.x AS x FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 2) x CROSS JOIN (SELECT LEVEL AS b FROM dual CONNECT BY LEVEL <= 3) b) GROUP BY CUBE (a, b) ORDER BY a, b;
= 1 | 1 | 1
= 1 | 2 | 1
= 1 | 3 | 1
= 1 | NULL | 3
= 2 | 1 | 2
= 2 | 2 | 2
= 2 | 3 | 2
= 2 | NULL | 6
= NULL | 1 | 3
= NULL | 2 | 3
= NULL | 3 | 3
= NULL | NULL | 9

-- src/oracle_test/regress/expected/groupingsets.out:1484
SELECT a, b, SUM(x) FROM (SELECT x.x AS a, b.b AS b, x.x AS x FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 2) x CROSS JOIN (SELECT LEVEL AS b FROM dual CONNECT BY LEVEL <= 3) b) GROUP BY GROUPING SETS (a, b) ORDER BY 1, 2, 3;
= 1 | NULL | 3
= 2 | NULL | 6
= NULL | 1 | 3
= NULL | 2 | 3
= NULL | 3 | 3

-- src/oracle_test/regress/expected/window.out:22
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT depname, empno, salary, SUM(salary) OVER (PARTITION BY depname) FROM empsalary ORDER BY depname, salary, empno;
= develop | 7 | 4200 | 25100
= develop | 9 | 4500 | 25100
= develop | 10 | 5200 | 25100
= develop | 11 | 5200 | 25100
= develop | 8 | 6000 | 25100
= personnel | 5 | 3500 | 7400
= personnel | 2 | 3900 | 7400
= sales | 3 | 4800 | 14600
= sales | 4 | 4800 | 14600
= sales | 1 | 5000 | 14600

-- src/oracle_test/regress/expected/window.out:37
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT depname, empno, salary, RANK() OVER (PARTITION BY depname ORDER BY salary) FROM empsalary ORDER BY depname, salary, empno;
= develop | 7 | 4200 | 1
= develop | 9 | 4500 | 2
= develop | 10 | 5200 | 3
= develop | 11 | 5200 | 3
= develop | 8 | 6000 | 5
= personnel | 5 | 3500 | 1
= personnel | 2 | 3900 | 2
= sales | 3 | 4800 | 1
= sales | 4 | 4800 | 1
= sales | 1 | 5000 | 3

-- src/oracle_test/regress/expected/window.out:94
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT depname, empno, salary, RANK() OVER (PARTITION BY depname ORDER BY salary) AS r FROM empsalary ORDER BY r, depname, empno;
= develop | 7 | 4200 | 1
= personnel | 5 | 3500 | 1
= sales | 3 | 4800 | 1
= sales | 4 | 4800 | 1
= develop | 9 | 4500 | 2
= personnel | 2 | 3900 | 2
= develop | 10 | 5200 | 3
= develop | 11 | 5200 | 3
= sales | 1 | 5000 | 3
= develop | 8 | 6000 | 5

-- src/oracle_test/regress/expected/window.out:532
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT SUM(salary), ROW_NUMBER() OVER (ORDER BY depname) AS rn, SUM(SUM(salary)) OVER (ORDER BY depname DESC) FROM empsalary GROUP BY depname ORDER BY rn;
= 25100 | 1 | 47100
= 7400 | 2 | 22000
= 14600 | 3 | 14600

-- src/oracle_test/regress/expected/window.out:544
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT SUM(salary) OVER (ORDER BY salary) AS s, COUNT(*) OVER (ORDER BY salary) FROM empsalary ORDER BY s;
= 3500 | 1
= 7400 | 2
= 11600 | 3
= 16100 | 4
= 25700 | 6
= 25700 | 6
= 30700 | 7
= 41100 | 9
= 41100 | 9
= 47100 | 10

-- src/oracle_test/regress/expected/window.out:584
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT SUM(salary) OVER (PARTITION BY depname ORDER BY salary DESC), RANK() OVER (PARTITION BY depname ORDER BY salary DESC) AS r FROM empsalary ORDER BY depname, r;
= 6000 | 1
= 16400 | 2
= 16400 | 2
= 20900 | 4
= 25100 | 5
= 3900 | 1
= 7400 | 2
= 5000 | 1
= 14600 | 2
= 14600 | 2

-- src/oracle_test/regress/expected/window.out:600
WITH empsalary AS (SELECT 'develop' AS depname, 10 AS empno, 5200 AS salary, DATE '2007-08-01' AS enroll_date FROM dual UNION ALL SELECT 'sales', 1, 5000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'personnel', 5, 3500, DATE '2007-12-10' FROM dual UNION ALL SELECT 'sales', 4, 4800, DATE '2007-08-08' FROM dual UNION ALL SELECT 'personnel', 2, 3900, DATE '2006-12-23' FROM dual UNION ALL SELECT 'develop', 7, 4200, DATE '2008-01-01' FROM dual UNION ALL SELECT 'develop', 9, 4500, DATE '2008-01-01' FROM dual UNION ALL SELECT 'sales', 3, 4800, DATE '2007-08-01' FROM dual UNION ALL SELECT 'develop', 8, 6000, DATE '2006-10-01' FROM dual UNION ALL SELECT 'develop', 11, 5200, DATE '2007-08-15' FROM dual)
SELECT empno, depname, salary, bonus, depadj, MIN(bonus) OVER (ORDER BY empno), MAX(depadj) OVER () FROM (SELECT e.*, CASE WHEN enroll_date < DATE '2008-01-01' THEN 2008 - EXTRACT(YEAR FROM enroll_date) END * 500 AS bonus, CASE WHEN AVG(salary) OVER (PARTITION BY depname) < salary THEN 200 END AS depadj FROM empsalary e) s ORDER BY empno;
= 1 | sales | 5000 | 1000 | 200 | 1000 | 200
= 2 | personnel | 3900 | 1000 | 200 | 1000 | 200
= 3 | sales | 4800 | 500 | NULL | 500 | 200
= 4 | sales | 4800 | 500 | NULL | 500 | 200
= 5 | personnel | 3500 | 500 | NULL | 500 | 200
= 7 | develop | 4200 | NULL | NULL | 500 | 200
= 8 | develop | 6000 | 1000 | 200 | 500 | 200
= 9 | develop | 4500 | NULL | NULL | 500 | 200
= 10 | develop | 5200 | 500 | 200 | 500 | 200
= 11 | develop | 5200 | 500 | 200 | 500 | 200

-- src/oracle_test/regress/expected/window.out:622
SELECT SUM(COUNT(f1)) OVER () FROM (SELECT 1 AS f1 FROM dual) WHERE f1 = 42;
= 0

-- src/oracle_test/regress/expected/window.out:663
SELECT x, LAG(x, 1) OVER (ORDER BY x), LEAD(x, 3) OVER (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 10) ORDER BY x;
= 1 | NULL | 4
= 2 | 1 | 5
= 3 | 2 | 6
= 4 | 3 | 7
= 5 | 4 | 8
= 6 | 5 | 9
= 7 | 6 | 10
= 8 | 7 | NULL
= 9 | 8 | NULL
= 10 | 9 | NULL

-- src/oracle_test/regress/expected/window.out:177
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT RANK() OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 1 | 0 | 0
= 1 | 0 | 0
= 3 | 4 | 0
= 1 | 1 | 1
= 1 | 1 | 1
= 3 | 7 | 1
= 4 | 9 | 1
= 1 | 0 | 2
= 1 | 1 | 3
= 2 | 3 | 3

-- src/oracle_test/regress/expected/window.out:192
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT DENSE_RANK() OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 1 | 0 | 0
= 1 | 0 | 0
= 2 | 4 | 0
= 1 | 1 | 1
= 1 | 1 | 1
= 2 | 7 | 1
= 3 | 9 | 1
= 1 | 0 | 2
= 1 | 1 | 3
= 2 | 3 | 3

-- src/oracle_test/regress/expected/window.out:319
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT LEAD(ten) OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= 4 | 0 | 0
= NULL | 4 | 0
= 1 | 1 | 1
= 7 | 1 | 1
= 9 | 7 | 1
= NULL | 9 | 1
= NULL | 0 | 2
= 3 | 1 | 3
= NULL | 3 | 3

-- src/oracle_test/regress/expected/window.out:259
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT LAG(ten) OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= NULL | 0 | 0
= 0 | 4 | 0
= 1 | 1 | 1
= NULL | 1 | 1
= 1 | 7 | 1
= 7 | 9 | 1
= NULL | 0 | 2
= NULL | 1 | 3
= 1 | 3 | 3

-- src/oracle_test/regress/expected/window.out:334
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT LEAD(ten * 2, 1) OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= 8 | 0 | 0
= NULL | 4 | 0
= 2 | 1 | 1
= 14 | 1 | 1
= 18 | 7 | 1
= NULL | 9 | 1
= NULL | 0 | 2
= 6 | 1 | 3
= NULL | 3 | 3

-- src/oracle_test/regress/expected/window.out:349
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT LEAD(ten * 2, 1, -1) OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= 8 | 0 | 0
= -1 | 4 | 0
= 2 | 1 | 1
= 14 | 1 | 1
= 18 | 7 | 1
= -1 | 9 | 1
= -1 | 0 | 2
= 6 | 1 | 3
= -1 | 3 | 3

-- src/oracle_test/regress/expected/window.out:364
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT LEAD(ten * 2, 1, -1.4) OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= 8 | 0 | 0
= -1.4 | 4 | 0
= 2 | 1 | 1
= 14 | 1 | 1
= 18 | 7 | 1
= -1.4 | 9 | 1
= -1.4 | 0 | 2
= 6 | 1 | 3
= -1.4 | 3 | 3

-- src/oracle_test/regress/expected/window.out:379
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT FIRST_VALUE(ten) OVER (PARTITION BY four ORDER BY ten) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= 0 | 0 | 0
= 0 | 4 | 0
= 1 | 1 | 1
= 1 | 1 | 1
= 1 | 7 | 1
= 1 | 9 | 1
= 0 | 0 | 2
= 1 | 1 | 3
= 1 | 3 | 3

-- src/oracle_test/regress/expected/window.out:207
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT ROUND(PERCENT_RANK() OVER (PARTITION BY four ORDER BY ten), 15) AS x, ten, four FROM t ORDER BY four, ten, x;
= 0 | 0 | 0
= 0 | 0 | 0
= 1 | 4 | 0
= 0 | 1 | 1
= 0 | 1 | 1
= .666666666666667 | 7 | 1
= 1 | 9 | 1
= 0 | 0 | 2
= 0 | 1 | 3
= 1 | 3 | 3

-- src/oracle_test/regress/expected/window.out:222
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT ROUND(CUME_DIST() OVER (PARTITION BY four ORDER BY ten), 15) AS x, ten, four FROM t ORDER BY four, ten, x;
= .666666666666667 | 0 | 0
= .666666666666667 | 0 | 0
= 1 | 4 | 0
= .5 | 1 | 1
= .5 | 1 | 1
= .75 | 7 | 1
= 1 | 9 | 1
= 1 | 0 | 2
= .5 | 1 | 3
= 1 | 3 | 3

-- src/oracle_test/regress/expected/window.out:237
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT NTILE(3) OVER (ORDER BY ten, four) AS x, ten, four FROM t ORDER BY x, ten, four;
= 1 | 0 | 0
= 1 | 0 | 0
= 1 | 0 | 2
= 1 | 1 | 1
= 2 | 1 | 1
= 2 | 1 | 3
= 2 | 3 | 3
= 3 | 4 | 0
= 3 | 7 | 1
= 3 | 9 | 1

-- src/oracle_test/regress/expected/window.out:410
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT LAST_VALUE(ten) OVER (PARTITION BY four ORDER BY ten ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS x, ten, four FROM t ORDER BY four, ten;
= 4 | 0 | 0
= 4 | 0 | 0
= 4 | 4 | 0
= 9 | 1 | 1
= 9 | 1 | 1
= 9 | 7 | 1
= 9 | 9 | 1
= 0 | 0 | 2
= 3 | 1 | 3
= 3 | 3 | 3

-- src/oracle_test/regress/expected/window.out:110
WITH t AS (SELECT 0 AS ten, 0 AS four FROM dual UNION ALL SELECT 0, 0 FROM dual UNION ALL SELECT 4, 0 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 1, 1 FROM dual UNION ALL SELECT 7, 1 FROM dual UNION ALL SELECT 9, 1 FROM dual UNION ALL SELECT 0, 2 FROM dual UNION ALL SELECT 1, 3 FROM dual UNION ALL SELECT 3, 3 FROM dual)
SELECT COUNT(*) OVER () FROM t;
= 10
= 10
= 10
= 10
= 10
= 10
= 10
= 10
= 10
= 10

-- src/oracle_test/regress/expected/window.out:680
WITH t AS (SELECT a.ten, b.four FROM (SELECT LEVEL - 1 AS ten FROM dual CONNECT BY LEVEL <= 10) a, (SELECT LEVEL - 1 AS four FROM dual CONNECT BY LEVEL <= 4) b WHERE MOD(a.ten, 2) = MOD(b.four, 2))
SELECT four, ten, SUM(ten) OVER (PARTITION BY four ORDER BY ten), LAST_VALUE(ten) OVER (PARTITION BY four ORDER BY ten) FROM t ORDER BY four, ten;
= 0 | 0 | 0 | 0
= 0 | 2 | 2 | 2
= 0 | 4 | 6 | 4
= 0 | 6 | 12 | 6
= 0 | 8 | 20 | 8
= 1 | 1 | 1 | 1
= 1 | 3 | 4 | 3
= 1 | 5 | 9 | 5
= 1 | 7 | 16 | 7
= 1 | 9 | 25 | 9
= 2 | 0 | 0 | 0
= 2 | 2 | 2 | 2
= 2 | 4 | 6 | 4
= 2 | 6 | 12 | 6
= 2 | 8 | 20 | 8
= 3 | 1 | 1 | 1
= 3 | 3 | 4 | 3
= 3 | 5 | 9 | 5
= 3 | 7 | 16 | 7
= 3 | 9 | 25 | 9

-- src/oracle_test/regress/expected/window.out:708
WITH t AS (SELECT a.ten, b.four FROM (SELECT LEVEL - 1 AS ten FROM dual CONNECT BY LEVEL <= 10) a, (SELECT LEVEL - 1 AS four FROM dual CONNECT BY LEVEL <= 4) b WHERE MOD(a.ten, 2) = MOD(b.four, 2))
SELECT four, ten, SUM(ten) OVER (PARTITION BY four ORDER BY ten RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), LAST_VALUE(ten) OVER (PARTITION BY four ORDER BY ten RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t ORDER BY four, ten;
= 0 | 0 | 0 | 0
= 0 | 2 | 2 | 2
= 0 | 4 | 6 | 4
= 0 | 6 | 12 | 6
= 0 | 8 | 20 | 8
= 1 | 1 | 1 | 1
= 1 | 3 | 4 | 3
= 1 | 5 | 9 | 5
= 1 | 7 | 16 | 7
= 1 | 9 | 25 | 9
= 2 | 0 | 0 | 0
= 2 | 2 | 2 | 2
= 2 | 4 | 6 | 4
= 2 | 6 | 12 | 6
= 2 | 8 | 20 | 8
= 3 | 1 | 1 | 1
= 3 | 3 | 4 | 3
= 3 | 5 | 9 | 5
= 3 | 7 | 16 | 7
= 3 | 9 | 25 | 9

-- src/oracle_test/regress/expected/window.out:736
WITH t AS (SELECT a.ten, b.four FROM (SELECT LEVEL - 1 AS ten FROM dual CONNECT BY LEVEL <= 10) a, (SELECT LEVEL - 1 AS four FROM dual CONNECT BY LEVEL <= 4) b WHERE MOD(a.ten, 2) = MOD(b.four, 2))
SELECT four, ten, SUM(ten) OVER (PARTITION BY four ORDER BY ten RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), LAST_VALUE(ten) OVER (PARTITION BY four ORDER BY ten RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM t ORDER BY four, ten;
= 0 | 0 | 20 | 8
= 0 | 2 | 20 | 8
= 0 | 4 | 20 | 8
= 0 | 6 | 20 | 8
= 0 | 8 | 20 | 8
= 1 | 1 | 25 | 9
= 1 | 3 | 25 | 9
= 1 | 5 | 25 | 9
= 1 | 7 | 25 | 9
= 1 | 9 | 25 | 9
= 2 | 0 | 20 | 8
= 2 | 2 | 20 | 8
= 2 | 4 | 20 | 8
= 2 | 6 | 20 | 8
= 2 | 8 | 20 | 8
= 3 | 1 | 25 | 9
= 3 | 3 | 25 | 9
= 3 | 5 | 25 | 9
= 3 | 7 | 25 | 9
= 3 | 9 | 25 | 9

-- src/oracle_test/regress/expected/window.out:764
WITH t AS (SELECT a.ten, b.four FROM (SELECT LEVEL - 1 AS ten FROM dual CONNECT BY LEVEL <= 10) a, (SELECT LEVEL - 1 AS four FROM dual CONNECT BY LEVEL <= 4) b WHERE MOD(a.ten, 2) = MOD(b.four, 2))
SELECT four, TRUNC(ten / 4) AS two, SUM(TRUNC(ten / 4)) OVER (PARTITION BY four ORDER BY TRUNC(ten / 4) RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s, LAST_VALUE(TRUNC(ten / 4)) OVER (PARTITION BY four ORDER BY TRUNC(ten / 4) RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t ORDER BY four, two, s;
= 0 | 0 | 0 | 0
= 0 | 0 | 0 | 0
= 0 | 1 | 2 | 1
= 0 | 1 | 2 | 1
= 0 | 2 | 4 | 2
= 1 | 0 | 0 | 0
= 1 | 0 | 0 | 0
= 1 | 1 | 2 | 1
= 1 | 1 | 2 | 1
= 1 | 2 | 4 | 2
= 2 | 0 | 0 | 0
= 2 | 0 | 0 | 0
= 2 | 1 | 2 | 1
= 2 | 1 | 2 | 1
= 2 | 2 | 4 | 2
= 3 | 0 | 0 | 0
= 3 | 0 | 0 | 0
= 3 | 1 | 2 | 1
= 3 | 1 | 2 | 1
= 3 | 2 | 4 | 2

-- src/oracle_test/regress/expected/window.out:792
WITH t AS (SELECT a.ten, b.four FROM (SELECT LEVEL - 1 AS ten FROM dual CONNECT BY LEVEL <= 10) a, (SELECT LEVEL - 1 AS four FROM dual CONNECT BY LEVEL <= 4) b WHERE MOD(a.ten, 2) = MOD(b.four, 2))
SELECT four, TRUNC(ten / 4) AS two, SUM(TRUNC(ten / 4)) OVER (PARTITION BY four ORDER BY TRUNC(ten / 4) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s, LAST_VALUE(TRUNC(ten / 4)) OVER (PARTITION BY four ORDER BY TRUNC(ten / 4) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t ORDER BY four, two, s;
= 0 | 0 | 0 | 0
= 0 | 0 | 0 | 0
= 0 | 1 | 1 | 1
= 0 | 1 | 2 | 1
= 0 | 2 | 4 | 2
= 1 | 0 | 0 | 0
= 1 | 0 | 0 | 0
= 1 | 1 | 1 | 1
= 1 | 1 | 2 | 1
= 1 | 2 | 4 | 2
= 2 | 0 | 0 | 0
= 2 | 0 | 0 | 0
= 2 | 1 | 1 | 1
= 2 | 1 | 2 | 1
= 2 | 2 | 4 | 2
= 3 | 0 | 0 | 0
= 3 | 0 | 0 | 0
= 3 | 1 | 1 | 1
= 3 | 1 | 2 | 1
= 3 | 2 | 4 | 2

-- src/oracle_test/regress/expected/window.out:820
WITH t AS (SELECT LEVEL - 1 AS unique1, MOD(LEVEL - 1, 4) AS four FROM dual CONNECT BY LEVEL <= 10)
SELECT SUM(unique1) OVER (ORDER BY four RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS s, unique1, four FROM t ORDER BY four, unique1;
= 45 | 0 | 0
= 45 | 4 | 0
= 45 | 8 | 0
= 33 | 1 | 1
= 33 | 5 | 1
= 33 | 9 | 1
= 18 | 2 | 2
= 18 | 6 | 2
= 10 | 3 | 3
= 10 | 7 | 3

-- src/oracle_test/regress/expected/window.out:1179
WITH t AS (SELECT LEVEL - 1 AS unique1, MOD(LEVEL - 1, 4) AS four FROM dual CONNECT BY LEVEL <= 10)
SELECT SUM(unique1) OVER (ORDER BY unique1 ROWS 1 PRECEDING), unique1 FROM t ORDER BY unique1;
= 0 | 0
= 1 | 1
= 3 | 2
= 5 | 3
= 7 | 4
= 9 | 5
= 11 | 6
= 13 | 7
= 15 | 8
= 17 | 9

-- src/oracle_test/regress/expected/window.out:1201
SELECT i, SUM(i) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (SELECT LEVEL AS i FROM dual CONNECT BY LEVEL <= 10) ORDER BY i;
= 1 | 3
= 2 | 6
= 3 | 9
= 4 | 12
= 5 | 15
= 6 | 18
= 7 | 21
= 8 | 24
= 9 | 27
= 10 | 19

-- src/oracle_test/regress/expected/window.out:1361
WITH t AS (SELECT LEVEL - 1 AS unique1, MOD(LEVEL - 1, 4) AS four FROM dual CONNECT BY LEVEL <= 10)
SELECT SUM(unique1) OVER (order by four range between 2 preceding and 1 preceding) AS s, unique1, four FROM t ORDER BY four, unique1;
= NULL | 0 | 0
= NULL | 4 | 0
= NULL | 8 | 0
= 12 | 1 | 1
= 12 | 5 | 1
= 12 | 9 | 1
= 27 | 2 | 2
= 27 | 6 | 2
= 23 | 3 | 3
= 23 | 7 | 3

-- src/oracle_test/regress/expected/window.out:1378
WITH t AS (SELECT LEVEL - 1 AS unique1, MOD(LEVEL - 1, 4) AS four FROM dual CONNECT BY LEVEL <= 10)
SELECT SUM(unique1) OVER (order by four desc range between 2 preceding and 1 preceding) AS s, unique1, four FROM t ORDER BY four, unique1;
= 23 | 0 | 0
= 23 | 4 | 0
= 23 | 8 | 0
= 18 | 1 | 1
= 18 | 5 | 1
= 18 | 9 | 1
= 10 | 2 | 2
= 10 | 6 | 2
= NULL | 3 | 3
= NULL | 7 | 3

-- src/oracle_test/regress/expected/window.out:1497
WITH t AS (SELECT LEVEL - 1 AS unique1, MOD(LEVEL - 1, 4) AS four FROM dual CONNECT BY LEVEL <= 10)
SELECT SUM(unique1) OVER (partition by four order by unique1 range between 5 preceding and 6 following) AS s, unique1, four FROM t ORDER BY four, unique1;
= 4 | 0 | 0
= 12 | 4 | 0
= 12 | 8 | 0
= 6 | 1 | 1
= 15 | 5 | 1
= 14 | 9 | 1
= 8 | 2 | 2
= 8 | 6 | 2
= 10 | 3 | 3
= 10 | 7 | 3

-- src/oracle_test/regress/expected/window.out:1646
WITH t AS (SELECT 1 AS x, 1 AS y FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, 3 FROM dual UNION ALL SELECT 4, 4 FROM dual UNION ALL SELECT 5, 5 FROM dual UNION ALL SELECT NULL, 42 FROM dual UNION ALL SELECT NULL, 43 FROM dual)
SELECT * FROM (SELECT x, y, FIRST_VALUE(y) OVER (ORDER BY x ASC NULLS FIRST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS f, LAST_VALUE(y) OVER (ORDER BY x ASC NULLS FIRST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS g FROM t) WHERE x IS NOT NULL ORDER BY x;
= 1 | 1 | 1 | 3
= 2 | 2 | 1 | 4
= 3 | 3 | 1 | 5
= 4 | 4 | 2 | 5
= 5 | 5 | 3 | 5

-- src/oracle_test/regress/expected/window.out:1666
WITH t AS (SELECT 1 AS x, 1 AS y FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, 3 FROM dual UNION ALL SELECT 4, 4 FROM dual UNION ALL SELECT 5, 5 FROM dual UNION ALL SELECT NULL, 42 FROM dual UNION ALL SELECT NULL, 43 FROM dual)
SELECT * FROM (SELECT x, y, FIRST_VALUE(y) OVER (ORDER BY x ASC NULLS LAST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS f, LAST_VALUE(y) OVER (ORDER BY x ASC NULLS LAST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS g FROM t) WHERE x IS NOT NULL ORDER BY x;
= 1 | 1 | 1 | 3
= 2 | 2 | 1 | 4
= 3 | 3 | 1 | 5
= 4 | 4 | 2 | 5
= 5 | 5 | 3 | 5

-- src/oracle_test/regress/expected/window.out:1686
WITH t AS (SELECT 1 AS x, 1 AS y FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, 3 FROM dual UNION ALL SELECT 4, 4 FROM dual UNION ALL SELECT 5, 5 FROM dual UNION ALL SELECT NULL, 42 FROM dual UNION ALL SELECT NULL, 43 FROM dual)
SELECT * FROM (SELECT x, y, FIRST_VALUE(y) OVER (ORDER BY x DESC NULLS FIRST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS f, LAST_VALUE(y) OVER (ORDER BY x DESC NULLS FIRST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS g FROM t) WHERE x IS NOT NULL ORDER BY x;
= 1 | 1 | 3 | 1
= 2 | 2 | 4 | 1
= 3 | 3 | 5 | 1
= 4 | 4 | 5 | 2
= 5 | 5 | 5 | 3

-- src/oracle_test/regress/expected/window.out:1706
WITH t AS (SELECT 1 AS x, 1 AS y FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, 3 FROM dual UNION ALL SELECT 4, 4 FROM dual UNION ALL SELECT 5, 5 FROM dual UNION ALL SELECT NULL, 42 FROM dual UNION ALL SELECT NULL, 43 FROM dual)
SELECT * FROM (SELECT x, y, FIRST_VALUE(y) OVER (ORDER BY x DESC NULLS LAST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS f, LAST_VALUE(y) OVER (ORDER BY x DESC NULLS LAST RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING) AS g FROM t) WHERE x IS NOT NULL ORDER BY x;
= 1 | 1 | 3 | 1
= 2 | 2 | 4 | 1
= 3 | 3 | 5 | 1
= 4 | 4 | 5 | 2
= 5 | 5 | 5 | 3

-- src/oracle_test/regress/expected/window.out:2134
WITH numerics AS (SELECT 1 AS id, -3 AS f_numeric FROM dual UNION ALL SELECT 2, -1 FROM dual UNION ALL SELECT 3, 0 FROM dual UNION ALL SELECT 4, 1.1 FROM dual UNION ALL SELECT 5, 1.12 FROM dual UNION ALL SELECT 6, 2 FROM dual UNION ALL SELECT 7, 100 FROM dual)
SELECT id, f_numeric, FIRST_VALUE(id) OVER (ORDER BY f_numeric RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), LAST_VALUE(id) OVER (ORDER BY f_numeric RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM numerics ORDER BY id;
= 1 | -3 | 1 | 1
= 2 | -1 | 2 | 3
= 3 | 0 | 2 | 3
= 4 | 1.1 | 4 | 6
= 5 | 1.12 | 4 | 6
= 6 | 2 | 4 | 6
= 7 | 100 | 7 | 7

-- src/oracle_test/regress/expected/window.out:2152
WITH numerics AS (SELECT 1 AS id, -3 AS f_numeric FROM dual UNION ALL SELECT 2, -1 FROM dual UNION ALL SELECT 3, 0 FROM dual UNION ALL SELECT 4, 1.1 FROM dual UNION ALL SELECT 5, 1.12 FROM dual UNION ALL SELECT 6, 2 FROM dual UNION ALL SELECT 7, 100 FROM dual)
SELECT id, f_numeric, FIRST_VALUE(id) OVER (ORDER BY f_numeric RANGE BETWEEN 1 PRECEDING AND 1.1 FOLLOWING), LAST_VALUE(id) OVER (ORDER BY f_numeric RANGE BETWEEN 1 PRECEDING AND 1.1 FOLLOWING) FROM numerics ORDER BY id;
= 1 | -3 | 1 | 1
= 2 | -1 | 2 | 3
= 3 | 0 | 2 | 4
= 4 | 1.1 | 4 | 6
= 5 | 1.12 | 4 | 6
= 6 | 2 | 4 | 6
= 7 | 100 | 7 | 7

-- src/oracle_test/regress/expected/window.out:3061
WITH t1 AS (SELECT 1 AS f1, 1 AS f2 FROM dual UNION ALL SELECT 1, 2 FROM dual UNION ALL SELECT 2, 2 FROM dual)
select f1, sum(f1) over (partition by f1 order by f2 range between 1 preceding and 1 following) from t1 where f1 = f2 ORDER BY f1;
= 1 | 1
= 2 | 2

-- src/oracle_test/regress/expected/window.out:3070
WITH t1 AS (SELECT 1 AS f1, 1 AS f2 FROM dual UNION ALL SELECT 1, 2 FROM dual UNION ALL SELECT 2, 2 FROM dual)
select f1, sum(f1) over (partition by f1, f1 order by f2 range between 2 preceding and 1 preceding) from t1 where f1 = f2 ORDER BY f1;
= 1 | NULL
= 2 | NULL

-- src/oracle_test/regress/expected/window.out:3079
WITH t1 AS (SELECT 1 AS f1, 1 AS f2 FROM dual UNION ALL SELECT 1, 2 FROM dual UNION ALL SELECT 2, 2 FROM dual)
select f1, sum(f1) over (partition by f1, f2 order by f2 range between 1 following and 2 following) from t1 where f1 = f2 ORDER BY f1;
= 1 | NULL
= 2 | NULL

-- src/oracle_test/regress/expected/window.out:1890
WITH t AS (SELECT 2147483644 AS x FROM dual UNION ALL SELECT 2147483645 FROM dual UNION ALL SELECT 2147483646 FROM dual)
select x, last_value(x) over (order by x range between current row and 4 following) FROM t ORDER BY x;
= 2147483644 | 2147483646
= 2147483645 | 2147483646
= 2147483646 | 2147483646

-- src/oracle_test/regress/expected/window.out:1908
WITH t AS (SELECT 9223372036854775804 AS x FROM dual UNION ALL SELECT 9223372036854775805 FROM dual UNION ALL SELECT 9223372036854775806 FROM dual)
select x, last_value(x) over (order by x range between current row and 4 following) FROM t ORDER BY x;
= 9223372036854775804 | 9223372036854775806
= 9223372036854775805 | 9223372036854775806
= 9223372036854775806 | 9223372036854775806

-- src/oracle_test/regress/expected/aggregates.out:23
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT ROUND(AVG(a), 16) FROM aggtest WHERE a < 100;
= 32.6666666666666667

-- src/oracle_test/regress/expected/aggregates.out:55
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT ROUND(AVG(b), 3) FROM aggtest;
= 107.943

-- src/oracle_test/regress/expected/aggregates.out:73
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT SUM(a) FROM aggtest;
= 198

-- src/oracle_test/regress/expected/aggregates.out:97
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT MAX(a) FROM aggtest;
= 100

-- src/oracle_test/regress/expected/aggregates.out:103
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT MAX(aggtest.b) FROM aggtest;
= 324.78

-- src/oracle_test/regress/expected/aggregates.out:139
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT ROUND(STDDEV_POP(b), 12) FROM aggtest;
= 131.107032862199

-- src/oracle_test/regress/expected/aggregates.out:145
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT ROUND(STDDEV_SAMP(b), 12) FROM aggtest;
= 151.389361431288

-- src/oracle_test/regress/expected/aggregates.out:151
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT ROUND(VAR_POP(b), 12) FROM aggtest;
= 17189.054065929769

-- src/oracle_test/regress/expected/aggregates.out:157
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT ROUND(VAR_SAMP(b), 12) FROM aggtest;
= 22918.738754573025

-- src/oracle_test/regress/expected/aggregates.out:446
-- gap: linear regression
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT REGR_COUNT(b, a) FROM aggtest;
= 4

-- src/oracle_test/regress/expected/aggregates.out:452
-- gap: linear regression
WITH aggtest AS (SELECT 56 AS a, 7.8 AS b FROM dual UNION ALL SELECT 100, 99.097 FROM dual UNION ALL SELECT 0, 0.09561 FROM dual UNION ALL SELECT 42, 324.78 FROM dual)
SELECT REGR_SXX(b, a) FROM aggtest;
= 5099

-- src/oracle_test/regress/expected/aggregates.out:237
SELECT VAR_POP(1.0), VAR_SAMP(2.0) FROM dual;
= 0 | NULL

-- src/oracle_test/regress/expected/aggregates.out:243
SELECT STDDEV_POP(3.0), STDDEV_SAMP(4.0) FROM dual;
= 0 | NULL

-- src/oracle_test/regress/expected/aggregates.out:501
-- gap: linear regression
SELECT COVAR_POP(1, 2), COVAR_SAMP(3, 4) FROM dual;
= 0 | NULL

-- src/oracle_test/regress/expected/aggregates.out:311
SELECT SUM(CAST(NULL AS NUMBER)) FROM (SELECT LEVEL FROM dual CONNECT BY LEVEL <= 3);
= NULL

-- src/oracle_test/regress/expected/aggregates.out:335
SELECT AVG(CAST(NULL AS NUMBER)) FROM (SELECT LEVEL FROM dual CONNECT BY LEVEL <= 3);
= NULL

-- src/oracle_test/regress/expected/aggregates.out:431
WITH v AS (SELECT 100000003 AS x FROM dual UNION ALL SELECT 100000004 FROM dual UNION ALL SELECT 100000006 FROM dual UNION ALL SELECT 100000007 FROM dual)
SELECT AVG(x), VAR_POP(x) FROM v;
= 100000005 | 2.5

-- src/oracle_test/regress/expected/aggregates.out:438
WITH v AS (SELECT 7000000000005 AS x FROM dual UNION ALL SELECT 7000000000007 FROM dual)
SELECT AVG(x), VAR_POP(x) FROM v;
= 7000000000006 | 1

-- src/oracle_test/regress/expected/aggregates.out:578
-- gap: linear regression
WITH regr_test AS (SELECT 10 AS x, 150 AS y FROM dual UNION ALL SELECT 20, 250 FROM dual UNION ALL SELECT 30, 350 FROM dual UNION ALL SELECT 80, 540 FROM dual UNION ALL SELECT 100, 200 FROM dual)
SELECT count(*), sum(x), regr_sxx(y,x), sum(y),regr_syy(y,x), regr_sxy(y,x) FROM regr_test WHERE x IN (10,20,30,80);
= 4 | 140 | 2900 | 1290 | 83075 | 15050

-- src/oracle_test/regress/expected/aggregates.out:585
-- gap: linear regression
WITH regr_test AS (SELECT 10 AS x, 150 AS y FROM dual UNION ALL SELECT 20, 250 FROM dual UNION ALL SELECT 30, 350 FROM dual UNION ALL SELECT 80, 540 FROM dual UNION ALL SELECT 100, 200 FROM dual)
SELECT count(*), sum(x), regr_sxx(y,x), sum(y),regr_syy(y,x), regr_sxy(y,x) FROM regr_test;
= 5 | 240 | 6280 | 1490 | 95080 | 8680

-- src/oracle_test/regress/expected/aggregates.out:604
-- gap: linear regression
WITH regr_test AS (SELECT 10 AS x, 150 AS y FROM dual UNION ALL SELECT 20, 250 FROM dual UNION ALL SELECT 30, 350 FROM dual UNION ALL SELECT 80, 540 FROM dual UNION ALL SELECT 100, 200 FROM dual)
SELECT count(*), sum(x), regr_sxx(y,x), sum(y),regr_syy(y,x), regr_sxy(y,x) FROM regr_test WHERE x IN (10,20,30);
= 3 | 60 | 200 | 750 | 20000 | 2000

-- src/oracle_test/regress/expected/aggregates.out:611
-- gap: linear regression
WITH regr_test AS (SELECT 10 AS x, 150 AS y FROM dual UNION ALL SELECT 20, 250 FROM dual UNION ALL SELECT 30, 350 FROM dual UNION ALL SELECT 80, 540 FROM dual UNION ALL SELECT 100, 200 FROM dual)
SELECT count(*), sum(x), regr_sxx(y,x), sum(y),regr_syy(y,x), regr_sxy(y,x) FROM regr_test WHERE x IN (80,100);
= 2 | 180 | 200 | 740 | 57800 | -3400

-- src/oracle_test/regress/expected/aggregates.out:741
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
SELECT sum(q1+q2), sum(q1)+sum(q2) FROM int8_tbl;
= 18271560493827981 | 18271560493827981

-- src/oracle_test/regress/expected/aggregates.out:747
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
SELECT sum(q1-q2), sum(q2-q1), sum(q1)-sum(q2) FROM int8_tbl;
= 9135780246913245 | -9135780246913245 | 9135780246913245

-- src/oracle_test/regress/expected/aggregates.out:753
WITH int8_tbl AS (SELECT 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 123, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, 123 FROM dual UNION ALL SELECT 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 4567890123456789, -4567890123456789 FROM dual)
SELECT sum(q1*2000), sum(-q1*2000), 2000*sum(q1) FROM int8_tbl;
= 27407340740741226000 | -27407340740741226000 | 27407340740741226000

-- src/oracle_test/regress/expected/aggregates.out:2579
SELECT RANK(3) WITHIN GROUP (ORDER BY x) FROM (SELECT 1 AS x FROM dual UNION ALL SELECT 1 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 4 FROM dual);
= 5

-- src/oracle_test/regress/expected/aggregates.out:2586
SELECT CUME_DIST(3) WITHIN GROUP (ORDER BY x) FROM (SELECT 1 AS x FROM dual UNION ALL SELECT 1 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 4 FROM dual);
= .875

-- src/oracle_test/regress/expected/aggregates.out:2600
SELECT DENSE_RANK(3) WITHIN GROUP (ORDER BY x) FROM (SELECT 1 AS x FROM dual UNION ALL SELECT 1 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 4 FROM dual);
= 3

-- src/oracle_test/regress/expected/aggregates.out:2593
SELECT PERCENT_RANK(3) WITHIN GROUP (ORDER BY x) FROM (SELECT 1 AS x FROM dual UNION ALL SELECT 1 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 4 FROM dual UNION ALL SELECT 5 FROM dual);
= .5

-- src/oracle_test/regress/expected/aggregates.out:3023
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a), PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY a) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 5 FROM dual UNION ALL SELECT 7 FROM dual);
= 4 | 3

-- src/oracle_test/regress/expected/aggregates.out:3032
SELECT PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY a), PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY a) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 5 FROM dual UNION ALL SELECT 7 FROM dual);
= 2.5 | 3

-- src/oracle_test/regress/expected/aggregates.out:3042
SELECT RANK(4) WITHIN GROUP (ORDER BY a), DENSE_RANK(4) WITHIN GROUP (ORDER BY a) FROM (SELECT 1 AS a FROM dual UNION ALL SELECT 3 FROM dual UNION ALL SELECT 5 FROM dual UNION ALL SELECT 7 FROM dual);
= 3 | 3

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(0) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 1

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.1) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 1.4

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.25) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 2

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.4) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 2.6

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.5) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 3

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.6) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 3.4

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.75) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 4

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(.9) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 4.6

-- src/oracle_test/regress/expected/aggregates.out:2517
SELECT PERCENTILE_CONT(1) WITHIN GROUP (ORDER BY x) FROM (SELECT LEVEL AS x FROM dual CONNECT BY LEVEL <= 5);
= 5

-- src/oracle_test/regress/expected/with.out:6
WITH q1(x, y) AS (SELECT 1, 2 FROM dual) SELECT a.x, a.y, b.x, b.y FROM q1 a, q1 b;
= 1 | 2 | 1 | 2

-- src/oracle_test/regress/expected/with.out:27
WITH t(n) AS (SELECT 1 FROM dual UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT SUM(n) FROM t;
= 5050

-- src/oracle_test/regress/expected/with.out:38
WITH t(n) AS (SELECT 1 FROM dual UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n;
= 1
= 2
= 3
= 4
= 5

-- src/oracle_test/regress/expected/with.out:152
WITH t(n) AS (SELECT CAST('foo' AS VARCHAR2(100)) FROM dual UNION ALL SELECT n || ' bar' FROM t WHERE LENGTH(n) < 20) SELECT n FROM t ORDER BY LENGTH(n);
= foo
= foo bar
= foo bar bar
= foo bar bar bar
= foo bar bar bar bar
= foo bar bar bar bar bar

-- src/oracle_test/regress/expected/with.out:263
WITH department AS (SELECT 0 AS id, NULL AS parent_department, 'ROOT' AS name FROM dual UNION ALL SELECT 1, 0, 'A' FROM dual UNION ALL SELECT 2, 1, 'B' FROM dual UNION ALL SELECT 3, 2, 'C' FROM dual UNION ALL SELECT 4, 2, 'D' FROM dual UNION ALL SELECT 5, 0, 'E' FROM dual UNION ALL SELECT 6, 4, 'F' FROM dual UNION ALL SELECT 7, 5, 'G' FROM dual), subdepartment(root_name, id, parent_department, name) AS (SELECT name, id, parent_department, name FROM department WHERE name = 'A' UNION ALL SELECT sd.root_name, d.id, d.parent_department, d.name FROM department d, subdepartment sd WHERE d.parent_department = sd.id)
SELECT root_name, id, parent_department, name FROM subdepartment ORDER BY name;
= A | 1 | 0 | A
= A | 2 | 1 | B
= A | 3 | 2 | C
= A | 4 | 2 | D
= A | 6 | 4 | F

-- src/oracle_test/regress/expected/with.out:283
WITH department AS (SELECT 0 AS id, NULL AS parent_department, 'ROOT' AS name FROM dual UNION ALL SELECT 1, 0, 'A' FROM dual UNION ALL SELECT 2, 1, 'B' FROM dual UNION ALL SELECT 3, 2, 'C' FROM dual UNION ALL SELECT 4, 2, 'D' FROM dual UNION ALL SELECT 5, 0, 'E' FROM dual UNION ALL SELECT 6, 4, 'F' FROM dual UNION ALL SELECT 7, 5, 'G' FROM dual), subdepartment(lvl, id, parent_department, name) AS (SELECT 1, id, parent_department, name FROM department WHERE name = 'A' UNION ALL SELECT sd.lvl + 1, d.id, d.parent_department, d.name FROM department d, subdepartment sd WHERE d.parent_department = sd.id)
SELECT lvl, id, parent_department, name FROM subdepartment ORDER BY name;
= 1 | 1 | 0 | A
= 2 | 2 | 1 | B
= 3 | 3 | 2 | C
= 3 | 4 | 2 | D
= 4 | 6 | 4 | F

-- src/oracle_test/regress/expected/with.out:304
WITH department AS (SELECT 0 AS id, NULL AS parent_department, 'ROOT' AS name FROM dual UNION ALL SELECT 1, 0, 'A' FROM dual UNION ALL SELECT 2, 1, 'B' FROM dual UNION ALL SELECT 3, 2, 'C' FROM dual UNION ALL SELECT 4, 2, 'D' FROM dual UNION ALL SELECT 5, 0, 'E' FROM dual UNION ALL SELECT 6, 4, 'F' FROM dual UNION ALL SELECT 7, 5, 'G' FROM dual), subdepartment(lvl, id, parent_department, name) AS (SELECT 1, id, parent_department, name FROM department WHERE name = 'A' UNION ALL SELECT sd.lvl + 1, d.id, d.parent_department, d.name FROM department d, subdepartment sd WHERE d.parent_department = sd.id)
SELECT lvl, id, parent_department, name FROM subdepartment WHERE lvl >= 2 ORDER BY name;
= 2 | 2 | 1 | B
= 3 | 3 | 2 | C
= 3 | 4 | 2 | D
= 4 | 6 | 4 | F

-- src/oracle_test/regress/expected/with.out:283
WITH department AS (SELECT 0 AS id, NULL AS parent_department, 'ROOT' AS name FROM dual UNION ALL SELECT 1, 0, 'A' FROM dual UNION ALL SELECT 2, 1, 'B' FROM dual UNION ALL SELECT 3, 2, 'C' FROM dual UNION ALL SELECT 4, 2, 'D' FROM dual UNION ALL SELECT 5, 0, 'E' FROM dual UNION ALL SELECT 6, 4, 'F' FROM dual UNION ALL SELECT 7, 5, 'G' FROM dual)
SELECT LEVEL, id, parent_department, name FROM department START WITH name = 'A' CONNECT BY PRIOR id = parent_department ORDER BY name;
= 1 | 1 | 0 | A
= 2 | 2 | 1 | B
= 3 | 3 | 2 | C
= 3 | 4 | 2 | D
= 4 | 6 | 4 | F

-- src/oracle_test/regress/expected/with.out:558
WITH t(i, j) AS (SELECT 1, 2 FROM dual UNION ALL SELECT t2.i, t.j + 1 FROM (SELECT 2 AS i FROM dual UNION ALL SELECT 3 AS i FROM dual) t2 JOIN t ON (t2.i = t.i + 1)) SELECT i, j FROM t ORDER BY i;
= 1 | 2
= 2 | 3
= 3 | 4

-- src/oracle_test/regress/expected/subselect.out:110
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1 FROM SUBSELECT_TBL WHERE f1 IN (SELECT 1 FROM dual) ORDER BY n;
= 1
= 1

-- src/oracle_test/regress/expected/subselect.out:118
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1 FROM SUBSELECT_TBL WHERE f1 IN (SELECT f2 FROM SUBSELECT_TBL) ORDER BY n;
= 1
= 2
= 3
= 1
= 2
= 3

-- src/oracle_test/regress/expected/subselect.out:130
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1 FROM SUBSELECT_TBL WHERE f1 IN (SELECT f2 FROM SUBSELECT_TBL WHERE f2 IN (SELECT f1 FROM SUBSELECT_TBL)) ORDER BY n;
= 1
= 2
= 3
= 1
= 2
= 3

-- src/oracle_test/regress/expected/subselect.out:143
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1, f2 FROM SUBSELECT_TBL WHERE (f1, f2) NOT IN (SELECT f2, f3 FROM SUBSELECT_TBL WHERE f3 IS NOT NULL) ORDER BY n;
= 1 | 2
= 6 | 7
= 8 | 9

-- src/oracle_test/regress/expected/subselect.out:155
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1, f2 FROM SUBSELECT_TBL u WHERE f1 IN (SELECT f2 FROM SUBSELECT_TBL WHERE f1 = u.f1) ORDER BY n;
= 1 | 2
= 2 | 3
= 3 | 4
= 1 | 1
= 2 | 2
= 3 | 3

-- src/oracle_test/regress/expected/subselect.out:168
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1, f3 FROM SUBSELECT_TBL u WHERE f1 IN (SELECT f2 FROM SUBSELECT_TBL WHERE u.f2 = f3) ORDER BY n;
= 2 | 4
= 3 | 5
= 1 | 1
= 2 | 2
= 3 | 3

-- src/oracle_test/regress/expected/subselect.out:181
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1, f3 FROM SUBSELECT_TBL u WHERE f3 IN (SELECT u.f1 + f2 FROM SUBSELECT_TBL WHERE f2 = f3) ORDER BY n;
= 1 | 3
= 2 | 4
= 3 | 5
= 6 | 8

-- src/oracle_test/regress/expected/subselect.out:193
WITH subselect_tbl AS (SELECT 1 AS n, 1 AS f1, 2 AS f2, 3 AS f3 FROM dual UNION ALL SELECT 2, 2, 3, 4 FROM dual UNION ALL SELECT 3, 3, 4, 5 FROM dual UNION ALL SELECT 4, 1, 1, 1 FROM dual UNION ALL SELECT 5, 2, 2, 2 FROM dual UNION ALL SELECT 6, 3, 3, 3 FROM dual UNION ALL SELECT 7, 6, 7, 8 FROM dual UNION ALL SELECT 8, 8, 9, NULL FROM dual)
SELECT f1 FROM SUBSELECT_TBL WHERE (f1, f2) IN (SELECT f2, f3 FROM SUBSELECT_TBL WHERE f3 IS NOT NULL) ORDER BY n;
= 2
= 3
= 1
= 2
= 3

-- src/oracle_test/regress/expected/join.out:1574
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL INNER JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 5 | 0 | five | -5
= 5 | 0 | five | -5

-- src/oracle_test/regress/expected/join.out:1588
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 5 | 0 | five | -5
= 5 | 0 | five | -5

-- src/oracle_test/regress/expected/join.out:1681
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL NATURAL JOIN J2_TBL ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 5 | 0 | five | -5
= 5 | 0 | five | -5

-- src/oracle_test/regress/expected/join.out:1734
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL JOIN J2_TBL ON (J1_TBL.i = J2_TBL.i) ORDER BY 1, 2, 3, 4, 5;
= 0 | NULL | zero | 0 | NULL
= 1 | 4 | one | 1 | -1
= 2 | 3 | two | 2 | 2
= 2 | 3 | two | 2 | 4
= 3 | 2 | three | 3 | -3
= 5 | 0 | five | 5 | -5
= 5 | 0 | five | 5 | -5

-- src/oracle_test/regress/expected/join.out:1747
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL JOIN J2_TBL ON (J1_TBL.i = J2_TBL.k) ORDER BY 1, 2, 3, 4, 5;
= 0 | NULL | zero | NULL | 0
= 2 | 3 | two | 2 | 2
= 4 | 1 | four | 2 | 4

-- src/oracle_test/regress/expected/join.out:1759
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL JOIN J2_TBL ON (J1_TBL.i <= J2_TBL.k) ORDER BY 1, 2, 3, 4, 5;
= 0 | NULL | zero | 2 | 2
= 0 | NULL | zero | 2 | 4
= 0 | NULL | zero | NULL | 0
= 1 | 4 | one | 2 | 2
= 1 | 4 | one | 2 | 4
= 2 | 3 | two | 2 | 2
= 2 | 3 | two | 2 | 4
= 3 | 2 | three | 2 | 4
= 4 | 1 | four | 2 | 4

-- src/oracle_test/regress/expected/join.out:1778
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL LEFT OUTER JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 4 | 1 | four | NULL
= 5 | 0 | five | -5
= 5 | 0 | five | -5
= 6 | 6 | six | NULL
= 7 | 7 | seven | NULL
= 8 | 8 | eight | NULL
= NULL | 0 | zero | NULL
= NULL | NULL | null | NULL

-- src/oracle_test/regress/expected/join.out:1798
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL LEFT JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 4 | 1 | four | NULL
= 5 | 0 | five | -5
= 5 | 0 | five | -5
= 6 | 6 | six | NULL
= 7 | 7 | seven | NULL
= 8 | 8 | eight | NULL
= NULL | 0 | zero | NULL
= NULL | NULL | null | NULL

-- src/oracle_test/regress/expected/join.out:1818
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL RIGHT OUTER JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 5 | 0 | five | -5
= 5 | 0 | five | -5
= NULL | NULL | NULL | 0
= NULL | NULL | NULL | NULL

-- src/oracle_test/regress/expected/join.out:1833
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL RIGHT JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 5 | 0 | five | -5
= 5 | 0 | five | -5
= NULL | NULL | NULL | 0
= NULL | NULL | NULL | NULL

-- src/oracle_test/regress/expected/join.out:1848
-- gap: FULL JOIN with USING or NATURAL
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL FULL OUTER JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 4 | 1 | four | NULL
= 5 | 0 | five | -5
= 5 | 0 | five | -5
= 6 | 6 | six | NULL
= 7 | 7 | seven | NULL
= 8 | 8 | eight | NULL
= NULL | 0 | zero | NULL
= NULL | NULL | null | NULL
= NULL | NULL | NULL | 0
= NULL | NULL | NULL | NULL

-- src/oracle_test/regress/expected/join.out:1870
-- gap: FULL JOIN with USING or NATURAL
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL FULL JOIN J2_TBL USING (i) ORDER BY 1, 2, 3, 4;
= 0 | NULL | zero | NULL
= 1 | 4 | one | -1
= 2 | 3 | two | 2
= 2 | 3 | two | 4
= 3 | 2 | three | -3
= 4 | 1 | four | NULL
= 5 | 0 | five | -5
= 5 | 0 | five | -5
= 6 | 6 | six | NULL
= 7 | 7 | seven | NULL
= 8 | 8 | eight | NULL
= NULL | 0 | zero | NULL
= NULL | NULL | null | NULL
= NULL | NULL | NULL | 0
= NULL | NULL | NULL | NULL

-- src/oracle_test/regress/expected/join.out:1898
WITH j1_tbl AS (SELECT 1 AS i, 4 AS j, 'one' AS t FROM dual UNION ALL SELECT 2, 3, 'two' FROM dual UNION ALL SELECT 3, 2, 'three' FROM dual UNION ALL SELECT 4, 1, 'four' FROM dual UNION ALL SELECT 5, 0, 'five' FROM dual UNION ALL SELECT 6, 6, 'six' FROM dual UNION ALL SELECT 7, 7, 'seven' FROM dual UNION ALL SELECT 8, 8, 'eight' FROM dual UNION ALL SELECT 0, NULL, 'zero' FROM dual UNION ALL SELECT NULL, NULL, 'null' FROM dual UNION ALL SELECT NULL, 0, 'zero' FROM dual), j2_tbl AS (SELECT 1 AS i, -1 AS k FROM dual UNION ALL SELECT 2, 2 FROM dual UNION ALL SELECT 3, -3 FROM dual UNION ALL SELECT 2, 4 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 5, -5 FROM dual UNION ALL SELECT 0, NULL FROM dual UNION ALL SELECT NULL, NULL FROM dual UNION ALL SELECT NULL, 0 FROM dual)
SELECT * FROM J1_TBL LEFT JOIN J2_TBL USING (i) WHERE (i = 1) ORDER BY 1, 2, 3, 4;
= 1 | 4 | one | -1

-- src/oracle_test/regress/expected/expressions.out:237
SELECT CASE WHEN 1 in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1) THEN 1 WHEN NOT (1 in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1)) THEN 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/expressions.out:243
SELECT CASE WHEN 1 in (10, 9, 2, 8, 3, 7, 4, 6, 5, null) THEN 1 WHEN NOT (1 in (10, 9, 2, 8, 3, 7, 4, 6, 5, null)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:249
SELECT CASE WHEN 1 in (null, null, null, null, null, null, null, null, null, null, null) THEN 1 WHEN NOT (1 in (null, null, null, null, null, null, null, null, null, null, null)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:255
SELECT CASE WHEN 1 in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1, null) THEN 1 WHEN NOT (1 in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1, null)) THEN 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/expressions.out:261
SELECT CASE WHEN CAST(NULL AS NUMBER) in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1) THEN 1 WHEN NOT (CAST(NULL AS NUMBER) in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:267
SELECT CASE WHEN CAST(NULL AS NUMBER) in (10, 9, 2, 8, 3, 7, 4, 6, 5, null) THEN 1 WHEN NOT (CAST(NULL AS NUMBER) in (10, 9, 2, 8, 3, 7, 4, 6, 5, null)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:273
SELECT CASE WHEN 'a' in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j') THEN 1 WHEN NOT ('a' in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')) THEN 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/expressions.out:280
SELECT CASE WHEN 1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1) THEN 1 WHEN NOT (1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1)) THEN 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/expressions.out:286
SELECT CASE WHEN 1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 0) THEN 1 WHEN NOT (1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 0)) THEN 0 END FROM dual;
= 1

-- src/oracle_test/regress/expected/expressions.out:292
SELECT CASE WHEN 1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 2, null) THEN 1 WHEN NOT (1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 2, null)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:298
SELECT CASE WHEN 1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1, null) THEN 1 WHEN NOT (1 not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1, null)) THEN 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/expressions.out:304
SELECT CASE WHEN 1 not in (null, null, null, null, null, null, null, null, null, null, null) THEN 1 WHEN NOT (1 not in (null, null, null, null, null, null, null, null, null, null, null)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:310
SELECT CASE WHEN CAST(NULL AS NUMBER) not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1) THEN 1 WHEN NOT (CAST(NULL AS NUMBER) not in (10, 9, 2, 8, 3, 7, 4, 6, 5, 1)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:316
SELECT CASE WHEN CAST(NULL AS NUMBER) not in (10, 9, 2, 8, 3, 7, 4, 6, 5, null) THEN 1 WHEN NOT (CAST(NULL AS NUMBER) not in (10, 9, 2, 8, 3, 7, 4, 6, 5, null)) THEN 0 END FROM dual;
= NULL

-- src/oracle_test/regress/expected/expressions.out:322
SELECT CASE WHEN 'a' not in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j') THEN 1 WHEN NOT ('a' not in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')) THEN 0 END FROM dual;
= 0

-- src/oracle_test/regress/expected/float8.out:665
SELECT ROUND(SINH(1), 13) FROM dual;
= 1.1752011936438

-- src/oracle_test/regress/expected/float8.out:671
SELECT ROUND(COSH(1), 14) FROM dual;
= 1.54308063481524

-- src/oracle_test/regress/expected/float8.out:677
SELECT ROUND(TANH(1), 15) FROM dual;
= .761594155955765

-- src/oracle_test/regress/expected/int8.out:480
SELECT TRIM(TO_CHAR(123, '9G999G999G999G999G999')) FROM dual;
= 123

-- src/oracle_test/regress/expected/int8.out:480
SELECT TRIM(TO_CHAR(4567890123456789, '9G999G999G999G999G999')) FROM dual;
= 4,567,890,123,456,789

-- src/oracle_test/regress/expected/int8.out:480
SELECT TRIM(TO_CHAR(456, '9,999,999,999,999,999')) FROM dual;
= 456

-- src/oracle_test/regress/expected/int8.out:480
SELECT TRIM(TO_CHAR(4567890123456789, '9,999,999,999,999,999')) FROM dual;
= 4,567,890,123,456,789

-- src/oracle_test/regress/expected/int8.out:480
SELECT TRIM(TO_CHAR(123, '9,999,999,999,999,999')) FROM dual;
= 123

-- src/oracle_test/regress/expected/int8.out:480
SELECT TRIM(TO_CHAR(-4567890123456789, '9,999,999,999,999,999')) FROM dual;
= -4,567,890,123,456,789

-- src/oracle_test/regress/expected/int8.out:502
SELECT TRIM(TO_CHAR(-123, '9999999999999999PR')) FROM dual;
= <123>

-- src/oracle_test/regress/expected/int8.out:502
SELECT TRIM(TO_CHAR(-4567890123456789, '9999999999999999PR')) FROM dual;
= <4567890123456789>

-- src/oracle_test/regress/expected/int8.out:502
SELECT TRIM(TO_CHAR(-456, '9999999999999999.999PR')) FROM dual;
= <456.000>

-- src/oracle_test/regress/expected/int8.out:502
SELECT TRIM(TO_CHAR(-4567890123456789, '9999999999999999.999PR')) FROM dual;
= <4567890123456789.000>

-- src/oracle_test/regress/expected/int8.out:502
SELECT TRIM(TO_CHAR(-123, '9999999999999999.999PR')) FROM dual;
= <123.000>

-- src/oracle_test/regress/expected/int8.out:502
SELECT TRIM(TO_CHAR(4567890123456789, '9999999999999999.999PR')) FROM dual;
= 4567890123456789.000

-- src/oracle_test/regress/expected/int8.out:513
SELECT TRIM(TO_CHAR(-123, '9999999999999999S')) FROM dual;
= 123-

-- src/oracle_test/regress/expected/int8.out:513
SELECT TRIM(TO_CHAR(-4567890123456789, '9999999999999999S')) FROM dual;
= 4567890123456789-

-- src/oracle_test/regress/expected/int8.out:513
SELECT TRIM(TO_CHAR(-456, 'S9999999999999999')) FROM dual;
= -456

-- src/oracle_test/regress/expected/int8.out:513
SELECT TRIM(TO_CHAR(-4567890123456789, 'S9999999999999999')) FROM dual;
= -4567890123456789

-- src/oracle_test/regress/expected/int8.out:513
SELECT TRIM(TO_CHAR(-123, 'S9999999999999999')) FROM dual;
= -123

-- src/oracle_test/regress/expected/int8.out:513
SELECT TRIM(TO_CHAR(4567890123456789, 'S9999999999999999')) FROM dual;
= +4567890123456789

-- src/oracle_test/regress/expected/int8.out:534
SELECT '[' || TO_CHAR(456, 'FMS9999999999999999') || ']' FROM dual;
= [+456]

-- src/oracle_test/regress/expected/int8.out:534
SELECT '[' || TO_CHAR(4567890123456789, 'FMS9999999999999999') || ']' FROM dual;
= [+4567890123456789]

-- src/oracle_test/regress/expected/int8.out:534
SELECT '[' || TO_CHAR(123, 'FMS9999999999999999') || ']' FROM dual;
= [+123]

-- src/oracle_test/regress/expected/int8.out:534
SELECT '[' || TO_CHAR(-4567890123456789, 'FMS9999999999999999') || ']' FROM dual;
= [-4567890123456789]

-- src/oracle_test/regress/expected/int8.out:564
SELECT '[' || TO_CHAR(456, '0999999999999999') || ']' FROM dual;
= [ 0000000000000456]

-- src/oracle_test/regress/expected/int8.out:564
SELECT '[' || TO_CHAR(4567890123456789, '0999999999999999') || ']' FROM dual;
= [ 4567890123456789]

-- src/oracle_test/regress/expected/int8.out:564
SELECT '[' || TO_CHAR(123, '0999999999999999') || ']' FROM dual;
= [ 0000000000000123]

-- src/oracle_test/regress/expected/int8.out:564
SELECT '[' || TO_CHAR(-4567890123456789, '0999999999999999') || ']' FROM dual;
= [-4567890123456789]

-- src/oracle_test/regress/expected/int8.out:574
SELECT '[' || TO_CHAR(456, 'S0999999999999999') || ']' FROM dual;
= [+0000000000000456]

-- src/oracle_test/regress/expected/int8.out:574
SELECT '[' || TO_CHAR(4567890123456789, 'S0999999999999999') || ']' FROM dual;
= [+4567890123456789]

-- src/oracle_test/regress/expected/int8.out:574
SELECT '[' || TO_CHAR(123, 'S0999999999999999') || ']' FROM dual;
= [+0000000000000123]

-- src/oracle_test/regress/expected/int8.out:574
SELECT '[' || TO_CHAR(-4567890123456789, 'S0999999999999999') || ']' FROM dual;
= [-4567890123456789]

-- src/oracle_test/regress/expected/int8.out:584
SELECT '[' || TO_CHAR(456, 'FM0999999999999999') || ']' FROM dual;
= [0000000000000456]

-- src/oracle_test/regress/expected/int8.out:584
SELECT '[' || TO_CHAR(4567890123456789, 'FM0999999999999999') || ']' FROM dual;
= [4567890123456789]

-- src/oracle_test/regress/expected/int8.out:584
SELECT '[' || TO_CHAR(123, 'FM0999999999999999') || ']' FROM dual;
= [0000000000000123]

-- src/oracle_test/regress/expected/int8.out:584
SELECT '[' || TO_CHAR(-4567890123456789, 'FM0999999999999999') || ']' FROM dual;
= [-4567890123456789]

-- src/oracle_test/regress/expected/int8.out:594
SELECT '[' || TO_CHAR(456, 'FM9999999999999999.000') || ']' FROM dual;
= [456.000]

-- src/oracle_test/regress/expected/int8.out:594
SELECT '[' || TO_CHAR(4567890123456789, 'FM9999999999999999.000') || ']' FROM dual;
= [4567890123456789.000]

-- src/oracle_test/regress/expected/int8.out:594
SELECT '[' || TO_CHAR(123, 'FM9999999999999999.000') || ']' FROM dual;
= [123.000]

-- src/oracle_test/regress/expected/int8.out:594
SELECT '[' || TO_CHAR(-4567890123456789, 'FM9999999999999999.000') || ']' FROM dual;
= [-4567890123456789.000]

-- src/oracle_test/regress/expected/int8.out:614
SELECT '[' || TO_CHAR(456, 'FM9999999999999999.999') || ']' FROM dual;
= [456.]

-- src/oracle_test/regress/expected/int8.out:614
SELECT '[' || TO_CHAR(4567890123456789, 'FM9999999999999999.999') || ']' FROM dual;
= [4567890123456789.]

-- src/oracle_test/regress/expected/int8.out:614
SELECT '[' || TO_CHAR(123, 'FM9999999999999999.999') || ']' FROM dual;
= [123.]

-- src/oracle_test/regress/expected/int8.out:614
SELECT '[' || TO_CHAR(-4567890123456789, 'FM9999999999999999.999') || ']' FROM dual;
= [-4567890123456789.]

-- src/oracle_test/regress/expected/int8.out:456
WITH int8_tbl AS (SELECT 1 AS n, 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 2, 123, 4567890123456789 FROM dual UNION ALL SELECT 3, 4567890123456789, 123 FROM dual UNION ALL SELECT 4, 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 5, 4567890123456789, -4567890123456789 FROM dual)
SELECT q2, ABS(q2) FROM int8_tbl ORDER BY n;
= 456 | 456
= 4567890123456789 | 4567890123456789
= 123 | 123
= 4567890123456789 | 4567890123456789
= -4567890123456789 | 4567890123456789

-- src/oracle_test/regress/expected/int8.out:342
WITH int8_tbl AS (SELECT 1 AS n, 123 AS q1, 456 AS q2 FROM dual UNION ALL SELECT 2, 123, 4567890123456789 FROM dual UNION ALL SELECT 3, 4567890123456789, 123 FROM dual UNION ALL SELECT 4, 4567890123456789, 4567890123456789 FROM dual UNION ALL SELECT 5, 4567890123456789, -4567890123456789 FROM dual)
SELECT q1, q2, TRUNC(q1 / q2), MOD(q1, q2) FROM int8_tbl ORDER BY n;
= 123 | 456 | 0 | 123
= 123 | 4567890123456789 | 0 | 123
= 4567890123456789 | 123 | 37137318076884 | 57
= 4567890123456789 | 4567890123456789 | 1 | 0
= 4567890123456789 | -4567890123456789 | -1 | 0

-- src/oracle_test/regress/expected/strings.out:385
SELECT CAST('hi de ho neighbor' AS CHAR(10)) FROM dual;
= hi de ho n

-- src/oracle_test/regress/expected/qsyntax.out:7
SELECT q'['s is good]' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:13
SELECT q'{'s is good}' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:25
SELECT q'<'s is good>' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:31
SELECT q'a's is gooda' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:37
SELECT q'2's is good2' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:43
SELECT q'='s is good=' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:49
SELECT q'-'s is good-' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:55
SELECT q'*'s is good*' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:67
SELECT q'%'s is good%' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:73
SELECT q'#'s is good#' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:85
SELECT q'|'s is good|' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:103
SELECT q'!'s is good!' FROM dual;
= 's is good

-- src/oracle_test/regress/expected/qsyntax.out:332
SELECT q'('改'改'变'自'己'改')' FROM dual;
= '改'改'变'自'己'改'

-- src/oracle_test/regress/expected/qsyntax.out:362
SELECT q'a'b'a' FROM dual;
= 'b'

-- src/oracle_test/regress/expected/qsyntax.out:392
SELECT q'adda' FROM dual;
= dd

-- src/oracle_test/regress/expected/qsyntax.out:398
SELECT q'|---|' FROM dual;
= ---

-- src/oracle_test/regress/expected/qsyntax.out:422
SELECT q'('a'b'c'd'e'f')' FROM dual;
= 'a'b'c'd'e'f'

-- src/oracle_test/regress/expected/qsyntax.out:452
SELECT q'aq'bab'a' FROM dual;
= q'bab'

-- src/oracle_test/regress/expected/qsyntax.out:458
SELECT '[' || q'a'a a' || ']' FROM dual;
= ['a ]

-- src/oracle_test/regress/expected/qsyntax.out:464
SELECT q'(a()a)' FROM dual;
= a()a

-- src/oracle_test/regress/expected/qsyntax.out:470
SELECT q'(a(q'adda')a)' FROM dual;
= a(q'adda')a

-- src/oracle_test/regress/expected/qsyntax.out:476
SELECT q'<daddd'''sf>' FROM dual;
= daddd'''sf

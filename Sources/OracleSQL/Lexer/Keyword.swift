/// Words that the grammar knows; `other` stands for any word it doesn't.
///
/// A case's name is the word in camel case: `binaryFloat` is BINARY_FLOAT.
public enum Keyword: UInt16, Sendable, Hashable, CaseIterable {
  case other
  // Reserved words, from Oracle's list in "SQL Language Reference", appendix E.
  case access, add, all, alter, and, any, `as`, asc, audit, between, by, char, check, cluster, column, columnValue
  case comment, compress, connect, create, current, date, decimal, `default`, delete, desc, distinct, drop, `else`
  case exclusive, exists, file, float, `for`, from, grant, group, having, identified, immediate, `in`, increment
  case index, initial, insert, integer, intersect, into, `is`, level, like, lock, long, maxextents, minus, mlslabel
  case mode, modify, nestedTableId, noaudit, nocompress, not, nowait, null, number, of, offline, on, online
  case option, or, order, pctfree, prior, `public`, raw, rename, resource, revoke, row, rowid, rownum, rows
  case select, session, set, share, size, smallint, start, successful, synonym, sysdate, table, then, to
  case trigger, uid, union, unique, update, user, validate, values, varchar, varchar2, view, whenever, `where`, with
  // Words with a meaning in some places only.
  case always, at, authorization, begin, bfile, binaryDouble, binaryFloat, bitmap, blob, body, boolean, both, buffer
  case bufferPool, byte, cache, call, cascade, `case`, cast, cellFlashCache, character, chunk, clob, columns, commit
  case compute, constraint, constraints, creation, cross, currentDate, currentTimestamp, currval, cycle, data, day
  case dbtimezone, dec, declare, deduplicate, deferrable, deferred, directory, disable, double, each, editionable
  case enable, encrypt, end, escape, except, extend, external, extract, fetch, first, flashCache, force, foreign
  case freelist, freelists, freepools, full, function, generated, global, globally, groups, hash, heap, hour, identity
  case `if`, including, infinite, initially, initrans, inline, inner, int, interval, invisible, isolation, java, join
  case json, keep, key, last, lateral, leading, left, library, like2, like4, likec, limit, link, list, lob
  case local, localtimestamp, locked, logging, mapping, master, materialized, maxsize, maxtrans, maxvalue, memory
  case merge, minextents, minute, minvalue, month, monitoring, name, nan, national, natural, nchar, nclob, next
  case nextval, no, nocache, nocycle, nodeduplicate, noforce, nokeep, nologging, nomapping, nomaxvalue, nominvalue
  case nomonitoring, none, noneditionable, noorder, noparallel, norely, noreverse, noscale, nosort, novalidate
  case numeric, nvarchar2, offset, only, oraRowscn, organization, outer, over, overflow, package, parallel, partition
  case password, pctincrease, pctthreshold, pctused, pctversion, percent, position, precision, preserve, primary
  case `private`, procedure, purge, read, real, rebuild, recovery, references, rely, `repeat`, replace, restart
  case retention, returning, reverse, right, role, rollback, savepoint, scale, schema, scn, second, securefile
  case basicfile, segment, sequence, serializable, sessiontimezone, setting, sharing, skip, some, storage, store, strict
  case lax, format, systimestamp, system, tablespace, temporary, ties, time, timestamp
  case timezoneAbbr, timezoneHour, timezoneMinute, timezoneRegion, trailing, transaction, triggers, trim, truncate
  case type, unlimited, unused, urowid, use, using, value, varying, virtual, visible, wait, when, within, without, work
  case write, year, zone, admin, advanced, archive, basic, base, compatible, definer, disallow, duplicated, sharded
  case exceptions, explain, high, low, ilm, indexing, inmemory, noinmemory, nested, noresultcache, off, oltp, query
  case resultCache, rowdependencies, norowdependencies, under, keys, immutable, blockchain, movement, shrink, space
  case coalesce, move, compile, unusable, usable, upgrade, cellMemory, optimal, tables, depth
  case flashback, varray, collate, collation, supplemental, log, sort, operations, attributes, subpartition
  case compact, database, reuse, subpartitions, partitions, template, range, xmltype, sample, pivot, unpivot, model,
    `return`, filter, quota
  case profile, account, unlock, connectByRoot, container, externally, expire, editions, allocate, deallocate, committed
  case parameters, indextype, before, after, instead, compound, follows, precedes, referencing, exception, pragma
  case loop, `while`, exit, elsif, raise, cursor, goto, forall, bulk, collect, open, close, `continue`, pipe, out
  case constant, record, subtype, ref, constructor, `static`, member, final, instantiable, overriding, result
  case pipelined, deterministic, parallelEnable, authid, sql, others, found, indices, nocopy, object, map, `self`
  case multiset, submultiset, treat, scope, period, save

  /// The word in upper case.
  public var spelling: String {
    var text = ""
    for character in String(describing: self) {
      if character.isUppercase { text.append("_") }
      text.append(character)
    }
    return text.uppercased()
  }

  /// Whether Oracle reserves the word, so that it can't be a name without quotes.
  public var isReserved: Bool {
    rawValue >= Keyword.access.rawValue && rawValue <= Keyword.with.rawValue
  }

  /// Whether PL/SQL reserves the word ("PL/SQL Language Reference", appendix D), so that it can't be a name there.
  public var isReservedInPLSQL: Bool {
    switch self {
    case .all, .alter, .and, .any, .as, .asc, .begin, .between, .by, .case, .check, .compress, .connect, .create,
      .cursor,
      .declare, .default, .desc, .distinct, .drop, .else, .elsif, .end, .exclusive, .fetch, .for, .from, .function,
      .goto,
      .grant, .group, .having, .identified, .if, .in, .index, .insert, .intersect, .into, .is, .like, .lock, .loop,
      .minus,
      .mode, .nocompress, .not, .nowait, .null, .of, .on, .option, .or, .order, .pragma, .prior, .procedure, .public,
      .resource, .revoke, .select, .share, .start, .table, .then, .to, .union, .unique, .update, .values, .view, .when,
      .where, .while, .with, .exception:
      true
    default: false
    }
  }
}

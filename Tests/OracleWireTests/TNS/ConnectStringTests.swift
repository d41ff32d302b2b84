import Testing

@testable import OracleWire

/// What the forms of connect strings mean.
///
/// Where a test says so, its expectation is one of python-oracledb's own tests (tests/test_4500_connect_params.py).
@Suite struct ConnectStringTests {
  private func description(_ text: String) throws -> ConnectDescription {
    guard case .descriptions(let list) = try ConnectString(text) else { throw ConnectStringError("an alias") }
    return try #require(list.descriptions.first)
  }

  private func places(_ text: String) throws -> [String] {
    try description(text).route.addresses.map(\.description)
  }

  @Test(arguments: [
    // test_4500 to 4549 of python-oracledb
    ("my_host:1578/my_service_name", ["my_host:1578"], "my_service_name"),
    ("my_host2/my_service_name2", ["my_host2:1521"], "my_service_name2"),
    ("my_host3.org/my_service_name3:pooled", ["my_host3.org:1521"], "my_service_name3"),
    ("tcps://my_host6/my_service_name6", ["tcps://my_host6:1521"], "my_service_name6"),
    ("[::1]:4547/s", ["[::1]:4547"], "s"),
    (
      "host4548a,host4548b:4548,host4548c,host4548d:4549/service_name_4548",
      ["host4548a:4548", "host4548b:4548", "host4548c:4549", "host4548d:4549"], "service_name_4548"
    ),
    (
      "host4549a;host4549b,host4549c:4549;host4549d/service_name_4549",
      ["host4549a:1521", "host4549b:4549", "host4549c:4549", "host4549d:1521"], "service_name_4549"
    ),
    ("//h:1/s", ["h:1"], "s"), ("tcp://h/s:dedicated/i1", ["h:1521"], "s"),
    ("  h:1522/s.example.com\n", ["h:1522"], "s.example.com"),
  ])
  func easyConnect(_ text: String, _ addresses: [String], _ service: String) throws {
    #expect(try places(text) == addresses)
    #expect(try description(text).serviceName == service)
  }

  @Test func serverInstanceAndParameters() throws {
    let text =
      "h1,h2:1522/s:shared/i?load_balance=on&retry_count=3&retry_delay=7&sdu=16384&expire_time=4"
      + "&transport_connect_timeout=500 ms&connect_timeout=9&enable=broken&wallet_location=\"/a b&c\""
      + "&ssl_server_cert_dn=\"CN=sales, O=Example\"&ssl_server_dn_match=off&pool_connection_class=C&pool_purity=self"
      + "&pyo.stmtcachesize=1"
    let description = try description(text)
    #expect(description.route.balancesLoad)
    #expect(description.retryCount == 3)
    #expect(description.retryDelay == .seconds(7))
    #expect(description.sessionDataUnit == 16384)
    #expect(description.expireTime == .seconds(240))
    #expect(description.transportConnectTimeout == .milliseconds(500))
    #expect(description.connectTimeout == .seconds(9))
    #expect(description.security.walletLocation == "/a b&c")
    #expect(description.security.subject == "CN=sales, O=Example")
    #expect(!description.security.matchesName)
    // What is sent: all but the wallet's folder and what is meant for another driver.
    #expect(
      description.connectData(client: ConnectDescriptor("CID", children: [ConnectDescriptor("PROGRAM", "p")]))
        == "(DESCRIPTION=(LOAD_BALANCE=on)(RETRY_COUNT=3)(RETRY_DELAY=7)(SDU=16384)(EXPIRE_TIME=4)"
        + "(TRANSPORT_CONNECT_TIMEOUT=500 ms)(CONNECT_TIMEOUT=9)(ENABLE=broken)"
        + "(ADDRESS=(PROTOCOL=tcp)(HOST=h1)(PORT=1522))(ADDRESS=(PROTOCOL=tcp)(HOST=h2)(PORT=1522))"
        + "(CONNECT_DATA=(SERVICE_NAME=s)(SERVER=shared)(INSTANCE_NAME=i)(POOL_CONNECTION_CLASS=C)(POOL_PURITY=self)"
        + "(CID=(PROGRAM=p)))(SECURITY=(SSL_SERVER_CERT_DN=CN=sales, O=Example)(SSL_SERVER_DN_MATCH=off)))")
  }

  // test_4513 of python-oracledb
  @Test(arguments: [("500 ms", 500), ("15 SEC", 15_000), ("5 min", 300_000), ("34", 34_000), ("1.5", 1500)])
  func times(_ text: String, _ milliseconds: Int) throws {
    let text = "(DESCRIPTION=(TRANSPORT_CONNECT_TIMEOUT=\(text))(ADDRESS=(HOST=h))(CONNECT_DATA=(SERVICE_NAME=s)))"
    #expect(try description(text).transportConnectTimeout == .milliseconds(milliseconds))
  }

  @Test func unknownKeysAreSentAsTheyAre() throws {
    let text = """
      (description = (enable = broken)(address_list = (failover = off)
        (address = (protocol = tcps)(host = a)(port = 2484)(key = x)))
        (connect_data = (service_name = s)(failover_mode = (type = select)(method = basic))(cid = (program = evil)))
        (security = (my_wallet_directory = /w)(ssl_version = TLSv1.2 or TLSv1.3)(ignore_ano = true)))
      """
    let description = try description(text)
    #expect(description.security.walletLocation == "/w")
    #expect(description.security.versions == ["1.2", "1.3"])
    #expect(
      description.connectData(client: ConnectDescriptor("CID", "me"))
        == "(DESCRIPTION=(ENABLE=broken)(ADDRESS_LIST=(FAILOVER=off)"
        + "(ADDRESS=(PROTOCOL=tcps)(HOST=a)(PORT=2484)(KEY=x)))"
        + "(CONNECT_DATA=(SERVICE_NAME=s)(FAILOVER_MODE=(TYPE=select)(METHOD=basic))(CID=me))"
        + "(SECURITY=(SSL_VERSION=TLSv1.2 or TLSv1.3)(IGNORE_ANO=true)))")
  }

  @Test(arguments: ["CN=elsewhere", "CN=localhost,C=US"])
  func aSubjectNeedsNoQuotes(_ subject: String) throws {
    let security = try description("tcps://localhost:1/T?ssl_server_cert_dn=\(subject)").security
    #expect(security.subject == subject)
    #expect(security.matchesName)
  }

  @Test func aListOfDescriptions() throws {
    let one = "(DESCRIPTION=(RETRY_COUNT=1)(ADDRESS=(HOST=a))(ADDRESS_LIST=(ADDRESS=(HOST=b)))(CONNECT_DATA=(SID=x)))"
    let two = "(DESCRIPTION=(ADDRESS_LIST=(ADDRESS_LIST=(ADDRESS=(HOST=c)(PORT=7))))(CONNECT_DATA=(SERVICE_NAME=y)))"
    guard
      case .descriptions(let list) = try ConnectString(
        "(DESCRIPTION_LIST=(LOAD_BALANCE=yes)(FAILOVER=false)\(one)\(two))")
    else {
      Issue.record("an alias")
      return
    }
    #expect(list.balancesLoad)
    #expect(!list.failsOver)
    #expect(list.descriptions.map(\.service) == ["x", "y"])
    #expect(list.descriptions.map { $0.route.addresses.map(\.description) } == [["a:1521", "b:1521"], ["c:7"]])
  }

  @Test(arguments: ["SALES", "sales.example.com", "  my-alias_1 "])
  func names(_ text: String) throws {
    #expect(try ConnectString(text) == .alias(text.filter { $0 != " " }.uppercased()))
  }

  private static func described(_ address: String, _ data: String = "(SERVICE_NAME=s)") -> String {
    "(DESCRIPTION=(ADDRESS=\(address))(CONNECT_DATA=\(data)))"
  }

  @Test(arguments: [
    ("", "empty"), ("two words", "neither"), ("h:1521", "no service after host"), ("h:1521:XE", "no service after"),
    ("h:0/s", "not a port"), ("h:65536/s", "not a port"), ("h:x/s", "not a port"), ("h:/s", "not a port"),
    ("h:+1/s", "not a port"), (":1521/s", "no host"), ("h/", "no service"), ("h/s/i/j", "too many"),
    ("h/s:x", "SERVER"), ("a,,b/s", "no host"), ("a b/s", "no host name has"), ("h/s?x", "without ="),
    ("ldap://h/s", "ldap"), ("h/s?source_route=on", "SOURCE_ROUTE"), ("h/s?https_proxy=p", "proxy"),
    ("h/s?retry_count=many", "RETRY_COUNT"), ("h/s?failover=maybe", "FAILOVER"), ("h/s?sdu=\"8", "closing quote"),
    ("h/s?transport_connect_timeout=5 parsecs", "TRANSPORT_CONNECT_TIMEOUT"), ("[::1/s", "[ without ]"),
    ("[::1]x/s", "no colon"), ("h/\u{1}", "control"), ("(", "no NAME="), ("(A=1)", "instead of DESCRIPTION"),
    ("(DESCRIPTION=(ADDRESS=(HOST=h))(CONNECT_DATA=(SERVICE_NAME=s))", "closing"),
    ("(DESCRIPTION=(ADDRESS=(HOST=h)))", "SERVICE_NAME"), ("(DESCRIPTION=x))", "after the last"),
    ("(DESCRIPTION=(CONNECT_DATA=(SID=x)))", "no ADDRESS"), (described("(PORT=1)"), "HOST"),
    (described("(HOST=h)", "(SID=x)(SERVICE_NAME=s)"), "both"), (described("(HOST=h)(PORT=)"), "not a port"),
    (described("(PROTOCOL=ipc)(HOST=h)"), "ipc"), (described("(HOST=h)", "(SERVICE_NAME=s)(SERVER=mine)"), "SERVER"),
    ("(DESCRIPTION=(SOURCE_ROUTE=YES)(ADDRESS=(HOST=h))(CONNECT_DATA=(SID=x)))", "Connection Manager"),
    ("(DESCRIPTION_LIST=(FAILOVER=on))", "without DESCRIPTION"),
    (String(repeating: "(A=", count: 20_000), "bytes long"), (String(repeating: "(A=", count: 100), "nested deeper"),
  ])
  func refused(_ text: String, _ reason: String) throws {
    let error = try #require(throws: ConnectStringError.self) { try ConnectString(text) }
    #expect(error.description.contains(reason))
    #expect(!error.remedy.isEmpty)
  }

  @Test(arguments: [
    "scott/tiger@h:1521/s", "scott/tiger@SALES", "scott:tiger@h/s",
    described("(HOST=h)", "(SERVICE_NAME=s)(PASSWORD=tiger)"), "h/s?wallet_password=tiger",
  ])
  func aPasswordIsRefusedAndNotRepeated(_ text: String) throws {
    let error = try #require(throws: ConnectStringError.self) { try ConnectString(text) }
    #expect(!error.description.contains("tiger"))
    #expect(error.remedy.contains("password"))
  }

  @Test func everyBeginningOfAStringIsReadOrRefused() throws {
    let whole =
      "(DESCRIPTION_LIST=(DESCRIPTION=(ADDRESS=(HOST=\"a\")(PORT=1))(CONNECT_DATA=(SID='x'))(SECURITY=(SSL_VERSION=1.2))))"
    for text in [whole, "tcps://[::1]:1,b:2;c/s:pooled/i?a=\"b\"&c=d"] {
      for end in text.indices { _ = try? ConnectString(String(text[..<end])) }
    }
  }
}

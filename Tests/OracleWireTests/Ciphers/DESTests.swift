import Testing

@testable import OracleWire

@Suite("DES") struct DESTests {
  /// The substitution table test of NIST SP 800-17, which meets every entry of every box.
  @Test(
    "the boxes",
    arguments: [
      (0x7CA1_1045_4A1A_6E57, 0x01A1_D6D0_3977_6742, 0x690F_5B0D_9A26_939B),
      (0x0131_D961_9DC1_376E, 0x5CD5_4CA8_3DEF_57DA, 0x7A38_9D10_354B_D271),
      (0x07A1_133E_4A0B_2686, 0x0248_D438_06F6_7172, 0x868E_BB51_CAB4_599A),
      (0x3849_674C_2602_319E, 0x5145_4B58_2DDF_440A, 0x7178_876E_01F1_9B2A),
      (0x04B9_15BA_43FE_B5B6, 0x42FD_4430_5957_7FA2, 0xAF37_FB42_1F8C_4095),
      (0x0113_B970_FD34_F2CE, 0x059B_5E08_51CF_143A, 0x86A5_60F1_0EC6_D85B),
      (0x0170_F175_468F_B5E6, 0x0756_D8E0_7747_61D2, 0x0CD3_DA02_0021_DC09),
      (0x4329_7FAD_38E3_73FE, 0x7625_14B8_29BF_486A, 0xEA67_6B2C_B7DB_2B7A),
      (0x07A7_1370_45DA_2A16, 0x3BDD_1190_4937_2802, 0xDFD6_4A81_5CAF_1A0F),
      (0x0468_9104_C2FD_3B2F, 0x2695_5F68_35AF_609A, 0x5C51_3C9C_4886_C088),
      (0x37D0_6BB5_16CB_7546, 0x164D_5E40_4F27_5232, 0x0A2A_EEAE_3FF4_AB77),
      (0x1F08_260D_1AC2_465E, 0x6B05_6E18_759F_5CCA, 0xEF1B_F03E_5DFA_575A),
      (0x5840_2364_1ABA_6176, 0x004B_D6EF_0917_6062, 0x88BF_0DB6_D70D_EE56),
      (0x0258_1616_4629_B007, 0x480D_3900_6EE7_62F2, 0xA1F9_9155_4102_0B56),
      (0x4979_3EBC_79B3_258F, 0x4375_40C8_698F_3CFA, 0x6FBF_1CAF_CFFD_0556),
      (0x4FB0_5E15_15AB_73A7, 0x072D_43A0_7707_5292, 0x2F22_E49B_AB7C_A1AC),
      (0x49E9_5D6D_4CA2_29BF, 0x02FE_5577_8117_F12A, 0x5A6B_612C_C26C_CE4A),
      (0x0183_10DC_409B_26D6, 0x1D9D_5C50_18F7_28C2, 0x5F4C_038E_D12B_2E41),
      (0x1C58_7F1C_1392_4FEF, 0x3055_3228_6D6F_295A, 0x63FA_C0D0_34D9_F793),
    ] as [(UInt64, UInt64, UInt64)])
  func substitution(key: UInt64, plain: UInt64, encrypted: UInt64) {
    #expect(DES(key: key).encrypt(plain) == encrypted)
  }

  /// From the other tables of SP 800-17: variable plain text, variable key, permutation operation.
  @Test(
    "the permutations",
    arguments: [
      (0x0101_0101_0101_0101, 0x8000_0000_0000_0000, 0x95F8_A5E5_DD31_D900),
      (0x0101_0101_0101_0101, 0x4000_0000_0000_0000, 0xDD7F_121C_A501_5619),
      (0x8001_0101_0101_0101, 0, 0x95A8_D728_13DA_A94D),
      (0x4001_0101_0101_0101, 0, 0x0EEC_1487_DD8C_26D5),
      (0x1046_9134_8998_0131, 0, 0x88D5_5E54_F54C_97B4),
      (0x1007_1034_8998_8020, 0, 0x0C0C_C00C_83EA_48FD),
    ] as [(UInt64, UInt64, UInt64)])
  func permutation(key: UInt64, plain: UInt64, encrypted: UInt64) {
    #expect(DES(key: key).encrypt(plain) == encrypted)
  }

  @Test("the bits of parity are not looked at") func parity() {
    let key: UInt64 = 0x1334_5779_9BBC_DFF1
    #expect(DES(key: key).encrypt(0x0123_4567_89AB_CDEF) == 0x85E8_1354_0F0A_B405)
    #expect(DES(key: key ^ 0x0101_0101_0101_0101).encrypt(0x0123_4567_89AB_CDEF) == 0x85E8_1354_0F0A_B405)
  }

  @Test("the last block of a chain") func chain() {
    let cipher = DES(key: 0x1334_5779_9BBC_DFF1)
    #expect(cipher.lastBlock(of: []) == 0)
    #expect(cipher.lastBlock(of: [1, 2, 3]) == cipher.encrypt(0x0102_0300_0000_0000))
    let first = cipher.encrypt(0x0102_0304_0506_0708)
    #expect(cipher.lastBlock(of: Array(1...9)) == cipher.encrypt(first ^ 0x0900_0000_0000_0000))
    #expect(cipher.lastBlock(of: Array(1...16)) == cipher.encrypt(first ^ 0x090A_0B0C_0D0E_0F10))
  }
}

/// One text in encodings that Swift itself does not write, as hexadecimal bytes.
enum EncodedSamples {
    static let simplified = """
        关于印发《二〇二三年重点工作方案》的通知
        各县（市、区）人民政府：
        一、总体要求
        为深入贯彻落实党中央、国务院决策部署，现将有关事项通知如下，请认真组织实施。

        """
    static let simplifiedGB18030 = bytes("""
        b9d8d3dad3a1b7a2a1b6b6fea996b6fec8fdc4ead6d8b5e3b9a4d7f7b7bdb0b8a1b7b5c4cda8d6aa0ab8f7cfd8a3a8ca
        d0a1a2c7f8a3a9c8cbc3f1d5feb8aea3ba0ad2bba1a2d7dccce5d2aac7f30aceaac9eec8ebb9e1b3b9c2e4cab5b5b3d6
        d0d1eba1a2b9facef1d4babef6b2dfb2bfcaf0a3accfd6bdabd3d0b9d8cac2cfeecda8d6aac8e7cfc2a3acc7ebc8cfd5
        e6d7e9d6afcab5caa9a1a30a
        """)

    static let traditional = """
        關於印發《二〇二三年重點工作方案》的通知
        各縣（市、區）人民政府：
        一、總體要求
        為深入貫徹落實中央決策部署，現將有關事項通知如下，請認真組織實施。

        """
    static let traditionalBig5 = bytes("""
        c3f6a9f3a64cb56fa16da447a1b3a447a454a67eadabc249a475a740a4e8aed7a16eaabab371aabe0aa655bfa4a15da5
        aba142b0cfa15ea448a5c1ac46a9b2a1470aa440a142c160c5e9ad6ea8440aacb0b260a44ab365b9fdb8a8b9eaa4a4a5
        a1a84db5a6b3a1b870a141b27bb14ea6b3c3f6a8c6b6b5b371aabea670a455a141bdd0bb7baf75b2d5c2b4b9eaac49a1
        430a
        """)
    static let traditionalGB18030 = bytes("""
        ea50ecb6d3a1b06ca1b6b6fea996b6fec8fdc4ead6d8fc63b9a4d7f7b7bdb0b8a1b7b5c4cda8d6aa0ab8f7bf68a3a8ca
        d0a1a2855ea3a9c8cbc3f1d5feb8aea3ba0ad2bba1a2bf82f377d2aac7f30a9ee9c9eec8ebd89e8fd8c2e48c8dd6d0d1
        eb9b51b2dfb2bfcaf0a3acac468ca2d3d0ea50cac2ed97cda8d6aac8e7cfc2a3acd588d54ad5e6bd4dbf978c8dcaa9a1
        a30a
        """)

    static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

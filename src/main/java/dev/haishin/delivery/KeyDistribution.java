package dev.haishin.delivery;

/**
 * What end-to-end encryption adds to the bytes on the wire. The platform relays ciphertext and
 * keys; it reads neither.
 *
 * @param overheadBytes added to each message
 * @param groupKeyBytes sent for each member when a group starts a new key epoch
 */
public record KeyDistribution(int overheadBytes, int groupKeyBytes) {
  private static final FanoutStrategy EACH_ITS_OWN = new WriteFanout();

  /** No end-to-end encryption. */
  public static final KeyDistribution NONE = new KeyDistribution(0, 0);

  /**
   * Letter Sealing, version 2. A message gains salt, authentication tag, nonce and two key ids (16
   * + 16 + 12 + 4 + 4 bytes) and an 11-byte wrapper (facts row L104); a group key costs each member
   * 48 bytes of ciphertext, a 4-byte key id and a 33-byte member id (row L105).
   */
  public static final KeyDistribution LETTER_SEALING = new KeyDistribution(63, 85);

  /** Refuses values out of range. */
  public KeyDistribution {
    if (overheadBytes < 0) {
      throw new IllegalArgumentException(
          "overheadBytes is " + overheadBytes + "; it must be at least 0");
    }
    if (groupKeyBytes < 0) {
      throw new IllegalArgumentException(
          "groupKeyBytes is " + groupKeyBytes + "; it must be at least 0");
    }
  }

  /** The bytes of a message once it is sealed. */
  public long sealedBytes(long payloadBytes) {
    return payloadBytes + overheadBytes;
  }

  /**
   * Shares a group's new key out: a copy into each member's inbox, but for the one who made it, and
   * a frame to each who is connected, whatever strategy messages go by.
   */
  public static void shareOut(Chat chat, Members members, FanoutSink sink) {
    EACH_ITS_OWN.fanOut(chat, members, sink);
  }

  /** The bytes of one new key epoch: linear in the members, after which messages cost the same. */
  public long rekeyBytes(long members) {
    return members * groupKeyBytes;
  }
}

package dev.haishin.scenario;

/**
 * What end-to-end encryption costs on the wire.
 *
 * @param letterSealing whether messages are sealed
 * @param overheadBytes added to each payload; 0 where they are not
 * @param groupKeyBytes a member, each time that a group gets a new key
 * @param rekeysPerSecond of one group
 */
public record EncryptionSpec(
    boolean letterSealing, long overheadBytes, long groupKeyBytes, double rekeysPerSecond) {
  /** Checks the ranges. */
  public EncryptionSpec {
    Require.notNegative("overhead", overheadBytes);
    Require.notNegative("group-key-bytes", groupKeyBytes);
    Require.notNegative("rekey-rate", rekeysPerSecond);
  }
}

package dev.haishin.engine;

/** One line of so many bytes a second. */
public final class ByteRateStation {
  private final double nsPerByte;
  private long freeAtNs;
  private long startNs;

  public ByteRateStation(double bytesPerSecond) {
    nsPerByte = 1e9 / bytesPerSecond;
  }

  public long arrive(long nowNs, long bytes) {
    startNs = Math.max(nowNs, freeAtNs);
    freeAtNs = startNs + (long) (bytes * nsPerByte + 0.5);
    return freeAtNs;
  }

  public long lastStartNs() {
    return startNs;
  }

  public void reset(long nowNs) {
    freeAtNs = nowNs;
  }
}

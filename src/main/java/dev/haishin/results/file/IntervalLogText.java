package dev.haishin.results.file;

import dev.haishin.results.IntervalDistribution;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Writes HdrHistogram's interval log ({@code .hlog}, format 1.3 with V2 payloads): values in
 * nanoseconds, times in simulated seconds from 0, and no start time, for it would need a date.
 */
final class IntervalLogText {
  /** V2 compressed encoding with counts of variable length. */
  private static final int COOKIE = 0x1c849304 | 0x10;

  private static final long NS_PER_MS = 1_000_000;
  private static final int MS_DECIMALS = 3;

  private IntervalLogText() {}

  static String of(List<IntervalDistribution> intervals) {
    StringBuilder text = new StringBuilder("#[Histogram log format version 1.3]\n");
    text.append("\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",");
    text.append("\"Interval_Compressed_Histogram\"\n");
    for (IntervalDistribution interval : intervals) {
      text.append(seconds(interval.fromNs())).append(',');
      text.append(seconds(interval.toNs() - interval.fromNs())).append(',');
      text.append(Decimal.scaled(interval.maxNs() / 1000, MS_DECIMALS)).append(',');
      text.append(payload(interval.latencies())).append('\n');
    }
    return text.toString();
  }

  /** Whole milliseconds: the format has three decimals of a second. */
  private static String seconds(long ns) {
    return Decimal.scaled(ns / NS_PER_MS, MS_DECIMALS);
  }

  private static String payload(Histogram histogram) {
    ByteBuffer encoded = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(encoded);
    byte[] wrapped = StoredZlib.wrap(Arrays.copyOf(encoded.array(), length));
    ByteBuffer payload = ByteBuffer.allocate(2 * Integer.BYTES + wrapped.length);
    payload.putInt(COOKIE).putInt(wrapped.length).put(wrapped);
    return Base64.getEncoder().encodeToString(payload.array());
  }
}

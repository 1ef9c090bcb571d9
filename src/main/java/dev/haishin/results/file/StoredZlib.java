package dev.haishin.results.file;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * The zlib format (RFC 1950) with stored blocks (RFC 1951, 3.2.4) only. It does not compress, and
 * so gives the same bytes whichever zlib a JDK was built with; any inflater reads it.
 */
final class StoredZlib {
  private static final int MOST_IN_BLOCK = 0xffff;
  private static final int BLOCK_HEADER_BYTES = 5;

  /** Deflate with a window of 32 KiB, fastest level; the two bytes are a multiple of 31. */
  private static final short HEADER = 0x7801;

  private StoredZlib() {}

  static byte[] wrap(byte[] content) {
    int blocks = Math.max(1, (content.length + MOST_IN_BLOCK - 1) / MOST_IN_BLOCK);
    int bytes = Short.BYTES + blocks * BLOCK_HEADER_BYTES + content.length + Integer.BYTES;
    ByteBuffer wrapped = ByteBuffer.allocate(bytes).putShort(HEADER);
    for (int block = 0; block < blocks; block++) {
      int from = block * MOST_IN_BLOCK;
      int length = Math.min(MOST_IN_BLOCK, content.length - from);
      wrapped.put((byte) (block == blocks - 1 ? 1 : 0));
      wrapped.putShort(Short.reverseBytes((short) length));
      wrapped.putShort(Short.reverseBytes((short) ~length));
      wrapped.put(content, from, length);
    }
    Adler32 checksum = new Adler32();
    checksum.update(content);
    return wrapped.putInt((int) checksum.getValue()).array();
  }
}

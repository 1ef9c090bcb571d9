package dev.haishin.results.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file that only grows, one record a line, for work that must survive its process. A record is on
 * the disk when {@link #append} returns. Each line carries a checksum, so that whatever a crash
 * left half-written is told from a record: at most the record being appended is lost.
 *
 * <p>The first line is a header that says what the records belong to. A file with another header
 * begins anew. One process at a time has the file open.
 */
public final class RecordLog implements AutoCloseable {
  private static final int CHECKSUM_DIGITS = 8;
  private static final HexFormat HEX = HexFormat.of();

  private final FileChannel channel;
  private final FileLock lock;
  private final List<String> records;
  private final Optional<String> replacedHeader;

  private RecordLog(
      FileChannel channel, FileLock lock, List<String> records, Optional<String> replacedHeader) {
    this.channel = channel;
    this.lock = lock;
    this.records = List.copyOf(records);
    this.replacedHeader = replacedHeader;
  }

  /**
   * Opens a log, or begins one where there is none, none with this header, or nothing legible.
   *
   * @param file in a folder that exists
   * @param header one line of text
   * @throws IOException when the file cannot be read or written, or another process has it open
   */
  public static RecordLog open(Path file, String header) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return open(file, channel, header);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static RecordLog open(Path file, FileChannel channel, String header) throws IOException {
    FileLock lock = lock(file, channel);
    Content content = content(read(channel));
    List<String> lines = content.lines();
    boolean continues = !lines.isEmpty() && lines.get(0).equals(header);
    channel.truncate(continues ? content.endBytes() : 0);
    channel.position(channel.size());
    Optional<String> replaced =
        continues || lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(0));
    List<String> records = continues ? lines.subList(1, lines.size()) : List.of();
    RecordLog log = new RecordLog(channel, lock, records, replaced);
    if (!continues) {
      log.append(header);
      sync(file.toAbsolutePath().getParent());
    }
    return log;
  }

  /** The records that the file held when it was opened, in the order of their writing. */
  public List<String> records() {
    return records;
  }

  /** The header of the log that gave way to this one; empty where it is the same, or new. */
  public Optional<String> replacedHeader() {
    return replacedHeader;
  }

  /** Writes one record and waits until it is on the disk. */
  public synchronized void append(String record) throws IOException {
    if (record.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a record is one line");
    }
    byte[] payload = record.getBytes(StandardCharsets.UTF_8);
    String line = checksum(payload, 0, payload.length) + " " + record + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  private static FileLock lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException(file + " is being written by another command; wait for it, or end it");
    }
    return lock;
  }

  /** Reads by the channel itself: to close another one of the file would end its lock. */
  private static byte[] read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // The file is this process's alone; it is read to its end.
    }
    return bytes.array();
  }

  /** A folder's own entry of a new file; not every file system can, and then none needs it. */
  private static void sync(Path folder) {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException notOnThisFileSystem) {
      // The records themselves are forced; only a power cut could lose the name of the file.
    }
  }

  /** Every line whose checksum holds, up to the last line end. */
  private static Content content(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        record(bytes, start, i).ifPresent(lines::add);
        start = i + 1;
        end = start;
      }
    }
    return new Content(lines, end);
  }

  private static Optional<String> record(byte[] bytes, int from, int to) {
    int payload = from + CHECKSUM_DIGITS + 1;
    if (payload > to || bytes[payload - 1] != ' ') {
      return Optional.empty();
    }
    String written = new String(bytes, from, CHECKSUM_DIGITS, StandardCharsets.ISO_8859_1);
    return written.equals(checksum(bytes, payload, to - payload))
        ? Optional.of(new String(bytes, payload, to - payload, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return HEX.toHexDigits((int) crc.getValue());
  }

  /** What was legible, and where the last whole line ends. */
  private record Content(List<String> lines, int endBytes) {}
}

package dev.haishin.delivery;

/**
 * A header of a request or an answer, in ASCII.
 *
 * @param name in lower case, as HTTP/2 asks for
 * @param value any text
 */
public record HeaderField(String name, String value) {
  /** What an entry of the dynamic table takes beyond its text (RFC 7541 section 4.1). */
  private static final int ENTRY_OVERHEAD_BYTES = 32;

  /** Its size in the dynamic table. */
  int tableBytes() {
    return name.length() + value.length() + ENTRY_OVERHEAD_BYTES;
  }
}

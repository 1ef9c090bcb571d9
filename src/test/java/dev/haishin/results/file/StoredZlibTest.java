package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's inflater reads what is stored. */
class StoredZlibTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_534, 65_535, 65_536, 200_000})
  void anInflaterReadsIt(int length) throws DataFormatException {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (i * 31 + (i >>> 8));
    }
    Inflater inflater = new Inflater();
    inflater.setInput(StoredZlib.wrap(content));
    byte[] read = new byte[length + 1];
    int size = inflater.inflate(read);
    assertTrue(inflater.finished());
    inflater.end();
    assertArrayEquals(content, Arrays.copyOf(read, size));
  }
}

package dev.haishin.cli;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What everything that hangs on an object takes of the heap, by the class of ours that holds it: an
 * array, or a table of a library, belongs to the class whose field it hangs on, a nested class to
 * the one around it.
 *
 * <p>Sizes are those of HotSpot on 64 bits. Of collections of the JDK, whose fields are closed, the
 * elements are looked at, and the collection itself is taken to have a reference for each.
 */
final class HeapCensus {
  private static final String OURS = "dev.haishin.";
  private static final int OBJECT_HEADER = 12;
  private static final int ARRAY_HEADER = 16;
  private static final int ALIGNMENT = 8;
  private static final long COMPRESSED_BELOW = 32L << 30;

  private final int referenceBytes =
      Runtime.getRuntime().maxMemory() < COMPRESSED_BELOW ? Integer.BYTES : Long.BYTES;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Object> left = new ArrayDeque<>();
  private final ArrayDeque<String> holders = new ArrayDeque<>();
  private final Map<Class<?>, List<Field>> fields = new LinkedHashMap<>();
  private final SortedMap<String, Long> bytes = new TreeMap<>();

  private HeapCensus() {}

  /** Bytes by class, such as {@code model.kafka.LogRows}; each object counts once. */
  static SortedMap<String, Long> of(Object root) {
    HeapCensus census = new HeapCensus();
    census.meet(root, nameOf(root.getClass()));
    while (!census.left.isEmpty()) {
      census.count(census.left.pop(), census.holders.pop());
    }
    return census.bytes;
  }

  private void meet(Object found, String holder) {
    boolean isOfTheProgram = found instanceof Class || found instanceof Thread;
    if (found != null && !isOfTheProgram && seen.add(found)) {
      left.push(found);
      holders.push(found.getClass().getName().startsWith(OURS) ? nameOf(found.getClass()) : holder);
    }
  }

  private void count(Object met, String holder) {
    Class<?> type = met.getClass();
    long size = type.isArray() ? array(met, type, holder) : object(met, type, holder);
    bytes.merge(holder, (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT, Long::sum);
  }

  private long array(Object met, Class<?> type, String holder) {
    if (met instanceof Object[] elements) {
      for (Object element : elements) {
        meet(element, holder);
      }
    }
    return ARRAY_HEADER + (long) Array.getLength(met) * width(type.getComponentType());
  }

  private long object(Object met, Class<?> type, String holder) {
    long size = OBJECT_HEADER;
    boolean isOpen = true;
    for (Field field : fields.computeIfAbsent(type, HeapCensus::fieldsOf)) {
      size += width(field.getType());
      if (!field.getType().isPrimitive()) {
        isOpen &= field.trySetAccessible();
        if (isOpen) {
          meet(valueOf(field, met), holder);
        }
      }
    }
    return isOpen ? size : size + closed(met, holder);
  }

  /** What a collection of the JDK has beside its own fields, about. */
  private long closed(Object met, String holder) {
    if (met instanceof Collection<?> collection) {
      collection.forEach(element -> meet(element, holder));
      return (long) collection.size() * referenceBytes;
    }
    if (met instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            meet(key, holder);
            meet(value, holder);
          });
      return 3L * map.size() * referenceBytes;
    }
    return met instanceof String text ? ARRAY_HEADER + text.length() : 0;
  }

  private int width(Class<?> type) {
    if (!type.isPrimitive()) {
      return referenceBytes;
    }
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    if (type == short.class || type == char.class) {
      return Short.BYTES;
    }
    return type == byte.class || type == boolean.class ? Byte.BYTES : Integer.BYTES;
  }

  private static Object valueOf(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was opened before", e);
    }
  }

  private static List<Field> fieldsOf(Class<?> type) {
    return Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
        .flatMap(above -> Stream.of(above.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .toList();
  }

  private static String nameOf(Class<?> type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    return outer.startsWith(OURS) ? outer.substring(OURS.length()) : outer;
  }
}

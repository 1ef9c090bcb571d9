package dev.haishin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds {@code "x=" + d} for a double or float {@code d}: javac makes an invokedynamic of it, which
 * ArchUnit does not show. The message of an exception may hold one; nobody compares its bytes.
 */
final class ConcatenatedDoubles {
  private static final int ASM = Opcodes.ASM9;

  private ConcatenatedDoubles() {}

  /** One {@code Class.method(line)} for each offence in the class. */
  static List<String> in(JavaClass type) {
    List<String> found = new ArrayList<>();
    try (InputStream bytes =
        ConcatenatedDoubles.class.getResourceAsStream(
            "/" + type.getName().replace('.', '/') + ".class")) {
      new ClassReader(bytes).accept(new Methods(type.getName(), found), ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Methods extends ClassVisitor {
    private final String type;
    private final List<String> found;

    Methods(String type, List<String> found) {
      super(ASM);
      this.type = type;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Calls(type + "." + name, found);
    }
  }

  /** Holds a concatenation back until the next call tells what it is for. */
  private static final class Calls extends MethodVisitor {
    private final String method;
    private final List<String> found;
    private int line;
    private String held;

    Calls(String method, List<String> found) {
      super(ASM);
      this.method = method;
      this.found = found;
    }

    @Override
    public void visitLineNumber(
        int number, com.tngtech.archunit.thirdparty.org.objectweb.asm.Label start) {
      line = number;
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      release();
      boolean ofDouble =
          Arrays.stream(Type.getArgumentTypes(descriptor))
              .anyMatch(t -> t.getSort() == Type.DOUBLE || t.getSort() == Type.FLOAT);
      if (name.startsWith("makeConcat") && ofDouble) {
        held = method + "(line " + line + ")";
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Type made =
          name.equals("<init>") ? Type.getObjectType(owner) : Type.getReturnType(descriptor);
      if (made.getClassName().endsWith("Exception") || made.getClassName().endsWith("Error")) {
        held = null;
      }
      release();
    }

    @Override
    public void visitEnd() {
      release();
    }

    private void release() {
      if (held != null) {
        found.add(held);
        held = null;
      }
    }
  }
}

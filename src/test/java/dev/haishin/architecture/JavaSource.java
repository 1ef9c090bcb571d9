package dev.haishin.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One Java file as javac's own parser reads it. */
record JavaSource(
    Path file, List<String> lines, List<Type> types, List<Span> methods, List<Variable> variables) {
  /** A class, record, interface or enum. */
  record Type(String name, int line, boolean topLevel, boolean documented) {}

  /** A method's or constructor's lines, from its first modifier to its closing brace. */
  record Span(String name, int line, int length) {}

  /** A field, parameter or local variable. */
  record Variable(String type, String name, int line) {}

  /** Reads every Java file below the folders, in order of their names. */
  static List<JavaSource> below(Path... folders) {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.filter(p -> p.toString().endsWith(".java")).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parse(files);
  }

  private static List<JavaSource> parse(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      List<JavaSource> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        Reader reader = new Reader(trees, unit);
        reader.scan(unit, null);
        sources.add(
            new JavaSource(
                file, Files.readAllLines(file), reader.types, reader.methods, reader.variables));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name with a line to click on. */
  String at(int line) {
    Path here = Path.of("").toAbsolutePath();
    Path name = file.toAbsolutePath().startsWith(here) ? here.relativize(file) : file.getFileName();
    return name + ":" + line;
  }

  private static final class Reader extends TreePathScanner<Void, Void> {
    final List<Type> types = new ArrayList<>();
    final List<Span> methods = new ArrayList<>();
    final List<Variable> variables = new ArrayList<>();
    private final Trees trees;
    private final CompilationUnitTree unit;

    Reader(Trees trees, CompilationUnitTree unit) {
      this.trees = trees;
      this.unit = unit;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      TreePath path = getCurrentPath();
      boolean topLevel = path.getParentPath().getLeaf() == unit;
      boolean documented = trees.getDocComment(path) != null;
      if (!type.getSimpleName().isEmpty()) {
        types.add(new Type(type.getSimpleName().toString(), line(type), topLevel, documented));
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      long end = trees.getSourcePositions().getEndPosition(unit, method);
      if (end >= 0) {
        int first = line(method);
        int last = (int) unit.getLineMap().getLineNumber(end);
        methods.add(new Span(method.getName().toString(), first, last - first + 1));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      String type = variable.getType() == null ? "var" : variable.getType().toString();
      variables.add(new Variable(type, variable.getName().toString(), line(variable)));
      return super.visitVariable(variable, null);
    }

    private int line(Tree tree) {
      long start = trees.getSourcePositions().getStartPosition(unit, tree);
      return (int) unit.getLineMap().getLineNumber(Math.max(0, start));
    }
  }
}

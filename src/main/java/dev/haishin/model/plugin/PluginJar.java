package dev.haishin.model.plugin;

import dev.haishin.delivery.FanoutStrategyProvider;
import dev.haishin.delivery.SessionRouterProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/** A jar file, opened to see what it brings. Its class loader lives as long as its classes. */
final class PluginJar {
  private static final String SERVICES = "META-INF/services/";

  private final Path file;
  private final List<String> errors;

  /**
   * A jar.
   *
   * @param errors takes what is wrong with it
   */
  PluginJar(Path file, List<String> errors) {
    this.file = file;
    this.errors = errors;
  }

  /** What the jar brings; null, and the reason among the errors, where it is of no use. */
  Plugin load() {
    if (!Files.isRegularFile(file)) {
      return refuse("no such file; give a jar");
    }
    try {
      new ZipFile(file.toFile()).close();
      ClassLoader loader =
          new URLClassLoader(
              file.getFileName().toString(),
              new URL[] {file.toUri().toURL()},
              PluginJar.class.getClassLoader());
      List<FanoutStrategyProvider> strategies = services(FanoutStrategyProvider.class, loader);
      List<SessionRouterProvider> routers = services(SessionRouterProvider.class, loader);
      if (strategies.isEmpty() && routers.isEmpty()) {
        return refuse(
            "brings neither a fan-out strategy nor a session router; name its providers in "
                + (SERVICES + FanoutStrategyProvider.class.getName())
                + " or "
                + (SERVICES + SessionRouterProvider.class.getName()));
      }
      return new Plugin(file.getFileName().toString(), sha256(file), strategies, routers);
    } catch (IOException unreadable) {
      return refuse("is no jar that can be read (" + unreadable.getMessage() + ")");
    } catch (ServiceConfigurationError | LinkageError broken) {
      return refuse("cannot be loaded: " + broken.getMessage() + "; build it against this version");
    } catch (RuntimeException thrown) {
      return refuse("cannot be loaded: it threw " + thrown + "; see its provider's constructor");
    }
  }

  private Plugin refuse(String why) {
    errors.add("--plugin " + file + ": " + why);
    return null;
  }

  /** The jar's own providers: those of the product's loader are there without it. */
  private static <T> List<T> services(Class<T> service, ClassLoader loader) {
    List<T> found = new ArrayList<>();
    ServiceLoader.load(service, loader).stream()
        .filter(provider -> provider.type().getClassLoader() == loader)
        .forEach(provider -> found.add(provider.get()));
    return found;
  }

  /** The digest of a file in hexadecimal; empty where it cannot be read. */
  static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      return "";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

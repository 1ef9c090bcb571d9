package dev.haishin.model.plugin;

import java.util.List;

/** Jars that cannot be plugged in; every one that was given has been looked at. */
public final class UnusablePluginException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  /**
   * What is wrong.
   *
   * @param errors as {@code where: what is wrong; what would be right}
   */
  public UnusablePluginException(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** One line for each error. */
  public List<String> errors() {
    return errors;
  }
}

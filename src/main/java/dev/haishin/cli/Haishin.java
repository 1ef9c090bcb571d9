package dev.haishin.cli;

/** The command line's entry point. */
public final class Haishin {
  private Haishin() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.out.println("haishin");
  }
}

package dev.haishin.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command's help as a manual page, in the macros of man(7) that every Unix reads.
 *
 * @param name of the page, {@code haishin-run}
 * @param text of the page, in roff
 */
record ManPage(String name, String text) {
  private static final String EXAMPLES = "Examples:";

  /** The page of a command. */
  static ManPage of(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String name = spec.qualifiedName("-");
    StringBuilder page = new StringBuilder();
    page.append(".TH \"").append(name.toUpperCase(Locale.ROOT)).append("\" \"1\" \"\" ");
    page.append("\"haishin ").append(Version.current()).append("\" \"Haishin\"\n");
    page.append(".SH NAME\n").append(escaped(name)).append(" \\- ");
    page.append(escaped(joined(spec.usageMessage().header()))).append('\n');
    page.append(".SH SYNOPSIS\n").append(synopsis(command)).append('\n');
    page.append(".SH DESCRIPTION\n");
    page.append(escaped(joined(spec.usageMessage().description()))).append('\n');
    arguments(page, spec);
    if (!command.getSubcommands().isEmpty()) {
      page.append(".SH COMMANDS\n");
      command.getSubcommands().forEach((sub, line) -> subcommand(page, sub, line));
    }
    examples(page, spec.usageMessage().footer());
    page.append(".SH \"EXIT STATUS\"\n");
    for (Map.Entry<String, String> exit : spec.root().usageMessage().exitCodeList().entrySet()) {
      tagged(page, escaped(exit.getKey()), exit.getValue());
    }
    return new ManPage(name, page.toString());
  }

  private static String synopsis(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    StringBuilder line = new StringBuilder();
    line.append("\\fB").append(escaped(spec.qualifiedName())).append("\\fP [\\fIOPTION\\fP]...");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      boolean isOptional = parameter.arity().min() == 0;
      boolean isRepeated = parameter.arity().max() > 1;
      String label = "\\fI" + escaped(parameter.paramLabel()) + "\\fP" + (isRepeated ? "..." : "");
      line.append(isOptional ? " [" + label + "]" : " " + label);
    }
    return line.append(command.getSubcommands().isEmpty() ? "" : " \\fICOMMAND\\fP").toString();
  }

  private static void arguments(StringBuilder page, CommandSpec spec) {
    page.append(".SH OPTIONS\n");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      tagged(page, "\\fI" + escaped(parameter.paramLabel()) + "\\fP", meaning(parameter));
    }
    for (OptionSpec option : spec.options()) {
      String names = "\\fB" + escaped(String.join(", ", option.names())) + "\\fP";
      boolean takes = option.arity().max() > 0;
      tagged(
          page,
          takes ? names + " \\fI" + escaped(option.paramLabel()) + "\\fP" : names,
          meaning(option));
    }
  }

  private static void subcommand(StringBuilder page, String name, CommandLine command) {
    tagged(
        page,
        "\\fBhaishin\\-" + escaped(name) + "\\fP(1)",
        joined(command.getCommandSpec().usageMessage().header()));
  }

  private static void examples(StringBuilder page, String[] footer) {
    page.append(".SH EXAMPLES\n.nf\n");
    Arrays.stream(footer)
        .map(line -> line.replace("%%", "%"))
        .filter(line -> !line.isBlank() && !line.equals(EXAMPLES))
        .forEach(line -> page.append(escaped(line.strip())).append('\n'));
    page.append(".fi\n");
  }

  private static void tagged(StringBuilder page, String tag, String text) {
    page.append(".TP\n").append(tag).append('\n').append(escaped(text)).append('\n');
  }

  private static String meaning(ArgSpec argument) {
    String text = joined(argument.description());
    String standard = argument.defaultValueString(false);
    return text.replace("${DEFAULT-VALUE}", standard == null ? "" : standard);
  }

  private static String joined(String[] lines) {
    String text = String.join(" ", lines).strip().replace("%%", "%");
    return Help.Ansi.OFF.string(text);
  }

  /** A backslash, a hyphen, and a dot or an apostrophe at the start mean something to roff. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
